"""The register's figures, quoted when somebody asks for it, so that a new row in the register voids no signature."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.people.models import Person
from milpa.strategies.actions.opening import opened, saved


def quote_register(by: Person, strategy_id: UUID, was: int) -> int:
    """Copies how many enterprises the register holds today, and how many a woman leads; answers the revision. Raises StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        register = Enterprise.objects.filter(programme=strategy.programme_id, joined_into=None)
        strategy.enterprises, strategy.led_by_women = register.count(), register.filter(led_by="woman").count()
        strategy.counted_on = timezone.localtime(ledger.now()).date()
        strategy.save(update_fields=["enterprises", "led_by_women", "counted_on"])
        with override(strategy.programme.language):
            why = _("The register's figures")
        return saved(strategy, was, by, why)
