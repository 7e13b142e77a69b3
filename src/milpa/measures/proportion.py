"""How a share is written: always beside its fraction, with no more digits than the count bears."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ONE_DECIMAL_FROM = 100


def percentage(share: Fraction, counted: int) -> Decimal:
    """`share` (0..1) in percent: whole while fewer than 100 were `counted`, one decimal from 100; halves go up."""
    step = Decimal("0.1") if counted >= ONE_DECIMAL_FROM else Decimal(1)
    scaled = share * 100
    return (Decimal(scaled.numerator) / Decimal(scaled.denominator)).quantize(step, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Proportion:
    """`part` of `whole`. Raises ValueError when nobody was counted or the part is larger than the whole."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        if self.whole < 1 or not 0 <= self.part <= self.whole:
            raise ValueError(f"no share: {self.part} of {self.whole}")

    @property
    def share(self) -> Fraction:
        return Fraction(self.part, self.whole)

    @property
    def percentage(self) -> Decimal:
        return percentage(self.share, self.whole)
