"""Nothing joins an anonymous answer and the person who gave it; nothing is read before it is closed."""

from uuid import uuid4

import pytest
from django.db import connection, models

from milpa import ledger
from milpa.surveys.actions.answering import answer_anonymously, answer_by_ticket
from milpa.surveys.actions.asking import issue_ticket
from milpa.surveys.actions.closing import close_survey, seal_standing
from milpa.surveys.answered import values_of
from milpa.surveys.models import AnonymousAnswer, AnsweredMark, Survey
from milpa.surveys.refusals import AlreadyAnswered, AnswersAreNamed, IdTellsTheTime, NotAsked, SurveyIsClosed, TicketIsOver
from tests.surveys.asked import SATISFIED, access, close, crowd, satisfaction, say_secretly


def test_an_answer_and_its_mark_share_nothing_but_the_survey_and_the_day(world, hotels):
    survey = satisfaction(world)
    answer = say_secretly(world.rosa, survey)
    (mark,) = AnsweredMark.objects.all()
    answer.refresh_from_db()
    values = {field.attname: getattr(answer, field.attname) for field in AnonymousAnswer._meta.concrete_fields}
    same = {name for name, value in vars(mark).items() if name in values and name != "_state" and value == values[name]}
    assert same <= {"institution_id", "node", "said_at", "arrived", "device", "recorded_at"}
    assert (answer.arrived, answer.said_at, answer.device, answer.recorded_at.hour) == (None, None, "", 0)
    leads_to = {field.name for field in AnonymousAnswer._meta.fields if isinstance(field, models.ForeignKey)}
    assert leads_to == {"survey", "institution"}


def test_no_number_is_given_while_it_is_open_so_nothing_is_announced_or_synced(world, hotels):
    survey = satisfaction(world)
    for who in (world.rosa, world.tomas, world.lidia):
        say_secretly(who, survey)
    assert set(AnonymousAnswer.objects.values_list("arrived", flat=True)) == {None}
    assert set(AnsweredMark.objects.values_list("arrived", flat=True)) == {None}


def test_after_closing_the_order_of_rows_pairs_no_answer_with_its_person(world, hotels):
    survey = satisfaction(world)
    people = [world.rosa, world.tomas, world.lidia, *crowd(world, 5)]
    for who in people:
        say_secretly(who, survey)
    close(world, survey)
    for model in (AnonymousAnswer, AnsweredMark):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM {model._meta.db_table} ORDER BY {'rowid' if connection.vendor == 'sqlite' else 'ctid'}")
            as_stored = [str(row[0]).replace("-", "") for row in cursor.fetchall()]
        in_order = [fact.id.hex for fact in model.objects.order_by("arrived")]
        assert as_stored == sorted(as_stored) == in_order


def test_each_person_answers_once(world, hotels):
    survey = satisfaction(world)
    say_secretly(world.rosa, survey)
    with pytest.raises(AlreadyAnswered):
        say_secretly(world.rosa, survey)
    assert AnonymousAnswer.objects.count() == AnsweredMark.objects.count() == 1


def test_an_anonymous_answer_sent_twice_is_one_and_leaves_one_mark(world, hotels):
    survey, id = satisfaction(world), uuid4()
    for _time in range(2):
        answer_anonymously(world.rosa, survey.id, id, SATISFIED)
    close_survey(world.ana, survey.id, ledger.uuid7())
    answer_anonymously(world.rosa, survey.id, id, SATISFIED)
    assert AnonymousAnswer.objects.count() == AnsweredMark.objects.count() == 1


def test_a_ticket_opens_once_and_its_holder_may_not_answer_again_signed_in(world, hotels):
    survey = satisfaction(world)
    _ticket, token = issue_ticket(world.beto, survey.id, ledger.uuid7(), person_id=world.rosa.id)
    answer_by_ticket(token, uuid4(), SATISFIED)
    with pytest.raises(AlreadyAnswered):
        answer_by_ticket(token, uuid4(), SATISFIED)
    with pytest.raises(AlreadyAnswered):
        say_secretly(world.rosa, survey)


def test_a_ticket_is_kept_as_a_hash_and_shown_again_from_its_id(world, hotels):
    survey, id = satisfaction(world), ledger.uuid7()
    ticket, token = issue_ticket(world.beto, survey.id, id, enterprise_id=hotels["posada"].id)
    assert issue_ticket(world.beto, survey.id, id, enterprise_id=hotels["posada"].id)[1] == token
    assert token not in (ticket.token_hash, str(ticket.id))
    with pytest.raises(TicketIsOver):
        answer_by_ticket("0" * 30, uuid4(), SATISFIED)


def test_a_closed_questionnaire_takes_no_answer(world, hotels):
    survey = close(world, satisfaction(world))
    with pytest.raises(SurveyIsClosed):
        say_secretly(world.rosa, survey)


def test_who_was_not_asked_leaves_neither_answer_nor_mark(world, hotels):
    survey = satisfaction(world)
    for who in (world.irma, world.elena, world.ana):
        with pytest.raises(NotAsked):
            say_secretly(who, survey)
    assert not AnsweredMark.objects.exists()
    assert not AnonymousAnswer.objects.exists()


def test_a_named_questionnaire_is_not_answered_without_a_name(world, hotels):
    with pytest.raises(AnswersAreNamed):
        say_secretly(world.rosa, access(world))


def test_only_who_may_closes_and_closing_twice_is_closing_once(world, hotels):
    survey = satisfaction(world)
    for who in (world.irma, world.beto, world.carmen, world.elena):
        with pytest.raises(Survey.DoesNotExist):
            close_survey(who, survey.id, ledger.uuid7())
    first = close_survey(world.ana, survey.id, ledger.uuid7())
    assert close_survey(world.ana, survey.id, ledger.uuid7()).id == first.id


def test_a_standing_survey_is_sealed_only_once_five_have_answered(world, hotels):
    survey = satisfaction(world, is_standing=True)
    people = [world.rosa, world.tomas, world.lidia, *crowd(world, 3)]
    for who in people[:4]:
        say_secretly(who, survey)
    assert seal_standing(survey.id) == 0
    say_secretly(people[4], survey)
    assert seal_standing(survey.id) == 5
    say_secretly(people[5], survey)
    assert seal_standing(survey.id) == 0
    assert AnonymousAnswer.objects.filter(arrived=None).count() == AnsweredMark.objects.filter(arrived=None).count() == 1


def test_the_last_few_of_a_standing_survey_are_never_read_because_the_difference_would_be_theirs(world, hotels):
    survey = satisfaction(world, is_standing=True)
    people = [world.rosa, world.tomas, world.lidia, *crowd(world, 4)]
    for who in people[:5]:
        say_secretly(who, survey, {"overall": "muy"})
    seal_standing(survey.id)
    for who in people[5:]:
        say_secretly(who, survey, {"overall": "nada"})
    assert values_of(close(world, survey)) == [{"overall": "muy"}] * 5


def test_an_id_that_tells_the_time_is_refused(world, hotels):
    with pytest.raises(IdTellsTheTime):
        answer_anonymously(world.rosa, satisfaction(world).id, ledger.uuid7(), SATISFIED)
