"""Where statements may be sent."""

from threading import Event

import pytest

from milpa.records.forwarding.addresses import is_public, look, place_of, resolved
from milpa.records.forwarding.refusals import ItsOwn, NotAnAddress, NotEncrypted, NotFound, PrivateAddress


@pytest.mark.parametrize(("text", "address"), [
    ("https://lrs.example.org/xapi/", "https://lrs.example.org/xapi/"), ("https://lrs.example.org/xapi", "https://lrs.example.org/xapi/"),
    (" https://LRS.example.org:8443/a/b/statements ", "https://lrs.example.org:8443/a/b/"), ("https://lrs.example.org", "https://lrs.example.org/"),
    ("https://[2001:db8::1]:444/x/", "https://[2001:db8::1]:444/x/"), ("https://año.example/x", "https://xn--ao-zja.example/x/"),
])  # fmt: skip
def test_an_address_is_kept_as_an_endpoint(text, address):
    assert place_of(text).address == address


@pytest.mark.parametrize("text", [
    "", "lrs.example.org", "ftp://lrs.example.org/", "https://", "https:///x", "https://user:pass@lrs.example.org/", "https://lrs.example.org/?a=1",
    "https://lrs.example.org/#a", "https://lrs.example.org/a b/", "https://lrs.example.org/\r\nX: y/", "https://lrs.example.org:99999/", "https://[::1/",
    "https://lrs.example.org/" + "a" * 600, "javascript:alert(1)",
])  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(NotAnAddress):
        place_of(text)


@pytest.mark.parametrize("text", ["http://lrs.example.org/", "http://127.0.0.1/", "http://localhost/"])
def test_nothing_leaves_without_encryption(text):
    with pytest.raises(NotEncrypted):
        place_of(text)


def test_a_setting_lets_this_machine_be_reached_without_encryption_and_no_other(settings):
    settings.FORWARD_PRIVATE = True
    assert place_of("http://127.0.0.1:8080/xapi/").port == 8080
    with pytest.raises(NotEncrypted):
        place_of("http://10.0.0.1/")


def test_the_own_record_store_is_no_target(settings):
    settings.ORIGIN = "https://milpa.example"
    with pytest.raises(ItsOwn):
        place_of("https://milpa.example/xapi/")


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
    "2002:7f00:1::", "2001:0:1::1",
])  # fmt: skip
def test_private_addresses_are_known_however_they_are_wrapped(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "190.56.1.1", "2606:4700::1111", "64:ff9b::808:808"])
def test_anybodys_addresses_are_known_too(address):
    assert is_public(address)


@pytest.mark.parametrize("text", ["https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/"])
def test_a_name_that_leads_into_a_private_network_is_refused(text):
    with pytest.raises((PrivateAddress, NotFound)):
        resolved(place_of(text))


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    found = [(2, 1, 6, "", (address, 443)) for address in ("8.8.8.8", "192.168.0.1")]
    monkeypatch.setattr("milpa.records.forwarding.addresses.socket.getaddrinfo", lambda *asked, **kind: found)
    with pytest.raises(PrivateAddress):
        resolved(place_of("https://lrs.example.org/"))


def test_a_name_that_nobody_has_is_not_found():
    with pytest.raises(NotFound):
        resolved(place_of("https://nowhere.invalid/"))


def test_a_name_server_that_does_not_answer_holds_up_no_page(monkeypatch):
    silence = Event()
    monkeypatch.setattr("milpa.records.forwarding.addresses.socket.getaddrinfo", lambda *asked, **kind: silence.wait(30) and [])
    look(place_of("https://lrs.example.org/"), patience=0.01)
    assert not silence.is_set()
    silence.set()


def test_what_is_known_at_once_is_said_at_once():
    with pytest.raises(PrivateAddress):
        look(place_of("https://10.0.0.1/"))
