"""Which code this is: what was made by other code (a demonstration, a template of the tests) is made again."""

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LEFT_OUT = {"static", "templates", "locale", "__pycache__"}


@cache
def digest() -> str:
    """Twelve letters that change with any code or reference data of Milpa, and with the demonstration's own."""
    sha256 = hashlib.sha256()
    for path in sorted([*(ROOT / "src" / "milpa").rglob("*"), *(ROOT / "demo").rglob("*")]):
        name = path.relative_to(ROOT)
        if path.is_file() and not LEFT_OUT & set(name.parts):
            sha256.update(f"{name}\0{path.stat().st_size}\0".encode())
            sha256.update(path.read_bytes())
    return sha256.hexdigest()[:12]
