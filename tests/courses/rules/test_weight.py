import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.courses.rules.weight import AUDIO, PICTURE, PRACTICE, QUIZ, TEXT, VIDEO, WORKSHEET, Block, Problem, weight

SAID = "palabra " * 30


def codes(*blocks, **limits):
    return [problem.code for problem in weight(blocks, **limits).problems]


def test_a_lesson_says_its_kilobytes_and_minutes():
    lesson = [
        Block("t", TEXT, text="palabra " * 260),
        Block("p", PICTURE, bytes=180_000, alt="La fachada del hotel"),
        Block("a", AUDIO, bytes=600_000, seconds=120, transcript=SAID),
        Block("q", QUIZ, questions=3, bytes=500),
    ]
    found = weight(lesson)
    assert found.is_ready
    assert (found.kilobytes, found.minutes) == (783, 6)  # 2 + 1/6 + 2 + 1.5, rounded up


def test_what_is_tiny_still_takes_a_minute_and_a_kilobyte():
    found = weight([Block("t", TEXT, text="Bienvenida")])
    assert (found.kilobytes, found.minutes) == (1, 1)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Block("p", PICTURE, bytes=1), ["no_alt"]),
        (Block("p", PICTURE, alt=" "), ["no_alt"]),
        (Block("p", PICTURE, alt="IMG_0042.JPG"), ["alt_is_a_file_name"]),
        (Block("p", PICTURE, decorative=True), []),
        (Block("a", AUDIO, seconds=60, transcript="Audio de la lección"), ["no_transcript"]),
        (Block("a", AUDIO, seconds=60, transcript=SAID), []),
        (Block("v", VIDEO, seconds=60), ["no_transcript", "no_captions"]),
        (Block("v", VIDEO, seconds=60, transcript=SAID, captioned=True), []),
        (Block("t", TEXT, text="  "), ["empty"]),
        (Block("q", QUIZ), ["empty"]),
        (Block("r", PRACTICE, text="Tome una foto"), []),
        (Block("w", WORKSHEET, bytes=20_000), []),
    ],
)
def test_what_keeps_somebody_from_using_a_lesson_is_told(block, expected):
    assert codes(block) == expected


def test_a_worksheet_takes_three_minutes():
    assert weight([Block("w", WORKSHEET, bytes=20_000)]).minutes == 3


def test_ten_words_a_minute_of_speech_are_a_transcript_and_nine_are_not():
    assert codes(Block("a", AUDIO, seconds=60, transcript="palabra " * 10)) == []
    assert codes(Block("a", AUDIO, seconds=60, transcript="palabra " * 9)) == ["no_transcript"]


def test_a_problem_names_its_block():
    assert weight([Block("t", TEXT, text="a"), Block("p", PICTURE)]).problems == (Problem("no_alt", "p"),)


def test_a_lesson_too_heavy_or_too_long_is_told_and_limits_can_be_set():
    heavy = Block("v", VIDEO, bytes=5_000_001, seconds=60, transcript=SAID, captioned=True)
    assert codes(heavy) == ["too_heavy"]
    assert codes(heavy, most_kilobytes=6_000) == []
    long = Block("a", AUDIO, seconds=721, transcript="palabra " * 200)
    assert codes(long) == ["too_long"]


def test_an_empty_lesson_is_told():
    assert codes() == ["nothing_in_it"]


BLOCKS = st.lists(
    st.builds(
        Block, id=st.just("b"), kind=st.sampled_from([TEXT, PICTURE, AUDIO]), bytes=st.integers(0, 10**6), seconds=st.integers(0, 600)
    )
)


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_more_in_a_lesson_never_makes_it_lighter_or_shorter(blocks, more):
    less, all_ = weight(blocks), weight([*blocks, *more])
    assert all_.kilobytes >= less.kilobytes
    assert all_.minutes >= less.minutes
