"""Who was asked for their word on the strategy, and what came of it: for the phase's involvement, for the page, for each one's home."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.conglomerates.models import Enterprise, Post
from milpa.programmes.involving import phase_with
from milpa.programmes.models import Programme
from milpa.programmes.remembering import Mark, remembered
from milpa.strategies.involving import NEGOTIATED
from milpa.strategies.models import Strategy, StrategyRead, StrategySent, Suggestion


def invited(programmes: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """In the phase in which the strategy is negotiated: the enterprises to which it was sent. Three queries at most."""
    found: dict[UUID, dict[str, set[UUID]]] = {}
    standing = StrategySent.objects.standing().filter(strategy__programme__in=list(programmes))
    sent = list(standing.values("strategy__programme", "enterprises"))
    if not sent:
        return found
    ids = {row["strategy__programme"] for row in sent}
    phases = {one.id: phase_with(one.guide, NEGOTIATED) for one in Programme.objects.filter(id__in=ids)}
    joined = dict(Enterprise.objects.filter(programme__in=ids).exclude(joined_into=None).values_list("id", "joined_into"))
    for row in sent:
        programme = row["strategy__programme"]
        phase = phases[programme]
        if phase is not None:
            known = found.setdefault(programme, {}).setdefault(phase, set())
            known |= {joined.get(id, id) for id in map(UUID, row["enterprises"])}
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """One enterprise to which the text was sent."""

    id: UUID
    name: str
    on: date  # when it was sent last
    way: str
    read: int | None  # the newest revision that somebody of it says to have read
    said: int  # what its people said beside the text


def asked_of(strategy: Strategy, sent: Iterable[StrategySent]) -> list[Asked]:
    """By name. Four queries, whatever the number of enterprises."""
    last: dict[UUID, StrategySent] = {}
    for sending in sent:
        last |= dict.fromkeys(map(UUID, sending.enterprises), sending)
    readings = list(StrategyRead.objects.standing().filter(strategy=strategy).values_list("by", "number"))
    words = list(Suggestion.objects.standing().filter(strategy=strategy).values_list("by", flat=True))
    posts = Post.objects.standing().filter(enterprise__programme=strategy.programme_id, person__in={*words, *(by for by, _n in readings)})
    of: dict[UUID, UUID] = dict(posts.values_list("person", "enterprise"))
    read: dict[UUID, int] = defaultdict(int)
    for person, number in readings:
        if person in of:
            read[of[person]] = max(read[of[person]], number)
    said = Counter(of[person] for person in words if person in of)
    names = Enterprise.objects.standing().filter(programme=strategy.programme_id, id__in=last).values_list("id", "name")
    rows = [Asked(id, name, last[id].on, str(last[id].get_way_display()), read.get(id), said[id]) for id, name in names]
    return sorted(rows, key=lambda row: (row.name, row.id))


@dataclass(frozen=True, slots=True)
class Word:
    """What stands on somebody's home: a strategy on which their word is asked, or on which they gave it."""

    title: str
    url: str
    until: date | None
    is_given: bool


def words_of(person: Any, now: Mark) -> Sequence[Word]:
    """Of the strategies sent to an enterprise of theirs, those without a word of theirs first. No query while nothing is recorded."""
    found: Sequence[Word] = remembered(now, ("word on the strategy", person.pk), lambda: _words(person))
    return found


def _words(person: Any) -> list[Word]:
    posts = Post.objects.standing().filter(person=person).values_list("enterprise__programme", "enterprise")
    mine: dict[UUID, set[str]] = defaultdict(set)
    for programme, enterprise in posts:
        mine[programme].add(str(enterprise))
    if not mine:
        return []
    newest: dict[UUID, StrategySent] = {}
    for sending in StrategySent.objects.standing().filter(strategy__programme__in=mine).select_related("strategy").in_order():
        if mine[sending.strategy.programme_id] & set(sending.enterprises):
            newest[sending.strategy_id] = sending
    if not newest:
        return []
    said = Suggestion.objects.standing().filter(by=person, strategy__in=newest).values_list("strategy", flat=True)
    read = StrategyRead.objects.standing().filter(by=person, strategy__in=newest).values_list("strategy", flat=True)
    given = {*said, *read}
    found = [
        Word(one.strategy.title, reverse("strategies:word", args=[one.strategy.programme_id]), one.until, one.strategy_id in given)
        for one in newest.values()
    ]
    return sorted(found, key=lambda word: word.is_given)
