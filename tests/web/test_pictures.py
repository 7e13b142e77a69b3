from io import BytesIO

import pytest
from PIL import Image

from milpa.web import limits, pictures


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (300, 200), **save: object) -> BytesIO:
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **save)
    out.seek(0)
    return out


WAYS = ["JPEG RGB", "JPEG CMYK", "JPEG L", "PNG RGBA", "PNG P", "PNG 1", "PNG I;16", "WEBP RGBA"]


@pytest.mark.parametrize(("kind", "mode"), [tuple(way.split()) for way in WAYS])
def test_every_way_of_colour_becomes_webp(kind: str, mode: str) -> None:
    picture = pictures.redraw(drawn(kind, mode))
    again = Image.open(BytesIO(picture.content))
    assert (again.format, again.size, picture.width, picture.height) == ("WEBP", (300, 200), 300, 200)
    assert (again.mode == "RGBA") == (mode == "RGBA")


def test_a_small_picture_is_not_blown_up_and_a_long_one_keeps_its_shape() -> None:
    assert pictures.redraw(drawn("PNG", size=(30, 20))).width == 30
    long = pictures.redraw(drawn("PNG", size=(5000, 50)))
    assert (long.width, long.height) == (limits.PICTURE_SIDE, 16)


def test_a_moving_picture_stands_still() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    assert getattr(Image.open(BytesIO(pictures.redraw(BytesIO(out.getvalue())).content)), "n_frames", 1) == 1


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
def test_only_three_formats_are_ever_decoded(kind: str) -> None:
    with pytest.raises(pictures.NotAPicture):
        pictures.redraw(drawn(kind))


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_half_a_picture_is_none(cut: int) -> None:
    with pytest.raises(pictures.NotAPicture):
        pictures.redraw(BytesIO(drawn("JPEG", size=(900, 900)).getvalue()[:cut]))


def test_too_many_pixels_say_how_many_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_PIXELS", 100)
    monkeypatch.setattr(limits, "JPEG_PIXELS", 200)
    for kind, most in (("PNG", 100), ("JPEG", 200)):
        with pytest.raises(pictures.TooManyPixels) as error:
            pictures.redraw(drawn(kind, size=(15, 15)))
        assert error.value.most == most
