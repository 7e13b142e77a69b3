from dataclasses import replace
from uuid import uuid4

from milpa.records.documents.shelves import ACTIVITY_PROFILE, Place, holder
from tests.records.documents.conftest import ROSA


def test_each_part_of_an_address_counts(shelf):
    shelves = [
        shelf,
        replace(shelf, institution=uuid4()),
        replace(shelf, kind=ACTIVITY_PROFILE),
        replace(shelf, activity=f"{shelf.activity}/2"),
        replace(shelf, agent="mbox:mailto:rosa@hotel.example"),
    ]
    places = [Place(each, "marcador", registration) for each in shelves for registration in (None, uuid4())]
    assert len({place.id for place in [*places, Place(shelf, "otro")]}) == 11


def test_what_one_agent_holds_has_one_number_in_every_institution(shelf):
    assert shelf.holder == replace(shelf, institution=uuid4(), activity="urn:x:y").holder == holder(ROSA)


def test_a_shelf_without_an_agent_is_held_by_nobody(shelf):
    assert replace(shelf, agent="").holder is None
