"""The pictures of the levelling course and of the welcome lesson."""

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
    SOFT,
    SUNKEN,
    WOOD,
    Sheet,
)
from PIL import ImageFilter


def sign_in() -> None:
    sheet = Sheet()
    sheet.phone(225, 20)
    sheet.text(320, 70, "Entrar", 22, INDIGO, "mm", bold=True)
    for y, label, value in ((105, "Código", "LUNA 27"), (180, "PIN", "●●●●●●")):
        sheet.text(250, y, label, 15, SOFT)
        sheet.box(250, y + 20, 140, 38, COTTON, INK)
        sheet.text(262, y + 39, value, 17, INK, "lm")
    sheet.button(250, 268, 140, "Entrar")
    sheet.text(320, 325, "Olvidé mi PIN", 14, INDIGO, "mm")
    sheet.save("entrar")


def four_messages() -> None:
    sheet = Sheet()
    for row, (who, words, good) in enumerate(
        [
            ("Número desconocido", "¡Felicidades! Ganó una recarga. Toque aquí", False),
            ("Mi hermana", "¿Viene a almorzar el domingo?", None),
            ("Inés, instructora", "Buenas tardes. Esta es la lección 2: abrir", True),
            ("Promociones", "Instale YA o pierde su cuenta", False),
        ]
    ):
        y = 18 + row * 93
        sheet.box(40, y, 560, 84, JADE_WASH if good else PAPER, JADE if good else LINE)
        sheet.text(62, y + 14, who, 17, INK, bold=True)
        sheet.text(62, y + 46, words, 17, INDIGO if good else INK)
        if good is not None:
            (sheet.tick if good else sheet.cross)(565, y + 42, 18)
    sheet.save("cuatro_mensajes")


def download() -> None:
    sheet = Sheet()
    for y, done in ((35, False), (215, True)):
        sheet.box(60, y, 520, 150, PAPER, LINE)
        sheet.text(90, y + 22, "Lección 2", 22, INK, bold=True)
        sheet.text(90, y + 58, "8 minutos · 4 MB", 17, SOFT)
        if done:
            sheet.tick(110, y + 115, 16)
            sheet.text(136, y + 115, "Ya está en su teléfono", 19, JADE, "lm", bold=True)
        else:
            sheet.button(90, y + 95, 150, "Descargar")
            sheet.text(262, y + 112, "hay Wi-Fi", 17, SOFT, "lm")
    sheet.save("descargar")


def waiting_and_received() -> None:
    sheet = Sheet()
    for y, word, note, colour in (
        (40, "Pendiente", "Sin señal: se enviará sola", MAIZE_WASH),
        (215, "Recibido", "Su instructora ya la puede ver", JADE_WASH),
    ):
        sheet.box(60, y, 520, 140, colour, LINE)
        if word == "Recibido":
            sheet.tick(115, y + 70, 28)
        else:
            sheet.disc(115, y + 70, 26, None, INK, 4)
        sheet.text(170, y + 35, word, 28, INK, bold=True)
        sheet.text(170, y + 82, note, 19, SOFT)
    sheet.save("pendiente_recibido")


def sharp_photo() -> None:
    whole = Sheet()
    for x, good in ((30, False), (335, True)):
        half = Sheet(275, 280, MAIZE_WASH)
        half.box(35, 60, 205, 120, PAPER, WOOD, wide=8)
        half.text(137, 120, "HOTEL", 44, INDIGO, "mm", bold=True)
        half.line((137, 180), (137, 275), fill=WOOD, wide=12)
        image = half.image if good else half.image.filter(ImageFilter.GaussianBlur(16))
        whole.image.paste(image, (x * 2, 40))
        (whole.tick if good else whole.cross)(x + 137, 350, 26)
    whole.save("foto_nitida")


def form() -> None:
    sheet = Sheet()
    for row, (label, value) in enumerate(
        [("Nombre", "Rosa T."), ("Teléfono", "9000 010"), ("Fecha", "12 de mayo"), ("Municipio", "Panajachel")]
    ):
        y, wrong = 18 + row * 92, label == "Teléfono"
        sheet.text(60, y, label, 17, SOFT)
        sheet.box(60, y + 26, 320, 44, COCHINEAL_WASH if wrong else PAPER, COCHINEAL if wrong else INK, wide=3 if wrong else 2)
        sheet.text(76, y + 48, value, 20, INK, "lm")
        if wrong:
            sheet.text(396, y + 37, "Faltan números:", 17, COCHINEAL, bold=True)
            sheet.text(396, y + 60, "son ocho.", 17, COCHINEAL, bold=True)
    sheet.save("formulario")


