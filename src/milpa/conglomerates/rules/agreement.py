"""How far the partners' orders agree: said in words first, then Kendall's W."""

from collections.abc import Mapping
from dataclasses import dataclass

from milpa.measures.kendall import NotComputable, concordance, in_words


@dataclass(frozen=True, slots=True)
class Agreement:
    words: str  # agree_much, agree_half, agree_little, not_computable
    w: float | None
    chi_square: float | None
    degrees: int | None
    firsts: dict[str, tuple[str, ...]]  # partner -> who stands first with its weights
    same_first: bool  # every partner has the same first place


def agreement(orders: Mapping[str, Mapping[str, int]]) -> Agreement:
    """`orders`: partner -> candidate -> rank (ties share one). With one partner or one candidate W is not computable.

    Raises ValueError when the partners did not order the same candidates.
    """
    candidates = sorted(set().union(*orders.values()))
    if any(order.keys() != set(candidates) for order in orders.values()):
        raise ValueError("the partners ordered different candidates")
    firsts = {partner: tuple(who for who in candidates if order[who] == 1) for partner, order in orders.items()}
    same_first = len(set(firsts.values())) == 1
    try:
        found = concordance([[order[who] for who in candidates] for order in orders.values()])
    except NotComputable:
        return Agreement("not_computable", None, None, None, firsts, same_first)
    return Agreement(in_words(found.w), found.w, found.chi_square, found.degrees, firsts, same_first)
