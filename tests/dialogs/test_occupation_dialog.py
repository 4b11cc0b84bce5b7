"""The occupation window, driven like a user does it: choose, click, look, close."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample_township_madeup.gpkg"
A_MINUTE = 60_000


def load(*names, project=None):
    from qgis.core import QgsProject, QgsVectorLayer

    layers = {name: QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr") for name in names}
    assert all(layer.isValid() for layer in layers.values())
    QgsProject.instance().addMapLayers(list(layers.values()))
    return layers


@pytest.fixture
def project(qgis_app, qgis_new_project):
    from qgis.core import QgsProject, QgsSettings

    QgsSettings().remove("LandLedger")
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def window(project, provider, qgis_iface, qtbot):
    from ...dialogs.occupation import OccupationDialog

    windows = []

    def open_window():
        opened = OccupationDialog(qgis_iface, None)
        qtbot.addWidget(opened)
        windows.append(opened)
        opened.show()
        return opened

    yield open_window
    for opened in windows:
        opened.run.cancel()
        qtbot.waitUntil(lambda opened=opened: not opened.run.running, timeout=A_MINUTE)


def run(window, qtbot):
    from qgis.PyQt.QtCore import Qt

    with qtbot.waitSignal(window.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(window.run_button, Qt.MouseButton.LeftButton)
    return ended.args


def messages(window):
    return [item.text() for item in window.bar.items()]


def answer(qtbot, button_name):
    """Click a button of the question that is about to open; says what was asked."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QPushButton

    asked = []

    def click():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, click)
            return
        asked.append(box.text())
        box.findChild(QPushButton, button_name).click()

    QTimer.singleShot(20, click)
    return asked


@pytest.fixture
def ready(window, tmp_path):
    """An open window over four layers of the sample, writing into an empty folder."""
    layers = load("XMHX", "DLTB", "YJJBNTBHTB", "STBHHX")
    opened = window()
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    opened.layers = layers
    return opened


def test_layers_and_fields_are_guessed_from_the_sample(window):
    roles = {
        "FOOTPRINTS": "XMHX",
        "SURVEY": "DLTB",
        "PRIME_FARMLAND": "YJJBNTBHTB",
        "ECO_REDLINE": "STBHHX",
        "URBAN_BOUNDARY": "CZKFBJ",
        "PLAN": "GHDLTB",
        "OWNERSHIP": "JTTDSYQ",
        "QUALITY": "GDZLDB",
        "APPROVED": "YPJSYD",
        "FORMER_SURVEY": "DLTB_2019",
    }
    load(*roles.values(), "CJDCQ")
    panel = window().choices
    assert {name: combo.currentLayer().name() for name, combo in panel.layers.items()} == roles
    fields = {name: combo.currentField() for name, combo in panel.fields.items()}
    assert fields == {"FOOTPRINT_ID": "DKBH", "FOOTPRINT_NAME": "DKMC", "PLANNED_USE": "GHYT"}
    assert [panel.extras.item(row).text() for row in range(panel.extras.count())] == ["CJDCQ"]


def test_the_sample_can_be_loaded_into_an_empty_project(window, project, qtbot):
    from qgis.PyQt.QtWidgets import QPushButton

    opened = window()
    assert "DLTB" in messages(opened)[0]
    opened.bar.findChild(QPushButton, "LoadSample").click()
    assert len(project.mapLayers()) == 10
    found = {name: combo.currentLayer() for name, combo in opened.choices.layers.items()}
    assert [name for name, layer in found.items() if layer is None] == []
    tables = {name: layer.source().split("layername=")[1] for name, layer in found.items()}
    assert tables["FOOTPRINTS"] == "XMHX" and tables["SURVEY"] == "DLTB" and tables["FORMER_SURVEY"] == "DLTB_2019"
    assert opened.choices.problem() is None


def test_layers_that_come_later_are_offered_and_those_that_go_are_forgotten(window, project):
    panel = window().choices
    load("XMHX")
    assert panel.layers["FOOTPRINTS"].currentLayer().name() == "XMHX"
    assert panel.layers["SURVEY"].currentLayer() is None
    survey = load("DLTB")["DLTB"]
    assert panel.layers["SURVEY"].currentLayer() is survey
    project.removeMapLayer(survey.id())
    assert panel.layers["SURVEY"].currentLayer() is None
    assert panel.problem() is not None


