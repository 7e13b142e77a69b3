"""What is said beside the text: kept with the passage as the text has it, whoever types it."""

import pytest

from milpa import ledger
from milpa.strategies.actions.suggesting import Beside, suggest, withdraw_suggestion
from milpa.strategies.models import Strategy, Suggestion
from milpa.strategies.refusals import NoSuchPlace, NothingSuggested, NotOfThisProgramme, PassageNotFound, PassageTwice
from tests.strategies.story import enterprise_of

DATES = Beside("change", "actions", quote="de junio a agosto", words="en mayo", text="En junio estamos llenos.")


def said(world, drafted, beside, by=None, **more):
    return suggest(by or world.carmen, drafted.id, ledger.uuid7(), beside, number=drafted.now, **more)


@pytest.mark.parametrize("who", ["carmen", "diego", "fidel", "ana", "beto", "irma"])
def test_partners_and_the_owners_people_suggest(world, drafted, who):
    assert said(world, drafted, DATES, getattr(world, who)).quote == "de junio a agosto"


def test_an_owner_suggests_from_her_own_phone_once_her_enterprise_is_in_the_register(world, drafted):
    with pytest.raises(Strategy.DoesNotExist):
        said(world, drafted, DATES, world.rosa)
    enterprise_of(world, world.rosa, "Hotel Luna")
    assert said(world, drafted, DATES, world.rosa).by == world.rosa


def test_what_staff_types_for_an_owner_is_hers_and_marked(world, drafted):
    enterprise_of(world, world.rosa, "Hotel Luna")
    suggestion = said(world, drafted, DATES, world.beto, for_person=world.rosa.id)
    assert (suggestion.by, suggestion.typed_by) == (world.rosa, world.beto)


def test_nobody_is_given_words_who_has_no_enterprise_here(world, drafted):
    with pytest.raises(NotOfThisProgramme):
        said(world, drafted, DATES, world.beto, for_person=world.tomas.id)


def test_partners_do_not_type_for_others(world, drafted):
    enterprise_of(world, world.rosa, "Hotel Luna")
    with pytest.raises(Strategy.DoesNotExist):
        said(world, drafted, DATES, world.carmen, for_person=world.rosa.id)


def test_sent_twice_it_is_one_also_after_the_text_changed(world, drafted):
    from milpa.strategies.actions.writing import save_section

    id, number = ledger.uuid7(), drafted.now
    suggest(world.carmen, drafted.id, id, DATES, number=number)
    save_section(world.ana, drafted.id, number, "actions", "Todo es otro.")
    suggest(world.carmen, drafted.id, id, DATES, number=number)
    assert Suggestion.objects.count() == 1


@pytest.mark.parametrize(
    ("beside", "refusal"),
    [
        (Beside("change", "actions", quote="en diciembre", words="en mayo"), PassageNotFound),
        (Beside("change", "actions", quote="se", words="ya"), PassageTwice),
        (Beside("change", "actions"), NothingSuggested),
        (Beside("change", "actions", quote="de junio a agosto", words="de junio a agosto"), NothingSuggested),
        (Beside("question", "actions", text="  "), NothingSuggested),
        (Beside("comment", "algo", text="Hola."), NoSuchPlace),
    ],
)
def test_what_cannot_be_answered_is_refused(world, drafted, beside, refusal):
    with pytest.raises(refusal):
        said(world, drafted, beside)
    assert not Suggestion.objects.exists()


def test_a_field_of_the_sheet_can_be_changed_by_words(world, drafted):
    beside = Beside("change", action=drafted.action.id, field="learning_outcome", quote="por temporada", words="por noche")
    assert said(world, drafted, beside).action == drafted.action.id
    with pytest.raises(NoSuchPlace):
        said(world, drafted, Beside("change", action=drafted.action.id, field="cost", words="1"))


def test_its_author_takes_it_back_and_nobody_else(world, drafted):
    suggestion = said(world, drafted, DATES)
    with pytest.raises(Suggestion.DoesNotExist):
        withdraw_suggestion(world.diego, suggestion.id, ledger.uuid7(), "No.")
    withdraw_suggestion(world.carmen, suggestion.id, ledger.uuid7(), "Ya no hace falta.")
    assert not Suggestion.objects.standing().exists()


def test_elena_finds_no_strategy_to_speak_of(world, drafted):
    with pytest.raises(Strategy.DoesNotExist):
        said(world, drafted, DATES, world.elena)
