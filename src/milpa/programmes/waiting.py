"""What waits, for whom: what the packages say, and the evidence that is still missing, merged and in the order of their dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.guide.evidence import KEYS
from milpa.people.roles import BY_GUIDE_WORD
from milpa.people.standing import roles_of
from milpa.programmes import registries
from milpa.programmes.journeys import Evidence, PartnerRead, Standing, StepStanding
from milpa.programmes.registries import Wait
from milpa.programmes.remembering import Mark, remembered
from milpa.programmes.rules.calendar import Nearness, nearness
from milpa.programmes.said import Said, said

PARTS = {"association": "speaks", "funder": "funds", "ministry": "decides", "other_partner": "decides"}  # which part has which role act


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is missing or waits, with who acts."""

    wait: Wait
    step: str = ""  # the guide's step it belongs to, if it is one's evidence
    nearness: Nearness = Nearness.UNDATED


def told(person: Any, programmes: Sequence[UUID], now: Mark) -> list[Wait]:
    """What the packages say waits in these programmes: one query a package, none while nothing is recorded."""
    asked = tuple(sorted(programmes))

    def ask() -> list[Wait]:
        return [wait for answer in registries.waits.values() for wait in answer(person, asked)]

    found: list[Wait] = remembered(now, ("waits", person.id, roles_of(person), asked), ask)
    return found


def missing(standing: Standing, steps: Iterable[StepStanding]) -> list[Task]:
    """What the evidence of these steps still lacks, one a key that nobody met; who acts is who answers for the step."""
    return [Task(wait, step.step.id) for step in steps if not step.state.is_done for wait in _of_step(standing, step)]


def _of_step(standing: Standing, step: StepStanding) -> list[Wait]:
    attached = [row for row in step.evidence if row.voided_by is None and not row.suffices]
    if not step.step.evidence:
        return [_by_hand(standing, step, "", attached)]
    return [
        _recognised(standing, step, key) if key in step.answers else _by_hand(standing, step, key, attached) for key in step.state.missing
    ]


def _recognised(standing: Standing, step: StepStanding, key: str) -> Wait:
    answer = step.answers[key]
    title = KEYS[key].title if key in KEYS else key
    what = answer.missing or said("Not yet: {evidence}", evidence=title)
    return _wait(standing, step, what, answer.link or _address(standing, step), said("See it"))


def _by_hand(standing: Standing, step: StepStanding, key: str, attached: list[Evidence]) -> Wait:
    """Nobody recognises it: somebody attaches it, then a coordinator says whether it suffices."""
    here = _address(standing, step)
    waiting = next((row for row in attached if row.key == key), None)
    if waiting is not None:
        what = said("Say whether “{evidence}” suffices", evidence=waiting.title)
        return Wait(standing.programme, what, here, said("Look at it"), roles=frozenset({"coordinator"}), since=waiting.at)
    title = KEYS[key].title if key in KEYS else step.step.title
    return _wait(standing, step, said("Attach what shows it: {evidence}", evidence=title), here, said("Attach it"))


def _address(standing: Standing, step: StepStanding) -> str:
    return reverse("programmes:step", args=[standing.programme, step.step.id])


def _wait(standing: Standing, step: StepStanding, what: Said, link: str, button: Said) -> Wait:
    assigned = step.assigned
    if assigned is not None and assigned.person is not None:
        return Wait(
            standing.programme, what, link, button, _institution(standing, assigned.role), person=assigned.person, due=assigned.due_on
        )
    role, institution = _who_acts(standing, [assigned.role] if assigned else [], step.step.who)
    due = assigned.due_on if assigned else None
    return Wait(standing.programme, what, link, button, institution, frozenset({role}), due=due)


def _institution(standing: Standing, word: str) -> UUID | None:
    return institution_of(word, standing.partners)


def _who_acts(standing: Standing, first: list[str], others: Sequence[str]) -> tuple[str, UUID | None]:
    """The first role of the step whose people sign in to act here: owners and workers don't, and a partner must be there.

    Where there is none, the owner's coordinator sees to it.
    """
    for word in (*first, *others):
        role, institution = BY_GUIDE_WORD.get(word), _institution(standing, word)
        if role is not None and role.is_staff and (word not in PARTS or institution is not None):
            return role.slug, institution
    return "coordinator", None


def institution_of(role: str, partners: Sequence[PartnerRead]) -> UUID | None:
    """The partner whose people have a role of the guide in this programme; None for the owner's own roles, or if there is none yet."""
    if role not in PARTS:
        return None
    taking_part = [partner for partner in partners if partner.takes_part]
    by_kind = [partner for partner in taking_part if partner.kind == role]
    by_part = [partner for partner in taking_part if getattr(partner, PARTS[role])]
    return next((partner.institution for partner in (*by_kind, *by_part)), None)


def tasks(standing: Standing, waits: Iterable[Wait], today: date) -> list[Task]:
    """Everything that waits in one programme: what lacks in its current phase, what has a date in any, and what the packages say.

    What leads to the same place is said once, in the package's words; the same sentence about several steps is said of the first.
    """
    own = list(waits)
    phases = {phase.phase.id: phase for phase in standing.phases}
    dated = [step for phase in standing.phases if phase.phase.id != standing.current for step in phase.steps if _has_date(step)]
    lacking = missing(standing, [*phases[standing.current].steps, *dated]) if standing.current else []
    said_already = {wait.link for wait in own}
    once = {(str(task.wait.what), task.wait.link): task for task in reversed(lacking) if task.wait.link not in said_already}
    found = [Task(wait) for wait in own] + list(reversed(once.values()))
    return sorted((_near(task, today) for task in found), key=_order)


def _has_date(step: StepStanding) -> bool:
    return step.assigned is not None and step.assigned.due_on is not None


def _near(task: Task, today: date) -> Task:
    return Task(task.wait, task.step, nearness(task.wait.due, today))


_NEAR = {Nearness.OVERDUE: 0, Nearness.TODAY: 0, Nearness.THIS_WEEK: 1, Nearness.LATER: 3, Nearness.UNDATED: 2}


def _order(task: Task) -> tuple[int, date, float]:
    """Overdue first; then this week's; what has no date, the longest waiting first; last what is far away."""
    since = task.wait.since
    return _NEAR[task.nearness], task.wait.due or date.max, since.timestamp() if isinstance(since, datetime) else float("inf")


def is_for(person: Any, wait: Wait, owner: UUID) -> bool:
    """Whether it waits for this person: by name, or for a role they have in the institution it waits for."""
    if wait.person is not None:
        return bool(wait.person == person.id)
    if person.institution_id != (wait.institution or owner):
        return False
    return not wait.roles or bool(wait.roles & roles_of(person))
