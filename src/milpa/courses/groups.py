"""The groups of an edition as pages show them: what each is, who is in which, and the list to put people into them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.courses.models import CourseEdition, EditionGroup, Enrolment, GroupChosen, Session
from milpa.web.listing import Choice, Column, Listing, Words

NONE = "none"


def groups_of(edition: UUID) -> list[EditionGroup]:
    """In their order. One query."""
    return list(EditionGroup.objects.filter(edition=edition))


def by_enrolment(edition: UUID) -> dict[UUID, UUID | None]:
    """enrolment -> its group: the newest that somebody chose, else what was asked for with the place. One query."""
    return dict(grouped(Enrolment.objects.filter(edition=edition, voided_by=None)).values_list("id", "in_group"))


def grouped(enrolments: Any) -> Any:
    """in_group: the newest group that somebody chose, else what was asked for with the place."""
    newest = GroupChosen.objects.newest_first().filter(enrolment=OuterRef("pk")).values("group")[:1]
    return enrolments.annotate(in_group=Coalesce(Subquery(newest), "asked__group"))


def listed(session: Session) -> Any:
    """The enrolments that stand in the attendance list: everybody's, or those of its group and whoever was marked in it before."""
    enrolled = Enrolment.objects.filter(edition=session.edition_id, voided_by=None)
    if session.group_id is None:
        return enrolled
    marked = session.attendance.filter(voided_by=None).values("enrolment")
    return grouped(enrolled).filter(Q(in_group=session.group_id) | Q(id__in=marked))


def group_of(enrolment: UUID) -> EditionGroup | None:
    """The group that one enrolment is in, if its edition has groups. One query."""
    mine = grouped(Enrolment.objects.filter(id=enrolment)).values("in_group")[:1]
    return EditionGroup.objects.filter(id=Subquery(mine)).first()


def label(group: EditionGroup) -> str:
    """ "Martes (K'iche', martes 19:00)"."""
    language = group.get_language_display()
    about = ", ".join(part for part in (language if language.casefold() != group.name.casefold() else "", group.schedule) if part)
    return f"{group.name} ({about})" if about else group.name


def choices_of(groups: Sequence[EditionGroup]) -> list[tuple[str, str]]:
    """What an enrolment asks; nothing where there is no choice."""
    return [(str(group.id), label(group)) for group in groups] if len(groups) > 1 else []


def sizes(groups: Sequence[EditionGroup], members: Mapping[UUID, UUID | None]) -> list[tuple[EditionGroup, int]]:
    counted = Counter(members.values())
    return [(group, counted[group.id]) for group in groups]


def listing(request: Any, programme: UUID, edition: UUID) -> Listing:
    """Everybody enrolled with their group. Raises Http404."""
    found = get_object_or_404(CourseEdition.objects.open_to(request.person, "courses.see_people"), id=edition, programme=programme)
    known = groups_of(found.pk)
    names = {group.id: group.name for group in known}
    enrolled = grouped(found.enrolments.standing()).select_related("person", "enterprise")

    def place(row: Any) -> str:
        return reverse("courses:place_in_group", args=[programme, edition, row["id"]])

    return Listing(
        name="course-groups",
        title=_("Who is in which group"),
        request=request,
        rows=[_row(row, names) for row in enrolled.order_by("person__name", "id")],
        columns=[
            Column("name", _("Name"), order="name", href=place),
            Column("enterprise", _("Enterprise"), order="enterprise"),
            Column("group_name", _("Group"), order="group_name"),
        ],
        filters=[filter_by(known), Words("words", _("Name"), fields=("name", "enterprise"))],
        order="name",
        empty=_("Here stands everybody who is enrolled, with their group."),
    )


def filter_by(groups: Sequence[EditionGroup]) -> Choice:
    return Choice("group", _("Group"), [*((str(group.id), group.name) for group in groups), (NONE, _("in no group yet"))])


def put_into(rows: Iterable[dict[str, Any]], groups: Sequence[EditionGroup], members: Mapping[UUID, UUID | None]) -> None:
    """Says of each row, which is of an enrolment, in which group it is."""
    names = {group.id: group.name for group in groups}
    for row in rows:
        row |= _named(members.get(row["id"]), names)


def _row(row: Any, names: Mapping[UUID, str]) -> dict[str, Any]:
    enterprise = row.enterprise.name if row.enterprise else ""
    return {"id": row.pk, "name": row.person.name, "enterprise": enterprise} | _named(row.in_group, names)


def _named(group: UUID | None, names: Mapping[UUID, str]) -> dict[str, Any]:
    name = names.get(group, "") if group else ""
    return {"group": str(group) if name else NONE, "group_name": name or _("in no group yet")}
