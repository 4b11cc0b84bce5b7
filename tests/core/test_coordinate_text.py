"""Made-up coordinate files in every layout and with every trap; all numbers are invented."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import shapely

from ...core.errors import InputError
from ...core.exchange.coordinate_text import read_coordinate_text
from ...core.exchange.plots import BadFile, ReadingOptions, Severity
from ...core.exchange.zones import zone_of_epsg
from .coordinate_writer import ATTRIBUTES, MadeUpPlot, box, coordinate_text

LAYOUTS = (
    "common_13",
    "standard_8",
    "enforcement_4",
    "onemap_5",
    "increase_decrease_9",
    "in_out_balance_4",
    "supplement_12",
)
OUTER = box("39412300.125", "4035100.500")
HOLE = box("39412320.125", "4035080.500", "10.000", "10.000")
FAR = box("39412600.000", "4035100.000")
SIMPLE = MadeUpPlot("示范地块（虚构）", (OUTER,), area="0.8000")


def read(text, options=None, encoding="utf-8"):
    return read_coordinate_text(text.encode(encoding), "made_up.txt", options)


def told(file, severity=None):
    return [str(notice.in_full) for notice in file.all_notices if severity in (None, notice.severity)]


def reasons(text, options=None):
    with pytest.raises(InputError) as caught:
        read(text, options)
    return str(caught.value)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_recognised_and_gives_the_same_polygons(layout):
    plots = [
        SIMPLE,
        MadeUpPlot("二号地", (FAR,), number="002", area="0.8000"),
        MadeUpPlot("有洞", (OUTER, HOLE), number="3"),
    ]
    file = read(coordinate_text(layout, plots))
    assert [plot.layout for plot in file.plots] == [layout] * 3
    assert [plot.name for plot in file.plots] == ["示范地块（虚构）", "二号地", "有洞"]
    assert file.crs == "EPSG:4527"
    for plot, made in zip(file.plots, plots):
        wanted = shapely.Polygon(
            [tuple(map(float, point)) for point in made.rings[0]],
            [[tuple(map(float, point)) for point in ring] for ring in made.rings[1:]],
        )
        assert plot.polygon.equals_exact(wanted, 0.0)
    assert file.plots[0].area == 8000 and file.plots[2].area == 7900
    assert told(file, Severity.WARNING) == []
    repairs = told(file, Severity.REPAIR)
    assert repairs == [] if layout != "in_out_balance_4" else len(repairs) == 1  # the lone returns


def test_attributes_of_the_long_layouts():
    common = read(coordinate_text("common_13", [SIMPLE])).plots[0].attributes
    assert (common["DKYT"], common["DLBM"], common["TFH"], common["TXSX"]) == ("工业用地", "0601", "I49G001002", "面")
    assert (common["TBLX"], common["GZQ"], common["GZH"], common["BZ"]) == ("20", "7", "6", "备注一")
    supplement = read(coordinate_text("supplement_12", [SIMPLE])).plots[0].attributes
    assert (supplement["SSNF"], supplement["PDJB"], supplement["ZLDJ"], supplement["DL"]) == ("2026", "2", "8", "旱地")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding, end):
    file = read(coordinate_text("standard_8", [SIMPLE]).replace("\n", end), encoding=encoding)
    assert file.plots[0].name == "示范地块（虚构）"
    assert file.plots[0].line == 11
    assert file.plots[0].area == 8000
    assert any("carriage return" in sentence for sentence in told(file)) == (end == "\r")


def test_blocks_and_keys_are_kept():
    project = "[项目信息]\n项目名称=虚构项目\n是否增减挂钩项目=否\n[别的块]\n甲=乙\n"
    file = read(project + coordinate_text("standard_8", [SIMPLE]))
    assert file.blocks["项目信息"] == {"项目名称": "虚构项目", "是否增减挂钩项目": "否"}
    assert file.blocks["别的块"] == {"甲": "乙"}
    assert file.blocks["属性描述"]["带号"] == "39"


@pytest.mark.parametrize("style", ["J{0}", "J{0:02d}", "{0}", "T-{0}"])
@pytest.mark.parametrize("close", [True, False])
@pytest.mark.parametrize("restart", [True, False])
def test_labels_and_closing_points(style, close, restart):
    plot = MadeUpPlot("有洞", (OUTER, HOLE), area="0.7900")
    file = read(coordinate_text("standard_8", [plot], style=style, close=close, restart=restart))
    assert file.plots[0].area == 7900
    assert file.plots[0].point_count == 8
    assert file.plots[0].rings[0].labels[0] == style.format(1)
    closed = [sentence for sentence in told(file, Severity.REPAIR) if "closing point" in sentence]
    assert bool(closed) == (not close)
    if not close:
        assert "lines 15, 19" in closed[0]


def test_a_count_that_lies_is_told():
    text = coordinate_text("standard_8", [SIMPLE]).replace("\n4,", "\n17,")
    assert told(read(text), Severity.REPAIR) == [
        "made_up.txt, line 11: The plot row states 17 points, 4 were found and read."
    ]
    for right in ("4", "5"):  # distinct points, or every row
        assert told(read(text.replace("\n17,", f"\n{right},"))) == []


def test_north_and_east_the_wrong_way_round():
    rows = coordinate_text("standard_8", [SIMPLE]).splitlines()
    swapped = [
        ",".join((*row.split(",")[:2], *reversed(row.split(",")[2:]))) if row.startswith("J") else row for row in rows
    ]
    file = read("\n".join(swapped))
    assert file.plots[0].polygon.equals_exact(read("\n".join(rows)).plots[0].polygon, 0)
    assert "swapped (lines 12–16)" in told(file, Severity.REPAIR)[0]


def test_zone_from_coordinates_header_or_parameter():
    no_zone = coordinate_text("standard_8", [SIMPLE]).replace("带号=39", "带号=")
    assert read(no_zone).crs == "EPSG:4527"
    assert told(read(no_zone), Severity.REPAIR) == [
        "made_up.txt, line 7: The header gives no zone; zone 39 was taken from the coordinates."
    ]
    wrong = coordinate_text("standard_8", [SIMPLE], zone=40)
    assert read(wrong).crs == "EPSG:4527"
    assert told(read(wrong), Severity.REPAIR) == [
        "made_up.txt, line 7: The header says zone 40, the coordinates say 39; the coordinates were believed."
    ]
    short = coordinate_text("standard_8", [SIMPLE]).replace(",394", ",4")
    assert read(short).crs == "EPSG:4548"
    assert read(short).plots[0].rings[0].points[0][0] == 412300.125
    meridian = short.replace("带号=39", "中央子午线=117°")
    assert read(meridian).crs == "EPSG:4548"
    assert read(short.replace("带号=39", "带号=117")).crs == "EPSG:4548"
    none = short.replace("带号=39", "带号=")
    assert "Neither the coordinates nor the header tell the zone" in reasons(none)
    chosen = read(none, ReadingOptions(crs="EPSG:4527", zone=zone_of_epsg(4527)))
    assert chosen.crs == "EPSG:4548"  # the same zone, eastings without prefix
    assert "the chosen EPSG:4548 was taken" in told(chosen, Severity.REPAIR)[0]


def test_every_repair_names_a_line():
    no_header = coordinate_text("standard_8", [SIMPLE]).replace("带号=39\n", "").replace("几度分带=3", "几度分带=6")
    repairs = [
        notice for notice in read(no_header.replace("\n", "\r")).all_notices if notice.severity is Severity.REPAIR
    ]
    assert sorted(notice.line for notice in repairs) == [1, 4, 11]


def test_six_degree_zones_and_older_datums():
    six = coordinate_text("standard_8", [SIMPLE], zone=20).replace(",394", ",204").replace("几度分带=3", "几度分带=6")
    assert read(six).crs == "EPSG:4498"
    assert told(read(six)) == []
    assert read(six.replace("2000国家大地坐标系", "1980西安坐标系")).crs == "EPSG:2334"
    assert read(six.replace("2000国家大地坐标系", "北京54坐标系")).crs == "EPSG:21420"
    assert "“本地坐标系” of the header is not known" in reasons(six.replace("2000国家大地坐标系", "本地坐标系"))


def test_two_zones_in_one_file_are_refused():
    far = MadeUpPlot("邻带", (box("38512300.000", "4035100.000"),))
    text = reasons(coordinate_text("standard_8", [SIMPLE, far]))
    assert text == "made_up.txt, line 18: Line 12 is in zone 39, line 18 in zone 38; one file holds one zone."


def test_a_system_of_the_users_choice_believes_the_layout():
    rows = "[地块坐标]\n4,0.8,1,独立坐标系,面,,,,@\nJ1,1,500,300\nJ2,1,500,400\nJ3,1,420,400\nJ4,1,420,300\n"
    file = read(rows, ReadingOptions(crs="EPSG:32650"))
    assert file.crs == "EPSG:32650" and file.plots[0].area == 8000
    assert tuple(file.plots[0].rings[0].points[0]) == (300.0, 500.0)


def test_full_width_signs():
    text = coordinate_text("standard_8", [SIMPLE])
    wide = text.replace("J2,1,4035100.500,39412400.125", "Ｊ２，１，４０３５１００．５００，３９４１２４００．１２５")
    file = read(wide)
    assert file.plots[0].polygon.equals_exact(read(text).plots[0].polygon, 0)
    assert told(file, Severity.REPAIR) == [
        "made_up.txt, line 13: Full-width digits or commas were read as half-width (lines 13)."
    ]
    assert read(text.replace("J2,1,4", "J2；1;4").replace("J3,1,", "J3\t1\t")).plots[0].area == 8000


def test_names_with_commas():
    comma = replace(SIMPLE, name="甲公司,南地块")
    file = read(coordinate_text("standard_8", [comma]))
    assert file.plots[0].name == "甲公司,南地块" and file.plots[0].attributes["DLBM"] == "0601"
    assert "The name holds commas" in told(file, Severity.REPAIR)[0]
    wide = read(coordinate_text("standard_8", [replace(SIMPLE, name="甲公司，南地块")]))
    assert wide.plots[0].name == "甲公司，南地块" and told(wide) == []


def test_holes_and_parts_are_told_by_where_they_lie():
    parts = read(coordinate_text("standard_8", [MadeUpPlot("两块", (OUTER, FAR, HOLE))])).plots[0]
    assert parts.polygon.geom_type == "MultiPolygon"
    assert [len(part.interiors) for part in parts.polygon.geoms] == [1, 0]
    assert parts.area == 8000 + 8000 - 100
    inside_first = read(coordinate_text("standard_8", [MadeUpPlot("洞在前", (HOLE, OUTER))]))
    assert inside_first.plots[0].area == 7900
    assert "first ring lies inside ring 2" in told(inside_first, Severity.REPAIR)[0]
    island = box("39412322.125", "4035078.500", "2.000", "2.000")
    nested = read(coordinate_text("standard_8", [MadeUpPlot("洞中岛", (OUTER, HOLE, island))])).plots[0]
    assert nested.polygon.geom_type == "MultiPolygon" and nested.area == 7904


def test_rings_with_one_number_are_told_apart_at_the_closing_point():
    text = coordinate_text("standard_8", [MadeUpPlot("有洞", (OUTER, HOLE))]).replace(",2,4", ",1,4")
    file = read(text)
    assert file.plots[0].area == 7900
    assert "A new ring begins after the closing point" in told(file, Severity.REPAIR)[0]


def test_points_printed_twice_and_closing_points_that_do_not_close():
    text = coordinate_text("standard_8", [SIMPLE])
    twice = text.replace("J2,1,4035100.500,39412400.125\n", "J2,1,4035100.500,39412400.125\n" * 2)
    assert read(twice).plots[0].point_count == 4
    assert "Points printed twice in a row were read once (lines 14)" in told(read(twice), Severity.REPAIR)[0]
    gap = text[:-1].rsplit("\n", 1)[0] + "\nJ1,1,4035100.500,39412300.123\n"
    assert "closes the ring but lies 0.002 m from its first point on line 12" in told(read(gap), Severity.WARNING)[0]


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        ("0.8000", None),
        ("0.80", None),
        ("0.8001", None),  # the default tolerance is one unit of the fourth decimal
        ("0.8002", "stated area is 0.8002 ha, the border encloses 0.8000 ha (difference -2.00 m²)"),
        ("8000.00", "agrees with the border in m², not in ha"),
        ("12.0000", "agrees with the border in mu, not in ha"),
        ("8000平方米", None),
        ("12亩", None),
        ("约八千", "“约八千” is not a number"),
        ("", None),
    ],
)
def test_stated_areas(stated, says):
    file = read(coordinate_text("standard_8", [replace(SIMPLE, area=stated)]))
    assert told(file) == [] if says is None else says in told(file)[0]


def test_the_header_may_give_the_unit_of_area():
    text = coordinate_text("standard_8", [replace(SIMPLE, area="12.00")]).replace("计量单位=米", "面积单位=亩")
    plot = read(text).plots[0]
    assert plot.stated_area == 8000 and not plot.area_differs
    strict = read(
        coordinate_text("standard_8", [replace(SIMPLE, area="0.8001")]), ReadingOptions(area_tolerance=Decimal(0))
    )
    assert strict.plots[0].area_differs


def test_what_is_missing_is_told():
    text = coordinate_text("standard_8", [SIMPLE])
    no_at = read(text.replace(",@", ""))
    assert no_at.plots[0].name == SIMPLE.name and "without the closing @" in told(no_at, Severity.REPAIR)[0]
    no_block = read(text.replace("[地块坐标]\n", ""))
    assert "[地块坐标] is missing" in told(no_block, Severity.REPAIR)[0]
    only_points = read("\n".join(row for row in text.splitlines() if row.startswith("J")))
    assert only_points.plots[0].area == 8000 and only_points.crs == "EPSG:4527"
    assert "without a plot row" in told(only_points, Severity.REPAIR)[0]
    short = read(text.replace("面,,工业用地,0601,@", "面,@"))
    assert "has 5 fields, its layout 8" in told(short, Severity.REPAIR)[0]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("J2,1,4035100.500,", "J2,1,40351oo.500,", "line 13: “40351oo.500” is not a number."),
        ("J2,1,4035100.500,", "J2,1,4.0351E+06,", "line 13: “4.0351E+06” is not a number."),
        ("J2,1,4035100.500,39412400.125", "J2,1,36.45,115.98", "line 13: 36.45, 115.98 are degrees"),
        (
            "J2,1,4035100.500,39412400.125",
            "J2,1,9035100.5,39412400.125",
            "line 13: 9035100.5, 39412400.125 lie nowhere",
        ),
        ("J2,1,4035100.500,39412400.125", "J2,1,4035100.500", "line 13: “J2,1,4035100.500” has no pair"),
        ("J2,1,4035100.500,39412400.125", "下面是第二点", "line 13: “下面是第二点” is neither a plot nor"),
        (",面,", ",线,", "line 11: The plot row says “线”; only areas"),
    ],
)
def test_bad_rows_give_the_line_and_the_reason(old, new, says):
    assert f"made_up.txt, {says}" in reasons(coordinate_text("standard_8", [SIMPLE]).replace(old, new))


def test_rings_that_enclose_nothing():
    text = coordinate_text("standard_8", [SIMPLE])
    assert "line 17: The plot that begins here has no boundary points." in reasons(text + "4,1,2,空的,面,,,,@\n")
    two = "4,1,2,两点,面,,,,@\nJ1,1,4035100,39412300\nJ2,1,4035100,39412400\nJ1,1,4035100,39412300\n"
    assert "line 18: The ring that begins here has fewer than three different points." in reasons(text + two)
    flat = two + "J3,1,4035100,39412500\nJ4,1,4035100,39412300\n"
    assert "encloses no area" in reasons(text + flat.replace("J1,1,4035100,39412300\nJ3", "J3"))


def test_a_border_that_crosses_itself_is_refused_or_kept_as_it_is():
    crooked = (OUTER[0], OUTER[2], OUTER[1], OUTER[3])
    text = coordinate_text("standard_8", [SIMPLE, MadeUpPlot("蝴蝶", (crooked,), number="2")])
    said = "Plot 蝴蝶: the border crosses itself near north 4035060.500, east 39412350.125."
    assert reasons(text) == f"made_up.txt, line 18: {said}"
    kept = read(text, ReadingOptions(accept_invalid=True)).plots[1]
    assert not kept.valid and kept.polygon.equals_exact(
        shapely.Polygon([tuple(map(float, point)) for point in crooked]), 0
    )
    assert any("It was kept as it is." in str(notice.in_full) for notice in kept.notices)


def test_every_bad_row_of_a_file_is_listed():
    text = coordinate_text("standard_8", [SIMPLE]).replace("J2,1,4", "J2,1,x").replace("J3,1,4", "J3,1,y")
    with pytest.raises(BadFile) as caught:
        read(text)
    assert [str(reason)[:22] for reason in caught.value.reasons] == ["made_up.txt, line 13: ", "made_up.txt, line 14: "]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office file"),
        (b"PK\x03\x04....", "zipped"),
        (b"AC1032....", ".dwg"),
        (b"\x00\x01\x00\x00Standard Jet DB", "Access"),
        ("[地块坐标]\n4,面\n".encode() + b"\xff\xff\xff", "line 3: the characters are neither UTF-8 nor GBK"),
        ("你好，世界\n".encode(), "There is no plot in it"),
        (ATTRIBUTES.encode(), "There is no plot in it"),
    ],
)
def test_files_that_are_no_coordinate_texts(data, says):
    with pytest.raises(InputError, match=says):
        read_coordinate_text(data, "made_up.txt")


@pytest.mark.skipif("LANDLEDGER_REAL_COORDINATES" not in os.environ, reason="names a real file of 65 points, 5.7089 ha")
def test_a_real_file():
    path = Path(os.environ["LANDLEDGER_REAL_COORDINATES"])
    file = read_coordinate_text(path.read_bytes(), path.name)
    (plot,) = file.plots
    assert file.crs == "EPSG:4528" and plot.layout == "standard_8"
    # 66 rows with the closing one; the border gives 57089.50 m², a hair above the stated 5.7089 ha.
    assert plot.point_count == 65 and plot.attributes["JZDS"] == "66"
    assert plot.stated_area == 57089 and not plot.area_differs
    assert abs(shapely.area(plot.polygon) - float(plot.area)) < 1e-3
    assert plot.rings[0].labels[0] == "J01" and not file.all_notices


def test_rows_that_went_through_a_spreadsheet():
    text = coordinate_text("standard_8", [SIMPLE])
    file = read("\n".join(row + ",,,," for row in text.splitlines()))
    assert file.plots[0].name == SIMPLE.name and file.plots[0].area == 8000 and told(file) == []
    assert file.crs == "EPSG:4527"


def test_in_out_balance_rows_of_one_feature():
    """Holes stand under a row of their own; plots that share name and number but lie apart stay plots."""
    both = [MadeUpPlot("甲", (OUTER, HOLE)), MadeUpPlot("甲", (FAR,))]
    assert [plot.area for plot in read(coordinate_text("in_out_balance_4", both)).plots] == [7900, 8000]
    alone = coordinate_text("in_out_balance_4", [MadeUpPlot("甲", (OUTER, HOLE, FAR))])
    file = read(alone)
    assert [plot.area for plot in file.plots] == [7900, 8000]
    assert "rings of one plot" in "\n".join(told(file, Severity.REPAIR))


@pytest.mark.parametrize("layout", ["increase_decrease_9", "in_out_balance_4"])
def test_layouts_that_only_say_x_and_y_are_read_either_way(layout):
    text = coordinate_text(layout, [SIMPLE])
    turned = text
    for east, north in OUTER:
        turned = turned.replace(f"{east},{north}", f"{north},{east}")
    assert turned != text
    assert read(turned).plots[0].polygon.equals_exact(read(text).plots[0].polygon, 0)
    assert not [sentence for sentence in told(read(turned)) if "swapped" in sentence]
