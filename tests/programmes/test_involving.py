"""Involvement of a programme, from what every package reports."""

from dataclasses import replace
from uuid import UUID

import pytest

from milpa import ledger
from milpa.programmes import levels
from milpa.programmes.actions.partners import answer_invitation, end_partnership
from milpa.programmes.involving import applies, involvement_of, involvements
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Partner
from milpa.programmes.registers import acts
from milpa.programmes.registries import Registered
from milpa.programmes.remembering import mark
from milpa.programmes.rules.breadth import Enterprise
from milpa.programmes.rules.involvement import Act
from milpa.programmes.telling import breadth_tables, participation, profile

HOTELS = [UUID(int=number) for number in range(1, 13)]


@pytest.fixture
def listened(only, world):
    """Twelve hotels were invited to the workshop, six wrote a card each, five were answered."""
    cards = [
        Act("listen", "enterprises", 2, enterprise=hotel, contribution=True, answer="done" if place else None, days_to_answer=2)
        for place, hotel in enumerate(HOTELS[:6])
    ]
    board = [Act("listen", "representation", 2)]
    only.acts["cards"] = lambda ids: {id: cards for id in ids}
    only.acts["board"] = lambda ids: {id: board for id in ids}
    only.invited["x"] = lambda ids: {id: {"listen": set(HOTELS)} for id in ids}
    register = Registered({hotel: Enterprise("micro", "Sololá", "woman") for hotel in HOTELS}, frozenset())
    only.registered["x"] = lambda ids: {id: register for id in ids}
    return {row.phase.id: row for row in involvement_of(standing_of(world.programme), mark())}


def test_the_acts_of_all_packages_meet_in_one_row_a_phase(listened):
    row = listened["listen"]
    assert (row.levels.representation.level, row.levels.enterprises.level, row.levels.headline) == (2, 2, 2)
    assert (row.breadth.acted, row.breadth.invited, row.breadth.registered) == (6, 12, 12)
    assert (row.answered.answered, row.answered.made, row.answered.median_days) == (5, 6, 2.0)


def test_it_does_not_apply_before_there_is_a_counterpart(listened):
    assert listened["prepare"].levels.headline is None
    assert listened["ally"].levels.headline == 0


def test_it_applies_in_the_choice_if_associations_weigh_in(world):
    guide, partners = world.programme.guide, standing_of(world.programme).partners
    assert applies("choose", guide, partners)
    assert not applies("choose", guide, partners[1:])
    assert not applies("prepare", guide, partners)


def test_the_journey_tells_only_phases_in_which_something_is_on_record(listened, world):
    rows = profile(list(listened.values()), world.programme.guide)
    assert [(row["label"], row["level"], str(row["word"])) for row in rows] == [("Escuchar", 2, "consultada")]
    assert participation(list(listened.values()), world.programme.guide) == (
        "En «Escuchar» actuaron 6 de 12 empresas invitadas (12 en el registro). 5 de 6 aportes tienen respuesta."
    )


def test_nobody_is_said_to_be_of_the_invited_where_more_came_than_were_invited(listened, world):
    row = listened["listen"]
    walked_in = [replace(row, breadth=replace(row.breadth, invited=3))]
    assert participation(walked_in, world.programme.guide).startswith("En «Escuchar» actuaron 6 empresas (12 en el registro).")


def test_breadth_stands_in_words(listened):
    tables = breadth_tables(listened["listen"].breadth)
    assert [(name, rows[0]["value"], rows[0]["acted"]) for name, rows in tables] == [
        ("Tamaño", "microempresa", 6),
        ("Departamento", "Sololá", 6),
        ("Sexo de quien dirige", "mujer", 6),
    ]


def test_nothing_on_record_is_no_sentence(world, only):
    rows = involvement_of(standing_of(world.programme), mark())
    assert profile(rows, world.programme.guide) == [] and participation(rows, world.programme.guide) == ""


def test_the_counterparts_own_answer_is_an_act_of_its_own(world):
    (act,) = acts([world.id])[world.id]
    assert (act.phase, act.side, act.level) == ("choose", "representation", 2)


def test_a_no_counts_as_well(world):
    partner = Partner.objects.get(programme=world.programme, speaks=True)
    end_partnership(world.ana, ledger.uuid7(), partner.id, "Se invita de nuevo.")
    from milpa.programmes.actions.partners import Part, invite_partner

    again = invite_partner(world.ana, ledger.uuid7(), world.id, world.association.id, Part(speaks=True))
    answer_invitation(world.carmen, ledger.uuid7(), again.id, False, "No este año.")
    assert len(acts([world.id])[world.id]) == 2


def test_every_level_has_a_word_and_what_it_means():
    assert len(levels.WORDS) == len(levels.MEANS) == 6
    assert [str(levels.word(level)) for level in (None, 0, 5)] == ["no aplica", "sin participación", "decisora"]


def test_what_staff_typed_for_somebody_is_counted_and_one_in_ten_is_read_back(world, only):
    typed = [Act("listen", "enterprises", 2, enterprise=n, id=n, typed_by_staff=True) for n in range(11)]
    only.acts["workshops"] = lambda programmes: {world.id: typed}
    row = next(row for row in involvement_of(standing_of(world.programme), mark()) if row.phase.id == "listen")
    assert (row.typed, row.read_back) == (11, 2)


def test_many_programmes_are_asked_in_one_call(world, programme, only):
    calls = []
    only.acts["workshops"] = lambda programmes: calls.append(list(programmes)) or {}
    found = involvements([standing_of(world.programme), standing_of(programme)], mark())
    assert (len(calls), set(found)) == (1, {world.id, programme.id})
