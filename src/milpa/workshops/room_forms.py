"""What is typed beside the activities: a photographed card's text, whose turn it was, a signature on the minutes."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.web.limits import CARD_LENGTH
from milpa.workshops.actions.grouping_together import Move
from milpa.workshops.wall_forms import PlaceForm


class ReadForm(SentForm):
    """What a photographed card says."""

    text = forms.CharField(label=_("What the card says"), widget=forms.Textarea(attrs={"rows": 3, "maxlength": CARD_LENGTH}))
    number = forms.IntegerField(label=_("Number on the paper"), required=False, min_value=1, max_value=9999)


class AsideForm(SentForm):
    why = forms.CharField(label=_("Why it is set aside"), max_length=300)


class TurnForm(SentForm):
    """`what`: the button that was pressed."""

    participant = forms.UUIDField()
    what = forms.ChoiceField(choices=[("spoke", ""), ("passed", ""), ("called", "")])

    @property
    def whom(self) -> UUID:
        participant: UUID = self.cleaned_data["participant"]
        return participant


class MoveForm(PlaceForm):
    """Cards chosen on a phone, each with the group in which it was seen there."""

    @property
    def moves(self) -> list[Move]:
        shown: dict[UUID, Any] = self.cleaned_data["shown"]
        return [Move(id, card, shown.get(card)) for id, card in self.cards]


class SignForm(SentForm):
    capacity = forms.CharField(
        label=_("In what capacity"), max_length=120, required=False, help_text=_("For example: president, facilitator, owner.")
    )
