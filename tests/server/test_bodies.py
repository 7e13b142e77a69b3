"""Bodies are taken before a thread is, within limits, and their room is given back whatever happens."""

import asyncio
import threading

import pytest

from milpa.server.bodies import Bodies, Room
from milpa.server.limits import ANYONE, KB, MB
from milpa.server.refusals import BadLength
from tests.server.serving import Phone, anyone, ask, nobody, running, site, until


class Desk:
    """A WSGI application that keeps what it was handed."""

    def __init__(self):
        self.called = []

    def __call__(self, environ, start_response):
        self.called.append((environ, environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"taken"]


@pytest.fixture
def desk():
    return Desk()


def chunked(*blocks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(block), block) for block in [*blocks]) + b"0\r\n\r\n"


def test_a_slow_upload_never_holds_the_page_thread(desk, tmp_path):
    big = b"x" * (3 * MB)
    with running(site(desk, tmp_path)) as port, Phone(port) as slow:
        slow.says("POST", "/photos/upload/", f"Content-Length: {len(big)}", body=big[: 2 * MB])
        for sent in range(2 * MB, 3 * MB, 100 * KB):
            assert ask(port, "/").content == b"taken"  # while the upload drips
            slow.sends(big[sent : sent + 100 * KB])
        assert slow.hears_status() == 200
    assert len(desk.called[-1][1]) == 3 * MB
    assert [len(body) for _environ, body in desk.called[:-1]] == [0] * 10


def test_a_chunked_body_arrives_whole_and_says_its_length(desk, tmp_path):
    with running(site(desk, tmp_path)) as port, Phone(port) as phone:
        phone.says("POST", "/", "Transfer-Encoding: chunked", "Expect: 100-continue")
        assert phone.hears_status() == 100
        phone.sends(chunked(b"nece", b"sidad"))
        assert phone.hears_status() == 200
    environ, body = desk.called[0]
    assert body == b"necesidad"
    assert environ["CONTENT_LENGTH"] == "9"
    assert "HTTP_TRANSFER_ENCODING" not in environ and "HTTP_EXPECT" not in environ


def test_a_large_body_lies_on_disk_and_arrives_whole(desk, tmp_path):
    big = bytes(range(256)) * 4000
    with running(site(desk, tmp_path)) as port:
        assert ask(port, "/upload/", "POST", big).status == 200
    assert desk.called[0][1] == big


@pytest.mark.parametrize(
    "headers",
    [
        ["Content-Length: 5", "Content-Length: 6"],
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Content-Length: five"],
        ["Content-Length: -5"],
        ["Transfer-Encoding: gzip, chunked"],
    ],
)
def test_lengths_that_contradict_each_other_are_refused(desk, tmp_path, headers):
    with running(site(desk, tmp_path)) as port, Phone(port) as phone:
        phone.says("POST", "/", *headers, body=b"12345")
        assert phone.hears_status() == 400
    assert desk.called == []


@pytest.mark.parametrize("arrived", [b"1234", b"123456"])
def test_a_body_shorter_or_longer_than_its_content_length_is_refused(arrived):
    """The HTTP parser would not let it through; another server's might."""

    async def receive():
        return {"type": "http.request", "body": arrived, "more_body": False}

    bodies = Bodies(anyone)
    with pytest.raises(BadLength):
        asyncio.run(bodies.take({"path": "/", "headers": [(b"content-length", b"5")]}, receive))
    assert bodies.room.memory == 0


@pytest.mark.parametrize("path, most", [("/", 512 * KB), ("/photos/upload/", 26 * MB), ("/enterprises/import/", 26 * MB)])
def test_more_than_the_route_takes_is_refused_before_it_is_sent(desk, tmp_path, path, most):
    with running(site(desk, tmp_path)) as port, Phone(port) as phone:
        phone.says("POST", path, f"Content-Length: {most + 1}", "Expect: 100-continue")
        assert phone.hears_status() == 413  # and not 100: nothing needs to be sent in vain
    assert desk.called == []


def test_a_chunked_body_is_refused_where_it_passes_the_limit(desk, tmp_path):
    with running(site(desk, tmp_path)) as port, Phone(port) as phone:
        phone.says("POST", "/", "Transfer-Encoding: chunked", body=chunked(*[b"x" * 100 * KB] * 6))
        assert phone.hears_status() == 413
    assert desk.called == []


