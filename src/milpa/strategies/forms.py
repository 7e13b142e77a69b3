"""What is typed on the pages of the strategy."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from milpa.guide.sent import SentForm
from milpa.strategies.actions.suggesting import TEXTS
from milpa.strategies.currencies import CURRENCIES
from milpa.strategies.labels import FIELD_LABELS
from milpa.strategies.models.action import KINDS, LANGUAGES, MODALITIES
from milpa.strategies.models.sending import WAYS
from milpa.strategies.models.suggestions import ANSWERS
from milpa.strategies.models.suggestions import KINDS as SAID_KINDS
from milpa.web.formats import number

LONG = forms.Textarea(attrs={"rows": 3})


def _text(name: str, most: int = 2000, *, required: bool = False, lines: bool = True, help: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3}) if lines else forms.TextInput()
    return forms.CharField(label=FIELD_LABELS[name], max_length=most, required=required, widget=widget, help_text=help)


class DescribeForm(SentForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    currency = forms.ChoiceField(label=_("Currency of all amounts"), choices=[(code, code) for code in CURRENCIES])


class SectionForm(SentForm):
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("**bold**, - lists, | tables |. Short sentences that everybody who signs understands."),
    )
    why = forms.CharField(label=_("What you changed, for who reads the revisions"), max_length=200, required=False)


class ActionForm(SentForm):
    """The training action sheet. People and needs to choose from are given by the view."""

    name = _text("name", 160, required=True, lines=False)
    kind = forms.ChoiceField(label=FIELD_LABELS["kind"], choices=KINDS)
    answers = forms.TypedMultipleChoiceField(
        label=FIELD_LABELS["answers"], required=False, coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    why_no_need = _text("why_no_need", 500, help=_("For example: it is the basis of the distance courses."))
    for_whom = _text("for_whom")
    learning_outcome = _text("learning_outcome", help=_("With verbs that one can see done."))
    level = _text("level", 80, lines=False)
    modality = forms.ChoiceField(label=FIELD_LABELS["modality"], choices=[("", _("Choose one")), *MODALITIES], required=False)
    modality_says = _text("modality_says", 500)
    hours = forms.DecimalField(label=FIELD_LABELS["hours"], required=False, min_value=0, max_digits=6, decimal_places=1)
    weeks = forms.IntegerField(label=FIELD_LABELS["weeks"], required=False, min_value=0, max_value=520)
    places = forms.IntegerField(label=FIELD_LABELS["places"], required=False, min_value=0, max_value=1_000_000)
    starts = forms.DateField(label=FIELD_LABELS["starts"], required=False)
    cost = forms.DecimalField(label=FIELD_LABELS["cost"], required=False, min_value=0, max_digits=14, decimal_places=2)
    ict_needed = _text("ict_needed", 500, help=_("Telephone, signal, data; who pays for the data."))
    depends_on = forms.TypedChoiceField(label=FIELD_LABELS["depends_on"], required=False, coerce=UUID, empty_value=None)
    instructor_profile = _text("instructor_profile", 500)
    recognition = _text("recognition", 500)
    standard = _text("standard", 500)
    event_code = _text("event_code", 40, lines=False)
    language = forms.MultipleChoiceField(
        label=FIELD_LABELS["language"], choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )
    language_support = _text("language_support", 300, lines=False)
    offered_to_workers = forms.BooleanField(
        label=FIELD_LABELS["offered_to_workers"], required=False, help_text=_("In working time or compensated.")
    )
    person = forms.TypedChoiceField(label=FIELD_LABELS["person"], required=False, coerce=UUID, empty_value=None)
    responsible = _text("responsible", 160, lines=False, help=_("A post or an institution, if it is not one of these people."))

    def __init__(self, around: Any, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["answers"].choices = around.needs
        self.fields["depends_on"].choices = [("", _("nothing")), *around.actions]
        self.fields["person"].choices = [("", _("nobody by name")), *around.people]
        self.fields["cost"].label = f"{FIELD_LABELS['cost']} ({around.currency})"
        if not around.needs:
            del self.fields["answers"]

    def sheet(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("form_id", "revision", "person")}
        return said | {"person_id": self.cleaned_data["person"]}


class ExplainForm(SentForm):
    reason = forms.CharField(label=_("Why it has no training action"), max_length=500, required=False, widget=LONG)


class ServeForm(SentForm):
    action = forms.TypedChoiceField(label=FIELD_LABELS["action"], coerce=UUID)

    def __init__(self, actions: list[tuple[str, str]], data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["action"].choices = actions


class SuggestForm(SentForm):
    kind = forms.ChoiceField(label=_("What is it?"), choices=SAID_KINDS, widget=forms.RadioSelect, initial="change")
    quote = forms.CharField(
        label=_("The passage"),
        required=False,
        max_length=4000,
        widget=LONG,
        help_text=_("Copied from the text. Left empty, the new words are added at the end."),
    )
    words = forms.CharField(label=_("The words you propose"), required=False, strip=False, max_length=4000, widget=LONG)
    text = forms.CharField(
        label=_("Why, or what you ask or say"), required=False, max_length=2000, widget=LONG, help_text=_("In your own words.")
    )
    field = forms.ChoiceField(label=_("Of the sheet, what"), required=False, choices=[("", "")])
    for_whom = forms.CharField(
        label=_("Who said it, if it was an owner or a worker"),
        required=False,
        max_length=120,
        help_text=_("Their name as the register has it. It counts as theirs, marked as typed by you."),
    )

    def __init__(self, data: Any = None, *, of_action: bool = False, may_type_for: bool = False, **given: Any) -> None:
        super().__init__(data, **given)
        if of_action:
            self.fields["field"].choices = [("", _("the whole sheet")), *((name, FIELD_LABELS[name]) for name in TEXTS)]
        else:
            del self.fields["field"]
        if not may_type_for:
            del self.fields["for_whom"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == "change" and "field" in self.fields and not said.get("field"):
            self.add_error("field", _("Choose the part of the sheet whose words change."))
        return said


class AnswerForm(SentForm):
    kind = forms.ChoiceField(label=_("What happens with it"), choices=ANSWERS, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Your answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was done, or why not. Thanks alone are no answer."),
    )


class TogetherForm(SentForm):
    """Several changes, taken up in one revision. `changes`: (id, label, why) of those that can be."""

    suggestions = forms.TypedMultipleChoiceField(
        label=_("The changes to take up"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Mark the changes to take up.")},
    )
    text = forms.CharField(label=_("Your answer to all of them"), max_length=2000, required=False, widget=LONG)
    why = forms.CharField(label=_("What you changed, for who reads the revisions"), max_length=200, required=False)

    def __init__(self, changes: list[tuple[str, str]], data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["suggestions"].choices = changes


class SendForm(SentForm):
    """`enterprises`: how many stand in the register, and how many of them it was not sent to yet."""

    whom = forms.ChoiceField(label=_("Which enterprises received it"), widget=forms.RadioSelect)
    names = forms.CharField(
        label=_("Their names, one a line"),
        required=False,
        widget=LONG,
        help_text=_("As the register has them. Only for “those named here”."),
    )
    board = forms.BooleanField(label=_("The board of the counterpart received it too"), required=False)
    way = forms.ChoiceField(label=_("How it was sent"), choices=WAYS, widget=forms.RadioSelect, initial="message")
    on = forms.DateField(label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(
        label=_("Until when you ask for their word"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("It stands on their home page. Seven days are the least that the guide counts as time to decide."),
    )

    def __init__(self, data: Any = None, *, enterprises: int, rest: int, **given: Any) -> None:
        super().__init__(data, **given)
        every = ngettext("the one of the register", "all {n} of the register", enterprises)
        left = ngettext("the one that has not received it yet", "the {n} that have not received it yet", rest)
        choices = [("all", every.format(n=number(enterprises)))] if enterprises else []
        choices += [("rest", left.format(n=number(rest)))] if 0 < rest < enterprises else []
        choices += [("named", _("those named here"))] if enterprises else []
        self.fields["whom"].choices = [*choices, ("none", _("none: only the board"))]


class ReasonForm(SentForm):
    why = forms.CharField(label=_("Reason"), max_length=2000, widget=LONG, help_text=_("It stays visible beside the text."))


class SignForm(SentForm):
    capacity = forms.CharField(label=_("You sign as"), max_length=120, required=False, help_text=_("For example: president, director."))


class DeclineForm(ReasonForm):
    side = forms.TypedChoiceField(label=_("Who does not sign"), coerce=UUID)

    def __init__(self, sides: list[tuple[str, str]], data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["side"].choices = sides


def figure(value: Decimal | None) -> str:
    """A number as people write it: 10800, not 10800.00."""
    return "" if value is None else format(value.normalize(), "f")
