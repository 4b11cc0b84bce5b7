"""Units, teams, workload, neighbours and colours against counts by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.errors import InputError
from ....core.rules import load_rules
from ....core.service.colours import PALETTE, colours
from ....core.service.neighbours import units_beside
from ....core.service.teams import Teams, in_service, role_of
from ....core.service.units import (
    Level,
    Listed,
    MatchKind,
    Units,
    level_of,
    match_notes,
    match_units,
    of_level,
    plain_name,
    require_distinct,
)
from ....core.service.workload import WHOLE, evenness, given_weights, unit_loads, used_weights


def column(*values) -> np.ndarray:
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def units(codes, names, towns=None, shapes=None, measures=None, county=None, system="2023") -> Units:
    n = len(codes)
    return Units(
        "units", column(*codes), column(*names), column(*(towns or [""] * n)), column(*(county or [""] * n)),
        column(*(shapes or [shapely.Point(place, 0) for place in range(n)])), measures or {}, system=system,
    )


VILLAGES = units(
    ["371502001001", "371502001002", "371502002001", "371521001001"],
    ["张庄村民委员会", "古城社区居委会", "张庄村", "张庄村委会"], ["古楼街道", "古楼街道", "柳园街道", "阳谷镇"],
)


def matched(system: str, *listed: Listed) -> list:
    return [(match.row, match.kind) for match in match_units(VILLAGES, listed, system)]


def test_codes_count_only_within_their_system() -> None:
    own, other = Listed("371502001002", "古城社区"), Listed("371502001001", "古城社区")
    assert matched("2023", own, other) == [(1, MatchKind.CODE), (0, MatchKind.NAME_DIFFERS)]
    assert matched("2016", other) == [(1, MatchKind.NAME)]


def test_names_match_in_their_county_and_town() -> None:
    assert matched("", Listed("371521999001", "张庄村")) == [(3, MatchKind.NAME)]
    assert matched("", Listed("371502999001", "张庄村")) == [(-1, MatchKind.SEVERAL)]
    assert matched("", Listed("371502999001", "张庄 村", "柳园街道办事处")) == [(2, MatchKind.NAME)]
    listed = [Listed("371503999001", "张庄村")]
    assert matched("", *listed) == [(-1, MatchKind.NONE)]
    assert len(match_notes(VILLAGES, listed, match_units(VILLAGES, listed))) == 1


def test_names_without_endings() -> None:
    assert plain_name("古城社区居民委员会") == plain_name("古城社区") == plain_name("古城 社区居委会")
    assert plain_name("柳园街道办事处") == "柳园街道" and plain_name("村委会") == "村委会"


def test_a_code_stands_once_and_levels_do_not_mix() -> None:
    with pytest.raises(InputError, match="rows 1 and 3"):
        require_distinct(units(["1", "2", "1"], ["a", "b", "c"]))
    with pytest.raises(InputError, match="row 2"):
        require_distinct(units(["1", ""], ["a", "b"]))
    mixed = units(["371502001", "371502001001"], ["古楼街道", "甲村"])
    with pytest.raises(InputError, match="choose the level"):
        of_level(mixed, None)
    assert of_level(mixed, Level.VILLAGE).code.tolist() == ["371502001001"]
    assert [level_of(code) for code in ("371502001", "371502001000", "371502001001", "x")] == [
        Level.TOWN, Level.TOWN, Level.VILLAGE, None,
    ]


def test_workload_is_the_formula_in_fractions() -> None:
    given = {"units": np.ones(4), "population": np.array([100.0, 300, 200, 400]), "visits": np.array([0.0, 0, 0, 0])}
    made = units(["1", "2", "3", "4"], ["a", "b", "c", "d"], measures=given)
    weights = given_weights("units=1;population=3;area=0", load_rules())
    used = used_weights(made, weights)
    assert used == {"units": 0.25, "population": 0.75}
    loads = unit_loads(made, used, 2)
    by_hand = [Fraction(1, 4) * Fraction(1, 2) + Fraction(3, 4) * Fraction(people, 500) for people in (100, 300, 200, 400)]
    assert loads.tolist() == [int(share * WHOLE + Fraction(1, 2)) for share in by_hand]
    assert loads.sum() == 2 * WHOLE
    assert given_weights("单元数=1;人口=3;面积=0", load_rules()) == weights
    with pytest.raises(InputError, match="no weight"):
        given_weights("units=-1", load_rules())
    with pytest.raises(InputError, match="cows"):
        given_weights("cows=1", load_rules())
    assert weights["projects"] == Decimal("0.2")


def test_loads_of_all_units_are_the_teams_exactly() -> None:
    people = np.array([1.0, 1, 1, 1, 1, 1, 1])
    made = units([str(row) for row in range(7)], ["a"] * 7, measures={"units": np.ones(7), "population": people})
    loads = unit_loads(made, {"units": 0.5, "population": 0.5}, 3)
    assert loads.sum() == 3 * WHOLE and set(loads.tolist()) == {42857, 42858}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12))
def test_evenness_is_its_definition(loads: list[int]) -> None:
    even = evenness(np.array(loads, dtype=np.int64))
    mean = sum(loads) / len(loads)
    if mean == 0:
        assert even.gini == 0
        return
    pairs = sum(abs(a - b) for a in loads for b in loads)
    assert even.gini == pytest.approx(pairs / (2 * len(loads) ** 2 * mean), abs=1e-12)
    assert even.cv == pytest.approx((sum((a - mean) ** 2 for a in loads) / len(loads)) ** 0.5 / mean)
    assert even.most == pytest.approx(max(loads) / mean)


def pairs_of(beside) -> set:
    coo = beside.matrix.tocoo()
    return {(a, b) for a, b in zip(coo.row.tolist(), coo.col.tolist()) if a < b}


def test_polygons_border_over_gaps_but_not_at_corners() -> None:
    boxes = [shapely.box(0, 0, 100, 100), shapely.box(100.5, 0, 200, 100), shapely.box(0, 100, 100, 200),
             shapely.box(100.5, 100, 200, 200)]
    made = units(list("1234"), list("abcd"), shapes=boxes)
    assert pairs_of(units_beside(made, 1.0, 10.0)) == {(0, 1), (0, 2), (1, 3), (2, 3)}
    apart = units_beside(made, 0.1, 10.0)
    assert pairs_of(apart) >= {(0, 2), (1, 3)} and len(apart.bridges) == 1


def test_points_have_cells_within_the_county() -> None:
    places = [shapely.Point(x, y) for x in (0, 100, 200) for y in (0, 100)]
    county = shapely.box(-50, -50, 250, 150)
    beside = units_beside(units(list("123456"), list("abcdef"), shapes=places), 1.0, 10.0, county)
    assert beside.from_points and beside.clipped
    assert shapely.area(beside.cells).sum() == pytest.approx(county.area)
    assert pairs_of(beside) == {(0, 1), (2, 3), (4, 5), (0, 2), (2, 4), (1, 3), (3, 5)}
    with pytest.raises(InputError, match="in one place"):
        units_beside(units(["1", "2"], ["a", "b"], shapes=[shapely.Point(0, 0)] * 2), 1.0, 10.0)


def test_neighbours_have_other_colours() -> None:
    randomness = np.random.default_rng(4)
    for _ in range(10):
        beside = randomness.random((12, 12)) < 0.3
        beside = np.triu(beside, 1) | np.triu(beside, 1).T
        given = colours(beside)
        assert all(given[a] != given[b] for a in range(12) for b in range(12) if beside[a, b])
        assert given.min() == 1 and given.max() <= len(PALETTE)


def test_terms_roles_and_levels_choose_the_teams() -> None:
    day = datetime.date(2026, 6, 1)
    made = Teams(
        "teams", column("A", "B", "C"), column("a", "b", "c"), column("", "", ""), np.zeros((3, 2)), np.full(3, np.nan),
        column(role_of("责任规划师", "teams"), role_of("乡村规划师", "teams"), None), column(None, None, Level.TOWN),
        column(None, None, None), column(None, datetime.date(2026, 5, 31), None),
    )
    kept, notes = in_service(made, None, Level.VILLAGE, day)
    assert kept.id.tolist() == ["A"] and len(notes) == 1
    with pytest.raises(InputError):
        in_service(made, role_of("乡村规划师", "teams"), Level.VILLAGE, day)
    with pytest.raises(InputError, match="no role"):
        role_of("厨师", "teams")
