from datetime import timedelta

import pytest

from milpa import ledger
from milpa.courses.actions.announcing import announce_edition, change_edition, renew_edition
from milpa.courses.actions.authoring import describe_course
from milpa.courses.actions.publishing import publish_course
from milpa.courses.models import Course, CourseEdition
from milpa.courses.refusals import DatesOutOfOrder, NotPublished, TooManyKept
from milpa.ledger import clock
from milpa.ledger.refusals import StaleRevision
from tests.courses.classroom import announced, published, written


def test_an_edition_announces_the_rules_that_its_course_proposes(world):
    edition = announced(world)
    assert (edition.course_revision, edition.hours, edition.certificate_practices) == (1, 20, 1)
    assert edition.gives_certificate


def test_its_units_are_spread_over_its_days_by_their_lessons(world):
    edition = announced(world)
    assert [(day.opens_on - edition.starts_on).days for day in edition.unit_days.all()] == [0, 37]


def test_announced_twice_is_one(world):
    course, id, today = published(world), ledger.uuid7(), clock.today()
    dates = {"starts_on": today, "ends_on": today, "enrol_from": today, "enrol_until": today, "places": 3}
    announce_edition(world.ana, course.pk, id, dates)
    announce_edition(world.ana, course.pk, id, dates)
    assert CourseEdition.objects.count() == 1


def test_only_what_is_published_is_taught(world):
    with pytest.raises(NotPublished):
        announced(world, written(world))


def test_dates_out_of_order_and_more_places_kept_than_there_are_are_refused(world):
    course = published(world)
    with pytest.raises(DatesOutOfOrder):
        announced(world, course, ends_on=clock.today() - timedelta(days=1))
    with pytest.raises(TooManyKept):
        announced(world, course, places=3, for_women=2, for_rural=2)


def test_instructors_are_people_of_the_institute(world):
    course, today = published(world), clock.today()
    own, foreign = world.irma.memberships.get(), world.elena.memberships.first()
    dates = {"starts_on": today, "ends_on": today, "enrol_from": today, "enrol_until": today, "places": 3}
    edition = announce_edition(world.ana, course.pk, ledger.uuid7(), dates, instructors=[own.pk, foreign.pk])
    assert [row.membership for row in edition.instructors.all()] == [own]


def test_what_was_announced_changes_by_a_revision_and_a_stale_tab_is_refused(world):
    edition = announced(world)
    change_edition(world.ana, edition.pk, 1, {"places": 20})
    with pytest.raises(StaleRevision):
        change_edition(world.ana, edition.pk, 1, {"places": 5})
    edition.refresh_from_db()
    assert (edition.places, edition.revision) == (20, 2)


def test_an_edition_takes_over_the_newest_text_once(world):
    edition = announced(world)
    course = edition.course
    describe_course(world.ana, course.pk, 1, {"summary": "Mejor dicho"})
    publish_course(world.ana, course.pk, 2, ledger.uuid7())
    renewed = renew_edition(world.irma, edition.pk, 1)
    assert (renewed.revision_before, renewed.course_revision) == (1, 2)
    assert renew_edition(world.irma, edition.pk, 2).revision == 2


@pytest.mark.parametrize("who", ["irma", "beto", "carmen", "elena"])
def test_nobody_else_announces(world, who):
    course, today = published(world), clock.today()
    dates = {"starts_on": today, "ends_on": today, "enrol_from": today, "enrol_until": today, "places": 3}
    with pytest.raises(Course.DoesNotExist):
        announce_edition(getattr(world, who), course.pk, ledger.uuid7(), dates)
