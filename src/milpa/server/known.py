"""Whether a request carries a session or token that exists: asked before a large body is taken, remembered for 30 s."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from milpa.server.scope import Scope, cookies, header
from milpa.server.threads import DatabaseThread

SECONDS = 30.0
REMEMBERED = 10_000
LONGEST = 512  # characters; what is longer is no credential of ours


@dataclass(frozen=True, slots=True)
class Credential:
    """One way of being known: where the request carries it, and a query that says whether it exists."""

    carried: Callable[[Scope], str]
    exists: Callable[[str], bool]


def session_key(scope: Scope) -> str:
    from django.conf import settings

    return cookies(scope).get(settings.SESSION_COOKIE_NAME, "")


def session_exists(key: str) -> bool:
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    return Session.objects.filter(session_key=key, expire_date__gt=timezone.now()).exists()


def authorization(scope: Scope) -> str:
    return header(scope, b"authorization")


# A package whose devices carry tokens adds a row: Credential(authorization, its own query).
CREDENTIALS = [Credential(session_key, session_exists)]


class Known:
    def __init__(
        self,
        thread: DatabaseThread,
        credentials: list[Credential] = CREDENTIALS,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.thread, self.credentials, self.seconds, self.clock = thread, credentials, seconds, clock
        self.remembered: OrderedDict[tuple[int, str], tuple[float, bool]] = OrderedDict()

    async def __call__(self, scope: Scope) -> bool:
        for row, credential in enumerate(self.credentials):
            value = credential.carried(scope)
            if value and len(value) <= LONGEST and await self.exists(row, value):
                return True
        return False

    async def exists(self, row: int, value: str) -> bool:
        until, answer = self.remembered.get((row, value), (0.0, False))
        if until <= self.clock():
            answer = await self.thread.run(self.credentials[row].exists, value)
            self.remembered[row, value] = (self.clock() + self.seconds, answer)
            self.remembered.move_to_end((row, value))
            while len(self.remembered) > REMEMBERED:
                self.remembered.popitem(last=False)
        return answer
