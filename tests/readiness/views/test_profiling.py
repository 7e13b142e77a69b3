import pytest

from tests.readiness.doing import belong, diagnose
from tests.world import person


@pytest.fixture
def seven(world):
    """Seven people of the register diagnosed: Rosa, Lidia, Tomás and four more; two of them with the same gap."""
    people = [world.rosa, world.lidia, world.tomas, *(person(f"Persona{n}", world.association, "owner", email=False) for n in range(4))]
    belong(world, *people)
    for number, one in enumerate(people):
        diagnose(one, *(["B7"] if number < 2 else []))
    return world


def page(client, world, who):
    client.force_login(getattr(world, who).account)
    return client.get(f"/programmes/{world.programme.pk}/readiness/")


def test_the_profile_says_its_finding_first_and_its_range(client, seven):
    text = page(client, seven, "ana").content.decode()
    assert "Lo que más falta: Recuperar el PIN sin caer en la trampa." in text
    assert "5 de 7" in text and "entre 8 y 64 %" in text


def test_two_with_a_gap_are_not_told_apart_in_the_sentence(client, seven):
    assert "hacen todo sin ayuda" not in page(client, seven, "ana").content.decode()


def test_partners_see_the_profile_and_nobodys_name(client, seven):
    text = page(client, seven, "carmen").content.decode()
    assert "5 de 7" in text and "Lidia" not in text


def test_below_five_people_no_figure_is_shown(client, diagnosed):
    belong(diagnosed, diagnosed.rosa, diagnosed.lidia)
    text = page(client, diagnosed, "ana").content.decode()
    assert "la intentaron menos de cinco personas" in text and "2 de 2" not in text


def test_who_belongs_to_no_enterprise_of_the_register_is_not_counted(client, seven):
    diagnose(person("Quien sea", seven.institute, "owner", email=False), "B7")
    assert "5 de 7" in page(client, seven, "ana").content.decode()


@pytest.mark.parametrize(("who", "status"), [("elena", 404), ("rosa", 403)])
def test_strangers_and_owners_do_not_see_it(client, diagnosed, who, status):
    assert page(client, diagnosed, who).status_code == status
