from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from milpa.people.models import Person
from milpa.web import uploads
from milpa.web.models import StoredFile
from milpa.web.uploads import reading
from milpa.web.uploads.storing import keep
from tests.web.uploads.samples import HEADS
from tests.world import World


def evidence(world: World, kind: str = "pdf", name: str = "acta ñ.pdf") -> StoredFile:
    return keep(HEADS[kind], kind, name, institution=world.institute, by=world.ana, belongs=("tests.evidence", world.id))


@pytest.fixture
def institute_reads(monkeypatch: pytest.MonkeyPatch, world: World) -> list[set[UUID]]:
    """The stage that registered the kind lets the institute's people read; what it was asked is kept."""
    asked: list[set[UUID]] = []

    def readable(person: Person | None, ids: set[UUID]) -> set[UUID]:
        asked.append(set(ids))
        return set(ids) if person is not None and person.institution_id == world.institute.id else set()

    monkeypatch.setitem(uploads.readers, "tests.evidence", readable)
    return asked


def test_a_file_whose_kind_nobody_registered_is_open_to_no_one(world: World) -> None:
    stored = evidence(world)
    assert reading.readable(world.ana, [stored]) == []


def test_a_file_is_read_by_whom_its_place_lets_in(world: World, institute_reads: list[set[UUID]]) -> None:
    stored = evidence(world)
    assert reading.fetch(world.beto, stored.id) == stored
    for stranger in (world.elena, None):
        with pytest.raises(StoredFile.DoesNotExist):
            reading.fetch(stranger, stored.id)


def test_many_files_are_asked_about_in_one_question(world: World, institute_reads: list[set[UUID]]) -> None:
    files = [evidence(world) for _ in range(5)]
    assert reading.readable(world.ana, files) == files
    assert institute_reads == [{world.id}]


def test_a_file_that_belongs_to_nothing_yet_is_read_by_who_brought_it(world: World) -> None:
    stored = keep(HEADS["pdf"], "pdf", "a", institution=world.institute, by=world.ana)
    assert reading.readable(world.ana, [stored]) == [stored]
    assert reading.readable(world.beto, [stored]) == []
    assert reading.readable(None, [keep(HEADS["pdf"], "pdf", "a", institution=world.institute)]) == []


def answer(person: Person | None, stored: StoredFile, name: str | None = None) -> object:
    client = Client()
    if person is not None:
        client.force_login(person.account)
    return client.get(reverse("web:file", args=[stored.id, name or stored.name]))


def test_a_document_is_a_download_that_no_browser_takes_for_a_page(world: World, institute_reads: list[set[UUID]]) -> None:
    response = answer(world.ana, evidence(world))
    assert response.status_code == 200 and b"".join(response.streaming_content) == HEADS["pdf"]
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=UTF-8''acta%20%C3%B1.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].endswith("sandbox")
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("kind", ["webp", "mp3", "ogg", "m4a", "wav", "mp4", "webm"])
def test_pictures_sound_and_video_are_shown_in_their_place(world: World, institute_reads: list[set[UUID]], kind: str) -> None:
    response = answer(world.ana, evidence(world, kind))
    assert response["Content-Disposition"].startswith("inline;")
    assert response["Content-Type"].partition("/")[0] in ("image", "audio", "video")


def test_a_stranger_and_an_unknown_file_get_the_same_answer(world: World, institute_reads: list[set[UUID]]) -> None:
    stored = evidence(world)
    for person in (world.elena, None):
        assert answer(person, stored).status_code == 404
    stored.id = world.id
    assert answer(world.ana, stored).status_code == 404


def test_the_name_in_the_address_changes_nothing(world: World, institute_reads: list[set[UUID]]) -> None:
    response = answer(world.ana, evidence(world), "pagina.html")
    assert response["Content-Type"] == "application/pdf" and "acta" in response["Content-Disposition"]
