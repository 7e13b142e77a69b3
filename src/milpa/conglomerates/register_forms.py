"""What is typed on the pages of the register."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates import reference
from milpa.conglomerates.actions.registering import FIELDS, Sheet
from milpa.conglomerates.columns import FIELDS as COLUMNS
from milpa.conglomerates.models import Enterprise, RegisterImport
from milpa.conglomerates.models.enterprise import SEXES
from milpa.conglomerates.register_words import LANGUAGES
from milpa.guide.sent import SentForm
from milpa.people.models import Person

AREAS = [("", gettext_lazy("not known")), ("yes", gettext_lazy("rural")), ("no", gettext_lazy("urban"))]


class ListForm(SentForm):
    """A list that an association or a ministry hands over."""

    sheet = forms.FileField(
        label=gettext_lazy("The list"), help_text=gettext_lazy("CSV or XLSX, with the name of each column in the first row.")
    )


class ColumnsForm(forms.Form):
    """One choice a column; the guess is a proposal."""

    def __init__(self, one: RegisterImport, data: Any = None) -> None:
        super().__init__(data)
        chosen = {column: field for field, column in one.columns.items()}
        options = [("", gettext_lazy("not in the register")), *COLUMNS.items()]
        for column, heading in enumerate(one.headings):
            label = heading or _("Column {n}, without a heading").format(n=column + 1)
            self.fields[f"column-{column}"] = forms.ChoiceField(
                label=label, choices=options, required=False, initial=chosen.get(column, "")
            )

    def by_column(self) -> dict[int, str]:
        return {int(name.partition("-")[2]): field for name, field in self.cleaned_data.items()}


class EnterpriseForm(SentForm):
    name = forms.CharField(label=gettext_lazy("Name of the enterprise"), max_length=200)
    isic = forms.ChoiceField(label=gettext_lazy("Activity (ISIC)"), choices=[], required=False)
    municipality = forms.ChoiceField(label=gettext_lazy("Municipality"), choices=[])
    area = forms.ChoiceField(label=gettext_lazy("Rural or urban"), choices=AREAS, required=False)
    workers = forms.IntegerField(
        label=gettext_lazy("Workers"),
        help_text=gettext_lazy("Whoever owns it counts, if they work in it."),
        required=False,
        min_value=0,
        max_value=100_000,
    )
    sales = forms.DecimalField(
        label=gettext_lazy("Sales of a year"),
        help_text=gettext_lazy("Only if they want to say it."),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
    )
    of_year = forms.IntegerField(label=gettext_lazy("Year of these figures"), required=False, min_value=1990, max_value=2100)
    tax_id = forms.CharField(label=gettext_lazy("Tax number"), max_length=30, required=False)
    led_by = forms.ChoiceField(label=gettext_lazy("Who leads it is"), choices=[(slug, name) for slug, name in SEXES], required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language in which one prefers to learn"),
        help_text=gettext_lazy("Ask; a name or a place does not say it."),
        choices=list(LANGUAGES.items()),
        required=False,
    )
    contact = forms.CharField(label=gettext_lazy("Whom to ask for"), max_length=120, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=20, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, country: str, enterprise: Enterprise | None = None) -> None:
        initial = {name: getattr(enterprise, name) for name in FIELDS} if enterprise else {}
        initial["area"] = {True: "yes", False: "no"}.get(enterprise.is_rural, "") if enterprise else ""  # type: ignore[call-overload]  # None is "not known"
        super().__init__(data, revision=enterprise.revision if enterprise else None, initial=initial)
        places = [(one.code, f"{one.department_name}: {one.name}") for one in reference.municipalities(country)]
        self.fields["municipality"].choices = [("", _("Choose one")), *places]
        classes = sorted(reference.classes().items())
        self.fields["isic"].choices = [("", _("not known")), *((code, f"{code} {title}") for code, title in classes)]

    def sheet(self) -> Sheet:
        said = self.cleaned_data
        rural = {"yes": True, "no": False}.get(said["area"])
        return Sheet(is_rural=rural, **{name: said[name] for name in FIELDS if name != "is_rural"})


class PersonForm(SentForm):
    """Somebody who is in Milpa already, or a name of somebody new."""

    person = forms.TypedChoiceField(
        label=gettext_lazy("Somebody who is registered"), choices=[], coerce=UUID, required=False, empty_value=None
    )
    name = forms.CharField(label=gettext_lazy("Or the name of somebody new"), max_length=120, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=20, required=False)
    role = forms.ChoiceField(
        label=gettext_lazy("In the enterprise"), choices=[("owner", gettext_lazy("owner")), ("worker", gettext_lazy("worker"))]
    )

    def __init__(self, data: Any = None, *, people: Sequence[Person] = ()) -> None:
        super().__init__(data)
        self.fields["person"].choices = [("", _("Choose one")), *((str(one.id), one.name) for one in people)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("person") and not (said.get("name") or "").strip():
            self.add_error("name", _("Choose somebody or write a name."))
        return said


class EraseForm(SentForm):
    why = forms.CharField(
        label=gettext_lazy("Who asked for it, and how"),
        max_length=500,
        help_text=gettext_lazy("It stays written; what is erased does not."),
    )


class PairForm(SentForm):
    """A person's word about two enterprises; `kept` is the one that goes on, empty where they are different."""

    one = forms.UUIDField(widget=forms.HiddenInput)
    other = forms.UUIDField(widget=forms.HiddenInput)
