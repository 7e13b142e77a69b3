"""Which door answers what, and what lives as long as the process."""

import asyncio

import pytest

from milpa.server.router import Router
from tests.server.serving import ask, running


def saying(text):
    async def door(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": text.encode()})

    return door


class Life:
    def __init__(self, name, log):
        self.name, self.log = name, log

    async def start(self):
        self.log.append(f"{self.name} starts")

    async def stop(self):
        self.log.append(f"{self.name} stops")


@pytest.mark.parametrize(
    "path, door",
    [("/live/wall/1", "live"), ("/live/", "live"), ("/live", "pages"), ("/health", "health"), ("/healthy", "pages"), ("/", "pages")],
)
def test_a_door_is_found_by_the_whole_address_or_by_its_beginning(path, door):
    router = Router({"/live/": "live", "/health": "health"}, "pages")
    assert router.door(path) == door


def test_what_lasts_starts_in_order_and_stops_in_reverse():
    log = []
    with running(Router({}, saying("hi"), [Life("first", log), Life("second", log)])) as port:
        assert log == ["first starts", "second starts"]
        assert ask(port, "/").content == b"hi"
    assert log[2:] == ["second stops", "first stops"]


def test_what_cannot_start_keeps_the_server_from_starting():
    class Broken(Life):
        async def start(self):
            raise RuntimeError("broken on purpose")

    async def begins():
        return {"type": "lifespan.startup"}

    router = Router({}, saying("hi"), [Broken("broken", [])])
    with pytest.raises(RuntimeError):
        asyncio.run(router({"type": "lifespan"}, begins, None))


def test_answers_are_counted_by_status_and_failures_as_500():
    async def failing(scope, receive, send):
        raise RuntimeError("broken on purpose")

    router = Router({"/fails": failing}, saying("hi"))
    with running(router) as port:
        ask(port, "/")
        ask(port, "/")
        assert ask(port, "/fails").status == 500
    assert router.figures.requests == {200: 2, 500: 1}
