"""A programme begins, and what it is called and when it runs is changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.guide.models import GuideEdition
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.standing import may
from milpa.programmes.models import Assignment, Programme, StepState
from milpa.programmes.refusals import EditionNotSeen, EndsBeforeItStarts


@dataclass(frozen=True, slots=True)
class Written:
    """What is typed of a programme."""

    title: str
    edition: UUID
    summary: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    language: str = "es"
    is_historical: bool = False  # shows only what the source says
    source: str = ""

    def refuse_impossible_days(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise EndsBeforeItStarts


def create_programme(by: Any, id: UUID, written: Written) -> Programme:
    """A programme of the person's institution with an edition that they may read; each step is assigned to the first role in its `who`.

    Sent twice it is created once. Raises NotYours, GuideEdition.DoesNotExist, EndsBeforeItStarts, Conflict for a known id with another
    title or owner.
    """
    if not may(by, "programmes.create"):
        raise NotYours
    with transaction.atomic():
        if known := Programme.objects.filter(id=id).first():
            if (known.institution_id, known.title) != (by.institution_id, written.title):
                raise Conflict
            return known
        written.refuse_impossible_days()
        GuideEdition.objects.open_to(by).get(id=written.edition)
        programme = Programme(id=id, institution_id=by.institution_id)
        _write(programme, written)
        programme.save(force_insert=True)
        assign_by_default(programme)
        ledger.revise(programme, 0, by=by, why=_("created"))
    return programme


def edit_programme(by: Any, programme_id: UUID, was: int, written: Written, *, seen: UUID | None = None) -> Programme:
    """Changes what is typed of a programme. To another edition it moves only if the person has `seen` what changes with that one:
    steps that are new get their role by default and those that are gone keep their evidence.

    Raises NotYours, Programme.DoesNotExist, GuideEdition.DoesNotExist, EditionNotSeen, EndsBeforeItStarts, StaleRevision.
    """
    if not may(by, "programmes.edit"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "programmes.edit").select_for_update().get(id=programme_id)
        written.refuse_impossible_days()
        if written.edition != programme.edition_id:
            GuideEdition.objects.open_to(by).get(id=written.edition)
            if seen != written.edition:
                raise EditionNotSeen
            StepState.objects.filter(programme=programme).update(touched=F("touched") + 1)  # its keys may be others
        _write(programme, written)
        programme.save()
        assign_by_default(programme)
        ledger.revise(programme, was, by=by)
    return programme


def _write(programme: Programme, written: Written) -> None:
    programme.title, programme.summary, programme.language = written.title, written.summary, written.language
    programme.edition_id, programme.starts_on, programme.ends_on = written.edition, written.starts_on, written.ends_on
    programme.is_historical, programme.source = written.is_historical, written.source


def assign_by_default(programme: Programme) -> None:
    """Steps that nobody is assigned to go to the first role in `who`, without a date."""
    assigned = set(programme.assignments.values_list("step", flat=True))
    Assignment.objects.bulk_create(
        Assignment(programme=programme, step=step.id, role=step.who[0])
        for step in programme.guide.steps.values()
        if step.id not in assigned and step.who
    )
