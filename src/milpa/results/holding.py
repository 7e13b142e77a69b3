"""What `results` holds of a person: their word on whether what they said changed anything, however it was written down."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from milpa.ledger.erasing import erase_texts
from milpa.people.models import Person
from milpa.people.registries import Held
from milpa.results.models import OwnWord


def words_of(person: Person) -> Any:
    return OwnWord.objects.standing().filter(Q(person=person) | Q(by=person, person=None, enterprise=None)).in_order()


def held(person: Person) -> list[Held]:
    rows = [(word.get_word_display(), f"{word.because} ({word.recorded_at.date().isoformat()})") for word in words_of(person)]
    why = _("To put what you say beside what is worked out of your programme's involvement.")
    kept = _("The word itself, without your name and without what you wrote about it.")
    return [Held(_("Whether what you said changed anything"), why, rows, kept)] if rows else []


def export(person: Person) -> dict[str, Any]:
    return {"own_words": list(words_of(person).values("word", "because", "recorded_at"))}


def erase(person: Person) -> None:
    """What somebody typed for them is emptied too; what they typed themselves the ledger empties with their other texts."""
    typed = OwnWord.objects.filter(person=person).exclude(by=person).exclude(because="")
    erase_texts(person, list(typed))
