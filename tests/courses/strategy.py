"""A training action of the programme's strategy, in one word."""

from milpa.strategies.models import Strategy, TrainingAction
from tests.world import World


def course_action(world: World, name: str = "Mercadeo estratégico") -> TrainingAction:
    strategy, _made = Strategy.objects.get_or_create(programme=world.programme, defaults={"institution": world.institute})
    place = strategy.actions.count() + 1
    return TrainingAction.objects.create(strategy=strategy, place=place, kind="course", name=name)
