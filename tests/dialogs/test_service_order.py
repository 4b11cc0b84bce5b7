"""Layers, projects, runs and the panel itself go in every order: nothing is touched that is gone, nothing is lost."""

from __future__ import annotations

import gc
import threading
import time

import numpy as np
import pytest

from .service_sample import units_layer
from .test_occupation_dialog import A_MINUTE, messages, project  # noqa: F401 - a fixture
from .test_service_areas import COUNT, agree, agrees, opened, panel, ready, saved, teams_of  # noqa: F401 - fixtures


def turn(seconds: float = 0.1) -> None:
    """Let Qt deliver what is on its way."""
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def proposing(dock, qtbot) -> None:
    agree(qtbot, CAPACITY=1, each_takes=8)
    dock.work.propose_button.click()
    assert dock.runs.proposing


def nothing_runs(qtbot) -> None:
    from qgis.core import QgsApplication

    qtbot.waitUntil(lambda: not QgsApplication.taskManager().countActiveTasks(), timeout=A_MINUTE)
    turn()


def test_the_style_holds_no_expression(ready):  # noqa: F811
    """QGIS copies expressions in the thread that draws; one whose layer goes meanwhile ends QGIS."""
    from qgis.core import QgsProperty

    ready.acts.hand_over(np.arange(12), 0)
    layer = ready.map.layer
    renderer = layer.renderer()
    assert layer.fields().lookupField(renderer.classAttribute()) >= 0 and not layer.labeling().settings().isExpression
    for category in renderer.categories():
        for part in category.symbol().symbolLayers():
            collection = part.dataDefinedProperties()
            kinds = {collection.property(key).propertyType() for key in collection.propertyKeys()}
            assert kinds <= {QgsProperty.InvalidProperty, QgsProperty.FieldBasedProperty}


def test_drawing_while_styles_and_layers_change(ready):  # noqa: F811
    """Each round the map is being drawn when its layer is given another style, or goes and comes again."""
    from qgis.PyQt.QtWidgets import QApplication

    ready.acts.hand_over(np.arange(12), 0)
    for round_ in range(200):
        ready.canvas.refresh()
        end = time.monotonic() + 0.001 + round_ % 7 * 0.0007
        while time.monotonic() < end:
            QApplication.processEvents()
        if round_ % 2:
            ready.map.restyle(ready.scenario, ready.colours)
        else:
            ready.picking.show_on_map()
    agrees(ready)


@pytest.mark.parametrize("what", ["propose", "check"])
def test_the_panel_goes_while_a_run_goes_on(ready, qtbot, what):  # noqa: F811
    """As when the plugin is unloaded or QGIS closed."""
    for team in range(3):
        ready.acts.hand_over(np.arange(8 * team, 8 * team + 8), team)
    if what == "propose":
        proposing(ready, qtbot)
    else:
        ready.work.check_button.click()
    assert ready.run.running
    ready.shut()
    ready.deleteLater()
    turn()
    gc.collect()
    nothing_runs(qtbot)


def test_the_panel_goes_while_it_reads(panel, qtbot, project):  # noqa: F811
    from .service_sample import teams_layer

    units_layer(COUNT, 6)
    teams_layer((1.0, 1.0), (5.0, 1.0))
    dock = panel()
    dock.open()
    assert dock.calls.busy
    dock.shut()
    turn()
    assert dock.scenario is None


@pytest.mark.parametrize("clearing", [True, False])
def test_another_project_while_it_reads(panel, qtbot, project, clearing):  # noqa: F811
    """What was read of layers that are gone is nobody's."""
    from qgis.core import QgsProject

    from .service_sample import teams_layer

    units = units_layer(COUNT, 6)
    teams_layer((1.0, 1.0), (5.0, 1.0))
    dock = panel()
    begin = threading.Event()
    dock.calls.ask(lambda: begin.wait(60), lambda nothing: None, dock.failed)
    dock.open()
    if clearing:
        QgsProject.instance().clear()
    else:
        QgsProject.instance().removeMapLayer(units)
    begin.set()
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    turn()
    assert dock.start.isEnabled()
    if clearing:
        assert dock.scenario is None and not QgsProject.instance().mapLayers()


