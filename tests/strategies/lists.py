"""The lists of a strategy with rows in them."""

from datetime import date

from django.urls import reverse

from milpa import ledger
from milpa.people.models import Person
from milpa.strategies.actions.sending import Sending, read_strategy, send_for_comment
from milpa.strategies.actions.suggesting import Beside, suggest
from tests.strategies.story import draft, enterprise_of
from tests.world import World


def negotiation_log(world: World) -> tuple[Person, str]:
    drafted = draft(world)
    change = Beside("change", "actions", quote="de junio a agosto", words="en mayo", text="En junio estamos llenos.")
    for by, beside in ((world.carmen, change), (world.diego, Beside("question", "actions", text="¿Cuántos cupos?"))):
        suggest(by, drafted.id, ledger.uuid7(), beside, number=drafted.now)
    return world.ana, reverse("strategies:log", args=[world.id])


def revisions(world: World) -> tuple[Person, str]:
    draft(world)
    return world.ana, reverse("strategies:revisions", args=[world.id])


def asked_for_comment(world: World) -> tuple[Person, str]:
    drafted = draft(world)
    hotels = [enterprise_of(world, world.rosa, "Hotel Luna"), enterprise_of(world, world.tomas, "Hotel Sol")]
    sending = Sending([hotel.id for hotel in hotels], True, "paper", date(2026, 2, 20))
    send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, sending)
    read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now)
    return world.ana, reverse("strategies:sendings", args=[world.id])


EXAMPLES = {"strategy-asked": asked_for_comment, "negotiation-log": negotiation_log, "strategy-revisions": revisions}
