from milpa.records.rules.problems import Malformed


def test_a_path_is_put_together_from_the_inside_out() -> None:
    problem = Malformed("id", "Wrong.").within(0).within("parent").within("contextActivities").within("context")
    assert problem.path == "context.contextActivities.parent[0].id"


def test_a_key_that_is_an_address_stands_in_brackets_and_quotes() -> None:
    problem = Malformed("", "Wrong.").within("https://example.org/x").within("extensions").within("result")
    assert problem.path == 'result.extensions["https://example.org/x"]'


def test_a_very_long_key_is_cut_in_the_path() -> None:
    assert len(Malformed("", "Wrong.").within("x" * 50_000 + ":").path) < 100


def test_the_message_has_path_and_values() -> None:
    assert str(Malformed("a.b", "One of {these}.", these="x, y")) == "a.b: One of x, y."
    assert str(Malformed("", "Wrong.")) == "Wrong."
