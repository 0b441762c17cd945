"""Names: what is frequent inside a set of entries and rare outside it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain

import numpy as np

from graph.analysis.features import TERM, WORD, Features
from graph.analysis.forms import UNSEEN, Seen
from graph.analysis.sparse import Numbers
from graph.analysis.wholes import PAIR, Wholes
from graph.model import NodeKind

SURE = 6.63
"""Dunning's log-likelihood from which a name counts: chi-squared with one degree, p < 0.01."""
FEWEST_INSIDE = 2
LEAST_COVER = 0.15
"""A name must occur in this share of the entries that it names."""
KIND_BONUS = {NodeKind.TAG.value: 1.5, NodeKind.IDEA.value: 1.2}
PHRASE_BONUS = 1.5
"""How much is preferred what the writer chose, and what says more than one word."""
FORM_POWER = 1.5
"""How much it weighs that a word is a noun."""
FEWEST_SEEN = 2.0
"""Places where a noun is seen as one, as many as are taken for unknown; ..."""
SELDOM = 0.3
"""... or this share of its entries, if that is more: `hard` stands behind `a` once among many."""
ONCE = 0.5
"""The same of other words: a noun hardly ever follows `I` or `to`."""
NAMING = (f"{NodeKind.IDEA.value}:", f"{TERM}:")
"""The kinds of feature that name a theme, beside tags that are topics."""
TITLED = 4.0
"""How much more a word weighs that stands in the titles of all the entries that it names."""
CODE = re.compile(r"\d{2}|[_/@\\]|\w-\w+-\w")
"""What is read out by no one: numbers, paths, handles, channels, identifiers."""
MOST_TERMS = 10


class Names:
    """Ranks what may name a set of entries; holds what all sets need."""

    def __init__(
        self,
        features: Features,
        labels: Mapping[str, str],
        forms: Mapping[str, Seen],
        bearers: Mapping[str, int],
        titles: Mapping[str, str],
    ) -> None:
        """Take what is known of the features.

        Args:
            features: The table.
            labels: How a reader sees those that are nodes.
            forms: Word → how often it is seen as a noun, and as another.
            bearers: Word → how many entries name a person so.
            titles: Entry node id → its title.
        """
        held = features.matrix
        self._names = features.names
        self._entries = held.height
        self._held = held.with_cells(np.ones_like(held.cells))
        self._total = np.maximum(self._held.total(), 1)
        self._topics = features.topics
        self._labels = labels
        self._wholes = Wholes(self._held, features.names)
        self._forms = forms
        self._titles = [titles.get(entry, "").casefold() for entry in features.entries]
        self._people = {
            name
            for name, total in zip(features.names, self._total, strict=True)
            if name.startswith(f"{TERM}:") and 2 * bearers.get(name[len(TERM) + 1 :], 0) >= total
        }
        """Words that mostly name a person: who goes with a theme is said apart."""

    def label(self, name: str) -> str:
        """A feature as a reader sees it."""
        if len(name) == PAIR and name.startswith(TERM):
            return self._wholes.whole(name[-2:])
        return self._labels.get(name) or name.split(":", 1)[1]

    def rank(self, rows: Sequence[int]) -> list[tuple[str, float]]:
        """The features that set these entries apart, best first, with their weights.

        The weight is Dunning's log-likelihood (1993) that the feature is commoner inside than
        outside, which favours neither what is frequent everywhere nor what is rare everywhere,
        times the share of the entries that hold it: a name is of most, not of some. What stands
        in their titles is what the writer calls them, and weighs more.
        """
        inside = self._held.some(np.array(rows)).total()
        share = len(rows) / self._entries
        outside = self._total - inside
        sure = 2 * (
            _xlogy(inside, inside / (self._total * share))
            + _xlogy(outside, outside / (self._total * (1 - share)))
        )
        enough = max(FEWEST_INSIDE, LEAST_COVER * len(rows))
        common = inside > self._total * share
        columns = np.flatnonzero((inside >= enough) & common & (sure >= SURE))
        titled = self._titled(rows)
        ranked = sorted(
            (-round(float(weight) * titled(self._names[column]), 6), self._names[column])
            for column, weight in zip(columns, (sure * inside)[columns] / len(rows), strict=True)
        )
        return [(name, -weight) for weight, name in ranked]

    def _titled(self, rows: Sequence[int]) -> Callable[[str], float]:
        """What tells how much more a feature weighs for standing in the titles of some entries."""
        words = (set(WORD.findall(self._titles[row])) for row in rows)
        held = Counter(chain.from_iterable(words))

        def titled(name: str) -> float:
            parts = self.label(name).casefold().split()
            return 1 + TITLED * min((held[part] for part in parts), default=0) / len(rows)

        return titled

    def pick(
        self, ranked: Sequence[tuple[str, float]], taken: Set[str], own: str = ""
    ) -> list[str]:
        """The labels that name a set of entries, its own first; none that says nothing new.

        Args:
            ranked: As `rank` gives them.
            taken: Labels of other themes, folded (`fold`): good as terms, not as the first.
            own: The feature that the set was chosen by, which then names it; else empty.
        """
        scored = sorted(
            (-round(weight * self._fitness(name), 6), name)
            for name, weight in ranked
            if name != own and self._may_name(name)
        )
        names = [self.label(name) for _, name in scored]
        names = [name for name in names if not CODE.search(name)]
        first = [self.label(own)] if own else [n for n in names if fold(n) not in taken][:1]
        if not first:
            return []
        return _telling(first + names)[:MOST_TERMS]

    def _may_name(self, name: str) -> bool:
        if name in self._people:
            return False
        return name.startswith(NAMING) or name in self._topics

    def _fitness(self, name: str) -> float:
        """How well a feature serves as a name, by its kind and form."""
        words = self.label(name).casefold().split()
        form: float = min(map(self._noun, words), default=1.0) ** FORM_POWER
        if len(words) > 1:
            return form * PHRASE_BONUS
        return form * KIND_BONUS.get(name.split(":", 1)[0], 1.0)

    def _noun(self, word: str) -> float:
        """From 0, only ever a verb, over 1, unknown, to 2, only ever a noun."""
        nouns, others = self._forms.get(word, UNSEEN)
        unknown = ONCE
        if nouns > others:
            unknown = max(FEWEST_SEEN, SELDOM * self._spread(word))
        return 2 * (nouns + unknown / 2) / (nouns + others + unknown)

    def _spread(self, word: str) -> float:
        """In how many entries a word stands, where it is a feature."""
        name = f"{TERM}:{word}"
        column = bisect_left(self._names, name)
        return float(self._total[column]) if self._names[column : column + 1] == (name,) else 0.0


def _xlogy(x: Numbers, ratio: Numbers) -> Numbers:
    """`x * log(ratio)`, 0 where x is 0."""
    product: Numbers = x * np.log(np.where(x > 0, ratio, 1.0))
    return product


def _telling(labels: Iterable[str]) -> list[str]:
    """The labels without those all of whose words stand in others before them."""
    said: set[str] = set()
    told: list[str] = []
    for label in labels:
        words = set(map(fold, WORD.findall(label))) or {label}
        if not words <= said:
            told.append(label)
            said |= words
    return told


def fold(label: str) -> str:
    """A label without what makes no difference to a reader: case and a plural's ending."""
    return label.casefold().removesuffix("s")
