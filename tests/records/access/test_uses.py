"""When a credential was last used."""

import asyncio

import pytest

from milpa.records.access import uses
from milpa.records.models.access import Credential

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def test_what_was_noted_is_written_when_the_server_stops(made):
    credential = made().credential

    async def live():
        keeping = uses.Uses()
        await keeping.start()
        uses.note(credential.id)
        await keeping.stop()

    asyncio.run(live())
    assert Credential.objects.get().used_at is not None


def test_it_is_written_again_and_again_while_the_server_lives(made):
    credential = made().credential

    async def live():
        keeping = uses.Uses(each=0.001)
        await keeping.start()
        uses.note(credential.id)
        while await asyncio.to_thread(unwritten):
            await asyncio.sleep(0)
        keeping.task.cancel()

    def unwritten():
        return Credential.objects.filter(used_at=None).exists()

    asyncio.run(asyncio.wait_for(live(), 30))
    assert not unwritten()
