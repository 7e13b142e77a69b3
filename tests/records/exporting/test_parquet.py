"""Closed months as Parquet, read back by DuckDB."""

import builtins
import json
import re
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from milpa.ledger import clock
from milpa.records.exporting.months import closed
from milpa.records.exporting.parquet import export
from milpa.records.exporting.refusals import ExtraMissing, NoSuchMonth
from milpa.records.exporting.schema import COLUMNS
from tests.harness.served import ROOT
from tests.records.told import ADL, PHOTO, told

pytestmark = pytest.mark.django_db(databases=["default", "records"])
SEPTEMBER, OCTOBER, NOVEMBER = (datetime(2026, month, 1, tzinfo=UTC) for month in (9, 10, 11))


@pytest.fixture
def autumn(world):
    """Two statements in September, one at the last moment of October, one in November, and a stranger's; it is the third of November."""
    ids = {}
    with clock.at(SEPTEMBER + timedelta(days=3)):
        ids["photo"] = told(world.institute, world.rosa, "passed", result={"score": {"scaled": 0.9}, "success": True, "duration": "PT8M"})
        ids["guest"] = told(world.institute, name='Con "comillas", ñ y \n línea')
        told(world.strangers)
    with clock.at(NOVEMBER - timedelta(microseconds=1)):
        ids["last"] = told(world.institute, world.tomas, object={"objectType": "StatementRef", "id": str(ids["guest"])}, verb="voided")
    with clock.at(NOVEMBER + timedelta(days=2)):
        ids["open"] = told(world.institute, world.rosa)
        yield ids


def read(place, what="*", where=""):
    return duckdb.sql(f"SELECT {what} FROM read_parquet('{place}/*/*/*.parquet', hive_partitioning = true) {where}").fetchall()


def test_months_that_are_over_are_written_by_institution_and_month(world, autumn, tmp_path):
    written = export(tmp_path)
    assert {str(path.relative_to(tmp_path)) for path in written} == {
        f"institution={world.institute.id}/month=2026-09/part-0.parquet",
        f"institution={world.institute.id}/month=2026-10/part-0.parquet",
        f"institution={world.strangers.id}/month=2026-09/part-0.parquet",
    }
    months = read(tmp_path, "CAST(institution AS VARCHAR), month, count(*)", "GROUP BY ALL")
    assert set(months) == {
        (str(world.institute.id), "2026-09", 2),
        (str(world.institute.id), "2026-10", 1),
        (str(world.strangers.id), "2026-09", 1),
    }
    assert list(tmp_path.glob(".*")) == []


def test_duckdb_reads_what_was_stored(world, autumn, tmp_path):
    export(tmp_path)
    (row,) = read(tmp_path, ", ".join(f'"{name}"' for name in COLUMNS), f"WHERE id = '{autumn['photo']}'")
    found = dict(zip(COLUMNS, row, strict=True))
    assert found["stored"] == found["timestamp"] == SEPTEMBER + timedelta(days=3)
    assert found["actor"].endswith(f"|{world.rosa.id}") and found["verb"] == f"{ADL}passed"
    assert (found["object_type"], found["object"], found["scaled"], found["success"]) == ("Activity", PHOTO, 0.9, True)
    assert (found["completion"], found["duration"], found["registration"], found["voided"]) == (None, "PT8M", None, False)
    assert json.loads(found["statement"])["id"] == str(autumn["photo"])
    ((guest, voided),) = read(tmp_path, "statement, voided", f"WHERE id = '{autumn['guest']}'")
    assert json.loads(guest)["object"]["definition"]["name"]["es"] == 'Con "comillas", ñ y \n línea' and voided


def test_the_columns_are_those_that_the_docs_describe(world, autumn, tmp_path):
    (path, *_rest) = export(tmp_path)
    described = duckdb.sql(f"DESCRIBE SELECT * FROM read_parquet('{path}', hive_partitioning = false)").fetchall()
    kinds = {name: {"TIMESTAMP WITH TIME ZONE": "TIMESTAMPTZ"}.get(kind, kind) for name, kind, *_rest in described}
    table = re.findall(r"^\| (`.*`) \| ([A-Z]+) \|", (ROOT / "docs" / "records.md").read_text(encoding="utf-8"), re.MULTILINE)
    docs = {name: kind for names, kind in table for name in re.findall(r"`(\w+)`", names)}
    assert kinds == COLUMNS == docs


def test_what_is_there_is_written_again_only_when_asked(world, autumn, tmp_path):
    first = export(tmp_path)
    assert export(tmp_path) == []
    assert export(tmp_path, again=True) == first


def test_one_institution_and_one_month_are_enough(world, autumn, tmp_path):
    (path,) = export(tmp_path, institution=world.institute.id, month="2026-10")
    assert path.parent.name == "month=2026-10" and path.parent.parent.name == f"institution={world.institute.id}"
    with pytest.raises(NoSuchMonth):
        export(tmp_path, month="2026-11")


def test_how_far_it_is_is_told(world, autumn, tmp_path):
    seen = []
    export(tmp_path, tell=lambda done, all: seen.append((done, all)))
    assert seen[-1] == (4, 4)


def test_before_anything_is_stored_no_month_is_over(world, tmp_path):
    assert closed() == [] and export(tmp_path) == []


def test_without_the_extra_it_says_what_to_install(autumn, tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing) as no:
        export(tmp_path)
    assert "requirements/export.txt" in str(no.value)
