"""What is typed of a course, its units, practices and lessons, apart from the parts of a lesson."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.course import COURSE, KINDS
from milpa.guide.sent import SentForm

TASKS = [("", _("none")), *((f"B{n}", f"B{n}") for n in range(1, 11))]
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]


def _long(label: Any, most: int, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


def _percent(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=100, required=False)


def share(percent: int | None) -> Decimal | None:
    return None if percent is None else Decimal(percent) / 100


def percent(share: Decimal | None) -> int | None:
    return None if share is None else int(share * 100)


class NewCourseForm(SentForm):
    title = forms.CharField(label=_("What the course is called"), max_length=160)
    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS, initial=COURSE)
    language = forms.ChoiceField(label=_("Language it is written in"), choices=LANGUAGES)


class CourseForm(SentForm):
    """What the course says of itself, and what it proposes for the certificate."""

    title_es = forms.CharField(label=_("Title in Spanish"), max_length=160, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    summary = _long(_("For whom it is and what is in it"), 2000, required=False)
    outcome = _long(_("What people will be able to do at its end"), 2000, required=False)
    hours = forms.DecimalField(label=_("Hours in all"), min_value=0, max_value=9999, decimal_places=1)
    gives_certificate = forms.BooleanField(label=_("It gives a certificate"), required=False)
    lessons = _percent(_("For it: lessons done, in percent"))
    attendance = _percent(_("For it: sessions attended, in percent"))
    practices = forms.IntegerField(label=_("For it: practices well done"), min_value=0, max_value=50, required=False)
    quiz = _percent(_("For it: points in quizzes, in percent"))

    @staticmethod
    def initial_of(course: Any) -> dict[str, Any]:
        own = {name: getattr(course, name) for name in ("summary", "outcome", "hours", "gives_certificate")}
        shares = {name: percent(getattr(course, f"certificate_{name}")) for name in ("lessons", "attendance", "quiz")}
        titles = {f"title_{language}": course.title.get(language, "") for language in ("es", "en")}
        return own | shares | titles | {"practices": course.certificate_practices}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not (said.get("title_es") or said.get("title_en")):
            self.add_error("title_es", _("Write how the course is called, in one language at least."))
        return said

    def sheet(self) -> dict[str, Any]:
        said = self.cleaned_data
        title = {language: said[f"title_{language}"] for language in ("es", "en") if said[f"title_{language}"]}
        rules = {f"certificate_{name}": share(said[name]) for name in ("lessons", "attendance", "quiz")}
        own = {name: said[name] for name in ("summary", "outcome", "hours", "gives_certificate")}
        return {"title": title, **own, **rules, "certificate_practices": said["practices"]}


class UnitForm(SentForm):
    title = forms.CharField(label=_("What the unit is called"), max_length=160)
    goal = _long(_("What they can do at its end"), 600, 2, required=False)
    task = forms.ChoiceField(
        label=_("Practical task that it levels"), choices=TASKS, required=False, help_text=_("Only for remedial units.")
    )


class PracticeForm(SentForm):
    title = forms.CharField(label=_("What the practice is called"), max_length=160)
    prompt = _long(_("What they do in their own business, step by step"), 4000, 5)
    asks_photo = forms.BooleanField(label=_("A photograph is asked for"), required=False)
    guide = _long(_("What the instructor looks at"), 4000, 4, required=False, help_text=_("Learners do not see it."))


class NewLessonForm(SentForm):
    title = forms.CharField(label=_("New lesson in this unit"), max_length=160)


class LessonForm(SentForm):
    title = forms.CharField(label=_("What the lesson is called"), max_length=160)
    minutes = forms.IntegerField(label=_("Minutes, as learners read it"), min_value=1, max_value=60)
    is_optional = forms.BooleanField(label=_("It does not count for finishing the course"), required=False)
    pass_share = forms.IntegerField(label=_("To pass its questions, in percent"), min_value=0, max_value=100)
    serves = forms.TypedMultipleChoiceField(
        label=_("Training actions that it serves"), choices=[], coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, actions: list[tuple[str, str]], revision: int, initial: Any = None) -> None:
        super().__init__(data, revision=revision, initial=initial)
        self.fields["serves"].choices = actions  # type: ignore[attr-defined]  # a choice field: set in the class body
        if not actions:
            del self.fields["serves"]

    @staticmethod
    def initial_of(lesson: Any, serves: Collection[str]) -> dict[str, Any]:
        own = {name: getattr(lesson, name) for name in ("title", "minutes", "is_optional")}
        return own | {"pass_share": percent(lesson.pass_share), "serves": list(serves)}

    def sheet(self) -> dict[str, Any]:
        said = self.cleaned_data
        own = {name: said[name] for name in ("title", "minutes", "is_optional")}
        return own | {"pass_share": share(said["pass_share"])}


class UnitChoiceForm(SentForm):
    """`units`: (id, title) of the other units of the course."""

    form_id = forms.UUIDField(required=False)
    unit = forms.TypedChoiceField(label=_("To which unit"), coerce=UUID)

    def __init__(self, units: list[tuple[str, str]], data: Any = None, *, revision: int) -> None:
        super().__init__(data, revision=revision)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]  # a choice field: set in the class body


class PublishForm(SentForm):
    why = _long(_("Why it goes out although something is left to mend"), 1000, 2, required=False)

    def __init__(self, data: Any = None, *, problems: bool, revision: int) -> None:
        super().__init__(data, revision=revision)
        if not problems:
            del self.fields["why"]


class VerbForm(SentForm):
    """A verb with nothing to fill in: moved, taken away."""

    form_id = forms.UUIDField(required=False)
