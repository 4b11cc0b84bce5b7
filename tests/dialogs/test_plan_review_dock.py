"""The panel of the plan review, driven like a user does it: findings, opinions, rounds, parcels on a real map."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import openpyxl
import pytest

from ..processing.plan_findings import EAST, FIELDS, NORTH, row, write_findings
from ..processing.plan_packages import classes, square, write

A_MINUTE = 60_000
BASE = (("0103", "旱地"), ("0703", "农村宅基地"), ("0301", "乔木林地"), ("0101", "水田"))
PLAN = (("0703", "农村宅基地"), ("0703", "农村宅基地"), ("0101", "水田"), ("0101", "水田"))
VILLAGE = "379901001001"


@pytest.fixture
def project(qgis_app, qgis_new_project):
    from qgis.core import QgsProject, QgsSettings

    QgsSettings().remove("LandLedger")
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def dock(project, provider, qgis_iface, qtbot):
    from ...dialogs.plan_review_dock import PlanReviewDock

    canvas = qgis_iface.mapCanvas()
    canvas.resize(600, 400)
    opened = PlanReviewDock(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.resize(700, 800)
    opened.show()
    yield opened
    opened.shut()


@pytest.fixture
def plan(project, provider, tmp_path, qgis_iface):
    """A village of four squares side by side, loaded; the map on it."""
    from qgis.core import QgsProcessingContext

    import processing

    folder = tmp_path / "成果" / "甲村"
    folder.mkdir(parents=True)
    file = folder / "甲村.gpkg"
    write(file, "JQDLTB", classes(BASE, 0, "JQDLBM", "JQDLMC", VILLAGE))
    write(file, "GHDLTB", classes(PLAN, 0, "GHDLBM", "GHDLMC", VILLAGE))
    write(file, "GKBJ", [(square(0, 0, 100), {"GKBJLXDM": "0301"}), (square(1, 0, 100), {"GKBJLXDM": "0202"})])
    write(file, "YJJBNT", [(square(0, 0, 50), {"BSM": "y"})])
    context = QgsProcessingContext()
    context.setProject(project)
    processing.run("landledger:loadvillageplan", {"FOLDER": str(folder.parent), "CLASSES": 2}, context=context)
    canvas = qgis_iface.mapCanvas()
    layer = layer_called(project, "规划地类图斑")
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    return project


ROWS = (
    row("a", BSM=f"{VILLAGE}00000000", FEATURE_ID=1, VILLAGE="甲村"), row("b", BSM=f"{VILLAGE}00000001", FEATURE_ID=2, VILLAGE="甲村"),
    row("c", "prime_class", "R3", BSM=f"{VILLAGE}00000002", FEATURE_ID=3, VILLAGE="甲村"),
    row("d", "bsm_doubled", "R9", SEVERITY="warning", VILLAGE="乙村", LAYER="基期地类图斑", FEATURE_ID=None),
    row("e", "gap", "R8", VILLAGE="甲村", STATE="accepted", REASON="河道", DECIDED_BY="李"),
)  # fmt: skip


@pytest.fixture
def shown(dock, plan, tmp_path):
    """The panel over a file of findings of the plan."""
    write_findings(tmp_path / "审查.gpkg", ROWS, [(50, 50), (150, 50), (250, 50), None, (350, 50)])
    dock.open_file(str(tmp_path / "审查.gpkg"))
    assert dock.layer is not None and dock.model.rowCount() == len(ROWS)
    return dock


def layer_called(project, name):
    return next(layer for layer in project.mapLayers().values() if layer.name() == name)


def messages(dock):
    return [item.text() for item in dock.bar.items()]


def click(qtbot, widget):
    from qgis.PyQt.QtCore import Qt

    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(dock, *keys):
    """Choose findings by key."""
    known = {feature["KEY"]: feature.id() for feature in dock.layer.getFeatures()}
    dock.table.choose_ids([known[key] for key in keys])
    dock._chosen_changed()


class Answer(list):
    """Titles of the dialogs that were answered; waits for one until it is `done`."""

    done = False


def answer(qtbot, act=lambda dialog: None, agree=True):
    """Do something with the dialog that is about to open, then agree or not; says what was asked."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    seen = Answer()

    def look():
        dialog = QApplication.activeModalWidget()
        if seen.done:
            return
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        seen.done = True
        seen.append(dialog.windowTitle())
        act(dialog)
        dialog.ok.click() if agree else dialog.reject()

    QTimer.singleShot(20, look)
    return seen


