"""One's own account, consent, and everything that is held of one, on one page."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.people.actions.consenting import NOTICE_OF, give_consent, withdraw_consent
from milpa.people.actions.editing import edit_self
from milpa.people.actions.leaving import erase, export_of, held_of
from milpa.people.doors import signed_in
from milpa.people.forms import ConsentForm, LeaveForm, SelfForm, WithdrawForm
from milpa.people.models.consent import USES
from milpa.people.roles import BY_SLUG
from milpa.people.rules.codes import shown


@signed_in
def account(request: Any) -> HttpResponse:
    person = request.person
    form = SelfForm(request.POST or None, initial={"name": person.name, "phone": person.phone, "language": person.language})
    if request.method == "POST" and form.is_valid():
        edit_self(person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("people:account")
    values = {"form": form, "roles": [BY_SLUG[slug] for slug in person.memberships.open().values_list("role", flat=True)]}
    values |= {"code": shown(request.user.code) if request.user.code else "", "email": request.user.email}
    return render(request, "people/account.html", values, status=422 if form.errors else 200)


@signed_in
def consent(request: Any) -> HttpResponse:
    """The notice and its uses, each given and withdrawn apart; none is needed to go on."""
    standing = {row.use: row for row in request.person.consents.standing()}
    rows = [{"use": use, "text": text, "given": standing.get(use), "id": ledger.uuid7()} for use, text in USES]
    return render(request, "people/consent.html", {"rows": rows, "notice_of": NOTICE_OF, "institution_of": request.person.institution})


@signed_in
@require_POST
def give(request: Any) -> HttpResponse:
    form = ConsentForm(request.POST)
    if form.is_valid():
        give_consent(request.person, form.cleaned_data["id"], request.person, form.cleaned_data["use"])
    return redirect("people:consent")


@signed_in
@require_POST
def withdraw(request: Any, consent_id: UUID) -> HttpResponse:
    form = WithdrawForm(request.POST)
    if form.is_valid():
        withdraw_consent(request.person, form.cleaned_data["id"], consent_id)
    return redirect("people:consent")


@signed_in
def held(request: Any) -> HttpResponse:
    """Everything that is held of the person, why, and what would stay."""
    return render(request, "people/held.html", {"held": held_of(request.person), "form": LeaveForm()})


@signed_in
def export(request: Any) -> HttpResponse:
    content = json.dumps(export_of(request.person), ensure_ascii=False, indent=1, default=str)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="milpa-mis-datos.json"'
    return response


@signed_in
@sensitive_post_parameters("secret")
@require_POST
def leave(request: Any) -> HttpResponse:
    """Erasure, asked twice: a word written and the password or PIN."""
    form = LeaveForm(request.POST)
    if form.is_valid():
        if form.cleaned_data["sure"].strip().upper() not in ("ERASE", "BORRAR"):
            form.add_error("sure", _("Write the word exactly as it stands there."))
        elif not _knows_secret(request.user, form.cleaned_data["secret"]):
            form.add_error("secret", _("That is not your password or PIN."))
    if form.errors:
        return render(request, "people/held.html", {"held": held_of(request.person), "form": form}, status=422)
    erase(request.person)
    logout(request)
    return render(request, "people/left.html")


def _knows_secret(user: Any, secret: str) -> bool:
    return bool(check_password(secret, user.pin) if user.pin else user.check_password(secret))
