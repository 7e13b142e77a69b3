"""One look serves all who listen, from wherever each of them is."""

import asyncio
import threading

import pytest

from milpa.server.hub import Hub
from milpa.server.listeners import Stream
from milpa.web.live import Channel, Event, Screen

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


class Wall(Cards):
    """With a mark that can be left as it was, and a screen."""

    def __init__(self):
        super().__init__()
        self.mark, self.shown, self.drawn = "a", Screen("voting", {"html": "<form>"}), 0

    def screen(self, channel_id, audience, state):
        self.drawn += 1
        return self.shown

    def hub(self, **settings):
        channel = Channel(lambda asker, channel_id: True, self.read, mark=lambda channel_id: self.mark, screen=self.screen)
        return Hub({"wall": channel}, **{"coalescing": 0.0, **settings})


async def reads(stream):
    async with asyncio.timeout(10):
        return (await stream.next()).decode()


def test_a_secret_vote_wakes_the_feeds_and_reads_nothing():
    async def story():
        wall = Wall()
        hub = wall.hub()
        asked = []
        hub.read_told = lambda kind, channel_id, seq: asked.append(seq) or []
        stream = listening()
        hub.join(KEY, stream)
        assert "event: screen" in await reads(stream)
        hub.wake("wall", "w1")
        await holds(lambda: len(asked) == 2)
        wall.texts, wall.mark = ["uno"], "b"
        hub.wake("wall", "w1")
        assert "id: 1" in await reads(stream)
        assert (len(wall.reads), stream.queue.empty()) == (2, True)
        return hub

    running(story)


def test_who_joins_is_read_for_although_nothing_has_changed():
    async def story():
        wall = Wall()
        wall.texts = ["uno"]
        hub = wall.hub()
        first, second = listening(), listening()
        hub.join(KEY, first)
        assert "id: 1" in await reads(first)
        hub.join(KEY, second)
        assert "id: 1" in await reads(second)
        return hub

    running(story)


def test_who_joins_while_the_hub_finds_nothing_new_is_given_all_by_the_next_look():
    async def story():
        wall, second = Wall(), listening()
        wall.texts = ["uno"]
        hub = wall.hub()
        loop, joined = asyncio.get_running_loop(), []

        def told(kind, channel_id, seq):  # in the hub's thread, when the look has begun
            if wall.reads and not joined:
                joined.append(second)
                asyncio.run_coroutine_threadsafe(join(), loop).result(10)
            return []

        async def join():
            hub.join(KEY, second)

        hub.read_told = told
        first = listening()
        hub.join(KEY, first)
        assert "id: 1" in await reads(first)
        hub.wake("wall", "w1")
        assert "id: 1" in await reads(second)
        return hub

    running(story)


def test_a_screen_is_drawn_once_for_all_and_not_sent_to_who_shows_it_already():
    async def story():
        wall = Wall()
        hub = wall.hub()
        here, other = Stream(0, lambda: None, shows="voting"), Stream(0, lambda: None, shows="writing")
        hub.join(KEY, here)
        hub.join(KEY, other)
        assert '"mark":"voting"' in await reads(other)
        assert (wall.drawn, here.queue.empty()) == (1, True)
        wall.shown, wall.mark = Screen("counted", {"html": "<table>"}), "b"
        hub.wake("wall", "w1")
        assert 'data: {"mark":"counted","html":"<table>"}' in await reads(here)
        assert await reads(other) == 'event: screen\ndata: {"mark":"counted","html":"<table>"}\n\n'
        assert wall.drawn == 2
        return hub

    running(story)
