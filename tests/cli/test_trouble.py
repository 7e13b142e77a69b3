import pytest

from milpa.cli.trouble import Trouble, sentence
from milpa.people.refusals import Refusal


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("MILPA_DATA", str(tmp_path))
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def test_a_trouble_and_a_packages_refusal_say_their_own_sentence(data):
    assert sentence(Trouble("Name an empty directory.")) == "Name an empty directory."
    assert sentence(Refusal()) == str(Refusal())
    assert [*data.iterdir()] == []


def test_a_file_that_cannot_be_written_is_named_with_the_systems_reason(data):
    said = sentence(PermissionError(13, "Permission denied", "/mnt/backup.tar.gz"))
    assert said == "/mnt/backup.tar.gz: Permission denied. Mend that and run the command again."


def test_what_nobody_foresaw_is_one_line_and_its_trace_is_kept(data):
    said = sentence(ZeroDivisionError("division\nby zero"))
    assert said == f"division by zero. If you cannot tell why, send the end of {data}/trouble.log to whoever helps you."
    assert "ZeroDivisionError: division" in (data / "trouble.log").read_text()


def test_the_command_ends_with_one_line_and_no_trace(milpa, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "milpa.sqlite3").write_bytes(b"no database " * 500)
    done = milpa("check")
    assert done.returncode == 1
    assert done.stderr.startswith("milpa: file is not a database.")
    assert done.stderr.count("\n") == 1


def test_a_verb_that_does_not_exist_is_answered_with_those_that_do(milpa):
    done = milpa("bakcup")
    assert done.returncode == 2
    assert "backup" in done.stderr
