"""Assets: once compressed, for ever kept by browsers, bounded in memory."""

import gzip

import pytest

from milpa.server.router import Router
from milpa.server.static import Static
from tests.server.serving import ask, running

STYLE = b".card { color: var(--ink) }\n" * 200


class Shelf:
    """A directory of assets as `milpa.web.static_files` answers for one."""

    def __init__(self, directory):
        self.directory, self.asked = directory, []

    def find(self, address):
        self.asked.append(address)
        path = self.directory / address.removeprefix("/static/")
        kind = {".css": "text/css; charset=utf-8", ".png": "image/png", ".mp4": "video/mp4"}.get(path.suffix, "text/plain")
        return (path, kind) if path.is_file() else None

    @staticmethod
    def is_immutable(address):
        return ".0f3a9c21." in address


@pytest.fixture
def shelf(tmp_path):
    directory = tmp_path / "assets"
    directory.mkdir()
    (directory / "milpa.0f3a9c21.css").write_bytes(STYLE)
    (directory / "milpa.css").write_bytes(STYLE)
    (directory / "logo.0f3a9c21.png").write_bytes(b"\x89PNG" + bytes(2000))
    return Shelf(directory)


@pytest.fixture
def static(shelf, tmp_path):
    return Static(shelf.find, shelf.is_immutable, tmp_path / "kept")


@pytest.fixture
def port(static):
    with running(Router({"/static/": static}, static)) as port:
        yield port


def test_text_comes_compressed_and_for_ever(port):
    answer = ask(port, "/static/milpa.0f3a9c21.css", Accept_Encoding="gzip")
    assert gzip.decompress(answer.content) == STYLE
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")


def test_who_does_not_take_gzip_gets_the_same_content_under_another_tag(port):
    plain, small = ask(port, "/static/milpa.css"), ask(port, "/static/milpa.css", Accept_Encoding="gzip")
    assert plain.content == STYLE
    assert plain.headers["ETag"] != small.headers["ETag"]


def test_a_name_without_hash_is_asked_for_again_and_answered_with_304_while_it_is_the_same(port, shelf):
    first = ask(port, "/static/milpa.css")
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert ask(port, "/static/milpa.css", If_None_Match=first.headers["ETag"]).status == 304
    (shelf.directory / "milpa.css").write_bytes(b"changed")
    changed = ask(port, "/static/milpa.css", If_None_Match=first.headers["ETag"])
    assert (changed.status, changed.content) == (200, b"changed")


def test_an_asset_is_read_once_and_compressed_once(port, shelf, static, tmp_path):
    for _ in range(3):
        ask(port, "/static/milpa.0f3a9c21.css", Accept_Encoding="gzip")
    assert len(shelf.asked) == 1
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_bytes(gzip.compress(b"from the last start"))
    static.assets.clear()
    assert gzip.decompress(ask(port, "/static/milpa.0f3a9c21.css", Accept_Encoding="gzip").content) == b"from the last start"


def test_memory_keeps_the_assets_asked_for_last(shelf, tmp_path):
    static = Static(shelf.find, shelf.is_immutable, tmp_path / "kept", memory=3000)
    with running(Router({"/static/": static}, static)) as port:
        for name in ("a", "b", "c"):
            (shelf.directory / f"{name}.0f3a9c21.png").write_bytes(bytes(1200))
            ask(port, f"/static/{name}.0f3a9c21.png")
    assert list(static.assets) == ["/static/b.0f3a9c21.png", "/static/c.0f3a9c21.png"]
    assert static.weight == 2400


def test_a_large_asset_is_never_kept_and_comes_in_parts(port, shelf, static):
    film = bytes(range(256)) * 8000
    (shelf.directory / "film.0f3a9c21.mp4").write_bytes(film)
    answer = ask(port, "/static/film.0f3a9c21.mp4", Range="bytes=1000000-1000009")
    assert (answer.status, answer.content) == (206, film[1000000:1000010])
    assert static.weight == 0


def test_what_is_not_there_is_not_found_and_nothing_is_kept_of_it(port, static):
    assert ask(port, "/static/none.css").status == 404
    assert static.assets == {}


def test_an_asset_can_only_be_read(port):
    assert ask(port, "/static/milpa.css", "POST", b"x").status == 405
