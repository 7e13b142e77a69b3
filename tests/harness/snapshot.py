"""What many tests begin with is made once in a process, through the ledger; each test after that gets the same rows, put back in a few
statements: the tests' world, and on top of it a workshop that is written, grouped, voted.

Rows are put back only where they were taken: after the same steps and nothing else that wrote, with the clock running as it does.
"""

import io
import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass, is_dataclass
from functools import wraps
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model, QuerySet

from milpa.ledger import clock
from milpa.ledger.models.node import Node
from milpa.programmes import remembering
from milpa.web.models import Findable
from milpa.web.search import indexing

State = dict[type[Model], dict[Hashable, tuple[Any, ...]]]
Steps = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    new: list[tuple[type[Model], list[Model]]]
    changed: list[tuple[type[Model], list[Model]]]
    answer: bytes


@dataclass(slots=True)
class Place:
    """Where the running test is: what was put there, unless something else was written since. None where it did not begin with `put`."""

    steps: Steps | None = None

    def watch(self, execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if self.steps is not None and not sql.lstrip().startswith(READS):
            self.steps = None
        return execute(sql, *more)

    def is_here(self) -> bool:
        if self.watch not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.watch)
        return self.steps is not None and clock._set_to is None


READS = ("SELECT", "SAVEPOINT", "RELEASE", "BEGIN", "PRAGMA")
_taken: dict[Steps, Taken] = {}
_place = Place()


def begin() -> None:
    """A test begins, with databases of its own."""
    _place.steps = None


def put(make: Callable[[], Any]) -> Any:
    """What `make()` answers, with its rows in this test's empty database. Objects are new ones each time: a test may change its own."""
    _place.steps = ()
    return kept(make)()


def kept(make: Callable[..., Any]) -> Callable[..., Any]:
    """Wraps what makes rows on top of `put`. What it is given stays the same object in its answer."""

    @wraps(make)
    def answer(*given: Any, **said: Any) -> Any:
        steps = _steps(make, given, said) if _place.is_here() else None
        if steps is None:
            return make(*given, **said)
        remembering.forget()  # pages remember by ids, and these come back
        made = _put_back(_taken[steps], given) if steps in _taken else _take(steps, lambda: make(*given, **said), given)
        _place.steps = steps
        return made

    return answer


def _steps(make: Callable[..., Any], given: tuple[Any, ...], said: dict[str, Any]) -> Steps | None:
    """The steps so far and this one; None where something was given that cannot be told from another of its kind."""
    assert _place.steps is not None
    told = [(name, type(one), _told(one)) for name, one in [*(("", one) for one in given), *sorted(said.items())]]
    return (*_place.steps, make, clock.today(), *told) if all(isinstance(what, Hashable) for *_of, what in told) else None


def _told(one: Any) -> Any:
    """A world or a story is what the steps before have made of it."""
    return None if is_dataclass(one) else one.pk if isinstance(one, Model) else one


def _put_back(taken: Taken, given: tuple[Any, ...]) -> Any:
    with transaction.atomic():  # rows that name each other come in any order
        Node.objects.all().delete()
        for model, rows in taken.new:
            QuerySet(model).bulk_create(rows)
        for model, rows in taken.changed:
            others = [field.name for field in model._meta.concrete_fields if not field.primary_key]
            QuerySet(model).bulk_create(rows, update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=others)
        for model, rows in [*taken.new, *taken.changed]:
            if model is Findable:
                indexing._write_many(rows)  # the words stand in a table that is no model's
    return _Reader(taken.answer, given).load()


def _take(steps: Steps, make: Callable[[], Any], given: tuple[Any, ...]) -> Any:
    before = _state()
    made = make()
    new, changed = [], []
    for model, rows in _state().items():
        known = {} if model is Node else before[model]
        new.append((model, _of(model, [key for key in rows if key not in known])))
        changed.append((model, _of(model, [key for key in rows if key in known and rows[key] != known[key]])))
    answer = io.BytesIO()
    _Writer(answer, given).dump(made)
    _taken[steps] = Taken(*([one for one in some if one[1]] for some in (new, changed)), answer.getvalue())
    return made


def _state() -> State:
    models = [model for model in apps.get_models() if model._meta.managed and model._meta.app_label != "records"]
    return {model: {row[0]: row for row in QuerySet(model).values_list("pk", *_columns(model))} for model in models}


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _of(model: type[Model], keys: list[Hashable]) -> list[Model]:
    return list(QuerySet(model).filter(pk__in=keys)) if keys else []


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, given: tuple[Any, ...]) -> None:
        super().__init__(file)
        self.given = {id(one): place for place, one in enumerate(given)}

    def persistent_id(self, thing: Any) -> int | None:
        return self.given.get(id(thing))


class _Reader(pickle.Unpickler):
    def __init__(self, content: bytes, given: tuple[Any, ...]) -> None:
        super().__init__(io.BytesIO(content))
        self.given = given

    def persistent_load(self, place: int) -> Any:
        return self.given[place]
