"""The window of planner service areas on a real canvas: units are clicked, boxed and drawn around, keys typed, work saved."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from .service_sample import SIDE, SOUTH, WEST, code_of, table_layer, teams_layer, units_layer
from .test_occupation_dialog import A_MINUTE, answer, messages, project  # noqa: F401 - fixtures

COUNT, COLUMNS = 24, 6
BASES = ((1.0, 1.0), (5.0, 1.0), (3.0, 3.5))


@pytest.fixture
def panel(project, provider, qgis_iface, qtbot):  # noqa: F811
    from qgis.core import QgsSettings
    from qgis.PyQt import sip

    from ...dialogs.service_areas import ServiceDock
    from ...processing.ledger_algorithm import LAST_LEDGER

    QgsSettings().remove(LAST_LEDGER)
    QgsSettings().remove("LandLedger/ledgers")
    docks = []

    def make():
        dock = ServiceDock(qgis_iface, None)
        docks.append(dock)
        dock.show()
        return dock

    yield make
    for dock in docks:
        if not sip.isdeleted(dock):
            dock.run.cancel()
            qtbot.waitUntil(lambda dock=dock: not dock.run.running, timeout=A_MINUTE)
            dock.shut()
            dock.deleteLater()


def opened(dock, qtbot):
    dock.open()
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    assert dock.scenario is not None, messages(dock)
    return dock


@pytest.fixture
def ready(panel, qtbot):
    """The window over a made-up grid of 24 villages and three teams, the whole of it on a canvas."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    dock = panel()
    dock.canvas.resize(600, 400)
    dock.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4527"))
    opened(dock, qtbot)
    dock.canvas.setExtent(QgsRectangle(WEST, SOUTH, WEST + 6 * SIDE, SOUTH + 4 * SIDE))
    return dock


def pixel(dock, x: float, y: float):
    """Where a place (km from the corner) is on the canvas."""
    from qgis.core import QgsPointXY

    point = dock.canvas.getCoordinateTransform().transform(QgsPointXY(WEST + x * SIDE, SOUTH + y * SIDE))
    return point.toQPointF().toPoint()


def click(dock, qtbot, x: float, y: float, button="LeftButton"):
    from qgis.PyQt.QtCore import Qt

    qtbot.mouseClick(dock.canvas.viewport(), getattr(Qt.MouseButton, button), pos=pixel(dock, x, y))


def drag(dock, *places):
    """Press, move along, let go."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    points = [QPointF(pixel(dock, *place)) for place in places]
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1), QEvent.Type.MouseButtonRelease]
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, point in zip(kinds, [*points, points[-1]]):
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        QApplication.sendEvent(dock.canvas.viewport(), QMouseEvent(kind, point, button, pressed, none))


def hover(dock, x: float, y: float):
    """The mouse goes over a place."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(pixel(dock, x, y)), nothing, nothing, none)
    QApplication.sendEvent(dock.canvas.viewport(), event)


def type_key(dock, qtbot, key, control=False):
    """A key over the map, as QGIS delivers it."""
    from qgis.PyQt.QtCore import Qt

    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(dock.canvas, getattr(Qt.Key, f"Key_{key}"), modifier)


def teams_of(dock) -> list[int]:
    return dock.scenario.team_of.tolist()


def on_map(dock) -> dict[str, int]:
    """What the layer on the map says, unit by unit."""
    return {feature["UNIT"]: feature["TEAM_NO"] for feature in dock.map.layer.getFeatures()}


def agrees(dock) -> None:
    """Map, table of teams and figures tell the same as the scenario, counted anew."""
    codes = [code_of(row, COLUMNS) for row in range(COUNT)]
    assert on_map(dock) == dict(zip(codes, teams_of(dock)))
    assert dock.scenario.standing.totals.tolist() == dock.scenario.scene.totals(dock.scenario.team_of).tolist()
    model = dock.work.model
    shown = [model.data(model.index(row, 2)) for row in range(model.rowCount())]
    assert shown == [str(teams_of(dock).count(team)) for team in (0, 1, 2, -1)]
    assert f"<b>{teams_of(dock).count(-1)}</b>" in dock.work.figures.text()


def column(model, place):
    return [model.data(model.index(row, place)) for row in range(model.rowCount())]


# ------------------------------------------------------------------------------------------------------------- opening


def test_an_empty_project_is_told_what_to_load(panel):
    dock = panel()
    assert "units" in dock.start.hint.text() and "teams" in dock.start.hint.text()
    assert not dock.start.sample_button.isHidden()
    dock.open()
    assert messages(dock) == ["Choose the layer of the service units."]
    layer = units_layer(4, 2)
    assert dock.start.layers["UNITS"].currentLayer() is layer
    dock.open()
    assert messages(dock) == ["Choose the layer of the teams."]


