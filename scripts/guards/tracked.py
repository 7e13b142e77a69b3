"""Which files belong to the project: what git knows, or would know with the next `git add`."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

NOT_OURS = ("vendor", "node_modules")
LEFT_OUT = {".git", ".venv", "data", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache"}


def files(root: Path, *suffixes: str) -> Iterator[Path]:
    """Files of the project below `root` that end in one of `suffixes` (all, if none is named), sorted."""
    for path in sorted(_by_git(root) or _by_walking(root)):
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def ours(path: Path) -> bool:
    """Whether we wrote it: what is vendored keeps its own shape."""
    return not any(part in NOT_OURS for part in path.parts)


def _by_git(root: Path) -> list[Path]:
    if not (root / ".git").exists() or shutil.which("git") is None:
        return []
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return [root / name for name in listed.stdout.split("\0") if name]


def _by_walking(root: Path) -> list[Path]:
    """For a copy without git, such as an unpacked release."""
    return [path for path in root.rglob("*") if not LEFT_OUT & set(path.relative_to(root).parts)]
