"""What stands below the signatures: the forms to sign, to say why not, to withdraw, as far as the person may use them."""

from collections.abc import Sequence
from typing import Any

from milpa.people.standing import may as person_may
from milpa.strategies.forms import DeclineForm, ReasonForm, SignForm
from milpa.strategies.models import Strategy
from milpa.strategies.standing import SideStanding


def signing_values(request: Any, strategy: Strategy, known: Sequence[SideStanding]) -> dict[str, Any]:
    """The forms below the signatures, as far as the person may use them."""
    person = request.person
    for_others = person_may(person, "strategies.record_refusal") and strategy.institution_id == person.institution_id
    open_ones = [one.side for one in known if not one.covers and (for_others or one.side.id == person.institution_id)]
    mine = [fact for one in known for fact in one.signed if fact.by_id == person.id]
    return {
        "sign_form": SignForm(revision=strategy.revision),
        "decline_form": DeclineForm([(str(side.id), side.name) for side in open_ones], revision=strategy.revision),
        "may_decline": bool(open_ones) and person_may(person, "strategies.sign"),
        "withdraw_form": ReasonForm(),
        "my_signature": mine[-1] if mine else None,
    }
