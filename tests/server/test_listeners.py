"""What waits for a phone is bounded, and encoded once for all."""

import asyncio

import pytest

from milpa.server.listeners import Batch, Message, Question, Stream
from milpa.web.live import Event


def batch(*texts, states=(), first=1):
    events = [Message.of_event(Event(first + place, "card", {"text": text})) for place, text in enumerate(texts)]
    return Batch(events, list(states), {one.name: one for one in states})


def state(name, value):
    return Message.of_state(name, {"value": value})


def test_an_event_carries_its_arrival_as_id_and_a_state_carries_none():
    assert batch("ñandú", states=[state("timer", 3)], first=7).sse.decode() == (
        'id: 7\nevent: card\ndata: {"text":"ñandú"}\n\nevent: timer\ndata: {"value":3}\n\n'
    )


def test_a_line_break_in_a_card_does_not_break_the_stream():
    assert batch("uno\n\ndos").sse.count(b"\n\n") == 1


def test_a_phone_that_is_too_many_batches_behind_is_cut():
    cut = []
    stream = Stream(0, lambda: cut.append("cut"), most=2)
    stream.offer(batch("uno"))
    stream.offer(batch("dos"))
    assert cut == []
    stream.offer(batch("tres"))
    assert (cut, stream.was_cut, stream.ended) == (["cut"], True, True)
    stream.offer(batch("cuatro"))
    assert asyncio.run(stream.next()) == b""


def test_a_phone_that_is_too_many_bytes_behind_is_cut_but_a_long_beginning_is_not():
    cut = []
    stream = Stream(0, lambda: cut.append("cut"), most_bytes=1000)
    stream.offer(batch("x" * 5000))
    assert cut == []
    stream.offer(batch("y"))
    assert cut == ["cut"]


def test_what_was_handed_on_no_longer_counts():
    stream = Stream(0, lambda: pytest.fail("cut"), most_bytes=1000)
    for _ in range(10):
        stream.offer(batch("x" * 900))
        assert asyncio.run(stream.next())


def test_the_heart_beats_only_where_nothing_else_waits():
    stream = Stream(0, lambda: None)
    stream.beat()
    stream.beat()
    stream.offer(batch("uno"))
    assert asyncio.run(stream.next()) == b":\n\n"
    assert b"uno" in asyncio.run(stream.next())
    assert stream.queue.empty()


def test_states_are_marked_alike_in_whatever_order_they_came():
    one, two = state("timer", 1), state("presence", 2)
    assert batch(states=[one, two]).mark == batch(states=[two, one]).mark != batch(states=[one, state("presence", 3)]).mark


def test_a_question_waits_while_it_knows_everything():
    async def asked():
        known = batch(states=[state("timer", 1)])
        question = Question(0, known.mark)
        question.offer(known)
        assert not question.answered.done()
        question.offer(batch("uno"))
        question.offer(batch("dos"))
        return await question.answered

    assert [message.data for message in asyncio.run(asked()).events] == [b'{"text":"uno"}']
