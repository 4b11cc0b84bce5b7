"""landledger:assignteams as QGIS runs it: made-up grids of villages, tables of units, bad inputs."""

from __future__ import annotations

import gc
import itertools
import sqlite3

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import files_in, is_one_sentence, rows_of, write_layer

ALGORITHM = "landledger:assignteams"
SIDE = 1000.0
COLUMNS = 4


def code_of(number: int) -> str:
    return f"3715020010{number + 1:02d}"


def villages(path, count: int = 12, points: bool = False, **more) -> str:
    """A made-up grid of villages, one km each."""
    west, south = 39_500_000.0, 4_000_000.0
    shapes = []
    for number in range(count):
        row, column = divmod(number, COLUMNS)
        box = shapely.box(0, 0, SIDE, SIDE)
        placed = shapely.transform(box, lambda xy, c=column, r=row: xy + (west + c * SIDE, south + r * SIDE))
        shapes.append(placed.centroid if points else placed)
    rows = [{"DYDM": code_of(n), "DYMC": f"村{n + 1}村民委员会", "RKS": 100.0 * (n + 1), **more} for n in range(count)]
    return write_layer(path, "units", shapes, rows)


def teams(path, *places: tuple[float, float], **more) -> str:
    west, south = 39_500_000.0, 4_000_000.0
    rows = [{"XZBH": f"T{n + 1}", "XZMCH": f"第{n + 1}组", **more} for n in range(len(places))]
    return write_layer(path, "teams", [shapely.Point(west + x, south + y) for x, y in places], rows)


def table(path, name: str, rows: list[dict]) -> str:
    return write_layer(path, name, [None] * len(rows), rows, epsg=None, kind=100)


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "WORKBOOK": str(out / "book.xlsx"),
            "ASSIGNMENT": str(out / "assignment.gpkg"),
            "AREAS": str(out / "areas.gpkg"),
            **values,
        }
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert files_in(out) == before
        return message

    return refuse


