"""What is sent to the practical diagnosis by forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.readiness.models import CHOICES, OUTCOMES
from milpa.readiness.rules.gaps import Form
from milpa.readiness.tasks.catalogue import TASKS


class ChoiceForm(forms.Form):
    """One of four buttons. `tasks` are the gaps that stood on the page."""

    id = forms.UUIDField()
    choice = forms.ChoiceField(choices=CHOICES)
    tasks = forms.CharField(max_length=60)
    programme = forms.UUIDField(required=False)

    def clean_tasks(self) -> list[str]:
        tasks: list[str] = self.cleaned_data["tasks"].split()
        if not set(tasks) <= set(TASKS):
            raise forms.ValidationError(_("That is no practical task."))
        return tasks


class SeenForm(forms.Form):
    """What somebody who accompanies saw."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    task = forms.ChoiceField(label=_("Task"), choices=[(task, task) for task in TASKS])
    form = forms.ChoiceField(widget=forms.HiddenInput, choices=[(form.value, form.value) for form in Form])
    outcome = forms.ChoiceField(label=_("How was it done?"), choices=OUTCOMES, widget=forms.RadioSelect)
