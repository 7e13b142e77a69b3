"""The pages of the strategy: open to whom they should, with a bounded number of queries, and keeping what was typed."""

import re

import pytest

from milpa import ledger
from milpa.programmes.remembering import forget
from milpa.strategies.actions.answering import answer_suggestion
from milpa.strategies.actions.signing import sign_strategy
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Strategy, Suggestion, SuggestionAnswered
from milpa.workshops.models import Need
from milpa.workshops.results_shown import need_counted
from tests.strategies.story import appointed, enterprise_of

READ = ["", "coverage/", "negotiation/", "negotiation/log/", "revisions/", "revisions/2/", "compare/", "negotiation/suggest/actions/"]
WRITE = [
    "describe/",
    "sections/summary/",
    "actions/add/",
    "plan/objectives/add/",
    "plan/budget/add/",
    "plan/calendar/add/",
    "plan/risks/add/",
]


@pytest.fixture
def negotiated(world, drafted):
    """Signed too early, then changed, with words of an owner and of the association beside it."""
    appointed(world)
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    enterprise_of(world, world.rosa, "Hotel Luna")
    for n in range(6):
        suggest(world.rosa, drafted.id, ledger.uuid7(), Beside("comment", "actions", text=f"Comentario {n}."), number=drafted.now)
    change = Beside("change", "actions", quote="de junio a agosto", words="en mayo", text="Estamos llenos.")
    suggest(world.carmen, drafted.id, ledger.uuid7(), change, number=drafted.now)
    save_section(world.ana, drafted.id, drafted.now, "summary", "Otro resumen, con más palabras.")
    return drafted


@pytest.fixture
def base(world):
    return f"/programmes/{world.id}/strategy/"


