"""A real server process with databases and files of its own."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.harness.databases import Copy

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds until a server that says nothing is given up


@dataclass(slots=True)
class Served:
    """A server on a free port. `seeded` is what the seed returned; this process's Django sees the same databases."""

    data: Path
    copy: Copy
    seeded: Any = None
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=lambda: free_port())
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def start(self) -> None:
        """Starts it and waits until it answers. Raises RuntimeError with its own words if it does not."""
        line = [sys.executable, "-m", "milpa.cli", "run", "--port", str(self.port), "--date-is-right"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(line, env=self._environment(), cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        for _ in range(PATIENCE * 20):
            if self.answers():
                return
            try:
                self.process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
            break
        self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log.read_text()}")

    def answers(self, path: str = "/health") -> bool:
        try:
            with urllib.request.urlopen(f"{self.origin}{path}", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """As an operator stops it: it may finish what it does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a power cut stops it, its workers too: nothing more is done or said."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        self.process.wait()
        self.process = None

    def _environment(self) -> dict[str, str]:
        own = {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "tests.harness.served_settings",
            "MILPA_ORIGIN": self.origin,
            "MILPA_SECRET_KEY": os.environ["MILPA_SECRET_KEY"],
        }
        return os.environ | own | self.copy.environment | self.settings


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


Seed = Callable[[], Any]
