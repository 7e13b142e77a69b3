"""What waits because the strategy is to be sent for comment, or because the board's word on it is asked."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse

from milpa.people.standing import granted
from milpa.programmes.registries import Wait
from milpa.programmes.said import said
from milpa.strategies.models import Strategy, StrategyRead, StrategySent, Suggestion
from milpa.strategies.sides import COUNTERPART, Side


def waits_for_word(strategies: Sequence[Strategy], ready: Sequence[Strategy], sides: dict[UUID, list[Side]]) -> list[Wait]:
    """A complete draft that nobody received waits for the owner to send it; one that the board received waits for its word.

    `sides`: of the complete drafts. One query, two more where a board received it.
    """
    sent = list(StrategySent.objects.standing().filter(strategy__in=strategies).in_order())
    received = {sending.strategy_id for sending in sent}
    boards = {sending.strategy_id: sending for sending in sent if sending.board}
    found = [_to_send(row) for row in ready if row.id not in received]
    return found + (_words([row for row in ready if row.id in boards], boards, sides) if boards else [])


def _to_send(strategy: Strategy) -> Wait:
    what = said("The strategy was not sent to the enterprises for their word yet")
    link = reverse("strategies:sendings", args=[strategy.programme_id])
    roles = frozenset(role for _relation, role in granted("strategies.send"))
    return Wait(strategy.programme_id, what, link, said("Send for comment"), strategy.institution_id, roles)


def _words(strategies: Sequence[Strategy], boards: dict[UUID, StrategySent], sides: dict[UUID, list[Side]]) -> list[Wait]:
    gave: set[tuple[UUID, UUID]] = set()
    for model in (Suggestion, StrategyRead):
        gave |= set(model.objects.standing().filter(strategy__in=strategies).values_list("strategy", "by__institution"))
    return [
        _word(row, side.id, boards[row.id].until)
        for row in strategies
        for side in sides[row.id]
        if side.part == COUNTERPART and (row.id, side.id) not in gave
    ]


def _word(strategy: Strategy, body: UUID, until: date | None) -> Wait:
    link = reverse("strategies:word", args=[strategy.programme_id])
    what = said("Give your word on the strategy")
    return Wait(strategy.programme_id, what, link, said("Read it"), body, frozenset({"association"}), due=until)
