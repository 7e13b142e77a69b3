"""Heads have limits too."""

from milpa.server.protocol import Protocol
from milpa.server.router import Router
from milpa.server.scope import abort, is_gone
from tests.server.serving import Phone, ask, running


class Impatient(Protocol):
    head_seconds = 0.2


async def hello(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})


def test_a_phone_that_connects_and_says_nothing_is_cut():
    with running(Router({}, hello), Impatient) as port, Phone(port) as phone:
        assert phone.hears_all() == b""


def test_a_phone_that_never_ends_its_headers_is_cut():
    with running(Router({}, hello), Impatient) as port, Phone(port) as phone:
        phone.sends(b"GET / HTTP/1.1\r\nHost: te")
        assert phone.hears_all() == b""


def test_a_second_request_on_the_same_connection_has_its_own_time():
    with running(Router({}, hello), Impatient) as port, Phone(port) as phone:
        phone.says("GET", "/")
        assert phone.hears(b"hi")
        phone.sends(b"GET / HTTP/1.1\r\n")
        assert phone.hears_all() == b""


def test_headers_without_end_are_refused():
    with running(Router({}, hello)) as port, Phone(port) as phone:
        phone.sends(b"GET / HTTP/1.1\r\nX-Endless: " + b"x" * 100_000)
        assert phone.hears_status() == 400
    with running(Router({}, hello)) as port:
        assert ask(port, "/", Cookie="x" * 8_000).status == 200


def test_the_application_can_cut_a_connection():
    seen = []

    async def rude(scope, receive, send):
        seen.append(is_gone(scope))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        abort(scope)
        seen.append(is_gone(scope))

    with running(Router({}, rude)) as port, Phone(port) as phone:
        phone.says("GET", "/")
        phone.hears_all()
    assert seen == [False, True]
