"""The findings panel, driven like a user does it: look, filter, go there, decide, take back."""

from __future__ import annotations

import random
import sqlite3
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample_township_madeup.gpkg"
FIELDS = (
    ("KEY", "text"), ("CHECK_ID", "text"), ("SEVERITY", "text"), ("TITLE", "text"), ("FINDING", "text"),
    ("FEATURE_ID", "integer"), ("BSM", "text"), ("OTHER_ID", "integer"), ("OTHER_BSM", "text"), ("FIELD", "text"),
    ("ZLDWDM", "text"), ("ZLDWMC", "text"), ("AREA_M2", "number"), ("EXTENT_M", "number"), ("STATE", "text"),
    ("REASON", "text"), ("DECIDED_BY", "text"), ("DECIDED_ON", "text"),
)  # fmt: skip
CHECKS = (
    ("overlap", "error", "Overlapping parcels"),
    ("class_unknown", "error", "Unknown land class"),
    ("area_differs", "warning", "Area differs from TBMJ"),
    ("spike", "hint", "Spike"),
)
ROWS = 24
A_MINUTE = 60_000


def today() -> str:
    """Asked when it is needed: a run may go on past midnight."""
    return date.today().isoformat()


def survey_layer():
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{SAMPLE}|layername=DLTB", "DLTB", "ogr")
    assert layer.isValid()
    return layer


def findings_in_memory(count=ROWS, name="findings"):
    """Findings about the first parcels of the sample: the checks in turn, every sixth accepted, the last without place."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    from ...processing.compat import field

    survey = survey_layer()
    parcels = [parcel for parcel, _ in zip(survey.getFeatures(), range(count))]
    layer = QgsVectorLayer(f"Point?crs={survey.crs().authid()}", name, "memory")
    layer.dataProvider().addAttributes([field(field_name, kind) for field_name, kind in FIELDS])
    layer.updateFields()
    features = []
    for row, parcel in enumerate(parcels):
        check, severity, title = CHECKS[row % len(CHECKS)]
        done = row % 6 == 0
        other = parcels[row + 1] if check == "overlap" else None
        feature = QgsFeature(layer.fields())
        feature.setAttributes([
            f"{row:020x}", check, severity, title, f"{title} of parcel {parcel['BSM']}, case {row}.", parcel.id(),
            str(parcel["BSM"]), other.id() if other else None, str(other["BSM"]) if other else None, None,
            str(parcel["ZLDWDM"]), str(parcel["ZLDWMC"]), row * 1.005 if check == "overlap" else None, 40.0,
            "accepted" if done else "open", "as surveyed" if done else None, "Li" if done else None,
            "2026-01-05" if done else None,
        ])  # fmt: skip
        if row < len(parcels) - 1:
            feature.setGeometry(QgsGeometry(parcel.geometry().pointOnSurface()))
        features.append(feature)
    # The last finding belongs to no parcel and has no place: the sum of a district.
    for place in (5, 6, 7, 8, 13):
        features[-1].setAttribute(place, None)
    ok, _ = layer.dataProvider().addFeatures(features)
    assert ok
    layer.updateExtents()
    return layer


def findings_file(folder, name="findings.gpkg"):
    from qgis.core import QgsProject, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    path = str(folder / name)
    error = QgsVectorFileWriter.writeAsVectorFormatV3(
        findings_in_memory(), path, QgsProject.instance().transformContext(), options
    )
    assert error[0] == QgsVectorFileWriter.WriterError.NoError
    return path


@pytest.fixture
def project(qgis_app, qgis_new_project):
    from qgis.core import QgsProject, QgsSettings

    QgsSettings().remove("LandLedger")
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def dock(project, provider, qgis_iface, qtbot):
    from ...dialogs.findings_dock import FindingsDock

    opened = FindingsDock(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.resize(560, 800)
    opened.show()
    yield opened
    opened.shut()


@pytest.fixture
def shown(dock, project, tmp_path, qgis_iface):
    """The panel over a file of findings, the survey in the project, the map on the survey."""
    survey = survey_layer()
    project.addMapLayer(survey)
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(survey.crs())
    canvas.setExtent(survey.extent())
    dock.survey_layer = survey
    dock.file = findings_file(tmp_path)
    dock.open_file(dock.file)
    assert dock.layer is not None and dock.model.rowCount() == ROWS
    return dock


def messages(dock):
    return [item.text() for item in dock.bar.items()]


def click(qtbot, widget):
    from qgis.PyQt.QtCore import Qt

    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_row(qtbot, dock, row, modifier=None):
    from qgis.PyQt.QtCore import Qt

    middle = dock.table.visualRect(dock.model.index(row, dock.model.CHECK)).center()
    held = modifier or Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, held, middle)


def press(qtbot, dock, key, modifier=None):
    from qgis.PyQt.QtCore import Qt

    qtbot.keyClick(dock.table, key, modifier or Qt.KeyboardModifier.NoModifier)


def cells(dock, column):
    return [dock.model.data(dock.model.index(row, column)) for row in range(dock.model.rowCount())]


def stored(file):
    """What stands in the file, asked past QGIS."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT KEY, STATE, REASON, DECIDED_BY, DECIDED_ON FROM findings").fetchall()
    return {key: tuple(rest) for key, *rest in rows}


def keys_of(dock, ids):
    return [dock.layer.getFeature(feature)["KEY"] for feature in ids]


