from milpa.server.bodies import Body, Room
from milpa.server.environ import environ_of


def scope(**values):
    return {
        "method": "POST",
        "path": "/",
        "raw_path": b"/",
        "query_string": b"",
        "http_version": "1.1",
        "server": ("127.0.0.1", 8000),
        "client": ("10.0.0.7", 5000),
        "scheme": "http",
        "headers": [],
        **values,
    }


def environ(**values):
    return environ_of(scope(**values), Body(Room()))


def test_an_address_keeps_its_bytes():
    """As PEP 3333 has it: Django decodes UTF-8 from what looks like Latin-1."""
    asked = environ(raw_path="/necesidades/señas/%C3%A1rbol%2Fhoja/".encode(), query_string=b"a=%C3%B1")
    assert asked["PATH_INFO"].encode("latin-1").decode() == "/necesidades/señas/árbol/hoja/"
    assert asked["QUERY_STRING"] == "a=%C3%B1"


def test_headers_that_come_twice_are_joined():
    asked = environ(headers=[(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"text/html"), (b"accept", b"*/*")])
    assert (asked["HTTP_COOKIE"], asked["HTTP_ACCEPT"]) == ("a=1; b=2", "text/html,*/*")


def test_a_header_with_an_underscore_does_not_pass_for_the_proxys():
    asked = environ(headers=[(b"x_forwarded_proto", b"https"), (b"proxy", b"http://evil")])
    assert "HTTP_X_FORWARDED_PROTO" not in asked and "HTTP_PROXY" not in asked


def test_the_scheme_is_the_connections_own_whatever_a_header_says():
    asked = environ(headers=[(b"x-forwarded-proto", b"https")])
    assert (asked["wsgi.url_scheme"], asked["HTTP_X_FORWARDED_PROTO"]) == ("http", "https")  # Django's settings decide


def test_the_length_is_of_what_was_taken_and_not_of_what_was_said():
    asked = environ(headers=[(b"content-length", b"99"), (b"transfer-encoding", b"chunked"), (b"content-type", b"text/csv")])
    assert (asked["CONTENT_LENGTH"], asked["CONTENT_TYPE"], asked["REMOTE_ADDR"]) == ("0", "text/csv", "10.0.0.7")
    assert "HTTP_TRANSFER_ENCODING" not in asked
