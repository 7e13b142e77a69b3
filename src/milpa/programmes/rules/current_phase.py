"""In which phase a programme stands: the first whose gate is neither met nor passed; the last one where all are."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    phase: str
    is_met: bool
    is_passed: bool  # with a written reason


def current_phase(gates: Sequence[Gate]) -> str | None:
    """The phase's id; None for a guide without phases. Work in later phases doesn't move it: a gate left open is said."""
    open_gates = [gate for gate in gates if not gate.is_met and not gate.is_passed]
    if open_gates:
        return open_gates[0].phase
    return gates[-1].phase if gates else None
