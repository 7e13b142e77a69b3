"""What waits, for whom."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.people.models import Membership
from milpa.programmes.actions.assigning import Answerable, assign
from milpa.programmes.actions.attaching import Attachment, attach
from milpa.programmes.journeys import standing_of
from milpa.programmes.registries import EvidenceAnswer, Wait
from milpa.programmes.remembering import mark
from milpa.programmes.rules.calendar import Nearness
from milpa.programmes.said import said
from milpa.programmes.telling import names_of, todo
from milpa.programmes.waiting import Task, institution_of, is_for, tasks, told

TODAY = date(2026, 3, 2)


def membership(person):
    return Membership.objects.open().filter(person=person).first().id


def waiting(world, *waits):
    return tasks(standing_of(world.programme), waits, TODAY)


def texts(found):
    return [str(task.wait.what) for task in found]


def test_each_key_that_lacks_in_the_current_phase_waits_for_who_answers_for_the_step(world, only):
    found = waiting(world)
    assert {task.step for task in found} == {"team", "anchor", "preliminary_research"}
    anchor = next(task for task in found if task.step == "anchor")
    assert str(anchor.wait.what) == "Adjunte lo que lo muestra: El programa está anclado en el plan de la institución"
    assert anchor.wait.roles == {"coordinator"}
    assert next(task for task in found if task.step == "preliminary_research").wait.roles == {"designer"}


def test_a_recognised_key_says_what_is_missing_in_its_packages_words(world, only):
    only.evidence["programmes.team_complete"] = lambda ids: {
        id: EvidenceAnswer(False, said("{done} of {all}", done=2, all=5), link="/p/") for id in ids
    }
    task = next(task for task in waiting(world) if task.wait.link == "/p/")
    assert str(task.wait.what) == "2 de 5"


def test_what_was_attached_waits_for_the_coordinators_word(world, only):
    attach(world.beto, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", key="programmes.anchored", note="x"))
    assert "Diga si «Acta» basta" in texts(waiting(world))


def test_who_is_named_and_the_date_come_along_also_from_a_later_phase(world, only):
    assign(world.ana, world.id, 1, {"workshop": Answerable(membership(world.beto), TODAY + timedelta(days=3))})
    (task,) = [task for task in waiting(world) if task.step == "workshop"]
    assert (task.wait.person, task.nearness) == (world.beto.id, Nearness.THIS_WEEK)
    assert is_for(world.beto, task.wait, world.institute.id) and not is_for(world.ana, task.wait, world.institute.id)


def test_what_is_overdue_leads_and_what_is_far_away_comes_last(world, only):
    assign(
        world.ana,
        world.id,
        1,
        {"team": Answerable(None, TODAY + timedelta(days=30)), "anchor": Answerable(None, TODAY - timedelta(days=1))},
    )
    order = [task.step for task in waiting(world)]
    assert (order[0], order[-1]) == ("anchor", "team")


def test_what_leads_to_the_same_place_is_said_once(world, only):
    only.evidence["programmes.team_complete"] = lambda ids: {id: EvidenceAnswer(False, said("2 of 5"), link="/p/") for id in ids}
    wait = Wait(world.id, said("Name three people"), "/p/", said("Name them"))
    assert [text for text in texts(waiting(world, wait)) if text in ("2 of 5", "Name three people")] == ["Name three people"]


def test_a_step_of_owners_waits_for_the_next_role_that_signs_in_to_act(world, only):
    assign(world.ana, world.id, 1, {"prioritise": Answerable(None, TODAY)})
    (task,) = [task for task in waiting(world) if task.step == "prioritise"]
    assert task.wait.roles == {"facilitator"} and task.wait.institution is None


def test_a_partners_step_waits_for_the_partners_people_and_for_the_owner_while_there_is_none(world, only):
    assign(world.ana, world.id, 1, {"counterpart": Answerable(None, TODAY)})
    (task,) = [task for task in waiting(world) if task.step == "counterpart"]
    assert task.wait.institution == world.association.id and task.wait.roles == {"association"}
    assert is_for(world.carmen, task.wait, world.institute.id) and not is_for(world.ana, task.wait, world.institute.id)
    assert institution_of("association", []) is None


@pytest.mark.parametrize(("who", "mine"), [("ana", False), ("beto", True), ("carmen", False), ("elena", False), ("diego", False)])
def test_a_wait_for_a_role_is_for_the_owners_people_who_have_it(world, who, mine):
    wait = Wait(world.id, said("x"), "/", said("x"), roles=frozenset({"facilitator"}))
    assert is_for(getattr(world, who), wait, world.institute.id) is mine


def test_a_wait_without_a_role_is_for_everyone_of_its_institution(world):
    wait = Wait(world.id, said("x"), "/", said("x"), institution=world.ministry.id)
    assert is_for(world.diego, wait, world.institute.id) and not is_for(world.ana, wait, world.institute.id)


def test_the_packages_are_asked_once_while_nothing_is_recorded(world, only):
    asked = []
    only.waits["x"] = lambda person, ids: asked.append(person) or []
    for _time in range(2):
        told(world.ana, [world.id], mark())
    told(world.beto, [world.id], mark())
    assert asked == [world.ana, world.beto]
    attach(world.ana, ledger.uuid7(), world.id, Attachment("anchor", "note", "x", note="x"))
    told(world.ana, [world.id], mark())
    assert len(asked) == 3


def test_the_list_says_who_and_when(world, only):
    assign(world.ana, world.id, 1, {"counterpart": Answerable(None, TODAY - timedelta(days=4))})
    standing = standing_of(world.programme)
    names = names_of(world.institute.id, world.institute.name, standing)
    shown = todo(tasks(standing, [], TODAY), standing, names, world.ana)[0]
    assert shown["who"] == "Asociación o comité · Asociación Ejemplo"
    assert shown["when"] == "venció el 26 de febrero de 2026"


def test_an_unanswered_invitation_waits_for_the_invited(world):
    from milpa.programmes.actions.partners import Part, invite_partner
    from tests.world import institution

    chamber = institution("Cámara Ejemplo", "chamber")
    invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, Part(decides=True))
    found = [wait for wait in told(world.ana, [world.id], mark()) if wait.institution == chamber.id]
    assert [str(wait.what) for wait in found] == ["Cámara Ejemplo todavía no ha respondido la invitación"]


def test_everybody_reads_what_is_missing_and_only_whom_it_leads_somewhere_gets_the_button(world):
    standing = standing_of(world.programme)
    names = names_of(world.institute.id, world.institute.name, standing)
    wait = Wait(world.id, said("Write the report"), reverse("programmes:edit", args=[world.id]), said("Write"))
    shown = {who: todo([Task(wait)], standing, names, getattr(world, who))[0] for who in ("ana", "carmen")}
    assert shown["ana"]["url"] == wait.link and shown["carmen"]["url"] == ""
    assert str(shown["carmen"]["title"]) == str(shown["ana"]["title"])


def test_the_same_sentence_about_several_keys_is_said_once(world, only):
    def nothing(ids):
        return {id: EvidenceAnswer(False, said("Nothing is begun"), link="/p/") for id in ids}

    only.evidence |= {"programmes.team_complete": nothing, "programmes.anchored": nothing}
    assert [task.wait.link for task in waiting(world)].count("/p/") == 1
