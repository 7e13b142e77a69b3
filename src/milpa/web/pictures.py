"""Photographs are drawn anew: without place, camera or whatever else a phone writes into them, and small enough for a village's line."""

import struct
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageOps

from milpa.web import limits

FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 80
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)  # what Pillow says of bytes it cannot read


class NotAPicture(ValueError):
    """The bytes begin like a picture and are none."""


class TooManyPixels(ValueError):
    """Decoding it would fill the memory; `most` is what is taken of its format."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} pixels")
        self.most = most


@dataclass(frozen=True, slots=True)
class Picture:
    """WebP, upright, no side longer than asked."""

    content: bytes
    width: int
    height: int


def redraw(file: BinaryIO, longest: int = limits.PICTURE_SIDE) -> Picture:
    """The picture as WebP without any metadata. The size is read from its head before a pixel is decoded.

    Raises NotAPicture, TooManyPixels.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            _refuse_a_bomb(picture)
            picture.draft("RGB", (longest, longest))  # a JPEG is decoded at the smallest scale that is large enough
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            return _webp(upright)
    except TooManyPixels:
        raise
    except Image.DecompressionBombError as bomb:
        raise TooManyPixels(limits.PICTURE_PIXELS) from bomb
    except _BROKEN as broken:
        raise NotAPicture(str(broken)) from broken


def _refuse_a_bomb(picture: Image.Image) -> None:
    most = limits.JPEG_PIXELS if picture.format == "JPEG" else limits.PICTURE_PIXELS
    if picture.width * picture.height > most:
        raise TooManyPixels(most)


def _webp(picture: Image.Image) -> Picture:
    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    plain = picture.convert("RGBA" if see_through else "RGB")
    plain.info = {}
    out = BytesIO()
    plain.save(out, "WEBP", quality=QUALITY, method=4)
    return Picture(out.getvalue(), plain.width, plain.height)
