"""The window of planner service areas where towns have teams, and its search box."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy as np
import pytest

from .service_sample import code_of, table_layer, teams_layer, units_layer
from .test_occupation_dialog import A_MINUTE, messages, project  # noqa: F401 - a fixture
from .test_service_areas import (  # noqa: F401 - fixtures
    BASES,
    COLUMNS,
    COUNT,
    click,
    column,
    hover,
    ledger,
    on_map,
    opened,
    panel,
    record,
    rows_in,
    saved,
    teams_of,
)

TOWNS = (code_of(0, COLUMNS)[:9], code_of(6, COLUMNS)[:9])
"""The two southern rows of villages."""
BY_TOWN = 100_000


@pytest.fixture
def with_towns(panel, qtbot):  # noqa: F811
    """24 villages in four towns; the table gives two towns to teams, and two villages of the first one to another."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from .service_sample import SIDE, SOUTH, WEST

    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    villages = (("Today", code_of(row, COLUMNS), "G2") for row in (0, 1))
    table = table_layer(("Today", TOWNS[0], "G1"), ("Today", TOWNS[1], "G3"), *villages)
    dock = panel()
    dock.start.layers["CURRENT"].setLayer(table)
    dock.canvas.resize(600, 400)
    dock.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4527"))
    opened(dock, qtbot)
    dock.canvas.setExtent(QgsRectangle(WEST, SOUTH, WEST + 6 * SIDE, SOUTH + 4 * SIDE))
    return dock


def leads(dock) -> list[int]:
    return dock.scenario.lead.tolist()


def test_villages_are_shown_with_their_towns_team(with_towns, qtbot):
    dock = with_towns
    assert messages(dock) == [] and teams_of(dock) == [1, 1] + [-1] * 22
    assert leads(dock) == [1, 1, 0, 0, 0, 0, *[2] * 6, *[-1] * 12]
    shown = on_map(dock)
    assert [shown[code_of(row, COLUMNS)] for row in (0, 2, 6, 12)] == [1, BY_TOWN, BY_TOWN + 2, -1]
    model = dock.work.model
    assert column(model, 2) == ["4", "2", "6", "12"]
    assert dock.work.unserved.model.rowCount() == 12
    from qgis.PyQt.QtCore import Qt

    tip = model.data(model.index(2, 1), Qt.ItemDataRole.ToolTipRole)
    assert "6 of its units are villages served by the town's team" in tip
    hover(dock, 3.5, 0.5)
    assert "Group 1 (served by the town's team, inherited)" in dock.work.status.text()
    names = [category.label() for category in dock.map.layer.renderer().categories()]
    assert "Group 1 (by the town)" in names and "Group 2 (by the town)" not in names


def test_a_team_of_its_own_goes_before_and_its_town_comes_back(with_towns, qtbot):
    dock = with_towns
    dock.work.teams.choose(1)
    click(dock, qtbot, 3.5, 0.5)
    assert leads(dock)[3] == 1 and on_map(dock)[code_of(3, COLUMNS)] == 1
    dock.acts.hand_over(np.arange(4), -1)
    assert leads(dock)[:6] == [0] * 6 and on_map(dock)[code_of(0, COLUMNS)] == BY_TOWN
    assert "3 of them are served by their town's team" in dock.work.status.text()
    dock.acts.undo()
    assert leads(dock)[:4] == [1, 1, 0, 1]
    totals = dock.scenario.standing.totals
    assert totals.tolist() == dock.scenario.scene.totals(dock.scenario.lead).tolist()
    click(dock, qtbot, 4.5, 0.5, "RightButton")
    assert dock.work.teams.team == 0


def test_the_file_keeps_the_towns(with_towns, panel, qtbot, tmp_path):  # noqa: F811
    file = tmp_path / "towns.gpkg"
    with_towns.keeping.path = str(file)
    with_towns.acts.hand_over(np.array([5]), 1)
    saved(with_towns, qtbot)
    rows = rows_in(file)
    assert {row["UNIT"]: row["TEAM"] for row in rows[COUNT:]} == dict(zip(TOWNS, ("G1", "G3")))
    other = panel()
    other.start.file.setFilePath(str(file))
    opened(other, qtbot)
    assert messages(other) == [] and leads(other) == leads(with_towns) and not other.scenarios.unsaved


