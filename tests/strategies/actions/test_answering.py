"""Suggestions are answered one by one; a change that is taken up makes a revision, once."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import StaleRevision
from milpa.strategies.actions.answering import accept_suggestion, accept_together, answer_suggestion, dispute_answer
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Suggestion, SuggestionAnswered
from milpa.strategies.refusals import AlreadyAnswered, AnswerNeeded, NotAChange, PassageNotFound

DATES = Beside("change", "actions", quote="de junio a agosto", words="en mayo y septiembre", text="Estamos llenos.")
PHONES = Beside("change", "actions", quote="", words=" La asociación prestará tres teléfonos.", text="Que quede escrito.")


@pytest.fixture
def said(world, drafted):
    return lambda beside, by=None: suggest(by or world.carmen, drafted.id, ledger.uuid7(), beside, number=drafted.now)


def test_a_change_that_is_taken_up_stands_in_the_next_revision(world, drafted, said):
    suggestion, before = said(DATES), drafted.now
    answer = accept_suggestion(world.ana, suggestion.id, before, ledger.uuid7(), "Se hizo.")
    assert (answer.kind, answer.revision, drafted.now) == ("done", before + 1, before + 1)
    assert drafted.text("actions").startswith("El curso se dará **en mayo y septiembre**, a distancia.")


def test_accepted_twice_it_is_applied_once(world, drafted, said):
    suggestion, before, id = said(PHONES), drafted.now, ledger.uuid7()
    accept_suggestion(world.ana, suggestion.id, before, id)
    accept_suggestion(world.ana, suggestion.id, before, id)
    assert drafted.text("actions").count("tres teléfonos") == 1
    assert drafted.now == before + 1


def test_several_changes_make_one_revision(world, drafted, said):
    first, second, before = said(DATES), said(PHONES), drafted.now
    accept_together(world.ana, drafted.id, before, [(first.id, ledger.uuid7(), ""), (second.id, ledger.uuid7(), "")], "Dos sugerencias.")
    assert drafted.now == before + 1
    assert set(SuggestionAnswered.objects.values_list("revision", flat=True)) == {before + 1}


def test_of_several_none_is_taken_up_if_one_cannot_be(world, drafted, said):
    first, second, before = said(DATES), said(Beside("question", "actions", text="¿Quién los cuida?")), drafted.now
    with pytest.raises(NotAChange):
        accept_together(world.ana, drafted.id, before, [(first.id, ledger.uuid7(), ""), (second.id, ledger.uuid7(), "")])
    assert drafted.now == before
    assert not SuggestionAnswered.objects.exists()


def test_a_passage_that_was_rewritten_meanwhile_is_not_guessed(world, drafted, said):
    suggestion = said(DATES)
    save_section(world.ana, drafted.id, drafted.now, "actions", "El curso se dará todo el año.")
    with pytest.raises(PassageNotFound):
        accept_suggestion(world.ana, suggestion.id, drafted.now, ledger.uuid7())
    assert suggestion in Suggestion.objects.unanswered()


def test_accepting_from_a_stale_tab_changes_nothing(world, drafted, said):
    suggestion, before = said(DATES), drafted.now
    save_section(world.ana, drafted.id, before, "summary", "Otro resumen.")
    with pytest.raises(StaleRevision):
        accept_suggestion(world.ana, suggestion.id, before, ledger.uuid7())
    assert "junio" in drafted.text("actions")


def test_an_answer_in_words_is_the_only_one(world, drafted, said):
    suggestion = said(DATES)
    answer_suggestion(world.irma, suggestion.id, ledger.uuid7(), "not_because", "Las fechas las escogen las personas inscritas.")
    with pytest.raises(AlreadyAnswered):
        answer_suggestion(world.ana, suggestion.id, ledger.uuid7(), "done", "Se hizo.")
    with pytest.raises(AlreadyAnswered):
        accept_suggestion(world.ana, suggestion.id, drafted.now, ledger.uuid7())


def test_an_answer_sent_twice_is_one_also_after_it_was_given(world, drafted, said):
    suggestion, id = said(DATES), ledger.uuid7()
    answer_suggestion(world.ana, suggestion.id, id, "passed_on", "A la municipalidad.")
    answer_suggestion(world.ana, suggestion.id, id, "passed_on", "A la municipalidad.")
    assert SuggestionAnswered.objects.count() == 1


def test_silence_is_no_answer(world, drafted, said):
    with pytest.raises(AnswerNeeded):
        answer_suggestion(world.ana, said(DATES).id, ledger.uuid7(), "done", "  ")


@pytest.mark.parametrize("who", ["carmen", "diego", "elena", "rosa"])
def test_only_the_owners_people_answer(world, drafted, said, who):
    with pytest.raises(Suggestion.DoesNotExist):
        answer_suggestion(getattr(world, who), said(DATES).id, ledger.uuid7(), "done", "Se hizo.")


def test_its_author_may_say_that_this_was_no_answer(world, drafted, said):
    answer = answer_suggestion(world.ana, said(DATES).id, ledger.uuid7(), "done", "Gracias.")
    with pytest.raises(SuggestionAnswered.DoesNotExist):
        dispute_answer(world.diego, answer.id, ledger.uuid7())
    assert dispute_answer(world.carmen, answer.id, ledger.uuid7()).answer == answer
