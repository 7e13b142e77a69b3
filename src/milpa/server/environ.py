"""An ASGI scope and a whole body as WSGI's environ."""

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote_to_bytes

from milpa.server.bodies import Body
from milpa.server.scope import Scope

# Not handed on: what the server has settled itself, and `Proxy`, which some libraries read as HTTP_PROXY.
SETTLED = (b"content-length", b"content-type", b"transfer-encoding", b"expect", b"connection", b"proxy")


class FileWrapper:
    """PEP 3333's `wsgi.file_wrapper`: remembers the file, so that the loop may send it."""

    def __init__(self, file: BinaryIO, block_size: int = 64 * 1024) -> None:
        self.file, self.block_size = file, block_size

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.file.read(self.block_size), b"")

    def close(self) -> None:
        if hasattr(self.file, "close"):
            self.file.close()


def environ_of(scope: Scope, body: Body) -> dict[str, Any]:
    """The scheme is the connection's own: Django reads a proxy's header only where its settings say so."""
    host, port = scope.get("server") or ("127.0.0.1", 0)
    client = scope.get("client") or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "CONTENT_LENGTH": str(body.length),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body.file,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
    }
    for name, value in scope["headers"]:
        if name == b"content-type":
            environ["CONTENT_TYPE"] = value.decode("latin-1")
        elif name not in SETTLED and b"_" not in name:  # X_Forwarded_Proto would pass for X-Forwarded-Proto
            key = "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
            separator = "; " if name == b"cookie" else ","
            environ[key] = f"{environ[key]}{separator}{value.decode('latin-1')}" if key in environ else value.decode("latin-1")
    return environ