def false_technician() -> None:
    sheet = Sheet()
    sheet.box(50, 60, 430, 130, PAPER, LINE)
    sheet.lines(76, 84, ["Buenas, soy el técnico. Mándeme", "el código que le llegó, para", "ayudarle."], 21)
    sheet.box(200, 225, 280, 70, INDIGO_WASH, LINE)
    sheet.text(226, 260, "Su código: 48 · · · ·", 21, INK, "lm")
    points = [
        (555 + 62 * dx, 190 + 62 * dy)
        for dx, dy in ((-0.41, -1), (0.41, -1), (1, -0.41), (1, 0.41), (0.41, 1), (-0.41, 1), (-1, 0.41), (-1, -0.41))
    ]
    sheet.shape(*points, fill=COCHINEAL)
    sheet.text(555, 190, "ALTO", 26, PAPER, "mm", bold=True)
    sheet.text(50, 340, "El código no se le da a nadie.", 24, INK, bold=True)
    sheet.save("falso_tecnico")


def ask_for_help() -> None:
    sheet = Sheet()
    sheet.text(60, 30, "Lección 3", 24, INK, bold=True)
    sheet.button(60, 75, 220, "Pedir ayuda", h=52)
    for column, (word, colour) in enumerate([("Escribir", INDIGO_WASH), ("Grabar la voz", MAIZE_WASH), ("Foto de pantalla", JADE_WASH)]):
        x = 60 + column * 180
        sheet.box(x, 165, 165, 180, colour, LINE)
        sheet.text(x + 82, 315, word, 16, INK, "mm")
    sheet.lines(82, 200, ["No abre,", "pantalla", "blanca"], 18)
    sheet.box(303, 190, 38, 62, INK, r=19)
    sheet.line((322, 252), (322, 280), wide=5)
    sheet.box(462, 185, 60, 100, INK, r=8)
    sheet.box(468, 195, 48, 78, PAPER, r=2)
    sheet.save("pedir_ayuda")


def large_type() -> None:
    sheet = Sheet()
    sheet.button(60, 25, 60, "A", SUNKEN, INK, 44)
    sheet.button(130, 25, 60, "A+", INDIGO, PAPER, 44)
    sheet.box(210, 25, 150, 44, JADE_WASH, LINE)
    sheet.shape((228, 40), (240, 40), (252, 30), (252, 64), (240, 54), (228, 54), fill=JADE)
    sheet.text(268, 47, "Oír", 19, INK, "lm")
    for y, size in ((100, 16), (155, 26), (240, 40)):
        sheet.text(60, y, "Buenos días, doña Rosa", size)
    sheet.line((60, 320), (580, 320), fill=MAIZE, wide=4)
    sheet.save("letra_grande")


def space() -> None:
    sheet = Sheet()
    sheet.text(50, 22, "En mi teléfono", 23, INK, bold=True)
    for y, title, note, button in (
        (75, "Lección 1 · 4 MB", "Terminada, todo recibido", True),
        (205, "Lección 2 · 4 MB", "2 respuestas pendientes", False),
    ):
        sheet.box(50, y, 540, 110, PAPER, LINE)
        sheet.text(74, y + 22, title, 20, INK, bold=True)
        sheet.text(74, y + 62, note, 18, JADE if button else COCHINEAL)
        if button:
            sheet.button(350, y + 36, 220, "Borrar del teléfono", COCHINEAL, h=42)
        else:
            sheet.text(560, y + 55, "se queda", 18, SOFT, "rm")
    sheet.tick(68, 355, 14)
    sheet.text(92, 355, "Descargar solo con Wi-Fi", 19, INK, "lm")
    sheet.save("espacio")


def welcome() -> None:
    sheet = Sheet()
    sheet.phone(40, 10, 260, 380)
    sheet.text(66, 45, "Buenos días, doña Rosa", 15, INK, bold=True)
    for y, word, colour in (
        (75, "Sigue: lección 1", INDIGO_WASH),
        (145, "En mi teléfono", JADE_WASH),
        (215, "Lo que usted pidió", MAIZE_WASH),
        (285, "Pedir ayuda", SUNKEN),
    ):
        sheet.box(62, y, 216, 60, colour, LINE)
        sheet.text(78, y + 30, word, 17, INK, "lm")
    for row, words in enumerate(["1  Entrar", "2  Descargar", "3  Contestar", "4  Pedir ayuda"]):
        sheet.text(350, 75 + row * 68, words, 26, INK)
    sheet.save("bienvenida")


ALL = [
    sign_in,
    four_messages,
    download,
    waiting_and_received,
    sharp_photo,
    form,
    false_technician,
    ask_for_help,
    large_type,
    space,
    welcome,
]
