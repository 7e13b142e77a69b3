"""Nothing grows beyond what a person reads at once, unless its first line says why.

The first line is the file's own, or the function's `def` line. It says why with a comment or docstring
that holds `long because`, as in `# long because one table reads better than three`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.guards import tracked

APP_FILE, FUNCTION, VIEW, TEMPLATE, SCRIPT = 300, 40, 25, 150, 200
SAYS_WHY = re.compile(r"\blong because \w+", re.IGNORECASE)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def problems(root: Path) -> Iterator[str]:
    for path in filter(tracked.ours, tracked.files(root, ".py", ".js", ".html", ".txt", ".xml", ".sh", "")):
        name = path.relative_to(root)
        if limit := _limit(name):
            yield from _file(path, name, *limit)
        if name.suffix == ".py" and name.parts[0] in {"src", "scripts", "bench"} and "migrations" not in name.parts:
            yield from _functions(path, name)


def _limit(name: Path) -> tuple[str, int] | None:
    if "migrations" in name.parts:
        return None
    if "templates" in name.parts:
        return "template", TEMPLATE
    if name.suffix == ".js" or (name.parts[0] == "scripts" and len(name.parts) == 2):
        return "script", SCRIPT
    if name.suffix == ".py" and name.parts[0] == "src":
        return "app file", APP_FILE
    return None


def _file(path: Path, name: Path, kind: str, limit: int) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > limit and not SAYS_WHY.search(lines[0]):
        yield f"{name}: {len(lines)} lines, {kind} {limit}"


def _functions(path: Path, name: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, Function):
            continue
        kind, limit = ("view", VIEW) if _is_view(node, name) else ("function", FUNCTION)
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit and not SAYS_WHY.search(lines[node.lineno - 1]):
            yield f"{name}:{node.lineno}: {node.name} has {length} lines, {kind} {limit}"


def _is_view(node: Function, name: Path) -> bool:
    """A function of `views.py` or `views/` that takes the request first."""
    takes = [argument.arg for argument in node.args.args[:1]]
    return takes == ["request"] and (name.stem == "views" or "views" in name.parts)