def click_map(qtbot, dock, east, north):
    """A real click of the mouse on the map."""
    from qgis.PyQt.QtCore import QPoint, Qt

    canvas = dock._iface.mapCanvas()
    at = canvas.getCoordinateTransform().transform(east, north)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(at.x()), int(at.y())))


def kept(file):
    """What stands in the file of opinions, asked past QGIS: by number."""
    with sqlite3.connect(file) as connection:
        found = connection.execute("SELECT SEQ, CATEGORY, OPINION, STATE, REPLY, WHO, ROUND FROM opinions ORDER BY SEQ").fetchall()
    return {number: rest for number, *rest in found}


def opinion_file(dock):
    return dock.keeper.layer.source().partition("|")[0]


def give(qtbot, dock, *keys, who="规划科"):
    """Opinions of findings, by the button."""
    choose(dock, *keys)
    seen = answer(qtbot, lambda dialog: dialog.who.setCurrentText(who))
    click(qtbot, dock.page.opinion_button)
    qtbot.waitUntil(lambda: bool(seen) or "already" in " ".join(messages(dock)), timeout=A_MINUTE)
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    seen.done = True
    return seen


# ----------------------------------------------------------------------------------------------------------------- findings


def test_each_panel_shows_its_own_kind_of_findings(shown, qgis_iface, qtbot, project):
    from ...dialogs.findings_dock import FindingsDock
    from .test_findings_dock import findings_in_memory

    survey = FindingsDock(qgis_iface, None)
    qtbot.addWidget(survey)
    try:
        assert survey.layer is None, "findings of a plan are none of a survey"
        layer = findings_in_memory()
        project.addMapLayer(layer)
        assert survey.layer is layer and shown.layer is not layer
    finally:
        survey.shut()


def test_villages_rules_and_layers_can_be_seen_and_sought(shown):
    model = shown.model
    assert [model.headerData(column, 1) for column in (model.LAYER, model.RULE)] == ["Layer", "Rule"]
    assert sorted(code for code, _ in model.places()) == ["乙村", "甲村"]
    assert next(title for _, title in model.checks()).startswith("R3 ")
    shown.filter_bar.places.setCurrentIndex(shown.filter_bar.places.findData("乙村"))
    assert model.rowCount() == 1
    shown.filter_bar.clear()
    shown.filter_bar.text.setText("基期 R9")
    shown.filter_bar._tell()
    assert model.rowCount() == 1 and model.text(model.row_at(0), model.RULE) == "R9"


def test_a_finding_is_shown_on_the_map_with_its_parcel(shown, qtbot):
    choose(shown, "b")
    shown.locate()
    canvas = shown._iface.mapCanvas()
    assert canvas.extent().contains(canvas.extent().center()) and abs(canvas.extent().center().x() - EAST - 150) < 1
    assert len(shown._marks.highlights) == 1 and shown._marks.survey == layer_called(shown_project(), "规划地类图斑").id()
    choose(shown, "d")
    shown.locate()
    assert any("no place" in text for text in messages(shown))


def shown_project():
    from qgis.core import QgsProject

    return QgsProject.instance()


def test_decisions_are_written_as_in_the_other_panel(shown, qtbot, tmp_path):
    from .test_findings_dock import give_reason

    choose(shown, "a")
    give_reason(qtbot, "approved")
    shown.accept()
    with sqlite3.connect(tmp_path / "审查.gpkg") as connection:
        assert connection.execute('SELECT STATE, REASON FROM "审查" WHERE KEY = ?', ("a",)).fetchone() == ("accepted", "approved")


# ----------------------------------------------------------------------------------------------------------------- opinions


