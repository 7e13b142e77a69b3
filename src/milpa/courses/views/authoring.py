"""Writing a course: its units in order, each verb an address. Every save is a revision."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.courses.actions import authoring, lessons, publishing
from milpa.courses.authoring_forms import CourseForm, NewLessonForm, PracticeForm, PublishForm, UnitForm, VerbForm
from milpa.courses.models import Course, Enrolment
from milpa.courses.outline import outline_of
from milpa.courses.views.desk_fetching import PUBLISH, WRITE, around, course_of, is_own
from milpa.people.doors import may


def show(request: Any, course: Course, refused: str = "", status: int = 200, **forms: Any) -> HttpResponse:
    """The outline with its forms; `forms`: those that came back, with what was typed."""
    learners = Enrolment.objects.standing().filter(edition__course=course).exists()
    outline = outline_of(course, learners=learners)
    fresh = {
        "unit_form": UnitForm(revision=course.revision),
        "course_form": CourseForm(revision=course.revision, initial=CourseForm.initial_of(course)),
        "publish_form": PublishForm(problems=bool(outline.problems), revision=course.revision),
    }
    values = fresh | forms | {"course": outline, "refused": refused, "may_publish": is_own(request, course.programme, PUBLISH)}
    return render(request, "courses/desk/author.html", around(course, **values), status=status)


@may("courses.write")
@require_safe
def author(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    return show(request, course_of(request, programme, course, WRITE))


@may("courses.write")
@require_POST
def save_course(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = CourseForm(request.POST)
    if form.carried_out(request.person, lambda: authoring.describe_course(request.person, course, form.was, form.sheet())):
        messages.success(request, _("Saved."))
        return redirect("courses:author", programme, course)
    return show(request, found, status=form.status, course_form=form)


@may("courses.write")
@require_POST
def add_unit(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = UnitForm(request.POST)
    if form.carried_out(request.person, lambda: authoring.add_unit(request.person, course, form.was, form.id, form.cleaned_data)):
        return redirect("courses:author", programme, course)
    return show(request, found, status=form.status, unit_form=form)


@may("courses.write")
@require_POST
def add_lesson(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = NewLessonForm(request.POST)
    if form.carried_out(request.person, lambda: lessons.add_lesson(request.person, course, form.was, unit, form.id, form.cleaned_data)):
        return redirect("courses:author_lesson", programme, course, form.made.pk)
    return show(request, found, first_error(form), form.status)


@may("courses.publish")
@require_POST
def publish(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    found = course_of(request, programme, course, PUBLISH)
    form = PublishForm(request.POST, problems="why" in request.POST, revision=found.revision)
    why = form.data.get("why", "")
    if form.carried_out(request.person, lambda: publishing.publish_course(request.person, course, form.was, form.id, why)):
        messages.success(request, _("Published. Editions that are announced from now on are taught with this text."))
        return redirect("courses:author", programme, course)
    return show(request, found, first_error(form), form.status)


def first_error(form: Any) -> str:
    return next((str(error) for errors in form.errors.values() for error in errors), "")


def verb(request: Any, programme: UUID, course: UUID, act: Callable[[int], Any]) -> HttpResponse:
    """A verb without anything to fill in, done on the revision that was read; refused, the outline says why."""
    found = course_of(request, programme, course, WRITE)
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: act(form.was)):
        return redirect("courses:author", programme, course)
    return show(request, found, first_error(form), form.status)


@may("courses.write")
@require_POST
def move_unit(request: Any, programme: UUID, course: UUID, unit: UUID, to: str) -> HttpResponse:
    row = course_of(request, programme, course, WRITE).units.filter(id=unit).first()
    if row is None or to not in ("up", "down"):
        raise Http404
    place = row.place - 1 if to == "up" else row.place + 1
    return verb(request, programme, course, lambda was: authoring.move_unit(request.person, course, was, unit, max(1, place)))


@may("courses.write")
@require_POST
def remove_unit(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    return verb(request, programme, course, lambda was: authoring.remove_unit(request.person, course, was, unit))


def show_unit(request: Any, course: Course, unit_id: UUID, **forms: Any) -> HttpResponse:
    unit = course.units.select_related("practice").filter(id=unit_id).first()
    if unit is None:
        raise Http404
    practice = getattr(unit, "practice", None)
    asked = {name: getattr(practice, name) for name in ("title", "prompt", "asks_photo", "guide")} if practice else {"asks_photo": True}
    said = {name: getattr(unit, name) for name in ("title", "goal", "task")}
    values = {
        "unit_form": UnitForm(revision=course.revision, initial=said),
        "practice_form": PracticeForm(revision=course.revision, initial=asked),
        "unit": {"id": unit.pk, "number": unit.place, "title": unit.title, "has_practice": practice is not None},
        "course": {"id": course.pk, "title": str(course), "revision": course.revision},
    } | forms
    status = max(form.status for form in (values["unit_form"], values["practice_form"]))
    return render(request, "courses/desk/author_unit.html", around(course, **values), status=status)


@may("courses.write")
@require_safe
def author_unit(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    return show_unit(request, course_of(request, programme, course, WRITE), unit)


@may("courses.write")
@require_POST
def save_unit(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = UnitForm(request.POST)
    if form.carried_out(request.person, lambda: authoring.edit_unit(request.person, course, form.was, unit, form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("courses:author", programme, course)
    return show_unit(request, found, unit, unit_form=form)


@may("courses.write")
@require_POST
def save_practice(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    found = course_of(request, programme, course, WRITE)
    form = PracticeForm(request.POST)
    if form.carried_out(request.person, lambda: authoring.set_practice(request.person, course, form.was, unit, form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("courses:author", programme, course)
    return show_unit(request, found, unit, practice_form=form)


@may("courses.write")
@require_POST
def remove_practice(request: Any, programme: UUID, course: UUID, unit: UUID) -> HttpResponse:
    return verb(request, programme, course, lambda was: authoring.remove_practice(request.person, course, was, unit))
