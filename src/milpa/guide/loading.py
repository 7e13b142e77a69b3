"""Loads the first edition from `guide.yaml`; repeatable: a file that says the same changes nothing."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from milpa import ledger
from milpa.guide.content import fill
from milpa.guide.models import Guide, GuideEdition
from milpa.people.models import Institution

FILE = Path(__file__).parent / "guide.yaml"
OWNER = "Milpa"


def load(owner: Institution | None = None) -> GuideEdition:
    """The newest edition of the base guide, made from the file where it differs. Its owner is Milpa's own institution."""
    plain = content_of(yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    with transaction.atomic():
        owner = owner or _owner()
        guide = Guide.objects.filter(institution=owner, adapted_from=None).first()
        if guide is None:
            guide = Guide(institution=owner)
            guide.save(force_insert=True)
        fill(guide, plain)
        ledger.revise(guide, guide.revision, by=None, why="guide.yaml")
        return publish_if_new(guide)


def _owner() -> Institution:
    owner = Institution.objects.filter(name=OWNER, kind="other").first()
    if owner is None:
        owner = Institution(name=OWNER, kind="other")
        owner.institution = owner
        ledger.create(owner, by=None)
    return owner


def content_of(file: dict[str, Any]) -> dict[str, Any]:
    """The file as a guide's content."""
    edition = file["edition"]
    return {
        "title": edition["title"],
        "subtitle": edition["subtitle"],
        "principle": edition["principle"],
        "instruments": file["instruments"],
        "instrument_titles": file["instrument_titles"],
        "roles": file["roles"],
        "phases": [{**phase, "gate": {"informs": [], **phase["gate"]}} for phase in file["phases"]],
    }


def publish_if_new(guide: Guide) -> GuideEdition:
    """The edition of the guide's newest revision; a new one if there is none yet."""
    last = GuideEdition.objects.filter(guide=guide).in_order().last()
    if last is not None and last.revision == guide.revision:
        return last
    fact = GuideEdition(
        id=ledger.uuid7(), institution_id=guide.institution_id, guide=guide, number=last.number + 1 if last else 1, revision=guide.revision
    )
    return ledger.append([fact])[0]
