import pytest

from milpa.records.rules.uuids import uuid
from tests.records.rules.refusing import takes

RIGHT = "5f1d7a24-0000-4000-8000-00000000abcd"


@pytest.mark.parametrize("value", [RIGHT, RIGHT.upper(), "00000000-0000-0000-0000-000000000000"])
def test_uuids_in_either_case(value: str) -> None:
    assert takes(uuid, value)


@pytest.mark.parametrize(
    "value", ["", RIGHT + "0", RIGHT[:-1], RIGHT.replace("-", ""), "{" + RIGHT + "}", "urn:uuid:" + RIGHT, RIGHT + "\n", 5]
)
def test_what_is_no_uuid(value: object) -> None:
    assert not takes(uuid, value)
