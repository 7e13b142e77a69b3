"""`milpa workshop`: the address that phones reach, in the terminal; what to do when they do not."""

import socket
import subprocess
import sys
import urllib.request

import pytest

from milpa.cli import reach, workshop
from milpa.cli.__main__ import main
from milpa.cli.trouble import Trouble

HOTSPOT, HOUSE, OUTSIDE = reach.Way("10.42.0.1", "wlan0"), reach.Way("192.168.0.7", "eth0"), reach.Way("203.0.114.5", "eth1")


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def test_a_hotspot_comes_before_the_house_s_network_and_the_internet_last():
    assert sorted([OUTSIDE, HOUSE, HOTSPOT], key=lambda way: way.rank) == [HOTSPOT, HOUSE, OUTSIDE]


@pytest.mark.parametrize("way", [reach.Way("127.0.0.1", "lo"), reach.Way("169.254.3.4", "wlan0"), reach.Way("172.17.0.1", "docker0")])
def test_an_address_that_only_this_machine_reaches_is_none(monkeypatch, way):
    monkeypatch.setattr(reach, "_by_device", lambda: [way, HOUSE])
    monkeypatch.setattr(reach, "_by_route", list)
    assert reach.ways() == [HOUSE]


def test_where_devices_have_no_names_the_way_out_tells_the_address(monkeypatch):
    monkeypatch.setattr(reach, "_by_device", list)
    monkeypatch.setattr(reach, "_by_route", lambda: ["192.168.0.7", "127.0.1.1", "192.168.0.7"])
    assert [way.address for way in reach.ways()] == ["192.168.0.7"]


def test_in_no_network_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(reach, "ways", list)
    with pytest.raises(Trouble, match="hotspot"):
        main(["workshop"])


def test_the_terminal_shows_the_address_its_qr_code_the_others_and_what_to_try(monkeypatch, capsys):
    monkeypatch.setattr(reach, "ways", lambda: [HOTSPOT, HOUSE])
    assert main(["workshop", "--show", "--port", "8123"]) == 0
    said = capsys.readouterr().out
    assert "http://10.42.0.1:8123/w/" in said and "192.168.0.7 (eth0)" in said and "8123/tcp" in said
    assert "▄▄▄▄▄" in said


def test_it_says_so_in_the_terminal_s_language(monkeypatch):
    monkeypatch.setenv("LANG", "es_GT.UTF-8")
    monkeypatch.setenv("LC_ALL", "es_GT.UTF-8")
    said = workshop.advice(OUTSIDE, 8000)
    assert "cortafuegos" in said and "203.0.114.5" in said


def test_only_its_own_addresses_are_served_unless_others_were_set():
    assert workshop.hosts([HOTSPOT], "*") == ["10.42.0.1", "127.0.0.1", "localhost"]
    assert workshop.hosts([HOTSPOT], "milpa.example") == ["milpa.example"]


def test_a_phone_opens_the_door_at_that_address_over_plain_http(tables, tmp_path):
    way = next((way for way in reach.ways()), None)
    if way is None:
        pytest.skip("this machine is in no network")
    port = free_port()
    command = [sys.executable, "-m", "milpa.cli", "workshop", "--port", str(port), "--address", way.address, "--date-is-right"]
    env = {"MILPA_DATA": str(tmp_path / "data"), "PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "milpa.settings.base"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            for line in running.stderr:
                if str(tmp_path) in line and "Ctrl" in line:
                    break
            with urllib.request.urlopen(f"http://{way.address}:{port}/w/", timeout=60) as page:
                assert (page.status, b"csrf" in page.read()) == (200, True)
        finally:
            running.terminate()
