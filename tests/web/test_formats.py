"""How dates, numbers, money and sizes read."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from milpa.ledger import clock
from milpa.web import formats

NOON = datetime(2026, 2, 4, 18, 0, tzinfo=UTC)  # 12:00 in Guatemala


@pytest.fixture(autouse=True)
def _spanish():
    with translation.override("es"), timezone.override("America/Guatemala"):
        yield


def test_a_day_is_written_out_in_each_language():
    assert formats.day(date(2026, 2, 4)) == "4 de febrero de 2026"
    with translation.override("en"):
        assert formats.day(date(2026, 2, 4)) == "4 February 2026"


def test_a_moment_is_shown_in_the_zone_of_the_institution():
    late = datetime(2026, 2, 5, 3, 30, tzinfo=UTC)  # still the evening before in Guatemala
    assert formats.moment(late) == "4 de febrero de 2026, 21:30"
    with timezone.override("Europe/Madrid"):
        assert formats.moment(late) == "5 de febrero de 2026, 04:30"


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (timedelta(seconds=20), "hace un momento"),
        (timedelta(minutes=1), "hace 1 minuto"),
        (timedelta(hours=5), "hace 5 horas"),
        (timedelta(days=4), "hace 4 días"),
        (timedelta(days=40), "el 26 de diciembre de 2025"),
        (-timedelta(days=1), "el 5 de febrero de 2026"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(before, says):
    with clock.at(NOON):
        assert formats.ago(NOON - before) == says


def test_a_date_without_an_hour_is_counted_in_days():
    with clock.at(NOON):
        assert formats.ago(date(2026, 2, 4)) == "hoy"
        assert formats.ago(date(2026, 2, 1)) == "hace 3 días"
        assert formats.ago(date(2026, 2, 9)) == "el 9 de febrero de 2026"


def test_a_number_has_commas_for_thousands_and_a_point_for_decimals():
    assert formats.number(2700) == "2,700"
    assert formats.number(Decimal("2700.45"), 1) == "2,700.4"


def test_what_is_not_known_is_a_dash_and_never_a_zero():
    assert [formats.number(None), formats.percent(None), formats.money(None), formats.filesize(None)] == ["–"] * 4
    assert [formats.day(None), formats.hour(None), formats.moment(None), formats.ago(None)] == [""] * 4


def test_a_unit_never_stands_alone_on_the_next_line():
    assert formats.percent(0.814) == "81\u00a0%"
    assert formats.money(1250) == "Q\u00a01,250.00"
    assert formats.money(Decimal("1250.5"), "USD") == "USD\u00a01,250.50"
    assert formats.filesize(340) == "1\u00a0kB"
    assert formats.filesize(412_400) == "412\u00a0kB"
    assert formats.filesize(6_210_000) == "6.2\u00a0MB"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ana Morales", "AM"), ("doña Rosa Tzoc", "RT"), ("Instituto de la Capacitación", "IC"), ("Élida", "É"), ("", "·"), (None, "·")],
)
def test_initials_leave_out_the_small_words(name, letters):
    assert formats.initials(name) == letters


def test_a_name_keeps_its_dye():
    assert formats.dye("Ana Morales") == formats.dye("Ana Morales")
    assert {formats.dye(f"Persona {n}") for n in range(200)} == {1, 2, 3, 4, 5, 6}
