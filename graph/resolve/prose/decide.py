"""Which candidates are people: the verdict, and what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.model import Entry, NameForm
from graph.resolve.prose.evidence import Looks, Sighting, Vault, chance, sightings
from graph.resolve.prose.weights import BIAS, Weights

REASONS = 4
"""So many reasons are named, the weightiest."""
SLIGHT = 0.2
"""A reason of less weight is not worth a word."""


class Verdict(NamedTuple):
    """A sighting with how sure it is that it names a person."""

    sighting: Sighting
    odds: float
    """Log-odds."""

    @property
    def chance(self) -> float:
        """Probability, 0 to 1."""
        return chance(self.odds)


class Judge:
    """Judges every candidate of a vault, each by its signs and by all the vault's entries.

    Time is linear in the candidates; what is kept grows with the distinct names only.
    """

    def __init__(self, entries: Sequence[Entry], weights: Weights) -> None:
        self._entries = entries
        self._weights = weights
        self._looks = Looks(weights.signs)
        self._vault = Vault((sightings(entry, self._looks) for entry in entries), entries)

    def verdicts(self) -> Iterator[Verdict]:
        """On every candidate, in the order of the entries."""
        for entry in self._entries:
            for sighting in sightings(entry, self._looks):
                values = self._vault.evidence(sighting)
                yield Verdict(sighting, judged(values, self._weights, sighting.candidate.form))

    def reasons(self, sighting: Sighting) -> str:
        """What speaks for and against, the weightiest first: `after-with +1.3, common -0.8`."""
        form = sighting.candidate.form
        table = self._weights.evidence[form]
        trust = table.get("look", 1.0)
        signs = self._weights.signs[form]
        found = {
            name: table.get(name, 0.0) * value
            for name, value in self._vault.evidence(sighting).items()
            if name != "look"
        }
        for sign in sighting.candidate.signs:
            found[sign.value] = signs.get(sign, 0.0) * trust
        ranked = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
        return ", ".join(f"{name} {w:+.1f}" for name, w in ranked[:REASONS] if abs(w) >= SLIGHT)


def judged(values: Mapping[str, float], weights: Weights, form: NameForm) -> float:
    """The log-odds that the evidence adds up to."""
    table = weights.evidence[form]
    odds = table[BIAS]
    for name, value in values.items():
        if name in table:
            odds += table[name] * value
    return odds
