import pytest

from milpa.records.rules.problems import Unsupported, Version
from milpa.records.rules.versions import negotiated, version_of
from tests.records.rules.refusing import takes


@pytest.mark.parametrize(
    ("header", "version"),
    [
        ("1.0.3", "1.0.3"),
        ("1.0", "1.0.3"),
        ("1.0.0", "1.0.3"),
        ("1.0.9", "1.0.3"),
        ("2.0.0", "2.0.0"),
        ("2.0", "2.0.0"),
        (" 2.0.1 ", "2.0.0"),
    ],
)
def test_the_version_in_which_a_request_is_answered(header: str, version: Version) -> None:
    assert negotiated(header) == version


@pytest.mark.parametrize("header", ["", "0.9", "0.95", "1.1.0", "1", "2", "2.1.0", "3.0.0", "1.0.3.1", "1.0.x", "bad", "1.0.3, 2.0.0"])
def test_versions_that_are_not_spoken(header: str) -> None:
    with pytest.raises(Unsupported) as refused:
        negotiated(header)
    assert refused.value.path == "X-Experience-API-Version"


def test_a_statement_says_a_version_that_its_request_knows() -> None:
    assert all(takes(version_of("1.0.3"), said) for said in ("1.0", "1.0.0", "1.0.9"))
    assert all(takes(version_of("2.0.0"), said) for said in ("1.0.0", "1.0.3", "2.0.0", "2.0.1"))
    assert not any(takes(version_of("1.0.3"), said) for said in ("2.0.0", "0.9.9", "1.1.0", "should fail", "", 1.0, None))
    assert not any(takes(version_of("2.0.0"), said) for said in ("0.9.9", "1.1.0", "2.1.0", "", 2, None))
