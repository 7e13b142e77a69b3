"""Who is enrolled; people of the register enrolled; places of the waiting list offered and confirmed; an enrolment closed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import enrolment_list, register_list
from milpa.courses.actions.enrolling import enrol
from milpa.courses.actions.waiting import leave_course, offer_places, take_place
from milpa.courses.edition_forms import EnrolForm, LeaveForm
from milpa.courses.models import CourseEdition, Enrolment
from milpa.courses.views import editions
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import ENROL, SEE_PEOPLE, around, edition_of, is_own
from milpa.guide.sent import SentForm
from milpa.people.doors import may


@may("courses.see_people")
@require_safe
def enrolments(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    listing = enrolment_list.enrolments(request, programme, edition)
    values = {"edition": {"id": found.pk, "title": found.title}, "may_enrol": is_own(request, found.programme, ENROL)}
    return listing.answer("courses/desk/enrolments.html", **around(found, **values))


def show_register(request: Any, edition: CourseEdition, refused: str = "", status: int = 200, asked: str | None = None) -> HttpResponse:
    asked = (request.GET.get("q", "") if asked is None else asked).strip()[:200]
    found, more = register_list.people(edition, asked)
    values = {
        "edition": {"id": edition.pk, "title": edition.title},
        "kinds": register_list.kinds_of(edition),
        "found": found,
        "more": more,
        "asked": asked,
        "refused": refused,
        "state": _("Whoever has no free place goes to the waiting list, in the order in which they are enrolled."),
    }
    return render(request, "courses/desk/enrol_from_register.html", around(edition, **values), status=status)


@may("courses.enrol")
@require_safe
def enrol_from_register(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    return show_register(request, edition_of(request, programme, edition, ENROL))


@may("courses.enrol")
@require_POST
def enrol_person(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, ENROL)
    form = EnrolForm(request.POST)
    said = {"way": "register" if is_own(request, found.programme, ENROL) else "list"}
    if form.carried_out(request.person, lambda: enrol(request.person, edition, form.id, form.person, **form.about(), **said)):
        placed = isinstance(form.made, Enrolment)
        messages.success(request, _("Enrolled.") if placed else _("There is no free place: now on the waiting list."))
        asked = urlencode({"q": form.cleaned_data["q"]})
        return redirect(f"{reverse('courses:enrol_from_register', args=[programme, edition])}?{asked}")
    return show_register(request, found, first_error(form), form.status, form.data.get("q", ""))


@may("courses.enrol")
@require_POST
def offer(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    """Every free place to the next in line."""
    edition_of(request, programme, edition, ENROL)
    offered = len(offer_places(request.person, edition))
    said = ngettext("%(num)s place is offered.", "%(num)s places are offered.", offered) % {"num": offered}
    messages.success(request, said)
    return redirect("courses:edition", programme, edition)


@may("courses.enrol")
@require_POST
def confirm_place(request: Any, programme: UUID, edition: UUID, asked: UUID) -> HttpResponse:
    """Staff confirm the place of somebody in line, who said yes."""
    edition_of(request, programme, edition, ENROL)
    form = SentForm(request.POST)
    if form.carried_out(request.person, lambda: take_place(request.person, asked, form.id)):
        messages.success(request, _("Enrolled."))
        return redirect("courses:edition", programme, edition)
    return editions.show(request, programme, edition, first_error(form), form.status)


@may("courses.enrol")
@require_POST
def close_enrolment(request: Any, programme: UUID, edition: UUID, enrolment: UUID) -> HttpResponse:
    edition_of(request, programme, edition, ENROL)
    form = LeaveForm(request.POST)
    if form.carried_out(request.person, lambda: leave_course(request.person, enrolment, form.id, form.cleaned_data["why"])):
        messages.success(request, _("The enrolment is closed. What they did is kept."))
        return redirect("courses:group", programme, edition)
    messages.error(request, first_error(form))
    return redirect("courses:learner_detail", programme, edition, enrolment)
