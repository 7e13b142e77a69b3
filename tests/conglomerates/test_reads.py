"""What the register's page reads by hand is what the models say."""

import pytest

from milpa.conglomerates import reads
from milpa.conglomerates.models import Enterprise
from milpa.ledger import uuid7

pytestmark = pytest.mark.django_db


def test_the_activities_of_a_register_are_those_of_its_standing_enterprises_each_once(world, django_assert_num_queries):
    def put(isic: str, **about: object) -> Enterprise:
        made = {"id": uuid7(), "programme": world.programme, "institution": world.institute, "name": "x", "isic": isic} | about
        return Enterprise.objects.create(**made)

    for isic in ("5510", "5610", "5510", "", "0111"):
        put(isic)
    put("9609", joined_into=put("5610"))
    with django_assert_num_queries(1):
        found = reads.activities(world.programme.id)
    rows = Enterprise.objects.filter(programme=world.programme).standing()
    assert found == sorted(rows.values_list("isic", flat=True).distinct())
    assert "9609" not in found and {"", "0111", "5510", "5610"} <= set(found)


def test_a_register_without_enterprises_has_no_activities(db):
    assert reads.activities(uuid7()) == []
