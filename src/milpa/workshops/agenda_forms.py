"""The agenda as it is changed on its page: a row an activity, two empty rows for new ones."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.sent import SentForm
from milpa.workshops.methods import Part
from milpa.workshops.models import Activity
from milpa.workshops.models.methods import METHODS
from milpa.workshops.models.workshop import KINDS

NEW_ROWS = 2
NOTHING = ("", gettext_lazy("none"))
LONGEST = 300  # minutes of one activity


class PartsForm(SentForm):
    """Fields end in the number of their row. `place`: where in the order; a row whose kind is none is left out."""

    def __init__(self, data: Any = None, *, activities: Sequence[Activity], begun: Sequence[UUID], revision: int) -> None:
        super().__init__(data, revision=revision)
        self.activities, self.begun = list(activities), set(begun)
        self.count = len(self.activities) + NEW_ROWS
        for n in range(self.count):
            self._add_row(n, self.activities[n] if n < len(self.activities) else None)

    def _add_row(self, n: int, row: Activity | None) -> None:
        kinds = KINDS if row is not None and row.id in self.begun else [NOTHING, *KINDS]
        title, say = (row.title, row.say) if row else ("", "")
        place = forms.IntegerField(min_value=1, max_value=99, initial=n + 1, label=gettext_lazy("Place"))
        self.fields[f"place-{n}"] = place
        self.fields[f"kind-{n}"] = forms.ChoiceField(
            choices=kinds, initial=row.kind if row else "", required=False, label=gettext_lazy("What is done")
        )
        self.fields[f"title-{n}"] = forms.CharField(max_length=120, initial=title, required=False, label=gettext_lazy("What it is called"))
        self.fields[f"minutes-{n}"] = forms.IntegerField(
            min_value=0, max_value=LONGEST, initial=row.minutes if row else 15, label=gettext_lazy("Minutes")
        )
        self.fields[f"method-{n}"] = forms.ChoiceField(
            choices=METHODS, initial=row.method if row else METHODS[0][0], required=False, label=gettext_lazy("How people vote")
        )
        self.fields[f"say-{n}"] = forms.CharField(
            widget=forms.Textarea(attrs={"rows": 2}), max_length=1000, initial=say, required=False, label=gettext_lazy("What is read aloud")
        )

    def rows(self) -> list[dict[str, Any]]:
        """Each with its bound fields, whether it is new, and whether it was opened already."""
        names = ("place", "kind", "title", "minutes", "method", "say")
        return [
            {name: self[f"{name}-{n}"] for name in names}
            | {
                "heading": row.title if row else _("A new activity"),
                "is_new": row is None,
                "is_begun": row is not None and row.id in self.begun,
            }
            for n, row in ((n, self.activities[n] if n < len(self.activities) else None) for n in range(self.count))
        ]

    def parts(self) -> list[Part]:
        """In the order that was written; equal places keep the order of the page."""
        said, names = self.cleaned_data, dict(KINDS)
        kept = [n for n in range(self.count) if said[f"kind-{n}"]]
        return [self._part(n, said, names) for n in sorted(kept, key=lambda n: said[f"place-{n}"])]

    def _part(self, n: int, said: dict[str, Any], names: dict[str, Any]) -> Part:
        kind = said[f"kind-{n}"]
        id = self.activities[n].id if n < len(self.activities) else None
        title = said[f"title-{n}"].strip() or str(names[kind])
        return Part(kind, title, said[f"minutes-{n}"], said[f"say-{n}"], id, said[f"method-{n}"] or METHODS[0][0])
