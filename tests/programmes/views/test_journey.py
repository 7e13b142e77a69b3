"""The journey as people open it."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from milpa import ledger
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.actions.gates import pass_gate

MOST = 12


def address(name, *args):
    return reverse(f"programmes:{name}", args=args)


def pages(id):
    return [
        *(
            address(name, id)
            for name in ("journey", "edit", "replicate", "handbook", "involvement", "partners", "calendar", "calendar_feed")
        ),
        address("phase", id, "listen"),
        address("assign", id, "listen"),
        address("step", id, "workshop"),
        address("programmes"),
        address("create"),
        "/",
    ]


def test_no_page_asks_more_than_twelve_queries(world, signed_in, django_assert_max_num_queries):
    """Once warm: what the packages answer is remembered while nothing is recorded."""
    ana = signed_in(world.ana)
    for page in pages(world.id):
        ana.get(page)
        with django_assert_max_num_queries(MOST):
            assert ana.get(page).status_code == 200, page


def test_the_journey_asks_as_many_queries_with_many_rows_as_with_few(world, signed_in, django_assert_max_num_queries):
    from milpa.programmes.actions.attaching import Attachment, attach

    for number in range(30):
        attach(world.ana, ledger.uuid7(), world.id, Attachment("anchor", "note", f"Nota {number}", note="x"))
    ana = signed_in(world.ana)
    for page in (address("journey", world.id), address("step", world.id, "anchor"), "/"):
        ana.get(page)
        with django_assert_max_num_queries(MOST):
            ana.get(page)


def test_it_says_where_the_programme_stands_what_is_missing_and_who_acts(world, signed_in):
    shown = signed_in(world.ana).get(address("journey", world.id)).content.decode()
    assert "<strong>Preparar</strong>, fase 1 de 9" in shown
    assert "Adjunte lo que lo muestra: El programa está anclado en el plan de la institución" in shown
    assert "Todavía no consta nada" in shown or "Cuánto participa" in shown


def test_it_reads_in_english_too(world, signed_in):
    ana = signed_in(world.ana)
    ana.cookies["django_language"] = "en"
    shown = ana.get(address("journey", world.id)).content.decode()
    assert "<strong>Prepare</strong>, phase 1 of 9" in shown and "What is missing now" in shown


def test_a_demonstration_says_so(world, signed_in):
    assert "ilustrativo" not in signed_in(world.ana).get(address("journey", world.id)).content.decode()
    world.institute.is_demonstration = True
    world.institute.save()
    shown = signed_in(world.carmen).get(address("journey", world.id)).content.decode()
    assert "Programa de demostración" in shown and "ilustrativo" in shown


def test_a_historical_programme_shows_only_what_its_source_says(world, signed_in):
    past = Written("Pequeños hoteles 2010", world.programme.edition_id, "Una frase.", is_historical=True, source="Presentación de 2011.")
    programme = create_programme(world.ana, ledger.uuid7(), past)
    ana = signed_in(world.ana)
    shown = ana.get(address("journey", programme.id)).content.decode()
    assert "Presentación de 2011." in shown and "Una frase." in shown
    assert "Lo que falta ahora" not in shown and 'class="cloth' not in shown
    pass_gate(world.ana, ledger.uuid7(), programme.id, "prepare", "según la presentación de 2011")
    assert "según la presentación de 2011" in ana.get(address("journey", programme.id)).content.decode()


def test_an_accepted_partner_sees_it_and_a_stranger_finds_nothing(world, signed_in):
    for partner in (world.carmen, world.diego, world.fidel):
        assert signed_in(partner).get(address("journey", world.id)).status_code == 200
    elena = signed_in(world.elena)
    for page in pages(world.id)[:11]:
        assert elena.get(page).status_code == 404, page
    for page in pages(world.id)[11:]:
        assert "Hoteles pequeños" not in elena.get(page).content.decode()


def test_owners_workers_and_who_is_not_signed_in_are_not_let_in(world, signed_in):
    assert signed_in(world.rosa).get(address("journey", world.id)).status_code == 403
    assert Client().get(address("journey", world.id)).status_code == 302


@pytest.mark.parametrize("name", ["edit", "assign"])
def test_partners_do_not_edit_what_is_the_owners(world, signed_in, name):
    args = [world.id, "listen"] if name == "assign" else [world.id]
    assert signed_in(world.carmen).get(address(name, *args)).status_code == 403


def test_the_page_carries_one_main_heading_and_no_inline_style(world, signed_in):
    shown = signed_in(world.ana).get(address("journey", world.id)).content.decode()
    assert len(re.findall("<h1", shown)) == 1 and "style=" not in shown


def test_what_is_not_there_is_not_found(world, signed_in):
    ana = signed_in(world.ana)
    for page in (address("phase", world.id, "moon"), address("step", world.id, "moon"), address("journey", ledger.uuid7())):
        assert ana.get(page).status_code == 404
