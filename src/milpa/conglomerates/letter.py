"""The parts of the letter of understanding, and who its sides are."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import UUID

import yaml

from milpa.conglomerates.models import Agreement, AgreementSide, CounterpartAppointed
from milpa.guide.texts import Text
from milpa.people.models import Institution
from milpa.programmes.models import Partner

FILE = Path(__file__).parent / "data" / "letter.yaml"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every letter. `begins`: a text to begin with, empty where the sides have to write it."""

    slug: str
    title: Text
    asks: Text
    begins: Text | None


@lru_cache
def parts() -> tuple[Part, ...]:
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(Part(row["slug"], Text(row["title"]), Text(row["asks"]), Text(row["text"]) if "text" in row else None) for row in rows)


def part(slug: str) -> Part:
    """Raises KeyError for a part that no letter has."""
    found = {one.slug: one for one in parts()}
    return found[slug]


def first_text(one: Part, language: str, owner: str, counterpart: str) -> str:
    if one.begins is None:
        return ""
    text = dict(one.begins).get(language) or str(one.begins)
    return text.format(owner=owner, counterpart=counterpart)


def counterpart_of(programme: UUID) -> CounterpartAppointed | None:
    """The standing mandate, with its people. One query."""
    read = CounterpartAppointed.objects.standing().select_related("body", "liaison", "deputy")
    return read.filter(programme=programme).in_order().last()


def counterparts(programmes: Iterable[UUID]) -> dict[UUID, CounterpartAppointed]:
    """The standing mandate of each programme. One query."""
    read = CounterpartAppointed.objects.standing().select_related("body", "liaison", "deputy")
    return {one.programme_id: one for one in read.filter(programme__in=list(programmes)).in_order()}


@dataclass(frozen=True, slots=True)
class Sides:
    """Who signs: the owner, the counterpart of today, then the partners that were named."""

    owner: Institution
    counterpart: Institution | None
    further: list[Institution]

    @property
    def all(self) -> list[Institution]:
        found = [self.owner, *([self.counterpart] if self.counterpart else []), *self.further]
        return list({side.id: side for side in found}.values())


def sides_of(agreement: Agreement) -> Sides:
    """Two queries."""
    counterpart = counterpart_of(agreement.programme_id)
    further = [row.side for row in AgreementSide.objects.filter(agreement=agreement).select_related("side").order_by("id")]
    return Sides(agreement.programme.institution, counterpart.body if counterpart else None, further)


def sides(agreement: Agreement) -> list[Institution]:
    return sides_of(agreement).all


def may_be_named(agreement: Agreement, known: Sides | None = None) -> list[Institution]:
    """The accepted partners that are not sides by themselves. One query where the sides are known."""
    known = known or sides_of(agreement)
    own = {known.owner.id, known.counterpart.id if known.counterpart else None}
    accepted = Partner.objects.accepted().filter(programme=agreement.programme_id).values("invited")
    return [one for one in Institution.objects.filter(id__in=accepted).order_by("name") if one.id not in own]
