"""The needs in their lists, as pages, phones and minutes show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from milpa.workshops.models import Need, NeedAnswered, NeedDecided, Needs
from milpa.workshops.results_shown import need_counted


@dataclass(frozen=True, slots=True)
class NeedRow:
    need: Need
    cards: int
    answer: NeedAnswered | None  # the one that counts
    decision: NeedDecided | None  # on one that did not come from the workshop

    @property
    def counted(self) -> str:
        return need_counted(self.need.counted_by, self.need.votes)


@dataclass(frozen=True, slots=True)
class Lists:
    """Suited first, each list by its votes. `handed`: what training does not solve; `declined`: added, and decided against."""

    suited: tuple[NeedRow, ...]
    others: tuple[NeedRow, ...]
    unjudged: tuple[NeedRow, ...]
    handed: tuple[NeedRow, ...]
    declined: tuple[NeedRow, ...]

    @property
    def ordered(self) -> int:
        """How many needs have a place: the m of "priority n of m"."""
        return len(self.suited) + len(self.others) + len(self.unjudged)


def lists_of(needs: Needs) -> Lists:
    """Three queries."""
    rows = list(needs.items.filter(joined_into=None).annotate(cards_n=Count("cards")).order_by("place", "-votes", "title"))
    answers = newest_answers(row.id for row in rows)
    decisions = {row.need_id: row for row in NeedDecided.objects.standing().filter(need__needs=needs).select_related("side").in_order()}
    shown = [NeedRow(row, row.cards_n, answers.get(row.id), decisions.get(row.id)) for row in rows]
    standing = [row for row in shown if not row.need.is_declined]
    trained = [row for row in standing if row.need.solved_by_training]
    return Lists(
        suited=tuple(row for row in trained if row.need.suits_ict),
        others=tuple(row for row in trained if row.need.suits_ict is False),
        unjudged=tuple(row for row in trained if row.need.suits_ict is None),
        handed=tuple(row for row in standing if not row.need.solved_by_training),
        declined=tuple(row for row in shown if row.need.is_declined),
    )


def newest_answers(needs: Iterable[UUID]) -> dict[UUID, NeedAnswered]:
    """Need -> the answer that counts. One query."""
    return {row.need_id: row for row in NeedAnswered.objects.standing().filter(need__in=list(needs)).in_order()}
