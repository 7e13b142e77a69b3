"""What is typed on the pages of results."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.results.actions.giving_back import Meeting
from milpa.results.actions.reading import Definition, Reported
from milpa.results.actions.reporting import Written
from milpa.results.models import Indicator, Report
from milpa.results.models.own_word import WORDS


def _day(label: Any, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}))


def _long(label: Any, rows: int = 4, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=8000, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


def _amount(label: Any, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(label=label, required=False, max_digits=16, decimal_places=4, help_text=help_text)


class IndicatorForm(SentForm):
    name = forms.CharField(label=_("What it counts"), max_length=200)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    baseline = _amount(_("Where it starts from"))
    target = _amount(_("Where it should be"))
    how = _long(_("How it is worked out, and who collects it"), rows=3)

    def __init__(self, data: Any = None, *, indicator: Indicator | None = None) -> None:
        first = {name: getattr(indicator, name) for name in Definition.__slots__} if indicator else {}
        super().__init__(data, revision=indicator.revision if indicator else None, initial=first)

    def definition(self) -> Definition:
        return Definition(**{name: self.cleaned_data[name] for name in Definition.__slots__})


class ReadingForm(SentForm):
    value = _amount(_("Figure"))
    words = _long(_("The words of the source"), rows=3, help_text=_("If you write them, they stand wherever the figure stands."))
    on = _day(_("Day it speaks of"))
    period = forms.CharField(label=_("Or the period, in words"), max_length=80, required=False)
    people = forms.IntegerField(
        label=_("How many people it rests on"), required=False, min_value=0, help_text=_("Leave it empty if the source does not say.")
    )
    formula = forms.CharField(label=_("How the source worked it out"), max_length=300, required=False)
    source = _long(_("Where it comes from"), rows=2, required=True)
    link = forms.URLField(label=_("Address of the source"), max_length=500, required=False, assume_scheme="https")
    file = forms.FileField(label=_("File that shows it"), required=False, help_text=_("A photograph, a PDF, a sheet or a text."))
    is_illustrative = forms.BooleanField(label=_("It is invented, to show how it works"), required=False)

    def reported(self) -> Reported:
        return Reported(**{name: self.cleaned_data[name] for name in Reported.__slots__ if name in self.cleaned_data})


class WhyForm(SentForm):
    why = _long(_("Why"), rows=2, required=True)


class ReportForm(SentForm):
    title = forms.CharField(label=_("Title of the report"), max_length=200)
    since = _day(_("It speaks of the time from"))
    until = _day(_("to"))
    due_on = _day(_("It is due on"))
    done = _long(_("What was done"), rows=6)
    learnt = _long(_("What was learnt, and what did not go as planned"), rows=6)
    coming = _long(_("What comes next"), rows=4)

    def __init__(self, data: Any = None, *, report: Report | None = None) -> None:
        first = {name: getattr(report, name) for name in Written.__slots__} if report else {}
        super().__init__(data, revision=report.revision if report else None, initial=first)

    def written(self) -> Written:
        return Written(**{name: self.cleaned_data[name] for name in Written.__slots__})


class SendForm(SentForm):
    """`partners`: (id, name) of those that take part; all are chosen to begin with."""

    to = forms.TypedMultipleChoiceField(label=_("Who receives it"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple())

    def __init__(self, data: Any = None, *, report: Report, partners: list[tuple[str, str]]) -> None:
        super().__init__(data, revision=report.revision, initial={"to": [id for id, _name in partners]})
        self.fields["to"].choices = partners  # type: ignore[attr-defined]  # a choice field


class MeetingForm(SentForm):
    on = _day(_("Day of the meeting"), required=True)
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    people = forms.IntegerField(label=_("How many people came"), required=False, min_value=0)
    enterprises = forms.TypedMultipleChoiceField(
        label=_("Which enterprises came"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple()
    )
    board_came = forms.BooleanField(label=_("Somebody of the association's board was there"), required=False)
    notes = _long(_("What was said and agreed"), rows=4)
    follow_up_on = _day(
        _("Date of the follow-up"), help_text=_("It is put in the calendar. The guide asks for it at three and six months.")
    )

    def __init__(self, data: Any = None, *, enterprises: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["enterprises"].choices = enterprises  # type: ignore[attr-defined]  # a choice field
        if not enterprises:
            del self.fields["enterprises"]

    def meeting(self) -> Meeting:
        return Meeting(**{name: self.cleaned_data[name] for name in Meeting.__slots__})


class AskForm(SentForm):
    phase = forms.CharField(widget=forms.HiddenInput)


class OwnWordForm(SentForm):
    word = forms.ChoiceField(label=_("Did what you said change anything?"), choices=WORDS, widget=forms.RadioSelect())
    because = forms.CharField(
        label=_("What changed, or what did not"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
