from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.seasons import is_seasonal
from graph.analysis.trends import call_trend
from graph.model import Trend


def days(year, month, count, step=3):
    first = date(year, month, 1)
    return [(first + timedelta(days=step * i)).isoformat() for i in range(count)]


def every_other_day(first, last):
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days=i)).isoformat() for i in range(0, (end - start).days + 1, 2)]


VAULT = every_other_day("2021-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("theme", "seasonal"),
    [
        pytest.param([*days(2021, 6, 8), *days(2022, 6, 8), *days(2023, 6, 8)], True, id="Junes"),
        pytest.param([*days(2021, 12, 8), *days(2022, 12, 8), *days(2023, 12, 8)], True, id="Yule"),
        pytest.param([*days(2021, 6, 8), *days(2022, 6, 8)], False, id="a June is missing"),
        pytest.param(days(2022, 6, 24, 1), False, id="once"),
        pytest.param(VAULT[::9], False, id="all the year round"),
        pytest.param([*days(2021, 3, 8), *days(2022, 9, 8)], False, id="at any time"),
        pytest.param(
            [*days(2021, 6, 3), *days(2022, 6, 24, 1), *days(2023, 10, 4), *days(2023, 2, 3)],
            False,
            id="a burst, and otherwise at any time",
        ),
    ],
)
def test_a_season_is_a_time_of_year_that_a_theme_comes_back_to(theme, seasonal):
    vault = sorted({*VAULT, *theme})
    assert is_seasonal(sorted(theme), vault) is seasonal
    assert (call_trend(sorted(theme), vault) == Trend.SEASONAL) is seasonal


def test_the_writers_own_season_is_not_the_themes():
    summers = [day for day in VAULT if day[5:7] in ("06", "07", "08")]
    assert not is_seasonal(summers[::3], summers)


def test_a_season_that_the_vault_has_not_lived_through_is_not_missed():
    vault = [day for day in VAULT if day < "2023-06-10"]
    theme = [*days(2021, 6, 8), *days(2022, 6, 8)]
    assert is_seasonal(theme, sorted({*vault, *theme}))


def test_less_than_two_years_show_no_season():
    vault = [day for day in VAULT if day < "2022-08-01"]
    theme = [*days(2021, 6, 8), *days(2022, 6, 8)]
    assert not is_seasonal(theme, sorted({*vault, *theme}))


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1), st.integers(1, 5))
def test_no_dates_raise(found, step):
    vault = sorted(day.isoformat() for day in found)
    assert is_seasonal(vault[::step], vault) in (True, False)
