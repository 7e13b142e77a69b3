"""Which figures about few people are not shown, so that nobody can be recognised, also not by subtraction.

Primary: a count of 1 to k - 1 people (k = 5; 10 for sensitive subjects) is hidden. Secondary: more cells are hidden
until the totals give nothing away. In a table every hidden cell lies on a closed path of hidden cells, none of them
zero: each could be one more or one less without changing any total (Cox, JASA 75 (1980) 377-385), and what is hidden
together in a row or column is k or more. Merging categories is better than hiding: do that first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

K = 5

Spot = tuple[int, int]  # row, column; the last row and the last column are the totals


@dataclass(frozen=True, slots=True)
class Line:
    """Counts that add up to a total; None = not shown."""

    counts: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Counts with the totals of rows and columns; None = not shown."""

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def is_small(people: int, k: int = K) -> bool:
    """Whether a count would point at few people. Zero points at nobody."""
    return 0 < people < k


def share_is_safe(part: int, whole: int, k: int = K) -> bool:
    """Whether the share of a subgroup may stand in a table: neither those in it nor those left out are fewer than k.

    So 0 % and 100 % of a subgroup are hidden too: they say of each member what they answered.
    """
    return part >= k and whole - part >= k


def subtraction_reveals(whole: int, shown: Sequence[int], k: int = K) -> bool:
    """Whether a published whole minus its published parts leaves a small group."""
    return is_small(whole - sum(shown), k)


def suppress_line(counts: Sequence[int], k: int = K) -> Line:
    """Counts that add up, shown with their total: small ones are hidden, and further ones (the smallest first) until
    at least two are hidden that hold k or more together; a total that is small itself is hidden."""
    hidden = {place for place, count in enumerate(counts) if is_small(count, k)}
    rest = sorted((count, place) for place, count in enumerate(counts) if count and place not in hidden)
    while hidden and (len(hidden) < 2 or sum(counts[place] for place in hidden) < k) and rest:
        hidden.add(rest.pop(0)[1])
    total = sum(counts)
    return Line(tuple(None if place in hidden else count for place, count in enumerate(counts)), None if is_small(total, k) else total)


def safe_shares(shares: Sequence[tuple[int, int]], k: int = K) -> list[bool]:
    """Which shares of the subgroups of a known whole may be shown; `shares` holds (part, whole) of each.

    Those that are not safe are hidden, and more (the smallest first) until what the shown ones leave over is safe too, or
    nothing is left to hide.
    """
    shown = [share_is_safe(part, whole, k) for part, whole in shares]
    rest = sorted((whole, place) for place, (_, whole) in enumerate(shares) if shown[place])
    while rest:
        hidden = [shares[place] for place, is_shown in enumerate(shown) if not is_shown and shares[place][1]]
        together = sum(part for part, _ in hidden), sum(whole for _, whole in hidden)
        if not hidden or (len(hidden) > 1 and share_is_safe(*together, k)):
            break
        shown[rest.pop(0)[1]] = False
    return shown


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def _path(table: list[list[int]], start: Spot, hidden: set[Spot]) -> set[Spot]:
    """The cheapest cells that close a path with `start`: rows and columns are the corners, cells that aren't zero the
    edges, at the cost of the people they hold; what is hidden already costs nothing. Empty when there is none."""
    height, width = len(table), len(table[0])
    goal = height + start[1]
    queue: list[tuple[int, int, tuple[Spot, ...]]] = [(0, start[0], ())]
    seen: set[int] = set()
    while queue:
        cost, corner, way = heappop(queue)
        if corner == goal:
            return set(way)
        if corner in seen:
            continue
        seen.add(corner)
        spots = [(corner, column) for column in range(width)] if corner < height else [(row, corner - height) for row in range(height)]
        for row, column in spots:
            if table[row][column] and (row, column) != start:
                step = 0 if (row, column) in hidden else table[row][column]
                heappush(queue, (cost + step, height + column if corner < height else row, (*way, (row, column))))
    return set()


def _thin_line(table: list[list[int]], hidden: set[Spot], k: int) -> Spot | None:
    """The next cell to hide in a row or column whose hidden cells hold fewer than k together, if there is one."""
    height, width = len(table), len(table[0])
    lines = [[(row, column) for column in range(width - 1)] for row in range(height)]
    lines += [[(row, column) for row in range(height - 1)] for column in range(width)]
    for line in lines:
        if is_small(sum(table[row][column] for row, column in line if (row, column) in hidden), k):
            more = [(table[row][column], (row, column)) for row, column in line if table[row][column] and (row, column) not in hidden]
            if more:
                return min(more)[1]
    return None


def suppress_table(counts: Sequence[Sequence[int]], k: int = K) -> Table:
    """The table that may be shown beside its totals; `counts` holds rows of equal length, of people, none negative."""
    table = _with_totals(counts)
    spots = [(row, column) for row in range(len(table)) for column in range(len(table[0]))]
    waiting = [spot for spot in spots if is_small(table[spot[0]][spot[1]], k)]
    hidden: set[Spot] = set(waiting)
    while waiting:
        for spot in waiting:
            hidden |= _path(table, spot, hidden)
        thin = _thin_line(table, hidden, k)
        waiting = [thin] if thin else []
        hidden |= set(waiting)
    shown = [[None if (row, column) in hidden else table[row][column] for column in range(len(table[0]))] for row in range(len(table))]
    return Table(tuple(tuple(row[:-1]) for row in shown[:-1]), tuple(row[-1] for row in shown[:-1]), tuple(shown[-1][:-1]), shown[-1][-1])
