"""The audit of prime farmland on blocks made by hand: one for each rule, the comparison, mutations, bad input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import openpyxl
import pytest
import shapely
from hypothesis import given, settings as settings_of_hypothesis, strategies as st
from shapely import box

from ....core.area import Area, AreaUnit
from ....core.balance.prime.audit import audit
from ....core.balance.prime.checks import audit_identities
from ....core.balance.prime.compare import shared_kilograms
from ....core.balance.prime.layers import (
    BLOCK_FIELDS,
    PIECE_FIELDS,
    REASON_FIELDS,
    block_columns,
    piece_columns,
    reason_columns,
    reason_shapes,
)
from ....core.balance.prime.model import Audit, AuditInputs, Side
from ....core.balance.prime.reason_kinds import Effect, ReasonKind
from ....core.balance.prime.report import audit_report
from ....core.balance.prime.settings import Settings
from ....core.balance.prime.tables import audit_tables
from ....core.balance.prime.words import project_sentence, reasons_text
from ....core.balance.stable.rules import load_stable_rules
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.model import CONTROL_KEYS, AreaMethod, Control, Job
from ....core.occupation.report import write_report
from ....core.rules import load_rules
from ....core.survey.apportion import Master
from ....core.survey.classes import load_code_table
from ....core.survey.schema import GradeSystem, Kind, Role, fields_of
from ....core.workbook import FilledTable, RowKind
from ...oracles import prime_from_pieces as oracle

EAST, NORTH = 39_500_000.0, 3_400_000.0
RULES = load_rules()
TABLE = load_code_table()
HOME, AWAY = "3799011012010000000", "3799021012010000000"

# Parcels of 100 m × 100 m in a row: (class, slope level, grade, ridge coefficient, refined class, location).
PARCELS = [
    ("0101", "1", 6, 0, None, HOME),
    ("0102", "1", 8, 0, None, HOME),
    ("0103", "2", 10, 0.1, None, HOME),
    ("1006", None, None, 0, None, HOME),
    ("0101", "1", 6, 0, None, HOME),
    ("0102", "01", 8, 0, None, HOME),
    ("0103", "4", 8, 0, None, HOME),
    ("0103", "5", 8, 0, None, HOME),
    ("0102", "1", 8, 0, "HDGD", HOME),
    ("0102", None, 8, 0, None, HOME),
    ("0102", "1", None, 0, None, HOME),
    ("0201K", "1", 9, 0, None, HOME),
    ("0102", "1", 8, 0, None, AWAY),
    ("0103", "2", 9, 0.2, None, HOME),
    ("0101", "1", 5, 0, None, HOME),
]
PRIME = (0, 1, 2, 3, 11)
HECTARE = Area.from_hectares(1)


def place(x0: float, x1: float, y0: float = 0.0, y1: float = 1.0) -> shapely.Geometry:
    """A rectangle in parcels from the first one's corner."""
    return box(EAST + 100 * x0, NORTH + 100 * y0, EAST + 100 * x1, NORTH + 100 * y1)


def layer(name: str, shapes: Sequence[object], role: Role | None = None, **values: Sequence[object]) -> Columns:
    kinds = {field.name: field.kind for field in (fields_of(role) if role else ())}
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = list(shapes)
    attributes = {}
    for key, column in values.items():
        if kinds.get(key, Kind.TEXT) is Kind.NUMBER:
            attributes[key] = np.array([np.nan if value is None else value for value in column], dtype=np.float64)
        else:
            attributes[key] = np.empty(len(column), dtype=object)
            attributes[key][:] = list(column)
    return Columns(name, np.arange(1, len(shapes) + 1), geometry, attributes, "", "EPSG:4527")


def survey(**changed: Sequence[object]) -> Columns:
    columns = list(zip(*PARCELS))
    values = {
        "BSM": [f"B{number:02d}" for number in range(len(PARCELS))],
        "TBBH": [str(number) for number in range(len(PARCELS))],
        "DLBM": columns[0],
        "GDPDJB": columns[1],
        "GDDB": columns[2],
        "KCXS": columns[3],
        "GDLX": ["TT" if ridge else None for ridge in columns[3]],
        "TBXHDM": columns[4],
        "ZLDWDM": columns[5],
        "QSDWDM": columns[5],
        "QSDWMC": ["示例镇张庄村"] * len(PARCELS),
        "QSXZ": ["30"] * len(PARCELS),
        **changed,
    }
    shapes = [place(number, number + 1) for number in range(len(PARCELS))]
    return layer("DLTB", shapes, Role.SURVEY, **{key: value for key, value in values.items() if value is not None})


def control(role: Role, *shapes: object, **values: Sequence[object]) -> Control:
    return Control(role, CONTROL_KEYS[role], layer(role.value, shapes, role, **values))


