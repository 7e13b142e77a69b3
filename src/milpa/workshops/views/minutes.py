"""The minutes: their page, issuing them, their PDF."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.web.jobs.working import start
from milpa.workshops.actions.closing import issue_minutes
from milpa.workshops.actions.signing_minutes import sign_minutes
from milpa.workshops.forms import MinutesForm, VoiceForm
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Workshop
from milpa.workshops.room_forms import SignForm
from milpa.workshops.tasks import make_everything, make_minutes, make_minutes_docx
from milpa.workshops.views.opening import may_in, opened


def show(
    request: Any, workshop: Workshop, *, status: int = 200, form: MinutesForm | None = None, sign_form: SignForm | None = None
) -> HttpResponse:
    found, allowed = Minutes(workshop), may_in(request.person, workshop.programme)
    is_signable = found.is_closed and found.signed.number > 0
    values = {
        "workshop": workshop,
        "minutes": found,
        "may_issue": allowed("workshops.facilitate") and (found.is_closed or form is not None),  # what was typed stays in sight
        "may_explain": allowed("workshops.invite"),
        "form": form or MinutesForm.of(found.text),
        "voice_form": VoiceForm(),
        "may_sign": is_signable and not found.signed.has_signed(request.person) and allowed("workshops.sign_minutes"),
        "sign_form": sign_form or SignForm(),
    }
    return render(request, "workshops/minutes.html", around(workshop.programme, **values), status=status)


@may("workshops.see")
@require_safe
def minutes(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, opened(request, programme, id))


@may("workshops.facilitate")
@require_POST
def issue(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), MinutesForm(request.POST)
    if form.carried_out(request.person, lambda: issue_minutes(request.person, workshop.id, form.id, form.cleaned_data["text"])):
        messages.success(request, _("The minutes are issued: everybody of the programme can read them."))
        return redirect("workshops:minutes", programme, id)
    return show(request, workshop, status=form.status, form=form)


@may("workshops.sign_minutes")
@require_POST
def sign(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """For one's institution, the revision that one read."""
    workshop, form = opened(request, programme, id, "workshops.sign_minutes"), SignForm(request.POST)
    if form.carried_out(
        request.person, lambda: sign_minutes(request.person, workshop.id, form.was, form.id, form.cleaned_data["capacity"])
    ):
        messages.success(request, _("You have signed revision {n} of the minutes.").format(n=form.was))
        return redirect("workshops:minutes", programme, id)
    return show(request, workshop, status=form.status, sign_form=form)


MADE = {"pdf": make_minutes, "docx": make_minutes_docx, "csv": make_everything}


@may("workshops.see")
@require_POST
def make(request: Any, programme: UUID, id: UUID, kind: str) -> HttpResponse:
    """The worker makes the PDF, the DOCX, or everything as CSV in one zip; its page tells how far it is."""
    if kind not in MADE:
        raise Http404
    workshop = opened(request, programme, id)
    titles = {"csv": _("Everything of “{workshop}” as CSV")}
    title = titles.get(kind, _("Minutes of “{workshop}”")).format(workshop=workshop.title)
    back = reverse("workshops:minutes", args=[programme, id])
    job = start(request.person, title, MADE[kind], str(workshop.id), back=back)
    return redirect("web:job", job.id)
