"""An edition at the desk: announced, shown, changed, given the improved text, ended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import edition_shown, pinned, places
from milpa.courses.actions.announcing import announce_edition, change_edition, renew_edition
from milpa.courses.actions.closing import close_edition, reopen_edition
from milpa.courses.authoring_forms import VerbForm
from milpa.courses.edition_forms import EditionForm, EndForm, LeaveForm
from milpa.courses.models import CourseEdition, CoursePublished
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import ANNOUNCE, CERTIFY, CLOSE, ENROL, SEE_PEOPLE, TEACH, around, course_of, edition_of, is_own
from milpa.people.doors import may
from milpa.people.models import Membership
from milpa.people.standing import may as person_may
from milpa.web import formats, qr


def show(request: Any, programme: UUID, edition: UUID, refused: str = "", status: int = 200) -> HttpResponse:
    found = CourseEdition.objects.open_to(request.person, "courses.see").select_related("programme__institution", "course")
    row = get_object_or_404(edition_shown.with_counts(found), id=edition, programme=programme)
    stand = places.standing(row)
    own = row.programme
    address = edition_shown.address_of(row)
    values = {
        "edition": _values(request, row, stand),
        "address": address,
        "qr": qr.svg(address),
        "refused": refused,
        "may_enrol": person_may(request.person, ENROL),
        "may_see_people": is_own(request, own, SEE_PEOPLE),
        "may_announce": is_own(request, own, ANNOUNCE),
        "may_end": is_own(request, own, CLOSE),
        "may_teach": is_own(request, own, TEACH),
        "may_certify": is_own(request, own, CERTIFY),
    }
    return render(request, "courses/desk/edition.html", around(row, **values), status=status)


MOODS = {"running": "now", "enrolling": "now", "ended": "good", "cancelled": "wrong"}


def _values(request: Any, row: Any, stand: places.Standing) -> dict[str, Any]:
    state = edition_shown.state(row)
    people = is_own(request, row.programme, SEE_PEOPLE)
    return {
        "id": row.pk,
        "title": row.title,
        "code": row.code,
        "revision": row.revision,
        "state": edition_shown.state_words(state),
        "mood": MOODS.get(state, "waiting"),
        "is_closed": bool(row.closed_how),
        "is_ended": row.closed_how == "ended",
        "standing": edition_shown.standing_words(row, stand, state),
        "place_rules": edition_shown.place_lines(row),
        "free": edition_shown.free_lines(stand),
        "line": edition_shown.line_of(row, stand),
        "sessions": edition_shown.sessions_of(row, link=people),
        "certificate_rules": edition_shown.certificate_lines(row),
        "certificates": _certificates(row),
        "facts": edition_shown.facts_of(row, edition_shown.instructors_of(row)),
        "to_answer": (row.to_answer or 0, row.asked_help or 0),
        "free_next": len(stand.allocation.next),
        "improved": row.newest_text is not None and row.newest_text > row.course_revision,
        "ended": _ended(row),
    }


def _certificates(row: Any) -> str:
    if not row.gives_certificate:
        return _("This edition gives no certificate.")
    if not row.issued:
        return _("They are issued when the edition has ended, to whoever meets the rules that were announced.")
    return ngettext("%(num)s certificate is issued.", "%(num)s certificates are issued.", row.issued) % {"num": row.issued}


def _ended(row: Any) -> str:
    if not row.closed_how:
        return ""
    how = edition_shown.state_words(row.closed_how)
    return _("It was {how} on {day}. {why}").format(how=how, day=formats.day(row.closed_at), why=row.closed_why).strip()


@may("courses.see")
@require_safe
def edition(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    return show(request, programme, edition)


def _staff(programme: Any) -> list[tuple[str, str]]:
    rows = Membership.objects.open().filter(institution=programme.institution_id, role__in=["instructor", "facilitator", "coordinator"])
    named = rows.select_related("person").order_by("person__name", "role")
    return [(str(row.pk), f"{row.person.name} · {row.get_role_display()}") for row in named]


def _units(course: UUID, revision: int | None) -> list[tuple[str, str]]:
    """Of a published text; none where nothing is published yet."""
    return [(unit.id, unit.title) for unit in pinned.course_at(course, revision).units] if revision else []


@may("courses.announce")
def announce(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    found = course_of(request, programme, course, ANNOUNCE)
    published = CoursePublished.objects.newest(found)
    units = _units(found.pk, published.number if published else None)
    form = EditionForm(request.POST or None, staff=_staff(found.programme), units=units, initial=EditionForm.first_of(found))
    if form.carried_out(request.person, lambda: announce_edition(request.person, found.pk, form.id, form.sheet(), **form.besides())):
        messages.success(request, _("The edition is announced. Its link and its poster are on this page."))
        return redirect("courses:edition", programme, form.made.pk)
    values = {
        "course": str(found),
        "heading": _("Announce an edition"),
        "label": _("Announce it"),
        "back": reverse("courses:courses", args=[programme]),
        "draft": f"courses.announce:{found.pk}",
        "form": form,
    }
    return render(request, "courses/desk/announce.html", around(found, **values), status=form.status)


@may("courses.announce")
def edit_edition(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, ANNOUNCE)
    about = {"staff": _staff(found.programme), "units": _units(found.course_id, found.course_revision), "revision": found.revision}
    form = EditionForm(request.POST or None, initial=EditionForm.initial_of(found), **about)
    if form.carried_out(request.person, lambda: change_edition(request.person, found.pk, form.was, form.sheet(), **form.besides())):
        messages.success(request, _("Saved."))
        return redirect("courses:edition", programme, edition)
    values = {
        "course": str(found.course),
        "heading": found.title,
        "label": _("Save the edition"),
        "back": reverse("courses:edition", args=[programme, edition]),
        "draft": f"courses.edition:{found.pk}",
        "form": form,
    }
    return render(request, "courses/desk/announce.html", around(found, **values), status=form.status)


@may("courses.write")
@require_POST
def take_revision(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    """From now on the learners of this edition read the improved text."""
    edition_of(request, programme, edition, "courses.write")
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: renew_edition(request.person, edition, form.was)):
        messages.success(request, _("Learners read the improved text from now on. Nothing they did is lost."))
        return redirect("courses:edition", programme, edition)
    return show(request, programme, edition, first_error(form), form.status)


@may("courses.close")
def end_edition(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, CLOSE)
    if not CourseEdition.objects.going_on().filter(id=found.pk).exists():
        raise Http404
    form = EndForm(request.POST or None, initial={"how": "ended"})
    if form.carried_out(
        request.person, lambda: close_edition(request.person, found.pk, form.id, form.cleaned_data["how"], form.cleaned_data["why"])
    ):
        messages.success(request, _("It is on record."))
        return redirect("courses:edition", programme, edition)
    values = {"edition": {"id": found.pk, "title": found.title}, "form": form}
    return render(request, "courses/desk/end_edition.html", around(found, **values), status=form.status)


@may("courses.close")
@require_POST
def reopen(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    """A closed edition goes on, with the reason on record."""
    edition_of(request, programme, edition, CLOSE)
    form = LeaveForm(request.POST)
    if form.carried_out(request.person, lambda: reopen_edition(request.person, edition, form.id, form.cleaned_data["why"])):
        messages.success(request, _("The edition goes on."))
        return redirect("courses:edition", programme, edition)
    return show(request, programme, edition, first_error(form), form.status)


@may("courses.see")
@require_safe
def poster(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    """A sheet for the wall: what, when, how places are given, and the code."""
    found = edition_of(request, programme, edition)
    address = edition_shown.address_of(found)
    values = {
        "edition": {
            "course": str(found.course),
            "title": found.title,
            "dates": edition_shown.dates_of(found),
            "places": found.places,
            "summary": found.welcome or found.course.summary,
            "code": found.code,
            "closes_on": found.enrol_until,
            "place_rules": edition_shown.place_lines(found),
            "certificate_rules": edition_shown.certificate_lines(found),
        },
        "address": address,
        "qr": qr.svg(address),
        "back": reverse("courses:edition", args=[programme, edition]),
    }
    return render(request, "courses/poster.html", around(found, **values))
