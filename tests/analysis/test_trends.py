import pytest
from support.diary import THEMES, diary

from graph.analysis.trends import call_trend, find_bursts, mann_kendall
from graph.model import Trend

CALM, BURST = (1, 20), (10, 20)


@pytest.mark.parametrize(
    ("series", "tau", "significant"),
    [
        ([1, 2, 3, 4, 5, 6], 1.0, True),
        ([6, 5, 4, 3, 2, 1], -1.0, True),
        ([1, 1, 1, 1, 1, 1], 0.0, False),
        ([1, 3, 2, 3, 1, 2], 0.0, False),
        ([], 0.0, False),
    ],
)
def test_mann_kendall_tells_a_slope_from_noise(series, tau, significant):
    found, chance = mann_kendall(series)
    assert found == pytest.approx(tau)
    assert (chance < 0.05) is significant


@pytest.mark.parametrize(
    ("series", "bursts"),
    [
        ([CALM] * 5 + [BURST] * 2 + [CALM] * 5, [(5, 6)]),
        ([BURST] * 2 + [CALM] * 5 + [BURST], [(0, 1), (7, 7)]),
        ([CALM] * 12, []),
        ([(0, 20)] * 3, []),
    ],
)
def test_bursts_are_where_a_theme_crowds(series, bursts):
    assert find_bursts(series) == bursts


def called(name, seed):
    written = diary(800, seed=seed)
    day = {
        data["path"]: data["date"] for _, data in written.graph.nodes(data=True) if "path" in data
    }
    return call_trend(sorted(day[path] for path in written.members[name]), sorted(day.values()))


@pytest.mark.parametrize("name", THEMES)
def test_a_planted_trend_is_called_by_its_name_nearly_always(name):
    right = sum(called(name, seed) == THEMES[name].trend for seed in range(10))
    assert right >= 8


def test_few_entries_have_no_trend():
    vault = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 20)]
    assert call_trend(vault[:4], vault) == Trend.UNKNOWN
    assert call_trend([], []) == Trend.UNKNOWN
