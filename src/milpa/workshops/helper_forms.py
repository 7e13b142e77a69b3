"""What helpers type on their phones, and what is typed of paper slips by whoever does."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from milpa.guide.sent import SentForm
from milpa.workshops.ballots import fields_for, marks_in
from milpa.workshops.marks import Marks
from milpa.workshops.models import Vote


class BeginForm(SentForm):
    number = forms.CharField(
        label=_("The number that you were given"),
        max_length=20,
        widget=forms.TextInput(attrs={"data-kind": "code"}),
        help_text=_("Eight digits."),
    )
    name = forms.CharField(label=_("Your name"), max_length=60)


class SlipForm(SentForm):
    """A slip as somebody reads it. `why` only where it settles two readings that differ."""

    slip = forms.IntegerField(label=_("Number of the slip"), min_value=1, max_value=9999)

    def __init__(self, data: Any = None, *, vote: Vote, names: dict[str, str], settles: bool = False) -> None:
        super().__init__(data)
        self.vote, self.auto_id = vote, "settle_%s" if settles else "type_%s"
        self.fields |= fields_for(vote, names)
        if settles:
            self.fields["why"] = forms.CharField(label=_("Why it is read so"), max_length=300)

    @property
    def marks(self) -> Marks:
        return marks_in(self.vote, self.cleaned_data)

    @property
    def number(self) -> int:
        return int(self.cleaned_data["slip"])


class GiveForm(SentForm):
    participant = forms.UUIDField()
    why = forms.CharField(max_length=300, required=False)

    @property
    def whom(self) -> UUID:
        participant: UUID = self.cleaned_data["participant"]
        return participant


class LeaveOutForm(SentForm):
    slip = forms.IntegerField(label=_("Number of the slip"), min_value=1, max_value=9999)
    why = forms.CharField(label=_("Why it is not counted"), max_length=300)
