"""Statements as people read them: names resolved, two queries for any number."""

import pytest

from milpa.ledger import uuid7
from milpa.people.registries import personal
from milpa.records.reading import agent_words, lines, verbs_of
from milpa.records.statements import HOME
from milpa.records.store.finding import Filters, find
from tests.records.told import ADL, told

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def read(world, how_many=50):
    return lines(world.institute.id, find(world.institute.id, Filters(), how_many).rows)


def test_one_query_resolves_any_number_of_names(world, django_assert_num_queries):
    for person in (world.rosa, world.tomas, world.lidia, None):
        told(world.institute, person, object={"id": f"https://example.org/{uuid7()}"})
    rows = find(world.institute.id, Filters(), 50).rows
    with django_assert_num_queries(1):
        found = lines(world.institute.id, rows)
    assert [line.who for line in found] == ["Visita", "Lidia", "Tomas", "Rosa"]


def test_an_activity_is_called_as_it_was_called_before_where_a_statement_does_not_say(world):
    told(world.institute, world.rosa, activity="https://example.org/1", name="El precio justo")
    told(world.institute, world.rosa, object={"id": "https://example.org/1"})
    assert [line.what for line in read(world)] == ["El precio justo"] * 2


def test_what_a_statement_may_be_about_has_words(world):
    about = [
        {"objectType": "StatementRef", "id": "12345678-1234-4234-8234-123456789012"},
        {"objectType": "Agent", "account": {"homePage": HOME, "name": str(world.tomas.id)}},
        {"objectType": "Group", "member": [{"mbox": "mailto:a@example.org"}, {"account": {"homePage": HOME, "name": str(world.rosa.id)}}]},
        {"objectType": "SubStatement", "actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": f"{ADL}passed"},
         "object": {"id": "https://example.org/1", "definition": {"name": {"es": "Una foto"}}}},
    ]  # fmt: skip
    for thing in about:
        told(world.institute, world.rosa, object=thing)
    assert [line.what for line in reversed(read(world))] == ["el registro 12345678", "Tomas", "a@example.org, Rosa", "Una foto"]


CHOICES = [{"id": "0", "description": {"es": "Contar"}}, {"id": "1", "description": {"es": "Anotar"}}]
QUESTION = {"name": {"es": "¿Qué hace?"}, "interactionType": "choice", "choices": CHOICES}


def answered(world, definition, response="0[,]1"):
    thing = {"id": "https://example.org/q", "definition": definition}
    told(world.institute, world.rosa, "answered", object=thing, result={"response": response})
    return read(world)[0]


def test_an_answer_is_said_in_words_and_stays_in_the_json_as_it_is_stored(world):
    line = answered(world, QUESTION)
    assert line.answer.parts == ("Contar", "Anotar") and line.sentence.endswith("“Contar; Anotar”.")
    assert '"response": "0[,]1"' in line.json


def test_what_one_statement_does_not_define_is_taken_from_others_and_its_own_comes_first(world, django_assert_num_queries):
    assert answered(world, {"name": {"es": "¿Qué hace?"}}).answer.parts == ("0[,]1",)
    answered(world, QUESTION)
    assert answered(world, {"name": {"es": "¿Qué hace?"}}).answer.parts == ("Contar", "Anotar")
    own = QUESTION | {"choices": [{"id": "0", "description": {"es": "Otra cosa"}}]}
    assert answered(world, own).answer.parts == ("Otra cosa", "1")
    rows = find(world.institute.id, Filters(), 50).rows
    with django_assert_num_queries(1):  # and one of `records`
        lines(world.institute.id, rows)


def test_an_answer_about_something_else_than_an_activity_stays_as_it_is(world):
    somebody = {"objectType": "Agent", "mbox": "mailto:a@example.org"}
    told(world.institute, world.rosa, "responded", object=somebody, result={"response": "0[,]1"})
    assert read(world)[0].answer.parts == ("0[,]1",)


@pytest.mark.parametrize(("agent", "words"), [
    ({"mbox": "mailto:a@example.org"}, "a@example.org"), ({"name": "Ana  M.", "mbox": "mailto:a@example.org"}, "Ana M."),
    ({"account": {"homePage": "https://example.org", "name": "ana-7"}}, "ana-7"), ({"openid": "https://example.org/ana"}, "https://example.org/ana"),
    ({"account": {"homePage": HOME, "name": "no uuid"}}, "no uuid"),
    ({"account": {"homePage": HOME, "name": "0" * 32}}, "Alguien (00000000)"),
])  # fmt: skip
def test_everybody_is_called_something(db, agent, words):
    assert agent_words(agent, {}) == words


def test_the_most_frequent_verb_is_offered_first(world):
    told(world.institute, verb="passed")
    for _ in range(2):
        told(world.institute, verb="launched")
    told(world.strangers, verb="failed")
    assert [iri for iri, _words in verbs_of(world.institute.id)] == [f"{ADL}launched", f"{ADL}passed"]


def test_the_page_of_what_is_held_says_how_much_it_is_and_leads_to_all_of_it(client, world):
    told(world.institute, world.rosa)
    told(world.institute, world.tomas, name="Ajena")
    (part, *_rest) = personal["records"].held(world.rosa)
    assert part.rows[0] == ("Registrado", "1 cosa que hizo")
    client.force_login(world.rosa.account)
    answer = client.get("/held/").content.decode()
    assert 'href="/records/mine/"' in answer and "Ajena" not in answer
    assert personal["records"].held(world.lidia)[0].rows == []
