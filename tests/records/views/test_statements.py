"""The statement viewer."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from milpa.ledger import clock, uuid7
from tests.records.told import ADL, PHOTO, told
from tests.world import MONDAY

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def page(client, person, where="records:statements", /, *arguments, **asked):
    client.force_login(person.account)
    return client.get(reverse(where, args=arguments), asked)


def text(answer):
    return unescape(answer.content.decode())


def test_a_statement_is_a_sentence_with_its_json_beside(client, world):
    told(world.institute, world.rosa, result={"score": {"scaled": 0.9}})
    answer = text(page(client, world.ana))
    assert "Rosa completó “Una foto”. Nota: 90\N{NO-BREAK SPACE}%." in answer
    assert '"https://example.org/unit/photo"' in answer
    client.cookies["django_language"] = "en"
    assert "Rosa completed “Una foto”. Score: 90\N{NO-BREAK SPACE}%." in text(page(client, world.ana))


def test_nobody_of_another_institution_sees_any_of_it(client, world):
    id = told(world.institute, world.rosa)
    told(world.strangers)
    answer = text(page(client, world.elena))
    assert "Rosa" not in answer and "Visita completó" in answer
    assert page(client, world.elena, "records:statement", id).status_code == 404
    assert "Rosa" not in text(page(client, world.elena, person=str(world.rosa.id)))


def test_those_whom_the_table_does_not_name_are_not_let_in(client, world):
    for person in (world.beto, world.carmen, world.rosa):
        assert page(client, person).status_code == 403


def test_it_is_narrowed_by_learner_verb_activity_and_day(client, world):
    with clock.at(MONDAY):
        told(world.institute, world.rosa)
        told(world.institute, world.tomas, "passed", f"{PHOTO}/2", "Otra")
    with clock.at(MONDAY + timedelta(days=1)):
        told(world.institute, verb="passed")
    rosa, tomas, guest = "Rosa completó “Una foto”.", "Tomas aprobó “Otra”.", "Visita aprobó “Una foto”."
    for asked, shown in [
        ({"who": "ros"}, {rosa}), ({"person": str(world.tomas.id)}, {tomas}), ({"who": "visita@example.org"}, {guest}),
        ({"verb": f"{ADL}passed"}, {tomas, guest}), ({"activity": PHOTO}, {rosa, guest}), ({"from": "2026-03-03"}, {guest}),
        ({"to": "2026-03-02"}, {rosa, tomas}), ({"from": "2026-03-02", "to": "2026-03-02", "verb": f"{ADL}passed"}, {tomas}),
        ({"activity": "https://example.org/nothing"}, set()), ({"verb": "nonsense\0"}, set()),
    ]:  # fmt: skip
        answer = text(page(client, world.ana, **asked))
        assert {one for one in (rosa, tomas, guest) if f">{one}<" in answer} == shown, asked


def test_bad_words_are_said_and_stay_in_the_form(client, world):
    told(world.institute, world.rosa)
    for asked, says in [
        ({"who": "Zutano"}, "Aquí no aprende nadie"),
        ({"from": "ayer"}, "Escriba el día"),
        ({"to": "9999-12-31"}, "Escriba el día"),
    ]:
        answer = page(client, world.ana, **asked)
        assert answer.status_code == 422 and says in text(answer) and next(iter(asked.values())) in text(answer)


def test_of_several_people_of_one_name_one_is_chosen(client, world):
    told(world.institute, world.rosa)
    answer = page(client, world.ana, who="a")
    assert "Varias personas se llaman así" in text(answer) and f"person={world.rosa.id}" in text(answer)


def test_it_goes_page_by_page(client, world):
    for number in range(30):
        told(world.institute, name=f"Unidad {number}")
    first = text(page(client, world.ana))
    assert "“Unidad 29”" in first and "“Unidad 5”" in first and "“Unidad 4”" not in first and "before=6" in first
    second = text(page(client, world.ana, before="6"))
    assert "“Unidad 4”" in second and "“Unidad 0”" in second and "“Unidad 5”" not in second
    assert page(client, world.ana, before="6' OR 1=1").status_code == 200


def test_newer_ones_are_a_part_of_the_page_with_its_filters(client, world):
    told(world.institute, world.rosa)
    told(world.institute, world.tomas)
    answer = text(page(client, world.ana, "records:newer", after="1"))
    assert "Tomas completó" in answer and "Rosa" not in answer and "<html" not in answer
    assert "Tomas" not in text(page(client, world.ana, "records:newer", after="1", person=str(world.rosa.id)))


def test_names_are_looked_up_when_shown_and_gone_when_the_person_is(client, world):
    told(world.institute, world.rosa)
    world.rosa.__class__.objects.filter(id=world.rosa.id).update(name="")
    assert "Alguien que ya no está completó" in text(page(client, world.ana))


def test_what_people_write_is_shown_as_text(client, world):
    told(world.institute, name="<script>alert(1)</script>")
    assert "<script>alert(1)</script>" not in page(client, world.ana).content.decode()


def test_a_page_costs_the_same_however_much_it_shows(client, world):
    counts = []
    for how_many in (1, 24):
        for number in range(how_many):
            told(world.institute, world.rosa if number % 2 else world.tomas, object={"id": f"https://example.org/{uuid7()}"})
        page(client, world.ana)
        with CaptureQueriesContext(connections["default"]) as main, CaptureQueriesContext(connections["records"]) as records:
            client.get(reverse("records:statements"), {"who": "rosa", "verb": f"{ADL}completed"})
        counts.append(len(main) + len(records))
    assert max(counts) <= 12, counts


def test_one_statement_by_itself_says_whether_it_was_withdrawn(client, world):
    id = told(world.institute, world.rosa)
    assert "retirado" not in text(page(client, world.ana, "records:statement", id))
    told(world.institute, verb="voided", object={"objectType": "StatementRef", "id": str(id)})
    answer = text(page(client, world.ana, "records:statement", id))
    assert "retirado" in answer and "Rosa completó “Una foto”." in answer


def test_the_last_hour_is_a_chart_with_its_table(client, world):
    assert "Todavía no ha entrado" in text(page(client, world.ana, "records:hour"))
    told(world.institute)
    answer = text(page(client, world.ana, "records:hour"))
    assert "Entró 1 registro en la última hora." in answer and "<svg" in answer and "<table" in answer


@pytest.mark.parametrize(("kind", "tag"), [("choice", "ul"), ("sequencing", "ol")])
def test_one_statement_shows_the_answer_part_by_part_with_what_is_stored_beside(client, world, kind, tag):
    choices = [{"id": "0", "description": {"es": "Contar <todo>"}}, {"id": "3", "description": {"es": "Anotar"}}]
    thing = {"id": "https://example.org/q", "definition": {"name": {"es": "¿Qué hace?"}, "interactionType": kind, "choices": choices}}
    id = told(world.institute, world.rosa, "answered", object=thing, result={"response": "0[,]3"})
    answer = page(client, world.ana, "records:statement", id).content.decode()
    assert f"<{tag}><li>Contar &lt;todo&gt;</li><li>Anotar</li></{tag}>" in answer
    assert "&#34;response&#34;: &#34;0[,]3&#34;" in answer
