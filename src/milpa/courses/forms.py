"""What learners send by forms."""

from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.courses import quizzes
from milpa.courses.pinned import Lesson
from milpa.guide import sent
from milpa.ledger.refusals import Refusal


class SentForm(forms.Form):
    """The id made when the form was shown, and the revision that it was made from."""

    id = forms.UUIDField()
    revision = forms.IntegerField(required=False)


@dataclass(frozen=True)
class QuizForm:
    """What was answered so far, and what is wrong with it: for showing the questions again."""

    answers: quizzes.Answers = field(default_factory=dict)
    lesson: Lesson | None = None
    errors: tuple[dict[str, Any], ...] = ()

    @classmethod
    def empty(cls) -> "QuizForm":
        return cls()

    def refused(self, refusal: Refusal) -> "QuizForm":
        """Each question without an answer is led to; any other refusal stands by itself."""
        missing = quizzes.missing(self.lesson, self.answers) if self.lesson else []
        errors = [
            {"label": question.prompt, "message": _("choose or write an answer"), "id": f"id_q-{question.id}"} for question in missing
        ]
        return replace(self, errors=tuple(errors) or ({"label": "", "message": str(refusal), "id": ""},))

    def place_of(self, question: str, position: int) -> str:
        """The place given to an option of a question to order, "" if none was."""
        given = self.answers.get(question, ())
        return str(list(given).index(str(position)) + 1) if str(position) in given else ""


class PracticeForm(forms.Form):
    form_id = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=gettext_lazy("In your own words"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    photo = forms.FileField(label=gettext_lazy("A photograph"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"}))


class HelpForm(sent.SentForm):
    text = forms.CharField(
        label=gettext_lazy("What is not clear, or does not work"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


class CodeForm(forms.Form):
    code = forms.CharField(label=gettext_lazy("Code of the course"), max_length=20)


class EnrolForm(forms.Form):
    """Sent from the public page by who may have a place. `way`: how they came to it."""

    id = forms.UUIDField()
    enterprise = forms.UUIDField(required=False)
    kinds = forms.MultipleChoiceField(required=False, choices=[("women", ""), ("micro", ""), ("rural", "")])
    group = forms.UUIDField(required=False)
    way = forms.ChoiceField(required=False, choices=[("link", ""), ("qr", ""), ("code", "")])


class LeaveForm(forms.Form):
    id = forms.UUIDField()
    why = forms.CharField(required=False, max_length=500)
