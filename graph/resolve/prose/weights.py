"""The numbers by which names in prose are judged.

weights.json is written by scripts/learn_people.py: two logistic regressions, the first over the
signs that one entry shows, the second over what the vault says of the name.
"""

import json
from functools import cache
from importlib import resources
from typing import NamedTuple

from graph.model import NameForm

BIAS = "bias"

Table = dict[NameForm, dict[str, float]]
"""Form of the name → sign or kind of evidence → weight."""


class Weights(NamedTuple):
    """Log-odds that each piece of evidence adds."""

    signs: Table
    evidence: Table


@cache
def weights() -> Weights:
    """The weights that were learned."""
    text = resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    tables = json.loads(text)
    return Weights(
        *({NameForm(form): tables[part][form] for form in tables[part]} for part in Weights._fields)
    )