def prime() -> Control:
    return control(Role.PRIME_FARMLAND, *(place(number, number + 1) for number in PRIME))


def blocks(name: str, shapes: Sequence[object], projects: Sequence[object] | None = None, prefix: str = "") -> Columns:
    values = {"FP_ID": [f"{prefix}{number}" for number in range(1, len(shapes) + 1)]}
    if projects is not None:
        values["PROJECT"] = list(projects)
    return layer(name, shapes, None, **values)


JOB = Job(AreaMethod.PLANE, Master.FOOTPRINT, AreaUnit.SQUARE_METRE, 0.0)


def settings(system: GradeSystem = GradeSystem.NATIONAL15, **changed: str) -> Settings:
    return Settings.of_rules(RULES.replaced({f"prime_{key}": value for key, value in changed.items()}, "test"), system)


def run(
    occupied: Columns,
    supplement: Columns,
    *controls: Control,
    chosen: Settings | None = None,
    ground: Columns | None = None,
    job: Job = JOB,
) -> Audit:
    inputs = AuditInputs(
        occupied, supplement, survey() if ground is None else ground, [prime(), *controls], TABLE, RULES
    )
    return audit(inputs, job, chosen or settings())


TAKEN = blocks("XMHX", [place(0, 2)], prefix="Z")
"""One hectare of paddy (6) and one of irrigated land (8): grade 7, 15 × 1000 + 15 × 800 kg."""


def judged(result: Audit) -> dict[str, object]:
    return {block.number: block for block in result.supplement}


def kinds(result: Audit, number: str = "B1") -> dict[str, Area]:
    return {reason.kind.value: reason.area for reason in judged(result)[number].reasons}


def supplement(*shapes: object) -> Columns:
    return blocks("BH", shapes, prefix="B")


def rows_of(columns: dict[str, np.ndarray]) -> list[dict]:
    keys = list(columns)
    rows = [dict(zip(keys, row)) for row in zip(*(columns[key].tolist() for key in keys))]
    return [{key: None if value != value else value for key, value in row.items()} for row in rows]


# ------------------------------------------------------------------------------------------------------- the comparison


def test_equal_land_balances_and_every_number_is_that_of_the_hand() -> None:
    result = run(TAKEN, supplement(place(4, 6)))
    (project,) = result.projects
    for sums in (project.occupied, project.accepted):
        assert (sums.area, sums.paddy, sums.grade, sums.kilograms) == (Area.from_hectares(2), HECTARE, 7, 27_000)
    assert result.passed and project_sentence(project).said().startswith("The project: everything")
    assert judged(result)["B1"].reasons == [] and judged(result)["B1"].stands


def test_each_indicator_that_is_short_is_told_with_its_amount() -> None:
    result = run(TAKEN, supplement(place(5, 6)))
    (project,) = result.projects
    assert project.shortage.area == HECTARE and project.shortage.paddy == HECTARE
    assert project.shortage.kilograms == 15_000 and project.shortage.grade_ok is False
    said = project_sentence(project).said()
    assert "area 10000.00 m² (1.0000 ha, 15.0000 mu)" in said and "paddy 10000.00" in said
    assert "8.00 is worse than 7.00" in said and "capacity 15000 kg" in said and not result.passed


def test_a_grade_worse_by_less_than_it_prints_is_worse() -> None:
    """3 m² more of grade 8 than of grade 6: 7.0000000001 prints as 7.00."""
    taken = blocks("XMHX", [place(0, 2)], prefix="Z")
    result = run(taken, supplement(place(4, 6), place(5, 5.0003).union(place(5, 5.0003))), chosen=settings(least_patch_m2="0"))
    assert result.projects[0].shortage.area  # the second overlaps the first: both are refused
    slightly = supplement(place(4.0001, 6))
    found = run(taken, slightly, chosen=settings(compare_paddy="0", compare_capacity="0"))
    assert found.projects[0].accepted.grade > 7 and found.projects[0].shortage.grade_ok is False


def test_a_better_grade_makes_up_for_no_missing_area() -> None:
    result = run(TAKEN, supplement(place(14, 15)))
    (project,) = result.projects
    assert project.shortage.grade_ok is True and project.shortage.area == HECTARE and not project.shortage.paddy
    assert project.shortage.kilograms == 27_000 - 16_500


def test_ridges_count_or_not_on_both_sides_alike() -> None:
    taken = blocks("XMHX", [place(2, 3)], prefix="Z")
    block = supplement(place(13, 14))
    gross = run(taken, block).projects[0]
    assert gross.occupied.area == HECTARE == gross.accepted.area and gross.passed
    net = run(taken, block, chosen=settings(area_basis="net")).projects[0]
    assert (net.occupied.area, net.accepted.area) == (Area.from_square_metres(9000), Area.from_square_metres(8000))
    assert (net.occupied.gross, net.accepted.net) == (HECTARE, Area.from_square_metres(8000))
    assert net.shortage.area == Area.from_square_metres(1000)
    assert net.occupied.kilograms == 9 * 900 and net.accepted.kilograms == 12 * 700


