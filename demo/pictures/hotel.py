"""The pictures of the marketing course."""

from canvas import (
    COCHINEAL,
    COCHINEAL_WASH,
    COTTON,
    INDIGO,
    INDIGO_WASH,
    INK,
    JADE,
    JADE_WASH,
    LINE,
    MAIZE,
    MAIZE_WASH,
    PAPER,
    SKY,
    SOFT,
    SUNKEN,
    WOOD,
    Sheet,
)

MONTHS = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"]
SEASONS = "MMMABAAABBMA"  # alta, media, baja, from January: the hotel of the example
SEASON_COLOURS = {"A": (MAIZE, "Alta"), "M": (MAIZE_WASH, "Media"), "B": (SUNKEN, "Baja")}


def three_guests() -> None:
    sheet = Sheet()
    for column, words in enumerate([["Viaja por", "trabajo"], ["Familia", "de paseo"], ["Pareja con", "mochilas"]]):
        sheet.box(20 + column * 205, 30, 190, 340, PAPER, LINE)
        sheet.lines(50 + column * 205, 308, words, 20)
    sheet.person(105, 280, 170)
    sheet.box(150, 215, 42, 62, WOOD, r=5)
    sheet.line((160, 215), (160, 195), (182, 195), (182, 215), wide=4)
    for x, tall, shirt in ((265, 160, JADE), (345, 150, COCHINEAL), (290, 95, MAIZE), (322, 80, INDIGO)):
        sheet.person(x, 280, tall, shirt)
    for x, shirt in ((480, COCHINEAL), (555, INDIGO)):
        sheet.box(x - 40, 165, 30, 62, WOOD, r=8)
        sheet.person(x, 280, 165, shirt)
    sheet.save("tres_huespedes")


def promise() -> None:
    sheet = Sheet(colour=MAIZE_WASH)
    for x in (150, 490):
        sheet.line((x, 250), (x, 390), fill=WOOD, wide=14)
    sheet.box(60, 60, 520, 200, PAPER, WOOD, wide=10)
    sheet.text(320, 105, "Hotel Luna de Papel", 24, INDIGO, "mm", bold=True)
    sheet.text(320, 160, "Le esperamos aunque llegue tarde.", 25, INK, "mm")
    sheet.text(320, 205, "Su moto duerme adentro.", 25, INK, "mm")
    sheet.save("promesa")


def cost_of_a_night() -> None:
    sheet = Sheet()
    sheet.text(30, 22, "Lo que cuesta una noche vendida", 22, bold=True)
    for column, (share, fixed) in enumerate([(40, 150), (60, 100), (75, 80)]):
        x, scale = 90 + column * 185, 1.25
        sheet.box(x, 330 - (fixed + 45) * scale, 110, fixed * scale, INDIGO, r=0)
        sheet.box(x, 330 - 45 * scale, 110, 45 * scale, MAIZE, r=0)
        sheet.text(x + 55, 330 - (fixed + 45) * scale - 16, f"Q {fixed + 45}", 22, INK, "mm", bold=True)
        sheet.text(x + 55, 330 - (45 + fixed / 2) * scale, f"fijo {fixed}", 17, PAPER, "mm")
        sheet.text(x + 55, 330 - 22 * scale, "variable 45", 15, INK, "mm")
        sheet.text(x + 55, 352, f"ocupación {share} %", 17, SOFT, "mm")
    sheet.line((60, 330), (600, 330), wide=2)
    sheet.save("costo_por_noche")


def seasons() -> None:
    sheet = Sheet()
    sheet.text(30, 20, "Mi año: lleno, regular, flojo", 22, bold=True)
    for number, (month, season) in enumerate(zip(MONTHS, SEASONS, strict=True)):
        x, y = 30 + number % 6 * 98, 65 + number // 6 * 125
        colour, word = SEASON_COLOURS[season]
        sheet.box(x, y, 88, 112, colour, LINE)
        sheet.text(x + 44, y + 38, month, 24, INK, "mm", bold=True)
        sheet.text(x + 44, y + 78, word, 18, INK, "mm")
    sheet.text(30, 340, "Es el ejemplo. Pregúntele a su cuaderno, no a la costumbre.", 17, SOFT)
    sheet.save("temporadas")


