"""The hub: reads what has arrived in the database since it last looked, and hands it to all who listen.

Each feed (a channel's kind, id and audience) has one task that reads once for all its listeners, in a thread of the hub's
own, at most every 50 ms. It reads from the oldest position among them, so joining, resuming after a lost connection and
following are the same path and nothing is kept in memory that could differ from the database. docs/rules/server.md
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass

from milpa.server.listeners import Batch, Listener, Message
from milpa.server.threads import DatabaseThread
from milpa.web.live import Channel, Event, Screen, Told

COALESCING = 0.05  # seconds from one look of a feed to the next; the first after a silence is at once
REST = 4  # after a long look a quarter of its time, so that no feed holds the thread for itself
HEARTBEAT = 15.0
SCREEN = "screen"  # the name of that event
LONGEST = 600.0  # seconds a listener stays before it must ask again whether it may

log = logging.getLogger("milpa.server")

Key = tuple[str, str, str]
ReadTold = Callable[[str, str, int], list[Told]]


@dataclass(frozen=True, slots=True)
class Seen:
    """`is_whole`: the facts were read; else nothing had changed but what was told."""

    told: list[Told]
    mark: object
    is_whole: bool = False
    events: Sequence[Event] = ()
    state: Mapping[str, object] | None = None
    screen: Screen | None = None


class Feed:
    def __init__(self, hub: "Hub", key: Key, channel: Channel) -> None:
        self.hub, self.key, self.channel = hub, key, channel
        self.kind, self.id, self.audience = key
        self.listeners: set[Listener] = set()
        self.states: dict[str, Message] = {}
        self.told = 0  # the last telling that was seen
        self.mark: object = None  # the channel's, when the facts were read last
        self.shows = ""  # the mark of the screen that was sent last
        self.woken = asyncio.Event()

    async def follow(self) -> None:
        try:
            while self.listeners:
                await self.woken.wait()
                self.woken.clear()
                if self.listeners:
                    began = time.monotonic()
                    since = min(listener.at for listener in self.listeners)
                    has_new = any(listener.is_new for listener in self.listeners)
                    self.deliver(since, await self.hub.thread.run(self.look, since, has_new))
                    took = time.monotonic() - began
                    await asyncio.sleep(max(self.hub.coalescing - took, took / REST))
        finally:  # also when a read failed: they connect again and ask again
            self.hub.feeds.pop(self.key, None)
            for listener in self.listeners:
                listener.end()

    def look(self, since: int, has_new: bool) -> Seen:
        """In the hub's thread: all that listeners of this feed do not know yet."""
        told = self.hub.read_told(self.kind, self.id, self.told)
        mark = self.channel.mark(self.id)  # before the rest: what arrives meanwhile is read again
        if mark is not None and mark == self.mark and not has_new:
            return Seen(told, mark)
        events, state = self.channel.read(self.id, since, self.audience), self.channel.state(self.id)
        return Seen(told, mark, True, events, state, self.channel.screen(self.id, self.audience, state))

    def deliver(self, since: int, seen: Seen) -> None:
        changed = self.changed_states(seen)
        messages = [Message.of_event(event) for event in seen.events]
        batches: dict[tuple[int, bool, bool], Batch] = {}
        for listener in list(self.listeners):
            if listener.at < since or (listener.is_new and not seen.is_whole):
                continue  # joined while we looked: the next look is for it
            known = (listener.at, listener.is_new, listener.shows == self.shows)
            if known not in batches:
                states = self.states_for(listener) if listener.is_new else changed
                batches[known] = Batch([one for one in messages if one.arrived > listener.at], states, dict(self.states))
            if messages:
                listener.at = max(listener.at, messages[-1].arrived)
            listener.offer(batches[known])
            listener.is_new = False

    def states_for(self, new: Listener) -> list[Message]:
        """All that was ever told, but for the screen that this listener shows already."""
        return [one for one in self.states.values() if one.name != SCREEN or new.shows != self.shows]

    def changed_states(self, seen: Seen) -> list[Message]:
        found = [Message.of_text(one.name, one.data) for one in seen.told if one.audience in ("", self.audience)]
        if seen.state is not None:
            found.append(Message.of_state("state", seen.state))
        if seen.screen is not None:
            found.append(Message.of_state(SCREEN, {"mark": seen.screen.mark} | dict(seen.screen.data)))
            self.shows = seen.screen.mark
        if seen.is_whole:
            self.mark = seen.mark
        self.told = max([self.told, *(one.seq for one in seen.told)])
        changed = {one.name: one for one in found if self.states.get(one.name) != one}
        self.states.update(changed)
        return list(changed.values())


class Hub:
    def __init__(
        self,
        channels: Mapping[str, Channel],
        read_told: ReadTold = lambda kind, channel_id, seq: [],
        coalescing: float = COALESCING,
        heartbeat: float = HEARTBEAT,
        longest: float = LONGEST,
    ) -> None:
        self.channels, self.read_told = channels, read_told
        self.coalescing, self.heartbeat, self.longest = coalescing, heartbeat, longest
        self.thread = DatabaseThread("live")
        self.feeds: dict[Key, Feed] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.closed = False
        self.cut = 0  # listeners that were too slow
        self.on_first: Callable[[], None] = lambda: None  # somebody listens
        self.on_last: Callable[[], None] = lambda: None  # nobody listens any more

    @property
    def listeners(self) -> int:
        return sum(len(feed.listeners) for feed in self.feeds.values())

    def start(self) -> None:
        """On the loop, before anybody listens."""
        self._run(self._beat())

    def join(self, key: Key, listener: Listener) -> None:
        """From here on the listener is offered all that arrived after its position."""
        if self.closed:
            listener.end()
            return
        if not self.listeners:
            self.on_first()
        feed = self.feeds.get(key)
        if feed is None:
            feed = self.feeds[key] = Feed(self, key, self.channels[key[0]])
            self._run(feed.follow())  # begins once this returns
        feed.listeners.add(listener)
        feed.woken.set()

    def leave(self, key: Key, listener: Listener) -> None:
        feed = self.feeds.get(key)
        if feed is None or listener not in feed.listeners:
            return
        feed.listeners.discard(listener)
        feed.woken.set()  # a feed without listeners ends
        self.cut += listener.was_cut
        if not self.listeners:
            self.on_last()

    def wake(self, kind: str = "", channel_id: str = "") -> None:
        """Something may have arrived: in this channel, or without one in any."""
        for feed in self.feeds.values():
            if not kind or (feed.kind, feed.id) == (kind, channel_id):
                feed.woken.set()

    def close(self) -> None:
        """Ends every stream; phones connect again elsewhere or later and resume."""
        self.closed = True
        for listener in self._all():
            listener.end()

    async def stop(self) -> None:
        self.close()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.thread.close()

    def _all(self) -> Iterable[Listener]:
        return [listener for feed in self.feeds.values() for listener in feed.listeners]

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self.heartbeat)
            now = time.monotonic()
            for listener in self._all():
                if now - listener.since > self.longest:
                    listener.end()
                else:
                    listener.beat()

    def _run(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and task.exception():
            log.error("a live channel could not be read", exc_info=task.exception())
