"""Who needs company: the owners and workers of one's institution, what each does alone, and what each chose."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.people.models import Person
from milpa.readiness import learners
from milpa.readiness.levelled import readiness_by_person
from milpa.readiness.models import CHOICES, LevellingChosen, choice_that_counts
from milpa.readiness.rules.gaps import Readiness
from milpa.readiness.rules.offers import Choice
from milpa.readiness.sittings import title_of
from milpa.web.listing import Choice as ChoiceFilter
from milpa.web.listing import Column, Listing, Words

NEEDS = [
    ("asked", gettext_lazy("asked to be accompanied")),
    ("first", gettext_lazy("company is offered first")),
    ("not_chosen", gettext_lazy("has not chosen yet")),
    ("not_diagnosed", gettext_lazy("diagnosis not finished")),
    ("none", gettext_lazy("goes on alone")),
]


@dataclass(frozen=True, slots=True)
class Summary:
    """The page's state: how many there are of each, over all whom one may see."""

    people: int
    asked: int
    offered_first: int
    not_chosen: int
    not_diagnosed: int


def needs(state: Readiness, choice: Choice | None) -> str:
    """One word of NEEDS: the first that holds."""
    if choice is Choice.ACCOMPANIED:
        return "asked"
    if state.gaps and choice is None:
        return "first" if state.accompanied_first else "not_chosen"
    if state.accompanied_first and choice is None:
        return "first"
    return "none" if state.is_diagnosed else "not_diagnosed"


def rows(staff: Person) -> list[dict[str, Any]]:
    """Three queries whatever the number of people."""
    people = list(learners.seen_by(staff).values("id", "name"))
    states = readiness_by_person([row["id"] for row in people])
    choices = LevellingChosen.objects.newest_by_person(states)
    return [_row(row, states[row["id"]], choices.get(row["id"])) for row in people]


def _row(person: dict[str, Any], state: Readiness, chosen: LevellingChosen | None) -> dict[str, Any]:
    choice = choice_that_counts(chosen, state.gaps) if chosen and state.gaps else None
    return {
        **person,
        "needs": needs(state, choice),
        "alone": len(state.alone),
        "tried": len(state.alone) + len(state.gaps),
        "gaps": " · ".join(title_of(task) for task in state.gaps),
        "choice": str(dict(CHOICES)[choice]) if choice else "",
    }


def listing(request: Any, found: list[dict[str, Any]] | None = None) -> Listing:
    """`found`: the rows, if the page has read them already."""
    words = dict(NEEDS)
    return Listing(
        name="who-needs-company",
        title=_("Who needs company"),
        request=request,
        rows=rows(request.person) if found is None else found,
        columns=[
            Column("name", _("Name"), order="name", href=lambda row: reverse("readiness:person", args=[row["id"]])),
            Column("needs", _("Needs"), value=lambda row: words[row["needs"]], order="needs", reads=("needs",)),
            Column("alone", _("Tasks done alone"), kind="number", order="alone"),
            Column("tried", _("Tasks tried"), kind="number"),
            Column("gaps", _("May practise")),
            Column("choice", _("Chose to do the units")),
        ],
        filters=[ChoiceFilter("needs", _("Needs"), NEEDS), Words("name", _("Name"), fields=("name",))],
        order="name",
        empty=_("Here stand the owners and workers of your institution, with what each does alone on the phone and who asked for company."),
        first_step=(_("Register an owner or worker"), reverse("people:members")),
    )


def summary(found: list[dict[str, Any]]) -> Summary:
    words = [row["needs"] for row in found]
    return Summary(len(words), *(words.count(word) for word in ("asked", "first", "not_chosen", "not_diagnosed")))
