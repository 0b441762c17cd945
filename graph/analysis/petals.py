"""Petals: what hangs on one node alone stands around it, as a sunflower sets its seeds."""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graph.analysis.net import leaves_of

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

PETAL_START = 11.0
PETAL_SPACING, LINK_SPACING = 10.0, 3.6
"""Petals stand about 1.7 times this apart, links nearer: they are small. The first stands
`PETAL_START` from the node."""
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
CROWD = 30
"""More nodes than this that hang on one alone are petals, whatever their kind."""


class Flower(NamedTuple):
    """What hangs on one node alone, from the inside out: links may be hidden, and leave no hole."""

    things: list[str]
    links: list[str]

    @property
    def petals(self) -> list[str]:
        """All of them, as they stand."""
        return self.things + self.links

    @property
    def radius(self) -> float:
        """How far they reach."""
        return float(self._reaches()[-1]) + (PETAL_SPACING if self.things else LINK_SPACING)

    def places(self) -> "Points":
        """One row of x and y for each petal, around (0, 0)."""
        reach, angle = self._reaches()[:-1], np.arange(len(self.petals)) * GOLDEN_ANGLE
        return np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1)

    def _reaches(self) -> "Points":
        spacing = np.repeat([PETAL_SPACING, LINK_SPACING], [len(self.things), len(self.links)])
        area = np.cumsum(1.2 * spacing**2)
        return np.asarray(np.sqrt(PETAL_START**2 + np.concatenate([[0.0], area])))


def flowers(graph: "nx.MultiDiGraph[str]", edges: Iterable[tuple[str, str]]) -> dict[str, Flower]:
    """Node → what hangs on it alone: links, and whatever crowds there.

    Args:
        graph: The typed graph.
        edges: Its edges; direction, loops and repeats do not matter.
    """
    hung: dict[str, list[str]] = {}
    for leaf, stem in sorted(leaves_of(edges).items()):
        hung.setdefault(stem, []).append(leaf)
    petals = {
        node: Flower(
            [leaf for leaf in leaves if len(leaves) > CROWD and not _is_link(graph, leaf)],
            [leaf for leaf in leaves if _is_link(graph, leaf)],
        )
        for node, leaves in hung.items()
    }
    return {node: flower for node, flower in petals.items() if any(flower)}


def _is_link(graph: "nx.MultiDiGraph[str]", node: str) -> bool:
    return bool(graph.nodes[node].get("kind") == "url")
