"""Statements are found by postings; the rows themselves need no index but their number. On PostgreSQL they lie in monthly partitions.

Rows that are there are kept: copied, known by their ids, and indexed by the writer when it next runs.
"""

from typing import Any

from django.db import migrations, models

COLUMNS = "arrived, id, said_at, recorded_at, node, device, body_hash, salt, institution, content, voided_by"

SQLITE = [
    """CREATE TABLE "statement_new" ("arrived" integer NOT NULL PRIMARY KEY, "id" char(32) NOT NULL, "said_at" datetime NULL,
        "recorded_at" datetime NULL, "node" char(32) NULL, "device" varchar(64) NOT NULL, "body_hash" BLOB NOT NULL, "salt" BLOB NOT NULL,
        "institution" char(32) NOT NULL, "content" BLOB NOT NULL, "voided_by" char(32) NULL)""",
    f'INSERT INTO "statement_new" ({COLUMNS}) SELECT {COLUMNS} FROM records_statement ORDER BY arrived',
    'DROP TABLE "records_statement"',
    'ALTER TABLE "statement_new" RENAME TO "records_statement"',
    'CREATE TABLE "records_known" ("key" BLOB NOT NULL PRIMARY KEY, "arrived" bigint NOT NULL) WITHOUT ROWID',
    """CREATE TABLE "records_posting" ("term" bigint NOT NULL, "related" smallint NOT NULL, "arrived" bigint NOT NULL,
        "source" bigint NOT NULL, PRIMARY KEY ("term", "related", "arrived", "source")) WITHOUT ROWID""",
]

POSTGRESQL = [
    'ALTER TABLE "records_statement" RENAME TO "statement_old"',
    """CREATE TABLE "records_statement" ("arrived" bigint NOT NULL, "id" uuid NOT NULL, "said_at" timestamptz NULL,
        "recorded_at" timestamptz NOT NULL, "node" uuid NULL, "device" varchar(64) NOT NULL, "body_hash" bytea NOT NULL,
        "salt" bytea NOT NULL, "institution" uuid NOT NULL, "content" bytea NOT NULL, "voided_by" uuid NULL,
        PRIMARY KEY ("arrived", "recorded_at")) PARTITION BY RANGE ("recorded_at")""",
    'CREATE TABLE "records_statement_other" PARTITION OF "records_statement" DEFAULT',  # what was here before partitions were
    f'INSERT INTO "records_statement" ({COLUMNS}) SELECT {COLUMNS} FROM statement_old ORDER BY arrived',
    'DROP TABLE "statement_old"',
    'CREATE TABLE "records_known" ("key" bytea NOT NULL PRIMARY KEY, "arrived" bigint NOT NULL)',
    """CREATE TABLE "records_posting" ("term" bigint NOT NULL, "related" smallint NOT NULL, "arrived" bigint NOT NULL,
        "source" bigint NOT NULL, PRIMARY KEY ("term", "related", "arrived", "source"))""",
]


def lay(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)
        cursor.execute("SELECT id, arrived FROM records_statement")
        known = [(_bytes(id), arrived) for id, arrived in cursor.fetchall()]
        cursor.executemany("INSERT INTO records_known (key, arrived) VALUES (%s, %s)", known)


def _bytes(id: Any) -> bytes:
    return bytes.fromhex(id) if isinstance(id, str) else bytes(id.bytes)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_statements_and_their_progress")]

    operations = [
        migrations.AddField("counter", "indexed", models.BigIntegerField(default=0)),
        migrations.AddField("counter", "indexed_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Voiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("target", models.BinaryField(max_length=16)),
                ("institution", models.UUIDField()),
                ("voider", models.UUIDField()),
            ],
            options={"indexes": [models.Index(fields=["target"], name="records_voiding_target")]},
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("institution", models.UUIDField()),
                ("kind", models.PositiveSmallIntegerField()),
                ("value", models.TextField()),
                ("uses", models.BigIntegerField(default=0)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("institution", "kind", "value"), name="one_number_a_term")]},
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(lay)],
            state_operations=[
                migrations.DeleteModel("Statement"),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        ("said_at", models.DateTimeField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField(null=True)),
                        ("node", models.UUIDField(null=True)),
                        ("device", models.CharField(blank=True, default="", max_length=64)),
                        ("body_hash", models.BinaryField(max_length=32)),
                        ("salt", models.BinaryField(max_length=16)),
                        ("arrived", models.BigAutoField(primary_key=True, serialize=False)),
                        ("id", models.UUIDField(editable=False)),
                        ("institution", models.UUIDField()),
                        ("content", models.BinaryField()),
                        ("voided_by", models.UUIDField(editable=False, null=True)),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    name="Known",
                    fields=[
                        ("key", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                        ("arrived", models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Posting",
                    fields=[
                        ("pk", models.CompositePrimaryKey("term", "related", "arrived", "source", blank=True, editable=False,
                                                          primary_key=True, serialize=False)),
                        ("term", models.BigIntegerField()),
                        ("related", models.SmallIntegerField()),
                        ("arrived", models.BigIntegerField()),
                        ("source", models.BigIntegerField()),
                    ],
                ),
            ],
        ),
    ]  # fmt: skip
