"""Areas, districts, places, decisions that survive, and the workbook of the survey check, on small made-up ground."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies
from openpyxl import load_workbook

from ...core.area import Area
from ...core.checking.areas import find_arcs, find_area_faults
from ...core.checking.districts import district_code
from ...core.checking.finding import NO_ROW, Finding, Severity, State
from ...core.checking.job import CHECK_TITLES, Checked, CheckInputs, check_survey
from ...core.checking.layer import FINDING_FIELDS, finding_columns, finding_points
from ...core.checking.report import report_of, write_report
from ...core.checking.severities import Severities
from ...core.checking.states import Decision, Former, carry_over, former_findings, name_findings
from ...core.columns import Columns
from ...core.ellipsoid import GaussZone, ellipsoid_areas
from ...core.errors import Cancelled, InputError
from ...core.occupation.inputs_sheet import RunFacts
from ...core.rules import load_rules
from ...core.sentence import sentence
from ...core.survey.classes import load_code_table
from .survey_rows import columns_of, good_rows

CLASSES, RULES = load_code_table(), load_rules()
ZONE = GaussZone(421_200, 39_500_000.0)
WEST, SOUTH = 39_408_000.0, 4_036_000.0
SIDE = 4
VILLAGES = ("379901101201", "379901101202")


def square(column: float, row: float, columns: float = 1, rows: float = 1) -> shapely.Geometry:
    """A rectangle of 100 m squares from the south-west corner."""
    return shapely.box(
        WEST + 100 * column, SOUTH + 100 * row, WEST + 100 * (column + columns), SOUTH + 100 * (row + rows)
    )


def half_up(value: float) -> float:
    return float(Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def ground() -> tuple[list[dict[str, object]], np.ndarray]:
    """4 × 4 squares of irrigated land; two columns of them belong to each of two villages."""
    shapes = np.array([square(i, j) for j in range(SIDE) for i in range(SIDE)], dtype=object)
    areas = [half_up(area) for area in ellipsoid_areas(shapes, ZONE)]
    rows = []
    for number, area in enumerate(areas):
        village = VILLAGES[(number % SIDE) // 2]
        row = {**good_rows()[0], "BSM": f"{379901110100000001 + number}", "TBBH": str(number + 1)}
        row.update(TBMJ=area, TBDLMJ=area, ZLDWDM=village + "0000000", QSDWDM=village + "0000000")
        rows.append(row)
    return rows, shapes


def districts_of(rows: list[dict[str, object]], **changes: object) -> Columns:
    """The two villages with the sums of their parcels; `changes` replace whole columns."""
    sums = [sum(Decimal(repr(row["TBMJ"])) for row in rows if str(row["ZLDWDM"]).startswith(code)) for code in VILLAGES]
    attributes = {
        "ZLDWDM": np.array([code + "0000000" for code in VILLAGES], dtype=object),
        "ZLDWMC": np.array(["甲庄村", "乙营村"], dtype=object),
        "DCMJ": np.array([float(total) for total in sums]),
        **changes,
    }
    shapes = np.array([square(0, 0, 2, SIDE), square(2, 0, 2, SIDE)], dtype=object)
    return Columns("CJDCQ", np.array([1, 2]), shapes, attributes, crs="EPSG:4527")  # type: ignore[arg-type]


def run(rows, shapes, districts=None, former=(), rules=RULES, **more) -> Checked:
    return check_survey(CheckInputs(columns_of(rows, shapes), districts, CLASSES, rules, ZONE, **more), former)


def facts(checked: Checked) -> list[tuple[str, int]]:
    return [(named.finding.check, named.finding.row) for named in checked.findings]


def test_good_ground_has_no_finding() -> None:
    rows, shapes = ground()
    checked = run(rows, shapes, districts_of(rows))
    assert facts(checked) == []
    assert checked.total == Area.from_square_metres(sum(Decimal(repr(row["TBMJ"])) for row in rows))
    assert [(found.parcels, found.total == found.registered) for found in checked.district_sums] == [(8, True), (8, True)]


# ------------------------------------------------------------------------------------------------------------ areas


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("0.01", None),
        ("-0.01", None),
        ("0.02", "area_differs"),
        ("-0.02", "area_differs"),
        ("0.99", "area_differs"),
        ("1.01", "area_differs_permille"),
        ("-5000", "area_differs_permille"),
    ],
)
def test_a_registered_area_beside_the_measured_one(change: str, check: str | None) -> None:
    rows, shapes = ground()  # a square has 9998 m²: 0.1 ‰ are 0.9998 m²
    area = float(Decimal(repr(rows[5]["TBMJ"])) + Decimal(change))
    rows[5].update(TBMJ=area, TBDLMJ=area)
    found = [named.finding for named in run(rows, shapes).findings]
    assert [(finding.check, finding.row, finding.field) for finding in found] == ([(check, 5, "TBMJ")] if check else [])
    if found:
        assert f"{Decimal(change):+.2f} m²" in str(found[0].text)
        assert square(1, 1).contains(shapely.Point(found[0].x, found[0].y)) and found[0].extent == 100
        severity = Severity.HINT if check == "area_differs" else Severity.ERROR
        assert found[0].severity is severity


def test_with_the_coarse_check_off_the_fine_one_says_it() -> None:
    rows, shapes = ground()
    rows[5].update(TBMJ=1.0, TBDLMJ=1.0)
    rules = RULES.replaced({"check_area_differs_permille": "off"}, "settings")
    assert facts(run(rows, shapes, rules=rules)) == [("area_differs", 5)]


@settings(max_examples=40, deadline=None)
@given(
    strategies.lists(
        strategies.tuples(strategies.integers(1, 10**9), strategies.integers(-200_000, 200_000)), min_size=1, max_size=20
    )
)
def test_a_plain_loop_finds_the_same_differences(pairs: list[tuple[int, int]]) -> None:
    """Measured hundredths and the difference of TBMJ in hundredths; the judge works with Decimal."""
    rows = [{**good_rows()[0], "TBMJ": (units + more) / 100} for units, more in pairs]
    measured = np.array([units / 100 for units, _ in pairs])
    survey = columns_of(rows)
    found = find_area_faults(survey, CLASSES, measured, RULES, Severities(RULES).of)
    expected = []
    for row, (units, more) in enumerate(pairs):
        if units + more > 0 and abs(more) > 1:
            far = Decimal(abs(more)) * 1000 / units > Decimal("0.1")
            expected.append(("area_differs_permille" if far else "area_differs", row))
    assert sorted((finding.check, finding.row) for finding in found) == sorted(expected)


def test_a_shape_that_measures_nothing() -> None:
    rows, shapes = ground()
    shapes[3] = shapely.box(WEST + 350, SOUTH, WEST + 350.0000625, SOUTH + 50)  # 0.003 m²
    checked = run(rows, shapes)
    assert ("area_rounds_to_nothing", 3) in facts(checked)
    assert checked.measured[3] == 0


def test_repaired_shapes_are_measured_after_repair_and_counted() -> None:
    rows, shapes = ground()
    corners = [(WEST, SOUTH), (WEST + 100, SOUTH + 100), (WEST + 100, SOUTH), (WEST, SOUTH + 100)]
    shapes[0] = shapely.Polygon(corners)  # a bow-tie of half the square
    wings = [shapely.Polygon([corners[0], (WEST + 50, SOUTH + 50), corners[3]]),
             shapely.Polygon([corners[1], (WEST + 50, SOUTH + 50), corners[2]])]
    half = half_up(float(ellipsoid_areas(np.array([shapely.MultiPolygon(wings)], dtype=object), ZONE)[0]))
    rows[0].update(TBMJ=half, TBDLMJ=half)
    checked = run(rows, shapes)
    assert checked.repaired == 1 and checked.measured[0] == round(half * 100)
    assert ("self_intersection", 0) in facts(checked) and not any(check.startswith("area_d") for check, _ in facts(checked))


def test_parcels_without_a_shape_are_told_once_and_break_nothing() -> None:
    rows, shapes = ground()
    shapes[2], shapes[7] = None, shapely.Polygon()
    checked = run(rows, shapes, districts_of(rows))
    own = [(check, row) for check, row in facts(checked) if row in (2, 7)]
    assert own == [("no_shape", 2), ("no_shape", 7)]
    assert [named.finding.x != named.finding.x for named in checked.findings if named.finding.check == "no_shape"] == [True, True]


def test_arcs_are_told_for_each_feature() -> None:
    rows, shapes = ground()
    found = list(find_arcs(columns_of(rows, shapes), np.array([2, 5]), Severities(RULES).of))
    assert [(finding.check, finding.row) for finding in found] == [("arc", 1), ("arc", 4)]
    assert list(find_arcs(columns_of(rows, shapes), np.empty(0, dtype=np.int64), Severities(RULES).of)) == []


# -------------------------------------------------------------------------------------------------------- districts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("379901", "379901"), ("379901101", "379901101"), ("379901101201", "379901101201"),
        ("3799011012010000000", "379901101201"), ("3799011010000000000", "379901101"), ("379901000", "379901"),
        ("3799010000000000000", "379901"), ("", ""), ("37990", ""), ("37990110X", ""), ("000000", ""), ("12345678901234567890", ""),
    ],
)
def test_the_level_of_a_district_code(text: str, code: str) -> None:
    assert district_code(text) == code


def test_a_hundredth_of_a_square_metre_is_a_finding() -> None:
    rows, shapes = ground()
    right = districts_of(rows)
    area = right.attributes["DCMJ"] + [0.0, 0.01]
    checked = run(rows, shapes, districts_of(rows, DCMJ=area))
    assert facts(checked) == [("district_sum_differs", NO_ROW)]
    finding = checked.findings[0].finding
    assert "-0.01 m²" in str(finding.text) and square(2, 0, 2, SIDE).contains(shapely.Point(finding.x, finding.y))
    assert finding.extent == 400 and finding.facts[0] == VILLAGES[1]


def test_a_code_of_another_village_moves_a_parcel_between_the_sums() -> None:
    rows, shapes = ground()
    districts = districts_of(rows)
    rows[0]["ZLDWDM"] = VILLAGES[1] + "0000000"
    rows[0]["TBBH"] = "99"
    checked = run(rows, shapes, districts)
    assert facts(checked) == [
        ("district_sum_differs", NO_ROW), ("district_sum_differs", NO_ROW), ("location_other_district", 0),
    ]
    assert [found.parcels for found in checked.district_sums] == [7, 9]
    rows[0]["FRDBS"] = "1"
    assert ("location_other_district", 0) not in facts(run(rows, shapes, districts))


def test_flying_land_may_lie_outside_and_the_mark_at_home_is_a_hint() -> None:
    rows, shapes = ground()
    rows[0]["FRDBS"] = "1"
    assert facts(run(rows, shapes, districts_of(rows))) == [("flying_mark_at_home", 0)]
    rows[0]["QSDWDM"] = "3799021012010000000"
    assert facts(run(rows, shapes, districts_of(rows))) == []
    shapes[0] = square(-9, -9)
    flying = [check for check, row in facts(run(rows, shapes, districts_of(rows))) if row == 0]
    rows[0]["FRDBS"] = None
    resident = [check for check, row in facts(run(rows, shapes, districts_of(rows))) if row == 0]
    assert set(resident) - set(flying) == {"outside_district"}


def test_a_code_of_no_district() -> None:
    rows, shapes = ground()
    rows[6].update(ZLDWDM="3799011019990000000", QSDWDM="3799011019990000000")
    found = facts(run(rows, shapes, districts_of(rows)))
    assert found == [("location_in_no_district", 6)]


def test_sums_of_parts_by_district() -> None:
    rows, shapes = ground()
    rows[9]["TBDLMJ"] = float(Decimal(repr(rows[9]["TBDLMJ"])) - Decimal("0.01"))  # within the tolerance of a parcel
    checked = run(rows, shapes, districts_of(rows))
    assert facts(checked) == [("district_parts_differ", NO_ROW)]


def test_faults_of_the_district_layer_itself() -> None:
    rows, shapes = ground()
    base = districts_of(rows)
    shape = base.geometry
    more = replace(
        base,
        ids=np.arange(1, 7),
        geometry=np.concatenate([shape, shape[:1], shape[:1], shape[:1], shape[:1]]),
        attributes={
            "ZLDWDM": np.array([f"{VILLAGES[0]}", VILLAGES[1], VILLAGES[1], "379901101", "abc", "379901101203"], dtype=object),
            "ZLDWMC": np.array(["甲", "乙", "乙", "镇", "", "丙"], dtype=object),
            "DCMJ": np.array([*base.attributes["DCMJ"], base.attributes["DCMJ"][1], 5.0, 1.0, np.nan]),
        },
    )
    found = [check for check, _ in facts(run(rows, shapes, more)) if check.startswith("district_")]
    assert sorted(set(found)) == [
        "district_area_missing", "district_code_wrong", "district_doubled", "district_sum_differs", "district_without_parcels",
    ]
    assert found.count("district_doubled") == 2 and found.count("district_sum_differs") == 1  # the township's 5 m²


def test_districts_that_do_not_add_up_to_the_one_above() -> None:
    rows, shapes = ground()
    base = districts_of(rows)
    whole = float(sum(Decimal(repr(float(area))) for area in base.attributes["DCMJ"]))
    for total, expected in ((whole, []), (whole + 0.01, ["district_members_differ", "district_sum_differs"])):
        layer = replace(
            base,
            ids=np.arange(1, 4),
            geometry=np.append(base.geometry, square(0, 0, SIDE, SIDE)),
            attributes={
                "ZLDWDM": np.array([*VILLAGES, "379901101"], dtype=object),
                "DCMJ": np.append(base.attributes["DCMJ"], total),
            },
        )
        assert [check for check, _ in facts(run(rows, shapes, layer))] == expected


def test_the_computed_area_of_a_district() -> None:
    rows, shapes = ground()
    base = districts_of(rows)
    measured = np.array([half_up(area) for area in ellipsoid_areas(base.geometry, ZONE)])
    assert facts(run(rows, shapes, districts_of(rows, JSMJ=measured))) == []
    assert facts(run(rows, shapes, districts_of(rows, JSMJ=measured + [0, 0.05]))) == [("district_measured_differs", NO_ROW)]


def test_a_district_layer_without_codes_is_refused() -> None:
    rows, shapes = ground()
    districts = districts_of(rows)
    nameless = replace(districts, attributes={"DCMJ": districts.attributes["DCMJ"]})
    with pytest.raises(InputError, match=r"CJDCQ.*XZQDM"):
        run(rows, shapes, nameless)


# ----------------------------------------------------------------------------------------------- keys and decisions


def faulty() -> tuple[list[dict[str, object]], np.ndarray]:
    rows, shapes = ground()
    rows[3]["GDPDJB"] = None
    rows[8]["QSXZ"] = "99"
    rows[9].update(TBMJ=50.0, TBDLMJ=50.0)
    shapes[15] = square(3.1, 3, 0.9, 1)
    area = half_up(float(ellipsoid_areas(shapes[15:], ZONE)[0]))
    rows[15].update(TBMJ=area, TBDLMJ=area)
    return rows, shapes


def test_keys_are_the_same_in_every_run_and_in_any_order_of_rows() -> None:
    rows, shapes = faulty()
    first = {named.key for named in run(rows, shapes).findings}
    again = {named.key for named in run(rows[::-1], shapes[::-1]).findings}
    assert len(first) == len(run(rows, shapes).findings) >= 4
    assert first == again


def test_keys_of_one_run_differ_even_if_nothing_tells_findings_apart() -> None:
    survey = columns_of(good_rows())
    same = [Finding("spike", Severity.HINT, 0, sentence("Spike."), facts=("a",)) for _ in range(3)]
    assert len({named.key for named in name_findings(same, survey)}) == 3
    rows = good_rows()
    rows[1]["BSM"] = rows[0]["BSM"]
    twins = [Finding("spike", Severity.HINT, row, sentence("Spike."), facts=("a",)) for row in (0, 1)]
    first, second = name_findings(twins, columns_of(rows))
    assert first.key != second.key
    # Parcels of one BSM are told apart by themselves and not by the order in which they come.
    assert [named.key for named in name_findings(twins[::-1], columns_of(rows))] == [second.key, first.key]


def decided(checked: Checked, check: str, state: State = State.ACCEPTED, reason: str = "现场核实") -> list[Former]:
    columns = finding_columns(checked)
    rows = []
    for place, named in enumerate(checked.findings):
        row = {name: values[place] for name, values in columns.items()}
        if named.finding.x == named.finding.x:
            row.update(x=named.finding.x, y=named.finding.y)
        if named.finding.check == check:
            row.update(STATE=state.value, REASON=reason, DECIDED_BY="张三", DECIDED_ON="2025-06-01")
        rows.append(row)
    return former_findings(rows)


def states(checked: Checked) -> dict[str, Decision]:
    return {named.finding.check: named.decision for named in checked.findings}


def test_a_decision_survives_a_rerun() -> None:
    rows, shapes = faulty()
    former = decided(run(rows, shapes), "slope_missing")
    assert len(former) == 1
    again = run(rows, shapes, former=former)
    assert states(again)["slope_missing"] == Decision(State.ACCEPTED, "现场核实", "张三", "2025-06-01")
    assert again.accepted == 1
    assert sum(named.decision == Decision() for named in again.findings) == len(again.findings) - 1
    gap = decided(run(rows, shapes, districts_of(rows)), "district_gap")
    assert states(run(rows, shapes, districts_of(rows), gap))["district_gap"].state is State.ACCEPTED


def test_other_facts_open_a_finding_again_and_keep_the_reason_marked_once() -> None:
    rows, shapes = faulty()
    former = decided(run(rows, shapes), "area_differs_permille")
    rows[9].update(TBMJ=51.0, TBDLMJ=51.0)
    changed = run(rows, shapes, former=former)
    decision = states(changed)["area_differs_permille"]
    assert decision == Decision(State.OPEN, "(given for other values by 张三 on 2025-06-01) 现场核实")
    columns = finding_columns(changed)
    kept = former_findings([{name: values[k] for name, values in columns.items()} for k in range(len(changed.findings))])
    assert states(run(rows, shapes, former=kept))["area_differs_permille"] == decision
    rows[9].update(TBMJ=52.0, TBDLMJ=52.0)
    assert states(run(rows, shapes, former=kept))["area_differs_permille"] == decision


def test_a_decision_on_one_finding_is_no_decision_on_its_neighbours() -> None:
    rows, shapes = faulty()
    former = decided(run(rows, shapes), "ownership_nature_unknown")
    rows[8]["QSXZ"], rows[10]["QSXZ"] = "32", "99"
    assert states(run(rows, shapes, former=former))["ownership_nature_unknown"] == Decision()


def test_former_rows_without_a_decision_say_nothing() -> None:
    rows = [
        {"KEY": "a", "CHECK_ID": "c", "STATE": "open", "REASON": None}, {"KEY": "b", "CHECK_ID": "c", "STATE": None},
        {"KEY": "d", "CHECK_ID": "c", "STATE": "Accepted", "REASON": " ok "},
    ]
    found = former_findings(rows)
    assert [(old.key, old.decision.state, old.decision.reason) for old in found] == [("d", State.ACCEPTED, "ok")]
    assert carry_over([], found) == []


# ------------------------------------------------------------------------------------------------- layer and workbook


def test_the_columns_of_the_layer_are_those_of_the_contract() -> None:
    rows, shapes = faulty()
    checked = run(rows, shapes, districts_of(ground()[0]))
    columns = finding_columns(checked)
    assert [field.name for field in FINDING_FIELDS] == list(columns) == [
        "KEY", "CHECK_ID", "SEVERITY", "TITLE", "FINDING", "FEATURE_ID", "BSM", "OTHER_ID", "OTHER_BSM", "FIELD", "ZLDWDM",
        "ZLDWMC", "AREA_M2", "EXTENT_M", "STATE", "REASON", "DECIDED_BY", "DECIDED_ON",
    ]
    assert {len(values) for values in columns.values()} == {len(checked.findings)}
    slope = columns["CHECK_ID"].index("slope_missing")  # type: ignore[attr-defined]
    assert [columns[name][slope] for name in ("FEATURE_ID", "BSM", "FIELD", "STATE", "SEVERITY", "TITLE")] == [
        4, "379901110100000004", "GDPDJB", "open", "error", CHECK_TITLES["slope_missing"],
    ]
    points = finding_points(checked.findings)
    nowhere = [named.finding.x != named.finding.x for named in checked.findings]
    assert [point is None for point in points] == nowhere


def test_the_workbook_says_what_was_found(tmp_path) -> None:
    rows, shapes = faulty()
    right = [dict(row) for row in rows]
    right[9] = ground()[0][9]
    districts = districts_of(right)
    former = decided(run(rows, shapes, districts), "slope_missing")
    checked = run(rows, shapes, districts, former)
    report = report_of(checked, RunFacts(versions=[("Land Ledger", "0")]))
    assert not report.draft and len(report.identities) > 10
    path = tmp_path / "book.xlsx"
    write_report(report, path)
    book = load_workbook(path, read_only=True)
    assert book.sheetnames == [
        "目录", "质检汇总", "分村汇总", "问题清单", "质检项目与口径", "面积对比", "行政区合计", "勾稽检查", "输入与口径",
    ]
    text = {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames}
    book.close()
    listed = [row for row in text["问题清单"] if isinstance(row[0], int)]
    assert [row[0] for row in listed] == list(range(1, len(checked.findings) + 1))
    assert {row[-1] for row in listed} == {named.key for named in checked.findings}
    assert [row[13] for row in listed if row[12] == "accepted"] == ["现场核实"]
    total = next(row for row in text["质检汇总"] if row[0] == "合计")
    assert total[2:5] == (len(checked.findings) - 1, 1, len(checked.findings))
    total = next(row for row in text["分村汇总"] if row[0] == "合计")
    assert total[2] == 16 and total[7] == len(checked.findings)
    rules = {row[7]: row for row in text["质检项目与口径"] if row[7]}
    assert rules["check_untilled_remark"][1] == "not checked" and rules["check_untilled_remark"][3] is None
    assert rules["check_slope_missing"][3] == 1 and rules["area_difference_m2"][1] == "0.01"
    sums = [row for row in text["行政区合计"] if row[0] in VILLAGES]
    assert [row[6] for row in sums] == ["不平", "平"]
    exact = [(Decimal(repr(row[3])) - Decimal(repr(row[4]))) == Decimal(repr(row[5])) for row in sums]
    assert all(exact)


def test_many_findings_go_on_to_a_next_sheet(tmp_path, monkeypatch) -> None:
    from ...core.checking import lists as room

    monkeypatch.setattr(room, "MOST_ROWS", 2)
    rows, shapes = faulty()
    checked = run(rows, shapes)
    tables = report_of(checked, RunFacts()).tables
    lists = [table for table in tables if table.layout.id == "CHECK_FINDINGS"]
    assert [table.sheet for table in lists] == [f"问题清单{page}" for page in range(1, len(lists) + 1)] and len(lists) > 1
    numbers = [row.value("SEQ") for table in lists for row in table.rows]
    assert numbers == list(range(1, len(checked.findings) + 1))


def test_a_report_that_does_not_foot_is_a_draft() -> None:
    rows, shapes = faulty()
    checked = run(rows, shapes)
    twice = replace(checked, findings=[*checked.findings, checked.findings[0]])
    report = report_of(twice, RunFacts())
    assert report.draft and [str(identity.name) for identity in report.identities if not identity.ok] == ["keys of findings = findings"]


def test_cancelling_ends_the_run() -> None:
    rows, shapes = ground()

    def progress(fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_survey(CheckInputs(columns_of(rows, shapes), None, CLASSES, RULES, ZONE), progress=progress)


def test_every_check_has_a_rule_with_what_it_says_and_why() -> None:
    severities = Severities(RULES)
    for check in CHECK_TITLES:
        rule = severities.rule(check)
        assert rule.choices == ("error", "warning", "hint", "off") and rule.meaning and rule.source
