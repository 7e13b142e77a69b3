"""How every page comes to its strategy, and what all of them show around it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from milpa.people.models import Membership, Person
from milpa.people.roles import STAFF
from milpa.people.standing import may, roles_of
from milpa.programmes.banner import banner_of
from milpa.strategies.actions.planning import contributors_to
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper


def opened(request: Any, programme: UUID, verb: str = "strategies.see") -> Strategy:
    """The programme's strategy, as far as the person may. Raises Strategy.DoesNotExist, which is a 404."""
    mine = Strategy.objects.open_to(request.person, verb).select_related("programme__institution", "institution")
    return mine.get(programme=programme)


def frame(request: Any, strategy: Strategy) -> dict[str, Any]:
    """What every page shows: the programme, its banner, and what the person may do here."""
    person = request.person
    is_host = strategy.institution_id == person.institution_id
    return {
        "programme": strategy.programme,
        "banner": banner_of(strategy.programme),
        "strategy": strategy,
        "is_staff": bool(roles_of(person) & STAFF),
        "may_edit": is_host and may(person, "strategies.edit"),
        "may_answer": is_host and may(person, "strategies.answer"),
        "may_type_for": is_host and may(person, "strategies.type_for"),
        "may_send": is_host and may(person, "strategies.send"),
        "may_suggest": may(person, "strategies.suggest"),
    }


@dataclass(frozen=True)
class Around:
    """What the forms let one choose from: (id, label) pairs."""

    currency: str
    needs: list[tuple[str, str]] = field(default_factory=list)
    actions: list[tuple[str, str]] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    contributors: dict[UUID, str] = field(default_factory=dict)


def around(strategy: Strategy, paper: Paper, *, without: UUID | None = None) -> Around:
    """`without`: the action whose form it is. Two queries."""
    contributors = contributors_to(strategy)
    staff = Membership.objects.open().filter(person=OuterRef("id"), role__in=STAFF)
    people = Person.objects.filter(Exists(staff), institution__in=list(contributors), erased_at=None).order_by("name")
    by_training = [need for need in paper.needs if need.by_training is not False]
    needs = [(str(need.id), f"{need.place}. {need.title}" if need.place else need.title) for need in by_training]
    actions = [(str(action.id), f"{action.number}. {action.name}") for action in paper.actions if action.id != without]
    told = [(str(id), f"{name} ({contributors[institution]})") for id, name, institution in people.values_list("id", "name", "institution")]
    return Around(strategy.currency, needs, actions, told, contributors)
