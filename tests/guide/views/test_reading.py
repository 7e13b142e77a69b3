"""The handbook, the shelf and the comparison, as people open them."""

import pytest
from django.test import Client
from django.urls import reverse

MOST = 12


def pages(edition, own=None):
    yield reverse("guide:guides")
    yield reverse("guide:edition", args=[edition])
    yield reverse("guide:instrument", args=[edition, "team_sheet"])
    yield reverse("guide:instrument", args=[edition, "suitability_sheet"])
    yield reverse("guide:instrument", args=[edition, "wall"])
    if own:
        yield reverse("guide:compare_writing", args=[own.id, edition])
        yield reverse("guide:guide", args=[own.id])
        yield reverse("guide:publish", args=[own.id])


def test_no_page_of_the_guide_asks_more_than_twelve_queries(world, own, published, signed_in, django_assert_max_num_queries):
    ana = signed_in(world.ana)
    for address in (*pages(world.programme.edition_id, own), *pages(published.id)):
        with django_assert_max_num_queries(MOST):
            assert ana.get(address).status_code == 200


def test_the_handbook_reads_in_both_languages(world, signed_in):
    beto = signed_in(world.beto)
    address = reverse("guide:edition", args=[world.programme.edition_id])
    assert "Realizar el taller participativo" in beto.get(address).content.decode()
    beto.cookies["django_language"] = "en"
    english = beto.get(address).content.decode()
    assert "Hold the participatory workshop" in english and "The priorities are frozen" in english


def test_a_comparison_shows_the_words_that_went_and_came(world, own, published, signed_in):
    shown = signed_in(world.ana).get(reverse("guide:compare_editions", args=[published.id, world.programme.edition_id])).content.decode()
    assert "<ins>Nuestra" in shown and "palabras" in shown


def test_elena_finds_the_base_guide_and_nothing_of_the_institute(world, own, published, signed_in):
    elena = signed_in(world.elena)
    assert "Nuestra guía" not in elena.get(reverse("guide:guides")).content.decode()
    assert elena.get(reverse("guide:edition", args=[world.programme.edition_id])).status_code == 200
    for name, args in (
        ("edition", [published.id]),
        ("guide", [own.id]),
        ("edit_step", [own.id, "workshop"]),
        ("compare_writing", [own.id, world.programme.edition_id]),
        ("compare_editions", [published.id, world.programme.edition_id]),
        ("publish", [own.id]),
        ("adapt", [published.id]),
    ):
        assert elena.get(reverse(f"guide:{name}", args=args)).status_code == 404, name


@pytest.mark.parametrize("who", ["rosa", "lidia"])
def test_owners_and_workers_have_no_business_with_the_guide(world, signed_in, who):
    assert signed_in(getattr(world, who)).get(reverse("guide:guides")).status_code == 403


def test_a_stranger_is_asked_to_sign_in(world):
    assert Client().get(reverse("guide:guides")).status_code == 302


def test_an_instrument_that_does_not_exist_is_not_found(world, signed_in):
    assert signed_in(world.ana).get(reverse("guide:instrument", args=[world.programme.edition_id, "nothing"])).status_code == 404
