"""Loading the reference data: as often as one likes, saying what changed, leaving what somebody replaced."""

import pytest

from milpa.conglomerates.loading import Loaded, load_reference
from milpa.conglomerates.models import IsicEntry, Place, SizeNorm, UnitWorth

pytestmark = pytest.mark.django_db


def of(table, **how):
    return next(one for one in load_reference(**how) if one.table == table)


def test_the_first_time_everything_is_added_and_the_second_nothing_changes():
    assert [(one.table, one.added, one.changed, one.removed) for one in load_reference()] == [
        ("isic", 766, 0, 0), ("places", 362, 0, 0), ("norms", 102, 0, 0), ("worths", UnitWorth.objects.count(), 0, 0),
    ]  # fmt: skip
    assert not any(one.changes for one in load_reference())
    assert (Place.objects.count(), IsicEntry.objects.count(), SizeNorm.objects.count()) == (362, 766, 102)


def test_loaded_again_it_reads_each_table_once_and_writes_nothing(django_assert_num_queries):
    load_reference()
    with django_assert_num_queries(6):  # four tables, and the transaction around them
        load_reference()


def test_a_row_that_an_older_version_wrote_otherwise_is_brought_up():
    load_reference()
    Place.objects.filter(code="GT-07").update(name="Solola")
    IsicEntry.objects.filter(code="5510").delete()
    assert of("places").changed == 1
    assert Place.objects.get(code="GT-07").name == "Sololá"
    assert of("isic") == Loaded("isic", 766, 0, 0, 0, 0)
    assert IsicEntry.objects.filter(code="5510").exists()


def test_a_row_that_somebody_replaced_stays_until_one_asks_for_the_files():
    load_reference()
    worth = UnitWorth.objects.first()
    UnitWorth.objects.filter(id=worth.id).update(worth=4000, source="Acuerdo de prueba")
    kept = of("worths")
    assert (kept.kept, kept.changes) == (1, False)
    assert UnitWorth.objects.get(id=worth.id).worth == 4000
    assert of("worths", replace=True).changed == 1
    assert UnitWorth.objects.get(id=worth.id).worth == worth.worth


def test_a_norm_that_left_the_file_goes_and_one_of_another_country_stays():
    load_reference()
    norm = SizeNorm.objects.first()
    SizeNorm.objects.create(country=norm.country, law=norm.law, place=9000, cells=norm.cells, source=norm.source, source_kind="sourced")
    SizeNorm.objects.create(country="XX", law="Ley", place=1, cells=norm.cells, source=norm.source, source_kind="sourced")
    assert of("norms").removed == 1
    assert SizeNorm.objects.filter(country="XX").count() == 1
