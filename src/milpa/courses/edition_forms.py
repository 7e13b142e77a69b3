"""What is typed for an edition: its announcement, sessions, attendance, comments, and how it ends."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext, gettext_lazy

from milpa.courses.authoring_forms import percent, share
from milpa.courses.models.edition import HOW_CLOSED, WAYS
from milpa.courses.models.enrolment import RESERVED
from milpa.guide.sent import SentForm
from milpa.people.roles import ROLES
from milpa.strategies.models.action import LANGUAGES


def _day(label: Any, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}))


def _count(label: Any, most: int, required: bool = True, help_text: Any = "", least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=required, help_text=help_text, min_value=least, max_value=most)


def _long(label: Any, most: int, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


ROLES_OF_LEARNERS = [(role.slug, role.name) for role in ROLES if not role.is_staff]


class EditionForm(SentForm):
    """The announcement: dates, places and how they are given, what the certificate asks for, who teaches."""

    title = forms.CharField(label=gettext_lazy("What the edition is called"), max_length=160)
    welcome = _long(gettext_lazy("What the public page says first"), 2000, required=False)
    starts_on = _day(gettext_lazy("The course begins on"))
    ends_on = _day(gettext_lazy("The course ends on"))
    enrol_from = _day(gettext_lazy("Enrolment opens on"))
    enrol_until = _day(gettext_lazy("Enrolment closes on"))
    places = _count(gettext_lazy("Places"), 2000, least=1)
    for_women = _count(gettext_lazy("Of these, kept for women"), 2000, required=False)
    for_micro = _count(gettext_lazy("Of these, kept for micro-enterprises"), 2000, required=False)
    for_rural = _count(gettext_lazy("Of these, kept for rural areas"), 2000, required=False)
    reserved_until = _day(
        gettext_lazy("They are kept until"), required=False, help_text=gettext_lazy("From the next day they are for everybody.")
    )
    offer_days = _count(gettext_lazy("Days to take a place that became free"), 14, least=1)
    gives_certificate = forms.BooleanField(label=gettext_lazy("It gives a certificate"), required=False)
    lessons = _count(gettext_lazy("For it: lessons done, in percent"), 100, required=False)
    attendance = _count(gettext_lazy("For it: sessions attended, in percent"), 100, required=False)
    practices = _count(gettext_lazy("For it: practices well done"), 50, required=False)
    quiz = _count(gettext_lazy("For it: points in quizzes, in percent"), 100, required=False)
    instructors = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Instructors"), choices=[], coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        data: Any = None,
        *,
        staff: list[tuple[str, str]],
        units: list[tuple[str, str]],
        revision: int | None = None,
        initial: Any = None,
    ) -> None:
        super().__init__(data, revision=revision, initial=initial)
        self.units = [id for id, _title in units]
        for id, title in units:
            self.fields[f"unit-{id}"] = _day(gettext("First day of “{unit}”").format(unit=title), required=False)
        self.fields["instructors"].choices = staff  # type: ignore[attr-defined]  # a choice field: set in the class body

    @staticmethod
    def first_of(course: Any) -> dict[str, Any]:
        """What a new announcement begins with: the certificate that the course proposes, two days for a freed place."""
        return {"title": str(course), "offer_days": 2, "gives_certificate": course.gives_certificate} | _rules(course)

    @staticmethod
    def initial_of(edition: Any) -> dict[str, Any]:
        staff = [str(id) for id in edition.instructors.values_list("membership", flat=True)]
        days = {f"unit-{row.unit}": row.opens_on for row in edition.unit_days.all()}
        return {name: getattr(edition, name) for name in (*OWN, "gives_certificate")} | _rules(edition) | days | {"instructors": staff}

    def unit_days(self) -> dict[UUID, date] | None:
        """unit -> the day from which it is on the plan; None if no day was written: then they are spread evenly."""
        said = {UUID(id): self.cleaned_data[f"unit-{id}"] for id in self.units}
        return {id: day for id, day in said.items() if day} or None

    def besides(self) -> dict[str, Any]:
        return {"instructors": self.cleaned_data["instructors"], "unit_days": self.unit_days()}

    def sheet(self) -> dict[str, Any]:
        """As the actions take it: shares are fractions of 1, what is left empty is 0 or not asked."""
        said = self.cleaned_data
        kept = {name: said[name] or 0 for name in ("for_women", "for_micro", "for_rural")}
        rules = {f"certificate_{name}": share(said[name]) for name in SHARES} | {"certificate_practices": said["practices"]}
        return {name: said[name] for name in (*OWN, "gives_certificate")} | kept | rules


OWN = (
    "title", "welcome", "starts_on", "ends_on", "enrol_from", "enrol_until", "places", "for_women", "for_micro", "for_rural",
    "reserved_until", "offer_days",
)  # fmt: skip
SHARES = ("lessons", "attendance", "quiz")


def _rules(holder: Any) -> dict[str, Any]:
    return {name: percent(getattr(holder, f"certificate_{name}")) for name in SHARES} | {"practices": holder.certificate_practices}


class SessionForm(SentForm):
    title = forms.CharField(label=gettext_lazy("What the session is called"), max_length=160)
    day = _day(gettext_lazy("Day"))
    hour = forms.TimeField(label=gettext_lazy("Hour"), widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = _count(gettext_lazy("Minutes"), 600, least=10)
    way = forms.ChoiceField(label=gettext_lazy("How"), choices=WAYS)
    at = forms.CharField(label=gettext_lazy("Place or link"), max_length=300, required=False)
    group = forms.TypedChoiceField(label=gettext_lazy("Whom it is for"), coerce=UUID, empty_value=None, required=False)

    def __init__(self, data: Any = None, *, groups: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["group"].choices = [("", gettext("everybody")), *groups]  # type: ignore[attr-defined]  # a choice field
        if not groups:
            del self.fields["group"]

    @staticmethod
    def initial_of(session: Any, zone: str) -> dict[str, Any]:
        local = session.starts_at.astimezone(ZoneInfo(zone))
        own = {name: getattr(session, name) for name in ("title", "minutes", "way", "at")}
        return own | {"day": local.date().isoformat(), "hour": local.strftime("%H:%M"), "group": str(session.group_id or "")}

    def sheet(self, zone: str) -> dict[str, Any]:
        """Day and hour are the institution's own. Where the edition has groups, for which of them, or None for all."""
        said = self.cleaned_data
        starts_at = datetime.combine(said["day"], said["hour"], tzinfo=ZoneInfo(zone))
        own = {name: said[name] for name in ("title", "minutes", "way", "at")}
        return {"starts_at": starts_at} | own | ({"group_id": said["group"]} if "group" in said else {})


