"""What is typed about the needs and on the remarks about them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.sent import SentForm
from milpa.workshops.forms import NOBODY, enterprise_field, long_field
from milpa.workshops.models import Need
from milpa.workshops.models.needs import ANSWERS
from milpa.workshops.models.published import REMARK_LENGTH, REMARK_WAYS


class MoveForm(SentForm):
    """Hands are counted, or nobody counted them: then all three stay empty."""

    to = forms.IntegerField(label=gettext_lazy("To which place in its list"), min_value=1, max_value=200)
    why = long_field(gettext_lazy("The reason that the group gave"), 300, rows=2)
    hands_for = forms.IntegerField(label=gettext_lazy("Hands for it"), min_value=0, max_value=600, required=False)
    hands_against = forms.IntegerField(label=gettext_lazy("Hands against it"), min_value=0, max_value=600, required=False)
    proposed_by = forms.TypedChoiceField(label=gettext_lazy("Who proposed it"), choices=[], coerce=UUID, empty_value=None, required=False)

    def __init__(self, data: Any = None, *, people: Iterable[tuple[Any, str]] = ()) -> None:
        super().__init__(data)
        self.fields["proposed_by"].choices = [("", gettext_lazy("not said")), *people]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def hands(self) -> tuple[int, int, int] | None:
        said = self.cleaned_data
        if said["hands_for"] is None and said["hands_against"] is None:
            return None
        return said["hands_for"] or 0, said["hands_against"] or 0, 0


class NeedForm(SentForm):
    title = forms.CharField(label=gettext_lazy("The need, in plain words"), max_length=120)
    found_in = forms.CharField(
        label=gettext_lazy("Where it was found"),
        max_length=200,
        help_text=gettext_lazy("For example: three visits in May; the sector's hygiene rule."),
    )


class EditNeedForm(SentForm):
    title = forms.CharField(label=gettext_lazy("The need, in plain words"), max_length=120)
    done_instead = forms.CharField(label=gettext_lazy("What is done, where it does not suit ICT"), max_length=300, required=False)
    handed_to = forms.CharField(label=gettext_lazy("To whom it is handed, if training does not solve it"), max_length=200, required=False)

    def written(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "done_instead", "handed_to")}


class MergeForm(SentForm):
    """Two proposals that say the same; the first keeps its words, the cards and dots of both count."""

    keep = forms.TypedChoiceField(label=gettext_lazy("This one stays"), choices=[], coerce=UUID)
    join = forms.TypedChoiceField(label=gettext_lazy("This one goes into it"), choices=[], coerce=UUID)

    def __init__(self, data: Any = None, *, needs: Iterable[Need], revision: int | None = None) -> None:
        super().__init__(data, revision=revision)
        named = [NOBODY, *((str(need.id), need.title) for need in needs)]
        for name in ("keep", "join"):
            self.fields[name].choices = named  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("keep") and said.get("keep") == said.get("join"):
            self.add_error("join", _("Choose two different needs."))
        return said


class RemarkForm(SentForm):
    """A remark that somebody made to whoever types it."""

    name = forms.CharField(label=gettext_lazy("Who says it"), max_length=120)
    enterprise = enterprise_field()
    way = forms.ChoiceField(label=gettext_lazy("How it was said"), choices=REMARK_WAYS)
    text = long_field(gettext_lazy("The remark, in their words"), REMARK_LENGTH)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"way": "call"})


class AnswerForm(SentForm):
    """Thanks are no answer: it says what is done, or why not."""

    kind = forms.ChoiceField(label=gettext_lazy("What becomes of it"), choices=[NOBODY, *ANSWERS])
    text = long_field(gettext_lazy("Answer: what is done, or why not"), 500, rows=2)


class DecideForm(SentForm):
    accepted = forms.ChoiceField(
        label=gettext_lazy("What the conglomerate decides"),
        choices=[("yes", gettext_lazy("it stays among the needs")), ("no", gettext_lazy("it is left out"))],
        widget=forms.RadioSelect(),
    )
    why = long_field(gettext_lazy("Reason"), 500, rows=2)
