"""Cards carry names only where the group decided so, and only those that were written under that rule."""

from milpa import ledger
from milpa.workshops import live
from milpa.workshops.actions import deciding, writing
from milpa.workshops.models import Workshop
from milpa.workshops.wall import wall_of


def authors(story):
    wall = wall_of(Workshop.objects.get(id=story.id))
    return {card.text: card.author for card in [*wall.loose, *(card for group in wall.groups for card in group.cards)]}


def decide(story, named):
    deciding.decide_naming(story.beto, story.id, ledger.uuid7(), named, "Se votó a mano alzada")


def write(story, text, named):
    writing.write_card(story.rosa.person, story.id, ledger.uuid7(), text, named=named)


def test_what_was_written_without_a_name_keeps_none(written):
    write(written, "Antes", False)
    decide(written, True)
    write(written, "Después", True)
    assert (authors(written)["Antes"], authors(written)["Después"]) == ("", "Rosa")


def test_a_phone_that_was_told_without_names_stays_without_though_its_card_comes_late(written):
    decide(written, True)
    write(written, "Escrita sin señal", False)
    assert authors(written)["Escrita sin señal"] == ""


def test_taken_back_no_screen_shows_a_name_any_more(written):
    decide(written, True)
    write(written, "Con nombre", True)
    (event,) = [event for event in live.read(str(written.id), 0, "phone") if event.data.get("text") == "Con nombre"]
    assert event.data["author"] == "Rosa"
    decide(written, False)
    (event,) = [event for event in live.read(str(written.id), 0, "phone") if event.data.get("text") == "Con nombre"]
    assert ("author" in event.data, authors(written)["Con nombre"]) == (False, "")
