"""requisitionbalance as QGIS runs it, on made-up layers, tables and ledgers."""

from __future__ import annotations

import csv
import gc

import pytest
from openpyxl import load_workbook

from ..core.balance.made_reserve import EAST, WEST, amounts, new_lot, open_reserve
from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

VILLAGE = f"{EAST}101201"
PARCELS = [
    # Six parcels of a hectare in a row.
    (square(0, 0), {"BSM": "1", "DLBM": "0101", "GDDB": 8.0, "ZLDWDM": VILLAGE}),
    (square(1, 0), {"BSM": "2", "DLBM": "0103", "GDDB": 9.0, "ZLDWDM": VILLAGE}),
    (square(2, 0), {"BSM": "3", "DLBM": "0201K", "GDDB": 10.0, "ZLDWDM": VILLAGE}),
    (square(3, 0), {"BSM": "4", "DLBM": "0601", "GDDB": None, "ZLDWDM": VILLAGE}),
    (square(4, 0), {"BSM": "5", "DLBM": "0103", "GDDB": None, "ZLDWDM": VILLAGE}),
    (square(5, 0), {"BSM": "6", "DLBM": "0102", "GDDB": 8.0, "ZLDWDM": f"{WEST}101201"}),
]
PLOTS = [
    (square(0, 0, 2, 1), {"NO": "DK1", "PRJ": "P1", "PNAME": "编造一批次", "KIND": "分批次", "DAY": "2023-05-01"}),
    (square(2, 0, 2, 0.5), {"NO": "DK2", "PRJ": "P1", "PNAME": "编造一批次", "KIND": "分批次", "DAY": "2023-05-01"}),
    (square(5, 0, 0.5, 1), {"NO": "DK3", "PRJ": "P2", "PNAME": "编造工程", "KIND": "单独选址", "DAY": "2023-06-01"}),
]
FIELDS = {
    "FOOTPRINT_ID": "NO", "PROJECT_FIELD": "PRJ", "PROJECT_NAME_FIELD": "PNAME", "TYPE_FIELD": "KIND", "DATE_FIELD": "DAY",
    "PRESET": "approval",
}  # fmt: skip
LOTS = [
    {"项目编号": "L1", "项目名称": "编造储备一", "行政区代码": EAST, "剩余耕地数量": 30, "剩余水田规模": 15, "剩余粮食产能": 99999},
    {"项目编号": "L2", "项目名称": "编造储备二", "行政区代码": WEST, "剩余耕地数量": 60, "剩余水田规模": 0, "剩余粮食产能": 99999},
]


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run("landledger:requisitionbalance", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        assert results["UNBALANCED_COUNT"] == 0 and not run_algorithm.feedback.errors
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert not run.feedback.debug
        assert files_in(out) == before
        return message

    return refuse


def layer(path, name: str, members) -> str:
    kinds = {key: "D" if key == "GDDB" else "C" for _, row in members for key in row}
    return write_layer(path, name, [shape for shape, _ in members], [row for _, row in members], kinds)


def table(path, rows) -> str:
    """A CSV file as QGIS opens it."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
    with open(f"{path}t", "w", encoding="utf-8") as file:
        keys = list(dict.fromkeys(key for row in rows for key in row))
        kinds = ['"Real"' if isinstance(next(r[k] for r in rows if k in r), (int, float)) else '"String"' for k in keys]
        file.write(",".join(kinds))
    return str(path)


@pytest.fixture
def land(tmp_path):
    path = tmp_path / "land.gpkg"
    return {"FOOTPRINTS": layer(path, "plots", PLOTS), "SURVEY": layer(path, "DLTB", PARCELS), **FIELDS}


@pytest.fixture
def reserve(tmp_path):
    return {"RESERVE": table(tmp_path / "reserve.csv", LOTS)}


def sheet_text(results, title: str) -> str:
    book = load_workbook(results["WORKBOOK"], read_only=True)
    try:
        rows = book[title].iter_rows(values_only=True)
        return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in rows)
    finally:
        book.close()


def test_from_footprints_to_forms(run, land, reserve, out):
    results = run(**land, **reserve, PROJECTS=str(out / "p.gpkg"), WORKBOOK=str(out / "b.xlsx"), TITLE="编造县")
    # P1: 1 ha paddy of grade 8, 1 ha of grade 9, half a hectare of 0201K (grade 10); P2: half a hectare of grade 8.
    assert results["NEED_QUANTITY_MU"] == 45 and results["NEED_PADDY_MU"] == 15
    assert results["NEED_CAPACITY_KG"] == (8 + 7 + 3) * 1500 + 4 * 1500
    assert (results["PROJECT_COUNT"], results["SETTLED_COUNT"], results["UNSETTLED_COUNT"]) == (2, 2, 0)
    assert results["REMAINING_QUANTITY_MU"] == 45 and results["GAP"] == 0 and results["LOT_COUNT"] == 2
    rows = rows_of(results["PROJECTS"])
    assert [(row["FP_ID"], row["PROJECT"], row["WAY"], row["REGION"]) for row in rows] == [
        ("DK1", "P1", "已落实", EAST), ("DK2", "P1", "已落实", EAST), ("DK3", "P2", "已落实", WEST)
    ]
    assert rows[0]["NEED_Q"] == 37.5 and rows[0]["LOTS"] == "L1、L2"
    assert "编造县耕地占补平衡分析表（分批次）" in sheet_text(results, "分析表（分批次）")
    assert "编造工程" in sheet_text(results, "分析表（单独选址）")
    inputs = sheet_text(results, "输入与口径")
    for words in ("DLTB", "requisition_decoupled", "official", "area in the plane of projection"):
        assert words in inputs
    assert "another county" in sheet_text(results, "问题清单")


def test_farmland_without_a_grade(refused, run, tmp_path, land, reserve, out):
    members = [*PLOTS, (square(4, 0), {"NO": "DK4", "PRJ": "P3", "PNAME": "编造", "KIND": "", "DAY": ""})]
    given = {**land, "FOOTPRINTS": layer(tmp_path / "more.gpkg", "plots", members)}
    message = refused(**given, **reserve)
    assert "DK4" in message and "parcel 5" in message
    results = run(**given, **reserve, DEFAULT_GRADE=12, WORKBOOK=str(out / "b.xlsx"))
    assert results["NEED_CAPACITY_KG"] == (8 + 7 + 3 + 4 + 4) * 1500
    assert "grade 12" in sheet_text(results, "问题清单")


def test_unlawfully_built_land_by_the_former_survey(run, tmp_path, land, reserve):
    former = layer(tmp_path / "f.gpkg", "former", [(square(3, 0), {"BSM": "4", "DLBM": "0103", "GDDB": 11.0})])
    approved = layer(tmp_path / "f.gpkg", "approved", [(square(9, 9), {"PZWH": "编文1号"})])
    results = run(**land, **reserve, FORMER_SURVEY=former, APPROVED=approved)
    assert results["NEED_QUANTITY_MU"] == 45 + 7.5
    assert results["NEED_CAPACITY_KG"] == (8 + 7 + 3) * 1500 + 4 * 1500 + 7.5 * 500


def test_what_is_short_pinned_and_excluded(run, land, reserve, out):
    results = run(**land, **reserve, EXCLUDED="L2", WORKBOOK=str(out / "b.xlsx"))
    assert (results["SETTLED_COUNT"], results["UNSETTLED_COUNT"], results["SHORT_QUANTITY_MU"]) == (0, 2, 15)
    assert "short: quantity 7.50 mu" in sheet_text(results, "问题清单")
    results = run(**land, **reserve, PINNED="P1=L2:0.5,0,100", DECOUPLED=False)
    assert results["SETTLED_COUNT"] == 2


def test_projects_from_a_table_and_the_account_of_2024(run, tmp_path, reserve, out):
    rows = [
        {"编号": "P1", "项目名称": "编造甲", "行政区代码": EAST, "项目类型": "单独选址", "生效日期": "2025-01-05", "8等": 10.5},
        {"编号": "P2", "项目名称": "编造乙", "行政区代码": EAST, "项目类型": "", "生效日期": "2025/2/5", "8等": 9.0},
        {"编号": "合计", "项目名称": "", "行政区代码": "", "项目类型": "", "生效日期": "", "8等": 19.5},
    ]
    accounts = [{"行政区代码": EAST, "年度": 2025, "期初稳定利用耕地": 1000, "期末稳定利用耕地": 1012, "其他占用": 3.5}]
    results = run(
        DEMANDS=table(tmp_path / "demands.csv", rows), **reserve, ACCOUNTS=table(tmp_path / "accounts.csv", accounts),
        WORKBOOK=str(out / "b.xlsx"),
    )  # fmt: skip
    assert (results["PROJECT_COUNT"], results["SETTLED_COUNT"], results["BEYOND_COUNT"]) == (2, 1, 1)
    assert results["NEED_CAPACITY_KG"] == 19.5 * 800
    account = sheet_text(results, "年度账户")
    assert "测算" in account and "P2" in account
    assert "2024年统一账户" in sheet_text(results, "分析表（单独选址）")


def test_booking_in_a_ledger(run, refused, tmp_path, out):
    ledger = open_reserve(tmp_path / "reserve.gpkg")
    import datetime

    ledger.enter([new_lot("A", amounts(30, 6, 30_000)), new_lot("W", amounts(30, 6, 30_000), WEST)], datetime.date(2023, 5, 4))
    ledger.store.close()
    rows = [{"code": "P1", "region": EAST, "kind": "single", "quantity": 9.0, "paddy": 3.0, "capacity": 5000.0}]
    given = {"DEMANDS": table(tmp_path / "d.csv", rows), "LEDGER": str(tmp_path / "reserve.gpkg"), "DOC_NO": "编批1号"}
    assert run(**given)["VOUCHER_COUNT"] == 0
    assert run(**given, POST="freeze", BOOK_DATE="2024-01-02")["VOUCHER_COUNT"] == 1
    assert "confirmation number" in refused(**given, POST="draw", BOOK_DATE="2024-01-03", WORKBOOK=str(out / "no.xlsx"))
    results = run(
        **given, POST="draw", BOOK_DATE="2024-01-03", CONFIRMATION="编确1", WORKBOOK=str(out / "b.xlsx")
    )
    assert results["VOUCHER_COUNT"] == 1
    assert "T06S: left = free in the ledger" in sheet_text(results, "勾稽检查")
    assert "编造东区" in sheet_text(results, "项目汇总") or "东区" in sheet_text(results, "项目汇总")
    assert "补充耕地储备库（亩）" in load_workbook(results["WORKBOOK"], read_only=True).sheetnames
    text = sheet_text(results, "挂钩核销台账")
    assert "编确1" in text and "核销" in text and "编批1号" in text
    assert run(**given, POST="draw", CONFIRMATION="编确2")["VOUCHER_COUNT"] == 0
    again = open_reserve_again(tmp_path / "reserve.gpkg")
    assert [lot.used for lot in again.lots()] == [amounts(9, 3, 5000), amounts()]
    again.store.close()


def open_reserve_again(path):
    from ...core.balance.reserve.ledger import ReserveLedger
    from ...core.rules import load_rules
    from ...core.store.geopackage import open_ledger

    return ReserveLedger(open_ledger(path), load_rules())


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"DEMANDS": "made"}, "one of the two"),
        ({"RESERVE": None}, "one of the two"),
        ({"SURVEY": None}, "need the land survey"),
        ({"POST": "freeze"}, "Only a ledger"),
        ({"CAPACITY_PRESET": "best"}, "no capacity preset best"),
        ({"PINNED": "P1"}, "makes no sense"),
        ({"PINNED": "P9=L1"}, "no project P9"),
    ],
)
def test_what_does_not_go_together_is_told(refused, land, reserve, tmp_path, change, word):
    values = {**land, **reserve, **change}
    if values.get("DEMANDS") == "made":
        values["DEMANDS"] = table(tmp_path / "d.csv", [{"code": "P1", "quantity": 1.0, "capacity": 1.0}])
    assert word in refused(**{key: value for key, value in values.items() if value is not None})


def test_bad_rows_of_tables_are_named(refused, reserve, tmp_path):
    def told(**row) -> str:
        return refused(DEMANDS=table(tmp_path / "d.csv", [{"code": "P1", "quantity": 1.0, "capacity": 5.0, **row}]), **reserve)

    assert "negative" in told(quantity=-1.0) or "no valid value" in told(quantity=-1.0)
    assert "no project type" in told(kind="线性")
    assert "feature 1: “约一亩” is no valid value of quantity" in told(quantity="约一亩")
    assert "“很多” is no valid value of capacity" in told(capacity="很多")
    assert "areas by grade make" in told(M8=3.0)
    lots = [{**LOTS[0], "原有耕地数量": 10.0, "原有水田规模": 0.0, "原有粮食产能": 0.0, "已使用耕地数量": 11.0}]
    for lot in lots:
        for key in ("剩余耕地数量", "剩余水田规模", "剩余粮食产能"):
            lot.pop(key)
    demands = table(tmp_path / "ok.csv", [{"code": "P1", "quantity": 1.0, "capacity": 5.0}])
    assert "less than nothing left" in refused(DEMANDS=demands, RESERVE=table(tmp_path / "r.csv", lots))
    assert "has no field code" in refused(DEMANDS=table(tmp_path / "n.csv", [{"x": 1.0, "y": 2.0}]), **reserve)


def test_headless_in_chinese(tmp_path, land, reserve, out):
    values = {**land, **reserve, "WORKBOOK": str(out / "b.xlsx")}
    results = results_of(qgis_process("landledger:requisitionbalance", {"LANDLEDGER_LOCALE": "zh_CN"}, **values))
    assert results["SETTLED_COUNT"] == 2
    for title in ("输入与口径", "问题清单", "优化过程", "勾稽检查"):
        text = sheet_text(results, title)
        assert not any(word in text for word in ("county", "project", "capacity", "draws", "shortfall", "numbers returned")), text


def test_the_map_colours_projects_by_their_conclusion(qgis_app):
    from qgis.PyQt.QtGui import QColor

    from .test_styles import drawn, layer_of, styled

    states = ("已落实", "以承诺方式落实", "未落实", "")
    layer = layer_of("WAY:string NAME:string", *({"WAY": state, "NAME": "编造"} for state in states))
    picture = drawn(styled(layer, "requisition_balance"))
    colours = [QColor(picture.pixel(10 + 100 * place + 50, 60)).getRgb()[:3] for place in range(len(states))]
    assert len(set(colours)) == 4
    settled, promised, short, _ = colours
    assert settled[1] > settled[0] and short[0] > 200 > short[1] and promised[0] > promised[2]


TABLES = dict.fromkeys(("PROJECT_TABLE", "DRAWS", "LOTS"), "TEMPORARY_OUTPUT")


def rows_in(layer) -> list[dict]:
    names = [field.name() for field in layer.fields()]
    return [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]


def test_tables_are_given_back_and_matched_again_without_cutting(run, land, reserve, tmp_path):
    """With the unit and the fields of another table: the lots' are in hectares and called otherwise."""
    lots = []
    for lot in LOTS:
        areas = {key: value / 15 for key, value in lot.items() if key in ("剩余耕地数量", "剩余水田规模")}
        lots.append({"备案号": lot["项目编号"], "行政区代码": lot["行政区代码"], **areas, "剩余粮食产能": lot["剩余粮食产能"]})
    given = {"RESERVE": table(tmp_path / "ha.csv", lots), "AREA_UNIT": "ha", "TABLE_FIELDS": "code=备案号"}
    choices = {"PINNED": "P1=L2", "EXCLUDED": "P2=L1"}
    first = run(**land, **given, **choices, **TABLES)
    again = run(DEMANDS=first["PROJECT_TABLE"], **given, **choices, **TABLES)
    for name in TABLES:
        assert rows_in(again[name]) == rows_in(first[name]) and len(rows_in(first[name])) >= 2
    assert again["MATCHING"] == first["MATCHING"]
    assert {key: value for key, value in again.items() if isinstance(value, (int, float))} == {
        key: value for key, value in first.items() if isinstance(value, (int, float))
    }
    (one, two) = rows_in(first["PROJECT_TABLE"])
    assert (one["PROJECT"], one["NEED_Q"], one["M8"], one["M9"], one["M10"], one["ADJUSTABLE"]) == ("P1", 37.5, 15, 15, 7.5, 7.5)
    assert (two["EFFECTIVE"], two["KIND"], two["AREA_UNIT"]) == ("2023-06-01", "单独选址", "亩")


def test_tables_go_into_files_with_layer_and_book_or_not_at_all(run, refused, land, reserve, out):
    files = {"PROJECT_TABLE": str(out / "p.gpkg"), "LOTS": str(out / "lots.csv"), "PROJECTS": str(out / "layer.gpkg")}
    results = run(**land, **reserve, **files, WORKBOOK=str(out / "b.xlsx"))
    assert [row["PROJECT"] for row in rows_of(f"{results['PROJECT_TABLE']}|layername=p")] == ["P1", "P2"]
    assert set(files_in(out)) >= {"p.gpkg", "lots.csv", "layer.gpkg", "b.xlsx"}
    assert "input" in refused(**land, **reserve, LOTS=reserve["RESERVE"])


def test_stale_choices_are_left_out_where_wished(run, refused, land, reserve, out):
    assert "no lot L9" in refused(**land, **reserve, PINNED="P1=L9")
    results = run(**land, **reserve, PINNED="P1=L9;P1=L2", EXCLUDED="L8", LEAVE_OUT=True, WORKBOOK=str(out / "b.xlsx"))
    assert results["SETTLED_COUNT"] == 2
    assert sum("L9" in warning or "L8" in warning for warning in run.feedback.warnings) == 2
    text = sheet_text(results, "问题清单")
    assert "lot L9 left out" in text and "lot L8 left out" in text


def test_only_the_matching_that_was_looked_at_is_booked(run, refused, tmp_path):
    import datetime

    ledger = open_reserve(tmp_path / "reserve.gpkg")
    ledger.enter([new_lot("A", amounts(30, 6, 30_000))], datetime.date(2023, 5, 4))
    rows = [{"code": "P1", "region": EAST, "kind": "single", "quantity": 9.0, "paddy": 3.0, "capacity": 5000.0}]
    given = {"DEMANDS": table(tmp_path / "d.csv", rows), "LEDGER": str(tmp_path / "reserve.gpkg")}
    mark = run(**given)["MATCHING"]
    ledger.enter([new_lot("B", amounts(9, 3, 5_000), valid_to="2099-01-01")], datetime.date(2023, 5, 4))
    ledger.store.close()
    booked = {"POST": "freeze", "BOOK_DATE": "2024-01-02", "DOC_NO": "编批1号"}
    assert "match again" in refused(**given, **booked, EXPECTED=mark)
    mark = run(**given)["MATCHING"]
    assert run(**given, **booked, EXPECTED=mark)["VOUCHER_COUNT"] == 1
