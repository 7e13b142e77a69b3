"""A sheet to draw the demonstration's pictures on: few shapes, the colours of the cloth, twice the size and then reduced."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
COTTON, PAPER, SUNKEN = "#faf7f0", "#ffffff", "#efe9dc"
INK, SOFT, LINE = "#1d2436", "#566079", "#dcd5c6"
INDIGO, INDIGO_WASH = "#2f4796", "#e6ebfa"
JADE, JADE_WASH = "#146a4e", "#dcf3e8"
MAIZE, MAIZE_WASH = "#f0bb3a", "#fbf0d0"
COCHINEAL, COCHINEAL_WASH = "#a6243c", "#fbe7e9"
SKIN, WOOD, SKY = "#b9805a", "#a9794a", "#cfe4f2"
TWICE = 2


class Sheet:
    """Coordinates are those of the finished picture."""

    def __init__(self, width: int = 640, height: int = 400, colour: str = COTTON) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * TWICE, height * TWICE), colour)
        self.pen = ImageDraw.Draw(self.image)

    def box(
        self, x: float, y: float, w: float, h: float, fill: str | None = PAPER, edge: str | None = None, wide: float = 2, r: float = 3
    ) -> None:
        corners = [x * TWICE, y * TWICE, (x + w) * TWICE, (y + h) * TWICE]
        self.pen.rounded_rectangle(corners, radius=r * TWICE, fill=fill, outline=edge, width=round(wide * TWICE))

    def disc(self, x: float, y: float, r: float, fill: str | None = INK, edge: str | None = None, wide: float = 2) -> None:
        self.pen.ellipse(
            [(x - r) * TWICE, (y - r) * TWICE, (x + r) * TWICE, (y + r) * TWICE], fill=fill, outline=edge, width=round(wide * TWICE)
        )

    def line(self, *points: tuple[float, float], fill: str = INK, wide: float = 3) -> None:
        self.pen.line([(x * TWICE, y * TWICE) for x, y in points], fill=fill, width=round(wide * TWICE), joint="curve")

    def shape(self, *points: tuple[float, float], fill: str = INK) -> None:
        self.pen.polygon([(x * TWICE, y * TWICE) for x, y in points], fill=fill)

    def text(self, x: float, y: float, words: str, size: float = 18, fill: str = INK, anchor: str = "la", bold: bool = False) -> None:
        self.pen.text((x * TWICE, y * TWICE), words, font=letters(size, bold), fill=fill, anchor=anchor, spacing=round(size * 0.35 * TWICE))

    def lines(self, x: float, y: float, words: list[str], size: float = 16, fill: str = INK, step: float = 1.45) -> None:
        for number, each in enumerate(words):
            self.text(x, y + number * size * step, each, size, fill)

    def tick(self, x: float, y: float, r: float = 16) -> None:
        self.disc(x, y, r, JADE)
        self.line((x - r * 0.45, y), (x - r * 0.1, y + r * 0.38), (x + r * 0.5, y - r * 0.38), fill=PAPER, wide=r * 0.22)

    def cross(self, x: float, y: float, r: float = 16) -> None:
        self.disc(x, y, r, COCHINEAL)
        for side in (-1, 1):
            self.line((x - r * 0.4, y - side * r * 0.4), (x + r * 0.4, y + side * r * 0.4), fill=PAPER, wide=r * 0.22)

    def person(self, x: float, y: float, tall: float = 90, shirt: str = INDIGO) -> None:
        """Feet at (x, y)."""
        head = tall * 0.13
        self.disc(x, y - tall + head, head, SKIN)
        self.box(x - tall * 0.17, y - tall * 0.72, tall * 0.34, tall * 0.4, shirt, r=tall * 0.06)
        for side in (-1, 1):
            self.line((x + side * tall * 0.08, y - tall * 0.33), (x + side * tall * 0.08, y), fill=INK, wide=tall * 0.09)

    def phone(self, x: float, y: float, w: float = 190, h: float = 360) -> None:
        self.box(x, y, w, h, INK, r=18)
        self.box(x + 8, y + 18, w - 16, h - 36, PAPER, r=6)

    def button(self, x: float, y: float, w: float, words: str, fill: str = INDIGO, ink: str = PAPER, h: float = 34) -> None:
        self.box(x, y, w, h, fill)
        self.text(x + w / 2, y + h / 2, words, 15, ink, "mm", bold=True)

    def finished(self) -> Image.Image:
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def save(self, name: str) -> None:
        self.finished().save(HERE / f"{name}.webp", quality=72, method=6)


def letters(size: float, bold: bool = False) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """DejaVu where it is installed, else the face that comes with Pillow."""
    try:
        return ImageFont.truetype("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf", round(size * TWICE))
    except OSError:
        return ImageFont.load_default(round(size * TWICE))
