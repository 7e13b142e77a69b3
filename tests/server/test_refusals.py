"""The server's own refusals are readable: in the person's language, as a page or as JSON."""

import json

import pytest

from milpa.server import refusals
from milpa.server.limits import KB, MB
from milpa.server.refusals import Refusal, TooBusy, TooLarge


def asking(accept="text/html", cookie="", language=""):
    headers = [(b"accept", accept.encode()), (b"cookie", cookie.encode()), (b"accept-language", language.encode())]
    return {"headers": headers, "method": "GET"}


@pytest.mark.parametrize(
    "cookie, language, expected",
    [
        ("", "", "es"),
        ("", "en-US,en;q=0.9,es;q=0.8", "en"),
        ("", "qum-GT, es-GT", "es"),
        ("django_language=en", "es-GT", "en"),
        ("django_language=xx", "en", "en"),
    ],
)
def test_it_speaks_the_persons_language(cookie, language, expected):
    answer = refusals.answer(TooLarge(26 * MB), asking(cookie=cookie, language=language))
    said = answer.body.decode()
    assert f'<html lang="{expected}">' in said
    sentence = {"es": "Es demasiado grande: aquí caben 26 MB como máximo.", "en": "This is too large: here at most 26 MB fit."}
    assert sentence[expected] in said


def test_a_program_gets_json_with_the_code():
    answer = refusals.answer(TooLarge(512 * KB), asking("application/json", language="en"))
    assert json.loads(answer.body)["code"] == "too_large"
    assert json.loads(answer.body)["sentence"] == "This is too large: here at most 512 kB fit."


def test_who_is_too_many_is_told_when_to_come_again():
    answer = refusals.answer(TooBusy(), asking())
    assert (answer.status, dict(answer.headers)[b"retry-after"]) == (503, b"10")


def test_codes_are_stable_and_tell_reasons_apart():
    codes = [kind.code for kind in Refusal.__subclasses__()]
    assert len(set(codes)) == len(codes) == 8


def test_each_says_what_happened_and_what_to_do_in_both_languages():
    spanish = refusals.catalogue("es")
    for kind in Refusal.__subclasses__():
        assert kind.happened and kind.todo
        assert spanish.gettext(kind.happened) != kind.happened, kind
        assert spanish.gettext(kind.todo) != kind.todo, kind
