"""Writing a lesson: its parts one by one, with what it weighs said beside."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.courses import outline, pinned, weighing
from milpa.courses.actions import lessons
from milpa.courses.actions.parts import move_part, remove_part, save_part
from milpa.courses.authoring_forms import LessonForm, UnitChoiceForm, VerbForm
from milpa.courses.models import Course, Lesson
from milpa.courses.part_forms import FORMS, KINDS, PartForm
from milpa.courses.views import authoring
from milpa.courses.views.desk_fetching import WRITE, around, course_of
from milpa.people.doors import may
from milpa.strategies.models import TrainingAction

LAST = 10_000  # a place beyond the end is the end


def lesson_of(course: Course, lesson: UUID) -> Lesson:
    """Raises Http404."""
    return get_object_or_404(Lesson.objects.filter(unit__course=course).select_related("unit"), id=lesson)


def show(request: Any, course: Course, lesson: Lesson, part_form: PartForm | None = None, refused: str = "", **forms: Any) -> HttpResponse:
    """The lesson with its parts; `part_form` stands in the place of the part that it edits, or below for a new one."""
    whole = forms.get("whole") or pinned.draft_of(course).lesson(lesson.pk)
    parts = outline.parts_of(whole)
    lesson_form = forms.get("lesson_form") or _lesson_form(course, lesson, whole.serves)
    editing = str(part_form.part_id) if part_form else ""
    words = dict(KINDS)
    values = {
        "course": {"id": course.pk, "title": str(course), "revision": course.revision},
        "lesson": {"id": lesson.pk, "title": lesson.title, "unit": lesson.unit.title, "says": _says(whole), "parts": parts},
        "weight": weighing.shown(whole, {part.id: part.title for part in parts}),
        "kinds": KINDS,
        "part_form": part_form,
        "editing": editing,
        "adding_title": words[part_form.kind] if part_form and not editing else "",
        "lesson_form": lesson_form,
        "refused": refused,
        "unit_form": UnitChoiceForm(units, revision=course.revision) if (units := _units(course, lesson)) else None,
    }
    status = forms.get("status") or (part_form.status if part_form else lesson_form.status)
    return render(request, "courses/desk/author_lesson.html", around(course, **values), status=status)


def _says(lesson: pinned.Lesson) -> str:
    if not lesson.blocks and not lesson.questions:
        return _("Write it for a small screen and somebody who is tired: one thing, in five to twelve minutes.")
    return _("{parts} parts and {questions} questions.").format(parts=len(lesson.blocks), questions=len(lesson.questions))


def _lesson_form(course: Course, lesson: Lesson, serves: Collection[str] = (), data: Any = None) -> LessonForm:
    rows = TrainingAction.objects.filter(strategy__programme=course.programme_id).order_by("place").values_list("id", "name")
    actions = [(str(id), name) for id, name in rows]
    return LessonForm(data, actions=actions, revision=course.revision, initial=LessonForm.initial_of(lesson, serves))


@may("courses.write")
def author_lesson(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    return show(request, found, lesson_of(found, lesson))


@may("courses.write")
def add_part(request: Any, programme: UUID, course: UUID, lesson: UUID, kind: str) -> HttpResponse:
    """The form of a new part; sent, it stands at the end of the lesson."""
    if kind not in FORMS:
        raise Http404
    return _part(request, programme, course, lesson, kind, None)


@may("courses.write")
def edit_part(request: Any, programme: UUID, course: UUID, lesson: UUID, part: UUID) -> HttpResponse:
    return _part(request, programme, course, lesson, "", part)


def _part(request: Any, programme: UUID, course: UUID, lesson: UUID, kind: str, part: UUID | None) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    row = lesson_of(found, lesson)
    whole = pinned.draft_of(found).lesson(row.pk)
    kept = outline.kept_part(row, whole, part) if part else None
    if part and kept is None:
        raise Http404
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    about = {"revision": found.revision, "part": kept.row if kept else None, "part_id": part or ""}
    form = FORMS[kept.kind if kept else kind](*sent, **about)
    file = request.FILES.get("file")
    if form.carried_out(request.person, lambda: save_part(request.person, found, form.was, row.pk, part or form.id, form, file)):
        messages.success(request, _("Saved."))
        return redirect("courses:author_lesson", programme, course, lesson)
    return show(request, found, row, form, whole=whole)


@may("courses.write")
@require_POST
def weigh(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    """The weight with what is being typed, as a fragment; nothing is saved."""
    found = course_of(request, programme, course, WRITE)
    row = lesson_of(found, lesson)
    whole = pinned.draft_of(found).lesson(row.pk)
    part = request.POST.get("part", "")
    kept = next((block for block in whole.blocks if block.id == part), None)
    typed = weighing.typed_block(request.POST.get("kind", ""), part, request.POST, kept)
    words = {one.id: one.title for one in outline.parts_of(whole)} | {weighing.TYPING: _("What you are writing")}
    return render(request, "courses/desk/_weight.html", {"weight": weighing.shown(whole, words, typed)})


def _verb(request: Any, programme: UUID, course: UUID, lesson: UUID, act: Callable[[int], Any]) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: act(form.was)):
        return redirect("courses:author_lesson", programme, course, lesson)
    return show(request, found, lesson_of(found, lesson), refused=authoring.first_error(form), status=form.status)


@may("courses.write")
@require_POST
def move(request: Any, programme: UUID, course: UUID, lesson: UUID, part: UUID, to: str) -> HttpResponse:
    return _verb(request, programme, course, lesson, lambda was: move_part(request.person, course, was, part, up=to == "up"))


@may("courses.write")
@require_POST
def remove(request: Any, programme: UUID, course: UUID, lesson: UUID, part: UUID) -> HttpResponse:
    return _verb(request, programme, course, lesson, lambda was: remove_part(request.person, course, was, part))


@may("courses.write")
@require_POST
def save_lesson(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    row = lesson_of(found, lesson)
    form = _lesson_form(found, row, data=request.POST)
    serves = form.fields.get("serves")
    if form.carried_out(request.person, lambda: lessons.edit_lesson(request.person, course, form.was, lesson, form.sheet())):
        if serves is not None:
            now = course_of(request, programme, course, WRITE).revision
            lessons.serve_actions(request.person, course, now, lesson, form.cleaned_data["serves"])
        messages.success(request, _("Saved."))
        return redirect("courses:author_lesson", programme, course, lesson)
    return show(request, found, row, lesson_form=form)


@may("courses.write")
@require_POST
def move_lesson(request: Any, programme: UUID, course: UUID, lesson: UUID, to: str) -> HttpResponse:
    row = lesson_of(course_of(request, programme, course, WRITE), lesson)
    place = max(1, row.place - 1 if to == "up" else row.place + 1)
    return authoring.verb(request, programme, course, lambda was: lessons.move_lesson(request.person, course, was, lesson, place))


@may("courses.write")
@require_POST
def move_to_unit(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    """To the end of another unit."""
    found = course_of(request, programme, course, WRITE)
    row = lesson_of(found, lesson)
    form = UnitChoiceForm(_units(found, row), request.POST, revision=found.revision)
    if form.carried_out(
        request.person, lambda: lessons.move_lesson(request.person, course, form.was, lesson, LAST, form.cleaned_data["unit"])
    ):
        messages.success(request, _("The lesson is at the end of its new unit."))
        return redirect("courses:author_lesson", programme, course, lesson)
    return show(request, found, row, refused=authoring.first_error(form), status=form.status)


def _units(course: Course, lesson: Lesson) -> list[tuple[str, str]]:
    """The other units. One query."""
    rows = course.units.exclude(id=lesson.unit_id).values_list("id", "place", "title")
    return [(str(id), f"{place}. {title}") for id, place, title in rows]


@may("courses.write")
@require_POST
def remove_lesson(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    return authoring.verb(request, programme, course, lambda was: lessons.remove_lesson(request.person, course, was, lesson))
