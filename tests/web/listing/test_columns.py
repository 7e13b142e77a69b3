from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from milpa.web.listing.columns import Column, plain


@pytest.mark.parametrize(
    ("column", "value", "text", "machine"),
    [
        (Column("x", "X"), "Sololá", "Sololá", "Sololá"),
        (Column("x", "X"), None, "", ""),
        (Column("x", "X", kind="number"), 2700, "2,700", "2700"),
        (Column("x", "X", kind="number"), 0, "0", "0"),
        (Column("x", "X", kind="number"), None, "–", ""),
        (Column("x", "X", kind="number", decimals=1), 2.25, "2.3", "2.3"),
        (Column("x", "X", kind="number", decimals=2), Decimal("0"), "0.00", "0.00"),
        (Column("x", "X", kind="money", decimals=2), Decimal("1250.5"), "1,250.50", "1250.50"),
        (Column("x", "X", kind="percent"), 0.456, "46\u00a0%", "0.46"),
        (Column("x", "X", kind="date"), date(2026, 2, 4), "4 de febrero de 2026", "2026-02-04"),
        (Column("x", "X", kind="moment"), datetime(2026, 2, 5, 4, 42, 9, tzinfo=UTC), "4 de febrero de 2026, 22:42", "2026-02-04 22:42"),
        (Column("x", "X", kind="date"), datetime(2026, 2, 5, 4, 42, tzinfo=UTC), "4 de febrero de 2026", "2026-02-04"),
    ],
)
def test_a_cell_reads_for_people_and_for_machines(column: Column, value: Any, text: str, machine: str) -> None:
    with timezone.override("America/Guatemala"):
        cell = column.cell({"x": value}, "X")
    assert (cell.text, cell.plain) == (text, machine)


def test_a_figure_is_rounded_once_for_every_rendering() -> None:
    column = Column("x", "X", kind="number", decimals=1)
    assert column.worth({"x": 0.25}) == Decimal("0.3") and plain(column.worth({"x": 0.25})) == "0.3"


def test_money_says_its_currency_in_the_heading() -> None:
    assert Column("cost", "Costo por participante", kind="money", currency="GTQ").heading == "Costo por participante (GTQ)"


def test_a_column_says_which_fields_it_reads() -> None:
    assert Column("name", "X").fields == {"name"}
    assert Column("name", "X", value="enterprise__name", order="enterprise__name").fields == {"enterprise__name"}
    assert Column("name", "X", value=lambda row: row["a"] + row["b"], reads=("a", "b"), order="a").fields == {"a", "b"}


def test_no_link_leads_from_a_cell_that_is_empty() -> None:
    column = Column("x", "X", href=lambda row: "/x/")
    assert column.cell({"x": None}, "X").href == "" and column.cell({"x": "a"}, "X").href == "/x/"
