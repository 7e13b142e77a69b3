import re
from itertools import chain

import pytest

from tests.demo.pages import COURSES, DEMO, course, found, lessons, texts

KINDS = {"choice", "multiple", "ordering", "number", "short"}


def questions(slug: str) -> list:
    return [question for lesson in lessons(slug) for question in lesson["quiz"]["questions"]]


def computed(expression: str, values: dict) -> float:
    return eval(expression, {"__builtins__": {}, "sum": sum}, values)


def close(one: float, other: float) -> bool:
    return abs(one - other) < 0.006


def test_the_marketing_course_has_six_units_of_three_or_four_lessons_each_ending_in_a_practice():
    units = course("mercadeo_estrategico")["units"]
    assert [len(unit["lessons"]) for unit in units] == [3, 4, 4, 3, 3, 3]
    for unit in units:
        practice = unit["practice"]
        assert practice["photo"] and practice["prompt"] and practice["guide"]


def test_levelling_has_one_unit_of_about_ten_minutes_a_task_and_two_of_them_are_printed():
    units = course("nivelacion_tic")["units"]
    assert [unit["task"] for unit in units] == [f"B{number}" for number in range(1, 11)]
    assert {sum(lesson["minutes"] for lesson in unit["lessons"]) for unit in units} == {10}
    printed = [unit["task"] for unit in units if any(block.get("printable") for lesson in unit["lessons"] for block in lesson["blocks"])]
    assert printed == ["B1", "B2"]


@pytest.mark.parametrize("slug", COURSES)
def test_lessons_last_five_to_twelve_minutes_have_their_own_slug_and_a_quiz(slug):
    for lesson in lessons(slug):
        assert 5 <= lesson["minutes"] <= 12
        assert 0 <= lesson["quiz"]["pass_share"] <= 1 and lesson["quiz"]["questions"]
    slugs = [lesson["slug"] for lesson in lessons(slug)]
    assert len(set(slugs)) == len(slugs)


def test_all_five_kinds_of_question_are_used_in_the_marketing_course():
    assert {question["kind"] for question in questions("mercadeo_estrategico")} == KINDS


@pytest.mark.parametrize("slug", COURSES)
def test_every_question_can_be_answered_right_and_says_something_either_way(slug):
    for question in questions(slug):
        assert question["feedback_right"] and question["feedback_wrong"]
        places = list(range(len(question.get("options", []))))
        match question["kind"]:
            case "choice":
                assert question["right"] in places
            case "multiple":
                assert question["right"] and set(question["right"]) < set(places)
            case "ordering":
                assert sorted(question["right"]) == places and question["right"] != places
            case "number":
                assert question["tolerance"] >= 0 and isinstance(question["right"], int | float)
            case "short":
                assert question["accepted"]
            case kind:
                raise AssertionError(kind)


def test_the_right_choice_is_not_always_in_the_same_place():
    for slug in COURSES:
        assert len({question["right"] for question in questions(slug) if question["kind"] == "choice"}) > 1


@pytest.mark.parametrize("slug", COURSES)
def test_pictures_recordings_and_films_are_there_light_and_described(slug):
    for block in chain.from_iterable(lesson["blocks"] for lesson in lessons(slug)):
        if "file" not in block:
            continue
        size = (DEMO / block["file"]).stat().st_size
        assert size < {"image": 25_000, "audio": 100_000, "video": 200_000}[block["kind"]]
        described = block["alt"] if block["kind"] == "image" else block["transcript"]
        assert len(described) > 40


@pytest.mark.parametrize("slug", COURSES)
def test_blocks_are_of_the_five_kinds(slug):
    assert {block["kind"] for lesson in lessons(slug) for block in lesson["blocks"]} <= {"text", "image", "audio", "video", "worksheet"}


def worksheets() -> list:
    return [block for lesson in lessons("mercadeo_estrategico") for block in lesson["blocks"] if block["kind"] == "worksheet"]


def test_the_numbers_of_the_worksheets_with_fields_follow_from_their_formulas():
    with_fields = [sheet for sheet in worksheets() if "fields" in sheet]
    assert len(with_fields) == 3
    for sheet in with_fields:
        values: dict[str, float] = {}
        for field in sheet["fields"]:
            if "compute" in field:
                assert field["formula"] and close(computed(field["compute"], values), field["example"]), field["key"]
            values[field["key"]] = field["example"]


def test_the_numbers_of_the_worksheets_with_rows_follow_from_their_formulas():
    with_rows = [sheet for sheet in worksheets() if isinstance(sheet.get("columns", [""])[0], dict)]
    assert len(with_rows) == 2
    for sheet in with_rows:
        assert [row["row"] for row in sheet["example"]] == sheet["rows"]
        for row in sheet["example"]:
            for column in sheet["columns"]:
                if "compute" in column:
                    assert close(computed(column["compute"], row), row[column["key"]]), (row["row"], column["key"])
        values: dict = {column["key"]: [row[column["key"]] for row in sheet["example"]] for column in sheet["columns"]}
        for total in sheet.get("totals", []):
            if "compute" in total:
                assert close(computed(total["compute"], values), total["example"]), total["key"]
            values[total["key"]] = total["example"]


def test_plain_worksheets_have_an_example_as_wide_as_their_columns():
    for sheet in worksheets():
        if isinstance(sheet.get("columns", [{}])[0], str):
            assert {len(row) for row in sheet["example"]} == {len(sheet["columns"])}


@pytest.mark.parametrize("slug", COURSES)
def test_everyone_is_usted(slug):
    tu = re.compile(r"\b(tú|vos|tienes|puedes|quieres|haz|escribe tu|tus|contigo|vosotros|tenés|podés|querés)\b", re.IGNORECASE)
    assert [text for text in texts({**course(slug), "accepted": None}) if tu.search(text)] == []


def test_what_the_price_lesson_must_say_is_said():
    (lesson,) = [lesson for lesson in lessons("mercadeo_estrategico") if lesson["slug"] == "antes_de_publicar_la_tarifa"]
    words = " ".join(texts(lesson))
    for said in ("autoriza las tarifas", "IVA (12 %)", "impuesto de hospedaje (10 %)", "Revise la regla vigente"):
        assert said in words


def test_completion_says_what_the_rules_compute():
    certificate = course("mercadeo_estrategico")["certificate"]
    assert certificate["lessons"] * len(lessons("mercadeo_estrategico")) == 16
    assert list(found(course("nivelacion_tic"), "certificate")) == [None]
