"""Loads the first edition from `guide.yaml`; repeatable: a file that says the same changes nothing."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from milpa import ledger
from milpa.guide.models import Guide, GuideEdition, Phase, Step
from milpa.people.models import Institution

FILE = Path(__file__).parent / "guide.yaml"
OWNER = "Milpa"


def load(owner: Institution | None = None) -> GuideEdition:
    """The newest edition of the base guide, made from the file where it differs. Its owner is Milpa's own institution."""
    data = yaml.safe_load(FILE.read_text())
    with transaction.atomic():
        owner = owner or _owner()
        guide = Guide.objects.filter(institution=owner, adapted_from=None).first()
        if guide is None:
            guide = Guide(institution=owner)
            guide.save(force_insert=True)
        fill(guide, data)
        ledger.revise(guide, guide.revision, by=None, why="guide.yaml")
        return publish_if_new(guide)


def _owner() -> Institution:
    owner = Institution.objects.filter(name=OWNER, kind="other").first()
    if owner is None:
        owner = Institution(name=OWNER, kind="other")
        owner.institution = owner
        ledger.create(owner, by=None)
    return owner


def fill(guide: Guide, data: dict[str, Any]) -> None:
    """Writes the file's structure into the guide's tables."""
    edition = data["edition"]
    guide.title, guide.subtitle, guide.principle = edition["title"], edition["subtitle"], edition["principle"]
    guide.instruments, guide.instrument_titles, guide.roles = data["instruments"], data["instrument_titles"], data["roles"]
    guide.save()
    guide.phases.all().delete()
    for place, phase in enumerate(data["phases"], start=1):
        gate = phase["gate"]
        row = Phase.objects.create(
            guide=guide,
            place=place,
            slug=phase["id"],
            title=phase["title"],
            question=phase["question"],
            gate_sentence=gate["sentence"],
            gate_needs=gate["needs"],
            gate_informs=gate.get("informs", []),
        )
        Step.objects.bulk_create(
            Step(
                phase=row,
                place=number,
                slug=step["id"],
                source=step["source"],
                title=step["title"],
                purpose=step["purpose"],
                who=step["who"],
                activities=step["activities"],
                instruments=step["instruments"],
                evidence=step["evidence"],
            )
            for number, step in enumerate(phase["steps"], start=1)
        )


def publish_if_new(guide: Guide) -> GuideEdition:
    """The edition of the guide's newest revision; a new one if there is none yet."""
    last = GuideEdition.objects.filter(guide=guide).in_order().last()
    if last is not None and last.revision == guide.revision:
        return last
    fact = GuideEdition(
        id=ledger.uuid7(), institution_id=guide.institution_id, guide=guide, number=last.number + 1 if last else 1, revision=guide.revision
    )
    return ledger.append([fact])[0]
