import pytest
from pyxform.xls2xform import convert

from tests.demo.pages import FORMS
from tests.demo.test_people_learning import sheets

ES, EN = "label::Español (es)", "label::English (en)"


@pytest.mark.parametrize("form", ["access", "baseline", "satisfaction"])
def test_each_form_becomes_an_xform_without_a_warning(form):
    result = convert(FORMS / f"{form}.md")
    assert result.warnings == [] and f'id="{form}"' in result.xform


@pytest.mark.parametrize("form", ["access", "baseline", "satisfaction"])
def test_everything_that_is_read_stands_in_both_languages(form):
    tables = sheets(form)
    for row in [*tables["survey"], *tables["choices"]]:
        assert row.get("type") == "end_group" or (row[ES] and row[EN]), row
    for row in tables["survey"]:
        for part in ("hint", "constraint_message"):
            assert bool(row.get(f"{part}::Español (es)")) == bool(row.get(f"{part}::English (en)"))
        assert bool(row.get("constraint")) == bool(row.get("constraint_message::Español (es)"))


def test_satisfaction_is_asked_exactly_as_it_is_defined():
    tables = sheets("satisfaction")
    asked = {row["name"]: row for row in tables["survey"]}
    assert asked["overall"][ES] == "En general, ¿qué tan satisfecha o satisfecho quedó con esta capacitación?"
    scale = [row["name"] for row in tables["choices"] if row["list_name"] == "degree"]
    assert scale == ["nada", "poco", "bastante", "muy"]
    assert [row["name"] for row in tables["choices"] if row["list_name"] == "degree_or_na"] == [*scale, "no_aplica"]
    items = [name for name, row in asked.items() if row["type"] == "select_one degree_or_na"]
    assert items == ["useful", "asked_for", "instructor", "clear", "platform", "time", "practice", "recommend"]
    assert [name for name, row in asked.items() if row["type"] == "text"] == ["helped_most", "change"]
    assert not any(row.get("required") for row in tables["survey"])
