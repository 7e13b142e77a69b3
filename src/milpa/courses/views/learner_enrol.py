"""Getting a place from the phone: by a code, a link or a poster; the place in the line; leaving."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from milpa.courses import places
from milpa.courses.actions import enrolling, waiting
from milpa.courses.forms import CodeForm, EnrolForm, LeaveForm
from milpa.courses.models import Enrolment, PlaceAsked
from milpa.courses.refusals import UnknownCode
from milpa.courses.views.learner_seat import own_seat
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: Any) -> HttpResponse:
    """A code typed from a poster leads to the edition's public page."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect("courses:public", enrolling.with_code(form.cleaned_data["code"]).code)
        except UnknownCode as refusal:
            form.add_error("code", str(refusal))
    return render(request, "courses/learner/find.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def enrol(request: Any, code: str) -> HttpResponse:
    form = EnrolForm(request.POST)
    if not form.is_valid():
        raise Http404
    told = form.cleaned_data
    try:
        place = enrolling.enrol_by_code(
            request.person,
            code,
            told["id"],
            enterprise_id=told["enterprise"],
            kinds=told["kinds"],
            way=told["way"] or "link",
            group=told["group"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:public", code)
    return settled(request, place)


def settled(request: Any, place: enrolling.Place) -> HttpResponse:
    """To the course, or to one's place in the line."""
    if isinstance(place, Enrolment):
        messages.success(request, _("You have your place. Your instructor will write to you."))
        return redirect("courses:course", place.pk)
    messages.info(request, _("All places are taken for now: you are on the waiting list."))
    return redirect("courses:place", place.pk)


@signed_in
@require_safe
def place(request: Any, asked_id: UUID) -> HttpResponse:
    """Where one stands in the line, and the button when it is one's turn."""
    wishes = PlaceAsked.objects.waiting().filter(person=request.person).select_related("edition__course", "edition__programme")
    wish = get_object_or_404(wishes, id=asked_id)
    standing = places.standing(wish.edition)
    own = str(wish.pk)
    offer = next((offer for offer in standing.allocation.offered if offer.id == own), None)
    values = {
        "wish": wish,
        "edition": wish.edition,
        "turn": [one.pk for one in standing.line].index(wish.pk) + 1,
        "all": len(standing.line),
        "may_take": offer is not None or own in standing.allocation.next,
        "until": offer.until if offer else None,
    }
    return render(request, "courses/learner/place.html", values)


@signed_in
@require_POST
def take(request: Any, asked_id: UUID) -> HttpResponse:
    wish = get_object_or_404(PlaceAsked.objects.standing().filter(person=request.person), id=asked_id)
    try:
        return settled(request, waiting.take_place(request.person, wish.pk, _id(request)))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:place", wish.pk)


@signed_in
@require_POST
def give_up(request: Any, asked_id: UUID) -> HttpResponse:
    wish = get_object_or_404(PlaceAsked.objects.filter(person=request.person, voided_by=None), id=asked_id)
    waiting.give_up(request.person, wish.pk, _id(request))
    messages.success(request, _("You are no longer on the waiting list. Thank you for saying so: the next person moves up."))
    return redirect("courses:home")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Any, enrolment_id: UUID) -> HttpResponse:
    """Asked once more, with the reason if the person wants to say it."""
    seat, form = own_seat(request, enrolment_id), LeaveForm(request.POST or None)
    if not form.is_valid():
        return render(request, "courses/learner/leave.html", {"seat": seat, "id": uuid7()}, status=422 if form.is_bound else 200)
    waiting.leave_course(request.person, seat.enrolment, form.cleaned_data["id"], form.cleaned_data["why"])
    messages.success(request, _("You left the course. What you did in it is kept, and you may enrol again."))
    return redirect("courses:home")


def _id(request: Any) -> UUID:
    form = LeaveForm(request.POST)
    if not form.is_valid():
        raise Http404
    id: UUID = form.cleaned_data["id"]
    return id
