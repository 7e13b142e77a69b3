"""The surveys that wait for whoever signs in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from milpa.people.doors import signed_in
from milpa.surveys.audience import answered_by, asked_of


@signed_in
@require_safe
def mine(request: Any) -> HttpResponse:
    surveys = asked_of(request.person)
    done = answered_by(request.person, surveys)
    rows = [
        {"title": one.title, "url": reverse("surveys:answer", args=[one.id]), "closes": one.closes, "asks": len(one.questionnaire.asked()),
         "programme": one.programme.title, "done": one.id in done}
        for one in surveys
    ]  # fmt: skip
    return render(request, "surveys/mine.html", {"rows": rows, "waiting": [row for row in rows if not row["done"]]})
