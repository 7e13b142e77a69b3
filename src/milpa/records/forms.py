"""What staff type about credentials and targets. What is wrong in substance is refused by the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.records.access.credentials import LONGEST_NAME
from milpa.records.access.scopes import SAYS
from milpa.records.forwarding.targets import Wanted
from milpa.records.models.forwarding import VERSIONS, ForwardTarget

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


class TargetForm(SentForm):
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

    def wanted(self) -> Wanted:
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if name not in ("form_id", "revision")})

    def add_error(self, field: Any, error: Any) -> None:
        """A refusal stands beside what it is about."""
        super().add_error(field or getattr(self.refusal, "field", None), error)


class ChangeTargetForm(TargetForm):
    """The same of a target that is there: its key and secret stay unless both are written."""

    def __init__(self, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        for name in ("key", "secret"):
            self.fields[name].required = False
        self.fields["key"].help_text = _("Leave key and secret empty to keep those that are stored. Another address needs them again.")
        self.fields["from_the_start"].label = _("Send everything again, from the first statement on")

    @staticmethod
    def initial_of(target: ForwardTarget) -> dict[str, Any]:
        lists = {"verbs": "\n".join(target.verbs), "activities": "\n".join(target.activities)}
        return {name: getattr(target, name) for name in ("name", "address", "version", "only_own")} | lists


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
