"""The golden thread, walked both ways through what the packages know: card, need, training action, lesson, reading.

Each kind and each link is asked once, whatever the number of ids: at most two queries a step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext

from milpa.programmes import registries
from milpa.programmes.registries import Knot
from milpa.programmes.remembering import Mark, mark, remembered

ORDER = ("card", "need", "action", "lesson", "reading")
WORDS: dict[str, Promise] = {
    "card": gettext_lazy("Card"),
    "need": gettext_lazy("Need"),
    "action": gettext_lazy("Training action"),
    "lesson": gettext_lazy("Lesson"),
    "reading": gettext_lazy("Satisfaction"),
}
NOT_YET: dict[str, Promise] = {
    "need": gettext_lazy("It has not become a need yet"),
    "action": gettext_lazy("No training action answers it yet"),
    "lesson": gettext_lazy("No lesson serves it yet"),
    "reading": gettext_lazy("It has not been measured yet"),
}
MOST = 50  # knots of one kind on the page of a thread


class NoSuchKnot(LookupError):
    """Nothing of that kind and id is open to the person."""


@dataclass(frozen=True, slots=True)
class Link:
    """A knot on the way from the root to the leaf. `more`: others that stand beside it and are not shown."""

    knot: Knot
    here: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """All knots of one kind that a thread leads to; `left_out`: how many there are beyond those."""

    kind: str
    knots: tuple[Knot, ...]
    left_out: int = 0


def thread_of(kind: str, id: UUID, person: Any) -> list[Link]:
    """One thread from the root to the leaf through the given knot, the best branch that the person may see at each step.

    Two queries a step, one for the knot itself. Raises NoSuchKnot.
    """
    here = Link(_knot(kind, id, person), here=True)
    return [*reversed(_walked(here.knot, "back", person)), here, *_walked(here.knot, "forward", person)]


def tree_of(kind: str, id: UUID, person: Any) -> list[Level]:
    """Every branch both ways, from the cards to the readings. As many queries as `thread_of`. Raises NoSuchKnot."""
    here = _knot(kind, id, person)
    before, after = _spread(here, "back", person), _spread(here, "forward", person)
    return [*reversed(before), Level(kind, (here,)), *after]


def example(programme: UUID, person: Any) -> list[Link]:
    """The thread that shows best what became of something said in this programme; empty if nothing was said yet."""
    for kind in reversed(ORDER):
        known = registries.thread_kinds.get(kind)
        best = known.best([programme]).get(programme, []) if known and known.best else []
        if best:
            try:
                return thread_of(kind, best[0], person)
            except NoSuchKnot:
                continue
    return []


def remembered_thread(kind: str, id: UUID, person: Any, now: Mark | None = None) -> list[Link]:
    """As `thread_of`, in the language of now; from memory while nothing is recorded. Raises NoSuchKnot."""
    found: list[Link] = remembered(now or mark(), ("thread", kind, id, person.id, get_language()), lambda: thread_of(kind, id, person))
    return found


def thread_context(kind: str, id: UUID, person: Any, now: Mark | None = None) -> dict[str, Any] | None:
    """What the component needs to show the thread of something on its own page; None where there is none to show.

    `{% import "programmes/_thread.html" as threads %}{{ threads.shown(thread) }}`. No query of its own while nothing is recorded.
    """
    try:
        found = remembered_thread(kind, id, person, now)
    except NoSuchKnot:
        return None
    return shown(found) | {"url": reverse("programmes:thread", args=[kind, id])}


def example_context(programme: UUID, person: Any, now: Mark) -> dict[str, Any] | None:
    """The same for a programme's example."""
    found: list[Link] = remembered(now, ("example", programme, person.id, get_language()), lambda: example(programme, person))
    if not found:
        return None
    here = next(link.knot for link in found if link.here)
    return shown(found, mark_here=False) | {"url": reverse("programmes:thread", args=[here.kind, here.id])}


def shown(links: Sequence[Link], mark_here: bool = True) -> dict[str, Any]:
    """The knots as the component takes them, with the next one dashed if the thread does not reach its end."""
    knots = [_shown(link, mark_here) for link in links]
    last = links[-1].knot
    if not last.not_yet and last.kind != ORDER[-1]:
        following = ORDER[ORDER.index(last.kind) + 1]
        knots.append({"kind": WORDS[following], "text": NOT_YET[following], "not_yet": True})
    return {"knots": knots}


