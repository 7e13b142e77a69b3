"""A list is received and tried; nothing is in the register before it is confirmed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from demo import messy_register
from milpa import ledger
from milpa.conglomerates.actions.importing import import_register, put_away, receive_list, say_columns, try_list
from milpa.conglomerates.models import Enterprise, RegisterImport, WrongRow
from milpa.conglomerates.refusals import ColumnIsMissing, ColumnTwice, ListIsGone, NoRows
from milpa.ledger.refusals import Conflict
from milpa.programmes.models import Programme
from milpa.web.models import StoredFile
from milpa.web.uploads.refusals import CarriesPrograms, WrongType
from tests.conglomerates.register import HEADINGS, ROWS, sheet, tried


def upload(content: bytes, name: str = "lista.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def received(world, content: bytes | None = None) -> RegisterImport:
    return receive_list(world.ana, world.id, ledger.uuid7(), upload(content or sheet()))


def test_the_columns_are_guessed_by_their_headings(world):
    one = received(world)
    assert one.columns == {
        "name": 0, "municipality": 1, "department": 2, "activity": 3, "workers": 4,
        "leader": 5, "leader_sex": 6, "language": 7, "phone": 8, "area": 9,
    }  # fmt: skip
    assert one.guesses[0]["examples"][0] == "Hotel Luna de Papel"


def test_a_list_sent_twice_is_one(world):
    id = ledger.uuid7()
    assert receive_list(world.ana, world.id, id, upload(sheet())) == receive_list(world.ana, world.id, id, upload(sheet()))
    assert StoredFile.objects.filter(belongs_id=id).count() == 1
    with pytest.raises(Conflict):
        receive_list(world.beto, world.id, id, upload(sheet()))


def test_trying_puts_nothing_into_the_register(world):
    one = tried(world, *ROWS, "Hotel Sin Lugar,Macondo,,5510,seis,Rosa,mujer,español,123,urbana")
    assert (one.rows, one.good, one.wrong, Enterprise.objects.count()) == (4, 3, 1, 0)


def test_every_error_of_a_row_is_told_at_once_as_it_was_written(world):
    one = tried(world, *ROWS, "=Hotel,Macondo,,5510,seis,Rosa,x o y,español,123,tal vez")
    errors = {(field, code) for field, code, _value in WrongRow.objects.get(of=one).errors}
    assert errors == {
        ("name", "formula"), ("municipality", "municipality_unknown"), ("workers", "workers_not_whole"),
        ("leader_sex", "sex_unknown"), ("phone", "phone_length"), ("area", "area_unknown"),
    }  # fmt: skip


def test_a_row_that_says_the_same_twice_is_counted_once(world):
    assert (tried(world, *ROWS, ROWS[0].upper()).repeated, RegisterImport.objects.get().good) == (1, 3)


def test_rows_that_look_alike_are_shown_with_the_reasons(world):
    one = tried(world, *ROWS, "Hotel Luna de Papél,Panajachel,Sololá,5510,7,Rosa,mujer,español,9001 0001,urbana")
    assert one.alike_count == 0  # word for word the same but for an accent: it is the same row
    one = tried(world, *ROWS, "Hotel Lunas de Papel,Panajachel,Sololá,5510,7,Rosa,mujer,español,9001 0001,urbana")
    [pair] = one.alike
    assert set(pair["reasons"]) == {"same_phone", "similar_name", "same_municipality"}


def test_a_person_corrects_what_a_column_is(world):
    one = received(world, b"A,B,C\nHotel Luna,0710,90010001\n")
    with pytest.raises(ColumnIsMissing):
        say_columns(world.ana, one.id, {0: "name"})
    with pytest.raises(ColumnTwice):
        say_columns(world.ana, one.id, {0: "name", 1: "municipality", 2: "name"})
    say_columns(world.ana, one.id, {0: "name", 1: "municipality", 2: ""})
    assert try_list(world.ana, one.id).good == 1


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(HEADINGS.encode(), NoRows), (b"<svg onload=alert(1)></svg>", CarriesPrograms), (b"%PDF-1.4", WrongType), (b"\x00\x01", WrongType)],
)
def test_what_is_no_list_is_refused_and_leaves_nothing(world, content, refusal):
    with pytest.raises(refusal):
        received(world, content)
    assert not RegisterImport.objects.exists()


def test_a_name_with_a_path_is_only_a_name(world):
    assert receive_list(world.ana, world.id, ledger.uuid7(), upload(sheet(), "../../etc/lista.csv")).name == "lista.csv"


def test_a_list_put_away_is_forgotten_with_its_rows(world):
    one = tried(world, "Hotel,Macondo,,,,,,,,")
    put_away(world.ana, one.id)
    assert not WrongRow.objects.exists()
    assert not StoredFile.objects.exists()
    with pytest.raises(ListIsGone):
        try_list(world.ana, one.id)


def test_who_may_not_import_finds_no_programme_and_strangers_find_no_list(world):
    for person in (world.elena, world.diego, world.irma):
        with pytest.raises(Programme.DoesNotExist):
            receive_list(person, world.id, ledger.uuid7(), upload(sheet()))
    one = received(world)
    with pytest.raises(RegisterImport.DoesNotExist):
        try_list(world.elena, one.id)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_messy_list_of_an_association_is_read_whole(world, kind):
    rows = messy_register.messy_rows()
    content = messy_register.messy_csv(rows) if kind == "csv" else messy_register.messy_xlsx(rows)
    one = import_register(world.ana, world.id, ledger.uuid7(), content, name=f"lista.{kind}")
    assert one.rows == messy_register.ROWS
    assert 100 < one.wrong < 250
    assert one.alike_count > 5
    assert one.wrong == WrongRow.objects.filter(of=one).count()
