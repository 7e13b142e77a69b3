"""Phones that vote into a real server all at once, and remember what was acknowledged, whatever happens to it."""

import http.client
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

TOKEN = "v" * 32  # cross-site protection compares the cookie with the form: a phone may choose both


@dataclass(slots=True)
class Voters:
    """`cookies`: one a participant. Whoever got no answer sends the same ballot again when asked to, as a phone's outbox does."""

    port: int
    slug: str
    vote: str
    groups: list[str]
    cookies: list[str]
    ballots: dict[str, tuple[str, str]] = field(default_factory=dict)  # ballot id -> cookie, group
    acknowledged: set[str] = field(default_factory=set)

    def until_killed(self, kill: Callable[[], object], chance: random.Random) -> None:
        """Everybody votes within a second or so; `kill` comes after a random share of them was answered."""
        wanted = chance.randint(1, max(1, len(self.cookies) * 3 // 4))
        plan = [(str(uuid4()), cookie, chance.choice(self.groups)) for cookie in self.cookies]
        self.ballots = {id: (cookie, group) for id, cookie, group in plan}
        threads = [threading.Thread(target=self._cast, args=(id,)) for id in self.ballots]
        for thread in threads:
            thread.start()
        until = time.monotonic() + 30
        while len(self.acknowledged) < wanted and time.monotonic() < until:
            threading.Event().wait(0.002)
        kill()
        for thread in threads:
            thread.join()

    def send_again(self) -> None:
        """All that were sent, whether answered or not: what is stored is answered as stored."""
        for id in self.ballots:
            self._cast(id)

    def _cast(self, id: str) -> None:
        cookie, group = self.ballots[id]
        body = urlencode({"form_id": id, "vote": self.vote, "groups": group, "csrfmiddlewaretoken": TOKEN})
        headers = {
            "Cookie": f"{cookie}; csrftoken={TOKEN}", "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", f"/w/{self.slug}/vote/", body, headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return
        finally:
            connection.close()
        if answer.status != 200:
            raise AssertionError(f"{answer.status} while voting")
        self.acknowledged.add(id)
