"""Writing an institution's own guide."""

import pytest

from milpa import ledger
from milpa.guide.actions.writing import add_step, move_step, remove_step, rewrite_guide, rewrite_phase, rewrite_step
from milpa.guide.editions import content_at
from milpa.guide.models import Guide, Phase, Step
from milpa.guide.refusals import LastStep
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import Conflict, NotYours, StaleRevision

VISIT = {
    "title": {"es": "Visitar tres empresas", "en": "Visit three enterprises"},
    "purpose": {"es": "Ver con los ojos lo que se dijo."},
    "who": ["facilitator"],
    "activities": [{"es": "Acordar la visita."}],
    "evidence": [],
    "instruments": [],
}


def steps_of(guide, phase):
    return list(Step.objects.filter(phase__guide=guide, phase__slug=phase).values_list("slug", flat=True))


def gate_of(guide, phase):
    return Phase.objects.get(guide=guide, slug=phase).gate_needs


def test_every_save_is_a_revision_that_says_what_was_changed(world, own):
    rewrite_guide(world.beto, own.id, 1, title={"es": "Guía del taller"}, subtitle=own.subtitle, principle=own.principle)
    rewrite_phase(world.beto, own.id, 2, "listen", question={"es": "¿Qué nos cuesta?"})
    saves = Revision.objects.filter(document=own.id).order_by("number").values_list("number", "by__name")
    assert list(saves) == [(1, "Ana"), (2, "Beto"), (3, "Beto")]
    assert content_at(own.id, 3)["phases"][3]["question"] == {"es": "¿Qué nos cuesta?"}


def test_a_save_from_a_stale_tab_is_refused_and_undone(world, own):
    rewrite_step(world.beto, own.id, 1, "workshop", purpose={"es": "Lo de Beto"})
    with pytest.raises(StaleRevision):
        rewrite_step(world.ana, own.id, 1, "workshop", purpose={"es": "Lo de Ana"})
    assert Step.objects.get(phase__guide=own, slug="workshop").purpose == {"es": "Lo de Beto"}


def test_the_same_save_sent_twice_is_one_revision(world, own):
    for _time in range(2):
        rewrite_step(world.beto, own.id, 1, "workshop", purpose={"es": "Lo de Beto"})
    assert Revision.objects.filter(document=own.id).count() == 2


def test_a_new_step_comes_last_and_the_gate_counts_it(world, own):
    step = add_step(world.ana, ledger.uuid7(), own.id, 1, "listen", **VISIT)
    assert steps_of(own, "listen") == ["convene", "workshop", "prioritise", "access", step.slug]
    assert gate_of(own, "listen") == ["workshop", "prioritise", step.slug]
    assert step.slug.startswith("visitar-tres-empresas-") and step.source == "own"


def test_a_step_sent_twice_is_added_once(world, own):
    id = ledger.uuid7()
    first = add_step(world.ana, id, own.id, 1, "listen", **VISIT)
    assert add_step(world.ana, id, own.id, 1, "listen", **VISIT) == first
    with pytest.raises(Conflict):
        add_step(world.ana, id, own.id, 1, "listen", **(VISIT | {"title": {"es": "Otra visita"}}))
    assert Step.objects.filter(phase__guide=own, source="own").count() == 1


def test_a_step_taken_out_leaves_its_gate_and_closes_the_row(world, own):
    remove_step(world.ana, own.id, 1, "workshop", "Ya se hizo.")
    assert steps_of(own, "listen") == ["convene", "prioritise", "access"]
    assert list(Step.objects.filter(phase__guide=own, phase__slug="listen").values_list("place", flat=True)) == [1, 2, 3]
    assert gate_of(own, "listen") == ["prioritise"]
    assert "Ya se hizo." in Revision.objects.get(document=own.id, number=2).why


def test_taken_out_twice_it_is_out_once_but_a_step_that_never_was_is_not_there(world, own):
    remove_step(world.ana, own.id, 1, "workshop", "Ya se hizo.")
    remove_step(world.ana, own.id, 1, "workshop", "Ya se hizo.")
    assert Revision.objects.filter(document=own.id).count() == 2
    with pytest.raises(Step.DoesNotExist):
        remove_step(world.ana, own.id, 2, "nothing", "")


def test_a_phase_keeps_at_least_one_step(world, own):
    for was, slug in enumerate(["team", "anchor"], start=1):
        remove_step(world.ana, own.id, was, slug, "")
    with pytest.raises(LastStep):
        remove_step(world.ana, own.id, 3, "preliminary_research", "")
    with pytest.raises(LastStep):
        move_step(world.ana, own.id, 3, "preliminary_research", "listen", 1)


def test_a_step_moves_within_its_phase(world, own):
    move_step(world.ana, own.id, 1, "access", "listen", 1)
    assert steps_of(own, "listen") == ["access", "convene", "workshop", "prioritise"]


def test_a_step_that_moves_to_another_phase_is_counted_there(world, own):
    move_step(world.ana, own.id, 1, "prioritise", "design", 2)
    assert steps_of(own, "design") == ["actions", "prioritise", "strategy", "negotiate"]
    assert "prioritise" in gate_of(own, "design") and "prioritise" not in gate_of(own, "listen")


def test_the_wrong_role_is_refused_and_elena_gets_nothing(world, own):
    with pytest.raises(NotYours):
        rewrite_step(world.irma, own.id, 1, "workshop", purpose={"es": "x"})
    with pytest.raises(NotYours):
        rewrite_step(world.rosa, own.id, 1, "workshop", purpose={"es": "x"})
    for act in (
        lambda: rewrite_step(world.elena, own.id, 1, "workshop", purpose={"es": "x"}),
        lambda: add_step(world.elena, ledger.uuid7(), own.id, 1, "listen", **VISIT),
        lambda: remove_step(world.elena, own.id, 1, "workshop", ""),
        lambda: move_step(world.elena, own.id, 1, "workshop", "design", 1),
    ):
        with pytest.raises(Guide.DoesNotExist):
            act()


def test_the_base_guide_is_written_by_nobody(world):
    with pytest.raises(Guide.DoesNotExist):
        rewrite_step(world.ana, world.programme.edition.guide_id, 1, "workshop", purpose={"es": "x"})
