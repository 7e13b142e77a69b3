"""The needs as the strategy quotes them: copied into it at saving, with the frozen revision they came from."""

from milpa.strategies.models import ActionNeed, QuotedNeed, Strategy
from milpa.workshops.models import Need, NeedsFrozen


def quote_needs(strategy: Strategy) -> None:
    """The frozen order of the programme's needs. Where the same revision is quoted already, and while none is frozen, nothing changes."""
    frozen = NeedsFrozen.objects.standing().filter(needs__programme=strategy.programme_id).in_order().last()
    if frozen is None or frozen.number == strategy.needs_revision:
        return
    needs = list(Need.objects.of(strategy.programme_id))
    for need in needs:
        QuotedNeed.objects.update_or_create(strategy=strategy, need=need, defaults=_quoted(need))
    gone = strategy.quoted.exclude(need__in=needs)
    ActionNeed.objects.filter(action__strategy=strategy, need__in=gone.values("need")).delete()
    strategy.reasons.filter(need__in=gone.values("need")).delete()
    gone.delete()
    strategy.needs_revision = frozen.number
    strategy.save(update_fields=["needs_revision"])


def _quoted(need: Need) -> dict[str, object]:
    return {
        "place": need.place,
        "title": need.title,
        "votes": need.votes,
        "by_training": need.solved_by_training,
        "suits_ict": need.suits_ict,
        "handed_to": need.handed_to,
    }
