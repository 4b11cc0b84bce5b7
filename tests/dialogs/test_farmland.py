"""The farmland balance window, driven like the officer does it: run, pin, exclude, match again, freeze, export."""

from __future__ import annotations

import datetime
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from .farmland_sample import reserve_ledger
from .test_occupation_dialog import A_MINUTE, SAMPLE, answer, load, messages, project  # noqa: F401 - fixtures

LAYERS = ("XMHX", "DLTB", "GDZLDB")


@pytest.fixture
def ledger(provider, tmp_path):
    return reserve_ledger(tmp_path / "reserve.gpkg")


@pytest.fixture
def window(project, provider, qgis_iface, qtbot):  # noqa: F811
    from qgis.core import QgsSettings

    from ...dialogs.farmland import FarmlandDialog
    from ...processing.ledger_algorithm import LAST_LEDGER

    QgsSettings().remove(LAST_LEDGER)
    windows = []

    def open_window():
        opened = FarmlandDialog(qgis_iface, None)
        qtbot.addWidget(opened)
        windows.append(opened)
        opened.show()
        return opened

    yield open_window
    for opened in windows:
        opened.run.cancel()
        qtbot.waitUntil(lambda opened=opened: not opened.run.running, timeout=A_MINUTE)


@pytest.fixture
def ready(window, ledger, tmp_path):
    """An open window over the sample and its reserve, writing into a folder of its own."""
    from qgis.PyQt.QtCore import QDate

    layers = load(*LAYERS)
    opened = window()
    opened.choices.ledger.offer(ledger)
    opened.choices.effective.setDate(QDate(2024, 1, 5))
    opened.choices.grade.setValue(10)
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    opened.layers, opened.file = layers, ledger
    return opened


