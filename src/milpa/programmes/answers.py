"""The evidence answers of each step, kept in its StepState until something that may change them happens.

A row is fresh while `touched` equals `seen` and `until` has not passed. `seen` is the `touched` that was read *before* computing,
so an action that touches while a page computes leaves the row stale, never wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from milpa.guide.editions import Edition
from milpa.ledger import clock
from milpa.programmes import registries
from milpa.programmes.models import StepState
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.remembering import Mark, remembered
from milpa.programmes.said import of_plain

Answers = dict[str, EvidenceAnswer]  # evidence key -> its answer; a key that nobody registers is not in it
Place = tuple[UUID, str]  # programme and step


class HasGuide(Protocol):
    id: UUID

    @property
    def guide(self) -> Edition: ...


def answers_of(programmes: Sequence[HasGuide], *, keep: bool = True, at: Mark | None = None) -> dict[UUID, dict[str, Answers]]:
    """Programme -> step -> answers, computing only what is stale and what is never kept.

    keep: whether what was computed may be stored; a page that reads inside a snapshot may not write.
    at: a page gives its mark; what is never kept is then remembered with it, as everything else on the page is.
    One query when all is fresh; one more for each key that is stale, whatever the number of programmes.
    """
    wanted = {(programme.id, step.id): _kept_keys(step.evidence) for programme in programmes for step in programme.guide.steps.values()}
    rows = {(row["programme"], row["step"]): row for row in _rows(programmes)}
    now = clock.now()
    stale = {place: keys for place, keys in wanted.items() if keys and not is_fresh(rows.get(place), keys, now)}
    computed = compute(stale)
    if keep and computed:
        _store(computed, {place: row["touched"] for place, row in rows.items()})
    passing = {(p.id, step.id): _passing_keys(step.evidence) for p in programmes for step in p.guide.steps.values()}
    asked = tuple(programme.id for programme in programmes)
    always: dict[Place, Answers] = remembered(at, ("passing", asked), lambda: compute(passing)) if at else compute(passing)
    found: dict[UUID, dict[str, Answers]] = {programme.id: {} for programme in programmes}
    for place in wanted:
        kept = computed[place] if place in computed else _read(rows[place]["answers"]) if wanted[place] else {}
        found[place[0]][place[1]] = kept | always.get(place, {})
    return found


def _kept_keys(evidence: Iterable[str]) -> set[str]:
    return {key for key in evidence if key in registries.evidence and key not in registries.never_kept}


def _passing_keys(evidence: Iterable[str]) -> set[str]:
    return {key for key in evidence if key in registries.evidence and key in registries.never_kept}


def _rows(programmes: Iterable[HasGuide]) -> Any:
    ids = [programme.id for programme in programmes]
    return StepState.objects.filter(programme__in=ids).values("programme", "step", "touched", "seen", "until", "answers")


def is_fresh(row: Mapping[str, Any] | None, keys: set[str], now: datetime) -> bool:
    """Whether what is kept answers these keys still."""
    if row is None or row["seen"] != row["touched"] or (row["until"] is not None and row["until"] <= now):
        return False
    return {answer["key"] for answer in row["answers"]} == keys


def compute(wanted: Mapping[Place, set[str]]) -> dict[Place, Answers]:
    """Asks each key once for all programmes that want it."""
    programmes: dict[str, set[UUID]] = defaultdict(set)
    for (programme, _step), keys in wanted.items():
        for key in keys:
            programmes[key].add(programme)
    said = {key: registries.evidence[key](sorted(ids)) for key, ids in programmes.items()}
    nothing = EvidenceAnswer(met=False)
    return {place: {key: said[key].get(place[0], nothing) for key in keys} for place, keys in wanted.items() if keys}


def _store(computed: Mapping[Place, Answers], touched: Mapping[Place, int]) -> None:
    """One statement: new rows begin untouched; of the others only what was computed is written, never `touched`."""
    rows = [
        StepState(
            programme_id=programme,
            step=step,
            seen=touched.get((programme, step), 0),
            until=min((answer.until for answer in answers.values() if answer.until), default=None),
            answers=[_plain(key, answer) for key, answer in sorted(answers.items())],
        )
        for (programme, step), answers in computed.items()
    ]
    StepState.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["programme", "step"], update_fields=["seen", "until", "answers"], batch_size=500
    )


def _plain(key: str, answer: EvidenceAnswer) -> dict[str, Any]:
    return {
        "key": key,
        "met": answer.met,
        "missing": answer.missing.plain() if answer.missing else None,
        "since": answer.since.isoformat() if answer.since else None,
        "link": answer.link,
        "done": answer.done,
        "all": answer.all,
        "until": answer.until.isoformat() if answer.until else None,
    }


def _read(kept: Iterable[Mapping[str, Any]]) -> Answers:
    return {
        row["key"]: EvidenceAnswer(
            row["met"],
            of_plain(row["missing"]) if row["missing"] else None,
            datetime.fromisoformat(row["since"]) if row["since"] else None,
            row["link"],
            row["done"],
            row["all"],
            datetime.fromisoformat(row["until"]) if row["until"] else None,
        )
        for row in kept
    }
