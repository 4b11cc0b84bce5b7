"""landledger:importreserve in the real QGIS: check, enter, twice, faults as a table, lots linked to features."""

from __future__ import annotations

import gc
import math

import pytest

from ...core.balance.indicators import Indicators
from ...core.balance.reserve.ledger import ReserveLedger
from ...core.balance.reserve.table import MU_SHEET
from ...core.rules import load_rules
from ...core.store.geopackage import open_ledger
from ...core.workbook import RowKind, load_layout, read_table, sheet_names
from ..core.balance.made_reserve import EAST, WEST, open_store
from ..core.balance.reserve_sheets import TOTAL, changed, write
from .occupation_runs import is_one_sentence, qgis_process, results_of


@pytest.fixture
def ledger(tmp_path):
    store = open_store(tmp_path / "台账.gpkg")
    store.close()
    return tmp_path / "台账.gpkg"


@pytest.fixture
def run(provider, said_feedback, ledger):
    """run(sheet, NAME=value …) -> results and what was said."""

    def run_import(sheet, **values):
        import processing

        feedback = said_feedback()
        values = {"LEDGER": str(ledger), "INPUT": str(sheet), **values}
        results = processing.run("landledger:importreserve", values, feedback=feedback)
        assert not feedback.debug
        return results, feedback

    yield run_import
    gc.collect()


def lots(ledger):
    store = open_ledger(ledger)
    try:
        return {(lot.region, lot.code): lot for lot in ReserveLedger(store, load_rules()).lots()}
    finally:
        store.close()


def numbers(found, *names):
    return tuple(found[f"{name}_COUNT"] for name in names)


def test_checked_then_entered_then_known(run, ledger, tmp_path):
    sheet = write(tmp_path / "储备.xlsx")
    found, _ = run(sheet, PREVIEW=True)
    assert numbers(found, "ROW", "POSTED", "KNOWN", "PROBLEM", "WARNING", "EXPIRED") == (3, 0, 0, 0, 1, 1) and lots(ledger) == {}
    book = tmp_path / "T05.xlsx"
    found, feedback = run(sheet, WORKBOOK=str(book), TITLE="编造市")
    assert numbers(found, "POSTED", "KNOWN", "PROBLEM", "UNBALANCED") == (3, 0, 0, 0)
    assert (found["ORIGINAL_MU"], found["ORIGINAL_PADDY_MU"], found["ORIGINAL_CAPACITY_KG"]) == (202.5, 108.75, 192_000)
    assert (found["USED_MU"], found["USED_PADDY_MU"], found["USED_CAPACITY_KG"]) == (60.0, 15.0, 48_000)
    assert (found["REMAINING_MU"], found["REMAINING_PADDY_MU"], found["REMAINING_CAPACITY_KG"]) == (142.5, 93.75, 144_000)
    assert any("S7" in warning for warning in feedback.warnings)
    names = sheet_names(book)
    assert "补充耕地储备库" in names and MU_SHEET in names and "勾稽检查" in names and "输入与口径" in names
    read = read_table(book, load_layout("T05"))
    assert read.problems == [] and sum(row.kind is RowKind.DATA for row in read.rows) == 3
    found, _ = run(sheet)
    assert numbers(found, "POSTED", "KNOWN") == (0, 3) and len(lots(ledger)) == 3


def test_faults_end_the_run_or_are_a_table(run, ledger, tmp_path):
    from qgis.core import QgsProcessingException

    sheet = write(tmp_path / "储备.xlsx", changed(0, "N", 5), total=None)
    with pytest.raises(QgsProcessingException, match="N5") as raised:
        run(sheet)
    assert is_one_sentence(str(raised.value))
    found, _ = run(sheet, PROBLEMS="TEMPORARY_OUTPUT")
    cells = {feature["CELL"]: feature["FIELD"] for feature in found["PROBLEMS"].getFeatures()}
    assert cells == {"N5": "剩余>耕地数量", "S7": "有效期至"} and lots(ledger) == {}


