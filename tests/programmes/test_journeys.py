"""How a programme stands."""

import pytest

from milpa import ledger
from milpa.programmes.actions.attaching import Attachment, attach
from milpa.programmes.journeys import standing_of, standings
from milpa.programmes.remembering import mark
from milpa.programmes.rules.steps import State
from milpa.programmes.telling import cloth, historical_cloth, short_titles, state_sentence, woven


@pytest.fixture
def selected(only, answering):
    """Everything in "choose" is met, as the packages say."""
    for key in ("programmes.partners_accepted", "conglomerates.candidates_complete", "conglomerates.selection_signed"):
        only.evidence[key] = answering(met=True)


def test_a_new_programme_is_missing_everything_and_stands_in_its_first_phase(world, only):
    standing = standing_of(world.programme)
    assert standing.current == "prepare"
    assert {step.state.state for phase in standing.phases for step in phase.steps} == {State.MISSING}


def test_a_step_turns_when_its_evidence_is_met(world, selected):
    choose = standing_of(world.programme).phase("choose")
    assert (choose.state.done, choose.state.of, choose.gate.is_met) == (3, 3, True)
    assert standing_of(world.programme).current == "prepare"


def test_a_step_that_is_under_way_is_begun(world, only, answering):
    only.evidence["workshops.closed_with_minutes"] = answering()
    assert standing_of(world.programme).step("workshop").state.state is State.BEGUN


def test_what_is_attached_shows_at_once_although_answers_are_kept(world, only):
    standing_of(world.programme)
    attach(world.ana, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", note="x", suffices=True))
    assert standing_of(world.programme).step("anchor").state.state is State.BY_HAND


def test_two_programmes_are_read_together(world, programme, only, django_assert_num_queries):
    both = [world.programme, programme]
    standings(both)
    _ = [one.guide for one in both]
    with django_assert_num_queries(2):
        found = standings(both)
    assert [found[one.id].current for one in both] == ["prepare", "prepare"]


def test_partners_are_read_with_their_newest_word(world):
    standing = standing_of(world.programme)
    assert [(partner.name, partner.takes_part) for partner in standing.partners] == [
        ("Asociación Ejemplo", True),
        ("Ministerio Ejemplo", True),
        ("Fondo Ejemplo", True),
    ]


def test_the_cloth_has_a_column_a_phase_and_a_weft_a_step(world, selected):
    phases = cloth(standing_of(world.programme))
    assert len(phases) == 9 and sum(phase["of"] for phase in phases) == len(world.programme.guide.steps)
    assert [phase["current"] for phase in phases] == [True] + [False] * 8
    assert [step["state"] for step in phases[1]["steps"]] == ["done", "done", "done"]
    assert woven(standing_of(world.programme)) == ["done", "missing"]


def test_titles_are_short_where_the_word_is_not_taken(world):
    short = short_titles(world.programme.guide)
    assert [short[id] for id in ("prepare", "choose", "listen", "ready")] == ["Preparar", "Elegir", "Escuchar", "Preparar el terreno"]


def test_the_sentence_says_where_it_stands_and_how_much_waits(world, only):
    said = state_sentence(standing_of(world.programme), 2)
    assert (said["title"], said["number"], said["done"], said["waits"]) == ("Preparar", 1, "0 de 3 pasos hechos", "2 cosas esperan")


def test_a_historical_cloth_weaves_only_steps_that_the_account_names(world, only):
    from milpa.programmes.actions.gates import pass_gate

    pass_gate(world.ana, ledger.uuid7(), world.id, "listen", "según la presentación de 2011")
    phases = {phase["title"]: phase for phase in historical_cloth(standing_of(world.programme))}
    assert [step["state"] for step in phases["Escuchar"]["steps"]] == ["not_applicable", "passed", "passed", "not_applicable"]
    assert phases["Escuchar"]["note"] == "según la presentación de 2011"
    assert {step["state"] for step in phases["Elegir"]["steps"]} == {"not_applicable"}


def test_the_mark_is_read_before_so_that_what_is_recorded_meanwhile_is_seen(world, only):
    now = mark()
    standings([world.programme], now)
    attach(world.ana, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", note="x"))
    assert standing_of(world.programme).step("anchor").state.state is State.BEGUN
