"""Everything together, as an installation runs it."""

import gzip
import os
import shutil
import signal

import pytest

from tests.server.installation import Installation, notes
from tests.server.serving import Phone, ask, until
from tests.server.wall import Listening

FORM = {"Content_Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def server(prepared, tmp_path_factory):
    """One for the tests that leave nothing behind."""
    data = shutil.copytree(prepared, tmp_path_factory.mktemp("served") / "data")
    with Installation(data).serving() as server:
        yield server


def multipart(content: bytes) -> tuple[bytes, str]:
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="foto.jpg"\r\n\r\n'
    return head + content + b"\r\n--edge--\r\n", "multipart/form-data; boundary=edge"


def test_a_page_is_answered_by_django(server):
    assert ask(server.port, "/").content.startswith(b"hello from ")
    assert ask(server.port, "/nothing/").status == 404


def test_an_upload_of_a_signed_in_person_arrives_and_one_of_a_stranger_does_not(server):
    body, kind = multipart(b"x" * 3_000_000)
    cookie = server.sign_in()
    assert ask(server.port, "/photos/upload/", "POST", body, Content_Type=kind, Cookie=cookie).content == b"3000000"
    assert ask(server.port, "/photos/upload/", "POST", body, Content_Type=kind, Cookie="sessionid=made-up").status == 413


def test_an_asset_comes_with_and_without_its_hash(server):
    answer = ask(server.port, "/static/small/style.css")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert ask(server.port, "/static/small/none.css").status == 404


def test_a_film_comes_in_parts(server):
    whole = ask(server.port, "/film/").content
    assert ask(server.port, "/film/", Range="bytes=10-19").content == whole[10:20]


def test_what_a_page_writes_and_tells_is_heard_at_once(server):
    with Listening(server.port, cookie=server.sign_in()) as phone:
        ask(server.port, "/write/", "POST", "text=reservaciones", **FORM)
        assert phone.event()["data"] == {"text": "reservaciones"}
        ask(server.port, "/ring/", "POST", "ends=90", **FORM)
        assert phone.event() == {"event": "timer", "data": {"ends": 90}}


def test_a_stranger_may_not_listen(server):
    assert ask(server.port, "/live/wall/w1").status == 403


def test_health_and_figures_are_told(server):
    assert ask(server.port, "/health").content == b"ok\n"
    said = ask(server.port, "/metrics", Accept_Encoding="gzip")
    text = gzip.decompress(said.content).decode() if said.headers["Content-Encoding"] else said.content.decode()
    assert 'milpa_requests_total{status="200"' in text
    for name in ("listeners", "body_memory_bytes", "body_disk_bytes", "page_thread_waiting", "page_seconds_total"):
        assert f"milpa_{name}{{" in text


def test_the_heavy_libraries_stay_outside_the_web_process(server):
    with open(f"/proc/{server.process.pid}/maps") as maps:
        loaded = maps.read()
    for name in ("weasyprint", "openpyxl", "lxml", "PIL", "numpy"):
        assert name not in loaded


def test_what_a_page_enqueues_is_done_by_a_worker_that_it_starts(installation, tmp_path):
    with installation.serving() as server:
        ask(server.port, "/enqueue/", "POST", f"folder={tmp_path}", **FORM)
        until(lambda: notes(tmp_path) == ["enqueued by a page"])


def test_a_task_left_by_a_power_cut_is_done_after_the_next_start(installation, tmp_path):
    installation.enqueues(f"note.enqueue('{tmp_path}', 'left')")
    installation.sql("""UPDATE django_tasks_database_dbtaskresult SET status = 'RUNNING', worker_ids = '["killed"]'""")
    with installation.serving():
        until(lambda: notes(tmp_path) == ["left"])


def test_what_one_process_writes_is_heard_in_the_other(installation):
    with installation.serving("--processes", "2") as server:
        cookie = server.sign_in()
        phones = [Listening(server.port, cookie=cookie) for _ in range(8)]
        ask(server.port, "/write/", "POST", "text=para todos", **FORM)
        ask(server.port, "/ring/", "POST", "ends=5", **FORM)
        for phone in phones:
            assert {phone.event()["event"], phone.event()["event"]} == {"card", "timer"}
            phone.socket.close()


def test_on_postgresql_notices_reach_both_processes(on_postgresql):
    with on_postgresql.serving("--processes", "2") as server:
        cookie = server.sign_in()
        phones = [Listening(server.port, cookie=cookie) for _ in range(8)]
        ask(server.port, "/write/", "POST", "text=para todos", **FORM)
        ask(server.port, "/ring/", "POST", "ends=5", **FORM)
        for phone in phones:
            assert {phone.event()["event"], phone.event()["event"]} == {"card", "timer"}
            phone.socket.close()
        on_postgresql.sql("INSERT INTO card (text) VALUES ('sin anunciar')")  # as by one who died before announcing
        with Listening(server.port, after=1, cookie=cookie) as late:
            assert late.texts(1) == ["sin anunciar"]


def test_a_killed_server_resumes_its_phones(installation):
    with installation.serving() as server:
        cookie = server.sign_in()
        with Listening(server.port, cookie=cookie) as phone:
            ask(server.port, "/write/", "POST", "text=uno", **FORM)
            last = int(phone.event()["id"])
            os.killpg(server.process.pid, signal.SIGKILL)
            with pytest.raises(ConnectionError):
                phone.event()
    installation.sql("INSERT INTO card (text) VALUES ('dos')")
    with installation.serving() as server, Listening(server.port, after=last, cookie=cookie) as phone:
        assert phone.texts(1) == ["dos"]


def test_a_slow_upload_holds_no_page(server):
    body, kind = multipart(b"x" * 3_000_000)
    with Phone(server.port) as slow:
        slow.says("POST", "/photos/upload/", f"Content-Length: {len(body)}", f"Content-Type: {kind}", f"Cookie: {server.sign_in()}")
        slow.sends(body[:2_000_000])
        assert ask(server.port, "/").status == 200
        slow.sends(body[2_000_000:])
        assert slow.hears_status() == 200
