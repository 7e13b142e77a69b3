"""The strategy signed, not signed with a reason, or a signature withdrawn. Each side signs the revision it read."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.strategies.actions.opening import COUNTERPART, PARTNERS
from milpa.strategies.models import Strategy
from milpa.strategies.reads import sides
from milpa.strategies.refusals import AnswersFirst, NotASigningSide, NotNamedByTheMandate, NotSigned, ReasonNeeded
from milpa.strategies.sides import OWNER, Side


def sign_strategy(by: Person, strategy_id: UUID, number: int, id: UUID, capacity: str = "") -> Signed:
    """`by` signs revision `number` for their institution. Sent twice it is once.

    Raises Strategy.DoesNotExist, NotASigningSide, NotNamedByTheMandate, AnswersFirst, RevisionMovedOn.
    """
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.sign").get(id=strategy_id)
        side = _side(strategy, by.institution_id)
        if not Signed.objects.filter(id=id).exists():
            _refuse(by, side, strategy)
        signed = ledger.sign(strategy, number, by=by, side=by.institution, id=id, capacity=capacity)
        touch(strategy.programme_id, COUNTERPART, PARTNERS)
        return signed


def _side(strategy: Strategy, institution: UUID) -> Side:
    found = next((side for side in sides(strategy) if side.id == institution), None)
    if found is None:
        raise NotASigningSide
    return found


def _refuse(by: Person, side: Side, strategy: Strategy) -> None:
    if not side.may_be_signed_by(by):
        raise NotNamedByTheMandate(body=side.name, names=", ".join(side.named_words()))
    unanswered = strategy.suggestions.unanswered().count() if side.part == OWNER else 0
    if unanswered:
        raise AnswersFirst(n=unanswered)


def decline_strategy(by: Person, strategy_id: UUID, number: int, id: UUID, why: str, side_id: UUID | None = None) -> SignatureDeclined:
    """A side says why it does not sign; the coordinator may put it on record for one that does not answer.

    Raises Strategy.DoesNotExist, NotASigningSide, ReasonNeeded.
    """
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.sign").get(id=strategy_id)
        side = _side(strategy, side_id or by.institution_id)
        if side.id != by.institution_id and not Strategy.objects.open_to(by, "strategies.record_refusal").filter(id=strategy.id).exists():
            raise NotASigningSide
        if not why.strip():
            raise ReasonNeeded
        declined = ledger.decline(strategy, number, by=by, side=side.institution, id=id, why=why)
        touch(strategy.programme_id, COUNTERPART, PARTNERS)
        return declined


def withdraw_signature(by: Person, strategy_id: UUID, signed_id: UUID, id: UUID, why: str) -> None:
    """The person's own signature no longer counts, and why. Sent twice it is once. Raises NotSigned, ReasonNeeded."""
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.sign").get(id=strategy_id)
        signed = Signed.objects.filter(document=strategy.id, by=by, id=signed_id).first()
        if signed is None:
            raise NotSigned
        if not why.strip():
            raise ReasonNeeded
        ledger.void(signed, by=by, why=why, id=id)
        touch(strategy.programme_id, COUNTERPART, PARTNERS)
