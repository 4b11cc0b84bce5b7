"""Crosswalks as they ship, conversions by rule and decision, and what is refused."""

from __future__ import annotations

import csv
import dataclasses
from decimal import Decimal

import numpy as np
import pytest
from openpyxl import Workbook, load_workbook

from ...core.crosswalk.convert import Conversion, Status, convert
from ...core.crosswalk.crosswalk import Direction, load_crosswalk
from ...core.crosswalk.decisions import Decisions, read_decisions
from ...core.crosswalk.report import review_report
from ...core.errors import InputError
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.report import write_report
from ...core.resources import resource
from ...core.rules import load_rules
from ...core.survey.classes import load_code_table
from .summary_samples import columns

SURVEY, SEA, FORMER = Direction.SURVEY_TO_SEA, Direction.SEA_2020_TO_2023, Direction.FORMER_TO_SURVEY


def converted(
    rows, direction: Direction = SURVEY, decisions: Decisions | None = None, defaults: bool = False, rules=None
) -> Conversion:
    return convert(
        columns("图层", rows), load_crosswalk(direction), decisions or Decisions(), defaults, rules or load_rules()
    )


def codes(*written: str | None, **more) -> list[dict]:
    return [{"CODE": code, "AREA": 10.0 * place + 0.25, **more} for place, code in enumerate(written)]


