"""The survey as it is asked: on a phone, on paper, as the standard's workbook."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa.ledger import clock
from milpa.people.doors import may
from milpa.programmes.banner import banner_of
from milpa.surveys import lists
from milpa.surveys.asking_page import sheet_of
from milpa.surveys.workbook import CONTENT_TYPE, workbook


@may("surveys.see")
@require_safe
def preview(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return _drawn(request, programme, survey, "surveys/preview.html")


@may("surveys.see")
@require_safe
def paper(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return _drawn(request, programme, survey, "surveys/paper.html")


def _drawn(request: Any, programme: UUID, survey: UUID, template: str) -> HttpResponse:
    one = lists.found(request, programme, survey)
    sheet = sheet_of(one.questionnaire, clock.today(one.programme.institution.zone), {})
    return render(request, template, {"survey": one, "programme": one.programme, "banner": banner_of(one.programme), "sheet": sheet})


@may("surveys.see")
@require_safe
def xlsform(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey)
    response = HttpResponse(workbook(one.questionnaire), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{one.questionnaire.id or "questionnaire"}.xlsx"'
    return response
