"""Who signed the minutes, which revision and when; and whether that still covers what they say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.ledger.models.documents import Revision
from milpa.ledger.models.signatures import Signed
from milpa.programmes.models import Partner
from milpa.web import formats
from milpa.workshops.actions.signing_minutes import signature_id
from milpa.workshops.minutes_copied import changed
from milpa.workshops.models import Participant, Workshop, WorkshopMinutes

Rows = list[dict[str, Any]]


@dataclass
class SignedMinutes:
    """`document` is None while the minutes were not issued as a document: then everybody signs by hand."""

    workshop: Workshop
    people: Iterable[Participant]
    document: WorkshopMinutes | None
    places: dict[UUID, Participant] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {person.person_id: person for person in self.people}

    @classmethod
    def of(cls, workshop: Workshop, people: Iterable[Participant]) -> "SignedMinutes":
        return cls(workshop, people, WorkshopMinutes.objects.filter(workshop=workshop).first())

    @property
    def number(self) -> int:
        return self.document.revision if self.document else 0

    @cached_property
    def revisions(self) -> list[Revision]:
        """Oldest first. One query."""
        if self.document is None:
            return []
        return list(Revision.objects.filter(document=self.document.id).select_related("by").order_by("number"))

    @cached_property
    def signed(self) -> list[Signed]:
        """In order. One query."""
        if self.document is None:
            return []
        return list(Signed.objects.filter(document=self.document.id, voided_by=None).select_related("by", "side").in_order())

    @property
    def fingerprint(self) -> str:
        return self.revisions[-1].sha256 if self.revisions else ""

    @property
    def spelled(self) -> str:
        """The fingerprint in groups of four, as one compares it by eye."""
        return " ".join(self.fingerprint[at : at + 4] for at in range(0, len(self.fingerprint), 4))

    @property
    def words(self) -> str:
        """ "Revision 2 of 24 November 2026 at 10:15"; empty before there is one."""
        if not self.revisions:
            return ""
        return _("Revision {n} of {moment}").format(n=self.number, moment=formats.moment(self.revisions[-1].at))

    def has_signed(self, person: Any) -> bool:
        """For their institution, the newest revision."""
        return any(one.by_id == person.id and one.number == self.number and self.place_of(one) is None for one in self.signed)

    def has_signed_as_participant(self, place: Participant) -> bool:
        return any(one.id == signature_id(place.id, one.document, self.number) for one in self.signed)

    def place_of(self, one: Signed) -> Participant | None:
        """The participant who signed as one; None for a signature on behalf of an institution."""
        place = self.places.get(one.by_id)
        return place if place is not None and one.id == signature_id(place.id, one.document, one.number) else None

    @property
    def rows(self) -> Rows:
        """As `signatures` draws them: the institution, the association, further partners who signed, the participants."""
        return [*self._host(), *self._partners(), *self._participants()]

    def _host(self) -> Rows:
        own = self._newest(one for one in self.signed if one.side_id == self.workshop.institution_id and self.place_of(one) is None)
        return [self._row(one, one.side.name) for one in own] or [{"who": _("Facilitator"), "state": "waiting"}]

    def _partners(self) -> Rows:
        found = list(Partner.objects.accepted().filter(programme=self.workshop.programme_id).select_related("invited").in_order())
        speaking = {one.invited_id for one in found if one.speaks}
        rows: Rows = []
        for institution in {one.invited_id: one.invited for one in found}.values():
            own = self._newest(one for one in self.signed if one.side_id == institution.id)
            rows += [self._row(one, one.side.name) for one in own]
            if not own and institution.id in speaking:
                rows.append({"who": institution.name, "state": "waiting"})
        return rows if speaking else [*rows, {"who": _("For the association or committee"), "state": "waiting"}]

    def _participants(self) -> Rows:
        own = self._newest(one for one in self.signed if self.place_of(one) is not None)
        return [self._row(one, "") for one in own] or [{"who": _("For the enterprises"), "state": "waiting"}]

    @staticmethod
    def _newest(signed: Iterable[Signed]) -> list[Signed]:
        """Each person's newest signature."""
        return list({one.by_id: one for one in signed}.values())

    def _row(self, one: Signed, side: str) -> dict[str, Any]:
        place = self.place_of(one)
        name = place.name if place else one.by.name if one.by else ""
        covers = one.number == self.number
        said = _("Signed revision {n} on {moment}.").format(n=one.number, moment=formats.moment(one.recorded_at))
        if not covers and (since := self._since(one.number)):
            said = _("{signed} Since then changed: {parts}.").format(signed=said, parts=", ".join(since))
        capacity = " · ".join(filter(None, [one.capacity, side or _("participant")]))
        who = name or _("(name erased)")
        return {"who": who, "capacity": capacity, "state": "signed" if covers else "uncovered", "says": said}

    def _since(self, number: int) -> list[str]:
        contents = {one.number: one for one in self.revisions}
        return changed(contents[number].plain(), contents[self.number].plain()) if number in contents else []

    @property
    def history(self) -> Rows:
        """Each revision as a line: the newest first."""
        return [
            {
                "title": _("Revision {n} of {moment}").format(n=one.number, moment=formats.moment(one.at)),
                "meta": " · ".join(filter(None, [one.by.name if one.by else "", one.why[:120]])),
            }
            for one in reversed(self.revisions)
        ]