def test_who_has_not_finished_sending_can_still_read_the_refusal(desk, tmp_path):
    with running(site(desk, tmp_path)) as port:
        answer = ask(port, "/", "POST", b"x" * (8 * MB), Accept_Language="en-US,en;q=0.9")
    assert answer.status == 413
    assert "This is too large: here at most 512 kB fit." in answer.content.decode()
    assert answer.headers["Connection"] == "close"


def test_without_a_session_only_a_little_can_be_sent(desk, tmp_path):
    with running(site(desk, tmp_path, is_known=nobody)) as port:
        assert ask(port, "/", "POST", b"x" * ANYONE).status == 200
        refused = ask(port, "/photos/upload/", "POST", b"x" * (ANYONE + 1), Accept="application/json")
        assert (refused.status, refused.plain()["code"]) == (413, "sign_in_first")
        with Phone(port) as phone:
            phone.says("POST", "/", "Accept: application/json", "Transfer-Encoding: chunked", body=chunked(b"x" * ANYONE, b"x"))
            assert phone.hears_status() == 413
    assert len(desk.called) == 1


def test_the_session_is_asked_for_only_where_it_matters(desk, tmp_path):
    asked = []

    async def known(scope):
        asked.append(scope["path"])
        return True

    with running(site(desk, tmp_path, is_known=known)) as port:
        ask(port, "/")
        ask(port, "/small", "POST", b"x" * ANYONE)
        ask(port, "/large", "POST", b"x" * (ANYONE + 1))
    assert asked == ["/large"]


def test_beyond_the_memory_of_all_bodies_together_comes_503_until_there_is_room_again(desk, tmp_path):
    room = Room(most_memory=100 * KB)
    with running(site(desk, tmp_path, room=room)) as port:
        with Phone(port) as slow:
            slow.says("POST", "/", "Content-Length: 60000", body=b"x" * 59_999)
            until(lambda: room.memory == 59_999)
            refused = ask(port, "/", "POST", b"x" * 50_000)
            assert (refused.status, refused.headers["Retry-After"]) == (503, "10")
            slow.sends(b"x")
            assert slow.hears_status() == 200
        assert ask(port, "/", "POST", b"x" * 50_000).status == 200
        until(lambda: room.memory == 0)


def test_beyond_the_disk_of_all_bodies_together_comes_503(desk, tmp_path):
    room = Room(most_disk=1 * MB)
    with running(site(desk, tmp_path, room=room)) as port:
        assert ask(port, "/upload/", "POST", b"x" * (2 * MB)).status == 503
        assert ask(port, "/upload/", "POST", b"x" * (900 * KB)).status == 200
        until(lambda: (room.memory, room.disk) == (0, 0))


def test_a_body_that_stops_coming_is_dropped_and_its_room_given_back(desk, tmp_path):
    app = site(desk, tmp_path, idle=0.2)
    with running(app) as port, Phone(port) as stalled:
        stalled.says("POST", "/", "Content-Length: 1000", body=b"x" * 500)
        assert stalled.hears_status() == 408
        assert b"</html>" in stalled.hears_all()  # a page, and then the server hangs up
        assert app.bodies.room.memory == 0
    assert desk.called == []


def test_a_body_that_drips_for_too_long_is_dropped(desk, tmp_path):
    with running(site(desk, tmp_path, idle=5.0, longest=0.5)) as port, Phone(port) as dripping:
        dripping.says("POST", "/", "Content-Length: 100000")
        answered = threading.Event()

        def drip():
            while not answered.wait(0.05):
                dripping.sends(b"x")

        threading.Thread(target=drip, daemon=True).start()
        assert dripping.hears_status() == 408
        answered.set()
    assert desk.called == []


def test_a_phone_that_hangs_up_gives_its_room_back_and_reaches_no_page(desk, tmp_path):
    app = site(desk, tmp_path)
    with running(app) as port:
        with Phone(port) as phone:
            phone.says("POST", "/upload/", f"Content-Length: {MB}", body=b"x" * (MB - 1))
            until(lambda: app.bodies.room.disk == MB - 1)
        until(lambda: app.bodies.room.disk == 0)
    assert desk.called == []