def test_adjustable_land_and_built_ground_in_prime_farmland() -> None:
    taken = blocks("XMHX", [place(3, 4), place(11, 12)], prefix="Z")
    result = run(taken, supplement(place(4, 6)))
    assert result.projects[0].occupied.area == Area.from_hectares(2)
    assert result.projects[0].occupied.graded == HECTARE and result.projects[0].occupied.kilograms == 10_500
    assert any("10000.00 m² of the occupied" in str(remark) for remark in result.remarks)
    only = run(taken, supplement(place(4, 6)), chosen=settings(occupied_scope="farmland"))
    assert only.projects[0].occupied.area == HECTARE
    strict = run(blocks("XMHX", [place(1, 2), place(11, 12)]), supplement(place(4, 6)), chosen=settings(adjustable="0"))
    assert strict.projects[0].occupied.graded == HECTARE


def test_ground_under_two_footprints_counts_once_in_a_project_and_once_in_each_of_two() -> None:
    shapes = [place(0, 1), place(0.5, 1.5)]
    one = run(blocks("XMHX", shapes), supplement(place(4, 6)))
    assert one.projects[0].occupied.area == Area.from_hectares("1.5")
    two = run(blocks("XMHX", shapes, ["甲", "乙"]), blocks("BH", [place(4, 6)], ["甲"]))
    assert [project.occupied.area for project in two.projects] == [HECTARE, HECTARE]
    assert [project.shortage.area for project in two.projects] == [Area(0), HECTARE]


# --------------------------------------------------------------------------------------------------- a rule, a block


@pytest.mark.parametrize(
    ("shape", "kind", "area"),
    [
        (place(3.5, 5), "not_cultivated", "5000"),
        (place(5.5, 7), "steep", "10000"),
        (place(7, 8), "steep", "10000"),
        (place(7.9, 8.5), "unstable", "5000"),
        (place(9, 10), "slope_unknown", "10000"),
        (place(10, 11), "no_grade", "10000"),
        (place(10.9, 11.9), "not_cultivated", "9000"),
        (place(14.5, 15.5), "outside_survey", "5000"),
        (place(2.5, 3), "already_prime", "5000"),
        (place(12, 13), "other_county", "10000"),
        (place(4, 4.1, 0, 0.1), "too_small", "100"),
    ],
)
def test_every_rule_names_its_ground(shape: object, kind: str, area: str) -> None:
    result = run(TAKEN, supplement(shape))
    found = kinds(result)
    assert found[kind] == Area.from_square_metres(area)
    block = judged(result)["B1"]
    assert block.refused is (kind != "other_county")
    assert f"{area}.00 m²" in reasons_text(result, block).said()
    rows = rows_of(reason_columns(result))
    place_of = next(number for number, row in enumerate(rows) if row["REASON"] == kind)
    assert reason_shapes(result)[place_of].area == pytest.approx(float(area), abs=1e-3)


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        (control(Role.ECO_REDLINE, place(5, 5.25)), "eco_redline"),
        (control(Role.URBAN_BOUNDARY, place(5, 5.25)), "urban_boundary"),
        (Control(None, "EX1", layer("规划道路", [place(5, 5.25)])), "excluded"),
    ],
)
def test_control_layers_refuse_by_default_and_warn_by_rule(extra: Control, kind: str) -> None:
    result = run(TAKEN, supplement(place(4, 6)), extra)
    assert kinds(result) == {kind: Area.from_square_metres(2500)} and judged(result)["B1"].refused
    assert kind != "excluded" or judged(result)["B1"].reasons[0].detail == "规划道路"
    warned = run(TAKEN, supplement(place(4, 6)), extra, chosen=settings(**{kind: "warn"}))
    assert warned.passed and judged(warned)["B1"].reasons[0].effect is Effect.WARN
    off = run(TAKEN, supplement(place(4, 6)), extra, chosen=settings(**{kind: "off"}))
    assert off.passed and not judged(off)["B1"].reasons


def test_a_block_with_several_reasons_lists_them_all() -> None:
    redline = control(Role.ECO_REDLINE, place(6, 9))
    result = run(TAKEN, supplement(place(2.5, 9.5)), redline)
    assert kinds(result) == {
        "not_cultivated": Area.from_square_metres(10_000),
        "steep": Area.from_square_metres(10_000),  # the largest detail of one kind comes last in the dict
        "slope_unknown": Area.from_square_metres(5_000),
        "unstable": Area.from_square_metres(10_000),
        "already_prime": Area.from_square_metres(15_000),
        "eco_redline": Area.from_square_metres(30_000),
    }
    steep = [(reason.detail, reason.area) for reason in judged(result)["B1"].reasons if reason.kind is ReasonKind.STEEP]
    assert steep == [("4", HECTARE), ("5", HECTARE)]
    assert judged(result)["B1"].unusable == Area.from_square_metres(50_000)
    assert judged(result)["B1"].sums.area == Area.from_hectares(2)