def test_opinions_of_findings_go_into_a_file_beside_them(shown, qtbot, tmp_path):
    assert give(qtbot, shown, "a", "b", "c") == ["2 opinions"]
    assert opinion_file(shown) == str(tmp_path / "审查_审查意见.gpkg")
    rows = kept(opinion_file(shown))
    assert [(each[0], each[2], each[4], each[5]) for each in rows.values()] == [
        ("拓扑", "新增", "规划科", 1), ("三线", "新增", "规划科", 1),
    ]  # fmt: skip
    assert give(qtbot, shown, "a", "b") == [] and any("already" in text for text in messages(shown))
    assert len(shown.opinions.model.shown) == 2


def test_one_finding_is_one_opinion_in_its_own_words(shown, qtbot):
    choose(shown, "c")
    seen = answer(qtbot, lambda dialog: dialog.text.setPlainText("请退出永久基本农田"))
    click(qtbot, shown.page.opinion_button)
    qtbot.waitUntil(lambda: bool(shown.keeper.opinions), timeout=A_MINUTE)
    assert seen == ["Opinion"] and kept(opinion_file(shown))[1][:2] == ["三线", "请退出永久基本农田"]


def test_what_was_accepted_becomes_no_opinion(shown, qtbot):
    choose(shown, "e")
    click(qtbot, shown.page.opinion_button)
    qtbot.waitUntil(lambda: any("are accepted" in text for text in messages(shown)), timeout=A_MINUTE)
    assert shown.keeper.opinions == {}
    give(qtbot, shown, "c", "e")
    assert [each.text for each in shown.keeper.opinions.values()] == [next(f for f in ROWS if f["KEY"] == "c")["FINDING"]]


def test_who_does_not_agree_writes_nothing(shown, qtbot):
    choose(shown, "c")
    seen = answer(qtbot, agree=False)
    click(qtbot, shown.page.opinion_button)
    qtbot.waitUntil(lambda: bool(seen), timeout=A_MINUTE)
    assert shown.keeper.opinions == {} and not shown.keeper.undoable


def test_an_opinion_at_a_place_clicked_on_the_map(shown, qtbot):
    click(qtbot, shown.opinions.pick_button)
    assert shown._iface.mapCanvas().mapTool() is shown.place_tool.tool
    seen = answer(qtbot, lambda dialog: dialog.text.setPlainText("此处宜留绿地"))
    click_map(qtbot, shown, EAST + 150, NORTH + 50)
    qtbot.waitUntil(lambda: bool(seen), timeout=A_MINUTE)
    (found,) = shown.keeper.opinions.values()
    assert abs(found.x - EAST - 150) < 10 and found.village == "甲村" and f"{VILLAGE}00000001" in found.place
    assert found.text == "此处宜留绿地" and not shown.opinions.pick_button.isChecked()
    shown.opinions.choose([found.id])
    shown.locate_opinion()
    assert abs(shown._iface.mapCanvas().extent().center().x() - found.x) < 1


def test_an_opinion_on_the_whole_plan_has_no_place(shown, qtbot):
    answer(qtbot, lambda dialog: dialog.text.setPlainText("文本缺图例"))
    click(qtbot, shown.opinions.new_button)
    (found,) = shown.keeper.opinions.values()
    shown.opinions.choose([found.id])
    assert not found.has_place and not shown.opinions.locate_button.isEnabled()


