"""Lists of the tests: a few rows that a person can check by hand."""

from milpa import ledger
from milpa.conglomerates.actions.confirming import confirm_import
from milpa.conglomerates.actions.importing import import_register
from milpa.conglomerates.models import RegisterImport
from tests.harness.snapshot import kept
from tests.world import World

HEADINGS = "Nombre,Municipio,Departamento,CIIU,Trabajadores,Representante,Sexo,Idioma,Teléfono,Área"
ROWS = [
    "Hotel Luna de Papel,Panajachel,Sololá,5510,6,Rosa Tzoc,mujer,kaqchikel,9001 0001,urbana",
    "Posada Sol de Cartón,Flores,Petén,5510,14,Tomás Ical,hombre,español,9001 0002,rural",
    "Hospedaje Río de Azúcar,Antigua Guatemala,Sacatepéquez,5590,2,Berta Cano,mujer,español,9001 0003,urbana",
]


def sheet(*rows: str, headings: str = HEADINGS, encoding: str = "utf-8") -> bytes:
    return "\n".join([headings, *(rows or ROWS), ""]).encode(encoding)


@kept
def tried(world: World, *rows: str, name: str = "lista.csv") -> RegisterImport:
    """A list that was tried and waits to be confirmed."""
    return import_register(world.ana, world.id, ledger.uuid7(), sheet(*rows), name=name)


@kept
def taken(world: World, *rows: str) -> RegisterImport:
    """A list in the register."""
    one = tried(world, *rows)
    confirm_import(world.ana, one.id, ledger.uuid7())
    return RegisterImport.objects.get(id=one.id)
