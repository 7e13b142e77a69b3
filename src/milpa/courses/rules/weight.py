"""What a lesson weighs and how long it takes, and what keeps somebody from using it: said while writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

WORDS_A_MINUTE = 130  # an unhurried reader on a small screen
MINUTES_A_QUESTION = Fraction(1, 2)
MINUTES_A_PICTURE = Fraction(1, 6)
MINUTES_A_WORKSHEET = 3

MOST_KILOBYTES = 5_000  # of one lesson
MOST_MINUTES = 12
SHORTEST_TRANSCRIPT = 10  # words a minute of speech; fewer is a title, not a transcript

PICTURE, AUDIO, VIDEO, WORKSHEET, TEXT, QUIZ, PRACTICE = "picture", "audio", "video", "worksheet", "text", "quiz", "practice"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a lesson. `decorative`: a picture that says nothing and needs no description."""

    id: str
    kind: str
    text: str = ""
    bytes: int = 0
    seconds: int = 0
    questions: int = 0
    alt: str = ""
    transcript: str = ""
    captioned: bool = False
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """`code`: no_alt, alt_is_a_file_name, no_transcript, no_captions, empty, too_heavy, too_long, nothing_in_it.
    `block`: "" for the lesson as a whole."""

    code: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    kilobytes: int  # rounded up
    minutes: int  # rounded up, at least 1
    problems: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        return not self.problems


def _minutes(block: Block) -> Fraction:
    reading = Fraction(len(block.text.split()), WORDS_A_MINUTE)
    looking = {PICTURE: MINUTES_A_PICTURE, WORKSHEET: Fraction(MINUTES_A_WORKSHEET)}.get(block.kind, Fraction(0))
    return reading + looking + Fraction(block.seconds, 60) + block.questions * MINUTES_A_QUESTION


def _problems(block: Block) -> list[Problem]:
    found = []
    if block.kind == PICTURE and not block.decorative:
        if not block.alt.strip():
            found.append("no_alt")
        elif block.alt.strip().lower().endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")):
            found.append("alt_is_a_file_name")
    if block.kind in (AUDIO, VIDEO) and len(block.transcript.split()) * 60 < SHORTEST_TRANSCRIPT * max(block.seconds, 6):
        found.append("no_transcript")
    if block.kind == VIDEO and not block.captioned:
        found.append("no_captions")
    if (block.kind in (TEXT, PRACTICE) and not block.text.strip()) or (block.kind == QUIZ and not block.questions):
        found.append("empty")
    return [Problem(code, block.id) for code in found]


def weight(blocks: Sequence[Block], most_kilobytes: int = MOST_KILOBYTES, most_minutes: int = MOST_MINUTES) -> Weight:
    """Of one lesson as the learner downloads it. The texts themselves weigh their UTF-8 bytes."""
    size = sum(block.bytes + len(block.text.encode()) + len(block.transcript.encode()) for block in blocks)
    kilobytes, minutes = -(-size // 1000), max(1, -(-sum(map(_minutes, blocks), Fraction(0)) // 1))
    problems = [problem for block in blocks for problem in _problems(block)]
    if not blocks:
        problems.append(Problem("nothing_in_it"))
    if kilobytes > most_kilobytes:
        problems.append(Problem("too_heavy"))
    if minutes > most_minutes:
        problems.append(Problem("too_long"))
    return Weight(kilobytes, minutes, tuple(problems))
