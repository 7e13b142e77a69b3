import pytest

from milpa.programmes.rules.current_phase import Gate, current_phase


@pytest.mark.parametrize(
    ("gates", "phase"),
    [
        ([], None),
        ([Gate("prepare", False, False), Gate("choose", False, False)], "prepare"),
        ([Gate("prepare", True, False), Gate("choose", False, False)], "choose"),
        ([Gate("prepare", False, True), Gate("choose", False, False)], "choose"),
        ([Gate("prepare", True, False), Gate("choose", True, False)], "choose"),
    ],
)
def test_a_programme_stands_at_its_first_open_gate(gates, phase):
    assert current_phase(gates) == phase


def test_work_in_a_later_phase_does_not_move_it():
    assert current_phase([Gate("prepare", False, False), Gate("choose", True, False)]) == "prepare"
