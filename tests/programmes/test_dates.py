"""The calendar of a programme."""

from datetime import date
from uuid import uuid4

from milpa.programmes.actions.assigning import Answerable, assign
from milpa.programmes.actions.dating import Entry, add_date
from milpa.programmes.dates import Dated, as_icalendar, dates_of, months
from milpa.programmes.models import Programme
from milpa.programmes.registries import CalendarDate
from milpa.programmes.said import said


def test_own_dates_last_days_and_those_of_the_packages_stand_in_order(world, only):
    assign(world.ana, world.id, 1, {"workshop": Answerable(None, date(2026, 4, 1))})
    add_date(world.ana, world.id, 2, Entry("Asamblea", date(2026, 5, 1)))
    only.calendar["workshops"] = lambda ids: [CalendarDate(world.id, said("not met yet"), date(2026, 3, 20), link="/w/")]
    found = dates_of(Programme.objects.get(id=world.id))
    assert [dated.title for dated in found] == ["todavía no se cumple", "Último día: Realizar el taller participativo", "Asamblea"]
    assert [bool(dated.entry) for dated in found] == [False, False, True]


def test_months_to_come_stand_first_then_the_past_ones_backwards():
    dates = [Dated(str(month), date(2026, month, 3)) for month in (1, 2, 3, 3, 5)]
    found = months(dates, date(2026, 3, 2))
    assert [(month.name, month.is_past, len(month.dates)) for month in found] == [
        ("marzo de 2026", False, 2),
        ("mayo de 2026", False, 1),
        ("febrero de 2026", True, 1),
        ("enero de 2026", True, 1),
    ]


class Named:
    id, title = uuid4(), "Hoteles; pequeños, región"


def test_the_feed_says_whole_days_escapes_and_folds():
    text = as_icalendar(
        Named(), [Dated("Reunión, con la asociación de hoteles pequeños de Quetzaltenango y Sololá", date(2026, 3, 4), place="Xela")]
    )
    lines = text.split("\r\n")
    assert "X-WR-CALNAME:Hoteles\\; pequeños\\, región" in lines
    assert "DTSTART;VALUE=DATE:20260304" in lines and "DTEND;VALUE=DATE:20260305" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "SUMMARY:Reunión\\, con la asociación" in text.replace("\r\n ", "")


def test_the_same_date_keeps_its_id():
    dated = Dated("Asamblea", date(2026, 3, 4), entry=1)
    first, again = (as_icalendar(Named(), [dated]) for _time in range(2))
    assert first.split("UID:")[1][:36] == again.split("UID:")[1][:36]
