"""The register as a list: its columns, its filters, and who may see whom to call."""

from textwrap import shorten
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.conglomerates import reads, reference
from milpa.conglomerates.finding import KIND
from milpa.conglomerates.models import Enterprise
from milpa.conglomerates.register_words import AREA, LANGUAGES, LED_BY, SIZE
from milpa.people.standing import may
from milpa.programmes.models import Programme
from milpa.web.addresses import url
from milpa.web.listing import Choice, Column, Listing, Words

NAME = "enterprises"
ACTIVITY_LENGTH = 40


def listing(request: Any, programme: UUID) -> Listing:
    """The register of a programme, as far as the person may see it."""
    return of(
        request, Programme.objects.open_to(request.person, "conglomerates.see_register").select_related("institution").get(id=programme)
    )


def of(request: Any, whole: Programme) -> Listing:
    """The enterprises of a programme without those that were joined into another. Three queries before the rows."""
    rows = Enterprise.objects.filter(programme=whole).standing()
    places = reference.municipalities(whole.institution.country)
    titles = reference.class_titles(reads.activities(whole.id))
    return Listing(
        name=NAME,
        title=_("The register of enterprises"),
        request=request,
        rows=rows,
        columns=[*_columns(whole.id, places, titles), *(_contacts() if may(request.person, "conglomerates.see_contacts") else [])],
        filters=_filters(places, titles),
        order="name",
        empty=_("Here stand the enterprises of the conglomerate: who they are, where, of what size and how one reaches them."),
        first_step=(_("Bring a list"), reverse("conglomerates:bring_list", args=[whole.id]))
        if may(request.person, "conglomerates.import_register")
        else None,
        note=_("Size class by the norm of the country and of the year of the figures."),
    )


def _columns(programme: UUID, places: list[Any], titles: dict[str, str]) -> list[Column]:
    municipality = {one.code: one.name for one in places}
    department = {one.department: one.department_name for one in places}
    return [
        Column("name", _("Enterprise"), order="name", href=lambda row: url("conglomerates:enterprise", programme, row["pk"])),
        Column("activity", _("Activity"), lambda row: _activity(row["isic"], titles), reads=("isic",)),
        Column("department", _("Department"), lambda row: department.get(row["department"], row["department"]), order="department"),
        Column("municipality", _("Municipality"), lambda row: municipality.get(row["municipality"], ""), reads=("municipality",)),
        Column("area", _("Area"), lambda row: str(AREA[row["is_rural"]]), reads=("is_rural",)),
        Column("workers", _("Workers"), kind="number", order="workers"),
        Column("size", _("Size"), lambda row: str(SIZE[row["size"]]), reads=("size",)),
        Column("led_by", _("Led by"), lambda row: str(LED_BY[row["led_by"]]), reads=("led_by",)),
        Column("language", _("Language"), lambda row: str(LANGUAGES.get(row["language"], row["language"])), reads=("language",)),
    ]


def _activity(isic: str, titles: dict[str, str]) -> str:
    """The code and the beginning of its title: whole titles make rows of ten lines."""
    return shorten(f"{isic} {titles.get(isic, '')}", ACTIVITY_LENGTH, placeholder="…")


def _contacts() -> list[Column]:
    return [Column("contact", _("Whom to ask for")), Column("phone", _("Telephone"))]


def _filters(places: list[Any], titles: dict[str, str]) -> list[Any]:
    departments = sorted({(one.department, one.department_name) for one in places}, key=lambda row: row[1])
    return [
        Words("q", _("Search"), found_as=KIND),
        Choice("department", _("Department"), departments),
        Choice("size", _("Size"), [(slug, name) for slug, name in SIZE.items() if slug]),
        Choice("isic", _("Activity"), sorted((code, title) for code, title in titles.items() if code)),
        Choice("led_by", _("Led by"), [(slug, name) for slug, name in LED_BY.items() if slug]),
        Choice("area", _("Area"), [("True", AREA[True]), ("False", AREA[False])], field="is_rural"),
    ]
