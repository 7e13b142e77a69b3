"""RFC 9110, 13.1.1 and 13.1.2; xAPI 1.0.3, part 3, 3.1; IEEE 9274.1.1, 4.1.4."""

import pytest

from milpa.records.documents.preconditions import Preconditions
from milpa.records.documents.refusals import DocumentMovedOn, DocumentStands
from milpa.records.documents.shelves import ACTIVITY_PROFILE, AGENT_PROFILE, STATE
from milpa.records.rules.problems import Malformed

TAG, OTHER = "a" * 40, "b" * 40

HOLDS = [
    (f'"{TAG}"', None, TAG),
    (f'"{OTHER}", "{TAG}"', None, TAG),
    (TAG, None, TAG),  # without quotes, as TinCanJS sends it
    ("*", None, TAG),
    (None, "*", None),
    (None, f'"{OTHER}"', TAG),
    (None, f'"{TAG}"', None),
    (None, None, TAG),
    (None, None, None),
]
FAILS = [
    (f'"{OTHER}"', None, TAG),
    (f'W/"{TAG}"', None, TAG),  # a weak tag is never good enough to overwrite
    ("", None, TAG),
    ('"1234"', None, TAG),
    (f'"{TAG}"', None, None),
    ("*", None, None),
    (None, "*", TAG),
    (None, f'W/"{TAG}"', TAG),
    (None, f'"{OTHER}" , "{TAG}"', TAG),
    (f'"{TAG}"', "*", TAG),
    (f'"{TAG}', "*", TAG),
]


@pytest.mark.parametrize(("if_match", "if_none_match", "etag"), HOLDS)
def test_what_the_caller_believes_is_so(if_match, if_none_match, etag):
    assert Preconditions(if_match, if_none_match).refuse(etag) is None


@pytest.mark.parametrize(("if_match", "if_none_match", "etag"), FAILS)
def test_what_the_caller_believes_is_not_so(if_match, if_none_match, etag):
    with pytest.raises(DocumentMovedOn):
        Preconditions(if_match, if_none_match).refuse(etag)


@pytest.mark.parametrize(
    ("kind", "version", "etag", "refusal"),
    [
        (STATE, "1.0.3", None, None),
        (STATE, "1.0.3", TAG, None),
        (STATE, "2.0.0", None, None),
        (STATE, "2.0.0", TAG, DocumentStands),
        (AGENT_PROFILE, "1.0.3", None, Malformed),
        (AGENT_PROFILE, "1.0.3", TAG, DocumentStands),
        (AGENT_PROFILE, "2.0.0", None, None),
        (AGENT_PROFILE, "2.0.0", TAG, DocumentStands),
        (ACTIVITY_PROFILE, "1.0.3", None, Malformed),
        (ACTIVITY_PROFILE, "1.0.3", TAG, DocumentStands),
        (ACTIVITY_PROFILE, "2.0.0", None, None),
        (ACTIVITY_PROFILE, "2.0.0", TAG, DocumentStands),
    ],
)
def test_put_without_a_header_is_taken_where_its_version_takes_it(kind, version, etag, refusal):
    if refusal is None:
        assert Preconditions().refuse_put(etag, kind, version) is None
    else:
        with pytest.raises(refusal):
            Preconditions().refuse_put(etag, kind, version)


@pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])
@pytest.mark.parametrize("kind", [STATE, AGENT_PROFILE])
def test_put_with_a_header_is_held_to_it_in_every_version(kind, version):
    assert Preconditions(if_match=f'"{TAG}"').refuse_put(TAG, kind, version) is None
    with pytest.raises(DocumentMovedOn):
        Preconditions(if_none_match="*").refuse_put(TAG, kind, version)
