"""The last hour as it is drawn: a finding in words, the picture, its table."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from milpa.records.throughput import STEP, Hour
from milpa.web import charts, formats


@dataclass(frozen=True, slots=True)
class Drawn:
    finding: str
    svg: Markup
    rows: list[dict[str, Any]]
    last: datetime | None
    lag: int
    statements: int


def drawn(hour: Hour) -> Drawn:
    labels = [formats.hour(one.begins) for one in hour.intervals]
    counts = [(label, one.statements) for label, one in zip(labels, hour.intervals, strict=True)]
    total = formats.number(hour.statements)
    finding = ngettext("{n} statement came in during the last hour.", "{n} statements came in during the last hour.", hour.statements)
    rows = [{"from": label, "n": n, "a_second": formats.number(n / STEP.total_seconds(), 1)} for label, n in counts]
    svg = charts.distribution([(f"{one.begins:%M}", one.statements) for one in hour.intervals], _("Statements each five minutes"))
    return Drawn(finding.format(n=total), svg, rows, hour.last, hour.lag, hour.statements)
