"""Two versions of a guide compared word by word, in the order of the newer one, with each passage's place in words."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.evidence import title_of
from milpa.guide.texts import Text
from milpa.ledger.words import Passage, Piece, compare_contents

LANGUAGES = {"es": gettext_lazy("in Spanish"), "en": gettext_lazy("in English")}
FIELDS = {
    "title": gettext_lazy("Title"),
    "subtitle": gettext_lazy("Subtitle"),
    "principle": gettext_lazy("Principle"),
    "question": gettext_lazy("Question"),
    "order": gettext_lazy("Its steps, in order"),
    "gate": gettext_lazy("What the gate says"),
    "needs": gettext_lazy("Steps the gate counts"),
    "informs": gettext_lazy("Steps the gate shows without counting"),
    "purpose": gettext_lazy("Purpose"),
    "who": gettext_lazy("Who takes part"),
    "activities": gettext_lazy("Activities"),
    "instruments": gettext_lazy("Instruments"),
    "evidence": gettext_lazy("Evidence"),
}
ORDER = {name: place for place, name in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True)
class Change:
    """One passage that differs: "Purpose, in Spanish" and its pieces."""

    field: str
    what: str
    pieces: tuple[Piece, ...]
    lang: str = ""


@dataclass(slots=True)
class Part:
    """What changed in the guide as a whole, in one phase or in one step. `how`: "changed", "added" or "removed"."""

    title: str
    how: str
    slug: str = ""  # of the step, if it is one
    changes: list[Change] = field(default_factory=list)


def compared(before: dict[str, Any], after: dict[str, Any]) -> list[Part]:
    """The parts that differ between two contents of guides. Empty if they say the same."""
    titles = _titles(after) | {key: title for key, title in _titles(before).items() if key not in _titles(after)}
    old, new = _steps(before), _steps(after)
    parts: dict[tuple[str, ...], Part] = {}
    for passage in compare_contents(_readable(before, titles), _readable(after, titles)):
        key = passage.path[:2] if passage.path[0] in ("phases", "steps") else ()
        if key not in parts:
            parts[key] = Part(_place(key, titles), _how(key, old, new), key[1] if key[:1] == ("steps",) else "")
        if passage.pieces:
            parts[key].changes.append(_change(passage))
    for part in parts.values():
        part.changes.sort(key=lambda change: (ORDER[change.field], change.lang != "es"))
    return [parts[key] for key in [(), *titles] if key in parts]


def words_changed(parts: list[Part]) -> tuple[int, int]:
    """(out, in): how many words went and came."""
    pieces = [piece for part in parts for change in part.changes for piece in change.pieces]
    count = {how: sum(len(piece.text.split()) for piece in pieces if piece.how == how) for how in ("out", "in")}
    return count["out"], count["in"]


def step_changes(before: dict[str, Any], after: dict[str, Any], slug: str) -> list[Change]:
    """What differs in one step, for a form that was overtaken."""
    return [change for part in compared(before, after) if part.slug == slug for change in part.changes]


def _titles(content: dict[str, Any]) -> dict[tuple[str, ...], dict[str, str]]:
    """How each phase and step is called, in the guide's order."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for phase in content["phases"]:
        found["phases", phase["id"]] = phase["title"]
        found |= {("steps", step["id"]): step["title"] for step in phase["steps"]}
    return found


def _steps(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {step["id"]: step for phase in content["phases"] for step in phase["steps"]}


def _readable(content: dict[str, Any], titles: dict[tuple[str, ...], dict[str, str]]) -> dict[str, Any]:
    """The content as leaves that a person reads: lists as lines of text, so that an insertion shows as one."""
    whole = {name: content[name] for name in ("title", "subtitle", "principle")}
    phases = {phase["id"]: _phase(phase, titles) for phase in content["phases"]}
    steps = {step["id"]: _step(step, content) for phase in content["phases"] for step in phase["steps"]}
    return {**whole, "phases": phases, "steps": steps}


def _phase(phase: dict[str, Any], titles: dict[tuple[str, ...], dict[str, str]]) -> dict[str, Any]:
    def named(slugs: list[str]) -> str:
        return "\n".join(_said(titles.get(("steps", slug), {"es": slug})) for slug in slugs)

    gate = phase["gate"]
    return {
        "title": phase["title"],
        "question": phase["question"],
        "order": named([step["id"] for step in phase["steps"]]),
        "gate": gate["sentence"],
        "needs": named(gate["needs"]),
        "informs": named(gate["informs"]),
    }


def _step(step: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    activities = {code: "\n".join(activity.get(code, "") for activity in step["activities"]).strip() for code in LANGUAGES}
    return {
        "title": step["title"],
        "purpose": step["purpose"],
        "who": "\n".join(_said(content["roles"].get(word, {"es": word})) for word in step["who"]),
        "activities": activities,
        "instruments": "\n".join(_said(content["instrument_titles"].get(id, {"es": id})) for id in step["instruments"]),
        "evidence": "\n".join(title_of(key) for key in step["evidence"]),
    }


def _said(text: dict[str, str]) -> str:
    return str(Text(text))


def _place(key: tuple[str, ...], titles: dict[tuple[str, ...], dict[str, str]]) -> str:
    if not key:
        return _("The guide as a whole")
    kind = _("Phase: {title}") if key[0] == "phases" else _("Step: {title}")
    return kind.format(title=_said(titles[key]))


def _how(key: tuple[str, ...], old: dict[str, Any], new: dict[str, Any]) -> str:
    if key[:1] != ("steps",) or (key[1] in old and key[1] in new):
        return "changed"
    return "added" if key[1] in new else "removed"


def _change(passage: Passage) -> Change:
    *place, last = passage.path
    lang = last if last in LANGUAGES else ""
    name = place[-1] if lang else last
    what = str(FIELDS.get(name, name))
    return Change(name, f"{what}, {LANGUAGES[lang]}" if lang else what, passage.pieces, lang)
