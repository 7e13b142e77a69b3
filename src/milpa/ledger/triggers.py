"""The trigger that keeps facts from being edited, made again after every migration on both databases.

SQLite's table rebuild drops triggers, so they are made each time.
"""

from typing import Any

from django.db import connections, router, transaction

from milpa.ledger.models.stored import Stored, fact_models

MESSAGE = "facts are never edited"


def _loose(model: type[Stored]) -> set[str]:
    """Columns that may change: derived ones, and the text and salt that `Erased` empties."""
    names = {field.name for field in model._meta.concrete_fields}
    return ({"voided_by", "closed_by", "salt"} | set(model.erasable)) & names


def _condition(model: type[Stored], vendor: str) -> str:
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    columns = {field.name: f'"{field.column}"' for field in model._meta.concrete_fields}
    loose = _loose(model)
    changed = [f"OLD.{column} {differs} NEW.{column}" for name, column in columns.items() if name not in loose]
    refilled = [
        f"(OLD.{columns[name]} {differs} NEW.{columns[name]} AND length(NEW.{columns[name]}) > 0)"
        for name in {"salt", *model.erasable} & loose
    ]
    return " OR ".join(changed + sorted(refilled))


def statements(model: type[Stored], vendor: str) -> list[str]:
    table = model._meta.db_table
    name = f"never_edited_{table}"
    # a model in the records database has no `ledger_sealing` beside it, and is never sealed
    sealing = "FALSE" if model._meta.app_label == "records" else "EXISTS (SELECT 1 FROM ledger_sealing)"
    if vendor == "sqlite":
        sealing = sealing.replace("FALSE", "0")
        return [
            f'DROP TRIGGER IF EXISTS "{name}"',
            f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" WHEN NOT {sealing} AND ({_condition(model, vendor)}) '
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        ]
    return [
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
        f"IF NOT {sealing} AND ({_condition(model, vendor)}) THEN RAISE EXCEPTION '{MESSAGE}'; END IF; RETURN NEW; END $$",
        f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"',
        f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{name}"()',
    ]


def make(using: str = "default", sender: Any = None, **_: Any) -> None:
    """Makes the triggers of the tables that stand in this database, of one app or of all. Connected to `post_migrate`."""
    connection = connections[using]
    models = [model for model in fact_models() if router.db_for_write(model) == using and sender in (None, model._meta.app_config)]
    tables = set(connection.introspection.table_names()) if models else set()
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for model in models:
            if model._meta.db_table in tables:
                for statement in statements(model, connection.vendor):
                    cursor.execute(statement)


def missing(using: str = "default") -> list[str]:
    """Tables of facts that no trigger guards."""
    connection = connections[using]
    known = "SELECT name FROM sqlite_master WHERE type = 'trigger'" if connection.vendor == "sqlite" else "SELECT tgname FROM pg_trigger"
    with connection.cursor() as cursor:
        cursor.execute(known)
        names = {row[0] for row in cursor.fetchall()}
    mine = [model for model in fact_models() if router.db_for_write(model) == using]
    return [model._meta.db_table for model in mine if f"never_edited_{model._meta.db_table}"[:63] not in {name[:63] for name in names}]
