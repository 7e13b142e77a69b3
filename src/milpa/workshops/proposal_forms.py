"""Answers to proposals, and what is changed in the words of the field."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from milpa.guide.sent import SentForm
from milpa.workshops.models.cards import NAME_LENGTH
from milpa.workshops.models.thesaurus import CONCEPT_LENGTH, WORD_LENGTH
from milpa.workshops.models.voting import PROPOSED
from milpa.workshops.proposals_shown import card_ids


class AnswerForm(SentForm):
    """`kind` and `key` name the proposal, `reason` is as it was shown."""

    kind = forms.ChoiceField(choices=PROPOSED)
    key = forms.CharField(max_length=64)
    reason = forms.CharField(max_length=1000, required=False)

    def about(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("key", "reason")}


class AcceptGroupForm(AnswerForm):
    name = forms.CharField(max_length=NAME_LENGTH, required=False)
    into = forms.UUIDField(required=False)
    card = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        try:
            self.cleaned_data["cards"] = card_ids(self.data.getlist("card"))
        except ValueError:
            self.add_error("card", gettext_lazy("That is no card of this wall. Nothing was moved."))
        return self.cleaned_data

    @property
    def cards(self) -> list[UUID]:
        cards: list[UUID] = self.cleaned_data["cards"]
        return cards


class AcceptAlikeForm(AnswerForm):
    one = forms.UUIDField()
    other = forms.UUIDField()


class WordForm(SentForm):
    concept = forms.SlugField(max_length=CONCEPT_LENGTH, widget=forms.HiddenInput)
    word = forms.CharField(label=gettext_lazy("A word, or several in a row"), max_length=WORD_LENGTH)


class ConceptForm(SentForm):
    concept = forms.SlugField(max_length=CONCEPT_LENGTH, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=gettext_lazy("Name of the matter"), max_length=80)