def details(result: Audit, kind: ReasonKind) -> list[str]:
    return sorted(reason.detail for block in result.blocks for reason in block.reasons if reason.kind is kind)


def test_what_is_stable_is_said_by_the_rules_of_stable_farmland(tmp_path) -> None:
    """A rule of one's own, of any field it may speak of, binds here as it does in the account of stable farmland."""
    path = tmp_path / "rules.csv"
    head = "key,meaning,field,values,source,status\n"
    path.write_text(
        head
        + 'steep,15°以上,GDPDJB,4|5,made up,seen\nfallow,休耕,ZZSXDM,XG,made up,seen\nriver,河滩,TBXHDM,hdgd,made up,seen\n'
        + "outer,扣除图层,LAYER,,made up,seen\n",
        encoding="utf-8",
    )
    own = load_stable_rules(path)
    ground = survey(ZZSXDM=[None] * 4 + ["ＸＧ"] + [None] * (len(PARCELS) - 5))
    for ignored, steep in (("3", []), ("4", ["15°以上"])):
        chosen = Settings.of_rules(RULES.replaced({"prime_steepest_level": ignored}, "test"), stable_rules=own)
        result = run(TAKEN, supplement(place(4, 5), place(5, 6), place(6, 7), place(8, 8.5)), chosen=chosen, ground=ground)
        levels = [PARCELS[number][1] for number in (5, 6)]
        assert details(result, ReasonKind.UNSTABLE) == sorted(["休耕", "河滩", *steep * levels.count("4")])
    shipped = run(TAKEN, supplement(place(4, 5), place(8, 8.5)), ground=ground)
    assert details(shipped, ReasonKind.UNSTABLE) == ["河道耕地"]


def test_a_rule_whose_field_is_missing_is_told() -> None:
    result = run(TAKEN, supplement(place(4, 5)), ground=survey(TBXHDM=None))
    told = [str(said) for said in result.remarks]
    assert any("has no field TBXHDM; nothing can be excluded as 河道耕地、湖区耕地" in said for said in told)


def test_blocks_over_each_other_and_over_occupied_land_are_refused_whatever_the_rules() -> None:
    result = run(TAKEN, supplement(place(4, 6), place(5.5, 6), place(1.9, 2, 0, 1)))
    assert kinds(result, "B1") == {"overlaps_block": Area.from_square_metres(5000)}
    assert kinds(result, "B2") == {"overlaps_block": Area.from_square_metres(5000)}
    assert judged(result)["B1"].reasons[0].detail == "B2"
    assert kinds(result, "B3")["overlaps_occupied"] == Area.from_square_metres(1000)
    assert all(block.refused for block in result.supplement)


def test_blocks_of_two_projects_may_not_share_ground() -> None:
    taken = blocks("XMHX", [place(0, 1), place(1, 2)], ["甲", "乙"])
    result = run(taken, blocks("BH", [place(4, 5), place(4, 6)], ["甲", "乙"]))
    assert [block.refused for block in result.supplement] == [True, True]


def test_steepness_by_setting_but_never_over_25_degrees() -> None:
    mild = settings(steepest_level="4")
    assert not judged(run(TAKEN, supplement(place(6, 7)), chosen=mild))["B1"].refused
    assert judged(run(TAKEN, supplement(place(7, 8)), chosen=mild))["B1"].refused
    with pytest.raises(InputError, match="1 to 4"):
        settings(steepest_level="5")


def test_least_patch_looks_at_each_part_of_a_block() -> None:
    shape = shapely.union_all([place(4, 5), place(5.5, 5.6, 0, 0.1)])
    found = run(TAKEN, supplement(shape))
    assert kinds(found) == {"too_small": Area.from_square_metres(100)} and judged(found)["B1"].refused
    assert not judged(run(TAKEN, supplement(shape), chosen=settings(least_patch_m2="100")))["B1"].refused


def test_a_sliver_is_listed_counted_for_nothing_and_refuses_only_above_the_limit() -> None:
    sliver = supplement(place(5, 6.0001))
    found = run(TAKEN, sliver)
    assert kinds(found) == {"steep": Area.from_square_metres(1)}
    assert not judged(found)["B1"].refused and judged(found)["B1"].sums.area == HECTARE
    assert judged(run(TAKEN, sliver, chosen=settings(ignored_m2="0.99")))["B1"].refused


