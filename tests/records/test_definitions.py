"""What statements tell of an activity is joined, whatever order they come in."""

import json
from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.ledger import clock
from milpa.records.definitions import MOST, definition_of, definitions_of, joined, learn, leaves_of
from milpa.records.models.documents import ActivityDefinition
from milpa.records.store import dialect

pytestmark = pytest.mark.django_db(databases=["records"])

NINE = datetime(2026, 5, 4, 15, tzinfo=UTC)
LATER = NINE + timedelta(hours=1)
LESSON = "https://cursos.example/leccion/1"
SAID = {
    "type": "http://adlnet.gov/expapi/activities/lesson",
    "name": {"es": "Una foto que invita"},
    "description": {"es": "Cómo se toma"},
    "moreInfo": "https://cursos.example/mas",
    "extensions": {"https://cursos.example/x": {"a": [1, 2.50, None]}, "https://cursos.example/y": 12345678901234567890123},
}
CHOICE = {"interactionType": "choice", "correctResponsesPattern": ["a"], "choices": [{"id": "a", "description": {"es": "Sí"}}]}


@pytest.fixture
def institute():
    return uuid4()


@pytest.fixture
def asked(monkeypatch):
    """The first word of everything that the database is asked from now on."""
    words = []
    for method in ("execute", "executemany"):
        really = getattr(dialect.Cursor, method)
        monkeypatch.setattr(
            dialect.Cursor, method, lambda self, sql, *values, really=really: (words.append(sql.split()[0]), really(self, sql, *values))
        )
    return words


def known(institute, activity=LESSON):
    return definitions_of(institute, [activity]).get(activity)


@pytest.mark.parametrize("said", [SAID, CHOICE, {**SAID, **CHOICE}, {"name": {}}, {}])
def test_what_was_told_once_is_known_as_it_was_told(institute, said):
    learn(institute, [(LESSON, said)])
    assert known(institute) == {name: value for name, value in said.items() if value != {}}


def test_of_an_activity_nobody_spoke_of_nothing_is_known(institute):
    assert known(institute) is None


def test_languages_and_extensions_are_added(institute):
    learn(institute, [(LESSON, SAID, NINE)])
    learn(institute, [(LESSON, {"name": {"en": "An inviting photo"}, "extensions": {"https://cursos.example/z": True}}, NINE)])
    assert known(institute)["name"] == {"en": "An inviting photo", "es": "Una foto que invita"}
    assert len(known(institute)["extensions"]) == 3


def test_a_name_that_was_corrected_later_counts_also_when_the_older_one_arrives_last(institute):
    learn(institute, [(LESSON, {"name": {"es": "Una foto"}}, LATER)])
    learn(institute, [(LESSON, {"name": {"es": "Una fotoo"}}, NINE)])
    assert known(institute)["name"] == {"es": "Una foto"}


def test_a_statement_from_a_clock_that_is_ahead_does_not_keep_its_words_for_ever(institute):
    with clock.at(NINE):
        learn(institute, [(LESSON, {"name": {"es": "Zeta"}}, NINE + timedelta(days=3650))])
    with clock.at(LATER):
        learn(institute, [(LESSON, {"name": {"es": "Alfa"}}, LATER)])
    assert known(institute)["name"] == {"es": "Alfa"}


def test_an_interaction_has_the_lists_of_its_kind_only(institute):
    learn(institute, [(LESSON, CHOICE, NINE), (LESSON, {"interactionType": "likert", "scale": [{"id": "1"}]}, LATER)])
    assert known(institute) == {"interactionType": "likert", "correctResponsesPattern": ["a"], "scale": [{"id": "1"}]}


def test_another_institution_learns_nothing(institute):
    learn(institute, [(LESSON, SAID)])
    assert known(uuid4()) is None


