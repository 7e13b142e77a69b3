import json

import pytest

from milpa.surveys import xlsform
from milpa.surveys.rules.form import UnknownVersion, of_plain, plain, said


@pytest.mark.parametrize("name", ["access", "baseline", "satisfaction"])
def test_a_form_kept_as_plain_values_comes_back_as_it_was(name):
    form = xlsform.ours(name)
    assert of_plain(json.loads(json.dumps(plain(form)))) == form


def test_a_form_of_a_newer_version_is_not_guessed_at():
    with pytest.raises(UnknownVersion):
        of_plain(plain(xlsform.ours("access")) | {"form_version": 99})


def test_a_question_knows_the_conditions_of_its_groups_outermost_first():
    place = next(place for place in xlsform.ours("baseline").placed() if place.question.name == "nights_sold")
    assert place.conditions == ("${consent} = 'yes'", "${rooms} > 0")
    assert place.group.name == "business"


def test_each_outermost_group_is_a_section_and_so_is_what_stands_between():
    sections = xlsform.ours("baseline").sections()
    assert [section.group.name if section.group else None for section in sections] == [None, "reference", "business", "jobs", "management"]


def test_a_text_without_the_readers_language_is_said_in_the_forms_first():
    assert said({"es": "Sí", "en": "Yes"}, "en") == "Yes"
    assert said({"quc": "Je"}, "en") == "Je"
    assert said(None, "en") == ""


def test_the_points_of_a_range():
    assert xlsform.ours("access").question("signal").scale == tuple(str(point) for point in range(11))