def test_reserve_zone_share_and_hint() -> None:
    reserve = Control(None, "RESERVE", layer("CBQ", [place(4, 5.5)]))
    result = run(TAKEN, supplement(place(4, 5), place(5, 6), place(14, 15)), reserve)
    assert kinds(result, "B2") == {"not_reserve": Area.from_square_metres(5000)}
    assert [block.from_reserve for block in result.supplement] == [True, None, False]
    assert not any(block.refused for block in result.supplement)
    table = next(table for table in audit_tables(result) if table.layout.id == "T08C")
    (row, total) = table.rows
    assert row.value("RES") == Area.from_hectares("1.5") and row.value("SHARE") == Decimal("50.00") == total.value("SHARE")
    refused = run(TAKEN, supplement(place(5, 6)), reserve, chosen=settings(not_reserve="refuse"))
    assert judged(refused)["B1"].refused


def test_another_county_warns_or_refuses_and_districts_decide_where_they_are_given() -> None:
    block = supplement(place(12, 13))
    assert judged(run(TAKEN, block, chosen=settings(other_county="refuse")))["B1"].refused
    districts = Control(
        Role.DISTRICTS,
        "DISTRICTS",
        layer("XZQ", [place(0, 12.5)], Role.DISTRICTS, XZQDM=["379901"], XZQMC=["示例县"]),
    )
    result = run(TAKEN, block, districts)
    assert kinds(result) == {
        "outside_county": Area.from_square_metres(5000),
        "other_county": Area.from_square_metres(5000),  # beyond the districts the survey says where it is
    }
    assert result.county("379901") == "示例县"


# ------------------------------------------------------------------------------------------------------------- grades


def test_grades_come_from_the_grade_layer_then_the_survey_and_systems_never_mix() -> None:
    quality = control(Role.QUALITY, place(4, 4.5), GDDB=[4])
    assert run(TAKEN, supplement(place(4, 5)), quality).projects[0].accepted.grade == 5
    other = Control(Role.QUALITY, "QUALITY", layer("ZL", [place(0, 20)], None, GDDJ=[3.0]))
    other.columns.attributes["GDDJ"] = np.array([3.0])  # type: ignore[index]
    chosen = settings(GradeSystem.QUALITY10, compare_capacity="0")
    result = run(TAKEN, supplement(place(10, 11)), other, chosen=chosen)
    assert result.projects[0].accepted.grade == 3 == result.projects[0].occupied.grade
    with pytest.raises(InputError, match="GDDJ"):
        run(TAKEN, supplement(place(10, 11)), chosen=chosen)
    with pytest.raises(InputError, match="no capacity preset"):
        settings(GradeSystem.QUALITY10)


def test_the_layer_of_prime_farmland_fills_a_gap_of_the_survey() -> None:
    ground = survey(GDDB=[None, *(row[2] for row in PARCELS[1:])])
    own = control(Role.PRIME_FARMLAND, place(0, 3), GDDB=[6])
    inputs = AuditInputs(TAKEN, supplement(place(4, 6)), ground, [own], TABLE, RULES)
    assert audit(inputs, JOB, settings()).passed


def test_occupied_land_without_a_grade_can_not_be_compared() -> None:
    ground = survey(GDDB=[None, *(row[2] for row in PARCELS[1:])])
    result = run(TAKEN, supplement(place(4, 6)), ground=ground)
    assert not result.passed and result.projects[0].shortage.grade_ok is None
    assert "grades of occupied farmland are missing" in project_sentence(result.projects[0]).said()
    assert any("10000.00 m² of the farmland that the project takes" in str(remark) for remark in result.remarks)
    unasked = settings(compare_grade="0", compare_capacity="0")
    assert run(TAKEN, supplement(place(4, 6)), ground=ground, chosen=unasked).passed


# ---------------------------------------------------------------------------------------------------------- bad input


def test_bad_input_is_told_in_one_sentence() -> None:
    with pytest.raises(InputError, match=r"No layer says the grade.*DLTB.*GDDB"):
        run(TAKEN, supplement(place(4, 6)), ground=survey(GDDB=None))
    with pytest.raises(InputError, match=r"No footprint of layer XMHX .* PRIME_FARMLAND"):
        run(blocks("XMHX", [place(4, 6)]), supplement(place(13, 14)))
    with pytest.raises(InputError, match=r"DLTB, feature 2: GDDB is 16, .* 1 to 15"):
        run(TAKEN, supplement(place(4, 6)), ground=survey(GDDB=[6, 16, *(row[2] for row in PARCELS[2:])]))
    with pytest.raises(InputError, match=r"BH: footprint number B1 stands at feature 1 and at feature 2"):
        run(TAKEN, layer("BH", [place(4, 5), place(5, 6)], None, FP_ID=["B1", "B1"]))
    with pytest.raises(InputError, match=r"BH, feature 1: the project is empty"):
        run(blocks("XMHX", [place(0, 1)], ["甲"]), blocks("BH", [place(4, 5)], [None]))
    with pytest.raises(InputError, match=r"no footprint with an area"):
        run(blocks("XMHX", [None]), supplement(place(4, 6)))


