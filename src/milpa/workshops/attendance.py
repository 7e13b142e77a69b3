"""Who was invited, who is in the room and by which way, and whether the voices that are usually missing are there."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from milpa.workshops.models import Participant, VoiceExplained, Workshop, WorkshopInvited
from milpa.workshops.rules.balance import Balance, Present, balance

TRAITS = ("enterprise", "enterprise__size", "enterprise__is_rural", "enterprise__led_by")
WOMAN_LED = {"woman": True, "both": True, "man": False}


@dataclass(frozen=True, slots=True)
class Attendance:
    people: tuple[Participant, ...]
    by_way: dict[str, int]  # phone, paper, voice -> people
    enterprises: int  # of the register
    voices: Balance

    @property
    def owners(self) -> int:
        return sum(person.position == "owner" for person in self.people)

    @property
    def workers(self) -> int:
        return sum(person.position == "worker" for person in self.people)


def attendance_of(workshop: Workshop) -> Attendance:
    """Two queries."""
    people = tuple(Participant.objects.in_workshop(workshop).select_related("enterprise").in_order())
    known = [row.enterprise for row in people if row.enterprise is not None]
    present = [_present(row.id, row.size, row.is_rural, row.led_by) for row in known]
    reasons = explained([workshop.id], "present").get(workshop.id, {})
    by_way = Counter(person.way for person in people)
    return Attendance(people, dict(by_way), len({row.id for row in known}), balance(present, reasons))


def _present(id: UUID, size: str, is_rural: bool | None, led_by: str) -> Present:
    return Present(str(id), size or None, is_rural, WOMAN_LED.get(led_by))


def explained(workshops: Iterable[UUID], moment: str) -> dict[UUID, dict[str, str]]:
    """Workshop -> voice -> the reason that counts. One query."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = VoiceExplained.objects.standing().filter(workshop__in=list(workshops), moment=moment).in_order()
    for workshop, voice, why in rows.values_list("workshop", "voice", "why"):
        found[workshop][voice] = why
    return found


Said = type[Participant] | type[WorkshopInvited]


def balances(model: Said, workshops: Iterable[UUID], moment: str) -> dict[UUID, tuple[int, Balance]]:
    """Workshop -> (people or invitations on record, the voices among them). Two queries whatever the number."""
    ids = list(workshops)
    found = _by_workshop(model.objects.standing().filter(workshop__in=ids), moment)
    nobody = (None, 0, balance([]))
    return {id: found.get(id, nobody)[1:] for id in ids}


def balances_in(model: Said, programmes: Iterable[UUID], moment: str) -> dict[UUID, list[tuple[UUID, int, Balance]]]:
    """Programme -> (workshop, people or invitations on record, the voices among them) of each with any. Two queries."""
    rows = model.objects.standing().filter(workshop__programme__in=list(programmes))
    found: dict[UUID, list[tuple[UUID, int, Balance]]] = defaultdict(list)
    for workshop, (programme, n, voices) in _by_workshop(rows, moment).items():
        found[programme].append((workshop, n, voices))
    return found


def _by_workshop(rows: Any, moment: str) -> dict[UUID, tuple[UUID, int, Balance]]:
    said: dict[tuple[UUID, UUID], list[tuple[Any, ...]]] = defaultdict(list)
    for workshop, programme, *traits in rows.values_list("workshop", "workshop__programme", *TRAITS):
        said[workshop, programme].append(tuple(traits))
    reasons = explained([workshop for workshop, _programme in said], moment)
    return {
        workshop: (programme, len(traits), balance(_known(traits), reasons.get(workshop))) for (workshop, programme), traits in said.items()
    }


def _known(rows: list[tuple[Any, ...]]) -> list[Present]:
    return [_present(*traits) for traits in rows if traits[0] is not None]
