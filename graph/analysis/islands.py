"""One community by itself: an island around (0, 0)."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from graph.analysis.anchors import anchors
from graph.analysis.discs import drawn, packed
from graph.analysis.petals import Flower

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

SPACING = 30.0
"""Smallest distance between two nodes of an island, in page units (a node is about 10 wide)."""
PULL = 0.9
"""How much neighbours count against the name for where a node starts."""
POINT = np.dtype("<f8")


class Shape(NamedTuple):
    """One island by itself, around (0, 0)."""

    points: "Points"
    radius: float


class Islands:
    """Draws islands, and takes those that were drawn before from what is known.

    Attributes:
        drawn: Digest of all that an island follows from → x and y of its members, each in 8 bytes.
    """

    def __init__(self, known: Mapping[bytes, bytes] | None = None) -> None:
        self._known = known or {}
        self.drawn: dict[bytes, bytes] = {}

    def draw(
        self,
        members: Sequence[str],
        edges: Mapping[tuple[str, str], float],
        petals: Mapping[str, Flower],
    ) -> Shape:
        """Place the members, `SPACING` apart and more where petals need the room.

        Args:
            members: Node ids, sorted.
            edges: Pair of members → weight, sorted.
            petals: Node id → what hangs around it.
        """
        room = [petals[node].radius if node in petals else 0.0 for node in members]
        facts = msgspec.msgpack.encode((members, room, list(edges.items())))
        key = hashlib.blake2b(facts, digest_size=16).digest()
        radii = np.maximum(SPACING / 2, np.array(room))
        kept = self._known.get(key, b"")
        if len(kept) == 2 * POINT.itemsize * len(members):
            points = np.frombuffer(kept, POINT).reshape(-1, 2).astype(np.float64)
        else:
            points = _points(members, edges, radii)
        self.drawn[key] = points.astype(POINT).tobytes()
        return Shape(points, float((np.hypot(points[:, 0], points[:, 1]) + radii).max()))


def _points(
    members: Sequence[str], edges: Mapping[tuple[str, str], float], radii: "Points"
) -> "Points":
    """Places around (0, 0), neighbours side by side.

    Of two members that want one place, the one with fewer edges goes further from it.
    """
    index = {node: number for number, node in enumerate(members)}
    pairs = np.array([(index[a], index[b]) for a, b in edges], dtype=np.int64).reshape(-1, 2)
    degrees = np.bincount(pairs.ravel(), minlength=len(members))
    start = drawn(anchors(members), pairs, _damped(edges.values()), PULL)
    points = packed(start, radii, degrees / max(int(degrees.max()), 1))
    return np.asarray(points - (points.min(axis=0) + points.max(axis=0)) / 2)


def _damped(weights: Iterable[float]) -> "Points":
    """Ten mentions tie more than one, but not ten times more."""
    return np.array([1.0 + math.log(weight) for weight in weights])
