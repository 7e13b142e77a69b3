"""A ballot as a form, for any method: which fields it has, and what was marked in them. Works without script: boxes, lists, numbers."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.workshops.marks import Marks
from milpa.workshops.models import Vote
from milpa.workshops.models.methods import DOTS, FEASIBILITY, RANKED
from milpa.workshops.rules import feasibility, score

NOT_PLACED = ("", "–")


def names_in(vote: Vote, names: Mapping[str, str]) -> dict[str, str]:
    """What each option of the vote is called: of a pasted list as it was pasted, else as its group is called now."""
    return {option: vote.options.get(option) or names.get(option, "") for option in vote.groups}


def fields_for(vote: Vote, names: Mapping[str, str]) -> dict[str, forms.Field]:
    """The fields of a ballot, by name."""
    named = list(names_in(vote, names).items())
    blank = forms.BooleanField(label=_("I vote blank: I do not choose"), required=False)
    return _method_fields(vote, named) | {"blank": blank}


def _method_fields(vote: Vote, named: list[tuple[str, str]]) -> dict[str, forms.Field]:
    if vote.method in RANKED:
        places = [NOT_PLACED, *((n, n) for n in range(1, vote.places + 1))]
        return {f"place-{option}": _chosen(name, places) for option, name in named}
    if vote.method == DOTS and vote.most_on_one == 1:
        return {
            "groups": forms.MultipleChoiceField(label=_("The groups"), choices=named, widget=forms.CheckboxSelectMultiple, required=False)
        }
    if vote.method == DOTS:
        most = vote.most_on_one
        return {f"dots-{option}": forms.IntegerField(label=name, min_value=0, max_value=most, required=False) for option, name in named}
    if vote.method == FEASIBILITY:
        scale = [(n, n) for n in range(feasibility.LOWEST, feasibility.HIGHEST + 1)]
        asked = {"score": _("{name}: it would help"), "feasible": _("{name}: it can be done")}
        return {f"{key}-{option}": _marked(said.format(name=name), scale) for option, name in named for key, said in asked.items()}
    scale = [(n, n) for n in range(score.LOWEST, score.HIGHEST + 1)]
    return {f"score-{option}": _marked(name, scale) for option, name in named}


OFF_THE_SCALE = {"invalid_choice": gettext_lazy("That is not on the scale. What you marked is still here.")}


def _chosen(label: str, choices: list[Any]) -> forms.Field:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, empty_value=None, required=False, error_messages=OFF_THE_SCALE)


def _marked(label: str, choices: list[Any]) -> forms.Field:
    field = _chosen(label, choices)
    field.widget = forms.RadioSelect(choices=choices)
    return field


def marks_in(vote: Vote, said: Mapping[str, Any]) -> Marks:
    """What was marked, from a form's cleaned data. Two on one place stay both in the order, so that the action can refuse them."""
    blank = bool(said.get("blank"))

    def valued(key: str) -> dict[str, int]:
        return {option: said[f"{key}-{option}"] for option in vote.groups if said.get(f"{key}-{option}") is not None}

    if vote.method in RANKED:
        return Marks(order=_in_order(valued("place")), blank=blank)
    if vote.method != DOTS:
        return Marks(scores=valued("score"), feasible=valued("feasible"), blank=blank)
    if vote.most_on_one == 1:
        return Marks(dots=dict.fromkeys(said.get("groups") or [], 1), blank=blank)
    return Marks(dots={option: n for option, n in valued("dots").items() if n}, blank=blank)


def _in_order(places: dict[str, int]) -> tuple[str, ...]:
    """Options by their place; whoever shares one is named twice, which no order may."""
    ordered = sorted(places, key=lambda option: places[option])
    shared = [option for option in ordered if sum(place == places[option] for place in places.values()) > 1]
    return (*ordered, *shared[:1])
