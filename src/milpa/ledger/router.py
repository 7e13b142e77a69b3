"""`records` migrates and reads only in its own database; nothing else does."""

from typing import Any

RECORDS = "records"


class RecordsRouter:
    def db_for_read(self, model: Any, **hints: Any) -> str:
        return RECORDS if model._meta.app_label == RECORDS else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return (one._meta.app_label == RECORDS) == (other._meta.app_label == RECORDS)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (app_label == RECORDS) == (db == RECORDS)
