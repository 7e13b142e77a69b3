"""The sharing round as the console and the projector show it: who has the word, who comes next."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.workshops.models import Participant, Turn, Workshop
from milpa.workshops.rules.turns import Round, round_of

SHARING = ("sharing",)
NEXT = 3  # who are named after the one who speaks


@dataclass(frozen=True, slots=True)
class Speaking:
    """`people`: who is in the room, by id."""

    round: Round
    people: dict[str, Participant]

    @property
    def speaker(self) -> Participant | None:
        return self.people[self.round.speaker] if self.round.speaker else None

    @property
    def following(self) -> list[Participant]:
        return [self.people[one] for one in self.round.following[:NEXT]]

    @property
    def following_words(self) -> str:
        names = ", ".join(person.name for person in self.following)
        return _("Then: {names}").format(names=names) if names else ""

    @property
    def state(self) -> str:
        """How far the round is: "Round 1: 3 of 12 have spoken"."""
        spoke, all_n = len(self.round.spoke), len(self.people)
        said = ngettext("{spoke} of {all} person has spoken", "{spoke} of {all} people have spoken", all_n).format(spoke=spoke, all=all_n)
        return _("Round {n}: {said}").format(n=self.round.number, said=said)

    @property
    def others(self) -> list[tuple[Any, str]]:
        """To whom the word can be given instead: (id, name), in the order of the round."""
        return [(one, called(self.people[one])) for one in self.round.following]


def called(person: Participant) -> str:
    """The name, with the enterprise where one was said."""
    of = person.enterprise.name if person.enterprise else person.enterprise_text
    return f"{person.name} · {of}" if of else person.name


def speaking_in(workshop: Workshop, people: list[Participant]) -> Speaking | None:
    """Of the activity that is open, None where nobody is in the room. One query."""
    there = {str(person.id): person for person in people if person.way != "link"}
    if not there:
        return None
    return Speaking(round_of(list(there), turns_of(workshop.id)), there)


def turns_of(workshop: UUID) -> list[tuple[str, str]]:
    """(participant, what), in order, since the activity of sharing was opened last."""
    rows = Turn.objects.standing().filter(workshop=workshop, opening__closed_by=None, opening__voided_by=None).in_order()
    return [(str(participant), what) for participant, what in rows.values_list("participant", "what")]
