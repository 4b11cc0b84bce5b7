"""The structure table: rows by class, areas by exact fractions, sums by hand."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.area import Area
from ....core.errors import InputError
from ....core.resources import resource
from ....core.summary.printing import Printing
from ....core.survey.classes import load_code_table
from ....core.village.areas import Side, VillageOf, plan_areas, together
from ....core.village.indicators import Given, count_indicators, indicator_table, indicators_of
from ....core.village.profile import PlanRole, load_profile
from ....core.village.structure import row_of_classes, structure_of, town_of_kinds, town_of_marks
from ....core.village.structure_report import StructureFacts, structure_report
from ....core.village.structure_tables import printed_structure, structure_identities, structure_tables
from ....core.workbook import DisplayUnit, RowKind, identities_of

FUJIAN = load_profile(resource("profiles", "fujian.json"))
STRUCTURE = structure_of(FUJIAN)
TABLES = {version: load_code_table(version) for version in ("ydyh2020", "ydyh2023")}
NOTHING = Decimal("0.01")
HECTARES = Printing(DisplayUnit.HECTARE, 2)


def row(version, code, town=False):
    place = row_of_classes(STRUCTURE, TABLES[version], np.array([code], dtype=object), np.array([town]))[0]
    return "UNKNOWN" if place == len(STRUCTURE.rows) else STRUCTURE.rows[place].key


@pytest.mark.parametrize(
    ("version", "code", "town", "key"),
    [
        ("ydyh2023", "0101", False, "01"),
        ("ydyh2023", "0703", False, "V07"),
        ("ydyh2023", "0701", True, "TOWN"),
        ("ydyh2020", "060102", False, "VROAD"),  # roads within the village
        ("ydyh2023", "060102", False, "06"),  # roads between fields
        ("ydyh2023", "1207", False, "VROAD"),
        ("ydyh2020", "1207", True, "TOWN"),
        ("ydyh2020", "1311", False, "REGIONAL"),
        ("ydyh2020", "1312", False, "REGIONAL"),
        ("ydyh2020", "1313", False, "V13"),
        ("ydyh2023", "1311", False, "REGIONAL"),
        ("ydyh2023", "1312", False, "V13"),
        ("ydyh2023", "1310", True, "TOWN"),
        ("ydyh2023", "1202", True, "REGIONAL"),
        ("ydyh2023", "120801", False, "V1208"),
        ("ydyh2023", "1001", False, "V1001"),
        ("ydyh2023", "1002", False, "OTHERBUILT"),
        ("ydyh2023", "15", True, "OTHERBUILT"),
        ("ydyh2023", "2301", False, "V2301"),
        ("ydyh2023", "2302", False, "23"),
        ("ydyh2023", "1701", False, "17"),
        ("ydyh2023", "9999", False, "UNKNOWN"),
        ("ydyh2023", "", False, "UNKNOWN"),
        ("ydyh2023", " ０１０１ ", False, "01"),
    ],
)
def test_the_row_of_a_class(version, code, town, key):
    assert row(version, code, town) == key


@pytest.mark.parametrize("version", sorted(TABLES))
def test_every_class_has_a_row_in_town_and_village(version):
    for code in (path.split(",")[1] for path in resource("codes", f"{version}.csv").read_text("utf-8-sig").splitlines()[1:]):
        for town in (False, True):
            assert row(version, code, town) != "UNKNOWN", (code, town)
        assert row(version, code, False) != "TOWN"


def test_marks_of_towns():
    marks = np.array(["201", "202A", "203", None, "", "205"], dtype=object)
    assert town_of_marks(marks, 6).tolist() == [True, True, False, False, False, False]
    assert town_of_kinds(np.array(["Z", "T", None, "z "], dtype=object), 4).tolist() == [True, False, False, True]
    assert not town_of_marks(None, 2).any() and not town_of_kinds(None, 2).any()


def side(layer, rows, village=None):
    codes = np.array([code for code, _ in rows], dtype=object)
    area = np.array([float(each) for _, each in rows])
    places = np.array(village if village is not None else [""] * len(rows), dtype=object)
    return Side(layer, np.arange(len(rows)), codes, np.zeros(len(rows), dtype=bool), area, places)


def shared(areas, master):
    """Largest remainder by fractions, written by itself: (0.01 m² of each)."""
    total = sum(Fraction(area) for area in areas)
    exact = [Fraction(area) * master / total for area in areas]
    units = [share.numerator // share.denominator for share in exact]
    order = sorted(range(len(areas)), key=lambda row: (-(exact[row] - units[row]), -areas[row], row))
    for place in order[: master - sum(units)]:
        units[place] += 1
    return units


BASE = [("0101", 1000.004), ("0703", 500.003), ("0103", 250.5), ("1701", 99.99), ("0301", 10)]
PLAN = [("0101", 1100.0), ("0703", 400.0), ("0103", 250.5), ("1701", 100.0), ("0301", 10), ("0802", 0.02)]


def counted(base=BASE, plan=PLAN, registered=186_050, tolerance=NOTHING):
    villages = [VillageOf("379901001001", "甲村", registered)]
    return plan_areas(side("B", base), side("P", plan), villages, STRUCTURE, TABLES["ydyh2023"], tolerance)


def test_both_years_make_up_the_registered_area_by_the_largest_remainder():
    found = counted()
    for cells, rows in ((found.base, BASE), (found.plan, PLAN)):
        units = shared([area for _, area in rows], 186_050)
        by_key: dict[str, int] = {}
        for (code, _), amount in zip(rows, units):
            by_key[row("ydyh2023", code)] = by_key.get(row("ydyh2023", code), 0) + amount
        assert {STRUCTURE.rows[place].key: int(cells[0, place]) for place in np.flatnonzero(cells[0])} == by_key
        assert int(cells.sum()) == 186_050


def test_a_difference_to_the_registered_area_is_told_with_its_amount():
    told = [str(notice) for notice in counted().notices]
    assert told == [
        "甲村: the parcels of P make up 1860.52 m², the registered area is 1860.50 m² (+0.02 m²); it was shared out to them."
    ]
    assert not counted(tolerance=Decimal(1)).notices
    assert not counted(registered=None, plan=BASE).notices


def test_one_unit_more_in_a_leaf_turns_the_checks_red():
    printed = printed_structure(counted(), HECTARES)
    assert all(identity.ok for identity in structure_identities(printed))
    printed.base[0, 0] += 1
    assert not all(identity.ok for identity in structure_identities(printed))
    other = printed_structure(counted(), HECTARES)
    other.areas.plan[0, 2] += 1
    assert not all(identity.ok for identity in structure_identities(other))


def test_a_parcel_without_area_is_refused_with_its_place():
    with pytest.raises(InputError, match="P, feature 1"):
        counted(plan=[("0101", 1), ("0103", float("nan"))])
    with pytest.raises(InputError, match="P, feature 0"):
        counted(plan=[("0101", -1)])
    with pytest.raises(InputError, match="no features"):
        counted(plan=[])


def test_parcels_of_a_village_without_border_are_refused():
    villages = [VillageOf("1" * 12, "甲村"), VillageOf("2" * 12, "乙村")]
    base = side("B", [("0101", 5), ("0103", 5)], ["1" * 12, "3" * 12])
    with pytest.raises(InputError, match="333333333333"):
        plan_areas(base, base, villages, STRUCTURE, TABLES["ydyh2023"], NOTHING)


def tables(found, printing=HECTARES, **values):
    return structure_tables(printed_structure(found, printing), **values)


def test_the_table_by_hand():
    """甲村: 100 ha; 60.006 cultivated, 20.004 homesteads, 9.99 water, 10 road of the region; one homestead is reclaimed."""
    base = [("0101", 600_060), ("0703", 200_040), ("1701", 99_900), ("1202", 100_000)]
    plan = [("0101", 610_060), ("0703", 190_040), ("1701", 99_900), ("1202", 100_000)]
    found = counted(base, plan, 100_000_000)
    (table,) = tables(found)
    lines = [(line.kind, line.value("N1"), line.value("N2"), line.value("N4"), *(line.value(key) for key in ("A0", "A1", "D", "P0")))
             for line in table.rows]  # fmt: skip
    ha = Area.from_hectares
    built, rural, village = "村域建设用地", "村域城乡建设用地", "居住用地（0703-0704）"
    by_place = {(str(kind.value), str(first or ""), str(second or ""), str(fourth or "")): numbers
                for kind, first, second, fourth, *numbers in lines}  # fmt: skip
    assert by_place["data", "耕地（01）", "", ""] == [ha("60.01"), ha("61.01"), ha("1"), Decimal("60.01")]
    assert by_place["data", built, rural, village] == [ha("20"), ha("19"), ha("-1"), Decimal("20.00")]
    assert by_place["total", "总计", "", ""] == [ha("100"), ha("100"), ha("0"), Decimal("100.00")]
    assert by_place["subtotal", built, "小计", ""][:3] == [ha("30"), ha("29"), ha("-1")]
    assert all(identity.ok for identities in identities_of(table) for identity in identities)


def test_rows_without_area_are_left_out_or_shown():
    short, whole = tables(counted())[0], tables(counted(), drop_zero=False)[0]
    data = [[line for line in table.rows if line.kind is RowKind.DATA] for table in (short, whole)]
    assert len(data[1]) == len(STRUCTURE.rows) == 29
    assert len(data[0]) == 5  # what is less than 0.01 ha is there, as 0.00


def test_unknown_codes_stand_in_a_row_of_their_own_and_are_listed():
    found = counted(plan=[*PLAN, ("9999", 3.0), ("９９９９", 2.0)])
    assert found.plan[:, -1].any() and found.unknown == {("P", "9999"): 2}
    lines = [line for line in tables(found)[0].rows if line.kind is RowKind.DATA]
    assert "not in the table" in str(lines[-1].value("N1"))


def test_several_villages_have_a_table_each_and_one_together():
    one = counted()
    villages = [VillageOf("379901001002", "乙村", 300)]
    two = plan_areas(side("B", [("0101", 3)]), side("P", [("0301", 3)]), villages, STRUCTURE, TABLES["ydyh2023"], NOTHING)
    found = together([one, two])
    listed = tables(found, Printing(DisplayUnit.SQUARE_METRE, 2), title="示例镇")
    assert [table.title_places["name"] for table in listed] == ["示例镇", "甲村", "乙村"]
    totals = [next(line for line in table.rows if line.kind is RowKind.TOTAL).value("A1") for table in listed]
    assert totals[0] == totals[1] + totals[2] == Area.from_square_metres("1863.50")
    assert len({table.sheet for table in listed}) == 3


CODES = ["0101", "0103", "0201", "0301", "0703", "0802", "1202", "1701", "9999", "2301"]
PARCELS = st.lists(
    st.tuples(st.sampled_from(CODES), st.floats(0.01, 90_000, allow_nan=False)), min_size=1, max_size=30
)


@settings(max_examples=60, deadline=None)
@given(base=PARCELS, plan=PARCELS, registered=st.integers(1, 10**8), unit=st.sampled_from(["ha", "mu", "m2"]))
def test_everything_foots_whatever_was_drawn(base, plan, registered, unit):
    found = counted(base, plan, registered)
    assert int(found.base.sum()) == int(found.plan.sum()) == registered
    display = DisplayUnit(unit)
    printing = Printing(display, min(2, display.most_decimals))
    printed = printed_structure(found, printing)
    assert all(identity.ok for identity in structure_identities(printed))
    for table in tables(found, printing):
        assert all(identity.ok for identities in identities_of(table) for identity in identities)
        total = next(line for line in table.rows if line.kind is RowKind.TOTAL)
        assert total.value("D") == Area(0)


# --------------------------------------------------------------------------------------------------------- indicators


NOTHING_GIVEN = Given()


def indicator(found, key, given=NOTHING_GIVEN):
    return next(each for each in count_indicators(found, indicators_of(FUJIAN), given) if each.indicator.key == key)


def test_indicators_by_hand():
    base = [("0101", 600_060), ("0703", 200_040), ("0301", 99_900), ("1202", 100_000)]
    plan = [("0101", 590_060), ("0703", 210_040), ("0301", 99_900), ("1202", 100_000)]
    found = counted(base, plan, 100_000_000)
    built = indicator(found, "BUILT")
    assert (built.base, built.plan, built.ok) == (Decimal("30.00"), Decimal("31.00"), False)
    village = indicator(found, "VILLAGE_BUILT")
    assert (village.base, village.plan, village.ok) == (Decimal("20.00"), Decimal("21.00"), None)
    assert indicator(found, "CULTIVATED").ok is False
    assert indicator(found, "FOREST").ok is True
    heads = indicator(found, "PER_HEAD", Given((Decimal(1000), Decimal(1100))))
    assert (heads.base, heads.plan) == (Decimal("200.04"), Decimal("190.95"))
    assert indicator(found, "PER_HEAD").base is None


def test_lines_and_the_plans_own_table():
    found = counted()
    given = Given(
        layers={PlanRole.ECO_REDLINE: (1_234_567, 1_234_567), PlanRole.PRIME_FARMLAND: (10_000_000, 9_000_000)},
        delivered={"自然海岸线保有量": (Decimal("12.5"), Decimal("12")), "耕地保有量": (Decimal("0.13"), Decimal("9"))},
    )
    assert indicator(found, "ECO_REDLINE", given).base == Decimal("1.23")
    assert indicator(found, "PRIME", given).ok is False
    coast = indicator(found, "COAST", given)
    assert (coast.base, coast.plan, coast.ok) == (Decimal("12.5"), Decimal(12), False)
    table = indicator_table(count_indicators(found, indicators_of(FUJIAN), given), "甲村")
    (line,) = [each for each in table.rows if each.value("IND") == "耕地保有量"]
    assert "0.13 and 9" in str(line.value("NOTE"))
    facts = StructureFacts(FUJIAN, ["ydyh2023"])
    counts = {"甲村": count_indicators(found, indicators_of(FUJIAN), given)}
    report, findings = structure_report(found, counts, HECTARES, facts)
    assert any("耕地保有量: counted" in str(finding.text) for finding in findings)
    assert not report.draft


@pytest.mark.parametrize(
    ("part", "change", "place"),
    [
        ("structure", {"path": []}, "structure[0].path"),
        ("structure", {"path": ["a", "b", "c", "d", "e"]}, "structure[0].path"),
        ("structure", {"classes": {"ydyh2023": []}}, "structure[0].classes"),
        ("structure", {"settlement": "city"}, "structure[0].settlement"),
        ("structure", {"key": "02"}, "structure[1].key"),
        ("indicators", {"source": "row:99"}, "indicators[0].source"),
        ("indicators", {"source": "structure:建设"}, "indicators[0].source"),
        ("indicators", {"source": "layer:prime"}, "indicators[0].source"),
        ("indicators", {"direction": "up"}, "indicators[0].direction"),
        ("indicators", {"decimals": 9}, "indicators[0].decimals"),
        ("indicators", {"title": ""}, "indicators[0].title"),
    ],
)
def test_a_row_that_makes_no_sense_is_named(tmp_path, part, change, place):
    data = copy.deepcopy(json.loads(resource("profiles", "fujian.json").read_text("utf-8")))
    data[part][0].update(change)
    path = tmp_path / f"{abs(hash(str(change)))}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    read = structure_of if part == "structure" else indicators_of
    with pytest.raises(InputError) as refused:
        read(load_profile(path))
    assert place in str(refused.value)
