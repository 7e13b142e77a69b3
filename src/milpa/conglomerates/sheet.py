"""One workbook from which anyone can redo the sum: values, weights, and live formulas that give the same order."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates.comparing import Table

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(table: Table) -> bytes:
    """Three sheets: values (with year, source, scope), weights (as typed, normalised, mean), order (formulas and the computed total)."""
    import xlsxwriter  # only here: 20 ms that no other page pays

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        _values(book.add_worksheet(_("Values")), table, bold)
        _weights(book.add_worksheet(_("Weights")), table, bold)
        _order(book.add_worksheet(_("Order")), table, bold)
        _sources(book.add_worksheet(_("Sources")), table, bold)
    return out.getvalue()


def _headed(sheet: Any, titles: list[str], bold: Any) -> None:
    for column, title in enumerate(titles):
        sheet.write(0, column, title, bold)
    sheet.set_column(0, 0, 28)
    sheet.freeze_panes(1, 1)


def _counted(table: Table) -> list[Any]:
    """The criteria that count: those left out for a gap stand in no sum."""
    left = set(table.comparison.by_mean.left_out)
    return [row for row in table.criteria if str(row.id) not in left]


def _cell_values(table: Table, criterion: Any) -> list[float | None]:
    cells = [table.cells[row.id, criterion.id].value for row in table.candidates]
    known = [float(value) for value in cells if value is not None]
    worst = min(known) if criterion.more_is_better else max(known)
    return [worst if value is None else float(value) for value in cells]


def _values(sheet: Any, table: Table, bold: Any) -> None:
    criteria = _counted(table)
    _headed(sheet, [_("Candidate"), *[f"{row} ({row.unit_text})" for row in criteria]], bold)
    for place, candidate in enumerate(table.candidates, start=1):
        sheet.write(place, 0, candidate.name)
    for column, criterion in enumerate(criteria, start=1):
        for place, value in enumerate(_cell_values(table, criterion), start=1):
            sheet.write_number(place, column, value)


def _weights(sheet: Any, table: Table, bold: Any) -> None:
    """Row a criterion; each side's weight as typed, then its share, then the mean of the shares."""
    from xlsxwriter.utility import xl_col_to_name

    criteria, sides = _counted(table), [side for side in table.sides if side.id in table.shown_weightings]
    n = len(criteria)
    titles = [
        _("Criterion"),
        *[side.name for side in sides],
        *[_("Share of {side}").format(side=side.name) for side in sides],
        _("Mean of the shares"),
    ]
    _headed(sheet, titles, bold)
    for place, criterion in enumerate(criteria, start=1):
        sheet.write(place, 0, str(criterion))
        for column, side in enumerate(sides, start=1):
            sheet.write_number(place, column, float(table.shown_weightings[side.id][str(criterion.id)]))
            typed = xl_col_to_name(column)
            sheet.write_formula(place, len(sides) + column, f"={typed}{place + 1}/SUM({typed}$2:{typed}${n + 1})")
        first, last = xl_col_to_name(len(sides) + 1), xl_col_to_name(2 * len(sides))
        sheet.write_formula(place, 2 * len(sides) + 1, f"=AVERAGE({first}{place + 1}:{last}{place + 1})")


def _order(sheet: Any, table: Table, bold: Any) -> None:
    """The min-max value of each cell by its weight, the total and the rank as formulas; beside it the total that Milpa computed."""
    from xlsxwriter.utility import xl_col_to_name

    criteria, sides = _counted(table), [side for side in table.sides if side.id in table.shown_weightings]
    mean, n, m = xl_col_to_name(2 * len(sides) + 1), len(table.candidates), len(criteria)
    values, weights = _("Values"), _("Weights")
    _headed(sheet, [_("Candidate"), *[str(row) for row in criteria], _("Total"), _("Rank"), _("Total by Milpa")], bold)
    computed = {place.candidate: float(place.total) for place in table.comparison.by_mean.places}
    total = xl_col_to_name(m + 1)
    for place, candidate in enumerate(table.candidates, start=1):
        sheet.write(place, 0, candidate.name)
        for column, criterion in enumerate(criteria, start=1):
            letter = xl_col_to_name(column)
            span = f"'{values}'!{letter}$2:{letter}${n + 1}"
            cell = f"'{values}'!{letter}{place + 1}"
            scaled = f"({cell}-MIN({span}))" if criterion.more_is_better else f"(MAX({span})-{cell})"
            weight = f"'{weights}'!{mean}${column + 1}"
            sheet.write_formula(place, column, f"=IF(MAX({span})=MIN({span}),0,{scaled}/(MAX({span})-MIN({span})))*{weight}")
        sheet.write_formula(place, m + 1, f"=SUM(B{place + 1}:{xl_col_to_name(m)}{place + 1})")
        sheet.write_formula(place, m + 2, f"=RANK({total}{place + 1},{total}$2:{total}${n + 1})")
        sheet.write_number(place, m + 3, computed[str(candidate.id)])


def _sources(sheet: Any, table: Table, bold: Any) -> None:
    _headed(sheet, [_("Candidate"), _("Criterion"), _("Value"), _("Unit"), _("Year"), _("Source"), _("Of what")], bold)
    row = 0
    for candidate in table.candidates:
        for criterion in table.criteria:
            cell, row = table.cells[candidate.id, criterion.id], row + 1
            value = _("no datum") if cell.no_datum else float(cell.value)
            said = [candidate.name, str(criterion), value, str(criterion.unit_text), cell.year, cell.source, str(cell.get_scope_display())]
            for column, item in enumerate(said):
                sheet.write(row, column, item)
