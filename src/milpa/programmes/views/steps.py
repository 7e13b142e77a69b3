"""A step: what it is for, who does it, what shows that it is done; evidence attached, judged and withdrawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from milpa.guide.evidence import KEYS, title_of
from milpa.guide.reading import step_read
from milpa.people.doors import may, opens
from milpa.people.standing import may as allows
from milpa.programmes import telling
from milpa.programmes.actions.attaching import attach, suffice, withdraw_evidence
from milpa.programmes.forms import AttachForm, WhyForm
from milpa.programmes.journeys import Standing, StepStanding, standings
from milpa.programmes.later import address
from milpa.programmes.models import EvidenceAttached, Programme
from milpa.programmes.remembering import mark
from milpa.programmes.views.fetching import around, fetch
from milpa.web.uploads import reading


def _read(request: Any, programme: UUID, step: str, verb: str = "programmes.see") -> tuple[Programme, Standing, StepStanding]:
    found = fetch(request, programme, verb)
    standing = standings([found], mark())[found.id]
    if step not in standing.edition.steps:
        raise Http404
    return found, standing, standing.step(step)


def _form(request: Any, step: StepStanding, programme: Programme, sent: bool = False) -> AttachForm:
    suffices = allows(request.person, "programmes.suffice") and request.person.institution_id == programme.institution_id
    return AttachForm(request.POST if sent else None, request.FILES if sent else None, step=step.step, may_suffice=suffices)


def _shown(request: Any, read: tuple[Programme, Standing, StepStanding], form: AttachForm) -> HttpResponse:
    programme, standing, step = read
    phase = standing.phase(step.step.phase)
    number = f"{phase.phase.number}.{phase.phase.steps.index(step.step) + 1}"
    files = reading.of("programmes.evidence", [row.id for row in step.evidence if row.file])
    values = {
        "standing": standing,
        "phase": phase,
        "step": step,
        "read": step_read(standing.edition, step.step, number),
        "keys": [_key(step, key, request.person) for key in step.step.evidence],
        "weft": telling.WEFT,
        "files": {id: found[0] for id, found in files.items() if found},
        "form": form,
        "may_attach": Programme.objects.open_to(request.person, "programmes.attach").filter(id=programme.id).exists(),
        "may_suffice": "suffices" in form.fields,
        "title_of": title_of,
        "beside": _beside(programme, step),
    }
    return render(request, "programmes/step.html", around(programme, **values), status=form.status)


# what stands beside an evidence key on a page of a later package: the evidence answers whether, the page shows how
BESIDE = {
    "courses.enrolled_diagnosed": ("readiness:profile", gettext_lazy("Profile: what people do alone on the phone")),
    "courses.levelling_offered": ("readiness:profile", gettext_lazy("Profile: what people do alone on the phone")),
    "results.satisfaction_available": ("results:satisfaction", gettext_lazy("Satisfaction, edition by edition")),
    "results.report_delivered": ("results:reports", gettext_lazy("Reports of the programme")),
}


def _beside(programme: Programme, step: StepStanding) -> list[tuple[Any, str]]:
    """Pages that show more than whether the evidence is there: (label, address)."""
    named = [BESIDE[key] for key in step.step.evidence if key in BESIDE]
    return [(label, found) for name, label in named if (found := address(name, programme.id))]


def _key(step: StepStanding, key: str, person: Any) -> dict[str, Any]:
    """One evidence key of the step: how it stands, and whether Milpa sees it by itself."""
    answer = step.answers.get(key)
    return {
        "title": title_of(key),
        "when": KEYS[key].when if key in KEYS else "",
        "answer": answer,
        "link": answer.link if answer and answer.link and opens(person, answer.link) else "",
        "by_hand": key in step.state.by_hand,
        "is_met": key not in step.state.missing,
    }


@may("programmes.see")
def step(request: Any, programme: UUID, step: str) -> HttpResponse:
    read = _read(request, programme, step)
    return _shown(request, read, _form(request, read[2], read[0]))


@may("programmes.attach")
@require_POST
def attach_evidence(request: Any, programme: UUID, step: str) -> HttpResponse:
    read = _read(request, programme, step, "programmes.attach")
    form = _form(request, read[2], read[0], sent=True)
    if form.carried_out(request.person, lambda: attach(request.person, form.id, programme, form.attachment(), form.cleaned_data["file"])):
        messages.success(request, _("Attached."))
        return redirect("programmes:step", programme, step)
    return _shown(request, read, form)


def _evidence(request: Any, programme: Programme, evidence: UUID) -> EvidenceAttached:
    found = EvidenceAttached.objects.filter(programme=programme, id=evidence).first()
    if found is None:
        raise Http404
    return found


@may("programmes.suffice")
def say_it_suffices(request: Any, programme: UUID, evidence: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.suffice")
    row = _evidence(request, found, evidence)
    form = WhyForm(request.POST or None)
    if form.carried_out(request.person, lambda: suffice(request.person, form.id, evidence, form.cleaned_data["why"])):
        messages.success(request, _("Written: it suffices."))
        return redirect("programmes:step", programme, row.step)
    return render(request, "programmes/suffices.html", around(found, form=form, evidence=row), status=form.status)


@may("programmes.attach")
def withdraw(request: Any, programme: UUID, evidence: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.attach")
    row = _evidence(request, found, evidence)
    form = WhyForm(request.POST or None)
    if form.carried_out(request.person, lambda: withdraw_evidence(request.person, form.id, evidence, form.cleaned_data["why"])):
        messages.success(request, _("Withdrawn. It stays in sight with your reason."))
        return redirect("programmes:step", programme, row.step)
    return render(request, "programmes/withdraw.html", around(found, form=form, evidence=row), status=form.status)