def listed(path) -> list[dict]:
    """The rows of the table in a file."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        (name,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]


def flooded(codes: set[str]) -> bool:
    """Whether the villages of the grid hang together, by a flood of our own."""
    places = {divmod(int(code[-2:]) - 1, COLUMNS) for code in codes}
    start = min(places)
    seen, waiting = {start}, [start]
    while waiting:
        row, column = waiting.pop()
        for near in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
            if near in places and near not in seen:
                seen.add(near)
                waiting.append(near)
    return seen == places


def test_the_proposal_is_the_best_of_all(run, out, tmp_path) -> None:
    count, bases = 8, ((700.0, 500.0), (1500.0, 1200.0))
    results = run(
        UNITS=villages(tmp_path / "in.gpkg", count), TEAMS=teams(tmp_path / "in.gpkg", *bases), CAPACITY="units", EACH_TAKES=4
    )
    travel = [
        [((n % 4 + 0.5) * 1000 - x) ** 2 + ((n // 4 + 0.5) * 1000 - y) ** 2 for x, y in bases] for n in range(count)
    ]
    best = min(
        sum(travel[n][team] ** 0.5 / 1000 for n, team in enumerate(teams))
        for teams in itertools.product((0, 1), repeat=count)
        if teams.count(0) == teams.count(1) == 4
        and all(flooded({code_of(n) for n in range(count) if teams[n] == team}) for team in (0, 1))
    )
    assert results["PROVEN"] == 1 and results["UNBALANCED_COUNT"] == 0
    assert results["OBJECTIVE"] == pytest.approx(best, abs=1e-9)
    rows = listed(out / "assignment.gpkg")
    assert sorted(row["UNIT"] for row in rows) == [code_of(n) for n in range(count)]
    areas = rows_of(out / "areas.gpkg")
    assert sum(row["UNITS"] for row in areas) == count and len({row["COLOUR"] for row in areas}) == 2
    sheets = load_workbook(out / "book.xlsx").sheetnames
    assert {"单元分配", "小组工作量", "求解情况"} <= set(sheets)


def test_points_get_cells_and_tables_match_by_name(run, out, tmp_path) -> None:
    pinned = table(tmp_path / "in.gpkg", "pinned", [
        {"DYDM": "371502999001", "DYMC": "村12", "XZBH": "T1"}, {"DYDM": "", "DYMC": "没有的村", "XZBH": "T1"},
        {"DYDM": "", "DYMC": "村12村", "XZBH": "T1"},
    ])
    results = run(
        UNITS=villages(tmp_path / "in.gpkg", points=True), TEAMS=teams(tmp_path / "in.gpkg", (700, 500), (3500, 2500)),
        PINNED=pinned, CONTIGUOUS=False, LIST_CODES="2016", BALANCE=40, LEVEL="village",
    )
    rows = {row["UNIT"]: row for row in listed(out / "assignment.gpkg")}
    assert rows[code_of(11)]["TEAM"] == "T1" and rows[code_of(11)]["PINNED"] == 1
    assert results["FINDING_COUNT"] >= 2
    assert any("没有的村" in text for text in run.feedback.warnings)


def test_a_matrix_and_changes_as_few_as_possible(run, out, tmp_path) -> None:
    units = villages(tmp_path / "in.gpkg", 4)
    bases = teams(tmp_path / "in.gpkg", (0, 0), (4000, 0))
    current = table(tmp_path / "in.gpkg", "today", [{"DYDM": code_of(n), "XZBH": "T1" if n < 3 else "T2"} for n in range(4)])
    matrix = table(tmp_path / "in.gpkg", "matrix", [
        {"DYDM": code_of(n), "XZBH": team, "CXCB": float(cost)}
        for n, costs in enumerate(((1, 9), (9, 1), (9, 1), (9, 1))) for team, cost in zip(("T1", "T2"), costs)
    ])
    free = run(UNITS=units, TEAMS=bases, CURRENT=current, MATRIX=matrix)
    assert free["CHANGED_COUNT"] == 2 and free["OBJECTIVE"] == 4
    few = run(UNITS=units, TEAMS=bases, CURRENT=current, MATRIX=matrix, MINIMAL_CHANGE="first", CAPACITY="units", EACH_TAKES=2)
    assert few["CHANGED_COUNT"] == 1 and few["PROVEN"] == 1
    rows = {row["UNIT"]: row["TEAM"] for row in listed(out / "assignment.gpkg")}
    assert rows[code_of(2)] == "T2" and rows[code_of(1)] == "T1"


def test_a_unit_with_a_team_in_each_role_is_no_double_today(run, refused, out, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    units, bases = villages(path), teams(path, (0, 0), (4000, 0))
    roles = {"T1": ("乡村规划师", "村"), "T2": ("责任规划师", "街镇")}
    rows = [
        {"DYDM": code_of(n), "XZBH": team, "FWJS": roles[team][0], "FWCJ": roles[team][1]} for n in range(12) for team in ("T2", "T1")
    ]  # fmt: skip
    today = table(path, "today", rows)
    run(UNITS=units, TEAMS=bases, CURRENT=today, MINIMAL_CHANGE="first", CONTIGUOUS=False)
    former = {row["UNIT"]: row["FORMER"] for row in listed(out / "assignment.gpkg")}
    # Villages: today's team is that of their own level.
    assert former == {code_of(n): "T1" for n in range(12)}
    same = table(path, "same", [{**rows[0], "FWCJ": "村"}, {**rows[1], "FWJS": "责任规划师"}])
    said = refused(UNITS=units, TEAMS=bases, CURRENT=same, ASSIGNMENT="", AREAS="", WORKBOOK="")
    assert "rows 1 and 2" in said and "T2" in said and "T1" in said and "村1" in said
    apart = [
        {**rows[0], "FWCJ": "村", "PQJZRQ": "2020-12-31", "PQQSRQ": ""},
        {**rows[1], "FWJS": "责任规划师", "PQQSRQ": "2021-01-01", "PQJZRQ": ""},
    ]
    run(UNITS=units, TEAMS=bases, CURRENT=table(path, "apart", apart), AS_OF="2020-06-30")
    assert {row["UNIT"]: row["FORMER"] for row in listed(out / "assignment.gpkg")}[code_of(0)] == "T2"
    run(UNITS=units, TEAMS=bases, CURRENT=f"{path}|layername=apart", AS_OF="2021-06-30")
    assert {row["UNIT"]: row["FORMER"] for row in listed(out / "assignment.gpkg")}[code_of(0)] == "T1"


def test_a_matrix_of_names_as_the_travel_areas_write_it(run, tmp_path) -> None:
    units, bases = villages(tmp_path / "in.gpkg", 4), teams(tmp_path / "in.gpkg", (0, 0), (4000, 0))
    matrix = table(tmp_path / "in.gpkg", "times", [
        {"ORIGIN_ID": 1.0, "ORIGIN": f"第{team}组", "NAME": f"村{n + 1}村", "MINUTES": float(10 * team + n)}
        for n in range(4) for team in (1, 2)
    ])
    results = run(UNITS=units, TEAMS=bases, MATRIX=matrix, CAPACITY="units", EACH_TAKES=3)
    assert results["OBJECTIVE"] == 10 + 11 + 12 + 13 + 10


def test_bases_are_chosen_among_the_units(run, out, tmp_path) -> None:
    results = run(UNITS=villages(tmp_path / "in.gpkg", 4), SITING=2, CONTIGUOUS=False)
    assert results["TEAM_COUNT"] == 2 and results["OBJECTIVE"] == pytest.approx(2.0)


def test_bad_inputs_are_refused(refused, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    units, bases = villages(path), teams(path, (0, 0), (4000, 0))
    lacking = refused(UNITS=units, TEAMS=bases, CAPACITY="units", EACH_TAKES=5)
    assert "10" in lacking and "12" in lacking and "2" in lacking
    assert "T1" in refused(UNITS=units, TEAMS=bases, CAPACITY="units")
    square = shapely.box(39_450_000, 4_000_000, 39_450_001, 4_000_001)
    doubled = write_layer(tmp_path / "twice.gpkg", "units", [square] * 2, [{"DYDM": code_of(0)}] * 2)
    assert code_of(0) in refused(UNITS=doubled, TEAMS=bases)
    stranger = table(path, "pinned", [{"DYDM": code_of(0), "XZBH": "T9"}])
    assert "T9" in refused(UNITS=units, TEAMS=bases, PINNED=stranger)
    assert "第三天" in refused(UNITS=units, TEAMS=teams(tmp_path / "late.gpkg", (0, 0), PQJZRQ="第三天"))
    swapped = teams(tmp_path / "swapped.gpkg", (0, 0), PQQSRQ="2024-12-31", PQJZRQ="2024-01-01")
    assert "2024-12-31" in refused(UNITS=units, TEAMS=swapped)
    zone = write_layer(tmp_path / "zone.gpkg", "units", [square], [{"DYDM": code_of(0)}], epsg=4528)
    assert "39" in refused(UNITS=zone, TEAMS=bases)
    assert "in.gpkg" in refused(UNITS=units, TEAMS=bases, WORKBOOK=units.partition("|")[0])


def test_a_base_far_from_all_units_is_told(run, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    results = run(UNITS=villages(path), TEAMS=teams(path, (0, 0), (0, 900_000)))
    far = [text for text in run.feedback.warnings if "km away" in text]
    assert results["TEAM_COUNT"] == 2 and len(far) == 1 and "T2" in far[0]


def test_a_field_map_is_for_the_layers_that_have_the_field(run, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    today = table(path, "today", [{"DYDM": code_of(0), "组": "T2"}, {"DYDM": "合计", "组": "1"}, {"DYDM": "", "组": ""}])
    results = run(UNITS=villages(path), TEAMS=teams(path, (0, 0), (4000, 0)), CURRENT=today, FIELD_MAP="XZBH=组")
    assert results["CHANGED_COUNT"] == 1 and not any("合计" in text for text in run.feedback.warnings)
