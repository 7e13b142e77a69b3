"""Who asks: one query a request, by hand, for the account, its person, their institution and the roles they hold."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from milpa.people.models import Account, Institution, Person

TABLES: tuple[tuple[str, type[models.Model]], ...] = (("a", Account), ("p", Person), ("i", Institution))
WHO = """
SELECT {columns}, m.role FROM people_account a LEFT JOIN people_person p ON p.id = a.person_id
LEFT JOIN people_institution i ON i.id = p.institution_id
LEFT JOIN people_membership m ON m.person_id = p.id AND m.closed_by IS NULL AND m.voided_by IS NULL
WHERE a.id = %s AND a.is_active
"""

Convert = Callable[[Any], Any]


def account(id: int) -> Account | None:
    """The account if it is active, with its person and institution; the person's open roles are read with it."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(connection.vendor), [id])
        rows = cursor.fetchall()
    if not rows:
        return None
    found, person, institution = _instances(rows[0])
    if person.pk is None:
        found.person = None
        return found
    person.institution, found.person = institution, person
    person.roles_read = frozenset(row[-1] for row in rows if row[-1] is not None)
    return found


@cache
def _sql(vendor: str) -> str:
    columns = [f"{alias}.{field.column}" for alias, model in TABLES for field in model._meta.concrete_fields]
    return WHO.format(columns=", ".join(columns))


def _instances(row: Sequence[Any]) -> list[Any]:
    found, start = [], 0
    for _alias, model in TABLES:
        names, converts = _fields(model, connection.vendor)
        values = [convert(value) if convert else value for convert, value in zip(converts, row[start:], strict=False)]
        found.append(model.from_db(connection.alias, names, values))
        start += len(names)
    return found


@cache
def _fields(model: type[models.Model], vendor: str) -> tuple[list[str], list[Convert | None]]:
    """The names of a table's fields, and what makes of each what this database's driver gives."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], [_convert(field) for field in fields]


def _convert(field: Any) -> Convert | None:
    column = field.get_col(field.model._meta.db_table)
    steps = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]

    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return convert if steps else None
