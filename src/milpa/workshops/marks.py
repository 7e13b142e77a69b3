"""What one ballot says, whatever the method: plain values that forms read, actions store and rules count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from milpa.workshops.models.methods import DOTS, FEASIBILITY, RANKED, SCORE

Values = Mapping[UUID | str, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Options are named by their ids. Only the columns of the vote's method are filled; `blank`: whoever votes chooses nothing."""

    dots: dict[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()  # the most wanted first
    scores: dict[str, int] = field(default_factory=dict)  # marks, or how important
    feasible: dict[str, int] = field(default_factory=dict)
    blank: bool = False

    @classmethod
    def of(cls, said: "Marks | Values") -> "Marks":
        """A plain mapping is dots."""
        return said if isinstance(said, Marks) else cls(dots={str(option): int(n) for option, n in said.items() if int(n)})

    @property
    def says_nothing(self) -> bool:
        return not (self.dots or self.order or self.scores or self.feasible)

    def fits(self, method: str) -> bool:
        """Whether nothing is said that this method does not ask."""
        asked = {"dots"} if method == DOTS else {"order"} if method in RANKED else {"scores"}
        asked |= {"feasible"} if method == FEASIBILITY else set()
        return all(name in asked or not getattr(self, name) for name in ("dots", "order", "scores", "feasible"))

    def plain(self) -> dict[str, Any]:
        """To be stored as JSON."""
        return {"dots": self.dots, "order": list(self.order), "scores": self.scores, "feasible": self.feasible, "blank": self.blank}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Marks":
        return cls(stored["dots"], tuple(stored["order"]), stored["scores"], stored["feasible"], stored["blank"])


MARKED = (SCORE, FEASIBILITY)  # every option is asked for its mark