def test_units_systems_and_presets_are_chosen(run, ledger, tmp_path):
    from qgis.core import QgsProcessingException

    sheet = write(tmp_path / "储备.xlsx", units="面积单位：公顷", after=("等别", "使用状态", "有效期至", "备注"))
    with pytest.raises(QgsProcessingException):
        run(sheet)
    with pytest.raises(QgsProcessingException):
        run(sheet, CAPACITY_UNIT="kg")
    with pytest.raises(QgsProcessingException):
        run(sheet, CAPACITY_UNIT="kg", GRADE_SYSTEM="quality10", PRESET="没有")
    run(sheet, CAPACITY_UNIT="kg", GRADE_SYSTEM="quality10")
    assert lots(ledger)[EAST, "L1"].system.value == "quality10"


def test_a_computed_capacity_stands_on_the_inputs_sheet(run, ledger, tmp_path):
    rows = changed(0, "J", "")
    rows[0][12] = rows[0][15] = ""
    book = tmp_path / "T05.xlsx"
    found, _ = run(write(tmp_path / "储备.xlsx", rows, total=None), WORKBOOK=str(book))
    assert found["ESTIMATED_COUNT"] == 1 and found["ORIGINAL_CAPACITY_KG"] == 192_000
    inputs = read_table(book, load_layout("INPUTS")).rows
    said = [" ".join(str(row.value(key)) for key in ("ITEM", "CONTENT", "NOTE", "STATE")) for row in inputs]
    assert any("official, national15" in line and "每亩100×（16－等别）公斤" in line for line in said)
    assert sum("reserve_" in line for line in said) == 8 and any("储备.xlsx 储备库: 3" in line for line in said)


def square(hectares: float, west: float) -> str:
    side = math.sqrt(hectares * 10_000)
    points = ((0, 0), (side, 0), (side, side), (0, side), (0, 0))
    return "POLYGON((" + ",".join(f"{39_500_000 + west + x} {4_030_000 + y}" for x, y in points) + "))"


def test_lots_are_linked_to_features(run, ledger, tmp_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4527&field=BH:string", "储备图斑", "memory")
    features = []
    for code, wkt in (("L1", square(6, 0)), ("L1", square(4.05, 1000)), ("L2", square(5, 2000)), ("X9", square(1, 3000))):
        feature = QgsFeature(layer.fields())
        feature["BH"] = code
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    sheet = write(tmp_path / "储备.xlsx")
    with pytest.raises(QgsProcessingException):
        run(sheet, GEOMETRY=layer)
    found, feedback = run(sheet, GEOMETRY=layer, LOT_FIELD="BH")
    # L1: 10.05 of 10 ha is within 1 %; L2: 5 of 5.25 ha of paddy is not.
    assert numbers(found, "LINKED", "UNLINKED", "DIFFERENT", "POSTED") == (2, 1, 1, 3)
    told = "\n".join(feedback.warnings)
    assert "L3" in told and "X9" in told and "75.0" in told and "78.7500" in told
    store = open_ledger(ledger)
    values = {record.key: record.values for record in store.records("lot")}
    assert (values[f"{EAST}:L1"]["layer"], values[f"{EAST}:L1"]["feature"]) == ("储备图斑", "1,2")
    assert "feature" not in values[f"{WEST}:L3"]
    store.close()


def test_through_the_executable_in_chinese(ledger, tmp_path):
    total = list(TOTAL)
    total[7] = 13.4
    sheet = write(tmp_path / "储备.xlsx", total=total)
    book = tmp_path / "T05.xlsx"
    chinese = {"LANDLEDGER_LOCALE": "zh_CN"}
    problems = tmp_path / "问题.csv"
    done = qgis_process(
        "landledger:importreserve", chinese, LEDGER=ledger, INPUT=sheet, WORKBOOK=book, PROBLEMS=problems
    )
    results = results_of(done)
    assert (results["POSTED_COUNT"], results["UNBALANCED_COUNT"]) == (3, 0)
    told = problems.read_text("utf-8")
    assert "该储备项目的有效期至2023-12-31，已过期" in told and "H8" in told and book.exists()
    assert lots(ledger)[EAST, "L1"].remaining == Indicators(90_000_000, 15_000_000, 72_000)
