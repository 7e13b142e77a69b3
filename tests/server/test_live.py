"""How a stage says that something happened: nothing is heard of what was not committed."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from milpa.web import live


@pytest.fixture
def woken(monkeypatch):
    heard = []
    monkeypatch.setattr(live, "hubs", [lambda kind, channel_id: heard.append((kind, channel_id))])
    return heard


@pytest.fixture
def board(tmp_path, settings, monkeypatch):
    """As on one machine, whatever database the suite runs on."""
    settings.DATA = tmp_path
    monkeypatch.setattr(live, "connection", SimpleNamespace(vendor="sqlite"))
    return live.Board.of(tmp_path)


@pytest.mark.django_db
def test_an_announcement_waits_for_the_commit(woken, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        live.announce("workshop", "w1")
        assert woken == []
    assert woken == [("workshop", "w1")]


@pytest.mark.django_db
def test_nothing_is_announced_of_what_was_rolled_back(woken, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError), transaction.atomic():
        live.announce("workshop", "w1")
        raise ZeroDivisionError
    assert woken == []


@pytest.mark.django_db
def test_what_is_told_waits_for_the_commit(board, woken, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        live.tell("workshop", "w1", "timer", {"ends": 90})
        assert board.since("workshop", "w1", 0) == []
    (told,) = board.since("workshop", "w1", 0)
    assert (told.name, told.audience, told.data) == ("timer", "", '{"ends":90}')
    assert woken == [("workshop", "w1")]


def test_what_is_too_long_to_be_told_is_refused(board):
    with pytest.raises(ValueError, match="timer is too long"):
        live.tell("workshop", "w1", "timer", {"text": "x" * 8_000})


def test_the_board_keeps_the_last_of_each_name_and_audience(board):
    for name, audience, data in [("timer", "", "1"), ("timer", "console", "2"), ("timer", "", "3"), ("presence", "", "4")]:
        board.put("workshop", "w1", name, audience, data)
    board.put("workshop", "w2", "timer", "", "5")
    told = board.since("workshop", "w1", 0)
    assert [(one.name, one.audience, one.data) for one in told] == [("timer", "console", "2"), ("timer", "", "3"), ("presence", "", "4")]
    assert board.since("workshop", "w1", told[1].seq) == [told[2]]


def test_the_board_shows_another_connection_that_it_changed(board, tmp_path):
    other = live.Board(tmp_path / "live.sqlite3")  # as another process opens it
    before = board.version()
    assert board.version() == before
    other.put("workshop", "w1", "timer", "", "1")
    assert board.version() != before


def test_what_was_told_days_ago_is_forgotten(board, tmp_path):
    board.put("workshop", "w1", "timer", "", "1")
    board.opened().execute("UPDATE told SET at = datetime('now', '-3 days')")
    assert live.Board(tmp_path / "live.sqlite3").since("workshop", "w1", 0) == []


@pytest.mark.django_db
def test_the_asker_is_who_their_session_says():
    session = SessionStore()
    session["participant"] = "rosa"
    session.save()
    asker = live.Asker({"sessionid": session.session_key})
    assert asker.session["participant"] == "rosa"
    assert not get_user(asker).is_authenticated


@pytest.mark.django_db
def test_an_asker_with_a_made_up_session_is_nobody():
    assert live.Asker({"sessionid": "x" * 32}).session.get("participant") is None
    assert live.Asker({}).session.get("participant") is None
