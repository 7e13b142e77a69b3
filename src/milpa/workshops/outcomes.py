"""The programme's needs as the page shows them: in what order, how far the result has been given back, what was remarked."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.ledger import clock
from milpa.programmes.models import Programme
from milpa.web import formats
from milpa.workshops.lists import Lists, NeedRow, lists_of
from milpa.workshops.models import Need, NeedAnswered, Needs, NeedsFrozen, RemarkAnswered, ResultPublished, Workshop, WorkshopClosed
from milpa.workshops.remarks import Told, remarks_of
from milpa.workshops.results_shown import need_counted
from milpa.workshops.rules import remarks as rules
from milpa.workshops.wall import newest

May = Callable[[str], bool]
NOTHING = Lists((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """A need in its list. `tied`: others share its place. `said`: what is done about it, and what was decided of one that was added."""

    id: UUID
    title: str
    url: str
    rank: int | None
    votes: int
    counted: str  # the same in words, by the method of the vote
    mean: float | None
    cards: int
    tied: bool
    added: bool
    moved_because: str
    said: list[str]


@dataclass(frozen=True, slots=True)
class ShownRemark:
    id: UUID
    who: str
    text: str
    when: str
    on: str
    answer: str


@dataclass
class Result:
    """The needs, or that there are none yet. `may` answers for this programme."""

    programme: Programme
    needs: Any
    may: May
    freezing: rules.Freezing
    workshops: list[dict[str, Any]]
    lists: Lists = NOTHING
    remarks: list[ShownRemark] = field(default_factory=list)

    @property
    def exists(self) -> bool:
        return self.needs is not None

    @property
    def revision(self) -> int:
        return self.needs.revision if self.needs else 0

    @property
    def published_at(self) -> datetime | None:
        return self.needs.published_at if self.needs else None

    @property
    def frozen_at(self) -> datetime | None:
        return self.needs.frozen_at if self.needs else None

    @property
    def suited(self) -> list[ShownNeed]:
        return self._listed(self.lists.suited)

    @property
    def others(self) -> list[ShownNeed]:
        return self._listed(self.lists.others)

    @property
    def unjudged(self) -> list[ShownNeed]:
        return self._listed(self.lists.unjudged)

    @property
    def declined(self) -> list[ShownNeed]:
        return self._listed(self.lists.declined)

    def _listed(self, rows: Iterable[NeedRow]) -> list[ShownNeed]:
        found = list(rows)
        ranks = Counter(row.need.rank for row in found)
        return [shown(self.programme.id, row, tied=row.need.rank is not None and ranks[row.need.rank] > 1) for row in found]

    @property
    def handed(self) -> list[dict[str, Any]]:
        return [
            {"title": {"text": row.need.title, "url": need_url(self.programme.id, row.need.id)}, "handed_to": row.need.handed_to or None}
            for row in self.lists.handed
        ]

    @property
    def standing(self) -> list[Need]:
        """What may be joined: every need that was not declined."""
        found = self.lists
        return [row.need for row in (*found.suited, *found.others, *found.unjudged, *found.handed)]

    @property
    def may_edit(self) -> bool:
        return self.exists and self.frozen_at is None and self.may("workshops.edit_needs")

    @property
    def may_publish(self) -> bool:
        return self.exists and self.published_at is None and self.may("workshops.publish")

    @property
    def may_freeze(self) -> bool:
        return self.exists and self.frozen_at is None and self.freezing.may_freeze and self.may("workshops.freeze")

    @property
    def may_thaw(self) -> bool:
        return self.frozen_at is not None and self.may("workshops.freeze")

    @property
    def may_answer(self) -> bool:
        return self.may("workshops.answer")

    @property
    def may_remark(self) -> bool:
        until = self.freezing.closes_at
        return until is not None and clock.now() < until and self.frozen_at is None and self.may("workshops.remark")

    @property
    def state(self) -> str:
        if self.needs is None:
            return _("There are none yet: they come from a closed workshop.")
        if self.frozen_at:
            return _("The order is frozen since {day}: the training actions answer to it.").format(day=formats.day(self.frozen_at))
        if self.published_at is None:
            return _("Proposed by the workshop. The result is not published yet, so nobody who was absent has seen it.")
        return _("The result is published. {remarks}").format(remarks=self.remarks_state)

    @property
    def remarks_state(self) -> str:
        until, n = self.freezing.closes_at, self.freezing.remarks
        if until is None:
            return _("Remarks are taken for seven days once the result is published.")
        came = ngettext("{n} remark came in", "{n} remarks came in", n).format(n=n)
        answered = _("{answered} of {all} answered").format(answered=self.freezing.answered, all=n)
        if clock.now() < until:
            return _("Remarks are taken until {day}; {came}, {answered}.").format(day=formats.moment(until), came=came, answered=answered)
        return _("The seven days are over; {came}, {answered}.").format(came=came, answered=answered)


def need_url(programme: UUID, need: UUID) -> str:
    return reverse("workshops:need", args=[programme, need])


def shown(programme: UUID, row: NeedRow, *, tied: bool = False) -> ShownNeed:
    need, said = row.need, []
    if need.done_instead and need.suits_ict is False:
        said.append(_("Instead: {what}").format(what=need.done_instead))
    if row.decision:
        said.append(_("{side} decided: {why}").format(side=row.decision.side.name, why=row.decision.why))
    if row.answer:
        said.append(answered(row.answer))
    mean = None if need.mean is None else float(need.mean)
    url, added = need_url(programme, need.id), bool(need.found_in)
    return ShownNeed(
        need.id,
        need.title,
        url,
        need.rank,
        need.votes,
        row.counted,
        mean,
        row.cards,
        tied,
        added,
        need.moved_because,
        said,
    )


def answered(answer: NeedAnswered | RemarkAnswered | None) -> str:
    """ "It will be done: in May." Empty where nobody has answered."""
    return f"{answer.get_kind_display()}: {answer.text}" if answer else ""


def opened(programmes: Iterable[UUID]) -> QuerySet[Needs]:
    """Needs with when they were published and frozen."""
    return Needs.objects.filter(programme__in=programmes).annotate(
        published_at=newest(ResultPublished, "needs", "recorded_at"), frozen_at=newest(NeedsFrozen, "needs", "recorded_at")
    )


def result_of(programme: Programme, may: May) -> Result:
    """Seven queries, whatever the number of needs and remarks."""
    needs = opened([programme.id]).first()
    workshops = [_line(programme.id, row) for row in closed_or_not(programme)]
    if needs is None:
        return Result(programme, None, may, rules.freezing(None, [], clock.now()), workshops)
    told = remarks_of(needs)
    freezing = rules.freezing(needs.published_at, [rules.Remark(str(row.remark.id), bool(row.answer)) for row in told], clock.now())
    return Result(programme, needs, may, freezing, workshops, lists_of(needs), [remarked(row) for row in told])


def closed_or_not(programme: Programme) -> QuerySet[Workshop]:
    """The programme's workshops, each with `is_over`."""
    closings = WorkshopClosed.objects.standing().filter(workshop=OuterRef("pk"))
    return Workshop.objects.filter(programme=programme).annotate(is_over=Exists(closings)).order_by("starts_at", "id")


