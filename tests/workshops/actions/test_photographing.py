"""A card photographed now and typed later: on the list until then, on the wall since, and who typed it is kept."""

import pytest

from milpa import ledger
from milpa.ledger.models.voiding import Voided
from milpa.web.models import StoredFile
from milpa.workshops.actions import closing, helping
from milpa.workshops.actions.photographing import photograph_card, read_photograph, set_photograph_aside
from milpa.workshops.actions.writing import write_card
from milpa.workshops.models import Card, CardPhotographed, PhotographRead, Workshop
from milpa.workshops.refusals import CardIsEmpty, NumberTaken, ReasonNeeded, WorkshopIsClosed, WritingNotOpen
from milpa.workshops.room_refusals import PhotographReadAlready, PhotographSetAside
from tests.workshops.views.test_helping import photograph

TEXT = "Higiene en la cocina"


def taken(story, number=None, by=None, id=None):
    by, id = by or story.beto, id or ledger.uuid7()
    return photograph_card(by, story.id, id, story.petrona.id, "paper", photograph(), number=number)


def helper(story, name="Silvia"):
    asked = helping.ask_helper(story.beto, story.id, ledger.uuid7(), name)
    return helping.begin_helping(story.id, ledger.uuid7(), helping.helper_number(asked), name).person


def test_the_photograph_alone_is_on_the_list_and_not_on_the_wall(written):
    before = Card.objects.count()
    photo = taken(written, number=7)
    assert list(CardPhotographed.objects.to_be_read(written.id)) == [photo]
    assert (Card.objects.count(), StoredFile.objects.get(belongs_id=photo.id).kind) == (before, "webp")


def test_sent_twice_it_is_one_photograph(written):
    id = ledger.uuid7()
    taken(written, id=id)
    taken(written, id=id)
    assert (CardPhotographed.objects.count(), StoredFile.objects.filter(belongs_id=id).count()) == (1, 1)


def test_typed_by_a_helper_it_is_its_author_s_card_and_keeps_who_typed_it(written):
    photo, silvia = taken(written, number=7), helper(written)
    card = read_photograph(silvia, written.id, photo.id, f"  {TEXT} ", 7)
    assert (card.text, card.participant_id, card.way, card.number, card.by) == (TEXT, written.petrona.id, "paper", 7, silvia)
    assert StoredFile.objects.filter(belongs_id=card.id).exists()
    assert (PhotographRead.objects.get().photograph, list(CardPhotographed.objects.to_be_read(written.id))) == (photo, [])


def test_typed_twice_by_the_same_person_it_is_one_card(written):
    photo = taken(written)
    read_photograph(written.beto, written.id, photo.id, TEXT)
    read_photograph(written.beto, written.id, photo.id, TEXT)
    assert Card.objects.filter(text=TEXT).count() == PhotographRead.objects.count() == 1


def test_whoever_types_it_second_is_told_who_did_and_what_it_says(written):
    photo, silvia = taken(written), helper(written)
    read_photograph(silvia, written.id, photo.id, TEXT)
    with pytest.raises(PhotographReadAlready) as refusal:
        read_photograph(written.beto, written.id, photo.id, "Otra lectura")
    assert "Silvia" in str(refusal.value) and TEXT in str(refusal.value)


def test_set_aside_it_is_off_the_list_with_its_reason_and_is_not_typed(written):
    photo = taken(written)
    with pytest.raises(ReasonNeeded):
        set_photograph_aside(written.beto, written.id, ledger.uuid7(), photo.id, " ")
    set_photograph_aside(written.beto, written.id, ledger.uuid7(), photo.id, "No se lee.")
    set_photograph_aside(written.beto, written.id, ledger.uuid7(), photo.id, "No se lee.")
    assert (Voided.objects.get(target=photo.id).why, CardPhotographed.objects.to_be_read(written.id).count()) == ("No se lee.", 0)
    with pytest.raises(PhotographSetAside) as refusal:
        read_photograph(written.beto, written.id, photo.id, TEXT)
    assert "No se lee." in str(refusal.value)


def test_one_that_was_typed_is_not_set_aside(written):
    photo = taken(written)
    read_photograph(written.beto, written.id, photo.id, TEXT)
    with pytest.raises(PhotographReadAlready):
        set_photograph_aside(written.beto, written.id, ledger.uuid7(), photo.id, "Doble")


def test_the_number_of_a_photograph_that_waits_is_taken(written):
    taken(written, number=7)
    with pytest.raises(NumberTaken):
        taken(written, number=7)
    with pytest.raises(NumberTaken):
        write_card(written.beto, written.id, ledger.uuid7(), TEXT, participant_id=written.petrona.id, way="paper", number=7)


def test_without_words_nothing_comes_on_the_wall(written):
    photo = taken(written)
    with pytest.raises(CardIsEmpty):
        read_photograph(written.beto, written.id, photo.id, "  ")
    assert CardPhotographed.objects.to_be_read(written.id).count() == 1


def test_before_writing_begins_nothing_is_photographed(planned):
    with pytest.raises(WritingNotOpen):
        taken(planned)


def test_in_a_closed_workshop_nothing_is_typed(judged):
    photo = taken(judged)
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    with pytest.raises(WorkshopIsClosed):
        read_photograph(judged.beto, judged.id, photo.id, TEXT)


def test_participants_and_elena_photograph_and_read_nothing_of_others(written):
    photo = taken(written)
    for by in (written.world.elena, written.tomas.person):
        with pytest.raises(Workshop.DoesNotExist):
            read_photograph(by, written.id, photo.id, TEXT)
        with pytest.raises(Workshop.DoesNotExist):
            taken(written, by=by)
