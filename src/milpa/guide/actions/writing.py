"""Writing an institution's own guide: each save is a revision; what programmes work with stays as it was published."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.guide.models import Guide, Phase, Step
from milpa.guide.refusals import LastStep
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.standing import may

SLUG = 40


def _fetch(by: Any, guide_id: UUID) -> Guide:
    """The guide, held until the save is done. Raises NotYours, Guide.DoesNotExist for another institution's."""
    if not may(by, "guide.edit"):
        raise NotYours
    return Guide.objects.open_to(by, "guide.edit").select_for_update().get(id=guide_id)


def rewrite_guide(
    by: Any, guide_id: UUID, was: int, *, title: dict[str, str], subtitle: dict[str, str], principle: dict[str, str]
) -> Guide:
    """What the guide is called and what it holds to. Raises NotYours, Guide.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        guide.title, guide.subtitle, guide.principle = title, subtitle, principle
        guide.save(update_fields=["title", "subtitle", "principle"])
        ledger.revise(guide, was, by=by, why=_("title and principle"))
    return guide


def rewrite_phase(by: Any, guide_id: UUID, was: int, slug: str, **columns: Any) -> Phase:
    """A phase's title, question and gate: title, question, gate_sentence, gate_needs, gate_informs.

    Raises NotYours, Guide.DoesNotExist, Phase.DoesNotExist, StaleRevision.
    """
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        phase = guide.phases.get(slug=slug)
        for name, value in columns.items():
            setattr(phase, name, value)
        phase.save(update_fields=[*columns])
        ledger.revise(guide, was, by=by, why=_("phase “{title}”").format(title=phase.title["es"]))
    return phase


def rewrite_step(by: Any, guide_id: UUID, was: int, slug: str, **columns: Any) -> Step:
    """A step's texts and lists: title, purpose, who, activities, instruments, evidence.

    Raises NotYours, Guide.DoesNotExist, Step.DoesNotExist, StaleRevision.
    """
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        step = Step.objects.get(phase__guide=guide, slug=slug)
        for name, value in columns.items():
            setattr(step, name, value)
        step.save(update_fields=[*columns])
        ledger.revise(guide, was, by=by, why=_("step “{title}”").format(title=step.title["es"]))
    return step


def add_step(by: Any, id: UUID, guide_id: UUID, was: int, phase_slug: str, **columns: Any) -> Step:
    """A new step at the end of its phase, counted by its gate. Its slug follows from its title and the form's id, so sent twice it is one.

    Raises NotYours, Guide.DoesNotExist, Phase.DoesNotExist, StaleRevision, Conflict for a known id with another title.
    """
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        tail = id.hex[-6:]
        if known := Step.objects.filter(phase__guide=guide, slug__endswith=f"-{tail}").first():
            if known.title != columns["title"]:
                raise Conflict
            return known
        phase = guide.phases.get(slug=phase_slug)
        slug = f"{slugify(columns['title']['es'])[: SLUG - len(tail) - 1].strip('-') or 'paso'}-{tail}"
        step = Step.objects.create(phase=phase, place=phase.steps.count() + 1, slug=slug, source="own", **columns)
        phase.gate_needs = [*phase.gate_needs, slug]
        phase.save(update_fields=["gate_needs"])
        ledger.revise(guide, was, by=by, why=_("new step “{title}”").format(title=step.title["es"]))
    return step


def remove_step(by: Any, guide_id: UUID, was: int, slug: str, why: str) -> Guide:
    """Takes a step out of the guide and of its gate; it stands in the revisions before. Taken out twice it is out once.

    Raises NotYours, Guide.DoesNotExist, Step.DoesNotExist, LastStep, StaleRevision.
    """
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        step = Step.objects.filter(phase__guide=guide, slug=slug).select_related("phase").first()
        if step is None:
            if not _stood_at(guide, was, slug):
                raise Step.DoesNotExist
            return guide
        if step.phase.steps.count() == 1:
            raise LastStep(step=step.title["es"])
        step.delete()
        _forget(step.phase, slug)
        _number(step.phase)
        ledger.revise(guide, was, by=by, why=_("without step “{title}”: {why}").format(title=step.title["es"], why=why))
    return guide


def move_step(by: Any, guide_id: UUID, was: int, slug: str, phase_slug: str, place: int) -> Step:
    """Puts a step at a place (from 1) of a phase. If its gate counted or showed it, so does the gate of the phase it comes to.

    Raises NotYours, Guide.DoesNotExist, Step.DoesNotExist, Phase.DoesNotExist, LastStep, StaleRevision.
    """
    with transaction.atomic():
        guide = _fetch(by, guide_id)
        step = Step.objects.select_related("phase").get(phase__guide=guide, slug=slug)
        left, to = step.phase, guide.phases.get(slug=phase_slug)
        if left != to:
            if left.steps.count() == 1:
                raise LastStep(step=step.title["es"])
            _take_along(left, to, slug)
        step.phase = to
        step.save(update_fields=["phase"])
        _number(left)
        _number(to, step, place)
        ledger.revise(guide, was, by=by, why=_("step “{title}” moved").format(title=step.title["es"]))
    return step


def _number(phase: Phase, moved: Step | None = None, place: int = 1) -> None:
    """Steps count from 1 without holes, with `moved` at its place."""
    others = [step for step in phase.steps.order_by("place", "id") if moved is None or step.pk != moved.pk]
    if moved is not None:
        others.insert(max(0, min(place - 1, len(others))), moved)
    for number, step in enumerate(others, start=1):
        step.place = number
    Step.objects.bulk_update(others, ["place"])


def _forget(phase: Phase, slug: str) -> None:
    phase.gate_needs = [need for need in phase.gate_needs if need != slug]
    phase.gate_informs = [step for step in phase.gate_informs if step != slug]
    phase.save(update_fields=["gate_needs", "gate_informs"])


def _take_along(left: Phase, to: Phase, slug: str) -> None:
    to.gate_needs = to.gate_needs + [need for need in left.gate_needs if need == slug]
    to.gate_informs = to.gate_informs + [step for step in left.gate_informs if step == slug]
    to.save(update_fields=["gate_needs", "gate_informs"])
    _forget(left, slug)


def _stood_at(guide: Guide, number: int, slug: str) -> bool:
    revision = Revision.objects.filter(document=guide.id, number=number).first()
    return revision is not None and any(step["id"] == slug for phase in revision.plain()["phases"] for step in phase["steps"])
