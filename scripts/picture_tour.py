"""Runs inside QGIS (`scripts/take_pictures`): sample, toolbox, algorithm dialog, window with result, map on a conflict,
the workbooks of other algorithms, the survey checked and its findings, a spreadsheet imported into a ledger, service areas,
village plans loaded and reviewed. LANDLEDGER_TOUR names parts (functions, separated by blanks) instead of the whole."""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Union

from qgis.core import QgsApplication, QgsFeature, QgsFeatureRequest, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QTreeView, QWidget
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["LANDLEDGER_PICTURES"])
RESULTS = Path(os.environ["LANDLEDGER_RESULTS"])
LONGEST = 600_000
"""Milliseconds that one thing may take on a machine with other work; then the tour ends and says what it waited for."""
BORDER, SEEN = "界线为县界，邻县尚未接边", "已实地核实，与现状一致"
Wait = Union[int, Callable[[], bool]]


def screen(name: str) -> None:
    """All that is on the screen."""
    QgsApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))


def window(name: str, widget: QWidget) -> None:
    """One window without its frame."""
    widget.grab().save(str(FOLDER / f"{name}.png"))


def tour() -> Iterator[Wait]:
    """What a new user does; yields milliseconds or a condition to wait for."""
    main = iface.mainWindow()
    main.showNormal()
    # The frame of the window has its place, too.
    main.setGeometry(0, 20, 1600, 980)
    for dock in main.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    ledger = plugins["land_ledger"]
    yield 1500
    dialog = ledger.show_window(_windows()[0])
    dialog.setGeometry(60, 60, 1320, 800)
    yield 800
    window("window_empty", dialog)
    dialog.load_sample()
    dialog.hide()
    yield 1500
    yield _drawn
    toolbox = main.findChild(QDockWidget, "ProcessingToolbox")
    main.resizeDocks([toolbox, main.findChild(QDockWidget, "Layers")], [380, 330], Qt.Orientation.Horizontal)
    _expand(toolbox.findChild(QTreeView))
    yield 1200
    yield _drawn
    screen("toolbox")

    import processing

    chosen = {name: combo.currentLayer() for name, combo in dialog.choices.layers.items()}
    chosen.update(FOOTPRINT_ID="DKBH", FOOTPRINT_NAME="DKMC", PLANNED_USE="GHYT", PRESET=1)
    algorithm = processing.createAlgorithmDialog("landledger:occupation", chosen)
    algorithm.show()
    # It takes its last size when it is shown.
    algorithm.setGeometry(200, 80, 1100, 800)
    yield 1200
    window("algorithm", algorithm)
    algorithm.close()

    dialog.show()
    choices = dialog.choices.choices["PRESET"]
    choices.setCurrentIndex(choices.findData("approval"))
    dialog.choices.output.workbook.setFilePath(str(RESULTS / "示例镇_占用地类.xlsx"))
    yield 500
    dialog.choices.advanced.setCollapsed(False)
    yield 500
    window("window_choices", dialog.choices.widget())
    dialog.choices.advanced.setCollapsed(True)
    dialog.choices.verticalScrollBar().setValue(0)
    dialog.run_button.click()
    yield lambda: not dialog.run.running
    yield 1500
    window("window_result", dialog)
    dialog.result.setCurrentIndex(1)
    yield 400
    window("window_findings", dialog)
    dialog.result.setCurrentIndex(0)

    # Map above, window below.
    toolbox.hide()
    main.setGeometry(0, 0, 1600, 560)
    dialog.setGeometry(0, 590, 1600, 405)
    dialog.bar.clearWidgets()
    dialog.result.conflicts.setChecked(True)
    model, table = dialog.result.model, dialog.result.table
    table.sortByColumn(model.M2, Qt.SortOrder.DescendingOrder)
    yield 800
    row = table.visualRect(model.index(2, model.CLASS)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row)
    yield 1800
    yield _drawn
    dialog.result.locate()
    yield 150
    screen("map_conflict")

    dialog.close()
    yield from farmland_balance(ledger)
    more_workbooks(chosen)
    yield from check_survey(ledger)
    yield from import_ledger(ledger)
    yield from quota_ledger(ledger)
    yield from service_areas(ledger)
    yield from load_plan(ledger)
    yield from review_plan(ledger)


