"""Replication: a new programme grown from another, with what was chosen to be taken. Needs are always asked anew."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.guide.models import GuideEdition
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.standing import may
from milpa.programmes import registries
from milpa.programmes.actions.creating import Written, assign_by_default
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch


def replicate(by: Any, id: UUID, from_id: UUID, written: Written, takes: Collection[str] = ()) -> Programme:
    """A programme of the person's institution, grown from one that it owns or takes part in. `takes`: names in `registries.takes`.

    Sent twice it grows once. Raises NotYours, Programme.DoesNotExist, GuideEdition.DoesNotExist, EndsBeforeItStarts, Conflict, and
    KeyError for something that nobody offers.
    """
    if not may(by, "programmes.replicate"):
        raise NotYours
    with transaction.atomic():
        old = Programme.objects.open_to(by).get(id=from_id)
        if known := Programme.objects.filter(id=id).first():
            if (known.institution_id, known.grown_from_id, known.title) != (by.institution_id, old.id, written.title):
                raise Conflict
            return known
        new = _grown(by, id, old, written)
        for name in takes:
            registries.takes[name].take(old, new, by)
        touch(old.id, "programmes.replicated")
    return new


def _grown(by: Any, id: UUID, old: Programme, written: Written) -> Programme:
    written.refuse_impossible_days()
    if written.edition != old.edition_id:
        GuideEdition.objects.open_to(by).get(id=written.edition)
    new = Programme(id=id, institution_id=by.institution_id, grown_from=old, edition_id=written.edition)
    new.title, new.summary, new.language = written.title, written.summary, written.language
    new.starts_on, new.ends_on = written.starts_on, written.ends_on
    new.save(force_insert=True)
    assign_by_default(new)
    ledger.revise(new, 0, by=by, why=_("grown from “{programme}”").format(programme=old.title))
    return new
