"""What is held of a person, handed over, and let go of."""

import json

import pytest

from milpa import ledger
from milpa.ledger.models.drafts import Draft
from milpa.people.actions.cards import choose_pin, issue_card
from milpa.people.actions.consenting import give_consent
from milpa.people.actions.inviting import invite
from milpa.people.actions.leaving import erase, export_of, held_of
from milpa.people.models import Account, Invitation, Membership, Person
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db(databases=["default", "records"])  # what is held is asked of both


def test_all_that_is_held_of_rosa_is_named_with_its_reason(world):
    give_consent(world.rosa, ledger.uuid7(), world.rosa, "training")
    held = held_of(world.rosa)
    assert ("Nombre", "Rosa") in held[0].rows
    assert all(part.title and part.why for part in held)


def test_nothing_of_anybody_else_is_in_what_she_takes_along(world):
    taken = json.dumps(export_of(world.rosa), default=str)
    assert "Rosa" in taken
    assert not [name for name in ("Tomas", "Lidia", "Elena", "Ana") if f'"{name}"' in taken]


def test_erasure_empties_name_telephone_and_account(world):
    Person.objects.filter(id=world.rosa.id).update(phone="5555 1234")
    erase(world.rosa)
    row = Person.objects.get(id=world.rosa.id)
    assert (row.name, row.phone) == ("", "")
    assert row.erased_at is not None
    assert not Account.objects.filter(person=row).exists()


def test_texts_she_wrote_are_emptied_and_what_she_did_stays_countable(world):
    invite(world.ana, ledger.uuid7(), "finance", name="Nina Xol", email="nina@example.org")
    give_consent(world.ana, ledger.uuid7(), world.ana, "training")
    erase(world.ana)
    invitation = Invitation.objects.get()
    assert (invitation.name, invitation.email, invitation.role) == ("", "", "finance")
    assert world.ana.consents.count() == 1
    assert Membership.objects.filter(person=world.ana).count() == 2


def test_drafts_go_too(world):
    Draft.objects.create(id=ledger.uuid7(), person=world.ana, what="x.y:1", fields={"text": "algo"}, kept_at=ledger.now())
    erase(world.ana)
    assert not Draft.objects.exists()


def test_done_twice_it_is_done_once(world):
    erase(world.rosa)
    when = Person.objects.get(id=world.rosa.id).erased_at
    erase(world.rosa)
    assert Person.objects.get(id=world.rosa.id).erased_at == when


def test_nobody_else_is_touched(world):
    erase(world.rosa)
    assert Person.objects.exclude(name="").count() == 9
    assert Account.objects.count() == 9


def test_who_leaves_is_out_at_once_and_cannot_come_back_with_the_old_pin(client, world):
    account, pin = issue_card(world.irma, world.rosa.id)
    client.post("/sign-in/code/", {"code": account.code, "pin": pin})
    choose_pin(account, "384751", "384751")
    answer = client.post("/held/leave/", {"sure": "borrar", "secret": "384751"})
    assert answer.status_code == 200
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/code/", {"code": account.code, "pin": "384751"}).status_code == 422


@pytest.mark.parametrize("form", [{"sure": "sí", "secret": PASSWORD}, {"sure": "BORRAR", "secret": "otra cosa"}, {}])
def test_without_the_word_and_the_password_nothing_is_erased(client, world, form):
    client.force_login(world.beto.account)
    assert client.post("/held/leave/", form).status_code == 422
    assert Person.objects.get(id=world.beto.id).name == "Beto"
