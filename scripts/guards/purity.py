"""Rules know nothing of databases: they import the standard library, `milpa.measures` and each other; `cryptography` too: only sums."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.guards import tracked


def problems(root: Path) -> Iterator[str]:
    for path in tracked.files(root, ".py"):
        name = path.relative_to(root)
        if name.parts[:2] == ("src", "milpa") and _is_rule(name):
            yield from _imports(path, name)


def _is_rule(name: Path) -> bool:
    return name.name == "rules.py" or "rules" in name.parts or "measures" in name.parts


def _imports(path: Path, name: Path) -> Iterator[str]:
    package = ".".join(name.parts[1:3])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for module in _modules(node):
            if not _allowed(module, package):
                yield f"{name}:{node.lineno}: imports {module}; a rule may import the standard library and milpa.measures"  # type: ignore[attr-defined]


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "milpa" else [node.module or ""]
    return []


def _allowed(module: str, package: str) -> bool:
    if module.split(".")[0] in sys.stdlib_module_names:
        return True
    return f"{module}.".startswith(("milpa.measures.", f"{package}.rules.", "cryptography."))
