"""Short codes that can be called across a room and typed by anyone: "MAIZ 42".

Every word is short, common and harmless, and sounds unlike all others also for whoever writes b for v, s for z or c,
y for ll, or leaves out an h: two words differ in at least two sounds, so one slip still leads to the right one.
"""

import re
import unicodedata
from functools import lru_cache

LIST = """
agua aire ajo alba aldea algodon ancla anillo antena apio arado arbol arco arena arpa arroz atol aula avion azucar baile balsa
bambu bandera barca barro baul bosque bota botella brazo brisa broche bufanda caballo cacao cadena cafe camino campana campo
canasta canela canoa carta casa cedro ceiba cena centro cesta cielo cine clavo cobre collar cometa copal corona corral costa
cubeta cuento cuerda cueva dado danza disco dulce eco elote escoba espejo espiga espuma fabula faro feria fiesta flauta flecha
flor foco fresa fruta fuego fuente garza gato globo gorra granja grano grillo hamaca helado hierba higo hoja horno huerta huipil
iguana isla jabon jade jaguar jardin jicara jugo lago lana lapiz laurel leon libro lima limon lino llama llave lluvia lucero
madera maiz maleta mantel mapa mar metal miel mimbre moto mundo muro musica nido nogal nube nuez olivo onda oveja palma pan
papel parque pera pista plata pluma portal pozo queso radio reloj remo rio roble roca rueda sandia sauce sello silla sol sombra
sopa tabla tambor tapete teja tejido tierra tigre tinta toldo tomate trapo trebol tren trigo trompo tronco trueno tucan tunel
uva valle vapor vela velero verano viaje viento violin volcan yuca zafiro zapato
"""
WORDS = tuple(LIST.split())
FIRST_NUMBER, LAST_NUMBER = 10, 99
CODES = len(WORDS) * (LAST_NUMBER - FIRST_NUMBER + 1)

UNITS = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
TENS = ("diez", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
TEENS = ("once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve")


def spoken(number: int) -> str:
    """The code of a number from 0 to CODES - 1, one to one; draw the number by lot among those not in use.

    Raises ValueError beyond.
    """
    if not 0 <= number < CODES:
        raise ValueError(f"no code for {number}")
    rest, word = divmod(number, len(WORDS))
    return f"{WORDS[word].upper()} {FIRST_NUMBER + rest}"


def sound(word: str) -> str:
    """How a Spanish word sounds, letter by letter, so that spellings of one sound are one."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha())
    plain = plain.replace("ch", "X").replace("h", "").replace("qu", "k").replace("ll", "y")
    plain = re.sub("gu(?=[ei])", "G", re.sub("g(?=[ei])", "j", plain))
    plain = re.sub("c(?=[ei])|z", "s", plain).replace("c", "k").replace("v", "b").replace("w", "u")
    return plain.replace("X", "ch").replace("G", "g")


SOUNDS = {sound(word): word for word in WORDS}


def _one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two letters changed round, makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _word(typed: str) -> str:
    """The word meant, "" where it could be none or several."""
    heard = sound(typed)
    near = [word for key, word in SOUNDS.items() if _one_slip_apart(heard, key)]
    return SOUNDS.get(heard) or (near[0] if len(near) == 1 else "")


def _number(typed: str) -> int | None:
    """Digits, with a letter O for zero and I or l for one, or the number in words."""
    if found := re.fullmatch(r"[\doil]{2}", typed):
        return int(found[0].translate(str.maketrans("oil", "011")))
    words = [word for word in typed.split() if word != "y"]
    if words and words[0] in TEENS:
        return 11 + TEENS.index(words[0]) if len(words) == 1 else None
    joined = re.fullmatch(r"veinti(\w+)", words[0]) if len(words) == 1 else None
    if joined and joined[1] in UNITS[1:]:
        return 20 + UNITS.index(joined[1])
    if not words or words[0] not in TENS or len(words) > 2 or (len(words) == 2 and words[1] not in UNITS[1:]):
        return None
    return 10 * (1 + TENS.index(words[0])) + (UNITS.index(words[1]) if len(words) == 2 else 0)


@lru_cache(maxsize=1024)
def heard(typed: str) -> str:
    """The code meant by what somebody typed or said, in the form of `spoken`; "" where it is none.

    "maíz 42", "MAIZ42", "mais-42", "maiz cuarenta y dos" and "maiz 4 2" are all "MAIZ 42".
    """
    plain = "".join(mark for mark in unicodedata.normalize("NFD", typed.lower()) if not unicodedata.combining(mark))
    parts = re.fullmatch(r"[^a-z]*([a-z]+?)[^a-z0-9]*(\d[\doil]|\d[^a-z0-9]+\d|[^a-z0-9]+[a-z][a-z ]*)[^a-z0-9]*", plain)
    if not parts:
        return ""
    tail = parts[2].strip(" .,-_#")
    word, number = _word(parts[1]), _number(re.sub(r"\W", "", tail) if re.match(r"\d", tail) else tail)
    return f"{word.upper()} {number}" if word and number is not None and FIRST_NUMBER <= number <= LAST_NUMBER else ""
