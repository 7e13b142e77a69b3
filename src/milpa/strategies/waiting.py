"""What waits in a programme because of its strategy: suggestions to answer, and signatures once the text is ready for them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Min
from django.urls import reverse

from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.standing import granted
from milpa.programmes.registries import Wait
from milpa.programmes.said import said, said_n
from milpa.strategies.figures import completeness_of
from milpa.strategies.models import Strategy, Suggestion
from milpa.strategies.reads import papers_of
from milpa.strategies.sides import OWNER, Side, sides_of
from milpa.strategies.standing import standing_of
from milpa.strategies.word_awaited import waits_for_word


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Open suggestions wait for the owner; a complete draft waits for each side, and once all is answered for the owner.

    One that nobody received yet waits to be sent for comment.
    """
    strategies = list(Strategy.objects.filter(programme__in=list(programmes)).select_related("institution"))
    if not strategies:
        return []
    asked = _asked(strategies)
    papers = papers_of(strategies)
    ready = [row for row in strategies if completeness_of(papers[row.id]).is_complete]
    sides = sides_of(ready, papers) if ready else {}
    unsigned = _unsigned(ready, sides) if ready else {}
    found = waits_for_word(strategies, [row for row in ready if unsigned[row.id]], sides)
    for row in strategies:
        n, since = asked.get(row.id, (0, None))
        found += [_to_answer(row, n, since)] if n else []
        found += [_to_sign(row, side) for side in unsigned.get(row.id, ()) if not (n and side.part == OWNER)]
    return found


def _asked(strategies: Sequence[Strategy]) -> dict[UUID, tuple[int, Any]]:
    rows = Suggestion.objects.unanswered().filter(strategy__in=strategies).values("strategy").annotate(n=Count("id"), at=Min("recorded_at"))
    return {strategy: (n, at) for strategy, n, at in rows.values_list("strategy", "n", "at")}


def _to_answer(strategy: Strategy, n: int, since: Any) -> Wait:
    what = said_n("{n} suggestion beside the strategy waits for an answer", "{n} suggestions beside the strategy wait for an answer", n)
    link = reverse("strategies:negotiation", args=[strategy.programme_id])
    return Wait(strategy.programme_id, what, link, said("Answer"), strategy.institution_id, _roles("strategies.edit"), since=since)


def _to_sign(strategy: Strategy, side: Side) -> Wait:
    link = reverse("strategies:strategy", args=[strategy.programme_id]) + "#signed"
    roles = _roles("strategies.sign")
    return Wait(strategy.programme_id, said("Sign the strategy"), link, said("Read and sign"), side.id, roles)


def _roles(verb: str) -> frozenset[str]:
    return frozenset(role for _relation, role in granted(verb))


def _unsigned(strategies: Sequence[Strategy], sides: dict[UUID, list[Side]]) -> dict[UUID, list[Side]]:
    """strategy -> sides that neither signed its newest revision nor said why not."""
    documents = [row.id for row in strategies]
    signed = list(Signed.objects.filter(document__in=documents, voided_by=None).select_related("by").in_order())
    declined = list(SignatureDeclined.objects.filter(document__in=documents, voided_by=None).in_order())
    answers = {}
    for row in strategies:
        own, refused = [f for f in signed if f.document == row.id], [f for f in declined if f.document == row.id]
        known = [standing_of(side, own, refused, row.revision) for side in sides[row.id]]
        answers[row.id] = [one.side for one in known if not one.covers and not one.declined]
    return answers
