"""Where the lists of the register can be seen with rows in them."""

from django.urls import reverse

from milpa.people.models import Person
from tests.conglomerates.register import ROWS, taken
from tests.world import World

WRONG = ["=Hotel,Macondo,,5510,seis,Rosa,mujer,español,123,urbana", "Posada,Sololá,Sololá,1,,,,,,"]


def _register(world: World) -> tuple[Person, str]:
    taken(world)
    return world.ana, reverse("conglomerates:register", args=[world.id])


def _wrong_rows(world: World) -> tuple[Person, str]:
    one = taken(world, *ROWS, *WRONG)
    return world.ana, reverse("conglomerates:list", args=[world.id, one.id])


EXAMPLES = {"enterprises": _register, "wrong-rows": _wrong_rows}
