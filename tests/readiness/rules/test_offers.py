from milpa.readiness.rules.gaps import Attempt, Form, Outcome, readiness
from milpa.readiness.rules.offers import Choice, Levelled, levelling, offers

UNITS = {"B1": "unit 1", "B3": "unit 3", "B4": "unit 4"}


def result(*gaps, door=Outcome.ALONE):
    return readiness([Attempt("B1", Form.A, door), *(Attempt(task, Form.A, Outcome.NOT_DONE) for task in gaps)])


def test_only_the_units_that_are_missing_are_offered():
    found = offers(result("B3"), UNITS)
    assert (found.units, found.without_unit, found.first) == ({"B3": "unit 3"}, (), Choice.BEFORE)


def test_whoever_needs_company_is_shown_that_first():
    assert offers(result("B3", "B4"), UNITS).first is Choice.ACCOMPANIED
    assert offers(result(door=Outcome.NOT_DONE), UNITS).first is Choice.ACCOMPANIED


def test_a_gap_without_a_unit_is_not_forgotten():
    found = offers(result("14"), UNITS)
    assert (found.units, found.without_unit) == ({}, ("14",))


def test_without_a_gap_nothing_is_offered():
    assert offers(result(), UNITS).units == {}


ROSA = Levelled("rosa", ("B3",), frozenset({"B3"}), Choice.ALONGSIDE)
TOMAS = Levelled("tomas", ())


def test_levelling_is_offered_when_all_with_a_gap_were_offered_their_units_and_chose():
    found = levelling([ROSA, TOMAS])
    assert (found.is_met, found.done, found.of) == (True, 1, 1)


def test_choosing_not_at_all_is_a_choice_and_leaving_is_an_answer():
    assert levelling([Levelled("a", ("B3",), frozenset({"B3"}), Choice.NONE), Levelled("b", ("B4",), has_left=True)]).is_met


def test_who_was_not_offered_everything_or_has_not_chosen_is_named():
    found = levelling(
        [ROSA, Levelled("lidia", ("B3", "B4"), frozenset({"B3"}), Choice.BEFORE), Levelled("ana", ("B3",), frozenset({"B3"}))]
    )
    assert (found.is_met, found.done, found.of) == (False, 1, 3)
    assert (found.not_offered, found.not_chosen) == (("lidia",), ("ana",))


def test_the_instructor_sees_who_asked_for_company():
    assert levelling([ROSA, Levelled("lidia", ("B4",), frozenset({"B4"}), Choice.ACCOMPANIED)]).need_company == ("lidia",)


def test_nobody_with_a_gap_is_nobody_to_count():
    assert not levelling([TOMAS]).is_met
