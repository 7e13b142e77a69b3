"""What a request brings: the fast reader and the careful one say the same."""

from uuid import UUID

import pytest

from milpa.records.http.taking import Sender, take
from milpa.records.rules.problems import Malformed

SENDER = Sender(UUID(int=1), UUID(int=2), {"account": {"homePage": "https://milpa.example", "name": "tool"}})
PLAIN = (
    '{"actor":{"mbox":"mailto:rosa@example.org"},"verb":{"id":"https://example.org/read"},"object":{"id":"https://example.org/prices"}%s}'
)
EXTENSION = ',"context":{"extensions":{"https://example.org/x":%s}}'


def taken(text):
    (told,) = take("application/json", text.encode(), "2.0.0", SENDER).told
    return {name: value for name, value in told.statement.items() if name not in ("id", "authority", "version")}


def test_a_statement_is_the_same_with_and_without_spaces():
    assert taken(PLAIN % "") == taken((PLAIN % "").replace(":{", ": {").replace(",", ", "))


@pytest.mark.parametrize("value", ["1", "0.5", "12345678901234567890123", "1e3", '"\\u00f1"', '"ñ"', "-0", "[[]]", "null"])
def test_a_value_stays_what_it_was(value):
    import json

    assert taken(PLAIN % (EXTENSION % value))["context"]["extensions"]["https://example.org/x"] == json.loads(value)


@pytest.mark.parametrize(
    "more",
    [',"verb":{"id":"https://example.org/other"}', EXTENSION % "NaN", EXTENSION % "1e999", EXTENSION % '"\\ud800"', EXTENSION % "[" * 300],
)
def test_a_key_twice_and_what_is_no_json_is_refused(more):
    with pytest.raises(Malformed):
        taken(PLAIN % more)
