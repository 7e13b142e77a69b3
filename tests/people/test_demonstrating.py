"""The demonstration's doors."""

import json

import pytest

from milpa.people.demo_links import links, offer


@pytest.fixture
def demonstration(world, settings, tmp_path):
    settings.DATA = tmp_path
    (tmp_path / "demo.json").write_text(json.dumps({"played": "2026-11-24"}))
    offer({"coordinator": str(world.ana.id)})
    return links("http://127.0.0.1:8000")


def test_a_link_opens_as_often_as_one_likes(client, demonstration):
    [(slug, address)] = demonstration
    assert (slug, address) == ("coordinator", "http://127.0.0.1:8000/demo/coordinator/")
    assert client.get("/demo/coordinator/").status_code == client.get("/demo/coordinator/").status_code == 302
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(
    "asked", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, {"HTTP_FORWARDED": "for=192.0.2.7"}]
)
def test_it_is_shut_to_whoever_is_not_on_this_machine(client, demonstration, asked):
    assert client.get("/demo/coordinator/", **asked).status_code == 404


def test_there_is_none_outside_a_demonstration(client, world, settings, tmp_path):
    settings.DATA = tmp_path
    assert links("http://127.0.0.1:8000") == []
    assert client.get("/demo/coordinator/").status_code == 404
