"""A list that was tried is taken, once, however often it is sent and wherever it fell."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.confirming import confirm_import
from milpa.conglomerates.actions.importing import import_register, receive_list
from milpa.conglomerates.models import Enterprise, ImportConfirmed, RegisterImport, WrongRow
from milpa.conglomerates.refusals import ListIsGone, NotCheckedYet, NothingToTake
from milpa.ledger.models.documents import Revision
from milpa.web import search
from milpa.web.jobs.working import Stopped
from milpa.web.models import StoredFile
from tests.conglomerates.actions.test_importing import upload
from tests.conglomerates.register import ROWS, sheet, taken, tried

WRONG = "Hotel Sin Lugar,Macondo,Sololá,5510,6,Rosa,mujer,español,9001 0009,urbana"


def test_rows_become_enterprises_with_a_first_revision(world):
    taken(world)
    luna = Enterprise.objects.get(name="Hotel Luna de Papel")
    assert (luna.department, luna.municipality, luna.isic, luna.workers, luna.led_by, luna.is_rural) == (
        "GT-07", "0710", "5510", 6, "woman", False,
    )  # fmt: skip
    assert (luna.language, luna.phone, luna.size, luna.revision, luna.came_as) == ("cak", "90010001", "micro", 1, 2)
    assert Revision.objects.filter(document=luna.id, number=1).count() == 1


def test_whom_to_call_stands_in_no_revision(world):
    taken(world)
    assert not any(b"9001" in bytes(row.content) or b"Tzoc" in bytes(row.content) for row in Revision.objects.all())


def test_the_sheet_is_forgotten_and_what_was_wrong_stays_to_be_corrected(world):
    one = taken(world, *ROWS, WRONG)
    assert (one.file, StoredFile.objects.count(), WrongRow.objects.filter(of=one).count()) == (None, 0, 1)
    assert ImportConfirmed.objects.get().sha256 == one.sha256


def test_the_corrected_row_comes_in_as_a_list_of_its_own(world):
    taken(world, *ROWS, WRONG)
    one = taken(world, WRONG.replace("Macondo", "Sololá"))
    assert (one.good, one.wrong, Enterprise.objects.count()) == (1, 0, 4)


def test_the_whole_list_sent_again_brings_nothing_twice(world):
    taken(world)
    one = taken(world, *ROWS, WRONG.replace("Macondo", "Sololá"))
    assert (one.known, one.good, Enterprise.objects.count()) == (3, 1, 4)


def test_what_the_register_lacked_is_filled_in_and_what_it_knew_stays(world):
    taken(world, "Hotel Luna de Papel,Panajachel,Sololá,,6,,,,9001 0001,")
    one = taken(world, "Hotel Luna de Papel,Panajachel,Sololá,5510,40,Rosa Tzoc,mujer,kaqchikel,9001 0001,urbana")
    luna = Enterprise.objects.get()
    assert (luna.isic, luna.contact, luna.led_by, luna.workers, luna.revision, one.filled) == ("5510", "Rosa Tzoc", "woman", 6, 2, 1)


def test_confirmed_twice_it_is_one_also_after_the_list_is_gone(world):
    one, id = tried(world), ledger.uuid7()
    assert confirm_import(world.ana, one.id, id) == confirm_import(world.ana, one.id, id)
    assert Enterprise.objects.count() == 3
    with pytest.raises(ListIsGone):
        confirm_import(world.ana, one.id, ledger.uuid7())


def test_stopped_half_way_it_goes_on_where_it_was(world, monkeypatch):
    monkeypatch.setattr("milpa.conglomerates.actions.confirming.BATCH", 2)
    one, id = tried(world), ledger.uuid7()

    def stop(done: int, _total: int | None) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        confirm_import(world.ana, one.id, id, stop)
    assert (Enterprise.objects.count(), ImportConfirmed.objects.count()) == (2, 0)
    confirm_import(world.ana, one.id, id)
    assert (Enterprise.objects.count(), Revision.objects.filter(kind="conglomerates.enterprise").count()) == (3, 3)


def test_a_list_that_was_not_tried_or_has_nothing_is_refused(world):
    one = receive_list(world.ana, world.id, ledger.uuid7(), upload(sheet()))
    with pytest.raises(NotCheckedYet):
        confirm_import(world.ana, one.id, ledger.uuid7())
    with pytest.raises(NothingToTake):
        confirm_import(world.ana, tried(world, WRONG).id, ledger.uuid7())


def test_a_stranger_confirms_nothing(world):
    with pytest.raises(RegisterImport.DoesNotExist):
        confirm_import(world.elena, tried(world).id, ledger.uuid7())
    assert not Enterprise.objects.exists()


def test_what_was_taken_is_found_by_name_activity_and_place(world):
    taken(world)
    assert [found.title for found in search.find(world.ana, "panajachel luna")] == ["Hotel Luna de Papel"]
    assert search.find(world.elena, "luna") == []


def test_three_hundred_rows_take_no_more_statements_than_a_few_dozen(world, django_assert_max_num_queries):
    rows = [f"Hotel Número {n},Panajachel,Sololá,5510,6,Rosa {n},mujer,español,9{n:07d},rural" for n in range(300)]
    one = import_register(world.ana, world.id, ledger.uuid7(), sheet(*rows))
    with django_assert_max_num_queries(70):
        confirm_import(world.ana, one.id, ledger.uuid7())
