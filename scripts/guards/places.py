"""Nothing in the repository names a machine it was made on, or a registry's host."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.guards import tracked

# brackets keep each pattern from finding itself
HOSTS = r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org|artifact[-]?registry"
FOLDERS = r"(wor[k]|far[m]|roo[t]|hom[e]/\w+|Use[r]s/\w+|opt/pyp[i]|opt/wheel[s]|tmp/researc[h])"
NAMED = {
    "a registry's host": re.compile(HOSTS, re.IGNORECASE),
    "a path of a machine": re.compile(rf"(?<![\w.$}}/-])/{FOLDERS}(?=/)"),
}


def problems(root: Path) -> Iterator[str]:
    for path in tracked.files(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for what, pattern in NAMED.items():
                if found := pattern.search(line):
                    yield f"{path.relative_to(root)}:{number}: {what}: {found.group()}"
