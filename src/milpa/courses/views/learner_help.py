"""Help in a lesson, from the phone: what one asked before with its answers, and a form that may be sent twice."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from milpa.courses import helping
from milpa.courses.actions.helping import ask_for_help
from milpa.courses.forms import HelpForm
from milpa.courses.views.learner_seat import own_seat, shown
from milpa.people.doors import signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def ask_help(request: Any, enrolment_id: UUID, lesson_id: UUID) -> HttpResponse:
    seat = own_seat(request, enrolment_id)
    course, lesson = shown(seat, lesson_id)
    form = HelpForm(request.POST if request.method == "POST" else None)
    if form.carried_out(
        request.person, lambda: ask_for_help(request.person, seat.enrolment, lesson_id, form.id, form.cleaned_data["text"])
    ):
        messages.success(request, _("Your question arrived. Your instructor will answer here and on your first page."))
        return redirect("courses:ask_help", seat.enrolment, lesson_id)
    values = {"seat": seat, "lesson": lesson, "asked": helping.asked_in(course, seat.enrolment, lesson_id), "form": form}
    return render(request, "courses/learner/help.html", values, status=form.status)
