"""What later stages derive from statements, inside the writer's transaction, in this database."""

from collections.abc import Callable, Sequence

from milpa.records.models import Statement

# name -> reads a batch in the order it arrived and writes its rollup; `records rebuild` replays all statements through it
rollups: dict[str, Callable[[Sequence[Statement]], None]] = {}
# name -> empties its rollup before a rebuild
clears: dict[str, Callable[[], None]] = {}
