import json
from uuid import uuid4

import pytest

from milpa.records import definitions
from milpa.records.http import activities
from tests.records.http.asked import INSTITUTE, LESSON, ask, caller, status

pytestmark = pytest.mark.django_db(databases=["records"])


def activity(**more):
    return json.loads(ask(activities.answer, "GET", {"activityId": LESSON}, **more).body)


def test_all_that_was_told_of_an_activity_is_answered():
    for name in ({"es": "Foto"}, {"fr": "Photo"}):
        definitions.learn(INSTITUTE, [(LESSON, {"name": name, "extensions": {"urn:x:n": 10**30}})])
    told = {"name": {"es": "Foto", "fr": "Photo"}, "extensions": {"urn:x:n": 10**30}}
    assert activity() == {"objectType": "Activity", "id": LESSON, "definition": told}


def test_an_activity_nobody_spoke_of_is_an_activity_too():
    assert activity() == {"objectType": "Activity", "id": LESSON}


def test_the_stranger_institution_is_told_nothing():
    definitions.learn(INSTITUTE, [(LESSON, {"name": {"es": "Foto"}})])
    assert "definition" not in activity(by=caller(institution=uuid4()))


@pytest.mark.parametrize("parameters", [{}, {"activityId": "leccion"}, {"activityId": LESSON, "x": "1"}, {"activityid": LESSON}])
def test_a_question_that_names_no_activity_is_malformed(parameters):
    assert status(activities.answer, "GET", parameters) == 400


def test_who_reads_nothing_is_refused():
    assert status(activities.answer, "GET", {"activityId": LESSON}, by=caller("statements/write")) == 403


def test_activities_are_only_read():
    assert status(activities.answer, "DELETE", {"activityId": LESSON}) == 405
