"""`python -m scripts.suite [TESTS]`: the suite on SQLite with the browser, then its database part on PostgreSQL, then one closing line."""

import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from tests.harness.memory import in_memory
from tests.harness.postgresql import cluster

NOTHING_COLLECTED = 5  # pytest's status where no test of the chosen ones touches a database
PROCESSES = min((os.cpu_count() or 1) + 1, 5)  # one more than cores: who drives a browser mostly waits
WORKERS = [f"--numprocesses={PROCESSES}", "--dist=worksteal"]


def run(where: str, tests: list[str], environment: dict[str, str]) -> Counter[str]:
    """Runs pytest and returns how many passed, failed and were skipped. A pytest that could not run counts as a failure."""
    print(f"\n{where}", flush=True)
    with tempfile.TemporaryDirectory(prefix="milpa-suite-", dir=in_memory()) as place:
        report = Path(place, "report.xml")
        line = [sys.executable, "-m", "pytest", "--quiet", *WORKERS, f"--basetemp={place}/tests", f"--junitxml={report}", *tests]
        status = subprocess.run(line, env=os.environ | environment, check=False).returncode
        counted = count(ElementTree.parse(report).getroot()) if report.exists() else Counter[str]()
    if status not in (0, NOTHING_COLLECTED) and not counted["failed"]:
        print(f"pytest ended with {status} before it could report")
        counted["failed"] = 1
    return counted


def count(report: ElementTree.Element) -> Counter[str]:
    """passed, failed and skipped of a JUnit report; an error while preparing or cleaning up is a failure."""
    counted: Counter[str] = Counter()
    for suite in report.iter("testsuite"):
        number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
        failed = number["failures"] + number["errors"]
        counted += Counter(failed=failed, skipped=number["skipped"], passed=max(0, number["tests"] - failed - number["skipped"]))
    return counted


def closing(counted: Counter[str]) -> str:
    skipped = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    return f"{counted['passed']} passed, {counted['failed']} failed{skipped}"


def main(tests: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that whatever was started is ended
    counted = run("SQLite and the browser", tests, {})
    with cluster() as environment:
        counted += run("PostgreSQL", tests, environment)
    print(f"\n{closing(counted)}", flush=True)
    return int(counted["failed"] > 0 or not counted["passed"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