def remarked(told: Told) -> ShownRemark:
    at = told.remark.recorded_at
    return ShownRemark(told.remark.id, _who(told), told.remark.text, formats.ago(at), formats.day(at), answered(told.answer))


def _who(told: Told) -> str:
    """Who says it, as far as they said; a participant without their name, as on the cards."""
    remark = told.remark
    who = remark.name or (_("Somebody who took part") if remark.participant_id else _("Somebody by the open link"))
    of = [remark.enterprise.name] if remark.enterprise and not remark.participant_id else []
    return " · ".join([who, *of, str(remark.get_way_display())])


def _line(programme: UUID, workshop: Any) -> dict[str, Any]:
    name = "workshops:minutes" if workshop.is_over else "workshops:console"
    meta = _("closed") if workshop.is_over else _("not closed yet")
    parts = [formats.day(workshop.starts_at), meta]
    return {"title": workshop.title, "url": reverse(name, args=[programme, workshop.id]), "meta": " · ".join(filter(None, parts))}


def in_words(need: Need) -> str:
    """Where one need stands, in a sentence. One query."""
    if not need.solved_by_training:
        return _("Training does not solve it. It was handed to: {whom}.").format(whom=need.handed_to or _("nobody yet"))
    dots = need_counted(need.counted_by, need.votes)
    if need.place is None or need.suits_ict is None:
        return _("In the vote: {dots}. The room has not judged yet whether it suits ICT.").format(dots=dots)
    all_n = Need.objects.standing().filter(needs=need.needs_id, solved_by_training=True).count()
    suits = _("It suits ICT.") if need.suits_ict else _("It does not suit ICT and is met otherwise.")
    return _("Priority {place} of {all}; in the vote: {dots}. {suits}").format(place=need.place, all=all_n, dots=dots, suits=suits)
