import pytest

from milpa.workshops.rules.orders import NotAnOrder, WrongNumber, beats_all, loses_to_all, pairs_of, refuse_disorder, usual_places
from tests.workshops.rules.profiles import CIRCLE, SCHULZE_1, SCHULZE_2, TENNESSEE


def table(pairs):
    return {one + other: n for one, row in pairs.items() for other, n in row.items() if one != other}


def test_the_pairs_of_schulze_s_first_example_are_those_of_the_paper():
    said = [
        "AB",
        "20",
        "AC",
        "26",
        "AD",
        "30",
        "AE",
        "22",
        "BA",
        "25",
        "BC",
        "16",
        "BD",
        "33",
        "BE",
        "18",
        "CA",
        "19",
        "CB",
        "29",
        "CD",
        "17",
        "CE",
        "24",
        "DA",
        "15",
        "DB",
        "12",
        "DC",
        "28",
        "DE",
        "14",
        "EA",
        "23",
        "EB",
        "27",
        "EC",
        "21",
        "ED",
        "31",
    ]
    assert table(pairs_of(SCHULZE_1, "ABCDE")) == dict(zip(said[::2], map(int, said[1::2]), strict=True))


def test_the_pairs_of_schulze_s_second_example_are_those_of_the_paper():
    said = [
        "AB",
        "11",
        "AC",
        "20",
        "AD",
        "14",
        "BA",
        "19",
        "BC",
        "9",
        "BD",
        "12",
        "CA",
        "10",
        "CB",
        "21",
        "CD",
        "17",
        "DA",
        "16",
        "DB",
        "18",
        "DC",
        "13",
    ]
    assert table(pairs_of(SCHULZE_2, "ABCD")) == dict(zip(said[::2], map(int, said[1::2]), strict=True))


def test_nashville_wins_against_all_and_memphis_loses_to_all():
    pairs = pairs_of(TENNESSEE, "MNCK")
    assert (beats_all(pairs), loses_to_all(pairs)) == ("N", "M")
    assert [pairs[a][b] for a, b in ("NM", "CM", "KM", "NC", "NK", "CK")] == [58, 58, 58, 68, 68, 83]


def test_in_a_circle_nobody_wins_against_all():
    pairs = pairs_of(CIRCLE, "ABC")
    assert (pairs["A"]["B"], pairs["B"]["C"], pairs["C"]["A"]) == (60, 65, 75)
    assert (beats_all(pairs), loses_to_all(pairs)) == (None, None)


def test_what_is_left_out_stands_behind_what_is_named_and_beside_each_other():
    pairs = pairs_of([("A",)], "ABC")
    assert (pairs["A"]["B"], pairs["A"]["C"], pairs["B"]["C"], pairs["C"]["B"]) == (1, 1, 0, 0)


def test_an_order_names_each_option_once_and_as_many_as_asked():
    refuse_disorder("BA", "ABC", 2)
    for order in ("AA", "AX"):
        with pytest.raises(NotAnOrder):
            refuse_disorder(order, "ABC")
    for order in ("A", "ABC", ""):
        with pytest.raises(WrongNumber):
            refuse_disorder(order, "ABC", 2)


@pytest.mark.parametrize(("options", "places"), [(2, 2), (7, 7), (8, 5), (30, 5)])
def test_up_to_seven_are_all_put_in_order_of_more_the_first_five(options, places):
    assert usual_places(options) == places
