"""Attribute checks: one wrong value each, worked out by hand, and a plain loop over random parcels as the judge."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from ...core.checking.attributes import CHECK_TITLES, find_attribute_faults
from ...core.checking.finding import NO_ROW, Finding, Severity
from ...core.checking.severities import Severities
from ...core.errors import InputError
from ...core.rules import load_rules
from ...core.survey.classes import load_code_table
from .survey_rows import KINDS, columns_of, good_rows, with_changes

CLASSES = load_code_table()
RULES = load_rules()


def everything(check: str) -> Severity:
    """All checks on, those too that are shipped off."""
    return Severity.ERROR


def found(rows: list[dict[str, object]], severity_of=None, without: tuple[str, ...] = ()) -> list[Finding]:
    return find_attribute_faults(columns_of(rows, without=without), CLASSES, RULES, severity_of or Severities(RULES).of)


def said(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.check, finding.field) for finding in findings}


def test_good_parcels_have_no_finding() -> None:
    assert found(good_rows()) == []


ONE_WRONG_VALUE = [
    ("level", {"QSDWMC": None}, {("value_missing", "QSDWMC")}),
    ("level", {"QSDWMC": "  "}, {("value_missing", "QSDWMC")}),
    ("level", {"SJNF": None}, {("value_missing", "SJNF")}),
    ("river", {"BSM": None}, {("value_missing", "BSM")}),
    ("river", {"TBBH": "123456789"}, {("text_too_long", "TBBH")}),
    ("river", {"BZ": "字" * 256}, {("text_too_long", "BZ")}),
    ("river", {"BZ": "字" * 255}, set()),
    ("river", {"YSDM": "2001020100"}, {("feature_code_differs", "YSDM")}),
    ("river", {"BSM": "37990111010000001X"}, {("identifier_form", "BSM")}),
    ("river", {"BSM": "379901110100000001"}, {("identifier_doubled", "BSM")}),
    ("river", {"TBBH": "1"}, {("number_doubled", "TBBH")}),
    ("river", {"TBBH": "1", "ZLDWDM": "3799011012020000000"}, set()),
    ("river", {"ZLDWDM": "379901101201"}, {("unit_code_form", "ZLDWDM")}),
    ("river", {"QSDWDM": "379901"}, {("unit_code_form", "QSDWDM")}),
    ("river", {"ZLDWDM": "3799011010000000000"}, {("unit_code_no_village", "ZLDWDM")}),
    ("river", {"TBMJ": None}, {("area_missing", "TBMJ")}),
    ("river", {"TBMJ": 0.0, "TBDLMJ": 0.0}, {("area_missing", "TBMJ")}),
    ("river", {"TBMJ": -5.0, "TBDLMJ": -5.0}, {("area_missing", "TBMJ")}),
    ("river", {"TBMJ": 1000.005, "TBDLMJ": 1000.0}, {("area_decimals", "TBMJ")}),
    ("river", {"TBMJ": 1000.0000000000001}, set()),
    ("river", {"TBMJ": 1000.02, "TBDLMJ": 1000.0}, {("area_sum_differs", "TBDLMJ")}),
    ("river", {"TBMJ": 1000.01, "TBDLMJ": 1000.0}, set()),
    ("river", {"DLBM": "9999"}, {("class_unknown", "DLBM")}),
    ("river", {"DLBM": "1101 "}, {("class_spelling", "DLBM")}),
    ("river", {"DLBM": "１１０１"}, {("class_spelling", "DLBM")}),
    ("river", {"DLBM": "11", "DLMC": "水域及水利设施用地"}, {("class_too_coarse", "DLBM")}),
    ("house", {"DLBM": "09", "DLMC": "特殊用地", "CZCSXM": "205"}, set()),
    ("river", {"DLMC": "湖泊水面"}, {("class_name_differs", "DLMC")}),
    ("river", {"DLBM": "2005", "DLMC": "其他用海"}, {("class_unknown", "DLBM"), ("class_versions_mixed", "DLBM")}),
    ("river", {"DLBM": "111", "DLMC": "河流水面"}, {("class_unknown", "DLBM"), ("class_versions_mixed", "DLBM")}),
    ("road", {"XZDWKD": None}, {("width_missing", "XZDWKD")}),
    ("road", {"XZDWKD": 0.0}, {("width_missing", "XZDWKD")}),
    ("road", {"XZDWKD": 8.0}, set()),
    ("road", {"XZDWKD": 8.1}, {("width_rural_road", "XZDWKD")}),
    ("house", {"XZDWKD": 3.0}, {("width_elsewhere", "XZDWKD")}),
    ("rail", {"XZDWKD": 20.0}, set()),
    ("house", {"CZCSXM": None}, {("settlement_missing", "CZCSXM")}),
    ("house", {"CZCSXM": "206"}, {("settlement_unknown", "CZCSXM")}),
    ("mine", {"CZCSXM": "203A"}, {("settlement_plain", "CZCSXM")}),
    ("house", {"CZCSXM": "203A"}, {("settlement_industrial", "CZCSXM")}),
    ("level", {"TBXHDM": "XXGD"}, {("refinement_unknown", "TBXHDM")}),
    ("level", {"TBXHDM": "HDGD", "TBXHMC": "河道耕地"}, set()),
    ("level", {"TBXHDM": "HDGD", "TBXHMC": "湖区耕地"}, {("refinement_name_differs", "TBXHMC")}),
    ("slope", {"TBXHDM": "HDGD"}, {("refinement_planting", "ZZSXDM")}),
    ("house", {"TBXHDM": "GTGY"}, {("refinement_elsewhere", "TBXHDM")}),
    ("works", {"TBXHDM": "GTGY"}, set()),
    ("house", {"TBXHDM": "FQ"}, set()),
    ("river", {"QSXZ": "99"}, {("ownership_nature_unknown", "QSXZ")}),
    ("river", {"QSXZ": "国有"}, {("ownership_nature_unknown", "QSXZ")}),
    ("river", {"FRDBS": "Y"}, {("flying_mark_unknown", "FRDBS")}),
    ("river", {"FRDBS": "0"}, set()),
    ("river", {"MSSM": "02"}, {("description_unknown", "MSSM")}),
    ("river", {"SJNF": 1925.0}, {("year_range", "SJNF")}),
    ("river", {"SJNF": 2024.5}, {("year_range", "SJNF")}),
    ("river", {"SJNF": 2024.0}, {("year_differs", "SJNF")}),
    ("level", {"GDPDJB": None}, {("slope_missing", "GDPDJB")}),
    ("level", {"GDPDJB": "6"}, {("slope_unknown", "GDPDJB")}),
    ("house", {"GDPDJB": "2"}, {("cultivated_fields_elsewhere", "GDPDJB")}),
    ("house", {"GDLX": "TT"}, {("cultivated_fields_elsewhere", "GDLX")}),
    ("house", {"KCDLBM": "1203"}, {("cultivated_fields_elsewhere", "KCDLBM")}),
    ("house", {"KCXS": 0.1}, {("cultivated_fields_elsewhere", "KCXS")}),
    ("house", {"KCMJ": 10.0, "TBDLMJ": 990.0}, {("cultivated_fields_elsewhere", "KCMJ")}),
    ("orchard", {"GDPDJB": "1"}, {("cultivated_fields_elsewhere", "GDPDJB")}),
    ("terrace", {"GDLX": None}, {("terrain_missing", "GDLX")}),
    ("terrace", {"GDLX": "PT"}, {("terrain_unknown", "GDLX")}),
    ("level", {"GDLX": "PD"}, {("terrain_on_level_ground", "GDLX")}),
    (
        "level",
        {"KCXS": 0.1, "KCMJ": 100.0, "TBDLMJ": 900.0, "KCDLBM": "1203"},
        {("coefficient_on_level_ground", "KCXS")},
    ),
    (
        "terrace",
        {"KCXS": 0.0, "KCMJ": 0.0, "TBDLMJ": 1000.0, "KCDLBM": None},
        {("coefficient_missing_terraced", "KCXS")},
    ),
    (
        "slope",
        {"KCXS": None, "KCMJ": None, "TBDLMJ": 1000.0, "KCDLBM": None},
        {("coefficient_missing_sloping", "KCXS")},
    ),
    ("terrace", {"KCXS": 1.0}, {("coefficient_range", "KCXS")}),
    ("level", {"KCXS": -0.1}, {("coefficient_range", "KCXS")}),
    ("terrace", {"KCXS": 0.10001, "KCMJ": 100.01, "TBDLMJ": 899.99}, {("coefficient_decimals", "KCXS")}),
    ("terrace", {"KCDLBM": None}, {("deduction_code_missing", "KCDLBM")}),
    ("terrace", {"KCDLBM": "1202"}, {("deduction_code_wrong", "KCDLBM")}),
    ("level", {"KCDLBM": "1203"}, {("deduction_code_without_ridge", "KCDLBM")}),
    ("terrace", {"KCMJ": 100.01, "TBDLMJ": 899.99}, {("ridge_area_differs", "KCMJ")}),
    ("terrace", {"TBMJ": 1000.05, "KCMJ": 100.01, "TBDLMJ": 900.04}, set()),  # 100.005 goes up
    ("terrace", {"TBMJ": 1000.05, "KCMJ": 100.0, "TBDLMJ": 900.05}, {("ridge_area_differs", "KCMJ")}),
    ("level", {"KCMJ": 10.0, "TBDLMJ": 990.0}, {("ridge_area_differs", "KCMJ")}),
    ("level", {"ZZSXDM": None, "ZZSXMC": None}, {("planting_missing", "ZZSXDM")}),
    ("level", {"ZZSXDM": "GZ"}, {("planting_unknown", "ZZSXDM")}),
    ("house", {"ZZSXDM": "LS"}, {("planting_elsewhere", "ZZSXDM")}),
    ("wood", {"ZZSXDM": "LS"}, {("planting_not_recoverable", "ZZSXDM")}),
    ("level", {"ZZSXDM": "JKHF", "ZZSXMC": None}, {("recoverable_elsewhere", "ZZSXDM")}),
    ("level", {"ZZSXMC": "休耕"}, {("planting_name_differs", "ZZSXMC")}),
    ("level", {"GDDB": 16.0}, {("grade_unknown", "GDDB")}),
    ("level", {"GDDB": 0.0}, {("grade_unknown", "GDDB")}),
    ("level", {"GDDB": 1.5}, {("grade_unknown", "GDDB")}),
]


@pytest.mark.parametrize(("kind", "changes", "expected"), ONE_WRONG_VALUE, ids=lambda value: str(value)[:60])
def test_one_wrong_value(kind: str, changes: dict[str, object], expected: set[tuple[str, str]]) -> None:
    findings = found(with_changes(kind, **changes))
    assert said(findings) == expected
    at = list(KINDS).index(kind)
    doubled = {"identifier_doubled", "number_doubled"}
    assert {finding.row for finding in findings if finding.check not in doubled} <= {at, NO_ROW}
    for finding in findings:
        assert "{" not in str(finding.text) and str(finding.text).endswith(".")


CONTRADICTED = {
    "width_not_demanded": ("rail", {"XZDWKD": 20.0}),
    "settlement_class": ("house", {"CZCSXM": "205"}),
    "deduction_code_level_ground": ("level", {}),
    "untilled_remark": ("slope", {}),
}


@pytest.mark.parametrize("check", CONTRADICTED)
def test_what_the_sources_contradict_is_off_and_can_be_switched_on(check: str) -> None:
    kind, changes = CONTRADICTED[check]
    rows = with_changes(kind, **changes)
    assert check not in {finding.check for finding in found(rows)}
    assert "矛盾" in RULES.get(f"check_{check}").meaning
    on = Severities(RULES.replaced({f"check_{check}": "warning"}, "settings"))
    findings = [finding for finding in found(rows, on.of) if finding.check == check]
    assert [(finding.row, finding.severity) for finding in findings] == [(list(KINDS).index(kind), Severity.WARNING)]


def test_every_check_is_tried_here() -> None:
    tried = {check for _, _, expected in ONE_WRONG_VALUE for check, _ in expected} | set(CONTRADICTED)
    assert set(CHECK_TITLES) - tried == {"field_missing", "coefficient_unusual"}


def test_a_field_the_layer_lacks_is_one_finding() -> None:
    findings = found(good_rows(), without=("XZDWKD", "BZ", "ZZSXDM"))
    assert [(finding.check, finding.field, finding.row) for finding in findings] == [
        ("field_missing", "XZDWKD", NO_ROW), ("field_missing", "ZZSXDM", NO_ROW),
    ]


def test_a_field_that_is_empty_everywhere_is_one_finding() -> None:
    rows = good_rows()
    for row in rows:
        row["GDPDJB"] = None
    findings = [finding for finding in found(rows) if finding.field == "GDPDJB"]
    assert [(finding.check, finding.row) for finding in findings] == [("slope_missing", NO_ROW)]
    assert "3 parcels" in str(findings[0].text)


def test_an_unusual_coefficient_is_unlike_the_most_frequent_one() -> None:
    rows = []
    for number, share in enumerate((0.1, 0.1, 0.1, 0.2, 0.2, 0.3), start=1):
        row = dict(with_changes("terrace")[1])
        ridge = float(Decimal(1000) * Decimal(str(share)))
        row.update(BSM=f"{379901110100000000 + number}", TBBH=str(number), KCXS=share, KCMJ=ridge, TBDLMJ=1000 - ridge)
        rows.append(row)
    rows[4]["GDPDJB"] = "4"  # alone on its level, so it is the most frequent one there
    findings = found(rows)
    assert [(finding.check, finding.row) for finding in findings] == [("coefficient_unusual", 3), ("coefficient_unusual", 5)]
    assert findings[0].facts == ("0.2", "TT", "3", "0.1")
    assert findings[0].severity is Severity.HINT


def test_of_equally_frequent_coefficients_the_lower_one_is_usual() -> None:
    rows = [dict(with_changes("terrace")[1]), dict(with_changes("terrace")[1])]
    rows[1].update(BSM="379901110100000077", TBBH="77", KCXS=0.2, KCMJ=200.0, TBDLMJ=800.0)
    assert [(finding.check, finding.row) for finding in found(rows)] == [("coefficient_unusual", 1)]


def test_codes_of_other_versions_are_counted_by_version() -> None:
    rows = good_rows() + good_rows()
    for number, row in enumerate(rows):
        row.update(BSM=f"{379901110100000100 + number}", TBBH=str(number))
    for place, (code, name) in enumerate([("060201", "畜禽养殖"), ("2005", "其他用海"), ("0604", "水产养殖"), ("011", "水田")]):
        rows[5 + place].update(DLBM=code, DLMC=name)
    mixed = [finding for finding in found(rows) if finding.check == "class_versions_mixed"]
    assert [finding.facts[0] for finding in mixed] == ["erdiao", "ydyh2020", "ydyh2023"]
    assert [str(finding.text).split()[0] for finding in mixed] == ["1", "1", "2"]


def test_a_name_of_another_version_gives_it_away() -> None:
    rows = with_changes("wood", DLBM="0303", DLMC="灌木林地", ZZSXDM=None)  # 0303 is mangrove in the survey
    assert said(found(rows)) == {("class_name_differs", "DLMC"), ("class_versions_mixed", "DLBM")}
    mixed = next(finding for finding in found(rows) if finding.check == "class_versions_mixed")
    assert mixed.facts == ("ydyh", "0303=1")
    rows[0].update(DLBM="1804")  # which only the classes of 2023 have
    mixed = next(finding for finding in found(rows) if finding.check == "class_versions_mixed")
    assert mixed.facts == ("ydyh2023", "0303=1", "1804=1")


def test_the_same_identifier_names_the_other_parcel() -> None:
    rows = good_rows()
    rows[3]["BSM"] = rows[5]["BSM"] = rows[1]["BSM"]
    pairs = [(finding.row, finding.other) for finding in found(rows) if finding.check == "identifier_doubled"]
    assert pairs == [(1, 3), (3, 1), (5, 1)]


def test_severities_are_those_of_the_rules(tmp_path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("key,year,value,source,status\ncheck_class_unknown,,hint,here,seen\ncheck_slope_missing,,off,here,seen\n")
    severities = Severities(load_rules([*sorted((_shipped()).glob("*.csv")), own]))
    assert severities.of("class_unknown") is Severity.HINT
    assert severities.of("slope_missing") is None
    findings = found(with_changes("level", GDPDJB=None), severities.of)
    assert findings == []


def test_a_rule_file_with_an_error_names_line_and_rule(tmp_path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("key,year,value,source,status\ncheck_slope_missing,,hint,here,seen\ncheck_class_unknown,,eror,here,seen\n")
    with pytest.raises(InputError) as refused:
        load_rules([*sorted((_shipped()).glob("*.csv")), own])
    assert all(word in str(refused.value) for word in ("own.csv", "line 3", "eror", "check_class_unknown"))


def _shipped():
    from ...core.resources import resource

    return resource("rules")


# ------------------------------------------------------------------------------------------------- the plain judge

CULTIVATED = {"0101", "0102", "0103"}
WIDTH = {"1001", "1002", "1003", "1004", "1006", "1009", "1101", "1107", "1107A"}
WIDTH_NEEDED = {"1001", "1003", "1006", "1009", "1107", "1107A"}


def judged(row: dict[str, object]) -> set[str]:
    """What a plain reading of the rules finds in one parcel, for the checks that concern ridges, width and planting."""
    found: set[str] = set()
    code, slope, terrain, share = row["DLBM"], row["GDPDJB"], row["GDLX"], row["KCXS"] or 0.0
    farm = code in CULTIVATED
    if farm and not slope:
        found.add("slope_missing")
    if slope and slope not in "12345":
        found.add("slope_unknown")
    if not farm and (row["KCDLBM"] or terrain or slope or share > 0 or (row["KCMJ"] or 0) > 0):
        found.add("cultivated_fields_elsewhere")
    if farm and slope in ("2", "3", "4", "5"):
        if not terrain:
            found.add("terrain_missing")
        if terrain == "TT" and not share > 0:
            found.add("coefficient_missing_terraced")
        if terrain == "PD" and not share > 0:
            found.add("coefficient_missing_sloping")
    if farm and slope == "1":
        if terrain:
            found.add("terrain_on_level_ground")
        if share > 0:
            found.add("coefficient_on_level_ground")
    if farm and share > 0 and not row["KCDLBM"]:
        found.add("deduction_code_missing")
    if farm and not share > 0 and row["KCDLBM"]:
        found.add("deduction_code_without_ridge")
    if farm:
        product = Decimal(str(row["TBMJ"])) * Decimal(str(share))
        if Decimal(str(row["KCMJ"] or 0)) != product.quantize(Decimal("0.01"), ROUND_HALF_UP):
            found.add("ridge_area_differs")
    rest = Decimal(str(row["TBMJ"])) - Decimal(str(row["KCMJ"] or 0)) - Decimal(str(row["TBDLMJ"]))
    if abs(rest) > Decimal("0.01"):
        found.add("area_sum_differs")
    width = row["XZDWKD"] or 0
    if code in WIDTH_NEEDED and not width > 0:
        found.add("width_missing")
    if code not in WIDTH and width != 0:
        found.add("width_elsewhere")
    if code == "1006" and width > 8:
        found.add("width_rural_road")
    if farm and not row["ZZSXDM"]:
        found.add("planting_missing")
    if row["CZCSXM"] is None and (code[:2] in ("05", "06", "07", "08", "09") or code in ("1004", "1005", "1201")):
        found.add("settlement_missing")
    return found


JUDGED = {
    "slope_missing", "slope_unknown", "cultivated_fields_elsewhere", "terrain_missing", "coefficient_missing_terraced",
    "coefficient_missing_sloping", "terrain_on_level_ground", "coefficient_on_level_ground", "deduction_code_missing",
    "deduction_code_without_ridge", "ridge_area_differs", "area_sum_differs", "width_missing", "width_elsewhere",
    "width_rural_road", "planting_missing", "settlement_missing",
}


@pytest.mark.parametrize("seed", range(6))
def test_a_plain_loop_over_random_parcels_finds_the_same(seed: int) -> None:
    chance = random.Random(seed)
    codes = [code for code, land_class in CLASSES.classes.items() if land_class.level > 1]
    rows = []
    for number in range(400):
        code = chance.choice([*codes, "0101", "0102", "0103", "0103", "1006"])
        area = Decimal(chance.randrange(1, 5_000_000)) / 100
        share = chance.choice([None, 0.0, 0.0, 0.0321, 0.1107, 0.2409])
        ridge = (area * Decimal(str(share or 0))).quantize(Decimal("0.01"), ROUND_HALF_UP)
        ridge += chance.choice([0, 0, 0, Decimal("0.01"), Decimal("-0.01")]) if ridge else 0
        rows.append(
            {
                **good_rows()[0], "BSM": f"{379901110100000000 + number}", "TBBH": str(number), "DLBM": code,
                "DLMC": CLASSES.name(code), "TBMJ": float(area), "KCXS": share, "KCMJ": float(ridge),
                "TBDLMJ": float(area - ridge + chance.choice([0, 0, Decimal("0.01"), Decimal("0.02")])),
                "GDPDJB": chance.choice([None, "1", "2", "3", "4", "5", "6"]), "GDLX": chance.choice([None, "TT", "PD"]),
                "KCDLBM": chance.choice([None, "1203"]), "XZDWKD": chance.choice([None, 0.0, 3.5, 8.0, 8.5]),
                "ZZSXDM": chance.choice([None, "LS", "JKHF"]), "ZZSXMC": None, "CZCSXM": chance.choice([None, "203"]),
            }
        )
    by_row: dict[int, set[str]] = {}
    for finding in found(rows, everything):
        if finding.check in JUDGED:
            by_row.setdefault(finding.row, set()).add(finding.check)
    assert [by_row.get(place, set()) for place in range(len(rows))] == [judged(row) for row in rows]
    assert np.mean([bool(judged(row)) for row in rows]) > 0.5
