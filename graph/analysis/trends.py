"""Trends: how a theme's share of the entries moves through time."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

import numpy as np

from graph.analysis.seasons import is_seasonal
from graph.model import Trend

FEWEST_ENTRIES = 5
"""With fewer dated entries nothing is said."""
FEWEST_MONTHS = 4
SIGNIFICANCE = 0.01
"""Two-sided p of the Mann-Kendall test below which a trend counts."""
LEAST_TAU = 0.2
"""Kendall's tau: a sure but tiny slope is no news."""
DORMANT_CHANCE = 0.01
"""How improbable the silence since the last entry must be, were the theme still alive."""
DORMANT_DAYS = 60
BURST_SHARE = 0.5
"""A theme is bursty when its bursts hold at least this share of its entries ..."""
BURST_TIME = 0.35
"""... in at most this share of the months."""
BURST_FACTOR = 2.5
"""In a burst a theme is this many times as frequent as on the whole (Kleinberg's s)."""
BURST_COST = 1.0
"""The cost of entering a burst, in units of ln(months) (Kleinberg's gamma)."""


def call_trend(theme_days: Sequence[str], vault_days: Sequence[str]) -> Trend:
    """Name the trend of a theme.

    Args:
        theme_days: ISO dates of the theme's dated entries, sorted.
        vault_days: ISO dates of all dated entries, sorted.

    Returns:
        In this order: `SEASONAL` when it comes back at one time of the year (Rayleigh's test,
        p < 0.01; graph.analysis.seasons); `DORMANT` when the silence since the last entry has a
        chance below 1% for a theme of that frequency and is at least 60 days long; `RISING` or
        `FADING` by the Mann-Kendall test on the monthly share (p < 0.01, |tau| >= 0.2);
        `BURSTY` when few months of burst (Kleinberg 2002) hold most entries; else `STEADY`.
    """
    if len(theme_days) < FEWEST_ENTRIES or len(_months(tuple(vault_days))) < FEWEST_MONTHS:
        return Trend.UNKNOWN
    if is_seasonal(theme_days, vault_days):
        return Trend.SEASONAL
    if is_dormant(theme_days, vault_days):
        return Trend.DORMANT
    series = list(_series(theme_days, vault_days).values())
    tau, chance = mann_kendall([count / total for count, total in series])
    if chance < SIGNIFICANCE and abs(tau) >= LEAST_TAU:
        return Trend.RISING if tau > 0 else Trend.FADING
    return Trend.BURSTY if _is_bursty(series) else Trend.STEADY


def find_burst_months(
    theme_days: Sequence[str], vault_days: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """First and last `YYYY-MM` of each burst; none where there is too little to say."""
    series = _series(theme_days, vault_days)
    if len(theme_days) < FEWEST_ENTRIES or len(series) < FEWEST_MONTHS:
        return ()
    months = list(series)
    return tuple((months[a], months[b]) for a, b in find_bursts(list(series.values())))


def _series(theme_days: Sequence[str], vault_days: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Each month that the vault has → the theme's entries and all entries."""
    counts = count_months(theme_days)
    return {month: (counts.get(month, 0), n) for month, n in _months(tuple(vault_days)).items()}


def count_months(days: Sequence[str]) -> dict[str, int]:
    """`YYYY-MM` → number of days given, in order of time, only months that have some."""
    return dict(sorted(Counter(day[:7] for day in days).items()))


@lru_cache(maxsize=1)
def _months(vault_days: tuple[str, ...]) -> dict[str, int]:
    """The same for the days of the vault, which all themes are held against."""
    return count_months(vault_days)


def is_dormant(theme_days: Sequence[str], vault_days: Sequence[str]) -> bool:
    """Whether the silence since the theme's last entry is too long for a living theme.

    While it lived, a theme took a share p of the entries; the chance of none in the k entries
    that followed its last one is (1 - p) ** k. A theme that has been away for longer before
    and came back is not called dormant.
    """
    first, last = theme_days[0], theme_days[-1]
    end = bisect_right(vault_days, last)
    alive, after = end - bisect_left(vault_days, first), len(vault_days) - end
    days = [date.fromisoformat(day).toordinal() for day in (*theme_days, vault_days[-1])]
    *before, silence = [later - earlier for earlier, later in pairwise(days)]
    share = min(len(theme_days) / max(alive, 1), 0.999)
    chance = math.exp(after * math.log1p(-share))
    return silence >= max(DORMANT_DAYS, *before) and chance < DORMANT_CHANCE


def mann_kendall(series: Sequence[float]) -> tuple[float, float]:
    """Kendall's tau-b of a series against time, and its two-sided p (Mann 1945; ties corrected).

    Quadratic in the length of the series, which is in months.
    """
    n = len(series)
    values = np.array(series)
    s = int(np.triu(np.sign(values - values[:, None])).sum())
    ties = [count for count in Counter(series).values() if count > 1]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    pairs = n * (n - 1) / 2
    untied = pairs - sum(t * (t - 1) / 2 for t in ties)
    if variance <= 0 or untied <= 0:
        return 0.0, 1.0
    z = (s - (s > 0) + (s < 0)) / math.sqrt(variance)
    return s / math.sqrt(pairs * untied), math.erfc(abs(z) / math.sqrt(2))


def find_bursts(series: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The months in which a theme was in a burst, as first and last index (Kleinberg 2002).

    The two-state automaton over batches (section 4 of the paper): each month is either at the
    theme's overall share or at `BURST_FACTOR` times that, and entering a burst has a price.

    Args:
        series: For each month the theme's entries and all entries.
    """
    total = sum(count for count, _ in series)
    base = total / sum(all_ for _, all_ in series)
    rates = (base, min(base * BURST_FACTOR, 0.999))
    if total == 0 or base >= rates[1]:
        return []
    price = BURST_COST * math.log(len(series))
    costs = [0.0, price]
    ways: list[tuple[int, int]] = []
    for count, all_ in series:
        calm, burst = (_surprise(count, all_, rate) for rate in rates)
        ways.append((int(costs[1] < costs[0]), int(costs[1] <= costs[0] + price)))
        costs = [min(costs) + calm, min(costs[0] + price, costs[1]) + burst]
    states = [int(costs[1] < costs[0])]
    for way in reversed(ways[1:]):
        states.append(way[states[-1]])
    return _runs(states[::-1])


def _surprise(count: int, total: int, rate: float) -> float:
    """Minus the logarithm of the binomial chance, without the coefficient common to all rates."""
    return -count * math.log(rate) - (total - count) * math.log1p(-rate)


def _runs(states: Sequence[int]) -> list[tuple[int, int]]:
    """First and last index of every run of ones."""
    edges = [i for i, (a, b) in enumerate(pairwise([0, *states, 0])) if a != b]
    return [(start, end - 1) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _is_bursty(series: Sequence[tuple[int, int]]) -> bool:
    bursts = find_bursts(series)
    inside = sum(count for first, last in bursts for count, _ in series[first : last + 1])
    months = sum(last - first + 1 for first, last in bursts)
    total = sum(count for count, _ in series)
    return inside >= BURST_SHARE * total and 0 < months <= BURST_TIME * len(series)
