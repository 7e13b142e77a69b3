import socket
import sys

import pytest

from milpa.cli import run
from milpa.cli.trouble import Trouble
from milpa.ledger import clock


def test_a_server_answers_and_leaves_when_it_is_asked_to(served):
    site = served()
    assert site.answers("/health")
    site.stop()
    assert not site.answers("/health")


def test_after_a_kill_it_starts_again_on_the_same_data(served):
    from milpa.people.models import Institution
    from tests.world import institution

    site = served(lambda: institution("Instituto Ejemplo", "vti"))
    site.kill()
    site.start()
    assert site.answers("/health")
    assert Institution.objects.get().name == site.seeded.name


def test_a_port_in_use_is_told_with_what_to_do(milpa):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = milpa("run", "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port} of 127.0.0.1 cannot be had (Address already in use). Name another: --port 8001" in done.stderr


@pytest.fixture
def doubtful(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(clock, "doubt", lambda: "It is 1970 here.")


def test_a_doubtful_date_stops_a_start_that_nobody_watches(doubtful, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(Trouble, match=r"It is 1970 here\. Set the date, or run again with --date-is-right\."):
        run.confirm_date()


@pytest.mark.parametrize("word, goes_on", [("yes", True), ("Sí", True), ("no", False), ("", False)])
def test_a_person_confirms_a_doubtful_date_or_it_does_not_start(doubtful, monkeypatch, word, goes_on):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: word)
    if goes_on:
        run.confirm_date()
    else:
        with pytest.raises(Trouble, match="Set this machine's date"):
            run.confirm_date()


def test_a_date_without_doubt_asks_nothing(monkeypatch):
    monkeypatch.setattr(clock, "doubt", lambda: None)
    monkeypatch.setattr("builtins.input", lambda _question: pytest.fail("asked"))
    run.confirm_date()