def test_changing_taking_out_and_taking_back(shown, qtbot):
    give(qtbot, shown, "a", "c")
    file = opinion_file(shown)
    names = [each.id for each in shown.opinions.model.shown]
    shown.opinions.choose(names[:1])

    def change(dialog):
        dialog.reply.setPlainText("已改")
        dialog.state.setCurrentIndex(dialog.state.findData("done"))

    answer(qtbot, change)
    click(qtbot, shown.opinions.edit_button)
    assert kept(file)[1][2:4] == ["已改", "已改"]
    shown.opinions.choose(names)
    click(qtbot, shown.opinions.remove_button)
    assert kept(file) == {}
    click(qtbot, shown.opinions.undo_button)
    assert kept(file)[1][2:4] == ["已改", "已改"] and len(kept(file)) == 2
    assert sorted(shown.opinions.chosen()) == sorted(names)
    shown.opinions.choose(names[:1])
    click(qtbot, shown.opinions.remove_button)
    assert shown.opinions.chosen() == names[1:]
    click(qtbot, shown.opinions.undo_button)
    assert shown.opinions.chosen() == names[:1]
    click(qtbot, shown.opinions.undo_button)
    assert kept(file)[1][2:4] == ["新增", None]
    click(qtbot, shown.opinions.undo_button)
    assert kept(file) == {} and not shown.opinions.undo_button.isEnabled()


def test_taking_back_leaves_what_others_changed_since(shown, qtbot):
    from qgis.core import QgsFeature

    give(qtbot, shown, "a", "c")
    layer = shown.keeper.layer
    feature: QgsFeature = next(each for each in layer.getFeatures() if each["SEQ"] == 1)
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("REPLY"), "别人写的")
    layer.commitChanges()
    click(qtbot, shown.opinions.undo_button)
    assert [rest[3] for rest in kept(opinion_file(shown)).values()] == ["别人写的"]
    give(qtbot, shown, "b")
    layer.startEditing()
    layer.deleteFeatures([each.id() for each in layer.getFeatures() if each["SEQ"] == 2])
    layer.commitChanges()
    click(qtbot, shown.opinions.undo_button)
    assert len(kept(opinion_file(shown))) == 1 and any("changed elsewhere" in text for text in messages(shown))


def test_a_layer_being_edited_gets_opinions_as_a_step_of_its_edits(shown, qtbot):
    give(qtbot, shown, "a")
    shown.keeper.layer.startEditing()
    give(qtbot, shown, "c")
    assert len(shown.keeper.opinions) == 2 and len(kept(opinion_file(shown))) == 1
    shown.keeper.layer.undoStack().undo()
    qtbot.waitUntil(lambda: len(shown.keeper.opinions) == 1, timeout=A_MINUTE)
    shown.keeper.layer.rollBack()


def test_a_file_that_can_only_be_read_takes_no_opinion(shown, qtbot):
    give(qtbot, shown, "a")
    shown.keeper.layer.setReadOnly(True)
    give(qtbot, shown, "c")
    assert len(kept(opinion_file(shown))) == 1 and any("can only be read" in text for text in messages(shown))


def test_a_file_that_is_something_else_is_refused(shown, tmp_path):
    assert not shown.open_opinions(str(tmp_path / "审查.gpkg")) and any("holds no opinions" in text for text in messages(shown))


def test_the_project_remembers_its_opinions(shown, qtbot, tmp_path, project):
    give(qtbot, shown, "a")
    file = opinion_file(shown)
    project.write(str(tmp_path / "审查.qgz"))
    project.clear()
    assert shown.keeper.layer is None and shown.opinions.model.shown == []
    project.read(str(tmp_path / "审查.qgz"))
    assert opinion_file(shown) == file and len(shown.opinions.model.shown) == 1


def test_opinions_are_filtered_by_kind_state_and_words(shown, qtbot):
    give(qtbot, shown, "a", "c", "d")
    page = shown.opinions
    page.categories.setCurrentIndex(page.categories.findData("control"))
    assert [each.category for each in page.model.shown] == ["control"]
    page.categories.setCurrentIndex(0)
    page.states.setCurrentIndex(page.states.findData("done"))
    assert page.model.shown == []
    page.states.setCurrentIndex(0)
    page.sought.setText("乙村")
    assert [each.village for each in page.model.shown] == ["乙村"]


# ------------------------------------------------------------------------------------------------------------------ rounds


def export(qtbot, dock, file):
    dock.export_list(str(file))
    qtbot.waitUntil(lambda: not dock.run.running, timeout=A_MINUTE)
    assert Path(file).exists(), messages(dock)


