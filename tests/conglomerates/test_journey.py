"""Ana appoints the association, both sign the letter, and its list comes into the register: what was wrong is corrected and follows."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from milpa.conglomerates.evidence import agreement_signed, counterpart_appointed, register_loaded
from milpa.conglomerates.models import Enterprise
from tests.conglomerates.register import ROWS, sheet
from tests.harness.signing_in import sign_in
from tests.world import World, make_world

WRONG = "Hotel Sin Lugar,Macondo,Sololá,5510,6,Rosa Ixcoy,mujer,español,9001 0009,urbana"
WHEN_DONE = re.compile("^(Continuar|Verlo)$")  # the job's page, while one looks and when one comes back
PATIENCE = 30_000  # the worker starts on demand, and reads a list


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def bring(page: Page, place: str, path: Path) -> None:
    """The list is sent, its columns are confirmed, the worker tries it, and the rows that can be taken are taken."""
    page.goto(f"{place}register/import/")
    page.locator("input[type=file]").set_input_files(path)
    press(page, "Enviar el listado")
    press(page, "Probar el listado")
    page.get_by_role("link", name=WHEN_DONE).click(timeout=2 * PATIENCE)
    press(page, "Tomar las filas que se pueden tomar")
    page.get_by_role("link", name=WHEN_DONE).click(timeout=2 * PATIENCE)


def write_letter(page: Page, place: str) -> None:
    page.goto(f"{place}agreement/")
    press(page, "Empezar con los textos de siempre")
    for title in ("Qué aporta cada parte", "Qué decide cada parte", "Quién habla por quién"):
        page.get_by_role("link", name=re.compile(f"Escribir esta parte.*{title}")).click()
        page.get_by_label("Texto").fill("Lo que acordamos en la asamblea.")
        press(page, "Guardar esta parte")


def sign_letter(page: Page, place: str) -> None:
    page.goto(f"{place}agreement/")
    page.get_by_label("Usted firma como").fill("presidenta")
    page.get_by_role("button", name="Firmar la revisión").click()


def test_a_counterpart_a_letter_signed_by_both_and_a_list_with_a_bad_row(
    served: Any, page_desk: Page, new_phone: Any, tmp_path: Path
) -> None:
    site = served(make_world)
    world: World = site.seeded
    place = f"{site.origin}/programmes/{world.id}/"
    sign_in(page_desk, world.ana.account, site.origin)
    page_desk.set_default_timeout(PATIENCE)

    page_desk.goto(f"{place}counterpart/")
    page_desk.get_by_label("Quién habla por las empresas").select_option(label="Asociación Ejemplo")
    page_desk.get_by_label("El mandato, o el acta de la asamblea").fill("Acta 12: la asamblea acepta ser contraparte.")
    page_desk.get_by_label("Enlace", exact=False).first.select_option(label="Carmen")
    page_desk.get_by_label("O el nombre de la persona suplente, si aún no está aquí").fill("Mateo")
    press(page_desk, "Dejar constancia del mandato")
    expect(page_desk.get_by_text("Asociación Ejemplo es la contraparte, con su mandato")).to_be_visible()
    assert counterpart_appointed([world.id])[world.id].met

    write_letter(page_desk, place)
    sign_letter(page_desk, place)
    carmens = new_phone()
    sign_in(carmens, world.carmen.account, site.origin)
    carmens.set_default_timeout(PATIENCE)
    sign_letter(carmens, place)
    expect(carmens.get_by_text("Todas las partes firmaron la carta como está.")).to_be_visible()
    assert agreement_signed([world.id])[world.id].met

    listed = tmp_path / "afiliados.csv"
    listed.write_bytes(sheet(*ROWS, WRONG))
    bring(page_desk, place, listed)
    expect(page_desk.get_by_text("“Macondo” no es un municipio.")).to_be_visible()
    assert (Enterprise.objects.count(), register_loaded([world.id])[world.id].met) == (3, True)

    with page_desk.expect_download() as downloading:
        page_desk.get_by_role("link", name="Descargar como CSV").click()
    corrected = tmp_path / "corregidas.csv"
    corrected.write_text(Path(downloading.value.path()).read_text(encoding="utf-8").replace(",Macondo,", ",Sololá,"), encoding="utf-8")
    bring(page_desk, place, corrected)
    expect(page_desk.get_by_text("1 fila está en el registro.")).to_be_visible()
    assert Enterprise.objects.get(name="Hotel Sin Lugar").municipality == "0701"
