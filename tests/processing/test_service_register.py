"""The register of planner teams by the toolbox: teams and a scenario, import, one entry, statistics, verification."""

from __future__ import annotations

import datetime
import gc

import pytest

from ...core.rules import load_rules
from ...core.service.register.ledger import ServiceLedger
from ...core.store.geopackage import create, open_ledger
from ...core.workbook import RowKind, load_layout, read_table, sheet_names
from ..core.service.made_register import BOOKS, CITY
from ..core.service.visit_sheets import SUGGESTIONS, changed, write
from .occupation_runs import is_one_sentence
from .test_layouts import read_pdf


@pytest.fixture
def path(tmp_path):
    create(tmp_path / "台账.gpkg", "示例", BOOKS).close()
    return tmp_path / "台账.gpkg"


@pytest.fixture
def run(provider, said_feedback, path):
    """run(algorithm, NAME=value …) -> results and what was said."""

    def run_one(algorithm, **values):
        import processing

        feedback = said_feedback()
        results = processing.run(f"landledger:{algorithm}", {"LEDGER": str(path), **values}, feedback=feedback)
        assert not feedback.debug
        return results, feedback

    yield run_one
    gc.collect()


def refused(run, algorithm, **values):
    """The one sentence with which a run ends."""
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as raised:
        run(algorithm, **values)
    assert is_one_sentence(str(raised.value))
    return str(raised.value)


def kept(path, what):
    store = open_ledger(path)
    try:
        return what(ServiceLedger(store, load_rules()))
    finally:
        store.close()


