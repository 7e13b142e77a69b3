"""Remarks on the published result: which are answered, until when they are taken, whether the order may be frozen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from milpa import ledger
from milpa.workshops.models import Needs, Remark, RemarkAnswered, ResultPublished
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


def freezing_of(needs: Needs) -> rules.Freezing:
    """What stands between the result and its freezing. Three queries."""
    return freezings([needs.id])[needs.id]


def freezings(needs: Iterable[UUID]) -> dict[UUID, rules.Freezing]:
    """The same for many programmes at once. Three queries."""
    ids = list(needs)
    published: dict[UUID, datetime] = {}
    for id, at in ResultPublished.objects.standing().filter(needs__in=ids).in_order().values_list("needs", "recorded_at"):
        published.setdefault(id, at)
    answered = set(RemarkAnswered.objects.standing().filter(remark__needs__in=ids).values_list("remark", flat=True))
    said: dict[UUID, list[rules.Remark]] = defaultdict(list)
    for id, remark in Remark.objects.standing().filter(needs__in=ids).values_list("needs", "id"):
        said[id].append(rules.Remark(str(remark), remark in answered))
    now = ledger.now()
    return {id: rules.freezing(published.get(id), said[id], now) for id in ids}
