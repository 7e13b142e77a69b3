"""How many photographed cards wait, in words, and the list with their pictures."""

from milpa.workshops.actions.photographing import read_photograph
from milpa.workshops.consoles import room_of
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Workshop
from milpa.workshops.to_read import to_read, to_read_words, with_to_read
from tests.workshops.actions.test_photographing import taken


def test_the_list_has_the_oldest_first_each_with_its_picture(written):
    first, second = taken(written, number=1), taken(written, number=2)
    assert [one.photograph for one in to_read(written.workshop)] == [first, second]
    assert all(one.picture.belongs_id == one.photograph.id for one in to_read(written.workshop))


def test_it_is_counted_in_words_and_not_at_all_where_none_waits(written):
    assert to_read_words(written.workshop) == ""
    photo = taken(written)
    assert to_read_words(written.workshop) == "1 tarjeta fotografiada está por leer"
    read_photograph(written.beto, written.id, photo.id, "Ya")
    assert to_read_words(written.workshop) == ""


def test_read_with_the_workshop_it_costs_no_query(written, django_assert_num_queries):
    taken(written)
    workshop = with_to_read(Workshop.objects.filter(id=written.id)).get()
    with django_assert_num_queries(0):
        assert to_read_words(workshop)


def test_closing_is_asked_with_what_would_be_left_over_and_the_minutes_say_so(written):
    assert "por leer" not in room_of(Workshop.objects.get(id=written.id)).close_confirm
    taken(written)
    assert "1 tarjeta fotografiada está por leer" in room_of(Workshop.objects.get(id=written.id)).close_confirm
    assert Minutes(Workshop.objects.get(id=written.id)).unread == "1 tarjeta fotografiada no se digitó."
