"""A session is read as it was saved, while it stands."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from milpa.people.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    session = SessionStore()
    session["basket"] = "maíz"
    session.save()
    return session.session_key


def test_what_was_saved_is_read_in_one_query(kept, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert SessionStore(kept)["basket"] == "maíz"


def test_a_session_that_ran_out_or_was_never_there_is_empty_and_gives_its_key_up(kept):
    Session.objects.filter(session_key=kept).update(expire_date=timezone.now() - timedelta(seconds=1))
    for key in (kept, "x" * 32):
        session = SessionStore(key)
        assert dict(session.items()) == {} and session.session_key is None


def test_a_session_that_somebody_changed_by_hand_is_empty(kept):
    Session.objects.filter(session_key=kept).update(session_data="eyJiIjoxfQ:1abc:forged")
    assert dict(SessionStore(kept).items()) == {}
