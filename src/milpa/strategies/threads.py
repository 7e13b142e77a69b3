"""The training action's place in the golden thread: from the needs it answers, on to the lessons that serve it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery
from django.urls import reverse

from milpa.programmes.registries import Knot
from milpa.programmes.said import Said, said, said_n
from milpa.strategies.models import ActionNeed, QuotedNeed, Strategy, TrainingAction

Ids = Iterable[UUID]


def knots(ids: Ids, person: Any) -> dict[UUID, Knot]:
    open_ones = TrainingAction.objects.filter(id__in=list(ids), strategy__in=Strategy.objects.open_to(person))
    rows = open_ones.values_list("id", "name", "hours", "strategy__programme")
    return {
        id: Knot("action", id, name, _meta(hours), reverse("strategies:action", args=[programme, id]))
        for id, name, hours, programme in rows
    }


def _meta(hours: Any) -> Said:
    if hours is None:
        return said("Training action")
    whole = int(hours)
    return said_n("Training action · {n} hour", "Training action · {n} hours", whole if whole == hours else float(hours))


def programme(ids: Ids) -> dict[UUID, UUID]:
    return dict(TrainingAction.objects.filter(id__in=list(ids)).values_list("id", "strategy__programme"))


def best(programmes: Ids) -> dict[UUID, list[UUID]]:
    """Those that answer most needs first."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = TrainingAction.objects.filter(strategy__programme__in=list(programmes)).annotate(n=Count("answers")).filter(n__gt=0)
    for id, owner in rows.order_by("-n", "place").values_list("id", "strategy__programme"):
        found[owner].append(id)
    return found


def from_needs(ids: Ids) -> dict[UUID, list[UUID]]:
    """need -> the actions that answer it, in the strategy's order."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for need, action in ActionNeed.objects.filter(need__in=list(ids)).order_by("action__place").values_list("need", "action"):
        found[need].append(action)
    return found


def to_needs(ids: Ids) -> dict[UUID, list[UUID]]:
    """action -> the needs it answers, first priority first."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    quoted = QuotedNeed.objects.filter(strategy=OuterRef("action__strategy"), need=OuterRef("need"))
    links = ActionNeed.objects.filter(action__in=list(ids)).annotate(place=Subquery(quoted.values("place")[:1]))
    for action, need in links.order_by(F("place").asc(nulls_last=True), "need").values_list("action", "need"):
        found[action].append(need)
    return found
