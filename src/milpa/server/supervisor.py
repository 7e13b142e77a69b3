"""Several server processes on one port: the system spreads connections over them, and a dead one is started again."""

import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

EACH = 0.2  # seconds between two looks
GRACE = 15.0  # seconds after SIGTERM until SIGKILL
TOO_SOON = 60.0  # seconds; a process that ends with an error of its own so soon cannot start (a loaded machine takes its time)


class Supervisor:
    def __init__(self, command: list[str], processes: int) -> None:
        self.command, self.processes = command, processes
        self.leaving = threading.Event()
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self.running: list[tuple[float, subprocess.Popen[bytes]]] = []

    def start(self) -> "tuple[float, subprocess.Popen[bytes]]":
        """Its standard input ends when this process does, however that happens: then it leaves too."""
        return time.monotonic(), subprocess.Popen(self.command, env=self.environment, stdin=subprocess.PIPE)

    def watch(self) -> bool:
        """Until told to leave; False if a process could not start."""
        self.running = [self.start() for _ in range(self.processes)]
        while not self.leaving.wait(EACH):
            for place, (since, process) in enumerate(self.running):
                if process.poll() is None:
                    continue
                if process.returncode > 0 and time.monotonic() - since < TOO_SOON:
                    return False
                self.running[place] = self.start()
        return True

    def end(self) -> None:
        for _since, process in self.running:
            process.terminate()
        until = time.monotonic() + GRACE
        for _since, process in self.running:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def supervise(host: str, port: int, processes: int) -> None:
    """Keeps so many processes serving until SIGTERM or SIGINT. Raises SystemExit(1) if they cannot start."""
    from milpa.server.run import bound

    held = bound(host, port, shared=True)  # keeps the port ours between processes; nothing listens on it here
    port = held.getsockname()[1]
    supervisor = Supervisor([sys.executable, "-m", "milpa.server.run", host, str(port), "--shared"], processes)

    def leave(number: int, frame: Any) -> None:
        supervisor.leaving.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)
    started = supervisor.watch()
    supervisor.end()
    held.close()
    if not started:
        raise SystemExit(1)
