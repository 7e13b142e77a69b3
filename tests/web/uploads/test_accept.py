from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Conflict
from milpa.web import limits
from milpa.web.models import StoredFile
from milpa.web.uploads import kinds
from milpa.web.uploads.accept import accept, family_words, kind_fits
from milpa.web.uploads.refusals import CarriesPrograms, Damaged, EmptyFile, TooLarge, TooManyPixels, WrongType
from milpa.web.uploads.storing import opened
from tests.web.uploads.samples import HEADS, photograph, sent
from tests.world import World


def take(world: World, name: str, content: bytes, *families: str, **more: object) -> StoredFile:
    return accept(sent(name, content), by=world.ana, institution=world.institute, families=families or kinds.FAMILIES, **more)


def test_a_photograph_is_drawn_anew_without_place_or_camera_upright_and_small(world: World) -> None:
    marks = Image.Exif()
    marks[0x0112], marks[0x010F] = 6, "Cámara de Ana"  # turned by a quarter; the maker
    marks.get_ifd(0x8825)[1] = "N"
    stored = take(world, "foto.jpg", photograph(size=(4000, 2000), exif=marks))
    with opened(stored) as file:
        picture = Image.open(BytesIO(file.read()))
    assert (picture.format, picture.size) == ("WEBP", (800, 1600))
    assert (stored.kind, stored.width, stored.height, stored.name) == ("webp", 800, 1600, "foto.webp")
    assert not picture.getexif() and "exif" not in picture.info and "icc_profile" not in picture.info


def test_what_hides_behind_a_photographs_end_is_not_kept(world: World) -> None:
    stored = take(world, "foto.jpg", photograph() + b"<script>alert(1)</script>")
    with opened(stored) as file:
        assert b"script" not in file.read()


@pytest.mark.parametrize("kind", [kind for kind in kinds.KINDS if kinds.KINDS[kind].family not in ("picture", "made")])
def test_other_files_are_kept_as_they_are_under_their_hash(world: World, kind: str) -> None:
    stored = take(world, "cosa.bin", HEADS[kind])
    with opened(stored) as file:
        assert file.read() == HEADS[kind]
    assert stored.name == f"cosa.{kind}" and stored.address == f"{stored.sha256[:2]}/{stored.sha256[2:4]}/{stored.sha256}.{kind}"


def test_the_same_content_lies_once_for_two_who_bring_it(world: World) -> None:
    one, other = take(world, "a.pdf", HEADS["pdf"]), take(world, "b.pdf", HEADS["pdf"])
    assert one.id != other.id and one.address == other.address
    assert len(default_storage.listdir(one.address.rpartition("/")[0])[1]) == 1


@pytest.mark.parametrize(
    ("name", "content", "says_no"),
    [
        ("foto.jpg", b"<svg xmlns='x'><script/></svg>", CarriesPrograms),
        ("foto.png", b"<html><script>x</script>", CarriesPrograms),
        ("foto.jpg", b"MZ\x90\x00", WrongType),
        ("foto.jpg", HEADS["pdf"], WrongType),
        ("foto.jpg", photograph()[:300], Damaged),
        ("foto.jpg", b"\xff\xd8\xff" + bytes(50), Damaged),
        ("foto.jpg", b"", EmptyFile),
        ("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x01\x00\x00" * 2 + b"\x08\x02\x00\x00\x00", Damaged),
    ],
)
def test_a_forged_or_broken_file_is_refused_by_its_content_and_nothing_is_kept(
    world: World, name: str, content: bytes, says_no: type[WrongType]
) -> None:
    with pytest.raises(says_no) as refusal:
        take(world, name, content, "picture")
    assert type(refusal.value) is says_no
    assert name in str(refusal.value) and "Lo que escribió" in str(refusal.value)
    assert not StoredFile.objects.exists()


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(self: Image.Image) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(Image.Image, "load", never)
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    with pytest.raises(TooManyPixels) as refusal:
        take(world, "enorme.png", _enormous(30_000, 30_000), "picture")
    assert "25 millones" in str(refusal.value)


def _enormous(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has very many points."""
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00" * 100)) + chunk(b"IEND", b"")


def test_each_kind_has_its_own_weight(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.UPLOAD_BYTES_BY_KIND, "audio", 60)
    with pytest.raises(TooLarge) as refusal:
        take(world, "voz.mp3", HEADS["mp3"])
    assert refusal.value.status == 413 and "1\u00a0kB" in str(refusal.value)


def test_nothing_over_the_limit_of_all_kinds_is_even_looked_at(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 10)
    monkeypatch.setattr(kinds, "kind_of", lambda file: pytest.fail("it was looked at"))
    with pytest.raises(TooLarge):
        take(world, "acta.pdf", HEADS["pdf"])


def test_a_file_sent_again_with_the_id_of_its_form_is_kept_once(world: World) -> None:
    id = uuid7()
    first = take(world, "acta.pdf", HEADS["pdf"], id=id)
    again = take(world, "acta.pdf", HEADS["pdf"], id=id)
    assert first.id == again.id == id and StoredFile.objects.count() == 1


def test_an_id_of_someone_else_is_a_conflict_that_shows_nothing(world: World) -> None:
    id = uuid7()
    take(world, "acta.pdf", HEADS["pdf"], id=id)
    with pytest.raises(Conflict):
        accept(sent("x.pdf", HEADS["pdf"]), by=world.elena, institution=world.strangers, families=["pdf"], id=id)


def test_an_import_is_looked_at_in_the_same_way_without_being_kept(world: World) -> None:
    assert kind_fits(sent("registro.csv", HEADS["csv"]), ["sheet"]).name == "csv"
    with pytest.raises(WrongType):
        kind_fits(sent("registro.csv", HEADS["pdf"]), ["sheet"])
    assert not StoredFile.objects.exists()


def test_what_fits_is_said_in_words() -> None:
    assert family_words(["picture"]) == "una fotografía (JPEG, PNG o WebP)"
    assert family_words(["sheet", "pdf", "picture"]) == "una fotografía (JPEG, PNG o WebP), un PDF o una hoja de cálculo (XLSX o CSV)"
