"""Cold start and memory at rest, beside a bare Python that has imported Django."""

import subprocess
import sys
import time
from pathlib import Path

from bench.site import _pss, served

QUIET = 3.0  # seconds until what the start began has settled


def measure(data: Path, _seconds: float) -> str:
    with served(data) as site:
        time.sleep(QUIET)
        rest = site.memory()
        cookie = site.cookie("coordinator")
        from bench.load import load

        load(site.port, "/", cookie, 4, 3.0)
        used, started = site.memory(), site.started
    bare, took = _bare()
    return "\n".join(
        [
            "| | Milpa, one process | a bare Django | ratio |",
            "|---|---:|---:|---:|",
            f"| from the command to the first answer, s | {started:.2f} | {took:.2f} | {started / took:.1f} |",
            f"| memory at rest, MB PSS | {rest:.0f} | {bare:.0f} | {rest / bare:.1f} |",
            f"| memory after 3 s of the home page on 4 connections, MB PSS | {used:.0f} | | |",
        ]
    )


def _bare() -> tuple[float, float]:
    """Memory (MB) and seconds of a process that imports Django, sets it up with its own defaults, and does nothing."""
    code = "import django, sys; from django.conf import settings; settings.configure(); django.setup(); print(flush=True); sys.stdin.read()"
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdin
        process.stdout.readline()
        took = time.perf_counter() - begun
        memory = _pss(process.pid) / 1024
        process.stdin.close()
    return memory, took
