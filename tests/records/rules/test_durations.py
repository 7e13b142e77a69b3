import pytest

from milpa.records.rules.durations import duration, hundredths
from tests.records.rules.refusing import takes


@pytest.mark.parametrize(
    "value",
    [
        "P3Y1M29DT4H35M59.14S",
        "PT16559.14S",
        "P3Y",
        "P4W",
        "P1.5W",
        "PT0S",
        "PT1M",
        "P1M",
        "PT1.5H",
        "PT0,5S",
        "P0.5Y",
        "P1YT1S",
        "P1DT12H36M0.12567S",
    ],
)
def test_durations_of_iso_8601(value: str) -> None:
    assert takes(duration, value)


@pytest.mark.parametrize(
    "value",
    ["", "P", "PT", "P1DT", "P4W1D", "P1Y4W", "PA1H", "P1H", "PT1D", "PT1.5H3M", "P1.5DT1S", "P1S", "1D", "-P1D", "P-1D", "PT1S ",
    "pt1s", "PT.5S",
     "PT1.S", "P0001-01-01T00:00:00", "PT" + "1" * 300 + "S", 60, None],
)  # fmt: skip
def test_what_is_no_duration(value: object) -> None:
    assert not takes(duration, value)


@pytest.mark.parametrize(
    ("said", "compared"),
    [
        ("PT0.1237S", "PT0.12S"),
        ("PT0.129S", "PT0.12S"),
        ("PT0,129S", "PT0.12S"),
        ("PT0.1S", "PT0.1S"),
        ("PT0.10S", "PT0.1S"),
        ("PT5.001S", "PT5S"),
        ("PT1.5H", "PT1.5H"),
        ("P4W", "P4W"),
    ],
)
def test_what_is_finer_than_a_hundredth_is_cut_off_and_never_rounded(said: str, compared: str) -> None:
    assert hundredths(said) == compared
