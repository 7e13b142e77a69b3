"""A revision's content read as values is what the tables held."""

from datetime import date
from decimal import Decimal

from milpa import ledger
from milpa.strategies.actions.planning import write_row
from milpa.strategies.models import Strategy
from milpa.strategies.reads import named, paper_at


def test_what_was_saved_reads_back_with_its_types(world, drafted):
    values = {"text": "Inscripción", "starts": date(2026, 5, 4), "person_id": world.ana.id, "responsible": "Coordinación"}
    write_row(world.ana, drafted.id, drafted.now, "calendar", ledger.uuid7(), values)
    paper, revision = paper_at(Strategy.objects.get(id=drafted.id))
    (action,) = paper.actions
    assert (action.hours, action.cost, action.places, action.language) == (Decimal(20), Decimal(3000), 30, ("es",))
    assert [paper.need(id).title for id in action.answers] == ["Precio y temporada", "Reservaciones en orden"]
    assert paper.calendar[0].starts == date(2026, 5, 4)
    assert paper.contributors() == {world.fund.id, world.institute.id}
    assert revision.number == drafted.now


def test_persons_are_named_as_they_are_known_today_and_leave_with_their_name(world, drafted):
    values = {"text": "Inscripción", "starts": date(2026, 5, 4), "person_id": world.beto.id}
    write_row(world.ana, drafted.id, drafted.now, "calendar", ledger.uuid7(), values)
    paper, revision = paper_at(Strategy.objects.get(id=drafted.id))
    assert b"Beto" not in bytes(revision.content)
    assert named(paper).who(paper.calendar[0]) == "Beto"
    world.beto.name = ""
    world.beto.save()
    assert named(paper).who(paper.calendar[0]) == ""


def test_an_older_revision_reads_as_it_was(world, drafted):
    first, _revision = paper_at(Strategy.objects.get(id=drafted.id), 1)
    assert (first.actions, first.sections[0].text) == ((), "")
