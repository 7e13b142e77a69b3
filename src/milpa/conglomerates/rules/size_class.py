"""The legal size class of an enterprise by the country's norm of the year, and why.

What the norm doesn't settle is `undetermined`, what can't be known from the data is `unknown`: neither is guessed.
"""

from dataclasses import dataclass
from decimal import Decimal

from milpa.conglomerates.rules.size_norm import Norm, Reading, Row


@dataclass(frozen=True, slots=True)
class Scale:
    """What Costa Rica's score divides by: workers by sector (100 industry, 30 trade and services, 50 information
    technology), and the yearly amounts of the authority for sales and assets."""

    workers: Decimal
    sales: Decimal
    assets: Decimal


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the enterprise. `sales` a year and `assets` in the currency of the norm."""

    workers: int | None = None
    sales: Decimal | None = None
    assets: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SizeClass:
    """`size`: micro, small, medium; `above` = larger than the norm's last class; unknown (data missing); undetermined (the
    norm doesn't settle it).

    `reason`: no_norm, workers_missing, sales_missing, data_missing, unit_value_missing, scale_missing, by_workers,
    by_sales, by_both, by_workers_sales_unknown, by_sales_workers_unknown, sales_prevail, higher_applies, by_ceiling,
    by_score, assets_unchecked, balance_unchecked, criteria_disagree, definitions_disagree, norm_not_reckonable.
    `settled`: nothing that the norm asks for is missing.
    """

    size: str
    reason: str
    settled: bool = False
    row: Row | None = None  # the class's row; None also above the last


Place = int | None  # index of a class; one past the last = above all


def _by_workers(norm: Norm, workers: int | None) -> Place:
    """The first class whose limit holds the workers. Fewer than the smallest class's minimum count in it."""
    limits = [row.workers_max for row in norm.rows]
    if workers is None or None in limits:
        return None
    return sum(workers > limit for limit in limits if limit is not None)


def _by_sales(norm: Norm, units: Decimal | None) -> Place:
    """The first class whose limit holds the sales: upper limits belong to the class, so shared limits don't overlap."""
    limits = [row.sales_max for row in norm.rows]
    if units is None or None in limits:
        return None
    return sum(units > limit for limit in limits if limit is not None)


def _found(norm: Norm, place: int, reason: str, settled: bool = True) -> SizeClass:
    if place == len(norm.rows):
        return SizeClass("above", reason, settled)
    return SizeClass(norm.rows[place].size, reason, settled, norm.rows[place])


def _one(norm: Norm, workers: Place, sales: Place) -> SizeClass:
    """At most one of the two is known."""
    if workers is not None:
        return _found(norm, workers, "by_workers_sales_unknown", settled=False)
    if sales is not None:
        return _found(norm, sales, "by_sales_workers_unknown", settled=norm.reading is Reading.SALES_PREVAIL)
    return SizeClass("unknown", "data_missing")


def _two(norm: Norm, workers: int, sales: int) -> SizeClass:
    """Both are known."""
    higher = max(workers, sales)
    if norm.reading is Reading.BALANCE:  # a small balance sheet may stand for large sales
        exceeded = sales > workers
        return _found(norm, higher, "balance_unchecked" if exceeded else "by_both", settled=not exceeded)
    if norm.reading is Reading.HIGHER:
        return _found(norm, higher, "by_both" if workers == sales else "higher_applies")
    if workers == sales:
        asked = "assets" in norm.rows[0].rule
        return _found(norm, workers, "assets_unchecked" if asked else "by_both", settled=not asked)
    if norm.reading is Reading.SALES_PREVAIL:
        return _found(norm, sales, "sales_prevail")
    return SizeClass("undetermined", "definitions_disagree" if norm.reading is Reading.TWO else "criteria_disagree")


def _ceiling(norm: Norm, workers: int | None, units: Decimal | None, missing_sales: str) -> SizeClass:
    """Mexico: workers x 10 % + annual sales in million pesos x 90 %, at most the class's combined ceiling."""
    if workers is None or units is None:
        return SizeClass("unknown", "workers_missing" if workers is None else missing_sales)
    score = workers * Decimal("0.1") + units * Decimal("0.9")
    return _found(norm, sum(score > row.bound for row in norm.rows), "by_ceiling")


def _score(norm: Norm, facts: Facts, scale: Scale | None) -> SizeClass:
    """Costa Rica: P = [(0.6 x pe/Dpe) + (0.3 x van/Dvan) + (0.1 x assets/Da)] x 100."""
    if facts.workers is None or facts.sales is None or facts.assets is None:
        return SizeClass("unknown", "data_missing")
    if scale is None:
        return SizeClass("unknown", "scale_missing")
    workers, sales = Decimal("0.6") * facts.workers / scale.workers, Decimal("0.3") * facts.sales / scale.sales
    score = 100 * (workers + sales + Decimal("0.1") * facts.assets / scale.assets)
    return _found(norm, sum(score > row.bound for row in norm.rows), "by_score")


def _single(norm: Norm, place: Place, reason: str, missing: str) -> SizeClass:
    return SizeClass("unknown", missing) if place is None else _found(norm, place, reason)


def size_class(norm: Norm | None, facts: Facts, unit_value: Decimal | None = None, scale: Scale | None = None) -> SizeClass:
    """The class of an enterprise with these facts under this norm.

    unit_value: what one unit of the norm's sales limits was worth in the year (a minimum wage, an index); needed only
    where the unit is no currency. scale: Costa Rica's divisors of the year.
    """
    if norm is None:
        return SizeClass("unknown", "no_norm")
    worth = norm.unit_value or unit_value
    units = facts.sales / worth if facts.sales is not None and worth else None
    missing_sales = "unit_value_missing" if facts.sales is not None and units is None else "sales_missing"
    workers, sales = _by_workers(norm, facts.workers), _by_sales(norm, units)
    match norm.reading:
        case Reading.NONE:
            return SizeClass("undetermined", "norm_not_reckonable")
        case Reading.SCORE:
            return _score(norm, facts, scale)
        case Reading.WORKERS:
            return _single(norm, workers, "by_workers", "workers_missing")
        case Reading.SALES:
            return _single(norm, sales, "by_sales", missing_sales)
        case Reading.CEILING:
            return _ceiling(norm, facts.workers, units, missing_sales)
    if workers is None or sales is None:
        return _one(norm, workers, sales)
    return _two(norm, workers, sales)
