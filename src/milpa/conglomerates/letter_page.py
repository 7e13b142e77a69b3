"""What the page of the letter shows."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates import letter, signatures
from milpa.conglomerates.letter_forms import NotSigningForm, SidesForm, SignForm
from milpa.conglomerates.models import Agreement
from milpa.ledger.models.documents import Revision
from milpa.people.models import Institution
from milpa.people.standing import may, relations

SAVES = 8


def may_write(person: Any, owner: Institution, counterpart: Institution | None) -> bool:
    """Owner and counterpart write; other partners read and sign."""
    how = relations(person, "conglomerates.edit_letter")
    is_counterpart = counterpart is not None and counterpart.id == person.institution_id
    return ("host" in how and owner.id == person.institution_id) or ("counterpart" in how and is_counterpart)


def page_of(agreement: Agreement, person: Any) -> dict[str, Any]:
    known = letter.sides_of(agreement)
    sides = known.all
    signed = signatures.of(agreement, sides, reading)
    state = {side.id: one["state"] for side, one in zip(sides, signed.rows, strict=True)}
    is_owner = agreement.programme.institution_id == person.institution_id
    waiting = [side for side in sides if state[side.id] != "signed" and (is_owner or side.id == person.institution_id)]
    sections = list(agreement.sections.all())
    may_sign = state.get(person.institution_id, "signed") != "signed" and may(person, "conglomerates.sign_letter")
    return {
        "agreement": agreement,
        "parts": [(letter.part(row.slug), row.text) for row in sections],
        "empty": [letter.part(row.slug).title for row in sections if not row.text],
        "signatures": signed.rows,
        "signed": sum(word == "signed" for word in state.values()),
        "changes": signed.changes,
        "saves": list(Revision.objects.filter(document=agreement.id).order_by("-number").values("number", "why", "at", "by__name")[:SAVES]),
        "may_write": may_write(person, known.owner, known.counterpart),
        "may_sign": may_sign,
        "sign_form": SignForm(revision=agreement.revision),
        "decline_form": NotSigningForm(revision=agreement.revision, sides=waiting) if may(person, "conglomerates.sign_letter") else None,
        "may_decline": bool(waiting) and may(person, "conglomerates.sign_letter"),
        "sides_form": _sides_form(agreement, known) if is_owner and may(person, "conglomerates.name_sides") else None,
    }


def _sides_form(agreement: Agreement, known: letter.Sides) -> SidesForm | None:
    partners = letter.may_be_named(agreement, known)
    return SidesForm(agreement=agreement, partners=partners, named=[one.id for one in known.further]) if partners else None


def reading(content: dict[str, Any]) -> list[dict[str, str]]:
    """What a reader reads of a revision of the letter, part by part."""
    parts = [{"id": str(letter.part(row["id"]).title), "text": row["text"]} for row in content["sections"]]
    about = [(_("What it is called"), "title"), (_("It holds from"), "starts_on"), (_("It holds until"), "ends_on")]
    named = ", ".join(row["name"] for row in content["further_sides"])
    return [
        *({"id": title, "text": content[key] or ""} for title, key in about),
        *parts,
        {"id": _("Who else signs"), "text": named},
    ]
