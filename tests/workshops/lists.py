"""Where each list of workshops and needs can be seen with rows in it: a closed workshop."""

from collections.abc import Callable

from django.urls import reverse

from milpa.people.models import Person
from tests.workshops import story
from tests.world import World

OF_A_WORKSHOP = {"workshop-invitations": "invitations", "workshop-people": "people", "workshop-cards": "cards", "workshop-votes": "votes"}
OF_A_PROGRAMME = {"workshops": "list", "needs": "needs_list"}


def example(name: str) -> Callable[[World], tuple[Person, str]]:
    """Who looks, at which address, once the workshop is closed."""

    def made(world: World) -> tuple[Person, str]:
        told = story.closed(world)
        if name in OF_A_PROGRAMME:
            return world.ana, reverse(f"workshops:{OF_A_PROGRAMME[name]}", args=[world.id])
        return world.ana, reverse(f"workshops:{OF_A_WORKSHOP[name]}", args=[world.id, told.id])

    return made


EXAMPLES = {name: example(name) for name in (*OF_A_PROGRAMME, *OF_A_WORKSHOP)}