def test_no_supplement_at_all_tells_what_is_needed() -> None:
    result = run(TAKEN, supplement())
    assert result.projects[0].shortage.area == Area.from_hectares(2) and not result.supplement
    assert "no accepted land" in project_sentence(result.projects[0]).said()
    assert all(identity.ok for identity in audit_report(result, RunFacts()).identities)
    assert set(block_columns(result)) == {field.name for field in BLOCK_FIELDS}


def test_a_block_without_cultivated_land_is_refused_and_leaves_the_balance_empty() -> None:
    result = run(TAKEN, supplement(place(3, 4)))
    assert judged(result)["B1"].reasons[0].detail.startswith("1006") and not result.projects[0].accepted.area


def test_equal_numbers_in_both_layers_are_no_trouble() -> None:
    taken, block = blocks("XMHX", [place(0, 2)]), blocks("BH", [place(4, 6)])
    result = run(taken, block)
    assert [one.number for one in result.blocks] == ["1", "1"] and result.passed
    assert all(identity.ok for identity in audit_report(result, RunFacts()).identities)


def test_a_project_with_blocks_only_is_told() -> None:
    result = run(blocks("XMHX", [place(0, 1)], ["甲"]), blocks("BH", [place(4, 5)], ["丙"]))
    assert [project.name for project in result.projects] == ["甲", "丙"]
    assert any("丙" in str(remark) for remark in result.remarks)
    assert project_sentence(result.projects[1]).said() == "丙: takes no permanent basic farmland."


# ------------------------------------------------------------------------------------- tables, layers, oracle, checks


def manifold(unit: AreaUnit = AreaUnit.HUNDREDTH_SQUARE_METRE, **changed: str) -> Audit:
    """Two projects, crooked blocks, ridges, a reserve zone, redlines: everything at once."""
    taken = blocks("XMHX", [place(0.1, 1.37, 0.11, 0.83), place(1.3, 2.77, 0.2, 0.93), place(10.8, 11.9)], ["甲", "甲", "乙"], "Z")
    shapes = [place(4, 5.41), place(5.41, 5.9, 0.1, 0.97), place(5.95, 6.4), place(12.2, 13), place(13.07, 14.9, 0.03), place(9, 10)]
    put = blocks("BH", shapes, ["甲", "甲", "甲", "乙", "乙", "乙"], "B")
    reserve = Control(None, "RESERVE", layer("CBQ", [place(4, 5.2)]))
    redline = control(Role.ECO_REDLINE, place(13.2, 13.3, 0.4, 0.6))
    return run(taken, put, reserve, redline, chosen=settings(**changed), job=replace(JOB, unit=unit))


@pytest.mark.parametrize("unit", list(AreaUnit))
@pytest.mark.parametrize("basis", ["gross", "net"])
def test_tables_and_verdicts_are_those_of_the_oracle(unit: AreaUnit, basis: str) -> None:
    result = manifold(unit, area_basis=basis)
    pieces, reasons = rows_of(piece_columns(result)), rows_of(reason_columns(result))
    listed = rows_of(block_columns(result))
    assert {row["PID"] for row in listed if row["VERDICT"] == "refused"} == oracle.refused_blocks(listed, reasons, Fraction(1))
    assert {row["PID"] for row in listed if row["VERDICT"] == "refused"} == {"B3", "B5", "B6"}
    for project in result.projects:
        wanted = oracle.shortage(pieces, project.name)
        short = project.shortage
        assert Fraction(short.area.square_metres()) == wanted["area"]
        assert Fraction(short.paddy.square_metres()) == wanted["paddy"]
        assert (short.kilograms, short.grade_ok) == (wanted["kg"], wanted["grade"])
        for side, sums in ((Side.OCCUPIED, project.occupied), (Side.SUPPLEMENT, project.accepted)):
            found = oracle.sums(pieces, side.value, project.name)
            assert Fraction(sums.area.square_metres()) == found["area"]
            assert Fraction(sums.gross.square_metres()) == found["gross"]
            assert Fraction(sums.net.square_metres()) == found["net"]
            assert sums.capacity == found["kg"]
            assert sums.grade == (found["weight"] / found["graded"] if found["graded"] else None)
    report = audit_report(result, RunFacts())
    assert [identity for identity in report.identities if not identity.ok] == [] and len(report.identities) > 20


