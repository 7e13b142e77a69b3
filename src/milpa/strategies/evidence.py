"""The evidence that strategies answer for: needs covered, a complete draft, signed by the counterpart and by the partners."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.urls import reverse

from milpa.ledger.models.documents import Revision
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said, said_n
from milpa.strategies import sides
from milpa.strategies.figures import completeness_of, coverage_of
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper
from milpa.strategies.reads import papers_of, strategies_of
from milpa.strategies.standing import SideStanding, standing_of


def actions_cover_priorities(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Every need that training solves has an action or a reason."""
    ids = list(programmes)
    found = strategies_of(ids)
    papers, since = papers_of(list(found.values())), _saved_at(found.values())
    return {id: _covered(id, found.get(id), papers, since) for id in ids}


def _covered(programme: UUID, strategy: Strategy | None, papers: dict[UUID, Paper], since: dict[UUID, Any]) -> EvidenceAnswer:
    if strategy is None:
        return _not_begun(programme)
    coverage, link = coverage_of(papers[strategy.id]), reverse("strategies:coverage", args=[programme])
    if coverage.is_complete:
        return EvidenceAnswer(True, since=since[strategy.id], link=link, done=coverage.done, all=coverage.of)
    if not coverage.of:
        missing = said("No needs are frozen yet to which actions could answer")
    else:
        missing = said("{done} of {all} needs have an action or a reason", done=coverage.done, all=coverage.of)
    return EvidenceAnswer(False, missing, link=link, done=coverage.done, all=coverage.of)


def _not_begun(programme: UUID) -> EvidenceAnswer:
    return EvidenceAnswer(False, said("The strategy is not begun yet"), link=reverse("strategies:strategy", args=[programme]))


def _saved_at(strategies: Iterable[Strategy]) -> dict[UUID, Any]:
    ids = [row.id for row in strategies]
    return dict(Revision.objects.filter(document__in=ids).values("document").annotate(at=Max("at")).values_list("document", "at"))


def complete_draft(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """No empty section; every action with outcome, modality, hours, places, cost, responsible; every objective with indicator, target, and
    baseline or when it is taken."""
    ids = list(programmes)
    found = strategies_of(ids)
    papers, since = papers_of(list(found.values())), _saved_at(found.values())
    return {id: _complete(id, found.get(id), papers, since) for id in ids}


def _complete(programme: UUID, strategy: Strategy | None, papers: dict[UUID, Paper], since: dict[UUID, Any]) -> EvidenceAnswer:
    if strategy is None:
        return _not_begun(programme)
    draft, link = completeness_of(papers[strategy.id]), reverse("strategies:strategy", args=[programme])
    if draft.is_complete:
        return EvidenceAnswer(True, since=since[strategy.id], link=link, done=draft.done, all=draft.of)
    n = len(draft.lacks)
    missing = said_n("{n} thing is missing in the draft", "{n} things are missing in the draft", n)
    return EvidenceAnswer(False, missing, link=link, done=draft.done, all=draft.of)


def signed_by_counterpart(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Newest revision signed by all whom the mandate names."""
    return {id: _by_counterpart(id, known) for id, known in _standings(programmes).items()}


def _by_counterpart(programme: UUID, known: Sequence[SideStanding] | None) -> EvidenceAnswer:
    link = reverse("strategies:negotiation", args=[programme])
    if known is None:
        return _not_begun(programme)
    mine = [one for one in known if one.side.part == sides.COUNTERPART and one.side.is_appointed]
    if not mine:
        return EvidenceAnswer(False, said("No counterpart is appointed yet"), link=link)
    (one,) = mine
    if one.covers:
        return EvidenceAnswer(True, since=one.at, link=link, done=1, all=1)
    return EvidenceAnswer(False, _why_not(one), link=link, done=len(one.signed), all=max(1, len(one.side.named)))


def _why_not(one: SideStanding) -> Any:
    if one.declined:
        return said("{side} does not sign: {why}", side=one.side.name, why=one.declined.why)
    if one.signed:
        n = len(one.missing)
        return said_n("{n} signature that the mandate asks for is missing", "{n} signatures that the mandate asks for are missing", n)
    if one.before:
        return said("{side} signed revision {number}, which is not the newest", side=one.side.name, number=one.before.number)
    return said("{side} has not signed the strategy yet", side=one.side.name)


def signed_by_partners(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Newest revision signed by all partners with a contribution in it."""
    return {id: _by_partners(id, known) for id, known in _standings(programmes).items()}


def _by_partners(programme: UUID, known: Sequence[SideStanding] | None) -> EvidenceAnswer:
    if known is None:
        return _not_begun(programme)
    link = reverse("strategies:negotiation", args=[programme])
    contributing = [one for one in known if one.side.part == sides.PARTNER or (one.side.part == sides.COUNTERPART and one.side.contributes)]
    done = [one for one in contributing if one.covers]
    if not contributing:
        return EvidenceAnswer(False, said("No partner has a contribution in the budget yet"), link=link)
    if len(done) < len(contributing):
        missing = said("{done} of {all} partners with a contribution signed", done=len(done), all=len(contributing))
        return EvidenceAnswer(False, missing, link=link, done=len(done), all=len(contributing))
    return EvidenceAnswer(True, since=max(one.at for one in done if one.at), link=link, done=len(done), all=len(contributing))


def _standings(programmes: Iterable[UUID]) -> dict[UUID, list[SideStanding] | None]:
    """programme -> its sides; None where the strategy is not begun. Seven queries for any number."""
    ids = list(programmes)
    found = strategies_of(ids)
    rows = list(found.values())
    known = sides.sides_of(rows, papers_of(rows))
    documents = [row.id for row in rows]
    signed = list(Signed.objects.filter(document__in=documents, voided_by=None).select_related("by").in_order())
    declined = list(SignatureDeclined.objects.filter(document__in=documents, voided_by=None).in_order())
    answers: dict[UUID, list[SideStanding] | None] = dict.fromkeys(ids)
    for row in rows:
        own = [fact for fact in signed if fact.document == row.id]
        refused = [fact for fact in declined if fact.document == row.id]
        answers[row.programme_id] = [standing_of(side, own, refused, row.revision) for side in known[row.id]]
    return answers