def test_the_sample_can_be_tried(panel, qtbot):
    dock = panel()
    dock.start.sample_button.click()
    assert dock.start.sample_button.isHidden()
    opened(dock, qtbot)
    assert len(dock.scenario.scene) == 140 and len(dock.scenario.scene.teams) == 7
    assert len(dock.scenario.unserved) == 4 and "two teams" in messages(dock)[0]
    assert not dock.scenario.stored


def test_only_rows_that_hold_on_the_day_are_taken(panel, qtbot, tmp_path):
    """But a file of our own is read whole, whichever day its scenarios begin: it would be written without them."""
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QDate, QVariant

    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    table = table_layer(*(("Today", code_of(row, COLUMNS), "G2") for row in (0, 1, 2, 3)), ("Today", code_of(1, COLUMNS), "G3"))
    table.dataProvider().addAttributes([QgsField("VALID_FROM", QVariant.String), QgsField("VALID_TO", QVariant.String)])
    table.updateFields()
    terms = (("", ""), ("2024-01-01", "2025-12-31"), ("2026-03-01", ""), ("2026-01-31", "2026-01-31"), ("2026-01-01", ""))
    table.dataProvider().changeAttributeValues({row + 1: {3: first, 4: last} for row, (first, last) in enumerate(terms)})
    dock = panel()
    dock.start.layers["CURRENT"].setLayer(table)
    dock.start.day.setDate(QDate(2026, 1, 31))
    assert teams_of(opened(dock, qtbot))[:5] == [1, 2, -1, 1, -1] and not messages(dock)
    dock.keeping.path = str(tmp_path / "later.gpkg")
    saved(dock, qtbot)
    other = panel()
    other.start.file.setFilePath(dock.keeping.path)
    other.start.day.setDate(QDate(2020, 1, 1))
    assert teams_of(opened(other, qtbot)) == teams_of(dock)


def test_the_layers_are_guessed_and_remembered(panel):
    from qgis.core import QgsProject

    units, teams = units_layer(4, 2), teams_layer((0, 0))
    points = units_layer(4, 2, points=True)
    points.setName("zz")
    dock = panel()
    assert dock.start.layers["UNITS"].currentLayer() is units and dock.start.layers["TEAMS"].currentLayer() is teams
    dock.start.layers["UNITS"].setLayer(points)
    dock.start.choices["ROLE"].setCurrentIndex(1)
    dock.start.remember()
    other = panel()
    assert other.start.layers["UNITS"].currentLayer() is points and other.start.choices["ROLE"].currentIndex() == 1
    QgsProject.instance().removeMapLayer(points)
    assert other.start.layers["UNITS"].currentLayer() is units


def test_what_can_not_be_read_is_one_sentence(panel, qtbot):
    layer = units_layer(4, 2)
    teams_layer((0, 0))
    first, second = list(layer.getFeatures())[:2]
    layer.dataProvider().changeAttributeValues({second.id(): {0: first["DYDM"]}})
    dock = panel()
    dock.open()
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    assert dock.scenario is None and dock.start.isEnabled()
    (message,) = messages(dock)
    assert str(first["DYDM"]) in message and "twice" in message


def test_it_opens_with_nobody_served(ready):
    assert teams_of(ready) == [-1] * COUNT and ready.work.unserved.model.rowCount() == COUNT
    assert ready.scenarios.names == ["Scenario 1"] and ready.work.state.text() == "Not saved yet."
    assert ready.canvas.mapTool() is ready.tool and ready.work.box_button.isChecked()
    agrees(ready)


def test_every_button_says_what_it_does(ready):
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QHeaderView, QLineEdit, QTabBar, QTableView

    ready.acts.hand_over(np.arange(12), 0)
    work = ready.work
    for button in work.findChildren(QAbstractButton):
        if not isinstance(button.parent(), (QTabBar, QLineEdit, QTableView, QHeaderView)):
            assert button.toolTip(), button.text()
    assert all(combo.toolTip() for combo in work.findChildren(QComboBox)) and work.search.toolTip()


def test_points_are_given_cells(panel, qtbot):
    units_layer(COUNT, COLUMNS, points=True)
    teams_layer(*BASES)
    dock = opened(panel(), qtbot)
    assert dock.map.layer.featureCount() == COUNT
    assert dock.map.within(dock.map.layer.getFeature(1).geometry()).tolist() == [0]


def test_a_table_to_begin_with_is_not_saved_yet(panel, qtbot):
    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    rows = [("Today", code_of(row, COLUMNS), "G2") for row in range(5)]
    table = table_layer(*rows, ("Today", "379999999999", "G1"), ("Other", code_of(0, COLUMNS), "G9"))
    dock = panel()
    dock.start.layers["CURRENT"].setLayer(table)
    opened(dock, qtbot)
    assert dock.scenarios.names == ["Today", "Other"] and teams_of(dock) == [1] * 5 + [-1] * 19
    assert dock.work.state.text().startswith("Not saved yet.")
    (message,) = messages(dock)
    assert "379999999999" in message and "G9" in message