def farmland_balance(ledger: object) -> Iterator[Wait]:
    """Projects of the sample against its made-up reserve: a lot pinned, some excluded, matched again; one is short."""
    main = iface.mainWindow()
    main.setGeometry(0, 20, 1600, 980)
    QgsSettings().remove("LandLedger/windows/farmland")
    dialog = ledger.show_window(next(each for each in _windows() if each.class_name == "FarmlandDialog"))
    dialog.setGeometry(60, 40, 1480, 900)
    # Only now is the plugin on the path.
    from land_ledger.dialogs.farmland_decisions import Exclusion

    panel = dialog.choices
    panel.ledger.offer(str(reserve_ledger()))
    panel.effective.setDate(QDate(2024, 1, 5))
    panel.grade.setValue(10)
    panel.output.workbook.setFilePath(str(RESULTS / "示例镇_耕地平衡.xlsx"))
    yield 800
    dialog.run_button.click()
    yield lambda: not dialog.run.running
    yield 500
    for lot in ("XGBC202515", "XGBC202413"):
        dialog.book.decide(dialog.book.now.exclude("", lot, Exclusion.ALL))
    dialog.book.decide(dialog.book.now.pin("DK002", "XGBC202003", True))
    dialog.match_button.click()
    yield lambda: not dialog.run.running
    dialog.result.choose("DK007")
    dialog.bar.clearWidgets()
    yield 1000
    window("farmland_balance", dialog)
    dialog.close()
    (RESULTS / "示例县补充耕地储备台账.gpkg").unlink()
    (RESULTS / "示例镇_耕地平衡.xlsx").unlink()
    QgsProject.instance().removeMapLayer(dialog.layer.id())


def service_areas(ledger: object) -> Iterator[Wait]:
    """The made-up county: a proposal, villages taken back (some have their town's team then), pinned, and selected to see
    what handing them over would do."""
    main = iface.mainWindow()
    QgsProject.instance().clear()
    main.setGeometry(0, 20, 1600, 980)
    for dock in main.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    QgsSettings().remove("LandLedger/windows/service")
    panel = ledger.show_window(next(each for each in _windows() if each.class_name == "ServiceDock"))
    main.resizeDocks([panel, main.findChild(QDockWidget, "Layers")], [690, 230], Qt.Orientation.Horizontal)
    yield 600
    panel.start.load_sample()
    panel.start.layers["CURRENT"].setLayer(_with_a_town(panel.start.layers["CURRENT"].currentLayer(), "379902003", "示例三镇", "SL03"))
    panel.start.choices["CAPACITY"].setCurrentIndex(2)
    panel.start.each_takes.setValue(1.2)
    panel.start.file.setFilePath(str(RESULTS / "示例县服务分区方案.gpkg"))
    panel.open()
    yield lambda: panel.scenario is not None and not panel.calls.busy
    QTimer.singleShot(700, lambda: QApplication.activeModalWidget().ok.click())
    panel.runs.propose()
    yield lambda: not panel.run.running
    panel.saving.save()
    yield lambda: not panel.calls.busy
    yield 500
    scene, team_of = panel.scenario.scene, panel.scenario.team_of
    matrix = scene.beside.matrix.tocoo()
    border = sorted({one for one, other in zip(matrix.row, matrix.col) if team_of[one] == 3 and team_of[other] == 1})
    panel.acts.pin([row for row in range(len(scene)) if team_of[row] == 5][:2], True)
    panel.acts.hand_over([0, 1, 2], -1)
    in_town = [row for row in range(len(scene)) if scene.units.town[row] == "示例三镇" and team_of[row] != 2]
    panel.acts.hand_over(in_town, -1)
    panel.work.teams.choose(1)
    panel.work.effect.setCurrentIndex(1)
    panel.picking.select(border[:6])
    panel.bar.clearWidgets()
    iface.messageBar().clearWidgets()
    yield 1500
    yield _drawn
    screen("service_areas")
    panel.shut()


def _with_a_town(table: QgsVectorLayer, code: str, name: str, team: str) -> QgsVectorLayer:
    """The table of the sample, and a town that a team serves."""
    copy = table.materialize(QgsFeatureRequest())
    copy.setName(table.name())
    row = QgsFeature(copy.fields())
    for key, value in (("FAMC", next(copy.getFeatures())["FAMC"]), ("DYDM", code), ("DYMC", name), ("XZBH", team)):
        row[key] = value
    copy.dataProvider().addFeatures([row])
    QgsProject.instance().removeMapLayer(table)
    QgsProject.instance().addMapLayer(copy)
    return copy


