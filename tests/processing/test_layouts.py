"""The engine of printed maps: what stands on the pages, seen in their pixels and read from the PDF."""

from __future__ import annotations

import math
import subprocess
import unicodedata
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, strategies as st

from .occupation_runs import files_in

WEST, SOUTH, SIDE = 39_400_000.0, 4_000_000.0, 2_000.0
COLOURS = ("#e69f00", "#56b4e9")
MM = 25.4


def cells() -> np.ndarray:
    """A made-up grid of 4 × 3 squares of 2 km."""
    boxes = [
        shapely.box(WEST + SIDE * c, SOUTH + SIDE * r, WEST + SIDE * (c + 1), SOUTH + SIDE * (r + 1))
        for r in range(3)
        for c in range(4)
    ]
    return np.array(boxes, dtype=object)


def sheet_of(project, family, rows: int = 3, **more):
    """A sheet of the grid: left half orange, right half blue, the last cell hatched."""
    from ...processing.adapters.layouts.layers import extent_of, map_layer
    from ...processing.adapters.layouts.sheets import Sheet, SheetTable
    from ...processing.adapters.layouts.symbols import drawn_by, fill, hatch, labelled
    from ...processing.adapters.layouts.texts import text_format

    kind = np.array([(n % 4) // 2 if n != 11 else 2 for n in range(12)])
    name = np.array([f"甲{n}村" for n in range(12)], dtype=object)
    layer = map_layer(project, "MultiPolygon", "分区", cells(), {"KIND": kind, "NAME": name})
    symbols = [(n, fill(colour), f"第{n + 1}类") for n, colour in enumerate(COLOURS)]
    drawn_by(layer, "KIND", [*symbols, (2, hatch("#000000"), "空白")])
    labelled(layer, "NAME", text_format(family, 7.0))
    lines = [[str(n), f"行{n}"] for n in range(rows)]
    table = SheetTable("表", ["序号", "名称"], lines, [1, 3], "cl", swatches=[COLOURS[0]] * rows)
    values = {"legend": [layer], "tables": [table], "notes": ["说明一"], "warning": "样例数据", "ground": shapely.union_all(cells())}
    return Sheet("总/图", "示例图", [layer], extent_of(cells()), "副题", **{**values, **more})


@pytest.fixture
def printed(qgis_app, tmp_path):
    """printed(size, landscape, …) -> (Printed, files by name) of a book of `pages` equal sheets."""
    from qgis.core import QgsCoordinateReferenceSystem

    from ...processing.adapters.layouts.fonts import map_font
    from ...processing.adapters.layouts.layers import private_project
    from ...processing.adapters.layouts.paper import Paper, Size
    from ...processing.adapters.layouts.printing import book_places, print_book
    from ...processing.adapters.layouts.sheets import MapBook

    def print_it(size="A3", landscape=True, pages=1, dpi=72, **more):
        family, folder = map_font(), tmp_path / "maps"
        with private_project(QgsCoordinateReferenceSystem("EPSG:4527")) as project:
            makers = [lambda: sheet_of(project, family, **more)] * pages
            book = MapBook(project, Paper(Size[size], landscape), family, makers, dpi)
            with book_places(str(tmp_path / "map.pdf"), str(folder)) as places:
                found = print_book(book, places.pdf, places.folder)
            assert not project.mapLayers()
        return found, folder

    return print_it


class Pixels:
    """A picture of a page: the colour at a place of the map."""

    def __init__(self, file, paper, scale: int) -> None:
        from qgis.PyQt.QtGui import QImage

        from ...processing.adapters.layouts.paper import places_on

        self.image, self.scale = QImage(str(file)), scale
        self.frame = places_on(paper).map
        self.dots = self.image.width() / paper.width
        middle = shapely.box(*shapely.total_bounds(cells())).centroid
        self.west = middle.x - self.frame.width * scale / 2000
        self.north = middle.y + self.frame.height * scale / 2000

    def at(self, x: float, y: float) -> str:
        """The colour at a place of the map, by arithmetic of our own."""
        across = (self.frame.x + (x - self.west) * 1000 / self.scale) * self.dots
        down = (self.frame.y + (self.north - y) * 1000 / self.scale) * self.dots
        return self.image.pixelColor(round(across), round(down)).name()

    def around(self, x: float, y: float, metres: float) -> set[str]:
        """The colours of a square round a place."""
        steps = np.linspace(-metres / 2, metres / 2, 40)
        return {self.at(x + dx, y + dy) for dx in steps for dy in steps}


@pytest.mark.parametrize("size,landscape", [("A4", True), ("A3", True), ("A3", False), ("A1", False)])
def test_the_page_shows_what_the_sheet_says(printed, tmp_path, size, landscape) -> None:
    from ...processing.adapters.layouts.paper import Paper, Size

    found, folder = printed(size, landscape)
    paper = Paper(Size[size], landscape)
    assert found.pictures == ["00_总 图.png"] and sorted(files_in(folder)) == found.pictures
    pixels = Pixels(folder / found.pictures[0], paper, found.scales[0])
    assert abs(pixels.image.height() / pixels.image.width() - paper.height / paper.width) < 0.002
    for n, cell in enumerate(cells()[:11]):
        x, y = cell.bounds[0] + 200, cell.bounds[1] + 200
        assert pixels.at(x, y) == COLOURS[(n % 4) // 2], n
    hatched = pixels.around(cells()[11].bounds[0] + 500, cells()[11].bounds[1] + 400, 500)
    assert "#ffffff" in hatched and any(int(colour[1:3], 16) < 200 for colour in hatched)
    assert pixels.at(WEST - 100, SOUTH - 100) == "#ffffff"
    assert {label.text for label in found.labels[0] if not label.unplaced} == {f"甲{n}村" for n in range(12)}
    for label in found.labels[0]:
        cell = cells()[int(label.text[1:-1])]
        assert cell.contains(shapely.Point(label.box.center().x(), label.box.center().y()))


def read_pdf(file) -> tuple[int, list[tuple[float, float]], str]:
    """Pages, their sizes in mm and all text, by poppler."""
    told = subprocess.run(["pdfinfo", "-l", "99", str(file)], check=True, capture_output=True, text=True).stdout
    lines = [line.split() for line in told.splitlines()]
    pages = next(int(words[1]) for words in lines if words[0] == "Pages:")
    sizes = [(float(w[3]) / 72 * MM, float(w[5]) / 72 * MM) for w in lines if w[0] == "Page" and w[2] == "size:"]
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    # Qt names glyphs by the first sign that has them, which may be a radical.
    return pages, sizes, unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("size,landscape,wide,high", [("A3", True, 420, 297), ("A3", False, 297, 420), ("A1", True, 841, 594)])
def test_the_pdf_has_all_pages_of_the_paper_and_its_words(printed, tmp_path, size, landscape, wide, high) -> None:
    printed(size, landscape, pages=3)
    pages, sizes, text = read_pdf(tmp_path / "map.pdf")
    assert pages == 3
    assert all(abs(across - wide) < 1 and abs(down - high) < 1 for across, down in sizes)
    for wanted in ("副题", "甲7村", "行2", "样例数据", "公", "1:"):
        assert wanted in text, wanted


def test_rows_that_find_no_room_go_on_on_pages_of_their_own(printed, tmp_path) -> None:
    found, folder = printed(rows=300)
    assert found.scales[0] > 0 and set(found.scales[1:]) == {0} and len(found.scales) >= 2
    pages, _, text = read_pdf(tmp_path / "map.pdf")
    assert pages == len(found.pictures) == len(files_in(folder))
    rows = [int(word[1:]) for word in text.split() if word.startswith("行")]
    assert sorted(rows) == list(range(300))


def test_a_thread_of_qt_draws_the_same_page(printed, qgis_app, tmp_path) -> None:
    from qgis.PyQt.QtCore import QThread

    _, folder = printed()
    here = files_in(folder)
    errors = []

    class Worker(QThread):
        def run(self):
            try:
                printed()
            except BaseException as error:
                errors.append(error)

    worker = Worker()
    worker.start()
    assert worker.wait(120_000)
    assert not errors and files_in(folder) == here


def test_an_error_in_the_middle_leaves_nothing(printed, qgis_app, tmp_path) -> None:
    before = files_in(tmp_path)
    with pytest.raises(AttributeError):
        printed(tables=[None])
    assert files_in(tmp_path) == before and not (tmp_path / "maps").exists()


def test_older_files_stay_until_the_new_ones_are_whole(printed, tmp_path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "00_总 图.png").write_bytes(b"older")
    (tmp_path / "maps" / "others.txt").write_bytes(b"others")
    (tmp_path / "map.pdf").write_bytes(b"older")
    before = files_in(tmp_path)
    with pytest.raises(AttributeError):
        printed(tables=[None])
    assert files_in(tmp_path) == before
    printed()
    after = files_in(tmp_path)
    assert after.keys() == before.keys()
    assert after["maps/others.txt"] == b"others" and after["map.pdf"].startswith(b"%PDF")


@given(
    st.floats(1, 2e6), st.floats(1, 2e6), st.sampled_from([(266.0, 240.0), (150.0, 300.0)]), st.floats(0, 0.2)
)
def test_the_scale_is_round_and_the_largest_that_fits(width, height, frame, margin) -> None:
    from ...processing.adapters.layouts.scales import round_scale

    found = round_scale(width, height, *frame, margin)
    digits = str(found).rstrip("0")
    assert digits in {"1", "125", "15", "2", "25", "3", "4", "5", "6", "7", "8", "9"}
    room = 1 - 2 * Fraction(margin)
    needed = max(Fraction(width) * 1000 / (Fraction(frame[0]) * room), Fraction(height) * 1000 / (Fraction(frame[1]) * room), 100)
    assert found >= needed * (1 - Fraction(1, 10**9))
    power = 10 ** math.floor(math.log10(found) - 1)
    smaller = [s * power for s in (5, 6, 7, 8, 9, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90) if s * power < found]
    assert max(smaller) < needed


@given(st.integers(100, 10**7), st.floats(20, 300))
def test_the_bar_fits_and_its_parts_are_round(scale, room) -> None:
    from ...processing.adapters.layouts.scales import bar_length

    length = bar_length(scale, room)
    assert 0.4 * room <= 4 * length * 1000 / scale <= room * 1.000001
    assert f"{length:.6e}".split("e")[0].rstrip("0").rstrip(".") in {"1", "2", "2.5", "5"}


@given(st.text("甲乙，（）ab 12。", max_size=40), st.floats(6, 40))
def test_wrapping_loses_nothing_and_no_line_is_too_wide(text, room) -> None:
    from ...processing.adapters.layouts.texts import text_width, wrapped

    lines = wrapped(text, 9.0, room).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 9.0) <= room or len(line) == 1 for line in lines)


@pytest.mark.parametrize("text,name", [("a/b:c", "a b c"), ("  ..", "_"), ("第1组", "第1组"), ("x" * 99, "x" * 60), ("a\nb.", "a b")])
def test_names_of_files_are_safe(text, name) -> None:
    from ...processing.adapters.layouts.printing import safe_name

    assert safe_name(text) == name


@given(st.lists(st.floats(20, 60), min_size=1, max_size=8), st.integers(6, 12))
def test_names_lie_in_their_areas_and_apart_where_there_is_room(widths, points) -> None:
    from ...processing.adapters.layouts.area_labels import area_labels
    from ...processing.adapters.layouts.texts import text_width

    edges = np.concatenate([[0.0], np.cumsum(widths)]) * 100
    shapes = np.array([shapely.box(WEST + a, SOUTH, WEST + b, SOUTH + 3000) for a, b in zip(edges, edges[1:])], dtype=object)
    texts = ["甲乙组\n某某"] * len(widths)
    mark = np.array([[WEST + edges[1] / 2, SOUTH + 1500]])
    found = area_labels(shapes, texts, points, 100_000, mark, 1.0)
    boxes = []
    for (x, y), size, shape in zip(found.point, found.size, shapes):
        wide, high = text_width("甲乙组", size) * 100, 2 * size * 25.4 / 72 * 1.25 * 100
        boxes.append(shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
        assert shape.buffer(1).contains(shapely.Point(x, y)) and 0.69 * points <= size <= points
        assert shape.buffer(wide * 0.31).contains(boxes[-1])
    for one in range(len(boxes)):
        assert all(boxes[one].intersection(other).area < 1 for other in boxes[one + 1 :])
    assert boxes[0].distance(shapely.Point(*mark[0])) > 0


def test_a_machine_without_chinese_is_refused() -> None:
    from ...core.errors import InputError
    from ...processing.adapters.layouts.fonts import map_font

    with pytest.raises(InputError, match="No font with Chinese"):
        map_font([])
    assert map_font(["Anything", "simhei"]) == "simhei"
    assert map_font(["Anything"]) == "Anything"
