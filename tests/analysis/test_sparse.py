import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.sparse import Stacked, Table

WIDTH = 4


@given(st.lists(st.lists(st.integers(-3, 3), min_size=WIDTH, max_size=WIDTH), max_size=9))
def test_a_table_in_blocks_multiplies_as_the_table_does(rows):
    full = np.array(rows, dtype=float).reshape(-1, WIDTH)
    dense = np.arange(2.0 * WIDTH, dtype=np.float32).reshape(WIDTH, 2)
    assert Stacked(as_table(full)).times(dense).tolist() == (full @ dense).tolist()


def as_table(full):
    places, columns = np.nonzero(full)
    starts = np.cumsum([0, *np.bincount(places, minlength=len(full))])
    return Table(starts, columns, full[places, columns], full.shape[1])
