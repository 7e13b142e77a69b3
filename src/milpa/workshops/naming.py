"""Whether cards carry their author's name: as the group decided, without a name until it did."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from milpa.workshops.models import NamingDecided, Workshop


@dataclass(frozen=True, slots=True)
class Rule:
    """`why`: as the group said it; empty without a decision."""

    named: bool
    why: str


def with_rule(workshops: QuerySet[Workshop]) -> QuerySet[Workshop]:
    """Each with the decision that counts, so that a page does not ask for it again."""
    newest = NamingDecided.objects.standing().filter(workshop=OuterRef("pk")).order_by("-recorded_at", "-id")
    found: Any = workshops.annotate(rule_named=Subquery(newest.values("named")[:1]), rule_why=Subquery(newest.values("why")[:1]))
    return found


def naming_of(workshop: Workshop) -> Rule:
    """One query, or none where the workshop was read `with_rule`."""
    if not hasattr(workshop, "rule_named"):
        newest = NamingDecided.objects.standing().filter(workshop=workshop).in_order().last()
        return Rule(newest.named, newest.why) if newest else Rule(False, "")
    return Rule(bool(workshop.rule_named), workshop.rule_why or "")


def is_named(workshop: Workshop) -> bool:
    return naming_of(workshop).named
