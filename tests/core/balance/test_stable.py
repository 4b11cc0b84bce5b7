"""Stable farmland against hand-made tables, a count of square metres and exact shares; checks that can fail."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.area import Area
from ....core.balance.stable.model import Noticed
from ....core.balance.stable.printing import whole_parts
from ....core.balance.stable.report import stable_report
from ....core.balance.stable.rows import stable_columns
from ....core.balance.stable.rules import load_stable_rules
from ....core.balance.stable.tables import Sheets, stable_tables
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.report import write_report
from ....core.rules import load_rules
from ....core.summary.model import FindingKind, Level
from ....core.summary.printing import Printing
from ....core.workbook import DisplayUnit, RowKind
from ..sample_layers import ZONE, read_layer
from .made_farmland import VILLAGES, job_of, layer, parcel, stable_of

MU, EXACT = Printing(DisplayUnit.MU, 2), Printing(DisplayUnit.SQUARE_METRE, 2)


def reasons_of(result) -> list[tuple[int, str, tuple[str, ...], int]]:
    """(parcel, deciding rule, all rules, net units) of each piece."""
    keys = [reason.key for reason in result.reasons]
    return [
        (int(row), keys[first] if first >= 0 else "", tuple(key for key, held in zip(keys, holds) if held), int(net))
        for row, first, holds, net in zip(result.parcel, result.reason, result.holds.tolist(), result.net)
    ]


def report_of(result, printing=MU, **choices):
    return stable_report(Sheets(result, printing, **choices), stable_columns(result), RunFacts())


def region_sheets(report) -> list:
    return [table for table in report.tables if table.layout.id == "STABLE"]


def sheet_of(report, layout_id: str):
    return next(table for table in report.tables if table.layout.id == layout_id)


def data(table) -> list[dict]:
    return [dict(row.values) for row in table.rows if row.kind is RowKind.DATA]


def test_each_rule_excludes_what_its_codes_say_and_the_first_decides() -> None:
    rows = [
        parcel(), parcel(GDPDJB="5"), parcel(GDPDJB="05", TBXHDM="HDGD"), parcel(TBXHDM="hqgd "), parcel(TBXHDM="LQGD"),
        parcel(TBXHDM="MQGD"), parcel(TBXHDM="SHGD"), parcel(TBXHDM="SMGD"), parcel(GDPDJB="4"), parcel(TBXHDM="FQ"),
        parcel("0301", GDPDJB="5"), parcel("0101", 33.33),
    ]
    assert reasons_of(stable_of(rows)) == [
        (0, "", (), 10000), (1, "steep", ("steep",), 10000), (2, "steep", ("steep", "river"), 10000),
        (3, "lake", ("lake",), 10000), (4, "forest", ("forest",), 10000), (5, "pasture", ("pasture",), 10000),
        (6, "sand", ("sand",), 10000), (7, "rock", ("rock",), 10000), (8, "", (), 10000), (9, "", (), 10000),
        (11, "", (), 3333),
    ]


def test_a_parcel_under_a_layer_is_split_and_its_area_and_ridge_are_shared_out() -> None:
    """A parcel of 10 × 10 m registered with 103.00 m² and a ridge of 10.00 m²; a layer takes 3 of its 10 columns."""
    result = stable_of([parcel(area=103.0, KCMJ=10.0, GDPDJB="2")], excluded=[[(7, -5, 20, 20)]])
    assert reasons_of(result) == [(0, "", (), 6510), (0, "EX1", ("EX1",), 2790)]
    assert result.units.tolist() == [7210, 3090] and result.ridge.tolist() == [700, 300] and result.cut.all()


def test_layers_over_one_another_are_all_listed_and_the_first_decides() -> None:
    layers = [[(5, 0, 10, 10)], [(0, 0, 10, 5)]]
    result = stable_of([parcel(TBXHDM="SHGD")], excluded=layers)
    assert sorted(reasons_of(result)) == [
        (0, "sand", ("sand",), 2500), (0, "sand", ("sand", "EX1"), 2500), (0, "sand", ("sand", "EX1", "EX2"), 2500),
        (0, "sand", ("sand", "EX2"), 2500),
    ]
    clean = stable_of([parcel()], excluded=layers)
    assert sorted(each[1:] for each in reasons_of(clean)) == [
        ("", (), 2500), ("EX1", ("EX1",), 2500), ("EX1", ("EX1", "EX2"), 2500), ("EX2", ("EX2",), 2500),
    ]


BOXES = st.tuples(*[st.integers(0, 30)] * 4).filter(lambda b: b[0] < b[2] and b[1] < b[3])


@settings(max_examples=40, deadline=None)
@given(
    layers=st.lists(st.lists(BOXES, min_size=1, max_size=3), max_size=2),
    areas=st.lists(st.integers(1, 10**6), min_size=9, max_size=9),
    ridges=st.lists(st.integers(0, 99), min_size=9, max_size=9),
)
def test_pieces_are_what_a_count_of_square_metres_says(layers, areas, ridges) -> None:
    """Nine parcels of 10 × 10 m: each square metre is asked which layers hold it; area and ridge are shared exactly."""
    shapes = [(10 * (n % 3), 10 * (n // 3), 10 * (n % 3) + 10, 10 * (n // 3) + 10) for n in range(9)]
    rows = [parcel(area=area / 100, KCMJ=(area * ridge // 100) / 100, GDPDJB="3") for area, ridge in zip(areas, ridges)]
    result = stable_of(rows, shapes, layers)
    found: dict[tuple[int, tuple[str, ...]], int] = {}
    for row, _, held, _ in reasons_of(result):
        assert (row, held) not in found, "two pieces of one kind"
        found[row, held] = 0
    wanted: dict[tuple[int, tuple[str, ...]], int] = {}
    for row, (west, south, east, north) in enumerate(shapes):
        for x in range(west, east):
            for y in range(south, north):
                held = tuple(
                    f"EX{number}"
                    for number, boxes in enumerate(layers, 1)
                    if any(b[0] <= x < b[2] and b[1] <= y < b[3] for b in boxes)
                )
                wanted[row, held] = wanted.get((row, held), 0) + 1
    assert set(found) == set(wanted)
    for row in range(9):
        mine = [place for place, each in enumerate(result.parcel) if each == row]
        assert int(result.units[mine].sum()) == areas[row]
        assert int(result.ridge[mine].sum()) == round(rows[row]["KCMJ"] * 100)
    for place, (row, _, held, _) in enumerate(reasons_of(result)):
        share = Fraction(areas[row] * wanted[row, held], 100)
        assert abs(result.units[place] - share) < 1 and result.ridge[place] <= result.units[place]
    assert not report_of(result).draft


def test_adjustable_land_counts_by_the_rule_only() -> None:
    rows = [parcel(), parcel("0201K", GDPDJB=None), parcel("1104K")]
    assert len(stable_of(rows)) == 1
    rules = load_rules().replaced({"stable_adjustable_counts": "1"}, "settings")
    result = stable_of(rows, job=job_of(rules))
    assert len(result) == 3 and not report_of(result).draft and not result.findings


def test_villages_townships_and_counties_foot_and_grades_give_the_capacity() -> None:
    """亩 by hand: 6666.67 m² = 10.000005 亩. Grade 6 gives 1000 kg a 亩, grade 1 1500."""
    rows = [
        parcel(area=6666.67, village=VILLAGES[0]), parcel(area=3333.33, village=VILLAGES[1], GDDB=1.0),
        parcel(area=1000.0, village=VILLAGES[2], GDPDJB="5"), parcel(area=2000.0, village=VILLAGES[3], GDDB=None),
    ]
    for level in Level:
        result = stable_of(rows, job=job_of(level=level))
        report = report_of(result)
        assert not report.draft
        regions = region_sheets(report)[-1]
        total = next(row for row in regions.rows if row.kind is RowKind.TOTAL)
        assert (total.value("GD"), total.value("S"), total.value("E")) == (
            Area.from_mu("19.50"), Area.from_mu("18.00"), Area.from_mu("1.50"),
        )
        assert len(region_sheets(report)) == list(Level).index(level) + 1
        assert len(data(regions)) == {Level.COUNTY: 2, Level.TOWNSHIP: 3, Level.VILLAGE: 4}[level]
    grades = {row["GRADE"]: (row["S"], row["E"], row["P"]) for row in data(sheet_of(report, "STABLE_GRADE"))}
    assert grades == {
        "1": (Area.from_mu("5.00"), Area(0), 7500),
        "6": (Area.from_mu("10.00"), Area.from_mu("1.50"), 10000),
        "无等别": (Area.from_mu("3.00"), Area(0), None),
    }
    exact = Fraction("3333.33") * Fraction("0.0015") * 1500 + Fraction("6666.67") * Fraction("0.0015") * 1000
    assert result.capacity(result.is_stable) == exact
    assert any(found.kind is Noticed.NO_GRADE for found in result.findings)
    reasons = {row["NAME"]: (row["A"], row["N"]) for row in data(sheet_of(report, "STABLE_REASON")) if row["N"]}
    assert reasons == {"25°以上坡耕地": (Area.from_mu("1.50"), 1)}


def test_a_grade_layer_cuts_and_its_grade_wins() -> None:
    quality = layer("GDZLDB", [{"GDDB": 3.0}, {"GDDB": 0.0}], [(0, 0, 4, 10), (4, 0, 6, 10)])
    result = stable_of([parcel()], quality=quality)
    assert sorted(zip(result.grade.tolist(), result.net.tolist())) == [(0, 2000), (300, 4000), (600, 4000)]


def test_what_is_missing_is_told() -> None:
    row = {key: value for key, value in parcel(GDPDJB=None).items() if key != "TBXHDM"}
    result = stable_of([row, {**row, "TBMJ": None}], [(0, 0, 10, 10), None])
    kinds = [found.kind for found in result.findings]
    assert kinds.count(Noticed.NO_SLOPE) == 1 and kinds.count(Noticed.NO_FIELD) == 1 and FindingKind.NO_AREA in kinds
    assert result.without_area == 1 and report_of(result).draft
    rules = load_rules().replaced({"stable_slope_missing": "refuse"}, "settings")
    with pytest.raises(InputError, match="2 cultivated parcels have no slope level"):
        stable_of([row, row], job=job_of(rules))


def test_a_parcel_without_a_registered_area_is_measured_and_told_once() -> None:
    """10 × 10 m without an area, 4 of its 10 columns under a layer; 5 × 10 m registered with 0; 10 × 10 m with 90.00 m²."""
    rows = [parcel(area=None, KCMJ=None, KCXS=0.1, GDPDJB="2", BSM="1"), parcel(area=0.0, BSM="2"), parcel(area=90.0, BSM="3")]
    result = stable_of(rows, [(0, 0, 10, 10), (10, 0, 15, 10), (20, 0, 30, 10)], excluded=[[(6, 0, 10, 10)]])
    assert result.units.tolist() == [6000, 4000, 5000, 9000] and result.ridge.tolist() == [600, 400, 0, 0]
    assert (result.registered, result.without_area) == (24000, 0) and not report_of(result).draft
    told = [(found.feature, found.field, found.area) for found in result.findings if found.kind is FindingKind.NO_AREA]
    assert told == [("1", "TBMJ", Area.from_square_metres(Decimal("150")))]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["1", "2", "3"], []),
        (["7", "7", "7"], [("1", "3 parcels share their identifier (BSM) with others: the first, 7, stands at feature 1 and")]),
        ([None, " ", ""], [("1", "3 parcels have no identifier (BSM)")]),
        (["5", "A", " a", None, "A"], [("4", "1 parcels have no identifier"), ("2", "3 parcels share their identifier (BSM)")]),
    ],
)
def test_parcels_without_an_identifier_of_their_own_are_told(numbers, told) -> None:
    result = stable_of([parcel(BSM=number) for number in numbers])
    found = [each for each in result.findings if each.kind is Noticed.IDENTIFIER]
    assert [(each.feature, each.field) for each in found] == [(feature, "BSM") for feature, _ in told]
    assert all(str(each.text).startswith(text) for each, (_, text) in zip(found, told))
    assert not report_of(result).draft


def test_codes_that_no_table_knows_are_told_with_their_area() -> None:
    result = stable_of([parcel(), parcel("9999", 30.5), parcel(None, 8.0), parcel("9999", 1.0)])
    told = sorted((str(found.text), found.area.square_metres()) for found in result.findings if found.field == "DLBM")
    assert told == [
        ("1 parcels have no class code.", 8), ("2 parcels have the code 9999, which the class table does not know.", Decimal("31.5")),
    ]  # fmt: skip


def test_a_parcel_without_a_shape_keeps_its_area() -> None:
    result = stable_of([parcel(), parcel()], [(0, 0, 10, 10), None], [[(0, 0, 5, 10)]])
    assert [each[1:] for each in reasons_of(result)] == [("", (), 5000), ("EX1", ("EX1",), 5000), ("", (), 10000)]
    assert any(found.kind is Noticed.SHAPE for found in result.findings) and not report_of(result).draft


def test_parcels_over_one_another_keep_their_registered_areas() -> None:
    shapes = [(0, 0, 10, 10), (5, 0, 15, 10), (1, 1, 2, 2)]
    result = stable_of([parcel(), parcel(), parcel()], shapes, [[(8, 0, 30, 10)]])
    assert np.bincount(result.parcel, result.units).tolist() == [10000, 10000, 10000]
    assert result.overlaps and not report_of(result).draft


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([parcel("0301")], "has no cultivated land"),
        ([parcel(area=-1.0)], "TBMJ -1.0 is no area"),
        ([parcel(GDDB=16.0)], "GDDB 16 is no grade of 1 to 15"),
        ([parcel("010101")], "None of the codes|is coded in"),
        ([parcel("0101"), parcel("203")], None),
    ],
)
def test_bad_input_is_one_sentence(rows, message) -> None:
    if message is None:
        stable_of(rows)
        return
    with pytest.raises(InputError, match=message):
        stable_of(rows)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("steep,坡地,SLOPE,5,s,seen", "field"), ("steep,坡地,GDPDJB,,s,seen", "values"),
        ("steep,坡地,GDPDJB,5,s,sure", "status"), ("steep,坡地,GDPDJB,5,s,seen\nsteep,坡地,GDPDJB,4,s,seen", "key"),
    ],
)
def test_a_rule_table_with_a_fault_is_refused_with_its_line(tmp_path, line: str, column: str) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("key,meaning,field,values,source,status\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"rules.csv, line [23].*{column}"):
        load_stable_rules(path)


def test_a_rule_table_of_ones_own_and_layers_without_a_rule(tmp_path) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("key,meaning,field,values,source,status\nidle,未耕种,ZZSXDM,WG|XG,本县,seen\n", encoding="utf-8")
    job = job_of(stable_rules=load_stable_rules(path))
    result = stable_of([parcel(ZZSXDM="WG"), parcel(ZZSXDM="LS", GDPDJB="5")], job=job)
    assert [each[1] for each in reasons_of(result)] == ["idle", ""]
    with pytest.raises(InputError, match="no rule with the field LAYER"):
        stable_of([parcel()], excluded=[[(0, 0, 1, 1)]], job=job)


def test_a_report_of_wrong_numbers_is_a_draft() -> None:
    result = stable_of([parcel(area=103.0, KCMJ=3.0), parcel(TBXHDM="HDGD")], excluded=[[(7, -5, 20, 20)]])
    sheets = Sheets(result, MU)
    assert not report_of(result).draft
    less = result.units.copy()
    less[0] -= 1
    assert report_of(dataclasses.replace(result, units=less)).draft
    assert report_of(dataclasses.replace(result, registered=result.registered + 1)).draft
    assert report_of(dataclasses.replace(result, parcels=5)).draft
    columns = dict(stable_columns(result))
    columns["NET_GD"] = columns["NET_GD"] + 0.01
    assert stable_report(sheets, columns, RunFacts()).draft
    columns = dict(stable_columns(result))
    columns["STABLE"] = 1 - columns["STABLE"]
    assert stable_report(sheets, columns, RunFacts()).draft


@pytest.mark.parametrize(
    ("sheet", "broken"),
    [*((sheet, key) for sheet in (0, 1, 2) for key in ("S", "E:river", "GD", "R")), (3, "A"), (4, "S"), (4, "P")],
)
def test_a_cell_that_was_changed_is_found(monkeypatch, sheet: int, broken: str) -> None:
    from ....core.balance.stable import report

    def tables(sheets):
        made = stable_tables(sheets)
        rows = list(made[sheet].rows)
        value = 99 if broken == "P" else Area.from_mu(99)
        rows[0] = dataclasses.replace(rows[0], values={**rows[0].values, broken: value})
        return [*made[:sheet], dataclasses.replace(made[sheet], rows=rows), *made[sheet + 1 :]]

    result = stable_of([parcel(), parcel(TBXHDM="HDGD")])
    monkeypatch.setattr(report, "stable_tables", tables)
    assert report_of(result).draft


@given(st.lists(st.fractions(0, 1000), max_size=12))
def test_whole_parts_sum_up_and_are_nearest(amounts) -> None:
    parts = whole_parts(amounts)
    total = sum(amounts, Fraction(0))
    assert sum(parts) == int(total + Fraction(1, 2)) and all(abs(p - a) < 2 for p, a in zip(parts, amounts))


def test_the_sample_township_is_what_its_fields_say(tmp_path) -> None:
    from ....core.balance.stable.job import find_stable
    from ....core.balance.stable.model import StableInputs
    from ....core.occupation.model import AreaMethod, Job
    from ....core.survey.apportion import Master
    from ....core.survey.schema import Role

    survey, redline = read_layer("DLTB", Role.SURVEY), read_layer("STBHHX", Role.ECO_REDLINE)
    measuring = Job(AreaMethod.ELLIPSOID, Master.PARCEL, job_of().measuring.unit, 0.002, ZONE)
    result = find_stable(StableInputs(survey, [redline]), job_of(measuring=measuring))
    report = report_of(result)
    assert not report.draft
    rows = [row for row, code in enumerate(survey.attributes["DLBM"]) if str(code).startswith("01")]
    net = sum(
        Decimal(repr(float(survey.attributes["TBMJ"][row]))) - Decimal(repr(float(survey.attributes["KCMJ"][row])))
        for row in rows
    )
    assert result.area().square_metres() == net
    write_report(report, tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").stat().st_size > 5000
