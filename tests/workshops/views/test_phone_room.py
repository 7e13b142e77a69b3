"""The room on a phone, without script: join, write, vote, read."""

import re
from uuid import uuid4

import pytest

from milpa import ledger
from milpa.workshops import tokens
from milpa.workshops.actions import joining, voting, writing
from milpa.workshops.models import Ballot, Card, Participant

JSON = {"HTTP_ACCEPT": "application/json"}


def holds(client, participant):
    """The phone of this participant."""
    from django.core import signing

    workshop = participant.workshop
    client.cookies[tokens._cookie(workshop)] = signing.dumps(str(participant.id), salt=tokens.SALT)
    return f"/w/{workshop.slug}/"


def text(answer):
    return answer.content.decode()


def test_a_spoken_code_leads_to_the_door_of_its_workshop(client, planned):
    said = planned.workshop.code.lower().replace(" ", "  ")
    assert client.post("/w/", {"code": said}).url == f"/w/{planned.workshop.slug}/"
    wrong = client.post("/w/", {"code": "nada 99"})
    assert (wrong.status_code, "nada 99" in text(wrong)) == (422, True)


def test_a_guest_joins_with_a_name_and_a_refresh_loses_nothing(client, planned):
    place = f"/w/{planned.workshop.slug}/"
    typed = {"form_id": str(ledger.uuid7()), "name": "Mari", "enterprise": "hotel luna", "position": "owner"}
    assert client.post(place, typed).url == f"{place}room/"
    assert client.get(place).url == f"{place}room/"
    assert "Ya está adentro" in text(client.get(f"{place}room/"))
    assert Participant.objects.get(name="Mari").enterprise == planned.luna


def test_without_a_name_the_door_stays_and_keeps_what_was_typed(client, planned):
    place = f"/w/{planned.workshop.slug}/"
    answer = client.post(place, {"form_id": str(ledger.uuid7()), "name": " ", "enterprise": "Posada El Sol"})
    assert (answer.status_code, "Posada El Sol" in text(answer)) == (422, True)


def test_a_closed_workshop_says_so_at_the_door(client, closed):
    answer = client.get(f"/w/{closed.workshop.slug}/")
    assert (answer.status_code, answer.url) == (302, f"/w/{closed.workshop.slug}/result/")


def test_the_room_is_read_within_twelve_queries(client, voted, django_assert_max_num_queries):
    place = holds(client, voted.rosa)
    for page in ("room/", "groups/", "mine/", "result/", "phone/"):
        with django_assert_max_num_queries(12):
            assert client.get(place + page).status_code == 200


def test_a_signed_in_owner_reads_the_room_within_twelve_queries_too(client, grouped, django_assert_max_num_queries):
    grouped.open_vote(dots_each=2)
    client.force_login(grouped.world.rosa.account)
    client.get("/my-cards/")
    for page in ("room/", "groups/", "mine/"):
        with django_assert_max_num_queries(12):
            assert client.get(f"/w/{grouped.workshop.slug}/{page}").status_code == 200


def test_a_card_is_written_by_hand_and_stands_among_one_s_own_with_its_state(client, written):
    place = holds(client, written.rosa)
    shown = text(client.get(f"{place}room/"))
    id = re.search(r'name="form_id" value="([^"]+)"', shown)[1]
    assert client.post(f"{place}cards/", {"form_id": id, "text": "Higiene en la cocina"}).status_code == 302
    shown = text(client.get(f"{place}room/"))
    assert "Higiene en la cocina" in shown
    assert "En la pared" in shown
    assert "Siempre me piden rebaja" not in shown  # Tomás wrote it: in silence nobody reads the others' cards


@pytest.mark.parametrize("words", ["x" * 10_000, "🏨" * 141])
def test_a_card_too_long_comes_back_whole(client, written, words):
    place = holds(client, written.rosa)
    answer = client.post(f"{place}cards/", {"form_id": str(ledger.uuid7()), "text": words})
    assert (answer.status_code, words in text(answer)) == (422, True)
    assert not Card.objects.filter(text__startswith=words[:10]).exists()


def test_a_script_tag_is_shown_as_the_text_that_it_is(client, written):
    place = holds(client, written.rosa)
    client.post(f"{place}cards/", {"form_id": str(ledger.uuid7()), "text": "<script>alert(1)</script>"})
    for page in ("room/", "groups/", "mine/"):
        assert "<script>alert(1)" not in text(client.get(place + page))
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text(client.get(place + page))


def test_a_phone_that_is_not_in_the_workshop_is_shown_what_it_wrote(client, written):
    answer = client.post(f"/w/{written.workshop.slug}/cards/", {"form_id": str(ledger.uuid7()), "text": "Mi idea"})
    assert (answer.status_code, "Mi idea" in text(answer)) == (403, True)


def test_the_outbox_reads_in_json_whether_its_card_is_stored_or_why_not(client, written):
    place, id = holds(client, written.rosa), str(ledger.uuid7())
    for _time in range(2):
        answer = client.post(f"{place}cards/", {"form_id": id, "text": "Higiene"}, **JSON)
        assert (answer.status_code, answer.json()) == (200, {"stored": True, "id": id})
    for wrong_clock in ("1970-01-01T00:00:00.000Z", "ayer"):
        typed = {"form_id": str(ledger.uuid7()), "text": "Precio", "at": wrong_clock}
        assert client.post(f"{place}cards/", typed, **JSON).status_code == 200
    refused = client.post(f"{place}cards/", {"form_id": str(ledger.uuid7()), "text": ""}, **JSON)
    assert (refused.status_code, refused.json()["code"]) == (422, "card_is_empty")
    unreadable = client.post(f"{place}cards/", {"form_id": "x", "text": "Higiene"}, **JSON)
    assert (unreadable.status_code, unreadable.json()["code"]) == (422, "unreadable")


