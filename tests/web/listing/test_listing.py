from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from milpa.web.models import StoredFile
from tests.web.listing.agreement import Factory, request_of
from tests.world import World

Keep = Callable[[int], None]
ORDERS = ["name", "-name", "size", "-size", "width", "-width", "created", "-created"]


def names(listing: object) -> list[str]:
    return [row[0].text for row in listing.page().rows]


@pytest.mark.parametrize("order", ORDERS)
def test_next_shows_each_row_once_and_previous_leads_back_the_same_way(files: Factory, kept: Keep, world: World, order: str) -> None:
    kept(35)
    there, address = [], f"/a/?orden={order}"
    while address:
        listing = files(request_of(world.ana, address))
        there.append(names(listing))
        last, address = listing, listing.page().next
    back, address = [there[-1]], last.page().previous
    while address:
        listing = files(request_of(world.ana, address))
        back.append(names(listing))
        address = listing.page().previous
    assert [len(page) for page in there] == [10, 10, 10, 5]
    assert len({name for page in there for name in page}) == 35
    assert back == there[::-1]


def test_rows_without_a_value_stand_last_whichever_way_it_is_ordered(files: Factory, kept: Keep, world: World) -> None:
    kept(9)
    for order in ("width", "-width"):
        page = files(request_of(world.ana, f"/a/?orden={order}")).page()
        assert [row[2].text for row in page.rows][-3:] == ["–", "–", "–"], order


def test_a_row_that_arrives_meanwhile_is_neither_shown_twice_nor_pushes_another_away(files: Factory, kept: Keep, world: World) -> None:
    kept(15)
    first = files(request_of(world.ana, "/a/?orden=name")).page()
    StoredFile.objects.create(sha256="f", kind="pdf", size=1, name="antes de todas", institution=world.institute)
    second = files(request_of(world.ana, first.next))
    assert names(second) == [f"foto {number:05d}" for number in range(10, 15)]


def test_a_place_whose_rows_are_gone_shows_the_beginning(files: Factory, kept: Keep, world: World) -> None:
    kept(15)
    following = files(request_of(world.ana, "/a/?orden=name")).page().next
    StoredFile.objects.filter(name__gte="foto 00010").delete()
    assert names(files(request_of(world.ana, following)))[0] == "foto 00000"


@pytest.mark.parametrize("place", ["despues=mentira", "despues=W10", "antes=", "antes=%00", "orden=secreto", "orden=-", "kind=exe"])
def test_an_address_that_somebody_made_up_shows_the_beginning(files: Factory, kept: Keep, world: World, place: str) -> None:
    kept(12)
    assert names(files(request_of(world.ana, f"/a/?{place}")))[0] == "foto 00011"


def test_a_place_of_one_order_is_not_believed_in_another(files: Factory, kept: Keep, world: World) -> None:
    kept(25)
    place = files(request_of(world.ana, "/a/?orden=size")).page().next.replace("orden=size", "orden=name")
    assert names(files(request_of(world.ana, place)))[0] == "foto 00000"


def test_a_page_costs_two_queries_and_never_skips_or_counts_rows(files: Factory, kept: Keep, world: World) -> None:
    kept(60)
    address = files(request_of(world.ana, "/a/")).page().next
    with CaptureQueriesContext(connection) as asked:
        files(request_of(world.ana, address)).page()
    assert len(asked) == 2
    assert all("OFFSET" not in query["sql"] for query in asked)
    assert "LIMIT 1001" in next(query["sql"] for query in asked if "COUNT" in query["sql"])


def test_more_than_a_thousand_are_not_counted(files: Factory, kept: Keep, world: World) -> None:
    kept(1000)
    assert files(request_of(world.ana, "/a/")).page().counted == "1,000 en la lista"
    kept(1)
    assert files(request_of(world.ana, "/a/")).page().counted == "más de 1,000"


def test_filters_stay_while_one_orders_and_turns_pages_and_can_be_taken_away(files: Factory, kept: Keep, world: World) -> None:
    kept(60)
    page = files(request_of(world.ana, "/a/?kind=pdf&orden=size")).page()
    assert "kind=pdf" in page.next and "kind=pdf" in page.heads[0].href and "kind=pdf" in page.formats[0][1]
    assert page.narrowed and page.clear == "/a/?orden=size"
    assert page.heads[1].ordered == "ascending" and "orden=-size" in page.heads[1].href


def test_nobody_sees_the_list_of_another_institution(files: Factory, kept: Keep, world: World) -> None:
    kept(5)
    listing = files(request_of(world.elena, "/a/"))
    assert listing.page().rows == [] and "Aquí se ven los archivos." in listing.answer().content.decode()


@pytest.mark.django_db
def test_computed_rows_are_ordered_as_people_read_them_accents_aside(hotels: Factory) -> None:
    assert [row[0].text for row in hotels(request_of(None, "/h/")).page().rows][2:] == ["Hotel Ágata", "Hotel Zarco"]


@pytest.mark.django_db
def test_computed_rows_turn_pages_too(hotels: Factory) -> None:
    listing = hotels(request_of(None, "/h/?orden=-rooms"))
    listing.size = 2
    assert [row[2].plain for row in listing.page().rows] == ["3000", "12"]
    second = hotels(request_of(None, listing.page().next))
    second.size = 2
    assert [row[2].plain for row in second.page().rows] == ["0", ""]
    back = hotels(request_of(None, second.page().previous))
    back.size = 2
    assert [row[2].plain for row in back.page().rows] == ["3000", "12"]
