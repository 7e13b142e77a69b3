"""The tables in `docs/` that `milpa docs` makes are the ones that the code would make now."""

from collections.abc import Iterator
from pathlib import Path

from milpa.cli import docs


def problems(root: Path) -> Iterator[str]:
    for name, text in docs.pages(root).items():
        page = root / "docs" / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            yield f"docs/{name}: not current; run `.venv/bin/milpa docs`"
