from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.times import instant, moment_of, said
from tests.records.rules.refusing import takes

TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
both = pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])


@both
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T10:00:00Z", TEN),
        ("2026-11-24t10:00:00z", TEN),
        ("2026-11-24 10:00:00Z", TEN),
        ("2026-11-24T04:00:00-06:00", TEN),
        ("2026-11-24T15:45:00+05:45", TEN),
        ("2026-11-24T10:00:00+00:00", TEN),
        ("2026-11-24T10:00:00.123Z", TEN.replace(microsecond=123_000)),
        ("2026-11-24T10:00:00.123456789Z", TEN.replace(microsecond=123_456)),
        ("2026-12-31T23:59:60Z", datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_moments_that_both_versions_take(version: Version, text: str, moment: datetime) -> None:
    assert instant(text, version) == moment
    assert instant(text, version).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    ["2026-11-24T10:00:00", "2026-11-24T10:00", "2026-11-24T10:00Z", "2026-11-24T04:00:00-06", "2026-11-24T04:00:00-0600",
    "20261124T100000Z",
     "20261124T1000", "20261124T040000-0600", "2026-11-24T10:00:00,0Z"],
)  # fmt: skip
def test_iso_8601_that_only_1_0_3_takes(text: str) -> None:
    assert instant(text, "1.0.3") == TEN
    assert not takes(moment_of("2.0.0"), text)


@both
@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-11-24", "10:00:00Z", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T25:00:00Z",
    "2026-11-24T10:60:00Z",
     "2026-11-24T10:00:61Z", "2026-11-24T10:00:00-00:00", "2026-11-24T10:00:00-0000", "2026-11-24T10:00:00-00", "2026-11-24T10:00:00+24:00",
     "2026-11-24T10:00:00+05:60", "2026-11-24T10:00:00.Z", "2026-11-24T10:00:00Z ", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00",
     "2026-11-24T10:00:00." + "1" * 200 + "Z", "٢٠٢٦-11-24T10:00:00Z", 1700000000, None],
)  # fmt: skip
def test_what_no_version_takes(version: Version, text: object) -> None:
    assert not takes(moment_of(version), text)


@given(
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)),
    st.integers(-1439, 1439).filter(bool),
)
def test_a_moment_in_any_zone_is_read_as_it_was_said(naive: datetime, minutes: int) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert instant(moment.isoformat(timespec="microseconds"), "2.0.0") == moment


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_the_store_writes_it_reads(moment: datetime) -> None:
    assert instant(said(moment), "2.0.0") == moment
    assert said(moment).endswith("Z")


def test_a_refused_moment_has_no_path_of_its_own() -> None:
    with pytest.raises(Malformed) as refused:
        instant("yesterday", "1.0.3")
    assert refused.value.path == ""
