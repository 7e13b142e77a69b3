"""Schematic stand-ins for the photographs that learners send with their practices."""

from canvas import COCHINEAL, COTTON, INDIGO, INK, JADE, LINE, MAIZE, MAIZE_WASH, PAPER, SKY, SOFT, SUNKEN, WOOD, Sheet


def written_sheet(name: str, title: str, words: list[str], wall: str = SUNKEN, tilt: float = 0) -> None:
    sheet = Sheet(480, 360, wall)
    sheet.box(70, 25, 340, 310, PAPER, LINE)
    sheet.text(240, 62, title, 20, INDIGO, "mm", bold=True)
    for row, each in enumerate(words):
        sheet.text(94, 96 + row * 34, each, 17, INK)
        sheet.line((94, 122 + row * 34), (386, 122 + row * 34), fill=LINE, wide=1)
    sheet.disc(240, 34, 7, COCHINEAL)
    if tilt:
        sheet.image = sheet.image.rotate(tilt, fillcolor=wall)
    sheet.save(name)


def sheets() -> None:
    written_sheet(
        "practica_promesa",
        "Nuestra promesa",
        ["Para quien viaja por trabajo:", "le esperamos hasta las once", "y el café está a las cinco.", "", "Recepción, por dentro"],
        MAIZE_WASH,
        2,
    )
    written_sheet(
        "practica_tarifa",
        "Tarifas",
        ["Sencilla  Q 158.60", "Doble  Q 231.80", "Triple  Q 292.80", "Impuestos incluidos", "Entrada 14 h, salida 12 h"],
        COTTON,
    )
    written_sheet(
        "practica_rotulo",
        "La próxima vez",
        ["Escríbanos directo", "y escoja su habitación", "", "Tel. 9000 01··", "Pregunte por recepción"],
        MAIZE_WASH,
        -2,
    )
    written_sheet(
        "practica_acuerdo",
        "Acuerdo",
        ["1 Qué da cada quien", "2 Cuánto y cuándo", "3 Aviso: un día antes", "4 De 2 a 8 personas", "5 Si llueve: otro día"],
        SUNKEN,
        1,
    )
    written_sheet(
        "practica_plan",
        "90 días",
        ["6 directas al mes", "Ficha y 5 fotos: día 20", "Contestar en 48 horas", "Quién: Lidia y yo", "Lunes 7:00, con café"],
        MAIZE_WASH,
    )


def facade() -> None:
    sheet = Sheet(480, 360, SKY)
    sheet.box(-5, 280, 490, 90, "#c9b48f", r=0)
    sheet.box(70, 100, 340, 185, MAIZE, r=0)
    sheet.box(60, 80, 360, 30, COCHINEAL, r=0)
    sheet.box(205, 185, 70, 100, WOOD)
    for x in (105, 320):
        sheet.box(x, 150, 60, 70, PAPER, WOOD, wide=5)
    sheet.box(150, 118, 180, 40, PAPER, INK)
    sheet.text(240, 138, "Hospedaje", 21, INDIGO, "mm", bold=True)
    sheet.save("practica_fachada")


def bedroom() -> None:
    sheet = Sheet(480, 360, "#eaf1e6")
    sheet.box(-5, 250, 490, 120, "#d2a679", r=0)
    sheet.box(45, 45, 110, 120, SKY, WOOD, wide=6)
    sheet.box(205, 120, 230, 70, WOOD)
    sheet.box(195, 175, 250, 110, PAPER, LINE, r=8)
    for x in (220, 335):
        sheet.box(x, 155, 85, 36, PAPER, LINE, r=10)
    sheet.box(195, 225, 250, 26, JADE, r=0)
    sheet.save("practica_habitacion")


def breakfast() -> None:
    sheet = Sheet(480, 360, WOOD)
    sheet.disc(210, 180, 120, PAPER, SOFT)
    sheet.disc(180, 160, 38, MAIZE)
    sheet.disc(180, 160, 16, "#f6d77a")
    sheet.box(215, 190, 70, 44, "#4a2f22", r=20)
    sheet.disc(385, 110, 52, PAPER, SOFT)
    sheet.disc(385, 110, 38, "#4b2e1e")
    for y in (225, 250, 275):
        sheet.disc(390, y, 42, "#e9cf8f", LINE)
    sheet.save("practica_desayuno")


ALL = [sheets, facade, bedroom, breakfast]
