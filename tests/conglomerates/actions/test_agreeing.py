"""The letter is written by both, signed by each, and a changed word takes the cover away."""

import pytest

from milpa import ledger
from milpa.conglomerates import letter
from milpa.conglomerates.actions.agreeing import decline_agreement, name_sides, set_terms, sign_agreement, start_agreement, write_part
from milpa.conglomerates.evidence import agreement_signed
from milpa.conglomerates.models import Agreement
from milpa.conglomerates.refusals import LetterIsIncomplete, NoCounterpart, NotASide, ReasonNeeded, TermIsBackwards
from milpa.ledger.refusals import RevisionMovedOn, StaleRevision
from tests.conglomerates.actions.test_appointing import appoint


def again(one: Agreement) -> Agreement:
    return Agreement.objects.get(id=one.id)


def written(world) -> Agreement:
    """A letter without an empty part."""
    appoint(world)
    one = start_agreement(world.ana, world.id)
    for section in one.sections.filter(text=""):
        write_part(world.ana, one.id, again(one).revision, section.slug, "Lo que acordamos.")
    return again(one)


def sign(person, one: Agreement):
    return sign_agreement(person, one.id, again(one).revision, ledger.uuid7(), "presidenta")


def test_a_letter_begins_with_the_usual_texts_and_the_names_of_the_sides(world):
    appoint(world)
    one = start_agreement(world.ana, world.id)
    assert "Asociación Ejemplo" in one.sections.get(slug="parties").text
    assert one.sections.count() == len(letter.parts())
    assert start_agreement(world.carmen, world.id) == one


def test_without_a_counterpart_there_is_nobody_to_write_it_with(world):
    with pytest.raises(NoCounterpart):
        start_agreement(world.ana, world.id)


def test_owner_and_counterpart_sign_and_that_is_the_evidence(world):
    one = written(world)
    sign(world.ana, one)
    assert not agreement_signed([world.id])[world.id].met
    sign(world.carmen, one)
    assert agreement_signed([world.id])[world.id].met


def test_one_changed_word_takes_the_cover_away(world):
    one = written(world)
    sign(world.ana, one)
    sign(world.carmen, one)
    write_part(world.carmen, one.id, again(one).revision, "purpose", "Diseñar juntos otra cosa.")
    assert not agreement_signed([world.id])[world.id].met
    assert [side.covers for side in ledger.standing(again(one), letter.sides(one))] == [False, False]


def test_a_part_saved_unchanged_leaves_the_signatures_standing(world):
    one = written(world)
    sign(world.ana, one)
    write_part(world.ana, one.id, again(one).revision, "purpose", one.sections.get(slug="purpose").text)
    assert ledger.standing(again(one), [world.institute])[0].covers


def test_an_empty_part_keeps_it_from_being_signed(world):
    appoint(world)
    one = start_agreement(world.ana, world.id)
    with pytest.raises(LetterIsIncomplete):
        sign(world.ana, one)


def test_what_was_not_read_is_not_signed(world):
    one = written(world)
    write_part(world.ana, one.id, one.revision, "purpose", "Otra cosa.")
    with pytest.raises(RevisionMovedOn):
        sign_agreement(world.carmen, one.id, one.revision, ledger.uuid7())


def test_a_stale_tab_overwrites_nothing(world):
    one = written(world)
    write_part(world.ana, one.id, one.revision, "purpose", "Lo de Ana.")
    with pytest.raises(StaleRevision):
        write_part(world.carmen, one.id, one.revision, "purpose", "Lo de Carmen.")
    assert one.sections.get(slug="purpose").text == "Lo de Ana."


def test_partners_sign_where_they_are_named(world):
    one = written(world)
    with pytest.raises(NotASide):
        sign(world.diego, one)
    name_sides(world.ana, one.id, one.revision, [world.ministry.id])
    sign(world.diego, one)
    with pytest.raises(NotASide):
        name_sides(world.ana, one.id, again(one).revision, [world.strangers.id])


def test_a_side_says_why_it_does_not_sign_and_the_coordinator_for_one_that_is_silent(world):
    one = written(world)
    with pytest.raises(ReasonNeeded):
        decline_agreement(world.carmen, one.id, one.revision, ledger.uuid7(), "")
    decline_agreement(world.carmen, one.id, one.revision, ledger.uuid7(), "Falta lo del horario")
    assert ledger.standing(one, [world.association])[0].declined.why == "Falta lo del horario"
    with pytest.raises(NotASide):
        decline_agreement(world.carmen, one.id, one.revision, ledger.uuid7(), "Por ellos", world.institute.id)
    assert decline_agreement(world.ana, one.id, one.revision, ledger.uuid7(), "No contestó", world.association.id).side == world.association


def test_a_letter_does_not_end_before_it_begins(world):
    one, today = written(world), ledger.now().date()
    with pytest.raises(TermIsBackwards):
        set_terms(world.ana, one.id, one.revision, "Carta", today, today.replace(year=today.year - 1))


def test_strangers_find_no_letter_and_partners_write_none(world):
    one = written(world)
    for person in (world.elena, world.diego, world.beto):
        with pytest.raises(Agreement.DoesNotExist):
            write_part(person, one.id, one.revision, "purpose", "Otra cosa.")
    with pytest.raises(Agreement.DoesNotExist):
        sign(world.elena, one)
