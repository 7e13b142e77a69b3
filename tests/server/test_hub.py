"""One look serves all who listen, from wherever each of them is."""

import asyncio
import threading

import pytest

from milpa.server.hub import Hub
from milpa.server.listeners import Stream
from milpa.web.live import Channel, Event

KEY = ("wall", "w1", "phone")


class Cards:
    """Facts in memory; a look can be held up to see what happens meanwhile."""

    def __init__(self):
        self.texts, self.reads = [], []
        self.may_read = threading.Event()
        self.may_read.set()

    def read(self, channel_id, after, audience):
        found = [Event(arrived, "card", {"text": text}) for arrived, text in enumerate(self.texts, 1) if arrived > after]
        self.reads.append(after)
        assert self.may_read.wait(10)
        return found


@pytest.fixture
def cards():
    return Cards()


def hub_of(cards, **settings):
    return Hub({"wall": Channel(may_listen=lambda asker, channel_id: True, read=cards.read)}, **{"coalescing": 0.0, **settings})


def listening(after=0):
    return Stream(after, lambda: None)


async def hears(stream):
    async with asyncio.timeout(10):
        return [line for line in (await stream.next()).decode().split("\n") if line.startswith("id: ")]


async def holds(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0)


def running(story):
    async def run():
        hub = None
        try:
            hub = await story()
        finally:
            if hub:
                await hub.stop()

    asyncio.run(run())


def test_those_behind_and_those_in_front_are_served_by_one_look(cards):
    async def story():
        hub = hub_of(cards)
        cards.texts = ["uno", "dos", "tres"]
        behind, in_front = listening(0), listening(2)
        hub.join(KEY, behind)
        hub.join(KEY, in_front)
        assert await hears(behind) == ["id: 1", "id: 2", "id: 3"]
        assert await hears(in_front) == ["id: 3"]
        assert cards.reads == [0]
        return hub

    running(story)


def test_who_joins_while_the_hub_looks_is_not_given_half(cards):
    async def story():
        hub = hub_of(cards)
        cards.texts = ["uno", "dos", "tres"]
        first, second = listening(2), listening(0)
        cards.may_read.clear()
        hub.join(KEY, first)
        await holds(lambda: cards.reads == [2])  # this look began at 2
        hub.join(KEY, second)
        cards.may_read.set()
        assert await hears(first) == ["id: 3"]
        assert await hears(second) == ["id: 1", "id: 2", "id: 3"]
        return hub

    running(story)


def test_a_card_committed_while_the_hub_looks_is_seen_by_the_next_look(cards):
    async def story():
        hub = hub_of(cards)
        cards.texts = ["uno"]
        stream = listening()
        cards.may_read.clear()
        hub.join(KEY, stream)
        await holds(lambda: cards.reads)
        cards.texts = ["uno", "dos"]
        hub.wake("wall", "w1")
        cards.may_read.set()
        assert await hears(stream) == ["id: 1"]
        assert await hears(stream) == ["id: 2"]
        return hub

    running(story)


def test_twenty_cards_within_the_coalescing_time_are_one_message(cards):
    async def story():
        hub = hub_of(cards, coalescing=0.2)
        stream = listening()
        hub.join(KEY, stream)
        await holds(lambda: cards.reads)
        for number in range(20):
            cards.texts.append(str(number))
            hub.wake("wall", "w1")
        assert len(await hears(stream)) == 20
        return hub

    running(story)


def test_waking_one_channel_does_not_read_another(cards):
    async def story():
        hub = hub_of(cards)
        one, other = listening(), listening()
        hub.join(KEY, one)
        hub.join(("wall", "w2", "phone"), other)
        await holds(lambda: len(cards.reads) == 2)
        cards.texts = ["uno"]
        hub.wake("wall", "w2")
        assert await hears(other) == ["id: 1"]
        assert one.queue.empty()
        hub.wake()
        assert await hears(one) == ["id: 1"]
        return hub

    running(story)


def test_a_feed_ends_with_its_last_listener_and_a_new_one_begins_afresh(cards):
    async def story():
        hub = hub_of(cards)
        stream = listening()
        hub.join(KEY, stream)
        hub.leave(KEY, stream)
        hub.leave(KEY, stream)  # twice does no harm
        await holds(lambda: not hub.feeds)
        cards.texts = ["uno"]
        again = listening()
        hub.join(KEY, again)
        assert await hears(again) == ["id: 1"]
        return hub

    running(story)


def test_a_closed_hub_ends_who_listens_and_who_would(cards):
    async def story():
        hub = hub_of(cards)
        before, after = listening(), listening()
        hub.join(KEY, before)
        hub.close()
        hub.join(KEY, after)
        assert await before.next() == b"" == await after.next()
        return hub

    running(story)
