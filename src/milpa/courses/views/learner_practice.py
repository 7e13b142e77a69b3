"""A practice in one's own business: what is asked, what was sent, and what the instructor said."""

from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import pinned, reads
from milpa.courses.actions.practising import PHOTO, send_practice
from milpa.courses.forms import PracticeForm
from milpa.courses.views.learner_seat import own_seat
from milpa.ledger.drafting import drop_draft
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import signed_in
from milpa.web.uploads import reading
from milpa.web.uploads.accept import accept


@signed_in
@require_safe
def practice(request: Any, enrolment_id: UUID, unit_id: UUID) -> HttpResponse:
    return show(request, own_seat(request, enrolment_id), unit_id, PracticeForm(initial={"form_id": uuid7()}))


def show(request: Any, seat: reads.Seat, unit_id: UUID, form: PracticeForm, status: int = 200) -> HttpResponse:
    course = pinned.course_at(seat.course, seat.revision)
    unit = course.unit(unit_id)
    if unit is None or unit.practice is None:
        raise Http404
    sent = [one for one in reads.sent([seat.enrolment]) if one.unit == unit_id]
    photos = reading.of(PHOTO, [one.id for one in sent if one.photo]) if sent else {}
    values = {"seat": seat, "course": course, "unit": unit, "sent": sent[::-1], "photos": photos, "form": form}
    return render(request, "courses/learner/practice.html", values, status=status)


@signed_in
@require_POST
def send(request: Any, enrolment_id: UUID, unit_id: UUID) -> HttpResponse:
    """The photograph first, under an id that follows from the form's, so that sending again makes no second one."""
    seat, form = own_seat(request, enrolment_id), PracticeForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, seat, unit_id, form, 422)
    told = form.cleaned_data
    id = told["form_id"]
    try:
        send_practice(request.person, seat.enrolment, unit_id, id, told["text"], _photo(request, seat, id, told["photo"]))
    except Refusal as refusal:
        form.add_error("photo" if told["photo"] and refusal.code in PHOTO_CODES else None, str(refusal))
        return show(request, seat, unit_id, form, refusal.status)
    drop_draft(request.person, id)
    messages.success(request, _("Your practice arrived. Your instructor will read it and answer here."))
    return redirect("courses:practice", seat.enrolment, unit_id)


PHOTO_CODES = ("wrong_type", "damaged_file", "empty_file", "too_large", "too_many_pixels")


def _photo(request: Any, seat: reads.Seat, id: UUID, upload: Any) -> UUID | None:
    if not upload:
        return None
    stored = accept(
        upload, by=request.person, institution=request.person.institution, families=["picture"], belongs=(PHOTO, id), id=uuid5(id, "photo")
    )
    return stored.id
