"""The preview of a programme's move to another edition of the guide: what appears, disappears and changes, before it is confirmed."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.guide.comparing import Part, compared, words_changed
from milpa.guide.editions import Edition, frozen, read
from milpa.guide.evidence import title_of
from milpa.guide.models import GuideEdition
from milpa.people.roles import BY_GUIDE_WORD
from milpa.programmes.models import EvidenceAttached, GatePassed, Programme
from milpa.programmes.rules.moving import Moved, Step, moved


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    meta: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """Each list as the page shows it; `parts`: the same two editions word by word."""

    before: str
    after: str
    appear: list[Line]
    disappear: list[Line]
    elsewhere: list[Line]
    keys_appear: list[Line]
    keys_disappear: list[Line]
    gates: list[Line]  # that were passed and whose phase goes
    parts: list[Part]
    words: tuple[int, int]
    is_same: bool  # no step and no evidence appears, disappears or moves


def preview_of(programme: Programme, to: UUID) -> Preview:
    """Four queries, five where a phase goes. Raises GuideEdition.DoesNotExist."""
    facts = GuideEdition.objects.select_related("guide").in_bulk([programme.edition_id, to])
    if to not in facts:
        raise GuideEdition.DoesNotExist
    before, after = facts[programme.edition_id], facts[to]
    texts = frozen(before), frozen(after)
    old, new = (read(text, fact.id, fact.guide_id, fact.number) for text, fact in zip(texts, (before, after), strict=True))
    found = moved(_steps(old), _steps(new))
    attached = _attached(programme)
    gone = {phase.id for phase in old.phases} - {phase.id for phase in new.phases}
    passed = GatePassed.objects.filter(programme=programme, phase__in=gone, voided_by=None).values_list("phase", flat=True)
    parts = compared(*texts)
    return Preview(
        _called(before),
        _called(after),
        appear=[_appears(new, id) for id in found.appear],
        disappear=[_disappears(old, id, attached[id, None]) for id in found.disappear],
        elsewhere=[_elsewhere(old, new, one) for one in found.elsewhere],
        gates=[Line(str(old.phase(id).title), _("its gate was passed: that stays on record")) for id in sorted(set(passed))],
        parts=parts,
        words=words_changed(parts),
        is_same=found.is_same,
        **_keys(old, new, found, attached),
    )


def _steps(edition: Edition) -> dict[str, Step]:
    return {step.id: Step(step.phase, step.evidence) for step in edition.steps.values()}


def _called(fact: GuideEdition) -> str:
    return _("{guide}, edition {number}").format(guide=fact.guide, number=fact.number)


def _attached(programme: Programme) -> Counter[tuple[str, str | None]]:
    """(step, key) -> how many pieces of evidence by hand; (step, None) -> all of the step."""
    found: Counter[tuple[str, str | None]] = Counter()
    for step, key in EvidenceAttached.objects.filter(programme=programme, voided_by=None).values_list("step", "key"):
        found[step, None] += 1
        found[step, key] += 1
    return found


def _appears(new: Edition, id: str) -> Line:
    step = new.steps[id]
    role = BY_GUIDE_WORD.get(step.who[0]) if step.who else None
    who = _("{phase}; it is assigned to: {role}") if role else "{phase}"
    return Line(str(step.title), who.format(phase=new.phase(step.phase).title, role=role.name if role else ""))


def _disappears(old: Edition, id: str, n: int) -> Line:
    return Line(str(old.steps[id].title), " · ".join([str(old.phase(old.steps[id].phase).title), *_stays(n)]))


def _stays(n: int) -> list[str]:
    if not n:
        return []
    words = ngettext("{n} piece of evidence stays on record", "{n} pieces of evidence stay on record", n)
    return [words.format(n=n)]


def _elsewhere(old: Edition, new: Edition, one: tuple[str, str, str]) -> Line:
    id, before, after = one
    told = _("from “{before}” to “{after}”").format(before=old.phase(before).title, after=new.phase(after).title)
    return Line(str(new.steps[id].title), told)


def _keys(old: Edition, new: Edition, found: Moved, attached: Counter[tuple[str, str | None]]) -> dict[str, Any]:
    gone = [
        Line(title_of(key), " · ".join([str(old.steps[step].title), *_stays(attached[step, key])])) for step, key in found.keys_disappear
    ]
    return {"keys_appear": [Line(title_of(key), str(new.steps[step].title)) for step, key in found.keys_appear], "keys_disappear": gone}
