import pytest

from milpa.records.rules.actors import key, keys, members

ROSA = {"mbox": "mailto:rosa@example.org"}
TOMAS = {"account": {"homePage": "https://example.org", "name": "tomás"}}


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        ({**ROSA, "name": "Rosa"}, "mbox:mailto:rosa@example.org"),
        (TOMAS, "account:https://example.org|tomás"),
        ({"openid": "https://lidia.example/"}, "openid:https://lidia.example/"),
        ({"mbox_sha1sum": "AB" * 20}, "mbox_sha1sum:" + "ab" * 20),
        ({"objectType": "Group", "member": [ROSA]}, None),
    ],
)
def test_one_key_for_each_way_to_be_named(agent: dict[str, object], told: str | None) -> None:
    assert key(agent) == told


def test_a_nul_in_an_account_reaches_no_database() -> None:
    assert "\0" not in (key({"account": {"homePage": "https://example.org", "name": "a\0b"}}) or "")


def test_a_group_has_its_own_key_and_those_of_its_members() -> None:
    group = {"objectType": "Group", "member": [ROSA, TOMAS], "mbox": "mailto:we@example.org"}
    assert list(keys(group)) == ["mbox:mailto:we@example.org", "mbox:mailto:rosa@example.org", "account:https://example.org|tomás"]
    assert list(keys(None)) == []
    assert members(ROSA) == []
