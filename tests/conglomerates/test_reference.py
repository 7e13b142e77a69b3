"""Reference data: loaded as often as one likes, each row with its source, and there before anybody loads it."""

import pytest

from milpa.conglomerates import reference
from milpa.conglomerates.loading import load_reference
from milpa.conglomerates.models import IsicEntry, Place, SizeNorm, UnitWorth

pytestmark = pytest.mark.django_db


def test_every_row_says_its_source_and_what_is_from_memory_is_not_verified():
    load_reference()
    assert not any(model.objects.filter(source="").exists() for model in (Place, IsicEntry, SizeNorm, UnitWorth))
    assert {norm.is_verified for norm in SizeNorm.objects.filter(source_kind="memory")} == {False}


def test_before_it_is_loaded_the_files_that_came_with_milpa_answer():
    before = reference.departments(), len(reference.municipalities()), reference.class_titles(["5510"])
    load_reference()
    assert before == (reference.departments(), len(reference.municipalities()), reference.class_titles(["5510"]))
    assert before[1] == 340


def test_a_row_that_an_institution_replaced_counts():
    load_reference()
    UnitWorth.objects.update_or_create(
        country="GT", unit="monthly minimum wages (non-agricultural) of annual sales", year=2026,
        defaults={"worth": 4000, "source": "Acuerdo de prueba", "source_kind": "sourced"},
    )  # fmt: skip
    norms = reference.Norms("GT")
    assert norms.worth(norms.of(2026, "5510"), 2026) == 4000


def test_the_norm_follows_the_country_and_the_year():
    assert reference.Norms("GT").of(2026, "5510").rows[0].year == 2015
    assert reference.Norms("GT").of(2010, "5510").rows[0].year == 2001
    assert reference.Norms("XX").of(2026, "5510") is None


def test_the_outlines_have_the_departments_of_the_table():
    assert set(reference.outlines_of("GT").paths) == {code for code, _name in reference.departments("GT")}
    assert reference.outlines_of("XX") is None