class AttendanceForm(SentForm):
    """`came`: the enrolments that were marked."""

    came = forms.TypedMultipleChoiceField(label=gettext_lazy("Mark who was here"), choices=[], coerce=UUID, required=False)

    def __init__(self, data: Any = None, *, enrolled: list[str]) -> None:
        super().__init__(data)
        self.fields["came"].choices = [(id, id) for id in enrolled]  # type: ignore[attr-defined]  # a choice field: set in the class body


class GroupForm(SentForm):
    name = forms.CharField(label=gettext_lazy("What the group is called"), max_length=80)
    language = forms.ChoiceField(label=gettext_lazy("In which language it is taught"), choices=LANGUAGES)
    schedule = forms.CharField(
        label=gettext_lazy("When it meets"), max_length=160, required=False, help_text=gettext_lazy("For example: Tuesdays at seven.")
    )

    @staticmethod
    def initial_of(group: Any) -> dict[str, Any]:
        return {name: getattr(group, name) for name in ("name", "language", "schedule")}

    def sheet(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "language", "schedule")}


class PlaceInGroupForm(SentForm):
    group = forms.TypedChoiceField(label=gettext_lazy("Group"), coerce=UUID, widget=forms.RadioSelect)

    def __init__(self, groups: list[tuple[str, str]], data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a choice field: set in the class body


class CommentForm(SentForm):
    text = _long(gettext_lazy("Your answer"), 4000)
    well = forms.ChoiceField(
        label=gettext_lazy("How is it?"), choices=[("yes", gettext_lazy("well done")), ("no", gettext_lazy("once more"))]
    )


class HelpGivenForm(SentForm):
    text = _long(gettext_lazy("Your answer"), 4000)


class EndForm(SentForm):
    how = forms.ChoiceField(label=gettext_lazy("What happens with the edition"), choices=HOW_CLOSED, widget=forms.RadioSelect)
    why = _long(gettext_lazy("Reason"), 2000, help_text=gettext_lazy("For an edition that ended as planned, say so in a sentence."))


class LeaveForm(SentForm):
    why = _long(gettext_lazy("What they said"), 2000)


class EnrolForm(SentForm):
    person_id = forms.UUIDField(widget=forms.HiddenInput)
    enterprise = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kinds = forms.MultipleChoiceField(choices=RESERVED, required=False)
    q = forms.CharField(label=gettext_lazy("Find"), max_length=200, required=False)

    @property
    def person(self) -> UUID:
        person: UUID = self.cleaned_data["person_id"]
        return person

    def about(self) -> dict[str, Any]:
        return {"enterprise_id": self.cleaned_data["enterprise"], "kinds": self.cleaned_data["kinds"]}


class NewcomerForm(SentForm):
    """Somebody without a card: only what is needed to call them and to give places by the rules."""

    name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    phone = forms.CharField(
        label=gettext_lazy("Your phone"), max_length=20, help_text=gettext_lazy("The institution calls you to give you your card.")
    )
    role = forms.ChoiceField(label=gettext_lazy("You are"), choices=ROLES_OF_LEARNERS)
    of_enterprise = forms.CharField(label=gettext_lazy("Your enterprise"), max_length=200, required=False)
    group = forms.TypedChoiceField(label=gettext_lazy("In which group?"), coerce=UUID, widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Mark what holds for you"), choices=[], required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Some places are kept. You may leave it empty."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, kinds: list[str], groups: list[tuple[str, str]] | None = None) -> None:
        super().__init__(data, initial={"role": "owner"})
        self.fields["group"].choices = groups or []  # type: ignore[attr-defined]  # a choice field
        if not groups:
            del self.fields["group"]
        own_words = {
            "women": gettext_lazy("I am a woman"),
            "micro": gettext_lazy("My enterprise is very small"),
            "rural": gettext_lazy("I live or work in a rural area"),
        }
        self.fields["kinds"].choices = [(kind, own_words[kind]) for kind in kinds]  # type: ignore[attr-defined]  # a choice field
        if not kinds:
            del self.fields["kinds"]

    def about(self) -> dict[str, Any]:
        said = self.cleaned_data
        own = {name: said[name] for name in ("name", "phone", "role", "of_enterprise")}
        return own | {"kinds": said.get("kinds", []), "group": said.get("group")}
