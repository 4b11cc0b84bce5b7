"""The window “Load village plan”, driven like a user does it."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from ..processing.plan_packages import PLAN_CODES, classes, gbk_shapefile, villages, write

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "village_plan"
A_MINUTE = 60_000


@pytest.fixture
def project(qgis_app, qgis_new_project):
    from qgis.core import QgsProject, QgsSettings

    QgsSettings().remove("LandLedger")
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def window(project, provider, qgis_iface, qtbot):
    from ...dialogs.plan_window import PlanWindow

    opened = PlanWindow(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.show()
    yield opened
    opened.run.cancel()
    qtbot.waitUntil(lambda: not opened.run.running, timeout=A_MINUTE)


def look_into(window, qtbot, path):
    with qtbot.waitSignal(window.scanned, timeout=A_MINUTE) as scanned:
        window.open_path(str(path))
    return scanned.args[0]


def load(window, qtbot):
    from qgis.PyQt.QtCore import Qt

    with qtbot.waitSignal(window.run.ended, timeout=A_MINUTE) as ended:
        qtbot.mouseClick(window.load_button, Qt.MouseButton.LeftButton)
    return ended.args


def messages(window):
    return [item.text() for item in window.bar.items()]


def rows(window):
    """{place: {layer: (what it is, how)}}."""
    found = {}
    for number in range(window.tree.topLevelItemCount()):
        place = window.tree.topLevelItem(number)
        found[place.text(0)] = {
            place.child(row).text(0): (window.tree.itemWidget(place.child(row), 1).currentText(), place.child(row).text(2))
            for row in range(place.childCount())
        }
    return found


def box_of(window, place, layer):
    for number in range(window.tree.topLevelItemCount()):
        item = window.tree.topLevelItem(number)
        if item.text(0) != place:
            continue
        for row in range(item.childCount()):
            if item.child(row).text(0) == layer:
                return window.tree.itemWidget(item.child(row), 1)
    raise KeyError(layer)


def choose(window, place, layer, text):
    box = box_of(window, place, layer)
    index = box.findText(text)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_nothing_is_loaded_before_something_was_chosen(window):
    assert not window.load_button.isEnabled()
    assert "Choose a plan package" in window.summary.text()


def test_the_sample_is_shown_and_loaded(window, project, qtbot):
    assert look_into(window, qtbot, SAMPLE)
    shown = rows(window)
    assert shown["379901101203丙屯村"]["规划用地"] == ("规划地类图斑", "by its name")
    assert window.load_button.isEnabled() and not window.doubt_row.isVisible()
    ok, results, _ = load(window, qtbot)
    assert ok and results["LAYER_COUNT"] == 16
    assert [group.name() for group in project.layerTreeRoot().findGroups()] == ["乙营村", "丙屯村"]
    assert any("hatched" in text for text in messages(window))


@pytest.mark.parametrize(("apart", "all_of_them"), [(3, True), (3000, False)])
def test_the_map_shows_all_plans_or_the_first_where_all_are_too_small(window, project, qtbot, tmp_path, apart, all_of_them):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.gui import QgsMapCanvas

    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4527"))
    for number, (village, row) in enumerate((("甲村", 0), ("乙村", apart))):
        codes = classes([("0101", "水田"), ("0703", "农村宅基地")], row, "GHDLBM", "GHDLMC", f"37990100100{number + 1}")
        write(tmp_path / f"37990100100{number + 1}{village}.gpkg", "GHDLTB", codes)
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    window._iface = SimpleNamespace(mapCanvas=lambda: canvas)
    assert look_into(window, qtbot, tmp_path)
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    window.classes.setCurrentIndex(2)
    ok, results, _ = load(window, qtbot)
    assert ok and results["VILLAGE_COUNT"] == 2
    qtbot.waitUntil(lambda: canvas.extent().width() > 100, timeout=10_000)
    first, second = (group.findLayers()[0].layer() for group in project.layerTreeRoot().findGroups())
    assert canvas.extent().contains(first.extent()) and canvas.extent().contains(second.extent()) == all_of_them
    assert first.isInScaleRange(canvas.scale())


def test_corrections_and_ticks_are_what_is_loaded(window, project, qtbot, tmp_path):
    from qgis.PyQt.QtCore import Qt

    villages(tmp_path)
    gbk_shapefile(tmp_path / "甲村", "草图2035", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    assert look_into(window, qtbot, tmp_path)
    assert rows(window)["甲村"]["草图2035"][1] == "not recognised"
    choose(window, "甲村", "草图2035", "规划地类图斑")
    assert rows(window)["甲村"]["草图2035"] == ("规划地类图斑", "as chosen")
    assert rows(window)["甲村"]["规划用地"][0] == "(not loaded)"
    place = next(window.tree.topLevelItem(row) for row in range(window.tree.topLevelItemCount())
                 if window.tree.topLevelItem(row).text(0) == "乙丙.gdb")  # fmt: skip
    place.setCheckState(0, Qt.CheckState.Unchecked)
    ok, results, _ = load(window, qtbot)
    assert ok and results["VILLAGE_COUNT"] == 1 and results["LAYER_COUNT"] == 2
    (plan,) = [layer for layer in project.mapLayers().values() if layer.name() == "规划地类图斑"]
    assert "草图2035" in plan.source()


def test_a_missing_system_is_proposed_and_has_to_be_confirmed(window, project, qtbot, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"), None)
    assert look_into(window, qtbot, tmp_path)
    assert window.doubt_row.isVisible() and "EPSG:4527" in window.doubt.text()
    assert not window.load_button.isEnabled() and "Confirm" in window.summary.text()
    index = window.system.findData("EPSG:4527")
    window.system.setCurrentIndex(index)
    window.system.activated.emit(index)
    assert window.load_button.isEnabled()
    ok, _, _ = load(window, qtbot)
    assert ok and [layer.crs().authid() for layer in project.mapLayers().values()] == ["EPSG:4527"]


def test_a_zip_is_unpacked_and_the_second_time_its_folder_is_offered(window, qtbot, tmp_path):
    villages(tmp_path / "成果")
    archive = shutil.make_archive(str(tmp_path / "乙镇"), "zip", tmp_path / "成果")
    assert look_into(window, qtbot, archive)
    assert Path(window.path.text()) == tmp_path / "乙镇"
    assert not look_into(window, qtbot, archive)
    assert "unpacked already" in messages(window)[0]
    from qgis.PyQt.QtWidgets import QPushButton

    with qtbot.waitSignal(window.scanned, timeout=A_MINUTE):
        window.bar.findChild(QPushButton, "TakeFolder").click()
    assert window.load_button.isEnabled()


def test_what_cannot_be_read_is_one_sentence(window, qtbot, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"no")
    assert not look_into(window, qtbot, tmp_path / "bad.zip")
    assert "bad.zip is no zip file" in messages(window)[0]
    assert not window.load_button.isEnabled()
    (tmp_path / "empty").mkdir()
    assert not look_into(window, qtbot, tmp_path / "empty")
    assert "holds no layers" in messages(window)[0]


def test_the_class_table_is_asked_for(window, project, qtbot, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "GHDLTB", classes([("2303", "")], 0, "GHDLBM", "GHDLMC"))
    assert look_into(window, qtbot, tmp_path)
    ok, _, _ = load(window, qtbot)
    assert not ok and "2303" in messages(window)[0] and not project.mapLayers()
    window.classes.setCurrentIndex(2)
    ok, results, _ = load(window, qtbot)
    assert ok and results["CLASS_TABLE"] == "ydyh2023"


def test_another_profile_looks_again(window, qtbot, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "现状用地", classes(PLAN_CODES, 0, "JQDLBM", "JQDLMC"))
    assert look_into(window, qtbot, tmp_path)
    with qtbot.waitSignal(window.scanned, timeout=A_MINUTE):
        index = window.profile.findData("fujian")
        window.profile.setCurrentIndex(index)
        window.profile.activated.emit(index)
    assert "村级调查区" in window.tree.topLevelItem(0).text(5)


def test_dropping_a_folder_takes_it(window):
    from qgis.PyQt.QtCore import QMimeData, QUrl

    from ...dialogs.plan_window import _dropped

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    assert Path(_dropped(data)) == SAMPLE
    data.setUrls([QUrl("http://nowhere/a")])
    assert _dropped(data) == ""
