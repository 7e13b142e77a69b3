"""What the console knows of a room: where it is, what comes next, who is here."""

from collections import Counter

from django.utils.translation import override

from milpa.workshops.consoles import people_of, room_of, still_to_vote
from milpa.workshops.models import BallotMark, Workshop
from milpa.workshops.shown import Here


def room(story, **more):
    return room_of(Workshop.objects.get(id=story.id), **more)


def test_before_the_first_step_the_next_is_the_welcome_and_there_is_no_way_back(planned):
    found = room(planned)
    assert (found.kind, found.following.activity.kind, found.previous) == ("", "welcome", None)


def test_the_last_activity_has_no_next_and_leads_to_the_end(judged):
    judged.go_to("commitments")
    assert room(judged).following is None


def test_going_on_with_cards_left_over_is_asked_once_more(written):
    written.go_to("grouping")
    with override("es"):
        assert room(written).next_confirm == "5 tarjetas todavía no tienen grupo. ¿Seguir?"


def test_what_is_over_has_only_steps_of_the_past(closed):
    assert {step["state"] for step in room(closed).steps} == {"past"}


def test_while_a_vote_is_open_a_room_holds_no_count_of_any_group(grouped):
    grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Vender directo")
    found = room(grouped, whole=True)
    assert (found.vote.voted, found.vote.result, found.vote.standings) == (1, None, [])
    assert {pile.dots for pile in found.piles} == {None}


def test_those_without_a_phone_who_have_voted_are_not_offered_again(grouped):
    grouped.open_vote(dots_each=2)
    assert [person.name for person in still_to_vote(room(grouped), [])] == ["Petrona"]
    grouped.cast("petrona", "Vender directo")
    marked = BallotMark.objects.values_list("person", flat=True)
    assert still_to_vote(room(grouped), marked) == []


def test_needs_are_judged_in_the_order_of_the_vote_without_what_training_does_not_solve(voted):
    voted.go_to("suitability")
    assert [pile.name for pile in room(voted).judging] == ["Precio y temporada", "Vender directo", "Reservaciones"]


def test_who_is_here_is_said_by_way(planned):
    with override("es"):
        assert Here.of(people_of(planned.workshop)).words == "4 personas · 3 por teléfono, 1 en papel"
        assert Here(Counter()).words == "Todavía no se une nadie"


def test_a_room_is_read_in_twelve_queries_whatever_the_cards(judged, django_assert_max_num_queries):
    workshop = Workshop.objects.get(id=judged.id)
    with django_assert_max_num_queries(12):
        room_of(workshop, whole=True)
