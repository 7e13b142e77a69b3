from collections.abc import Callable

import pytest

from tests.web.listing.agreement import RENDERINGS, Factory, asked_of, rows_as_text
from tests.world import World


@pytest.mark.django_db
def test_screen_csv_spreadsheet_and_print_say_the_same_of_computed_rows(hotels: Factory) -> None:
    screen = rows_as_text(asked_of(hotels, None), "/hoteles/", "", "Hoteles")
    assert screen[0] == ["Nombre", "Lugar", "Habitaciones", "Precio (GTQ)", "Ocupación", "Desde"]
    assert screen[1:] == [
        ['-Posada, "La Olla"', "-5", "3000", "-4.00", "", "2026-02-28"],
        ['=HYPERLINK("x")', "+502 5512 3456", "0", "", "1.000", "1998-01-01"],
        ["Hotel Ágata", "Sololá", "12", "1250.50", "0.457", "2011-05-02"],
        ["Hotel Zarco", "Petén", "", "90.00", "0.000", ""],
    ]
    for rendering in RENDERINGS[1:]:
        read = [
            [cell.replace("\n", " ") for cell in row] for row in rows_as_text(asked_of(hotels, None), "/hoteles/", rendering, "Hoteles")
        ]
        assert read == screen, rendering


@pytest.mark.parametrize(
    "address", ["/a/", "/a/?orden=size", "/a/?orden=-width", "/a/?kind=pdf", "/a/?q=foto+0001", "/a/?created_desde=2026-03-03"]
)
def test_screen_csv_spreadsheet_and_print_say_the_same_of_a_queryset(
    files: Factory, kept: Callable[[int], None], world: World, address: str
) -> None:
    kept(35)
    screen = rows_as_text(asked_of(files, world.ana), address, "", "Archivos")
    assert len(screen) > 2
    for rendering in RENDERINGS[1:]:
        assert rows_as_text(asked_of(files, world.ana), address, rendering, "Archivos") == screen, rendering
