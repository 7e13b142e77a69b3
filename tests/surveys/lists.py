"""Where the lists of the surveys can be seen with rows in them."""

from collections.abc import Callable

from django.urls import reverse

from milpa.people.models import Person
from tests.surveys.asked import access, crowd, register, satisfaction, say
from tests.world import World


def answered(page: str) -> Callable[[World], tuple[Person, str]]:
    """A page of an access survey that eight enterprises answered."""

    def example(world: World) -> tuple[Person, str]:
        register(world)
        survey = access(world)
        for who in (world.rosa, world.tomas, *crowd(world, 6)):
            say(who, survey)
        return world.ana, reverse(f"surveys:{page}", args=[world.id, survey.id])

    return example


def all_of_them(world: World) -> tuple[Person, str]:
    access(world)
    satisfaction(world)
    return world.ana, reverse("surveys:list", args=[world.id])


EXAMPLES = {
    "surveys": all_of_them,
    "survey-asked": answered("asked"),
    "survey-results": answered("table"),
    "survey-answers": answered("answers"),
    "survey-words": answered("words"),
}
