"""The list of a register with 100 and with 100,000 enterprises: the first page, the last one, and searches."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.load import load
from bench.site import ROOT, copy_of, served

SIZES = (100, 100_000)
ASKED = {
    "first page": "",
    "sorted by name, backwards": "?sort=-name",
    "a search that finds 100": "?q=0000",
    "a search that finds none": "?q=nada",
}


def measure(data: Path, seconds: float) -> str:
    there = copy_of(data)
    environment = os.environ | {"MILPA_DATA": str(there), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    line = [sys.executable, "-m", "bench.rows", *map(str, SIZES)]
    made = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    pages = json.loads(made.stdout.splitlines()[-1])
    lines = [f"| 1 connection, p50 ms | {SIZES[0]:,} rows | {SIZES[1]:,} rows | ratio |", "|---|---:|---:|---:|"]
    with served(there) as site:
        cookie = site.cookie("coordinator")
        for name, asked in ASKED.items():
            few, many = (load(site.port, pages[str(size)] + asked, cookie, 1, seconds) for size in SIZES)
            lines.append(f"| {name} | {few.p50:.1f} | {many.p50:.1f} | {many.p50 / few.p50:.2f} |")
    return "\n".join(lines)
