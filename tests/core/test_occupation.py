"""The occupation job: a case worked out by hand, the sample against the oracle, and mutations that must be found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from shapely import Polygon, box

from ...core.adjacency.parties import AdjacencyJob
from ...core.area import Area, AreaUnit
from ...core.columns import Columns
from ...core.errors import InputError
from ...core.occupation.checks import occupation_identities
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.job import occupy
from ...core.occupation.model import (
    CONTROL_KEYS,
    SURVEY_COLUMNS,
    AreaMethod,
    Control,
    FindingKind,
    Inputs,
    Job,
    Occupation,
)
from ...core.occupation.pieces import PIECE_FIELDS, piece_columns
from ...core.occupation.presets import Preset, choose
from ...core.occupation.report import report_of, write_report
from ...core.occupation.tables import occupation_tables
from ...core.rules import load_rules
from ...core.sentence import sentence
from ...core.survey.apportion import Master
from ...core.survey.classes import load_code_table
from ...core.survey.schema import Kind, Role, fields_of
from ...core.workbook import FilledForm, FilledTable, RowKind
from ..oracles.workbook_from_pieces import check, compare
from .sample_layers import ZONE, array_of, sample_inputs

EAST, NORTH = 39_500_000.0, 3_400_000.0
RULES = load_rules()
TABLE = load_code_table()


def ground(x0: float, x1: float, y0: float = 0.0, y1: float = 10.0) -> Polygon:
    return box(EAST + x0, NORTH + y0, EAST + x1, NORTH + y1)


def layer(name: str, shapes: list[Polygon], role: Role | None, **values: list[object]) -> Columns:
    kinds = {field.name: field.kind for field in (fields_of(role) if role else ())}
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = shapes
    attributes = {key: array_of(column, kinds.get(key, Kind.TEXT)) for key, column in values.items()}
    return Columns(name, np.arange(1, len(shapes) + 1), geometry, attributes, "", "EPSG:4527")


def control(role: Role, shapes: list[Polygon], **values: list[object]) -> Control:
    return Control(role, CONTROL_KEYS[role], layer(role.value, shapes, role, **values))


# A case by hand -------------------------------------------------------------------------------------------------------
# Eleven parcels of 10 m × 20 m in a row, registered with 200.04 m². Footprint A takes the northern half of parcels 0 to
# 6, B that of 6 to 10 and 100 m² beyond the last one: 700 and 600 m² in the plane, 100 of them (parcel 6) in both.

CODES = ["0101", "0103", "0201K", "1104A", "0601", "0702", "0301", "9999", "01", "1101", "0404"]


def by_hand(**changed: object) -> Inputs:
    survey = layer(
        "DLTB",
        [ground(10 * n, 10 * n + 10, -10, 10) for n in range(11)],
        Role.SURVEY,
        BSM=[f"{n:03d}" for n in range(11)],
        DLBM=list(CODES),
        QSXZ=["30"] * 9 + ["20", "20"],
        QSDWMC=["示例镇甲村一组"] * 9 + ["示例水利局", None],
        QSDWDM=["370101101201001"] * 9 + ["370101", None],
        TBMJ=[200.04] * 11,
        GDPDJB=["1", "05"] + [None] * 9,
        KCXS=[None, 0.1] + [None] * 9,
        KCMJ=[None, 20.0] + [None] * 9,
    )
    controls = [
        control(Role.PRIME_FARMLAND, [ground(5, 20), ground(12, 20)], BSM=["a", "b"]),
        control(Role.ECO_REDLINE, [ground(90, 100)]),
        control(Role.URBAN_BOUNDARY, [ground(-50, 35, -50, 50)]),
        control(Role.PLAN, [ground(0, 60), ground(60, 200)], GHDLBM=["0101", "1001"], GHDLMC=["水田", "工业用地"]),
        control(Role.OWNERSHIP, [ground(20, 30)], QLR=["示例国营农场"], QSXZ=["20"]),
        control(Role.APPROVED, [ground(50, 70)]),
        control(
            Role.FORMER_SURVEY, [ground(40, 50, -10, 10), ground(50, 60, -10, 10)],
            DLBM=["0103", "0101"], GDPDJB=["2", "1"], KCXS=[0.05, None],
        ),
        control(Role.QUALITY, [ground(0, 15)], GDDB=[7]),
    ]  # fmt: skip
    footprints = layer("XMHX", [ground(0, 70), ground(60, 120)], None, FP_ID=["A", "B"], FP_NAME=["甲", "乙"])
    inputs = Inputs(footprints, survey, controls, TABLE)
    return replace(inputs, **changed)  # type: ignore[arg-type]


# Areas in m² by preset: approvals measure 100 m² a parcel, the survey half of its registered 200.04 m²; the ridge of
# parcel 1 is 10 % and half of KCMJ, that of parcel 4 (reported by the former survey) 5 %; the ground outside is measured.
APPROVAL = {
    "A": {"0101": "100", "0103": "185", "1203": "15", "0201": "100", "1104": "100", "ZZ": "100", "YP": "100",
          "GD": "285", "AGRI": "500", "CONS": "200", "TOTAL": "700", "SMK": "100", "YN": "150", "KFBJ": "350", "K": "100",
          "P25": "90", "HX": "0"},
    "B": {"YP": "100", "UNKNOWN": "200", "HL": "100", "QTCD": "100", "OUTSIDE": "100", "TOTAL": "600", "UNUSED": "200",
          "CONS": "100", "HX": "100", "YN": "0", "KFBJ": "0"},
    "total": {"TOTAL": "1200", "GD": "285", "1203": "15", "YP": "100", "YN": "150", "HX": "100", "UNKNOWN": "200"},
    "state": {"TOTAL": "300", "0201": "100", "HL": "100", "QTCD": "100", "UNUSED": "200"},
    "collective": {"TOTAL": "800", "GD": "285", "AGRI": "400", "CONS": "200", "UNKNOWN": "200"},
    "plan": {"0101 水田": "600", "1001 工业用地": "600"},
}  # fmt: skip
CHANGE = {
    "A": {"0101": "100.02", "0103": "185.04", "1203": "15", "0201": "100.02", "1104": "100.02", "ZZ": "100.02",
          "YP": "100.02", "GD": "285.06", "AGRI": "500.10", "CONS": "200.04", "TOTAL": "700.14", "SMK": "100.02",
          "YN": "150.03", "KFBJ": "350.07", "K": "100.02", "P25": "90.02", "HX": "0"},
    "B": {"YP": "100.02", "UNKNOWN": "200.04", "HL": "100.02", "QTCD": "100.02", "OUTSIDE": "100", "TOTAL": "600.10",
          "UNUSED": "200.04", "CONS": "100.02", "HX": "100.02", "YN": "0", "KFBJ": "0"},
    "total": {"TOTAL": "1200.22", "GD": "285.06", "1203": "15", "YP": "100.02", "YN": "150.03", "HX": "100.02",
              "UNKNOWN": "200.04"},
    "state": {"TOTAL": "300.06", "0201": "100.02", "HL": "100.02", "QTCD": "100.02", "UNUSED": "200.04"},
    "collective": {"TOTAL": "800.16", "GD": "285.06", "AGRI": "400.08", "CONS": "200.04", "UNKNOWN": "200.04"},
    "plan": {"0101 水田": "600.12", "1001 工业用地": "600.10"},
}  # fmt: skip
PRESETS = {Preset.APPROVAL: APPROVAL, Preset.SURVEY_CHANGE: CHANGE}


def job_of(preset: Preset, tolerance: float = 0.002) -> Job:
    chosen = choose(preset, RULES, None, None, None)
    return Job(chosen.method, chosen.master, chosen.unit, tolerance, ZONE)


def square_metres(value: object) -> Decimal:
    assert isinstance(value, Area) or value is None
    return value.square_metres() if value else Decimal(0)


def holds(row: Mapping[str, object], expected: Mapping[str, str]) -> None:
    found = {key: square_metres(row.get(key)) for key in expected}
    assert found == {key: Decimal(value) for key, value in expected.items()}


def tables_of(result: Occupation) -> dict[str, FilledTable | FilledForm]:
    return {table.layout.id: table for table in occupation_tables(result, "示例")}


def total_of(table: FilledTable | FilledForm) -> Mapping[str, object]:
    assert isinstance(table, FilledTable)
    return next(row.values for row in table.rows if row.kind is RowKind.TOTAL)


def plot_of(table: FilledTable | FilledForm, plot: str) -> dict[str, Area]:
    """The data rows of a plot, added up."""
    assert isinstance(table, FilledTable)
    found: dict[str, Area] = {}
    for row in table.rows:
        if row.kind is RowKind.DATA and row.value("DK") == plot:
            for key, value in row.values.items():
                if isinstance(value, Area):
                    found[key] = found.get(key, Area(0)) + value
    return found


@pytest.mark.parametrize("preset", PRESETS)
def test_by_hand(preset: Preset) -> None:
    expected, result = PRESETS[preset], occupy(by_hand(), job_of(preset))
    tables = tables_of(result)
    for plot in ("A", "B"):
        holds(plot_of(tables["T07"], plot), expected[plot])
    holds(total_of(tables["T07"]), expected["total"])
    holds(total_of(tables["CLASS_STATE"]), expected["state"])
    holds(total_of(tables["CLASS_COLLECTIVE"]), expected["collective"])
    less = [row for row in tables["T07"].rows if row.kind is RowKind.DATA and square_metres(row.value("TOTAL")) < 0]  # type: ignore[union-attr]
    holds(less[0].values, {"TOTAL": "-" + expected["total"]["YP"], "YP": "-" + expected["total"]["YP"], "AGRI": "0"})
    assert len(less) == 1

    form = tables["T28"]
    assert isinstance(form, FilledForm) and [page.fields["DK"] for page in form.pages] == ["A", "B"]
    lines = {row.value("LINE"): row.values for row in form.pages[0].rows}
    holds(lines["0201"], {"STATE": expected["state"]["0201"], "COLLECTIVE": "0"})
    holds(lines["GD"], {"TOTAL": expected["A"]["GD"], "COLLECTIVE": expected["A"]["GD"]})
    unclear = {row.value("LINE"): row.values for row in form.pages[1].rows}["TOTAL"]
    holds(unclear, {"TOTAL": expected["B"]["TOTAL"], "STATE": expected["state"]["UNUSED"], "UNCLEAR": "100"})

    lines29 = plot_of(tables["T29"], "A")
    whole = total_of(tables["T29"])
    inside, outside = (
        sum((value for key, value in lines29.items() if "城镇开发边界" in str(key) and side in str(key)), Area(0))
        for side in "内外"
    )
    assert (square_metres(inside), inside + outside) == (Decimal(expected["A"]["KFBJ"]), lines29["TOTAL"])
    for name, area in expected["plan"].items():
        assert [square_metres(value) for key, value in whole.items() if name in str(key) and isinstance(value, Area)] == [
            Decimal(area)
        ]
    remarks = [str(row.value("REMARK")) for row in tables["T29"].rows if row.value("DK") in ("A", "B")]  # type: ignore[union-attr]
    assert "永久基本农田" in remarks[0] and "生态保护红线" in remarks[1]

    identities = occupation_identities(result, list(tables.values()), piece_columns(result))
    assert [identity for identity in identities if not identity.ok] == []
    assert square_metres(result.total) == Decimal(expected["total"]["TOTAL"])
    assert square_metres(result.cultivated) == Decimal(expected["total"]["GD"])
    assert square_metres(result.controlled("YN")) == Decimal(expected["total"]["YN"])
    assert square_metres(result.uncovered) == Decimal("100")
    assert square_metres(result.sum_of_footprints) == Decimal(expected["A"]["TOTAL"]) + Decimal(expected["B"]["TOTAL"])


class Asked(dict):
    """Attributes that remember which were asked for."""

    names: set[str]

    def __getitem__(self, name: str) -> np.ndarray:
        self.names.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: object = None) -> object:
        self.names.add(name)
        return super().get(name, default)


def test_no_field_of_the_survey_is_looked_at_that_is_not_read(tmp_path: Path) -> None:
    inputs = by_hand(adjacency=AdjacencyJob.of_rules(RULES))
    given = inputs.survey.attributes
    kinds = {field.name: field.kind for field in fields_of(Role.SURVEY)}
    attributes = Asked({name: given.get(name, array_of([None] * 11, kind)) for name, kind in kinds.items()})
    attributes.names = set()
    for preset in Preset:
        result = occupy(replace(inputs, survey=replace(inputs.survey, attributes=attributes)), job_of(preset))
        report = report_of(result, piece_columns(result), RunFacts(sentence("x")))
        write_report(report, tmp_path / f"{preset.value}.xlsx")
    assert attributes.names & kinds.keys() <= SURVEY_COLUMNS <= kinds.keys()
    assert {"DLBM", "TBMJ", "GDDB", "ZLDWMC"} <= attributes.names


def test_ground_of_unknown_ownership_is_not_balanced_where_ownership_is_given() -> None:
    """集体 + 国有 = 合计 is a hard check; it can only rest where no layer says anything of ownership."""
    inputs = by_hand()
    with_a_null = {**inputs.survey.attributes, "QSXZ": np.array(["30"] * 9 + ["20", None], dtype=object)}
    silent = {name: values for name, values in with_a_null.items() if name != "QSXZ"}
    no_layer = [control for control in inputs.controls if control.role is not Role.OWNERSHIP]
    for attributes, controls, balanced in (
        (with_a_null, inputs.controls, False),
        (with_a_null, no_layer, False),
        (silent, inputs.controls, False),
        (silent, no_layer, True),
    ):
        case = replace(inputs, survey=replace(inputs.survey, attributes=attributes), controls=controls)
        result = occupy(case, job_of(Preset.APPROVAL))
        identities = occupation_identities(result, occupation_tables(result, ""), piece_columns(result))
        wrong = {str(identity.name) for identity in identities if not identity.ok}
        assert wrong == (set() if balanced else {"state + collective land + ground without ownership = T07"})
        assert any(finding.kind is FindingKind.NO_OWNER for finding in result.findings)


def test_findings_and_overlaps_by_hand() -> None:
    result = occupy(by_hand(), job_of(Preset.SURVEY_CHANGE))
    found = {(finding.kind, finding.feature): finding for finding in result.findings}
    assert square_metres(found[FindingKind.UNKNOWN_CLASS, "9999"].area) == Decimal("100.02")
    assert "too coarse" in str(found[FindingKind.UNKNOWN_CLASS, "01"].text)
    assert square_metres(found[FindingKind.OUTSIDE_SURVEY, "B"].area) == 100
    assert square_metres(found[FindingKind.FORMER_CLASS, "A"].area) == Decimal("100.02")
    kinds = {finding.kind for finding in result.findings}
    assert not kinds & {FindingKind.FAR_FROM_MASTER, FindingKind.FAR_FROM_FOOTPRINT, FindingKind.REPAIRED}
    pairs = {(overlap.kind, overlap.first, overlap.second): round(overlap.area, 2) for overlap in result.overlaps}
    assert pairs == {("footprint", "A", "B"): 100.0, ("control", "a", "b"): 80.0}


def test_every_feature_under_a_footprint_is_a_patch() -> None:
    """Farmland b lies within a: two patches, not the one that owns the ground; the plan has one of each class under A."""
    plots = tables_of(occupy(by_hand(), job_of(Preset.APPROVAL)))["T29"]
    assert isinstance(plots, FilledTable)
    counts = {str(key): value for row in plots.rows if row.value("DK") == "A" for key, value in row.values.items()}
    assert counts["COUNT:永久基本农田"] == 2 and counts["COUNT:生态保护红线"] == 0
    assert sorted(value for key, value in counts.items() if key.startswith("COUNT:规划用途")) == [1, 1]


def test_construction_land_unknown_to_the_former_survey_is_a_finding() -> None:
    """The former survey ends in the middle of parcel 4 (0601): its other half stays construction land, and is told."""
    former = control(Role.FORMER_SURVEY, [ground(40, 45, -10, 10)], DLBM=["0103"], GDPDJB=["1"])
    controls = [one for one in by_hand().controls if one.role is not Role.FORMER_SURVEY]
    result = occupy(replace(by_hand(), controls=[*controls, former]), job_of(Preset.SURVEY_CHANGE))
    told = [f for f in result.findings if f.kind is FindingKind.FORMER_CLASS]
    assert [("no parcel" in str(f.text), square_metres(f.area)) for f in told] == [
        (False, Decimal("50.01")),
        (True, Decimal("50.01")),
    ]


def test_ground_below_the_unit_is_a_finding() -> None:
    """0.4 m² of farmland round to 0 m² of an approval; in 0.01 m² they stand in the tables."""
    case = replace(by_hand(), controls=[control(Role.PRIME_FARMLAND, [ground(119.96, 200)], BSM=["a"])])
    found = {}
    for preset in PRESETS:
        result = occupy(case, job_of(preset))
        below = [(f.layer, f.feature) for f in result.findings if f.kind is FindingKind.BELOW_UNIT]
        found[preset] = (below, square_metres(result.controlled("YN")))
    assert found == {
        Preset.APPROVAL: ([("PRIME_FARMLAND", "B")], Decimal(0)),
        Preset.SURVEY_CHANGE: ([], Decimal("0.40")),
    }


def test_pieces_by_hand() -> None:
    columns = piece_columns(occupy(by_hand(), job_of(Preset.SURVEY_CHANGE)))
    assert {field.name for field in PIECE_FIELDS} == set(columns)
    assert {len(column) for column in columns.values()} == {len(columns["FP_ID"])}

    def of(number: str, plot: str = "A") -> dict[str, set[object]]:
        rows = (columns["BSM"] == number) & (columns["FP_ID"] == plot)
        return {name: set(column[rows].tolist()) for name, column in columns.items()}

    assert of("002")["QSXZ"] == {"state"} and of("002")["OWNER"] == {"示例国营农场"} and of("002")["IS_K"] == {1}
    assert of("004")["BP_DLBM"] == {"0103"} and of("004")["BP_REASON"] == {"former"} and of("004")["DLBM"] == {"0601"}
    assert of("005")["BP_REASON"] == {"survey"} and of("005")["COLUMN_KEY"] == {"ZZ"} and of("005")["IN_YP"] == {1}
    assert of("006")["COLUMN_KEY"] == {"YP"} and of("006", "B")["COUNTED"] == {0} and of("006")["COUNTED"] == {1}
    assert of("001")["IS_P25"] == {1} and sum(columns["RIDGE"][columns["BSM"] == "001"]) == 10 and of("000")["IS_P25"] == {0}
    assert of("003")["IN_KFBJ"] == {0, 1} and of("003")["PLAN_USE"] == {"0101"}
    assert of("000")["GRADE"] == {7.0} and of("000")["XZ"] == {"示例镇"} and of("000")["CUN"] == {"甲村"}
    assert of("", "B")["COLUMN_KEY"] == {"OUTSIDE"} and of("", "B")["DLBM"] == {""}


def test_a_learned_ridge_is_a_rule_of_the_county() -> None:
    """Parcel 0 becomes sloping land of the type of parcel 1, without a coefficient."""
    survey = by_hand().survey
    attributes = dict(survey.attributes)
    attributes["GDPDJB"] = array_of(["5", "05", *[None] * 9])
    attributes["DLBM"] = array_of(["0103", *CODES[1:]])
    case = replace(by_hand(), survey=replace(survey, attributes=attributes))
    without = occupy(case, job_of(Preset.SURVEY_CHANGE))
    taught = occupy(replace(case, rules=RULES.replaced({"learn_ridge_coefficient": "1"}, "x")), job_of(Preset.SURVEY_CHANGE))
    for result, area in ((without, "15"), (taught, "25")):
        holds(total_of(tables_of(result)["T07"]), {"1203": area})
        assert [finding.feature for finding in result.findings if finding.kind is FindingKind.NO_RIDGE] == ["000"]


def test_kcmj_without_kcxs_is_the_ridge_all_the_same() -> None:
    survey = by_hand().survey
    attributes = {key: column for key, column in survey.attributes.items() if key != "KCXS"}
    for preset, area in ((Preset.SURVEY_CHANGE, "15"), (Preset.APPROVAL, "15")):
        result = occupy(replace(by_hand(), survey=replace(survey, attributes=attributes)), job_of(preset))
        holds(total_of(tables_of(result)["T07"]), {"1203": area})


@pytest.mark.parametrize("wrong", [1e300, 2e12, float("inf"), -5.5])
def test_a_registered_area_that_is_none_is_measured_and_told(wrong: float) -> None:
    survey = by_hand().survey
    attributes = {**survey.attributes, "TBMJ": np.array([wrong] + [200.04] * 10)}
    without = {**survey.attributes, "TBMJ": np.array([np.nan] + [200.04] * 10)}
    results = [
        occupy(replace(by_hand(), survey=replace(survey, attributes=each)), job_of(Preset.SURVEY_CHANGE))
        for each in (attributes, without)
    ]
    assert results[0].total == results[1].total
    told = [str(finding.text) for finding in results[0].findings if finding.kind is FindingKind.NO_MASTER]
    assert told == [f"The registered area {wrong:g} m² is no area; the measured area was used."]


def test_a_ridge_area_that_is_none_is_computed() -> None:
    survey = by_hand().survey
    kcmj = survey.attributes["KCMJ"].copy()
    kcmj[1] = 1e300
    spoiled = replace(survey, attributes={**survey.attributes, "KCMJ": kcmj})
    result = occupy(replace(by_hand(), survey=spoiled), job_of(Preset.SURVEY_CHANGE))
    holds(total_of(tables_of(result)["T07"]), {"1203": "15"})


def test_a_footprint_far_from_its_survey_is_found() -> None:
    survey = by_hand().survey
    attributes = {**survey.attributes, "TBMJ": np.full(11, 205.0)}
    result = occupy(replace(by_hand(), survey=replace(survey, attributes=attributes)), job_of(Preset.SURVEY_CHANGE))
    far = [finding.feature for finding in result.findings if finding.kind is FindingKind.FAR_FROM_FOOTPRINT]
    assert far == ["A", "B"]
    assert sum(finding.kind is FindingKind.FAR_FROM_MASTER for finding in result.findings) == 11
    lax = replace(by_hand(), survey=replace(survey, attributes=attributes), rules=RULES.replaced({"area_tolerance_percent": "3"}, "x"))
    assert all(f.kind is not FindingKind.FAR_FROM_FOOTPRINT for f in occupy(lax, job_of(Preset.SURVEY_CHANGE)).findings)


@pytest.mark.parametrize("preset", PRESETS)
def test_layers_without_a_feature_near(preset: Preset) -> None:
    """What the adapters read near the footprints may be nothing."""
    none = np.array([], dtype=np.int64)
    inputs = by_hand()
    bare = replace(
        inputs,
        survey=inputs.survey.take(none),
        controls=[replace(control, columns=control.columns.take(none)) for control in inputs.controls],
    )
    for case in (bare, replace(bare, survey=inputs.survey), replace(bare, controls=inputs.controls), replace(bare, controls=[])):
        result = occupy(case, job_of(preset))
        tables = occupation_tables(result, "")
        identities = occupation_identities(result, tables, piece_columns(result))
        assert [identity for identity in identities if not identity.ok] == []
        assert result.total.square_metres() in (Decimal(1200), Decimal("1200.00"), Decimal("1200.22"))


def test_extra_layers_of_one_name_are_two_groups_of_columns() -> None:
    extra = [Control(None, f"EX{n}", layer("保护区", [ground(0, 10 * n)], None)) for n in (1, 2)]
    result = occupy(replace(by_hand(), controls=extra), job_of(Preset.APPROVAL))
    whole = total_of(tables_of(result)["T29"])
    areas = sorted(square_metres(value) for key, value in whole.items() if "保护区" in str(key) and isinstance(value, Area))
    assert areas == [Decimal(100), Decimal(200)]


def test_footprints_need_numbers_of_their_own() -> None:
    for numbers in (["A", "A"], ["A", None], ["A", " "]):
        inputs = by_hand()
        footprints = replace(inputs.footprints, attributes={"FP_ID": array_of(numbers)})
        with pytest.raises(InputError):
            occupy(replace(inputs, footprints=footprints), job_of(Preset.APPROVAL))


# The sample against the oracle ----------------------------------------------------------------------------------------

JOBS = {
    "approval": job_of(Preset.APPROVAL),
    "survey change": job_of(Preset.SURVEY_CHANGE),
    "no master": Job(AreaMethod.PLANE, Master.NONE, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0),
}


@lru_cache(maxsize=None)
def sample_run(name: str) -> Occupation:
    return occupy(sample_inputs(), JOBS[name])


def database(columns: Mapping[str, np.ndarray]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    store(connection, columns)
    return connection


def store(connection: sqlite3.Connection, columns: Mapping[str, np.ndarray]) -> None:
    kinds = {field.name: field.kind.value for field in PIECE_FIELDS}
    types = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
    connection.execute(f"CREATE TABLE pieces ({', '.join(f'{name} {types[kinds[name]]}' for name in columns)})")
    rows = zip(*(column.tolist() for column in columns.values()))
    plain = ([None if value != value else value for value in row] for row in rows)
    connection.executemany(f"INSERT INTO pieces VALUES ({', '.join('?' * len(columns))})", plain)
    connection.commit()


@pytest.mark.parametrize("name", JOBS)
def test_the_oracle_finds_nothing_in_the_sample(name: str, tmp_path: Path) -> None:
    result = sample_run(name)
    columns = piece_columns(result)
    report = report_of(result, columns, RunFacts(sentence(name)), "示例")
    assert not report.draft
    write_report(report, tmp_path / "out.xlsx")
    with sqlite3.connect(tmp_path / "pieces.gpkg") as connection:
        store(connection, columns)
    assert check(tmp_path / "pieces.gpkg", "pieces", tmp_path / "out.xlsx") == []


@pytest.mark.parametrize("preset", PRESETS)
def test_the_oracle_agrees_with_the_case_by_hand(preset: Preset, tmp_path: Path) -> None:
    result = occupy(by_hand(), job_of(preset))
    columns = piece_columns(result)
    write_report(report_of(result, columns, RunFacts(sentence("x"))), tmp_path / "out.xlsx")
    assert compare(database(columns), "pieces", tmp_path / "out.xlsx") == []


# Mutations ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """The case by hand: its result, tables, layer and workbook."""

    result: Occupation
    tables: list[FilledTable | FilledForm]
    columns: dict[str, np.ndarray]
    book: openpyxl.Workbook


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    result = occupy(by_hand(), job_of(Preset.SURVEY_CHANGE))
    columns = piece_columns(result)
    path = tmp_path_factory.mktemp("case") / "out.xlsx"
    write_report(report_of(result, columns, RunFacts(sentence("x"))), path)
    return Case(result, occupation_tables(result, ""), columns, openpyxl.load_workbook(path))


def red(result: Occupation, tables: list[FilledTable | FilledForm], columns: Mapping[str, np.ndarray]) -> set[str]:
    """Names of the identities that do not hold."""
    return {str(identity.name) for identity in occupation_identities(result, tables, columns) if not identity.ok}


def changed(columns: Mapping[str, np.ndarray], name: str, row: int, value: object) -> dict[str, np.ndarray]:
    column = columns[name].copy()
    column[row] = value
    return {**columns, name: column}


def row_of(columns: Mapping[str, np.ndarray], number: str) -> int:
    return int(np.flatnonzero((columns["BSM"] == number) & (columns["COUNTED"] == 1))[0])


COLUMNS = "class tables = result layer, column by column"
LAYER_MUTATIONS = {
    # name: (field, parcel, how, sheets of the oracle that must see it, checks of the workbook that must see it)
    "a leaf a unit up": ("AREA_ADJ", "002", lambda v: round(v + 0.01, 2), "占用土地分类面积表", {"T07 = result layer"}),
    "a leaf a unit down": ("AREA_ADJ", "009", lambda v: round(v - 0.01, 2), "土地分类面积表（国有）", {"T07 = result layer"}),
    "a ridge a unit up": ("RIDGE", "001", lambda v: round(v + 0.01, 2), "占用土地分类面积表", {"T07 = result layer"}),
    "net farmland a unit down": ("NET_GD", "000", lambda v: round(v - 0.01, 2), "layer", {"T07 = result layer"}),
    "a piece that counts no more": ("COUNTED", "007", lambda v: 0, "占用土地分类面积表", {"pieces that count = pieces cut"}),
    "prime farmland flipped": ("IN_YN", "001", lambda v: 1 - v, "红线压盖分析表", {COLUMNS}),
    "redline flipped": ("IN_HX", "009", lambda v: 1 - v, "红线压盖分析表", {COLUMNS}),
    "urban boundary flipped": ("IN_KFBJ", "003", lambda v: 1 - v, "红线压盖分析表", {COLUMNS}),
    "approved land flipped": ("IN_YP", "005", lambda v: 1 - v, "红线压盖分析表", set()),
    "steep flipped": ("IS_P25", "001", lambda v: 1 - v, "占用土地分类面积表", {COLUMNS}),
    "adjustable flipped": ("IS_K", "002", lambda v: 1 - v, "占用土地分类面积表", {COLUMNS}),
    "planned use changed": ("PLAN_USE", "010", lambda v: "0101", "红线压盖分析表", set()),
    "another class": ("COLUMN_KEY", "010", lambda v: "HL", "土地勘测定界表", {COLUMNS}),
    "another nature": ("QSXZ", "009", lambda v: "collective", "土地分类面积表（国有）", {COLUMNS}),
    "another village": ("CUN", "000", lambda v: "乙村", "占用土地分类面积表", set()),
    "another plot": ("FP_ID", "000", lambda v: "B", "土地勘测定界表", {"pieces of the plot = area of the plot"}),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYER_MUTATIONS)
def test_a_changed_layer_is_found(name: str, case: Case) -> None:
    field, number, how, sheet, checks = LAYER_MUTATIONS[name]
    row = row_of(case.columns, number)
    columns = changed(case.columns, field, row, how(case.columns[field][row]))  # type: ignore[no-untyped-call]
    assert any(said.startswith(sheet) for said in compare(database(columns), "pieces", case.book)), name
    assert checks <= red(case.result, case.tables, columns)


@pytest.mark.parametrize("number", ["000", "006", "010", ""])
def test_a_dropped_piece_is_found(number: str, case: Case) -> None:
    row = row_of(case.columns, number)
    columns = {name: np.delete(column, row) for name, column in case.columns.items()}
    said = compare(database(columns), "pieces", case.book)
    assert {text.split(",")[0] for text in said} >= {"占用土地分类面积表", "土地勘测定界表", "红线压盖分析表"}
    assert {"T07 = result layer", "pieces that count = pieces cut"} <= red(case.result, case.tables, columns)


def test_a_piece_that_does_not_count_is_checked_too(case: Case) -> None:
    """Ground of two plots: the total does not tell whether the piece of the second one is there."""
    row = int(np.flatnonzero(case.columns["COUNTED"] == 0)[0])
    dropped = {name: np.delete(column, row) for name, column in case.columns.items()}
    moved = changed(case.columns, "AREA_ADJ", row, case.columns["AREA_ADJ"][row] + 0.01)
    for columns in (dropped, moved):
        names = red(case.result, case.tables, columns)
        assert {"pieces of the plot = area of the plot", "sum of footprints − ground counted twice = total"} <= names


@pytest.mark.parametrize("unit", [1, -1])
@pytest.mark.parametrize("number", ["002", "006", ""])
def test_a_leaf_off_by_a_unit_is_found(number: str, unit: int, case: Case) -> None:
    units = case.result.leaves.units.copy()
    units[row_of(case.columns, number)] += unit
    result = replace(case.result, leaves=replace(case.result.leaves, units=units))
    tables = occupation_tables(result, "")
    names = red(result, tables, piece_columns(result))
    assert "pieces of the plot = area of the plot" in names
    if number:
        assert "pieces + rest of the parcel = registered area of the parcel" in names


def cells(book: openpyxl.Workbook, title: str) -> Iterator[tuple[object, float]]:
    for row in book[title].iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                yield cell, cell.value


@pytest.mark.parametrize(
    "title", ["占用土地分类面积表", "土地分类面积表（国有）", "土地分类面积表（集体）", "土地勘测定界表"]
)
def test_a_changed_cell_of_the_workbook_is_found(title: str, case: Case) -> None:
    """A dozen numbers of each sheet, one by one, raised by a hundredth of a square metre."""
    connection = database(case.columns)
    numbers = list(cells(case.book, title))
    step = max(1, len(numbers) // 12)
    for cell, value in numbers[::step]:
        cell.value = value + 0.01  # type: ignore[attr-defined]
        try:
            found = [said for said in compare(connection, "pieces", case.book) if said.startswith(title)]
        finally:
            cell.value = value  # type: ignore[attr-defined]
        assert found, cell
    assert compare(connection, "pieces", case.book) == []


ROWS = [
    *(("T07", kind) for kind in RowKind),
    *((table, kind) for table in ("CLASS_STATE", "CLASS_COLLECTIVE", "T29") for kind in (RowKind.DATA, RowKind.TOTAL)),
]


@pytest.mark.parametrize(("table", "kind"), ROWS)
def test_a_changed_row_of_a_table_is_found(table: str, kind: RowKind, case: Case) -> None:
    tables = list(case.tables)
    place = next(number for number, one in enumerate(tables) if one.layout.id == table)
    filled = tables[place]
    assert isinstance(filled, FilledTable)
    rows = list(filled.rows)
    chosen = [number for number, row in enumerate(rows) if row.kind is kind]
    row = rows[chosen[0]]
    total = row.value("TOTAL")
    assert isinstance(total, Area)
    rows[chosen[0]] = replace(row, values={**row.values, "TOTAL": total + Area.from_units(1, case.result.job.unit)})
    tables[place] = replace(filled, rows=rows)
    names = red(case.result, tables, case.columns)
    assert any(name.startswith(filled.layout.sheet) for name in names), names
