"""Planning a workshop, changing the plan, and who is invited."""

from milpa import ledger
from milpa.workshops.models import VoiceExplained, Workshop, WorkshopInvited
from tests.workshops.desk import at, of_needs, send

PLAN = {
    "title": "Taller de junio",
    "question": "¿Qué nos cuesta hacer?",
    "place": "Salón municipal",
    "starts_at": "2026-06-04T09:00",
    "minutes": 180,
}


def test_a_workshop_is_planned_once_with_its_code_and_its_hour(client, world, planned):
    client.force_login(world.beto.account)
    same = str(ledger.uuid7())
    answers = [send(client, of_needs(planned, "plan"), form_id=same, **PLAN) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    made = Workshop.objects.get(title="Taller de junio")
    assert made.code
    assert made.starts_at.isoformat() == "2026-06-04T15:00:00+00:00"


def test_what_is_missing_is_said_and_the_rest_is_kept(client, world, planned):
    client.force_login(world.beto.account)
    answer = send(client, of_needs(planned, "plan"), **PLAN | {"question": ""})
    assert (answer.status_code, "Salón municipal" in answer.content.decode()) == (422, True)


def test_a_plan_changed_from_a_stale_tab_is_refused_and_kept(client, world, planned):
    client.force_login(world.beto.account)
    address, was = at(planned, "edit"), Workshop.objects.get(id=planned.id).revision
    assert send(client, address, revision=was, **PLAN).status_code == 302
    answer = send(client, address, revision=was, **PLAN | {"place": "Otro salón"})
    assert (answer.status_code, "Otro salón" in answer.content.decode()) == (409, True)


def test_an_enterprise_of_the_register_is_found_by_its_name_and_others_are_kept_as_written(client, world, planned):
    client.force_login(world.carmen.account)
    for name in ("hotel LUNA", "Posada Nueva"):
        assert send(client, at(planned, "invite"), enterprise=name, way="association", on="2026-05-01").status_code == 302
    known, other = WorkshopInvited.objects.in_order().filter(way="association")
    assert (known.enterprise, known.whom, other.enterprise, other.whom) == (planned.luna, "", None, "Posada Nueva")


def test_why_a_voice_is_missing_stays_in_sight(client, world, planned):
    client.force_login(world.carmen.account)
    assert send(client, at(planned, "explain", "invited"), voice="rural", why="No hay transporte ese día").status_code == 302
    assert VoiceExplained.objects.get().why == "No hay transporte ese día"
    assert send(client, at(planned, "explain", "invited"), voice="algo", why="x").status_code == 302
    assert VoiceExplained.objects.count() == 1


def test_the_ministry_reads_the_workshops_but_not_who_was_invited(client, world, planned):
    client.force_login(world.diego.account)
    assert client.get(of_needs(planned, "list")).status_code == 200
    assert client.get(at(planned, "invitations")).status_code == 403
    assert client.get(of_needs(planned, "plan")).status_code == 403
