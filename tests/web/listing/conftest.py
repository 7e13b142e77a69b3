"""Two lists to read: the files of an institution (a queryset), and the hotels of an example (computed rows)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.http import HttpRequest

from milpa.web.listing import Between, Choice, Column, Listing, Words
from milpa.web.models import StoredFile
from tests.web.listing.agreement import Factory
from tests.world import World

FIRST = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
FIELDS = ("id", "name", "place", "rooms", "price", "taken", "since")
HOTELS = [
    dict(zip(FIELDS, row, strict=True))
    for row in [
        (1, "Hotel Ágata", "Sololá", 12, Decimal("1250.5"), 0.4567, date(2011, 5, 2)),
        (2, "Hotel Zarco", "Petén", None, Decimal("90"), 0.0, None),
        (3, '=HYPERLINK("x")', "+502 5512 3456", 0, None, 1.0, date(1998, 1, 1)),
        (4, '-Posada, "La\nOlla"', "-5", 3000, Decimal("-3.999"), None, date(2026, 2, 28)),
    ]
]


@pytest.fixture
def hotels() -> Factory:
    def make(request: HttpRequest) -> Listing:
        return Listing(
            name="hotels", title="Hoteles", request=request, rows=HOTELS, order="name", note="Ejemplo inventado.",
            columns=[
                Column("name", "Nombre", order="name", href=lambda row: f"/hotel/{row['id']}/"),
                Column("place", "Lugar"),
                Column("rooms", "Habitaciones", kind="number", order="rooms"),
                Column("price", "Precio", kind="money", currency="GTQ", decimals=2, order="price"),
                Column("taken", "Ocupación", kind="percent", decimals=1),
                Column("since", "Desde", kind="date", order="since"),
            ],
            filters=[
                Choice("place", "Lugar", [("Petén", "Petén"), ("Sololá", "Sololá")]),
                Words("q", "Nombre", ("name",)),
                Between("since", "Desde"),
            ],
        )  # fmt: skip

    return make


@pytest.fixture
def files() -> Factory:
    """The files of the person's institution; the weight orders, and the name's owner may be empty."""

    def make(request: HttpRequest) -> Listing:
        return Listing(
            name="files", title="Archivos", request=request, rows=StoredFile.objects.filter(institution=request.person.institution_id),
            order="-created", size=10, empty="Aquí se ven los archivos.",
            columns=[
                Column("name", "Nombre", order="name"),
                Column("size", "Peso", kind="number", order="size"),
                Column("width", "Ancho", kind="number", order="width"),
                Column("created", "Guardado", kind="moment", order="created"),
            ],
            filters=[
                Choice("kind", "Clase", [("pdf", "PDF"), ("webp", "Foto")]),
                Words("q", "Nombre", ("name",)),
                Between("created", "Guardado", moments=True),
            ],
        )  # fmt: skip

    return make


@pytest.fixture
def kept(world: World) -> Callable[[int], None]:
    """`kept(35)` puts 35 files on record: sizes repeat, a third has no width, an hour lies between one and the next."""

    def keep(many: int) -> None:
        StoredFile.objects.bulk_create(
            StoredFile(
                sha256=f"{number:064x}", kind="webp" if number % 3 else "pdf", size=number % 4, width=number % 5 if number % 3 else None,
                name=f"foto {number:05d}", institution=world.institute, by=world.ana, created=FIRST + timedelta(hours=number),
            )
            for number in range(many)
        )  # fmt: skip

    return keep
