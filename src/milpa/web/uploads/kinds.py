"""What a file is, by its content. Its name and what the browser says of it count for nothing."""

import codecs
import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from milpa.web import limits

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken, the family whose limits it has, and how it is served."""

    name: str
    family: str  # picture, pdf, audio, video, sheet, text; made: what only Milpa makes
    content_type: str
    inline: bool  # shown by the browser in its place; all else is a download


KINDS = {
    kind.name: kind
    for kind in [
        Kind("webp", "picture", "image/webp", True),
        Kind("jpeg", "picture", "image/jpeg", True),
        Kind("png", "picture", "image/png", True),
        Kind("pdf", "pdf", "application/pdf", False),
        Kind("mp3", "audio", "audio/mpeg", True),
        Kind("ogg", "audio", "audio/ogg", True),
        Kind("m4a", "audio", "audio/mp4", True),
        Kind("wav", "audio", "audio/wav", True),
        Kind("mp4", "video", "video/mp4", True),
        Kind("webm", "video", "video/webm", True),
        Kind("xlsx", "sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False),
        Kind("csv", "sheet", "text/csv; charset=utf-8", False),
        Kind("zip", "made", "application/zip", False),  # only what Milpa makes; brought by people it is not recognised
        Kind("docx", "text", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
    ]
}
FAMILIES = ("picture", "pdf", "audio", "video", "sheet", "text")
ACTIVE = ("svg", "html")  # recognised, to say so; never taken

_SIGNATURES = [
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"RIFF....WEBP", re.S), "webp"),
    (re.compile(rb"RIFF....WAVE", re.S), "wav"),
    (re.compile(rb"%PDF-\d"), "pdf"),
    (re.compile(rb"OggS"), "ogg"),
    (re.compile(rb"ID3[\x02-\x04]|\xff[\xfb\xfa\xf3\xf2]"), "mp3"),
    (re.compile(rb"....ftyp(?:M4A |M4B )", re.S), "m4a"),
    (re.compile(rb"....ftyp(?:isom|iso[2-9]|mp4[12]|avc1|MSNV|M4V |dash|3gp\d|3g2a|qt  )", re.S), "mp4"),
    (re.compile(rb"\x1aE\xdf\xa3.{0,60}webm", re.S), "webm"),
]
_OFFICE = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_TAG = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|iframe|object|embed|svg|link|meta|img|a|form|style)\b", re.I)
_SVG = re.compile(rb"<\s*(?:[a-z]+:)?svg\b|<!doctype\s+svg", re.I)


def kind_of(file: BinaryIO) -> str | None:
    """A name of KINDS, or "svg" or "html", or None for everything else. Leaves the file at its beginning.

    A name that is no key of KINDS is never stored.
    """
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if head[:4] == b"PK\x03\x04":
        return _office_kind(file)
    for signature, name in _SIGNATURES:
        if signature.match(head):
            return name
    return _text_kind(file, head)


def _office_kind(file: BinaryIO) -> str | None:
    """xlsx or docx without macros; None for any other zip, for a broken one and for one that would unpack without end."""
    try:
        with zipfile.ZipFile(file) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    finally:
        file.seek(0)
    names = {member.filename for member in members}
    unpacked = sum(member.file_size for member in members)
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if "[Content_Types].xml" not in names or has_macros or unpacked > limits.UNPACKED_BYTES:
        return None
    return next((kind for part, kind in _OFFICE.items() if part in names), None)


def _text_kind(file: BinaryIO, head: bytes) -> str | None:
    """csv for plain text in any of the encodings that spreadsheets write; svg and html by their tags, wherever they stand."""
    if not head.strip():
        return None
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    if b"\x00" in head or sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in head) > 0:
        return None
    if _SVG.search(head):
        return "svg"
    if _TAG.search(head) or head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<"):
        return "html"
    return "csv"
