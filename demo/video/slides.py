"""The five captioned slides of the video: the same room, before and after."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "pictures"))

from canvas import COTTON, INK, MAIZE_WASH, PAPER, Sheet
from hotel import room

CAPTIONS = [
    ("", "La misma habitación, el mismo teléfono."),
    ("dark", "Antes: con flash, torcida y sin ordenar."),
    ("", "Abra la cortina, ordene, acueste el teléfono."),
    ("light", "Después: luz de ventana, líneas derechas."),
    ("", "Ahora usted: tome cinco, escoja una."),
]


def slide(picture: str, caption: str) -> Sheet:
    sheet = Sheet(426, 320, COTTON if picture else MAIZE_WASH)
    if picture:
        inside = room(picture == "light").image
        inside = inside.rotate(0 if picture == "light" else 6, fillcolor="#2b261f").resize((852, 532))
        sheet.image.paste(inside, (0, 0))
        sheet.box(-5, 266, 440, 60, INK, r=0)
        sheet.text(213, 293, caption, 17, PAPER, "mm")
    else:
        first, _, rest = caption.partition(",") if "," in caption else caption.partition(":")
        sheet.text(213, 135, first + ("," if "," in caption else ":"), 19, INK, "mm", bold=True)
        sheet.text(213, 175, rest.strip(), 19, INK, "mm")
    return sheet


if __name__ == "__main__":
    for number, (picture, caption) in enumerate(CAPTIONS):
        slide(picture, caption).finished().save(Path(sys.argv[1]) / f"{number}.png")
