import codecs
from io import BytesIO

import pytest

from milpa.web.uploads.kinds import KINDS, kind_of
from tests.web.uploads.samples import HEADS, package


@pytest.mark.parametrize("kind", sorted(name for name in KINDS if KINDS[name].family != "made"))
def test_every_kind_is_known_by_its_content(kind: str) -> None:
    assert kind_of(BytesIO(HEADS[kind])) == kind


@pytest.mark.parametrize(
    "drawing",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- hola -->\n<svg:svg xmlns:svg='x' onload='x'/>",
        b"<!DOCTYPE svg PUBLIC 'x'><svg/>",
        "<svg onload=alert(1)>".encode("utf-16"),
        b"nombre,lugar\n<SVG/onload=alert(1)>,x\n",
    ],
)
def test_a_drawing_that_can_carry_a_program_is_recognised(drawing: bytes) -> None:
    assert kind_of(BytesIO(drawing)) == "svg"


@pytest.mark.parametrize(
    "page",
    [
        b"<!doctype html><p>x",
        b"   \n<html>",
        b"a,b\n<script>alert(1)</script>,2",
        b"<?xml version='1.0'?><rss/>",
        codecs.BOM_UTF16_LE + "<iframe src=x>".encode("utf-16-le"),
        b"hola <img src=x onerror=alert(1)>",
    ],
)
def test_a_page_is_recognised_wherever_its_tags_stand(page: bytes) -> None:
    assert kind_of(BytesIO(page)) == "html"


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"  \n ",
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02",
        b"#!/bin/sh\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"GIF89a\x01\x00",
        b"PK\x03\x04 broken",
        b"\x00\x00\x00\x20ftypheic" + bytes(20),
        b"\x1f\x8b\x08\x00",
        package("hola.txt"),
        package("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
    ],
    ids=["nothing", "blank", "exe", "elf", "script", "doc", "gif", "broken zip", "heic", "gzip", "zip", "macros"],
)
def test_everything_else_is_no_kind(other: bytes) -> None:
    assert kind_of(BytesIO(other)) is None


def test_a_small_file_that_grows_to_two_hundred_million_bytes_is_no_kind() -> None:
    bomb = package("[Content_Types].xml", "word/document.xml", weight=201_000_000)
    assert len(bomb) < 1_000_000
    assert kind_of(BytesIO(bomb)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_in_any_encoding_that_spreadsheets_write_is_a_csv(encoding: str) -> None:
    assert kind_of(BytesIO("Niño;Peñón\r\n1;2".encode(encoding))) == "csv"


def test_looking_leaves_the_file_at_its_beginning() -> None:
    for content in HEADS.values():
        file = BytesIO(content)
        kind_of(file)
        assert file.tell() == 0
