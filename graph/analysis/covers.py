"""Covers: which entries belong together, as sets with a weight for every member."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from statistics import fmean

import numpy as np
from threadpoolctl import threadpool_limits

from graph.analysis.features import Features
from graph.analysis.nmf import TINY, Gist, factorise, find_gist
from graph.analysis.sparse import Indices, Numbers, Table, deal_out
from graph.processes import side_by_side

SMALLEST = 4
"""Fewer entries are no recurring theme."""
LARGEST = 0.3
"""Parts of more than this share of the entries are the writer's manner, not a theme."""
MOST_PARTS = 50
ENTRIES_PER_PART = 6
"""A vault of n entries is taken apart into n / 6 parts, 50 at most."""
GIST_PER_PART = 1.25
"""Rank of what the entries share, for each part that is looked for in it."""
LEAST_LOAD = 0.12
"""From this load on, on a scale where an entry that is nothing but the part has 1, it belongs."""
SAME = 0.5
"""Of two covers that share more than this of their union, the better one stands for both."""
TELLING = 10
"""An entry of fewer features, unless half of the entries have fewer, says too little: two stubs
with one word each are alike by chance."""
FALSE_SHARE = 0.3
"""Where more of the parts than this would be such as chance makes, no more are taken."""
MARGIN = 1.3
"""By how much the surest part must be surer than any that chance made ..."""
MARGIN_OF_ALL = 1.15
"""... or all parts in the mean than those of any deal: of many themes none need stand out."""
SHARED_CELLS = range(20_000, 1_000_000)
"""With fewer a table is taken apart sooner than another process is ready; with more, two of them at
the same time would take too much memory."""
TAG_BONUS = 2.0
"""What the writer marked up is a fact; what is inferred has to explain more to come before it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """One set of entries and how much each belongs to it."""

    weights: dict[int, float]
    """Row of `Features` → 0 to 1, the most typical first."""
    score: float
    """How much closer the members are to one another than to all entries: the mean cosine inside
    less that to all, summed over the members, as a share of the vault."""
    name: str = ""
    """The feature that all of them were chosen by, if there is one: a tag."""

    @property
    def surety(self) -> float:
        """How much closer its members are than all entries, so that sets of any size compare.

        The mean of k has an error that falls with the root of k.
        """
        return self.score / math.sqrt(len(self.weights))


def find_covers(features: Features) -> list[Cover]:
    """Find the sets of entries that share what the rest of the vault does not, best first.

    Two sources: the writer's tags, and the parts of the table by non-negative factors (Lee &
    Seung 1999), as many as stand out from what chance makes of the same cells. All let an entry
    belong to several covers or none.
    """
    # Many small products: threads cost more than they give, and would change the last digits.
    with threadpool_limits(limits=1, user_api="blas"):
        found = [*_tagged(features), *_beyond_chance(_telling(features.matrix))]
    found.sort(key=lambda cover: (-cover.score, tuple(cover.weights)))
    return _distinct(found)


def _beyond_chance(table: Table) -> list[Cover]:
    """The surest parts, down to where chance would have made too many of them.

    Target and decoy (Elias & Gygi 2007): of k parts that are at least so sure, about as many are
    false as chance makes that are. Chance is the same cells dealt out anew, several times where
    there are few parts.
    """
    shared = len(table.cells) in SHARED_CELLS
    draws = [partial(_chance, table, deal) for deal in range(MOST_PARTS)]
    found, first = side_by_side([partial(_parts, table), draws[0]], list[Cover], shared)
    if not found:
        return []
    parts = sorted(found, key=lambda part: (-part.surety, tuple(part.weights)))
    deals = -(-MOST_PARTS // len(parts))
    more = side_by_side(draws[1:deals], list[Cover], shared)
    dealt = [[part.surety for part in deal] for deal in (first, *more) if deal]
    if not _stand_out([part.surety for part in parts], dealt):
        return []
    chance = list(chain.from_iterable(dealt))
    kept = 0
    for count, part in enumerate(parts, 1):
        false = sum(surety >= part.surety for surety in chance) / deals
        if false <= FALSE_SHARE * count:
            kept = count
    return parts[:kept]


def _stand_out(parts: Sequence[float], dealt: Sequence[Sequence[float]]) -> bool:
    """Whether there is anything to find, by how sure the parts are and those of each deal."""
    return not dealt or (
        max(parts) > MARGIN * max(map(max, dealt))
        or fmean(parts) > MARGIN_OF_ALL * max(map(fmean, dealt))
    )


def _chance(table: Table, deal: int) -> list[Cover]:
    """The sets that lie along the parts of what chance makes of a table."""
    return _parts(deal_out(table, deal))


def _telling(table: Table) -> Table:
    """Without the entries that say too little; their tags count all the same."""
    features = np.diff(table.starts)
    return table.only(features >= min(TELLING, float(np.median(features)) if len(features) else 0))


def _tagged(features: Features) -> Iterator[Cover]:
    """The sets that bear a tag."""
    table = features.matrix
    columns, total = table.turned(), table.total()
    for j, name in enumerate(features.names):
        rows = columns.columns[columns.starts[j] : columns.starts[j + 1]]
        if name in features.topics and len(rows) >= SMALLEST:
            yield _measure(table, total, rows, name)


def _parts(table: Table) -> list[Cover]:
    """The sets that lie along one part of what the entries share."""
    parts = min(MOST_PARTS, table.height // ENTRIES_PER_PART, table.width // 2)
    if parts < 1:
        return []
    total = table.total()
    filled = np.flatnonzero(np.diff(table.starts))
    gist = find_gist(table.some(filled), round(parts * GIST_PER_PART))
    loads = factorise(gist, parts)
    loads[loads < LEAST_LOAD] = 0
    members = (filled[rows] for rows in _nearest(gist, loads))
    return [_measure(table, total, rows) for rows in members if len(rows) <= LARGEST * table.height]


def _nearest(gist: Gist, loads: Numbers) -> Iterator[Indices]:
    """For each part as many entries as bear it: those that lie nearest to the middle of these.

    A part adds up to all that its entries share, so it takes in what others share too; its middle
    tells it from the rest of the vault. A step of k-means, for sets that overlap.
    """
    apart = gist.left - gist.left.mean(axis=0)
    middles = loads @ apart / np.maximum(loads.sum(axis=1), TINY)[:, None]
    # Rounded, so that entries which say the same are in together or not.
    for part, near in zip(loads, np.round(middles @ apart.T, 5), strict=True):
        bearers = np.count_nonzero(part)
        if bearers >= SMALLEST:
            yield np.flatnonzero(near >= np.partition(near, -bearers)[-bearers])


def _measure(table: Table, total: Numbers, rows: Indices, name: str = "") -> Cover:
    """Weigh the members by their cosine to what the set has beyond the vault's average."""
    held = table.some(rows)
    own = held.total()
    apart = np.maximum(own / len(rows) - total / table.height, 0)
    cosines = held.along(apart / (np.linalg.norm(apart) or 1.0))
    order = np.lexsort((rows, -np.round(cosines, 6)))
    weights = {int(rows[i]): round(float(cosines[i]), 4) for i in order}
    # Each entry is like itself; what counts is how like the others it is.
    inside = (held.along(own) - 1) / (len(rows) - 1)
    outside = (held.along(total) - 1) / (table.height - 1)
    closer = max(float((inside - outside).sum()) / table.height, 0.0)
    return Cover(weights, round(closer * (TAG_BONUS if name else 1), 6), name)


def _distinct(covers: Iterable[Cover]) -> list[Cover]:
    """The covers without those that repeat a better one."""
    kept: list[Cover] = []
    for cover in covers:
        if all(_overlap(cover, other) <= SAME for other in kept):
            kept.append(cover)
    return kept


def _overlap(one: Cover, other: Cover) -> float:
    """Jaccard's index: what both hold, as a share of what either holds."""
    shared = len(one.weights.keys() & other.weights.keys())
    return shared / (len(one.weights) + len(other.weights) - shared)