def told_rows(direction: Direction) -> list[dict[str, str]]:
    with open(resource("codes", f"crosswalk_{direction.value}.csv"), encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("direction", list(Direction))
def test_each_shipped_crosswalk_names_codes_of_both_tables(direction: Direction) -> None:
    target = load_code_table(direction.target)
    source = None if direction is FORMER else load_code_table(direction.source)
    for row in told_rows(direction):
        assert row["source"] and row["status"] in ("seen", "default, confirm locally")
        assert source is None or source.name(row["from_code"]) == row["from_name"]
        assert all(target.known(code) for code in row["candidates"].split()) and row["candidates"]
        assert row["manual"] == ("1" if row["cardinality"] == "1:n" else "0")
        assert not row["to_code"] or row["to_code"] in row["candidates"].split()


def test_every_code_of_2020_has_a_rule_and_a_derived_one_keeps_code_and_name() -> None:
    old, new = load_code_table("ydyh2020"), load_code_table("ydyh2023")
    rows = {row["from_code"]: row for row in told_rows(SEA)}
    assert set(rows) == set(old.classes)
    derived = [row for row in rows.values() if row["source"].startswith("derived")]
    assert len(derived) == 150
    for row in derived:
        code = row["from_code"]
        assert row["candidates"] == row["to_code"] == code and old.name(code) == new.name(code)
    # The same code with another meaning must never be carried over.
    for code in ("060102", "1312", "1313", "2302", "2303", "2202"):
        assert rows[code]["to_code"] != code
    assert rows["1311"]["candidates"].split() == ["1311", "1705"] and rows["1311"]["manual"] == "1"


def test_every_finest_class_of_the_survey_has_a_rule() -> None:
    table = load_code_table()
    parents = {land_class.parent for land_class in table.classes.values() if land_class.level < 3}
    finest = {code for code, found in table.classes.items() if found.level > 1 or code not in parents}
    known = {row["from_code"] for row in told_rows(SURVEY)}
    assert finest - known == set()


def test_one_successor_is_taken_several_wait() -> None:
    result = converted(codes("0101", "0404", "1203", "1202"))
    assert result.new_code.tolist() == ["0101", None, "2303", None]
    assert result.new_name.tolist() == ["水田", None, "田坎", None]
    assert result.status.tolist() == ["1:1", "needs review", "1:1", "needs review"]
    assert result.candidates.tolist() == [None, "0403 2302", None, "060201 060202 060203"]


def test_defaults_only_where_asked_for_and_counted_apart() -> None:
    result = converted(codes("0101", "0404"), defaults=True)
    assert result.new_code.tolist() == ["0101", "0403"] and result.status.tolist() == ["1:1", "default"]
    former = converted(codes("011", "201"), FORMER, defaults=True)
    assert former.status.tolist() == ["1:1", "needs review"]  # 城市 has no default at all


def test_renumbered_codes_of_2020() -> None:
    result = converted(codes("060102", "2302", "2303", "1312", "1311", "0603", "090301", "0204"), SEA)
    assert result.new_code.tolist() == ["1207", "2303", "060102", "1311", None, "060202", "0903", None]


def test_the_second_survey_by_code_and_by_name() -> None:
    result = converted(codes("011", "水浇地", "其它园地", "203", "铁路用地"), FORMER)
    assert result.new_code.tolist() == ["0101", "0102", None, None, None]
    assert result.status.tolist() == ["1:1", "1:1", "needs review", "needs review", "needs review"]
    assert result.candidates[2] == "0204 0203"


def test_codes_without_a_rule_keep_their_area_and_get_none() -> None:
    result = converted(codes("0101", "9999", None))
    assert result.status.tolist() == ["1:1", "no rule", "no rule"]
    assert result.area(result.rows(Status.NO_RULE)).square_metres() == Decimal("30.50")


def test_decisions_by_code_by_settlement_by_parcel_and_in_the_layer() -> None:
    rows = [
        {"CODE": "0701", "CZCSXM": "201", "BSM": "a", "DECISION": None},
        {"CODE": "0701", "CZCSXM": "202", "BSM": "b", "DECISION": None},
        {"CODE": "0701", "CZCSXM": "202", "BSM": "c", "DECISION": None},
        {"CODE": "0701", "CZCSXM": "202", "BSM": "d", "DECISION": "070103"},
        {"CODE": "0404", "CZCSXM": None, "BSM": "e", "DECISION": "403"},
    ]
    decisions = Decisions({("0701", ""): "0701", ("0701", "202"): "070101"}, {"c": "070102", "d": "0701"})
    result = converted(rows, decisions=decisions)
    assert result.new_code.tolist() == ["0701", "070101", "070102", "070103", "0403"]
    assert set(result.status.tolist()) == {"decided"}


def test_a_decision_nobody_needs_is_told() -> None:
    result = converted(codes("0101"), decisions=Decisions({("0404", ""): "0403"}))
    assert "0404" in str(result.told[0])


@pytest.mark.parametrize(
    ("direction", "rows", "message"),
    [
        (SURVEY, [("060201", None)], "is already coded in land and sea use classes 2023"),
        (SEA, [("060201", None), ("0101", None)], "is already coded in land and sea use classes 2023"),
        (SEA, [("2303", "田坎"), ("060102", "田间道"), ("0101", "水田")], "is already coded in land and sea use classes 2023"),
        (FORMER, [("0101", None), ("0103", None)], "is already coded in classes of the third land survey"),
        (SURVEY, [("0601", "乡村道路用地"), ("0602", "种植设施建设用地")], "is coded in land and sea use classes 2020"),
        (SEA, [("05H1", None), ("0604", None)], "mixes class tables"),
        (SURVEY, [("031", None)], "None of the codes"),
        (SURVEY, [(None, None)], "no class codes at all"),
    ],
)
def test_the_wrong_version_is_refused(direction: Direction, rows, message: str) -> None:
    with pytest.raises(InputError, match=message):
        converted([{"CODE": code, "NAME": name} for code, name in rows], direction)


def test_a_decision_in_the_layer_that_is_no_code_is_refused_with_its_feature() -> None:
    with pytest.raises(InputError, match="feature 2: the decided code 9999"):
        converted([{"CODE": "0404", "DECISION": None}, {"CODE": "0404", "DECISION": "9999"}])


def test_decisions_by_parcel_need_their_numbers() -> None:
    with pytest.raises(InputError, match="no field BSM"):
        converted(codes("0404"), decisions=Decisions(by_parcel={"1": "0403"}, file="d.csv"))


def test_the_review_workbook_filled_in_is_a_file_of_decisions(tmp_path) -> None:
    rows = [
        {"CODE": "0404", "NAME": "其他草地", "CZCSXM": None, "BSM": "1", "AREA": 5.0},
        {"CODE": "0701", "NAME": "城镇住宅用地", "CZCSXM": "202", "BSM": "2", "AREA": 7.5},
        {"CODE": "0701", "NAME": "城镇住宅用地", "CZCSXM": "202", "BSM": "3", "AREA": 7.5},
        {"CODE": "0101", "NAME": "水田", "CZCSXM": None, "BSM": "4", "AREA": 1.0},
    ]
    report = review_report(converted(rows), RunFacts(), list_parcels=True)
    path = tmp_path / "review.xlsx"
    write_report(report, path)
    assert not report.draft
    book = load_workbook(path)
    sheet = book["转换审定表"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "序号")
    decided = next(cell.column for cell in head if cell.value == "审定编码")
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if row[1].value == "0404":
            sheet.cell(row[0].row, decided).value = 403  # as a spreadsheet takes 0403
        if row[1].value == "0701":
            sheet.cell(row[0].row, decided).value = "070101"
    parcels = book["逐图斑审定表"]
    for row in parcels.iter_rows():
        if row[1].value == "3":
            parcels.cell(row[0].row, 8).value = "070102"
    book.save(path)
    decisions = read_decisions(str(path), load_crosswalk(SURVEY))
    assert decisions.by_code == {("0404", ""): "0403", ("0701", "202"): "070101"}
    assert decisions.by_parcel == {"3": "070102"}
    again = converted(rows, decisions=decisions)
    assert again.new_code.tolist() == ["0403", "070101", "070102", "0101"]


def test_a_row_left_blank_stays_open_whatever_is_decided_beside_it(tmp_path) -> None:
    path = tmp_path / "decided.csv"
    path.write_text("CODE,CZCSXM,DECIDED\n0701,,0701\n0701,202,\n", encoding="utf-8")
    rows = [{"CODE": "0701", "CZCSXM": settlement} for settlement in (None, "202", "201")]
    result = converted(rows, decisions=read_decisions(str(path), load_crosswalk(SURVEY)))
    assert result.new_code.tolist() == ["0701", None, "0701"]


@pytest.mark.parametrize("text", ["CODE,DECIDED\n0404,2302\n", "原地类编码,审定编码\n0404,2302\n"])
def test_decisions_of_a_csv_file(tmp_path, text: str) -> None:
    path = tmp_path / "decided.csv"
    path.write_text(text, encoding="gb18030")
    assert read_decisions(str(path), load_crosswalk(SURVEY)).by_code == {("0404", ""): "2302"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CODE,DECIDED\n0404,9999\n", "decided.csv, line 2: the decided code 9999 is not in the class table land and sea use classes 2023"),
        ("CODE,DECIDED\n0404,0403\n0404,2302\n", "decided.csv, line 3: 0404 is decided twice"),
        ("CODE,DECIDED\n,0403\n", "a decision without a class code or BSM"),
        ("CODE,WRONG\n0404,0403\n", "lacks the columns"),
    ],
)
def test_a_wrong_file_of_decisions_is_refused_with_the_place(tmp_path, text: str, message: str) -> None:
    path = tmp_path / "decided.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_decisions(str(path), load_crosswalk(SURVEY))


