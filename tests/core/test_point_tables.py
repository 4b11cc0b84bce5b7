"""Point tables, DXF drawings and folders of made-up coordinate files."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from ...core.errors import Cancelled, InputError
from ...core.exchange.batch import find_files, read_batch
from ...core.exchange.dxf import read_dxf
from ...core.exchange.plots import ReadingOptions, Severity
from ...core.exchange.points_table import read_points_csv, read_points_xlsx
from ...core.exchange.zones import Datum, Zone, zone_at, zone_numbered, zone_of_epsg
from .coordinate_writer import MadeUpPlot, box, coordinate_text

CM_117 = ReadingOptions(crs="EPSG:4548", zone=zone_of_epsg(4548))
SQUARE = (("4035100.5", "39412300"), ("4035100.5", "39412400"), ("4035020.5", "39412400"), ("4035020.5", "39412300"))


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def drawing(*entities, head=""):
    return f"{head}0\nSECTION\n2\nENTITIES\n{''.join(entities)}0\nENDSEC\n0\nEOF\n".encode()


def polyline(points, layer="红线", closed=True, handle="1F", extra=""):
    vertices = "".join(f" 10\n{east}\n 20\n{north}\n{extra}" for north, east in points)
    return f"  0\nLWPOLYLINE\n  5\n{handle}\n  8\n{layer}\n 90\n{len(points)}\n 70\n{int(closed)}\n{vertices}"


def old_polyline(points, closed=True):
    vertices = "".join(f"0\nVERTEX\n8\n0\n10\n{east}\n20\n{north}\n30\n0.0\n" for north, east in points)
    return f"0\nPOLYLINE\n5\n2A\n8\n旧线\n66\n1\n10\n0.0\n20\n0.0\n30\n0.0\n70\n{int(closed)}\n{vertices}0\nSEQEND\n8\n旧线\n"


def told(file, severity=None):
    return [str(notice.in_full) for notice in file.all_notices if severity in (None, notice.severity)]


def test_plain_id_x_y():
    rows = "id,x,y\n" + "".join(f"{place},{north},{east[2:]}\n" for place, (north, east) in enumerate(SQUARE, 1))
    (plot,) = read_points_csv(rows.encode(), "plain.csv", CM_117).plots
    assert plot.area == 8000 and plot.crs == "EPSG:4548" and plot.rings[0].labels == ("1", "2", "3", "4")
    with pytest.raises(InputError, match="tell the zone"):
        read_points_csv(rows.encode(), "plain.csv")


def test_tables_with_plots_rings_areas_and_empty_cells():
    rows = [["界址点成果表"], ["地块编号", "点号", "坐标", None, "圈号", "面积（亩）"], [None, None, "X(m)", "Y(m)"]]
    for number, shift in (("甲", 0), ("乙", 500)):
        for place, (north, east) in enumerate((*SQUARE, SQUARE[0]), start=1):
            rows.append(
                [
                    number if place == 1 else None,
                    f"J{place}",
                    float(north),
                    float(east) + shift,
                    1,
                    12 if place == 1 else None,
                ]
            )
            rows.append([None, None, None, None, None, None])
    rows.append(["填表人：", None, None, None])
    file = read_points_xlsx(workbook(("成果表", rows), ("说明", [["虚构"]])), "表.xlsx")
    assert [(plot.number, plot.area, plot.stated_area, plot.area_differs) for plot in file.plots] == [
        ("甲", 8000, 8000, False),
        ("乙", 8000, 8000, False),
    ]
    assert file.crs == "EPSG:4527" and "Sheet “说明” has no columns" in told(file)[0]


def test_a_ring_number_in_a_merged_cell_is_that_of_all_its_rows():
    hole = [("4035090", "39412320"), ("4035090", "39412330"), ("4035080", "39412330"), ("4035080", "39412320")]
    rows = [["地块编号", "圈号", "点号", "X", "Y"]]
    for ring, points in ((1, SQUARE), (2, hole)):
        for place, (north, east) in enumerate((*points, points[0])):
            rows.append(["甲" if ring == 1 and not place else None, None if place else ring, "J1", float(north), float(east)])
    rows += [["乙" if not place else None, None, "J1", float(n), float(e) + 500] for place, (n, e) in enumerate(SQUARE)]
    file = read_points_xlsx(workbook(("表", rows)), "表.xlsx")
    assert [(plot.number, plot.area, len(plot.rings)) for plot in file.plots] == [("甲", 7900, 2), ("乙", 8000, 1)]


def test_a_formula_without_a_result_names_sheet_and_cell():
    rows = [["点号", "X", "Y"], *([place, float(n), float(e)] for place, (n, e) in enumerate(SQUARE, 1))]
    rows[3][1] = "=4035000+20.5"
    with pytest.raises(InputError) as caught:
        read_points_xlsx(workbook(("一号", rows)), "t.xlsx")
    assert str(caught.value) == "t.xlsx, sheet 一号, cell B4: the formula has no stored result; open and save the file"


def test_sheets_without_a_plot_column_are_plots_of_their_own():
    rows = [["点号", "X", "Y"], *([place, float(n), float(e)] for place, (n, e) in enumerate(SQUARE, 1))]
    file = read_points_xlsx(workbook(("一号", rows), ("二号", rows)), "book.xlsx")
    assert [plot.name for plot in file.plots] == ["一号", "二号"]
    assert all(plot.area == 8000 for plot in file.plots)


def test_bad_cells_and_books():
    rows = "点号,X,Y\n1,4035100.5,39412300\n2,,39412400\n3,4035020.5,三九四\n"
    with pytest.raises(InputError) as caught:
        read_points_csv(rows.encode("gbk"), "t.csv")
    assert (
        str(caught.value)
        == "t.csv, line 3: Only one of the two coordinates is given.\nt.csv, line 4: Y “三九四” is not a number."
    )
    with pytest.raises(InputError, match=r"old \.xls format or has a password"):
        read_points_xlsx(b"\xd0\xcf\x11\xe0" + bytes(600), "t.xlsx")
    with pytest.raises(InputError, match="no workbook that can be read"):
        read_points_xlsx(b"PK\x03\x04", "t.xlsx")
    with pytest.raises(InputError, match="no row names columns"):
        read_points_xlsx(workbook(("一", [["甲", "乙"]])), "t.xlsx")


def test_a_bad_cell_of_a_book_of_several_sheets_names_its_sheet():
    rows = [["点号", "X", "Y"], *([place, float(n), float(e)] for place, (n, e) in enumerate(SQUARE, 1))]
    bad = [*rows[:3], [3, "四百万", 39412400], rows[4]]
    with pytest.raises(InputError) as caught:
        read_points_xlsx(workbook(("一号", rows), ("二号", bad)), "t.xlsx")
    assert str(caught.value) == "t.xlsx [二号], line 4: X “四百万” is not a number."


def test_closed_lines_of_a_drawing():
    inner = [("4035090", "39412320"), ("4035090", "39412330"), ("4035080", "39412330"), ("4035080", "39412320")]
    far = [(n, str(int(e) + 500)) for n, e in SQUARE]
    file = read_dxf(
        drawing(
            polyline(SQUARE),
            polyline(inner, handle="20"),
            old_polyline(far),
            polyline(far, closed=False),
            "0\nLINE\n8\n0\n",
        ),
        "图.dxf",
    )
    assert [(plot.number, plot.name, plot.area) for plot in file.plots] == [("1F", "红线", 7900), ("2A", "旧线", 8000)]
    assert file.crs == "EPSG:4527"
    assert tuple(file.plots[0].rings[0].points[0]) == (39412300.0, 4035100.5)
    said = "\n".join(told(file))
    assert "not closed were left out" in said and "LINE × 1" in said and "read as its holes" in said
    assert told(file, Severity.REPAIR) == []


def test_drawings_that_need_work():
    with pytest.raises(InputError, match="has an arc"):
        read_dxf(drawing(polyline(SQUARE, extra=" 42\n0.5\n")), "图.dxf")
    with pytest.raises(InputError, match="no closed line"):
        read_dxf(drawing(polyline(SQUARE, closed=False)), "图.dxf")
    with pytest.raises(InputError, match=r"图\.dxf, line 9: “红线” is no DXF group code"):
        read_dxf(drawing(polyline(SQUARE)).replace(b"  8\n", b""), "图.dxf")
    with pytest.raises(InputError, match="no closed line"):
        read_dxf(drawing(polyline(())), "图.dxf")
    with pytest.raises(InputError, match="binary DXF"):
        read_dxf(b"AutoCAD Binary DXF\r\n\x1a\x00", "图.dxf")


def test_zones_and_codes():
    assert [zone_numbered(number, True).epsg for number in (25, 39, 45, 13, 23)] == [4513, 4527, 4533, 4491, 4501]
    assert [zone_at(meridian, 3).epsg for meridian in (75, 117, 135)] == [4534, 4548, 4554]
    assert [zone_at(meridian, 6).epsg for meridian in (75, 117, 135)] == [4502, 4509, 4512]
    assert zone_numbered(24, True) is None and zone_at(116, 3) is None and zone_at(117, 4) is None
    for datum in Datum:
        for degrees, zones in ((3, range(25, 46)), (6, range(13, 24))):
            for number in zones:
                for prefixed in (True, False):
                    zone = Zone(datum, degrees, number, prefixed)
                    assert zone_of_epsg(zone.epsg) == zone
    assert zone_of_epsg(4490) is None and zone_of_epsg(3857) is None


@pytest.fixture
def folder(tmp_path):
    for name, east, number in (("甲.txt", "39412300", "1"), ("乙.TXT", "39412500", "2")):
        plot = MadeUpPlot(name[0], (box(east, "4035100"),), number=number)
        (tmp_path / name).write_text(coordinate_text("standard_8", [plot]), encoding="gbk")
    return tmp_path


def test_a_folder(folder):
    (folder / "子").mkdir()
    (folder / "子" / "丙.csv").write_text("点号,X,Y\n" + "".join(f"1,{n},{e}\n" for n, e in SQUARE), encoding="utf-8")
    (folder / "老.mdb").write_bytes(b"x")
    (folder / "说明.docx").write_bytes(b"x")
    (folder / "~$表.xlsx").write_bytes(b"x")
    batch = read_batch(find_files(folder))
    assert [plot.file for plot in batch.plots] == ["乙.TXT", "甲.txt"]
    assert "老.mdb is an Access database" in str(batch.notices[0].sentence)
    deep = read_batch(find_files(folder, recursive=True))
    assert [plot.file for plot in deep.plots] == ["乙.TXT", "子/丙.csv", "甲.txt"]


def test_bad_files_stop_the_run_or_are_left_out(folder):
    (folder / "坏.txt").write_text("[地块坐标]\n4,0.8,1,坏的,面,,,,@\nJ1,1,x,39412300\n", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        read_batch(find_files(folder))
    assert str(caught.value) == "坏.txt, line 3: “x” is not a number.\nFile 空.txt is empty."
    batch = read_batch(find_files(folder), skip_bad=True)
    assert [file.file for file in batch.bad] == ["坏.txt", "空.txt"] and len(batch.plots) == 2
    for good in ("甲.txt", "乙.TXT"):
        (folder / good).unlink()
    with pytest.raises(InputError):
        read_batch(find_files(folder), skip_bad=True)


def test_numbers_twice_and_zones_apart(folder):
    twin = MadeUpPlot("丁", (box("38512300", "4035100"),), number="1")
    (folder / "丁.txt").write_text(coordinate_text("standard_8", [twin], zone=38), encoding="utf-8")
    batch = read_batch(find_files(folder))
    assert [str(notice.sentence) for notice in batch.notices] == [
        "Plot number 1 stands 2 times (丁.txt: 11; 甲.txt: 11)."
    ]
    with pytest.raises(InputError, match=r"丁\.txt is in EPSG:4526, 乙\.TXT in EPSG:4527"):
        batch.check_one_crs()
    assert batch.main_crs() == "EPSG:4527"


@pytest.mark.parametrize(
    ("name", "says"), [("a.mdb", "GeoPackage"), ("a.dwg", "DXF"), ("a.xls", ".xlsx"), ("a.shp", "only .txt")]
)
def test_files_to_convert_first(tmp_path, name, says):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError, match=says):
        find_files(tmp_path / name)
    with pytest.raises(InputError, match="holds no"):
        find_files(tmp_path)
    with pytest.raises(InputError, match="no file or folder"):
        find_files(tmp_path / "nothing")


def test_cancelling(folder):
    def cancel(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_batch(find_files(folder), progress=cancel)


def test_areas_are_exact_decimals(tmp_path):
    plot = MadeUpPlot("细", (box("39412300.1234", "4035100.0001", "0.0003", "0.0001"),))
    (tmp_path / "细.txt").write_text(coordinate_text("standard_8", [plot]), encoding="utf-8")
    assert read_batch(find_files(tmp_path)).plots[0].area == Decimal("0.00000003")
