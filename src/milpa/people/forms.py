"""What is typed on the pages of people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.people.giving import roles_to_give
from milpa.people.models.consent import USES
from milpa.people.models.institution import KINDS
from milpa.people.roles import ROLES

STAFF_ROLES = [(role.slug, role.name) for role in ROLES if role.is_staff]
LEARNER_ROLES = [(role.slug, role.name) for role in ROLES if not role.is_staff]
LANGUAGES = [
    ("es", "Español"),
    ("quc", "K'iche'"),
    ("cak", "Kaqchikel"),
    ("mam", "Mam"),
    ("kek", "Q'eqchi'"),
    ("cab", "Garífuna"),
    ("xin", "Xinka"),
    ("en", "English"),
]


class CodeForm(forms.Form):
    code = forms.CharField(label=_("Your code"), max_length=12, help_text=_("It is on your card: eight letters and numbers."))
    pin = forms.CharField(
        label=_("Your PIN"), max_length=6, widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "current-password"})
    )


class PinForm(forms.Form):
    pin = forms.CharField(
        label=_("New PIN"),
        max_length=6,
        help_text=_("Six digits that only you know."),
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same PIN again"),
        max_length=6,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
    )


def _offer_only(form: forms.Form, by: Any) -> None:
    """Of the roles, those that this person may give."""
    offered = roles_to_give(by)
    form.fields["role"].choices = [choice for choice in form.fields["role"].choices if choice[0] in offered]


class InviteForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    role = forms.ChoiceField(label=_("As"), choices=STAFF_ROLES)
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("Only to send the link. You can also copy it or show the QR."))

    def __init__(self, *values: Any, by: Any, **more: Any) -> None:
        super().__init__(*values, **more)
        _offer_only(self, by)


class AcceptForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("Your e-mail"), help_text=_("You will sign in with it."))
    password = forms.CharField(
        label=_("Password"),
        help_text=_("Ten characters or more. A short sentence is easy to remember and hard to guess."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class LearnerForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(label=_("Takes part as"), choices=LEARNER_ROLES)
    phone = forms.RegexField(
        label=_("Telephone"),
        regex=r"^\+?[0-9 \-]{8,15}$",
        required=False,
        error_messages={"invalid": _("Write eight digits, for example 5555 1234.")},
    )
    language = forms.ChoiceField(label=_("Language in which they prefer to learn"), choices=LANGUAGES)


class RoleForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    role = forms.ChoiceField(label=_("Role"), choices=[(role.slug, role.name) for role in ROLES])

    def __init__(self, *values: Any, by: Any, **more: Any) -> None:
        super().__init__(*values, **more)
        _offer_only(self, by)


class WhyForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class SelfForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    phone = forms.CharField(label=_("Telephone"), max_length=20, required=False)
    language = forms.ChoiceField(label=_("Language in which you prefer to learn"), choices=LANGUAGES)


class InstitutionForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    country = forms.CharField(label=_("Country"), max_length=2, help_text=_("Two letters: GT, SV, HN…"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=[])

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        from zoneinfo import available_timezones

        self.fields["zone"].choices = [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones()) if "/" in zone]


class ConsentForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    use = forms.ChoiceField(choices=USES)


class WithdrawForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)


class LeaveForm(forms.Form):
    sure = forms.CharField(label=_("Write ERASE to confirm"), max_length=10)
    secret = forms.CharField(label=_("Your password or PIN"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