def fill(file, states):
    opened = openpyxl.load_workbook(file)
    sheet = opened["审查意见表"]
    for cells in sheet.iter_rows(min_row=2):
        if cells[0].value in states:
            cells[6].value, cells[7].value = "已处理", states[cells[0].value]
    opened.save(file)


@pytest.fixture
def second(shown, qtbot, tmp_path):
    """A first round sent out and filled in; the findings of the second round are shown: a is there, the others are not."""
    give(qtbot, shown, "a", "c", "d")
    book = tmp_path / "意见.xlsx"
    export(qtbot, shown, book)
    write_findings(tmp_path / "二轮.gpkg", [ROWS[0], row("n", "gap", VILLAGE="甲村")], [(50, 50), (900, 900)])
    shown.open_file(str(tmp_path / "二轮.gpkg"))
    return shown, book


def import_book(qtbot, dock, book):
    dock.import_round(str(book))
    qtbot.waitUntil(lambda: not dock.run.running, timeout=A_MINUTE)


def test_the_former_round_comes_back_and_says_what_was_done(second, qtbot):
    dock, book = second
    fill(book, {1: "已改", 2: "已改", 3: "已改"})
    import_book(qtbot, dock, book)
    rows = kept(opinion_file(dock))
    assert {each[0]: (each[2], each[3]) for each in rows.values()} == {
        "编码": ("已改", "已处理"), "拓扑": ("未改", "已处理"), "三线": ("已改", "已处理"),
    }  # fmt: skip
    assert dock.opinions.round.value() == 2
    told = " ".join(messages(dock))
    assert "Dealt with 2" in told and "1 new findings" in told and "1 called done are not" in told
    give(qtbot, dock, "n")
    assert [rest[5] for rest in kept(opinion_file(dock)).values()] == [1, 1, 1, 2]
    click(qtbot, dock.opinions.undo_button)
    click(qtbot, dock.opinions.undo_button)
    assert {each[2] for each in kept(opinion_file(dock)).values()} == {"新增"}, "the import is one step"


def test_a_list_with_wrong_cells_is_shown_and_not_taken(second, qtbot, project):
    dock, book = second
    fill(book, {1: "已改", 2: "天晴"})
    before = kept(opinion_file(dock))
    import_book(qtbot, dock, book)
    assert kept(opinion_file(dock)) == before and any("1 wrong cells" in text for text in messages(dock))
    table = layer_called(project, "Problems of the list of opinions")
    assert "天晴" in [each["VALUE"] for each in table.getFeatures()]


def test_a_former_round_can_be_compared_again(second, qtbot):
    dock, _ = second
    assert not dock.opinions.compare_button.isEnabled()
    dock.opinions.round.setValue(2)
    dock.opinions.choose([])
    assert dock.opinions.compare_button.isEnabled()
    click(qtbot, dock.opinions.compare_button)
    qtbot.waitUntil(lambda: not dock.run.running, timeout=A_MINUTE)
    assert sorted(each[2] for each in kept(opinion_file(dock)).values()) == ["已改", "已改", "未改"]


def test_the_list_of_the_second_round_has_what_became_of_the_first(second, qtbot, tmp_path):
    dock, book = second
    fill(book, {1: "已改", 2: "已改", 3: "已改"})
    import_book(qtbot, dock, book)
    give(qtbot, dock, "n")
    export(qtbot, dock, tmp_path / "二.xlsx")
    opened = openpyxl.load_workbook(tmp_path / "二.xlsx")
    assert "修改情况" in opened.sheetnames
    states = [cells[7] for cells in opened["审查意见表"].iter_rows(values_only=True) if isinstance(cells[0], int)]
    assert states == ["已改", "未改", "已改", "新增"]


def test_a_file_that_is_no_workbook_is_told(shown, qtbot, tmp_path):
    give(qtbot, shown, "a")
    (tmp_path / "坏.xlsx").write_text("x")
    import_book(qtbot, shown, tmp_path / "坏.xlsx")
    assert any("not an Excel workbook" in text for text in messages(shown))
    shown.import_round(str(tmp_path / "意见.docx"))
    assert messages(shown) == ["意见.docx is no Excel workbook (*.xlsx): choose the list of opinions that the planners sent back."]
    assert not shown.run.running


