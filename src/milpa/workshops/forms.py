"""What is typed on the desk's pages of workshops and needs."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates.models import Enterprise
from milpa.guide.sent import SentForm
from milpa.web.limits import CARD_LENGTH
from milpa.workshops.ballots import fields_for, marks_in
from milpa.workshops.marks import Marks
from milpa.workshops.methods import FIRST, Part, method, methods
from milpa.workshops.models import Participant, Vote, Workshop
from milpa.workshops.models.room import POSITIONS
from milpa.workshops.models.workshop import INVITED_BY, SIDES, VOICE_WORDS
from milpa.workshops.room_refusals import TextOrPhotograph
from milpa.workshops.rules.suitability import HIGHEST
from milpa.workshops.ways_to_vote import how_to

BESIDE_PHONES = [("paper", gettext_lazy("on paper")), ("voice", gettext_lazy("by voice"))]
NOBODY = ("", gettext_lazy("Choose one"))
PLANNED = ("title", "question", "place", "minutes", "care", "phones_group")
RANDOM = 4  # the version of a UUID that tells nothing


def long_field(label: Any, most: int, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


def named_in_register(programme_id: UUID, typed: str) -> UUID | None:
    """The only enterprise of the register with that name, however it is capitalised."""
    name = " ".join(typed.split())
    found = Enterprise.objects.filter(programme=programme_id, joined_into=None, name__iexact=name).values_list("id", flat=True)[:2]
    same = list(found) if name else []
    return same[0] if len(same) == 1 else None


def enterprise_field(required: bool = False) -> forms.CharField:
    """A name, with the register's as suggestions; one that is not in it is kept as written."""
    return forms.CharField(
        label=gettext_lazy("Enterprise"),
        max_length=120,
        required=required,
        help_text=gettext_lazy("As in the register, if it is there."),
        widget=forms.TextInput(attrs={"list": "register", "autocomplete": "off"}),
    )


class PlanForm(SentForm):
    title = forms.CharField(label=gettext_lazy("What it is called"), max_length=120)
    question = forms.CharField(
        label=gettext_lazy("The question that everybody answers"),
        max_length=200,
        help_text=gettext_lazy("For example: what do we find hard, and would like to know how to do, in our enterprise?"),
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200)
    starts_at = forms.DateTimeField(
        label=gettext_lazy("Day and hour"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        help_text=gettext_lazy("Agreed with the women who will come."),
    )
    minutes = forms.IntegerField(label=gettext_lazy("How many minutes it lasts"), min_value=30, max_value=600)
    care = long_field(
        gettext_lazy("So that everybody can come"),
        1000,
        rows=2,
        required=False,
        help_text=gettext_lazy("Child care, transport, languages, an interpreter: what was agreed."),
    )
    phones_group = forms.BooleanField(
        label=gettext_lazy("Participants group the cards on their phones too"),
        required=False,
        help_text=gettext_lazy("Otherwise only whoever facilitates and their helpers do."),
    )

    def __init__(self, data: Any = None, *, workshop: Workshop | None = None) -> None:
        first = {name: getattr(workshop, name) for name in PLANNED} if workshop else {}
        if workshop and workshop.starts_at:
            first["starts_at"] = timezone.localtime(workshop.starts_at).replace(tzinfo=None)
        super().__init__(data, revision=workshop.revision if workshop else None, initial={"minutes": 180, "method": FIRST} | first)
        if workshop is None:
            choices = [(one.id, f"{one.name}. {one.for_what}") for one in methods()]
            held = forms.ChoiceField(label=_("How it is held"), choices=choices, widget=forms.RadioSelect(), required=False)
            self.fields["method"] = held
            self.order_fields(["title", "question", "method"])

    @property
    def parts(self) -> list[Part]:
        """The activities of the way to hold it that was chosen."""
        return list(method(self.cleaned_data["method"] or FIRST).parts)

    def clean_starts_at(self) -> Any:
        given = self.cleaned_data["starts_at"]
        return timezone.make_aware(given) if timezone.is_naive(given) else given

    def written(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in names}


class InviteForm(SentForm):
    enterprise = enterprise_field(required=True)
    way = forms.ChoiceField(label=gettext_lazy("How it was invited"), choices=INVITED_BY)
    on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(label=gettext_lazy("Language, phone and connection, child care, transport"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, today: Any) -> None:
        super().__init__(data, initial={"on": today, "way": "association"})


class PersonForm(SentForm):
    """Somebody who takes part without a phone."""

    name = forms.CharField(label=gettext_lazy("Name or nickname"), max_length=60)
    enterprise = enterprise_field()
    position = forms.ChoiceField(label=gettext_lazy("Owner or worker"), choices=POSITIONS, required=False)
    way = forms.ChoiceField(label=gettext_lazy("How they take part"), choices=BESIDE_PHONES, widget=forms.RadioSelect())

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"way": "paper", "position": "owner"})


