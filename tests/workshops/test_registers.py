"""What the workshops tell the programme: evidence, who must act, involvement, the thread."""

import pytest

from milpa import ledger
from milpa.people.actions.leaving import erase
from milpa.programmes import registries
from milpa.programmes.rules.involvement import COLLABORATING, CONSULTED, DECIDING, ENTERPRISES, INFORMED
from milpa.programmes.threads import thread_of
from milpa.workshops import holding, involving, knots, recognising, waiting
from milpa.workshops.actions import ordering, planning, publishing, slips, voting, writing
from milpa.workshops.marks import Marks
from milpa.workshops.models import Card, Need, Workshop
from milpa.workshops.registers import take_agenda
from tests.workshops.story import needs_of


def answer(story, of):
    return of([story.world.id])[story.world.id]


def test_invitations_count_when_the_three_voices_are_among_them_or_the_reason_is(planned):
    assert answer(planned, recognising.invited).met
    planned.luna.__class__.objects.filter(id=planned.luna.id).update(is_rural=False)
    missing = answer(planned, recognising.invited)
    assert (missing.met, str(missing.missing)) == (False, "Constan 2 invitaciones; falta entre ellas: una empresa rural")
    planning.explain_voice(planned.beto, planned.id, ledger.uuid7(), "invited", "rural", "No hay en el municipio")
    assert answer(planned, recognising.invited).met


def test_a_workshop_counts_when_it_is_closed_with_minutes_and_the_voices_came(judged):
    assert not answer(judged, recognising.closed_with_minutes).met


def test_a_closed_workshop_with_minutes_is_evidence(closed):
    assert answer(closed, recognising.closed_with_minutes).met


def test_the_order_says_what_is_missing_until_it_is_frozen(closed, at):
    assert str(answer(closed, recognising.priorities_frozen).missing) == "El resultado todavía no se ha publicado"
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    said = publishing.remark(closed.rosa.person, closed.world.id, ledger.uuid7(), "Algo falta")
    waits = answer(closed, recognising.priorities_frozen)
    at.move(days=8)
    assert waits.until < ledger.now()
    assert str(answer(closed, recognising.priorities_frozen).missing) == "0 de 1 observaciones contestadas"
    publishing.answer_remark(closed.world.ana, said.id, ledger.uuid7(), "done", "Se agregó")
    publishing.freeze_priorities(closed.world.ana, closed.world.id, ledger.uuid7())
    assert answer(closed, recognising.priorities_frozen).met


@pytest.mark.parametrize("of", [recognising.invited, recognising.closed_with_minutes, recognising.priorities_frozen])
def test_a_programme_without_a_workshop_is_told_what_is_missing(world, of):
    found = of([world.id])[world.id]
    assert (found.met, bool(str(found.missing))) == (False, True)


def test_evidence_is_asked_in_the_same_number_of_queries_for_many_programmes(closed, django_assert_max_num_queries):
    ids = [closed.world.id]
    for of, most in ((recognising.invited, 2), (recognising.closed_with_minutes, 3), (recognising.priorities_frozen, 1)):
        with django_assert_max_num_queries(most):
            of(ids)


def test_acts_are_counted_by_enterprise_and_votes_never_by_what_was_voted(closed, django_assert_max_num_queries):
    involving.acts([closed.world.id])  # the guide is read once
    with django_assert_max_num_queries(1):
        acts = involving.acts([closed.world.id])[closed.world.id]
    enterprises = [act for act in acts if act.side == ENTERPRISES]
    levels = {level: len([act for act in enterprises if act.level == level]) for level in (INFORMED, CONSULTED, COLLABORATING, DECIDING)}
    assert levels == {INFORMED: 4, CONSULTED: 5, COLLABORATING: 1, DECIDING: 3}
    assert {act.enterprise for act in enterprises} == {closed.luna.id, closed.colibri.id}
    assert all(act.contribution and act.answer in ("", None) for act in enterprises if act.level == CONSULTED)
    assert involving.invited([closed.world.id]) == {closed.world.id: {"listen": {closed.luna.id, closed.colibri.id}}}


