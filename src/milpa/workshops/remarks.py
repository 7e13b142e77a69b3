"""Remarks on the published result: which are answered, until when they are taken, whether the order may be frozen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from milpa import ledger
from milpa.workshops.models import Needs, NeedsFrozen, Remark, RemarkAnswered, ResultPublished
from milpa.workshops.rules import remarks as rules


@dataclass(frozen=True, slots=True)
class Told:
    """A remark with the answer that counts."""

    remark: Remark
    answer: RemarkAnswered | None


def remarks_of(needs: Needs) -> list[Told]:
    """In the order in which they came. Two queries."""
    rows = Remark.objects.standing().filter(needs=needs).select_related("participant", "enterprise", "need", "by").in_order()
    answered = RemarkAnswered.objects.standing().filter(remark__needs=needs).select_related("by").in_order()
    answers = {row.remark_id: row for row in answered}
    return [Told(row, answers.get(row.id)) for row in rows]


@dataclass(frozen=True, slots=True)
class Given:
    """How far a programme's result has been given back."""

    freezing: rules.Freezing
    frozen_at: datetime | None


def freezing_of(needs: Needs) -> rules.Freezing:
    """What stands between the result and its freezing. One query."""
    return given_back([needs.programme_id])[needs.programme_id].freezing


def given_back(programmes: Iterable[UUID]) -> dict[UUID, Given]:
    """The same for many programmes, of those that have needs. One query."""
    said = Remark.objects.standing().filter(needs=OuterRef("pk"))
    answered = said.filter(Exists(RemarkAnswered.objects.standing().filter(remark=OuterRef("pk"))))
    published = ResultPublished.objects.standing().filter(needs=OuterRef("pk")).order_by("recorded_at", "id")
    frozen = NeedsFrozen.objects.standing().filter(needs=OuterRef("pk")).order_by("recorded_at", "id")
    rows = Needs.objects.filter(programme__in=list(programmes)).annotate(
        published_at=Subquery(published.values("recorded_at")[:1]),
        frozen_at=Subquery(frozen.values("recorded_at")[:1]),
        said_n=_counted(said),
        answered_n=_counted(answered),
    )
    return {row.programme_id: _given(row) for row in rows}


def _counted(remarks: Any) -> Coalesce:
    each = remarks.order_by().values("needs").annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(each, output_field=IntegerField()), 0)


def _given(row: Any) -> Given:
    remarks = [rules.Remark(str(place), place < row.answered_n) for place in range(row.said_n)]
    return Given(rules.freezing(row.published_at, remarks, ledger.now()), row.frozen_at)
