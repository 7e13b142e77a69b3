"""What is typed on the pages of the selection."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.conglomerates.models.selection import GAPS, SCOPES, Candidate, Criterion, Value
from milpa.people.models import Institution


class CandidateForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Conglomerate"), max_length=120, help_text=_("For example: small hotels, bakeries, vehicle repair."))
    proposed = forms.CharField(label=_("Who proposed it, and why"), max_length=200, required=False)


class CriterionForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Criterion"), max_length=120)
    unit = forms.CharField(label=_("Unit"), max_length=60, help_text=_("For example: persons, %, 0 to 5."))
    why = forms.CharField(label=_("Why it matters"), max_length=200)
    direction = forms.ChoiceField(label=_("What is better"), choices=[("more", _("more is better")), ("less", _("less is better"))])


class GapsForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    gaps = forms.ChoiceField(label=_("Where there is no datum"), choices=GAPS[1:], widget=forms.RadioSelect)


class RemoveForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class SignForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)  # the one that was read
    capacity = forms.CharField(label=_("You sign as"), max_length=120, required=False, help_text=_("For example: president, director."))


class DeclineForm(forms.Form):
    """A side's own reason; the coordinator may put one on record for a side that does not answer."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    side = forms.TypedChoiceField(label=_("Who does not sign"), choices=[], coerce=UUID)
    why = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, sides: list[Institution], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [(str(side.id), side.name) for side in sides]


class WhyForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class DecisionForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    candidate = forms.TypedChoiceField(label=_("The conglomerate that was chosen"), choices=[], coerce=UUID)
    reasons = forms.CharField(
        label=_("Reasons"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What can be defended later. If it is not first, say why."),
    )

    def __init__(self, candidates: list[Candidate], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].choices = [(str(row.id), row.name) for row in candidates]


class WeightsForm(forms.Form):
    """One number a criterion; only their proportions count."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, criteria: list[Criterion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in criteria:
            self.fields[f"w-{row.id}"] = forms.DecimalField(
                label=str(row), min_value=0, max_value=100_000, decimal_places=2, max_digits=8, help_text=str(row.why_text)
            )
        self.criteria = criteria

    def weights(self) -> dict[Any, Decimal]:
        return {row.id: self.cleaned_data[f"w-{row.id}"] for row in self.criteria}


def _shown(value: Decimal | None) -> str:
    """A number as people write it: 10800, not 10800.000."""
    return "" if value is None else format(value.normalize(), "f")


class ProfileForm(forms.Form):
    """A candidate's values: for each criterion a value with year, source and scope, or "no datum" said."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, criteria: list[Criterion], cells: dict[Any, Value], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for row in criteria:
            cell = cells.get(row.id) or Value()
            key = str(row.id)
            self.fields[f"value-{key}"] = forms.DecimalField(
                label=_("Value"), required=False, initial=_shown(cell.value), max_digits=14, decimal_places=3
            )
            self.fields[f"none-{key}"] = forms.BooleanField(label=_("There is no datum"), required=False, initial=cell.no_datum)
            self.fields[f"year-{key}"] = forms.IntegerField(
                label=_("Year"), required=False, initial=cell.year, min_value=1950, max_value=2100
            )
            self.fields[f"source-{key}"] = forms.CharField(label=_("Source"), required=False, initial=cell.source, max_length=300)
            self.fields[f"scope-{key}"] = forms.ChoiceField(
                label=_("Of what"), required=False, initial=cell.scope, choices=[("", _("Choose one")), *SCOPES]
            )

            self.fields[f"note-{key}"] = forms.CharField(label=_("Note"), required=False, initial=cell.note, max_length=300)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for row in self.criteria:
            if said.get(f"none-{row.id}") and said.get(f"value-{row.id}") is not None:
                self.add_error(f"value-{row.id}", _("There is a value and “no datum” at once: keep one of the two."))
        return said

    def values(self) -> dict[Any, dict[str, Any]]:
        said = self.cleaned_data
        return {
            row.id: {
                "value": said[f"value-{row.id}"],
                "no_datum": said[f"none-{row.id}"],
                "year": said[f"year-{row.id}"],
                "source": said[f"source-{row.id}"],
                "scope": said[f"scope-{row.id}"],
                "note": said[f"note-{row.id}"],
            }
            for row in self.criteria
        }

    def parts(self) -> list[dict[str, Any]]:
        """The fields by criterion, as the page lays them out."""
        return [
            {"criterion": row, "fields": [self[f"{name}-{row.id}"] for name in ("value", "none", "year", "source", "scope", "note")]}
            for row in self.criteria
        ]
