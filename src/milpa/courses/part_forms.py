"""What is typed for one part of a lesson: a text, a picture, a sound, a video, a sheet to fill in, or a question of the quiz.

`content()` gives the columns of the part's row (a `Block` or a `Question`), `initial_of` takes them.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.courses import worksheet_text
from milpa.courses.refusals import SheetUnreadable
from milpa.guide.sent import SentForm
from milpa.web.uploads.accept import family_words

Plain = dict[str, Any]


def _long(label: Any, rows: int, help_text: Any = "", required: bool = True, most: int = 20_000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class PartForm(SentForm):
    """`kind` and `part_id` travel with the form; `families`: which files fit, empty for a part without one."""

    kind = ""
    families: tuple[str, ...] = ()

    def __init__(self, data: Any = None, files: Any = None, *, revision: int, part: Plain | None = None, part_id: Any = "") -> None:
        super().__init__(data, files, revision=revision, initial=self.initial_of(part) if part else None)
        self.part_id = part_id
        if self.families:
            self.fields["file"].required = part is None

    @property
    def limit(self) -> str:
        return family_words(self.families) if self.families else ""

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        return dict(part)

    def content(self) -> Plain:
        raise NotImplementedError


class TextForm(PartForm):
    kind = "text"
    text = _long(gettext_lazy("Text"), 12, gettext_lazy("**bold**, lists with - and quotations with > are understood. Short sentences."))

    def content(self) -> Plain:
        return {"text": self.cleaned_data["text"]}


class ImageForm(PartForm):
    kind, families = "image", ("picture",)
    file = forms.FileField(label=gettext_lazy("Picture"))
    alt = _long(
        gettext_lazy("What is seen in it"), 3, gettext_lazy("For who does not see it, or saves data. One or two sentences."), False, 500
    )
    is_decorative = forms.BooleanField(label=gettext_lazy("It only decorates: it needs no description"), required=False)

    def content(self) -> Plain:
        return {name: self.cleaned_data[name] for name in ("alt", "is_decorative")}


class AudioForm(PartForm):
    kind, families = "audio", ("audio",)
    file = forms.FileField(label=gettext_lazy("Sound"))
    seconds = forms.IntegerField(label=gettext_lazy("How long it is, in seconds"), min_value=1, max_value=3600)
    transcript = _long(
        gettext_lazy("What is said in it"), 6, gettext_lazy("Word by word: some cannot hear it, some cannot turn the sound on."), False
    )
    text = forms.CharField(label=gettext_lazy("Who speaks"), max_length=200, required=False)

    def content(self) -> Plain:
        return {name: self.cleaned_data[name] for name in ("seconds", "transcript", "text")}


class VideoForm(PartForm):
    kind, families = "video", ("video",)
    file = forms.FileField(label=gettext_lazy("Video"))
    seconds = forms.IntegerField(label=gettext_lazy("How long it is, in seconds"), min_value=1, max_value=3600)
    transcript = _long(gettext_lazy("What is said and seen in it"), 6, "", False)
    is_captioned = forms.BooleanField(label=gettext_lazy("Its words can be read in the picture, or it has none"), required=False)

    def content(self) -> Plain:
        return {name: self.cleaned_data[name] for name in ("seconds", "transcript", "is_captioned")}


class WorksheetForm(PartForm):
    """Three shapes: a table to fill in by hand, fields that are computed, or rows and columns that are computed with their totals."""

    kind = "worksheet"
    title = forms.CharField(label=gettext_lazy("What the sheet is called"), max_length=160)
    shape = forms.ChoiceField(
        label=gettext_lazy("How it is made"),
        choices=[
            (worksheet_text.FIELDS, gettext_lazy("Fields one below the other, some computed")),
            (worksheet_text.TABLE, gettext_lazy("Rows and columns, some computed")),
            (worksheet_text.BLANK, gettext_lazy("A table to fill in by hand")),
        ],
    )
    cells = _long(
        gettext_lazy("Fields, or columns"),
        8,
        gettext_lazy(
            "One a line: name | words that are read | unit | formula | example. In a table by hand, only the words. "
            "For example: cost | What a night costs me | Q | fixed / nights | 145"
        ),
    )
    rows = _long(gettext_lazy("Rows"), 3, gettext_lazy("One a line; in a table by hand, how many."), False)
    totals = _long(gettext_lazy("Totals"), 4, gettext_lazy("As the fields; sum(income) adds up a column."), False)
    example = _long(gettext_lazy("Example"), 3, gettext_lazy("A sentence; in a table, rows filled in, with bars between the cells."), False)

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        return {"title": part["title"], **worksheet_text.texts_of(part["sheet"])}

    def clean(self) -> Plain:
        said = super().clean() or {}
        texts = {name: said.get(name, "") for name in ("shape", "cells", "rows", "totals", "example")}
        try:
            said["sheet"] = worksheet_text.sheet_of(**texts)
        except SheetUnreadable as problem:
            self.add_error("cells", str(problem))
        return said

    def content(self) -> Plain:
        return {name: self.cleaned_data[name] for name in ("title", "sheet")}


class QuestionForm(PartForm):
    prompt = _long(
        gettext_lazy("Question"), 3, gettext_lazy("About something that happens to them: “Doña Rosa wants to know… What does she do?”")
    )
    feedback_right = _long(gettext_lazy("What is said to a right answer"), 2, required=False)
    feedback_wrong = _long(gettext_lazy("What is said to a wrong answer"), 2, gettext_lazy("Why, without scolding."), required=False)

    field_order = ("prompt", "options", "value", "accepted", "tolerance", "unit", "feedback_right", "feedback_wrong")

    def said(self) -> Plain:
        return {name: self.cleaned_data[name] for name in ("prompt", "feedback_right", "feedback_wrong")}


OPTIONS_HELP = gettext_lazy("One a line, two to eight. Put an asterisk before the right one: *Counts who comes back")


class ChoiceForm(QuestionForm):
    kind = "choice"
    options = _long(gettext_lazy("Answers to choose from"), 5, OPTIONS_HELP)

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        lines = [f"{'*' if place in part['right'] else ''}{text}" for place, text in enumerate(part["options"])]
        return part | {"options": "\n".join(lines)}

    def clean_options(self) -> list[str]:
        options = _lines(self.cleaned_data["options"])
        if not 2 <= len(options) <= 8:
            raise forms.ValidationError(_("Write two to eight answers, one a line."))
        rights = [line for line in options if line.startswith("*")]
        if self.kind == "choice" and len(rights) != 1:
            raise forms.ValidationError(_("Put an asterisk before the right one, and only before it."))
        if not rights:
            raise forms.ValidationError(_("Put an asterisk before each right one."))
        return options

    def content(self) -> Plain:
        options = self.cleaned_data["options"]
        rights = [n for n, line in enumerate(options) if line.startswith("*")]
        texts = [line.lstrip("*").strip() for line in options]
        return self.said() | {"options": texts, "right": rights}


class MultipleForm(ChoiceForm):
    kind = "multiple"
    options = _long(
        gettext_lazy("Answers to mark"), 6, gettext_lazy("One a line, two to eight. Put an asterisk before each that is to be marked.")
    )


class OrderingForm(QuestionForm):
    kind = "ordering"
    options = _long(
        gettext_lazy("Steps in the right order"), 5, gettext_lazy("One a line. They are shown to the learner in another order.")
    )

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        return part | {"options": "\n".join(part["options"][n] for n in part["right"])}

    def clean_options(self) -> list[str]:
        options = _lines(self.cleaned_data["options"])
        if not 2 <= len(set(options)) == len(options) <= 8:
            raise forms.ValidationError(_("Write two to eight different steps, one a line."))
        return options

    def content(self) -> Plain:
        """Shown turned by half, so that no step stands where it belongs; `right` leads back."""
        steps = self.cleaned_data["options"]
        turn = len(steps) // 2
        shown = steps[turn:] + steps[:turn]
        return self.said() | {"options": shown, "right": [shown.index(step) for step in steps]}


class NumberForm(QuestionForm):
    kind = "number"
    value = forms.DecimalField(label=gettext_lazy("Right number"), max_digits=14, decimal_places=4)
    tolerance = forms.DecimalField(
        label=gettext_lazy("May differ by"),
        min_value=0,
        max_digits=14,
        decimal_places=4,
        required=False,
        help_text=gettext_lazy("0 if it must be exact."),
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=30, required=False)

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        """150, not 150.0000."""
        return part | {name: f"{part[name].normalize():f}" for name in ("value", "tolerance") if part[name] is not None}

    def content(self) -> Plain:
        said = self.cleaned_data
        return self.said() | {"value": said["value"], "tolerance": said["tolerance"] or Decimal(0), "unit": said["unit"]}


class ShortForm(QuestionForm):
    kind = "short"
    accepted = _long(
        gettext_lazy("Answers that are taken as right"),
        4,
        gettext_lazy("One a line, also with the usual slips. Capitals and accents do not matter."),
    )

    @staticmethod
    def initial_of(part: Plain) -> Plain:
        return part | {"accepted": "\n".join(part["accepted"])}

    def clean_accepted(self) -> list[str]:
        return _lines(self.cleaned_data["accepted"])

    def content(self) -> Plain:
        return self.said() | {"accepted": self.cleaned_data["accepted"]}


BLOCKS: dict[str, type[PartForm]] = {form.kind: form for form in (TextForm, ImageForm, AudioForm, VideoForm, WorksheetForm)}
QUESTIONS: dict[str, type[PartForm]] = {form.kind: form for form in (ChoiceForm, MultipleForm, OrderingForm, NumberForm, ShortForm)}
FORMS = BLOCKS | QUESTIONS
KINDS = [
    ("text", gettext_lazy("Text")),
    ("image", gettext_lazy("Picture")),
    ("audio", gettext_lazy("Sound")),
    ("video", gettext_lazy("Video")),
    ("worksheet", gettext_lazy("Sheet to fill in")),
    ("choice", gettext_lazy("Question: choose one")),
    ("multiple", gettext_lazy("Question: mark several")),
    ("ordering", gettext_lazy("Question: put in order")),
    ("number", gettext_lazy("Question: a number")),
    ("short", gettext_lazy("Question: a few words")),
]
