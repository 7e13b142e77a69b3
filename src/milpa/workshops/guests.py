"""Who holds the phone: the workshop of a code, and the participant that the phone's token or the account names."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from milpa.ledger.models.node import Node
from milpa.people.models import Person
from milpa.programmes.banner import banner_of
from milpa.workshops import reads
from milpa.workshops.actions.joining import participant_of
from milpa.workshops.models import HelperCame, Participant, ResultPublished, Workshop
from milpa.workshops.naming import with_rule
from milpa.workshops.refusals import NotAHelper, NotAParticipant
from milpa.workshops.rules.codes import heard
from milpa.workshops.to_read import with_to_read
from milpa.workshops.tokens import helper_id_in, participant_id_by, participant_id_in


@dataclass(frozen=True, slots=True)
class Here:
    """`arrived`: what had arrived when the page was read; live events are asked from there on."""

    workshop: Workshop
    participant: Participant | None
    arrived: int
    is_published: bool

    @property
    def person(self) -> Person:
        """Who speaks. Raises NotAParticipant."""
        return self.place.person

    @property
    def place(self) -> Participant:
        """Raises NotAParticipant."""
        if self.participant is None:
            raise NotAParticipant
        return self.participant

    def around(self, **values: Any) -> dict[str, Any]:
        """What every page of the phone shows besides its own."""
        workshop = self.workshop
        shared = {"workshop": workshop, "code": workshop.slug, "participant": self.participant, "banner": banner_of(workshop.programme)}
        return shared | {"is_published": self.is_published} | values


def here(request: Any, code: str) -> Here:
    """Two queries. Raises Workshop.DoesNotExist for a code that nobody gave out."""
    published = ResultPublished.objects.standing().filter(needs__programme=OuterRef("programme"))
    found_here = with_rule(Workshop.objects.called(code).select_related("programme__institution", "timer"))
    workshop = found_here.annotate(arrived=Subquery(Node.objects.values("arrived")[:1]), is_published=Exists(published)).get()
    id = participant_id_in(request.COOKIES, workshop)
    room = Participant.objects.in_workshop(workshop).select_related("person__account")
    found = room.filter(id=id).first() if id else None
    found = found or participant_of(workshop, request.person)
    if found is not None:
        found.workshop = workshop
    return Here(workshop, found, workshop.arrived or 0, workshop.is_published)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks from a phone, and in which workshop: all that a card or a vote needs to know."""

    person: Person
    workshop_id: UUID
    way: str

    @classmethod
    def of(cls, at: Here) -> "Voice":
        """Raises NotAParticipant."""
        return cls(at.person, at.workshop.id, at.place.way)


def voice(request: Any, code: str) -> Voice | None:
    """Whose phone this is, in one short query where a token says so; None for nobody's. Raises Workshop.DoesNotExist."""
    id = participant_id_by(request.COOKIES, code)
    found = reads.holder(heard(code), id) if id else None
    if found is not None:
        return Voice(found, found.workshop_id, found.way)
    at = here(request, code)
    return None if at.participant is None else Voice.of(at)


@dataclass(frozen=True, slots=True)
class Helping:
    """`came` is None for a phone that does not help here."""

    workshop: Workshop
    came: HelperCame | None

    @property
    def person(self) -> Person:
        """Raises NotAHelper."""
        if self.came is None:
            raise NotAHelper
        return self.came.person

    def around(self, **values: Any) -> dict[str, Any]:
        workshop = self.workshop
        return {"workshop": workshop, "code": workshop.slug, "came": self.came, "banner": banner_of(workshop.programme)} | values


def helping(request: Any, code: str) -> Helping:
    """Two queries. Raises Workshop.DoesNotExist for a code that nobody gave out."""
    workshop = with_to_read(with_rule(Workshop.objects.called(code).select_related("programme__institution", "timer"))).get()
    id = helper_id_in(request.COOKIES, workshop)
    standing = HelperCame.objects.standing().filter(workshop=workshop, asked__voided_by=None).select_related("person")
    return Helping(workshop, standing.filter(id=id).first() if id else None)