def test_a_workbook_that_is_no_review_is_refused(tmp_path) -> None:
    path = tmp_path / "other.xlsx"
    Workbook().save(path)
    with pytest.raises(InputError, match="has no sheet 转换审定表"):
        read_decisions(str(path), load_crosswalk(SURVEY))


def test_a_crosswalk_of_ones_own(tmp_path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("from_code,to_code,candidates\n0404,0403,\n0101,0101,0101|0102\n", encoding="utf-8")
    crosswalk = load_crosswalk(SURVEY, str(path))
    result = convert(columns("图层", codes("0404", "0101", "0103")), crosswalk, Decisions(), False, load_rules())
    assert result.status.tolist() == ["1:1", "needs review", "no rule"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("from_code,to_code\n0404,9999\n", "own.csv, line 2: “9999”"),
        ("from_code,to_code\n0404,0403\n0404,0403\n", "own.csv, line 3: the code 0404 stands there twice"),
        ("from_code,to_code\n0404,\n", "own.csv, line 2"),
        ("von,nach\n0404,0403\n", "lacks the columns"),
    ],
)
def test_a_wrong_crosswalk_is_refused_with_the_line(tmp_path, text: str, message: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_crosswalk(SURVEY, str(path))


def test_areas_before_and_after_are_compared_and_a_loss_is_found() -> None:
    result = converted(codes("0101", "0404", "9999"))
    assert not review_report(result, RunFacts()).draft
    lost = dataclasses.replace(result, groups=result.groups[1:])
    names = [str(identity.name) for identity in review_report(lost, RunFacts()).identities if not identity.ok]
    assert names == ["parcels by old code = parcels of the layer", "area by old code = area of the layer"]


def test_without_areas_parcels_are_counted() -> None:
    result = converted([{"CODE": "0101"}, {"CODE": "0404"}])
    assert result.units is None
    report = review_report(result, RunFacts())
    assert not report.draft and not any(isinstance(identity.left, Decimal) for identity in report.identities)


def test_an_area_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match=r"feature 1: AREA -1\.0 is no area"):
        converted([{"CODE": "0101", "AREA": -1.0}])
    assert np.isnan(columns("图层", [{"CODE": "0101", "AREA": None}]).attributes["AREA"][0])
    assert converted([{"CODE": "0101", "AREA": None}]).without_area == 1
