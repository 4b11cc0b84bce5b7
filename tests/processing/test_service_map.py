"""landledger:servicemap as QGIS runs it: what the printed pages show, pixel by pixel, and what stands in the files."""

from __future__ import annotations

import gc
import re
import sqlite3
import subprocess
import unicodedata
from collections import Counter
from decimal import Decimal
from zipfile import ZipFile

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import ROOT, files_in, is_one_sentence, rows_of, write_layer
from .test_layouts import read_pdf

ALGORITHM = "landledger:servicemap"
WEST, SOUTH, WIDE, HIGH, COLUMNS, ROWS = 39_500_000.0, 4_000_000.0, 1370.0, 1210.0, 6, 4
UNCOVERED, DOUBLED = 9, 14


def code_of(number: int) -> str:
    return f"3715020010{number + 1:02d}"


def cell_of(number: int) -> shapely.Geometry:
    row, column = divmod(number, COLUMNS)
    return shapely.box(WEST + column * WIDE, SOUTH + row * HIGH, WEST + (column + 1) * WIDE, SOUTH + (row + 1) * HIGH)


def team_of(number: int) -> str:
    """Two columns of the grid a team."""
    return f"T{number % COLUMNS // 2 + 1}"


def units(path, name: str = "units", points: bool = False, code=code_of, **more) -> str:
    """A made-up grid of 24 villages."""
    cells = [cell_of(n) for n in range(COLUMNS * ROWS)]
    rows = [{"DYDM": code(n), "DYMC": f"甲{n + 1}村", "SSXZ": "乙镇", "RKS": 100.0 + n, **more} for n in range(len(cells))]
    return write_layer(path, name, [cell.centroid if points else cell for cell in cells], rows)


def teams(path, **more) -> str:
    rows = [{"XZBH": f"T{n + 1}", "XZMCH": f"第{n + 1}组", "QTGHS": f"张{n + 1}工", **more} for n in range(3)]
    places = [shapely.Point(WEST + WIDE * (2 * n + 1), SOUTH + HIGH * 2) for n in range(3)]
    return write_layer(path, "teams", places, rows)


def table(path, name: str, rows: list[dict]) -> str:
    return write_layer(path, name, [None] * len(rows), rows, epsg=None, kind=100)


def assigned(**more) -> list[dict]:
    rows = [{"FAMC": "方案一", "DYDM": code_of(n), "XZBH": team_of(n), **more} for n in range(24) if n != UNCOVERED]
    return [*rows, {"FAMC": "方案一", "DYDM": code_of(DOUBLED), "XZBH": "T3", **more}]


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(feedback=None, **values):
        import processing

        run_algorithm.feedback = feedback or said_feedback()
        parameters = {
            "PDF": str(out / "map.pdf"),
            "PICTURES": str(out / "pictures"),
            "WORKBOOK": str(out / "book.xlsx"),
            "AS_OF": "2024-06-30",
            "DPI": 100,
            **values,
        }
        results = processing.run(ALGORITHM, {k: v for k, v in parameters.items() if v}, feedback=run_algorithm.feedback)
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
        assert files_in(out) == before and not (out / "pictures").exists()
        return message

    return refuse


@pytest.fixture
def grid(tmp_path):
    """Units, teams and assignment of the grid."""
    path = tmp_path / "in.gpkg"
    return {"UNITS": units(path), "TEAMS": teams(path), "ASSIGNMENT": table(path, "assigned", assigned())}


class Overview:
    """A picture of a page: the colours of a part of a unit, by arithmetic of our own."""

    def __init__(self, file, results, numbers=range(COLUMNS * ROWS)) -> None:
        from qgis.PyQt.QtGui import QImage

        from ...processing.adapters.layouts.paper import Paper, Size, places_on

        self.image = QImage(str(file))
        paper = Paper(Size.A3, self.image.width() > self.image.height())
        self.frame, self.dots, self.scale = places_on(paper).map, self.image.width() / paper.width, results["SCALE"]
        west, south, east, north = shapely.total_bounds([cell_of(n) for n in numbers])
        self.west = (west + east) / 2 - self.frame.width * self.scale / 2000
        self.north = (south + north) / 2 + self.frame.height * self.scale / 2000

    def colours(self, number: int, left: float, right: float) -> Counter:
        """Colours of a unit between two shares of its width, in the lowest sixth of it, where no name stands."""
        west, south, east, north = cell_of(number).bounds
        box = []
        for share in (left, right):
            across = (self.frame.x + (west + (east - west) * share - self.west) * 1000 / self.scale) * self.dots
            box.append(round(across))
        down = [
            round((self.frame.y + (self.north - (south + (north - south) * share)) * 1000 / self.scale) * self.dots)
            for share in (0.2, 0.06)
        ]
        return Counter(self.image.pixelColor(x, y).name() for x in range(*box) for y in range(*down))