def layer(name, kind, fields, rows):
    """A made-up layer; `rows` are (WKT or '', values)."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(f"{kind}{'' if kind == 'None' else '?crs=EPSG:4527'}", name, "memory")
    made.dataProvider().addAttributes([__import__("qgis.core").core.QgsField(each, 10) for each in fields])
    made.updateFields()
    features = []
    for wkt, values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


TEAM_ROWS = [
    ("Point(39500000.5 4030000)", ["X1", "第一小组", "甲", "责任规划师", "街镇", "2024-01-01"]),
    ("Point(39510000 4040000)", ["X2", "第二小组", "乙", "", "", ""]),
]
TEAM_NAMES = ["XZBH", "XZMCH", "QTGHS", "FWJS", "FWCJ", "PQQSRQ"]
UNITS = [(f"{CITY}{number:03d}", name) for number, name in enumerate(("东街", "西街", "南村"), 1)]


@pytest.fixture
def founded(run):
    """Teams and a scenario in force from 2024-01-01."""
    teams = layer("小组", "Point", TEAM_NAMES, TEAM_ROWS)
    table = layer("分工", "None", ["UNIT", "UNIT_NAME", "TEAM"], [("", [*unit, "X1"]) for unit in UNITS])
    found, _ = run(
        "recordscenario", TEAMS=teams, ASSIGNMENT=table, SCENARIO="2024", SCENARIO_NAME="示例方案", STATE="current", DATE="2024-01-01",
        REASON="首次划片",
    )  # fmt: skip
    assert [found[f"{name}_COUNT"] for name in ("TEAM", "TEAM_CHANGE", "UNIT", "UNIT_CHANGE")] == [2, 2, 3, 3]


def test_teams_and_a_scenario_with_their_history(run, founded, path):
    team = kept(path, lambda ledger: ledger.teams()[0])
    assert (str(team.base[0]), team.base_crs, team.lead, team.start) == ("39500000.5", "EPSG:4527", "甲", datetime.date(2024, 1, 1))
    moved = layer("分工", "None", ["UNIT", "TEAM"], [("", [UNITS[0][0], "X1"]), ("", [UNITS[1][0], "X2"])])
    found, _ = run("recordscenario", ASSIGNMENT=moved, SCENARIO="2024", DATE="2024-03-01", REASON="调整")
    assert (found["UNIT_COUNT"], found["UNIT_CHANGE_COUNT"], found["TEAM_CHANGE_COUNT"]) == (3, 1, 0)
    told = kept(path, lambda ledger: [(each.assigned.team, each.assigned.reason) for each in ledger.history("2024", UNITS[1][0])])
    assert told == [("X1", "首次划片"), ("X2", "调整")]
    assert kept(path, lambda ledger: ledger.current().name) == "示例方案"
    again, _ = run("recordscenario", TEAMS=layer("小组", "None", ["XZBH", "QTGHS"], [("", ["X1", "丁"])]))
    team = kept(path, lambda ledger: ledger.teams()[0])
    assert again["TEAM_CHANGE_COUNT"] == 1 and (team.lead, team.name, team.base_crs) == ("丁", "第一小组", "EPSG:4527")


def test_a_unit_of_a_town_team_and_a_village_team_is_served_by_both(run, founded, path):
    teams = layer("小组", "None", TEAM_NAMES, [("", ["V1", "村组", "丙", "乡村规划师", "村", ""])])
    rows = [("", [UNITS[0][0], "X1"]), ("", [UNITS[0][0], "V1"]), ("", [UNITS[1][0], "X1"])]
    table = layer("分工", "None", ["UNIT", "TEAM"], rows)
    found, _ = run("recordscenario", TEAMS=teams, ASSIGNMENT=table, SCENARIO="2024", DATE="2024-02-01")
    assert found["UNIT_COUNT"] == 4 and found["UNIT_CHANGE_COUNT"] == 3
    again, _ = run("recordscenario", ASSIGNMENT=layer("分工", "None", ["UNIT", "TEAM"], rows[::-1]), SCENARIO="2024", DATE="2024-02-01")
    assert again["UNIT_CHANGE_COUNT"] == 0
    fields = ["UNIT", "TEAM", "FWJS", "FWCJ"]
    twice = [("", [UNITS[0][0], team, "责任规划师", "街镇"]) for team in ("X1", "V1")]
    said = refused(run, "recordscenario", ASSIGNMENT=layer("分工", "None", fields, [("", [*rows[2][1], "", ""]), *twice]), SCENARIO="2024")
    assert UNITS[0][0] in said and "rows 2 and 3" in said


def test_what_a_scenario_refuses(run, founded, path):
    wrong = layer("分工", "None", ["UNIT", "TEAM"], [("", [UNITS[0][0], "X2"]), ("", [UNITS[1][0], "X9"])])
    assert "X9" in refused(run, "recordscenario", ASSIGNMENT=wrong, SCENARIO="2024")
    blank = layer("分工", "None", ["UNIT", "TEAM"], [("", ["", "X2"])])
    assert "分工" in refused(run, "recordscenario", ASSIGNMENT=blank, SCENARIO="2024")
    refused(run, "recordscenario", ASSIGNMENT=wrong)
    assert kept(path, lambda ledger: {each.team for each in ledger.assignment("2024")}) == {"X1"}


def test_checked_then_imported_then_known(run, founded, path, tmp_path):
    sheet = str(write(tmp_path / "走访.xlsx"))
    found, _ = run("importvisits", INPUT=sheet, PREVIEW=True)
    assert (found["ROW_COUNT"], found["VISIT_COUNT"], found["PROBLEM_COUNT"]) == (7, 0, 0)
    assert kept(path, lambda ledger: ledger.visits()) == []
    book = tmp_path / "T33.xlsx"
    found, _ = run("importvisits", INPUT=sheet, WORKBOOK=str(book), TITLE="示例市")
    assert (found["VISIT_COUNT"], found["SUGGESTION_COUNT"], found["UNBALANCED_COUNT"]) == (3, 4, 0)
    assert {"意见建议台账", "走访台账", "按小组统计", "勾稽检查", "输入与口径"} <= set(sheet_names(book))
    read = read_table(book, load_layout("T33"))
    assert read.problems == [] and sum(row.kind is RowKind.DATA for row in read.rows) == 4
    assert {visit.unit for visit in kept(path, lambda ledger: ledger.visits())} == {unit for unit, _ in UNITS}
    later = str(write(tmp_path / "再.xlsx", suggestions=changed(SUGGESTIONS, 0, 8, "落实")))
    found, _ = run("importvisits", INPUT=later, AS_OF="2024-06-01")
    assert (found["VISIT_COUNT"], found["SUGGESTION_COUNT"], found["KNOWN_VISIT_COUNT"], found["KNOWN_SUGGESTION_COUNT"]) == (0, 0, 3, 4)
    assert found["MOVED_COUNT"] == 1


def test_faults_end_the_run_or_are_a_table(run, founded, path, tmp_path):
    sheet = str(write(tmp_path / "走访.xlsx", suggestions=changed(SUGGESTIONS, 1, 3, "无此组")))
    assert "D4" in refused(run, "importvisits", INPUT=sheet)
    found, _ = run("importvisits", INPUT=sheet, PROBLEMS="TEMPORARY_OUTPUT")
    cells = [(feature["SHEET"], feature["CELL"], feature["FIELD"]) for feature in found["PROBLEMS"].getFeatures()]
    assert cells == [("建议", "D4", "小组/规划师")] and found["SUGGESTION_COUNT"] == 0
    assert kept(path, lambda ledger: ledger.visits()) == []


def test_the_workbook_never_takes_the_place_of_the_list_read(run, founded, path, tmp_path):
    sheet = write(tmp_path / "走访.xlsx")
    before = sheet.read_bytes()
    assert sheet.name in refused(run, "importvisits", INPUT=str(sheet), WORKBOOK=str(sheet))
    assert sheet.read_bytes() == before and kept(path, lambda ledger: ledger.visits()) == []


def test_sheets_and_columns_are_named(run, founded, path, tmp_path):
    from ..core.service.visit_sheets import SUGGESTION_HEAD, VISIT_HEAD

    heads = ([*VISIT_HEAD[:3], "谁去的", *VISIT_HEAD[4:]], [*SUGGESTION_HEAD[:6], "说了什么", *SUGGESTION_HEAD[7:]])
    sheet = str(write(tmp_path / "走访.xlsx", heads=heads))
    refused(run, "importvisits", INPUT=sheet)
    found, _ = run(
        "importvisits", INPUT=sheet, VISIT_SHEET="走访", SUGGESTION_SHEET="建议", VISIT_COLUMNS="TEAM=谁去的", SUGGESTION_COLUMNS="TEXT=G"
    )
    assert (found["VISIT_COUNT"], found["SUGGESTION_COUNT"]) == (3, 4)
    alone = str(write(tmp_path / "建议.xlsx", visits=False, suggestions=SUGGESTIONS[2:]))
    found, _ = run("importvisits", INPUT=alone)
    assert (found["KNOWN_SUGGESTION_COUNT"], found["SUGGESTION_COUNT"]) == (2, 0)


def test_a_ledger_without_teams_is_told(run, path, tmp_path):
    sheet = str(write(tmp_path / "走访.xlsx"))
    refused(run, "importvisits", INPUT=sheet)
    refused(run, "recordvisit", TEAM="X1")
    refused(run, "suggestionreport")


def test_one_visit_then_its_states(run, founded, path):
    found, _ = run(
        "recordvisit", TEAM="甲", DATE="2024-05-10", UNIT="东街", TOPIC="名城保护", CONTENT="看古街", COUNT=3,
        SUGGESTIONS="修缮门楼\n环境优化提升|清理沟渠",
    )  # fmt: skip
    assert found["VISIT_NO"] == "X1-20240510-01" and found["SUGGESTION_NO"] == "X1-20240510-01-J01、X1-20240510-01-J02"
    found, _ = run("recordvisit", WHAT="suggestion", VISIT="X1-20240510-01", SUGGESTIONS="挂牌保护")
    assert found["SUGGESTION_NO"] == "X1-20240510-01-J03" and found["ALL_SUGGESTION_COUNT"] == 3
    run("recordvisit", WHAT="state", SUGGESTION="X1-20240510-01-J02", STATE="submitted", DATE="2024-05-12", TO="水利局")
    run("recordvisit", WHAT="state", SUGGESTION="X1-20240510-01-J02", STATE="partly", DATE="2024-06-01", BASIS="函1号")
    assert "X1-20240510-01-J02" in refused(run, "recordvisit", WHAT="state", SUGGESTION="X1-20240510-01-J02", STATE="raised")
    refused(run, "recordvisit", WHAT="state", SUGGESTION="X1-20240510-01-J02")
    refused(run, "recordvisit", WHAT="suggestion", VISIT="X1-20240510-01")
    refused(run, "recordvisit", TEAM="X1", DATE="2999-01-01")
    refused(run, "recordvisit", TEAM="X1", DATE="2024-05-10", SUGGESTIONS="绿化|种树")
    by_no = kept(path, lambda ledger: {each.no[-3:]: each for each in ledger.suggestions()})
    assert {no: each.field for no, each in by_no.items()} == {"J01": "名城保护", "J02": "环境优化提升", "J03": "名城保护"}
    assert {each.unit for each in by_no.values()} == {UNITS[0][0]}
    assert (by_no["J02"].state.value, by_no["J02"].to, by_no["J02"].basis) == ("partly", "水利局", "函1号")
    found, _ = run("suggestionreport", SINCE="2024-01-01", UNTIL="2024-12-31")
    assert (found["VISIT_COUNT"], found["SUGGESTION_COUNT"], found["ADOPTED_COUNT"], found["BASE_COUNT"]) == (1, 3, 1, 3)
    assert found["ADOPTION_PERCENT"] == 33.3 and found["PEOPLE_COUNT"] == 3 and found["UNBALANCED_COUNT"] == 0
    found, _ = run("suggestionreport", AS_OF="2024-05-20")
    assert (found["ADOPTED_COUNT"], found["SUBMITTED_COUNT"]) == (0, 1)
    found, _ = run("verifyledger")
    assert found["FINDING_COUNT"] == 0 and found["BOOK_COUNT"] == 3


def test_printed_figures_are_proven_or_not(run, founded, path):
    run("recordvisit", TEAM="X1", DATE="2024-05-10", TOPIC="名城保护", SUGGESTIONS="\n".join("甲乙丙丁"))
    found, feedback = run("suggestionreport", PRINTED="走访=1次;意见建议=3余条")
    assert (found["FAILING_COUNT"], found["UNBALANCED_COUNT"]) == (0, 0)
    found, feedback = run("suggestionreport", PRINTED="意见建议=5余条")
    assert (found["FAILING_COUNT"], found["UNBALANCED_COUNT"]) == (1, 1) and any("5余" in text for text in feedback.errors)
    refused(run, "suggestionreport", PRINTED="意见建议=五条")
    refused(run, "suggestionreport", SINCE="2024-05-01", UNTIL="2024-04-30")
    refused(run, "suggestionreport", TEAM="无")


def test_verification_asks_the_rules_of_the_register(run, founded, path):
    store = open_ledger(path)
    values = {"no": "怪", "team": "X9", "date": "2024-01-01"}
    with store.writing([f"{CITY}GH"]) as writing:
        writing.put("planner_visit", "怪", f"{CITY}GH", values, "怪")
    store.close()
    found, _ = run("verifyledger")
    assert found["FINDING_COUNT"] == 1 and "X9" in found["FIRST_FINDING"] and found["FIRST_BAD"] == f"{CITY}GH"


def test_a_copy_has_the_register(run, founded, path, tmp_path):
    run("recordvisit", TEAM="X1", DATE="2024-05-10", TOPIC="名城保护", SUGGESTIONS="甲")
    run("copyledger", TARGET=str(tmp_path / "副本.gpkg"))
    assert kept(tmp_path / "副本.gpkg", lambda ledger: (ledger.teams(), ledger.suggestions())) == kept(
        path, lambda ledger: (ledger.teams(), ledger.suggestions())
    )


def picture(path, colour):
    """A made-up map."""
    from qgis.PyQt.QtGui import QColor, QImage

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))


def test_the_year_as_workbook_and_pdf(run, founded, path, tmp_path):
    run("recordvisit", TEAM="X1", DATE="2023-05-10", TOPIC="名城保护", SUGGESTIONS="甲\n乙")
    run("recordvisit", TEAM="X2", DATE="2024-05-10", UNIT="南村", TOPIC="名城保护", SUGGESTIONS="\n".join(f"建议{n}" for n in range(60)))
    book, pdf = tmp_path / "年报.xlsx", tmp_path / "年报.pdf"
    found, _ = run("serviceyear", YEAR=2024, WORKBOOK=str(book), PDF=str(pdf), PRINTED="意见建议=60", TITLE="示例市")
    numbers = [found[f"{name}_COUNT"] for name in ("VISIT", "LAST_VISIT", "SUGGESTION", "LAST_SUGGESTION", "TEAM", "PICTURE", "UNBALANCED")]
    assert numbers == [1, 1, 60, 2, 2, 0, 0]
    assert pdf.read_bytes().startswith(b"%PDF") and found["PAGE_COUNT"] == 5
    plain = len(pdf.read_bytes())
    maps = tmp_path / "图"
    maps.mkdir()
    picture(maps / "00_总图.png", "#56b4e9")
    picture(maps / "01_第二小组.png", "#e69f00")
    found, feedback = run("serviceyear", YEAR=2024, WORKBOOK=str(book), PDF=str(pdf), PICTURES=str(maps))
    assert found["PICTURE_COUNT"] == 1 and any("第一小组" in text for text in feedback.warnings)
    assert len(pdf.read_bytes()) > plain + 200 and "第二小组" in sheet_names(book)
    assert pages_of(pdf) == found["PAGE_COUNT"]


def cells(rows=UNITS):
    """Made-up areas of the units, beside one another."""
    return layer("单元", "Polygon", ["DYDM", "DYMC"], [
        (f"Polygon(({x} 4030000, {x + 2000} 4030000, {x + 2000} 4032000, {x} 4032000, {x} 4030000))", unit)
        for x, unit in zip(range(39500000, 39600000, 2000), rows)
    ])  # fmt: skip


def test_the_year_draws_its_maps_from_units(run, founded, path, tmp_path):
    from openpyxl import load_workbook

    run("recordvisit", TEAM="X1", DATE="2024-05-10", UNIT="东街", TOPIC="名城保护", SUGGESTIONS="甲")
    run("recordvisit", TEAM="X2", DATE="2024-05-10", TOPIC="名城保护", SUGGESTIONS="乙")
    book, pdf = tmp_path / "年报.xlsx", tmp_path / "年报.pdf"
    found, feedback = run("serviceyear", YEAR=2024, WORKBOOK=str(book), PDF=str(pdf), UNITS=cells())
    # The second team has no unit, so there is no map of it.
    assert (found["TEAM_COUNT"], found["PICTURE_COUNT"]) == (2, 1) and any("第二小组" in text for text in feedback.warnings)
    read = load_workbook(book)
    assert [name for name in read.sheetnames if read[name]._images] == ["Map of the service areas", "第一小组"]
    pages, _, text = read_pdf(pdf)
    assert pages == found["PAGE_COUNT"] and "第一小组" in text
    assert not list(tmp_path.glob(".*"))
    maps = tmp_path / "图"
    maps.mkdir()
    picture(maps / "00_总图.png", "#56b4e9")
    found, _ = run("serviceyear", YEAR=2024, PDF=str(pdf), UNITS=cells(), PICTURES=str(maps))
    assert found["PICTURE_COUNT"] == 0
    said = refused(run, "serviceyear", YEAR=2024, PDF=str(tmp_path / "b.pdf"), UNITS=layer("无", "Polygon", ["DYDM"], []))
    assert "无" in said and not list(tmp_path.glob(".*")) and not (tmp_path / "b.pdf").exists()


def pages_of(pdf):
    """Pages as GDAL's or any reader would count them: objects of type Page."""
    import re

    return len(re.findall(rb"/Type\s*/Page[^s]", pdf.read_bytes()))


