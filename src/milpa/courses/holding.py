"""What courses hold of a person: shown to them, handed over, let go of."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.courses.actions.practising import PHOTO
from milpa.courses.models import Attendance, CertificateIssued, Enrolment, GroupChosen, HelpAsked, PlaceAsked, PracticeSent
from milpa.people.gathering import Asked, gathered
from milpa.people.models import Person
from milpa.people.registries import Held
from milpa.web.formats import day
from milpa.web.models import StoredFile
from milpa.web.uploads.storing import discard


def held(person: Person) -> list[Held]:
    """One query."""
    own = {"enrolment__person": person}
    found = gathered(
        enrolled=Asked(Enrolment.objects.of(person), ["edition__title"]),
        certificates=Asked(CertificateIssued.objects.filter(**own), ["enrolment__edition__title", "code"]),
        sent=Asked(PracticeSent.objects.filter(**own, voided_by=None), ["text"]),
        asked=Asked(HelpAsked.objects.filter(**own, voided_by=None), ["text"]),
    )
    rows = [(row.texts[0], day(row.at)) for row in found["enrolled"]]
    rows += [(_("Certificate: {title}").format(title=title), f"{code}, {day(at)}") for at, (title, code) in found["certificates"]]
    return [
        Held(
            _("Your courses"),
            _("To give you your place, your lessons and your certificate."),
            rows,
            _("That somebody was enrolled, without your name."),
        ),
        Held(
            _("Practices you sent"),
            _("So that your instructor can answer you."),
            [(row.texts[0][:80], day(row.at)) for row in found["sent"]],
            _("That a practice was sent and whether it was well done, without its words and photographs."),
        ),
        Held(
            _("Questions you asked in lessons"),
            _("So that your instructor can answer you."),
            [(row.texts[0][:80], day(row.at)) for row in found["asked"]],
            _("That a question was asked, without its words."),
        ),
    ]


def export(person: Person) -> dict[str, Any]:
    own = {"enrolment__person": person}
    return {
        "places_asked": list(
            PlaceAsked.objects.filter(person=person).in_order().values("edition__title", "way", "kinds", "group", "recorded_at")
        ),
        "enrolments": list(Enrolment.objects.of(person).in_order().values("id", "edition__title", "recorded_at", "closed_by")),
        "groups": list(GroupChosen.objects.filter(**own, voided_by=None).in_order().values("group", "recorded_at")),
        "attendance": list(Attendance.objects.filter(**own).in_order().values("session__title", "was_there", "recorded_at")),
        "practices": list(PracticeSent.objects.filter(**own).in_order().values("unit", "text", "photo", "recorded_at")),
        "comments": list(
            PracticeSent.objects.filter(**own).in_order().values("comments__text", "comments__is_well", "comments__recorded_at")
        ),
        "help": list(HelpAsked.objects.filter(**own).in_order().values("lesson", "text", "recorded_at", "answers__text")),
        "certificates": list(CertificateIssued.objects.filter(**own).in_order().values("code", "hours", "recorded_at")),
    }


def erase(person: Person) -> None:
    """The ledger empties the words; the photographs of practices go with their files."""
    for file in StoredFile.objects.filter(belongs_kind=PHOTO, by=person):
        discard(file)
