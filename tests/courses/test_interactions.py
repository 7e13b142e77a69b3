"""Questions as xAPI defines interactions."""

import pytest

from milpa.courses.interactions import INTERACTION, interaction
from milpa.records.reading import lines
from milpa.records.rules.activities import definition
from milpa.records.store import indexing
from milpa.records.store.counting import Numbers
from milpa.records.store.finding import Filters, find
from tests.courses.classroom import announced, answer, enrolled, lessons


@pytest.fixture
def edition(world):
    return announced(world)


def test_each_question_is_defined_as_the_standard_says_and_does_not_tell_what_is_right(edition):
    defined = [interaction(question, "es") for question in lessons(edition)[0].questions]
    assert [one["interactionType"] for one in defined] == ["choice", "choice", "sequencing", "numeric", "fill-in"]
    assert defined[2]["choices"][1] == {"id": "1", "description": {"es": "Contar"}}
    for one in defined:
        definition(one)  # refuses what is no definition
        assert one["type"] == INTERACTION and "correctResponsesPattern" not in one


@pytest.mark.django_db(databases=["default", "records"])
def test_what_a_learner_answered_is_read_in_words(world, edition):
    answer(enrolled(world, world.rosa, edition), lessons(edition)[0])
    while Numbers.read().lag:
        indexing.catch_up(500, indexing.Terms())
    rows = find(world.institute.id, Filters(), 50).rows
    said = {line.what: str(line.answer) for line in lines(world.institute.id, rows) if line.answer}
    assert said == {
        "¿A quién le habla primero?": "A quien se repite", "¿Qué anota?": "A qué viene; Cómo supo",
        "¿En qué orden?": "1. Contar; 2. Preguntar; 3. Escribir", "10 × 30 ÷ 2": "150", "Agradece y…": "Anota",
    }  # fmt: skip
