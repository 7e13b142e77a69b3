"""Partners are invited by the owner and answer for themselves."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.actions.inviting import accept
from milpa.people.models import Institution
from milpa.programmes.actions.partners import Newcomer, Part, answer_invitation, end_partnership, invite_newcomer, invite_partner
from milpa.programmes.models import Partner, PartnerAnswer, Programme
from milpa.programmes.refusals import AlreadyAnswered, AlreadyAPartner, NoPart, OwnInstitution, PartnershipOver
from tests.world import institution, person

DECIDES = Part(decides=True)


@pytest.fixture
def chamber(world):
    return institution("Cámara Ejemplo", "chamber")


@pytest.fixture
def eva(chamber):
    return person("Eva", chamber, "other_partner")


@pytest.fixture
def invited(world, chamber):
    return invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, DECIDES)


def test_an_invitation_opens_the_programme_only_once_it_is_accepted(world, invited, eva):
    assert not Programme.objects.open_to(eva).exists()
    assert list(Partner.objects.waiting_for(eva)) == [invited]
    answer_invitation(eva, ledger.uuid7(), invited.id, True)
    assert list(Programme.objects.open_to(eva)) == [world.programme]
    assert not Partner.objects.waiting_for(eva).exists()


def test_invited_twice_with_one_id_it_is_invited_once(world, chamber):
    id = ledger.uuid7()
    assert invite_partner(world.ana, id, world.id, chamber.id, DECIDES) == invite_partner(world.ana, id, world.id, chamber.id, DECIDES)
    with pytest.raises(Conflict):
        invite_partner(world.ana, id, world.id, chamber.id, Part(funds=True))


def test_who_is_in_is_not_invited_again_but_who_declined_may_be(world, chamber, invited, eva):
    with pytest.raises(AlreadyAPartner):
        invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, DECIDES)
    answer_invitation(eva, ledger.uuid7(), invited.id, False, "Este año no.")
    assert invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, DECIDES)


def test_an_invitation_needs_a_part_and_another_institution(world, chamber):
    with pytest.raises(NoPart):
        invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, Part())
    with pytest.raises(OwnInstitution):
        invite_partner(world.ana, ledger.uuid7(), world.id, world.institute.id, DECIDES)


def test_only_the_owners_coordinator_invites(world, chamber):
    with pytest.raises(NotYours):
        invite_partner(world.beto, ledger.uuid7(), world.id, chamber.id, DECIDES)
    with pytest.raises(Programme.DoesNotExist):
        invite_partner(world.elena, ledger.uuid7(), world.id, chamber.id, DECIDES)


def newcomer(email=""):
    return Newcomer(ledger.uuid7(), "Comité de Panaderas", "association", ledger.uuid7(), "Marta", "association", email)


def test_a_new_institution_comes_with_a_link_for_its_first_person(world):
    new = newcomer("marta@example.org")
    partner, token = invite_newcomer(world.ana, ledger.uuid7(), world.id, new, Part(speaks=True))
    account = accept(token, name="Marta", email="marta@example.org", password="una clave larga 1")
    assert account.person.institution == partner.invited
    assert list(Partner.objects.waiting_for(account.person)) == [partner]


def test_the_form_sent_twice_makes_one_institution_and_shows_the_same_link(world):
    id, new = ledger.uuid7(), newcomer()
    first, again = (invite_newcomer(world.ana, id, world.id, new, DECIDES) for _time in range(2))
    assert first == again
    assert Institution.objects.filter(name="Comité de Panaderas").count() == 1


def test_who_is_in_milpa_already_brings_their_institution(world, eva):
    partner, token = invite_newcomer(world.ana, ledger.uuid7(), world.id, newcomer("EVA@example.org"), DECIDES)
    assert (partner.invited, token) == (eva.institution, "")
    assert not Institution.objects.filter(name="Comité de Panaderas").exists()


def test_an_answer_is_given_once_but_a_no_may_become_a_yes(world, invited, eva):
    id = ledger.uuid7()
    first = answer_invitation(eva, id, invited.id, False, "Este año no.")
    assert answer_invitation(eva, id, invited.id, False, "Este año no.") == first
    with pytest.raises(AlreadyAnswered):
        answer_invitation(eva, ledger.uuid7(), invited.id, False, "De verdad no.")
    answer_invitation(eva, ledger.uuid7(), invited.id, True)
    with pytest.raises(AlreadyAnswered):
        answer_invitation(eva, ledger.uuid7(), invited.id, False, "Mejor no.")
    assert PartnerAnswer.objects.filter(partner=invited).count() == 2


def test_nobody_answers_for_another_institution(world, invited):
    for stranger in (world.elena, world.carmen, world.ana):
        with pytest.raises(Partner.DoesNotExist):
            answer_invitation(stranger, ledger.uuid7(), invited.id, True)
    with pytest.raises(NotYours):
        answer_invitation(world.beto, ledger.uuid7(), invited.id, True)


def test_the_owner_or_the_partner_itself_ends_it_with_a_reason(world, invited, eva):
    answer_invitation(eva, ledger.uuid7(), invited.id, True)
    id = ledger.uuid7()
    ended = end_partnership(eva, id, invited.id, "Cambió la junta.")
    assert end_partnership(eva, id, invited.id, "Cambió la junta.") == ended
    assert not Programme.objects.open_to(eva).exists()
    with pytest.raises(PartnershipOver):
        end_partnership(world.ana, ledger.uuid7(), invited.id, "Otra vez.")
    with pytest.raises(PartnershipOver):
        answer_invitation(eva, ledger.uuid7(), invited.id, True)


def test_nobody_else_ends_it(world, invited):
    for stranger in (world.elena, world.carmen):
        with pytest.raises(Partner.DoesNotExist):
            end_partnership(stranger, ledger.uuid7(), invited.id, "x")
    with pytest.raises(NotYours):
        end_partnership(world.beto, ledger.uuid7(), invited.id, "x")
