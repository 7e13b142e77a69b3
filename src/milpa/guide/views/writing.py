"""Writing one's own guide: one page a part, the address is the verb."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from milpa.guide.actions import writing
from milpa.guide.comparing import Change, compared, step_changes, words_changed
from milpa.guide.editions import content_at, frozen, read
from milpa.guide.forms import GuideForm, MoveForm, PhaseForm, RemoveForm, StepForm
from milpa.guide.models import Guide, GuideEdition, Step
from milpa.guide.sent import SentForm
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import StaleRevision
from milpa.people.doors import may
from milpa.people.standing import may as allows


def _fetch(request: Any, guide_id: UUID) -> Guide:
    guides = Guide.objects.open_to(request.person, "guide.edit").select_related("adapted_from__guide__institution")
    return get_object_or_404(guides, id=guide_id)


def _step(guide: Guide, slug: str) -> Step:
    return get_object_or_404(Step.objects.select_related("phase"), phase__guide=guide, slug=slug)


def _back(request: Any, guide: Guide, slug: str = "") -> HttpResponse:
    messages.success(request, _("Saved. Programmes go on with the edition they have until you publish a new one."))
    response = redirect("guide:guide", guide.id)
    response["Location"] += f"#{slug}" if slug else ""
    return response


@may("guide.edit")
def guide(request: Any, guide_id: UUID) -> HttpResponse:
    found = _fetch(request, guide_id)
    editions = list(GuideEdition.objects.filter(guide=found, voided_by=None).order_by("-number"))
    since = editions[0] if editions else found.adapted_from
    now = content_at(found.id, found.revision)
    parts = compared(frozen(since), now) if since else []
    values = {
        "guide": found,
        "written": read(now, found.id, found.id, 0),
        "editions": editions,
        "since": since,
        "parts": parts,
        "words": words_changed(parts),
        "changed": {part.slug for part in parts if part.slug},
        "saves": list(Revision.objects.filter(document=found.id).order_by("-number").values("number", "why", "at", "by__name")[:8]),
        "may_publish": allows(request.person, "guide.publish"),
    }
    return render(request, "guide/guide.html", values)


@may("guide.edit")
def edit_guide(request: Any, guide_id: UUID) -> HttpResponse:
    guide = _fetch(request, guide_id)
    form = GuideForm(request.POST or None, guide=guide)
    texts = ("title", "subtitle", "principle")
    if form.carried_out(
        request.person, lambda: writing.rewrite_guide(request.person, guide.id, form.was, **{name: form.text(name) for name in texts})
    ):
        return _back(request, guide)
    return _shown(request, "guide/edit_guide.html", guide, form, f"guide.guide:{guide.id}")


@may("guide.edit")
def edit_phase(request: Any, guide_id: UUID, slug: str) -> HttpResponse:
    guide = _fetch(request, guide_id)
    phase = get_object_or_404(guide.phases.prefetch_related("steps"), slug=slug)
    form = PhaseForm(request.POST or None, guide=guide, phase=phase)
    if form.carried_out(request.person, lambda: writing.rewrite_phase(request.person, guide.id, form.was, slug, **form.columns())):
        return _back(request, guide, slug)
    return _shown(request, "guide/edit_phase.html", guide, form, f"guide.phase:{guide.id}:{slug}", phase=phase)


@may("guide.edit")
def edit_step(request: Any, guide_id: UUID, slug: str) -> HttpResponse:
    guide = _fetch(request, guide_id)
    step = _step(guide, slug)
    form = StepForm(request.POST or None, guide=guide, step=step)
    if form.carried_out(request.person, lambda: writing.rewrite_step(request.person, guide.id, form.was, slug, **form.columns())):
        return _back(request, guide, slug)
    overtaken = _overtaken(guide, form, slug)
    return _shown(request, "guide/edit_step.html", guide, form, f"guide.step:{guide.id}:{slug}", step=step, overtaken=overtaken)


@may("guide.edit")
def add_step(request: Any, guide_id: UUID, slug: str) -> HttpResponse:
    guide = _fetch(request, guide_id)
    phase = get_object_or_404(guide.phases, slug=slug)
    form = StepForm(request.POST or None, guide=guide)
    if form.carried_out(request.person, lambda: writing.add_step(request.person, form.id, guide.id, form.was, slug, **form.columns())):
        return _back(request, guide, form.made.slug)
    return _shown(request, "guide/add_step.html", guide, form, f"guide.new_step:{guide.id}:{slug}", phase=phase)


@may("guide.edit")
def move_step(request: Any, guide_id: UUID, slug: str) -> HttpResponse:
    guide = _fetch(request, guide_id)
    step = _step(guide, slug)
    form = MoveForm(request.POST or None, guide=guide, step=step)
    if form.carried_out(request.person, lambda: writing.move_step(request.person, guide.id, form.was, slug, *form.where())):
        return _back(request, guide, slug)
    return _shown(request, "guide/move_step.html", guide, form, "", step=step)


@may("guide.edit")
def remove_step(request: Any, guide_id: UUID, slug: str) -> HttpResponse:
    guide = _fetch(request, guide_id)
    step = Step.objects.select_related("phase").filter(phase__guide=guide, slug=slug).first()
    form = RemoveForm(request.POST or None, guide=guide)
    if (step or request.method == "POST") and form.carried_out(
        request.person, lambda: writing.remove_step(request.person, guide.id, form.was, slug, form.cleaned_data["why"])
    ):
        return _back(request, guide)
    return _shown(request, "guide/remove_step.html", guide, form, "", step=_step(guide, slug))


def _overtaken(guide: Guide, form: SentForm, slug: str) -> list[Change]:
    """What someone else changed in this step since the form was opened."""
    if not isinstance(form.refusal, StaleRevision) or not Revision.objects.filter(document=guide.id, number=form.was).exists():
        return []
    return step_changes(content_at(guide.id, form.was), content_at(guide.id, form.refusal.newest.number), slug)


def _shown(request: Any, template: str, guide: Guide, form: SentForm, what: str, **values: Any) -> HttpResponse:
    """The form; `what` is the name that its draft is kept under."""
    return render(request, template, {"guide": guide, "form": form, "what": what, **values}, status=form.status)
