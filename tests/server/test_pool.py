"""The page thread takes the whole answer, closes it, and is free before a phone has read a byte."""

import gzip
import io
import tempfile
import threading

import pytest
from django.core.files import File

from milpa.server.environ import FileWrapper
from milpa.server.limits import MB
from milpa.server.pool import Pool, opened_again
from tests.server.serving import Phone, ask, running, site, until

TEXT = [("Content-Type", "text/plain")]


def answering(body, headers=TEXT):
    """A WSGI application that answers every request alike."""

    def application(environ, start_response):
        start_response("200 OK", headers)
        return body(environ) if callable(body) else body

    return application


class Closing:
    """An answer that says in which thread it was made and closed."""

    def __init__(self):
        self.threads = []

    def __iter__(self):
        self.threads.append(threading.current_thread().name)
        yield b"one "
        yield b"two"

    def close(self):
        self.threads.append(threading.current_thread().name)


def test_an_answer_is_made_and_closed_in_the_page_thread(tmp_path):
    closing = Closing()
    with running(site(answering(closing), tmp_path)) as port:
        assert ask(port, "/").content == b"one two"
    assert closing.threads == ["page_0", "page_0"]


def test_an_answer_that_breaks_off_is_closed_too_and_the_thread_goes_on(tmp_path):
    class Broken(Closing):
        def __iter__(self):
            yield b"half"
            raise RuntimeError("broken on purpose")

    broken = Broken()
    with running(site(answering(lambda environ: broken if environ["PATH_INFO"] == "/broken" else [b"whole"]), tmp_path)) as port:
        assert ask(port, "/broken").status == 500
        assert ask(port, "/").content == b"whole"
    assert broken.threads == ["page_0"]


def test_every_page_meets_the_same_thread(tmp_path):
    with running(site(answering(lambda environ: [threading.current_thread().name.encode()]), tmp_path)) as port:
        assert {ask(port, "/").content for _ in range(5)} == {b"page_0"}


def test_a_phone_that_reads_slowly_holds_no_thread(tmp_path):
    big = b"x" * (40 * MB)
    application = answering(lambda environ: [big if environ["PATH_INFO"] == "/big" else b"small"])
    with running(site(application, tmp_path)) as port, Phone(port, receive_buffer=4096) as slow:
        slow.says("GET", "/big", "Connection: close")
        assert slow.hears_status() == 200  # nothing of its body is read yet
        assert ask(port, "/").content == b"small"
        assert len(slow.hears_all()) == len(big)


def test_an_answer_over_a_megabyte_becomes_a_file_without_a_name(tmp_path):
    pool = Pool(answering([b"x" * MB, b"y"]), tmp_path, tmp_path)
    answer = pool._call({})
    assert answer.body.length == MB + 1
    assert list(tmp_path.iterdir()) == []
    answer.body.close()


def test_a_file_that_a_page_opened_is_sent_by_the_loop_from_where_it_stands(tmp_path):
    path = tmp_path / "wall.webm"
    path.write_bytes(b"0123456789")

    def page(environ):
        file = path.open("rb")
        file.seek(4)
        return environ["wsgi.file_wrapper"](file)

    with running(site(answering(page), tmp_path)) as port:
        assert ask(port, "/").content == b"456789"
        assert ask(port, "/", Range="bytes=1-2").content == b"56"


@pytest.mark.parametrize(
    "opened",
    [
        lambda path: path.open("rb"),
        lambda path: File(path.open("rb")),
        lambda path: tempfile._TemporaryFileWrapper(path.open("rb"), str(path), delete=False),
    ],
)
def test_plain_files_are_recognised_inside_their_wrappers(tmp_path, opened):
    path = tmp_path / "file"
    path.write_bytes(b"content")
    with opened(path) as file:
        part = opened_again(FileWrapper(file))
        assert part is not None
        part.close()


def test_what_changes_while_it_is_read_is_read_in_the_page_thread(tmp_path):
    path = tmp_path / "table.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    assert opened_again(FileWrapper(io.BytesIO(b"x"))) is None
    with running(site(answering(lambda environ: environ["wsgi.file_wrapper"](gzip.open(path))), tmp_path)) as port:
        assert ask(port, "/").content == b"a,b\n1,2\n"


def test_a_page_names_a_file_and_the_loop_sends_it(tmp_path):
    path = tmp_path / "evidence.pdf"
    path.write_bytes(b"%PDF-1.7 signed")
    headers = [("Content-Type", "application/pdf"), ("X-Milpa-File", str(path)), ("Content-Disposition", "attachment")]
    with running(site(answering([b""], headers), tmp_path)) as port:
        answer = ask(port, "/")
    assert answer.content == b"%PDF-1.7 signed"
    assert answer.headers["Content-Disposition"] == "attachment"
    assert answer.headers["X-Milpa-File"] is None


def test_a_page_cannot_name_a_file_elsewhere(tmp_path):
    files = tmp_path / "files"
    (files / "folder").mkdir(parents=True)
    secret = tmp_path / "secret_key"
    secret.write_text("secret")
    (files / "link").symlink_to(secret)
    named = iter([secret, files / ".." / "secret_key", files / "link", files / "gone", files / "folder"])

    def application(environ, start_response):
        start_response("200 OK", [("X-Milpa-File", str(next(named)))])
        return [b""]

    with running(site(application, files)) as port:
        for _ in range(5):
            answer = ask(port, "/")
            assert (answer.status, answer.content) == (404, b"")


def test_requests_without_a_thread_are_counted(tmp_path):
    held = threading.Event()

    def page(environ):
        held.wait(10)
        return [b"done"]

    app = site(answering(page), tmp_path)
    with running(app) as port, Phone(port) as first, Phone(port) as second:
        first.says("GET", "/")
        second.says("GET", "/")
        until(lambda: app.pool.asked == 2)
        assert app.pool.waiting == 1
        held.set()
        assert [first.hears_status(), second.hears_status()] == [200, 200]
        assert app.pool.waiting == 0


def test_a_page_that_nobody_waits_for_any_more_is_not_made_but_what_was_sent_is_done(tmp_path):
    held, made = threading.Event(), []

    def page(environ):
        made.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        held.wait(10)
        return [b"done"]

    app = site(answering(page), tmp_path)
    with running(app) as port, Phone(port) as first:
        first.says("GET", "/first")
        with Phone(port) as reloading, Phone(port) as sending:
            reloading.says("GET", "/again")
            sending.says("POST", "/vote", "Content-Length: 1", body=b"x")
            until(lambda: app.pool.asked == 3)
        for _ in range(2):  # two turns of the loop: both have been seen to leave
            assert ask(port, "/first", "POST", b"x" * 600_000).status == 413
        held.set()
        assert first.hears_status() == 200
        until(lambda: app.pool.waiting == 0)
    assert made == [("GET", "/first"), ("POST", "/vote")]
