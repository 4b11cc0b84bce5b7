"""Figures and colours of service maps, against plain arithmetic."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given, settings, strategies as st

from ....core.service.colours import colours, spread
from ....core.service.service_map.scene import apportioned, half_up_percent

AREAS = st.lists(st.tuples(st.integers(0, 4), st.floats(0, 5000, allow_nan=False)), min_size=1, max_size=40)


@given(AREAS)
def test_units_foot_to_teams_and_teams_to_the_total_as_printed(rows) -> None:
    groups, raw = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    found = apportioned(raw, groups)
    exact = [Fraction(value) for value in raw.tolist()]
    total = int((Fraction(2) * sum(exact) + 1) // 2)
    assert abs(int(found.sum()) - total) <= (1 if abs(sum(exact) % 1 - Fraction(1, 2)) < Fraction(1, 10**6) else 0)
    for group in set(groups.tolist()):
        inside = sum(exact[row] for row in range(len(rows)) if groups[row] == group)
        assert abs(int(found[groups == group].sum()) - inside) < 2
    assert (found >= 0).all()
    assert all(value == 0 or raw[row] > 0 for row, value in enumerate(found.tolist()))


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_shares_are_rounded_half_up_once(part, whole) -> None:
    want = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    exact = Fraction(part * 10_000, whole)
    if exact % 1 != Fraction(1, 2):
        assert half_up_percent(part, whole) == want
    assert half_up_percent(part, 0) == 0


@st.composite
def borders(draw):
    m = draw(st.integers(1, 14))
    pairs = draw(st.sets(st.tuples(st.integers(0, m - 1), st.integers(0, m - 1)), max_size=3 * m))
    beside = np.zeros((m, m), dtype=bool)
    for one, other in pairs:
        if one != other:
            beside[one, other] = beside[other, one] = True
    return beside


@settings(max_examples=200)
@given(borders(), st.integers(4, 9))
def test_spreading_keeps_neighbours_apart_and_evens_the_colours(beside, most) -> None:
    before = colours(beside)
    after = spread(beside, before, most)
    for one, other in zip(*np.nonzero(beside)):
        assert after[one] != after[other]
    assert after.max() <= max(most, before.max()) and after.min() >= 1
    if not beside.any():
        counts = np.bincount(after, minlength=most + 1)[1 : most + 1]
        assert counts.max() - counts.min() <= 1
