"""The pages of results: who reads them, in how many queries, and what stands on them."""

import re

import pytest

from milpa import ledger
from milpa.results.actions.reading import Definition, Reported, define_indicator, report_reading
from milpa.results.actions.reporting import Written, begin_report, send_report
from milpa.results.models import OwnWord, Report
from tests.results.evaluated import thread

pytestmark = pytest.mark.django_db(databases=["default", "records"])
PAGES = ["", "editions/", "readiness/", "satisfaction/", "readings/", "reports/", "meetings/", "own-word/"]
SENTENCE = "Estar satisfecho no prueba que se aprendió ni que la empresa mejoró."


@pytest.fixture
def results(world, case):
    return f"/programmes/{world.id}/results/"


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\xa0", " "))


@pytest.mark.parametrize("page", PAGES)
def test_partners_read_each_page_within_twelve_queries_and_a_stranger_finds_nothing(
    client, world, results, page, django_assert_max_num_queries
):
    client.force_login(world.carmen.account)
    client.get(results + page)
    with django_assert_max_num_queries(12):
        assert client.get(results + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(results + page).status_code == 404


def test_satisfaction_stands_with_its_fraction_its_n_its_range_and_the_sentence(client, world, case, results):
    client.force_login(world.ana.account)
    page = text(client, f"{results}satisfaction/{case.edition.id}/")
    for words in ("16 de 19", "84 %", "contestaron 19 de las 24 que empezaron", "entre 67 % y 88 %", SENTENCE, "calculado"):
        assert words in page, words


def test_the_answers_are_merged_where_one_would_expose_somebody(client, world, case, results):
    client.force_login(world.ana.account)
    page = text(client, f"{results}satisfaction/{case.edition.id}/")
    assert "Nada o poco" in page


def test_from_the_satisfaction_page_the_card_that_asked_for_it_is_read(client, world, case, results):
    thread(world, case)
    client.force_login(world.carmen.account)
    page = text(client, f"{results}satisfaction/{case.edition.id}/")
    assert "Siempre me piden rebaja" in page
    assert "Mercadeo estratégico" in page


def test_the_wilson_interval_stands_only_where_future_editions_are_spoken_of(client, world, case, results):
    client.force_login(world.ana.account)
    answer = client.get(f"{results}satisfaction/{case.edition.id}/").content.decode()
    before, _, after = answer.partition("Si se habla de ediciones futuras")
    assert "Wilson" not in before
    assert "62.4" in after and "94.5" in after


def test_a_reported_figure_stands_in_the_words_of_its_source_and_apart_from_computed_ones(client, world, results):
    words = "98.9 % de «grado de satisfacción» declarado por participantes de la acción formativa"
    indicator = define_indicator(world.ana, ledger.uuid7(), world.id, Definition("Satisfacción declarada", "%"))
    report_reading(world.ana, ledger.uuid7(), indicator.id, Reported(source="Presentación de 2011", words=words))
    client.force_login(world.diego.account)
    page = text(client, results)
    assert words in page and "reportado" in page and "la fuente no dice cuántas personas respondieron" in page
    assert "98.9" not in text(client, f"{results}satisfaction/")


def test_a_report_is_begun_written_and_sent_on_its_pages(client, world, results):
    client.force_login(world.ana.account)
    id = str(ledger.uuid7())
    answer = client.post(f"{results}reports/begin/", {"form_id": id, "title": "Informe final", "done": "Se dio el curso."})
    report = Report.objects.get(id=id)
    assert answer.url == f"{results}reports/{id}/"
    assert "16 de 19" in text(client, answer.url)
    written = {"form_id": str(ledger.uuid7()), "revision": "1", "title": "Informe final", "done": "Se dio el curso en seis semanas."}
    assert client.post(f"{answer.url}write/", written).status_code == 302
    sent = {"form_id": str(ledger.uuid7()), "revision": "2", "to": [str(world.association.id), str(world.ministry.id)]}
    assert client.post(f"{answer.url}send/", sent).status_code == 302
    assert report.sendings.count() == 2
    client.force_login(world.carmen.account)
    assert "seis semanas" in text(client, answer.url)


def test_a_partner_reads_what_was_sent_to_it_and_not_the_draft_after_it(client, world, results):
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe", done="Primera versión."))
    send_report(world.ana, ledger.uuid7(), report.id, 1, [world.association.id])
    client.force_login(world.ana.account)
    written = {"form_id": str(ledger.uuid7()), "revision": "1", "title": "Informe", "done": "Borrador nuevo."}
    client.post(f"{results}reports/{report.id}/write/", written)
    client.force_login(world.carmen.account)
    page = text(client, f"{results}reports/{report.id}/")
    assert "Primera versión." in page and "Borrador nuevo." not in page
    client.force_login(world.diego.account)
    assert client.get(f"{results}reports/{report.id}/").status_code == 404


def test_a_stale_report_comes_back_with_what_was_typed(client, world, results):
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe"))
    client.force_login(world.ana.account)
    address = f"{results}reports/{report.id}/write/"
    client.post(address, {"form_id": str(ledger.uuid7()), "revision": "1", "title": "Informe", "done": "Una."})
    answer = client.post(address, {"form_id": str(ledger.uuid7()), "revision": "1", "title": "Informe", "done": "Otra."})
    assert answer.status_code == 409
    assert "Otra." in answer.content.decode()


def test_a_meeting_with_a_wrong_day_comes_back_with_what_was_typed(client, world, results):
    client.force_login(world.ana.account)
    answer = client.post(f"{results}meetings/record/", {"form_id": str(ledger.uuid7()), "on": "2999-01-01", "place": "Salón comunal"})
    assert answer.status_code == 422
    assert "Salón comunal" in answer.content.decode() and "Ese día no ha llegado" in answer.content.decode()


def test_an_owner_whose_enterprise_was_not_drawn_finds_no_question(client, world, case):
    client.force_login(world.rosa.account)
    assert client.get(f"/word/{ledger.uuid7()}/{case.enterprises[0].id}/").status_code == 404
    assert OwnWord.objects.count() == 0


def test_across_programmes_nothing_of_strangers_stands(client, world, results):
    client.force_login(world.elena.account)
    assert "Hoteles pequeños" not in text(client, "/results/")
    client.force_login(world.fidel.account)
    page = text(client, "/results/")
    assert "Hoteles pequeños" in page and "no es causa" in page


def test_figures_are_taken_anew_by_who_saw_the_newest_report_only(client, world, results):
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe"))
    client.force_login(world.ana.account)
    address = f"{results}reports/{report.id}/"
    for opened_on in ("", "abc", "7"):
        client.post(f"{address}take-figures/", {"revision": opened_on})
    assert Report.objects.get().revision == 1
    client.post(f"{address}take-figures/", {"revision": "1"})
    assert Report.objects.get().revision == 2


def test_the_step_of_the_diagnosis_leads_to_the_profile_of_readiness(client, world):
    client.force_login(world.ana.account)
    page = client.get(f"/programmes/{world.id}/steps/diagnose/").content.decode()
    assert f'href="/programmes/{world.id}/readiness/"' in page
