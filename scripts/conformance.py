"""`python -m scripts.conformance SUITE`: ADL's conformance suite against a fresh record store, in both versions of xAPI.

SUITE is an installed copy (`npm install` done) of adlnet/lrs-conformance-test-suite, branch adding-back-compat. Prints totals by section;
fails if a test failed, or if fewer passed than there are: a hook that breaks takes its tests away without a word.
"""

import json
import subprocess
import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.records.store import Store, store

VERSIONS = ("1.0.3", "2.0.0")


def main(suite: Path) -> int:
    print(f"Suite: {described(suite)}\n")
    complete = True
    for version in VERSIONS:
        with store() as one:
            log = run(suite, one, version)
        summary = log["summary"]
        passed, total = summary["passed"], summary["total"]
        print(f"## xAPI {version}: {passed} of {total} passed, {summary['failed']} failed\n\n| section | passed | of |\n|---|---:|---:|")
        for section, counted in sections(log["log"]):
            print(f"| {section} | {counted['passed']} | {counted.total()} |")
        for name in failed(log["log"]):
            print(f"- failed: {name}")
        print(flush=True)
        complete = complete and passed == total
    return 0 if complete else 1


def described(suite: Path) -> str:
    """Commit and date of a clone; the directory's name if it is none."""
    asked = subprocess.run(["git", "-C", str(suite), "log", "-1", "--format=commit %H of %cs"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or f"{suite.name}, not a clone"


def run(suite: Path, one: Store, version: str) -> dict[str, Any]:
    """The suite's own log of one run."""
    key, secret = b64decode(one.authorization.removeprefix("Basic ")).decode().split(":")
    before = set((suite / "logs").glob("*.log"))
    line = ["node", "bin/console_runner.js", "-e", f"http://127.0.0.1:{one.port}/xapi", "-a", "-u", key, "-p", secret, "-x", version]
    subprocess.run(line, cwd=suite, stdout=subprocess.DEVNULL, check=False)
    [written] = set((suite / "logs").glob("*.log")) - before
    log: dict[str, Any] = json.loads(written.read_text())
    return log


def tests(node: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Each test below this place, and where it stands."""
    own = (*path, str(node.get("name") or node.get("title") or ""))
    inner = node.get("tests") or []
    if not inner and path:
        yield own, node
    for one in inner:
        yield from tests(one, own)


def sections(log: dict[str, Any]) -> list[tuple[str, Counter[str]]]:
    found: dict[str, Counter[str]] = {}
    for path, test in tests(log):
        found.setdefault(path[1], Counter())[test.get("status", "")] += 1
    return list(found.items())


def failed(log: dict[str, Any]) -> list[str]:
    return [" / ".join(path[1:])[:300] for path, test in tests(log) if test.get("status") != "passed"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
