from collections.abc import Callable

import pytest

from tests.web.listing.agreement import Factory, request_of
from tests.world import World

Keep = Callable[[int], None]


def count(make: Factory, person: object, address: str) -> int:
    return len(make(request_of(person, address)).page().rows)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("q=zarco", 1), ("q=agata", 1), ("q=hotel+zarco", 1), ("q=hotel", 2), ("q=nada", 0), ("q=%20%C2%BF%20", 4), ("place=Pet%C3%A9n", 1),
     ("since_desde=2011-05-02", 2), ("since_hasta=2011-05-02", 2), ("since_desde=2011-05-02&since_hasta=2011-05-02", 1)],
)  # fmt: skip
def test_computed_rows_are_narrowed_by_choice_words_and_days(hotels: Factory, asked: str, found: int) -> None:
    assert len(hotels(request_of(None, f"/h/?{asked}")).source.rows) == found


def test_a_day_is_the_persons_own_day_from_midnight_to_midnight(files: Factory, kept: Keep, world: World) -> None:
    kept(24)  # from 9:00 on 2 March in Guatemala to 8:00 the next morning
    listing = files(request_of(world.ana, "/a/?created_desde=2026-03-03&created_hasta=2026-03-03"))
    assert listing.count(99) == 9
    assert files(request_of(world.ana, "/a/?created_hasta=2026-03-02")).count(99) == 15


def test_a_day_that_is_none_is_said_in_place_and_kept_and_the_list_is_shown_whole(files: Factory, kept: Keep, world: World) -> None:
    kept(5)
    text = files(request_of(world.ana, "/a/?created_desde=30+de+febrero")).answer().content.decode()
    assert "Escriba el día así: 2026-02-28." in text and 'value="30 de febrero"' in text and "foto 00004" in text


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_day_of_all_do_not_overflow(files: Factory, kept: Keep, world: World, day: str) -> None:
    kept(3)
    assert files(request_of(world.ana, f"/a/?created_desde={day}&created_hasta={day}")).count(9) in (0, 3)


def test_what_the_list_is_narrowed_to_is_said_on_paper(hotels: Factory, db: None) -> None:
    text = hotels(request_of(None, "/h/?place=Pet%C3%A9n&formato=imprimir")).answer().content.decode()
    assert "Lugar: Petén" in text and "Hotel Zarco" in text and "Ágata" not in text
