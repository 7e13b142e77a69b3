"""The evidence that programmes answer themselves."""

from milpa import ledger
from milpa.people.actions.membership import end_membership, give_role
from milpa.people.models import Membership
from milpa.programmes.actions.partners import Part, answer_invitation, end_partnership, invite_partner
from milpa.programmes.models import Partner
from milpa.programmes.recognising import TEAM, partners_accepted, team_complete
from tests.world import give, institution, person


def team(world):
    return team_complete([world.id])[world.id]


def partners(programme):
    return partners_accepted([programme.id])[programme.id]


def test_the_team_lacks_the_roles_that_nobody_has(world):
    answer = team(world)
    assert (answer.met, answer.done, answer.all) == (False, 2, 5)
    assert str(answer.missing).endswith("unidad técnica, diseño instruccional, soporte de la plataforma, evaluación")


def test_one_person_may_hold_several_roles(world):
    give(world.ana, "designer", "support")
    give_role(world.ana, ledger.uuid7(), world.beto.id, "evaluator")
    answer = team(world)
    assert answer.met and answer.done == len(TEAM) and answer.since is not None


def test_a_role_that_ended_and_people_of_other_institutions_do_not_count(world):
    give(world.ana, "designer", "support", "evaluator")
    give(world.elena, "facilitator")
    assert team(world).met
    role = Membership.objects.open().get(person=world.beto, role="facilitator")
    end_membership(world.ana, ledger.uuid7(), role.id, "Se fue.")
    assert team(world).done == 4


def test_without_an_invitation_nobody_is_counted(programme):
    answer = partners(programme)
    assert (answer.met, str(answer.missing)) == (False, "Invite a los socios que deciden con ustedes")


def test_all_must_have_answered_and_one_that_decides_accepted(world, programme):
    chamber = institution("Cámara Ejemplo", "chamber")
    eva = person("Eva", chamber, "other_partner")
    fund = invite_partner(world.ana, ledger.uuid7(), programme.id, world.fund.id, Part(funds=True))
    decides = invite_partner(world.ana, ledger.uuid7(), programme.id, chamber.id, Part(decides=True))
    answer_invitation(world.fidel, ledger.uuid7(), fund.id, True)
    assert str(partners(programme).missing) == "Respondieron 1 de 2 socios invitados"
    answer_invitation(eva, ledger.uuid7(), decides.id, False, "No.")
    assert str(partners(programme).missing) == "No ha aceptado ningún socio que decida"
    answer_invitation(eva, ledger.uuid7(), decides.id, True)
    assert partners(programme).met


def test_who_left_is_counted_as_answered(world):
    assert partners(world.programme).met
    for partner in Partner.objects.filter(programme=world.programme, decides=True):
        end_partnership(world.ana, ledger.uuid7(), partner.id, "Cambió la junta.")
    assert not partners(world.programme).met
