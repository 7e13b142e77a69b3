"""`python -m scripts.guards`: every guard and tool, side by side; what is wrong, one line each; 1 if anything is."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUARDS = ["sizes", "purity", "places", "migrations", "catalogues", "unmarked", "documented"]


def strict() -> list[str]:
    """What mypy reads strictly: the mathematics, the ledger and every package's rules."""
    stages = ROOT / "src" / "milpa"
    return [str(stages / "measures"), str(stages / "ledger"), *map(str, [*stages.glob("*/rules.py"), *stages.glob("*/rules")])]


def tools() -> dict[str, list[str]]:
    beside = Path(sys.executable).parent
    return {
        "ruff": [str(beside / "ruff"), "check", "--output-format=concise", "--quiet", "."],
        "format": [str(beside / "ruff"), "format", "--check", "--output-format=concise", "--quiet", "."],
        "mypy": [str(beside / "mypy"), "--follow-imports=silent", "--no-error-summary", *strict()],
        "imports": [str(beside / "lint-imports"), "--no-cache", "--no-logo"],
    }


def run_tool(command: list[str]) -> list[str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    told = [line for line in said if " -> " in line or "not allowed" in line] or said  # of import-linter's report, the imports
    return (told or [f"ended with {done.returncode}"]) if done.returncode else []


def run_guard(name: str) -> list[str]:
    guard: Callable[[Path], Iterator[str]] = import_module(f"scripts.guards.{name}").problems
    return list(guard(ROOT))


def main() -> int:
    started = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        looking = {name: pool.submit(run_tool, command) for name, command in tools().items()}
        looking |= {name: pool.submit(run_guard, name) for name in GUARDS}
    found = {name: [f"could not look: {job.exception()!r}"] if job.exception() else job.result() for name, job in looking.items()}
    for name, problems in found.items():
        print(f"{name}: {len(problems) or 'nothing'} to mend", *problems, sep="\n    ")
    print(f"{sum(map(len, found.values())) or 'nothing'} to mend, {time.perf_counter() - started:.1f} s")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
