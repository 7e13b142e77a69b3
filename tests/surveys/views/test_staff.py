"""What staff do on the pages: make, change, close, ask, type in, correct."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.surveys import xlsform
from milpa.surveys.models import Answer, Survey, SurveyAsked, SurveyDeclined
from milpa.surveys.workbook import workbook
from tests.surveys.asked import BASELINE_FITS, FITS, access, baseline, satisfaction, say
from tests.surveys.views.test_pages import typed


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


def place(world, survey=None):
    return f"/programmes/{world.id}/surveys/" + (f"{survey.id}/" if survey else "")


def test_one_of_ours_is_opened(ana, world):
    assert ana.get(place(world) + "new/").status_code == 200
    answer = ana.post(place(world) + "open/", {"form_id": str(ledger.uuid7()), "kind": "access", "title": "", "opens": "", "closes": ""})
    survey = Survey.objects.get()
    assert (answer.status_code, answer.url, survey.title) == (302, place(world, survey), "Encuesta de acceso a las TIC")


def sheet(data, name="hoteles.xlsx"):
    return SimpleUploadedFile(name, data)


def brought(world, data, **changes):
    return {"form_id": str(ledger.uuid7()), "kind": "other", "title": "Mi encuesta", "sheet": sheet(data)} | changes


def test_a_sheet_of_ones_own_is_brought(ana, world):
    assert ana.post(place(world) + "import/", brought(world, workbook(xlsform.ours("access")))).status_code == 302
    assert Survey.objects.get().questionnaire == xlsform.ours("access")


def test_a_sheet_with_faults_is_told_row_by_row_and_what_was_typed_stays(ana, world):
    csv = b'"survey","type","name","label"\n,"integr","a","A"\n'
    answer = ana.post(place(world) + "import/", brought(world, csv))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Hoja «survey», fila 2" in text
    assert "Mi encuesta" in text
    assert not Survey.objects.exists()


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"<svg onload='x'></svg>", b"PK\x03\x04broken", b"solo,palabras\n1,2\n"])
def test_what_is_no_questionnaire_is_refused_with_a_sentence(ana, world, data):
    answer = ana.post(place(world) + "import/", brought(world, data))
    assert answer.status_code == 422
    assert not Survey.objects.exists()


def test_new_days_are_saved_and_a_stale_tab_keeps_what_was_typed(ana, world):
    survey = access(world)
    days = {"revision": "1", "title": "Acceso", "opens": "2026-05-01", "closes": "2026-06-01"}
    assert ana.post(place(world, survey) + "change/", days).status_code == 302
    answer = ana.post(place(world, survey) + "change/", days | {"title": "Otro nombre"})
    assert (answer.status_code, "Otro nombre" in answer.content.decode()) == (409, True)
    assert ana.post(place(world, survey) + "change/", days | {"closes": "2026-04-01", "revision": "2"}).status_code == 422


def test_closing_leads_to_the_results(ana, world, hotels):
    survey = access(world)
    answer = ana.post(place(world, survey) + "close/", {"id": str(ledger.uuid7())})
    assert answer.url == place(world, survey) + "results/"
    survey.refresh_from_db()
    assert survey.is_closed


def test_asking_refusing_and_a_link_are_put_on_record(ana, world, hotels):
    survey = access(world)
    who = place(world, survey) + f"asked/enterprise/{hotels['mirador'].id}/"
    assert ana.get(who).status_code == 200
    assert ana.post(who + "ask/", {"id": str(ledger.uuid7()), "way": "call", "note": "Llamar el lunes"}).status_code == 302
    assert "Llamar el lunes" in ana.get(who).content.decode()
    link = ana.post(who + "link/", {"id": str(ledger.uuid7())})
    assert "/s/" in ana.get(link.url).content.decode()
    assert ana.post(who + "decline/", {"id": str(ledger.uuid7()), "why": ""}).status_code == 302
    assert (SurveyAsked.objects.count(), SurveyDeclined.objects.count()) == (2, 1)
    assert ana.get(place(world, survey) + f"asked/enterprise/{ledger.uuid7()}/").status_code == 404


def test_who_answered_an_anonymous_one_is_a_mark_and_never_an_answer(ana, world, hotels):
    survey = satisfaction(world)
    assert ana.get(place(world, survey) + f"type/{hotels['posada'].id}/").status_code == 404
    text = ana.get(place(world, survey) + f"asked/person/{world.rosa.id}/").content.decode()
    assert "Todavía no se ha preguntado." in text


def test_a_sheet_of_paper_is_typed_in(ana, world, hotels):
    survey = access(world)
    address = place(world, survey) + f"type/{hotels['posada'].id}/"
    assert ana.get(address).status_code == 200
    assert ana.post(address, typed(FITS, way="paper", person=str(world.lidia.id))).status_code == 302
    fact = Answer.objects.get()
    assert (fact.by, fact.typed_by, fact.way) == (world.lidia, world.ana, "paper")
    wrong = ana.post(address, typed({"device": "own"}, way="call", person=""))
    assert (wrong.status_code, Answer.objects.count()) == (422, 1)


def test_a_typed_answer_is_corrected_and_both_stay_in_the_record(ana, world, hotels):
    survey = access(world)
    first = say(world.beto, survey, enterprise_id=hotels["mirador"].id, way="paper")
    address = place(world, survey) + f"answers/{first.id}/"
    assert "Que no sea en sábado." in ana.get(address).content.decode()
    sent = typed(FITS | {"device": "shared", "shared_with": "work"}, way="paper", person="", corrects=str(first.id))
    assert ana.post(address, sent).status_code == 302
    assert [answer.values["device"] for answer in Answer.objects.standing()] == ["shared"]
    assert Answer.objects.count() == 2


def test_of_a_baseline_each_corrects_only_what_they_typed_themselves(client, world, hotels):
    survey = baseline(world)
    fact = say(world.beto, survey, BASELINE_FITS, enterprise_id=hotels["mirador"].id, way="paper")
    address = place(world, survey) + f"answers/{fact.id}/"
    client.force_login(world.ana.account)
    assert client.get(address).status_code == 404
    client.force_login(world.beto.account)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "verb", ["open/", "import/", "{s}change/", "{s}close/", "{s}asked/enterprise/{e}/ask/", "{s}asked/enterprise/{e}/link/"]
)
def test_what_is_no_form_of_ours_is_answered_and_never_fails(ana, world, hotels, verb):
    survey = access(world)
    address = place(world) + verb.format(s=f"{survey.id}/", e=hotels["posada"].id)
    assert ana.post(address, {"id": "x", "form_id": "x", "revision": "x", "kind": "x"}).status_code == 422
