"""Properties of the reader of coordinate files: what is written in any layout is read back, and nothing but InputError
leaves it, whatever the bytes."""

from __future__ import annotations

import io
import math
import zipfile
from decimal import Decimal
from functools import lru_cache

import openpyxl
import pytest
import shapely
from hypothesis import HealthCheck, given, settings, strategies as st

from ...core.errors import InputError
from ...core.exchange.coordinate_text import read_coordinate_text
from ...core.exchange.dxf import read_dxf
from ...core.exchange.plots import ReadingOptions
from ...core.exchange.points_table import read_points_csv, read_points_xlsx
from ...core.exchange.zones import zone_of_epsg
from .coordinate_writer import MadeUpPlot, box, coordinate_text

LAYOUTS = (
    "common_13", "standard_8", "enforcement_4", "onemap_5", "increase_decrease_9", "in_out_balance_4", "supplement_12",
)  # fmt: skip
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OPTIONS = (
    ReadingOptions(),
    ReadingOptions(crs="EPSG:4527", zone=zone_of_epsg(4527), accept_invalid=True),
    ReadingOptions(crs="EPSG:32650", accept_invalid=True),
)


@st.composite
def made_up_rings(draw):
    """A star-shaped outer ring of invented coordinates with 3 to 12 points, perhaps with a small hole in its middle."""
    east = draw(st.decimals("39350000", "39650000", places=3))
    north = draw(st.decimals("1900000", "5900000", places=3))
    corners = draw(st.integers(3, 12))
    radii = draw(st.lists(st.integers(20, 400), min_size=corners, max_size=corners))
    ring = tuple(
        (
            east + Decimal(round(radius * math.sin(2 * math.pi * place / corners) * 1000)) / 1000,
            north + Decimal(round(radius * math.cos(2 * math.pi * place / corners) * 1000)) / 1000,
        )
        for place, radius in enumerate(radii)
    )
    if draw(st.booleans()):
        hole = box(str(east - 1), str(north + 1), "2.000", "2.000")
        outer, inner = (shapely.Polygon([tuple(map(float, p)) for p in r]) for r in (ring, hole))
        return (ring, hole) if outer.contains(inner) else (ring,)
    return (ring,)


names = st.text("甲乙面线点示范（），Ａ1a-/·", max_size=8).map(lambda text: "地" + text)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(names, made_up_rings()), min_size=1, max_size=3, unique_by=lambda made: made[0]), st.booleans()
)
def test_round_trip(layout, made, close):
    plots = [MadeUpPlot(name, rings, number=str(place)) for place, (name, rings) in enumerate(made)]
    file = read_coordinate_text(coordinate_text(layout, plots, close=close).encode(), "made_up.txt")
    assert [plot.name for plot in file.plots] == [plot.name for plot in plots]
    for plot, wanted in zip(file.plots, plots):
        assert plot.layout == layout
        shape = shapely.Polygon(
            [tuple(map(float, p)) for p in wanted.rings[0]],
            [[tuple(map(float, p)) for p in r] for r in wanted.rings[1:]],
        )
        assert plot.polygon.equals_exact(shape, 0.0)
        assert abs(float(plot.area) - shape.area) < 1e-3


@lru_cache(maxsize=None)
def seed_file(layout: str, encoding: str) -> bytes:
    outer, hole = box("39412300.125", "4035100.500"), box("39412320.125", "4035080.500", "10.000", "10.000")
    return coordinate_text(layout, [MadeUpPlot("示范地块", (outer, hole), area="0.7900")]).encode(encoding)


mutations = st.lists(
    st.tuples(st.sampled_from(["cut", "put", "swap"]), st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)
              | st.sampled_from([b",", b"@", b"\r", b"[", b"=", "，".encode(), b"0", b".", b"-", b"\x00", "面".encode()])),
    min_size=1, max_size=6,
)  # fmt: skip


def mutated(data: bytes, changes) -> bytes:
    for kind, where, what in changes:
        place = int(where * len(data))
        end = place + len(what) if kind != "put" else place
        data = data[:place] + (b"" if kind == "cut" else what) + data[end:]
    return data


def read_or_refuse(reader, data):
    for options in OPTIONS:
        try:
            file = reader(data, "fuzz", options)
        except InputError as problem:
            assert str(problem)
            continue
        assert file.plots
        for plot in file.plots:
            assert plot.point_count >= 3 and plot.polygon.geom_type in ("Polygon", "MultiPolygon")
        for notice in file.all_notices:
            assert str(notice.in_full)


@FEW
@given(st.binary(max_size=300))
def test_random_bytes_are_refused_in_words(data):
    for reader in (read_coordinate_text, read_points_csv, read_points_xlsx, read_dxf):
        read_or_refuse(reader, data)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LAYOUTS), st.sampled_from(["utf-8", "gbk", "utf-16"]), mutations)
def test_damaged_files_are_read_or_refused_in_words(layout, encoding, changes):
    read_or_refuse(read_coordinate_text, mutated(seed_file(layout, encoding), changes))


@FEW
@given(st.text(max_size=200).map(lambda text: "[地块坐标]\n4,面,@\nJ1,1,4035100,39412300\n" + text))
def test_random_text_after_a_good_beginning(text):
    read_or_refuse(read_coordinate_text, text.encode("utf-8", "replace"))


TABLE = (
    "点号,圈号,X坐标,Y坐标,地块编号,面积(公顷)\n1,1,4035100.5,39412300,甲,0.8\n"
    "2,1,4035100.5,39412400,,\n3,1,4035020.5,39412400,,\n"
)
DRAWING = (
    "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n5\n1F\n8\n红线\n70\n1\n10\n39412300\n20\n4035100\n"
    "10\n39412400\n20\n4035100\n10\n39412400\n20\n4035000\n0\nENDSEC\n0\nEOF\n"
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations)
def test_damaged_tables_and_drawings(changes):
    read_or_refuse(read_points_csv, mutated(TABLE.encode(), changes))
    read_or_refuse(read_dxf, mutated(DRAWING.encode(), changes))


@lru_cache(maxsize=1)
def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in TABLE.splitlines():
        book.active.append([float(cell) if cell[:1].isdigit() else cell for cell in row.split(",")])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations)
def test_damaged_workbooks(changes):
    read_or_refuse(read_points_xlsx, mutated(workbook(), changes))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations, st.integers(0, 20))
def test_workbooks_with_a_damaged_part(changes, part):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as good, zipfile.ZipFile(target, "w") as bad:
        names = good.namelist()
        for place, name in enumerate(names):
            bad.writestr(name, mutated(good.read(name), changes) if place == part % len(names) else good.read(name))
    read_or_refuse(read_points_xlsx, target.getvalue())
