"""A template's texts: in the language of the moment, each looked up once a language."""

from django.utils import translation
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from milpa.web import texts


def test_a_text_follows_the_language_of_the_moment_however_often_it_was_said():
    for _time in range(2):
        with translation.override("es"):
            assert texts.text("Sign out") == "Salir"
        with translation.override("en"):
            assert texts.text("Sign out") == "Sign out"
        with translation.override("es"):
            assert texts.text(gettext_lazy("Sign out")) == "Salir"


def test_what_is_put_into_a_text_is_escaped_and_what_was_marked_safe_is_not():
    assert texts.text("<b>%(name)s</b>", name="<i>") == "<b>&lt;i&gt;</b>"
    assert texts.text("%(name)s", name=Markup("<i>")) == "<i>"


def test_a_percent_sign_is_written_twice_with_values_or_without():
    assert texts.text("100 %%") == "100 %"
    assert texts.text("%(n)s %%", n=5) == "5 %"


def test_a_text_is_looked_up_once_a_language():
    with translation.override("en"):
        texts.text("looked up once")
        before = texts._said.cache_info()
        texts.text("looked up once")
        after = texts._said.cache_info()
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)
