"""The rows of the plan: objectives, budget, calendar, risks. Written and changed by the same verb, so that sent twice they are one."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from milpa.people.models import Institution, Person
from milpa.programmes.models import Partner
from milpa.strategies.actions.opening import next_place, opened, saved
from milpa.strategies.models import BudgetLine, BudgetShare, CalendarLine, Objective, Risk, Strategy
from milpa.strategies.refusals import NoSuchPlace, NotAContributor, SharesDoNotAddUp

MODELS: dict[str, type[models.Model]] = {"objectives": Objective, "budget": BudgetLine, "calendar": CalendarLine, "risks": Risk}
TITLES = {"objectives": _("Objectives"), "budget": _("Budget"), "calendar": _("Calendar"), "risks": _("Risks")}
Shares = Sequence[tuple[UUID | None, str, Decimal]]  # institution, or none and a name; amount


def write_row(by: Person, strategy_id: UUID, was: int, kind: str, id: UUID, values: dict[str, Any], shares: Shares = ()) -> int:
    """Writes a row of `kind` (a key of MODELS) or changes the one with this id; answers the revision. `shares`: of a budget line.

    Raises NoSuchPlace, SharesDoNotAddUp, NotAContributor, StaleRevision.
    """
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        model: Any = MODELS[kind]
        row = getattr(strategy, kind).filter(id=id).first()
        if row is None and model.objects.filter(id=id).exists():
            raise NoSuchPlace
        row = row or model(id=id, strategy=strategy, place=next_place(getattr(strategy, kind)))
        for name, value in values.items():
            setattr(row, name, value)
        if isinstance(row, BudgetLine):
            row.currency = strategy.currency
            _refuse_foreign_action(strategy, row)
        row.save()
        if isinstance(row, BudgetLine):
            _share(strategy, row, shares)
        return saved(strategy, was, by, str(TITLES[kind]))


def remove_row(by: Person, strategy_id: UUID, was: int, kind: str, id: UUID) -> int:
    """Takes a row out; answers the revision. Raises StaleRevision. One that is not there any more is no fault."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        getattr(strategy, kind).filter(id=id).delete()
        return saved(strategy, was, by, str(TITLES[kind]))


def _refuse_foreign_action(strategy: Strategy, line: BudgetLine) -> None:
    if line.action_id is not None and not strategy.actions.filter(id=line.action_id).exists():
        raise NoSuchPlace


def _share(strategy: Strategy, line: BudgetLine, shares: Shares) -> None:
    """Who pays the line. Without any share nobody has said it yet."""
    total = sum((amount for _institution, _name, amount in shares), Decimal(0))
    if shares and total != line.amount:
        raise SharesDoNotAddUp(shares=total, amount=line.amount)
    names = contributors_to(strategy)
    if any(institution and institution not in names for institution, _name, _amount in shares):
        raise NotAContributor
    line.shares.all().delete()
    BudgetShare.objects.bulk_create(
        BudgetShare(line=line, institution_id=institution, name=names[institution] if institution else name, amount=amount)
        for institution, name, amount in shares
        if amount
    )


def contributors_to(strategy: Strategy) -> dict[UUID, str]:
    """Who may contribute: the owner and the partners that accepted. One query."""
    accepted = Partner.objects.accepted().filter(programme=strategy.programme_id).values("invited")
    institutions = Institution.objects.filter(models.Q(id=strategy.institution_id) | models.Q(id__in=accepted)).order_by("name")
    return dict(institutions.values_list("id", "name"))