def price_ladder() -> None:
    sheet = Sheet()
    for step, (word, price, colour) in enumerate(
        [("Piso", 45, COCHINEAL), ("Raya del año", 143, INK), ("Baja", 150, SOFT), ("Media", 190, JADE), ("Alta", 240, INDIGO)]
    ):
        x, high = 30 + step * 118, price * 1.15
        sheet.box(x, 350 - high, 110, high, colour, r=0)
        sheet.text(x + 55, 350 - high - 18, f"Q {price}", 22, colour, "mm", bold=True)
        sheet.text(x + 55, 372, word, 16, INK, "mm")
    sheet.line((20, 350), (625, 350), wide=3)
    sheet.line((20, 350 - 143 * 1.15), (625, 350 - 143 * 1.15), fill=MAIZE, wide=3)
    sheet.save("escalera_precio")


def map_listing() -> None:
    sheet = Sheet(colour="#e9efe2")
    for points in (((0, 120), (330, 150)), ((0, 300), (330, 270)), ((110, 0), (140, 400)), ((240, 0), (225, 400))):
        sheet.line(*points, fill=PAPER, wide=20)
    sheet.disc(185, 150, 34, COCHINEAL)
    sheet.shape((155, 165), (215, 165), (185, 235), fill=COCHINEAL)
    sheet.disc(185, 150, 13, PAPER)
    sheet.box(330, 30, 290, 340, PAPER, LINE)
    sheet.text(352, 52, "Hotel Luna de Papel", 21, bold=True)
    for row, words in enumerate(
        ["Hotel, 8 habitaciones", "Teléfono: 9000 0101", "Recepción: 6 a 22 h", "Escribir un mensaje", "Cómo llegar"]
    ):
        sheet.text(352, 100 + row * 36, words, 17, INDIGO if row > 2 else INK)
    for column, colour in enumerate([SKY, MAIZE_WASH, JADE_WASH]):
        sheet.box(352 + column * 85, 290, 75, 60, colour, LINE)
    sheet.save("ficha_mapa")


def room(good: bool) -> Sheet:
    """The same room: with window light and in order, or dark, crooked and untidy."""
    wall, floor, cover = (MAIZE_WASH, "#d9b78c", PAPER) if good else ("#5d5546", "#3f372c", "#9a927f")
    sheet = Sheet(colour=wall)
    sheet.box(-10, 280, 660, 140, floor, r=0)
    sheet.box(60, 50, 150, 150, SKY if good else "#3b4250", WOOD, wide=8)
    if good:
        sheet.shape((210, 60), (520, 280), (250, 280), fill="#fff7dd")
        sheet.line((135, 50), (135, 200), fill=WOOD, wide=4)
    else:
        sheet.box(60, 50, 150, 150, "#6b5a48", r=0)
    sheet.box(300, 130, 290, 90, WOOD)
    sheet.box(290, 200, 310, 120, cover, LINE, r=10)
    sheet.box(315, 175, 110, 45, PAPER if good else "#8a8272", LINE, r=12)
    sheet.box(460, 175, 110, 45, PAPER if good else "#7c7465", LINE, r=12)
    if good:
        sheet.box(480, 245, 90, 30, JADE)
    else:
        sheet.shape((300, 240), (420, 215), (590, 290), (430, 330), fill="#7f4a3c")
        sheet.box(150, 310, 90, 60, "#8c2f3f", r=16)
        sheet.box(235, 60, 50, 120, "#7d8796", WOOD, wide=5)
        sheet.disc(260, 115, 17, "#fffbe0")
        sheet.line((285, 105), (255, 70), fill="#fffbe0", wide=2)
    return sheet


def rooms() -> None:
    room(True).save("cuarto_buena_luz")
    dark = room(False)
    dark.image = dark.image.rotate(6, fillcolor="#2b261f")
    dark.save("cuarto_mala_luz")


def four_steps() -> None:
    sheet = Sheet()
    for step, words in enumerate(["1 Agradezca", "2 Reconozca", "3 Diga qué hizo", "4 Invite a hablar"]):
        x, y = 25 + step * 150, 290 - step * 75
        sheet.box(x, y, 145, 380 - y, [INDIGO_WASH, MAIZE_WASH, JADE_WASH, INDIGO][step], LINE)
        sheet.text(x + 72, y + 32, words, 15, PAPER if step == 3 else INK, "mm", bold=True)
    sheet.text(60, 40, "Para quienes lo van a leer", 22, SOFT)
    sheet.save("cuatro_pasos")


