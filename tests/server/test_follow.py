"""How the hub learns of commits: from its own process at once, from others by looking."""

import asyncio
import json

import pytest

from milpa.server.follow import Live, PostgresFollower, SqliteFollower
from milpa.server.hub import Hub
from milpa.web import live
from tests.server.serving import ask, until
from tests.server.wall import Listening, Wall


@pytest.fixture
def wall(tmp_path):
    return Wall(tmp_path)


def test_what_is_announced_in_this_process_need_not_wait_for_a_look(wall):
    with wall.served(each=3600.0) as (port, _hub), Listening(port) as phone:
        wall.write("ahora")
        for wake in live.hubs:
            wake("wall", "w1")
        assert phone.texts(1) == ["ahora"]


def test_nobody_looks_while_nobody_listens(wall):
    with wall.served() as (port, hub):
        (life,) = [wake.__self__ for wake in live.hubs]
        assert life.follower.timer is None
        with Listening(port):
            until(lambda: life.follower.timer)
        until(lambda: hub.listeners == 0)
        assert life.follower.timer is None
        wall.write("sin nadie")
        life.wake("wall", "w1")  # and an announcement to nobody does no harm
        assert ask(port, "/live/wall/w1?once=1").plain()["after"] == 1


def test_one_commit_wakes_once_though_it_is_announced_and_seen(wall):
    async def wakes():
        hub, woken = Hub({}), []
        follower = SqliteFollower(hub, wall.path, wall.board, each=3600.0)
        hub.wake = lambda *where: woken.append(where)
        hub.on_first()
        wall.write("uno")
        Live(hub, follower)._woken("wall", "w1")
        follower.check()  # the next look
        follower.stop()
        return woken

    assert asyncio.run(wakes()) == [("wall", "w1"), ()]


def test_a_state_told_by_another_thread_is_heard_without_an_id_and_again_by_who_comes_later(wall):
    with wall.served() as (port, _hub), Listening(port) as phone:
        wall.board.put("wall", "w1", "timer", "", '{"ends":90}')
        assert phone.event() == {"event": "timer", "data": {"ends": 90}}
        wall.board.put("wall", "w1", "timer", "", '{"ends":30}')
        assert phone.event()["data"] == {"ends": 30}
        with Listening(port) as later:
            assert later.event()["data"] == {"ends": 30}


def test_a_state_told_to_one_audience_is_not_heard_by_another(wall):
    with wall.served() as (port, _hub), Listening(port) as phone, Listening(port, cookie="audience=console") as console:
        wall.board.put("wall", "w1", "presence", "console", '{"phones":12}')
        wall.board.put("wall", "w1", "document", "", '{"changed":true}')
        assert [console.event()["event"], console.event()["event"]] == ["presence", "document"]
        assert phone.event()["event"] == "document"


def test_a_state_in_the_database_is_sent_when_it_differs_from_what_was_sent(wall):
    wall.state = {"open": "writing"}
    with wall.served() as (port, _hub), Listening(port) as phone:
        assert phone.event() == {"event": "state", "data": {"open": "writing"}}
        wall.write("igual")  # the state is read again and is the same
        assert phone.event()["event"] == "card"
        wall.state = {"open": "voting"}
        wall.write("distinto")
        assert [phone.event()["event"], phone.event()["data"]] == ["card", {"open": "voting"}]


def hearing(**message):
    return json.dumps({"kind": "wall", "id": "w1", **message})


def test_on_postgresql_the_last_telling_of_each_name_is_kept():
    follower = PostgresFollower(Hub({}), {})
    follower.hear(hearing(name="timer", audience="", data="1"))
    follower.hear(hearing(name="timer", audience="", data="2"))
    follower.hear(hearing(name="presence", audience="console", data="3"))
    follower.hear(hearing())  # a fact: nothing to keep
    told = follower.since("wall", "w1", 0)
    assert [(one.name, one.audience, one.data) for one in told] == [("timer", "", "2"), ("presence", "console", "3")]
    assert follower.since("wall", "w1", told[-1].seq) == []
    assert follower.since("wall", "w2", 0) == []
