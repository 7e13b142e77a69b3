"""The index's own table or column, made by the migration: each database has its own way."""

from typing import Any

_SQLITE = "CREATE VIRTUAL TABLE web_findable_words USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')"
_POSTGRESQL = ["ALTER TABLE web_findable ADD COLUMN words tsvector", "CREATE INDEX web_findable_words ON web_findable USING gin (words)"]


def make(apps: Any, editor: Any) -> None:
    for statement in [_SQLITE] if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


def remove(apps: Any, editor: Any) -> None:
    sqlite = editor.connection.vendor == "sqlite"
    editor.execute("DROP TABLE web_findable_words" if sqlite else "ALTER TABLE web_findable DROP COLUMN words")