@pytest.mark.parametrize("percent", [45, 70])
def test_a_year_that_is_cancelled_leaves_neither_file(run, founded, path, tmp_path, said_feedback, percent):
    from qgis.core import QgsProcessingException

    import processing

    feedback = said_feedback(lambda self, done: self.cancel() if done >= percent else None)
    files = {"WORKBOOK": str(tmp_path / "年报.xlsx"), "PDF": str(tmp_path / "年报.pdf")}
    with pytest.raises(QgsProcessingException):
        processing.run("landledger:serviceyear", {"LEDGER": str(path), "YEAR": 2024, **files}, feedback=feedback)
    assert {each.name for each in tmp_path.iterdir()} <= {"台账.gpkg", "台账_backups"}


def test_what_the_year_refuses(run, founded, path, tmp_path):
    pdf = tmp_path / "年报.pdf"
    assert "2100" in refused(run, "serviceyear", YEAR=2100, PDF=str(pdf))
    refused(run, "serviceyear", YEAR=2024, UNTIL="2023-12-31", PDF=str(pdf))
    refused(run, "serviceyear", YEAR=2024, PICTURES=str(tmp_path / "没有"), PDF=str(pdf))
    (tmp_path / "空").mkdir()
    refused(run, "serviceyear", YEAR=2024, PICTURES=str(tmp_path / "空"), PDF=str(pdf))
    (tmp_path / "空" / "01_第一小组.png").write_bytes(b"no picture")
    refused(run, "serviceyear", YEAR=2024, PICTURES=str(tmp_path / "空"), PDF=str(pdf))
    refused(run, "serviceyear", YEAR=2024, PDF=str(tmp_path / "无此文件夹" / "a.pdf"))
    before = path.read_bytes()
    assert "is an input of this run" in refused(run, "serviceyear", YEAR=2024, PDF=str(path))
    assert path.read_bytes() == before
    assert not pdf.exists() and not list(tmp_path.glob(".*"))


def test_the_pdf_is_drawn_in_another_thread_too(run, founded, path, tmp_path):
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QCoreApplication

    run("recordvisit", TEAM="X1", DATE="2024-05-10", TOPIC="名城保护", SUGGESTIONS="甲")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landledger:serviceyear")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    pdf = tmp_path / "年报.pdf"
    task = QgsProcessingAlgRunnerTask(algorithm, {"LEDGER": str(path), "YEAR": 2024, "PDF": str(pdf)}, context, feedback)
    done = []
    task.executed.connect(lambda ok, results: done.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QCoreApplication.processEvents()
    assert done[0][0] and pages_of(pdf) == done[0][1]["PAGE_COUNT"] == 4