@pytest.mark.parametrize("keep", [True, False])
def test_a_new_project_while_a_proposal_is_worked_out(ready, qtbot, tmp_path, keep):  # noqa: F811
    from qgis.core import QgsProject

    ready.keeping.path = str(tmp_path / "kept.gpkg")
    ready.acts.hand_over(np.arange(6), 1)
    if not keep:
        saved(ready, qtbot)
    proposing(ready, qtbot)
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: not ready.run.running, timeout=A_MINUTE)
    nothing_runs(qtbot)
    assert not QgsProject.instance().mapLayers()
    if keep:
        assert teams_of(ready) == [1] * 6 + [-1] * (COUNT - 6)
        ready.acts.undo()
        ready.picking.zoom_all()
        agrees(ready)
    else:
        assert ready.scenario is None


@pytest.mark.parametrize("seconds", [0.0, 1.5])
def test_a_new_project_while_coverage_is_checked_gets_none_of_its_layers(ready, qtbot, seconds):  # noqa: F811
    """Also where the check is done, and the main thread has not heard of it yet."""
    from qgis.core import QgsProject

    ready.acts.hand_over(np.arange(12), 0)
    ready.work.check_button.click()
    assert ready.run.running
    time.sleep(seconds)
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: not ready.run.running, timeout=A_MINUTE)
    nothing_runs(qtbot)
    assert not QgsProject.instance().mapLayers()


def test_undo_and_all_else_after_the_layer_is_gone(ready, qtbot):  # noqa: F811
    from qgis.core import QgsProject
    from qgis.PyQt.QtTest import QTest

    ready.acts.hand_over(np.arange(12), 0)
    ready.acts.pin(np.array([3]), True)
    ready.picking.select(np.arange(3))
    QgsProject.instance().removeMapLayer(ready.map.layer.id())
    turn()
    assert "removed" in messages(ready)[0]
    ready.acts.undo()
    ready.acts.undo()
    ready.acts.redo()
    ready.picking.select(np.arange(2))
    ready.picking.look_at(np.array([5]))
    agrees(ready)
    QgsProject.instance().removeMapLayer(ready.map.layer.id())
    ready.work.scenarios.activated.emit(0)
    turn()
    agrees(ready)
    QTest.qWait(10)


def test_the_layers_that_were_read_may_go(ready, qtbot):  # noqa: F811
    """The scenario holds what it needs of them; a run that would read them again says what is missing."""
    from qgis.core import QgsProject

    for name in ("UNITS", "TEAMS"):
        QgsProject.instance().removeMapLayer(str(ready.parameters[name]))
    ready.acts.hand_over(np.arange(12), 0)
    ready.picking.zoom_all()
    agrees(ready)
    with qtbot.waitSignal(ready.run.ended, timeout=A_MINUTE) as ended:
        ready.work.check_button.click()
    assert not ended.args[0] and len(messages(ready)) == 1
    agrees(ready)


def test_a_scenario_that_is_deleted_while_its_proposal_is_worked_out(ready, qtbot):  # noqa: F811
    ready.scenarios.add("Other")
    proposing(ready, qtbot)
    ready.scenarios.remove(ready.scenario)
    ready.documents.show(ready.scenarios.named("Other"))
    qtbot.waitUntil(lambda: not ready.run.running, timeout=A_MINUTE)
    assert ready.scenario.name == "Other" and teams_of(ready) == [-1] * COUNT and "deleted" in messages(ready)[0]


def test_what_is_handed_over_while_it_saves_is_not_lost(ready, qtbot, tmp_path):  # noqa: F811
    """Neither by a second save, nor by leaving after the first."""
    from .test_occupation_dialog import answer

    ready.keeping.path = str(tmp_path / "kept.gpkg")
    ready.acts.hand_over(np.arange(6), 1)
    begin = threading.Event()
    ready.calls.ask(lambda: begin.wait(60), lambda nothing: None, ready.failed)
    answer(qtbot, "Save")
    ready.saving.leave()
    ready.acts.hand_over(np.array([10]), 2)
    ready.saving.save()
    begin.set()
    qtbot.waitUntil(lambda: not ready.calls.busy, timeout=A_MINUTE)
    assert ready.scenario is not None and ready.scenario.changed.tolist() == [10]
    saved(ready, qtbot)
    assert not ready.scenarios.unsaved


def test_a_tool_of_a_panel_that_is_gone_is_gone(ready):  # noqa: F811
    from qgis.PyQt import sip

    tool, canvas, bands = ready.tool, ready.canvas, (ready.tool._band, ready.map._band)
    assert all(band in canvas.scene().items() for band in bands)
    ready.shut()
    turn()
    assert sip.isdeleted(tool) and canvas.mapTool() is None
    assert not any(band in canvas.scene().items() for band in bands)
