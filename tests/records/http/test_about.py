import json

from milpa.records import limits
from milpa.records.http import about
from tests.records.http.asked import ask, caller, status


def test_versions_and_limits_are_said_to_everybody():
    said = json.loads(ask(about.answer, "GET", by=caller("define")).body)
    assert said["version"] == ["2.0.0", "1.0.3"]
    assert said["extensions"][about.LIMITS]["bytesOfDocument"] == limits.DOCUMENT


def test_about_knows_no_parameters_and_no_writing():
    assert status(about.answer, "GET", {"x": "1"}) == 400
    assert status(about.answer, "PUT") == 405
