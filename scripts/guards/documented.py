"""The docs list every setting, command, action and evidence key: what `milpa docs` makes is current, and nothing escapes it."""

import re
from collections.abc import Iterator
from pathlib import Path

from milpa.cli import docs
from milpa.settings.environment import SETTINGS
from scripts.guards import tracked

SETTING = re.compile(r"\bMILPA_[A-Z_]*[A-Z]\b")


def problems(root: Path) -> Iterator[str]:
    for name, text in docs.pages(root).items():
        page = root / "docs" / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            yield f"docs/{name}: not current; run `.venv/bin/milpa docs`"
    for package, name, says in docs.listed_actions(root):
        if not says:
            yield f"{package}: the action {name} has no sentence that docs/actions.md could show"
    yield from unlisted_settings(root)


def unlisted_settings(root: Path) -> Iterator[str]:
    """What the code reads from outside and `settings/environment.py` does not name."""
    known = {setting.name for setting in SETTINGS}
    for path in tracked.files(root, ".py", ".html"):
        name = path.relative_to(root)
        if name.parts[0] == "src":
            for setting in sorted(set(SETTING.findall(path.read_text(encoding="utf-8"))) - known):
                yield f"{name}: {setting} is not in settings/environment.py"
