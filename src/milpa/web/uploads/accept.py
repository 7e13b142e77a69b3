"""The door for files that people bring: every one is hostile until its content has been looked at."""

from collections.abc import Collection
from typing import Any, BinaryIO
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from milpa.ledger.refusals import Conflict
from milpa.web import limits, pictures
from milpa.web.formats import filesize
from milpa.web.models import StoredFile
from milpa.web.uploads import kinds
from milpa.web.uploads.names import bare_name
from milpa.web.uploads.refusals import CarriesPrograms, Damaged, EmptyFile, TooLarge, TooManyPixels, WrongType
from milpa.web.uploads.storing import Belongs, keep


def accept(
    upload: UploadedFile, *, by: Any, institution: Any, families: Collection[str], belongs: Belongs | None = None, id: UUID | None = None
) -> StoredFile:
    """Looks at what was sent and stores it; a picture is drawn anew.

    families: which of `kinds.FAMILIES` fit here. id: made when the form was shown; the same file sent again answers what is stored.
    Raises WrongType, CarriesPrograms, TooLarge, TooManyPixels, Damaged, EmptyFile; Conflict for an id that is another's.
    """
    if id is not None and (known := StoredFile.objects.filter(id=id).first()):
        if known.by_id != getattr(by, "id", None):
            raise Conflict
        return known
    kind = _kind_that_fits(upload, families)
    _refuse_weight(upload, limits.UPLOAD_BYTES_BY_KIND[kind.family])
    placed = {"by": by, "institution": institution, "belongs": belongs, "id": id}
    if kind.family == "picture":
        picture = _redrawn(upload)
        return keep(picture.content, "webp", bare_name(upload.name), size=(picture.width, picture.height), **placed)
    return keep(_raw(upload), kind.name, bare_name(upload.name), **placed)


def kind_fits(upload: UploadedFile, families: Collection[str]) -> kinds.Kind:
    """For a file that is only read, such as an import: its kind. Raises as `accept` does."""
    kind = _kind_that_fits(upload, families)
    _refuse_weight(upload, limits.UPLOAD_BYTES_BY_KIND[kind.family])
    return kind


def family_words(families: Collection[str]) -> str:
    """The kinds that fit, in words: "a photograph (JPEG, PNG or WebP) or a PDF"."""
    words = {
        "picture": _("a photograph (JPEG, PNG or WebP)"),
        "pdf": _("a PDF"),
        "audio": _("a sound (MP3, OGG, M4A or WAV)"),
        "video": _("a video (MP4 or WebM)"),
        "sheet": _("a spreadsheet (XLSX or CSV)"),
        "text": _("a Word document (DOCX)"),
    }
    said = [words[family] for family in kinds.FAMILIES if family in families]
    return said[0] if len(said) == 1 else _("{several} or {last}").format(several=", ".join(said[:-1]), last=said[-1])


def _kind_that_fits(upload: UploadedFile, families: Collection[str]) -> kinds.Kind:
    _refuse_weight(upload, limits.UPLOAD_BYTES)
    if not upload.size:
        raise EmptyFile(name=bare_name(upload.name))
    name = kinds.kind_of(_raw(upload))
    if name in kinds.ACTIVE:
        raise CarriesPrograms(name=bare_name(upload.name), allowed=family_words(families))
    if name is None or kinds.KINDS[name].family not in families:
        raise WrongType(name=bare_name(upload.name), allowed=family_words(families))
    return kinds.KINDS[name]


def _refuse_weight(upload: UploadedFile, most: int) -> None:
    if (upload.size or 0) > most:
        raise TooLarge(name=bare_name(upload.name), size=filesize(upload.size), most=filesize(most))


def _redrawn(upload: UploadedFile) -> pictures.Picture:
    try:
        return pictures.redraw(_raw(upload))
    except pictures.TooManyPixels as error:
        raise TooManyPixels(name=bare_name(upload.name), most=error.most // 1_000_000) from error
    except pictures.NotAPicture as error:
        raise Damaged(name=bare_name(upload.name)) from error


def _raw(upload: UploadedFile) -> BinaryIO:
    file: BinaryIO = upload.file
    return file
