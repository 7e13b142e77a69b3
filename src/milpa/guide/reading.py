"""What the guide's pages read, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.guide.editions import Edition, EditionPhase, EditionStep
from milpa.guide.evidence import title_of
from milpa.guide.models import Guide, GuideEdition
from milpa.guide.texts import Text


@dataclass(frozen=True, slots=True)
class Shelved:
    """A guide on the shelf: its newest edition, if it has one."""

    guide: UUID
    title: Text
    owner: str
    is_mine: bool
    edition: UUID | None
    number: int | None
    published: datetime | None
    origin: Text | None
    origin_number: int | None


def shelf(person: Any) -> list[Shelved]:
    """The guides that the person may read, own ones first. Two queries."""
    guides = list(Guide.objects.open_to(person).select_related("institution", "adapted_from__guide"))
    newest: dict[UUID, GuideEdition] = {}
    for edition in GuideEdition.objects.filter(guide__in=[guide.id for guide in guides], voided_by=None).order_by("number"):
        newest[edition.guide_id] = edition
    rows = [_shelved(guide, newest.get(guide.id), person) for guide in guides]
    return sorted((row for row in rows if row.is_mine or row.edition), key=lambda row: (not row.is_mine, str(row.title)))


def _shelved(guide: Guide, edition: GuideEdition | None, person: Any) -> Shelved:
    origin = guide.adapted_from
    return Shelved(
        guide=guide.id,
        title=Text(guide.title),
        owner=guide.institution.name,
        is_mine=guide.institution_id == person.institution_id,
        edition=edition.id if edition else None,
        number=edition.number if edition else None,
        published=edition.recorded_at if edition else None,
        origin=Text(origin.guide.title) if origin else None,
        origin_number=origin.number if origin else None,
    )


def before_edition(edition: GuideEdition) -> GuideEdition | None:
    """The edition published before this one."""
    return GuideEdition.objects.filter(guide=edition.guide_id, number__lt=edition.number, voided_by=None).order_by("-number").first()


@dataclass(frozen=True, slots=True)
class StepRead:
    """A step as the handbook tells it."""

    slug: str
    number: str  # "4.2"
    title: str
    purpose: str
    activities: tuple[str, ...]
    who: str
    instruments: tuple[tuple[str, str], ...]  # (id, title)
    evidence: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class PhaseRead:
    slug: str
    number: int
    title: str
    question: str
    gate: str
    needs: str
    informs: str
    steps: tuple[StepRead, ...]


def chapters(edition: Edition) -> list[PhaseRead]:
    """The edition as a handbook in the reader's language."""
    return [_phase_read(edition, phase) for phase in edition.phases]


def _phase_read(edition: Edition, phase: EditionPhase) -> PhaseRead:
    def named(slugs: tuple[str, ...]) -> str:
        return "; ".join(str(edition.steps[slug].title) for slug in slugs if slug in edition.steps)

    steps = tuple(step_read(edition, step, f"{phase.number}.{place}") for place, step in enumerate(phase.steps, start=1))
    texts = (str(phase.title), str(phase.question), str(phase.gate_sentence))
    return PhaseRead(phase.id, phase.number, *texts, named(phase.gate_needs), named(phase.gate_informs), steps)


def step_read(edition: Edition, step: EditionStep, number: str) -> StepRead:
    return StepRead(
        slug=step.id,
        number=number,
        title=str(step.title),
        purpose=str(step.purpose),
        activities=tuple(str(activity) for activity in step.activities),
        who=", ".join(str(edition.roles.get(word, word)) for word in step.who),
        instruments=tuple((id, str(edition.instrument_titles.get(id, id))) for id in step.instruments),
        evidence="; ".join(title_of(key) for key in step.evidence) or _("something attached by hand"),
        is_own=step.source == "own",
    )
