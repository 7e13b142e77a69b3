"""What came on paper or by call is typed in, and what was typed wrong is corrected; it says who typed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from milpa.conglomerates.models import Enterprise, Post
from milpa.ledger import clock
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.people.models import Person
from milpa.people.standing import may as allows
from milpa.programmes.banner import banner_of
from milpa.surveys import lists
from milpa.surveys.actions.answering import answer
from milpa.surveys.asking_page import sheet_of
from milpa.surveys.forms import TypeForm
from milpa.surveys.models import Answer
from milpa.surveys.refusals import AnswersDoNotFit
from milpa.surveys.views.sent import typed_answers


def people_of(enterprise: Any) -> list[Person]:
    posts = Post.objects.standing().filter(enterprise=enterprise, person__erased_at=None).select_related("person")
    return [post.person for post in posts.in_order()]


def show(request: Any, one: Any, enterprise: Any, form: TypeForm, status: int = 200, **told: Any) -> HttpResponse:
    """`told`: what was typed, and what of it does not fit."""
    values = {
        "survey": one,
        "programme": one.programme,
        "banner": banner_of(one.programme),
        "enterprise": enterprise,
        "form": form,
        "sheet": sheet_of(one.questionnaire, clock.today(one.programme.institution.zone), told.get("typed"), told.get("checked")),
    }
    return render(request, "surveys/type_in.html", values, status=status)


def received(request: Any, one: Any, enterprise: Any, form: TypeForm) -> HttpResponse:
    """Stores what was typed, or shows it again with what does not fit."""
    typed = typed_answers(request, one.questionnaire)
    if not form.is_valid():
        return show(request, one, enterprise, form, 422, typed=typed)
    told = form.cleaned_data
    whom = {"person_id": UUID(told["person"]) if told["person"] else None, "enterprise_id": enterprise.id}
    try:
        answer(request.person, one.id, told["form_id"], typed, way=told["way"], corrects=told["corrects"], **whom)
    except AnswersDoNotFit as refusal:
        return show(request, one, enterprise, form, refusal.status, typed=typed, checked=refusal.checked)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, one, enterprise, form, refusal.status, typed=typed)
    messages.success(request, _("The answer of {name} is on record, as typed by you.").format(name=enterprise.name))
    return redirect("surveys:asked", one.programme_id, one.id)


@may("surveys.type_in")
@require_http_methods(["GET", "HEAD", "POST"])
def type_in(request: Any, programme: UUID, survey: UUID, enterprise: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey, "surveys.type_in")
    if one.is_anonymous:
        raise Http404
    hotel = get_object_or_404(Enterprise, id=enterprise, programme=one.programme_id)
    people = people_of(hotel)
    if request.method == "POST":
        return received(request, one, hotel, TypeForm(people, request.POST))
    return show(request, one, hotel, TypeForm(people, initial={"form_id": uuid7(), "way": "paper"}))


@may("surveys.type_in")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Any, programme: UUID, survey: UUID, answer: UUID) -> HttpResponse:
    """A new answer in the place of one that stands: of what one typed oneself, or of answers that one may see row by row."""
    one = lists.found(request, programme, survey, "surveys.type_in")
    before = get_object_or_404(Answer.objects.readable().select_related("enterprise"), id=answer, survey=one, enterprise__isnull=False)
    if before.typed_by_id != request.person.pk and not (lists.is_named(one) and allows(request.person, "surveys.see_answers")):
        raise Http404
    people = people_of(before.enterprise)
    if request.method == "POST":
        return received(request, one, before.enterprise, TypeForm(people, request.POST))
    way = before.way if before.way != "web" else "call"
    first = {"form_id": uuid7(), "way": way, "person": str(before.by_id or ""), "corrects": before.id}
    return show(request, one, before.enterprise, TypeForm(people, initial=first), typed=before.values)
