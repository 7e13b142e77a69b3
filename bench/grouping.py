"""How well cards are grouped by the thesaurus: the adjusted Rand index against groupings by hand, and the time for 300 cards.

`python -m bench.grouping` prints both tables. The trials (`tests/workshops/trials`) hold cards of one trade each with their grouping by
hand; the baseline beside is the plain one: stemmed TF-IDF and average-linkage clustering into as many groups as the hand made.
Cards that are not proposed for any group count as groups of one.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
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


def trials() -> list[Trial]:
    """Those held back last."""
    read = [_trial(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(TRIALS.glob("*.yaml"))]
    return sorted(read, key=lambda trial: trial.held_back)


def _trial(page: dict) -> Trial:
    pairs = [(card, group) for group, cards in page["groups"].items() for card in cards]
    cards, groups = zip(*pairs, strict=True)
    return Trial(page["trade"], page["language"], page.get("held_back", False), cards, groups)


def proposed(cards: tuple[str, ...], language: str) -> list[str]:
    """A label for each card: its concept, or one of its own."""
    from milpa.workshops.proposals import groups_in

    label = {str(at): f"alone {at}" for at in range(len(cards))}
    for group in groups_in({str(at): card for at, card in enumerate(cards)}, language):
        label |= dict.fromkeys((*group.cards, *group.beside), group.concept)
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


def rows() -> Iterator[tuple[Trial, float, float, int]]:
    """(trial, index of the proposals, index of the baseline, cards proposed for a group)."""
    from milpa.measures.adjusted_rand import adjusted_rand

    for trial in trials():
        found, plain = proposed(trial.cards, trial.language), baseline(trial.cards, trial.language, len(set(trial.by_hand)))
        grouped = sum(not label.startswith("alone ") for label in found)
        yield trial, adjusted_rand(trial.by_hand, found), adjusted_rand(trial.by_hand, plain), grouped


def seconds(n: int = CARDS) -> tuple[float, float]:
    """Groups and near-duplicates of n different cards, thesaurus read anew: by the clock, and of the processor."""
    from milpa.workshops import proposals, thesaurus

    every = [card for trial in trials() if trial.language == "es" for card in trial.cards]
    cards = {str(at): f"{every[at % len(every)]}{' ya' * (at // len(every))}" for at in range(n)}
    thesaurus.page.cache_clear()
    begun, worked = perf_counter(), process_time()
    proposals.groups_in(cards, "es")
    proposals.pairs_in(cards, "es")
    return perf_counter() - begun, process_time() - worked


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milpa.settings.test")
    import django

    django.setup()
    print("| trade | cards | groups by hand | proposals | cards proposed | plain TF-IDF |\n|---|---:|---:|---:|---:|---:|")
    for trial, ours, plain, grouped in rows():
        apart = " (held back)" if trial.held_back else ""
        print(f"| {trial.trade}{apart} | {len(trial.cards)} | {len(set(trial.by_hand))} | {ours:.2f} | {grouped} | {plain:.2f} |")
    clock, processor = seconds()
    print(f"\n{CARDS} cards, groups and near-duplicates: {clock:.2f} s by the clock, {processor:.2f} s of the processor")


if __name__ == "__main__":
    main()
