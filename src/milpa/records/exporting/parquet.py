"""Writes closed months as `institution=<id>/month=2026-10/part-0.parquet`. Memory stays bounded, however much a month holds.

A file appears whole or not at all. The stream is read once a month; rows pass through a temporary file of lines for each institution.
"""

import gzip
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import UUID

import orjson

from milpa.records.exporting.months import Month, closed
from milpa.records.exporting.refusals import ExtraMissing, NoSuchMonth
from milpa.records.exporting.schema import COLUMNS, row
from milpa.records.store import dialect
from milpa.records.store.replaying import rows
from milpa.records.store.told import Told

BATCH = 200  # statements in memory; one may have megabytes
ROW_GROUP = 20_000
LONGEST = 32 * 1024 * 1024  # bytes of one line: a statement, its quotes escaped
MEMORY = "256MB"

Tell = Callable[[int, int], None]


def export(
    directory: Path, *, institution: UUID | None = None, month: str = "", again: bool = False, tell: Tell | None = None
) -> list[Path]:
    """Writes what is not there yet, or all of it `again`. Returns the files written; `tell(done, all)` counts statements.

    Raises ExtraMissing, NoSuchMonth.
    """
    connection = _connected()
    months = _wanted(month)
    done, total = 0, sum(one.high - one.low for one in months)
    written: list[Path] = []
    directory.mkdir(parents=True, exist_ok=True)
    for one in months:
        with TemporaryDirectory(dir=directory, prefix=".export-") as place:
            sorted_out = _Lines(Path(place), directory, one, again)
            for told in _stream(one, institution):
                sorted_out.write(told)
                if tell and told.arrived % BATCH == 0:
                    tell(done + told.arrived - one.low, total)
            written += [_file(connection, lines, target) for lines, target in sorted_out.finished()]
        done += one.high - one.low
    if tell:
        tell(total, total)
    return written


def _connected() -> Any:
    try:
        import duckdb
    except ImportError:
        raise ExtraMissing from None
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY}'; SET threads = 1; SET TimeZone = 'UTC'")
    return connection


def _wanted(month: str) -> list[Month]:
    months = closed()
    if not month:
        return months
    found = [one for one in months if one.name == month]
    if not found:
        raise NoSuchMonth(month=month[:40], months=", ".join(one.name for one in months) or "–")
    return found


def _stream(month: Month, institution: UUID | None) -> Iterator[Told]:
    where, values = "arrived > %s AND arrived <= %s", []
    if institution:
        where, values = f"{where} AND institution = %s", [dialect.uid(institution)]
    after = month.low
    while some := rows(where, [after, month.high, *values], BATCH):
        yield from some
        after = some[-1].arrived


class _Lines:
    """A month's rows, as lines of JSON in a file for each institution."""

    def __init__(self, place: Path, directory: Path, month: Month, again: bool) -> None:
        self.place, self.directory, self.month, self.again = place, directory, month, again
        self.open = ExitStack()
        self.files: dict[UUID, IO[bytes] | None] = {}

    def write(self, told: Told) -> None:
        if told.institution not in self.files:
            self.files[told.institution] = self._begin(told.institution)
        if (file := self.files[told.institution]) is not None:
            file.write(orjson.dumps(row(told)) + b"\n")

    def finished(self) -> list[tuple[Path, Path]]:
        """(lines, where the Parquet file goes) of each institution that has none yet."""
        self.open.close()
        return [(self._lines(id), self._target(id)) for id, file in self.files.items() if file is not None]

    def _begin(self, institution: UUID) -> IO[bytes] | None:
        if self._target(institution).exists() and not self.again:
            return None
        return self.open.enter_context(gzip.open(self._lines(institution), "wb", compresslevel=1))

    def _lines(self, institution: UUID) -> Path:
        return self.place / f"{institution}.json.gz"

    def _target(self, institution: UUID) -> Path:
        return self.directory / f"institution={institution}" / f"month={self.month.name}" / "part-0.parquet"


def _file(connection: Any, lines: Path, target: Path) -> Path:
    new = lines.with_suffix(".parquet")
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
    connection.execute(
        f"COPY (SELECT * FROM read_json('{_quoted(lines)}', format = 'newline_delimited', compression = 'gzip', "
        f"maximum_object_size = {LONGEST}, columns = {{{columns}}})) "
        f"TO '{_quoted(new)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    return new.replace(target)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
