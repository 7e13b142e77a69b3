"""What a lesson weighs on a phone, and what keeps somebody from using it: the rule of `rules.weight` over a lesson as it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from milpa.courses import pinned
from milpa.courses.models.course import BLOCKS, IMAGE
from milpa.courses.rules import weight as rule
from milpa.courses.wording import PROBLEMS

BLOCK_KINDS = frozenset(dict(BLOCKS))
TYPING = "typing"  # the part that is being written and has no id yet


@dataclass(frozen=True, slots=True)
class Shown:
    """A lesson's weight as its page says it; a problem is (where, what to do)."""

    kilobytes: int
    minutes: int
    problems: tuple[tuple[str, str], ...]
    most_kilobytes: int = rule.MOST_KILOBYTES
    most_minutes: int = rule.MOST_MINUTES


def weight_of(lesson: pinned.Lesson) -> rule.Weight:
    return rule.weight(_blocks(lesson))


def problems_of(course: pinned.Course) -> dict[str, rule.Weight]:
    """Lesson -> its weight with what is to mend."""
    return {lesson.id: weight_of(lesson) for lesson in course.lessons}


def problem_words(problem: rule.Problem) -> str:
    return str(PROBLEMS[problem.code])


def shown(lesson: pinned.Lesson, words: Mapping[str, str], typed: rule.Block | None = None) -> Shown:
    """`words`: part -> how the page calls it. `typed`: a part as it is being written, in the place of what is saved of it."""
    weight = rule.weight(_typed_in(_blocks(lesson), typed))
    return Shown(
        weight.kilobytes, weight.minutes, tuple((words.get(one.block, lesson.title), problem_words(one)) for one in weight.problems)
    )


def typed_block(kind: str, part: str, sent: Mapping[str, Any], kept: pinned.Block | None) -> rule.Block:
    """What a form holds now, before it is saved; a file that is not chosen anew weighs what the kept one weighs."""
    text = " ".join(str(sent.get(name, "")) for name in ("text", "prompt", "options", "cells", "rows", "totals", "example")).strip()
    if kind not in BLOCK_KINDS:
        return rule.Block(part or TYPING, rule.QUIZ, text=text, questions=1)
    return rule.Block(
        part or TYPING,
        rule.PICTURE if kind == IMAGE else kind,
        text=text,
        bytes=_count(sent.get("bytes")) or (kept.bytes if kept else 0),
        seconds=_count(sent.get("seconds")),
        alt=str(sent.get("alt", "")),
        transcript=str(sent.get("transcript", "")),
        captioned=bool(sent.get("is_captioned")),
        decorative=bool(sent.get("is_decorative")),
    )


def _count(text: Any) -> int:
    digits = str(text or "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


def _typed_in(blocks: list[rule.Block], typed: rule.Block | None) -> list[rule.Block]:
    if typed is None:
        return blocks
    if any(block.id == typed.id for block in blocks):
        return [typed if block.id == typed.id else block for block in blocks]
    return [*blocks, replace(typed, id=TYPING)]


def _blocks(lesson: pinned.Lesson) -> list[rule.Block]:
    asked = [rule.Block(one.id, rule.QUIZ, text=" ".join([one.prompt, *one.options]), questions=1) for one in lesson.questions]
    return [*(_block(block) for block in lesson.blocks), *asked]


def _block(block: pinned.Block) -> rule.Block:
    return rule.Block(
        block.id,
        rule.PICTURE if block.kind == IMAGE else block.kind,
        text=block.text,
        bytes=block.bytes,
        seconds=block.seconds,
        alt=block.alt,
        transcript=block.transcript,
        captioned=block.is_captioned,
        decorative=block.is_decorative,
    )
