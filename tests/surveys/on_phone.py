"""The real pages in a real browser without a server: every request of the page is answered by Django's test client."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Page, Route

from milpa.web import static_files

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"
HOST = "http://survey.test"


class OnPhone:
    """`sent` holds (method, path, body) of everything that is not a picture, a script or a sound. `is_down`: no signal."""

    def __init__(self, page: Page, client: Client) -> None:
        self.page, self.client, self.sent, self.is_down = page, client, [], False
        page.route(f"{HOST}/**", self._answer)

    def open(self, path: str) -> "OnPhone":
        self.page.goto(HOST + path)
        return self

    def violations(self) -> list[Any]:
        self.page.evaluate(AXE.read_text())
        run = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
        found: list[Any] = self.page.evaluate(run)["violations"]
        return [(one["id"], one["nodes"][0]["html"]) for one in found]

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        static = static_files.find(path) if path.startswith("/static/") else None
        if static:
            kinds = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
            return route.fulfill(body=static.read_bytes(), content_type=kinds.get(static.suffix, "application/octet-stream"))
        if self.is_down:
            return route.abort()
        return self._from_django(route, path)

    def _from_django(self, route: Route, path: str) -> None:
        request = route.request
        body = request.post_data_buffer or b""
        self.sent.append((request.method, path, body.decode(errors="replace")))
        answer = self.client.generic(request.method, path, body, content_type=request.headers.get("content-type", ""))
        while answer.status_code == 302:
            answer = self.client.get(answer.url)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        route.fulfill(status=answer.status_code, content_type=answer.get("Content-Type", "text/html"), body=content)