def _shown(link: Link, mark_here: bool) -> dict[str, Any]:
    knot = link.knot
    here = link.here and mark_here
    said = {"kind": str(knot.meta) or WORDS[knot.kind], "here": here, "not_yet": knot.not_yet, "url": "" if here else knot.link}
    said |= {"quote": knot.text} if knot.quote else {"text": knot.text}
    if link.more:
        words = ngettext("and {n} more", "and {n} more", link.more).format(n=link.more)
        said["more"] = (words, reverse("programmes:thread", args=[knot.kind, knot.id]))
    return said


def _knot(kind: str, id: UUID, person: Any) -> Knot:
    knots = registries.thread_kinds[kind].knots([id], person) if kind in registries.thread_kinds else {}
    if id not in knots:
        raise NoSuchKnot(kind, id)
    return knots[id]


def _next(kind: str, way: str) -> str | None:
    """The kind before or after, if anybody knows the link."""
    place = ORDER.index(kind) + (-1 if way == "back" else 1)
    if not 0 <= place < len(ORDER):
        return None
    edge = (ORDER[place], kind) if way == "back" else (kind, ORDER[place])
    return ORDER[place] if edge in registries.thread_edges and ORDER[place] in registries.thread_kinds else None


def _links(kind: str, to: str, way: str, ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """What each of these leads to, best first."""
    edge = registries.thread_edges[(to, kind) if way == "back" else (kind, to)]
    return (edge.back if way == "back" else edge.forward)(ids)


def _linked(kind: str, to: str, way: str, ids: Iterable[UUID]) -> list[UUID]:
    """What these lead to, each once, best first."""
    links = _links(kind, to, way, ids)
    return list(dict.fromkeys(linked for id in ids for linked in links.get(id, ())))


def _walked(knot: Knot, way: str, person: Any) -> list[Link]:
    """The branch from a knot that leads furthest, the best of those that lead equally far.

    Every branch is followed at once, so that a training action without lessons does not hide one that has some.
    """
    reached: list[dict[UUID, tuple[Knot, UUID, int]]] = []  # step -> id -> its knot, what it was reached from, how many stand beside it
    kind, ids = knot.kind, [knot.id]
    while ids and (to := _next(kind, way)) is not None:
        links = _links(kind, to, way, ids)
        every = list(dict.fromkeys(linked for id in ids for linked in links.get(id, ())))
        knots = registries.thread_kinds[to].knots(every[:MOST], person) if every else {}
        step: dict[UUID, tuple[Knot, UUID, int]] = {}
        for id in ids:
            open_ones = [linked for linked in links.get(id, ()) if linked in knots]
            beside = len(open_ones) - 1 + max(0, len(links.get(id, ())) - MOST)
            for linked in open_ones:
                step.setdefault(linked, (knots[linked], id, beside))
        if step:
            reached.append(step)
        kind, ids = to, list(step)
    return _traced(reached)


def _traced(reached: list[dict[UUID, tuple[Knot, UUID, int]]]) -> list[Link]:
    """From the first knot of the last step back to the beginning."""
    found: list[Link] = []
    at = next(iter(reached[-1])) if reached else None
    for step in reversed(reached):
        knot, before, beside = step[at]  # type: ignore[index]  # each knot of a step was reached from one of the step before
        found.append(Link(knot, more=beside))
        at = before
    return found[::-1]


def _spread(knot: Knot, way: str, person: Any) -> list[Level]:
    """All branches from a knot to their ends, kind by kind."""
    found: list[Level] = []
    kind, ids = knot.kind, [knot.id]
    while ids and (to := _next(kind, way)) is not None:
        linked = _linked(kind, to, way, ids)
        knots = registries.thread_kinds[to].knots(linked[:MOST], person) if linked else {}
        ids = [id for id in linked if id in knots]
        if ids:
            found.append(Level(to, tuple(knots[id] for id in ids), max(0, len(linked) - MOST)))
        kind = to
    return found