# ------------------------------------------------------------------------------------------------------------------ parcels


def look_at(qtbot, dock, east, north):
    if not dock.parcel.pick_button.isChecked():
        click(qtbot, dock.parcel.pick_button)
    click_map(qtbot, dock, east, north)
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    return dock.parcel.text.toPlainText()


def test_a_click_explains_a_parcel(shown, qtbot):
    give(qtbot, shown, "a")
    text = look_at(qtbot, shown, EAST + 20, NORTH + 20)
    assert f"{VILLAGE}00000000" in text and "甲村" in text
    assert "0703 农村宅基地" in text and "0103 旱地" in text
    assert "0301 村庄集中建设区" in text and "Permanent basic farmland" in text
    effect = shown.clicked.effect
    area = effect.area.square_metres()
    assert abs(area - 10_000) < 50 and effect.changed == effect.area, "a square of 100 m, on the ellipsoid"
    told = {change.indicator.title: (change.change.square_metres(), change.against) for change in effect.indicators}
    assert told["耕地保有量"] == (-area, True) and told["村庄建设用地面积"] == (area, False)
    assert f"{area:+f}" in text and "must not shrink: this parcel goes against it" in text
    from ...core.village.profile import PlanRole

    assert abs(effect.within[PlanRole.PRIME_FARMLAND].square_metres() - 2500) < 15
    assert "no such layer is loaded" in text, "the redline was not delivered"
    assert "Findings here 1" in text and "Opinions here 1" in text
    assert shown.explaining.outline is not None


def test_a_parcel_that_stays_changes_nothing(shown, qtbot):
    text = look_at(qtbot, shown, EAST + 350, NORTH + 50)
    assert "stays" in text and "No indicator changes." in text and "In no control zone." in text
    assert shown.clicked.effect.rows == {}


def test_the_same_number_in_another_layer_or_village_is_another_parcel(dock, plan, qtbot, tmp_path):
    same = f"{VILLAGE}00000000"
    rows = (
        row("here", BSM=same, VILLAGE="甲村", FINDING="这里"), row("base", BSM=same, VILLAGE="甲村", LAYER="基期地类图斑", FINDING="基期"),
        row("zone", BSM=same, VILLAGE="甲村", LAYER="管控边界", FINDING="分区"), row("far", BSM=same, VILLAGE="乙村", FINDING="邻村"),
    )  # fmt: skip
    write_findings(tmp_path / "审查.gpkg", rows, [(50, 50)] * 4)
    dock.open_file(str(tmp_path / "审查.gpkg"))
    give(qtbot, dock, "here", "base", "zone", "far")
    told = look_at(qtbot, dock, EAST + 50, NORTH + 50)
    assert "这里" in told and "基期" in told and "分区" not in told and "邻村" not in told
    assert [name for name in ("Findings here 2", "Opinions here 1") if name in told] == ["Findings here 2", "Opinions here 1"]


def test_a_parcel_goes_with_its_layer(shown, qtbot, project):
    look_at(qtbot, shown, EAST + 50, NORTH + 50)
    assert shown.clicked is not None and shown.explaining.outline is not None
    project.removeMapLayer(layer_called(project, "规划地类图斑").id())
    assert shown.clicked is None and shown.explaining.outline is None and not shown.parcel.opinion_button.isEnabled()
    assert "was removed" in shown.parcel.note.text()
    shown.opinion_on_parcel()
    assert shown.keeper.opinions == {}


def test_a_layer_that_goes_while_its_parcel_is_cut_is_not_asked(shown, qtbot, project):
    from qgis.core import QgsPointXY

    shown.explain(QgsPointXY(EAST + 50, NORTH + 50))
    project.removeMapLayer(layer_called(project, "规划地类图斑").id())
    qtbot.waitUntil(lambda: not shown.calls.busy, timeout=A_MINUTE)
    assert shown.clicked is None and shown.explaining.outline is None and "was removed" in shown.parcel.note.text()


