from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from milpa.ledger import clock
from milpa.records.documents import listing, storing
from milpa.records.documents.preconditions import Preconditions
from milpa.records.documents.shelves import Place

pytestmark = pytest.mark.django_db(databases=["records"])

NINE = datetime(2026, 5, 4, 15, tzinfo=UTC)


@pytest.fixture
def put(shelf):
    """Puts documents a minute apart."""

    def put(*names, registration=None, start=NINE):
        for place, name in enumerate(names):
            with clock.at(start + timedelta(minutes=place)):
                storing.put(Place(shelf, name, registration), b"x", "text/plain", Preconditions(), "1.0.3")

    return put


def test_ids_come_in_the_order_in_which_they_were_changed(shelf, put):
    put("c", "a", "b", "c")
    assert listing.ids(shelf).ids == ["a", "b", "c"]


def test_since_leaves_out_what_was_changed_at_that_moment(shelf, put):
    put("a", "b", "c")
    assert listing.ids(shelf, since=NINE + timedelta(minutes=1)).ids == ["c"]
    assert listing.ids(shelf, since=NINE - timedelta(microseconds=1)).ids == ["a", "b", "c"]


def test_without_a_registration_an_id_of_several_is_listed_once(shelf, put):
    one, other = uuid4(), uuid4()
    put("marcador", "notas", registration=one)
    put("marcador", registration=other)
    put("suelto")
    assert sorted(listing.ids(shelf).ids) == ["marcador", "notas", "suelto"]
    assert listing.ids(shelf, other).ids == ["marcador"]


def test_a_long_list_ends_at_a_moment_from_which_the_next_one_goes_on(shelf, put):
    put("a", "b", "c", "d", "e")
    ids, since = [], None
    for _page in range(3):
        listed = listing.ids(shelf, since=since, most=2)
        ids, since = [*ids, *listed.ids], listed.until
    assert (ids, listed.more) == (["a", "b", "c", "d", "e"], False)


def test_a_list_is_never_cut_within_one_moment(shelf, put):
    put("a")
    put("b", start=NINE + timedelta(minutes=1))
    put("c", start=NINE + timedelta(minutes=1))
    first = listing.ids(shelf, most=2)
    assert (first.ids, first.more) == (["a"], True)
    assert sorted(listing.ids(shelf, since=first.until, most=2).ids) == ["b", "c"]


def test_an_empty_shelf_lists_nothing(shelf):
    assert listing.ids(shelf) == listing.Listed([], None, False)


def test_deleting_all_of_a_registration_leaves_the_others(shelf, put):
    one = uuid4()
    put("a", "b", registration=one)
    put("c")
    listing.delete_all(shelf, one)
    assert listing.ids(shelf).ids == ["c"]
    listing.delete_all(shelf)
    assert listing.ids(shelf).ids == []


def test_deleting_all_leaves_what_is_kept_about_another_agent(shelf, put):
    put("a")
    listing.delete_all(replace(shelf, agent="mbox:mailto:lidia@hotel.example"))
    assert listing.ids(shelf).ids == ["a"]
