"""Plays the demonstration's story through the actions that screens call, with the story's own clock.

Everything it says stands in the YAML pages beside it; `parts/` holds one stage of the story each: its `plan` puts on the agenda what
happens in it. The historical programmes show their sourced rows and nothing else.
"""

from collections.abc import Callable

from demo.parts import alliance, choice, community, courses, network, people, programmes, readiness, results, strategy, surveys, workshop
from demo.story import Story

from milpa.ledger import clock

PARTS = (people, programmes, choice, alliance, workshop, strategy, courses, readiness, surveys, results, community, network)


def play(told: Callable[[int, int], None]) -> None:
    """The whole story; `told(done, total)` hears how far it is."""
    story = Story(clock.now().date())
    for part in PARTS:
        part.plan(story)
    story.play(told)
    people.open_doors(story)
