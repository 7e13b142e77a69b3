"""The records from the command line."""

from datetime import UTC, datetime

import pytest

from milpa.cli.__main__ import main
from milpa.ledger import clock, uuid7
from milpa.records.actions import append
from milpa.records.models import Progress
from milpa.records.statements import Said

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def said(world):
    at = clock.now()
    return Said(
        uuid7(), world.institute.id, world.rosa.id, "completed", "urn:milpa:lesson:1", "Una foto", "es", uuid7(), at, completion=True
    )


def test_closed_months_are_written_and_each_file_is_named(world, tmp_path, capsys):
    with clock.at(datetime(2026, 10, 5, tzinfo=UTC)):
        append([said(world)])
    with clock.at(datetime(2026, 11, 5, tzinfo=UTC)):
        main(["records", "export", str(tmp_path / "lake")])
    target = tmp_path / "lake" / f"institution={world.institute.id}" / "month=2026-10" / "part-0.parquet"
    assert target.exists() and str(target) in capsys.readouterr().out


def test_what_is_derived_is_made_again_the_same(world, capsys):
    append([said(world), said(world)])
    before = sorted(Progress.objects.values_list("registration", "activity", "completed_at", "statements"))
    Progress.objects.all().delete()
    main(["records", "rebuild"])
    assert sorted(Progress.objects.values_list("registration", "activity", "completed_at", "statements")) == before
    assert "2 " in capsys.readouterr().out
