"""Invitations: made once, opened once, by whoever holds the link."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.refusals import NotYours
from milpa.people.actions.inviting import accept, accept_as, invite, waiting, withdraw
from milpa.people.models import Account, Invitation, Person
from milpa.people.refusals import EmailTaken, InvitationIsOver
from tests.world import MONDAY, PASSWORD

NINA = {"name": "Nina", "email": "nina@example.org", "password": PASSWORD}


def test_whoever_holds_the_link_becomes_a_person_with_that_role(world):
    _invitation, token = invite(world.ana, ledger.uuid7(), "evaluator", name="Nina")
    account = accept(token, **NINA)
    assert account.person.institution == world.institute
    assert list(account.person.memberships.open().values_list("role", flat=True)) == ["evaluator"]
    assert account.check_password(PASSWORD)


def test_the_form_sent_twice_makes_one_invitation_with_one_link(world):
    id = ledger.uuid7()
    with clock.at(MONDAY):
        first = invite(world.ana, id, "finance", name="Nina")
    with clock.at(MONDAY + timedelta(seconds=2)):
        assert invite(world.ana, id, "finance", name="Nina") == first
    assert Invitation.objects.count() == 1


def test_the_link_itself_is_kept_nowhere(world):
    invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    assert token not in str(Invitation.objects.filter(id=invitation.id).values().get())


def test_an_invitation_opens_no_second_door(world):
    _invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    accept(token, **NINA)
    with pytest.raises(InvitationIsOver):
        accept(token, **NINA | {"email": "otra@example.org"})
    assert not Account.objects.filter(email="otra@example.org").exists()


def test_after_fourteen_days_it_is_over(world):
    with clock.at(MONDAY):
        _invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    with clock.at(MONDAY + timedelta(days=13, hours=23)):
        assert waiting(token).role == "finance"
    with clock.at(MONDAY + timedelta(days=14)), pytest.raises(InvitationIsOver):
        accept(token, **NINA)


def test_a_withdrawn_one_opens_nothing(world):
    invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    withdraw(world.ana, invitation.id, "Era otra persona")
    with pytest.raises(InvitationIsOver):
        waiting(token)


@pytest.mark.parametrize("who", ["beto", "irma", "carmen", "diego", "rosa", "lidia"])
def test_only_who_coordinates_invites(world, who):
    with pytest.raises(NotYours):
        invite(getattr(world, who), ledger.uuid7(), "coordinator")
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("who", ["beto", "rosa"])
def test_nobody_else_withdraws_one(world, who):
    invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    with pytest.raises(NotYours):
        withdraw(getattr(world, who), invitation.id, "No")
    assert waiting(token) == invitation


def test_elena_withdraws_none_of_another_institution_and_takes_no_role_there(world):
    invitation, token = invite(world.ana, ledger.uuid7(), "coordinator")
    with pytest.raises(Invitation.DoesNotExist):
        withdraw(world.elena, invitation.id, "Por gusto")
    with pytest.raises(InvitationIsOver):
        accept_as(world.elena, token)
    assert waiting(token) == invitation


def test_beto_who_signs_in_already_takes_a_second_role(world):
    _invitation, token = invite(world.ana, ledger.uuid7(), "evaluator")
    accept_as(world.beto, token)
    assert set(world.beto.memberships.open().values_list("role", flat=True)) == {"facilitator", "evaluator"}
    with pytest.raises(InvitationIsOver):
        accept_as(world.beto, token)


@pytest.mark.parametrize("password", ["corta", "1234567890", "password123"])
def test_a_weak_password_makes_nobody(world, password):
    people = Person.objects.count()
    _invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    with pytest.raises(ValidationError):
        accept(token, **NINA | {"password": password})
    assert Person.objects.count() == people
    assert waiting(token)


def test_an_e_mail_that_has_an_account_is_refused_however_it_is_written(world):
    _invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    with pytest.raises(EmailTaken):
        accept(token, **NINA | {"email": "Beto@Example.org"})
    assert waiting(token)


def test_the_page_of_an_invitation_that_is_over_says_so_and_is_gone(client, world):
    invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    address = f"/invitation/{token}/"
    assert client.get(address).status_code == 200
    withdraw(world.ana, invitation.id, "Era otra persona")
    assert client.get(address).status_code == 410
    assert client.get("/invitation/una-inventada/").status_code == 410


def test_the_page_shows_a_weak_password_beside_its_field_and_keeps_the_rest(client, world):
    _invitation, token = invite(world.ana, ledger.uuid7(), "finance")
    answer = client.post(f"/invitation/{token}/", NINA | {"password": "corta"})
    assert answer.status_code == 422
    assert "nina@example.org" in answer.text
    assert client.post(f"/invitation/{token}/", NINA).url == "/"
    assert client.get("/account/").status_code == 200