@pytest.mark.parametrize("page", READ)
def test_partners_read_it_within_twelve_queries_and_a_stranger_finds_nothing(
    client, world, negotiated, base, page, django_assert_max_num_queries
):
    client.force_login(world.carmen.account)
    with django_assert_max_num_queries(12):
        assert client.get(base + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(base + page).status_code == 404


@pytest.mark.parametrize("page", WRITE)
def test_the_owners_people_write_within_twelve_queries_and_partners_do_not(
    client, world, negotiated, base, page, django_assert_max_num_queries
):
    client.force_login(world.ana.account)
    with django_assert_max_num_queries(12):
        assert client.get(base + page).status_code == 200
    client.force_login(world.carmen.account)
    assert client.get(base + page).status_code == 403


def test_several_changes_are_taken_up_with_one_button(client, world, negotiated, base, django_assert_max_num_queries):
    end = Beside("change", "actions", quote="", words="La asociación presta tres teléfonos.", text="Que quede escrito.")
    suggest(world.carmen, negotiated.id, ledger.uuid7(), end, number=negotiated.now)
    client.force_login(world.carmen.account)
    assert client.get(f"{base}negotiation/accept/").status_code == 403
    client.force_login(world.ana.account)
    assert f'href="{base}negotiation/accept/"' in client.get(f"{base}negotiation/").content.decode()
    with django_assert_max_num_queries(12):
        text = client.get(f"{base}negotiation/accept/").content.decode()
    assert "“en mayo” en lugar de “de junio a agosto”" in text
    before, id = negotiated.now, str(ledger.uuid7())
    chosen = re.findall(r'name="suggestions" value="([0-9a-f-]+)"', text)
    typed = {"form_id": id, "revision": before, "suggestions": chosen, "text": "Se hizo."}
    for _twice in range(2):
        assert client.post(f"{base}negotiation/accept/", typed).status_code == 302
    assert negotiated.now == before + 1
    assert "en mayo" in negotiated.text("actions")
    assert "tres teléfonos" in negotiated.text("actions")
    assert set(SuggestionAnswered.objects.values_list("revision", "text")) == {(before + 1, "Se hizo.")}


def test_accepting_together_from_a_stale_tab_keeps_what_was_marked(client, world, negotiated, base):
    client.force_login(world.ana.account)
    text = client.get(f"{base}negotiation/accept/").content.decode()
    [chosen] = re.findall(r'name="suggestions" value="([0-9a-f-]+)"', text)
    stale = negotiated.now
    save_section(world.beto, negotiated.id, stale, "summary", "Otro más.")
    typed = {"form_id": str(ledger.uuid7()), "revision": stale, "suggestions": [chosen], "text": "Se hizo."}
    answer = client.post(f"{base}negotiation/accept/", typed)
    assert answer.status_code == 409
    assert f'value="{chosen}" checked' in answer.content.decode()
    assert "Se hizo." in answer.content.decode()


def test_the_action_page_shows_its_sheet_and_its_thread_within_twelve_queries(
    client, world, negotiated, base, django_assert_max_num_queries
):
    client.force_login(world.diego.account)
    address = f"{base}actions/{negotiated.action.id}/"
    forget()
    client.get(address)
    with django_assert_max_num_queries(12):
        text = client.get(address).content.decode()
    assert "Calcula su precio por temporada." in text
    assert "Precio y temporada" in text


def test_an_owner_reads_and_suggests_once_her_enterprise_is_in_the_register(client, world, drafted, base):
    client.force_login(world.rosa.account)
    assert client.get(base).status_code == 404
    enterprise_of(world, world.rosa, "Hotel Luna")
    assert client.get(base).status_code == 200
    typed = {"form_id": str(ledger.uuid7()), "revision": drafted.now, "kind": "comment", "text": "Que sea de noche."}
    assert client.post(f"{base}negotiation/suggest/modality/", typed).status_code == 302
    assert Suggestion.objects.get().by == world.rosa


def test_the_negotiation_shows_the_suggested_words_in_the_text(client, world, negotiated, base):
    client.force_login(world.diego.account)
    text = client.get(f"{base}negotiation/").content.decode()
    assert "<del>de junio a agosto</del> <ins>en mayo</ins>" in text
    assert "Hotel Luna" in text
    assert "No cubre la" in text


def test_a_section_from_a_stale_tab_comes_back_with_both_versions(client, world, drafted, base):
    stale = drafted.now
    save_section(world.beto, drafted.id, stale, "summary", "Lo que escribió Beto.")
    client.force_login(world.ana.account)
    typed = {"form_id": str(ledger.uuid7()), "revision": stale, "text": "Lo que escribió Ana.", "why": ""}
    answer = client.post(f"{base}sections/summary/", typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "<del>Beto.</del> <ins>Ana.</ins>" in text
    assert drafted.text("summary") == "Lo que escribió Beto."
    newest = re.search(r'name="revision" value="(\d+)"', text)[1]
    assert client.post(f"{base}sections/summary/", typed | {"revision": newest}).status_code == 302
    assert drafted.text("summary") == "Lo que escribió Ana."


def test_a_suggestion_whose_passage_is_not_there_keeps_what_was_typed(client, world, drafted, base):
    client.force_login(world.carmen.account)
    typed = {
        "form_id": str(ledger.uuid7()),
        "revision": drafted.now,
        "kind": "change",
        "quote": "en diciembre",
        "words": "en mayo",
        "text": "Llenos.",
    }
    answer = client.post(f"{base}negotiation/suggest/actions/", typed)
    assert answer.status_code == 409
    assert "en diciembre" in answer.content.decode() and "Llenos." in answer.content.decode()


def test_accepting_is_one_click_and_answering_has_its_page(client, world, negotiated, base):
    client.force_login(world.ana.account)
    change = Suggestion.objects.get(kind="change")
    sent = {"form_id": str(ledger.uuid7()), "revision": negotiated.now}
    assert client.post(f"{base}negotiation/{change.id}/accept/", sent).status_code == 302
    assert "en mayo" in negotiated.text("actions")
    comment = Suggestion.objects.filter(kind="comment").first()
    page = f"{base}negotiation/{comment.id}/answer/"
    assert client.post(page, {"form_id": str(ledger.uuid7()), "kind": "done", "text": ""}).status_code == 422
    assert client.post(page, {"form_id": str(ledger.uuid7()), "kind": "done", "text": "Se hizo."}).status_code == 302
    assert SuggestionAnswered.objects.count() == 2


def test_a_side_that_may_not_sign_is_told_why(client, world, drafted, base):
    client.force_login(world.diego.account)
    answer = client.post(f"{base}sign/", {"form_id": str(ledger.uuid7()), "revision": drafted.now})
    assert answer.status_code == 403
    assert "No se pide la firma de su institución" in answer.content.decode()


def test_signing_what_moved_on_is_refused_and_can_be_read_again(client, world, drafted, base):
    client.force_login(world.carmen.account)
    stale = drafted.now
    save_section(world.ana, drafted.id, stale, "summary", "Otro.")
    assert client.post(f"{base}sign/", {"form_id": str(ledger.uuid7()), "revision": stale}).status_code == 409
    assert client.post(f"{base}sign/", {"form_id": str(ledger.uuid7()), "revision": drafted.now}).status_code == 302
    assert "Carmen" in client.get(base).content.decode()


@pytest.mark.parametrize(
    "verb",
    [
        "sections/summary/",
        "actions/add/",
        "plan/budget/add/",
        "plan/calendar/add/",
        "sign/",
        "decline/",
        "negotiation/suggest/actions/",
        "describe/",
    ],
)
def test_what_is_no_form_of_ours_is_answered_and_never_fails(client, world, drafted, base, verb):
    client.force_login(world.ana.account)
    assert client.post(base + verb, {"form_id": "x", "revision": "x", "kind": "x", "side": "x", "amount": "x"}).status_code == 422


@pytest.mark.parametrize("verb", ["coverage/quote/", "register/quote/"])
def test_a_verb_without_its_form_says_so_and_changes_nothing(client, world, drafted, base, verb):
    client.force_login(world.ana.account)
    before = drafted.now
    assert client.post(base + verb, {}).status_code == 302
    assert drafted.now == before


def test_who_answered_nothing_is_told_by_the_author(client, world, drafted, base):
    client.force_login(world.carmen.account)
    beside = Beside("question", "actions", text="¿Quién los cuida?")
    asked = suggest(world.carmen, drafted.id, ledger.uuid7(), beside, number=drafted.now)
    answer = answer_suggestion(world.ana, asked.id, ledger.uuid7(), "done", "Gracias.")
    assert client.post(f"{base}negotiation/answers/{answer.id}/dispute/", {"form_id": str(ledger.uuid7())}).status_code == 302
    assert "no es respuesta" in client.get(f"{base}negotiation/").content.decode()


def test_the_budget_form_writes_a_line_with_its_contributions(client, world, drafted, base):
    client.force_login(world.ana.account)
    typed = {"form_id": str(ledger.uuid7()), "revision": drafted.now, "text": "Hojas", "amount": "800", f"share-{world.ministry.id}": "500"}
    answer = client.post(f"{base}plan/budget/add/", typed)
    assert (answer.status_code, "Los aportes suman" in answer.content.decode()) == (422, True)
    assert client.post(f"{base}plan/budget/add/", typed | {"other": "Municipalidad", "other_amount": "300"}).status_code == 302
    assert Strategy.objects.get().budget.count() == 2


def test_what_a_need_got_is_said_by_the_method_that_counted_it(client, world, negotiated, base):
    Need.objects.filter(title="Reservaciones en orden").update(counted_by="schulze")
    client.force_login(world.ana.account)
    page = client.get(f"{base}coverage/").content.decode()
    assert need_counted("dots", 9) in page and need_counted("schulze", 5) in page
