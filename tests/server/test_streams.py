"""What a phone hears, on real sockets: all that arrives, once, from whoever wrote it."""

import pytest

from tests.server.serving import ask, until
from tests.server.wall import Listening, Wall


@pytest.fixture
def wall(tmp_path):
    return Wall(tmp_path)


def test_a_card_written_by_another_process_reaches_who_listens(wall):
    with wall.served() as (port, _hub), Listening(port) as phone:
        wall.write_elsewhere("reservaciones")
        assert phone.event() == {"id": "1", "event": "card", "data": {"text": "reservaciones"}}


def test_who_comes_late_hears_all_from_the_beginning(wall):
    wall.write("uno", "dos")
    with wall.served() as (port, _hub), Listening(port) as phone:
        assert phone.texts(2) == ["uno", "dos"]


def test_a_phone_resumes_where_it_was_and_misses_nothing_and_hears_nothing_twice(wall):
    wall.write("uno", "dos")
    with wall.served() as (port, hub):
        with Listening(port) as phone:
            assert phone.texts(2) == ["uno", "dos"]
        until(lambda: hub.listeners == 0)
        wall.write_elsewhere("tres", "cuatro")
        with Listening(port, after=2) as phone:
            wall.write("cinco")
            assert phone.texts(3) == ["tres", "cuatro", "cinco"]


def test_a_server_that_was_killed_is_no_loss_to_a_phone_that_resumes(wall):
    wall.write("uno")
    with wall.served() as (port, _hub), Listening(port) as phone:
        last = phone.event()["id"]
    wall.write_elsewhere("mientras no había servidor")
    with wall.served() as (port, _hub), Listening(port, after=int(last)) as phone:
        assert phone.texts(1) == ["mientras no había servidor"]


def test_the_place_to_begin_may_stand_in_the_address_and_the_header_is_newer(wall):
    wall.write("uno", "dos", "tres")
    with wall.served() as (port, _hub):
        with Listening(port, where="w1?after=2") as phone:
            assert phone.texts(1) == ["tres"]
        with Listening(port, after=1, where="w1?after=0") as phone:
            assert phone.texts(2) == ["dos", "tres"]
        with Listening(port, where="w1?after=nonsense") as phone:
            assert phone.texts(3) == ["uno", "dos", "tres"]


def test_each_audience_hears_what_is_for_it(wall):
    wall.write("para todos")
    wall.write("secreto", audience="console")
    wall.write("final")
    with wall.served() as (port, _hub), Listening(port) as phone, Listening(port, cookie="audience=console") as console:
        assert phone.texts(2) == ["para todos", "final"]
        assert console.texts(3) == ["para todos", "secreto", "final"]


def test_who_may_not_listen_is_refused_and_never_read_for(wall):
    with wall.served() as (port, _hub):
        assert ask(port, "/live/wall/w2").status == 403
        assert ask(port, "/live/nothing/w1").status == 404
        assert ask(port, "/live/wall/").status == 404
        assert ask(port, "/live/wall/w1", "POST", b"x").status == 405
    assert wall.reads == []


def test_a_slow_phone_is_cut_and_resumes_without_loss(wall):
    texts = [f"{number:04}" + "x" * 100_000 for number in range(200)]
    heard = []
    with wall.served() as (port, hub):
        with Listening(port, receive_buffer=4096) as slow, Listening(port) as quick:
            for text in texts:
                wall.write(text)
                assert quick.texts(1) == [text]
            until(lambda: hub.cut == 1)
            with pytest.raises(ConnectionError):
                while True:
                    heard.append(slow.event())
        assert len(heard) < len(texts)
        with Listening(port, after=int(heard[-1]["id"]) if heard else 0) as again:
            heard += [again.event() for _ in range(len(texts) - len(heard))]
    assert [event["data"]["text"] for event in heard] == texts


def test_a_quiet_stream_shows_that_it_lives(wall):
    with wall.served(heartbeat=0.1) as (port, _hub), Listening(port) as phone:
        assert phone.block() == b"retry: 1000"
        assert phone.block() == b":"


def test_a_stream_ends_after_a_while_so_that_the_phone_asks_again_whether_it_may(wall):
    ends = pytest.raises(ConnectionError, match="the stream ended")
    with wall.served(heartbeat=0.05, longest=0.1) as (port, _hub), Listening(port) as phone, ends:
        phone.event()


def test_streams_end_at_once_when_the_server_does(wall):
    with wall.served() as (port, hub):
        phone = Listening(port)
        until(lambda: hub.listeners == 1)
    with phone, pytest.raises(ConnectionError, match="the stream ended"):
        phone.event()


def test_when_reading_fails_the_streams_end_and_the_next_ones_try_again(wall):
    with wall.served() as (port, _hub):
        wall.broken = True
        with Listening(port) as phone, pytest.raises(ConnectionError, match="the stream ended"):
            phone.event()
        wall.broken = False
        wall.write("otra vez")
        with Listening(port) as phone:
            assert phone.texts(1) == ["otra vez"]


def test_one_read_serves_all_phones(wall):
    with wall.served() as (port, hub):
        phones = [Listening(port) for _ in range(20)]
        until(lambda: all(not listener.is_new for feed in hub.feeds.values() for listener in feed.listeners) and hub.listeners == 20)
        before = len(wall.reads)
        wall.write("para los veinte")
        assert [phone.texts(1) for phone in phones] == [["para los veinte"]] * 20
        assert len(wall.reads) - before <= 3
        for phone in phones:
            phone.socket.close()


def test_a_question_is_answered_at_once_if_there_is_news(wall):
    wall.write("uno", "dos")
    with wall.served() as (port, _hub):
        answer = ask(port, "/live/wall/w1?after=1&once=1").plain()
    assert (answer["after"], answer["events"]) == (2, [{"arrived": 2, "name": "card", "data": {"text": "dos"}}])


def test_a_question_without_news_waits_for_them(wall):
    wall.write("uno")
    with wall.served() as (port, hub):
        mark = ask(port, "/live/wall/w1?once=1").plain()["state"]
        phone = Listening.__new__(Listening)
        super(Listening, phone).__init__(port)
        phone.says("GET", f"/live/wall/w1?after=1&once=1&state={mark}", "Connection: close")
        until(lambda: hub.listeners == 1)
        wall.write_elsewhere("dos")
        assert b'"text":"dos"' in phone.hears_all()


def test_a_question_that_gets_no_news_is_answered_when_its_patience_ends(wall):
    wall.write("uno")
    with wall.served(patience=0.2) as (port, hub):
        mark = ask(port, "/live/wall/w1?once=1").plain()["state"]
        answer = ask(port, f"/live/wall/w1?after=1&once=1&state={mark}").plain()
        assert answer == {"after": 1, "state": mark, "events": [], "states": []}
        assert hub.listeners == 0


def test_a_question_is_answered_when_only_a_state_changed(wall):
    wall.state = {"open": "writing"}
    with wall.served() as (port, _hub):
        first = ask(port, "/live/wall/w1?once=1").plain()
        assert first["states"] == [{"arrived": 0, "name": "state", "data": {"open": "writing"}}]
        wall.state = {"open": "voting"}
        again = ask(port, f"/live/wall/w1?once=1&state={first['state']}").plain()
        assert again["states"][0]["data"] == {"open": "voting"}