def test_whole_kilograms_of_blocks_add_up_to_the_sum_rounded_once() -> None:
    result = manifold()
    table = audit_tables(result)[0]
    for project in result.projects:
        rows = [row for row in table.rows if row.kind is RowKind.DATA and row.value("PROJECT") == project.name]
        assert sum(row.value("P0") or 0 for row in rows) == project.occupied.kilograms
        assert sum(row.value("P1") or 0 for row in rows) == project.accepted.kilograms


@given(st.lists(st.fractions(min_value=0, max_value=10**6, max_denominator=1000), max_size=12))
def test_shared_kilograms(exact: list[Fraction]) -> None:
    shared = shared_kilograms(exact)
    assert sum(shared) == int(sum(exact, Fraction(0)) + Fraction(1, 2))
    assert all(abs(one - given_) < 1 for one, given_ in zip(shared, exact))


def test_t08_has_the_columns_of_the_form_and_a_comparison_of_each_project() -> None:
    table = audit_tables(manifold())[0]
    titles = [column.title for column in table.layout.columns]
    for wanted in (
        "序号", "地块编号", "座落（乡镇/村）", "占用>面积", "占用>其中水田", "占用>平均质量等别", "占用>粮食产能",
        "补划>面积", "补划>其中水田", "补划>平均质量等别", "补划>粮食产能", "补划>坡度级", "是否来自储备区", "地类",
        "图斑编号", "质量体系", "对比（补划−占用）>面积", "对比（补划−占用）>产能",
    ):  # fmt: skip
        assert wanted in titles
    compared = [row for row in table.rows if row.kind is not RowKind.DATA and row.value("CA") is not None]
    assert len(compared) == 3
    for row in compared:
        assert row.value("CA") == row.value("A1") - row.value("A0")
        assert row.value("CP") == row.value("P1") - row.value("P0")


# ------------------------------------------------------------------------------------------- brute force, cell by cell

STEPS = 5
"""Cells of 20 m × 20 m in a parcel of 100 m."""
Rectangle = tuple[int, int, int, int]
ROW = len(PARCELS) * STEPS


def cells_of(rectangle: Rectangle) -> set[tuple[int, int]]:
    west, width, south, height = rectangle
    return {(x, y) for x in range(west, west + width) for y in range(south, south + height)}


def shape_of(rectangle: Rectangle) -> shapely.Geometry:
    west, width, south, height = rectangle
    return place(west / STEPS, (west + width) / STEPS, south / STEPS, (south + height) / STEPS)


rectangles = st.tuples(st.integers(0, ROW - 1), st.integers(1, 12), st.integers(0, 4), st.integers(1, 4))


