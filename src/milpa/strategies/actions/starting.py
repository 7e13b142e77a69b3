"""A strategy begins with the sections of its guide's outline, and has a title and a currency."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch
from milpa.strategies.actions.finding import found_again
from milpa.strategies.actions.opening import KEYS, opened, saved
from milpa.strategies.actions.quoting import quote_needs
from milpa.strategies.currencies import currency_of
from milpa.strategies.models import Section, Strategy


def start_strategy(by: Person, programme_id: UUID) -> Strategy:
    """The programme's strategy; if it is new, with the sections of the outline of its guide. Raises Programme.DoesNotExist."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "strategies.edit").select_for_update(of=("self",)).get(id=programme_id)
        known = Strategy.objects.filter(programme=programme).first()
        if known is not None:
            return known
        with override(programme.language):
            title = _("Training strategy: {programme}").format(programme=programme.title)[:200]
        strategy = Strategy(institution_id=programme.institution_id, programme=programme, title=title)
        strategy.currency = currency_of(programme.institution.country)
        strategy.save(force_insert=True)
        Section.objects.bulk_create(_sections(strategy, programme.guide.instruments.get("strategy_outline", [])))
        quote_needs(strategy)
        ledger.revise(strategy, 0, by=by)
        found_again(strategy)
        touch(programme.id, *KEYS)
        return strategy


def _sections(strategy: Strategy, outline: list[dict[str, Any]]) -> list[Section]:
    return [
        Section(strategy=strategy, slug=row["id"], place=place, title={key: text for key, text in row.items() if key != "id"})
        for place, row in enumerate(outline, start=1)
    ]


def describe_strategy(by: Person, strategy_id: UUID, was: int, title: str, currency: str) -> int:
    """Gives it a title and the currency of all its amounts; answers the revision. Raises StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        strategy.title, strategy.currency = title, currency
        strategy.save(update_fields=["title", "currency"])
        strategy.actions.update(currency=currency)
        strategy.budget.update(currency=currency)
        return saved(strategy, was, by, title)
