"""Invitations: made by a coordinator, accepted by whoever holds the link."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from milpa.ledger.refusals import Refusal
from milpa.people.actions.inviting import accept, accept_as, invite, waiting, withdraw
from milpa.people.doors import may, public, signed_in
from milpa.people.forms import AcceptForm, InviteForm, WhyForm
from milpa.people.roles import BY_SLUG
from milpa.people.views.entering import BACKEND
from milpa.people.views.members import show_members
from milpa.web import qr


@may("people.invite")
@require_POST
def make(request: Any) -> HttpResponse:
    form = InviteForm(request.POST, by=request.person)
    if not form.is_valid():
        return show_members(request, invite_form=form, status=422)
    said = form.cleaned_data
    invitation, token = invite(request.person, said["id"], said["role"], name=said["name"], email=said["email"])
    address = settings.ORIGIN + reverse("people:invitation", args=[token])
    if said["email"]:
        _send(said["email"], request.person.institution.name, address)
    return render(
        request, "people/invited.html", {"invitation": invitation, "address": address, "qr": qr.svg(address), "role": BY_SLUG[said["role"]]}
    )


def _send(email: str, institution: str, address: str) -> None:
    text = _("{institution} invites you to work with it in Milpa. Open this link within 14 days:\n\n{address}\n")
    send_mail(
        _("An invitation of {institution}").format(institution=institution),
        text.format(institution=institution, address=address),
        None,
        [email],
    )


@public
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the invitation is for, and the account it makes."""
    found = waiting(token)
    form = AcceptForm(request.POST or None, initial={"name": found.name, "email": found.email})
    if request.method == "POST" and form.is_valid():
        try:
            account = accept(token, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        except ValidationError as weak:
            form.add_error("password", weak)
        else:
            login(request, account, backend=BACKEND)
            return redirect("/")
    values = {"form": form, "invitation": found, "role": BY_SLUG[found.role], "token": token}
    return render(request, "people/invitation.html", values, status=422 if form.errors else 200)


@signed_in
@require_POST
def take(request: Any, token: str) -> HttpResponse:
    """A person who already signs in takes the role."""
    accept_as(request.person, token)
    messages.success(request, _("Done: you have the role."))
    return redirect("/")


@may("people.invite")
@require_POST
def take_back(request: Any, invitation_id: Any) -> HttpResponse:
    form = WhyForm(request.POST)
    if form.is_valid():
        withdraw(request.person, invitation_id, form.cleaned_data["why"])
        messages.success(request, _("The link opens nothing any more."))
    return redirect("people:members")
