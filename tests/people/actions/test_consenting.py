"""Consent given, said aloud, and withdrawn."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict
from milpa.people.actions.consenting import give_consent, withdraw_consent
from milpa.people.models import ConsentGiven, ConsentWithdrawn


def standing(person):
    return set(person.consents.standing().values_list("use", flat=True))


def test_each_use_is_allowed_apart(world):
    give_consent(world.rosa, ledger.uuid7(), world.rosa, "training")
    assert standing(world.rosa) == {"training"}


def test_given_twice_it_is_one(world):
    id = ledger.uuid7()
    assert give_consent(world.rosa, id, world.rosa, "training") == give_consent(world.rosa, id, world.rosa, "training")
    assert ConsentGiven.objects.count() == 1


def test_one_id_for_two_uses_is_a_conflict(world):
    id = ledger.uuid7()
    give_consent(world.rosa, id, world.rosa, "training")
    with pytest.raises(Conflict):
        give_consent(world.rosa, id, world.rosa, "pictures")


def test_what_was_said_aloud_is_written_down_by_staff_in_their_own_name(world):
    consent = give_consent(world.irma, ledger.uuid7(), world.rosa, "contact", way="aloud")
    assert (consent.by, consent.person, consent.way) == (world.irma, world.rosa, "aloud")
    assert standing(world.rosa) == {"contact"}


def test_withdrawn_it_stands_no_more_and_stays_in_the_trail(world):
    consent, id = give_consent(world.rosa, ledger.uuid7(), world.rosa, "pictures"), ledger.uuid7()
    assert withdraw_consent(world.rosa, id, consent.id) == withdraw_consent(world.rosa, id, consent.id)
    assert standing(world.rosa) == set()
    assert (ConsentGiven.objects.count(), ConsentWithdrawn.objects.count()) == (1, 1)


def test_it_may_be_given_again(world):
    consent = give_consent(world.rosa, ledger.uuid7(), world.rosa, "pictures")
    withdraw_consent(world.rosa, ledger.uuid7(), consent.id)
    give_consent(world.rosa, ledger.uuid7(), world.rosa, "pictures")
    assert standing(world.rosa) == {"pictures"}


@pytest.mark.parametrize("who", ["tomas", "ana", "elena"])
def test_nobody_withdraws_anothers(world, who):
    consent = give_consent(world.rosa, ledger.uuid7(), world.rosa, "training")
    with pytest.raises(ConsentGiven.DoesNotExist):
        withdraw_consent(getattr(world, who), ledger.uuid7(), consent.id)
    assert standing(world.rosa) == {"training"}


def test_her_page_shows_what_she_allowed_and_takes_it_back(client, world):
    client.force_login(world.rosa.account)
    client.post("/consent/give/", {"id": str(ledger.uuid7()), "use": "training"})
    assert standing(world.rosa) == {"training"}
    consent = world.rosa.consents.get()
    client.post(f"/consent/{consent.id}/withdraw/", {"id": str(ledger.uuid7())})
    assert standing(world.rosa) == set()


@pytest.mark.parametrize("form", [{}, {"use": "training"}, {"use": "training", "id": "not an id"}])
def test_a_form_without_a_proper_id_allows_nothing(client, world, form):
    client.force_login(world.rosa.account)
    assert client.post("/consent/give/", form).status_code == 302
    assert standing(world.rosa) == set()
