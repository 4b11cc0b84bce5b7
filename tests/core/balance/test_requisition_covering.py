"""The fewest lots against every set of lots, each tried by augmenting paths (which know no cuts and no programme)."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.balance.requisition import covering
from ....core.balance.requisition.covering import Ground, fewest_lots
from ....core.balance.requisition.stages import Aim
from .test_requisition_matching import county_case, matched


def suffices(ground: Ground, opened) -> bool:
    """Whether opened lots fill all classes: unit by unit along paths of single units."""
    classes, lots = ground.reach.shape
    given_to = [[0] * lots for _ in range(classes)]
    spare = [int(ground.left[lot]) if opened[lot] else 0 for lot in range(lots)]

    def found(one: int, seen: set[int]) -> bool:
        for lot in range(lots):
            if not ground.reach[one, lot] or not opened[lot] or lot in seen:
                continue
            seen.add(lot)
            if spare[lot]:
                spare[lot] -= 1
                given_to[one][lot] += 1
                return True
            for other in range(classes):
                if given_to[other][lot] and other != one and found(other, seen):
                    given_to[other][lot] -= 1
                    given_to[one][lot] += 1
                    return True
        return False

    return all(found(one, set()) for one in range(classes) for _ in range(int(ground.need[one])))


@st.composite
def grounds(draw):
    classes, lots = draw(st.integers(1, 3)), draw(st.integers(1, 6))
    made = []
    for _ in range(draw(st.integers(1, 2))):
        reach = np.array(draw(st.lists(st.booleans(), min_size=classes * lots, max_size=classes * lots)), dtype=bool)
        left = np.array(draw(st.lists(st.integers(0, 4), min_size=lots, max_size=lots)), dtype=np.int64)
        need = np.array(draw(st.lists(st.integers(0, 4), min_size=classes, max_size=classes)), dtype=np.int64)
        made.append(Ground(need, left, reach.reshape(classes, lots)))
    forced = np.array(draw(st.lists(st.sampled_from([False, False, True]), min_size=lots, max_size=lots)), dtype=bool)
    return made, forced


@given(grounds())
@settings(max_examples=200, deadline=None)
def test_no_set_of_lots_is_smaller(case):
    made, forced = case
    every = np.ones(len(forced), dtype=bool)
    if not all(suffices(ground, every) for ground in made):
        return
    opened, bound = fewest_lots(made, forced)
    assert opened[forced].all() and all(suffices(ground, opened) for ground in made)
    smallest = min(
        sum(chosen)
        for chosen in itertools.product([False, True], repeat=len(forced))
        if all(one or not must for one, must in zip(chosen, forced)) and all(suffices(ground, chosen) for ground in made)
    )
    assert opened.sum() == smallest == bound
    some, least = fewest_lots(made, forced, nodes=0)
    assert all(suffices(ground, some) for ground in made) and some.sum() >= smallest >= least
    for lot in np.flatnonzero(some & ~forced).tolist():  # no lot that the others can do without
        assert not all(suffices(ground, some & (np.arange(len(some)) != lot)) for ground in made)


def test_of_equal_lots_the_first_is_opened():
    ground = Ground(np.array([3]), np.array([1, 2, 2, 2, 1]), np.ones((1, 5), dtype=bool))
    opened, bound = fewest_lots([ground], np.zeros(5, dtype=bool))
    assert opened.tolist() == [True, True, False, False, False] and bound == 2


def test_sets_of_classes_are_found_that_no_class_breaks_alone():
    """Two classes that share the large lot: each is served by it, both are not."""
    reach = np.array([[1, 1, 0], [0, 1, 1]], dtype=bool)
    opened, bound = fewest_lots([Ground(np.array([3, 3]), np.array([3, 5, 3]), reach)], np.zeros(3, dtype=bool))
    assert opened.sum() == bound == 2


def test_amounts_of_a_province_are_told_apart_to_the_kilogram():
    huge = 2_000_000_000
    ground = Ground(np.array([huge + 1]), np.array([huge, huge, 1]), np.ones((1, 3), dtype=bool))
    opened, bound = fewest_lots([ground], np.zeros(3, dtype=bool))
    assert opened.sum() == bound == 2 and ground.left[opened].sum() > huge


@pytest.mark.parametrize("plenty", [1.3, 1.6, 2.0, 3.0])
@pytest.mark.parametrize("seed", [1, 3, 8])
def test_two_hundred_projects_and_three_hundred_lots_without_dates_are_proven(seed, plenty):
    demands, stock = county_case(200, 300, seed, plenty)
    found = matched([replace(each, effective=None) for each in demands], [replace(each, entered=None) for each in stock])
    assert found.gap == 0
    lots = next(stage for stage in found.stages if stage.aim is Aim.LOTS)
    assert lots.value == lots.bound == len({draw.lot for draw in found.draws})


def test_validity_makes_many_classes_and_is_proven_too():
    demands, stock = county_case(120, 150, 5, 1.6)
    days = [datetime.date(2023, 1 + place % 12, 28) if place % 2 else None for place in range(len(stock))]
    found = matched(demands, [replace(each, entered=None, valid_to=day) for each, day in zip(stock, days)])
    assert found.gap == 0 and all(stage.certified for stage in found.stages if stage.aim is not Aim.LOTS)


def test_at_the_limit_of_nodes_the_gap_is_told(monkeypatch):
    demands, stock = county_case(200, 300, 3, 1.6)
    demands, stock = [replace(each, effective=None) for each in demands], [replace(each, entered=None) for each in stock]
    best = matched(demands, stock)
    monkeypatch.setattr(covering.fewest_lots, "__defaults__", (0,))
    found = matched(demands, stock)
    assert found.gap > 0 and found.short == best.short
    lots, proven = (next(stage for stage in each.stages if stage.aim is Aim.LOTS) for each in (found, best))
    assert lots.bound <= proven.value < lots.value
