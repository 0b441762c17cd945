"""Which candidates are people: how sure that is, and what it rests on."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graph.resolve.columns import Floats, Ints
from graph.resolve.prose.evidence import Evidence, Vault, chance, looks
from graph.resolve.prose.sightings import FORMS, Sightings
from graph.resolve.prose.weights import BIAS, Table, Weights

REASONS = 4
"""So many reasons are named, the weightiest."""
SLIGHT = 0.2
"""A reason of less weight is not worth a word."""


class Judge:
    """Judges every candidate of a vault, each by its signs and by all the vault's entries.

    Time and memory are linear in the candidates.

    Args:
        seen: All candidates.
        weights: What each piece of evidence counts.
        totals: How often each word stands in the vault.

    Attributes:
        odds: The log-odds that each of them names a person.
    """

    def __init__(self, seen: Sightings, weights: Weights, totals: Mapping[str, int]) -> None:
        self._seen = seen
        self._weights = weights
        self._vault = Vault(seen, looks(seen, weights.signs), totals)
        self.odds = judged(self._vault.evidence(slice(None)), weights.evidence, seen.form)

    def chance(self, row: int) -> float:
        """The same as a probability, 0 to 1."""
        return chance(self.odds.item(row))

    def reasons(self, rows: Sequence[int]) -> Iterator[str]:
        """What speaks for and against, the weightiest first: `after-with +1.3, common -0.8`."""
        chosen = np.array(rows, int)
        table, forms = self._weights.evidence, self._seen.form[chosen]
        weighed = {
            name: (_by_form(table, name)[forms] * values).tolist()
            for name, values in self._vault.evidence(chosen)
            if name != "look"
        }
        for place, shape in enumerate(self._seen.shape[chosen].tolist()):
            found = {name: values[place] for name, values in weighed.items()}
            form, signs = self._seen.shapes[shape]
            trust = table[form].get("look", 1.0)
            for sign in signs:
                found[sign.value] = self._weights.signs[form].get(sign, 0.0) * trust
            ranked = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
            yield ", ".join(f"{name} {w:+.1f}" for name, w in ranked[:REASONS] if abs(w) >= SLIGHT)


def judged(evidence: Evidence, weights: Table, form: Ints) -> Floats:
    """The log-odds that the evidence adds up to.

    Args:
        evidence: On some rows.
        weights: What each kind of it counts.
        form: The form of each row.
    """
    odds = _by_form(weights, BIAS)[form]
    for name, values in evidence:
        odds += _by_form(weights, name)[form] * values
    return odds


def _by_form(weights: Table, name: str) -> Floats:
    """What a kind of evidence counts for each of `FORMS`."""
    return np.array([weights[form].get(name, 0.0) for form in FORMS])