def reserve_ledger() -> Path:
    """The made-up lots of the sample in a ledger of their county."""
    from land_ledger.core.balance.reserve.ledger import found_reserve
    from land_ledger.core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from land_ledger.core.store.geopackage import create

    import processing

    file = RESULTS / "示例县补充耕地储备台账.gpkg"
    holders = [Holder("379900", "示例市", "市本级", "city"), Holder("379901", "虚构县", "虚构县", "county", "379900")]
    store = create(file, "示例县补充耕地储备台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    found_reserve(store)
    store.close()
    sheet = Path(os.environ["LANDLEDGER_SAMPLE"]) / "farmland" / "reserve_lots_madeup.xlsx"
    processing.run("landledger:importreserve", {"LEDGER": str(file), "INPUT": str(sheet)})
    return file


def more_workbooks(chosen: dict[str, object]) -> None:
    """The class summary of the sample and the adjacent parties of its plots."""
    import processing

    survey = chosen["SURVEY"]
    # The districts of the sample are not loaded into the project.
    districts = survey.source().replace("=DLTB", "=XZQ")
    book = str(RESULTS / "示例镇_地类汇总.xlsx")
    summary = {"SURVEY": survey, "DISTRICTS": districts, "TITLE": "示例镇", "WORKBOOK": book}
    processing.run("landledger:classsummary", summary)
    adjacent = {name: chosen[name] for name in ("FOOTPRINTS", "FOOTPRINT_ID", "FOOTPRINT_NAME")}
    adjacent.update(NEIGHBOURS=survey, OUTPUT="TEMPORARY_OUTPUT", WORKBOOK=str(RESULTS / "示例镇_四至.xlsx"))
    processing.run("landledger:adjacentparties", adjacent)


def check_survey(ledger: object) -> Iterator[Wait]:
    """A survey with faults is checked, some findings are decided, one of them is on the map."""
    main = iface.mainWindow()
    main.setGeometry(0, 20, 1600, 980)
    QgsSettings().remove("LandLedger/windows/findings")
    dock = ledger.show_window(_windows()[1])
    main.resizeDocks([dock, main.findChild(QDockWidget, "Layers")], [640, 250], Qt.Orientation.Horizontal)
    panel = dock.check_panel
    panel.layers["SURVEY"].setLayer(faulty_survey())
    panel.output.layer.setFilePath(str(RESULTS / "示例镇_质检问题.gpkg"))
    panel.output.workbook.setFilePath(str(RESULTS / "示例镇_质检.xlsx"))
    dock.page.to_check_button.click()
    yield 800
    window("findings_run", dock)
    panel.run_button.click()
    yield lambda: not panel.run.running
    yield 1500
    table = dock.table
    for check, nth, reason in (("gap", 0, BORDER), ("gap", 2, BORDER), ("sharp_angle", 0, SEEN), ("spike", 0, SEEN)):
        table.choose_row(_rows_of(dock, check)[nth])
        QTimer.singleShot(500, partial(_answer, reason))
        dock.accept()
    yield 500
    table.setFocus()
    table.choose_row(_rows_of(dock, "overlap")[1])
    yield 2500
    yield _drawn
    dock.bar.clearWidgets()
    dock.locate()
    yield 150
    screen("findings_dock")


def load_plan(ledger: object) -> Iterator[Wait]:
    """The sample's village plans: what is recognised in their folder, and the map that they become."""
    main = iface.mainWindow()
    QgsProject.instance().clear()
    main.setGeometry(0, 20, 1600, 980)
    for dock in main.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for key in ("LandLedger/windows/plan", "LandLedger/planProfile"):
        QgsSettings().remove(key)
    dialog = ledger.show_window(next(each for each in _windows() if each.class_name == "PlanWindow"))
    dialog.setGeometry(240, 120, 1120, 680)
    # The folder shows in the window: a neutral one.
    folder = RESULTS / "示例镇村庄规划成果"
    shutil.copytree(_plans(), folder, ignore=shutil.ignore_patterns("*.md", "faults.csv"), dirs_exist_ok=True)
    dialog.open_path(str(folder))
    yield lambda: bool(dialog.tree.plans())
    yield 600
    window("load_village_plan", dialog)
    dialog.load_button.click()
    yield lambda: not dialog.run.running
    dialog.close()
    main.findChild(QDockWidget, "Layers").show()
    main.resizeDocks([main.findChild(QDockWidget, "Layers")], [340], Qt.Orientation.Horizontal)
    yield 1500
    yield _drawn
    iface.messageBar().clearWidgets()
    main.statusBar().clearMessage()
    screen("map_village_plan")


def review_plan(ledger: object) -> Iterator[Wait]:
    """The sample's village plans checked: a finding on the map, opinions, what came back from the planners, a parcel."""
    import processing

    main = iface.mainWindow()
    main.setGeometry(0, 20, 1600, 980)
    for dock in main.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    QgsProject.instance().clear()
    QgsSettings().remove("LandLedger/windows/planreview")
    plans = _plans()
    processing.runAndLoadResults("landledger:loadvillageplan", {"FOLDER": plans})
    first = str(RESULTS / "示例镇_规划审查.gpkg")
    processing.run("landledger:checkvillageplan", {"FOLDER": plans, "FINDINGS": first})
    dock = ledger.show_window(next(each for each in _windows() if each.class_name == "PlanReviewDock"))
    main.resizeDocks([dock, main.findChild(QDockWidget, "Layers")], [760, 240], Qt.Orientation.Horizontal)
    dock.open_file(first)
    yield 1500
    table = dock.table
    table.choose_row(_rows_of(dock, "plan_class_unknown")[0])
    yield 2500
    yield _drawn
    dock.bar.clearWidgets()
    dock.locate()
    yield 150
    screen("plan_review_findings")
    table.selectAll()
    QTimer.singleShot(1200, partial(_agree, "自然资源局"))
    dock.opinion_of_chosen()
    yield lambda: bool(dock.keeper.opinions)
    yield from second_round(dock, first)
    yield from one_parcel(dock)


def second_round(dock: object, first: str) -> Iterator[Wait]:
    """The list goes out and comes back; in the findings of the second round some are gone."""
    import openpyxl

    book = str(RESULTS / "示例镇_规划审查意见.xlsx")
    dock.export_list(book)
    yield lambda: not dock.run.running
    opened = openpyxl.load_workbook(book)
    for cells in opened["审查意见表"].iter_rows(min_row=3):
        if isinstance(cells[0].value, int):
            cells[6].value, cells[7].value = "已按意见修改", "已改"
    opened.save(book)
    second = str(RESULTS / "示例镇_规划审查二轮.gpkg")
    shutil.copyfile(first, second)
    layer = QgsVectorLayer(second, "二轮", "ogr")
    gone = [each.id() for each in layer.getFeatures() if each["RULE"] in ("R9", "R7") or each["CHECK_ID"] == "plan_overlap"]
    layer.dataProvider().deleteFeatures(gone)
    del layer
    dock.open_file(second)
    yield 800
    dock.import_round(book)
    yield lambda: not dock.run.running
    yield 800
    dock.opinions.table.selectRow(0)
    yield 400
    window("plan_review_opinions", dock)


def one_parcel(dock: object) -> Iterator[Wait]:
    """A field that becomes a homestead."""
    from land_ledger.core.village.profile import PlanRole
    from land_ledger.processing.adapters.plan_marks import loaded_plans

    plan = next(each for each in loaded_plans(QgsProject.instance()) if "丙屯" in each.village)
    base, planned = plan.layers[PlanRole.BASE], plan.layers[PlanRole.PLAN]
    code, now = (plan.marks[role].fields[name] for role, name in ((PlanRole.BASE, "JQDLBM"), (PlanRole.PLAN, "GHDLBM")))
    fields = [each for each in base.getFeatures() if str(each[code]).startswith("01")]
    homes = [each for each in planned.getFeatures() if str(each[now]).startswith("07")]
    home = next(each for each in homes if any(each.geometry().pointOnSurface().within(field.geometry()) for field in fields))
    iface.mapCanvas().setExtent(home.geometry().boundingBox().buffered(60))
    iface.mapCanvas().refresh()
    dock.parcel.pick_button.setChecked(True)
    dock.bar.clearWidgets()
    dock.explain(iface.mapCanvas().mapSettings().layerToMapCoordinates(planned, home.geometry().pointOnSurface().asPoint()))
    yield lambda: not dock.calls.busy
    yield 2000
    yield _drawn
    screen("plan_review_parcel")


def quota_ledger(ledger: object) -> Iterator[Wait]:
    """The sample ledger: balances, journal, a voucher on its way through the rules, the tables."""
    import processing

    main = iface.mainWindow()
    main.setGeometry(0, 20, 1600, 980)
    for dock in main.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    QgsSettings().remove("LandLedger/ledgers")
    file = RESULTS / "示例市用地指标台账_2023.gpkg"
    file.write_bytes((Path(os.environ["LANDLEDGER_SAMPLE"]) / "sample_quota_ledger_2023.gpkg").read_bytes())
    panel = ledger.show_window(next(each for each in _windows() if each.class_name == "LedgerDock"))
    main.resizeDocks([panel, main.findChild(QDockWidget, "Layers")], [1180, 250], Qt.Orientation.Horizontal)
    yield 500
    panel.open_ledger(str(file))
    yield lambda: panel.state is not None and not panel.calls.busy
    yield 600
    panel.bar.clearWidgets()
    tree = panel.balances.tree
    county = next(place for place in range(tree.topLevelItemCount()) if tree.topLevelItem(place).text(0) == "高唐县")
    tree.topLevelItem(county).setExpanded(True)
    yield 400
    window("ledger_balances", panel)
    panel.tabs.setCurrentWidget(panel.journal)
    panel.journal.holders.setCurrentIndex(panel.journal.holders.findData("371526"))
    yield lambda: not panel.calls.busy
    yield 600
    panel.journal.table.selectRow(2)
    yield 400
    window("ledger_journal", panel)
    panel.tabs.setCurrentWidget(panel.posting)
    form = panel.posting.form
    form.event_kind.setCurrentIndex(form.event_kind.findData("allocate"))
    form.holder.setCurrentIndex(form.holder.findData("371526"))
    form.source.setCurrentIndex(form.source.findData("ZC"))
    form.year.setValue(2023)
    form.project.setCurrentIndex(1)
    form.total.setText("12.5")
    form.farm.setText("10")
    form.fields.setText("8")
    form.doc_no.setText("示例自然资〔2023〕1号")
    yield 1500
    yield lambda: not panel.calls.busy
    yield 500
    window("ledger_posting", panel)
    book = str(RESULTS / "示例镇_指标报表.xlsx")
    processing.run("landledger:quotareport", {"LEDGER": str(file), "YEAR": 2023, "WORKBOOK": book})
    panel.shut()
    file.unlink()


def import_ledger(ledger: object) -> Iterator[Wait]:
    """The made-up journals into a ledger of made-up holders: one with faults, one that is posted."""
    data = Path(os.environ["LANDLEDGER_JOURNALS"])
    QgsSettings().remove("LandLedger/windows/import")
    wizard = ledger.show_window(next(each for each in _windows() if each.class_name == "ImportWizard"))
    wizard.setGeometry(120, 80, 1180, 740)
    wizard.source.ledger.setFilePath(str(made_up_ledger()))
    for name, title in (("with_faults", "含错误的指标台账"), ("untidy", "2023年指标台账")):
        file = RESULTS / f"示例市{title}.xlsx"
        file.write_bytes((data / f"{name}.xlsx").read_bytes())
        wizard.source.file.setFilePath(str(file))
        yield lambda: not wizard.source.work.running
        yield 400
        if name == "untidy":
            window("import_source", wizard)
        wizard.next()
        yield lambda: not wizard.columns.work.running
        wizard.columns.create_projects.setChecked(True)
        yield 300
        if name == "untidy":
            window("import_columns", wizard)
        wizard.next()
        yield lambda: not wizard.preview.work.running
        yield 600
        if name == "with_faults":
            wizard.preview.go_to_next()
            yield 300
            window("import_faults", wizard)
            wizard.back()
            wizard.back()
    window("import_preview", wizard)
    wizard.next()
    yield 500
    window("import_confirm", wizard)
    wizard.confirm.validatePage()
    yield lambda: wizard.currentPage() is wizard.result
    yield 500
    window("import_posted", wizard)
    wizard.close()
    for file in RESULTS.glob("示例市*指标台账.xlsx"):
        file.unlink()


def made_up_ledger() -> Path:
    """An empty ledger of the holders that the made-up journals name."""
    from land_ledger.core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from land_ledger.core.store.geopackage import create

    file = RESULTS / "示例市用地指标台账.gpkg"
    holders = [Holder("379900", "示例市", "市本级", "city"), Holder("379901", "东示区"), Holder("379921", "西示县")]
    store = create(file, "示例市用地指标台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    store.close()
    return file


def faulty_survey() -> QgsVectorLayer:
    """A copy of the sample's survey with the faults that surveys have."""
    import processing

    (survey,) = (layer for layer in QgsProject.instance().mapLayers().values() if layer.source().endswith("=DLTB"))
    copy = processing.run("native:multiparttosingleparts", {"INPUT": survey, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    copy.setName(f"{survey.name()} · 含错误")
    copy.setRenderer(survey.renderer().clone())
    parcels = list(copy.getFeatures())
    wrong = {"DLBM": "0199", "DLMC": "旱地", "QSXZ": "99", "TBMJ": 1.0, "ZLDWDM": "3799"}
    changes = {
        parcels[5 + 40 * place].id(): {copy.fields().lookupField(name): value}
        for place, (name, value) in enumerate(wrong.items())
    }
    provider = copy.dataProvider()
    provider.changeAttributeValues(changes)
    provider.deleteFeatures([parcels[120].id()])
    shifted = {}
    for parcel in parcels[60:66:2]:
        shape = parcel.geometry()
        shape.translate(1.5, 0.8)
        shifted[parcel.id()] = shape
    provider.changeGeometryValues(shifted)
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        node.setItemVisibilityChecked(False)
    QgsProject.instance().addMapLayer(copy, False)
    root.insertLayer(0, copy)
    return copy


def _rows_of(dock: QWidget, check: str) -> list[int]:
    """The rows shown of one check."""
    checks = dock.model.findings.texts["CHECK_ID"]
    return [row for row in range(dock.model.rowCount()) if checks[dock.model.row_at(row)] == check]


def _answer(reason: str) -> None:
    """Write a reason into the question that is open."""
    question = QApplication.activeModalWidget()
    question.combo.setEditText(reason)
    question.ok.click()


def _plans() -> str:
    """The folder of the made-up village plans."""
    return str(Path(os.environ["LANDLEDGER_SAMPLE"]) / "village_plan")


def _windows() -> tuple:
    from land_ledger.plugin import WINDOWS

    return WINDOWS


def _agree(who: str) -> None:
    """Agree to the opinions shown, in the name of a department."""
    dialog = QApplication.activeModalWidget()
    dialog.who.setCurrentText(who)
    window("plan_review_write", dialog)
    dialog.ok.click()


def _drawn() -> bool:
    return not iface.mapCanvas().isDrawing()


def _expand(tree: QTreeView) -> None:
    """Our provider with all its groups, the others closed."""
    tree.collapseAll()
    model = tree.model()
    name = QgsApplication.processingRegistry().providerById("landledger").name()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if str(index.data()) == name:
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)


def chosen_parts() -> Iterator[Wait]:
    """The tour, or the parts of it that LANDLEDGER_TOUR names."""
    parts = os.environ.get("LANDLEDGER_TOUR", "").split()
    if not parts:
        yield from tour()
    for part in parts:
        yield from globals()[part](plugins["land_ledger"])


class Guide:
    """Goes through the tour in QGIS's own event loop and closes QGIS at its end, also when something fails."""

    def __init__(self) -> None:
        self.steps = chosen_parts()
        self.waited = 0
        QTimer.singleShot(6000, self.go)

    def go(self) -> None:
        try:
            wait = next(self.steps)
        except StopIteration:
            (FOLDER / "done").touch()
            self.leave()
            return
        except Exception:  # noqa: BLE001 - whatever it is, it goes to the log and QGIS closes
            self.fail(traceback.format_exc())
            return
        if callable(wait):
            self.waited = 0
            self.until(wait)
        else:
            QTimer.singleShot(wait, self.go)

    def until(self, condition: Callable[[], bool]) -> None:
        self.waited += 100
        if condition():
            QTimer.singleShot(300, self.go)
        elif self.waited > LONGEST:
            self.fail(f"waited {LONGEST // 1000} s in line {self.steps.gi_frame.f_lineno} of {self.steps.gi_frame.f_code.co_name}\n")
        else:
            QTimer.singleShot(100, lambda: self.until(condition))

    def fail(self, why: str) -> None:
        (FOLDER / "tour.log").write_text(why, encoding="utf-8")
        self.leave()

    def leave(self) -> None:
        """An empty project asks nothing when QGIS is closed."""
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)


guide = Guide()
