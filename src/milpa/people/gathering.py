"""What several tables hold of one person, read together: one query a package, whatever its tables and rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import DateTimeField, F, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast


class Asked(NamedTuple):
    """Rows of one table. `texts`: fields (or expressions) that are read as text; `at`: the field of their moment, "" if they have none."""

    rows: QuerySet[Any]
    texts: Sequence[Any]
    at: str = "recorded_at"


class Gathered(NamedTuple):
    """One row of a table: when it was recorded, and the texts that were asked for."""

    at: datetime | None
    texts: tuple[str, ...]

    @property
    def day(self) -> str:
        """2026-02-28."""
        return self.at.date().isoformat() if self.at else ""


def words_of(model: type[Model], field: str) -> dict[str, str]:
    """What the values of a field with choices are called."""
    return {value: str(label) for value, label in model._meta.get_field(field).flatchoices}


def gathered(**asked: Asked) -> dict[str, list[Gathered]]:
    """The rows of each question by its name, in the order in which they were recorded. One query (a UNION)."""
    width = max(len(one.texts) for one in asked.values())
    first, *others = [_plain(name, one, width) for name, one in asked.items()]
    found: dict[str, list[Gathered]] = {name: [] for name in asked}
    for name, at, _id, *texts in first.union(*others, all=True).order_by("its_at", "its_id"):
        found[name].append(Gathered(at, tuple(text or "" for text in texts[: len(asked[name].texts)])))
    return found


def _plain(name: str, one: Asked, width: int) -> Any:
    """(name, moment, id, texts…): the same columns, of the same types, for every table."""
    texts = [F(text) if isinstance(text, str) else text for text in one.texts]
    texts += [Value("")] * (width - len(texts))
    columns = {"its_name": Cast(Value(name), TextField()), "its_at": F(one.at) if one.at else Cast(Value(None), DateTimeField())}
    columns |= {"its_id": Cast(F("pk"), TextField())}
    columns |= {f"its_text_{number}": Cast(text, TextField()) for number, text in enumerate(texts)}
    return one.rows.order_by().annotate(**columns).values_list(*columns)