def test_the_overview_shows_teams_gaps_and_doubles_where_they_are(run, out, grid) -> None:
    results = run(**grid)
    assert (results["TEAM_COUNT"], results["UNCOVERED_COUNT"], results["DOUBLE_COUNT"]) == (3, 1, 1)
    assert results["UNIT_COUNT"] == 24 and results["UNBALANCED_COUNT"] == 0 and results["NAMES_LEFT_OUT"] == 0
    page = Overview(out / "pictures" / "00_总图.png", results)
    seen: dict[str, set[str]] = {}
    for number in range(24):
        found = page.colours(number, 0.1, 0.35)
        if number == UNCOVERED:
            assert found["#ffffff"] > 0 and any(max(int(c[k : k + 2], 16) for k in (1, 3, 5)) < 210 for c in found)
        elif number == DOUBLED:
            assert any(int(c[1:3], 16) > int(c[3:5], 16) + 60 and int(c[1:3], 16) > int(c[5:7], 16) + 60 for c in found)
        else:
            (colour, _), = found.most_common(1)
            assert found[colour] / found.total() > 0.5
            seen.setdefault(team_of(number), set()).add(colour)
    assert all(len(colours) == 1 for colours in seen.values())
    assert len(set.union(*seen.values())) == 3 and "#ffffff" not in set.union(*seen.values())