def test_presets_show_the_rules_of_the_bureau(window, monkeypatch, tmp_path):
    """The window says what the run will do: the bureau's own rules first, ours where its file can't be read."""
    from ...processing import settings

    own = tmp_path / "own.csv"
    monkeypatch.setattr(settings, "own_folder", lambda kind: tmp_path)
    head = "key,year,value,kind,choices,unit,meaning,source,status\n"
    for line, shown in (
        ("approval_master,,parcel,choice,parcel|footprint|none,,x,x,seen\n", "registered parcel area (TBMJ)"),
        ("approval_master,,nobody,choice,parcel|footprint|none,,x,x,seen\n", "surveyed footprint"),
    ):
        own.write_text(head + line, encoding="utf-8")
        panel = window().choices
        panel.choices["PRESET"].setCurrentIndex(1)
        assert panel.choices["MASTER"].itemText(0) == f"by preset: {shown}"


def test_what_the_preset_gives_is_shown_and_an_explicit_choice_wins(window):
    load("XMHX", "DLTB")
    panel = window().choices
    preset, method = panel.choices["PRESET"], panel.choices["AREA_METHOD"]
    preset.setCurrentIndex(preset.findData("approval"))
    assert [panel.choices[name].itemText(0) for name in ("AREA_METHOD", "MASTER", "UNIT")] == [
        "by preset: plane area", "by preset: surveyed footprint", "by preset: 1 m² (0.0001 ha)",
    ]  # fmt: skip
    assert panel.parameters()["PRESET"] == 1 and "AREA_METHOD" not in panel.parameters()
    method.setCurrentIndex(method.findData("ellipsoid"))
    assert panel.parameters()["AREA_METHOD"] == 0


def test_a_run_fills_the_table_with_the_pieces_of_the_layer(ready, qtbot, tmp_path, project):
    ok, results, layers = run(ready, qtbot)
    assert ok, (ready.run.reason, ready.result.log.toPlainText())
    (layer,) = layers
    assert project.mapLayer(layer.id()) is layer
    assert layer.renderer().type() == "categorizedSymbol"
    assert project.layerTreeRoot().layerOrder()[0] is layer
    model = ready.result.model
    assert model.rowCount() == layer.featureCount() == results["PIECE_COUNT"] > 100
    assert (tmp_path / "book.xlsx").stat().st_size > 0
    assert Decimal(repr(results["TOTAL_AREA_M2"])) == model.area_shown().square_metres(2)
    assert str(model.area_shown().square_metres(2)) in ready.result.totals.text()
    assert ready.export_button.isEnabled()
    assert any(str(results["FOOTPRINT_COUNT"]) in text for text in messages(ready))


def test_table_cells_are_those_of_the_layer(ready, qtbot):
    _, _, (layer,) = run(ready, qtbot)
    model = ready.result.model
    for row in range(0, model.rowCount(), 7):
        (identifier,) = model.ids_of([row])
        feature = layer.getFeature(identifier)
        shown = [model.data(model.index(row, column)) for column in (model.PLOT, model.M2, model.HA, model.MU)]
        areas = [Decimal(text) for text in shown[1:]]
        assert shown[0] == feature["FP_ID"]
        assert areas == [Decimal(repr(feature[name])) for name in ("AREA_ADJ", "AREA_HA", "AREA_MU")]
        assert (model.data(model.index(row, model.YN)) == "yes") == (feature["IN_YN"] == 1)


def test_conflicts_are_red_and_can_be_shown_alone(ready, qtbot):
    from qgis.PyQt.QtCore import Qt

    _, _, (layer,) = run(ready, qtbot)
    expected = sum(feature["IN_YN"] == 1 or feature["IN_HX"] == 1 for feature in layer.getFeatures())
    assert 0 < expected < layer.featureCount()
    ready.result.conflicts.setChecked(True)
    model = ready.result.model
    assert model.rowCount() == expected == model.conflicts_shown()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ForegroundRole).color().red() > 150
    ready.result.conflicts.setChecked(False)
    ready.result.filter.setText("DK001 01")
    assert 0 < model.rowCount() < layer.featureCount()
    assert {model.data(model.index(row, model.PLOT)) for row in range(model.rowCount())} == {"DK001"}


def test_columns_sort_by_value(ready, qtbot):
    from qgis.PyQt.QtCore import Qt

    run(ready, qtbot)
    model = ready.result.model
    ready.result.table.sortByColumn(model.M2, Qt.SortOrder.DescendingOrder)
    areas = [Decimal(model.data(model.index(row, model.M2))) for row in range(model.rowCount())]
    assert areas == sorted(areas, reverse=True)


