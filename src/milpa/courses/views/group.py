"""The instructor's page of a group, one learner of it, and the practices to answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import cohort, helping, learner_detail, practices_shown, reads, standings
from milpa.courses.actions.accompanying import accompany as put_accompanied
from milpa.courses.actions.helping import give_help as put_help
from milpa.courses.actions.practising import comment_practice
from milpa.courses.edition_forms import CommentForm, HelpGivenForm
from milpa.courses.models import CourseEdition, Enrolment
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import CERTIFY, ENROL, SEE_PEOPLE, TEACH, around, edition_of, is_own
from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.people.standing import may as person_may

ACCOMPANY = "courses.accompany"


def _named(edition: CourseEdition) -> dict[str, Any]:
    return {"id": edition.pk, "title": edition.title}


@may("courses.see_people")
@require_safe
def group(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    members = standings.group(found)
    waiting, asked = reads.to_answer(found.pk)
    values = {
        "edition": _named(found),
        "says": cohort.group_says(members, waiting),
        "behind": cohort.behind_lines(found, members),
        "levelling": cohort.levelling_of(found, members),
        "waiting": waiting,
        "asked": asked,
    }
    return cohort.group(request, programme, edition, members).answer("courses/desk/group.html", **around(found, **values))


@may("courses.see_people")
@require_safe
def learner(request: Any, programme: UUID, edition: UUID, enrolment: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    whom = learner_detail.of(found, enrolment)
    if whom is None:
        raise Http404
    values = {
        "edition": _named(found),
        "learner": whom,
        "may_teach": is_own(request, found.programme, TEACH),
        "may_accompany": is_own(request, found.programme, ACCOMPANY),
        "may_certify": is_own(request, found.programme, CERTIFY),
        "may_close": person_may(request.person, ENROL),
    }
    return render(request, "courses/desk/learner.html", around(found, **values))


@may("courses.accompany")
@require_POST
def accompany(request: Any, programme: UUID, edition: UUID, enrolment: UUID) -> HttpResponse:
    """Somebody went through the welcome lesson beside the person."""
    found = edition_of(request, programme, edition, ACCOMPANY)
    row = get_object_or_404(Enrolment.objects.filter(voided_by=None), id=enrolment, edition=found)
    form = SentForm(request.POST)
    if form.carried_out(request.person, lambda: put_accompanied(request.person, programme, row.person_id, form.id)):
        messages.success(request, _("It is on record, with your name beside it."))
    else:
        messages.error(request, first_error(form))
    return redirect("courses:learner_detail", programme, edition, enrolment)


def show_practices(
    request: Any, edition: CourseEdition, form: CommentForm | HelpGivenForm | None = None, practice: UUID | None = None
) -> HttpResponse:
    """What waits for an answer, questions first. `form`: as it came, to mend; of the practice or question `practice`."""
    practices, help = practices_shown.of_edition(edition), helping.of_edition(edition)
    n = len(practices.waiting) + practices.more + len(help.waiting)
    values = {
        "edition": _named(edition),
        "state": ngettext("%(num)s waits, the oldest first.", "%(num)s wait, the oldest first.", n) % {"num": n} if n else "",
        "waiting": practices.waiting,
        "more": practices.more,
        "asked": help.waiting,
        "helped": help.answered,
        "answered": practices.answered,
        "form": form,
        "form_of": practice,
        "may_teach": is_own(request, edition.programme, TEACH),
    }
    return render(request, "courses/desk/practices.html", around(edition, **values), status=form.status if form else 200)


@may("courses.see_people")
@require_safe
def practices(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    return show_practices(request, edition_of(request, programme, edition, SEE_PEOPLE))


@may("courses.teach")
@require_POST
def answer_practice(request: Any, programme: UUID, edition: UUID, practice: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, TEACH)
    form = CommentForm(request.POST)
    if form.carried_out(
        request.person,
        lambda: comment_practice(request.person, practice, form.id, form.cleaned_data["text"], is_well=form.cleaned_data["well"] == "yes"),
    ):
        messages.success(request, _("Answered. It stands on their phone now."))
        return redirect("courses:practices", programme, edition)
    return show_practices(request, found, form, practice)


@may("courses.teach")
@require_POST
def give_help(request: Any, programme: UUID, edition: UUID, asked: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, TEACH)
    form = HelpGivenForm(request.POST)
    if form.carried_out(request.person, lambda: put_help(request.person, asked, form.id, form.cleaned_data["text"])):
        messages.success(request, _("Answered. It stands on their phone now."))
        return redirect("courses:practices", programme, edition)
    return show_practices(request, found, form, asked)
