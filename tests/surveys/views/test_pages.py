"""Every page of the questionnaires: open to whom they should, with a bounded number of queries whatever the rows."""

from uuid import uuid4

import pytest

from milpa import ledger
from milpa.surveys.actions.asking import issue_ticket
from milpa.surveys.models import Answer
from tests.surveys.asked import FITS, access, close, crowd, satisfaction, say, say_secretly

STAFF = [
    "",
    "{s}",
    "{s}preview/",
    "{s}paper/",
    "{s}xlsform/",
    "{s}asked/",
    "{s}results/",
    "{s}results/table/",
    "{s}results/words/",
    "{s}answers/",
]


@pytest.fixture
def both(world, hotels):
    """An access survey with eight answers, and a satisfaction questionnaire that is closed with eight."""
    people = [world.rosa, world.tomas, *crowd(world, 6)]
    named, secret = access(world), satisfaction(world)
    for who in people:
        say(who, named)
        say_secretly(who, secret)
    return {"named": named, "secret": close(world, secret)}


@pytest.mark.parametrize("which", ["named", "secret"])
@pytest.mark.parametrize("page", STAFF)
def test_the_coordinator_reads_each_page_within_twelve_queries(client, world, both, which, page, django_assert_max_num_queries):
    client.force_login(world.ana.account)
    address = f"/programmes/{world.id}/surveys/" + page.format(s=f"{both[which].id}/")
    client.get(address)
    with django_assert_max_num_queries(12):
        answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.get("Content-Type").startswith("text/html") or "None" not in answer.content.decode()


@pytest.mark.parametrize("page", STAFF)
def test_a_stranger_finds_nothing(client, world, both, page):
    client.force_login(world.elena.account)
    for one in both.values():
        assert client.get(f"/programmes/{world.id}/surveys/" + page.format(s=f"{one.id}/")).status_code == 404


def test_partners_read_results_and_never_rows_or_who_was_asked(client, world, both):
    client.force_login(world.carmen.account)
    place = f"/programmes/{world.id}/surveys/{both['named'].id}/"
    assert client.get(place + "results/").status_code == 200
    assert client.get(place + "answers/").status_code == client.get(place + "asked/").status_code == 403


def test_the_instructor_sees_nothing_before_it_is_closed(client, world, hotels):
    survey = satisfaction(world)
    for who in (world.rosa, world.tomas, world.lidia, *crowd(world, 4)):
        say_secretly(who, survey, {"overall": "muy", "helped_most": "Las fotos del cuarto"})
    for reader in (world.irma, world.ana):
        client.force_login(reader.account)
        for page in ("results/", "results/table/", "results/words/"):
            text = client.get(f"/programmes/{world.id}/surveys/{survey.id}/{page}").content.decode()
            assert "Las fotos del cuarto" not in text
            assert "Muy" not in text
    close(world, survey)
    text = client.get(f"/programmes/{world.id}/surveys/{survey.id}/results/").content.decode()
    assert "«Muy»: 7 de 7." in text
    assert "Las fotos del cuarto" in text


def test_four_anonymous_answers_are_never_shown(client, world, hotels):
    survey = satisfaction(world)
    for who in (world.rosa, world.tomas, world.lidia, *crowd(world, 1)):
        say_secretly(who, survey, {"overall": "muy", "helped_most": "Las fotos del cuarto"})
    close(world, survey)
    client.force_login(world.ana.account)
    for page in ("results/", "results/table/", "results/words/", "answers/", "answers/?formato=csv"):
        text = client.get(f"/programmes/{world.id}/surveys/{survey.id}/{page}").content.decode()
        assert "Las fotos del cuarto" not in text
        assert "Muy" not in text


def test_anonymous_rows_come_without_ids_names_open_answers_or_their_order(client, world, both):
    client.force_login(world.ana.account)
    csv = client.get(f"/programmes/{world.id}/surveys/{both['secret'].id}/answers/?formato=csv").content.decode("utf-8-sig")
    assert len(csv.splitlines()) == 9
    assert "Las fotos" not in csv
    assert "Rosa" not in csv
    assert "-" not in csv.replace("¿", "")


def test_the_file_of_the_results_agrees_with_the_page(client, world, both):
    client.force_login(world.ana.account)
    csv = client.get(f"/programmes/{world.id}/surveys/{both['named'].id}/results/table/?formato=csv").content.decode("utf-8-sig")
    assert any(line.startswith("¿Con qué teléfono contaría para aprender?,8,Uno propio,8,1.00") for line in csv.splitlines())


def test_named_rows_say_the_enterprise_and_who_typed(client, world, hotels):
    survey = access(world)
    say(world.beto, survey, enterprise_id=hotels["mirador"].id, way="paper")
    client.force_login(world.ana.account)
    csv = client.get(f"/programmes/{world.id}/surveys/{survey.id}/answers/?formato=csv").content.decode("utf-8-sig")
    assert "El Mirador" in csv
    assert "Beto" in csv