def test_an_answered_need_answers_each_of_its_cards(closed):
    price = Need.objects.of(closed.world.id).get(title="Precio y temporada")
    ordering.answer_need(closed.world.ana, price.id, ledger.uuid7(), "will_be_done", "Unidad 2")
    acts = involving.acts([closed.world.id])[closed.world.id]
    assert sum(act.answer == "will_be_done" for act in acts) == 2


def test_what_waits_changes_as_the_workshop_goes_on(planned):
    assert ["Falta realizar" in str(wait.what) for wait in waiting.waits(planned.beto, [planned.world.id])] == [True]


def test_after_closing_the_result_waits_for_the_coordinator(closed):
    waits = waiting.waits(closed.world.ana, [closed.world.id])
    assert [(str(wait.button), wait.roles) for wait in waits] == [("Publicar el resultado", frozenset({"coordinator"}))]


def test_the_seven_days_stand_in_the_calendar(closed):
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    remarks = next(row for row in waiting.calendar([closed.world.id]) if row.kind == "remarks")
    assert (remarks.until - remarks.on).days == 7


def test_the_thread_leads_from_a_card_to_its_need_and_back_for_who_may_see_it(closed):
    card = Card.objects.get(text="Siempre me piden rebaja")
    for person in (closed.world.ana, closed.world.diego, closed.tomas.person):
        assert [link.knot.text for link in thread_of("card", card.id, person)][:2] == [card.text, "Precio y temporada"]
    assert knots.card_knots([card.id], closed.world.elena) == {}
    assert knots.need_knots([row.id for row in Need.objects.all()], closed.world.elena) == {}
    assert registries.thread_edges["card", "need"].back([card.needs.get().need_id])[card.needs.get().need_id][-1] == card.id


def test_a_moderated_card_is_a_knot_for_its_author_and_staff_alone(written):
    card = written.cards["Siempre me piden rebaja"]
    writing.moderate_card(written.beto, written.id, ledger.uuid7(), card.id, "Repetida")
    assert card.id in knots.card_knots([card.id], written.tomas.person)
    assert card.id in knots.card_knots([card.id], written.beto)
    assert knots.card_knots([card.id], written.rosa.person) == {}


def test_a_replication_takes_the_agenda_and_asks_the_needs_anew(closed):
    from django.db import transaction

    from milpa.programmes.models import Programme

    new = Programme(institution=closed.world.institute, edition=closed.world.programme.edition, title="Otra región")
    with transaction.atomic():
        ledger.create(new, by=closed.world.ana)
    take_agenda(closed.world.programme, new, closed.world.ana)
    taken = Workshop.objects.get(programme=new)
    kinds = [[row.kind for row in workshop.activities.all()] for workshop in (taken, closed.workshop)]
    assert (taken.question, kinds[0], taken.code == closed.workshop.code) == (closed.workshop.question, kinds[1], False)
    assert not Need.objects.filter(needs__programme=new).exists()


@pytest.mark.django_db(databases=["default", "records"])
def test_what_is_held_of_a_person_can_be_read_exported_and_let_go(written):
    card = writing.write_card(written.beto, written.id, ledger.uuid7(), "Higiene", participant_id=written.petrona.id, way="paper")
    person = written.petrona.person
    assert any("Higiene" in value for held in holding.held(person) for _label, value in held.rows)
    assert [row["text"] for row in holding.export(person)["cards"]] == ["Higiene"]
    erase(person)
    card.refresh_from_db()
    assert card.text == ""
    assert holding.export(person)["cards"][0]["text"] == ""


def test_who_votes_on_a_paper_slip_has_voted_for_their_enterprise_though_the_slip_names_nobody(grouped):
    grouped.open_vote(dots_each=2)
    slips.give_slip(grouped.beto, grouped.vote.id, ledger.uuid7(), grouped.petrona.id)
    marks = Marks.of(grouped.dots("Reservaciones"))
    for reader in (grouped.beto, grouped.world.ana):
        slips.type_slip(reader, grouped.vote.id, 1, marks)
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    voted = [act for act in involving.acts([grouped.world.id])[grouped.world.id] if act.decision == grouped.vote.id]
    assert [(act.enterprise, act.typed_by_staff) for act in voted] == [(grouped.colibri.id, True)]
