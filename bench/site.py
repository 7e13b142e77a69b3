"""A demonstration of its own, served on this machine: what every benchmark measures."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0  # seconds until a server that says nothing is given up


class Site:
    """A server in a process group of its own. `started` is the time from the command to the first answer, in seconds."""

    def __init__(self, data: Path, processes: int) -> None:
        self.data, self.port = data, free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        own = {
            "MILPA_DATA": str(data),
            "MILPA_ORIGIN": self.origin,
            "MILPA_PROCESSES": str(processes),
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        line = [sys.executable, "-m", "milpa.cli", "run", "--port", str(self.port), "--date-is-right"]
        begun = time.perf_counter()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(line, env=os.environ | own, start_new_session=True, **quiet)
        self._wait(begun)
        self.started = time.perf_counter() - begun

    def _wait(self, begun: float) -> None:
        while time.perf_counter() - begun < PATIENCE:
            with suppress(urllib.error.URLError, ConnectionError, TimeoutError), urllib.request.urlopen(f"{self.origin}/health", timeout=5):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        self.end()
        raise RuntimeError("the server did not start")

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=30)

    def memory(self) -> float:
        """Proportional set size of all its processes, MB."""
        return sum(_pss(pid) for pid in _group(self.process.pid)) / 1024

    def cookie(self, role: str) -> str:
        """Signs in through the demonstration's link of that role; the header that a browser would send from then on."""
        jar = CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        opener.open(f"{self.origin}/demo/{role}/", timeout=30).read()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def _group(leader: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        with suppress(ValueError, OSError):
            if os.getpgid(int(entry.name)) == leader:
                yield int(entry.name)


def _pss(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def demonstration() -> Iterator[Path]:
    """A data directory that holds the demonstration, thrown away at the end."""
    with tempfile.TemporaryDirectory(prefix="milpa-bench-") as place:
        data = Path(place, "data")
        data.mkdir()
        environment = os.environ | {"MILPA_DATA": str(data), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        subprocess.run([sys.executable, "-m", "milpa.cli", "demo"], env=environment, check=True)
        yield data


@contextmanager
def served(data: Path, processes: int = 1) -> Iterator[Site]:
    site = Site(data, processes)
    try:
        yield site
    finally:
        site.end()


def copy_of(data: Path) -> Path:
    """A second directory with the same contents, beside the first."""
    there = data.with_name(f"{data.name}-copy")
    shutil.rmtree(there, ignore_errors=True)
    return Path(shutil.copytree(data, there))
