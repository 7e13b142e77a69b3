"""/design alone on a free port, in this process: it asks the database nothing, so it needs no server of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.wsgi import get_wsgi_application

from milpa.web.static_files import open_static


class _Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def design_site() -> Iterator[str]:
    """Gives the page's address while it is served."""
    pages = get_wsgi_application()

    def answer(environ, start_response):
        asset = open_static(environ["PATH_INFO"]) if environ["PATH_INFO"].startswith("/static/") else None
        if asset is None:
            return pages(environ, start_response)
        start_response("200 OK", [("Content-Type", asset[1])])
        return [asset[0].read_bytes()]

    server = make_server("127.0.0.1", 0, answer, _Threads, _Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/design/"
    server.shutdown()
    thread.join()
    server.server_close()