def test_three_tellings_in_any_order_and_repeated_end_the_same():
    told = [
        (LESSON, {"name": {"es": "Uno"}, "type": "urn:x:a"}, NINE),
        (LESSON, {"name": {"es": "Dos", "en": "Two"}}, LATER),
        (LESSON, {"name": {"es": "Uno"}, "moreInfo": "urn:x:m"}, LATER + timedelta(hours=1)),
    ]
    ends = []
    for order in permutations(told):
        one_by_one, at_once = uuid4(), uuid4()
        for telling in [*order, order[0]]:
            learn(one_by_one, [telling])
        learn(at_once, [*order, *order])
        ends += [known(one_by_one), known(at_once)]
    assert all(end == ends[0] for end in ends) and ends[0]["name"] == {"es": "Uno", "en": "Two"}


maps = st.dictionaries(st.sampled_from(["es", "en"]), st.sampled_from(["a", "b"]), max_size=2)
tellings = st.tuples(st.integers(0, 2), st.fixed_dictionaries({}, optional={"type": st.sampled_from(["urn:x:a", "urn:x:b"]), "name": maps}))


@given(st.lists(tellings, max_size=5).flatmap(lambda some: st.tuples(st.permutations(some), st.permutations(some))))
def test_joining_does_not_depend_on_the_order(orders):
    ends = []
    for order in orders:
        leaves = {}
        for hour, said in order:
            leaves = joined(leaves, leaves_of(hour, said))
        assert all(joined(leaves, leaves_of(*telling)) == leaves for telling in order)
        ends.append(definition_of(leaves))
    assert ends[0] == ends[1]


def test_a_batch_whose_definitions_are_known_is_one_select(institute, asked):
    batch = [(f"{LESSON}/{number}", {**SAID, "name": {"es": f"Lección {number}"}}, NINE) for number in range(100)]
    learn(institute, batch)
    asked.clear()
    learn(institute, batch)
    assert asked == ["SELECT"]


def test_a_new_batch_takes_few_queries_however_many_there_are(institute, asked):
    learn(institute, [(f"{LESSON}/{number}", SAID, NINE) for number in range(100)])
    assert len(asked) <= 4


def test_an_activity_that_two_tools_tell_in_turns_is_written_once_an_hour(institute, asked):
    es, en = (LESSON, {"name": {"es": "Foto"}}, NINE), (LESSON, {"name": {"en": "Photo"}}, NINE)
    learn(institute, [es, en])
    asked.clear()
    for telling in (es, en, es):
        learn(institute, [telling])
    assert asked and "INSERT" not in asked
    learn(institute, [(LESSON, {"name": {"es": "Foto"}}, LATER)])
    assert "INSERT" in asked


def test_what_is_told_again_later_stays_before_what_was_told_in_between(institute):
    """The memory of what was told last does not hide that it was told again."""
    for name, at in (("Uno", NINE), ("Dos", NINE), ("Uno", LATER), ("Dos", NINE)):
        learn(institute, [(LESSON, {"name": {"es": name}}, at)])
    assert known(institute)["name"] == {"es": "Uno"}


def test_what_would_grow_without_end_is_left_out(institute):
    learn(institute, [(LESSON, {"extensions": {"urn:x:0": "a" * 1000}}, NINE)])
    learn(institute, [(LESSON, {"extensions": {f"urn:x:{number}": "b" * 1000 for number in range(1, 200)}}, LATER)])
    [row] = ActivityDefinition.objects.all()
    assert len(row.leaves) <= MOST and known(institute)["extensions"]["urn:x:0"] == "a" * 1000
    assert len(known(institute)["extensions"]) > 50


def test_an_address_that_no_database_can_hold_is_passed_over(institute):
    learn(institute, [("urn:x:\0", SAID), ("urn:x:\ud800", SAID), (LESSON, SAID)])
    assert ActivityDefinition.objects.count() == 1


def test_text_of_every_kind_comes_back(institute):
    said = {"name": {"es": "ñ \u2028 \0 \U0001f33d"}}
    learn(institute, [(LESSON, said)])
    assert known(institute) == said and json.dumps(said)
