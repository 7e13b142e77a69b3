"""`milpa docs`: writes the tables in docs/ that are made from the code, so that they cannot lag behind it."""

import argparse
import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from milpa.cli.code import ROOT
from milpa.cli.verbs import VERBS
from milpa.settings.environment import SETTINGS

MADE = "<!-- made by `milpa docs`; change the code, not this page -->\n\n"


def takes(parser: argparse.ArgumentParser) -> None:
    """Nothing."""


def docs(arguments: argparse.Namespace) -> None:
    for name, text in pages(ROOT).items():
        page = ROOT / "docs" / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
            print(page)


def pages(root: Path) -> dict[str, str]:
    """Name and text of every page that is made from the code below `root`."""
    return {"settings.md": settings(), "commands.md": commands(), "actions.md": actions(root), "evidence.md": evidence(root)}


def settings() -> str:
    rows = [(f"`{setting.name}`", f"`{setting.default}`" if setting.default else "", setting.says) for setting in SETTINGS]
    return _page("Settings", "What can be set from outside, all of it by environment.", ("setting", "default", "what it does"), rows)


def commands() -> str:
    rows = [(f"`milpa {verb}`", says) for verb, says in VERBS.items()]
    return _page("Commands", "`milpa VERB --help` says what each takes.", ("command", "what it does"), rows)


def actions(root: Path) -> str:
    """Every public function of the packages' `actions`: what changes anything in Milpa."""
    rows = [(package, f"`{name}`", says) for package, name, says in listed_actions(root)]
    return _page(
        "Actions", "Whatever changes something is one of these; every door leads to them.", ("package", "action", "what it does"), rows
    )


def evidence(root: Path) -> str:
    """The keys that Milpa recognises by itself, as the guide words them."""
    import yaml

    guide = next(root.glob("src/milpa/guide/**/guide.yaml"))
    known = yaml.safe_load(guide.read_text(encoding="utf-8"))["evidence"]
    intro = "Keys that Milpa recognises by itself, and when each is met. Every other key of the guide is attached by hand."
    return _page("Evidence", intro, ("key", "met when"), [(f"`{key}`", when) for key, when in known.items()])


def listed_actions(root: Path) -> Iterator[tuple[str, str, str]]:
    """Package, name and first paragraph of each."""
    folder = root / "src" / "milpa"
    for path in sorted([*folder.glob("*/actions.py"), *folder.glob("*/actions/**/*.py")]):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                says = (ast.get_docstring(node) or "").split("\n\n")[0]
                yield path.relative_to(folder).parts[0], node.name, " ".join(says.split())


def _page(title: str, intro: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [_row(heads), "|" + "---|" * len(heads), *map(_row, rows)]
    return f"# {title}\n\n{MADE}{intro}\n\n" + "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