def test_every_team_has_a_page_in_the_pdf_and_a_picture_with_its_name(run, out, grid) -> None:
    results = run(**grid)
    pages, sizes, text = read_pdf(out / "map.pdf")
    assert pages == results["PAGE_COUNT"] == 4
    assert {round(max(size)) for size in sizes} == {420} and {round(min(size)) for size in sizes} == {297}
    assert sorted(files_in(out / "pictures")) == ["00_总图.png", "01_第1组.png", "02_第2组.png", "03_第3组.png"]
    for number in range(1, 4):
        command = ["pdftotext", "-f", str(number + 1), "-l", str(number + 1), str(out / "map.pdf"), "-"]
        page = unicodedata.normalize("NFKC", subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        assert f"第{number}组" in page and f"张{number}工" in page
        # The number of the page; the PDF has a radical for its last sign.
        assert re.search(rf"第\s*{number + 1}\s*[页⻚]", page)
        own = {f"甲{n + 1}村" for n in range(24) if team_of(n) == f"T{number}" and n != UNCOVERED}
        assert own <= set(page.split()), own - set(page.split())
    assert "方案一" in text and "2024-06-30" in text and "未覆盖单元" in text


def test_the_team_page_shows_its_own_area_alone_in_colour(run, out, grid) -> None:
    from ...processing.adapters.layouts.paper import Paper, Size, places_on
    from ...processing.adapters.layouts.scales import round_scale

    run(**grid, ORIENTATION="landscape")
    own = [n for n in range(24) if team_of(n) == "T1"]
    frame = places_on(Paper(Size.A3)).map
    scale = round_scale(2 * WIDE, ROWS * HIGH, frame.width, frame.height)
    page = Overview(out / "pictures" / "01_第1组.png", {"SCALE": scale}, own)
    inside = page.colours(0, 0.1, 0.35).most_common(1)[0][0]
    outside = page.colours(2, 0.1, 0.35).most_common(1)[0][0]
    parts = [int(inside[k : k + 2], 16) for k in (1, 3, 5)]
    assert max(parts) - min(parts) > 40
    assert len({outside[k : k + 2] for k in (1, 3, 5)}) == 1 and outside != inside


def sheet(path, name: str) -> list[tuple]:
    """The values of a sheet, every row as long as the longest."""
    book = load_workbook(path, read_only=True)
    try:
        rows = [tuple(row) for row in book[name].iter_rows(values_only=True)]
    finally:
        book.close()
    longest = max(map(len, rows))
    return [row + (None,) * (longest - len(row)) for row in rows]


def test_the_workbook_has_the_figures_and_the_picture_itself(run, out, grid) -> None:
    run(**grid)
    rows = sheet(out / "book.xlsx", "服务分区统计")
    head = next(row for row in rows if row[0] == "序号")
    data = rows[rows.index(head) + 1 :]
    named = {row[head.index("小组")]: row for row in data}
    whole = Decimal(0)
    for team in ("T1", "T2", "T3"):
        row = next(row for row in data if row[head.index("小组编号")] == team)
        own = [n for n in range(24) if team_of(n) == team and n != UNCOVERED]
        assert row[head.index("单元数")] == len(own)
        assert row[head.index("服务人口")] == sum(100 + n for n in own)
        area = Decimal(str(row[head.index("服务面积（平方公里）")]))
        assert abs(area - Decimal(len(own)) * Decimal("1.6577")) < Decimal("0.03")
        whole += area
        assert row[head.index("图册页")] == int(team[1:]) + 1
    assert named["未覆盖"][head.index("单元数")] == 1
    whole += Decimal(str(named["未覆盖"][head.index("服务面积（平方公里）")]))
    total = next(row for row in data if "合计" in row)
    assert Decimal(str(total[head.index("服务面积（平方公里）")])) == whole
    listed = sheet(out / "book.xlsx", "单元明细")
    units_head = next(row for row in listed if row[0] == "小组编号")
    areas = [row[units_head.index("面积（平方公里）")] for row in listed if str(row[2]).isdecimal()]
    assert len(areas) == 24 and sum(Decimal(str(value)) for value in areas) == whole
    with ZipFile(out / "book.xlsx") as archive:
        assert archive.read("xl/media/image1.png") == (out / "pictures" / "00_总图.png").read_bytes()
    assert len(load_workbook(out / "book.xlsx")["总图"]._images) == 1


def test_areas_and_labels_become_layers(run, out, grid) -> None:
    results = run(**grid, AREAS=str(out / "areas.gpkg"), LABELS=str(out / "labels.gpkg"))
    areas = {row["TEAM"]: row for row in rows_of(results["AREAS"])}
    assert {team: row["UNITS"] for team, row in areas.items()} == {"T1": 8, "T2": 7, "T3": 8}
    assert {row["SCENARIO"] for row in areas.values()} == {"方案一"} and len({row["COLOUR"] for row in areas.values()}) == 3
    with sqlite3.connect(out / "labels.gpkg") as database:
        labels = database.execute("SELECT TEXT, CODE, geom FROM labels").fetchall()
    units_named = {code: text for text, code, _ in labels if code.isdecimal()}
    assert units_named == {code_of(n): f"甲{n + 1}村" for n in range(24)}
    assert {code for _, code, _ in labels if not code.isdecimal()} == {"T1", "T2", "T3"}
    for text, code, blob in labels:
        if code.isdecimal():
            assert cell_of(int(code[-2:]) - 1).buffer(400).contains(shapely.from_wkb(blob[8:])), text


def test_a_village_takes_the_team_of_its_town_unless_it_has_its_own(run, out, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    rows = [{"DYDM": "371502001", "XZBH": "T1"}, {"DYDM": code_of(3), "XZBH": "T2"}]
    results = run(UNITS=units(path), TEAMS=teams(path), ASSIGNMENT=table(path, "t", rows), AREAS=str(out / "areas.gpkg"))
    assert results["UNCOVERED_COUNT"] == 0 and results["DOUBLE_COUNT"] == 0
    assert {row["TEAM"]: row["UNITS"] for row in rows_of(results["AREAS"])} == {"T1": 23, "T2": 1}
    assert any("T3" in text for text in run.feedback.warnings)


def test_what_does_not_hold_on_the_day_is_hatched_and_told(run, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    rows = [{**row, "VALID_TO": "2024-01-31" if row["XZBH"] == "T2" else ""} for row in assigned()]
    results = run(UNITS=units(path), TEAMS=teams(path), ASSIGNMENT=table(path, "t", rows), PAGES="overview")
    # One of the eight units of T2 is nobody's, another is served by T3, too.
    assert results["UNCOVERED_COUNT"] == 1 + 6 and results["PAGE_COUNT"] == 1
    assert any("T2" in text for text in run.feedback.warnings)


def test_points_get_cells_and_the_table_alone_names_teams(run, out, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    ground = write_layer(path, "ground", [shapely.union_all([cell_of(n) for n in range(24)])], [{"NAME": "县"}])
    rows = [{**row, "TEAM_NAME": f"名{row['XZBH']}"} for row in assigned()]
    results = run(UNITS=units(path, points=True), ASSIGNMENT=table(path, "t", rows), CITY=ground)
    assert results["TEAM_COUNT"] == 3 and results["UNBALANCED_COUNT"] == 0
    assert "01_名T1.png" in files_in(out / "pictures")
    page = Overview(out / "pictures" / "00_总图.png", results)
    assert page.colours(0, 0.1, 0.35).most_common(1)[0][0] != page.colours(5, 0.1, 0.35).most_common(1)[0][0]
    assert "泰森多边形" in read_pdf(out / "map.pdf")[2]


def test_visits_are_counted_in_the_period(run, out, grid, tmp_path) -> None:
    days = ["2024-01-01", "2024-06-30", "2023-12-31", "2024-07-01"]
    visits = table(tmp_path / "in.gpkg", "visits", [{"DYDM": code_of(2), "RQ": day, "XZBH": "T2"} for day in days])
    run(**grid, VISITS=visits)
    listed = sheet(out / "book.xlsx", "单元明细")
    head = next(row for row in listed if row[0] == "小组编号")
    counts = {row[head.index("单元代码")]: row[head.index("走访次数")] for row in listed[listed.index(head) + 1 :]}
    assert counts[code_of(2)] == 2 and counts[code_of(3)] == 0
    assert "走访次数" in read_pdf(out / "map.pdf")[2]


def test_made_up_layers_are_marked_and_others_not(run, out, grid, tmp_path) -> None:
    run(**grid, PAGES="overview")
    assert "虚构" not in read_pdf(out / "map.pdf")[2]
    path = tmp_path / "madeup.gpkg"
    run(UNITS=units(path), TEAMS=teams(path), ASSIGNMENT=table(path, "t", assigned()))
    pages, _, text = read_pdf(out / "map.pdf")
    assert text.count("虚构") == pages == 4


def test_the_sample_that_comes_along_is_printed_whole_and_marked(run, out) -> None:
    sample = ROOT / "resources" / "sample" / "service" / "service_madeup.gpkg"
    layers = {"UNITS": "service_units", "TEAMS": "planner_teams", "ASSIGNMENT": "service_assignment", "VISITS": "planner_visits"}
    results = run(**{name: f"{sample}|layername={layer}" for name, layer in layers.items()}, TITLE="示例乙县")
    wanted = {"UNIT_COUNT": 140, "TEAM_COUNT": 7, "UNCOVERED_COUNT": 4, "DOUBLE_COUNT": 1, "UNBALANCED_COUNT": 0}
    assert {name: results[name] for name in wanted} == wanted
    pages, _, text = read_pdf(out / "map.pdf")
    assert pages == results["PAGE_COUNT"] == len(files_in(out / "pictures")) >= 8
    assert text.count("纯属虚构") == pages and "示例乙县责任规划师服务分区图" in text


def test_a_ledgers_scenario_is_mapped(run, out, tmp_path) -> None:
    from ...core.service.register.model import Assigned
    from ...core.store.geopackage import create
    from ..core.service.made_register import BOOKS, day, open_service

    store = create(tmp_path / "ledger.gpkg", "示例", BOOKS)
    ledger = open_service(store)
    ledger.put_teams([{"code": f"T{n}", "name": f"第{n}组"} for n in (1, 2, 3)])
    ledger.put_scenario({"code": "S", "name": "甲方案", "state": "draft"})
    rows = [Assigned(code_of(n), team_of(n)) for n in range(24) if n != UNCOVERED]
    ledger.record_assignment("S", rows, day("2024-01-01"), "划定")
    store.close()
    results = run(UNITS=units(tmp_path / "in.gpkg"), LEDGER=str(tmp_path / "ledger.gpkg"))
    assert results["TEAM_COUNT"] == 3 and results["UNCOVERED_COUNT"] == 1
    assert "甲方案" in read_pdf(out / "map.pdf")[2] and "02_第2组.png" in files_in(out / "pictures")


def test_bad_inputs_are_refused_in_a_sentence(refused, tmp_path, grid) -> None:
    path = tmp_path / "in.gpkg"
    two = table(path, "two", [*assigned(), {"FAMC": "方案二", "DYDM": code_of(0), "XZBH": "T1"}])
    said = refused(**{**grid, "ASSIGNMENT": two})
    assert "方案一" in said and "方案二" in said
    assert "方案九" in refused(**{**grid, "SCENARIO": "方案九"})
    both = [*assigned(FWJS="责任规划师"), {"FAMC": "方案一", "DYDM": code_of(0), "XZBH": "T1", "FWJS": "乡村规划师"}]
    roles = table(path, "roles", both)
    assert "roles" in refused(**{**grid, "ASSIGNMENT": roles})
    mixed = units(path, "mixed", code=lambda n: code_of(n) if n else "371502002")
    assert "mixed" in refused(**{**grid, "UNITS": mixed})
    twice = units(path, "twice", code=lambda n: code_of(n // 2))
    assert code_of(0) in refused(**{**grid, "UNITS": twice})
    assert "nowhere" in refused(**{**grid, "PDF": str(tmp_path / "nowhere" / "map.pdf")})
    assert "第三天" in refused(**{**grid, "ASSIGNMENT": table(path, "late", assigned(PQQSRQ="第三天"))})


@pytest.mark.parametrize("percent", [12, 35, 60, 85])
def test_a_cancelled_run_leaves_nothing(run, out, grid, said_feedback, percent) -> None:
    from qgis.core import QgsProcessingException

    (out / "map.pdf").write_bytes(b"older")
    before = files_in(out)
    feedback = said_feedback(lambda self, done: self.cancel() if done >= percent else None)
    with pytest.raises(QgsProcessingException):
        run(feedback=feedback, **grid, AREAS=str(out / "areas.gpkg"))
    assert files_in(out) == before and not (out / "pictures").exists()
