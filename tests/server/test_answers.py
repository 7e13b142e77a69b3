"""Text goes out compressed to who can read it, everything else as it is."""

import gzip

import pytest

from tests.server.serving import Phone, ask, running, site

PAGE = ("<p>Capacitación en TIC para hoteles pequeños</p>" * 100).encode()


def port_for(tmp_path, body=PAGE, *headers):
    def application(environ, start_response):
        start_response("200 OK", [*headers])
        return [body]

    return running(site(application, tmp_path))


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json", "application/ld+json", "image/svg+xml", "text/css"])
@pytest.mark.parametrize("size", [1, 100])
def test_text_is_compressed(tmp_path, kind, size):
    with port_for(tmp_path, PAGE * size, ("Content-Type", kind), ("Vary", "Cookie")) as port:
        answer = ask(port, "/", Accept_Encoding="gzip, deflate, br")
    assert gzip.decompress(answer.content) == PAGE * size
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Cookie, Accept-Encoding")
    assert answer.headers["Content-Length"] == str(len(answer.content))


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "br, gzip; q=0.0"])
def test_who_does_not_take_gzip_gets_the_page_as_it_is(tmp_path, accepted):
    with port_for(tmp_path, PAGE, ("Content-Type", "text/html")) as port:
        answer = ask(port, "/", Accept_Encoding=accepted)
    assert (answer.content, answer.headers["Content-Encoding"], answer.headers["Vary"]) == (PAGE, None, "Accept-Encoding")


@pytest.mark.parametrize("kind", ["image/jpeg", "application/pdf", "text/event-stream", "application/octet-stream"])
def test_what_is_no_text_is_left_alone(tmp_path, kind):
    with port_for(tmp_path, PAGE, ("Content-Type", kind)) as port:
        assert ask(port, "/", Accept_Encoding="gzip").content == PAGE


def test_what_is_short_or_compressed_already_is_left_alone(tmp_path):
    with port_for(tmp_path, b"short", ("Content-Type", "text/html")) as port:
        assert ask(port, "/", Accept_Encoding="gzip").content == b"short"
    with port_for(tmp_path, PAGE, ("Content-Type", "text/html"), ("Content-Encoding", "br")) as port:
        assert ask(port, "/", Accept_Encoding="gzip").headers["Content-Encoding"] == "br"


def test_a_compressed_answers_tag_is_weak(tmp_path):
    with port_for(tmp_path, PAGE, ("Content-Type", "text/html"), ("ETag", '"v1"')) as port:
        assert ask(port, "/", Accept_Encoding="gzip").headers["ETag"] == 'W/"v1"'
        assert ask(port, "/").headers["ETag"] == '"v1"'


def test_two_compressions_of_one_page_differ_in_length(tmp_path):
    """So that the length says less about a secret beside something that an attacker chose."""
    with port_for(tmp_path, PAGE, ("Content-Type", "text/html")) as port:
        assert len({len(ask(port, "/", Accept_Encoding="gzip").content) for _ in range(30)}) > 1


def test_the_head_of_a_page_has_its_length_and_no_body(tmp_path):
    with port_for(tmp_path, PAGE, ("Content-Type", "text/html")) as port, Phone(port) as phone:
        phone.says("HEAD", "/", "Connection: close")
        heard = phone.hears_all()
    assert f"content-length: {len(PAGE)}".encode() in heard and heard.endswith(b"\r\n\r\n")


def test_an_answer_without_content_has_no_length(tmp_path):
    def application(environ, start_response):
        start_response("204 No Content", [])
        return []

    with running(site(application, tmp_path)) as port:
        assert ask(port, "/").headers["Content-Length"] is None
