"""uvicorn's HTTP protocol with two things more: heads have limits too, and the application may cut a connection."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from milpa.server.scope import CONNECTION

HEAD_SECONDS = 30.0  # from the first byte, or from connecting, to the last header
HEAD_BYTES = 64_000


class Protocol(HttpToolsProtocol):
    """A phone that drips its headers, or sends them without end, is cut like one that drips its body."""

    head_seconds = HEAD_SECONDS
    head_timer: asyncio.TimerHandle | None = None
    head_bytes = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.head_timer:
            self.head_bytes += len(data)
        super().data_received(data)
        if self.head_timer and self.head_bytes > HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("The request's headers are too long.")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CONNECTION: {"transport": self.transport}}
        if self.head_timer is None:
            self._expect_head()

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        super().on_headers_complete()

    def _expect_head(self) -> None:
        self.head_bytes = 0
        self.head_timer = self.loop.call_later(self.head_seconds, self._cut)

    def _stop_waiting(self) -> None:
        if self.head_timer:
            self.head_timer.cancel()
            self.head_timer = None

    def _cut(self) -> None:
        self.head_timer = None
        self.transport.abort()
