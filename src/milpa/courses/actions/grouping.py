"""The groups of an edition: made, changed, taken out; and who is put into which."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import groups
from milpa.courses.actions.announcing import changing
from milpa.courses.actions.writing import change, close_ranks, kept
from milpa.courses.models import EditionGroup, Enrolment, GroupChosen
from milpa.courses.refusals import GroupInUse, GroupMeets, NoSuchGroup
from milpa.people.models import Person

OF_GROUP = ("name", "language", "schedule")


def add_group(by: Person, edition_id: UUID, was: int, id: UUID, sheet: dict[str, Any]) -> EditionGroup:
    """A group at the end: name, language, schedule. Sent twice it is one. Raises CourseEdition.DoesNotExist, StaleRevision."""
    with changing(by, edition_id, was, why=sheet["name"]) as edition:
        known = edition.groups.filter(id=id).first()
        return known or EditionGroup.objects.create(id=id, edition=edition, place=edition.groups.count() + 1, **kept(sheet, OF_GROUP))


def edit_group(by: Person, edition_id: UUID, was: int, group_id: UUID, sheet: dict[str, Any]) -> EditionGroup:
    """Changes a group's name, language, schedule. Raises EditionGroup.DoesNotExist, StaleRevision."""
    with changing(by, edition_id, was) as edition:
        group = edition.groups.get(id=group_id)
        change(group, kept(sheet, OF_GROUP))
        return group


def remove_group(by: Person, edition_id: UUID, was: int, group_id: UUID) -> None:
    """Takes out a group without people and sessions. Raises EditionGroup.DoesNotExist, GroupInUse, GroupMeets, StaleRevision."""
    with changing(by, edition_id, was) as edition:
        group = edition.groups.get(id=group_id)
        if group_id in groups.by_enrolment(edition.pk).values():
            raise GroupInUse(group=group.name)
        if group.sessions.exists():
            raise GroupMeets(group=group.name)
        group.delete()
        close_ranks(list(edition.groups.all()))


def place_in_group(by: Person, enrolment_id: UUID, id: UUID, group_id: UUID) -> GroupChosen:
    """From now on the person is in this group of their edition. Sent twice it is once. Raises Enrolment.DoesNotExist, NoSuchGroup."""
    with transaction.atomic():
        enrolment = Enrolment.objects.open_to(by, "courses.enrol").standing().select_related("edition").get(id=enrolment_id)
        fact = GroupChosen(id=id, by=by, institution_id=enrolment.institution_id, enrolment=enrolment, group=group_id)
        known, new = ledger.recognise([fact])
        if new:
            if not enrolment.edition.groups.filter(id=group_id).exists():
                raise NoSuchGroup
            known += ledger.append(new)
        stored: GroupChosen = known[0]
        return stored
