"""How far long work has come: a bar on a terminal, a plain line at each tenth elsewhere. Always on stderr."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

WIDTH = 30


class Progress:
    """`with Progress("Copying", 200) as bar: bar.to(17)`. A total of 0 means that nobody knows it: only the words are shown."""

    def __init__(self, what: str, total: int, out: TextIO | None = None) -> None:
        self.what, self.total = what, total
        self.out = out or sys.stderr
        self.shown = -1
        self.began = time.monotonic()

    def __enter__(self) -> Self:
        self.to(0)
        return self

    def to(self, done: int) -> None:
        """`done` of the total are behind us."""
        percent = min(100, 100 * done // self.total) if self.total else 0
        if self.out.isatty():
            filled = WIDTH * percent // 100
            bar = "█" * filled + "░" * (WIDTH - filled)
            self._show(percent, f"\r{self.what} {bar} {percent:3} %" if self.total else f"\r{self.what} …")
        else:
            self._show(percent // 10, f"{self.what}: {percent // 10 * 10} %\n" if self.total else f"{self.what} …\n")

    def _show(self, step: int, text: str) -> None:
        if step != self.shown:
            self.shown = step
            self.out.write(text)
            self.out.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None and self.total:
            self.to(self.total)
        if self.out.isatty():
            self.out.write(f"  {time.monotonic() - self.began:.1f} s\n")
            self.out.flush()
