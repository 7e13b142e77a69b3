"""What staff type about credentials and targets. What is wrong in substance is refused by the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.records.access.credentials import LONGEST_NAME
from milpa.records.access.scopes import SAYS
from milpa.records.models.forwarding import VERSIONS

GRACES = [("0", _("not at all: from now on only the new one")), ("1", _("one hour")), ("24", _("one day")), ("168", _("one week"))]


class CredentialForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("How the tool is called"), max_length=LONGEST_NAME)
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), choices=list(SAYS.items()), widget=forms.CheckboxSelectMultiple, initial=["statements/write"]
    )


class RotateForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    grace = forms.TypedChoiceField(
        label=_("How long the old secret goes on"), choices=GRACES, coerce=int, initial="24", widget=forms.RadioSelect
    )


class TargetForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Who gets the statements"), max_length=120)
    address = forms.CharField(
        label=_("Address of their record store"), max_length=500, help_text=_("Its endpoint, as in https://lrs.example.org/xapi/.")
    )
    version = forms.ChoiceField(label=_("Version of xAPI that it speaks"), choices=VERSIONS, initial="2.0.0")
    key = forms.CharField(label=_("Key that they gave you"), max_length=300)
    secret = forms.CharField(
        label=_("Secret that they gave you"), max_length=300, strip=False, widget=forms.PasswordInput(render_value=False),
        help_text=_("It is kept encrypted and never shown again."),
    )  # fmt: skip
    only_own = forms.BooleanField(label=_("Only what our own courses wrote"), required=False)
    verbs = forms.CharField(
        label=_("Only these verbs"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Their identifiers, one on each line. Empty: all."),
    )  # fmt: skip
    activities = forms.CharField(
        label=_("Only activities that begin with"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Beginnings of identifiers, one on each line. Empty: all."),
    )  # fmt: skip
    from_the_start = forms.BooleanField(label=_("Also what is stored already, from the first statement on"), required=False)

    def clean_verbs(self) -> list[str]:
        return _lines(self.cleaned_data["verbs"])

    def clean_activities(self) -> list[str]:
        return _lines(self.cleaned_data["activities"])

    def wanted(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "form_id"}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
