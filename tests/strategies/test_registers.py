"""What `strategies` tells the packages before it."""

from datetime import date

from milpa import ledger
from milpa.programmes import registries
from milpa.strategies.actions.planning import write_row
from milpa.strategies.actions.sending import read_strategy
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.registers import dates, export, held, readable_actions, readable_strategies
from milpa.web.search import find
from tests.strategies.story import enterprise_of


def test_the_dates_of_its_calendar_stand_in_the_programmes(world, drafted):
    values = {"text": "Inscripción", "starts": date(2026, 5, 4), "ends": date(2026, 5, 20)}
    write_row(world.ana, drafted.id, drafted.now, "calendar", ledger.uuid7(), values)
    (one,) = dates([world.id])
    assert (str(one.title), one.on, one.until) == ("Inscripción", date(2026, 5, 4), date(2026, 5, 20))


def test_what_a_person_said_is_held_and_exported(world, drafted):
    enterprise_of(world, world.rosa, "Hotel Luna")
    suggest(world.rosa, drafted.id, ledger.uuid7(), Beside("comment", "actions", text="Que sea de noche."), number=drafted.now)
    assert "Que sea de noche." in held(world.rosa)[0].rows[0][1]
    assert export(world.rosa)["suggestions"][0]["text"] == "Que sea de noche."
    read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now)
    assert [row["number"] for row in export(world.rosa)["read"]] == [drafted.now]
    assert held(world.rosa)[0].rows[1][0] == "Usted dijo que la leyó"
    assert held(world.tomas)[0].rows == []


def test_only_who_may_read_it_finds_it(world, drafted):
    assert readable_strategies(world.diego, [drafted.id]) == {drafted.id}
    assert readable_actions(world.elena, [drafted.action.id]) == set()
    assert readable_strategies(world.rosa, [drafted.id]) == set()
    assert [found.title for found in find(world.diego, "mercadeo")] == ["Mercadeo"]
    assert find(world.elena, "mercadeo") == []


def test_the_thread_and_three_takings_are_offered():
    assert ("need", "action") in registries.thread_edges
    assert {"strategies.outline", "strategies.actions", "strategies.budget"} <= registries.takes.keys()
