"""Who may send much: whoever carries a session or token that exists."""

import asyncio
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from milpa.server.known import Credential, Known, authorization, session_exists, session_key
from milpa.server.threads import DatabaseThread


class Table:
    """A table of keys that counts how often it is asked."""

    def __init__(self, *keys):
        self.keys, self.asked = set(keys), []

    def __call__(self, key):
        self.asked.append(key)
        return key in self.keys


@pytest.fixture
def thread():
    thread = DatabaseThread("test")
    yield thread
    thread.close()


def carrying(cookie="", token=""):
    headers = [(b"cookie", cookie.encode())] if cookie else []
    return {"headers": [*headers, (b"authorization", token.encode())] if token else headers}


def answers(known, *scopes):
    async def ask():
        return [await known(scope) for scope in scopes]

    return asyncio.run(ask())


def test_only_a_session_that_exists_is_known(thread):
    known = Known(thread, [Credential(session_key, Table("ana"))])
    assert answers(known, carrying("sessionid=ana"), carrying("sessionid=elena"), carrying("other=ana"), carrying()) == [
        True,
        False,
        False,
        False,
    ]


def test_a_token_is_as_good_as_a_session(thread):
    known = Known(thread, [Credential(session_key, Table()), Credential(authorization, Table("Bearer 7"))])
    assert answers(known, carrying("sessionid=x", "Bearer 7"), carrying(token="Bearer 8")) == [True, False]


def test_the_answer_is_remembered_for_half_a_minute(thread):
    now, table = [0.0], Table("ana")
    known = Known(thread, [Credential(session_key, table)], clock=lambda: now[0])
    scope = carrying("sessionid=ana")
    assert answers(known, scope, scope) == [True, True]
    table.keys.clear()  # signed out
    now[0] = 29.9
    assert answers(known, scope) == [True]
    now[0] = 30.1
    assert answers(known, scope) == [False]
    assert len(table.asked) == 2


def test_made_up_keys_neither_fill_the_memory_nor_reach_the_database_when_endless(thread):
    table = Table()
    known = Known(thread, [Credential(session_key, table)])
    assert answers(known, carrying("sessionid=" + "x" * 600)) == [False]
    assert table.asked == []


@pytest.mark.django_db
def test_a_session_that_ran_out_does_not_exist():
    later = timezone.now() + timedelta(hours=1)
    Session.objects.create(session_key="open", session_data="", expire_date=later)
    Session.objects.create(session_key="old", session_data="", expire_date=later - timedelta(hours=2))
    assert [session_exists(key) for key in ("open", "old", "none")] == [True, False, False]