def press(window, button, qtbot):
    from qgis.PyQt.QtCore import Qt

    assert button.isEnabled()
    with qtbot.waitSignal(window.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ended.args[0], (window.run.reason, window.result.log.toPlainText())
    return ended.args[1]


@pytest.fixture
def matched(ready, qtbot):
    """The window after its first run."""
    ready.numbers = press(ready, ready.run_button, qtbot)
    return ready


def column(model, place):
    return [model.data(model.index(row, place)) for row in range(model.rowCount())]


def project_row(window, code):
    return window.result.projects.row_of(lambda row: row.code == code)


def lot_index(window, lot, place):
    model = window.result.lots
    return model.index(model.row_of(lambda row: row.lot.key == lot), place)


def pin(window, lot, on=True):
    from qgis.PyQt.QtCore import Qt

    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    return window.result.lots.setData(lot_index(window, lot, window.result.lots.PIN), state, Qt.ItemDataRole.CheckStateRole)


def exclude(window, lot, whom):
    return window.result.lots.setData(lot_index(window, lot, window.result.lots.EXCLUDE), whom)


def whole_run(window, qtbot):
    """What a run from the layers says now: its mark and its tables."""
    press(window, window.run_button, qtbot)
    return window._mark, window.result.found


def vouchers(file):
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT event, doc_no FROM voucher ORDER BY id").fetchall()


# ------------------------------------------------------------------------------------------------------------- choosing


def test_layers_fields_and_the_last_ledger_are_offered(window, ledger):
    from ...dialogs.ledger_state import keep_recent

    keep_recent(ledger)
    load("XMHX", "DLTB", "GDZLDB", "YPJSYD", "DLTB_2019")
    panel = window().choices
    found = {name: combo.currentLayer() and combo.currentLayer().name() for name, combo in panel.layers.items()}
    assert found == {
        "FOOTPRINTS": "XMHX", "SURVEY": "DLTB", "QUALITY": "GDZLDB", "APPROVED": "YPJSYD", "FORMER_SURVEY": "DLTB_2019",
        "DEMANDS": None, "RESERVE": None, "ACCOUNTS": None,
    }  # fmt: skip
    fields = {name: combo.currentField() for name, combo in panel.fields.items() if combo.currentField()}
    assert fields == {"FOOTPRINT_ID": "DKBH", "FOOTPRINT_NAME": "DKMC", "PROJECT_NAME_FIELD": "XMMC"}
    assert panel.ledger.name == ledger and panel.problem() is None


def test_what_is_missing_is_said_before_the_run(window):
    load("DLTB")
    opened = window()
    opened.start()
    assert messages(opened) == ["Choose the layer of the red lines."] and not opened.run.running
    load("XMHX")
    opened.start()
    assert "reserve" in messages(opened)[0] and not opened.run.running
    opened.choices.in_table.setChecked(True)
    assert opened.choices.problem()[0] == "Choose the table of the projects."


def test_rules_stand_there_with_how_sure_they_are(window, monkeypatch, tmp_path):
    from ...processing import settings

    monkeypatch.setattr(settings, "own_folder", lambda kind: tmp_path)
    row = "requisition_priority,,small,choice,date|small,,x,the bureau,seen"
    (tmp_path / "own.csv").write_text(f"key,year,value,kind,choices,unit,meaning,source,status\n{row}\n", encoding="utf-8")
    text = window().choices.rules.text()
    assert text.count("<p ") == 11 and "default, confirm locally" in text
    assert "<b>small</b>" in text


def test_the_sample_can_be_loaded_into_an_empty_project(window, project):  # noqa: F811
    from qgis.PyQt.QtWidgets import QPushButton

    opened = window()
    opened.bar.findChild(QPushButton, "LoadSample").click()
    assert len(project.mapLayers()) == 10 and opened.choices.layers["SURVEY"].currentLayer() is not None


def test_choices_and_decisions_are_remembered_in_the_project(matched, window, tmp_path, project):  # noqa: F811
    matched.result.choose("DK001")
    assert pin(matched, "XGBC202003") and exclude(matched, "XGBC201901", "all")
    panel = matched.choices
    panel.choices["REGIME"].setCurrentIndex(1)
    panel.decoupled.setChecked(False)
    panel.texts["TABLE_FIELDS"].setText("code=编号")
    panel.reproject.setChecked(True)
    matched.result.units.setCurrentIndex(1)
    matched.close()
    assert project.write(str(tmp_path / "remembered.qgz"))
    project.clear()
    assert not matched.book.now and matched.result.projects.rowCount() == 0
    assert project.read(str(tmp_path / "remembered.qgz"))
    again = window()
    assert again.book.now.pinned == "DK001=XGBC202003" and again.book.now.excluded == "XGBC201901"
    assert again.choices.choices["REGIME"].currentData() == "2017" and not again.choices.decoupled.isChecked()
    assert again.choices.effective.date().toString("yyyy-MM-dd") == "2024-01-05" and again.choices.grade.value() == 10
    assert again.choices.reproject.isChecked() and again.result.units.currentText() == "ha"
    assert again.choices.texts["TABLE_FIELDS"].text() == "code=编号" and again.choices.ledger.name == matched.file


def test_a_missing_package_is_said_and_nothing_else(qgis_iface, provider, qtbot, monkeypatch, project):  # noqa: F811
    from ...dialogs.farmland import FarmlandDialog
    from ...processing.algorithms.farmland.requisition_balance import RequisitionBalance

    monkeypatch.setattr(RequisitionBalance, "NEEDS", ("numpy", "a_package_nobody_has"))
    opened = FarmlandDialog(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.show()
    assert opened.choices is None and "a_package_nobody_has" in messages(opened)[0]
    opened.close()


# -------------------------------------------------------------------------------------------------------- run and look


def test_a_run_shows_projects_lots_and_numbers(matched, project, tmp_path):  # noqa: F811
    results, model = matched.numbers, matched.result.projects
    assert model.rowCount() == results["PROJECT_COUNT"] == 12
    needed = sum(row.needed.quantity for row in model.shown)
    assert Decimal(needed).scaleb(-6) == Decimal(repr(results["NEED_QUANTITY_MU"]))
    tree = matched.result.summary.tree
    assert Decimal(tree.topLevelItem(0).text(1)) == Decimal(repr(results["NEED_QUANTITY_MU"]))
    assert tree.topLevelItem(2).text(5) == str(results["REMAINING_CAPACITY_KG"])
    assert matched.result.lots.rowCount() == 16
    assert (tmp_path / "book.xlsx").stat().st_size > 0 and matched.workbook == str(tmp_path / "book.xlsx")
    assert project.mapLayer(matched.layer.id()) is matched.layer
    assert matched.layer.renderer().type() == "categorizedSymbol" and matched.layer.featureCount() == 12
    assert messages(matched) == ["Done: all 12 projects are settled."] and not matched.stale()


def test_lots_are_seen_from_the_project_chosen(matched):
    matched.result.choose("DK003")
    model, found = matched.result.lots, matched.result.found
    taken = found.taken("DK003")
    assert 0 < len(taken) < model.rowCount()
    shown = {row.lot.key: row.taken for row in model.shown}
    assert {key: amounts for key, amounts in shown.items() if any(amounts)} == taken
    assert [any(row.taken) for row in model.shown[: len(taken)]] == [True] * len(taken)
    expired = lot_index(matched, "XGBC201607", model.STATE)
    assert expired.data() == "expired" and not pin(matched, "XGBC201607")
    assert "from 7 lots" in matched.result.sentence.text()


def test_filter_conclusion_county_and_order(matched):
    from qgis.PyQt.QtCore import Qt

    result, model = matched.result, matched.result.projects
    result.table.sortByColumn(model.NEEDED, Qt.SortOrder.DescendingOrder)
    amounts = [row.needed.quantity for row in model.shown]
    assert amounts == sorted(amounts, reverse=True) and amounts[0] > amounts[-1]
    result.filter.setText("光伏 二期")
    assert column(model, model.CODE) == ["DK007"] and result.project_code() in ("", "DK007")
    result.filter.setText("")
    result.ways.setCurrentIndex(result.ways.findData("未落实"))
    assert model.rowCount() == 0
    result.ways.setCurrentIndex(0)
    result.counties.setCurrentIndex(result.counties.findData("虚构县"))
    assert model.rowCount() == 12


def test_the_unit_shown_can_be_changed(matched):
    result, model = matched.result, matched.result.projects
    place = model.index(project_row(matched, "DK006"), model.NEEDED)
    mu = Decimal(place.data())
    result.units.setCurrentIndex(1)
    hectares = Decimal(model.index(project_row(matched, "DK006"), model.NEEDED).data())
    assert abs(hectares * 15 - mu) < Decimal("0.00002") and hectares < 10
    assert "(ha)" in result.summary.tree.topLevelItem(0).text(0)


# ------------------------------------------------------------------------------------------------- pins and exclusions


def test_matched_again_with_a_pin_and_an_exclusion_it_is_what_a_whole_run_gives(matched, qtbot):
    matched.result.choose("DK001")
    first, before = matched._mark, matched.result.found
    assert pin(matched, "XGBC202515") and exclude(matched, "XGBC202205", "all")
    matched.result.choose("DK003")
    assert exclude(matched, "XGBC202003", "project")
    assert "match again" in matched.stale() and not any(action.isEnabled() for action in matched.book_actions)
    press(matched, matched.match_button, qtbot)
    again, found = matched._mark, matched.result.found
    assert again != first and found != before and not matched.stale()
    assert any(each.lot == "XGBC202515" and each.pinned and each.project == "DK001" for each in found.takings)
    assert not any(each.lot == "XGBC202205" or (each.project, each.lot) == ("DK003", "XGBC202003") for each in found.takings)
    answer(qtbot, "Replace")
    assert whole_run(matched, qtbot) == (again, found)


def test_what_is_short_is_said_in_red_and_the_map_shows_it(matched, qtbot):
    from qgis.PyQt.QtCore import Qt

    for lot in matched.result.found.lots[:9]:
        matched.book.decide(matched.book.now.exclude("", lot.key, type(matched.book.now.exclusion("", ""))("all")))
    results = press(matched, matched.match_button, qtbot)
    assert results["UNSETTLED_COUNT"] > 0
    model = matched.result.projects
    short = next(row for row in model.shown if row.short.quantity)
    matched.result.choose(short.code)
    assert f"{short.code} " in matched.result.sentence.text() and "short of quantity" in matched.result.sentence.text()
    index = model.index(project_row(matched, short.code), model.SHORT)
    assert model.data(index, Qt.ItemDataRole.ForegroundRole).color().red() > 150
    on_map = {feature["PROJECT"]: (feature["WAY"], feature["SHORT_Q"]) for feature in matched.layer.getFeatures()}
    assert on_map == {row.code: (row.way, row.short.quantity / 1_000_000) for row in model.rows}
    assert "未落实" in {way for way, _ in on_map.values()}


def test_changes_can_be_undone_and_cleared(matched, qtbot):
    from qgis.PyQt.QtCore import Qt

    result, book = matched.result, matched.book
    result.choose("DK002")
    assert pin(matched, "XGBC202003")
    assert exclude(matched, "XGBC202003", "project")
    assert not book.now.pins and book.now.pairs == {("DK002", "XGBC202003")}
    qtbot.mouseClick(result.undo_button, Qt.MouseButton.LeftButton)
    assert book.now.pinned == "DK002=XGBC202003" and not book.now.pairs
    qtbot.mouseClick(result.clear_button, Qt.MouseButton.LeftButton)
    assert not book.now and not matched.stale()
    book.undo()
    book.undo()
    assert not book.now and not book.can_undo and not result.undo_button.isEnabled()


def test_the_keyboard_pins_and_excludes(matched, qtbot):
    from qgis.PyQt.QtCore import Qt

    result, model = matched.result, matched.result.lots
    result.choose("DK002")
    result.lot_table.setFocus()
    result.lot_table.setCurrentIndex(lot_index(matched, "XGBC202003", model.PIN))
    qtbot.keyClick(result.lot_table, Qt.Key.Key_Space)
    assert matched.book.now.pinned == "DK002=XGBC202003"
    result.pin_current()
    assert not matched.book.now
    actions = {action.shortcut().toString(): action for action in result.lot_table.actions()}
    actions["X"].trigger()
    assert matched.book.now.excluded == "DK002=XGBC202003"
    actions["Shift+X"].trigger()
    assert matched.book.now.excluded == "XGBC202003"
    index = lot_index(matched, "XGBC202003", model.EXCLUDE)
    assert index.data() == "for all projects"
    actions["Shift+X"].trigger()
    assert not matched.book.now


def test_pins_of_a_lot_that_is_gone_are_explained(ready, qtbot):
    from qgis.PyQt.QtWidgets import QPushButton

    from ...dialogs.farmland_decisions import Decisions

    ready.book.start(Decisions.parsed("DK001=GONE;DK001=XGBC202003;DK999=XGBC202003", "AWAY"))
    press(ready, ready.run_button, qtbot)
    told = " ".join(messages(ready))
    assert "DK001 = GONE" in told and "AWAY" in told and "DK999 = XGBC202003" in told and "DK001 = XGBC202003" not in told
    assert not ready.stale()
    ready.bar.findChild(QPushButton, "ForgetDecisions").click()
    assert ready.book.now.pinned == "DK001=XGBC202003" and not ready.book.now.excluded
    assert not ready.stale() and ready.freeze_button.isEnabled()


def test_a_pin_that_the_reserve_refuses_is_told_and_the_result_stays(matched, qtbot):
    from ...dialogs.farmland_decisions import Decisions

    matched.book.decide(Decisions.parsed("DK001=XGBC201607", ""))
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        matched.match_again()
    assert ended.args[0] is False and "XGBC201607" in messages(matched)[0] and "expired" in messages(matched)[0]
    assert matched.result.projects.rowCount() == 12 and matched.stale()


# ----------------------------------------------------------------------------------------------------- what is stale


def test_what_was_changed_since_the_run_is_said(matched):
    panel = matched.choices
    panel.decoupled.setChecked(not panel.decoupled.isChecked())
    assert "Match again" in matched.stale() and matched.match_button.isEnabled() and not matched.freeze_button.isEnabled()
    assert matched.result.stale.isVisible()
    panel.decoupled.setChecked(not panel.decoupled.isChecked())
    assert not matched.stale() and not matched.result.stale.isVisible()
    panel.grade.setValue(11)
    assert "Run again" in matched.stale() and not matched.match_button.isEnabled()
    panel.grade.setValue(10)
    assert not matched.stale() and matched.match_button.isEnabled()


def test_an_edited_layer_makes_the_result_stale(matched, tmp_path, project, qtbot):  # noqa: F811
    from qgis.core import QgsVectorLayer

    copy = QgsVectorLayer("Polygon?crs=EPSG:4527&field=DKBH:string", "copy", "memory")
    features = list(matched.layers["XMHX"].getFeatures())[:2]
    for feature in features:
        feature.setFields(copy.fields(), True)
        feature["DKBH"] = f"Q{feature.id()}"
    copy.dataProvider().addFeatures(features)
    project.addMapLayer(copy)
    matched.choices.layers["FOOTPRINTS"].setLayer(copy)
    answer(qtbot, "Replace")
    press(matched, matched.run_button, qtbot)
    assert matched.result.projects.rowCount() == 2 and not matched.stale()
    assert copy.startEditing() and copy.deleteFeature(next(copy.getFeatures()).id()) and copy.commitChanges()
    assert "Run again" in matched.stale()


def test_a_layer_may_be_removed_while_the_window_is_open(matched, project):  # noqa: F811
    matched.result.choose("DK002")
    project.removeMapLayer(matched.layer.id())
    assert matched.layer is None and not matched.locate_button.isEnabled()
    matched.result.choose("DK003")
    matched.result.locate()
    project.removeMapLayer(matched.layers["XMHX"].id())
    assert matched.choices.problem()[0] == "Choose the layer of the red lines."
    assert "Run again" in matched.stale() and matched.result.projects.rowCount() == 12


# -------------------------------------------------------------------------------------------------------------- map


def test_rows_and_map_choose_each_other(matched, qgis_iface):
    matched.result.choose("DK004")
    (identifier,) = matched.layer.selectedFeatureIds()
    assert matched.layer.getFeature(identifier)["PROJECT"] == "DK004"
    other = next(feature for feature in matched.layer.getFeatures() if feature["PROJECT"] == "DK011")
    matched.layer.selectByIds([other.id()])
    assert matched.result.project_code() == "DK011" and "DK011" in matched.result.sentence.text()
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(matched.layer.crs())
    canvas.setExtent(matched.layer.extent())
    width = canvas.extent().width()
    matched.result.locate()
    assert canvas.extent().contains(other.geometry().boundingBox()) and canvas.extent().width() < width


# ----------------------------------------------------------------------------------------------- booking and export


def fill_booking(qtbot, numbers, document, seen):
    """Fill in the question that is about to open and agree."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    def fill():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, fill)
            return
        seen.append((dialog.told.text(), dialog.warning.text(), dialog.ok.isEnabled(), dialog.table.rowCount()))
        if numbers:
            for row, project in enumerate(dialog.projects):
                dialog.table.item(row, 6).setText(f"编造确认{project.code}")
        dialog.document.setText(document)
        seen.append(dialog.ok.isEnabled())
        dialog.ok.click() if dialog.ok.isEnabled() else dialog.reject()

    QTimer.singleShot(20, fill)


def test_frozen_in_the_ledger_then_drawn(matched, qtbot):
    from ...dialogs.farmland_booking import bookable, remaining_after

    found, seen = matched.result.found, []
    before = vouchers(matched.file)
    fill_booking(qtbot, False, "编造冻〔2026〕1号", seen)
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        matched.freeze_button.click()
    assert ended.args[0], matched.run.reason
    told = seen[0][0]
    # DK012 takes no farmland.
    assert seen[0][3] == 11 and "reserve.gpkg" in told
    left = remaining_after(found, bookable(found))
    assert matched.result.amounts(left) in told
    assert Decimal(left.quantity).scaleb(-6) == Decimal(repr(ended.args[1]["REMAINING_QUANTITY_MU"]))
    assert [event for event, _ in vouchers(matched.file)[len(before):]] == ["freeze"] * 11
    assert {document for _, document in vouchers(matched.file)[len(before):]} == {"编造冻〔2026〕1号"}
    assert messages(matched) == ["Booked: 11 vouchers."] and not matched.stale()
    seen.clear()
    fill_booking(qtbot, True, "编造批〔2026〕1号", seen)
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        matched.draw_button.click()
    assert ended.args[0], matched.run.reason
    assert seen[0][1] == "Type the confirmation number of each project." and not seen[0][2] and seen[1]
    assert [event for event, _ in vouchers(matched.file)[len(before) + 11:]] == ["draw"] * 11


def test_what_was_not_looked_at_is_not_booked(matched, qtbot):
    from ...core.balance.reserve.ledger import NewLot, ReserveLedger
    from ...core.rules import load_rules
    from ...core.store.geopackage import open_ledger
    from ..core.balance.made_reserve import amounts, lot_values

    ledger = ReserveLedger(open_ledger(Path(matched.file)), load_rules())
    values = lot_values("NEW1", "379901", valid_to="2027-01-01")
    ledger.enter([NewLot(values, amounts(90, 0, 90_000))], datetime.date(2025, 1, 2))
    ledger.store.close()
    before = vouchers(matched.file)
    fill_booking(qtbot, False, "编造", [])
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        matched.freeze_button.click()
    assert ended.args[0] is False and "match again" in messages(matched)[0]
    assert vouchers(matched.file) == before


def test_without_a_ledger_nothing_can_be_booked(matched, project, qtbot, tmp_path):  # noqa: F811
    from qgis.core import QgsVectorLayer

    table = QgsVectorLayer("NoGeometry?field=code:string&field=region:string&field=remaining_quantity:double"
                           "&field=remaining_paddy:double&field=remaining_capacity:double", "lots", "memory")  # fmt: skip
    from qgis.core import QgsFeature

    feature = QgsFeature(table.fields())
    feature.setAttributes(["T1", "379901", 900.0, 0.0, 900000.0])
    table.dataProvider().addFeatures([feature])
    project.addMapLayer(table)
    matched.choices.in_lots.setChecked(True)
    matched.choices.layers["RESERVE"].setLayer(table)
    assert "Match again" in matched.stale()
    results = press(matched, matched.match_button, qtbot)
    assert results["UNSETTLED_COUNT"] > 0 and not matched.freeze_button.isEnabled() and not matched.draw_button.isEnabled()
    assert column(matched.result.lots, matched.result.lots.CODE) == ["T1"]


def test_projects_from_a_table(ready, project, qtbot):  # noqa: F811
    from qgis.core import QgsFeature, QgsVectorLayer

    table = QgsVectorLayer("NoGeometry?field=code:string&field=region:string&field=quantity:double&field=paddy:double"
                           "&field=capacity:double", "projects", "memory")  # fmt: skip
    feature = QgsFeature(table.fields())
    feature.setAttributes(["T1", "379901", 12.5, 0.0, 9000.0])
    table.dataProvider().addFeatures([feature])
    project.addMapLayer(table)
    ready.choices.in_table.setChecked(True)
    ready.choices.layers["DEMANDS"].setLayer(table)
    press(ready, ready.run_button, qtbot)
    assert ready.layer is None and column(ready.result.projects, ready.result.projects.CODE) == ["T1"]
    mark = ready._mark
    press(ready, ready.match_button, qtbot)
    assert ready._mark == mark


def test_the_workbook_is_of_the_matching_shown(matched, qtbot, tmp_path, monkeypatch):
    from openpyxl import load_workbook
    from qgis.PyQt.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    matched.open_workbook()
    assert opened == [str(tmp_path / "book.xlsx")]
    matched.result.choose("DK001")
    pin(matched, "XGBC202515")
    press(matched, matched.match_button, qtbot)
    mark, found = matched._mark, matched.result.found
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE):
        matched.open_workbook()
    assert opened == [str(tmp_path / "book.xlsx")] * 2 and (matched._mark, matched.result.found) == (mark, found)
    book = load_workbook(tmp_path / "book.xlsx", read_only=True)
    text = "\n".join(str(cell) for row in book["输入与口径"].iter_rows(values_only=True) for cell in row if cell)
    book.close()
    assert "DK001 = XGBC202515" in text and "XMHX" in text
    matched.copy_workbook(str(tmp_path / "copy.xlsx"))
    assert (tmp_path / "copy.xlsx").read_bytes() == (tmp_path / "book.xlsx").read_bytes()


# ------------------------------------------------------------------------------------------------------------- the end


def test_cancel_leaves_no_file_no_layer_and_the_former_result(matched, qtbot, tmp_path, project):  # noqa: F811
    from qgis.PyQt.QtCore import Qt

    before, book = set(project.mapLayers()), (tmp_path / "book.xlsx").read_bytes()
    answer(qtbot, "Replace")
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(matched.run_button, Qt.MouseButton.LeftButton)
        assert matched.run.running and not matched.run_button.isEnabled() and not matched.match_button.isEnabled()
        qtbot.mouseClick(matched.cancel_button, Qt.MouseButton.LeftButton)
    assert ended.args[0] is False and messages(matched) == ["Cancelled. Nothing was written."]
    assert set(project.mapLayers()) == before and (tmp_path / "book.xlsx").read_bytes() == book
    assert matched.result.projects.rowCount() == 12 and matched.run_button.isEnabled()


def test_another_project_forgets_the_result(matched, project):  # noqa: F811
    project.clear()
    assert matched.result.projects.rowCount() == 0 and matched.result.lots.rowCount() == 0 and not matched.stale()
    assert not matched.match_button.isEnabled() and not any(action.isEnabled() for action in matched.book_actions)


def test_the_plugin_may_be_unloaded_during_a_run(qgis_iface, project, qgis_processing, qtbot, tmp_path):  # noqa: F811
    from qgis.core import QgsApplication

    from ... import classFactory
    from ...plugin import WINDOWS

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    file = reserve_ledger(tmp_path / "reserve.gpkg")
    load(*LAYERS)
    opened = plugin.show_window(next(each for each in WINDOWS if each.class_name == "FarmlandDialog"))
    opened.choices.ledger.offer(file)
    opened.choices.grade.setValue(10)
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    opened.start()
    assert opened.run.running
    answer(qtbot, "Stop")
    plugin.unload()
    del opened
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=A_MINUTE)
    qtbot.wait(200)
    assert not (tmp_path / "book.xlsx").exists() and SAMPLE.exists()


def test_the_workbook_of_the_year_joins_ledger_and_layers(matched, qtbot, tmp_path) -> None:
    """T05, T07, T27 and T08 in one workbook, from what is chosen in the window; everything foots."""
    from openpyxl import load_workbook
    from qgis.core import QgsProject, QgsVectorLayer

    from ...dialogs.farmland_year import YearDialog

    folder = Path(SAMPLE).parent
    prime = QgsVectorLayer(f"{SAMPLE}|layername=YJJBNTBHTB", "YJJBNTBHTB", "ogr")
    blocks = QgsVectorLayer(f"{folder / 'farmland' / 'farmland_madeup.gpkg'}|layername=BHDK", "BHDK", "ogr")
    QgsProject.instance().addMapLayers([blocks, prime])
    assert matched.year_action.isEnabled()
    dialog = YearDialog(matched.choices.parameters(), matched)
    qtbot.addWidget(dialog)
    assert dialog.prime.currentLayer() == prime and dialog.asked() == ["T05", "T06", "T07", "T27", "T09", "T10", "T10S"]
    assert "TABLES" not in dialog.parameters() and "SUPPLEMENT" not in dialog.parameters()
    dialog.tables["T08"].setChecked(True)
    assert not dialog.ok.isEnabled() and "T08" in dialog.told.text()
    dialog.blocks.setLayer(blocks)
    assert dialog.ok.isEnabled() and dialog.number.currentField() == "DKBH"
    for name in ("T06", "T09", "T10", "T10S"):
        dialog.tables[name].setChecked(False)
    dialog.file.setFilePath(str(tmp_path / "year"))
    given = dialog.parameters()
    assert given["TABLES"] == "T05,T07,T27,T08" and given["WORKBOOK"] == str(tmp_path / "year.xlsx")
    with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
        matched._write_year(given)
    assert ended.args[0], matched.run.reason
    assert ended.args[1]["UNBALANCED_COUNT"] == 0 and ended.args[1]["OCCUPIED_MU"] == matched.numbers["NEED_QUANTITY_MU"]
    names = load_workbook(tmp_path / "year.xlsx").sheetnames
    assert {"占用土地分类面积表", "永久基本农田占用补划一览表", "补充耕地储备库"} <= set(names)
    assert "挂钩核销台账" not in names
    assert any("year.xlsx" in text for text in messages(matched)), messages(matched)
