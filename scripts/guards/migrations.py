"""Migrations tell the story: each has a telling name, and none is missing."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from scripts.guards import tracked

TELLING = re.compile(r"\d{4}_[a-z][a-z0-9]*(_[a-z0-9]+)*")
SAYS_NOTHING = re.compile(r"\d{4}_(auto|initial|alter|update|change|changes|fix|merge|squashed|more|new)(_|$)|_auto_|_and_more$")


def problems(root: Path) -> Iterator[str]:
    for path in tracked.files(root, ".py"):
        if path.parent.name == "migrations" and path.stem != "__init__" and not is_telling(path.stem):
            yield f"{path.relative_to(root)}: call it after what it brings, as in 0012_votes_keep_their_dots"
    yield from missing()


def is_telling(name: str) -> bool:
    return bool(TELLING.fullmatch(name)) and not SAYS_NOTHING.search(name)


def missing() -> Iterator[str]:
    """Models that no migration holds yet, as Django itself sees them."""
    import django
    from django.core.management import call_command

    unused = tempfile.TemporaryDirectory(prefix="milpa-guards-")
    os.environ |= {"DJANGO_SETTINGS_MODULE": "milpa.settings.test", "MILPA_DATA": unused.name}
    django.setup()
    said = StringIO()
    try:
        with redirect_stdout(said):
            call_command("makemigrations", check=True, dry_run=True, interactive=False, verbosity=1)
    except SystemExit:
        for line in said.getvalue().splitlines():
            if line.lstrip().startswith(("+", "-", "~")):
                yield f"no migration for: {line.strip()}"
