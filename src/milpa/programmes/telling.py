"""A programme's journey told: plain values for its page, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.guide.editions import Edition
from milpa.people.doors import opens
from milpa.people.roles import BY_GUIDE_WORD, BY_SLUG
from milpa.programmes import levels
from milpa.programmes.involving import PhaseInvolvement
from milpa.programmes.journeys import PhaseStanding, Standing, StepStanding
from milpa.programmes.registries import Wait
from milpa.programmes.rules.breadth import Breadth, Share
from milpa.programmes.rules.calendar import Nearness
from milpa.programmes.rules.steps import State
from milpa.programmes.waiting import Task
from milpa.web import formats

SHOWN = 5  # tasks on the journey; the others are a step away
WEFT = {State.DONE: "done", State.BY_HAND: "passed", State.BEGUN: "part", State.MISSING: "missing"}
SHORTEST = 4  # letters of a title's first word that can stand for it


@dataclass(frozen=True, slots=True)
class Names:
    """Who owns the programme and what its partners are called, to say who acts."""

    owner: UUID
    institutions: Mapping[UUID, str]


def names_of(owner: UUID, owner_name: str, standing: Standing) -> Names:
    return Names(owner, {owner: owner_name} | {partner.institution: partner.name for partner in standing.partners})


def short_titles(edition: Edition) -> dict[str, str]:
    """ "Escuchar" for "Escuchar: detectar necesidades", where no phase before it begins with the same word."""
    found: dict[str, str] = {}
    for phase in edition.phases:
        title = str(phase.title)
        first = title.split()[0].rstrip(":;,.") if title.split() else title
        found[phase.id] = first if len(first) >= SHORTEST and first not in found.values() else title
    return found


def cloth(standing: Standing) -> list[dict[str, Any]]:
    """The phases as the component weaves them."""
    short = short_titles(standing.edition)
    return [
        {
            "title": short[phase.phase.id],
            "url": reverse("programmes:phase", args=[standing.programme, phase.phase.id]),
            "current": phase.phase.id == standing.current,
            "done": phase.state.done,
            "of": phase.state.of,
            "note": _("The gate was passed with a written reason") if phase.passed and not phase.gate.is_met else "",
            "steps": [{"title": step.step.title, "state": WEFT[step.state.state]} for step in phase.steps],
        }
        for phase in standing.phases
    ]


def woven(standing: Standing) -> list[str]:
    """Which states occur, for the key under the cloth."""
    there = {WEFT[step.state.state] for phase in standing.phases for step in phase.steps}
    return [state for state in WEFT.values() if state in there]


def historical_cloth(standing: Standing) -> list[dict[str, Any]]:
    """Only what the source tells: in a phase whose gate reads "according to" it, the steps that the account names."""
    told: list[dict[str, Any]] = []
    for phase, plain in zip(standing.phases, cloth(standing), strict=True):
        named = [step.step.source == "case" and phase.passed is not None for step in phase.steps]
        states = ["passed" if known else "not_applicable" for known in named]
        steps = [{"title": step.step.title, "state": state} for step, state in zip(phase.steps, states, strict=True)]
        note = phase.passed.why if phase.passed else ""
        told.append(plain | {"current": False, "done": sum(named), "steps": steps, "note": note})
    return told


def state_sentence(standing: Standing, waiting: int) -> dict[str, Any]:
    """Where the programme is and how much waits, in parts: the template stresses the phase."""
    now = standing.now
    done = ngettext("{done} of {n} step done", "{done} of {n} steps done", now.state.of).format(done=now.state.done, n=now.state.of)
    waits = ngettext("{n} thing waits", "{n} things wait", waiting).format(n=waiting) if waiting else _("nothing waits")
    title = short_titles(standing.edition)[standing.current]
    return {"title": title, "number": now.phase.number, "all": len(standing.phases), "done": done, "waits": waits}


def todo(tasks: Sequence[Task], standing: Standing, names: Names, person: Any) -> list[dict[str, Any]]:
    """Tasks as the component takes them. Everybody reads who must act; the button is for those whom it leads somewhere."""
    return [_todo(task, standing, names, person) for task in tasks]


def _todo(task: Task, standing: Standing, names: Names, person: Any) -> dict[str, Any]:
    return {
        "title": task.wait.what,
        "who": who(task.wait, standing, names),
        "when": when(task),
        "label": task.wait.button,
        "url": task.wait.link if _leads_somewhere(task, names, person) else "",
    }


def _leads_somewhere(task: Task, names: Names, person: Any) -> bool:
    """What a package says waits lies on a page of whom it waits for, and of the programme's owner; evidence is seen by all."""
    theirs = task.step or person.institution_id in (task.wait.institution or names.owner, names.owner)
    return bool(theirs) and opens(person, task.wait.link)


