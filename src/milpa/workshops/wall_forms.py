"""What is sent from the facilitator's wall: cards into groups, names, groups joined, whether training solves them."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.sent import SentForm
from milpa.workshops.models.cards import NAME_LENGTH


class PlaceForm(SentForm):
    """Cards chosen on the wall, each with the id of its placing, and the button that was pressed."""

    group = forms.CharField()  # "new", "none" or a group's id
    name = forms.CharField(max_length=NAME_LENGTH, required=False)
    card = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("group") == "new" and not said.get("name", "").strip():
            self.add_error("name", _("Write the name of the new group first; the cards are still chosen by you."))
        try:
            values = self.data.getlist("card")
            said["cards"] = [_placing(value) for value in values]
            said["shown"] = dict(_seen(value) for value in values if value.count(" ") > 1)
            said["into"] = None if said.get("group") in ("new", "none") else UUID(said.get("group", ""))
        except ValueError:
            self.add_error("group", _("That is no group of this wall. Nothing was moved."))
        return said

    @property
    def is_new(self) -> bool:
        return bool(self.cleaned_data["group"] == "new")

    @property
    def group_id(self) -> UUID | None:
        into: UUID | None = self.cleaned_data["into"]
        return into

    @property
    def cards(self) -> list[tuple[UUID, UUID]]:
        """(id of the placing, card) of each."""
        cards: list[tuple[UUID, UUID]] = self.cleaned_data["cards"]
        return cards

    @property
    def first_error(self) -> str:
        return next(str(found[0]) for found in self.errors.values())


def _placing(value: str) -> tuple[UUID, UUID]:
    card, fact, *_seen_in = value.split(" ")
    return UUID(fact), UUID(card)


def _seen(value: str) -> tuple[UUID, UUID | None]:
    """The card, and the group in which the page showed it."""
    card, _fact, group = value.split(" ")
    return UUID(card), None if group == "none" else UUID(group)


class NameForm(SentForm):
    name = forms.CharField(label=gettext_lazy("Name, in the words of the group"), max_length=NAME_LENGTH)


class SolvedForm(SentForm):
    solved = forms.ChoiceField(choices=[("yes", gettext_lazy("yes")), ("no", gettext_lazy("no"))])
    handed_to = forms.CharField(max_length=200, required=False)


class MergeGroupForm(SentForm):
    into = forms.UUIDField()
