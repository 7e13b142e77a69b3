from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoCaptureOnCommitCallbacks

from milpa.web.models import StoredFile
from milpa.web.uploads.storing import attach, discard, keep, local_path, opened
from tests.world import World


def kept(world: World, content: bytes, name: str = "acta.pdf") -> StoredFile:
    return keep(content, "pdf", name, institution=world.institute, by=world.ana)


def test_a_file_lies_whole_under_its_hash_and_nothing_beside_it(world: World) -> None:
    stored = kept(world, b"%PDF-1.7 hola" * 100_000)
    path = local_path(stored)
    assert path is not None and path.read_bytes() == b"%PDF-1.7 hola" * 100_000
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_stream_is_kept_from_its_beginning_wherever_it_stands(world: World) -> None:
    stream = BytesIO(b"%PDF-1.7 hola")
    stream.read(5)
    with opened(keep(stream, "pdf", "a", institution=world.institute)) as file:
        assert file.read() == b"%PDF-1.7 hola"


def test_a_write_that_breaks_off_leaves_nothing_under_the_hash(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr("milpa.web.uploads.storing.os.replace", power_cut)
    with pytest.raises(OSError, match="power cut"):
        kept(world, b"%PDF-1.7 hola")
    assert not StoredFile.objects.exists()
    monkeypatch.undo()
    with opened(kept(world, b"%PDF-1.7 hola")) as file:
        assert file.read() == b"%PDF-1.7 hola"


def test_content_is_forgotten_with_the_last_row_that_names_it(
    world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    one, other = kept(world, b"%PDF-1.7 hola"), kept(world, b"%PDF-1.7 hola", "copia.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        discard(one)
    assert default_storage.exists(other.address)
    address = other.address
    with django_capture_on_commit_callbacks(execute=True):
        discard(other)
    assert not default_storage.exists(address)


def test_a_file_can_find_its_place_later(world: World) -> None:
    stored = kept(world, b"%PDF-1.7 hola")
    attach(stored, "programmes.evidence", world.id)
    assert StoredFile.objects.get(belongs_kind="programmes.evidence", belongs_id=world.id).id == stored.id


def test_files_lie_under_the_files_directory_only(world: World, settings: Any) -> None:
    path = local_path(kept(world, b"%PDF-1.7 hola", "../../../fuera.pdf"))
    assert path is not None and path.is_relative_to(Path(settings.MEDIA_ROOT))
