import json
import os
import time
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from milpa.cli import backup, demo
from milpa.cli.trouble import Trouble
from tests.cli.conftest import cards


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LANGUAGE", "en")
    for name in ("MILPA_DATABASE", "MILPA_RECORDS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache" / "milpa"


@pytest.fixture
def played(data, monkeypatch) -> list[Path]:
    """A story of a few cards in place of the long one. Holds the file of each time that it was played."""
    times: list[Path] = []
    (data / demo.MARK).write_text(json.dumps({"played": datetime.now(UTC).date().isoformat()}))

    def play(ready: Path) -> None:
        times.append(ready)
        backup.write(data, ready)

    monkeypatch.setattr(demo, "_play_beside", play)
    return times


@pytest.fixture
def empty(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "empty"
    place.mkdir()
    monkeypatch.setenv("MILPA_DATA", str(place))
    return place


def asked(anew: bool = False) -> Namespace:
    return Namespace(anew=anew, play_into=None)


def test_the_first_load_plays_the_story_and_the_next_takes_the_ready_made_file(played, empty, tmp_path):
    demo.load(empty)
    assert cards(empty / "milpa.sqlite3") == 500
    other = tmp_path / "other"
    other.mkdir()
    demo.load(other)
    assert cards(other / "milpa.sqlite3") == 500
    assert len(played) == 1


def test_a_ready_made_file_of_eight_days_ago_is_played_again(played):
    ready = demo.ready_made()
    long_ago = time.time() - 8 * 24 * 3600
    os.utime(ready, (long_ago, long_ago))
    demo.ready_made()
    assert len(played) == 2


def test_a_ready_made_file_of_other_code_is_not_taken_and_stays_for_that_code(played, cache, monkeypatch):
    first = demo.ready_made()
    monkeypatch.setattr(demo, "digest", lambda: "othercode")
    assert demo.ready_made() == cache / "demo-othercode.tar.gz"
    assert first.exists()


def test_anew_plays_it_again_and_replaces_a_demonstration(played, empty):
    demo.demo(asked())
    (empty / "files" / "added by a visitor").write_text("x")
    demo.demo(asked(anew=True))
    assert not (empty / "files" / "added by a visitor").exists()
    assert len(played) == 2


def test_a_directory_with_real_data_is_never_replaced(played, empty):
    (empty / "milpa.sqlite3").write_text("a real institution's")
    with pytest.raises(Trouble, match="is not empty"):
        demo.demo(asked(anew=True))
    assert (empty / "milpa.sqlite3").read_text() == "a real institution's"


def test_a_demonstration_that_is_there_is_not_replaced_unasked(played, empty):
    demo.demo(asked())
    with pytest.raises(Trouble, match="is not empty"):
        demo.demo(asked())


def test_it_is_not_loaded_beside_a_postgresql(played, empty, monkeypatch):
    monkeypatch.setenv("MILPA_DATABASE", "postgresql://milpa@db/milpa")
    with pytest.raises(Trouble, match="lives in SQLite"):
        demo.load(empty)


def test_its_age_is_counted_in_days(empty):
    eight_days_ago = datetime.now(UTC).date() - timedelta(days=8)
    (empty / demo.MARK).write_text(json.dumps({"played": eight_days_ago.isoformat()}))
    assert demo.age(empty) == 8


def test_a_story_that_stopped_says_so_and_leaves_no_file(empty, cache, monkeypatch):
    monkeypatch.setattr(demo.sys, "executable", "/bin/false")
    with pytest.raises(Trouble, match="could not be played"):
        demo.load(empty)
    assert [path.name for path in cache.iterdir()] == ["lock"]
