"""What is typed into the rows of the plan: objectives, budget, calendar, risks."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.strategies.forms import LONG, _text, figure
from milpa.strategies.labels import FIELD_LABELS
from milpa.strategies.models.plan import HOW_MUCH


class RowForm(SentForm):
    """A row of the plan. `values` gives what the action writes, `shares` what each contributes to a line of the budget."""

    def __init__(self, around: Any, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.around = around
        if "person" in self.fields:
            self.fields["person"].choices = [("", _("nobody by name")), *around.people]

    def values(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name in self.base_fields}
        for name in ("form_id", "revision"):
            said.pop(name)
        for name in ("person", "action"):
            if name in said:
                said[f"{name}_id"] = said.pop(name)
        return said

    def shares(self) -> list[tuple[UUID | None, str, Decimal]]:
        return []

    @staticmethod
    def of(row: Any) -> dict[str, Any]:
        """What the form shows of a row that is there."""
        initial = {field.attname.removesuffix("_id"): getattr(row, field.attname) for field in row._meta.fields if field.attname != "id"}
        return {name: figure(value) if isinstance(value, Decimal) else value for name, value in initial.items()}


class ObjectiveForm(RowForm):
    text = forms.CharField(label=_("Objective"), max_length=500, widget=LONG)
    indicator = _text("indicator", 200, lines=False)
    formula = _text("formula", 500)
    unit = _text("unit", 60, lines=False, help=_("For example: %, persons, of each 100."))
    disaggregation = _text("disaggregation", 200, lines=False, help=_("For example: sex, size, rural or urban."))
    baseline = forms.DecimalField(label=FIELD_LABELS["baseline"], required=False, max_digits=14, decimal_places=2)
    baseline_when = _text("baseline_when", 200, lines=False)
    baseline_on = forms.DateField(label=FIELD_LABELS["baseline_on"], required=False)
    target = forms.DecimalField(label=FIELD_LABELS["target"], required=False, max_digits=14, decimal_places=2)
    target_says = _text("target_says", 200, lines=False)
    source = _text("source", 200, lines=False)
    frequency = _text("frequency", 120, lines=False)


class BudgetForm(RowForm):
    """With one field for each institution that may contribute, and one for somebody else by name."""

    text = forms.CharField(label=_("What it pays"), max_length=200)
    action = forms.TypedChoiceField(label=FIELD_LABELS["action"], required=False, coerce=UUID, empty_value=None)
    amount = forms.DecimalField(label=FIELD_LABELS["amount"], min_value=0, max_digits=14, decimal_places=2)
    in_kind = forms.BooleanField(label=FIELD_LABELS["in_kind"], required=False)

    def __init__(self, around: Any, data: Any = None, **given: Any) -> None:
        super().__init__(around, data, **given)
        self.fields["action"].choices = [("", _("for all of them")), *around.actions]
        self.fields["amount"].label = f"{FIELD_LABELS['amount']} ({around.currency})"
        for institution, name in around.contributors.items():
            label = _("Of which {name} contributes").format(name=name)
            self.fields[f"share-{institution}"] = forms.DecimalField(
                label=label, required=False, min_value=0, max_digits=14, decimal_places=2
            )
        self.fields["other"] = forms.CharField(label=_("Somebody else contributes: who"), required=False, max_length=200)
        self.fields["other_amount"] = forms.DecimalField(label=_("How much"), required=False, min_value=0, max_digits=14, decimal_places=2)

    def shares(self) -> list[tuple[UUID | None, str, Decimal]]:
        said = self.cleaned_data
        own: list[tuple[UUID | None, str, Decimal]] = [
            (institution, name, said[f"share-{institution}"])
            for institution, name in self.around.contributors.items()
            if said[f"share-{institution}"]
        ]
        return [*own, (None, said["other"], said["other_amount"])] if said["other"] and said["other_amount"] else own

    @staticmethod
    def of(row: Any) -> dict[str, Any]:
        initial = RowForm.of(row)
        for share in row.shares.all():
            if share.institution_id:
                initial[f"share-{share.institution_id}"] = figure(share.amount)
            else:
                initial |= {"other": share.name, "other_amount": figure(share.amount)}
        return initial


class CalendarForm(RowForm):
    text = forms.CharField(label=_("What"), max_length=200)
    starts = forms.DateField(label=FIELD_LABELS["starts"])
    ends = forms.DateField(label=FIELD_LABELS["ends"], required=False)
    person = forms.TypedChoiceField(label=FIELD_LABELS["person"], required=False, coerce=UUID, empty_value=None)
    responsible = _text("responsible", 160, lines=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", _("It ends before it starts: correct one of the two days."))
        return said


class RiskForm(RowForm):
    text = forms.CharField(label=_("Risk"), max_length=500, widget=LONG)
    likelihood = forms.ChoiceField(label=FIELD_LABELS["likelihood"], choices=HOW_MUCH)
    impact = forms.ChoiceField(label=FIELD_LABELS["impact"], choices=HOW_MUCH)
    what = forms.CharField(label=FIELD_LABELS["what"], max_length=1000, widget=LONG)
    person = forms.TypedChoiceField(label=FIELD_LABELS["person"], required=False, coerce=UUID, empty_value=None)
    responsible = _text("responsible", 160, lines=False)


FORMS: dict[str, type[RowForm]] = {"objectives": ObjectiveForm, "budget": BudgetForm, "calendar": CalendarForm, "risks": RiskForm}
