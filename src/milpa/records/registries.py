"""What later stages derive from statements, inside the writer's transaction, in this database."""

from collections.abc import Callable, Sequence

from milpa.records.store.told import Told

# name -> reads a batch in the order it arrived and writes its rollup; `records rebuild` replays all statements through it
rollups: dict[str, Callable[[Sequence[Told]], None]] = {}
# name -> empties its rollup before a rebuild
clears: dict[str, Callable[[], None]] = {}
# name -> counts again what a voided statement had counted; told the statements that have just become findable
recounts: dict[str, Callable[[Sequence[Told]], None]] = {}
