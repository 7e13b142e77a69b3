"""kill -9 in the middle of the vote, many times: every acknowledged vote is there, and sending again counts nobody twice."""

import os
import random
import signal
import sqlite3
from uuid import UUID

from tests.workshops.voters import Voters

from bench.room.room import room
from bench.site import Site

PHONES = 40


def measure(asked: dict[str, int]) -> str:
    chance = random.Random(asked["seed"])
    acknowledged = lost = twice = 0
    for _ in range(asked["kills"]):
        with room(PHONES, voting=True) as one:
            told = one.told
            voters = Voters(one.site.port, told["slug"], told["vote"], told["groups"], told["cookies"])
            voters.until_killed(lambda: os.killpg(one.site.process.pid, signal.SIGKILL), chance)
            one.site.process.wait()
            stored = _stored(one.data)
            acknowledged += len(voters.acknowledged)
            lost += len(voters.acknowledged - set(stored))
            one.site = Site(one.data, 1)
            voters.port = one.site.port
            voters.send_again()
            twice += len(_stored(one.data)) - PHONES
    return f"{asked['kills']} kills (seed {asked['seed']}): {acknowledged:,} votes were acknowledged; {lost} lost, {twice} counted twice."


def _stored(data: object) -> list[str]:
    with sqlite3.connect(f"{data}/milpa.sqlite3") as connection:
        return [str(UUID(id)) for (id,) in connection.execute("SELECT id FROM workshops_ballot")]
