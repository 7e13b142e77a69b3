"""Strategies as others read them: the newest revision as values, and the sides that sign it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from milpa.ledger.models.documents import Revision
from milpa.ledger.revising import lifted
from milpa.people.models import Person
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper, read
from milpa.strategies.sides import Side, sides_of


def papers_of(strategies: Sequence[Strategy]) -> dict[UUID, Paper]:
    """strategy -> its newest revision, without the names of persons. One query."""
    number = Strategy.objects.filter(id=OuterRef("document")).values("revision")[:1]
    rows = Revision.objects.filter(document__in=[row.id for row in strategies], number=Subquery(number))
    return {row.document: read(plain_of(row)) for row in rows}


def paper_at(strategy: Strategy, number: int | None = None) -> tuple[Paper, Revision]:
    """A revision, the newest if no number is given, without the names of persons. One query. Raises Revision.DoesNotExist."""
    revision = Revision.objects.select_related("by").get(document=strategy.id, number=number or strategy.revision)
    return read(plain_of(revision)), revision


def named(paper: Paper) -> Paper:
    """The same with the names of its persons as they are known today. One query, none where nobody is named."""
    people = paper.people()
    return replace(paper, names=dict(Person.objects.filter(id__in=people).values_list("id", "name"))) if people else paper


def plain_of(revision: Revision) -> Any:
    """A revision's content, as today's structure has it."""
    return lifted(Strategy, revision.version, revision.plain())


def sides(strategy: Strategy, paper: Paper | None = None) -> list[Side]:
    """Whose signatures the strategy needs: the counterpart, the partners with a contribution in it, the owner."""
    return sides_of([strategy], {strategy.id: paper or papers_of([strategy])[strategy.id]})[strategy.id]


def strategies_of(programmes: Iterable[UUID]) -> dict[UUID, Strategy]:
    """programme -> its strategy. One query."""
    return {row.programme_id: row for row in Strategy.objects.filter(programme__in=list(programmes)).select_related("institution")}
