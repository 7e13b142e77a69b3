import gzip
import io
import json
import tarfile
from pathlib import Path

import psycopg
import pytest

from milpa.cli import backup, restore
from milpa.cli.trouble import Trouble
from tests.cli.conftest import cards


@pytest.fixture
def monday(data, tmp_path) -> Path:
    path = tmp_path / "monday.tar.gz"
    backup.write(data, path)
    return path


@pytest.fixture
def empty(tmp_path) -> Path:
    place = tmp_path / "empty"
    place.mkdir()
    return place


def rewritten(archive: Path, change) -> Path:
    """The archive with its members as `change` leaves them."""
    with tarfile.open(archive) as tar:
        members = {member.name: tar.extractfile(member).read() for member in tar}
    change(members)
    other = archive.with_name("other.tar.gz")
    with tarfile.open(other, "w:gz") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return other


def test_what_was_backed_up_is_there_again(monday, empty):
    restore.read(monday, empty)
    assert cards(empty / "milpa.sqlite3") == cards(empty / "records.sqlite3") == 500
    assert (empty / "files" / "ab" / "photo.webp").read_bytes() == b"picture" * 1000
    assert (empty / "secret_key").read_text() == "kept"
    assert sorted(path.name for path in empty.iterdir()) == ["files", "milpa.sqlite3", "records.sqlite3", "secret_key"]


def test_a_directory_that_holds_anything_is_not_touched(monday, data):
    with pytest.raises(Trouble, match="is not empty"):
        restore.read(monday, data)
    assert cards(data / "milpa.sqlite3") == 500


def change_a_byte(members):
    members["files/ab/photo.webp"] = b"Picture" + members["files/ab/photo.webp"][7:]


def leave_one_out(members):
    del members["records.sqlite3"]


def add_one(members):
    members["files/ab/other.webp"] = b"x"


def lose_the_list(members):
    del members["manifest.json"]


def come_from_tomorrow(members):
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | {"version": 99}).encode()


@pytest.mark.parametrize(
    "change, said",
    [
        (change_a_byte, "photo.webp is not what was backed up"),
        (leave_one_out, "records.sqlite3 is not what was backed up"),
        (add_one, "other.webp is not what was backed up"),
        (lose_the_list, "was not finished"),
        (come_from_tomorrow, "was made by a newer Milpa"),
    ],
)
def test_a_backup_that_is_not_whole_puts_nothing_in_place(monday, empty, change, said):
    with pytest.raises(Trouble, match=said):
        restore.read(rewritten(monday, change), empty)
    assert [*empty.iterdir()] == []


@pytest.mark.parametrize("name", ["../outside", "/outside", "files/../../outside"])
def test_a_name_that_leads_out_of_the_directory_is_refused(monday, empty, name):
    with pytest.raises(Trouble, match="no backup of Milpa"):
        restore.read(rewritten(monday, lambda members: members.update({name: b"x"})), empty)
    assert not (empty.parent / "outside").exists()


def test_a_backup_cut_short_is_told(monday, empty):
    monday.write_bytes(monday.read_bytes()[:-2000])
    with pytest.raises(Trouble, match="cut short"):
        restore.read(monday, empty)
    assert [*empty.iterdir()] == []


def test_a_file_that_is_no_backup_is_told_in_one_line(milpa, tmp_path):
    (tmp_path / "song.mp3").write_bytes(gzip.compress(b"la la la"))
    done = milpa("restore", "song.mp3")
    assert (done.returncode, done.stderr.count("\n")) == (1, 2)  # the bar's first line, and this
    assert "song.mp3 is cut short or no backup of Milpa" in done.stderr


def test_a_postgresql_comes_back_in_an_empty_one_and_only_there(postgresql, milpa, tmp_path):
    with psycopg.connect(postgresql["MILPA_DATABASE"]) as connection:
        connection.execute("CREATE TABLE card (text text)")
        connection.execute("INSERT INTO card SELECT 'card ' || number FROM generate_series(1, 300) number")
    (tmp_path / "data").mkdir()
    assert milpa("backup", "monday.tar.gz", **postgresql).returncode == 0
    refused = milpa("restore", "monday.tar.gz", **{**postgresql, "MILPA_DATA": str(tmp_path / "again")})
    assert refused.returncode == 1
    assert "The database milpa is not empty. Name an empty one." in refused.stderr
    with psycopg.connect(postgresql["MILPA_DATABASE"]) as connection:
        connection.execute("DROP TABLE card")
    restored = milpa("restore", "monday.tar.gz", **{**postgresql, "MILPA_DATA": str(tmp_path / "again")})
    assert restored.returncode == 0, restored.stderr
    with psycopg.connect(postgresql["MILPA_DATABASE"]) as connection:
        assert connection.execute("SELECT count(*) FROM card").fetchone() == (300,)
        connection.execute("DROP TABLE card")


def test_a_backup_of_sqlite_is_not_forced_into_a_postgresql(postgresql, monday, milpa, tmp_path):
    done = milpa("restore", str(monday), **{**postgresql, "MILPA_DATA": str(tmp_path / "again")})
    assert done.returncode == 1
    assert "This backup is of SQLite, but MILPA_RECORDS names a PostgreSQL." in done.stderr
