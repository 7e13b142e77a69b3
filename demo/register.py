"""The demonstration's register: 3,000 invented enterprises over the real municipalities, the same ones every time.

The enterprises of people.yaml come first; the rest are drawn. Weights, languages and sexes are drawn from the invented figures
of places.csv and of this page: they describe no place and no people. Names say themselves that they are made up ("de Papel"),
telephones begin with 9, which no Guatemalan line does. `python -m demo.register FILE` writes the clean register as CSV.
"""

import csv
import io
import random
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
COUNT = 3000
SEED = 2026
LED_BY_WOMEN = 0.46  # of the places to stay, as the answer in strategy.yaml says
HEADINGS = {
    "key": "clave", "name": "nombre", "activity": "actividad", "municipality": "municipio", "department": "departamento", "area": "área",
    "workers": "trabajadores", "women": "mujeres", "men": "hombres", "rooms": "habitaciones", "leader": "representante",
    "leader_sex": "sexo", "language": "idioma en que prefiere aprender", "phone": "teléfono", "member": "afiliada",
}  # fmt: skip

SEX = {"woman": "mujer", "man": "hombre"}
ACTIVITIES = {"5510": 77, "5590": 8, "5520": 6, "7912": 6, "7911": 3}
KINDS = {
    "5510": ["Hotel", "Hospedaje", "Posada", "Hostal", "Casa de Huéspedes"],
    "5520": ["Cabañas", "Campamento"],
    "5590": ["Posada Comunitaria", "Cuartos"],
    "7911": ["Viajes"],
    "7912": ["Tours"],
}
NOUNS = [
    "Luna", "Colibrí", "Volcán", "Hamaca", "Niebla", "Escalera", "Jade", "Ceiba", "Laguna", "Mirador", "Farol", "Terraza",
    "Bosque", "Río", "Maíz", "Sol", "Mar", "Mangle", "Flor", "Cumbre", "Estación", "Lago", "Viento", "Jacaranda", "Cascada",
    "Puente", "Barco", "Cafetal", "Palmera", "Nido", "Piedra", "Reloj", "Vereda", "Tren", "Balcón", "Isla", "Corredor", "Patio",
    "Gallo", "Cielo", "Espuma", "Puerta", "Guitarra", "Teja", "Ventana", "Campana", "Sendero", "Quetzal", "Tortuga", "Mariposa",
    "Cántaro", "Marimba", "Faro", "Milpa",
]  # fmt: skip
MATERIALS = [
    "de Papel", "de Cartón", "de Azúcar", "de Algodón", "de Cuento", "de Mentiritas", "de Ensayo", "de Fantasía", "de Utilería",
    "de Cartulina", "de Crayón", "de Listón", "de Acuarela", "de Plastilina", "de Hilo", "de Mazapán", "de Tiza", "de Juguete",
]  # fmt: skip
WOMEN = [
    "Elvia", "Marina", "Dora", "Berta", "Olivia", "Norma", "Telma", "Irma", "Zoila", "Vilma", "Lesbia", "Mirna", "Odilia",
    "Candelaria", "Josefa", "Eulalia", "Manuela", "Cristina", "Lucía", "Julia",
]  # fmt: skip
MEN = [
    "Arturo", "Benito", "Héctor", "Vicente", "Ramiro", "Santos", "Alfredo", "Lázaro", "Marcos", "Pedro", "Gerardo", "Ismael",
    "Ovidio", "Rolando", "Saúl", "Toribio", "Víctor", "Abel", "César", "Fidel",
]  # fmt: skip
SURNAMES = [
    "López", "Pérez", "García", "Morales", "Ramos", "Castillo", "Cruz", "Gómez", "Díaz", "Reyes", "Juárez", "Vásquez", "Ortiz",
    "Mejía", "Aguilar", "Barrios", "Cano", "Estrada", "Lemus", "Paz",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Enterprise:
    key: str
    name: str
    activity: str  # ISIC Rev. 4 class
    municipality: str  # code
    department: str
    area: str  # urban, rural
    workers: int
    women: int
    men: int
    rooms: int
    leader: str
    leader_sex: str  # woman, man
    language: str
    phone: str
    member: bool  # of the association


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    department: str
    weight: int
    rural_share: int
    languages: dict[str, int]


def places() -> list[Place]:
    with (HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        return [
            Place(
                row["code"], row["municipality"], row["department"], int(row["weight"]), int(row["rural_share"]), _shares(row["languages"])
            )
            for row in csv.DictReader(file)
        ]


def _shares(text: str) -> dict[str, int]:
    return {language: int(share) for language, share in (pair.split(":") for pair in text.split())}


def named() -> list[Enterprise]:
    """The enterprises of people.yaml."""
    page: dict[str, Any] = yaml.safe_load((HERE / "people.yaml").read_text(encoding="utf-8"))
    people = {person["key"]: person for person in page["owners_and_workers"]}
    department = {place.code: place.department for place in places()}
    found = []
    for row in page["enterprises"]:
        leader = people[row["leader"]]
        found.append(
            Enterprise(
                row["key"],
                row["name"],
                row["isic"],
                row["municipality"],
                department[row["municipality"]],
                row["area"],
                row["women"] + row["men"],
                row["women"],
                row["men"],
                row["rooms"],
                leader["name"],
                leader["sex"],
                leader["language"],
                leader["phone"],
                row["member"],
            )
        )
    return found


def _names(chance: random.Random, taken: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Noun and material, none twice in one department (the caller keeps `taken`)."""
    while True:
        noun, material = chance.choice(NOUNS), chance.choice(MATERIALS)
        if (noun, material) not in taken:
            yield noun, material


def _workers(chance: random.Random) -> int:
    """1 to 60, most of them few."""
    return min(60, 1 + int(chance.lognormvariate(1.2, 0.85)))


def _drawn(number: int, chance: random.Random, place: Place, woman_leads: bool, taken: dict[str, set[tuple[str, str]]]) -> Enterprise:
    activity = chance.choices(list(ACTIVITIES), list(ACTIVITIES.values()))[0]
    used = taken.setdefault(place.department, set())
    noun, material = next(_names(chance, used))
    used.add((noun, material))
    workers = _workers(chance)
    women = sum(chance.random() < 0.56 for _ in range(workers))
    stays = activity.startswith("55")
    return Enterprise(
        key=f"e{number:04d}",
        name=f"{chance.choice(KINDS[activity])} {noun} {material}",
        activity=activity,
        municipality=place.code,
        department=place.department,
        area="rural" if chance.random() * 100 < place.rural_share else "urban",
        workers=workers,
        women=women,
        men=workers - women,
        rooms=max(2, round(workers * chance.uniform(1.2, 2.4))) if stays else 0,
        leader=f"{chance.choice(WOMEN if woman_leads else MEN)} {chance.choice(SURNAMES)} {chance.choice(SURNAMES)}",
        leader_sex="woman" if woman_leads else "man",
        language=chance.choices(list(place.languages), list(place.languages.values()))[0],
        phone=f"9{number // 10000 + 1:03d} {number % 10000:04d}",
        member=chance.random() < 0.055,
    )


def enterprises(count: int = COUNT, seed: int = SEED) -> list[Enterprise]:
    """The register: the named ones first, then drawn ones, `count` in all; the same for the same seed."""
    known = named()
    women = round(LED_BY_WOMEN * count) - sum(one.leader_sex == "woman" for one in known)
    return known + _draw(len(known) + 1, count - len(known), women, random.Random(seed), {})


def strangers(count: int, register: list[Enterprise], seed: int = SEED + 1) -> list[Enterprise]:
    """Enterprises that are not in `register`: no name of a department is repeated."""
    taken: dict[str, set[tuple[str, str]]] = {}
    for one in register:
        for noun in NOUNS:
            if f" {noun} " in one.name:
                taken.setdefault(one.department, set()).add((noun, one.name.partition(f" {noun} ")[2]))
    return _draw(len(register) + 1, count, round(LED_BY_WOMEN * count), random.Random(seed), taken)


def _draw(first: int, count: int, women: int, chance: random.Random, taken: dict[str, set[tuple[str, str]]]) -> list[Enterprise]:
    everywhere = places()
    where = chance.choices(everywhere, [place.weight for place in everywhere], k=count)
    woman_leads = [True] * women + [False] * (count - women)
    chance.shuffle(woman_leads)
    return [
        _drawn(number, chance, place, leads, taken) for number, (place, leads) in enumerate(zip(where, woman_leads, strict=True), first)
    ]


def clean_csv(rows: list[Enterprise]) -> bytes:
    """UTF-8, Spanish headings, municipality by name."""
    names = {place.code: place.name for place in places()}
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADINGS[field.name] for field in fields(Enterprise))
    for row in rows:
        cells = dict(zip(HEADINGS, astuple(row), strict=True))
        cells |= {"municipality": names[row.municipality], "leader_sex": SEX[row.leader_sex], "member": "sí" if row.member else "no"}
        writer.writerow(cells.values())
    return file.getvalue().encode()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(clean_csv(enterprises()))
