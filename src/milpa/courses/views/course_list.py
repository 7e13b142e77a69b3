"""The courses of a programme: what is written, what is taught; a course begun."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses.actions.authoring import create_course
from milpa.courses.authoring_forms import NewCourseForm
from milpa.courses.course_lines import course_lines, unserved_actions
from milpa.courses.views.desk_fetching import ANNOUNCE, WRITE, is_own
from milpa.people.doors import may
from milpa.programmes.models import Programme
from milpa.programmes.views.fetching import around, fetch


def show(request: Any, programme: Programme, form: NewCourseForm) -> HttpResponse:
    courses = course_lines(programme)
    values = {
        "courses": courses,
        "state": _says(courses),
        "actions": unserved_actions(programme),
        "form": form,
        "may_author": is_own(request, programme, WRITE) and not programme.is_historical,
        "may_announce": is_own(request, programme, ANNOUNCE),
    }
    return render(request, "courses/desk/courses.html", around(programme, **values), status=form.status)


def _says(courses: list[Any]) -> str:
    if not courses:
        return _("No course is written yet.")
    published, running = sum(course.is_published for course in courses), sum(course.running for course in courses)
    said = [ngettext("%(num)s course", "%(num)s courses", len(courses)) % {"num": len(courses)}]
    said.append(ngettext("%(num)s published", "%(num)s published", published) % {"num": published})
    said.append(ngettext("%(num)s edition going on", "%(num)s editions going on", running) % {"num": running})
    return ", ".join(said) + "."


@may("courses.see")
@require_safe
def courses(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "courses.see")
    return show(request, found, NewCourseForm(initial={"language": found.language}))


@may("courses.write")
@require_POST
def create(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "courses.write")
    form = NewCourseForm(request.POST)
    said = form.data
    if form.carried_out(
        request.person,
        lambda: create_course(
            request.person, found.pk, form.id, title=said["title"], kind=form.cleaned_data["kind"], language=form.cleaned_data["language"]
        ),
    ):
        return redirect("courses:author", programme, form.made.pk)
    return show(request, found, form)
