"""Credentials of outside tools: all, a new one with its secret shown once, one with its rotation and its end."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.records import lists
from milpa.records.access import credentials as acts
from milpa.records.access.credentials import Shown
from milpa.records.access.refusals import NameMissing, NameTaken
from milpa.records.credentials_page import shown_credential
from milpa.records.forms import CredentialForm, RotateForm
from milpa.records.models import Credential
from milpa.records.places import tabs


def _own(request: Any, credential: UUID) -> Credential:
    return get_object_or_404(Credential.objects.of(request.person.institution_id), id=credential)


@may("records.credentials")
@require_safe
def credentials(request: Any) -> HttpResponse:
    return lists.credentials(request).answer("records/credentials.html", tabs=tabs(request.person, "records:credentials"))


@may("records.credentials")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Any) -> HttpResponse:
    """The secret is in the answer to this form and nowhere else."""
    if request.method != "POST":
        return render(request, "records/new_credential.html", {"form": CredentialForm(initial={"form_id": uuid7()})})
    form = CredentialForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            made = acts.make_credential(
                request.person.institution_id, told["name"], told["scopes"], by=request.person.id, id=told["form_id"]
            )
            return _show(request, made)
        except Refusal as refusal:
            form.add_error("name" if isinstance(refusal, NameTaken | NameMissing) else "scopes", str(refusal))
    return render(request, "records/new_credential.html", {"form": form}, status=422)


@may("records.credentials")
@require_safe
def credential(request: Any, credential: UUID) -> HttpResponse:
    return _page(request, _own(request, credential), RotateForm(initial={"form_id": uuid7()}))


@may("records.credentials")
@require_POST
def rotate(request: Any, credential: UUID) -> HttpResponse:
    """A new secret, shown once."""
    own, form = _own(request, credential), RotateForm(request.POST)
    if not form.is_valid():
        return _page(request, own, form, 422)
    grace = timedelta(hours=form.cleaned_data["grace"])
    return _show(request, acts.rotate(own, grace, by=request.person.id, id=form.cleaned_data["form_id"]))


@may("records.credentials")
@require_POST
def revoke(request: Any, credential: UUID) -> HttpResponse:
    acts.revoke(_own(request, credential), by=request.person.id)
    messages.success(request, _("It is revoked: from now on it lets nobody in."))
    return redirect("records:credentials")


def _page(request: Any, own: Credential, form: RotateForm, status: int = 200) -> HttpResponse:
    return render(request, "records/credential.html", {"shown": shown_credential(own), "form": form}, status=status)


def _show(request: Any, made: Shown) -> HttpResponse:
    response = render(request, "records/secret.html", {"shown": shown_credential(made.credential), "secret": made.secret})
    response["Cache-Control"] = "no-store"
    return response
