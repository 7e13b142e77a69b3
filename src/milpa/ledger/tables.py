"""Migrations that draw only the models which they touch.

Everything in Milpa leads to a person and an institution, so Django would draw every model anew for each table that it makes or widens:
the work grows with the square of the tables (half a minute for 160 of them, seconds for a dozen new columns). Here the state moves on
without being drawn. New tables are made once, as the whole migration leaves them, with their fields, indexes and constraints; for each
later operation only its own table and those that it leads to are drawn, before and after it. All models are drawn when a migration of
another kind asks for them, not for one of these that follows.
"""

from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState, StateApps
from django.utils.functional import SimpleLazyObject

PARTS = (migrations.AddField, migrations.AlterField, migrations.AddIndex, migrations.AddConstraint, migrations.AlterModelOptions)
ALONE = (*PARTS, migrations.CreateModel, migrations.RemoveField, migrations.RemoveIndex, migrations.RemoveConstraint)

Key = tuple[str, str]


class NewTables(migrations.Migration):
    """Takes the operations of tables that this migration creates together, and the others that concern one table each by itself."""

    def apply(self, project_state: ProjectState, schema_editor: Any, collect_sql: bool = False) -> ProjectState:
        project_state.__dict__.pop("apps", None)
        together = _together(self.operations)
        before = project_state.clone()
        for operation in together:
            operation.state_forwards(self.app_label, project_state)
        created = [operation for operation in together if isinstance(operation, migrations.CreateModel)]
        drawn = _around(project_state, *((self.app_label, operation.name_lower) for operation in created))
        for operation in created:
            operation.database_forwards(self.app_label, schema_editor, ProjectState(), drawn)
        for operation in self.operations[len(together) :]:
            if isinstance(operation, ALONE):
                before = project_state.clone()
                operation.state_forwards(self.app_label, project_state)
                self._carry_out(operation, schema_editor, before, project_state)
            else:
                rest = migrations.Migration(self.name, self.app_label)
                rest.operations, rest.atomic = [operation], self.atomic
                project_state = rest.apply(project_state, schema_editor, collect_sql)
                project_state.__dict__.pop("apps", None)
        project_state.__dict__["apps"] = SimpleLazyObject(lambda: StateApps(project_state.real_apps, project_state.models))
        return project_state

    def _carry_out(self, operation: Operation, schema_editor: Any, before: ProjectState, after: ProjectState) -> None:
        key = (self.app_label, _model(operation))
        operation.database_forwards(self.app_label, schema_editor, _around(before, key), _around(after, key))


def _around(state: ProjectState, *keys: Key) -> ProjectState:
    """The models and all that they lead to, as a state of its own; an empty one before they are there."""
    found: dict[Key, Any] = {}
    waiting = list(keys)
    while waiting:
        one = waiting.pop()
        if one not in found and one in state.models:
            found[one] = state.models[one]
            waiting += _leads_to(state.models[one])
    return ProjectState({one: model.clone() for one, model in found.items()}, real_apps=state.real_apps)


def _leads_to(model: Any) -> list[Key]:
    fields = [field.remote_field for field in model.fields.values() if field.remote_field is not None]
    named = [one for field in fields for one in (field.model, getattr(field, "through", None)) if isinstance(one, str)]
    bases = [base for base in model.bases if isinstance(base, str)]
    keys = [name.lower().split(".") for name in (*named, *bases) if "." in name]
    return [(keys_[0], keys_[1]) for keys_ in keys]


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