# ------------------------------------------------------------------------------------------------------------ handing over


def test_a_click_gives_one_unit(ready, qtbot):
    ready.work.teams.choose(1)
    click(ready, qtbot, 2.5, 1.5)
    assert [row for row, team in enumerate(teams_of(ready)) if team == 1] == [8]
    assert ready.work.status.text() == "1 units to Group 2."
    agrees(ready)


def test_a_click_beside_all_units_says_so(ready, qtbot):
    ready.map.zoom_to(np.arange(COUNT), flash=False)
    click(ready, qtbot, -0.5, 1.5)
    assert set(teams_of(ready)) == {-1} and "no unit" in ready.work.status.text()


def test_a_box_takes_the_units_whose_middle_it_holds(ready):
    drag(ready, (0.2, 0.2), (1.0, 1.0), (2.7, 1.7))
    assert [row for row, team in enumerate(teams_of(ready)) if team == 0] == [0, 1, 2, 6, 7, 8]
    agrees(ready)


def test_a_lasso_takes_what_it_goes_around(ready):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.mouseClick(ready.work.lasso_button, Qt.MouseButton.LeftButton)
    assert ready.work.lasso_button.isChecked() and not ready.work.box_button.isChecked()
    drag(ready, (0.1, 0.1), (5.9, 0.1), (5.9, 0.9), (1.1, 0.9), (1.1, 3.9), (0.1, 3.9))
    assert [row for row, team in enumerate(teams_of(ready)) if team == 0] == [0, 1, 2, 3, 4, 5, 6, 12, 18]
    agrees(ready)


def test_keys_choose_the_team_and_undo(ready, qtbot):
    type_key(ready, qtbot, 3)
    assert ready.work.teams.team == 2
    drag(ready, (0.2, 0.2), (5.8, 1.8))
    type_key(ready, qtbot, 0)
    assert ready.work.teams.team == -1
    click(ready, qtbot, 0.5, 0.5)
    after = teams_of(ready)
    assert after == [-1] + [2] * 11 + [-1] * 12
    type_key(ready, qtbot, 9)
    assert ready.work.teams.team == -1
    type_key(ready, qtbot, "Z", control=True)
    assert teams_of(ready) == [2] * 12 + [-1] * 12
    type_key(ready, qtbot, "Z", control=True)
    assert teams_of(ready) == [-1] * 24 and not ready.work.undo_button.isEnabled()
    agrees(ready)
    type_key(ready, qtbot, "Y", control=True)
    type_key(ready, qtbot, "Y", control=True)
    assert teams_of(ready) == after and not ready.work.redo_button.isEnabled()
    agrees(ready)


