"""The sessions of an edition and who came: marked with a thumb, or on a sheet that is signed on paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import groups
from milpa.courses.actions.meeting import cancel_session, change_session, mark_attendance, newest_marks, schedule_session
from milpa.courses.authoring_forms import VerbForm
from milpa.courses.edition_forms import AttendanceForm, SessionForm
from milpa.courses.edition_shown import session_when
from milpa.courses.models import CourseEdition, Session
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import SEE_PEOPLE, TEACH, around, edition_of, is_own
from milpa.people.doors import may


@may("courses.teach")
def add_session(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, TEACH)
    form = SessionForm(request.POST or None, groups=_choices(found), revision=found.revision, initial={"minutes": 60})
    zone = found.programme.institution.zone
    if form.carried_out(request.person, lambda: schedule_session(request.person, edition, form.was, form.id, form.sheet(zone))):
        messages.success(request, _("The session is in the calendar."))
        return redirect("courses:session", programme, edition, form.made.pk)
    values = {"edition": {"id": found.pk, "title": found.title}, "form": form, "heading": _("Add a session"), "session": None}
    return render(request, "courses/desk/session_form.html", around(found, **values), status=form.status)


@may("courses.teach")
def edit_session(request: Any, programme: UUID, edition: UUID, session: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, TEACH)
    row, zone = _session(found, session), found.programme.institution.zone
    form = SessionForm(request.POST or None, groups=_choices(found), revision=found.revision, initial=SessionForm.initial_of(row, zone))
    if form.carried_out(request.person, lambda: change_session(request.person, edition, form.was, session, form.sheet(zone))):
        messages.success(request, _("Saved."))
        return redirect("courses:session", programme, edition, session)
    values = {
        "edition": {"id": found.pk, "title": found.title, "revision": found.revision},
        "form": form,
        "heading": row.title,
        "session": row,
    }
    return render(request, "courses/desk/session_form.html", around(found, **values), status=form.status)


@may("courses.teach")
@require_POST
def cancel(request: Any, programme: UUID, edition: UUID, session: UUID) -> HttpResponse:
    """A session that was not held is taken off the plan."""
    edition_of(request, programme, edition, TEACH)
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: cancel_session(request.person, edition, form.was, session)):
        messages.success(request, _("The session is off the plan."))
        return redirect("courses:edition", programme, edition)
    messages.error(request, first_error(form))
    return redirect("courses:session", programme, edition, session)


def _choices(edition: CourseEdition) -> list[tuple[str, str]]:
    return [(str(group.id), groups.label(group)) for group in groups.groups_of(edition.pk)]


def _enrolled(session: Session) -> list[tuple[UUID, str, str]]:
    """(enrolment, name, enterprise) of everybody in the session's list who is still in the course, by name."""
    rows = groups.listed(session).filter(closed_by=None).order_by("person__name", "id")
    return [(id, name, enterprise or "") for id, name, enterprise in rows.values_list("id", "person__name", "enterprise__name")]


def _session(edition: CourseEdition, session: UUID) -> Session:
    return get_object_or_404(edition.sessions.select_related("group"), id=session)


def show(request: Any, edition: CourseEdition, session: Session, status: int = 200) -> HttpResponse:
    rows = _enrolled(session)
    came = [str(id) for id, was_there in newest_marks(session).items() if was_there]
    said = ngettext("%(num)s person is marked", "%(num)s people are marked", len(came)) % {"num": len(came)}
    values = {
        "edition": {"id": edition.pk, "title": edition.title},
        "session": {"id": session.pk, "title": session.title, "says": f"{session_when(session)}. {said}.", "at": session.at},
        "rows": rows,
        "came": came,
        "may_teach": is_own(request, edition.programme, TEACH),
    }
    return render(request, "courses/desk/session.html", around(edition, **values), status=status)


@may("courses.see_people")
@require_safe
def session(request: Any, programme: UUID, edition: UUID, session: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    return show(request, found, _session(found, session))


@may("courses.teach")
@require_POST
def mark(request: Any, programme: UUID, edition: UUID, session: UUID) -> HttpResponse:
    """The whole list as it stands: who is marked was there."""
    found = edition_of(request, programme, edition, TEACH)
    row = _session(found, session)
    form = AttendanceForm(request.POST, enrolled=[str(id) for id, _name, _enterprise in _enrolled(row)])
    if form.carried_out(request.person, lambda: mark_attendance(request.person, row.pk, form.id, form.cleaned_data["came"])):
        messages.success(request, _("Attendance is saved. You can correct it at any time."))
        return redirect("courses:session", programme, edition, session)
    return show(request, found, row, form.status)


@may("courses.see_people")
@require_safe
def session_sheet(request: Any, programme: UUID, edition: UUID, session: UUID) -> HttpResponse:
    """To sign on paper: everybody whom it is for, and lines for whoever comes besides."""
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    row = _session(found, session)
    people = [*_enrolled(row), *[(None, "", "")] * 5]
    rows = [{"n": n, "name": name, "enterprise": enterprise, "sign": ""} for n, (_id, name, enterprise) in enumerate(people, start=1)]
    values = {
        "edition": {"id": found.pk, "title": found.title},
        "session": {"id": row.pk, "title": row.title, "when": session_when(row)},
        "rows": rows,
    }
    return render(request, "courses/desk/session_sheet.html", around(found, **values))