class _ForSomebody(SentForm):
    """Something typed for who takes part on paper or by voice."""

    participant = forms.ChoiceField(label=gettext_lazy("For whom"))
    way = forms.ChoiceField(label=gettext_lazy("How it was said"), choices=BESIDE_PHONES, widget=forms.RadioSelect())

    def __init__(self, data: Any = None, files: Any = None, *, people: Iterable[Participant]) -> None:
        super().__init__(data, files, initial={"way": "paper"})
        self.people = {str(person.id): person for person in people}
        named = [(id, _called(person)) for id, person in self.people.items()]
        self.fields["participant"].choices = [NOBODY, *named]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def has_people(self) -> bool:
        return bool(self.people)

    @property
    def whom(self) -> Participant:
        return self.people[self.cleaned_data["participant"]]


def _called(person: Participant) -> str:
    of = person.enterprise.name if person.enterprise else person.enterprise_text
    return f"{person.name} · {of}" if of else person.name


class PaperCardForm(_ForSomebody):
    """A card on paper or said aloud. The number is the one printed on the paper; a photograph keeps what it looked like."""

    number = forms.IntegerField(label=gettext_lazy("Number on the paper"), required=False, min_value=1, max_value=9999)
    text = forms.CharField(
        label=gettext_lazy("What the card says"),
        required=False,
        help_text=gettext_lazy("With a photograph alone it is typed later, from the list of cards to be read."),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": CARD_LENGTH}),
    )
    photo = forms.FileField(
        label=gettext_lazy("Photograph of the card"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    named = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, people: Iterable[Participant], named: bool = False) -> None:
        super().__init__(data, files, people=people)
        self.fields["named"].initial = "1" if named else ""

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("text", "").strip() and not self.cleaned_data.get("photo") and "photo" not in self.errors:
            self.add_error("text", str(TextOrPhotograph()))
        return self.cleaned_data

    @property
    def is_to_be_read(self) -> bool:
        """Only a photograph came: its text is typed later."""
        return not self.cleaned_data["text"].strip()

    def more(self) -> dict[str, Any]:
        """What is said of the paper, besides its words."""
        return {name: self.cleaned_data[name] for name in ("photo", "number", "named")}


class PaperBallotForm(_ForSomebody):
    """A ballot by the vote's method, typed for somebody."""

    def __init__(self, data: Any = None, *, people: Iterable[Participant], vote: Vote, names: dict[str, str]) -> None:
        super().__init__(data, people=people)
        self.vote = vote
        self.fields |= fields_for(vote, names)

    def clean_form_id(self) -> UUID:
        """A random one: ids that tell the time would pair ballots with those who voted."""
        id: UUID = self.cleaned_data["form_id"]
        if id.version != RANDOM:
            raise forms.ValidationError(_("This ballot was shown too long ago. Send it again: what you marked is still here."))
        return id

    @property
    def shown_id(self) -> UUID | str | None:
        """What was sent, if it was good; else a new one."""
        sent = super().shown_id
        return sent if sent and "form_id" not in self.errors else uuid4()

    @property
    def how_to(self) -> str:
        return how_to(self.vote)

    def marks(self) -> Marks:
        return marks_in(self.vote, self.cleaned_data)


class WhyForm(SentForm):
    why = long_field(gettext_lazy("Reason"), 300, rows=2)


class CommitmentForm(SentForm):
    who = forms.CharField(label=gettext_lazy("Who"), max_length=120)
    side = forms.ChoiceField(label=gettext_lazy("On whose behalf"), choices=SIDES)
    text = forms.CharField(label=gettext_lazy("What"), max_length=300)
    until = forms.DateField(label=gettext_lazy("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class VoiceForm(SentForm):
    """Why a voice that is usually missing is missing here too."""

    voice = forms.ChoiceField(label=gettext_lazy("Which voice"), choices=list(VOICE_WORDS.items()))
    why = long_field(gettext_lazy("Why it is not there"), 500, rows=2)


class MinutesForm(SentForm):
    text = long_field(gettext_lazy("What the minutes should say besides"), 4000, rows=5, required=False)

    @classmethod
    def of(cls, text: str) -> "MinutesForm":
        """With what was issued before."""
        return cls(initial={"text": text})


class JudgementForm(SentForm):
    """Five values from 0 to 3; what stays empty is not judged yet."""

    def __init__(self, data: Any = None, *, criteria: Iterable[str]) -> None:
        super().__init__(data)
        for key in criteria:
            self.fields[key] = forms.TypedChoiceField(
                choices=[("", "–"), *((n, n) for n in range(HIGHEST + 1))], coerce=int, required=False, empty_value=None
            )
            self.fields[f"words-{key}"] = forms.CharField(max_length=200, required=False)

    def values(self) -> dict[str, int | None]:
        return {key: value for key, value in self.cleaned_data.items() if f"words-{key}" in self.fields}

    def words(self, criterion: str) -> str:
        """The reason that was said for its value."""
        return str(self.cleaned_data[f"words-{criterion}"]).strip()

    def id_of(self, criterion: str) -> UUID:
        """Each value is a fact of its own: its id follows from the form's, so that sending twice says it once."""
        return uuid5(self.id, criterion)