def test_undo_also_from_the_panel(ready, qtbot):
    from qgis.PyQt.QtCore import Qt

    ready.acts.hand_over(np.arange(5), 1)
    qtbot.keyClick(ready.work.teams, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(teams_of(ready)) == {-1}
    qtbot.keyClick(ready.work.teams, Qt.Key.Key_2)
    assert ready.work.teams.team == 1


def test_the_menu_of_qgis_does_not_take_the_keys_of_the_tool(ready):
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent
    from qgis.PyQt.QtWidgets import QApplication

    for widget in (ready.canvas, ready.work.unserved.table):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()


def test_selected_units_are_weighed_and_given_by_a_key(ready, qtbot):
    ready.work.effect.setCurrentIndex(1)
    ready.work.teams.choose(0)
    drag(ready, (0.2, 0.2), (1.7, 0.7))
    assert set(teams_of(ready)) == {-1} and ready.picking.selected.tolist() == [0, 1]
    assert ready.map.marked.tolist() == [0, 1]
    share = 3 * (1 / 3 * 2 / 24 + 1 / 3 * 2 / 24 + 1 / 3 * 300 / 30000)
    assert f"Group 1 would have {share:.2f} instead of 0.00" in ready.work.status.text()
    type_key(ready, qtbot, 2)
    assert teams_of(ready)[:3] == [1, 1, -1] and not len(ready.picking.selected)
    assert not len(ready.map.marked)


def test_the_right_button_takes_the_team_of_a_unit(ready, qtbot):
    ready.acts.hand_over(np.array([7]), 2)
    ready.work.teams.choose(0)
    click(ready, qtbot, 1.5, 1.5, "RightButton")
    assert ready.work.teams.team == 2


def test_the_mouse_over_a_unit_tells_of_it(ready, qtbot):
    ready.acts.hand_over(np.array([7]), 2)
    hover(ready, 1.5, 1.5)
    text = ready.work.status.text()
    assert code_of(7, COLUMNS) in text and "Group 3" in text and "1.00 km²" in text


def test_pinned_units_stay(ready):
    ready.acts.hand_over(np.arange(6), 0)
    ready.work.effect.setCurrentIndex(2)
    drag(ready, (0.2, 0.2), (1.8, 0.8))
    assert np.flatnonzero(ready.scenario.pinned).tolist() == [0, 1]
    assert [feature["PINNED"] for feature in ready.map.layer.getFeatures()][:3] == [1, 1, 0]
    ready.work.effect.setCurrentIndex(0)
    ready.work.teams.choose(1)
    drag(ready, (0.2, 0.2), (3.8, 0.8))
    assert teams_of(ready)[:5] == [0, 0, 1, 1, 0]
    assert ready.work.status.text() == "2 units to Group 2. 2 pinned units stayed."
    ready.work.tabs.setCurrentWidget(ready.work.pinned)
    ready.work.pinned.table.selectRow(0)
    ready.work.unpin_button.click()
    assert np.flatnonzero(ready.scenario.pinned).tolist() == [1]
    agrees(ready)


def test_warnings_and_colours_follow(ready):
    ready.acts.hand_over(np.arange(12), 0)
    ready.acts.hand_over(np.array([20]), 1)
    ready.acts.hand_over(np.array([23]), 1)
    text = ready.work.warnings.text()
    assert "10 units are served by nobody" in text and "1 teams have no unit: Group 3." in text
    assert "several pieces: Group 2" in text and "Workload is uneven" in text
    model = ready.work.model
    from qgis.PyQt.QtCore import Qt

    def wrong(row, place):
        return model.data(model.index(row, place), Qt.ItemDataRole.ForegroundRole) is not None

    assert [wrong(row, 6) for row in range(3)] == [False, True, False]
    assert wrong(2, 2) and not wrong(0, 2) and wrong(3, 1)
    ready.acts.hand_over(np.arange(12, 24), 2)
    ready.acts.hand_over(np.arange(8), 1)
    ready.acts.hand_over(np.arange(8, 16), 0)
    assert ready.work.warnings.isHidden() and "one piece" in ready.work.figures.text()


def test_a_click_in_the_list_zooms_to_the_unit(ready, qtbot):
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import Qt

    before = ready.canvas.extent()
    table = ready.work.unserved.table
    place = table.visualRect(ready.work.unserved.model.index(8, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    after = ready.canvas.extent()
    assert after != before and after.contains(QgsPointXY(WEST + 2.5 * SIDE, SOUTH + 1.5 * SIDE))
    assert abs(after.center().x() - (WEST + 2.5 * SIDE)) < 1 and ready.picking.selected.tolist() == [8]
    ready.work.teams.choose(2)
    ready.work.give_button.click()
    assert [row for row, team in enumerate(teams_of(ready)) if team == 2] == [8]


def test_a_layer_that_came_back_without_its_units_goes(ready, project, tmp_path):  # noqa: F811
    from qgis.core import QgsProject

    file = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(file)
    other = QgsProject()
    assert other.read(file)
    (saved_layer,) = [layer for layer in other.mapLayers().values() if layer.customProperty("LandLedger/serviceAreas")]
    kept = saved_layer.clone()
    QgsProject.instance().addMapLayer(kept)
    from ...dialogs.service_map import remove_leftovers

    identifier = kept.id()
    remove_leftovers()
    assert QgsProject.instance().mapLayer(identifier) is None and ready.map.shown


# ----------------------------------------------------------------------------------------------------------- scenarios


def name_it(qtbot, text):
    """Answer the question for a name."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QInputDialog

    def write():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QInputDialog):
            QTimer.singleShot(20, write)
            return
        if text is None:
            box.reject()
            return
        box.setTextValue(text)
        box.accept()

    QTimer.singleShot(20, write)


def test_scenarios_are_copied_renamed_compared_and_deleted(ready, qtbot):
    ready.acts.hand_over(np.arange(12), 0)
    name_it(qtbot, "B")
    ready.documents.copy()
    assert ready.scenarios.names == ["Scenario 1", "B"] and ready.scenario.name == "B"
    ready.acts.hand_over(np.array([0, 20]), 1)
    agrees(ready)
    ready.work.tabs.setCurrentWidget(ready.work.compare_page)
    assert column(ready.work.compared.model, 0) == [code_of(0, COLUMNS), code_of(20, COLUMNS)]
    assert column(ready.work.compared.model, 2) == ["Group 2", "Group 2"]
    assert column(ready.work.compared.model, 3) == ["Group 1", "nobody"]
    assert "2 units differ" in ready.work.difference.text()
    name_it(qtbot, "Scenario 1")
    ready.documents.rename()
    assert "already" in messages(ready)[0] and ready.scenario.name == "B"
    name_it(qtbot, "C")
    ready.documents.rename()
    assert ready.work.scenarios.currentText() == "C *"
    name_it(qtbot, None)
    ready.documents.new()
    assert ready.scenarios.names == ["Scenario 1", "C"]
    ready.documents.show(ready.scenarios.listed[0])
    assert teams_of(ready)[:12] == [0] * 12
    agrees(ready)
    asked = answer(qtbot, "Keep")
    ready.documents.delete()
    assert "Scenario 1" in asked[0] and ready.scenarios.names == ["Scenario 1", "C"]
    answer(qtbot, "Delete")
    ready.documents.delete()
    assert ready.scenarios.names == ["C"] and ready.scenario.name == "C"
    agrees(ready)


# ---------------------------------------------------------------------------------------------------------------- saving


def saved(dock, qtbot):
    dock.saving.save()
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)


def rows_in(file) -> list[dict]:
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        (name,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]


def test_a_file_keeps_all_scenarios(ready, panel, qtbot, tmp_path):
    file = tmp_path / "scenarios.gpkg"
    ready.keeping.path = str(file)
    ready.acts.hand_over(np.arange(12), 0)
    ready.acts.pin(np.array([3]), True)
    ready.scenarios.copy(ready.scenario, "B").hand_over(np.arange(12, 20), 1)
    saved(ready, qtbot)
    assert messages(ready) == ["Saved in scenarios.gpkg."] and not ready.work.save_button.isEnabled()
    rows = rows_in(file)
    assert len(rows) == 2 * COUNT
    teams = {row["UNIT"]: row["TEAM"] for row in rows if row["SCENARIO"] == "B"}
    assert [teams[code_of(row, COLUMNS)] or "" for row in range(COUNT)] == ["G1"] * 12 + ["G2"] * 8 + [""] * 4
    ready.acts.hand_over(np.array([0]), 2)
    ready.work.tabs.setCurrentWidget(ready.work.changed)
    assert column(ready.work.changed.model, 2) == ["Group 1"] and column(ready.work.changed.model, 3) == ["Group 3"]
    assert ready.work.state.text() == "1 units changed since saving."
    ready.work.reset_button.click()
    assert teams_of(ready)[0] == 0 and ready.work.changed.model.rowCount() == 0

    other = panel()
    other.start.file.setFilePath(str(file))
    opened(other, qtbot)
    assert other.scenarios.names == ["Scenario 1", "B"] and other.scenarios.unsaved == []
    assert teams_of(other) == [0] * 12 + [-1] * 12 and np.flatnonzero(other.scenario.pinned).tolist() == [3]
    assert other.work.state.text() == "Saved in scenarios.gpkg."
    answer(qtbot, "Delete")
    other.documents.delete()
    saved(other, qtbot)
    assert {row["SCENARIO"] for row in rows_in(file)} == {"B"}


def test_a_file_of_another_role_is_not_written_over(ready, panel, qtbot, tmp_path):
    """It is written whole: what was left out on reading would be gone."""
    ready.start.choices["ROLE"].setCurrentIndex(1)
    opened(ready, qtbot)
    ready.acts.hand_over(np.arange(12), 0)
    ready.keeping.path = str(tmp_path / "kept.gpkg")
    saved(ready, qtbot)
    other = panel()
    other.start.file.setFilePath(ready.keeping.path)
    other.start.choices["ROLE"].setCurrentIndex(2)
    other.open()
    qtbot.waitUntil(lambda: not other.calls.busy, timeout=A_MINUTE)
    assert other.scenario is None and "24 rows of another role" in messages(other)[0]
    other.start.choices["ROLE"].setCurrentIndex(1)
    assert teams_of(opened(other, qtbot)) == teams_of(ready)


def test_work_that_would_be_lost_is_asked_about(ready, qtbot, tmp_path):
    ready.acts.hand_over(np.arange(12), 0)
    assert ready.map.layer.customProperty("skipMemoryLayersCheck") == 0
    asked = answer(qtbot, "Stay")
    ready.saving.leave()
    assert "Scenario 1" in asked[0] and ready.scenario is not None
    ready.keeping.path = str(tmp_path / "kept.gpkg")
    answer(qtbot, "Save")
    ready.saving.leave()
    qtbot.waitUntil(lambda: ready.scenario is None, timeout=A_MINUTE)
    assert len(rows_in(tmp_path / "kept.gpkg")) == COUNT
    assert ready.stack.currentWidget() is ready.start and ready.map.layer is None
    opened(ready, qtbot)
    answer(qtbot, "Discard")
    ready.saving.leave()
    assert ready.scenario is None


def test_what_is_saved_may_be_left_and_closed(ready, qtbot, tmp_path):
    ready.keeping.path = str(tmp_path / "kept.gpkg")
    saved(ready, qtbot)
    assert ready.map.layer.customProperty("skipMemoryLayersCheck") == 1
    ready.saving.leave()
    assert ready.scenario is None


def test_a_file_that_can_not_be_written_loses_nothing(ready, qtbot, tmp_path):
    ready.acts.hand_over(np.arange(12), 0)
    ready.keeping.path = str(tmp_path / "no" / "kept.gpkg")
    saved(ready, qtbot)
    assert len(messages(ready)) == 1 and ready.scenario.dirty and ready.work.save_button.isEnabled()
    assert ready.keeping.path == ""
    assert not (tmp_path / "no").exists()


def test_the_project_goes_but_unsaved_work_stays(ready, qtbot, tmp_path):
    from qgis.core import QgsProject

    ready.acts.hand_over(np.arange(12), 0)
    QgsProject.instance().clear()
    assert ready.scenario is not None and ready.map.layer is None and "save" in messages(ready)[0]
    ready.keeping.path = str(tmp_path / "kept.gpkg")
    saved(ready, qtbot)
    assert len(rows_in(tmp_path / "kept.gpkg")) == COUNT
    QgsProject.instance().clear()
    assert ready.scenario is None


def test_the_layer_may_go_and_comes_back(ready):
    from qgis.core import QgsProject

    QgsProject.instance().removeMapLayer(ready.map.layer.id())
    ready.acts.hand_over(np.arange(12), 0)
    ready.work.zoom_button.click()
    agrees(ready)


# ---------------------------------------------------------------------------------------------------------------- ledger


@pytest.fixture
def ledger(tmp_path):
    """A made-up ledger of a city, without a service book."""
    from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from ...core.store.geopackage import create

    file = tmp_path / "ledger.gpkg"
    holders = [Holder("379900", "虚构市", "市本级", "city")]
    store = create(file, "虚构的台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    store.close()
    return str(file)


@pytest.fixture
def with_ledger(panel, ledger, qtbot):
    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    dock = panel()
    dock.start.choices["ROLE"].setCurrentIndex(1)
    dock.start.in_ledger.setChecked(True)
    dock.start.ledger.offer(ledger)
    return opened(dock, qtbot)


def record(dock, qtbot, reason, day="2026-01-01"):
    """Answer the question for day and reason, and save."""
    import datetime

    from qgis.PyQt.QtCore import QDate, QTimer
    from qgis.PyQt.QtWidgets import QApplication

    def fill():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, fill)
            return
        box.day.setDate(QDate(datetime.date.fromisoformat(day)))
        box.reason.setText(reason)
        box.ok.click()

    QTimer.singleShot(20, fill)
    saved(dock, qtbot)


def test_the_ledger_keeps_each_change(with_ledger, panel, ledger, qtbot):
    dock = with_ledger
    dock.acts.hand_over(np.arange(12), 0)
    record(dock, qtbot, "first")
    assert messages(dock) == ["Saved in ledger.gpkg."] and dock.scenarios.unsaved == []
    dock.acts.hand_over(np.array([3]), 1)
    dock.acts.hand_over(np.array([4]), -1)
    record(dock, qtbot, "second", "2026-02-01")
    dock.work.tabs.setCurrentWidget(dock.work.history_page)
    dock.tabs.show_history(3)
    qtbot.waitUntil(lambda: dock.work.history_model.rowCount() == 2, timeout=A_MINUTE)
    assert column(dock.work.history_model, 0) == ["2026-02-01", "2026-01-01"]
    assert column(dock.work.history_model, 1) == ["Group 2", "Group 1"]
    assert column(dock.work.history_model, 2) == ["second", "first"]

    other = panel()
    other.start.choices["ROLE"].setCurrentIndex(1)
    other.start.in_ledger.setChecked(True)
    other.start.ledger.offer(ledger)
    opened(other, qtbot)
    assert other.scenarios.names == ["Scenario 1"] and other.scenarios.unsaved == []
    assert teams_of(other) == [0, 0, 0, 1, -1, *[0] * 7, *[-1] * 12]

    from ...core.rules import load_rules
    from ...core.service.register.ledger import ServiceLedger
    from ...core.service.teams import Role
    from ...core.store.geopackage import open_ledger

    store = open_ledger(Path(ledger))
    book = ServiceLedger(store, load_rules())
    assert [(team.code, team.name) for team in book.teams()] == [(f"G{n}", f"Group {n}") for n in (1, 2, 3)]
    assert {row.role for row in book.assignment("Scenario_1")} == {Role.RESPONSIBLE}
    assert len(book.history("Scenario_1", code_of(0, COLUMNS))) == 1
    store.close()


def test_another_role_has_its_own_assignment(with_ledger, panel, ledger, qtbot):
    with_ledger.acts.hand_over(np.arange(12), 0)
    record(with_ledger, qtbot, "first")
    other = panel()
    other.start.choices["ROLE"].setCurrentIndex(2)
    other.start.in_ledger.setChecked(True)
    other.start.ledger.offer(ledger)
    opened(other, qtbot)
    assert teams_of(other) == [-1] * COUNT
    other.acts.hand_over(np.array([0]), 2)
    record(other, qtbot, "villages")
    again = panel()
    again.start.choices["ROLE"].setCurrentIndex(1)
    again.start.in_ledger.setChecked(True)
    again.start.ledger.offer(ledger)
    assert teams_of(opened(again, qtbot)) == [0] * 12 + [-1] * 12


def test_what_holds_for_every_role_gives_way_to_a_role(with_ledger, panel, ledger, qtbot):
    """Entered for all roles first, then for one: each unit has the team of its own role, else that of all."""
    import datetime

    from ...core.rules import load_rules
    from ...core.service.register.ledger import Assigned, ServiceLedger
    from ...core.service.teams import Role
    from ...core.service.units import Level
    from ...core.store.geopackage import open_ledger

    record(with_ledger, qtbot, "first")
    store = open_ledger(Path(ledger))
    book, day = ServiceLedger(store, load_rules()), datetime.date(2026, 1, 1)
    codes = [code_of(row, COLUMNS) for row in range(4)]
    rows = [Assigned(codes[0], "G1"), Assigned(codes[1], "G1"), Assigned(codes[2], "G1", end=datetime.date(2026, 1, 31))]
    rows += [Assigned(codes[0], "G2", Role.RESPONSIBLE), Assigned(codes[3], "G3", Role.VILLAGE)]
    book.record_assignment("Scenario_1", sorted(rows, key=lambda row: row.team == "G1"), day)
    store.close()
    other = panel()
    other.start.choices["ROLE"].setCurrentIndex(1)
    other.start.in_ledger.setChecked(True)
    other.start.ledger.offer(ledger)
    assert teams_of(opened(other, qtbot))[:4] == [1, 0, -1, -1]
    store = open_ledger(Path(ledger))
    rows = [Assigned(codes[0], "G3", level=Level.VILLAGE), Assigned(codes[1], "G3", level=Level.VILLAGE)]
    ServiceLedger(store, load_rules()).record_assignment("Scenario_1", rows, day)
    store.close()
    again = panel()
    again.start.choices["ROLE"].setCurrentIndex(1)
    again.start.choices["LEVEL"].setCurrentIndex(2)
    again.start.in_ledger.setChecked(True)
    again.start.ledger.offer(ledger)
    assert teams_of(opened(again, qtbot))[:4] == [1, 2, -1, -1]


def test_rows_of_other_roles_are_none_of_ours(panel, qtbot):
    from qgis.core import QgsField, QgsProject
    from qgis.PyQt.QtCore import QVariant

    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    roles = ("村庄规划师", "责任规划师", "", "village")
    table = table_layer(*(("Today", code_of(row, COLUMNS), "G2") for row in range(4)))
    table.dataProvider().addAttributes([QgsField("FWJS", QVariant.String)])
    table.updateFields()
    table.dataProvider().changeAttributeValues({row + 1: {3: role} for row, role in enumerate(roles)})
    dock = panel()
    dock.start.layers["CURRENT"].setLayer(table)
    dock.start.choices["ROLE"].setCurrentIndex(1)
    assert teams_of(opened(dock, qtbot))[:4] == [-1, 1, 1, -1] and QgsProject.instance().mapLayers()


def test_pins_are_kept_without_saving(ready, panel, qtbot, tmp_path):
    ready.keeping.path = str(tmp_path / "kept.gpkg")
    ready.acts.hand_over(np.arange(6), 0)
    saved(ready, qtbot)
    ready.acts.pin(np.array([2, 3]), True)
    assert not ready.scenarios.unsaved
    other = panel()
    other.start.file.setFilePath(ready.keeping.path)
    assert np.flatnonzero(opened(other, qtbot).scenario.pinned).tolist() == [2, 3]


def test_another_tool_of_qgis_takes_over(ready):
    from qgis.gui import QgsMapToolPan

    pan = QgsMapToolPan(ready.canvas)
    ready.canvas.setMapTool(pan)
    assert not ready.work.box_button.isChecked()
    ready.work.lasso_button.click()
    assert ready.canvas.mapTool() is ready.tool and ready.work.lasso_button.isChecked()
    ready.work.lasso_button.click()
    assert ready.canvas.mapTool() is not ready.tool and not ready.work.lasso_button.isChecked()


def test_a_deleted_scenario_is_filed_away(with_ledger, panel, ledger, qtbot):
    dock = with_ledger
    record(dock, qtbot, "first")
    name_it(qtbot, "B")
    dock.documents.copy()
    record(dock, qtbot, "first")
    asked = answer(qtbot, "Delete")
    dock.documents.delete()
    assert "filed away" in asked[0]
    record(dock, qtbot, "no more")
    other = panel()
    other.start.in_ledger.setChecked(True)
    other.start.ledger.offer(ledger)
    assert opened(other, qtbot).scenarios.names == ["Scenario 1"]


# ------------------------------------------------------------------------------------------------- proposal, exports


def agree(qtbot, **choices):
    """Fill the question for the limits of a proposal."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    def fill():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, fill)
            return
        for name, value in choices.items():
            widget = getattr(box, name, None) or box.choices[name]
            (widget.setCurrentIndex if hasattr(widget, "setCurrentIndex") else widget.setValue)(value)
        box.ok.click()

    QTimer.singleShot(20, fill)


def test_a_proposal_is_one_act_and_keeps_what_is_pinned(ready, qtbot):
    ready.acts.hand_over(np.array([0]), 2)
    ready.acts.pin(np.array([0]), True)
    agree(qtbot, CAPACITY=1, each_takes=8)
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        ready.work.propose_button.click()
        assert ready.runs.proposing and not ready.work.undo_button.isEnabled()
        ready.acts.hand_over(np.array([5]), 1)
        assert teams_of(ready)[5] == -1 and "proposal" in ready.work.status.text()
    assert ended.args[0], ready.run.reason
    teams = teams_of(ready)
    assert sorted(teams.count(team) for team in range(3)) == [8, 8, 8] and teams[0] == 2
    assert ready.scenario.standing.contiguous and "23 units" in messages(ready)[0]
    agrees(ready)
    ready.acts.undo()
    assert teams_of(ready) == [2] + [-1] * 23
    agrees(ready)
    from qgis.core import QgsProject

    assert len(QgsProject.instance().mapLayers()) == 3


def test_a_proposal_that_is_refused_or_cancelled_changes_nothing(ready, qtbot):
    agree(qtbot, CAPACITY=1, each_takes=7)
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE):
        ready.work.propose_button.click()
    assert teams_of(ready) == [-1] * COUNT and len(messages(ready)) == 1
    agree(qtbot, CAPACITY=1, each_takes=8)
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE):
        ready.work.propose_button.click()
        ready.run.cancel()
    assert teams_of(ready) == [-1] * COUNT and "Cancelled" in messages(ready)[0]


def test_the_workbook_is_that_of_the_scenario(ready, qtbot, tmp_path):
    ready.acts.hand_over(np.arange(12), 0)
    ready.acts.hand_over(np.arange(12, 20), 1)
    file = tmp_path / "book.xlsx"
    ready.runs.write_workbook(str(file))
    qtbot.waitUntil(lambda: not ready.calls.busy, timeout=A_MINUTE)
    assert "book.xlsx" in messages(ready)[0]
    book = load_workbook(file, read_only=True)
    texts = [[str(cell) for cell in row if cell is not None] for row in book["小组工作量"].iter_rows(values_only=True)]
    (first,) = [row for row in texts if "G1" in row]
    assert "12" in first and any("nobody" in row for row in texts)




def checked(dock, qtbot):
    """Run the check of coverage; the layers of the project by name."""
    from qgis.core import QgsProject

    with qtbot.waitSignal(dock.run.ended, timeout=A_MINUTE) as ended:
        dock.work.check_button.click()
    assert ended.args[0], dock.run.reason
    return {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}


def test_coverage_is_checked_as_it_stands_before_the_clerk(ready, qtbot):
    assert not ready.work.check_button.isEnabled()
    for team in range(3):
        ready.acts.hand_over(np.arange(8 * team, 8 * team + 8), team)
    layers = checked(ready, qtbot)
    assert messages(ready)[0].startswith("Nothing to complain about") and "100.00 %" in messages(ready)[0]
    assert layers["Findings"].featureCount() == 0
    ready.acts.hand_over(np.array([3, 4, 10]), -1)
    layers = checked(ready, qtbot)
    assert "3 units served by nobody; 87.50 %" in messages(ready)[0]
    named = " ".join(str(feature.attributes()) for feature in layers["Findings"].getFeatures())
    assert all(code_of(row, COLUMNS) in named for row in (3, 4, 10)) and code_of(5, COLUMNS) not in named
    assert len(layers) == 5


def test_the_workbook_of_workload(ready, qtbot, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    ready.acts.hand_over(np.arange(12), 0)
    ready.acts.hand_over(np.arange(12, 24), 1)
    file = tmp_path / "work.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(file), ""))
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        ready.runs.export_workload()
    assert ended.args[0], ready.run.reason
    assert "work.xlsx" in messages(ready)[0]
    texts = [str(cell) for row in load_workbook(file, read_only=True).worksheets[1].iter_rows(values_only=True) for cell in row]
    assert "Group 1" in texts and "Group 2" in texts


def test_the_map_is_printed(ready, qtbot, tmp_path):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    for team in range(2):
        ready.acts.hand_over(np.arange(8 * team, 8 * team + 8), team)

    def fill():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, fill)
            return
        box.file.setFilePath(str(tmp_path / "no" / "map.pdf"))
        assert not box.ok.isEnabled() and "no" in box.trouble.text()
        box.file.setFilePath(str(tmp_path / "map"))
        box.with_workbook.setChecked(True)
        box.choices["PAGES"].setCurrentIndex(1)
        box.ok.click()

    QTimer.singleShot(20, fill)
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        ready.runs.export_map()
    assert ended.args[0], ready.run.reason
    assert ended.args[1]["UNCOVERED_COUNT"] == 8 and ended.args[1]["TEAM_COUNT"] == 2
    assert "map.pdf" in messages(ready)[0]
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF") and (tmp_path / "map.xlsx").is_file()
