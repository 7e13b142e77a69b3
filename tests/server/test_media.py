"""Files in whole and in part, as browsers ask for audio and video."""

import os
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.server.media import Part, asked_range, wanted
from tests.server.serving import Phone, ask, running, site

CONTENT = bytes(range(256)) * 1000


@pytest.fixture
def port(tmp_path):
    path = tmp_path / "lesson.mp3"
    path.write_bytes(CONTENT)

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "audio/mpeg"), ("X-Milpa-File", str(path))])
        return [b""]

    with running(site(application, tmp_path)) as port:
        yield port


def test_the_whole_file_says_that_parts_may_be_asked_for(port):
    answer = ask(port, "/")
    assert (answer.status, answer.content, answer.headers["Accept-Ranges"]) == (200, CONTENT, "bytes")
    assert answer.headers["Content-Length"] == "256000"


@pytest.mark.parametrize(
    "asked, start, end",
    [("bytes=0-99", 0, 100), ("bytes=1000-", 1000, 256_000), ("bytes=-10", 255_990, 256_000), ("bytes=255999-9999999", 255_999, 256_000)],
)
def test_a_part_is_sent_as_a_part(port, asked, start, end):
    answer = ask(port, "/", Range=asked)
    assert (answer.status, answer.content) == (206, CONTENT[start:end])
    assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/256000"


def test_a_part_beyond_the_end_is_refused_with_the_size(port):
    answer = ask(port, "/", Range="bytes=256000-")
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */256000")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=-", "bytes=9-5", "lines=1-2", "nonsense"])
def test_what_is_not_one_range_gets_the_whole(port, asked):
    assert ask(port, "/", Range=asked).content == CONTENT


def test_a_part_of_another_version_gets_the_whole(port):
    first = ask(port, "/")
    tag, changed = first.headers["ETag"], first.headers["Last-Modified"]
    assert ask(port, "/", Range="bytes=0-1", If_Range=tag).status == 206
    assert ask(port, "/", Range="bytes=0-1", If_Range=changed).status == 206
    assert ask(port, "/", Range="bytes=0-1", If_Range='"older"').status == 200
    assert ask(port, "/", Range="bytes=0-1", If_Range=formatdate(0, usegmt=True)).status == 200


def test_what_the_browser_holds_is_not_sent_again(port):
    tag = ask(port, "/").headers["ETag"]
    again = ask(port, "/", If_None_Match=f'"other", W/{tag}')
    assert (again.status, again.content) == (304, b"")


def test_the_head_of_a_file_comes_without_its_body(port):
    with Phone(port) as phone:
        phone.says("HEAD", "/", "Connection: close")
        heard = phone.hears_all()
    assert b"content-length: 256000" in heard and heard.endswith(b"\r\n\r\n")


@given(st.integers(1, 1000), st.integers(0, 1200), st.integers(0, 1200))
def test_a_range_never_leaves_the_file(size, first, last):
    for text in (f"bytes={first}-{last}", f"bytes={first}-", f"bytes=-{last}"):
        found = asked_range(text, size)
        if found and found[1] > 0:
            assert 0 <= found[0] < size and found[0] + found[1] <= size


def test_an_empty_file_is_an_empty_answer(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    part = Part.of_path(path)
    assert wanted({"headers": []}, [], part).length == 0
    assert wanted({"headers": [(b"range", b"bytes=0-")]}, [], part).status == 416
    part.close()


def test_a_pipe_is_no_file_to_send(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(IsADirectoryError):
        Part.of_path(tmp_path / "pipe")
