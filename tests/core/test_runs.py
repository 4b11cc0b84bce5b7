"""Rows of runs, against numpy's own copying."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from ...core.runs import rows_of, spread


@given(st.lists(st.integers(0, 4), max_size=12))
def test_rows_and_places(counts):
    count = np.array(counts, dtype=np.int64)
    rows = [row for row, many in enumerate(counts) for _ in range(many)]
    places = [place for many in counts for place in range(many)]
    of, place = spread(count)
    assert rows_of(count).tolist() == of.tolist() == rows
    assert place.tolist() == places
    assert of.dtype == place.dtype == np.int64
