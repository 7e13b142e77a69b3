"""From needs to actions on one page: which need has an action, which a reason, which neither."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.strategies.actions import counting, quoting_anew, serving
from milpa.strategies.figures import answering, coverage_of
from milpa.strategies.forms import ExplainForm, ServeForm
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper
from milpa.strategies.reads import paper_at
from milpa.strategies.views.opening import frame, opened
from milpa.workshops.models import Need
from milpa.workshops.results_shown import need_counted


@may("strategies.see")
def coverage(request: Any, programme: UUID) -> HttpResponse:
    return page(request, opened(request, programme))


def page(request: Any, strategy: Strategy, *, status: int = 200, wrong: tuple[UUID, Any] | None = None) -> HttpResponse:
    """`wrong`: a need and its form as it came, to mend."""
    paper, revision = paper_at(strategy)
    choices = [(str(action.id), f"{action.number}. {action.name}") for action in paper.actions]
    values = {
        "paper": paper,
        "revision": revision,
        "coverage": coverage_of(paper),
        "answering": {need.id: answering(paper, need.id) for need in paper.needs},
        "counted": counted(paper),
        "idle": [action for action in paper.actions if not action.answers],
        "newer": quoting_anew.newer_needs(strategy),
        "serve_form": ServeForm(choices, revision=strategy.revision),
        "explain_form": ExplainForm(revision=strategy.revision),
        "wrong": wrong,
        "needs_url": reverse("workshops:needs", args=[strategy.programme_id]),
    }
    return render(request, "strategies/coverage.html", frame(request, strategy) | values, status=status)


def counted(paper: Paper) -> dict[UUID, str]:
    """What each need got, in the words of the method by which the workshop voted. One query."""
    methods = dict(Need.objects.filter(id__in=[need.id for need in paper.needs]).values_list("id", "counted_by"))
    return {need.id: need_counted(methods[need.id], need.votes or 0) for need in paper.needs}


@may("strategies.edit")
@require_POST
def serve(request: Any, programme: UUID, need: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    form = ServeForm([(str(id), "") for id in strategy.actions.values_list("id", flat=True)], request.POST)
    done = form.carried_out(
        request.person, lambda: serving.serve_need(request.person, strategy.id, form.was, form.cleaned_data["action"], need)
    )
    return redirect("strategies:coverage", programme) if done else _told(request, form, programme)


@may("strategies.edit")
@require_POST
def stop(request: Any, programme: UUID, need: UUID, action: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    done = form.carried_out(request.person, lambda: serving.stop_serving(request.person, strategy.id, form.was, action, need))
    return redirect("strategies:coverage", programme) if done else _told(request, form, programme)


@may("strategies.edit")
@require_POST
def explain(request: Any, programme: UUID, need: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), ExplainForm(request.POST)
    done = form.carried_out(
        request.person, lambda: serving.explain_need(request.person, strategy.id, form.was, need, form.cleaned_data["reason"])
    )
    return redirect("strategies:coverage", programme) if done else page(request, strategy, status=form.status, wrong=(need, form))


@may("strategies.edit")
@require_POST
def quote_needs(request: Any, programme: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    done = form.carried_out(request.person, lambda: quoting_anew.quote_needs_anew(request.person, strategy.id, form.was))
    return redirect("strategies:coverage", programme) if done else _told(request, form, programme)


@may("strategies.edit")
@require_POST
def quote_register(request: Any, programme: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    done = form.carried_out(request.person, lambda: counting.quote_register(request.person, strategy.id, form.was))
    return redirect("strategies:strategy", programme) if done else _told(request, form, programme)


def _told(request: Any, form: SentForm, programme: UUID) -> HttpResponse:
    messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect("strategies:coverage", programme)
