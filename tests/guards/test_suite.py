from xml.etree import ElementTree

import pytest
from scripts.suite import closing, count


@pytest.mark.parametrize(
    "numbers, line",
    [
        ({"tests": 7, "failures": 0, "errors": 0, "skipped": 0}, "7 passed, 0 failed"),
        ({"tests": 7, "failures": 1, "errors": 2, "skipped": 1}, "3 passed, 3 failed, 1 skipped"),
        ({"tests": 0, "failures": 0, "errors": 0, "skipped": 0}, "0 passed, 0 failed"),
    ],
)
def test_the_closing_line_adds_up_what_pytest_reported(numbers, line):
    attributes = " ".join(f'{name}="{number}"' for name, number in numbers.items())
    assert closing(count(ElementTree.fromstring(f"<testsuites><testsuite {attributes}/></testsuites>"))) == line