def test_opinions_removed_from_the_project_are_told(shown, qtbot, project):
    give(qtbot, shown, "a")
    file = opinion_file(shown)
    project.removeMapLayer(shown.keeper.layer.id())
    assert any("its file stays" in text for text in messages(shown)) and len(kept(file)) == 1
    give(qtbot, shown, "c")
    assert len(kept(file)) == 2


def test_the_check_knows_what_is_loaded(shown, qtbot, tmp_path):
    from ...core.village.profile import profiles_in
    from ...dialogs.plan_check_inputs import package_of, plans_at_hand

    package = tmp_path / "成果"
    general = list(profiles_in([])).index("general")
    assert plans_at_hand() == {"PACKAGE": str(package / "甲村" / "甲村.gpkg"), "PROFILE": general}
    files = [package / "甲村" / "甲村.gpkg", package / "乙村" / "图" / "图斑.shp"]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert package_of([str(files[0]), str(files[0])]) == str(files[0])
    assert package_of(map(str, files)) == str(package)
    far = tmp_path / "别处" / "一" / "二" / "三" / "图斑.shp"
    far.parent.mkdir(parents=True)
    far.touch()
    assert package_of([str(files[0]), str(far)]) == "" and package_of([]) == "" and package_of(["nothing.gpkg"]) == ""


def test_a_click_beside_all_parcels_says_so(shown, qtbot):
    look_at(qtbot, shown, EAST + 50, NORTH + 50)
    look_at(qtbot, shown, EAST + 150, NORTH + 101)
    assert "No parcel of a loaded village plan" in shown.parcel.note.text() and not shown.parcel.opinion_button.isEnabled()
    assert shown.clicked is None and shown.explaining.outline is None


def test_without_a_plan_the_way_to_one_is_told(dock, qtbot):
    from qgis.core import QgsPointXY

    dock.explain(QgsPointXY(0, 0))
    assert "Load village plan" in dock.parcel.note.text()


def test_a_map_in_degrees_finds_the_same_parcel(shown, qtbot):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    layer = layer_called(shown_project(), "规划地类图斑")
    degrees = QgsCoordinateReferenceSystem("EPSG:4490")
    turn = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
    shown._iface.mapCanvas().setDestinationCrs(degrees)
    shown.explain(turn.transform(QgsPointXY(EAST + 250, NORTH + 50)))
    qtbot.waitUntil(lambda: not shown.calls.busy, timeout=A_MINUTE)
    assert shown.clicked.effect.parcel.bsm == f"{VILLAGE}00000002"


def test_an_opinion_on_the_parcel(shown, qtbot):
    look_at(qtbot, shown, EAST + 50, NORTH + 50)
    seen = answer(qtbot, lambda dialog: dialog.text.setPlainText("占用旱地，请调整"))
    click(qtbot, shown.parcel.opinion_button)
    qtbot.waitUntil(lambda: bool(seen), timeout=A_MINUTE)
    (found,) = shown.keeper.opinions.values()
    assert f"{VILLAGE}00000000" in found.place and found.has_place


def test_another_tool_takes_the_button_up_and_hiding_gives_the_map_back(shown, qtbot):
    from qgis.gui import QgsMapToolPan

    canvas = shown._iface.mapCanvas()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    click(qtbot, shown.parcel.pick_button)
    assert canvas.mapTool() is shown.parcel_tool.tool
    click(qtbot, shown.parcel.pick_button)
    assert canvas.mapTool() is pan
    click(qtbot, shown.parcel.pick_button)
    canvas.setMapTool(pan)
    assert not shown.parcel.pick_button.isChecked()
    click(qtbot, shown.parcel.pick_button)
    shown.hide()
    assert not shown.parcel.pick_button.isChecked() and canvas.mapTool() is not shown.parcel_tool.tool
    canvas.unsetMapTool(pan)


