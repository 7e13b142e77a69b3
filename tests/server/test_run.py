"""Starting and ending real server processes."""

import os
import signal

import pytest

from milpa.server.run import bound
from tests.server.serving import PATIENCE, Phone, ask, until
from tests.server.wall import Listening


def test_sigterm_ends_streams_at_once_and_the_process_cleanly(installation):
    with installation.serving() as server, Listening(server.port, cookie=server.sign_in()) as phone:
        assert phone.status == 200
        os.kill(server.process.pid, signal.SIGTERM)
        with pytest.raises(ConnectionError, match="the stream ended"):
            phone.event()
        assert server.process.wait(PATIENCE) == 0


def test_a_page_under_way_is_answered_before_the_process_ends(installation):
    with installation.serving() as server, Phone(server.port) as slow:
        slow.says("POST", "/write/", "Content-Length: 8", "Content-Type: application/x-www-form-urlencoded", body=b"text=")
        ask(server.port, "/health")  # by now its head was read
        os.kill(server.process.pid, signal.SIGTERM)
        slow.sends(b"uno")
        assert slow.hears_status() == 200
        assert server.process.wait(PATIENCE) == 0
    assert installation.sql("SELECT text FROM card") == [("uno",)]


def test_two_processes_share_a_port_and_a_dead_one_is_started_again(installation):
    def process_that_answers():
        return int(ask(server.port, "/").content.split()[-1])

    def processes():
        return {process_that_answers() for _ in range(20)}

    with installation.serving("--processes", "2") as server:
        until(lambda: len(processes()) == 2)
        killed = process_that_answers()
        os.kill(killed, signal.SIGKILL)
        until(lambda: answering(processes, killed))
        os.kill(server.process.pid, signal.SIGTERM)
        assert server.process.wait(PATIENCE) == 0


def answering(processes, without):
    """Whether two answer and the killed one is not among them."""
    try:
        found = processes()
    except ConnectionError:  # it died with a request of ours in its hands
        return False
    return len(found) == 2 and without not in found


def test_a_killed_supervisor_leaves_no_process_behind(installation):
    with installation.serving("--processes", "2") as server:
        os.kill(server.process.pid, signal.SIGKILL)
        until(lambda: is_free(server.port))


def is_free(port):
    """Whether nobody answers there any more."""
    try:
        bound("127.0.0.1", port).close()
    except OSError:
        return False
    return True


def test_processes_that_cannot_start_end_the_supervisor(installation, monkeypatch):
    monkeypatch.setitem(installation.environment, "DJANGO_SETTINGS_MODULE", "no.such.settings")
    assert installation.starts("-m", "milpa.server.run", "127.0.0.1", "0", "--processes", "2").wait(PATIENCE) == 1
