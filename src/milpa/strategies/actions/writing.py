"""The text, section by section. Typing fills a draft; each save is a revision."""

from uuid import UUID

from django.db import transaction

from milpa.people.models import Person
from milpa.strategies.actions.opening import opened, saved
from milpa.strategies.models import Section
from milpa.strategies.refusals import NoSuchPlace


def save_section(by: Person, strategy_id: UUID, was: int, slug: str, text: str, why: str = "") -> int:
    """The section's new text; answers the revision. Raises Strategy.DoesNotExist, NoSuchPlace, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        section = Section.objects.filter(strategy=strategy, slug=slug).first()
        if section is None:
            raise NoSuchPlace
        section.text = text.replace("\r\n", "\n").strip("\n")
        section.save(update_fields=["text"])
        return saved(strategy, was, by, why or str(section))
