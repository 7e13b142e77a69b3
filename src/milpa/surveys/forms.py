"""What staff type about a questionnaire. The survey's own answers are read by `rules.checking`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.surveys.models import ASKED_BY, KINDS, OTHER, WAYS

DAY = forms.DateInput(attrs={"type": "date"})


class DaysForm(forms.Form):
    opens = forms.DateField(label=_("First day"), required=False, widget=DAY)
    closes = forms.DateField(label=_("Last day"), required=False, widget=DAY)


class OpenForm(DaysForm):
    """One of our questionnaires."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What for"), choices=[pair for pair in KINDS if pair[0] != OTHER], widget=forms.RadioSelect)
    title = forms.CharField(label=_("What it is called"), max_length=160, required=False, help_text=_("Empty: the name of the survey."))
    field_order = ("form_id", "kind", "title", "opens", "closes")


class BringForm(DaysForm):
    """A survey of one's own."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    sheet = forms.FileField(label=_("The sheet"), widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}))
    kind = forms.ChoiceField(label=_("What for"), choices=KINDS, initial=OTHER)
    title = forms.CharField(label=_("What it is called"), max_length=160)
    is_anonymous = forms.BooleanField(
        label=_("Anonymous: answers are kept apart from names and read only once it is closed"), required=False
    )
    field_order = ("form_id", "sheet", "title", "kind", "is_anonymous", "opens", "closes")


class ChangeForm(DaysForm):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("What it is called"), max_length=160)
    field_order = ("revision", "title", "opens", "closes")


class AskForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    way = forms.ChoiceField(label=_("How you asked"), choices=[pair for pair in ASKED_BY if pair[0] != "link"])
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class DeclineForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("Reason, if they gave one"), max_length=300, required=False)


class IdForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """What stands around the answers: the id of the fact, and for whom. `who` are (id, name)."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    enterprise = forms.ChoiceField(label=_("For which enterprise"), required=False)
    corrects = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, enterprises: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["enterprise"].choices = [(str(one.id), one.name) for one in enterprises]


class TypeForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    way = forms.ChoiceField(label=_("How it came"), choices=[pair for pair in WAYS if pair[0] != "web"], widget=forms.RadioSelect)
    person = forms.ChoiceField(label=_("Who answered"), required=False)
    corrects = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, people: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("Somebody else of the enterprise")), *((str(one.pk), one.name) for one in people)]
