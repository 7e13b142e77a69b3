"""Whether the candidates' profiles are complete: three to eight of them, and in each criterion a value with unit, year,
source and scope, or "no datum" said. (Evidence `conglomerates.candidates_complete`.)"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

FEWEST, MOST = 3, 8


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written of one candidate in one criterion. `scope`: of the sector, or of the conglomerate itself."""

    candidate: str
    criterion: str
    value: Decimal | None = None
    unit: str = ""
    year: int | None = None
    source: str = ""
    scope: str = ""
    no_datum: bool = False


@dataclass(frozen=True, slots=True)
class Lack:
    """`code`: too_few_candidates, too_many_candidates, no_criteria, value, unit, year, source, scope."""

    code: str
    candidate: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Completeness:
    complete: bool
    done: int  # cells that are complete
    of: int
    lacks: tuple[Lack, ...]


def _lacking(cell: Cell | None) -> tuple[str, ...]:
    if cell is None or (cell.value is None and not cell.no_datum):
        return ("value",)
    if cell.value is None:
        return ()
    written = {"unit": cell.unit.strip(), "year": cell.year, "source": cell.source.strip(), "scope": cell.scope.strip()}
    return tuple(field for field, content in written.items() if not content)


def completeness(candidates: Sequence[str], criteria: Sequence[str], cells: Sequence[Cell]) -> Completeness:
    """What the candidates' table still lacks, candidate by candidate in the order given. 0 is a value, a blank is not."""
    lacks = []
    if not FEWEST <= len(candidates) <= MOST:
        lacks.append(Lack("too_few_candidates" if len(candidates) < FEWEST else "too_many_candidates"))
    if not criteria:
        lacks.append(Lack("no_criteria"))
    written = {(cell.candidate, cell.criterion): cell for cell in cells}
    done = 0
    for candidate in candidates:
        for criterion in criteria:
            missing = _lacking(written.get((candidate, criterion)))
            done += not missing
            lacks += [Lack(field, candidate, criterion) for field in missing]
    return Completeness(not lacks, done, len(candidates) * len(criteria), tuple(lacks))
