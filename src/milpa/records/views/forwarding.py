"""Where statements are passed on to: all targets, a new one, one with what waits and what was set aside, and its verbs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.records import lists
from milpa.records.forms import TargetForm
from milpa.records.forwarding import targets as acts
from milpa.records.forwarding.refusals import NotAnIri, TargetNameTaken
from milpa.records.forwarding.targets import Wanted
from milpa.records.forwarding.waiting import COUNTED, waiting
from milpa.records.models import ForwardTarget
from milpa.records.places import tabs
from milpa.records.targets_page import shown_target


def _own(request: Any, target: UUID) -> ForwardTarget:
    return get_object_or_404(ForwardTarget.objects.of(request.person.institution_id), id=target)


@may("records.forward")
@require_safe
def targets(request: Any) -> HttpResponse:
    return lists.targets(request).answer("records/targets.html", tabs=tabs(request.person, "records:targets"))


@may("records.forward")
@sensitive_post_parameters("secret", "key")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Any) -> HttpResponse:
    if request.method != "POST":
        return render(request, "records/new_target.html", {"form": TargetForm(initial={"form_id": uuid7()})})
    form = TargetForm(request.POST)
    if form.is_valid():
        try:
            wanted = Wanted(**form.wanted())
            made = acts.make_target(request.person.institution_id, wanted, by=request.person.id, id=form.cleaned_data["form_id"])
            messages.success(request, _("From now on statements are passed on to {name}.").format(name=made.name))
            return redirect("records:target", made.id)
        except Refusal as refusal:
            form.add_error(_field(refusal), str(refusal))
    return render(request, "records/new_target.html", {"form": form}, status=422)


def _field(refusal: Refusal) -> str | None:
    if isinstance(refusal, NotAnIri):
        return None  # of verbs or of activities: it names the text
    return "name" if isinstance(refusal, TargetNameTaken) else "address"


@may("records.forward")
@require_safe
def target(request: Any, target: UUID) -> HttpResponse:
    own = _own(request, target)
    listing = lists.set_aside(request, target)
    counted = waiting([own])[own]
    values = shown_target(own) | {"waiting": min(counted, COUNTED), "is_more": counted > COUNTED}
    return listing.answer("records/target.html", **values)


@may("records.forward")
@require_POST
def retry(request: Any, target: UUID) -> HttpResponse:
    acts.retry(_own(request, target))
    messages.success(request, _("It is being tried. Load the page again in a moment."))
    return redirect("records:target", target)


@may("records.forward")
@require_POST
def pause(request: Any, target: UUID) -> HttpResponse:
    acts.pause(_own(request, target))
    messages.success(request, _("It is paused: what comes in waits here."))
    return redirect("records:target", target)


@may("records.forward")
@require_POST
def go_on(request: Any, target: UUID) -> HttpResponse:
    acts.go_on(_own(request, target))
    messages.success(request, _("It goes on with what waits."))
    return redirect("records:target", target)


@may("records.forward")
@require_POST
def stop(request: Any, target: UUID) -> HttpResponse:
    acts.stop(_own(request, target))
    messages.success(request, _("It is stopped, and its key and secret are forgotten."))
    return redirect("records:targets")
