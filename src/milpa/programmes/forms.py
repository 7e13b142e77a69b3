"""What is typed on the pages of programmes."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.evidence import title_of
from milpa.guide.models import GuideEdition
from milpa.guide.sent import SentForm
from milpa.people.models.institution import KINDS
from milpa.people.roles import BY_SLUG
from milpa.programmes.actions.assigning import Answerable, team
from milpa.programmes.actions.attaching import Attachment
from milpa.programmes.actions.creating import Written
from milpa.programmes.actions.dating import Entry
from milpa.programmes.actions.partners import Part
from milpa.programmes.models import Programme
from milpa.programmes.models.evidence import KINDS as EVIDENCE_KINDS
from milpa.web.uploads.accept import family_words

LANGUAGES = [("es", gettext_lazy("Spanish")), ("en", gettext_lazy("English"))]
DATE_KINDS = [
    ("meeting", gettext_lazy("meeting")),
    ("deadline", gettext_lazy("last day for something")),
    ("give_back", gettext_lazy("meeting that gives results back")),
    ("follow_up", gettext_lazy("follow-up")),
]
ROLES_OF_KIND = {"association": "association", "ministry": "ministry", "funder": "funder", "vti": "coordinator"}


def _day(label: Any, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}))


def _long(label: Any, most: int, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


class ProgrammeForm(SentForm):
    title = forms.CharField(label=gettext_lazy("What the programme is called"), max_length=160)
    edition = forms.TypedChoiceField(
        label=gettext_lazy("Edition of the guide"), help_text=gettext_lazy("The programme works with one edition."), coerce=UUID
    )
    summary = _long(gettext_lazy("What it is about"), 2000, required=False)
    starts_on = _day(gettext_lazy("It starts on"))
    ends_on = _day(gettext_lazy("It ends on"))
    language = forms.ChoiceField(label=gettext_lazy("Language it is written in"), choices=LANGUAGES)
    is_historical = forms.BooleanField(label=gettext_lazy("It is a programme of the past: show only what its source says"), required=False)
    source = _long(gettext_lazy("Source of a programme of the past"), 2000, rows=2, required=False)

    def __init__(self, data: Any = None, *, person: Any, programme: Programme | None = None, grown_from: Programme | None = None) -> None:
        told = programme or grown_from
        first = {name: getattr(told, name) for name in ("summary", "language")} if told else {"language": "es"}
        if programme:
            first |= {name: getattr(programme, name) for name in ("title", "starts_on", "ends_on", "is_historical", "source")}
        editions = _editions(person, told)
        first["edition"] = str(told.edition_id) if told else editions[0][0] if editions else ""
        super().__init__(data, revision=programme.revision if programme else None, initial=first)
        self.fields["edition"].choices = editions  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("is_historical") and not self.cleaned_data.get("source"):
            self.add_error("source", _("Say which source tells of it."))
        return self.cleaned_data

    def chosen(self, written: str) -> UUID | None:
        """The edition that was confirmed, if it is one of those to choose from."""
        return next((UUID(id) for id, _title in self.fields["edition"].choices if id == written), None)  # type: ignore[attr-defined]

    def typed(self) -> list[tuple[str, str]]:
        """What was sent, for a page that carries it on: (name, value)."""
        names = [name for name in self.fields if name not in ("form_id", "revision")]
        return [(name, value) for name in names for value in self.data.getlist(name)]

    def written(self) -> Written:
        typed = {name: self.cleaned_data[name] for name in Written.__slots__ if name in self.cleaned_data}
        return Written(**typed)


def _editions(person: Any, told: Programme | None) -> list[tuple[str, str]]:
    """The newest edition of each guide that the person may read, own ones first, and the one that is in use."""
    found: dict[Any, GuideEdition] = {}
    for edition in GuideEdition.objects.open_to(person).select_related("guide").order_by("number"):
        found[edition.guide_id] = edition
    rows = sorted(found.values(), key=lambda edition: edition.guide.institution_id != person.institution_id)
    if told and told.edition_id not in {edition.id for edition in rows}:
        rows.append(GuideEdition.objects.select_related("guide").get(id=told.edition_id))
    return [(str(row.id), _("{guide}, edition {number}").format(guide=row.guide, number=row.number)) for row in rows]


class ReplicateForm(ProgrammeForm):
    """A programme grown from another; `takes` are what the packages offer to take along."""

    def __init__(self, data: Any = None, *, person: Any, programme: Programme, takes: dict[str, Any]) -> None:
        super().__init__(data, person=person, grown_from=programme)
        del self.fields["is_historical"], self.fields["source"]
        offered = [(name, str(take.title)) for name, take in takes.items()]
        self.fields["takes"] = forms.MultipleChoiceField(
            label=_("What is taken along"), choices=offered, required=False, widget=forms.CheckboxSelectMultiple()
        )


class AttachForm(SentForm):
    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=EVIDENCE_KINDS, widget=forms.RadioSelect())
    title = forms.CharField(label=gettext_lazy("What it shows"), max_length=160)
    key = forms.ChoiceField(label=gettext_lazy("Evidence it stands for"), required=False)
    file = forms.FileField(label=gettext_lazy("File or photograph"), required=False)
    link = forms.URLField(label=gettext_lazy("Address"), max_length=500, required=False, assume_scheme="https")
    note = _long(gettext_lazy("Note"), 4000, required=False)
    suffices = forms.BooleanField(
        label=gettext_lazy("This suffices: nothing else is needed"), required=False, help_text=gettext_lazy("Say why in the note.")
    )

    def __init__(self, data: Any = None, files: Any = None, *, step: Any, may_suffice: bool) -> None:
        super().__init__(data, files, initial={"kind": "file", "key": step.evidence[0] if step.evidence else ""})
        self.step = step
        whole = ("", _("the step as a whole"))
        self.fields["key"].choices = [*((key, title_of(key)) for key in step.evidence), whole]  # type: ignore[attr-defined]
        self.fields["file"].help_text = family_words(("picture", "pdf", "audio", "video", "sheet", "text"))
        if not may_suffice:
            del self.fields["suffices"]

    def clean(self) -> dict[str, Any]:
        kind, said = self.cleaned_data.get("kind"), self.cleaned_data
        if kind in ("file", "photo") and not said.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choose the file. If it does not fit here, attach its address or a note."))
        if kind == "link" and not said.get("link") and "link" not in self.errors:
            self.add_error("link", _("Write the address."))
        if kind == "note" and not said.get("note"):
            self.add_error("note", _("Write the note."))
        if said.get("suffices") and not said.get("note") and "note" not in self.errors:
            self.add_error("note", _("Say why this suffices: it stays in sight."))
        return said

    def attachment(self) -> Attachment:
        said = self.cleaned_data
        typed = {name: said[name] for name in ("kind", "title", "key", "note", "link")}
        return Attachment(self.step.id, suffices=bool(said.get("suffices")), **typed)


class WhyForm(SentForm):
    why = _long(gettext_lazy("Why"), 1000, rows=2)


class PassForm(SentForm):
    why = _long(
        gettext_lazy("Why you go on"), 1000, help_text=gettext_lazy("It stays in sight on the journey, with your name and the day.")
    )


class PartForm(SentForm):
    """The part that an institution would take."""

    decides = forms.BooleanField(label=gettext_lazy("It decides with you: weighs, chooses and signs"), required=False)
    speaks = forms.BooleanField(label=gettext_lazy("It speaks for the conglomerate, or may come to"), required=False)
    funds = forms.BooleanField(label=gettext_lazy("It funds"), required=False)
    contributes = forms.CharField(label=gettext_lazy("What it contributes"), max_length=300, required=False)

    def part(self) -> Part:
        return Part(**{name: self.cleaned_data[name] for name in Part.__slots__})


class KnownPartnerForm(PartForm):
    institution = forms.TypedChoiceField(label=gettext_lazy("Institution"), coerce=UUID)
    field_order = ["form_id", "institution", "decides", "speaks", "funds", "contributes"]

    def __init__(self, data: Any = None, *, known: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["institution"].choices = known  # type: ignore[attr-defined]  # a ChoiceField


class NewPartnerForm(PartForm):
    name = forms.CharField(label=gettext_lazy("Name of the institution"), max_length=200)
    institution_kind = forms.ChoiceField(label=gettext_lazy("Kind of institution"), choices=KINDS)
    person = forms.CharField(label=gettext_lazy("Who you invite there"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False, help_text=gettext_lazy("If they are in Milpa already, their institution is invited.")
    )

    field_order = ["form_id", "name", "institution_kind", "person", "email", "decides", "speaks", "funds", "contributes"]

    @property
    def role(self) -> str:
        return ROLES_OF_KIND.get(self.cleaned_data["institution_kind"], "other_partner")


class DateForm(SentForm):
    title = forms.CharField(label=gettext_lazy("What happens"), max_length=160)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of date"), choices=DATE_KINDS)
    on = _day(gettext_lazy("Day"), required=True)
    until = _day(gettext_lazy("Until the day"))
    place = forms.CharField(label=gettext_lazy("Where"), max_length=160, required=False)

    def __init__(self, data: Any = None, *, revision: int, entry: Any = None) -> None:
        super().__init__(data, revision=revision, initial={name: getattr(entry, name) for name in Entry.__slots__} if entry else {})

    def entry(self) -> Entry:
        return Entry(**{name: self.cleaned_data[name] for name in Entry.__slots__})


class AssignForm(SentForm):
    """Who answers for each step of a phase, and by when."""

    def __init__(self, data: Any = None, *, programme: Programme, steps: Any) -> None:
        self.steps = steps
        first = {}
        for step in steps:
            if step.assigned:
                first |= {f"who_{step.step.id}": str(step.assigned.membership or ""), f"due_{step.step.id}": step.assigned.due_on}
        super().__init__(data, revision=programme.revision, initial=first)
        choices = _answerable(programme)
        for step in steps:
            whoever = ("", _("whoever is {role}").format(role=_first_role(programme, step)))
            self.fields[f"who_{step.step.id}"] = forms.TypedChoiceField(
                label=_("Who answers for “{step}”").format(step=step.step.title),
                choices=[whoever, *choices], required=False, coerce=UUID, empty_value=None,
            )  # fmt: skip
            self.fields[f"due_{step.step.id}"] = _day(_("Last day for “{step}”").format(step=step.step.title))

    def assignments(self) -> dict[str, Answerable]:
        said = self.cleaned_data
        return {step.step.id: Answerable(said[f"who_{step.step.id}"], said[f"due_{step.step.id}"]) for step in self.steps}


def _first_role(programme: Programme, step: Any) -> str:
    word = step.step.who[0] if step.step.who else "coordinator"
    return str(programme.guide.roles.get(word, word))


def _answerable(programme: Programme) -> list[tuple[str, str]]:
    rows = team(programme).order_by("person__name").values_list("id", "person__name", "role", "person__institution__name")
    return [(str(id), f"{name} ({BY_SLUG[role].name}, {institution})") for id, name, role, institution in rows]
