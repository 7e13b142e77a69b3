"""What the foot of the comparison shows: the decision, who signed it, and the forms to go on."""

from typing import Any

from django.utils.translation import gettext as _

from milpa import ledger
from milpa.conglomerates.comparing import Table
from milpa.conglomerates.forms import DecisionForm, DeclineForm, SignForm, WhyForm
from milpa.ledger.models.documents import Revision
from milpa.ledger.words import compare_contents
from milpa.people.standing import may as person_may
from milpa.web.formats import day


def decision_values(request: Any, rows: Table, **typed: Any) -> dict[str, Any]:
    """What the foot of the comparison shows: the decision form, the decision, who signed it. `typed`: forms as they came, to mend."""
    selection = rows.selection
    standing = ledger.standing(selection, rows.sides) if selection.decided_id else []
    may_decide = person_may(request.person, "conglomerates.decide") and selection.institution_id == request.person.institution_id
    open_to_me = [one.side for one in standing if not one.covers and (may_decide or one.side == request.person.institution_id)]
    fresh = {"form_id": ledger.uuid7(), "revision": selection.revision}
    decided = fresh | {"candidate": str(selection.decided_id or ""), "reasons": selection.reasons}
    unsigned = [side for side in rows.sides if side.id in open_to_me]
    return {
        "decision_form": DecisionForm(rows.candidates, initial=decided),
        "why_form": WhyForm(initial={"form_id": ledger.uuid7()}),
        "sign_form": SignForm(initial=fresh),
        "decline_form": DeclineForm(unsigned, initial=fresh | {"form_id": ledger.uuid7()}),
        "signatures": [_side(rows, one) for one in standing],
        "may_decide": may_decide,
        "may_sign": request.person.institution_id in open_to_me,
        "may_decline": bool(unsigned),
    } | typed


def _side(rows: Table, one: Any) -> dict[str, Any]:
    name = next(side.name for side in rows.sides if side.id == one.side)
    if one.covers:
        return {
            "who": name,
            "state": "signed",
            "says": _("Signed on {day}").format(day=day(one.signed.recorded_at)),
            "capacity": one.signed.capacity,
        }
    if one.declined:
        return {"who": name, "state": "refused", "says": one.declined.why}
    if one.signed:
        return {"who": name, "state": "uncovered", "says": _changed(rows, one.signed.number)}
    return {"who": name, "state": "waiting", "says": _("Has not signed yet")}


def _changed(rows: Table, signed: int) -> str:
    revisions = {
        row.number: row for row in Revision.objects.filter(document=rows.selection.id, number__in=[signed, rows.selection.revision])
    }
    passages = compare_contents(revisions[signed].plain(), revisions[rows.selection.revision].plain())
    out, come = sum(p.words_out for p in passages), sum(p.words_in for p in passages)
    return _("Signed revision {number}; since then {out} words went out and {come} came in.").format(number=signed, out=out, come=come)
