"""How a list is narrowed: by a choice, by words, by dates. Each filter is declared once and works on a queryset and on plain rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from milpa.web import limits
from milpa.web.listing.columns import Row
from milpa.web.search import narrowing
from milpa.web.search import words as searched

Asked = Mapping[str, str]  # what stands in the address


@dataclass(frozen=True, slots=True)
class Shown:
    """A filter as the page draws it: its fields are (name, label, kind, value, options, error)."""

    fields: list[dict[str, Any]]
    said: str  # "Department: Sololá", empty when it does not narrow


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values of a field. `options` are (value as it stands in the address, label)."""

    key: str
    label: str | Promise
    options: Sequence[tuple[str, str | Promise]]
    field: str = ""

    def chosen(self, asked: Asked) -> str:
        value = asked.get(self.key, "")
        return value if value in dict(self.options) else ""

    def condition(self, asked: Asked) -> Q | None:
        value = self.chosen(asked)
        return Q(**{self.field or self.key: value}) if value else None

    def narrowed(self, rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
        return _where(rows, self.condition(asked))

    def fits(self, row: Row, asked: Asked) -> bool:
        value = self.chosen(asked)
        return not value or str(row[self.field or self.key]) == value

    def shown(self, asked: Asked) -> Shown:
        value = self.chosen(asked)
        options = [("", _("All")), *self.options]
        field = {"name": self.key, "label": self.label, "kind": "select", "value": value, "options": options, "error": None}
        return Shown([field], f"{self.label}: {dict(self.options)[value]}" if value else "")


@dataclass(frozen=True, slots=True)
class Words:
    """Every word that is typed must be found: in the search index as `found_as` (any size of list), else in one of `fields`."""

    key: str
    label: str | Promise
    fields: tuple[str, ...] = ()
    found_as: str = ""

    def typed(self, asked: Asked) -> list[str]:
        return searched.plain_words(asked.get(self.key, "")[: limits.SEARCH_LENGTH])[: limits.SEARCH_WORDS]

    def narrowed(self, rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
        typed = self.typed(asked)
        if typed and self.found_as:
            return narrowing.narrowed(rows, self.found_as, " ".join(typed))
        for word in typed:
            any_field = Q()
            for field in self.fields:
                any_field |= Q(**{f"{field}__icontains": word})
            rows = rows.filter(any_field)
        return rows

    def fits(self, row: Row, asked: Asked) -> bool:
        text = searched.folded(" ".join(str(row[field] or "") for field in self.fields))
        return all(searched.folded(word) in text for word in self.typed(asked))

    def shown(self, asked: Asked) -> Shown:
        value = asked.get(self.key, "")[: limits.SEARCH_LENGTH]
        field: dict[str, Any] = {"name": self.key, "label": self.label, "kind": "search", "value": value, "options": [], "error": None}
        return Shown([field], f"{self.label}: {value}" if value.strip() else "")


@dataclass(frozen=True, slots=True)
class Between:
    """From one day to another, both included; `moments` says that the field is a moment and the days are those of the person's zone."""

    key: str
    label: str | Promise
    field: str = ""
    moments: bool = False

    def typed(self, asked: Asked, end: str) -> tuple[str, date | None]:
        text = asked.get(f"{self.key}_{end}", "").strip()
        try:
            return text, date.fromisoformat(text)
        except ValueError:
            return text, None

    def condition(self, asked: Asked) -> Q | None:
        first, last = self.typed(asked, "desde")[1], self.typed(asked, "hasta")[1]
        field = self.field or self.key
        found = Q()
        if first:
            found &= Q(**{f"{field}__gte": self._begin(first)})
        if last:
            found &= Q(**{f"{field}__lt": self._begin(last + timedelta(days=1))}) if last < date.max else Q()
        return found or None

    def narrowed(self, rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
        return _where(rows, self.condition(asked))

    def fits(self, row: Row, asked: Asked) -> bool:
        value = row[self.field or self.key]
        day = timezone.localtime(value).date() if isinstance(value, datetime) else value
        first, last = self.typed(asked, "desde")[1], self.typed(asked, "hasta")[1]
        return (not first and not last) or (day is not None and (not first or day >= first) and (not last or day <= last))

    def shown(self, asked: Asked) -> Shown:
        ends = {"desde": _("{label}, from"), "hasta": _("{label}, to")}
        fields, said = [], []
        for end, label in ends.items():
            text, day = self.typed(asked, end)
            error = _("Write the day as 2026-02-28.") if text and not day else None
            label = label.format(label=self.label)
            fields.append({"name": f"{self.key}_{end}", "label": label, "kind": "date", "value": text, "options": [], "error": error})
            said += [f"{label} {day.isoformat()}"] if day else []
        return Shown(fields, ", ".join(said))

    def _begin(self, day: date) -> date:
        return timezone.make_aware(datetime.combine(day, time.min)) if self.moments else day


def _where(rows: QuerySet[Any], condition: Q | None) -> QuerySet[Any]:
    return rows if condition is None else rows.filter(condition)


Filter = Choice | Words | Between
