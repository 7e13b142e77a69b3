"""The round as the console shows it."""

from milpa import ledger
from milpa.workshops.actions import speaking as act
from milpa.workshops.consoles import room_of
from milpa.workshops.models import Workshop
from milpa.workshops.speaking import called


def fresh(story):
    return Workshop.objects.get(id=story.id)


def test_the_console_proposes_who_speaks_and_who_comes_next(written):
    written.go_to("sharing")
    now = room_of(fresh(written)).speaking
    assert (now.speaker.name, [one.name for one in now.following]) == ("Rosa", ["Tomás", "Lidia", "Petrona"])
    assert "Tomás, Lidia, Petrona" in now.following_words


def test_how_far_the_round_is_stands_in_words(written):
    written.go_to("sharing")
    act.end_turn(written.beto, written.id, ledger.uuid7(), written.rosa.id)
    assert room_of(fresh(written)).speaking.state == "Ronda 1: 1 de 4 personas ya hablaron"


def test_outside_the_activity_there_is_no_round(written):
    assert room_of(fresh(written)).speaking is None


def test_a_round_begins_anew_when_the_activity_is_opened_again(written):
    written.go_to("sharing")
    act.end_turn(written.beto, written.id, ledger.uuid7(), written.rosa.id)
    written.go_to("writing")
    written.go_to("sharing")
    assert room_of(fresh(written)).speaking.speaker.name == "Rosa"


def test_the_enterprise_stands_beside_the_name(written):
    assert called(written.rosa) == "Rosa · Hotel Luna"
