"""Departments in classes."""

from hypothesis import given
from hypothesis import strategies as st

from milpa.web.design_samples import samples
from milpa.web.maps import breaks, class_of, department_map, map_legend, outlines


def test_four_classes_hold_as_many_places_each():
    assert breaks([1, 2, 3, 4, 5, 6, 7, 8]) == [2, 4, 6, 8]
    assert [class_of(value, [2, 4, 6, 8]) for value in (1, 3, 6, 8)] == [1, 2, 3, 4]


def test_zero_and_not_known_are_no_class_of_the_few():
    assert class_of(0, [2, 4]) == 0
    assert class_of(None, [2, 4]) is None


def test_where_all_have_the_same_there_is_one_class():
    assert breaks([5, 5, 5]) == [5]
    assert class_of(5, [5]) == 4


@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=30))
def test_more_never_falls_in_a_lower_class(values):
    ends = breaks(values)
    classes = [class_of(value, ends) for value in sorted(values)]
    assert classes == sorted(classes)
    assert all(place <= 4 for place in classes)


def test_a_place_without_a_value_says_so():
    picture = department_map(samples()["country"], {"Altos": 12}, "Empresas")
    assert "<title>Altos: 12</title>" in picture
    assert "<title>Costa: sin datos</title>" in picture


def test_north_is_above_and_the_outline_closes():
    country = samples()["country"]
    assert country.names["Norte"] == "Norte"
    assert country.paths["Norte"].endswith("z")
    assert 0 < country.height < 800
    starts = {name: [int(number) for number in path[1:].split("l")[0].split()] for name, path in country.paths.items()}
    assert starts["Costa"][1] < starts["Altos"][1]  # Costa's row is one degree further north


def test_a_place_of_several_pieces_is_one_path():
    island = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    shape = {"type": "MultiPolygon", "coordinates": [island, [[[3, 0], [4, 0], [4, 1], [3, 0]]]]}
    country = outlines({"features": [{"properties": {"code": "x", "name": "Islas"}, "geometry": shape}]}, "code")
    assert country.paths["x"].count("M") == 2


def test_the_legend_goes_from_few_to_many_and_ends_with_what_is_not_known():
    legend = map_legend({"a": 0, "b": 3, "c": 7, "d": 90, "e": 400, "f": None})
    said = [part.split("</svg>")[1] for part in legend.split("</li>") if "</svg>" in part]
    assert said == ["0", "3", "7", "90", "400", "sin datos"]
