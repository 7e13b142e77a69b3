"""Whose turn it is to speak in a sharing round.

Round robin, as the nominal group asks (Delbecq & Van de Ven 1971): each speaks once before anybody speaks again; who passes is asked
again when the others have spoken, and who passes twice has had this round's turn. Plain values in, plain values out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CALLED, SPOKE, PASSED = "called", "spoke", "passed"
PASSES = 2  # in one round


@dataclass(frozen=True, slots=True)
class Round:
    """`speaker` has the word; `following` come after, in this order. `number`: 1 is the first round. `called`: out of the order."""

    speaker: str | None
    following: tuple[str, ...]
    number: int
    spoke: frozenset[str]  # whoever spoke at least once
    called: bool = False


def round_of(present: Sequence[str], said: Iterable[tuple[str, str]]) -> Round:
    """present: who is in the room, in the order in which they came. said: (person, called | spoke | passed), in order.

    Somebody who came late has not spoken yet, and so comes before those who have.
    """
    rounds: Counter[str] = Counter()
    passes: Counter[str] = Counter()
    waited: dict[str, int] = {}
    spoke, called = set(), None
    for moment, (person, what) in enumerate(said):
        if what == CALLED:
            called = person
            continue
        if what == PASSED:
            passes[person] += 1
            waited[person] = moment
        if what == SPOKE or passes[person] == PASSES:
            rounds[person] += 1
            passes[person] = 0
        if what == SPOKE:
            spoke.add(person)
        called = None if called == person else called
    place = {person: number for number, person in enumerate(present)}
    order = sorted(present, key=lambda one: (rounds[one], passes[one], waited.get(one, -1) if passes[one] else -1, place[one]))
    number = 1 + min((rounds[one] for one in present), default=0)
    is_called = called in place
    speaker = called if is_called else next(iter(order), None)
    return Round(speaker, tuple(one for one in order if one != speaker), number, frozenset(spoke & place.keys()), is_called)
