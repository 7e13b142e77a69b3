"""Bodies on their way to the record store: what is here already is taken at once, whatever else with the clock of all bodies."""

import asyncio

from milpa.server.bodies import Room
from milpa.server.xapi import Xapi


class Store:
    def reached(self):
        raise AssertionError("nobody asked")


def request(*messages, length=None, tmp_path=None):
    """What the door reads of these messages, each of which comes a turn of the loop after the one before."""
    sent, read = [], []
    left = list(messages)

    async def receive():
        if len(left) < len(messages):
            await asyncio.sleep(0)
        return left.pop(0)

    async def send(message):
        sent.append(message)

    class Reading(Xapi):
        async def _answer(self, scope, take):
            from milpa.records.http.requests import Answer

            read.append(await take(True))
            return Answer(204)

    whole = b"".join(message.get("body", b"") for message in messages)
    headers = [(b"content-length", str(len(whole) if length is None else length).encode())]
    scope = {"type": "http", "method": "POST", "path": "/xapi/statements", "query_string": b"", "headers": headers, "extensions": {}}
    room = Room()
    asyncio.run(Reading(Store(), room, tmp_path)(scope, receive, send))
    assert (room.memory, room.disk) == (0, 0)
    return read, [message.get("status") for message in sent]


def block(body, more=False):
    return {"type": "http.request", "body": body, "more_body": more}


def test_a_body_that_is_here_is_taken_whole(tmp_path):
    assert request(block(b"[1]"), tmp_path=tmp_path) == ([b"[1]"], [204, None])


def test_a_body_in_pieces_is_waited_for(tmp_path):
    assert request(block(b"[1", more=True), block(b",2", more=True), block(b"]"), tmp_path=tmp_path) == ([b"[1,2]"], [204, None])


def test_whoever_hangs_up_is_not_answered(tmp_path):
    assert request({"type": "http.disconnect"}, length=3, tmp_path=tmp_path) == ([], [])
    assert request(block(b"[1", more=True), {"type": "http.disconnect"}, tmp_path=tmp_path) == ([], [])


def test_a_large_body_is_read_as_all_large_bodies(tmp_path):
    large = b"x" * 300_000
    assert request(block(large[:100], more=True), block(large[100:]), tmp_path=tmp_path) == ([large], [204, None])


def test_a_body_shorter_than_it_says_is_refused(tmp_path):
    read, statuses = request(block(b"[1]"), {"type": "http.disconnect"}, length=5, tmp_path=tmp_path)
    assert (read, statuses[0]) == ([], 400)
