"""Where statements are passed on to: all targets, a new one, one with what waits and what was set aside, its change, its verbs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from milpa.ledger.refusals import StaleRevision
from milpa.people.doors import may
from milpa.records import lists
from milpa.records.forms import ChangeTargetForm, TargetForm
from milpa.records.forwarding import targets as acts
from milpa.records.forwarding.changing import change_target
from milpa.records.forwarding.waiting import COUNTED, waiting
from milpa.records.models import ForwardTarget
from milpa.records.places import tabs
from milpa.records.targets_page import history, shown_target


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
    form, person = TargetForm(request.POST if request.method == "POST" else None), request.person
    if form.carried_out(person, lambda: acts.make_target(person.institution_id, form.wanted(), by=person.id, id=form.id)):
        messages.success(request, _("From now on statements are passed on to {name}.").format(name=form.made.name))
        return redirect("records:target", form.made.id)
    return render(request, "records/target_form.html", {"form": form, "target": None, "since": []}, status=form.status)


@may("records.forward")
@sensitive_post_parameters("secret", "key")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Any, target: UUID) -> HttpResponse:
    own, person = _own(request, target), request.person
    sent = request.POST if request.method == "POST" else None
    form = ChangeTargetForm(sent, revision=own.revision, initial=ChangeTargetForm.initial_of(own))
    institution = person.institution_id
    if form.carried_out(person, lambda: change_target(institution, target, form.was, form.wanted(), by=person.id, id=form.id)):
        messages.success(request, _("Saved."))
        return redirect("records:target", target)
    overtaken = isinstance(form.refusal, StaleRevision)
    values = {"form": form, "target": own, "since": history(own, after=form.was) if overtaken else []}
    return render(request, "records/target_form.html", values, status=form.status)


@may("records.forward")
@require_safe
def target(request: Any, target: UUID) -> HttpResponse:
    own = _own(request, target)
    listing = lists.set_aside(request, target)
    counted = waiting([own])[own]
    values = shown_target(own) | {"waiting": min(counted, COUNTED), "is_more": counted > COUNTED}
    return listing.answer("records/target.html", **values)


def _done(request: Any, target: UUID, act: Callable[[ForwardTarget], None], says: str, then: str = "records:target") -> HttpResponse:
    """One verb of one target: carried out, said, and back to its page, or to all of them where it has none any more."""
    act(_own(request, target))
    messages.success(request, says)
    return redirect(then, *([target] if then == "records:target" else []))


@may("records.forward")
@require_POST
def retry(request: Any, target: UUID) -> HttpResponse:
    return _done(request, target, acts.retry, _("It is being tried. Load the page again in a moment."))


@may("records.forward")
@require_POST
def pause(request: Any, target: UUID) -> HttpResponse:
    return _done(request, target, lambda own: acts.pause(own, by=request.person.id), _("It is paused: what comes in waits here."))


@may("records.forward")
@require_POST
def go_on(request: Any, target: UUID) -> HttpResponse:
    return _done(request, target, lambda own: acts.go_on(own, by=request.person.id), _("It goes on with what waits."))


@may("records.forward")
@require_POST
def stop(request: Any, target: UUID) -> HttpResponse:
    says = _("It is stopped, and its key and secret are forgotten.")
    return _done(request, target, lambda own: acts.stop(own, by=request.person.id), says, "records:targets")
