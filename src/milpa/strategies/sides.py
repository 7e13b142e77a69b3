"""Who signs a strategy: the counterpart by whom its mandate names, the partners with a contribution in it, the owner."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from milpa.conglomerates.models import CounterpartAppointed
from milpa.programmes.models import Partner
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper

COUNTERPART, PARTNER, OWNER = "counterpart", "partner", "owner"


@dataclass(frozen=True, slots=True)
class Side:
    """An institution whose signature is asked for. `named`: whom the mandate names (names, or ids of persons); empty = whoever may."""

    id: UUID
    name: str
    part: str
    institution: Any = field(repr=False)
    named: tuple[str, ...] = ()
    contributes: bool = False  # has a part in the budget
    is_appointed: bool = True  # of the counterpart: False while a partner only speaks for the enterprises

    def may_be_signed_by(self, person: Any) -> bool:
        return not self.named or str(person.id) in self.named or same(person.name) in map(same, self.named)

    def named_words(self) -> list[str]:
        return [name for name in self.named if not _is_id(name)]

    def missing(self, signers: Iterable[Any]) -> list[str]:
        """Whom the mandate names and who is not among these persons."""
        there = {key for person in signers for key in (str(person.id), same(person.name))}
        return [name for name in self.named if name not in there and same(name) not in there]


def same(name: str) -> str:
    """A name as it is compared: without accents, case and double spaces."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split())


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


def sides_of(strategies: Sequence[Strategy], papers: Mapping[UUID, Paper]) -> dict[UUID, list[Side]]:
    """strategy -> its sides, in the order in which they are shown. Two queries, if the owners were read too."""
    programmes = [row.programme_id for row in strategies]
    newest = CounterpartAppointed.objects.standing().filter(programme__in=programmes).select_related("body").in_order()
    appointed = {row.programme_id: row for row in newest}
    partners: dict[UUID, list[Partner]] = {id: [] for id in programmes}
    for partner in Partner.objects.accepted().filter(programme__in=programmes).select_related("invited").in_order():
        partners[partner.programme_id].append(partner)
    return {
        row.id: _sides(row, appointed.get(row.programme_id), partners[row.programme_id], papers[row.id].contributors())
        for row in strategies
    }


def _sides(strategy: Strategy, appointed: Any, partners: Sequence[Partner], contributors: set[UUID]) -> list[Side]:
    found: dict[UUID, Side] = {}

    def add(institution: Any, part: str, **more: Any) -> None:
        id = institution.id
        found.setdefault(id, Side(id, institution.name, part, institution, contributes=id in contributors, **more))

    if appointed is not None:
        add(appointed.body, COUNTERPART, named=tuple(map(str, appointed.signatories)))
    else:
        for partner in partners:
            if partner.speaks:
                add(partner.invited, COUNTERPART, is_appointed=False)
    for partner in partners:
        if partner.invited_id in contributors:
            add(partner.invited, PARTNER)
    add(strategy.institution, OWNER)
    return list(found.values())
