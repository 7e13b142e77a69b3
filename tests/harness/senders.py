"""Tools that write statements into a real server at once, and remember what was acknowledged, whatever happens to it."""

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(slots=True)
class Senders:
    """Each sender sends batches of 1, 3 or 10 until it is told to stop or the server is gone."""

    port: int
    authorization: str
    chance: random.Random
    how_many: int = 8
    sent: list[list[str]] = field(default_factory=list)
    acknowledged: list[list[str]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def until_killed(self, kill: Any, after: float) -> None:
        """Sends for `after` seconds, calls `kill`, and returns when every sender has noticed."""
        threads = [threading.Thread(target=self._send, args=(random.Random(self.chance.random()),)) for _ in range(self.how_many)]
        for thread in threads:
            thread.start()
        self._wait(after)
        kill()
        self.stopped.set()
        for thread in threads:
            thread.join()

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.acknowledged and time.monotonic() < until + 20:  # a slow machine has something to lose, too
            self.stopped.wait(0.01)
        self.stopped.wait(max(0.0, until - time.monotonic()))

    def _send(self, chance: random.Random) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Authorization": self.authorization, "X-Experience-API-Version": "2.0.0", "Content-Type": "application/json"}
        while not self.stopped.is_set():
            ids = [str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(chance.choice((1, 3, 10)))]
            self.sent.append(ids)
            try:
                connection.request("POST", "/xapi/statements", json.dumps([statement(id) for id in ids]), headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                return
            if answer.status != 200:
                raise AssertionError(f"{answer.status} while sending")
            self.acknowledged.append(ids)

    def broken(self, stored: list[str]) -> list[str]:
        """What is wrong with what was stored, a sentence each; nothing if every acknowledged batch is there, once, and no other in part."""
        wrong = [f"{id} stands there twice" for id in set(stored) if stored.count(id) > 1] if len(set(stored)) < len(stored) else []
        there = set(stored)
        wrong += [f"{id} was acknowledged and is gone" for ids in self.acknowledged for id in ids if id not in there]
        return wrong + [f"the batch of {ids[0]} is there in part" for ids in self.sent if 0 < len(there & set(ids)) < len(ids)]


def statement(id: str) -> dict[str, Any]:
    return {
        "id": id,
        "actor": {"account": {"homePage": "https://example.org", "name": "lidia"}},
        "verb": {"id": "https://example.org/verbs/read"},
        "object": {"id": "https://example.org/lessons/1"},
    }