def expected(block: Rectangle, others: list[Rectangle], taken: list[Rectangle], layers: dict[str, set]) -> dict[str, set]:
    """Reason → cells of a block, each cell looked at by itself."""
    found: dict[str, set] = {}
    for cell in cells_of(block):
        inside = cell[0] < ROW and cell[1] < STEPS
        reasons = []
        if not inside:
            reasons.append("outside_survey")
        else:
            code, slope, grade, _, refined, where = PARCELS[cell[0] // STEPS]
            cultivated = code in ("0101", "0102", "0103")
            level = int(slope) if slope else 0
            reasons += ["not_cultivated"] * (not cultivated) + ["steep"] * (cultivated and level > 3)
            reasons += ["slope_unknown"] * (cultivated and not level) + ["unstable"] * (refined == "HDGD")
            reasons += ["no_grade"] * (cultivated and grade is None) + ["already_prime"] * (cell[0] // STEPS in PRIME)
            reasons += ["other_county"] * (where == AWAY)
        reasons += ["overlaps_occupied"] * any(cell in cells_of(one) for one in taken)
        reasons += ["overlaps_block"] * any(cell in cells_of(one) for one in others)
        reasons += [name for name, cells in layers.items() if cell in cells]
        for reason in reasons:
            found.setdefault(reason, set()).add(cell)
    return found


@settings_of_hypothesis(max_examples=40, deadline=None)
@given(st.lists(rectangles, min_size=1, max_size=4), st.lists(rectangles, max_size=2), rectangles, rectangles)
def test_reasons_verdicts_and_sums_are_those_of_every_cell_by_itself(
    put: list[Rectangle], more: list[Rectangle], redline: Rectangle, excluded: Rectangle
) -> None:
    taken = [(0, 8, 0, 5), *more]
    layers = {"eco_redline": cells_of(redline), "excluded": cells_of(excluded)}
    result = run(
        blocks("XMHX", [shape_of(one) for one in taken], prefix="Z"),
        supplement(*(shape_of(one) for one in put)),
        control(Role.ECO_REDLINE, shape_of(redline)),
        Control(None, "EX1", layer("禁止", [shape_of(excluded)])),
        chosen=settings(least_patch_m2="0", ignored_m2="0"),
    )
    accepted: set[tuple[int, int]] = set()
    for number, one in enumerate(put):
        wanted = expected(one, [other for place_, other in enumerate(put) if place_ != number], taken, layers)
        block = judged(result)[f"B{number + 1}"]
        found: dict[str, Area] = {}
        for reason in block.reasons:
            found[reason.kind.value] = found.get(reason.kind.value, Area(0)) + reason.area
        assert found == {kind: Area.from_square_metres(400 * len(cells)) for kind, cells in wanted.items()}
        bad = set().union(*(cells for kind, cells in wanted.items() if kind != "other_county"))
        assert block.refused == bool(bad) and block.unusable == Area.from_square_metres(400 * len(bad))
        if not bad:
            accepted |= cells_of(one)
    occupied = {cell for one in taken for cell in cells_of(one) if cell[0] < ROW and cell[1] < STEPS}
    for sums, cells in (
        (result.projects[0].occupied, {cell for cell in occupied if cell[0] // STEPS in PRIME}),
        (result.projects[0].accepted, accepted),
    ):
        parcels = [PARCELS[x // STEPS] for x, _ in cells]
        graded = [grade for code, _, grade, *_ in parcels if code in ("0101", "0102", "0103", "0201K") and grade]
        assert sums.area == Area.from_square_metres(400 * len(cells))
        assert sums.paddy == Area.from_square_metres(400 * sum(code == "0101" for code, *_ in parcels))
        assert sums.grade == (Fraction(sum(graded), len(graded)) if graded else None)
        assert sums.capacity == sum(Fraction(4, 100) * (16 - grade) * 1500 for grade in graded)
    assert all(identity.ok for identity in audit_report(result, RunFacts()).identities)


def failed(result: Audit, tables: list[FilledTable], *columns: dict[str, np.ndarray]) -> int:
    return sum(not identity.ok for identity in audit_identities(result, tables, *columns))


def test_one_mutation_of_each_layer_and_table_turns_a_check_red() -> None:
    result = manifold()
    tables = audit_tables(result)
    pieces, listed, reasons = piece_columns(result), block_columns(result), reason_columns(result)
    assert failed(result, tables, pieces, listed, reasons) == 0
    counted = int(np.flatnonzero((pieces["COUNTS"] == 1) & (pieces["ACCEPTED"] == 1))[0])
    for name, value in (("AREA", 1.0), ("AREA_ADJ", 1.0), ("RIDGE", 1.0), ("GRADE", 1.0), ("KG_MU", 1.0), ("COUNTS", 0), ("PADDY", 2)):
        changed = {**pieces, name: pieces[name].copy()}
        changed[name][counted] = value
        assert failed(result, tables, changed, listed, reasons), name
    for columns, name in ((listed, "AREA_M2"), (listed, "BAD_M2")):
        changed = {**columns, name: columns[name] + 0.01}
        assert failed(result, tables, pieces, changed, reasons), name
    assert failed(result, tables, pieces, listed, {**reasons, "AREA_M2": reasons["AREA_M2"] + 0.01})
    codes = {**pieces, "REASONS": np.array([""] * len(pieces["PID"]), dtype=object)}
    assert failed(result, tables, codes, listed, reasons)
    for number, table in enumerate(tables[:3]):
        for row_number, row in enumerate(table.rows):
            for key, value in row.values.items():
                if isinstance(value, Area):
                    other = replace(row, values={**row.values, key: value + Area(15)})
                    rows = [other if place == row_number else one for place, one in enumerate(table.rows)]
                    touched = [replace(one, rows=rows) if place == number else one for place, one in enumerate(tables)]
                    assert failed(result, touched, pieces, listed, reasons), (table.layout.id, row_number, key)


def test_the_workbook_says_rules_and_their_status(tmp_path) -> None:
    result = manifold()
    report = audit_report(result, RunFacts(None, (), (), result.settings.rules), "示例")
    write_report(report, tmp_path / "t08.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t08.xlsx")
    for sheet in ("永久基本农田占用补划一览表", "占用补划结论", "补划地块审查表", "补划地块问题明细", "勾稽检查", "输入与口径"):
        assert sheet in book.sheetnames
    inputs = "\n".join(" ".join(str(cell) for cell in row if cell) for row in book["输入与口径"].iter_rows(values_only=True))
    for rule in result.settings.rules:
        assert rule.key in inputs
    assert "default, confirm locally" in inputs
    assert not report.draft


def test_layers_carry_the_fields_they_declare() -> None:
    result = manifold()
    for fields, columns in (
        (PIECE_FIELDS, piece_columns(result)),
        (BLOCK_FIELDS, block_columns(result)),
        (REASON_FIELDS, reason_columns(result)),
    ):
        assert [field.name for field in fields] == list(columns)
        assert len({len(column) for column in columns.values()}) == 1