def give_reason(qtbot, reason, button="ok"):
    """Type a reason into the dialog that is about to open; says what it told and suggested."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    seen = []

    def answer():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, answer)
            return
        combo = dialog.combo
        seen.append(([combo.itemText(row) for row in range(combo.count())], dialog.ok.isEnabled(), combo.currentText()))
        combo.lineEdit().selectAll()
        qtbot.keyClicks(combo.lineEdit(), reason)
        if button == "ok":
            assert dialog.ok.isEnabled() == bool(reason.strip())
            dialog.ok.click()
        else:
            dialog.reject()

    QTimer.singleShot(20, answer)
    return seen


def replace_file(qtbot):
    """Agree to the question whether files may be replaced; says what was asked."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QPushButton

    asked = []

    def agree():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, agree)
            return
        asked.append(box.text())
        box.findChild(QPushButton, "Replace").click()

    QTimer.singleShot(20, agree)
    return asked


# ------------------------------------------------------------------------------------------------------------- showing


def test_only_findings_layers_are_offered(shown, project):
    combo = shown.page.layer_combo
    offered = [combo.layer(place) for place in range(combo.count())]
    assert [layer for layer in offered if layer is not None] == [shown.layer]
    other = findings_in_memory(4, "later")
    project.addMapLayer(other)
    assert shown.layer is other and shown.model.rowCount() == 4
    combo.setLayer(project.mapLayersByName("findings")[0])
    assert shown.model.rowCount() == ROWS


def test_header_and_counts_are_those_of_the_layer(shown):
    from ...core.checking.finding import Severity, State

    features = list(shown.layer.getFeatures())
    severities, states = shown.model.totals()
    assert severities == {s: sum(f["SEVERITY"] == s.value for f in features) for s in Severity}
    assert states == {s: sum(f["STATE"] == s.value for f in features) for s in State}
    assert min(*severities.values(), *states.values()) > 0
    for number in (*severities.values(), *states.values()):
        assert f"<b>{number}</b>" in shown.page.totals.text()
    assert shown.filter_bar.count.text() == f"{ROWS} of {ROWS} shown"


def test_cells_are_those_of_the_layer(shown):
    model = shown.model
    for row in range(model.rowCount()):
        (feature,) = (shown.layer.getFeature(i) for i in model.ids_of([row]))
        text = {column: model.data(model.index(row, column)) for column in range(model.columnCount())}
        assert text[model.CHECK] == feature["TITLE"] and text[model.FINDING] == feature["FINDING"]
        assert text[model.PARCEL] == (feature["BSM"] or "") and text[model.PLACE] == feature["ZLDWMC"]
        assert text[model.STATE] == {"open": "Open", "accepted": "Accepted"}[feature["STATE"]]
        assert text[model.REASON] == (feature["REASON"] or "")
    areas = {f["FINDING"]: f["AREA_M2"] for f in shown.layer.getFeatures()}
    told = dict(zip(cells(shown, model.FINDING), cells(shown, model.AREA)))
    four = next(text for text in told if text.endswith("case 4."))
    assert areas[four] == 4 * 1.005 and told[four] == "4.02"
    assert {told[text] for text in told if "Spike" in text} == {""}


def test_what_is_read_is_what_stands_in_the_layer(dock, project):
    """Against the features themselves: texts with line breaks and quotes, numbers to the last bit, nothing at all."""
    from ...dialogs.findings_layer import TEXTS, read_findings

    layer = findings_in_memory()
    fields, rng = layer.fields(), random.Random(7)
    odd = ['two\nlines', "it's “quoted” \"so\"", " spaces ", "𠮷 土", "\ttab", "\\n", ""]
    layer.dataProvider().changeAttributeValues({
        feature.id(): {
            fields.lookupField("FINDING"): odd[feature.id() % len(odd)],
            fields.lookupField("AREA_M2"): float(10.0 ** rng.uniform(-9, 12)),
        }
        for feature in layer.getFeatures()
    })  # fmt: skip
    read, features = read_findings(layer), list(layer.getFeatures())
    assert read.ids.tolist() == [feature.id() for feature in features]
    assert read.areas.tolist() == [feature["AREA_M2"] for feature in features]
    for name in TEXTS:
        assert read.texts[name] == [str(feature[name] or "") for feature in features]
    assert read.parcels == [str(feature["FEATURE_ID"] or "") for feature in features]
    assert layer.dataProvider().truncate()
    assert len(read_findings(layer)) == 0


def test_areas_are_rounded_half_up_and_small_ones_not_lost(qgis_app):
    from ...dialogs.findings_table import amount

    values = (0.285, 1.005, 0.0, 0.004, 0.005, 1234567.895, float("nan"))
    assert [amount(value) for value in values] == ["0.29", "1.01", "0.00", "<0.01", "0.01", "1234567.90", ""]


def test_columns_sort_by_value(shown):
    from qgis.PyQt.QtCore import Qt

    model = shown.model
    assert cells(shown, model.SEVERITY) == ["Error"] * 12 + ["Warning"] * 6 + ["Hint"] * 6
    for order, reverse in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
        shown.table.sortByColumn(model.AREA, order)
        areas = cells(shown, model.AREA)
        numbers = [float(area) for area in areas if area]
        assert len(numbers) == 6 and numbers == sorted(numbers, reverse=reverse)
        assert areas[6:] == [""] * (ROWS - 6)
        shown.table.sortByColumn(model.STATE, order)
        assert cells(shown, model.STATE) == sorted(cells(shown, model.STATE), key=["Open", "Accepted"].index, reverse=reverse)


def test_an_empty_panel_says_what_to_do(dock, project, qtbot):
    assert dock.page.pages.currentIndex() == 1 and dock.page.to_check_button.isVisible() and dock.page.to_file_button.isVisible()
    assert "Check a land survey" in dock.page.why_empty.text() and not dock.filter_bar.isVisible()
    click(qtbot, dock.page.to_check_button)
    assert dock.tabs.currentWidget() is dock.check_panel
    empty = findings_in_memory(3)
    empty.dataProvider().truncate()
    project.addMapLayer(empty)
    assert dock.layer is empty and "found nothing" in dock.page.why_empty.text()


def test_a_file_without_findings_is_refused(dock, project):
    dock.open_file(str(SAMPLE))
    assert dock.layer is None and not project.mapLayers()
    assert str(SAMPLE) in messages(dock)[0]


