"""Planning a workshop and inviting to it."""

from dataclasses import replace
from datetime import date

import pytest

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import Conflict, StaleRevision
from milpa.programmes.models import Programme
from milpa.workshops.actions import planning
from milpa.workshops.methods import Part
from milpa.workshops.models import Activity, Workshop, WorkshopInvited
from milpa.workshops.refusals import AlreadyBegun, NoParts
from milpa.workshops.rules import codes


def plan(world, id=None, by=None, title="Taller"):
    return planning.plan_workshop(by or world.ana, world.id, id or ledger.uuid7(), title=title, question="¿Qué nos cuesta hacer?")


def test_a_planned_workshop_has_its_activities_in_order_and_a_code_to_call_aloud(world):
    workshop = plan(world)
    kinds = [row.kind for row in workshop.activities.all()]
    assert kinds == ["welcome", "writing", "sharing", "grouping", "naming", "training_or_not", "voting", "suitability", "commitments"]
    assert codes.heard(workshop.code.lower()) == workshop.code
    assert Workshop.objects.called(workshop.slug).get() == workshop


def test_planned_twice_with_one_id_it_is_one(world):
    id = ledger.uuid7()
    assert plan(world, id) == plan(world, id)
    assert Workshop.objects.count() == 1
    with pytest.raises(Conflict):
        plan(world, id, title="Otro")


def test_each_save_of_the_plan_is_a_revision_and_a_stale_one_is_refused(world):
    workshop = plan(world)
    planning.edit_workshop(world.beto, workshop.id, 1, place="Salón comunal")
    assert Revision.objects.filter(document=workshop.id).count() == 2
    with pytest.raises(StaleRevision):
        planning.edit_workshop(world.beto, workshop.id, 1, place="Otro salón")


def as_parts(workshop):
    return [Part(row.kind, row.title, row.minutes, row.say, row.id) for row in workshop.activities.all()]


def test_the_rest_of_the_agenda_may_change_while_what_was_opened_stays(planned):
    planned.go_to("writing")
    kept = [part for part in as_parts(planned.workshop) if part.kind in ("writing", "grouping")]
    changed = [kept[1], kept[0], Part("voting", "Votar de una vez", 10)]
    planning.plan_parts(planned.beto, planned.id, 1, changed)
    rows = list(planned.workshop.activities.all())
    assert [row.kind for row in rows] == ["grouping", "writing", "voting"]
    assert rows[1].id == kept[0].id


def test_an_activity_that_was_opened_is_not_left_out_nor_made_another(planned):
    planned.go_to("writing")
    parts = as_parts(planned.workshop)
    without = [part for part in parts if part.kind != "writing"]
    other = [replace(part, kind="voting") if part.kind == "writing" else part for part in parts]
    for changed in (without, other):
        with pytest.raises(AlreadyBegun):
            planning.plan_parts(planned.beto, planned.id, 1, changed)
    assert [row.kind for row in planned.workshop.activities.all()] == [part.kind for part in parts]


def test_an_agenda_without_activities_and_one_with_another_workshops_are_refused(planned):
    with pytest.raises(NoParts):
        planning.plan_parts(planned.beto, planned.id, 1, [])
    with pytest.raises(Activity.DoesNotExist):
        planning.plan_parts(planned.beto, planned.id, 1, [Part("writing", "Escribir", 10, "", ledger.uuid7())])


def test_the_association_puts_an_invitation_on_record_once(planned):
    id, said = ledger.uuid7(), {"way": "visit", "on": date(2026, 3, 1), "enterprise_id": planned.luna.id, "language": "kek"}
    planning.invite(planned.world.carmen, planned.id, id, **said)
    planning.invite(planned.world.carmen, planned.id, id, **said)
    assert WorkshopInvited.objects.filter(id=id).count() == 1


def test_an_enterprise_of_another_register_cannot_be_invited(planned):
    with pytest.raises(Enterprise.DoesNotExist):
        planning.invite(planned.beto, planned.id, ledger.uuid7(), way="call", on=date(2026, 3, 1), enterprise_id=ledger.uuid7())


@pytest.mark.parametrize("who", ["elena", "diego", "rosa"])
def test_who_may_not_plan_finds_no_programme(world, who):
    with pytest.raises(Programme.DoesNotExist):
        plan(world, by=getattr(world, who))


def test_how_people_vote_is_kept_when_the_agenda_is_saved(world):
    workshop = plan(world)
    parts = [Part(row.kind, row.title, row.minutes, row.say, row.id, row.method) for row in workshop.activities.all()]
    changed = [replace(part, method="schulze") if part.kind == "voting" else part for part in parts]
    planning.plan_parts(world.beto, workshop.id, workshop.revision, changed)
    assert workshop.activities.get(kind="voting").method == "schulze"


def test_whether_phones_group_is_part_of_the_plan_and_its_revisions(world):
    workshop = plan(world)
    planning.edit_workshop(world.beto, workshop.id, 1, phones_group=True)
    newest = Revision.objects.get(document=workshop.id, number=2)
    assert newest.plain()["phones_group"] is True