def test_one_votes_by_hand_and_the_vote_is_stored_without_a_count(client, grouped):
    grouped.open_vote(dots_each=2)
    grouped.cast("tomas", "Vender directo")
    place = holds(client, grouped.rosa)
    shown = text(client.get(f"{place}room/"))
    assert "Vender directo" in shown
    assert "Caminos" not in shown
    typed = {"form_id": str(uuid4()), "vote": str(grouped.vote.id), "groups": [str(grouped.groups["Vender directo"].id)]}
    assert client.post(f"{place}vote/", typed).status_code == 302
    shown = text(client.get(f"{place}room/"))
    assert "Su voto está guardado" in shown
    assert Ballot.objects.count() == 2


def test_too_many_dots_come_back_with_the_marks_kept(client, grouped):
    grouped.open_vote(dots_each=1)
    place = holds(client, grouped.rosa)
    two = [str(grouped.groups[name].id) for name in ("Vender directo", "Reservaciones")]
    answer = client.post(f"{place}vote/", {"form_id": str(uuid4()), "vote": str(grouped.vote.id), "groups": two})
    assert (answer.status_code, text(answer).count("checked")) == (422, 2)
    assert "Máximo de puntos: 1. Usted puso 2." in text(answer)


def test_a_vote_resent_after_closing_is_answered_as_stored_and_a_late_one_is_not(client, grouped):
    grouped.open_vote(dots_each=2)
    place, id = holds(client, grouped.rosa), str(uuid4())
    typed = {"form_id": id, "vote": str(grouped.vote.id), "groups": [str(grouped.groups["Vender directo"].id)]}
    client.post(f"{place}vote/", typed, **JSON)
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    assert client.post(f"{place}vote/", typed, **JSON).json() == {"stored": True, "id": id}
    place = holds(client, grouped.tomas)
    late = client.post(f"{place}vote/", typed | {"form_id": str(uuid4())}, **JSON)
    assert (late.status_code, late.json()["code"]) == (409, "vote_is_closed")


def test_after_the_vote_the_room_reads_the_same_result_on_each_phone(client, voted):
    for who in (voted.rosa, voted.petrona):
        shown = text(client.get(f"{holds(client, who)}room/"))
        assert shown.index("Precio y temporada") < shown.index("Vender directo") < shown.index("Reservaciones")


def test_a_number_brings_one_to_a_second_phone(client, written):
    number = joining.handover_number(written.tomas)
    place = f"/w/{written.workshop.slug}/"
    assert client.post(f"{place}phone/", {"number": "1234 5678"}).status_code == 403
    assert client.post(f"{place}phone/", {"number": f"{number[:4]} {number[4:]}"}).url == f"{place}room/"
    assert "Siempre me piden rebaja" in text(client.get(f"{place}room/"))


def test_a_phone_handed_over_forgets_who_held_it(client, written):
    place = holds(client, written.tomas)
    client.post(f"{place}leave/")
    assert client.get(f"{place}room/").url == place


def test_a_forged_token_is_nobody_s(client, written):
    place = f"/w/{written.workshop.slug}/"
    client.cookies[tokens._cookie(written.workshop)] = str(written.tomas.id)
    assert client.get(f"{place}room/").url == place


def test_a_card_taken_from_the_wall_says_why_to_its_author(client, written):
    card = written.cards["Siempre me piden rebaja"]
    writing.moderate_card(written.beto, written.id, ledger.uuid7(), card.id, "Está repetida")
    place = holds(client, written.tomas)
    assert "Se quitó de la pared: Está repetida" in text(client.get(f"{place}mine/"))
    assert card.text not in text(client.get(f"{place}groups/"))


def test_a_signed_in_owner_is_known_without_a_token(client, written):
    client.force_login(written.world.rosa.account)
    assert "No sé cuánto cobrar en temporada baja" in text(client.get("/my-cards/"))
    assert client.get(f"/w/{written.workshop.slug}/room/").status_code == 200
    assert "Mis tarjetas" in text(client.get("/my-cards/"))


def test_a_vote_by_the_outbox_is_stored_with_few_questions_and_answered_as_stored_after_closing(client, grouped, django_assert_num_queries):
    """Two of them begin and end the transaction. It was 25; fifty votes come a second with 500 phones."""
    grouped.open_vote(dots_each=1)
    place, group = holds(client, grouped.rosa), str(grouped.groups["Vender directo"].id)
    typed = {"form_id": str(uuid4()), "vote": str(grouped.vote.id), "groups": group}
    with django_assert_num_queries(12):
        assert client.post(f"{place}vote/", typed, **JSON).json() == {"stored": True, "id": typed["form_id"]}
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    assert client.post(f"{place}vote/", typed, **JSON).status_code == 200
    late = client.post(f"{holds(client, grouped.tomas)}vote/", typed | {"form_id": str(uuid4())}, **JSON)
    assert (late.status_code, late.json()["code"]) == (409, "vote_is_closed")


def test_a_vote_of_another_workshop_and_a_phone_of_nobody_are_refused_by_the_outbox(client, grouped):
    grouped.open_vote(dots_each=1)
    typed = {"form_id": str(uuid4()), "vote": str(uuid4()), "groups": str(grouped.groups["Vender directo"].id)}
    nobody = client.post(f"/w/{grouped.workshop.slug}/vote/", typed, **JSON)
    assert (nobody.status_code, nobody.json()["code"]) == (403, "not_a_participant")
    for unknown in (str(uuid4()), "x"):
        answer = client.post(f"{holds(client, grouped.rosa)}vote/", typed | {"vote": unknown}, **JSON)
        assert answer.json()["code"] == "vote_is_closed"
    assert not Ballot.objects.exists()