def test_opening_a_file_twice_gives_one_layer(shown, project):
    before = set(project.mapLayers())
    shown.open_file(shown.file)
    assert set(project.mapLayers()) == before


# ----------------------------------------------------------------------------------------------------------- filtering


def test_severities_narrow(shown, qtbot):
    from ...core.checking.finding import Severity

    boxes = shown.filter_bar.severities
    assert [box.text().split()[-1] for box in boxes.values()] == ["12", "6", "6"]
    click(qtbot, boxes[Severity.ERROR])
    click(qtbot, boxes[Severity.HINT])
    assert set(cells(shown, shown.model.SEVERITY)) == {"Warning"} and shown.model.rowCount() == 6
    assert shown.filter_bar.count.text() == f"6 of {ROWS} shown"
    # What is hidden is still counted on its own box.
    assert boxes[Severity.ERROR].text().endswith(" 12")
    click(qtbot, shown.filter_bar.clear_button)
    assert shown.model.rowCount() == ROWS and not shown.filter_bar.clear_button.isEnabled()


def test_check_place_and_state_narrow_together(shown):
    bar, features = shown.filter_bar, list(shown.layer.getFeatures())
    bar.checks.setCurrentIndex(bar.checks.findData("overlap"))
    assert shown.model.rowCount() == sum(f["CHECK_ID"] == "overlap" for f in features)
    village = features[0]["ZLDWDM"][:12]
    bar.places.setCurrentIndex(bar.places.findData(village))
    assert bar.places.currentIndex() > 0
    bar.states.setCurrentIndex(bar.states.findData("open"))
    expected = [
        f.id() for f in features
        if f["CHECK_ID"] == "overlap" and f["ZLDWDM"].startswith(village) and f["STATE"] == "open"
    ]  # fmt: skip
    assert sorted(shown.model.ids_of(range(shown.model.rowCount()))) == expected
    everywhere = sum(f["CHECK_ID"] == "overlap" and f["STATE"] == "open" for f in features)
    township = bar.places.findData(village[:9])
    assert bar.places.itemText(township).endswith(f"({everywhere})")
    bar.clear()
    assert shown.model.rowCount() == ROWS


def test_each_choice_shows_as_many_as_it_says(shown):
    """Codes that are too short, too long, or missing among them."""
    layer, fields = shown.layer, shown.layer.fields()
    code = fields.lookupField("ZLDWDM")
    good = next(layer.getFeatures())["ZLDWDM"]
    odd = {1: good[:4], 2: good[:9], 3: None, 5: "x", 7: good[:12], 8: good + "1"}
    assert layer.dataProvider().changeAttributeValues({feature: {code: value} for feature, value in odd.items()})
    shown.reload()
    bar = shown.filter_bar
    for combo in (bar.checks, bar.places, bar.states):
        assert combo.count() > 2
        for place in range(1, combo.count()):
            combo.setCurrentIndex(place)
            assert combo.itemText(place).endswith(f"({shown.model.rowCount()})"), combo.itemText(place)
            assert shown.model.rowCount() > 0
        combo.setCurrentIndex(0)
    bar.states.setCurrentIndex(1)
    bar.checks.setCurrentIndex(1)
    for place in range(1, bar.places.count()):
        bar.places.setCurrentIndex(place)
        assert bar.places.itemText(place).endswith(f"({shown.model.rowCount()})")


def test_free_text_wants_every_word(shown, qtbot):
    qtbot.keyClicks(shown.filter_bar.text, "SPIKE case 7.")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert cells(shown, shown.model.CHECK) == ["Spike"]
    shown.filter_bar.text.setText("no such words")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 0)
    assert shown.page.pages.currentIndex() == 1 and "passes the filter" in shown.page.why_empty.text()
    click(qtbot, shown.page.show_all_button)
    assert shown.model.rowCount() == ROWS and shown.page.pages.currentIndex() == 0


def test_the_selection_survives_sorting_and_filtering(shown):
    from ...core.checking.finding import Severity

    shown.table.choose_row(13)
    chosen = shown.table.chosen_ids()
    shown.table.sortByColumn(shown.model.PARCEL, 1)
    assert shown.table.chosen_ids() == chosen
    shown.filter_bar.severities[Severity.ERROR].setChecked(False)
    assert shown.table.chosen_ids() == chosen and shown.table.current_row() < 12
    shown.filter_bar.severities[Severity.WARNING].setChecked(False)
    assert shown.table.chosen_ids() == [] and shown.page.details.text() == ""


# ----------------------------------------------------------------------------------------------------------------- map


