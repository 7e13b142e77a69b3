"""What the rest of the server asks of an ASGI scope."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.http.cookie import parse_cookie

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

CONNECTION = "milpa.connection"  # the transport, put into the scope's extensions by milpa.server.protocol


def header(scope: Scope, name: bytes) -> str:
    """The header's values joined by commas (cookies by semicolons), or an empty string. `name` in lower case."""
    separator = "; " if name == b"cookie" else ", "
    return separator.join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def cookies(scope: Scope) -> dict[str, str]:
    """Read as Django reads them."""
    return parse_cookie(header(scope, b"cookie"))


def connection(scope: Scope) -> asyncio.Transport | None:
    """The connection itself, to see whether it is still there and to cut it."""
    extension = (scope.get("extensions") or {}).get(CONNECTION) or {}
    return extension.get("transport")


def is_gone(scope: Scope) -> bool:
    transport = connection(scope)
    return transport is not None and transport.is_closing()


def abort(scope: Scope) -> None:
    """Cuts the connection at once, whatever is still unsent."""
    transport = connection(scope)
    if transport is not None:
        transport.abort()
