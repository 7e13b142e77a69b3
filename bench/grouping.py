"""How well cards are grouped by the thesaurus: the adjusted Rand index against groupings by hand, and the time for 300 cards.

`python -m bench.grouping` prints the tables. The trials (`tests/workshops/trials`) hold cards of one trade each with their grouping by
hand; the baseline beside is the plain one: stemmed TF-IDF and average-linkage clustering into as many groups as the hand made.
Cards that are not proposed for any group count as groups of one. "Best cut" is what the same choice of matters would reach if each matter
were put to that group of the hand to which most of its cards belong: the rest is lost in telling what a card speaks of.
The development sets (`trials/development`) are those on which words and figures were tried: they prove nothing and are shown beside.
Near-duplicates are counted on sets marked by hand (`trials/alike`).
"""

import os
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from time import perf_counter, process_time

import yaml

TRIALS = Path(__file__).parents[1] / "tests" / "workshops" / "trials"
CARDS = 300


@dataclass(frozen=True)
class Trial:
    trade: str
    language: str
    held_back: bool
    cards: tuple[str, ...]
    by_hand: tuple[str, ...]


def trials(folder: Path = TRIALS) -> list[Trial]:
    """Those held back last."""
    read = [_trial(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.yaml"))]
    return sorted(read, key=lambda trial: trial.held_back)


def development() -> list[Trial]:
    return trials(TRIALS / "development")


def _trial(page: dict) -> Trial:
    pairs = [(card, group) for group, cards in page["groups"].items() for card in cards]
    cards, groups = zip(*pairs, strict=True)
    return Trial(page["trade"], page["language"], page.get("held_back", False), cards, groups)


def proposed(cards: tuple[str, ...], language: str) -> list[str]:
    """A label for each card: its group's matter, or one of its own."""
    from milpa.workshops.proposals import groups_in

    label = {str(at): f"alone {at}" for at in range(len(cards))}
    for n, group in enumerate(groups_in({str(at): card for at, card in enumerate(cards)}, language)):
        label |= dict.fromkeys((*group.cards, *group.beside), f"{group.concept} {n}")
    return [label[str(at)] for at in range(len(cards))]


def baseline(cards: tuple[str, ...], language: str, groups: int) -> list[int]:
    """Stemmed TF-IDF, cosine distance, average linkage."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    from milpa.workshops.words import is_stop, root_of, words_of

    def stems(text: str) -> list[str]:
        return [root_of(word, language) for word in words_of(text) if not is_stop(word, language)]

    vectors = TfidfVectorizer(analyzer=stems).fit_transform(cards).toarray()
    vectors[:, 0] += 1e-9  # a card of stop words alone has no direction
    return list(AgglomerativeClustering(groups, metric="cosine", linkage="average").fit_predict(vectors))


def best_cut(trial: Trial) -> list[str]:
    """Each matter that a card was taken to speak of, put to the group of the hand to which most of its cards belong."""
    from milpa.workshops.proposals import matters_in

    matters = matters_in({str(at): card for at, card in enumerate(trial.cards)}, trial.language)
    said = [matters.get(str(at), f"alone {at}") for at in range(len(trial.cards))]
    times = Counter(zip(said, trial.by_hand, strict=True))
    return [max(set(trial.by_hand), key=lambda group: (times[matter, group], group)) for matter in said]


@dataclass(frozen=True)
class Row:
    trial: Trial
    ours: float
    best: float
    plain: float
    groups: int
    grouped: int


def row_of(trial: Trial) -> Row:
    from milpa.measures.adjusted_rand import adjusted_rand

    found, plain = proposed(trial.cards, trial.language), baseline(trial.cards, trial.language, len(set(trial.by_hand)))
    together = [label for label in found if not label.startswith("alone ")]
    ours, best, words = (adjusted_rand(trial.by_hand, labels) for labels in (found, best_cut(trial), plain))
    return Row(trial, ours, best, words, len(set(together)), len(together))


def alike(language: str = "es") -> tuple[float, float, int]:
    """(precision, recall, pairs that are the same) of near-duplicates among all cards of the marked sets."""
    from milpa.workshops.proposals import pairs_in

    page = yaml.safe_load((TRIALS / "alike" / f"{language}.yaml").read_text(encoding="utf-8"))
    cards = list(dict.fromkeys(card for sets in (page["same"], page["apart"]) for cards in sets for card in cards))
    same = {frozenset(pair) for cards in page["same"] for pair in combinations(cards, 2)}
    found = {
        frozenset((cards[int(pair.one)], cards[int(pair.other)]))
        for pair in pairs_in({str(at): card for at, card in enumerate(cards)}, language)
    }
    return len(found & same) / len(found), len(found & same) / len(same), len(same)


def seconds(n: int = CARDS) -> tuple[float, float]:
    """Groups and near-duplicates of n different cards, thesaurus read anew: by the clock, and of the processor."""
    from milpa.workshops import lemmas, proposals, thesaurus

    every = [card for trial in trials() if trial.language == "es" for card in trial.cards]
    cards = {str(at): f"{every[at % len(every)]}{' ya' * (at // len(every))}" for at in range(n)}
    for kept in (thesaurus.page, thesaurus.looked_up_page, lemmas.keys):
        kept.cache_clear()
    begun, worked = perf_counter(), process_time()
    proposals.groups_in(cards, "es")
    proposals.pairs_in(cards, "es")
    return perf_counter() - begun, process_time() - worked


def _print(heading: str, found: list[Trial]) -> None:
    print(f"\n{heading}\n\n| trade | cards | groups by hand | proposed | cards in them | index | best cut | plain TF-IDF |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for row in map(row_of, found):
        apart = " (held back)" if row.trial.held_back else ""
        sizes = f"{len(row.trial.cards)} | {len(set(row.trial.by_hand))} | {row.groups} | {row.grouped}"
        print(f"| {row.trial.trade}{apart} | {sizes} | {row.ours:.2f} | {row.best:.2f} | {row.plain:.2f} |")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milpa.settings.test")
    import django

    django.setup()
    _print("Trials", trials())
    _print("Development sets", development())
    precision, recall, pairs = alike()
    print(f"\nNear-duplicates: precision {precision:.2f}, recall {recall:.2f} of {pairs} pairs that a person calls the same")
    clock, processor = seconds()
    print(f"\n{CARDS} cards, groups and near-duplicates: {clock:.2f} s by the clock, {processor:.2f} s of the processor")


if __name__ == "__main__":
    main()
