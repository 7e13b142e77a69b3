"""Results by question, the answers row by row for those who may, and open answers apart."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa import ledger
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.banner import banner_of
from milpa.surveys import lists
from milpa.surveys.answered import came_in
from milpa.surveys.results_page import results_of


@may("surveys.see_results")
@require_safe
def results(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey, "surveys.see_results")
    values = {
        "survey": one,
        "programme": one.programme,
        "banner": banner_of(one.programme),
        "told": results_of(one),
        "came_in": came_in(one),
        "may_see_answers": allows(request.person, "surveys.see_answers"),
    }
    return render(request, "surveys/results.html", values)


def _listed(request: Any, listing: Any, programme: UUID, survey: UUID) -> HttpResponse:
    """The page, or a file, of rows that are read in one moment."""
    one = lists.found(request, programme, survey)
    with ledger.snapshot():
        told = listing(request, programme, survey)
    values = {"survey": one, "programme": one.programme, "banner": banner_of(one.programme)}
    answer: HttpResponse = told.answer("surveys/listed.html", **values)
    return answer


@may("surveys.see_results")
@require_safe
def table(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return _listed(request, lists.results, programme, survey)


@may("surveys.see_results")
@require_safe
def words(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return _listed(request, lists.words, programme, survey)


@may("surveys.see_answers")
@require_safe
def answers(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return _listed(request, lists.answers, programme, survey)
