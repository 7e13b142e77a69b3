"""A list on its way into the register, as its page shows it."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates.columns import because_in_words
from milpa.conglomerates.duplicates import reasons_in_words
from milpa.conglomerates.models import Agreement, ImportConfirmed, RegisterImport
from milpa.ledger.models.signatures import Signed
from milpa.programmes.models import Programme

EARLIER = 10


def standing(one: RegisterImport) -> str:
    """brought, tried, half (the worker was stopped), taken, away."""
    if ImportConfirmed.objects.filter(list=one.id, voided_by=None).exists():
        return "taken"
    if one.file is None:
        return "away"
    if one.checked_at is None:
        return "brought"
    return "half" if one.brought.exists() else "tried"


def columns(one: RegisterImport, form: Any) -> list[dict[str, Any]]:
    """Each column of the sheet: its field to choose, what is written in it, and why the guess."""
    return [
        {
            "field": form[f"column-{number}"],
            "examples": guess["examples"],
            "because": because_in_words(guess["because"]),
            "is_guessed": bool(guess["field"]),
        }
        for number, guess in enumerate(one.guesses)
    ]


def alike(one: RegisterImport) -> list[dict[str, Any]]:
    return [
        {
            "title": _("Row {n}: {name}").format(n=pair["row"], name=pair["name"]),
            "meta": ", ".join(
                [
                    _("like row “{name}” of this list").format(name=pair["other"])
                    if pair["other_row"]
                    else _("like “{name}” of the register").format(name=pair["other"]),
                    *reasons_in_words(pair["reasons"]),
                ]
            ),
        }
        for pair in one.alike
    ]


def earlier(programme: Programme) -> list[RegisterImport]:
    return list(RegisterImport.objects.filter(programme=programme).select_related("by").order_by("-created")[:EARLIER])


def letter_is_signed(programme: Programme) -> bool:
    """Whether anybody of the counterpart signed the letter: lists of people are received under it."""
    agreement = Agreement.objects.filter(programme=programme).first()
    if agreement is None:
        return False
    return (
        Signed.objects.filter(document=agreement.id, number=agreement.revision, voided_by=None)
        .exclude(side=programme.institution_id)
        .exists()
    )
