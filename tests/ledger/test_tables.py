"""Tables that a migration makes together are those that the models ask for."""

import pytest
from django.apps import apps
from django.db import connections, migrations, models, router

from milpa.ledger.tables import _together

OURS = [model for model in apps.get_models() if model.__module__.startswith("milpa.") and model._meta.managed]


@pytest.mark.django_db(databases=["default", "records"])
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_each_table_has_the_columns_indexes_and_constraints_of_its_model(model):
    connection = connections[router.db_for_write(model) or "default"]
    with connection.cursor() as cursor:
        columns = {row.name for row in connection.introspection.get_table_description(cursor, model._meta.db_table)}
        named = connection.introspection.get_constraints(cursor, model._meta.db_table)
    assert columns >= {field.column for field in model._meta.local_concrete_fields}
    assert {one.name for one in [*model._meta.indexes, *model._meta.constraints]} <= set(named)


def test_only_what_completes_a_table_of_this_migration_is_taken_together():
    made = migrations.CreateModel("Card", [("id", models.AutoField(primary_key=True))])
    own = migrations.AddField("card", "text", models.TextField(default=""))
    other = migrations.AddField("vote", "text", models.TextField(default=""))
    assert _together([made, own, other, own]) == [made, own]
