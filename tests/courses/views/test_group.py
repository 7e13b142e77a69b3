"""The instructor's page of a group, and one learner of it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.helping import ask_for_help, give_help
from milpa.courses.actions.practising import comment_practice, send_practice
from milpa.courses.models import Accompanied, HelpAsked, PracticeCommented, PracticeSent
from milpa.courses.pinned import course_at
from milpa.courses.reads import to_answer
from milpa.ledger import clock
from milpa.readiness.rules.offers import Choice
from tests.courses.classroom import announced, answer, enrolled, lessons
from tests.readiness.doing import choose, diagnose

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    today = clock.today()
    return announced(world, starts_on=today - timedelta(days=40), ends_on=today + timedelta(days=10))


@pytest.fixture
def irma(client, world):
    client.force_login(world.irma.account)
    return client


def address(name, edition, *more):
    return reverse(f"courses:{name}", args=[edition.programme_id, edition.pk, *more])


def queries(run):
    """How many times both databases are asked."""
    counting = [CaptureQueriesContext(connection) for connection in connections.all()]
    for one in counting:
        one.__enter__()
    run()
    for one in counting:
        one.__exit__(None, None, None)
    return sum(len(one) for one in counting)


def practised(edition, enrolment, text="Puse mi promesa en la pared."):
    unit = course_at(edition.course_id, edition.course_revision).units[0]
    return send_practice(enrolment.person, enrolment.pk, UUID(unit.id), ledger.uuid7(), text)


def typed(**said):
    return {"form_id": str(ledger.uuid7())} | said


def test_the_group_says_who_chose_company_and_what_waits_for_an_answer(irma, world, edition):
    rosa, lidia = enrolled(world, world.rosa, edition), enrolled(world, world.lidia, edition)
    diagnose(world.rosa, "B3")
    choose(world.rosa, Choice.ACCOMPANIED)
    practised(edition, lidia)
    answer(rosa, lessons(edition)[0])
    text = irma.get(address("group", edition)).content.decode()
    assert "pidió compañía" in text
    assert "Responder 1 práctica" in text
    assert "2 personas" in text


def test_an_answered_practice_counts_and_stands_no_longer_in_line(irma, world, edition):
    rosa = enrolled(world, world.rosa, edition)
    sent = practised(edition, rosa, "Para quien viaja por trabajo: el café está a las cinco.")
    page = irma.get(address("practices", edition)).content.decode()
    assert "el café está a las cinco" in page and "Cite su frase." in page
    empty = irma.post(address("answer_practice", edition, sent.pk), typed(text=" ", well="yes"))
    assert empty.status_code == 422
    said = typed(text="Lo del café vale más que cualquier anuncio.", well="yes")
    irma.post(address("answer_practice", edition, sent.pk), said)
    irma.post(address("answer_practice", edition, sent.pk), said)
    assert PracticeCommented.objects.get(practice=sent).is_well
    assert "Todas están respondidas" in irma.get(address("practices", edition)).content.decode()


def test_the_oldest_practice_stands_first(irma, world, edition):
    practised(edition, enrolled(world, world.rosa, edition), "La primera.")
    practised(edition, enrolled(world, world.tomas, edition), "La segunda.")
    text = irma.get(address("practices", edition)).content.decode()
    assert text.index("La primera.") < text.index("La segunda.")


def test_a_learner_is_shown_with_what_they_did_and_what_is_lacking(irma, world, edition, django_assert_max_num_queries):
    rosa = enrolled(world, world.rosa, edition)
    answer(rosa, lessons(edition)[0])
    practised(edition, rosa)
    place = address("learner_detail", edition, rosa.pk)
    irma.get(place)
    with django_assert_max_num_queries(11):
        text = irma.get(place).content.decode()
    assert "1 de 3 lecciones hechas" in text
    assert "1 de las 2 lecciones que se piden" in text
    assert "espera respuesta" in text


def test_somebody_who_was_accompanied_through_the_welcome_lesson_is_on_record_once(irma, world, edition):
    rosa = enrolled(world, world.rosa, edition)
    sent = typed()
    irma.post(address("accompany", edition, rosa.pk), sent)
    irma.post(address("accompany", edition, rosa.pk), sent)
    assert Accompanied.objects.get(person=world.rosa).by == world.irma
    assert "La hizo acompañada por Irma" in irma.get(address("learner_detail", edition, rosa.pk)).content.decode()


def test_an_enrolment_of_another_edition_is_not_found(irma, world, edition):
    other = enrolled(world, world.rosa, announced(world))
    assert irma.get(address("learner_detail", edition, other.pk)).status_code == 404


@pytest.mark.parametrize("who", ["beto", "diego", "rosa"])
def test_who_does_not_teach_answers_no_practice(client, world, edition, who):
    sent = practised(edition, enrolled(world, world.tomas, edition))
    client.force_login(getattr(world, who).account)
    assert client.post(address("answer_practice", edition, sent.pk), typed(text="Bien.", well="yes")).status_code == 403
    assert not PracticeCommented.objects.exists()


def busy(world, edition, person):
    """Somebody who studies, sends a practice that is answered and one that waits, and asks twice, once answered."""
    own = enrolled(world, person, edition)
    answer(own, lessons(edition)[0])
    diagnose(person, "B3")
    choose(person, Choice.ACCOMPANIED)
    comment_practice(world.irma, practised(edition, own).pk, ledger.uuid7(), "Bien.", is_well=True)
    practised(edition, own, "Otra vez.")
    lesson = UUID(lessons(edition)[0].id)
    give_help(world.irma, ask_for_help(person, own.pk, lesson, ledger.uuid7(), "¿Sin foto?").pk, ledger.uuid7(), "Sin foto.")
    ask_for_help(person, own.pk, lesson, ledger.uuid7(), "¿Y mañana?")


@pytest.mark.parametrize("name", ["group", "practices"])
def test_the_page_asks_as_often_for_many_as_for_one_and_no_more_than_twelve_times(irma, world, edition, name):
    busy(world, edition, world.rosa)
    irma.get(address(name, edition))
    for_one = queries(lambda: irma.get(address(name, edition)))
    busy(world, edition, world.tomas)
    busy(world, edition, world.lidia)
    assert queries(lambda: irma.get(address(name, edition))) == for_one <= 12


def test_what_waits_for_an_answer_is_counted_as_the_models_say(world, edition):
    for person in (world.rosa, world.tomas):
        busy(world, edition, person)
    own = {"enrolment__edition": edition, "enrolment__closed_by": None}
    counted = PracticeSent.objects.to_comment().filter(**own).count(), HelpAsked.objects.to_answer().filter(**own).count()
    assert to_answer(edition.pk) == counted == (2, 2)
