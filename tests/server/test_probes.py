"""What watches the server."""

import threading
from collections import Counter

import pytest
from django.db import OperationalError

from milpa.server.figures import Figures, text
from milpa.server.probes import Health, Metrics, is_loopback
from milpa.server.router import Router
from milpa.server.threads import DatabaseThread
from tests.server.serving import ask, running


@pytest.fixture
def thread():
    thread = DatabaseThread("test")
    yield thread
    thread.close()


def broken():
    raise OperationalError("no database")


def test_health_is_well_while_the_database_answers(thread):
    with running(Router({"/health": Health(thread, lambda: None)}, None)) as port:
        assert (ask(port, "/health").status, ask(port, "/health").content) == (200, b"ok\n")


def test_health_is_bad_where_the_database_fails(thread):
    with running(Router({"/health": Health(thread, broken)}, None)) as port:
        assert ask(port, "/health").status == 503


def test_health_is_bad_where_the_database_does_not_answer_in_time(thread):
    hangs = threading.Event()
    with running(Router({"/health": Health(thread, lambda: hangs.wait(10), patience=0.1)}, None)) as port:
        assert ask(port, "/health").status == 503
        hangs.set()


def test_figures_are_for_this_machine_only():
    with running(Router({"/metrics": Metrics(Figures(Counter({200: 3})), lambda: {"listeners": 7})}, None)) as port:
        said = ask(port, "/metrics").content.decode()
        assert "milpa_listeners{" in said and '_total{status="200",pid="' in said
        assert ask(port, "/metrics", X_Forwarded_For="10.0.0.7").status == 404


@pytest.mark.parametrize("address, expected", [("127.0.0.1", True), ("::1", True), ("10.0.0.7", False), ("192.168.43.1", False)])
def test_only_loopback_addresses_are_this_machine(address, expected):
    assert is_loopback({"client": (address, 5000), "headers": []}) is expected


def test_a_figure_is_a_line_that_prometheus_reads():
    lines = text({"listeners": 7, "page_seconds_total": 0.25}, Counter({200: 2, 413: 1})).splitlines()
    assert [line.split("{")[0] + " " + line.split()[-1] for line in lines] == [
        "milpa_requests_total 2",
        "milpa_requests_total 1",
        "milpa_listeners 7",
        "milpa_page_seconds_total 0.25",
    ]
