"""What is read from the suite's own log."""

from scripts.conformance import failed, sections

LOG = {
    "name": "console",
    "tests": [
        {
            "name": "Verb",
            "status": "failed",
            "tests": [{"name": "has an id", "status": "passed"}, {"name": "no other", "status": "failed"}],
        },
        {"name": "Actor", "status": "passed", "tests": [{"name": "kinds", "tests": [{"name": "an agent", "status": "passed"}]}]},
    ],
}


def test_each_test_counts_in_its_section_however_deep_it_stands():
    assert [(name, dict(counted)) for name, counted in sections(LOG)] == [("Verb", {"passed": 1, "failed": 1}), ("Actor", {"passed": 1})]


def test_what_failed_is_named_with_where_it_stands():
    assert failed(LOG) == ["Verb / no other"]
