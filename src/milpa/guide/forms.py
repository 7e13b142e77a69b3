"""What is typed to adapt and write a guide. Every text is asked in both languages; English may follow later."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.evidence import KEYS
from milpa.guide.models import Guide, Phase, Step
from milpa.guide.sent import SentForm
from milpa.guide.texts import Text

LANGUAGES = {"es": gettext_lazy("in Spanish"), "en": gettext_lazy("in English")}


class TextsForm(SentForm):
    """A form of bilingual texts. `texts`: name -> (label, longest, several lines)."""

    texts: dict[str, tuple[Any, int, bool]] = {}

    def __init__(self, data: Any = None, *, revision: int | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, revision=revision, initial=initial)
        for name, (label, most, long) in self.texts.items():
            for code, language in LANGUAGES.items():
                widget = forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput()
                said = _("{label}, {language}").format(label=label, language=language)
                self.fields[f"{name}_{code}"] = forms.CharField(label=said, max_length=most, required=code == "es", widget=widget)

    def text(self, name: str) -> dict[str, str]:
        """What was typed, as {"es", "en"}; a language left empty is left out, and Spanish is read instead."""
        typed = {code: " ".join(self.cleaned_data[f"{name}_{code}"].split()) for code in LANGUAGES}
        return {code: text for code, text in typed.items() if text}


def _parted(**texts: dict[str, str]) -> dict[str, str]:
    return {f"{name}_{code}": text.get(code, "") for name, text in texts.items() for code in LANGUAGES}


class AdaptForm(TextsForm):
    texts = {"title": (gettext_lazy("Title of your institution's guide"), 160, False)}


class GuideForm(TextsForm):
    texts = {
        "title": (gettext_lazy("Title"), 160, False),
        "subtitle": (gettext_lazy("Subtitle"), 200, False),
        "principle": (gettext_lazy("Principle"), 600, True),
    }

    def __init__(self, data: Any = None, *, guide: Guide) -> None:
        super().__init__(
            data, revision=guide.revision, initial=_parted(title=guide.title, subtitle=guide.subtitle, principle=guide.principle)
        )


class PhaseForm(TextsForm):
    """A phase and its gate: which of its steps it counts, and which it shows without counting."""

    texts = {
        "title": (gettext_lazy("Title"), 80, False),
        "question": (gettext_lazy("Question"), 200, False),
        "sentence": (gettext_lazy("What the gate says"), 400, True),
    }

    def __init__(self, data: Any = None, *, guide: Guide, phase: Phase) -> None:
        texts = _parted(title=phase.title, question=phase.question, sentence=phase.gate_sentence)
        super().__init__(data, revision=guide.revision, initial=texts | {"needs": phase.gate_needs, "informs": phase.gate_informs})
        steps = [(step.slug, str(step)) for step in phase.steps.all()]
        for name, label in (("needs", _("Steps the gate counts")), ("informs", _("Steps the gate shows without counting"))):
            self.fields[name] = forms.MultipleChoiceField(label=label, choices=steps, required=False, widget=forms.CheckboxSelectMultiple())

    def clean(self) -> dict[str, Any]:
        both = set(self.cleaned_data.get("needs", [])) & set(self.cleaned_data.get("informs", []))
        if both:
            self.add_error("informs", _("A step is counted or only shown, not both."))
        return self.cleaned_data

    def columns(self) -> dict[str, Any]:
        return {
            "title": self.text("title"),
            "question": self.text("question"),
            "gate_sentence": self.text("sentence"),
            "gate_needs": self.cleaned_data["needs"],
            "gate_informs": self.cleaned_data["informs"],
        }


class StepForm(TextsForm):
    """A step: `first` answers for it by default; activities are one a line, the same line in both languages."""

    texts = {"title": (gettext_lazy("Title"), 120, False), "purpose": (gettext_lazy("Purpose"), 600, True)}

    def __init__(self, data: Any = None, *, guide: Guide, step: Step | None = None) -> None:
        super().__init__(data, revision=guide.revision, initial=_of_step(step) if step else {})
        roles = [(word, str(Text(text))) for word, text in guide.roles.items()]
        self.fields["first"] = forms.ChoiceField(
            label=_("Who answers for it"), choices=roles, help_text=_("A programme assigns the step to this role, unless it names someone.")
        )
        self.fields["others"] = self._several(_("Who else takes part"), roles)
        for code, language in LANGUAGES.items():
            self.fields[f"activities_{code}"] = forms.CharField(
                label=_("{label}, {language}").format(label=_("Activities"), language=language),
                required=code == "es", max_length=6000, widget=forms.Textarea(attrs={"rows": 6}),
                help_text=_("One activity a line.") if code == "es" else _("The same activities in the same order, or none yet."),
            )  # fmt: skip
        self.fields["evidence"] = self._several(_("What shows that it is done"), [(key, known.title) for key, known in KEYS.items()])
        self.fields["evidence"].help_text = _("Without any, something is attached by hand and the coordinator says that it suffices.")
        titles = [(id, str(Text(title))) for id, title in guide.instrument_titles.items()]
        self.fields["instruments"] = self._several(_("Instruments"), titles)

    @staticmethod
    def _several(label: str, choices: list[tuple[str, Any]]) -> forms.MultipleChoiceField:
        return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple())

    def clean(self) -> dict[str, Any]:
        es, en = (self._lines(code) for code in LANGUAGES)
        if en and len(es) != len(en):
            said = _("There are {es} activities in Spanish and {en} in English. Write as many lines in both, or none in English.")
            self.add_error("activities_en", ValidationError(said.format(es=len(es), en=len(en))))
        return self.cleaned_data

    def _lines(self, code: str) -> list[str]:
        return [" ".join(line.split()) for line in self.cleaned_data.get(f"activities_{code}", "").splitlines() if line.strip()]

    def columns(self) -> dict[str, Any]:
        es, en = self._lines("es"), self._lines("en")
        first, others = self.cleaned_data["first"], self.cleaned_data["others"]
        return {
            "title": self.text("title"),
            "purpose": self.text("purpose"),
            "who": [first, *(word for word in others if word != first)],
            "activities": [{"es": said, "en": en[place]} if en else {"es": said} for place, said in enumerate(es)],
            "evidence": self.cleaned_data["evidence"],
            "instruments": self.cleaned_data["instruments"],
        }


def _of_step(step: Step) -> dict[str, Any]:
    lines = {f"activities_{code}": "\n".join(said.get(code, "") for said in step.activities).strip() for code in LANGUAGES}
    lists = {"evidence": step.evidence, "instruments": step.instruments, "first": step.who[0] if step.who else "", "others": step.who[1:]}
    return _parted(title=step.title, purpose=step.purpose) | lines | lists


class MoveForm(SentForm):
    """Where a step goes: a phase and a place in it, as "listen:2"."""

    to = forms.ChoiceField(label=gettext_lazy("Put it"))

    def __init__(self, data: Any = None, *, guide: Guide, step: Step) -> None:
        super().__init__(data, revision=guide.revision)
        self.fields["to"].choices = [*_places(guide, step)]  # type: ignore[attr-defined]  # a ChoiceField

    def where(self) -> tuple[str, int]:
        phase, _colon, place = self.cleaned_data["to"].rpartition(":")
        return phase, int(place)


def _places(guide: Guide, moved: Step) -> Any:
    for phase in guide.phases.prefetch_related("steps"):
        others = [step for step in phase.steps.all() if step.pk != moved.pk]
        yield f"{phase.slug}:1", _("{phase}: first").format(phase=phase)
        for place, step in enumerate(others, start=2):
            yield f"{phase.slug}:{place}", _("{phase}: after “{step}”").format(phase=phase, step=step)


class RemoveForm(SentForm):
    why = forms.CharField(label=gettext_lazy("Why it is taken out"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None, *, guide: Guide) -> None:
        super().__init__(data, revision=guide.revision)


class PublishForm(SentForm):
    notes = forms.CharField(
        label=gettext_lazy("What is new in this edition"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("For those who work with the edition before: what changes for them, and why."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, guide: Guide) -> None:
        super().__init__(data, revision=guide.revision)
