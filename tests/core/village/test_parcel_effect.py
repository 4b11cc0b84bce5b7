"""What the plan does with one parcel: against squares whose areas a hand can count."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.area import Area
from ....core.ellipsoid import GaussZone
from ....core.resources import resource
from ....core.survey.classes import load_code_table
from ....core.village.indicators import indicators_of
from ....core.village.parcel_effect import Ground, Parcel, Zone, parcel_effect
from ....core.village.profile import PlanRole, load_profile
from ....core.village.structure import structure_of

ZONE = GaussZone(117 * 3600, 39_500_000.0)
PROFILE = load_profile(resource("profiles", "general.json"))
STRUCTURE, INDICATORS = structure_of(PROFILE), indicators_of(PROFILE)
TABLES = {name: load_code_table(name) for name in ("ydyh2020", "ydyh2023")}
EAST, NORTH = 39_500_000.0, 4_000_000.0


def box(west, south, east, north):
    return shapely.box(EAST + west, NORTH + south, EAST + east, NORTH + north)


def effect(parcel, base, version="ydyh2023", **more):
    return parcel_effect(Ground(parcel, base, **more), STRUCTURE, INDICATORS, TABLES[version], ZONE)


def by_row(found):
    return {STRUCTURE.rows[row].key: area.square_metres() for row, area in found.rows.items()}


def test_a_field_becomes_a_homestead():
    plan = Parcel(box(0, 0, 100, 100), "P1", "0703", area=10_000.0)
    base = [Parcel(box(-10, -10, 100, 50), "B1", "0103"), Parcel(box(-10, 50, 110, 110), "B2", "0703")]
    found = effect(plan, base)
    assert found.area == Area.from_square_metres(10_000) and not found.uncovered
    assert [(piece.bsm, piece.before, piece.after) for piece in found.pieces] == [("B1", "0103", "0703"), ("B2", "0703", "0703")]
    assert sum((piece.area for piece in found.pieces), Area(0)) == found.area
    half = found.changed.square_metres()
    assert abs(half - 5_000) < Decimal("0.05")
    assert by_row(found) == {"01": -half, "V07": half}
    told = {change.indicator.key: (change.change.square_metres(), change.against) for change in found.indicators}
    assert told == {
        "BUILT": (half, True), "URBAN_RURAL": (half, True), "VILLAGE_BUILT": (half, False), "CULTIVATED": (-half, True),
    }  # fmt: skip


def test_a_homestead_becomes_a_field_and_nothing_is_against_it():
    found = effect(Parcel(box(0, 0, 10, 10), "P", "0101"), [Parcel(box(0, 0, 10, 10), "B", "0703")])
    assert {change.indicator.key for change in found.indicators} == {"BUILT", "URBAN_RURAL", "VILLAGE_BUILT", "CULTIVATED"}
    assert not any(change.against for change in found.indicators)


def test_an_expected_indicator_is_never_gone_against():
    expected = [replace(each, attribute="预期性") for each in INDICATORS]
    square = box(0, 0, 10, 10)
    ground = Ground(Parcel(square, "P", "0703"), [Parcel(square, "B", "0103")])
    found = parcel_effect(ground, STRUCTURE, expected, TABLES["ydyh2023"], ZONE)
    assert found.indicators and not any(change.against for change in found.indicators)


def test_within_a_town_it_is_no_village_land():
    found = effect(Parcel(box(0, 0, 10, 10), "P", "0703", town=True), [Parcel(box(0, 0, 10, 10), "B", "0703")])
    assert set(by_row(found)) == {"TOWN", "V07"} and {change.indicator.key for change in found.indicators} == {"VILLAGE_BUILT"}


def test_the_same_code_means_another_row_in_the_other_table():
    ground = Parcel(box(0, 0, 10, 10), "P", "060102"), [Parcel(box(0, 0, 10, 10), "B", "0101")]
    assert set(by_row(effect(*ground, version="ydyh2020"))) == {"01", "VROAD"}


def test_ground_under_no_parcel_is_told_and_comes_from_nowhere():
    found = effect(Parcel(box(0, 0, 100, 10), "P", "0703", area=1000.0), [Parcel(box(0, 0, 60, 10), "B", "0103")])
    assert found.uncovered.square_metres() == pytest.approx(400, abs=0.1) and len(found.notices) == 1
    assert sum((area for area in found.rows.values()), Area(0)) == found.uncovered
    assert found.pieces[-1].before == ""


def test_no_parcel_of_the_plan_changes_nothing_and_no_parcel_at_all_says_nothing():
    found = effect(None, [Parcel(box(0, 0, 10, 10), "B", "0103", area=99.5)])
    assert found.rows == {} and found.indicators == [] and found.area == Area.from_square_metres(Decimal("99.5"))
    assert effect(None, []) is None


def test_zones_and_lines():
    parcel = Parcel(box(0, 0, 100, 100), "P", "0703")
    zones = [Zone(box(0, 0, 20, 100), "0301", "村庄集中建设区"), Zone(box(20, 0, 200, 100), "0202", "永久基本农田"),
             Zone(box(100, 0, 200, 100), "0900", "其他")]  # fmt: skip
    lines = {PlanRole.PRIME_FARMLAND: [box(50, 0, 80, 100), box(60, 0, 90, 100)], PlanRole.ECO_REDLINE: []}
    found = effect(parcel, [Parcel(box(0, 0, 100, 100), "B", "0101")], zones=zones, lines=lines)
    assert [zone.code for zone, _ in found.zones] == ["0202", "0301"], "what only touches is no share"
    assert found.zones[1][1].square_metres() == pytest.approx(2000, abs=0.2)
    assert found.within[PlanRole.PRIME_FARMLAND].square_metres() == pytest.approx(4000, abs=0.4), "drawn twice counts once"
    assert found.within[PlanRole.ECO_REDLINE] == Area(0)


def test_a_bow_tie_is_measured():
    bow = shapely.Polygon([(EAST, NORTH), (EAST + 10, NORTH + 10), (EAST + 10, NORTH), (EAST, NORTH + 10)])
    assert effect(Parcel(bow, "P", "0101"), [Parcel(box(0, 0, 10, 10), "B", "0103")]).area.square_metres() == pytest.approx(50, abs=0.1)


CODES = ["0101", "0301", "0703", "0802", "1301", "1701", "9999"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(CODES)), min_size=1, max_size=5),
    st.sampled_from(CODES),
    st.integers(100, 99_999),
)
def test_what_one_class_loses_another_gains(widths, after, hundredths):
    """Strips side by side: shares of the registered area against exact fractions; the changes sum up to nothing."""
    base, west = [], 0
    for width, code in widths:
        base.append(Parcel(box(west, 0, west + width, 10), str(len(base)), code))
        west += width
    found = effect(Parcel(box(0, 0, west, 10), "P", after, area=hundredths / 100), base)
    assert sum((area for area in found.rows.values()), Area(0)) == Area(0)
    assert sum((piece.area for piece in found.pieces), Area(0)).square_metres() == Decimal(hundredths).scaleb(-2)
    for piece in found.pieces:
        share = Fraction(hundredths * widths[int(piece.bsm)][0], west)
        assert abs(Fraction(piece.area.square_metres()) * 100 - share) <= 1 + share / 1000
    kept = sum((piece.area for piece in found.pieces if piece.before == after), Area(0))
    assert found.changed == found.area - kept
