"""How a vote is opened: by which method, over the wall or over a list that is pasted, and by what it holds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from milpa.guide.sent import SentForm
from milpa.workshops.models.methods import DOTS, METHODS
from milpa.workshops.rules.listed import in_lines
from milpa.workshops.ways_to_vote import explained

MOST_DOTS, MOST_PLACES, MOST_PEOPLE = 20, 60, 1000
LONGEST_LIST = 20_000


class OpenVoteForm(SentForm):
    """All of it may stay empty: then it is what the plan says. `given`: what the action is called with."""

    method = forms.ChoiceField(label=gettext_lazy("How people vote"), choices=METHODS, widget=forms.RadioSelect, required=False)
    question = forms.CharField(label=gettext_lazy("Another question than the usual one"), max_length=200, required=False)
    dots_each = forms.IntegerField(
        label=gettext_lazy("Dots for each person"), min_value=1, max_value=MOST_DOTS, required=False,
        help_text=gettext_lazy("Only for dots. Empty: a third of what is voted on, rounded up."),
    )  # fmt: skip
    places = forms.IntegerField(
        label=gettext_lazy("How many each person puts in order"), min_value=2, max_value=MOST_PLACES, required=False,
        help_text=gettext_lazy("Only for orders. Empty: all up to seven, of more the first five."),
    )  # fmt: skip
    quorum = forms.IntegerField(
        label=gettext_lazy("People who must vote for it to hold"), min_value=1, max_value=MOST_PEOPLE, required=False,
        help_text=gettext_lazy("Agree on it before the vote. Empty: no such rule."),
    )  # fmt: skip
    options = forms.CharField(
        label=gettext_lazy("Vote on a pasted list instead of the groups"), required=False, max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=gettext_lazy("One option on each line. Such a vote does not order the needs."),
    )  # fmt: skip

    @property
    def methods(self) -> list[tuple[str, str, str]]:
        return explained()

    def given(self, planned: str = DOTS) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "method": said["method"] or planned,
            "question": said["question"].strip(),
            "options": in_lines(said["options"]),
            "dots_each": said["dots_each"],
            "places": said["places"],
            "quorum": said["quorum"] or 0,
        }
