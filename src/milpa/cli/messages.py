"""`milpa messages`: compiles the catalogues that are newer than what was compiled from them."""

import argparse
import os
from pathlib import Path

SOURCES = Path(__file__).parents[1]


def takes(parser: argparse.ArgumentParser) -> None:
    """Nothing."""


def messages(arguments: argparse.Namespace) -> None:
    for path in compile_stale():
        print(path)


def compile_stale(sources: Path = SOURCES) -> list[Path]:
    """Compiles each .po that is newer than its .mo, beside it. Returns those that it made."""
    stale = [path for path in sorted(sources.glob("*/locale/*/LC_MESSAGES/django.po")) if _is_stale(path)]
    return [_compile(path) for path in stale]


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


def _compile(path: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = path.with_suffix(".mo")
    beside = path.with_suffix(f".{os.getpid()}.part")  # two processes may start at once: each reads a whole file
    with path.open("rb") as source, beside.open("wb") as target:
        write_mo(target, read_po(source, locale=path.parents[1].name))
    beside.replace(compiled)
    return compiled
