import numpy as np
import pytest

from graph.analysis.sparse import Table
from graph.analysis.wholes import Wholes


def wholes(*entries: str):
    """What is known from entries, each given as the pairs of characters that it holds."""
    rows = [sorted({f"term:{pair}" for pair in entry.split()}) for entry in entries]
    names = sorted({name for row in rows for name in row})
    columns = [names.index(name) for row in rows for name in row]
    starts = np.cumsum([0, *map(len, rows)])
    return Wholes(Table(starts, np.array(columns), np.ones(len(columns)), len(names)), names)


GARDEN = "数字 字花 花园"


@pytest.mark.parametrize(
    ("entries", "pair", "whole"),
    [
        ([GARDEN] * 10, "字花", "数字花园"),
        ([GARDEN] * 10, "数字", "数字花园"),
        ([GARDEN] * 10 + ["花园"] * 10, "花园", "花园"),
        ([GARDEN] * 10 + ["花园"] * 10, "字花", "数字花园"),
        (["灯塔 海边"] * 10, "灯塔", "灯塔"),
        (["灯塔 tower"] * 10, "灯塔", "灯塔"),
        (["甲乙 乙甲"] * 10, "甲乙", "甲乙甲"),
        (["甲乙 乙丙 丙丁 丁戊 戊己 己庚 庚辛"] * 10, "甲乙", "甲乙丙丁戊己"),
    ],
    ids=["around it", "behind it", "by itself too", "never by itself", "nothing beside it",
         "other scripts", "a circle", "no longer than six"],
)  # fmt: skip
def test_a_pair_is_told_as_the_word_that_it_is_never_without(entries, pair, whole):
    assert wholes(*entries).whole(pair) == whole
