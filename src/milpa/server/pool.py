"""The page thread: calls a WSGI application, takes its whole answer, and is free again before the answer is sent.

One thread a process (two share one interpreter lock: 212 pages a second instead of 299, measured); more cores, more processes.
"""

import asyncio
import io
import logging
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from milpa.server.answers import Answer
from milpa.server.bodies import spooled
from milpa.server.environ import FileWrapper
from milpa.server.media import Part
from milpa.server.scope import Headers

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

IN_MEMORY = 1_000_000  # bytes of an answer; a longer one becomes a file
FILE_HEADER = b"x-milpa-file"  # a view's "send this file": an absolute path under the files' directory; never leaves the server
HOP_BY_HOP = (b"connection", b"keep-alive", b"transfer-encoding", b"upgrade")

log = logging.getLogger("milpa.server")


class Pool:
    def __init__(self, application: Application, files: Path, spill: Path | None = None, size: int = 1) -> None:
        self.application, self.files, self.spill = application, files.resolve(), spill
        self.executor = ThreadPoolExecutor(size, thread_name_prefix="page")
        self.asked = self.begun = 0
        self.lock = threading.Lock()

    @property
    def waiting(self) -> int:
        """Requests that have no thread yet."""
        return self.asked - self.begun

    async def answer(self, environ: dict[str, Any], is_unwanted: Callable[[], bool] = lambda: False) -> Answer | None:
        """The application's complete answer; None, and the application not asked, if it is unwanted by the time a thread is free."""
        self.asked += 1
        return await asyncio.get_running_loop().run_in_executor(self.executor, self._begin, environ, is_unwanted)

    def warm(self, call: Callable[[], Any]) -> None:
        """Has the page thread do something before its first request."""
        self.executor.submit(call).add_done_callback(say_what_failed)

    def close(self, farewell: Callable[[], Any]) -> None:
        """Has the page thread say farewell to its connections after its last request; does not wait."""
        self.executor.submit(farewell)
        self.executor.shutdown(wait=False)

    def _begin(self, environ: dict[str, Any], is_unwanted: Callable[[], bool]) -> Answer | None:
        with self.lock:
            self.begun += 1
        return None if is_unwanted() else self._call(environ)

    def _call(self, environ: dict[str, Any]) -> Answer:
        started: dict[str, Any] = {}
        written: list[bytes] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
            started.update(status=int(status[:3]), headers=headers)
            return written.append

        result = self.application(environ, start_response)
        try:
            body = self._whole(result, written)
        finally:
            close = getattr(result, "close", None)
            if close:
                close()
        headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in started["headers"]]
        return self._with_file(Answer(started["status"], [one for one in headers if one[0] not in HOP_BY_HOP], body))

    def _whole(self, result: Iterable[bytes], written: list[bytes]) -> bytes | Part:
        part = opened_again(result) if isinstance(result, FileWrapper) and not written else None
        if part:
            return part
        with spooled(IN_MEMORY, self.spill) as whole:
            for block in chain(iter(written), result):
                whole.write(block)
            if whole.tell() <= IN_MEMORY:
                whole.seek(0)
                return whole.read()
            whole.flush()
            part = Part.of_descriptor(os.dup(whole.fileno()))
            part.tag = ""  # made for this request alone: nothing to resume
            return part

    def _with_file(self, answer: Answer) -> Answer:
        """The answer with the file that its view named in its place; 404 for one that is not there or not ours to send."""
        named = dict(answer.headers).get(FILE_HEADER)
        if named is None:
            return answer
        headers: Headers = [one for one in answer.headers if one[0] not in (FILE_HEADER, b"content-length")]
        path = Path(os.fsdecode(named)).resolve()
        try:
            if not path.is_relative_to(self.files):
                raise PermissionError(path)
            return Answer(answer.status, headers, Part.of_path(path))
        except (FileNotFoundError, IsADirectoryError, PermissionError):
            log.error("a page names a file that cannot be sent", exc_info=True)
            return Answer(404, [(b"content-type", b"text/plain; charset=utf-8")], b"")


def say_what_failed(done: "Future[Any]") -> None:
    if done.exception():
        log.error("the pages could not be prepared", exc_info=done.exception())


def opened_again(wrapper: FileWrapper) -> Part | None:
    """The same file under a descriptor of our own, from where it stands; None for what is no plain file (or decompresses while read)."""
    file: Any = wrapper.file
    for _depth in range(3):  # Django's File and tempfile's wrapper hold the file inside
        if isinstance(file, io.BufferedReader | io.BufferedRandom | io.FileIO):
            break
        file = getattr(file, "file", None)
    else:
        return None
    try:
        file.flush()
        return Part.of_descriptor(os.dup(file.fileno()), file.tell())
    except OSError:
        return None
