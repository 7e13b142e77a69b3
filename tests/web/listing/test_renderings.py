import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.http import HttpRequest
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook

from milpa.web import limits, registries
from milpa.web.listing import Listing, exporting
from milpa.web.listing.exporting import make_file
from milpa.web.listing.refusals import TooLongToPrint
from milpa.web.models import Job
from milpa.web.uploads.storing import opened
from tests.web.listing.agreement import Factory, request_of
from tests.world import World

Keep = Callable[[int], None]


@pytest.mark.django_db
def test_a_csv_opens_rightly_and_runs_nothing(hotels: Factory) -> None:
    response = hotels(request_of(None, "/h/?formato=csv")).answer()
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="hotels-')
    assert response.content.startswith("\ufeffNombre,Lugar,".encode())
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert rows[1][:4] == ['\'-Posada, "La\nOlla"', "-5", "3000", "-4.00"]
    assert rows[2][:2] == ['\'=HYPERLINK("x")', "+502 5512 3456"]


@pytest.mark.django_db
def test_a_spreadsheet_holds_numbers_and_days_as_such_and_no_formula(hotels: Factory) -> None:
    book = load_workbook(BytesIO(hotels(request_of(None, "/h/?formato=xlsx")).answer().content))
    cells = [list(row) for row in book.active.iter_rows()]
    assert [cell.value for cell in cells[3]] == ["Hotel Ágata", "Sololá", 12, 1250.5, 0.457, cells[3][5].value]
    assert cells[3][5].value.date() == date(2011, 5, 2) and cells[3][4].number_format == "0.0%"
    assert cells[2][0].value == '=HYPERLINK("x")' and cells[2][0].data_type == "s" and cells[2][1].value == "+502 5512 3456"
    assert book.active.freeze_panes == "A2" and book.active.title == "Hoteles"


@pytest.mark.django_db
def test_on_paper_stand_all_rows_without_filters_or_pages_and_its_note(hotels: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    text = hotels(request_of(None, "/h/?formato=imprimir")).answer().content.decode()
    assert "4 filas" in text and "Ejemplo inventado." in text and "<form" not in text
    monkeypatch.setattr(limits, "PRINTED_ROWS", 3)
    with pytest.raises(TooLongToPrint) as refusal:
        hotels(request_of(None, "/h/?formato=imprimir")).answer()
    assert "3 filas" in str(refusal.value)


@pytest.mark.django_db
def test_what_people_wrote_is_shown_and_never_run(hotels: Factory) -> None:
    listing = hotels(request_of(None, "/h/"))
    listing.rows = [{**listing.rows[0], "name": "<script>alert(1)</script>"}]
    assert "&lt;script&gt;" in listing.answer().content.decode()


def test_a_short_list_is_a_file_at_once_and_a_long_one_a_job(
    files: Factory, kept: Keep, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ROWS_AT_ONCE", 20)
    kept(20)
    assert files(request_of(world.ana, "/a/?formato=csv")).answer().status_code == 200
    kept(1)
    response = files(request_of(world.ana, "/a/?formato=csv&orden=name")).answer()
    job = Job.objects.get()
    assert response.status_code == 302 and response["Location"] == f"/jobs/{job.id}/"
    assert (job.person, job.title, job.back) == (world.ana, "Archivos", "/a/?orden=name")
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(job.id), "files", "csv", "/a/", "formato=csv&orden=name"]


@pytest.fixture
def registered(files: Factory, monkeypatch: pytest.MonkeyPatch) -> Factory:
    """The list of files has its name, and stands at an address (of the search page, which asks for nothing)."""
    monkeypatch.setitem(registries.listings, "files", files)
    return files


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_worker_makes_the_same_file_that_a_page_would_give(
    registered: Factory, kept: Keep, world: World, settings: Any, tmp_path: Any, kind: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept(30)
    query = f"formato={kind}&orden=size&kind=webp"
    at_once = registered(request_of(world.ana, f"/search/?{query}")).answer().content
    job = Job.objects.create(person=world.ana, title="Archivos")
    make_file.func(str(job.id), "files", kind, "/search/", query)
    job.refresh_from_db()
    assert [mark.mark for mark in job.marks.order_by("id")] == ["begun", "finished"]
    with opened(job.file) as file:
        made = file.read()
    assert _values(made) == _values(at_once) if kind == "xlsx" else made == at_once
    assert job.file.belongs_id == job.id and job.file.by == world.ana


def _values(content: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))


def test_the_worker_sees_only_what_the_person_may_see(registered: Factory, kept: Keep, world: World, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept(30)
    job = Job.objects.create(person=world.elena, title="Archivos")
    make_file.func(str(job.id), "files", "csv", "/search/", "")
    job.refresh_from_db()
    with opened(job.file) as file:
        assert file.read().decode("utf-8-sig") == "Nombre,Peso,Ancho,Guardado\r\n"


def test_a_list_finds_the_values_of_its_address_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def factory(request: HttpRequest, **values: Any) -> Listing:
        asked.update(values, person=request.person, order=request.GET["orden"])
        raise LookupError

    monkeypatch.setitem(registries.listings, "files", factory)
    job = Job.objects.create(person=world.ana, title="Archivos")
    with pytest.raises(LookupError):
        exporting.found_again("files", world.ana, f"/jobs/{job.id}/", "orden=name")
    assert asked == {"id": job.id, "person": world.ana, "order": "name"}
