"""The strategy is sent for comment, which is put on record; who received it reads it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.ledger import clock
from milpa.people.models import Person
from milpa.strategies.models import Strategy, StrategyRead, StrategySent
from milpa.strategies.refusals import NotInTheRegister, SentInTheFuture, SentToNobody


@dataclass(frozen=True, slots=True)
class Sending:
    """To whom, how, on which day, and until when they are asked for their word."""

    enterprises: Collection[UUID]
    board: bool
    way: str
    on: date
    until: date | None = None


def send_for_comment(by: Person, strategy_id: UUID, id: UUID, number: int, sending: Sending) -> StrategySent:
    """Puts on record that revision `number` was sent. Sent twice it is one.

    Raises Strategy.DoesNotExist, SentToNobody, SentInTheFuture, NotInTheRegister.
    """
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.send").select_related("institution").get(id=strategy_id)
        fact = StrategySent(
            id=id, by=by, institution_id=strategy.institution_id, strategy=strategy, number=number,
            enterprises=sorted(map(str, sending.enterprises)), board=sending.board, way=sending.way, on=sending.on, until=sending.until,
        )  # fmt: skip
        known, new = ledger.recognise([fact])
        if new:
            _refuse(strategy, sending)
            known = ledger.append(new)
        return known[0]


def _refuse(strategy: Strategy, sending: Sending) -> None:
    if not sending.enterprises and not sending.board:
        raise SentToNobody
    if sending.on > clock.today(strategy.institution.zone):
        raise SentInTheFuture
    if _registered(strategy, sending.enterprises) < len(set(sending.enterprises)):
        raise NotInTheRegister


def _registered(strategy: Strategy, enterprises: Collection[UUID]) -> int:
    return len(set(Enterprise.objects.standing().filter(programme=strategy.programme_id).values_list("id", flat=True)) & set(enterprises))


def take_back_sending(by: Person, sending_id: UUID, id: UUID, why: str) -> None:
    """It was put on record by mistake; it stays readable. Raises StrategySent.DoesNotExist."""
    with transaction.atomic():
        sent = StrategySent.objects.filter(strategy__in=Strategy.objects.open_to(by, "strategies.send")).get(id=sending_id)
        ledger.void(sent, by=by, why=why, id=id)


def read_strategy(by: Person, strategy_id: UUID, id: UUID, number: int) -> StrategyRead:
    """Who received it says that they read revision `number`: once each, however often it is sent. Raises Strategy.DoesNotExist."""
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.give_word").select_for_update(of=("self",)).get(id=strategy_id)
        before = StrategyRead.objects.standing().filter(strategy=strategy, by=by, number=number).first()
        if before is not None:
            return before
        fact = StrategyRead(id=id, by=by, institution_id=strategy.institution_id, strategy=strategy, number=number)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]