def test_a_click_on_a_row_selects_the_piece_and_the_map_goes_there(ready, qtbot, qgis_iface):
    from qgis.PyQt.QtCore import Qt

    _, _, (layer,) = run(ready, qtbot)
    table, model = ready.result.table, ready.result.model
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    before = canvas.extent()
    middle = table.visualRect(model.index(3, model.CLASS)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    (identifier,) = model.ids_of([3])
    assert layer.selectedFeatureIds() == [identifier]
    extent = canvas.extent()
    assert extent.contains(layer.getFeature(identifier).geometry().boundingBox())
    assert extent.width() < before.width() / 4
    assert ready.locate_button.isEnabled()


def test_selecting_on_the_map_chooses_the_row(ready, qtbot):
    _, _, (layer,) = run(ready, qtbot)
    identifier = ready.result.model.ids_of([9])[0]
    layer.selectByIds([identifier])
    assert ready.result.chosen_ids() == [identifier]
    ready.result.table.sortByColumn(ready.result.model.M2, 0)
    assert ready.result.chosen_ids() == [identifier]


def test_the_result_layer_may_be_removed(ready, qtbot, project):
    _, _, (layer,) = run(ready, qtbot)
    ready.result.table.selectRow(0)
    project.removeMapLayer(layer.id())
    ready.result.locate()
    ready.result.filter.setText("DK001")
    assert ready.result.layer is None and not ready.locate_button.isEnabled()


def test_layers_may_be_removed_while_they_are_read(window, qtbot, project, tmp_path):
    """Layers in memory, which are not read from a file; the result is that of a run whose layers stay."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayer
    from qgis.PyQt.QtCore import Qt

    for name in ("XMHX", "DLTB"):
        layer = QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr").materialize(QgsFeatureRequest())
        layer.setName(name)
        project.addMapLayer(layer)
    opened = window()
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    _, results, _ = run(opened, qtbot)
    opened.choices.output.workbook.setFilePath(str(tmp_path / "again.xlsx"))
    read = [combo.currentLayer().id() for combo in opened.choices.layers.values() if combo.currentLayer() is not None]
    with qtbot.waitSignal(opened.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(opened.run_button, Qt.MouseButton.LeftButton)
        project.removeMapLayers(read)
    successful, again, _ = ended.args
    assert successful and len(read) == 2 and again["PIECE_COUNT"] == results["PIECE_COUNT"] > 0


def test_cancel_leaves_no_file_and_no_layer(ready, qtbot, tmp_path, project):
    from qgis.PyQt.QtCore import Qt

    ready.choices.output.saved.setChecked(True)
    ready.choices.output.layer.setFilePath(str(tmp_path / "pieces.gpkg"))
    before = set(project.mapLayers())
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(ready.run_button, Qt.MouseButton.LeftButton)
        assert ready.run.running and not ready.run_button.isEnabled()
        qtbot.mouseClick(ready.cancel_button, Qt.MouseButton.LeftButton)
    assert ended.args[0] is False
    assert list(tmp_path.iterdir()) == []
    assert set(project.mapLayers()) == before
    assert messages(ready) == ["Cancelled. Nothing was written."]
    assert ready.run_button.isEnabled() and not ready.export_button.isEnabled()


def test_a_file_is_replaced_only_after_asking(ready, qtbot, tmp_path):
    from qgis.PyQt.QtCore import Qt

    book = tmp_path / "book.xlsx"
    book.write_text("mine")
    asked = answer(qtbot, "Keep")
    qtbot.mouseClick(ready.run_button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1 and str(book) in asked[0]
    assert not ready.run.running and book.read_text() == "mine"
    answer(qtbot, "Replace")
    ok, _, _ = run(ready, qtbot)
    assert ok and book.read_bytes()[:2] == b"PK"


def test_a_saved_layer_can_be_replaced_by_the_next_run(ready, qtbot, tmp_path, project):
    ready.choices.output.saved.setChecked(True)
    ready.choices.output.layer.setFilePath(str(tmp_path / "pieces"))
    ok, _, (first,) = run(ready, qtbot)
    assert ok and (tmp_path / "pieces.gpkg").exists()
    gone = first.id()
    answer(qtbot, "Replace")
    ok, _, (second,) = run(ready, qtbot)
    assert ok, ready.run.reason
    assert project.mapLayer(gone) is None and ready.result.layer is second
    assert ready.result.model.rowCount() == second.featureCount() > 100


def test_an_input_is_never_replaced(ready, qtbot):
    ready.choices.output.saved.setChecked(True)
    ready.choices.output.layer.setFilePath(str(SAMPLE))
    ready.start()
    assert not ready.run.running and str(SAMPLE) in messages(ready)[0]


def test_choices_are_remembered_in_the_project(ready, window, qtbot, tmp_path, project):
    panel = ready.choices
    panel.layers["PRIME_FARMLAND"].setCurrentIndex(0)
    panel.layers["PRIME_FARMLAND"].activated.emit(0)
    panel.layers["SURVEY"].setLayer(ready.layers["DLTB"])
    panel.fields["FOOTPRINT_ID"].setField("DKMC")
    panel.choices["PRESET"].setCurrentIndex(1)
    panel.choices["MASTER"].setCurrentIndex(3)
    panel.tolerance.setValue(0.005)
    panel.field_map.setText("DLBM=地类编码")
    panel.parties.setChecked(True)
    panel.tables.setText("T07,T28")
    ready.close()
    saved = tmp_path / "remembered.qgz"
    assert project.write(str(saved))
    project.clear()
    assert panel.layers["SURVEY"].currentLayer() is None
    assert project.read(str(saved))
    again = window().choices
    assert again.layers["PRIME_FARMLAND"].currentLayer() is None
    assert again.layers["SURVEY"].currentLayer().name() == "DLTB"
    assert again.fields["FOOTPRINT_ID"].currentField() == "DKMC"
    assert again.choices["PRESET"].currentData() == "approval"
    assert again.choices["MASTER"].currentData() == "none"
    assert again.tolerance.value() == 0.005
    assert again.field_map.text() == "DLBM=地类编码"
    assert again.parties.isChecked() and again.tables.text() == "T07,T28"
    assert again.output.workbook.filePath() == str(tmp_path / "book.xlsx")


def test_a_bad_layer_is_told_in_one_sentence(ready, qtbot, project, tmp_path):
    from qgis.core import QgsVectorLayer

    bad = QgsVectorLayer("Polygon?crs=EPSG:4527&field=A:string", "no survey", "memory")
    project.addMapLayer(bad)
    ready.choices.layers["SURVEY"].setLayer(bad)
    ok, _, layers = run(ready, qtbot)
    assert not ok and layers == []
    (told,) = messages(ready)
    assert "no survey" in told and "Traceback" not in told
    assert ready.run_button.isEnabled() and list(tmp_path.iterdir()) == []


def test_what_is_missing_is_said_before_the_run(window, project):
    load("DLTB")
    opened = window()
    opened.start()
    assert messages(opened) == ["Choose the layer of the red lines."]
    assert not opened.run.running


def test_closing_during_a_run_asks_and_cancels(ready, qtbot, tmp_path):
    from qgis.PyQt.QtCore import Qt

    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE):
        qtbot.mouseClick(ready.run_button, Qt.MouseButton.LeftButton)
        asked = answer(qtbot, "Stop")
        ready.close()
        assert len(asked) == 1 and not ready.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_saved_as_a_copy(ready, qtbot, tmp_path):
    run(ready, qtbot)
    ready.copy_workbook(str(tmp_path / "copy.xlsx"))
    assert (tmp_path / "copy.xlsx").read_bytes() == (tmp_path / "book.xlsx").read_bytes()
    ready.copy_workbook(str(tmp_path / "nowhere" / "copy.xlsx"))
    assert "nowhere" in messages(ready)[-1] or "nowhere" in messages(ready)[0]


def test_fifty_thousand_pieces_stay_quick(qgis_app):
    import numpy as np

    from ...dialogs.occupation_table import FLAGS, TEXTS, PieceModel, Pieces

    count = 50_000
    texts = {name: [f"{name}{row % 97}" for row in range(count)] for name in TEXTS}
    flags = {name: np.arange(count) % 5 == 0 for name in FLAGS}
    pieces = Pieces(np.arange(count), texts, flags, np.arange(count), np.arange(count) * 7)
    model = PieceModel()
    started = time.perf_counter()
    model.set_pieces(pieces)
    model.narrow("FP_ID9", "", False)
    model.sort(PieceModel.M2)
    model.sort(PieceModel.OWNER)
    for row in range(60):
        for column in range(model.columnCount()):
            model.data(model.index(row, column))
    assert time.perf_counter() - started < 2.0
    assert 0 < model.rowCount() < count


def test_whole_square_metres_are_shown_with_four_decimals_of_a_hectare(ready, qtbot):
    preset = ready.choices.choices["PRESET"]
    preset.setCurrentIndex(preset.findData("approval"))
    _, _, (layer,) = run(ready, qtbot)
    model = ready.result.model
    feature = layer.getFeature(model.ids_of([0])[0])
    shown = [model.data(model.index(0, column)) for column in (model.M2, model.HA, model.MU)]
    assert shown[0] == str(int(feature["AREA_ADJ"]))
    assert [len(text.split(".")[1]) for text in shown[1:]] == [4, 4]
    assert [Decimal(text) for text in shown[1:]] == [Decimal(repr(feature[name])) for name in ("AREA_HA", "AREA_MU")]


def test_findings_and_numbers_stand_on_their_tab(ready, qtbot):
    _, results, _ = run(ready, qtbot)
    numbers = ready.result.numbers
    told = {numbers.item(row, 0).text(): numbers.item(row, 1).text() for row in range(numbers.rowCount())}
    assert told["Number of pieces"] == str(results["PIECE_COUNT"])
    assert Decimal(told["Total area (m²), overlaps once"]) == Decimal(repr(results["TOTAL_AREA_M2"]))
    assert ready.result.messages.count() == results["FINDING_COUNT"] > 0
    assert ready.result.tabText(1) == f"Findings and checks ({results['FINDING_COUNT']})"
    assert results["UNBALANCED_COUNT"] == 0 and ready.result.verdict.text().startswith("All checks hold.")


def test_a_draft_is_called_a_draft(ready):
    ready.result.show_numbers(ready._algorithm, {"FINDING_COUNT": 0, "UNBALANCED_COUNT": 3})
    assert "draft" in ready.result.verdict.text() and "3" in ready.result.verdict.text()


def test_tab_goes_from_layers_to_rules_to_files_to_the_buttons(ready):
    chain, widget = [], ready.choices.layers["FOOTPRINTS"]
    for _ in range(400):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    panel = ready.choices
    wanted = [
        panel.layers["FOOTPRINTS"], panel.fields["FOOTPRINT_ID"], panel.layers["SURVEY"], panel.layers["PRIME_FARMLAND"],
        panel.choices["PRESET"], panel.output.saved, ready.result.filter, ready.result.table, ready.run_button,
        ready.close_button,
    ]  # fmt: skip
    places = [chain.index(widget) for widget in wanted]
    assert places == sorted(places)
    assert ready.run_button.isDefault()


def test_opening_another_project_ends_the_run_and_forgets_the_result(ready, qtbot, project):
    from qgis.PyQt.QtCore import Qt

    run(ready, qtbot)
    project.clear()
    assert ready.result.model.rowCount() == 0 and ready.choices.problem() is not None
    load("XMHX", "DLTB")
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        answer(qtbot, "Replace")
        qtbot.mouseClick(ready.run_button, Qt.MouseButton.LeftButton)
        project.clear()
    assert ended.args[0] is False and len(project.mapLayers()) == 0


def test_only_selected_red_lines(ready, qtbot):
    ready.choices.selected_only.setChecked(True)
    ready.start()
    assert not ready.run.running and "selected" in messages(ready)[0]
    ready.layers["XMHX"].selectByExpression("DKBH IN ('DK001', 'DK002')")
    ok, results, _ = run(ready, qtbot)
    assert ok and results["FOOTPRINT_COUNT"] == 2
    assert [number for number, _ in ready.result.model.plots()] == ["DK001", "DK002"]


def test_the_wheel_over_a_choice_changes_nothing(ready):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    preset = ready.choices.choices["PRESET"]
    ready.run_button.setFocus()
    for turn in (-120, -120, 120):
        at = QPointF(4, 4)
        event = QWheelEvent(
            at, QPointF(preset.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(preset, event)
    assert preset.currentIndex() == 0


def test_the_plugin_may_be_unloaded_during_a_run(qgis_iface, project, qgis_processing, qtbot, tmp_path):
    from qgis.core import QgsApplication

    from ... import classFactory
    from ...plugin import WINDOWS

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    load("XMHX", "DLTB", "YJJBNTBHTB")
    opened = plugin.show_window(WINDOWS[0])
    assert plugin.show_window(WINDOWS[0]) is opened
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    opened.start()
    assert opened.run.running
    answer(qtbot, "Stop")
    plugin.unload()
    del opened
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=A_MINUTE)
    qtbot.wait(200)
    assert list(tmp_path.iterdir()) == []