def who(wait: Wait, standing: Standing, names: Names) -> str:
    """The person who is named, else the role, else the institution."""
    named = {step.assigned.person: step.assigned.name for phase in standing.phases for step in phase.steps if step.assigned}
    if wait.person is not None and named.get(wait.person):
        return named[wait.person]
    roles = _either(sorted(str(BY_SLUG[slug].name) for slug in wait.roles if slug in BY_SLUG))
    institution = names.institutions.get(wait.institution or names.owner, "") if not roles or wait.institution else ""
    said = " · ".join(part for part in (roles, institution) if part)
    return said[:1].upper() + said[1:]


def _either(names: list[str]) -> str:
    """One of several: "coordinator, facilitator or instructor"."""
    return _(" or ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def when(task: Task) -> str:
    """How near its date is, or since when it waits."""
    due, since = task.wait.due, task.wait.since
    if due is None:
        return formats.ago(since) if since else ""
    return {
        Nearness.OVERDUE: _("was due on {day}"),
        Nearness.TODAY: _("due today"),
    }.get(task.nearness, _("due on {day}")).format(day=formats.day(due))


def profile(phases: Sequence[PhaseInvolvement], edition: Edition) -> list[dict[str, Any]]:
    """The headline of each phase in which something happened, as the component takes it."""
    short = short_titles(edition)
    return [
        {"label": short[row.phase.id], "level": row.levels.headline, "word": levels.word(row.levels.headline)}
        for row in phases
        if row.is_told
    ]


def participation(phases: Sequence[PhaseInvolvement], edition: Edition) -> str:
    """The last phase in which enterprises were invited or acted, in a sentence with its n. Where more acted than were invited by name,
    they are not said to be "of" the invited."""
    begun = [row for row in phases if row.is_told and (row.breadth.acted or row.breadth.invited)]
    if not begun:
        return ""
    last = begun[-1]
    of_invited = _("In “{phase}”, {acted} of {invited} enterprises invited acted ({registered} in the register).")
    of_register = _("In “{phase}”, {acted} enterprises acted ({registered} in the register).")
    said = (of_invited if last.breadth.acted <= last.breadth.invited else of_register).format(
        phase=short_titles(edition)[last.phase.id],
        acted=formats.number(last.breadth.acted),
        invited=formats.number(last.breadth.invited),
        registered=formats.number(last.breadth.registered),
    )
    if last.answered.made:
        said += " " + ngettext(
            "{answered} of {n} contribution has an answer.", "{answered} of {n} contributions have an answer.", last.answered.made
        ).format(answered=formats.number(last.answered.answered), n=formats.number(last.answered.made))
    return said


def people(standing: Standing, owner_name: str) -> list[dict[str, Any]]:
    """Who takes part: those who are named for a step, then the partners."""
    named: dict[str, str] = {}
    for phase in standing.phases:
        for step in phase.steps:
            if step.assigned and step.assigned.name:
                role = BY_GUIDE_WORD.get(step.assigned.role)
                named.setdefault(step.assigned.name, str(role.name) if role else "")
    team = [{"name": name, "role": role} for name, role in named.items()] or [{"name": owner_name, "role": _("owner of the programme")}]
    return team[:6] + [{"name": partner.name, "role": part_of(partner)} for partner in standing.partners if partner.takes_part][:6]


def part_of(partner: Any) -> str:
    """The part that a partner takes, in words."""
    parts = [
        (partner.decides, _("decides")),
        (partner.speaks, _("speaks for the conglomerate")),
        (partner.funds, _("funds")),
        (bool(partner.contributes), _("contributes: {what}").format(what=partner.contributes)),
    ]
    return ", ".join(words for takes, words in parts if takes)


def missing_of(phase: PhaseStanding) -> list[StepStanding]:
    """The steps that keep the gate from being met."""
    lacking = {state.step for state in phase.gate.missing}
    return [step for step in phase.steps if step.step.id in lacking]


def breadth_tables(breadth: Breadth) -> list[tuple[str, list[dict[str, Any]]]]:
    """Which enterprises acted, a table a trait: its name and its rows."""
    names = {"size": _("Size"), "department": _("Department"), "leader_sex": _("Sex of the person who leads")}
    return [(names[trait], [_share(share) for share in shares]) for trait, shares in breadth.by.items() if shares]


def _share(share: Share) -> dict[str, Any]:
    words = {
        "": _("not known"),
        "micro": _("micro-enterprise"),
        "small": _("small enterprise"),
        "medium": _("medium-sized enterprise"),
        "above": _("larger than medium"),
        "woman": _("woman"),
        "man": _("man"),
    }
    value = words.get(share.value, share.value)
    return {"value": value, "acted": share.acted, "invited": share.invited, "registered": share.registered}
