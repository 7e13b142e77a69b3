"""Statements are passed on in the order they arrived. What the other side refuses for what it says is set aside and holds nothing up."""

import time
from collections.abc import Sequence
from typing import Any

import orjson
from django.db.models import F

from milpa.ledger import clock
from milpa.records.forwarding.addresses import place_of
from milpa.records.forwarding.filters import outgoing, passes
from milpa.records.forwarding.refusals import NotEncrypted, WrongSecretKey
from milpa.records.forwarding.sealing import unseal
from milpa.records.forwarding.sending import Reply, Wire
from milpa.records.forwarding.troubles import Trouble, pause
from milpa.records.models.forwarding import ForwardTarget, SetAside
from milpa.records.rules import multipart
from milpa.records.rules.enclosed import attachments_of
from milpa.records.rules.multipart import Part
from milpa.records.store import attachments, dialect
from milpa.records.store.counting import Numbers
from milpa.records.store.replaying import rows
from milpa.records.store.told import Told

BATCH = 100  # statements of one request
WEIGHT = 1_000_000  # bytes of one request, where one statement is not heavier by itself
WINDOW = 5_000  # numbers of the stream that one look covers
REFUSED_IN_A_ROW = 20
SECONDS = 15.0  # of one turn, so that other work of the worker is not held up; the rest is for the next


class _Turn:
    """One turn of a target: the wire, and how many were refused since the last that was taken."""

    def __init__(self, target: ForwardTarget, wire: Wire) -> None:
        self.target, self.wire, self.refused = target, wire, 0

    def send(self, batch: Sequence[Told]) -> None:
        """Halves what is refused until it is known which statement it is. Raises Trouble."""
        if not batch:
            return
        reply = self.wire.post("statements", *_body(batch))
        if not reply.is_refusal:
            self._taken(len(batch))
        elif len(batch) == 1:
            self._set_aside(batch[0], reply)
        else:
            middle = len(batch) // 2
            self.send(batch[:middle])
            self.send(batch[middle:])

    def _taken(self, how_many: int) -> None:
        self.refused = 0
        ForwardTarget.objects.filter(pk=self.target.pk).update(sent=F("sent") + how_many, sent_at=clock.now())
        _as_it_was(self.target).update(failures=0, error="", detail="", next_at=None)

    def _set_aside(self, told: Told, reply: Reply) -> None:
        said = {"statement": told.id, "status": reply.status, "error": reply.text, "at": clock.now()}
        SetAside.objects.update_or_create(target=self.target, arrived=told.arrived, defaults=said)
        self.refused += 1
        if self.refused >= REFUSED_IN_A_ROW:
            raise Trouble("refuses_all", f"{reply.status} {reply.text}")


def pass_on(target: ForwardTarget, seconds: float = SECONDS) -> bool:
    """Until nothing waits, the turn is over, or there is trouble, which is kept with the target. Safe to repeat at any point.

    Whether the turn ended before everything was passed on.
    """
    ends = time.monotonic() + seconds
    try:
        place = place_of(target.address)
        with Wire(place, target.version, *unseal(target.sealed)) as wire:
            turn = _Turn(target, wire)
            while _is_at_work(target) and _look(turn):
                if time.monotonic() >= ends:
                    return True
    except (WrongSecretKey, NotEncrypted) as refusal:
        _keep(target, Trouble(refusal.code))
    except Trouble as trouble:
        _keep(target, trouble)
    return False


def _look(turn: _Turn) -> bool:
    """Sends some of what waits; whether there may be more."""
    target, top = turn.target, Numbers.read().arrived
    if target.position >= top:
        return False
    window = min(top, target.position + WINDOW)
    found = rows("arrived > %s AND arrived <= %s AND institution = %s", [target.position, window, dialect.uid(target.institution)], BATCH)
    for batch in _batches([told for told in found if passes(target, told)]):
        turn.send(batch)
        _goes_on(target, batch[-1].arrived)
    _goes_on(target, found[-1].arrived if len(found) == BATCH else window)
    return True


def _batches(found: Sequence[Told]) -> list[list[Told]]:
    """As they are sent: no request too heavy, and one by itself that brings something along."""
    batches: list[list[Told]] = []
    weight = WEIGHT
    for told in found:
        heavy = WEIGHT if _enclosed(told) else len(told.body)
        if weight + heavy > WEIGHT or not batches:
            batches.append([])
            weight = 0
        batches[-1].append(told)
        weight += heavy
    return batches


def _body(batch: Sequence[Told]) -> tuple[str, bytes]:
    """(content type, body)."""
    parts = [part for told in batch for part in _enclosed(told)]
    statements = orjson.dumps([outgoing(told) for told in batch])
    if not parts:
        return "application/json", statements
    return multipart.join([Part({"content-type": "application/json"}, statements), *(_read(batch[0], part) for part in parts)])


def _enclosed(told: Told) -> list[dict[str, str]]:
    """What is attached and lies here, each thing once."""
    if b'"attachments":' not in told.body:
        return []
    found = {one["sha2"].lower(): one for _path, one in attachments_of(told.statement)}
    return [one for sha2, one in found.items() if attachments.size(told.institution, sha2) is not None]


def _read(told: Told, one: dict[str, str]) -> Part:
    headers = {"content-type": one["contentType"], "content-transfer-encoding": "binary", "x-experience-api-hash": one["sha2"].lower()}
    return Part(headers, attachments.read(told.institution, one["sha2"].lower()))


def _as_it_was(target: ForwardTarget) -> Any:
    """The target, unless somebody changed it since the turn began: what an old address says is nothing that the new one has to bear."""
    return ForwardTarget.objects.filter(pk=target.pk, revision=target.revision)


def _is_at_work(target: ForwardTarget) -> bool:
    found: bool = _as_it_was(target).filter(paused_at=None, ended_at=None).exists()
    return found


def _goes_on(target: ForwardTarget, position: int) -> None:
    """Everything up to there is done with. Never goes back, unless somebody says that all of it is to be sent again."""
    _as_it_was(target).filter(position__lt=position).update(position=position)
    target.position = max(target.position, position)


def _keep(target: ForwardTarget, trouble: Trouble) -> None:
    now = clock.now()
    own = _as_it_was(target)
    if own.update(failures=F("failures") + 1, error=trouble.code, detail=trouble.detail, error_at=now):
        failures = ForwardTarget.objects.values_list("failures", flat=True).get(pk=target.pk)
        own.update(next_at=now + pause(failures, trouble.after))
