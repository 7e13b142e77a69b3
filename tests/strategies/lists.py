"""The lists of a strategy with rows in them."""

from django.urls import reverse

from milpa import ledger
from milpa.people.models import Person
from milpa.strategies.actions.suggesting import Beside, suggest
from tests.strategies.story import draft
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


EXAMPLES = {"negotiation-log": negotiation_log, "strategy-revisions": revisions}