def test_an_owner_answers_on_the_phone_and_is_thanked(client, world, hotels):
    survey = access(world)
    client.force_login(world.rosa.account)
    assert f"/surveys/{survey.id}/" in client.get("/surveys/").content.decode()
    page = client.get(f"/surveys/{survey.id}/")
    assert page.status_code == 200
    answer = client.post(f"/surveys/{survey.id}/send/", typed(FITS))
    assert (answer.status_code, answer.url) == (302, f"/surveys/{survey.id}/thanks/")
    assert client.get(answer.url).status_code == 200
    assert Answer.objects.get().enterprise == hotels["posada"]
    assert client.get(f"/surveys/{survey.id}/").status_code == 302


def test_an_owner_reads_and_corrects_their_own_answer_while_it_is_open(client, world, hotels):
    survey = access(world)
    say(world.rosa, survey)
    client.force_login(world.rosa.account)
    assert f"/surveys/{survey.id}/again/" in client.get(f"/surveys/{survey.id}/thanks/").content.decode()
    page = client.get(f"/surveys/{survey.id}/again/").content.decode()
    assert "Que no sea en sábado." in page
    first = Answer.objects.get()
    sent = typed(FITS | {"comments": "Que no sea en domingo."}, corrects=str(first.id), enterprise=str(hotels["posada"].id))
    assert client.post(f"/surveys/{survey.id}/send/", sent).status_code == 302
    assert [answer.values["comments"] for answer in Answer.objects.standing()] == ["Que no sea en domingo."]
    client.force_login(world.tomas.account)
    assert client.get(f"/surveys/{survey.id}/again/").url == f"/surveys/{survey.id}/"


def test_a_closed_questionnaire_shows_no_form(client, world, hotels):
    survey = close(world, access(world))
    client.force_login(world.rosa.account)
    page = client.get(f"/surveys/{survey.id}/").content.decode()
    assert "Hoy no se puede contestar." in page
    assert "Enviar mis respuestas" not in page


def typed(answers, **around):
    return {f"q-{name}": value for name, value in answers.items()} | {"form_id": str(ledger.uuid7())} | around


def test_what_does_not_fit_comes_back_with_what_was_typed_and_the_forms_own_words(client, world, hotels):
    survey = access(world)
    client.force_login(world.rosa.account)
    sent = typed(FITS | {"minutes": "300", "connection": ["none", "prepaid"], "comments": "Que no sea en sábado"})
    answer = client.post(f"/surveys/{survey.id}/send/", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Escriba entre 5 y 180 minutos." in text
    assert "Si no tiene conexión, no marque otra." in text
    assert "Que no sea en sábado" in text
    assert sent["form_id"] in text


def test_an_answer_to_a_closed_questionnaire_is_told_and_stays_on_the_page(client, world, hotels):
    survey = close(world, access(world))
    client.force_login(world.rosa.account)
    answer = client.post(f"/surveys/{survey.id}/send/", typed(FITS))
    assert answer.status_code == 409
    assert "está cerrada" in answer.content.decode()
    assert "Que no sea en sábado." in answer.content.decode()


def test_who_is_not_asked_is_told_so_and_answers_nothing(client, world, hotels):
    survey = access(world)
    for who in (world.elena, world.irma, world.diego):
        client.force_login(who.account)
        assert client.get(f"/surveys/{survey.id}/").status_code == 403
        assert client.post(f"/surveys/{survey.id}/send/", typed(FITS)).status_code == 403
    assert not Answer.objects.exists()


def test_a_link_opens_the_questionnaire_once_without_an_account(client, world, hotels):
    survey = access(world)
    _ticket, token = issue_ticket(world.beto, survey.id, ledger.uuid7(), enterprise_id=hotels["mirador"].id)
    assert "El Mirador" in client.get(f"/s/{token}/").content.decode()
    assert client.post(f"/s/{token}/send/", typed(FITS)).status_code == 302
    assert client.get(f"/s/{token}/").url == f"/s/{token}/thanks/"
    assert (Answer.objects.get().by, Answer.objects.get().enterprise) == (None, hotels["mirador"])
    assert client.get("/s/no-such-link/").status_code == 404


def test_an_anonymous_page_keeps_its_draft_in_the_browser_and_names_nobody(client, world, hotels):
    survey = satisfaction(world)
    client.force_login(world.rosa.account)
    text = client.get(f"/surveys/{survey.id}/").content.decode()
    form = text[text.index('<form class="form questionnaire"') : text.index("</form>", text.index("questionnaire"))]
    assert "data-keep-here" in form
    assert "data-draft=" not in form
    assert "La Posada" not in form
    assert client.post(f"/surveys/{survey.id}/send/", typed({"overall": "muy"})).status_code == 422  # the id of a fact that tells the time
    assert client.post(f"/surveys/{survey.id}/send/", typed({"overall": "muy"}, form_id=str(uuid4()))).status_code == 302


def test_a_person_prefers_not_to_answer_and_is_not_asked_again(client, world, hotels):
    survey = access(world)
    client.force_login(world.rosa.account)
    assert client.post(f"/surveys/{survey.id}/prefer-not/", {"id": str(ledger.uuid7())}).url == "/surveys/"
    assert "Ninguna espera" in client.get("/surveys/").content.decode()


def test_faces_and_recordings_are_served_and_nothing_else_is(client, world):
    assert client.get("/surveys/media/face_very.png").status_code == 200
    assert client.get("/surveys/media/overall.mp3")["Content-Type"] == "audio/mpeg"
    assert client.get("/surveys/media/..%2f..%2fmodels.py").status_code == 404
