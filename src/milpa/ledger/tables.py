"""Migrations that make new tables all at once.

Everything in Milpa leads to a person and an institution, so Django would draw every model anew for each table that it makes: the work
grows with the square of the tables (half a minute for 160 of them). Here the state moves on first, and each table is then made once, as
the whole migration leaves it, with its fields, indexes and constraints.
"""

from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

PARTS = (migrations.AddField, migrations.AlterField, migrations.AddIndex, migrations.AddConstraint, migrations.AlterModelOptions)


class NewTables(migrations.Migration):
    """Takes the operations of tables that this migration creates together; the rest follows one by one, as in any migration."""

    def apply(self, project_state: ProjectState, schema_editor: Any, collect_sql: bool = False) -> ProjectState:
        together = _together(self.operations)
        before = project_state.clone()
        project_state.__dict__.pop("apps", None)
        for operation in together:
            operation.state_forwards(self.app_label, project_state)
        for operation in together:
            if isinstance(operation, migrations.CreateModel):
                operation.database_forwards(self.app_label, schema_editor, before, project_state)
        rest = migrations.Migration(self.name, self.app_label)
        rest.operations, rest.atomic = self.operations[len(together) :], self.atomic
        return rest.apply(project_state, schema_editor, collect_sql)


def _together(operations: list[Operation]) -> list[Operation]:
    """The operations from the first on that create a table, or complete one that is created here."""
    created: set[str] = set()
    found: list[Operation] = []
    for operation in operations:
        if isinstance(operation, migrations.CreateModel):
            created.add(operation.name_lower)
        elif not isinstance(operation, PARTS) or _model(operation) not in created:
            break
        found.append(operation)
    return found


def _model(operation: Any) -> str:
    return str(getattr(operation, "model_name", "") or operation.name).lower()
