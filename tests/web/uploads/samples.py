"""Files as people and attackers send them."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image


def sent(name: str, content: bytes, says: str = "application/octet-stream") -> UploadedFile:
    return SimpleUploadedFile(name, content, says)


def photograph(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **save: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#0b6b4b").save(out, kind, **save)
    return out.getvalue()


def package(*parts: str, weight: int = 0) -> bytes:
    """A zip with these parts, as XLSX and DOCX are."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts:
            made.writestr(part, "x" + " " * weight)
    return out.getvalue()


HEADS = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "mp3": b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 20,
    "ogg": b"OggS\x00\x02" + bytes(20) + b"OpusHead",
    "wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(20),
    "m4a": b"\x00\x00\x00\x20ftypM4A " + bytes(20),
    "mp4": b"\x00\x00\x00\x20ftypisom" + bytes(20),
    "webm": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(20),
    "xlsx": package("[Content_Types].xml", "xl/workbook.xml"),
    "docx": package("[Content_Types].xml", "word/document.xml"),
    "csv": "nombre,lugar\nHotel Ágata,Sololá\n".encode(),
    "jpeg": photograph(),
    "png": photograph("PNG"),
    "webp": photograph("WEBP"),
}
