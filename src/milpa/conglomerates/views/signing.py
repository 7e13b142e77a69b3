"""What the foot of the comparison shows: the decision, who signed it, and the forms to go on."""

from typing import Any

from milpa import ledger
from milpa.conglomerates import signatures
from milpa.conglomerates.comparing import Table
from milpa.conglomerates.decision_read import reading
from milpa.conglomerates.forms import DecisionForm, DeclineForm, SignForm, WhyForm
from milpa.people.standing import may as person_may


def decision_values(request: Any, rows: Table, **typed: Any) -> dict[str, Any]:
    """What the foot of the comparison shows: the decision form, the decision, who signed it. `typed`: forms as they came, to mend."""
    selection = rows.selection
    signed = signatures.of(selection, rows.sides if selection.decided_id else [], reading)
    may_decide = person_may(request.person, "conglomerates.decide") and selection.institution_id == request.person.institution_id
    open_to_me = [one.side for one in signed.standing if not one.covers and (may_decide or one.side == request.person.institution_id)]
    fresh = {"form_id": ledger.uuid7(), "revision": selection.revision}
    decided = fresh | {"candidate": str(selection.decided_id or ""), "reasons": selection.reasons}
    unsigned = [side for side in rows.sides if side.id in open_to_me]
    return {
        "decision_form": DecisionForm(rows.candidates, initial=decided),
        "why_form": WhyForm(initial={"form_id": ledger.uuid7()}),
        "sign_form": SignForm(initial=fresh),
        "decline_form": DeclineForm(unsigned, initial=fresh | {"form_id": ledger.uuid7()}),
        "signatures": signed.rows,
        "changes": signed.changes,
        "may_decide": may_decide,
        "may_sign": request.person.institution_id in open_to_me,
        "may_decline": bool(unsigned),
    } | typed
