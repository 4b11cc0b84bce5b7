"""The sheets of a transition: margins against a raster of hand-made areas, and every check turned red by one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from ....core.area import Area
from ....core.balance.transition.checks import (
    flow_identities,
    layer_identities,
    list_identities,
    package_identities,
    sheet_identities,
    village_identities,
)
from ....core.balance.transition.kinds import class_groups, flow_kinds, group_of, kind_of
from ....core.balance.transition.matrix import matrix_of
from ....core.balance.transition.noise import NoiseLimits, mark_noise
from ....core.balance.transition.package import read_package
from ....core.balance.transition.patches import patch_columns, patches_of
from ....core.balance.transition.printed import printed_matrix, regions_of
from ....core.balance.transition.report import Transition, transition_report, write_transition
from ....core.balance.transition.surveys import Compared, compare_surveys
from ....core.balance.transition.tables import (
    SheetChoices,
    class_table,
    flow_table,
    grouped,
    kind_table,
    patch_table,
    sum_table,
)
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.model import AreaMethod
from ....core.summary.model import Basis, Level
from ....core.summary.printing import Printing
from ....core.workbook import DisplayUnit, FilledTable, Identity, Row, RowKind
from .test_transition_package import former, package, update
from .transition_samples import TABLE, VILLAGES, plane_job, strips, survey

HECTARES = Printing(DisplayUnit.HECTARE, 2)
MU = Printing(DisplayUnit.MU, 1)


def two_years() -> Compared:
    """Two villages; ridges, a boundary moved by 0.4 m, farmland built on, ground of one year alone."""
    before = survey(
        strips([0, 300, 700, 900, 1200], 0, 500),
        ["0103", "0102", "0702", "0301"],
        [VILLAGES[0], VILLAGES[0], VILLAGES[1], VILLAGES[1]],
        KCXS=[0.1, 0.0, None, None], KCMJ=[15000.0, 0.0, None, None], GDPDJB=["2", "1", None, None],
        GDLX=["TT", None, None, None], ZLDWMC=["甲村", "甲村", "乙村", "乙村"],
    )  # fmt: skip
    after = survey(
        strips([0, 250, 300, 700.4, 900, 1100, 1300], 0, 500),
        ["0103", "0601", "0102", "0702", "0301", "0102"],
        [VILLAGES[0], VILLAGES[0], VILLAGES[0], VILLAGES[1], VILLAGES[1], VILLAGES[1]],
        year=2025,
        KCXS=[0.1, None, 0.0, None, None, 0.0], KCMJ=[12500.0, None, 0.0, None, None, 0.0],
        GDPDJB=["2", None, "1", None, None, "1"], GDLX=["TT", None, None, None, None, None],
    )  # fmt: skip
    compared = compare_surveys(before, after, plane_job())
    return replace(compared, flows=mark_noise(compared.flows, NoiseLimits(1.0, 0.1, 0.5, 50.0)))


def sheets(printing: Printing, choices: SheetChoices) -> tuple[object, dict[str, FilledTable]]:
    flows = two_years().flows
    printed = printed_matrix(matrix_of(flows, TABLE, Basis.NET), printing)
    regions = regions_of(printed.matrix, choices.level, {VILLAGES[0]: "甲村"})
    cells = grouped(printed, TABLE, regions)
    return printed, {
        "T30": flow_table(printed, cells, regions, choices),
        "T30L": class_table(printed, choices),
        "T30S": sum_table(printed, cells, choices),
    }


def cell(table: FilledTable, key: str, **where: str) -> Decimal:
    """The cell of the data row with these texts, in 公顷."""
    rows = [row for row in table.rows if row.kind is RowKind.DATA and all(row.value(k) == v for k, v in where.items())]
    assert len(rows) == 1, where
    value = rows[0].value(key)
    assert isinstance(value, Area)
    return value.hectares(2)


def test_the_flow_table_has_the_areas_of_the_drawing() -> None:
    _, tables = sheets(HECTARES, SheetChoices())
    table = tables["T30"]
    # 300 m × 500 m of 0103 with 1.5 ha of ridge: 50 m of it were built on, ridge 0.25 ha among them.
    assert cell(table, "TOTAL", BEFORE="耕地") == Decimal("33.50")
    assert cell(table, "AREA:建设用地", BEFORE="耕地") == Decimal("2.25")
    assert cell(table, "AREA:建设用地", BEFORE="田坎") == Decimal("0.25")
    assert cell(table, "AREA:耕地", BEFORE="建设用地") == Decimal("0.02")  # the border that moved by 0.4 m
    assert cell(table, "AREA:耕地", BEFORE="林地") == Decimal("5.00")
    assert cell(table, "AREA:耕地", BEFORE="上年未覆盖") == Decimal("5.00")
    assert cell(table, "LATER", BEFORE="耕地") == Decimal("41.27")
    assert cell(table, "NET", BEFORE="林地") == Decimal("-5.00")
    total = next(row for row in table.rows if row.kind is RowKind.TOTAL)
    assert total.value("TOTAL") == total.value("LATER") == Area.from_hectares("65.00")
    sums = tables["T30S"]
    assert cell(sums, "INCREASE_NOISE", NAME="耕地") == Decimal("0.02")
    assert cell(sums, "INCREASE_REST", NAME="耕地") == Decimal("10.00")


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("printing", [HECTARES, MU])
def test_every_level_foots_and_gives_the_same_total(level: Level, printing: Printing) -> None:
    printed, tables = sheets(printing, SheetChoices(level=level))
    identities = sheet_identities(printed, tables)  # type: ignore[arg-type]
    assert identities and all(identity.ok for identity in identities)
    county = sheets(printing, SheetChoices())[1]["T30"]
    for key in ("TOTAL", "DECREASE", "INCREASE", "NET", "LATER"):
        totals = [next(r for r in t.rows if r.kind is RowKind.TOTAL).value(key) for t in (tables["T30"], county)]
        assert totals[0] == totals[1]


def with_cell(table: FilledTable, key: str, kind: RowKind = RowKind.DATA) -> FilledTable:
    """The table with one cell larger by a printed unit."""
    rows: list[Row] = []
    done = False
    for row in table.rows:
        value = row.value(key)
        if not done and row.kind is kind and isinstance(value, Area):
            row, done = replace(row, values={**row.values, key: value + Area(150_000)}), True
        rows.append(row)
    assert done
    return replace(table, rows=rows)


@pytest.mark.parametrize("sheet", ["T30", "T30L", "T30S"])
@pytest.mark.parametrize("key", ["TOTAL", "DECREASE", "INCREASE", "NET", "LATER"])
def test_any_changed_cell_of_a_sheet_turns_a_check_red(sheet: str, key: str) -> None:
    printed, tables = sheets(HECTARES, SheetChoices())
    for kind in (RowKind.DATA, RowKind.TOTAL):
        changed = {**tables, sheet: with_cell(tables[sheet], key, kind)}
        assert reds(sheet_identities(printed, changed)), kind  # type: ignore[arg-type]


def reds(identities: Sequence[Identity]) -> list[str]:
    return [str(identity.name) for identity in identities if not identity.ok]


def test_flow_checks_turn_red() -> None:
    flows = two_years().flows
    matrix, patches = matrix_of(flows, TABLE, Basis.NET), patches_of(flows, TABLE, Basis.NET)
    assert not reds(flow_identities(flows, matrix, patches, 0))
    more = matrix.units.copy()
    more[0, 0] += 1
    assert "flow table = pieces of ground" in reds(flow_identities(flows, replace(matrix, units=more), patches, 0))
    flow = patches.flow.copy()
    flow[0] += 1
    off = "off the diagonal = changed patches + ridges that changed alone"
    assert reds(flow_identities(flows, matrix, replace(patches, flow=flow), 0)) == [off]
    assert reds(flow_identities(flows, matrix, patches, 1)) == [off]
    noise = matrix.noise.copy()
    noise[0, 0] += 1
    assert reds(flow_identities(flows, replace(matrix, noise=noise), patches, 0)) == [
        "with noise − noise = without noise"
    ]


def test_village_and_layer_checks_turn_red() -> None:
    compared = two_years()
    assert all(identity.ok for many in village_identities(compared) for identity in many)
    units = compared.flows.units.copy()
    units[np.flatnonzero(compared.flows.before == "0103")[0]] += 1
    wrong = replace(compared, flows=replace(compared.flows, units=units))
    assert [identity.ok for many in village_identities(wrong) for identity in many].count(False) == 1
    patches = patches_of(compared.flows, TABLE, Basis.NET)
    columns = patch_columns(patches, {}, TABLE)
    assert not reds(layer_identities(patches, columns))
    area = columns["AREA_M2"].copy()
    area[0] += 0.01
    assert len(reds(layer_identities(patches, {**columns, "AREA_M2": area}))) == 1
    assert len(reds(layer_identities(patches, {**columns, "PATCH": columns["PATCH"][1:]}))) == 1
    choices = SheetChoices()
    tables = kind_table(patches, choices), patch_table(patches, {}, TABLE, choices)
    assert not reds(list_identities(patches, *tables))
    for place in (0, 1):
        changed = [with_cell(t, "AREA", RowKind.TOTAL) if n == place else t for n, t in enumerate(tables)]
        assert len(reds(list_identities(patches, *changed))) == 1


@pytest.mark.parametrize(
    ("areas", "before", "red"),
    [
        ([300.0, 700.0, 500.0], None, 0),
        ([300.0, 700.01, 500.0], None, 0),
        ([300.0, 700.02, 500.0], None, 1),
        ([300.0, 690.0, 500.0], None, 1),
        ([300.0, 700.0, 500.0], [999.0, 500.0, 250.0], 2),
    ],
)
def test_package_checks_turn_red(areas: list[float], before: list[float] | None, red: int) -> None:
    survey_before = former()
    if before is not None:
        survey_before.attributes["TBMJ"][:] = before  # type: ignore[index]
    found = read_package(package(), plane_job(), update(areas), survey_before)
    identities = package_identities(found, survey_before, None, 1)
    assert len(reds(identities)) == red, [str(i.name) for i in identities if not i.ok]


def test_the_flow_table_says_years_source_and_what_is_missing() -> None:
    compared = two_years()
    found = Transition(compared.flows, compared.job, Basis.NET, compared, None, compared.before, compared.after)
    (table, *_) = transition_report(found, [HECTARES], RunFacts(), AreaMethod.PLANE, SheetChoices()).tables
    assert "2024" in str(table.notes[0]) and "2025" in str(table.notes[0])
    alone = read_package(package(), plane_job())
    found = Transition(alone.flows, compared.job, Basis.NET, None, alone)
    (table, *_) = transition_report(found, [HECTARES], RunFacts(), AreaMethod.PLANE, SheetChoices()).tables
    assert [text for text in map(str, table.notes) if text.startswith("Only the ground")]
    assert [text for text in map(str, table.notes) if "TBBGMJ" in text]


def test_ground_in_another_village_is_told() -> None:
    before = survey(strips([0, 10, 20]), ["0102", "0103"], VILLAGES)
    after = survey(strips([0, 10, 20]), ["0102", "0601"], [VILLAGES[0], VILLAGES[0]])
    compared = compare_surveys(before, after, plane_job())
    found = Transition(compared.flows, compared.job, Basis.NET, compared, None, before, after)
    report = transition_report(found, [HECTARES], RunFacts(), AreaMethod.PLANE, SheetChoices(level=Level.VILLAGE))
    assert not reds(report.identities)
    assert [text for text in map(str, report.told) if text.startswith("100.00 m² lie in another village")]
    codes = {row.value("CODE") for row in report.tables[0].rows if row.kind is RowKind.DATA}
    assert codes == set(VILLAGES)


def test_ridges_that_change_alone_are_told_apart() -> None:
    before = survey(
        strips([0, 10, 20]), ["0103", "0103"], KCXS=[0.1, 0.1], KCMJ=[10.0, 10.0], GDPDJB=["2", "2"], GDLX=["TT"] * 2
    )
    after = survey(strips([0, 10, 20]), ["0103", "0601"], KCXS=[0.12, None], KCMJ=[12.0, None], GDPDJB=["2", None],
                   GDLX=["TT", None])  # fmt: skip
    compared = compare_surveys(before, after, plane_job())
    found = Transition(compared.flows, compared.job, Basis.NET, compared, None, before, after)
    report = transition_report(found, [HECTARES], RunFacts(), AreaMethod.PLANE, SheetChoices())
    assert not reds(report.identities)
    gross = transition_report(
        replace(found, basis=Basis.GROSS), [HECTARES], RunFacts(), AreaMethod.PLANE, SheetChoices()
    )
    assert not reds(gross.identities)
    assert report.patches.flow.tolist() == [10000]


def test_the_workbook_of_package_and_surveys(tmp_path: Path) -> None:
    before = former()
    after = survey(
        strips([0, 6, 20, 30, 40]), ["0601", "0103", "0102", "0201"],
        [VILLAGES[0], VILLAGES[0], VILLAGES[1], VILLAGES[1]], BSM=["000011", "000013", "000012", "000003"],
    )  # fmt: skip
    job = plane_job()
    compared = compare_surveys(before, after, job)
    delivered = read_package(package(), job, update([300.0, 700.0, 500.0]), before, after)
    found = Transition(delivered.flows, job, Basis.GROSS, compared, delivered, before, after)
    report = transition_report(
        found, [HECTARES, MU], RunFacts(), AreaMethod.PLANE, SheetChoices(level=Level.VILLAGE, name="示例县")
    )
    assert not reds(report.identities)
    path = tmp_path / "book.xlsx"
    write_transition(report, path)
    book = load_workbook(path)
    assert {
        "地类变化流向表（公顷）",
        "二级类流向表（亩）",
        "增量包与叠加对比",
        "两年面积核对",
        "增量包核对",
        "图表",
    } <= set(book.sheetnames)
    rows = [[c.value for c in row] for row in book["增量包与叠加对比"].iter_rows(min_row=4)]
    changes = {(row[2], row[4]): row[6:9] for row in rows if row[2]}
    assert changes[("0103", "0601")] == [300, 300, 0] or changes[("0103", "0601")][0] == 300
    assert changes[("0301", "0102")][0] == 500


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("0101", "01"), ("0201K", "02"), ("0404", "04"), ("0303", "00"), ("1006", "1006"), ("1003", "J"), ("1104A", "11"),
        ("1109", "J"), ("1202", "1202"), ("1203", "1203"), ("1201", "J"), ("1206", "W"), ("9999", "X"), ("0603", "J"),
    ],
)  # fmt: skip
def test_groups(code: str, group: str) -> None:
    assert group_of(TABLE, code) == group


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("0103", "0101", "within_farmland"), ("0102", "0601", "construction"), ("0102", "1101", "water"),
        ("0102", "1104", "structure"), ("0102", "0404", "structure"), ("0102", "1206", "other_loss"),
        ("0702", "0102", "new_farmland"), ("0301", "0601", "other_construction"), ("0601", "0301", "reclaimed"),
        ("0601", "0702", "within_construction"), ("0201", "0301", "within_agricultural"), ("1206", "0301", "developed"),
        ("0301", "1206", "to_unused"), ("1206", "1101", "within_unused"), ("9999", "9998", "other"),
    ],
)  # fmt: skip
def test_kinds(before: str, after: str, kind: str) -> None:
    assert kind_of(TABLE, before, after).key == kind


def test_every_class_has_a_group_and_names_are_distinct() -> None:
    known: Callable[[str], str] = lambda code: group_of(TABLE, code)  # noqa: E731
    assert all(known(code) != "X" for code, each in TABLE.classes.items() if each.level == 2)
    assert len({group.name for group in class_groups()}) == len(class_groups())
    assert len({kind.key for kind in flow_kinds()}) == len(flow_kinds())
