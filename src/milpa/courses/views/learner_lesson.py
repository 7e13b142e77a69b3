"""A lesson on the phone: its blocks, its questions, and what was answered. Nothing needs script."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import drawn, my_lesson, pinned, quizzes, reads
from milpa.courses.actions import learning
from milpa.courses.forms import QuizForm, SentForm
from milpa.courses.refusals import AnswersMissing
from milpa.courses.views.learner_seat import own_seat, shown
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import signed_in


@signed_in
@require_safe
def lesson(request: Any, enrolment_id: UUID, lesson_id: UUID) -> HttpResponse:
    seat = own_seat(request, enrolment_id)
    course, found = shown(seat, lesson_id)
    done = reads.done([seat.enrolment])[seat.enrolment]
    if found.id not in done.opened or not my_lesson.was_here_today(done):
        learning.say_opened(seat, course, found)
    return show(request, seat, course, found, QuizForm.empty(), id=uuid7())


def show(
    request: Any, seat: reads.Seat, course: pinned.Course, found: pinned.Lesson, form: QuizForm, *, id: UUID, status: int = 200
) -> HttpResponse:
    values = {
        "page": my_lesson.page_of(seat, course, found),
        "blocks": drawn.blocks_of(course, found),
        "form": form,
        "form_id": id,
    }
    return render(request, "courses/learner/lesson.html", values, status=status)


@signed_in
@require_POST
def quiz(request: Any, enrolment_id: UUID, lesson_id: UUID) -> HttpResponse:
    """Scores by the revision that the form names; shown again with what was answered where something is missing."""
    seat, sent = own_seat(request, enrolment_id), SentForm(request.POST)
    if not sent.is_valid():
        raise Http404
    id, revision = sent.cleaned_data["id"], sent.cleaned_data["revision"]
    course, found = my_lesson.as_shown(seat, lesson_id, revision)
    form = QuizForm(quizzes.answers_in(found, request.POST), found)
    try:
        learning.answer_quiz(request.person, seat.enrolment, lesson_id, id, form.answers, revision=course.number)
    except AnswersMissing as refusal:
        return show(request, seat, course, found, form.refused(refusal), id=id, status=refusal.status)
    except Refusal as refusal:
        return show(request, seat, course, found, form.refused(refusal), id=uuid7(), status=refusal.status)
    return redirect("courses:answered", seat.enrolment, lesson_id, id)


@signed_in
@require_safe
def answered(request: Any, enrolment_id: UUID, lesson_id: UUID, id: UUID) -> HttpResponse:
    seat = own_seat(request, enrolment_id)
    known = learning.answered(seat, lesson_id, id)
    if known is None:
        raise Http404
    return render(request, "courses/learner/answered.html", {"page": my_lesson.result_of(seat, known)})


@signed_in
@require_POST
def finish(request: Any, enrolment_id: UUID, lesson_id: UUID) -> HttpResponse:
    """A lesson without questions was read to its end."""
    seat, sent = own_seat(request, enrolment_id), SentForm(request.POST)
    if not sent.is_valid():
        raise Http404
    course, found = shown(seat, lesson_id)
    learning.finish_lesson(request.person, seat.enrolment, lesson_id, sent.cleaned_data["id"])
    following = course.after(found)
    return redirect("courses:learn", seat.enrolment, following.id) if following else redirect("courses:course", seat.enrolment)
