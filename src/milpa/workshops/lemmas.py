"""By what forms a word is recognised: plurals, gender, diminutives and the persons of a verb, each as it sounds.

A stem alone joins what does not belong together (trabajo and trabajador, cama and cámara, cosa and coser). So a word of the thesaurus
stands in a table under the keys of `listed`, and a word of a card looks there under each of its `keys`, the narrowest first:
as it is written (=), without plural (-), without gender (~), and as a form of a verb (ar: and er: with the stem). English has its stem.
"""

import re
from functools import lru_cache

from milpa.workshops.words import root_of, sounded

AR = """o as a amos an e es emos en aste aron aba abas abamos aban ando ado ada ados adas ar ara aras aran aria arian are aremos
arme arse arle arles arlo arla arlos arlas arnos andome andose andole ame ale alo ase"""
ER = """o es e emos imos en i iste io imos ieron ia ias iamos ian iendo yendo ido ida idos idas er ir era eran eria erian ere eremos
ira iran iria irian ire iremos a as amos an erme erse erle erles erlo erla erlos erlas ernos irme irse irle irles irlo irla irlos irlas
irnos iera ieran iendome iendose"""
ENDINGS = {"ar": tuple(sorted({*AR.split()}, key=lambda ending: (-len(ending), ending)))}
ENDINGS["er"] = tuple(sorted({*ER.split()}, key=lambda ending: (-len(ending), ending)))
SMALL = re.compile(r"c?it[oa]s?$")  # "videíto", "pastelcitos"
BROKEN = re.compile(r"(ue|ie|i)([^aeiou]*)$")  # cuesta: costar; pierdo: perder; pide: pedir
WHOLE = {"ue": "o", "ie": "e", "i": "e"}
SHORT = 4  # letters up to which a word of a phrase is that word only ("bien" is not "viene")
LONGER = 6  # letters from which a word can be a diminutive


def singular(word: str) -> str:
    if word.endswith("ces") and len(word) > SHORT:
        return f"{word[:-3]}z"
    if word.endswith("es") and len(word) > SHORT and word[-3] not in "aeiou":
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > SHORT - 1 else word


def light(word: str) -> str:
    """Without plural and gender."""
    one = singular(word)
    return one[:-1] if len(one) > SHORT - 1 and one[-1] in "oae" else one


def listed(word: str, language: str, *, exact: bool = False) -> tuple[str, ...]:
    """Where a word of the thesaurus stands; `exact`: it counts as written and in the plural only. `word`: plain."""
    if language != "es":
        return (f"={word}", f"-{singular(word)}", *(() if exact else (root_of(word, language),)))
    written = (f"={sounded(word)}", f"-{sounded(singular(word))}")
    if exact:
        return written
    if verb := _infinitive(word):
        stem, kind = verb
        return (written[0], f"{kind}:{sounded(stem + kind[0])[:-1]}")
    return (*written, f"~{sounded(light(word))}")


def _infinitive(word: str) -> tuple[str, str] | None:
    """Its stem, and whether it ends like -ar or not."""
    bare = word[:-2] if word.endswith(("arse", "erse", "irse")) and len(word) > LONGER else word
    if len(bare) < SHORT or not bare.endswith(("ar", "er", "ir")):
        return None
    return bare[:-2], "ar" if bare.endswith("ar") else "er"


@lru_cache(maxsize=20_000)
def keys(word: str, language: str) -> tuple[str, ...]:
    """Where a word of a card is looked for, the narrowest first. `word`: plain."""
    if language != "es":
        return listed(word, language)
    found = [f"={sounded(word)}", f"-{sounded(singular(word))}", f"~{sounded(light(word))}"]
    if len(word) > LONGER and SMALL.search(word):
        found.append(f"~{sounded(SMALL.sub('', word))}")
    return (*found, *_verbs(sounded(word)))


def _verbs(word: str) -> list[str]:
    return [
        f"{kind}:{stem}"
        for kind, endings in ENDINGS.items()
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) > 1
        for stem in _stems(word[: -len(ending)])
    ]


def _stems(stem: str) -> list[str]:
    found = BROKEN.search(stem)
    return [stem, f"{stem[: found.start()]}{WHOLE[found[1]]}{found[2]}"] if found else [stem]


def in_phrase(word: str, language: str) -> tuple[str, ...]:
    """As what a word of a card counts in a phrase."""
    return (_itself(word, language), root_of(word, language))


def of_phrase(word: str, language: str) -> str:
    """As what a word of a phrase is looked for: its root; a short word as itself."""
    return _itself(word, language) if len(word) <= SHORT else root_of(word, language)


def _itself(word: str, language: str) -> str:
    return f"={sounded(singular(word)) if language == 'es' else singular(word)}"
