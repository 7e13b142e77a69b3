"""The tests' world is made once in a process, through the ledger; each test after that gets the same rows, put back in a few statements."""

import pickle
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet

from milpa.ledger.models.node import Node
from milpa.programmes import remembering

_kept: list[tuple[type[Model], list[Model]]] = []
_made: list[bytes] = []  # what `make` answered


def put(make: Callable[[], Any]) -> Any:
    """What `make()` answers, with its rows in this test's database. Objects are new ones each time: a test may change its own."""
    remembering.forget()  # pages remember by ids, and these come back
    if not _made:
        return _take(make)
    with transaction.atomic():  # rows that name each other come in any order
        Node.objects.all().delete()
        for model, rows in _kept:
            QuerySet(model).bulk_create(rows)
    return pickle.loads(_made[0])


def _take(make: Callable[[], Any]) -> Any:
    models = [model for model in apps.get_models() if model._meta.managed and model._meta.app_label != "records"]
    before = {model: set(QuerySet(model).values_list("pk", flat=True)) for model in models}
    made = make()
    for model in models:
        rows = [row for row in QuerySet(model) if row.pk not in before[model] or model is Node]
        if rows:
            _kept.append((model, rows))
    _made.append(pickle.dumps(made))
    return made