def test_a_map_that_goes_first_takes_tools_and_outlines_along(plan, qtbot, provider):
    """As at the end of QGIS, where nobody says which goes first: panel or map."""
    from qgis.core import QgsPointXY
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QPushButton, QWidget

    from ...dialogs.map_findings import FindingMarks
    from ...dialogs.plan_place_tool import PlaceTool

    canvas, layer = QgsMapCanvas(), layer_called(plan, "规划地类图斑")
    panel = QWidget()
    button = QPushButton(panel)
    button.setCheckable(True)
    tool, marks = PlaceTool(canvas, button), FindingMarks(canvas)
    marks._outline(next(layer.getFeatures()).geometry(), layer, False)
    picked: list[QgsPointXY] = []
    tool.picked.connect(picked.append)
    button.setChecked(True)
    assert canvas.mapTool() is tool.tool
    sip.delete(canvas)
    marks.clear()
    assert marks.highlights == [] and marks.survey == ""
    tool.drop()
    tool.end()
    other = QgsMapCanvas()
    tool = PlaceTool(other, button)
    button.setChecked(True)
    sip.delete(panel)
    sip.delete(other)


def test_a_narrow_panel_shows_the_whole_of_a_message(shown, qtbot):
    from qgis.PyQt.QtWidgets import QTextBrowser

    shown.resize(400, 800)
    shown.say("字" * 20)
    short = lambda: shown.bar.currentItem().findChild(QTextBrowser)  # noqa: E731
    qtbot.waitUntil(lambda: "min-height" in short().styleSheet(), timeout=A_MINUTE)
    one = short().height()
    shown.say("字" * 60)
    qtbot.waitUntil(lambda: short().height() > 1.5 * one, timeout=A_MINUTE)
    assert short().height() >= short().document().size().height()


# --------------------------------------------------------------------------------------------------------------------- many


def write_many(path, count):
    """One finding as often as wanted, by SQL: two checks in thirty villages."""
    from osgeo import gdal

    one = path.with_name("一.gpkg")
    write_findings(one, [row("x")])
    others = [name for name in FIELDS if name not in ("KEY", "CHECK_ID", "BSM", "VILLAGE")]
    sql = f"""WITH RECURSIVE many(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM many WHERE i < {count - 1})
        SELECT one.geom, printf('%020d', i) AS KEY, CASE i % 2 WHEN 0 THEN 'gap' ELSE 'overlap' END AS CHECK_ID,
        CAST(i AS TEXT) AS BSM, '村' || (i % 30) AS VILLAGE, {", ".join(f"one.{name}" for name in others)} FROM "一" AS one, many"""
    gdal.VectorTranslate(str(path), str(one), format="GPKG", SQLStatement=sql, layerName=path.stem)


def test_a_hundred_thousand_findings(dock, qtbot, tmp_path):
    """Listed, filtered, and made opinions of in the background: the window goes on meanwhile."""
    write_many(tmp_path / "多.gpkg", 100_000)
    dock.open_file(str(tmp_path / "多.gpkg"))
    assert dock.model.rowCount() == 100_000
    dock.table.selectAll()
    seen = answer(qtbot)
    turns = []
    from qgis.PyQt.QtCore import QTimer

    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(5)
    dock.opinion_of_chosen()
    assert dock.calls.busy and not seen, "asked, not done"
    qtbot.waitUntil(lambda: len(dock.keeper.opinions) == 30, timeout=A_MINUTE)
    timer.stop()
    assert seen == ["30 opinions"] and len(turns) > 5
    assert sum(len(each.causes) for each in dock.keeper.opinions.values()) == 100_000


def test_a_layer_of_the_plan_that_goes_while_its_parcel_is_cut_is_not_asked(shown, qtbot, project):
    """The parcel's own layer stays; that of the base year, by which findings are looked up, goes."""
    from qgis.core import QgsPointXY

    shown.explain(QgsPointXY(EAST + 50, NORTH + 50))
    project.removeMapLayer(layer_called(project, "基期地类图斑").id())
    qtbot.waitUntil(lambda: not shown.calls.busy, timeout=A_MINUTE)
    assert shown.clicked is None and shown.explaining.outline is None and "was removed" in shown.parcel.note.text()
