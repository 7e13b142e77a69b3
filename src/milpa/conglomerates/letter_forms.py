"""What is typed on the pages of the counterpart and of the letter."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates.actions.appointing import FAMILIES, Mandate
from milpa.conglomerates.models import Agreement, CounterpartAppointed
from milpa.guide.sent import SentForm
from milpa.people.models import Institution, Person
from milpa.web.uploads.accept import family_words

BODIES = [
    ("association", gettext_lazy("an association, with its mandate")),
    ("committee", gettext_lazy("a committee elected in an assembly")),
]


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=False, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def _somebody(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=[], coerce=UUID, required=False, empty_value=None)


class MandateForm(SentForm):
    body = forms.TypedChoiceField(label=gettext_lazy("Who speaks for the enterprises"), choices=[], coerce=UUID)
    kind = forms.ChoiceField(label=gettext_lazy("It is"), choices=BODIES)
    members = forms.IntegerField(label=gettext_lazy("Enterprises it represents"), required=False, min_value=0, max_value=1_000_000)
    territory = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)
    note = forms.CharField(
        label=gettext_lazy("The mandate, or the assembly's minutes"),
        help_text=gettext_lazy("Which document, of which day, and what it says. You can add it as a file below."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    document = forms.FileField(label=gettext_lazy("The document itself"), required=False)
    until = _day(gettext_lazy("The board's term ends on"))
    liaison = _somebody(gettext_lazy("Liaison"))
    liaison_name = forms.CharField(label=gettext_lazy("Or the liaison's name, if new here"), max_length=120, required=False)
    deputy = _somebody(gettext_lazy("Deputy"))
    deputy_name = forms.CharField(label=gettext_lazy("Or the deputy's name, if new here"), max_length=120, required=False)
    signatories = forms.CharField(
        label=gettext_lazy("Whom the mandate names to sign"),
        help_text=gettext_lazy("One name a line."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        bodies: Sequence[Institution] = (),
        people: Sequence[Person] = (),
        before: CounterpartAppointed | None = None,
    ) -> None:
        super().__init__(data, files, initial=_as_before(before))
        self.fields["body"].choices = [(str(one.id), one.name) for one in bodies]
        for name in ("liaison", "deputy"):
            self.fields[name].choices = [("", _("Nobody yet")), *((str(one.id), one.name) for one in people)]
        self.fields["document"].help_text = family_words(FAMILIES)

    def mandate(self) -> Mandate:
        said = self.cleaned_data
        names = tuple(line.strip() for line in said["signatories"].splitlines() if line.strip())
        plain = ("kind", "members", "territory", "note", "until", "liaison", "deputy", "liaison_name", "deputy_name")
        return Mandate(signatories=names, **{name: said[name] for name in plain})


def _as_before(before: CounterpartAppointed | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {
        "body": str(before.body_id),
        "kind": before.kind,
        "members": before.members,
        "territory": before.territory,
        "note": before.mandate_note,
        "until": before.until,
        "liaison": str(before.liaison_id or ""),
        "deputy": str(before.deputy_id or ""),
        "signatories": "\n".join(before.signatories),
    }


class EndForm(SentForm):
    why = forms.CharField(label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class PartForm(SentForm):
    text = forms.CharField(label=gettext_lazy("Text"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 10}))


class TermsForm(SentForm):
    title = forms.CharField(label=gettext_lazy("What it is called"), max_length=160)
    starts_on = _day(gettext_lazy("It holds from"))
    ends_on = _day(gettext_lazy("until"))

    def __init__(self, data: Any = None, *, agreement: Agreement) -> None:
        first = {name: getattr(agreement, name) for name in ("title", "starts_on", "ends_on")}
        super().__init__(data, revision=agreement.revision, initial=first)


class SidesForm(SentForm):
    sides = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who else signs"), choices=[], coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, agreement: Agreement, partners: Sequence[Institution] = (), named: Sequence[UUID] = ()) -> None:
        super().__init__(data, revision=agreement.revision, initial={"sides": [str(id) for id in named]})
        self.fields["sides"].choices = [(str(one.id), one.name) for one in partners]


class SignForm(SentForm):
    capacity = forms.CharField(
        label=gettext_lazy("You sign as"), max_length=120, required=False, help_text=gettext_lazy("For example: president, director.")
    )


class NotSigningForm(SentForm):
    side = forms.TypedChoiceField(label=gettext_lazy("Who does not sign"), choices=[], coerce=UUID)
    why = forms.CharField(label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None, *, revision: int, sides: Sequence[Institution] = ()) -> None:
        super().__init__(data, revision=revision)
        self.fields["side"].choices = [(str(one.id), one.name) for one in sides]
