"""kill -9 while eight tools write, many times: what was acknowledged is there, once; a batch is there whole or not at all."""

import os
import random
import signal
import sqlite3
from uuid import UUID

from tests.harness.senders import Senders

from bench.records.store import store


def measure(asked: dict[str, int]) -> str:
    chance = random.Random(asked["seed"])
    acknowledged = broken = 0
    with store() as one:
        for _ in range(asked["kills"]):
            senders = Senders(one.port, one.authorization, chance)
            senders.until_killed(lambda: os.killpg(one.site.process.pid, signal.SIGKILL), after=chance.uniform(0.05, 1.5))
            one.site.process.wait()
            with sqlite3.connect(one.data / "records.sqlite3") as connection:
                stored = [str(UUID(id)) for (id,) in connection.execute("SELECT id FROM records_statement")]
            connection.close()
            acknowledged += sum(len(ids) for ids in senders.acknowledged)
            broken += len(senders.broken(stored))
            one.start_again()
    return f"{asked['kills']} kills (seed {asked['seed']}): {acknowledged:,} statements were acknowledged; {broken} faults."
