"""Seasons: whether a theme comes back at the same time of the year."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

SIGNIFICANCE = 0.01
"""Chance, were the theme spread like the vault itself, below which a season counts."""
LEAST_PULL = 0.6
"""How far the theme's middle must lie from that of the year, and from the vault's, where the year
is a circle of radius 1."""
HALF_SEASON = 0.25
"""What counts as the season, in years to each side of its middle."""
LEAST_INSIDE = 0.7
"""Share of the theme's entries that its season holds."""
FEWEST_EACH = 2
"""Entries by which a season is seen to have come ..."""
FEWEST_YEARS = 2
"""... in so many years. A shorter vault cannot show that anything comes back."""
MISSED_CHANCE = 0.05
"""How improbable a season's silence must be to count as one that did not come."""
YEAR = 365.2425
FLAT = 1e-9
"""Below this the days have no spread to compare with: all lie on one day of the year."""


def is_seasonal(theme_days: Sequence[str], vault_days: Sequence[str]) -> bool:
    """Whether a theme keeps to one season and comes back to it in several years.

    Rayleigh's test for directions on a circle, here the year, against the writer's own habit
    in place of an even spread: n times the squared Mahalanobis distance between the mean
    direction of the theme's days and that of all days is chi-squared with two degrees of
    freedom (Mardia & Jupp 2000, section 6.3). One burst points one way too; so each year weighs
    the same, however much was written in it, and the season must have come in at least two years
    and be missing from none that was written through.

    Args:
        theme_days: ISO dates of the theme's dated entries, sorted, not empty.
        vault_days: ISO dates of all dated entries, the theme's among them, sorted.
    """
    own, habit = [_turn(day) for day in theme_days], _habit(tuple(vault_days))
    all_, mean = habit.turns, _mean_of_years(own)
    pull = mean - habit.mean
    if all_[-1] - all_[0] < FEWEST_YEARS or min(abs(mean), abs(pull)) < LEAST_PULL:
        return False
    if _rayleigh(len(own), pull, habit) >= SIGNIFICANCE:
        return False
    middle = math.atan2(pull.imag, pull.real) / math.tau
    seen, written = _in_season(own, middle), _in_season(all_, middle)
    return (
        seen.total() >= LEAST_INSIDE * len(own)
        and sum(count >= FEWEST_EACH for count in seen.values()) >= FEWEST_YEARS
        and not any(
            _is_missing(year, seen, written)
            for year in written
            if all_[0] <= year + middle - HALF_SEASON and year + middle + HALF_SEASON <= all_[-1]
        )
    )


def _is_missing(year: int, seen: Counter[int], written: Counter[int]) -> bool:
    """Whether a season passed without the theme, and chance does not explain it."""
    share = min(seen.total() / written.total(), 0.999)
    return not seen[year] and (1 - share) ** written[year] < MISSED_CHANCE


def _turn(day: str) -> float:
    """A day as a number of years: its fraction is the place on the circle."""
    return date.fromisoformat(day).toordinal() / YEAR


class _Habit(NamedTuple):
    """When in the year the writer writes at all."""

    turns: tuple[float, ...]
    mean: complex
    spread: tuple[float, float, float]
    """Variance along x, covariance, variance along y."""


@lru_cache(maxsize=1)
def _habit(days: tuple[str, ...]) -> _Habit:
    turns = tuple(map(_turn, days))
    mean = _mean(turns)
    off = [_direction(turn) - mean for turn in turns]
    xx = sum(z.real * z.real for z in off) / len(off)
    xy = sum(z.real * z.imag for z in off) / len(off)
    yy = sum(z.imag * z.imag for z in off) / len(off)
    return _Habit(turns, mean, (xx, xy, yy))


def _rayleigh(count: int, pull: complex, habit: _Habit) -> float:
    """The chance that so many days lie so far from the mean direction of all."""
    xx, xy, yy = habit.spread
    area = xx * yy - xy * xy
    if area <= FLAT:
        return 1.0
    x, y = pull.real, pull.imag
    distance = (yy * x * x - 2 * xy * x * y + xx * y * y) / area
    return math.exp(-count * distance / 2)


def _mean_of_years(turns: Sequence[float]) -> complex:
    """The mean of the years' means, of those that say enough."""
    years: defaultdict[int, list[float]] = defaultdict(list)
    for turn in turns:
        years[int(turn)].append(turn)
    means = [_mean(year) for year in years.values() if len(year) >= FEWEST_EACH]
    return sum(means, 0j) / max(len(means), 1)


def _mean(turns: Sequence[float]) -> complex:
    return sum(map(_direction, turns), 0j) / len(turns)


def _direction(turn: float) -> complex:
    angle = math.tau * turn
    return complex(math.cos(angle), math.sin(angle))


def _in_season(turns: Sequence[float], middle: float) -> Counter[int]:
    """How many days lie in the season of each year."""
    years = ((turn, round(turn - middle)) for turn in turns)
    return Counter(year for turn, year in years if abs(turn - middle - year) <= HALF_SEASON)
