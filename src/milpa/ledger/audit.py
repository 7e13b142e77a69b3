"""The trail a person can read: facts, revisions and lines of one institution, newest first."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from milpa.ledger import clock
from milpa.ledger.models.audit import AuditLine
from milpa.ledger.models.documents import Revision
from milpa.ledger.models.stored import Fact, fact_models, kind_of, of_kind


@dataclass(frozen=True, slots=True)
class Trace:
    at: datetime
    by: UUID | None
    kind: str
    about: UUID
    says: str  # "wrote a card", "saved revision 4: dates moved to May"


def note(verb: str, *, by: Any, institution: Any, about: Any = None) -> None:
    """One line for a change that is neither fact nor revision."""
    AuditLine.objects.create(
        at=clock.now(),
        by=by,
        institution=institution,
        verb=verb,
        kind=kind_of(type(about)) if about is not None else "",
        about=getattr(about, "id", None),
    )


def trail(institution: UUID, before: datetime | None = None, limit: int = 50) -> list[Trace]:
    """The newest `limit` traces before a moment, of all kinds of facts at once: one query for facts, one for revisions, one for lines."""
    before = before or clock.now()
    traces = _of_facts(institution, before, limit) + _of_revisions(institution, before, limit) + _of_lines(institution, before, limit)
    return sorted(traces, key=lambda trace: (trace.at, trace.about.int), reverse=True)[:limit]


def _of_facts(institution: UUID, before: datetime, limit: int) -> list[Trace]:
    parts, values = [], []
    for model in fact_models():
        if issubclass(model, Fact) and model._meta.app_label != "records":
            parts.append(
                f"SELECT * FROM (SELECT '{kind_of(model)}' AS kind, id, by_id, recorded_at FROM \"{model._meta.db_table}\" "
                "WHERE institution_id = %s AND recorded_at < %s ORDER BY recorded_at DESC LIMIT %s) AS one"
            )
            owner, at = (model._meta.get_field(name) for name in ("institution", "recorded_at"))
            values += [owner.get_db_prep_value(institution, connection), at.get_db_prep_value(before, connection), limit]
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(parts)} ORDER BY recorded_at DESC LIMIT %s", [*values, limit])
        rows = cursor.fetchall()
    return [Trace(_moment(at), _id(by), kind, _id(id) or UUID(int=0), str(of_kind(kind).said)) for kind, id, by, at in rows]


def _id(value: Any) -> UUID | None:
    return value if value is None or isinstance(value, UUID) else UUID(value)


def _moment(value: Any) -> datetime:
    """SQLite answers text, without a zone, to hand-written SQL."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _of_revisions(institution: UUID, before: datetime, limit: int) -> list[Trace]:
    rows = (
        Revision.objects.filter(institution=institution, at__lt=before)
        .order_by("-at")
        .values_list("at", "by", "kind", "document", "number", "why")
    )
    return [Trace(at, by, kind, document, _saved(number, why)) for at, by, kind, document, number, why in rows[:limit]]


def _saved(number: int, why: str) -> str:
    if why:
        return _("saved revision {number}: {why}").format(number=number, why=why)
    return _("saved revision {number}").format(number=number)


def _of_lines(institution: UUID, before: datetime, limit: int) -> list[Trace]:
    rows = AuditLine.objects.filter(institution=institution, at__lt=before).order_by("-at").values_list("at", "by", "kind", "about", "verb")
    return [Trace(at, by, kind, about or UUID(int=0), verb) for at, by, kind, about, verb in rows[:limit]]
