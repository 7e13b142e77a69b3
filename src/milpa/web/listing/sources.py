"""Where a list's rows come from: a queryset, read a page at a time by its index, or rows that were computed.

Both answer the same questions. Order is (the field, the id), rows without a value last; a page is found from the row before it,
never by counting: page 2,000 costs what page 2 costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, Q, QuerySet

from milpa.web.listing.columns import Row, identity
from milpa.web.listing.cursors import Place
from milpa.web.search.words import folded

CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Order:
    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class FromQuerySet:
    """Rows as plain values; `fields` are the ones that the columns read."""

    queryset: QuerySet[Any]
    fields: Sequence[str]

    def count(self, most: int) -> int:
        return self.queryset.order_by().values("pk")[:most].count()

    def page(self, order: Order, size: int, after: Place | None = None, before: Place | None = None) -> list[Row]:
        """Up to `size` rows after a place, or the nearest before it, in the list's order either way."""
        rows = self.queryset
        backwards = before is not None
        place = before if backwards else after
        if place is not None:
            rows = rows.filter(beyond(order, place, backwards, self._may_be_empty(order.field)))
        found = list(rows.order_by(*self._ordering(order, backwards)).values(*self.fields)[:size])
        return found[::-1] if backwards else found

    def all(self, order: Order) -> Iterator[Row]:
        return self.queryset.order_by(*self._ordering(order, False)).values(*self.fields).iterator(chunk_size=CHUNK)

    def _ordering(self, order: Order, backwards: bool) -> list[Any]:
        descending = order.descending != backwards
        empties = {"nulls_first" if backwards else "nulls_last": True} if self._may_be_empty(order.field) else {}
        field = F(order.field)
        first = field.desc(**empties) if descending else field.asc(**empties)
        return [first, "-pk" if descending else "pk"]

    def _may_be_empty(self, path: str) -> bool:
        """Whether the field can be NULL. Saying so keeps the index from being used on SQLite, so it is said only where it is true."""
        model: type[Model] = self.queryset.model
        for part in path.split("__"):
            try:
                field = model._meta.get_field("id" if part == "pk" else part)
            except FieldDoesNotExist:
                return True
            if field.null:
                return True
            model = field.related_model or model
        return False


def beyond(order: Order, place: Place, backwards: bool, may_be_empty: bool) -> Q:
    """The rows on one side of a place. The first condition is what the index is entered by."""
    value, id = place
    side = "lt" if order.descending != backwards else "gt"
    field = order.field
    further = Q(**{f"pk__{side}": id})
    if value is None:
        empty = Q(**{f"{field}__isnull": True}) & further
        return empty | Q(**{f"{field}__isnull": False}) if backwards else empty
    here = Q(**{f"{field}__{side}e": value}) & (Q(**{f"{field}__{side}": value}) | further)
    return here | Q(**{f"{field}__isnull": True}) if may_be_empty and not backwards else here


@dataclass(frozen=True, slots=True)
class FromRows:
    """Rows that were computed for this page: each a mapping with an `id`. Text is ordered as people read it, accents aside."""

    rows: Sequence[Row]

    def count(self, most: int) -> int:
        return min(len(self.rows), most)

    def page(self, order: Order, size: int, after: Place | None = None, before: Place | None = None) -> list[Row]:
        """As for a queryset; if the row of the place is gone, the list begins at its beginning."""
        rows = list(self.all(order))
        places = {identity(row): index for index, row in enumerate(rows)}
        if before is not None:
            edge = places.get(before[1], size)
            return rows[max(0, edge - size) : edge]
        start = places.get(after[1], -1) + 1 if after is not None else 0
        return rows[start : start + size]

    def all(self, order: Order) -> Iterator[Row]:
        filled = [row for row in self.rows if row[order.field] is not None]
        empty = [row for row in self.rows if row[order.field] is None]
        for part in (filled, empty):
            part.sort(key=lambda row: (_as_read(row[order.field]), str(identity(row))), reverse=order.descending)
        return iter(filled + empty)


def _as_read(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else 0 if value is None else value
