"""What every template may lean on."""

import pytest
from django.template import engines
from django.urls import NoReverseMatch
from django.utils import translation
from jinja2 import UndefinedError

from milpa.web import jinja


@pytest.fixture
def draw():
    env = engines["jinja2"].env
    return lambda source, **values: env.from_string(source).render(values)


def test_a_misspelt_name_is_an_error_and_not_an_empty_page(draw):
    with pytest.raises(UndefinedError, match="programe"):
        draw("{{ programe }}", programme="Hoteles")
    assert draw("{{ programe|default('') }}") == ""


def test_what_a_person_wrote_is_escaped_also_inside_a_translation(draw):
    hostile = "<script>alert(1)</script>"
    assert "<script>" not in draw("{{ name }}", name=hostile)
    assert "<script>" not in draw('{{ _("Card of %(name)s", name=name) }}', name=hostile)


def test_a_text_follows_the_language_of_the_moment(draw):
    source = '{% import "web/ui.html" as ui %}{{ ui.mark("computed") }}'
    with translation.override("es"):
        assert "calculado" in draw(source)
    with translation.override("en"):
        assert "computed" in draw(source)


def test_plural_forms_are_counted_by_the_template(draw):
    source = '{{ ngettext("%(num)s row", "%(num)s rows", n) }}'
    with translation.override("es"):
        assert draw(source, n=1) == "1 fila"
        assert draw(source, n=4) == "4 filas"


def test_an_address_is_made_by_the_name_of_its_view(draw):
    assert draw("{{ url('web:design') }}") == "/design/"
    with pytest.raises(NoReverseMatch):
        draw("{{ url('web:nowhere') }}")


def test_templates_of_every_package_are_found():
    directories = jinja.template_directories()
    assert any(path.endswith("milpa/web/templates") for path in directories)
    assert all("/milpa/" in path for path in directories)


def test_ids_of_forms_are_of_the_seventh_kind(draw):
    made = draw("{{ uuid7() }}")
    assert made[14] == "7"
    assert made != draw("{{ uuid7() }}")
