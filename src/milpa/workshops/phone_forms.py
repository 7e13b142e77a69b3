"""What is typed on the phones of a workshop."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.web.limits import CARD_LENGTH
from milpa.workshops.ballots import fields_for, marks_in
from milpa.workshops.marks import Marks
from milpa.workshops.models import Vote
from milpa.workshops.models.published import REMARK_LENGTH
from milpa.workshops.models.room import POSITIONS

FIRST_YEAR, LAST_YEAR = 1900, 9000  # beyond them a clock cannot be told in another zone
LONGEST = 20_000  # letters that a form takes at all; what is too long for a card is said by the action, with the words kept


class CodeForm(forms.Form):
    code = forms.CharField(label=_("Code of the workshop"), max_length=60, help_text=_("A word and a number, such as MAIZ 42."))


class JoinForm(SentForm):
    name = forms.CharField(label=_("Your name or a nickname"), max_length=60)
    enterprise = forms.CharField(label=_("Your enterprise"), max_length=120, required=False)
    by_link = forms.BooleanField(widget=forms.HiddenInput, required=False)  # they cannot come, and take part over days
    position = forms.ChoiceField(label=_("You are"), choices=POSITIONS, widget=forms.RadioSelect, required=False)


class NumberForm(forms.Form):
    number = forms.CharField(
        label=_("Your number"), max_length=20, widget=forms.TextInput(attrs={"data-kind": "code"}), help_text=_("Eight digits.")
    )


class CardForm(SentForm):
    text = forms.CharField(
        label=_("One idea per card"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    named = forms.BooleanField(widget=forms.HiddenInput, required=False)  # the group's rule as the phone showed it
    at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)  # the phone's own clock, however wrong

    counted_to = CARD_LENGTH

    @property
    def said_at(self) -> datetime | None:
        """When it was written, as the phone says; nothing rests on it."""
        try:
            at = datetime.fromisoformat(self.cleaned_data["at"])
        except ValueError:
            return None
        return at if at.tzinfo and FIRST_YEAR <= at.year < LAST_YEAR else None


class RemarkForm(SentForm):
    need = forms.TypedChoiceField(label=_("About which need"), choices=[], coerce=UUID, empty_value=None, required=False)
    text = forms.CharField(label=_("Your remark"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    name = forms.CharField(label=_("Your name and enterprise"), max_length=120, required=False)

    counted_to = REMARK_LENGTH

    def __init__(self, needs: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", _("The result as a whole")), *needs]


class BallotForm(SentForm):
    """One's ballot by the vote's method."""

    def __init__(self, vote: Vote, names: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vote = vote
        self.fields |= fields_for(vote, names)

    def marks(self) -> Marks:
        return marks_in(self.vote, self.cleaned_data)

    @property
    def new_id(self) -> UUID:
        """Random, not by time: a ballot's id tells nothing of when it was cast."""
        return uuid4()
