"""Plays the demonstration's story through the actions that screens call, with the story's own clock.

Everything it says stands in the YAML pages beside it; `parts/` holds one stage of the story each. The historical programmes show their
sourced rows and nothing else.
"""

from collections.abc import Callable

from demo.parts import choice, people, programmes
from demo.story import Story

from milpa.ledger import clock


def play(told: Callable[[int, int], None]) -> None:
    """The whole story; `told(done, total)` hears how far it is."""
    story = Story(clock.now().date())
    parts = [
        people.institute,
        programmes.historical,
        people.team,
        programmes.programme,
        people.partners,
        choice.choice,
        people.owners,
        people.second_institution,
        people.doors,
    ]
    for done, part in enumerate(parts):
        told(done, len(parts))
        part(story)
    told(len(parts), len(parts))
