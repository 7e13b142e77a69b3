"""Writing cards: once, within limits, whatever the network does."""

import unicodedata
from datetime import UTC, datetime

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.web.limits import CARDS_PER_PERSON
from milpa.workshops.actions import closing, writing
from milpa.workshops.models import Card, Workshop
from milpa.workshops.refusals import (
    CardIsEmpty,
    CardTooLong,
    NotAParticipant,
    ReasonNeeded,
    TooManyCards,
    WorkshopIsClosed,
    WritingNotOpen,
)
from milpa.workshops.wall import wall_of


def write(story, who="rosa", text="No sé cómo salir en el mapa", id=None):
    return writing.write_card(getattr(story, who).person, story.id, id or ledger.uuid7(), text)


def test_a_card_sent_twice_by_a_phone_that_lost_the_answer_is_one(written):
    id = ledger.uuid7()
    write(written, id=id)
    write(written, id=id)
    assert Card.objects.filter(id=id).count() == 1


def test_a_card_known_before_closing_is_answered_as_stored_and_a_new_one_is_not_taken(judged):
    id = ledger.uuid7()
    write(judged, id=id)
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    assert write(judged, id=id).id == id
    with pytest.raises(WorkshopIsClosed):
        write(judged)


def test_a_phone_that_was_without_signal_while_writing_is_heard_during_the_vote(grouped):
    grouped.open_vote()
    assert write(grouped).text == "No sé cómo salir en el mapa"


def test_before_writing_begins_no_card_is_taken(planned):
    with pytest.raises(WritingNotOpen):
        write(planned)


@pytest.mark.parametrize(
    ("text", "why"), [("", CardIsEmpty), ("  \n ", CardIsEmpty), ("x" * 141, CardTooLong), ("y" * 10_000, CardTooLong)]
)
def test_a_card_holds_one_to_140_letters(written, text, why):
    with pytest.raises(why):
        write(written, text=text)


@pytest.mark.parametrize("text", ["x" * 140, "¿🏨🌽?", "<script>alert(1)</script>", "سوق الفنادق"])
def test_what_people_write_is_kept_as_they_wrote_it(written, text):
    assert Card.objects.get(id=write(written, text=text).id).text == text


def test_nobody_writes_more_than_twenty_cards(written):
    for n in range(18):
        write(written, text=f"Idea {n}")
    with pytest.raises(TooManyCards):
        write(written)
    assert write(written, "tomas")


def test_another_author_with_the_same_id_learns_nothing(written):
    id = ledger.uuid7()
    write(written, id=id)
    with pytest.raises(Conflict):
        write(written, "tomas", id=id)


def test_a_helper_types_a_paper_card_and_it_is_its_author_s(written):
    card = writing.write_card(written.beto, written.id, ledger.uuid7(), "Higiene", participant_id=written.petrona.id, way="paper")
    assert (card.participant, card.by, card.way) == (written.petrona, written.beto, "paper")


def test_only_who_facilitates_types_for_others(written):
    for who in (written.world.elena, written.world.carmen, written.rosa.person):
        with pytest.raises(Workshop.DoesNotExist):
            writing.write_card(who, written.id, ledger.uuid7(), "Otra", participant_id=written.petrona.id)
    with pytest.raises(NotAParticipant):
        writing.write_card(written.beto, written.id, ledger.uuid7(), "Otra")


def test_a_moderated_card_leaves_the_wall_with_a_reason_and_comes_back(written):
    card = written.cards["Siempre me piden rebaja"]
    with pytest.raises(ReasonNeeded):
        writing.moderate_card(written.beto, written.id, ledger.uuid7(), card.id, " ")
    writing.moderate_card(written.beto, written.id, ledger.uuid7(), card.id, "Nombra a una persona")
    assert not Card.objects.on_the_wall().filter(id=card.id).exists()
    writing.return_card(written.beto, written.id, ledger.uuid7(), card.id, "Se aclaró")
    assert Card.objects.on_the_wall().filter(id=card.id).exists()


def test_thirty_cards_in_a_minute_by_one_phone_stop_at_a_clear_sentence_and_the_others_are_still_on_the_phone(written):
    before = Card.objects.filter(participant=written.rosa).count()
    refused = []
    for n in range(30):
        try:
            written.write("rosa", f"Idea número {n}")
        except TooManyCards as refusal:
            refused.append(str(refusal))
    assert (before + 30 - len(refused), len(set(refused))) == (CARDS_PER_PERSON, 1)
    assert str(CARDS_PER_PERSON) in refused[0]


@pytest.mark.parametrize(
    "text",
    ["🌽🫓 maíz y tortilla", "مرحبا بكم في الفندق", "<script>alert(1)</script>", "שלום — precio", "a\u0301rbol"],
    ids=["emoji", "rtl", "script", "hebrew", "accents"],
)
def test_whatever_somebody_writes_is_kept_as_words(written, text):
    written.write("rosa", text)
    assert Card.objects.in_order().last().text == unicodedata.normalize("NFC", text)


def test_ten_thousand_letters_are_refused_whole_with_their_number(written):
    with pytest.raises(CardTooLong) as refusal:
        written.write("rosa", "x" * 10_000)
    assert "10000" in str(refusal.value).replace(",", "").replace(" ", "")


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_is_years_off_changes_neither_the_order_nor_the_hour_on_record(written, year):
    at = datetime(year, 1, 1, tzinfo=UTC)
    writing.write_card(written.rosa.person, written.id, ledger.uuid7(), "Con otro reloj", said_at=at)
    written.write("tomas", "La última")
    newest = wall_of(written.workshop).newest
    assert [card.text for card in newest[:2]] == ["La última", "Con otro reloj"]
    card = Card.objects.get(text="Con otro reloj")
    assert (card.said_at.year, card.recorded_at.year) == (year, clock.now().year)
