"""In which departments the enterprises are, and of what size: for the map and for its table. Two queries."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from milpa.conglomerates import reference
from milpa.conglomerates.models import Enterprise
from milpa.conglomerates.register_words import SIZE
from milpa.programmes.models import Programme
from milpa.web import maps


@dataclass(frozen=True, slots=True)
class Spread:
    """`finding` says it in words; `picture` is None where the country's outlines are not known or nothing stands in the register."""

    finding: str
    picture: Markup | None
    legend: Markup | None
    columns: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    without: int  # enterprises whose department nobody said
    count: int  # of all


def spread_of(programme: Programme) -> Spread:
    country = programme.institution.country
    names = dict(reference.departments(country))
    counted = Enterprise.objects.filter(programme=programme).standing().order_by().values_list("department", "size").annotate(n=Count("id"))
    by: dict[str, Counter[str]] = {code: Counter() for code in names}
    for department, size, n in counted:
        by.setdefault(department, Counter())[size] += n
    without = sum(by.pop("", Counter()).values())
    totals = {code: sizes.total() for code, sizes in by.items()}
    drawn = reference.outlines_of(country) if any(totals.values()) else None
    return Spread(
        finding=_finding({names.get(code, code): n for code, n in totals.items() if n}, len(names)),
        picture=maps.department_map(drawn, totals, _("Enterprises by department")) if drawn else None,
        legend=maps.map_legend(totals) if drawn else None,
        columns=_columns(),
        rows=_rows(names, by),
        without=without,
        count=sum(totals.values()) + without,
    )


def _columns() -> list[dict[str, Any]]:
    sizes = [{"key": slug or "unknown", "label": str(name), "numeric": True} for slug, name in SIZE.items()]
    head = {"key": "department", "label": _("Department"), "head": True}
    return [head, {"key": "all", "label": _("Enterprises"), "numeric": True}, *sizes]


def _rows(names: dict[str, str], by: dict[str, Counter[str]]) -> list[dict[str, Any]]:
    order = sorted(by, key=lambda code: (-by[code].total(), names.get(code, code)))
    return [
        {"department": names.get(code, code), "all": by[code].total()} | {slug or "unknown": by[code][slug] for slug in SIZE}
        for code in order
    ]


def _finding(totals: dict[str, int], departments: int) -> str:
    if not totals:
        return _("The register is empty so far.")
    most = max(totals, key=lambda name: totals[name])
    reached = ngettext("{n} of {all} departments has enterprises", "{n} of {all} departments have enterprises", len(totals))
    return _("{reached}; most are in {most} ({n}).").format(
        reached=reached.format(n=len(totals), all=departments), most=most, n=totals[most]
    )