def middleman() -> None:
    sheet = Sheet()
    for row, (title, parts) in enumerate(
        [
            ("Con intermediario", [(36, "comisión", COCHINEAL), (45, "variable", MAIZE), (159, "le queda", JADE)]),
            ("Directo", [(12, "", COCHINEAL), (45, "variable", MAIZE), (183, "le queda", JADE)]),
        ]
    ):
        y, x = 70 + row * 165, 30.0
        sheet.text(30, y - 38, f"{title}: Q 240", 21, bold=True)
        for amount, word, colour in parts:
            sheet.box(x, y, amount * 2.4, 80, colour, PAPER, r=0)
            ink = INK if colour == MAIZE else PAPER
            if word:
                sheet.text(x + amount * 1.2, y + 30, f"{amount}", 22, ink, "mm", bold=True)
            sheet.text(x + amount * 1.2, y + 58, word, 14, ink, "mm")
            x += amount * 2.4
    sheet.text(30, 345, "En rojo, sin número: Q 12 que cobra el banco por la tarjeta", 16, SOFT)
    sheet.save("intermediario")


def capture_is_no_payment() -> None:
    sheet = Sheet()
    for x, good in ((60, False), (360, True)):
        sheet.phone(x, 20)
        sheet.text(x + 95, 64, "Su cuenta" if good else "Captura", 17, INK, "mm", bold=True)
        sheet.box(x + 22, 95, 146, 90, JADE_WASH if good else COCHINEAL_WASH)
        sheet.text(x + 95, 122, "Movimientos" if good else "«Ya deposité»", 15, SOFT, "mm")
        sheet.text(x + 95, 155, "+ Q 231.80", 20, INK, "mm", bold=True)
        sheet.text(x + 95, 215, "Sí entró" if good else "Es una foto", 17, INK, "mm")
        (sheet.tick if good else sheet.cross)(x + 95, 280, 34)
    sheet.save("captura_no_es_pago")


def neighbours_package() -> None:
    sheet = Sheet()
    for column, (word, price, roof) in enumerate(
        [("Hotel: noche", 190, INDIGO), ("Guía: caminata", 180, JADE), ("Cocina: desayuno", 60, COCHINEAL), ("Coordinación", 30, MAIZE)]
    ):
        x = 20 + column * 155
        sheet.box(x + 15, 130, 110, 110, PAPER, LINE)
        sheet.shape((x, 130), (x + 70, 65), (x + 140, 130), fill=roof)
        sheet.box(x + 55, 180, 32, 60, WOOD, r=2)
        sheet.text(x + 70, 262, word, 14, INK, "mm")
        sheet.text(x + 70, 290, f"Q {price}", 20, INK, "mm", bold=True)
    sheet.line((40, 318), (600, 318), fill=MAIZE, wide=4)
    sheet.text(320, 352, "Paquete para dos: Q 460", 26, INK, "mm", bold=True)
    sheet.save("paquete_vecinos")


def plan_on_the_wall() -> None:
    sheet = Sheet(colour=MAIZE_WASH)
    sheet.box(130, 20, 380, 360, PAPER, LINE)
    sheet.disc(320, 30, 9, COCHINEAL)
    sheet.text(320, 62, "Mi plan de 90 días", 24, INDIGO, "mm", bold=True)
    for row, (words, done) in enumerate(
        [
            ("8 reservaciones directas al mes", False),
            ("Rótulo en 8 habitaciones", True),
            ("Respuesta modelo escrita", True),
            ("Ficha y 5 fotos nuevas", True),
            ("20 noches de paquete", False),
            ("Acuerdo con la guía", False),
        ]
    ):
        y = 100 + row * 33
        sheet.text(160, y, words, 17, SOFT if done else INK)
        if done:
            sheet.line((156, y + 11), (440, y + 11), fill=COCHINEAL, wide=2)
    for column, (month, count) in enumerate([("hoy", 2), ("mes 1", 4), ("mes 2", 5), ("mes 3", 8)]):
        sheet.box(160 + column * 83, 315, 74, 50, COTTON, LINE)
        sheet.text(197 + column * 83, 340, f"{month}: {count}", 15, INK, "mm")
    sheet.save("plan_pared")


ALL = [
    three_guests,
    promise,
    cost_of_a_night,
    seasons,
    price_ladder,
    map_listing,
    rooms,
    four_steps,
    middleman,
    capture_is_no_payment,
    neighbours_package,
    plan_on_the_wall,
]
