"""The learner's home and one course: what comes next, what they asked for, what is left."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from milpa.courses import groups, helping, my_course, my_learning
from milpa.courses.asked_for import thread_for
from milpa.courses.views.learner_seat import own_seat
from milpa.ledger import clock
from milpa.people.doors import signed_in
from milpa.programmes.remembering import mark
from milpa.strategies.asked import words_of


@signed_in
@require_safe
def home(request: Any) -> HttpResponse:
    person, now = request.person, mark()
    values = {
        "home": my_learning.home_of(person, clock.today(person.institution.zone), now),
        "greeting": greeting(person.name, person.institution.zone),
        "thread": thread_for(person, now),
        "helped": helping.answered_for(person, now),
        "words": words_of(person, now),
    }
    return render(request, "courses/learner/home.html", values)


def greeting(name: str, zone: str) -> str:
    """By the hour where the institution is."""
    hour, first = clock.now().astimezone(ZoneInfo(zone)).hour, name.split(" ")[0]
    if hour < 12:
        return _("Good morning, {name}").format(name=first)
    return _("Good afternoon, {name}").format(name=first) if hour < 19 else _("Good evening, {name}").format(name=first)


@signed_in
@require_safe
def course(request: Any, enrolment_id: UUID) -> HttpResponse:
    seat, group = own_seat(request, enrolment_id), groups.group_of(enrolment_id)
    page = my_course.page_of(seat, group.pk if group else None)
    return render(request, "courses/learner/course.html", {"page": page, "group": group})
