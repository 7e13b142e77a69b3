"""Commitments that were kept, and what invitations came to: put on record by those who follow them up."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions.closing import keep_commitment
from milpa.workshops.actions.planning import answer_invitation
from milpa.workshops.commitments import commitments as read
from milpa.workshops.models.workshop import ANSWERED
from milpa.workshops.views.opening import done, may_in, opened


class KeptForm(SentForm):
    how = forms.CharField(max_length=300, required=False)


class AnsweredForm(SentForm):
    invitation = forms.UUIDField()
    answer = forms.ChoiceField(choices=ANSWERED)


@may("workshops.see")
@require_safe
def commitments(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """What was promised, and what of it is done."""
    workshop = opened(request, programme, id)
    rows = read(workshop)
    may_keep = may_in(request.person, workshop.programme)("workshops.facilitate")
    values = {"workshop": workshop, "rows": rows, "kept": sum(1 for row in rows if row["kept"]), "may_keep": may_keep}
    return render(request, "workshops/commitments.html", around(workshop.programme, **values))


@may("workshops.facilitate")
@require_POST
def keep(request: Any, programme: UUID, id: UUID, commitment: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), KeptForm(request.POST)
    if form.is_valid() and done(
        request, lambda: keep_commitment(request.person, workshop.id, form.id, commitment, form.cleaned_data["how"])
    ):  # fmt: skip
        messages.success(request, _("It is on record that the commitment was kept."))
    return redirect("workshops:commitments", programme, id)


@may("workshops.invite")
@require_POST
def answered(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Whether an enterprise comes, came, cannot, or did not answer."""
    workshop, form = opened(request, programme, id, "workshops.invite"), AnsweredForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        if done(request, lambda: answer_invitation(request.person, workshop.id, form.id, said["invitation"], said["answer"])):
            messages.success(request, _("The answer is written down."))
    else:
        messages.error(request, _("Choose the invitation and what they answered."))
    return redirect("workshops:invitations", programme, id)
