"""How a person does each task on the practice phone, touch by touch."""

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import expect

from milpa.readiness.tasks import catalogue
from tests.readiness.practice_site import Hand

Values = Mapping[str, Any]


def b1(site: Hand, values: Values) -> None:
    site.write("Código de participante", values["code"].lower())
    site.write("PIN", values["pin"])
    site.press("Entrar")
    site.press("No guardar")
    expect(site.page.get_by_text(values["name"]).last).to_be_visible()
    site.press("Mi cuenta")
    site.press("Salir")


def b2(site: Hand, values: Values) -> None:
    right = next(message for message in values["messages"] if message["id"] == values["right"])
    site.press(right["from"]["es"], exact=False)
    site.press(right["link"])
    site.press("Atrás")


def b3(site: Hand, values: Values) -> None:
    wifi, lesson = f"Conectar al Wi-Fi «{values['wifi']}»", site.page.locator(f'[data-key="download-{values["lesson"]}"]')
    site.press(wifi)
    lesson.click()
    site.page.clock.run_for(1000)
    expect(site.page.get_by_text("Se fue la señal.")).to_be_visible()
    site.page.locator(f'[data-key="open-{values["lesson"]}"]').click()
    expect(site.page.get_by_text(values["first_page"]["es"])).to_be_visible()


def b4(site: Hand, values: Values) -> None:
    for question in values["questions"]:
        site.choose(question["options"][1]["es"], question["text"]["es"])
    site.press("Enviar")
    site.choose("Están pendientes")
    site.press("Contestar")
    expect(site.page.get_by_text(f"Recibido a las {values['time']}")).to_be_visible()
    site.choose("Están recibidas")
    site.press("Contestar")


def b5(site: Hand, values: Values) -> None:
    place = next(place for place in values["places"] if place["id"] == values["right"])
    site.press(place["title"]["es"])
    site.press("Adjuntar foto")
    site.press("Tomar la foto")
    site.press("Ver en grande")
    expect(site.page.get_by_role("img", name="El rótulo se ve borroso")).to_be_visible()
    site.press("Tomar otra")
    site.press("Tomar la foto")
    site.press("Ver en grande")
    site.press("Adjuntar esta")


def b6(site: Hand, values: Values) -> None:
    month = catalogue.task("B6").forms["A"]["months"][int(values["month"]) - 1]["es"]
    site.write("Nombre", values["name"])
    site.page.get_by_label("Fecha: Día").select_option(values["day"])
    site.page.get_by_label("Fecha: Mes").select_option(label=month)
    site.page.get_by_label("Municipio").select_option(values["town"])
    site.press("Para qué usamos sus datos")
    site.press("Regresar al formulario")
    site.choose("No, gracias")
    site.press("Enviar")
    expect(site.page.get_by_text("Deben ser 8 números.")).to_be_visible()
    site.write("Teléfono", values["phone"])
    site.press("Enviar")


def b7(site: Hand, values: Values) -> None:
    site.press("Olvidé mi PIN")
    site.press("2 mensajes nuevos: leer")
    site.press(values["scammer"]["es"], exact=False)
    site.press("No doy mi código")
    site.press("Atrás")
    site.press("Atrás")
    site.write("Código que llegó por mensaje", values["code"])
    site.press("Revisar el código")
    site.write("PIN nuevo", "739158")
    site.write("El PIN nuevo otra vez", "739158")
    site.press("Poner el PIN")
    expect(site.page.get_by_text("El PIN nuevo ya sirve.")).to_be_visible()


def b8(site: Hand, values: Values) -> None:
    site.press("Pedir ayuda")
    site.choose(values["teacher"]["es"])
    site.choose(f"Lección {values['lesson']}")
    site.choose("Queda en blanco")
    site.press("Enviar")


def b9(site: Hand, values: Values) -> None:
    for _ in range(2):
        site.page.locator('[data-key="volume-more"]').click()
        site.page.locator('[data-key="size-more"]').click()
    for name in ("Poner el audio", "Repetir el audio"):
        site.press(name)
        site.page.clock.run_for(5000)
    site.press("Idioma del texto")
    site.choose("Español")
    site.choose(str(values["number"]))


def b10(site: Hand, values: Values) -> None:
    finished = next(lesson for lesson in values["lessons"] if lesson["is"] == "finished")
    site.page.get_by_role("switch", name="Descargar solo con Wi-Fi").click()
    site.press(f"Borrar: Lección {finished['n']}", exact=False)
    site.press("Sí, borrar")


def t14(site: Hand, values: Values) -> None:
    site.press("Enviar la foto")
    expect(site.page.get_by_text("No se envió. No hay conexión.")).to_be_visible()
    site.press("Ir a Ajustes")
    site.page.get_by_role("switch", name={"airplane": "Modo avión", "wifi": "Wi-Fi"}[values["fault"]]).click()
    site.press("Ir a la foto")
    site.press("Enviar la foto")


WAYS: dict[str, Callable[[Hand, Values], None]] = {
    "B1": b1, "B2": b2, "B3": b3, "B4": b4, "B5": b5, "B6": b6, "B7": b7, "B8": b8, "B9": b9, "B10": b10, "14": t14,
}  # fmt: skip
