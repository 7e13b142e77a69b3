import pytest
from scripts.guards import sizes


def lines(count: int) -> str:
    return "\n".join(f"x{number} = {number}" for number in range(count)) + "\n"


def function(count: int, head: str = "def counted():") -> str:
    return f"{head}\n" + "    pass\n" * (count - 1)


@pytest.mark.parametrize(
    "name, limit",
    [
        ("src/milpa/guide/reads.py", 300),
        ("src/milpa/web/static/web/outbox.js", 200),
        ("scripts/environment", 200),
        ("src/milpa/guide/templates/guide/edition.html", 150),
    ],
)
def test_a_file_may_reach_its_limit_and_not_a_line_more(project, name, limit):
    assert [*sizes.problems(project({name: lines(limit)}))] == []
    (found,) = sizes.problems(project({name: lines(limit + 1)}))
    assert found.startswith(f"{name}: {limit + 1} lines")


@pytest.mark.parametrize(
    "name", ["src/milpa/guide/migrations/0002_all.py", "src/milpa/web/static/web/vendor/htmx.js", "tests/test_long.py"]
)
def test_migrations_vendored_scripts_and_tests_may_be_long(project, name):
    assert [*sizes.problems(project({name: lines(900)}))] == []


def test_a_first_line_that_says_why_is_enough(project):
    text = '"""The map, long because every department is a row."""\n' + lines(400)
    assert [*sizes.problems(project({"src/milpa/web/maps.py": text}))] == []


def test_a_reason_further_down_is_not_read(project):
    assert len([*sizes.problems(project({"src/milpa/web/maps.py": lines(300) + "# long because reasons\n"}))]) == 1


def test_a_function_of_forty_lines_passes_and_one_of_forty_one_does_not(project):
    assert [*sizes.problems(project({"src/milpa/guide/loading.py": function(40)}))] == []
    (found,) = sizes.problems(project({"src/milpa/guide/loading.py": function(41)}))
    assert found == "src/milpa/guide/loading.py:1: counted has 41 lines, function 40"


def test_a_view_has_twenty_five_lines_and_what_it_calls_beside_it_forty(project):
    view = function(26, "def show(request, number):")
    (found,) = sizes.problems(project({"src/milpa/guide/views/pages.py": view}))
    assert found == "src/milpa/guide/views/pages.py:1: show has 26 lines, view 25"
    assert [*sizes.problems(project({"src/milpa/guide/views/pages.py": function(26)}))] == []


def test_a_function_says_why_on_its_own_line(project):
    text = function(60, "def table():  # long because it is one table")
    assert [*sizes.problems(project({"src/milpa/guide/loading.py": text}))] == []