def test_figures_are_those_of_the_workbook_of_workload(with_towns, qtbot, tmp_path):
    """Ground and people as `landledger:workload` counts them for the same teams."""
    from openpyxl import load_workbook
    from qgis.core import QgsApplication

    import processing

    dock, file = with_towns, str(tmp_path / "work.xlsx")
    algorithm = QgsApplication.processingRegistry().algorithmById("landledger:workload")
    processing.run(algorithm, dock.runs._with_outputs(algorithm, {"WORKBOOK": file}))
    rows = list(load_workbook(file, read_only=True)["T19工作统计"].iter_rows(values_only=True))
    (head,) = [row for row in rows if row and "服务人口" in row]
    team, area, people = (head.index(name) for name in ("小组", "服务面积（平方公里）", "服务人口"))
    found = {str(row[team]): (row[area], row[people]) for row in rows if len(row) > people and isinstance(row[people], (int, float))}
    totals = dock.scenario.standing.totals
    for place in range(3):
        (told,) = [figures for name, figures in found.items() if f"G{place + 1}" in name or f"Group {place + 1}" in name]
        assert told == (totals[place, 1] / 1e6, totals[place, 2])


def test_coverage_is_told_of_the_towns(with_towns, qtbot):
    with qtbot.waitSignal(with_towns.run.ended, timeout=A_MINUTE) as ended:
        with_towns.work.check_button.click()
    assert ended.args[0], with_towns.run.reason
    assert "12 units served by nobody; 50.00 %" in messages(with_towns)[0]


def test_a_ledger_has_both_levels(panel, ledger, qtbot):  # noqa: F811
    """Towns handed over at one level are what villages inherit at the other; a copy has them, too."""
    from ...core.rules import load_rules
    from ...core.service.register.ledger import Assigned, ServiceLedger
    from ...core.service.units import Level
    from ...core.store.geopackage import open_ledger

    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)

    def open_it():
        dock = panel()
        dock.start.choices["LEVEL"].setCurrentIndex(2)
        dock.start.in_ledger.setChecked(True)
        dock.start.ledger.offer(ledger)
        return opened(dock, qtbot)

    dock = open_it()
    dock.acts.hand_over(np.array([0]), 1)
    record(dock, qtbot, "first")
    store = open_ledger(Path(ledger))
    book, day = ServiceLedger(store, load_rules()), datetime.date(2026, 1, 1)
    rows = [Assigned(town, team, level=Level.TOWN) for town, team in zip(TOWNS, ("G1", "G3"))]
    book.record_assignment("Scenario_1", rows, day)
    store.close()
    again = open_it()
    assert leads(again) == [1, *[0] * 5, *[2] * 6, *[-1] * 12] and not again.scenarios.unsaved
    again.scenarios.copy(again.scenario, "Copy")
    again.documents.show(again.scenarios.named("Copy"))
    record(again, qtbot, "a copy")
    third = open_it()
    assert third.scenarios.names == ["Scenario 1", "Copy"]
    assert third.scenarios.named("Copy").lead.tolist() == leads(again)


# -------------------------------------------------------------------------------------------------------------- the search


def type_in(dock, qtbot, text):
    from qgis.PyQt.QtCore import Qt

    dock.work.search.setText(text)
    qtbot.keyClick(dock.work.search, Qt.Key.Key_Return)


def test_a_unit_is_found_by_name_and_the_next_one_by_enter(with_towns, qtbot):
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import Qt

    from .service_sample import SIDE, SOUTH, WEST

    dock = with_towns
    seen = []
    for _ in range(4):
        if not seen:
            type_in(dock, qtbot, "v2")
        else:
            qtbot.keyClick(dock.work.search, Qt.Key.Key_Return)
        centre = dock.canvas.extent().center()
        seen.append((round((centre.x() - WEST) / SIDE - 0.5), round((centre.y() - SOUTH) / SIDE - 0.5)))
    # V2 is it, V20 to V24 begin with it.
    assert seen == [(1, 0), (1, 3), (2, 3), (3, 3)]
    assert dock.work.status.text().startswith(f"4 of 6: {code_of(21, COLUMNS)} V22")
    assert dock.canvas.extent().contains(QgsPointXY(WEST + 3.5 * SIDE, SOUTH + 3.5 * SIDE))
    type_in(dock, qtbot, code_of(13, COLUMNS))
    assert dock.work.status.text().startswith(f"1 of 1: {code_of(13, COLUMNS)} V14")
    type_in(dock, qtbot, "nothing like it")
    assert "No unit has “nothing like it”" in dock.work.status.text()


def test_the_search_goes_on_where_the_layer_was_removed(with_towns, qtbot):
    from qgis.core import QgsProject

    QgsProject.instance().removeMapLayer(with_towns.map.layer.id())
    type_in(with_towns, qtbot, "V7")
    assert with_towns.map.shown and "V7" in with_towns.work.status.text()


def test_undo_in_the_search_box_is_that_of_the_box(with_towns, qtbot):
    from qgis.PyQt.QtCore import Qt

    with_towns.acts.hand_over(np.array([20]), 1)
    qtbot.keyClicks(with_towns.work.search, "V2")
    qtbot.keyClick(with_towns.work.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert teams_of(with_towns)[20] == 1 and with_towns.work.search.text() != "V2"