def test_a_click_takes_the_map_to_the_place(shown, qtbot, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    click_row(qtbot, shown, 2)
    (feature,) = (shown.layer.getFeature(i) for i in shown.table.chosen_ids())
    point = feature.geometry().asPoint()
    qtbot.waitUntil(lambda: canvas.extent().width() < 400)
    assert canvas.extent().contains(point)
    assert 40 <= min(canvas.extent().width(), canvas.extent().height()) < 90
    assert len(shown._marks.highlights) == 1 + (feature["CHECK_ID"] == "overlap")
    assert shown.layer.selectedFeatureIds() == [feature.id()]
    assert feature["FINDING"] in shown.page.details.text()


def test_keys_and_buttons_go_through_the_findings(shown, qtbot, qgis_iface):
    from qgis.PyQt.QtCore import Qt

    canvas = qgis_iface.mapCanvas()

    def arrived():
        (identifier,) = shown.table.chosen_ids()
        return canvas.extent().width() < 400 and canvas.center().distance(
            shown.layer.getFeature(identifier).geometry().asPoint()) < 1  # fmt: skip

    click_row(qtbot, shown, 0)
    qtbot.waitUntil(arrived)
    press(qtbot, shown, Qt.Key.Key_Down)
    assert shown.table.chosen_rows().tolist() == [1]
    qtbot.waitUntil(arrived)
    click(qtbot, shown.page.next_button)
    assert shown.table.chosen_rows().tolist() == [2]
    click(qtbot, shown.page.previous_button)
    press(qtbot, shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(qtbot, shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown.table.chosen_rows().tolist() == [3]
    press(qtbot, shown, Qt.Key.Key_Return)
    assert arrived()


def test_the_map_may_have_another_crs(shown, qtbot, qgis_iface):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    shown.table.choose_row(1)
    shown.locate()
    (feature,) = (shown.layer.getFeature(i) for i in shown.table.chosen_ids())
    transform = QgsCoordinateTransform(shown.layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    assert canvas.center().distance(transform.transform(feature.geometry().asPoint())) < 1e-5
    assert canvas.extent().width() < 0.01


def test_a_finding_without_a_place_says_so(shown, qgis_iface):
    before = qgis_iface.mapCanvas().extent()
    row = cells(shown, shown.model.PARCEL).index("")
    shown.table.choose_row(row)
    shown.locate()
    assert messages(shown) == ["This finding has no place on the map."]
    assert qgis_iface.mapCanvas().extent() == before and shown._marks.highlights == []


def test_without_a_point_the_parcel_is_the_place(shown, qgis_iface):
    (identifier,) = shown.model.ids_of([2])
    assert shown.layer.dataProvider().changeGeometryValues({identifier: __import__("qgis.core").core.QgsGeometry()})
    shown.table.choose_row(2)
    shown.locate()
    parcel = shown.survey_layer.getFeature(int(shown.layer.getFeature(identifier)["FEATURE_ID"]))
    assert qgis_iface.mapCanvas().extent().contains(parcel.geometry().boundingBox())
    assert len(shown._marks.highlights) >= 1


def test_a_parcel_is_found_by_bsm_when_feature_ids_are_others(shown):
    from ...dialogs.map_findings import Subject, find_parcel

    first, second = (parcel for parcel, _ in zip(shown.survey_layer.getFeatures(), range(2)))
    found = find_parcel(shown.survey_layer, Subject(second.id(), str(first["BSM"])))
    assert found.id() == first.id()
    assert find_parcel(shown.survey_layer, Subject(second.id(), "")).id() == second.id()
    assert find_parcel(shown.survey_layer, Subject(-1, "no such")) is None
    assert find_parcel(None, Subject(second.id(), str(second["BSM"]))) is None


def test_selecting_on_the_map_chooses_the_row(shown):
    ids = shown.model.ids_of([4, 9])
    shown.layer.selectByIds(ids)
    assert sorted(shown.table.chosen_ids()) == sorted(ids)


def test_the_form_of_the_parcel_opens(shown, qgis_iface):
    qgis_iface.openFeatureForm.reset_mock()
    shown.table.choose_row(1)
    shown.open_form()
    (layer, parcel), _ = qgis_iface.openFeatureForm.call_args
    (feature,) = (shown.layer.getFeature(i) for i in shown.table.chosen_ids())
    assert layer is shown.survey_layer and str(parcel["BSM"]) == feature["BSM"]


# ------------------------------------------------------------------------------------------------------------ deciding


def test_accepting_writes_state_reason_who_and_when(shown, qtbot):
    from ...processing.settings import operator_name

    shown.filter_bar.states.setCurrentIndex(shown.filter_bar.states.findData("open"))
    before = stored(shown.file)
    click_row(qtbot, shown, 0)
    (key,) = keys_of(shown, shown.table.chosen_ids())
    seen = give_reason(qtbot, "checked on site")
    click(qtbot, shown.page.accept_button)
    ((_, enabled, text),) = seen
    assert not enabled and text == ""
    after = stored(shown.file)
    assert after.pop(key) == ("accepted", "checked on site", operator_name() or None, today())
    assert after == {other: value for other, value in before.items() if other != key}
    # It is not among the open ones any more: the next one has the cursor.
    assert shown.model.rowCount() == ROWS - 5 and len(shown.table.chosen_ids()) == 1
    assert key not in keys_of(shown, shown.table.chosen_ids())


def test_many_are_accepted_at_once_by_key_and_the_reason_is_suggested_again(shown, qtbot):
    from qgis.PyQt.QtCore import Qt

    shown.filter_bar.states.setCurrentIndex(shown.filter_bar.states.findData("open"))
    click_row(qtbot, shown, 1)
    click_row(qtbot, shown, 3, Qt.KeyboardModifier.ShiftModifier)
    keys = keys_of(shown, shown.table.chosen_ids())
    assert len(keys) == 3
    give_reason(qtbot, "old boundary")
    press(qtbot, shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {stored(shown.file)[key][:2] for key in keys} == {("accepted", "old boundary")}
    seen = give_reason(qtbot, "", "cancel")
    shown.accept()
    assert seen[0][0] == ["old boundary"]


def test_without_a_reason_nothing_is_accepted(shown, qtbot):
    before = stored(shown.file)
    shown.table.choose_row(1)
    give_reason(qtbot, "   ", "cancel")
    click(qtbot, shown.page.accept_button)
    assert stored(shown.file) == before and not shown.page.undo_button.isEnabled()


def test_undo_takes_back_the_last_decision_and_then_the_one_before(shown, qtbot):
    before = stored(shown.file)
    for row, reason in ((1, "first"), (2, "second")):
        shown.table.choose_row(row)
        give_reason(qtbot, reason)
        shown.accept()
    between = stored(shown.file)
    assert sum(value != before[key] for key, value in between.items()) == 2
    click(qtbot, shown.page.undo_button)
    assert sum(value[1] == "second" for value in stored(shown.file).values()) == 0
    assert sum(value[1] == "first" for value in stored(shown.file).values()) == 1
    click(qtbot, shown.page.undo_button)
    assert stored(shown.file) == before and not shown.page.undo_button.isEnabled()


def test_undo_leaves_alone_what_was_decided_otherwise_since(shown, qtbot):
    shown.table.choose_ids(shown.model.ids_of([1, 2]))
    first, second = shown.table.chosen_ids()
    give_reason(qtbot, "both")
    shown.accept()
    # Somebody else, in the attribute table.
    reason = shown.layer.fields().lookupField("REASON")
    assert shown.layer.startEditing() and shown.layer.changeAttributeValue(first, reason, "otherwise")
    assert shown.layer.commitChanges()
    qtbot.waitUntil(lambda: "otherwise" in cells(shown, shown.model.REASON))
    qtbot.wait(400)
    shown.undo()
    assert [shown.layer.getFeature(feature)["STATE"] for feature in (first, second)] == ["accepted", "open"]
    assert shown.layer.getFeature(first)["REASON"] == "otherwise"


def test_opening_again_keeps_the_reason_and_can_be_taken_back(shown, qtbot):
    before = stored(shown.file)
    rows = [row for row, state in enumerate(cells(shown, shown.model.STATE)) if state == "Accepted"]
    shown.table.choose_ids(shown.model.ids_of(rows))
    keys = keys_of(shown, shown.table.chosen_ids())
    shown._show_counts()
    click(qtbot, shown.page.reopen_button)
    assert {stored(shown.file)[key][:2] for key in keys} == {("open", "as surveyed")}
    assert set(cells(shown, shown.model.STATE)) == {"Open"}
    shown.undo()
    assert stored(shown.file) == before


def test_a_layer_that_can_only_be_read_refuses_in_one_sentence(dock, project, qtbot, tmp_path):
    file = findings_file(tmp_path)
    packed = str(tmp_path / "packed.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(file, "findings.gpkg")
    dock.open_file(f"/vsizip/{packed}/findings.gpkg")
    assert dock.model.rowCount() == ROWS
    dock.table.choose_row(1)
    click(qtbot, dock.page.accept_button)
    assert len(messages(dock)) == 1 and "can only be read" in messages(dock)[0]
    assert cells(dock, dock.model.STATE).count("Accepted") == 4


def test_a_layer_locked_in_the_project_refuses(shown, qtbot):
    before = stored(shown.file)
    shown.layer.setReadOnly(True)
    shown.table.choose_row(1)
    click(qtbot, shown.page.accept_button)
    assert "can only be read" in messages(shown)[0] and stored(shown.file) == before


def test_a_file_that_refuses_the_write_leaves_table_and_file_alike(shown, qtbot):
    """Somebody else writes into the file: SQLite lets nobody else do so."""
    before, states = stored(shown.file), cells(shown, shown.model.STATE)
    other = sqlite3.connect(shown.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        shown.table.choose_row(1)
        give_reason(qtbot, "kept for later")
        shown.accept()
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert len(messages(shown)) == 1 and "could not be written" in messages(shown)[0]
    assert stored(shown.file) == before and cells(shown, shown.model.STATE) == states
    assert not shown.page.undo_button.isEnabled()
    seen = give_reason(qtbot, "kept for later")
    shown.accept()
    assert seen[0][0] == ["kept for later"]
    assert sum(value[1] == "kept for later" for value in stored(shown.file).values()) == 1


def test_in_edit_mode_the_decision_is_an_edit_like_any_other(shown, qtbot):
    before = stored(shown.file)
    assert shown.layer.startEditing()
    shown.table.choose_row(1)
    (identifier,) = shown.table.chosen_ids()
    give_reason(qtbot, "in the buffer")
    shown.accept()
    assert shown.layer.getFeature(identifier)["REASON"] == "in the buffer"
    assert stored(shown.file) == before
    assert shown.layer.undoStack().count() == 1
    shown.layer.undoStack().undo()
    qtbot.waitUntil(lambda: "in the buffer" not in cells(shown, shown.model.REASON))
    shown.layer.undoStack().redo()
    qtbot.waitUntil(lambda: "in the buffer" in cells(shown, shown.model.REASON))
    assert shown.layer.commitChanges()
    assert sum(value[1] == "in the buffer" for value in stored(shown.file).values()) == 1


def test_edits_given_up_are_given_up_in_the_table_too(shown, qtbot):
    assert shown.layer.startEditing()
    shown.table.choose_row(1)
    give_reason(qtbot, "given up")
    shown.accept()
    assert "given up" in cells(shown, shown.model.REASON)
    assert shown.layer.rollBack()
    qtbot.waitUntil(lambda: "given up" not in cells(shown, shown.model.REASON))


def test_a_memory_layer_takes_decisions(dock, project, qtbot):
    layer = findings_in_memory()
    project.addMapLayer(layer)
    dock.table.choose_row(2)
    (identifier,) = dock.table.chosen_ids()
    give_reason(qtbot, "memory")
    dock.accept()
    assert layer.getFeature(identifier)["STATE"] == "accepted" and layer.getFeature(identifier)["REASON"] == "memory"


@pytest.mark.parametrize("goes", [False, True])
def test_a_reason_is_not_written_into_findings_that_came_while_it_was_asked(shown, project, qtbot, goes):
    """A check that ends meanwhile brings its findings; or the layer asked about is taken off the project."""
    from qgis.PyQt.QtCore import QTimer

    before = stored(shown.file)
    shown.table.choose_row(1)
    others = findings_in_memory(name="others")
    states = [feature["STATE"] for feature in others.getFeatures()]

    def meanwhile():
        if goes:
            project.removeMapLayer(shown.layer.id())
        else:
            project.addMapLayer(others)

    QTimer.singleShot(0, meanwhile)
    give_reason(qtbot, "about the first")
    shown.accept()
    assert stored(shown.file) == before
    assert [feature["STATE"] for feature in others.getFeatures()] == states
    assert any("other findings are shown" in text for text in messages(shown))


def test_a_reason_longer_than_the_layer_holds_can_not_be_accepted(qgis_app, qtbot):
    from ...dialogs.findings_decision import DecisionDialog

    dialog = DecisionDialog("about", [], 10)
    qtbot.addWidget(dialog)
    for reason, fits in (("", False), ("1234567890", True), ("12345678901", False), ("   ", False)):
        dialog.combo.setEditText(reason)
        assert dialog.ok.isEnabled() is fits


def test_rows_are_copied_as_a_spreadsheet_takes_them(shown, qtbot):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QApplication

    click_row(qtbot, shown, 1)
    click_row(qtbot, shown, 2, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert len(lines) == 3 and {len(line) for line in lines} == {shown.model.columnCount()}
    assert lines[1][shown.model.FINDING] == cells(shown, shown.model.FINDING)[1]


def test_keys_of_the_table_go_before_those_of_the_main_window(shown, qtbot):
    """QGIS copies features by Ctrl+C."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QKeySequence
    from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow

    main = QMainWindow()
    qtbot.addWidget(main)
    taken = []
    action = QAction("copy features", main)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.triggered.connect(lambda checked: taken.append(checked))
    main.addAction(action)
    main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, shown)
    main.show()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    shown.table.choose_row(1)
    shown.table.setFocus()
    QApplication.clipboard().clear()
    press(qtbot, shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert taken == [] and cells(shown, shown.model.FINDING)[1] in QApplication.clipboard().text()
    shown.filter_bar.clear_button.setFocus()
    qtbot.keyClick(main, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(taken) == 1
    shown.setParent(None)


def test_the_menu_offers_what_can_be_done(shown):
    shown.table.clearSelection()
    assert not any(action.isEnabled() for action in shown.menu().actions())
    shown.table.choose_row(1)
    enabled = {action.text(): action.isEnabled() for action in shown.menu().actions()}
    assert enabled == {
        "Show on the map": True, "Accept…": True, "Open again": False, "Copy rows": True, "Form of the parcel": True,
    }  # fmt: skip


# --------------------------------------------------------------------------------------------------- 10⁵ and lifecycle


@pytest.mark.slow
def test_a_hundred_thousand_findings_stay_usable(dock, project):
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.PyQt.QtCore import Qt

    from ...core.checking.finding import Severity
    from ...processing.compat import field

    count = 100_000
    layer = QgsVectorLayer("Point?crs=EPSG:4527", "many", "memory")
    layer.dataProvider().addAttributes([field(name, kind) for name, kind in FIELDS])
    layer.updateFields()
    features = []
    for row in range(count):
        check, severity, title = CHECKS[row % 4]
        feature = QgsFeature(layer.fields())
        feature.setAttributes([
            f"{row:020x}", check, severity, title, f"{title}, case {row}.", row, f"3601230000{row:08d}", None, None, None,
            f"360123{row % 20 + 100:03d}{row % 300 + 200:03d}0000000", f"村{row % 300}", row / 7, 30.0, "open", None, None,
            None,
        ])  # fmt: skip
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    spent = {}

    def timed(what, action):
        started = time.perf_counter()
        action()
        spent[what] = time.perf_counter() - started

    timed("load", lambda: project.addMapLayer(layer))
    assert dock.model.rowCount() == count
    bar = dock.filter_bar
    timed("check", lambda: bar.checks.setCurrentIndex(2))
    timed("text", lambda: (bar.text.setText("case 777"), bar._tell()))
    assert 0 < dock.model.rowCount() < 100
    timed("clear", bar.clear)
    timed("severity", lambda: bar.severities[Severity.HINT].setChecked(False))
    timed("place", lambda: bar.places.setCurrentIndex(3))
    bar.clear()
    for column in range(dock.model.columnCount()):
        timed(f"sort {column}", lambda column=column: dock.table.sortByColumn(column, Qt.SortOrder.DescendingOrder))
    timed("select all", dock.table.selectAll)
    assert len(dock.table.chosen_ids()) == count
    ids = dock.table.chosen_ids()
    decision = ("accepted", "all", "Li", today())
    timed("decide", lambda: dock.decider.decide(dict.fromkeys(ids, decision), "all"))
    assert set(dock.layer.uniqueValues(dock.layer.fields().lookupField("REASON"))) == {"all"}
    print({what: round(seconds, 3) for what, seconds in spent.items()})
    # Measured against what QGIS takes to hand out the rows, as other programs run on the machine, too.
    timed("rows one by one", lambda: [found.attributes() for found in layer.getFeatures()])
    assert spent["load"] < 2 * spent["rows one by one"]
    assert max(spent[what] for what in ("check", "text", "clear", "severity", "place")) < spent["rows one by one"] / 4
    assert max(seconds for what, seconds in spent.items() if what.startswith("sort")) < spent["rows one by one"] / 2


def test_the_layer_may_be_removed_while_shown(shown, project):
    shown.table.choose_row(1)
    shown.locate()
    project.removeMapLayer(shown.layer.id())
    assert shown.layer is None and shown.model.rowCount() == 0 and shown._marks.highlights == []
    assert "was removed" in messages(shown)[0] and shown.page.pages.currentIndex() == 1
    shown.locate()
    shown.filter_bar.text.setText("spike")
    assert shown.page.layer_combo.currentLayer() is None


def test_the_survey_may_be_removed_while_it_is_outlined(shown, project, qtbot):
    shown.table.choose_row(1)
    shown.locate()
    assert shown._marks.highlights
    project.removeMapLayer(shown.survey_layer.id())
    assert shown._marks.highlights == []
    shown.table.choose_row(2)
    shown.locate()
    shown.open_form()
    assert "not in a land survey layer" in messages(shown)[0]


def test_the_project_remembers_the_findings_last_shown(shown, project, tmp_path):
    """Of two, whichever comes last when the project is read."""
    shown.open_file(findings_file(tmp_path, "later.gpkg"))
    files = [str(tmp_path / name) for name in ("findings.gpkg", "later.gpkg")]
    for turn, file in enumerate(files):
        (layer,) = (found for found in project.mapLayers().values() if found.source().startswith(file))
        shown.page.layer_combo.setLayer(layer)
        saved = str(tmp_path / f"project{turn}.qgz")
        assert project.write(saved)
        project.clear()
        assert shown.layer is None and shown.model.rowCount() == 0
        assert project.read(saved)
        assert shown.layer.source().startswith(file) and shown.model.rowCount() == ROWS


def test_widths_of_columns_are_remembered(shown, qgis_iface, qtbot):
    from ...dialogs.findings_dock import FindingsDock

    shown.table.setColumnWidth(shown.model.FINDING, 333)
    shown.hide()
    again = FindingsDock(qgis_iface, None)
    qtbot.addWidget(again)
    assert again.table.columnWidth(again.model.FINDING) == 333
    again.shut()


def test_rows_that_come_and_go_in_the_layer_come_and_go_in_the_table(shown, qtbot):
    assert shown.layer.startEditing()
    shown.layer.deleteFeature(shown.model.ids_of([0])[0])
    qtbot.waitUntil(lambda: shown.model.rowCount() == ROWS - 1)
    shown.layer.rollBack()
    qtbot.waitUntil(lambda: shown.model.rowCount() == ROWS)
    shown.layer.setSubsetString("SEVERITY = 'hint'")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 6)


def test_the_action_of_the_plugin_shows_and_hides_the_panel(qgis_iface, project, qgis_processing, qtbot):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget

    from ... import classFactory
    from ...plugin import WINDOWS

    main = qgis_iface.mainWindow()
    main.show()
    other = QDockWidget("other", main)
    main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, other)
    other.show()
    (window,) = (window for window in WINDOWS if window.class_name == "FindingsDock")
    try:
        for _ in range(2):
            plugin = classFactory(qgis_iface)
            plugin.initGui()
            action = next(action for action in plugin.actions if action.objectName() == "LandLedgerFindingsDock")
            assert action.isCheckable() and not action.isChecked() and not plugin.windows
            action.trigger()
            panel = plugin.windows["FindingsDock"]
            qtbot.waitUntil(lambda panel=panel: panel.isUserVisible())
            assert action.isChecked() and main.dockWidgetArea(panel) == Qt.DockWidgetArea.RightDockWidgetArea
            assert other in main.tabifiedDockWidgets(panel)
            action.trigger()
            assert panel.isHidden() and not action.isChecked()
            assert plugin.show_window(window) is panel
            qtbot.waitUntil(lambda panel=panel: panel.isUserVisible())
            panel.close()
            assert not action.isChecked()
            plugin.unload()
            qtbot.wait(50)
            assert not [d for d in main.findChildren(QDockWidget) if d.objectName() == "LandLedgerFindings"]
            project.addMapLayer(findings_in_memory(3))
    finally:
        plugin.unload()
        main.removeDockWidget(other)
        other.deleteLater()
        main.hide()


# ----------------------------------------------------------------------------------------------------------- the check


def test_survey_and_districts_are_guessed(dock, project):
    from qgis.core import QgsVectorLayer

    project.addMapLayers([survey_layer(), QgsVectorLayer(f"{SAMPLE}|layername=CJDCQ", "villages", "ogr")])
    panel = dock.check_panel
    assert panel.survey().name() == "DLTB" and panel.layers["DISTRICTS"].currentLayer().name() == "villages"
    assert panel.output.layer_file().endswith(".gpkg") and "DLTB" in panel.output.layer_file()


def test_what_is_missing_is_said_before_the_run(dock):
    dock.check_panel.start()
    assert not dock.check_panel.run.running
    assert len(messages(dock)) == 1


def run_check(dock, qtbot):
    with qtbot.waitSignal(dock.check_panel.run.ended, timeout=A_MINUTE) as ended:
        click(qtbot, dock.check_panel.run_button)
    assert not dock.check_panel.run.running
    return ended.args


@pytest.fixture
def checkable(dock, project, tmp_path):
    """The panel ready to check the sample township into an empty folder."""
    from qgis.core import QgsVectorLayer

    project.addMapLayers([survey_layer(), QgsVectorLayer(f"{SAMPLE}|layername=CJDCQ", "villages", "ogr")])
    dock.tabs.setCurrentWidget(dock.check_panel)
    dock.check_panel.output.layer.setFilePath(str(tmp_path / "checked.gpkg"))
    dock.check_panel.output.workbook.setFilePath(str(tmp_path / "checked.xlsx"))
    return dock


def test_the_fields_are_those_the_check_writes(qgis_app):
    from ...core.checking.layer import FINDING_FIELDS
    from ...dialogs.findings_layer import AREA, FEATURE, ON_DEMAND, TEXTS

    written = {found.name for found in FINDING_FIELDS}
    assert written == {*TEXTS, FEATURE, AREA, *ON_DEMAND} == {name for name, _ in FIELDS}


def test_a_real_check_shows_its_findings_and_a_second_one_keeps_what_was_decided(checkable, qtbot, tmp_path):
    ok, results, _ = run_check(checkable, qtbot)
    assert ok, (checkable.check_panel.run.reason, checkable.check_panel.log.toPlainText())
    first = checkable.layer
    assert first is not None and first.source().startswith(str(tmp_path / "checked.gpkg"))
    assert checkable.model.rowCount() == results["FINDING_COUNT"] == first.featureCount() > 0
    severities, states = checkable.model.totals()
    assert list(severities.values()) == [results[name] for name in ("ERROR_COUNT", "WARNING_COUNT", "HINT_COUNT")]
    assert list(states.values()) == [results["OPEN_COUNT"], results["ACCEPTED_COUNT"]] and results["ACCEPTED_COUNT"] == 0
    assert (tmp_path / "checked.xlsx").stat().st_size > 0
    assert checkable.tabs.currentIndex() == 0 and str(results["FINDING_COUNT"]) in messages(checkable)[0]
    checkable.table.choose_row(0)
    (key,) = keys_of(checkable, checkable.table.chosen_ids())
    give_reason(qtbot, "stays as it is")
    checkable.accept()
    checkable.tabs.setCurrentWidget(checkable.check_panel)
    asked = replace_file(qtbot)
    ok, results, _ = run_check(checkable, qtbot)
    assert ok and len(asked) == 1 and results["ACCEPTED_COUNT"] == 1
    assert checkable.layer is not first
    (accepted,) = [found for found in checkable.layer.getFeatures() if found["STATE"] == "accepted"]
    assert (accepted["KEY"], accepted["REASON"], accepted["DECIDED_ON"]) == (key, "stays as it is", today())


def test_findings_of_another_file_pass_on_what_was_decided(checkable, qtbot, tmp_path):
    ok, _, _ = run_check(checkable, qtbot)
    assert ok
    checkable.table.choose_row(0)
    give_reason(qtbot, "passed on")
    checkable.accept()
    checkable.tabs.setCurrentWidget(checkable.check_panel)
    checkable.check_panel.output.layer.setFilePath(str(tmp_path / "second.gpkg"))
    replace_file(qtbot)
    ok, results, _ = run_check(checkable, qtbot)
    assert ok and results["ACCEPTED_COUNT"] == 1
    assert checkable.layer.source().startswith(str(tmp_path / "second.gpkg"))


def test_a_cancelled_check_leaves_the_former_findings_where_they_were(checkable, qtbot, project, tmp_path):
    ok, _, _ = run_check(checkable, qtbot)
    assert ok
    checkable.table.choose_row(0)
    give_reason(qtbot, "not lost")
    checkable.accept()
    count, look = checkable.model.rowCount(), checkable.layer.renderer().type()
    checkable.tabs.setCurrentWidget(checkable.check_panel)
    replace_file(qtbot)
    with qtbot.waitSignal(checkable.check_panel.run.ended, timeout=A_MINUTE) as ended:
        click(qtbot, checkable.check_panel.run_button)
        assert checkable.check_panel.run.running and not checkable.check_panel.run_button.isEnabled()
        click(qtbot, checkable.check_panel.cancel_button)
    assert ended.args[0] is False and "Cancelled. Nothing was written." in messages(checkable)
    assert checkable.layer is not None and checkable.model.rowCount() == count
    assert "not lost" in cells(checkable, checkable.model.REASON)
    assert checkable.layer.renderer().type() == look != "singleSymbol"
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix != ".gpkg-wal")[:2] == ["checked.gpkg", "checked.xlsx"]


def test_another_project_ends_the_check(checkable, qtbot, project, tmp_path):
    with qtbot.waitSignal(checkable.check_panel.run.ended, timeout=A_MINUTE) as ended:
        click(qtbot, checkable.check_panel.run_button)
        project.clear()
    assert ended.args[0] is False and not project.mapLayers() and list(tmp_path.iterdir()) == []


def test_tab_goes_from_the_layer_over_filter_and_table_to_the_buttons(shown):
    chain, widget = [], shown.page.layer_combo
    for _ in range(100):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    page, bar = shown.page, shown.filter_bar
    wanted = [
        page.layer_combo, page.open_button, *bar.severities.values(), bar.clear_button, bar.checks, bar.places, bar.states,
        bar.text, shown.table, page.previous_button, page.next_button, page.locate_button, page.accept_button,
        page.reopen_button, page.undo_button,
    ]  # fmt: skip
    places = [chain.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_a_survey_that_can_not_be_checked_is_told_in_one_sentence(checkable, qtbot, project):
    from qgis.core import QgsVectorLayer

    bad = QgsVectorLayer("Polygon?crs=EPSG:4527&field=A:string", "no survey", "memory")
    project.addMapLayer(bad)
    checkable.check_panel.layers["SURVEY"].setLayer(bad)
    ok, _, layers = run_check(checkable, qtbot)
    assert not ok and layers == []
    (told,) = messages(checkable)
    assert "no survey" in told and "Traceback" not in told and checkable.check_panel.run_button.isEnabled()


def test_the_plugin_may_be_unloaded_during_a_check(qgis_iface, project, qgis_processing, qtbot, tmp_path):
    from qgis.core import QgsApplication

    from ... import classFactory
    from ...plugin import WINDOWS

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    panel = plugin.show_window(next(window for window in WINDOWS if window.class_name == "FindingsDock")).check_panel
    project.addMapLayer(survey_layer())
    panel.output.layer.setFilePath(str(tmp_path / "checked.gpkg"))
    panel.output.workbook.setFilePath("")
    panel.start()
    assert panel.run.running
    plugin.unload()
    del panel
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=A_MINUTE)
    qtbot.wait(200)
    assert list(tmp_path.iterdir()) == []


def test_the_findings_shown_are_the_previous_ones_of_the_run(shown, tmp_path):
    panel = shown.check_panel
    panel.output.layer.setFilePath(str(tmp_path / "new.gpkg"))
    assert panel.parameters()["PREVIOUS"] == shown.layer.id()
    # Its own file is what would be replaced: the run reads it from there.
    panel.output.layer.setFilePath(shown.file)
    assert "PREVIOUS" not in panel.parameters()
    shown.layer.startEditing()
    text, _ = panel.problem()
    assert shown.layer.name() in text
    shown.layer.rollBack()
    assert panel.problem() is None
