"""What the counterpart and the enterprises did about the strategy, as acts of the phase in which it is negotiated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from milpa.conglomerates.models import Post
from milpa.ledger.models.documents import Revision
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.programmes.involving import phase_with
from milpa.programmes.models import Partner
from milpa.programmes.rules.involvement import (
    COLLABORATING,
    CONSULTED,
    DECIDING,
    ENTERPRISES,
    INFORMED,
    INVOLVED,
    REPRESENTATION,
    Act,
    Choice,
)
from milpa.strategies.models import AnswerDisputed, Strategy, StrategyRead, Suggestion, SuggestionAnswered

NEGOTIATED = "strategies.signed_by_counterpart"


@dataclass(frozen=True, slots=True)
class _Around:
    """What the acts of all strategies are told apart by."""

    bodies: Mapping[UUID, frozenset[UUID]]  # programme -> institutions that speak for the enterprises
    enterprises: Mapping[UUID, Mapping[UUID, UUID]]  # programme -> person -> enterprise
    answers: Mapping[UUID, SuggestionAnswered]  # suggestion -> its answer
    disputed: frozenset[UUID]  # answers
    written: Mapping[tuple[UUID, int], Any]  # (strategy, revision) -> when


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """Having read it is informed; comments are consulted, answered ones involved, changes taken up collaborating; signing one's own
    change after seven days, or refusing, is deciding. A fixed number of queries for any number of programmes."""
    strategies = list(Strategy.objects.filter(programme__in=list(programmes)).select_related("programme"))
    if not strategies:
        return {}
    readings = list(StrategyRead.objects.standing().filter(strategy__in=strategies).select_related("by").in_order())
    around = _around(strategies)
    suggestions = list(Suggestion.objects.standing().filter(strategy__in=strategies).select_related("by").in_order())
    documents = [row.id for row in strategies]
    signed = list(Signed.objects.filter(document__in=documents).in_order())  # a withdrawn one is an act too
    declined = list(SignatureDeclined.objects.filter(document__in=documents, voided_by=None).in_order())
    found = {}
    for row in strategies:
        phase = phase_with(row.programme.guide, NEGOTIATED)
        own = [one for one in suggestions if one.strategy_id == row.id]
        said = _said(row, phase, own, around) if phase else iter(())
        decided = _decided(row, phase, own, around, signed, declined) if phase else iter(())
        read = _read(row, phase, readings, around) if phase else iter(())
        found[row.programme_id] = [*read, *said, *decided]
    return found


def _around(strategies: list[Strategy]) -> _Around:
    programmes = [row.programme_id for row in strategies]
    bodies: dict[UUID, set[UUID]] = {id: set() for id in programmes}
    for programme, body in Partner.objects.accepted().filter(programme__in=programmes, speaks=True).values_list("programme", "invited"):
        bodies[programme].add(body)
    spoke = Q(person__in=Suggestion.objects.filter(strategy__in=strategies).values("by"))
    spoke |= Q(person__in=StrategyRead.objects.filter(strategy__in=strategies).values("by"))
    posts: dict[UUID, dict[UUID, UUID]] = {id: {} for id in programmes}
    rows = Post.objects.standing().filter(spoke, enterprise__programme__in=programmes)
    for programme, person, enterprise in rows.values_list("enterprise__programme", "person", "enterprise"):
        posts[programme][person] = enterprise
    answers: dict[UUID, SuggestionAnswered] = {}
    for answer in SuggestionAnswered.objects.filter(suggestion__strategy__in=strategies, voided_by=None).in_order():
        answers.setdefault(answer.suggestion_id, answer)
    disputed = AnswerDisputed.objects.filter(answer__suggestion__strategy__in=strategies, voided_by=None).values_list("answer", flat=True)
    revisions = Revision.objects.filter(document__in=[row.id for row in strategies])
    written = {(document, number): at for document, number, at in revisions.values_list("document", "number", "at")}
    return _Around({id: frozenset(known) for id, known in bodies.items()}, posts, answers, frozenset(disputed), written)


def _whose(strategy: Strategy, person: Any, around: _Around) -> tuple[str, UUID | None] | None:
    """The row an act belongs to, and the enterprise; None for the institution's own people and for other partners."""
    if person.institution_id in around.bodies[strategy.programme_id]:
        return REPRESENTATION, None
    enterprise = around.enterprises[strategy.programme_id].get(person.id)
    return (ENTERPRISES, enterprise) if enterprise else None


def _read(strategy: Strategy, phase: str, readings: Sequence[StrategyRead], around: _Around) -> Iterator[Act]:
    for one in readings:
        whose = _whose(strategy, one.by, around) if one.strategy_id == strategy.id else None
        if whose is not None:
            yield Act(phase, whose[0], INFORMED, whose[1], id=one.id)


def _said(strategy: Strategy, phase: str, suggestions: list[Suggestion], around: _Around) -> Iterator[Act]:
    for one in suggestions:
        whose = _whose(strategy, one.by, around)
        if whose is None:
            continue
        side, enterprise = whose
        answer = around.answers.get(one.id)
        days = (answer.recorded_at - one.recorded_at).days if answer else None
        yield Act(
            phase, side, CONSULTED, enterprise, contribution=True, answer=answer.kind if answer else None, days_to_answer=days,
            disputed=answer is not None and answer.id in around.disputed, id=one.id, typed_by_staff=one.typed_by_id is not None,
        )  # fmt: skip
        if answer is not None and answer.revision is not None:
            yield Act(phase, side, COLLABORATING, enterprise, id=answer.id)


def _decided(strategy: Strategy, phase: str, suggestions: list[Suggestion], around: _Around, signed: Any, declined: Any) -> Iterator[Act]:
    bodies = around.bodies[strategy.programme_id]
    taken_up = {
        (one.by.institution_id, around.answers[one.id].revision)
        for one in suggestions
        if one.id in around.answers and around.answers[one.id].revision is not None
    }
    for fact in (fact for fact in signed if fact.document == strategy.id and fact.side_id in bodies):
        if fact.voided_by is not None:
            yield Act(phase, REPRESENTATION, DECIDING, choice=Choice("rejected"), decision=(strategy.id, "withdrawn", fact.id), id=fact.id)
            continue
        own = any(side == fact.side_id and revision <= fact.number for side, revision in taken_up)
        days = (fact.recorded_at - around.written[strategy.id, fact.number]).days
        choice = Choice("own_change", days=days)
        if own:
            yield Act(phase, REPRESENTATION, DECIDING, choice=choice, decision=(strategy.id, fact.number), id=fact.id)
        else:
            yield Act(phase, REPRESENTATION, INVOLVED, id=fact.id)
    for fact in (fact for fact in declined if fact.document == strategy.id and fact.side_id in bodies):
        yield Act(phase, REPRESENTATION, DECIDING, choice=Choice("rejected"), decision=(strategy.id, "declined", fact.number), id=fact.id)
