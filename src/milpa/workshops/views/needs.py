"""The needs in their lists, mended, published and frozen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.models import Programme
from milpa.programmes.views.fetching import around, fetch
from milpa.workshops import listings
from milpa.workshops.actions.ordering import add_need, join_needs
from milpa.workshops.actions.publishing import freeze_priorities, publish_result, thaw_priorities
from milpa.workshops.forms import WhyForm
from milpa.workshops.need_forms import MergeForm, NeedForm
from milpa.workshops.outcomes import result_of
from milpa.workshops.views.opening import may_in, pressed


def show(request: Any, programme: Programme, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The lists, with forms as they were typed."""
    result = result_of(programme, may_in(request.person, programme))
    values = {
        "result": result,
        "need_form": typed.get("need_form") or NeedForm(revision=result.revision),
        "merge_form": typed.get("merge_form") or MergeForm(needs=result.standing, revision=result.revision),
        "thaw_form": typed.get("thaw_form") or WhyForm(),
    }
    return render(request, "workshops/needs.html", around(programme, **values), status=status)


@may("workshops.see")
@require_safe
def needs(request: Any, programme: UUID) -> HttpResponse:
    return show(request, fetch(request, programme, "workshops.see"))


@may("workshops.see")
@require_safe
def needs_list(request: Any, programme: UUID) -> HttpResponse:
    return listings.needs(request, programme).answer(**around(fetch(request, programme, "workshops.see")))


@may("workshops.publish")
@require_POST
def publish(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "workshops.publish")
    if pressed(request, lambda id, was: publish_result(request.person, found.id, was, id)):
        messages.success(request, _("The result is published. Remarks are taken for seven days."))
    return redirect("workshops:needs", programme)


@may("workshops.freeze")
@require_POST
def freeze(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "workshops.freeze")
    if pressed(request, lambda id, _was: freeze_priorities(request.person, found.id, id)):
        messages.success(request, _("The order is frozen. The training actions answer to it."))
    return redirect("workshops:needs", programme)


@may("workshops.freeze")
@require_POST
def thaw(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "workshops.freeze"), WhyForm(request.POST)
    if form.carried_out(request.person, lambda: thaw_priorities(request.person, found.id, form.id, form.cleaned_data["why"])):
        messages.success(request, _("The order is open again. Why stays written."))
        return redirect("workshops:needs", programme)
    return show(request, found, status=form.status, thaw_form=form)


@may("workshops.edit_needs")
@require_POST
def add(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "workshops.edit_needs"), NeedForm(request.POST)
    if form.carried_out(request.person, lambda: _added(request.person, found, form)):
        messages.success(request, _("The need is added, marked as not from the workshop."))
        return redirect("workshops:need", programme, form.made.id)
    return show(request, found, status=form.status, need_form=form)


def _added(person: Any, programme: Programme, form: NeedForm) -> Any:
    said = form.cleaned_data
    return add_need(person, programme.id, form.was, form.id, said["title"], found_in=said["found_in"])


@may("workshops.edit_needs")
@require_POST
def merge(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "workshops.edit_needs")
    form = MergeForm(request.POST, needs=result_of(found, may_in(request.person, found)).standing)
    said = form.cleaned_data if form.is_valid() else {}
    if said and form.carried_out(request.person, lambda: join_needs(request.person, said["join"], form.was, said["keep"])):
        messages.success(request, _("They are one now: the cards and dots of both count."))
        return redirect("workshops:need", programme, said["keep"])
    return show(request, found, status=form.status, merge_form=form)
