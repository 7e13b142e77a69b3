import sqlite3
import tarfile
import threading

import pytest

from milpa.cli import backup
from milpa.cli.trouble import Trouble


def names(path) -> list[str]:
    with tarfile.open(path) as tar:
        return tar.getnames()


def test_records_go_first_then_the_main_database_then_the_files_then_the_list(data, tmp_path):
    backup.write(data, tmp_path / "monday.tar.gz")
    assert names(tmp_path / "monday.tar.gz") == ["records.sqlite3", "milpa.sqlite3", "secret_key", "files/ab/photo.webp", "manifest.json"]


def test_locks_logs_and_write_ahead_files_stay_behind(data, tmp_path):
    for name in ("worker.lock", "trouble.log", "milpa.sqlite3-wal.bak"):
        (data / name).write_text("x")
    backup.write(data, tmp_path / "monday.tar.gz")
    assert len(names(tmp_path / "monday.tar.gz")) == 5


def test_a_backup_taken_while_someone_writes_holds_one_moment(data, tmp_path):
    """Each writer's transaction adds two rows: a copy with an odd number would be of two moments."""
    stop = threading.Event()

    def write() -> None:
        connection = sqlite3.connect(data / "milpa.sqlite3", isolation_level=None, timeout=20)
        while not stop.is_set():
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO card VALUES (?)", [("one",), ("two",)])
            connection.execute("COMMIT")
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup.write(data, tmp_path / f"{number}.tar.gz")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with tarfile.open(tmp_path / f"{number}.tar.gz") as tar:
            (tmp_path / "milpa.sqlite3").write_bytes(tar.extractfile("milpa.sqlite3").read())
        with sqlite3.connect(tmp_path / "milpa.sqlite3") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) % 2 FROM card").fetchone() == (0,)


def test_a_backup_overwrites_nothing(data, tmp_path):
    (tmp_path / "monday.tar.gz").write_text("the one of last week")
    with pytest.raises(Trouble, match="exists already"):
        backup.write(data, tmp_path / "monday.tar.gz")
    assert (tmp_path / "monday.tar.gz").read_text() == "the one of last week"


def test_a_backup_that_could_not_be_finished_leaves_no_file(data, tmp_path):
    (data / "records.sqlite3").write_bytes(b"not a database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        backup.write(data, tmp_path / "monday.tar.gz")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_only_its_owner_may_read_a_backup(data, tmp_path):
    backup.write(data, tmp_path / "monday.tar.gz")
    assert (tmp_path / "monday.tar.gz").stat().st_mode & 0o777 == 0o600


def test_a_directory_without_databases_is_told_in_one_line(milpa, tmp_path):
    done = milpa("backup", "monday.tar.gz")
    assert done.returncode == 1
    assert done.stderr.startswith(f"milpa: {tmp_path}/data/records.sqlite3 is not there: nothing to back up.")
    assert not (tmp_path / "monday.tar.gz").exists()
