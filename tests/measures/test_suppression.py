from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from milpa.measures.suppression import K, is_small, safe_shares, share_is_safe, subtraction_reveals, suppress_line, suppress_table


def test_one_to_four_people_are_few_and_nobody_is_not():
    assert [people for people in range(7) if is_small(people)] == [1, 2, 3, 4]
    assert is_small(9, k=10)


def test_nine_satisfied_of_ten_would_expose_the_tenth():
    assert not share_is_safe(9, 10)
    assert not share_is_safe(10, 10)
    assert not share_is_safe(0, 12)
    assert share_is_safe(7, 12)


def test_a_whole_less_its_parts_may_leave_a_small_group():
    assert subtraction_reveals(23, [10, 9])
    assert not subtraction_reveals(23, [10, 13])
    assert not subtraction_reveals(30, [10, 9])


def test_a_hidden_count_never_stands_alone_beside_its_total():
    line = suppress_line([30, 3, 12])
    assert line.counts == (30, None, None)
    assert line.total == 45


def test_two_hidden_counts_that_are_few_together_take_a_third_with_them():
    assert suppress_line([30, 2, 1, 12]).counts == (30, None, None, None)
    assert suppress_line([30, 2, 4, 12]).counts == (30, None, None, 12)


def test_where_only_few_people_are_there_is_no_total_either():
    assert suppress_line([3, 0]) == suppress_line([3, 0], k=5)
    assert suppress_line([3, 0]).total is None
    assert suppress_line([3, 0]).counts == (None, 0)


def test_without_few_people_all_is_shown():
    assert suppress_line([30, 0, 12]).counts == (30, 0, 12)
    table = suppress_table([[10, 20], [30, 0]])
    assert table.cells == ((10, 20), (30, 0))
    assert (table.row_totals, table.column_totals, table.total) == ((30, 30), (40, 20), 60)


def test_a_small_cell_hides_three_more_that_close_a_path():
    table = suppress_table([[3, 20, 40], [10, 30, 50], [60, 70, 80]])
    assert table.cells == ((None, None, 40), (None, None, 50), (60, 70, 80))
    assert table.row_totals == (63, 90, 210)


def test_a_subgroup_that_exposes_somebody_takes_the_smallest_safe_one_with_it():
    women, men, unknown = (9, 10), (14, 20), (30, 60)
    assert safe_shares([women, men, unknown]) == [False, False, True]
    assert safe_shares([men, unknown]) == [True, True]
    assert safe_shares([(3, 4), (2, 4)]) == [False, False]


@settings(deadline=None)
@given(st.lists(st.integers(0, 30).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), max_size=5))
def test_what_the_shown_subgroups_leave_over_is_safe_or_nothing_is_shown(shares):
    shown = safe_shares(shares)
    hidden = [share for share, is_shown in zip(shares, shown, strict=True) if not is_shown and share[1]]
    together = sum(part for part, _ in hidden), sum(whole for _, whole in hidden)
    assert not hidden or not any(shown) or (len(hidden) > 1 and share_is_safe(*together))
    assert all(share_is_safe(*share) for share, is_shown in zip(shares, shown, strict=True) if is_shown)


TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.one_of(st.integers(0, 6), st.integers(0, 40)), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def grid_of(table):
    return [[*row, total] for row, total in zip(table.cells, table.row_totals, strict=True)] + [[*table.column_totals, table.total]]


def possible_values(grid):
    """The lowest and highest value of each hidden cell for whoever knows the rest and adds up (linear programme)."""
    height, width = len(grid), len(grid[0])
    hidden = [(r, c) for r in range(height) for c in range(width) if grid[r][c] is None]
    lines = [[(r, c) for c in range(width)] for r in range(height)] + [[(r, c) for r in range(height)] for c in range(width)]
    equations, known = [], []
    for line in lines:
        signs = {spot: 1 for spot in line[:-1]} | {line[-1]: -1}
        equations.append([signs.get(spot, 0) for spot in hidden])
        known.append(-sum(sign * grid[r][c] for (r, c), sign in signs.items() if grid[r][c] is not None))
    for place, spot in enumerate(hidden):
        ends = []
        for sign in (1, -1):
            goal = [0] * len(hidden)
            goal[place] = sign
            ends.append(linprog(goal, A_eq=equations, b_eq=known, bounds=(0, 10_000)).fun * sign)
        yield spot, *ends


@settings(deadline=None, max_examples=60)
@given(TABLES)
def test_nobody_can_reckon_a_hidden_cell_from_what_is_shown(counts):
    for _spot, low, high in possible_values(grid_of(suppress_table(counts))):
        assert high - low >= 1


@settings(deadline=None)
@given(TABLES)
def test_what_is_shown_is_true_never_few_and_what_is_hidden_in_a_line_is_not_few_together(counts):
    table = suppress_table(counts)
    for shown, true in zip(table.cells, counts, strict=True):
        assert all(cell is None or (cell == count and not is_small(cell)) for cell, count in zip(shown, true, strict=True))
    for shown, true, total in zip(table.cells, counts, table.row_totals, strict=True):
        together = sum(count for cell, count in zip(shown, true, strict=True) if cell is None)
        assert total is None or together == 0 or together >= K


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_a_line_hides_none_or_at_least_two_beside_its_total(counts):
    line = suppress_line(counts)
    hidden = [count for count, shown in zip(counts, line.counts, strict=True) if shown is None]
    assert line.total is None or not hidden or (len(hidden) >= 2 and sum(hidden) >= K)
    assert all(count >= K or count == 0 or count in hidden for count in counts)
    assert not is_small(sum(counts)) or line.total is None
