"""The check of a printed strategy: is this revision what was signed, by whom, and is it still the newest one?"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.ledger.models.documents import Revision
from milpa.strategies.models import Strategy
from milpa.strategies.paper import read
from milpa.strategies.reads import plain_of, sides
from milpa.strategies.standing import SideStanding, standings

LETTERS = 16  # of the seal, in the address


@dataclass(frozen=True, slots=True)
class Checked:
    title: str
    owner: str
    number: int
    at: Any
    sha256: str
    newest: int
    standings: list[SideStanding]  # towards this revision

    @property
    def is_newest(self) -> bool:
        return self.number == self.newest

    @property
    def is_signed(self) -> bool:
        return bool(self.standings) and all(one.covers for one in self.standings)


def address(revision: Revision) -> str:
    """Where a printed revision is checked; its seal in the address keeps anybody from trying numbers."""
    return reverse("strategies:verify", args=[revision.document, revision.number, revision.sha256[:LETTERS]])


def check(id: UUID, number: int, seal: str) -> Checked | None:
    """None where no such revision has that seal."""
    strategy = Strategy.objects.select_related("institution").filter(id=id).first()
    revision = Revision.objects.filter(document=id, number=number).first()
    if strategy is None or revision is None or revision.sha256[:LETTERS] != seal:
        return None
    paper = read(plain_of(revision))
    known = standings(strategy, sides(strategy, paper), number)
    return Checked(paper.title, strategy.institution.name, number, revision.at, revision.sha256, strategy.revision, known)
