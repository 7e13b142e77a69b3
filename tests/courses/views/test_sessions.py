"""Sessions at the desk and as learners see them: for one group of the edition, or for all."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.grouping import add_group, place_in_group
from milpa.courses.actions.meeting import mark_attendance, schedule_session
from milpa.courses.models import Attendance, CourseEdition, Session
from milpa.ledger import clock
from milpa.programmes import registries
from tests.courses.classroom import announced, enrolled

pytestmark = pytest.mark.django_db(databases=["default", "records"])
SAID = {"title": "Encuentro", "day": "2026-03-10", "hour": "09:00", "minutes": "60", "way": "online", "at": "Sala dos"}


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def kiche(world, edition):
    """Rosa learns in K'iche', Tomás in Spanish."""
    found = {}
    for person, name, language in ((world.rosa, "K'iche'", "quc"), (world.tomas, "Castellano", "es")):
        found[name] = add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), {"name": name, "language": language})
        place_in_group(world.ana, enrolled(world, person, edition).pk, ledger.uuid7(), found[name].pk)
    return found["K'iche'"]


@pytest.fixture
def irma(client, world):
    client.force_login(world.irma.account)
    return client


def now(edition):
    return CourseEdition.objects.get(pk=edition.pk).revision


def address(name, edition, *rest):
    return reverse(f"courses:{name}", args=[edition.programme_id, edition.pk, *rest])


def typed(edition, **said):
    return {"form_id": str(ledger.uuid7()), "revision": str(now(edition)), **SAID, **said}


def text(answer):
    return unescape(answer.content.decode())


def meets(world, edition, title, group=None):
    sheet = {"starts_at": clock.now() + timedelta(days=1), "title": title, "group_id": group and group.pk}
    return schedule_session(world.irma, edition.pk, now(edition), ledger.uuid7(), sheet)


def test_a_session_is_put_on_the_plan_for_one_group_and_later_for_all(irma, edition, kiche):
    assert "K'iche'" in text(irma.get(address("add_session", edition)))
    irma.post(address("add_session", edition), typed(edition, group=str(kiche.pk)))
    session = Session.objects.get()
    assert session.group == kiche
    assert "solo K'iche'" in text(irma.get(address("session", edition, session.pk)))
    assert f'value="{kiche.pk}" selected' in text(irma.get(address("edit_session", edition, session.pk)))
    irma.post(address("edit_session", edition, session.pk), typed(edition, group=""))
    session.refresh_from_db()
    assert session.group is None


def test_an_edition_without_groups_asks_for_none_and_a_form_without_it_changes_none(irma, edition):
    assert 'name="group"' not in text(irma.get(address("add_session", edition)))
    irma.post(address("add_session", edition), typed(edition))
    assert Session.objects.get().group is None


@pytest.mark.parametrize("group", ["00000000-0000-4000-8000-000000000000", "todos"])
def test_a_group_that_is_not_there_is_refused_and_what_was_typed_stays(irma, edition, kiche, group):
    answer = irma.post(address("add_session", edition), typed(edition, group=group, title="Con la abuela"))
    assert answer.status_code == 422 and 'value="Con la abuela"' in text(answer)
    assert not Session.objects.exists()


def test_a_stale_form_comes_back_with_what_was_typed(irma, world, edition, kiche):
    stale = typed(edition, group=str(kiche.pk), title="Con la abuela")
    meets(world, edition, "Otra")
    answer = irma.post(address("add_session", edition), stale)
    assert answer.status_code == 409 and 'value="Con la abuela"' in text(answer) and f'value="{kiche.pk}" selected' in text(answer)


def test_list_and_sheet_hold_the_group_only(irma, world, edition, kiche, django_assert_max_num_queries):
    session = meets(world, edition, "Solo ellos", kiche)
    for name in ("session", "session_sheet"):
        with django_assert_max_num_queries(12):
            answer = text(irma.get(address(name, edition, session.pk)))
        assert "Rosa" in answer and "Tomas" not in answer
    tomas = edition.enrolments.get(person=world.tomas)
    sent = {"form_id": str(ledger.uuid7()), "came": [str(tomas.pk)]}
    assert irma.post(address("mark_attendance", edition, session.pk), sent).status_code == 422
    assert not Attendance.objects.exists()


def test_who_was_marked_stays_in_the_list_when_put_into_another_group(irma, world, edition, kiche):
    session, rosa = meets(world, edition, "Solo ellos", kiche), edition.enrolments.get(person=world.rosa)
    mark_attendance(world.irma, session.pk, ledger.uuid7(), {rosa.pk})
    place_in_group(world.ana, rosa.pk, ledger.uuid7(), edition.groups.last().pk)
    assert "Rosa" in text(irma.get(address("session", edition, session.pk)))


def test_learners_see_the_meetings_of_their_group_and_those_for_all(client, world, edition, kiche, django_assert_max_num_queries):
    for title, group in (("En kiche", kiche), ("En castellano", edition.groups.last()), ("Con todos", None)):
        meets(world, edition, title, group)
    enrolled(world, world.lidia, edition)
    for person, own in ((world.rosa, {"En kiche"}), (world.tomas, {"En castellano"}), (world.lidia, set())):
        enrolment = edition.enrolments.get(person=person)
        client.force_login(person.account)
        with django_assert_max_num_queries(12):
            answer = text(client.get(reverse("courses:course", args=[enrolment.pk])))
        assert {title for title in ("En kiche", "En castellano", "Con todos") if title in answer} == own | {"Con todos"}, person.name


def test_whoever_reads_the_public_page_or_the_calendar_sees_whom_it_is_for(client, world, edition, kiche):
    meets(world, edition, "En su idioma", kiche)
    assert "solo K'iche'" in text(client.get(reverse("courses:public", args=[edition.code])))
    assert "En su idioma · K'iche'" in [str(date.title) for date in registries.calendar["courses"]([world.id])]


@pytest.mark.parametrize("who", ["beto", "carmen", "diego", "rosa"])
def test_those_who_do_not_teach_put_nothing_on_the_plan(client, world, edition, kiche, who):
    client.force_login(getattr(world, who).account)
    assert client.post(address("add_session", edition), typed(edition, group=str(kiche.pk))).status_code == 403
    assert not Session.objects.exists()


def test_strangers_find_no_session(client, world, edition, kiche):
    session = meets(world, edition, "Solo ellos", kiche)
    client.force_login(world.elena.account)
    assert client.get(address("session", edition, session.pk)).status_code == 404
