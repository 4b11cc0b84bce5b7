"""Zones, coordinates that contradict their system, and re-projection against QGIS point by point and PROJ's formulas."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsRectangle,
)

from ...core.columns import Columns
from ...core.ellipsoid import GaussZone
from ...core.errors import Cancelled, InputError
from ...core.exchange.point_list import PointNumbers, PointSettings
from ...processing.adapters.crs import (
    boxes_in,
    gauss_zone,
    reproject,
    require_plausible,
    require_same_crs,
    same_plane,
)

ESRI = (
    'PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",'
    'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],'
    'UNIT["Meter",1.0]]'
)
CONTEXT = QgsCoordinateTransformContext()


@pytest.fixture(autouse=True)
def _qgis(qgis_app):
    return qgis_app


def epsg(code: int) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem(f"EPSG:{code}")
    assert crs.isValid()
    return crs


def wkt(text: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem()
    assert crs.createFromWkt(text)
    return crs


def proj(text: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem()
    assert crs.createFromProj(text)
    return crs


@pytest.mark.parametrize(
    ("code", "meridian", "false_easting"),
    [(4527, 117, 39500000), (4548, 117, 500000), (4526, 114, 38500000), (4528, 120, 40500000), (4547, 114, 500000)],
)
def test_zones(code, meridian, false_easting):
    assert gauss_zone(epsg(code), "图斑") == GaussZone(meridian * 3600, false_easting)


def test_zone_of_other_writings():
    zone = GaussZone(117 * 3600, 39500000.0)
    assert gauss_zone(wkt(ESRI), "图斑") == zone
    six_degrees = proj("+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=20500000 +y_0=0 +ellps=GRS80 +units=m")
    assert gauss_zone(six_degrees, "图斑") == GaussZone(117 * 3600, 20500000.0)
    renamed = ESRI.replace("CGCS2000_3_Degree_GK_Zone_39", "本地坐标系").replace("D_China_2000", "D_Local")
    assert gauss_zone(wkt(renamed), "图斑") == zone
    assert (
        gauss_zone(proj("+proj=tmerc +lon_0=117 +x_0=39500000 +a=6378137 +rf=298.257222101 +units=m"), "图斑") == zone
    )
    local = ESRI.replace('Central_Meridian",117.0', 'Central_Meridian",116.25').replace("39500000.0", "500000.0")
    assert gauss_zone(wkt(local), "图斑") == GaussZone(418500, 500000.0)


@pytest.mark.parametrize(
    "crs",
    [
        lambda: epsg(4490),
        lambda: epsg(3826),
        lambda: epsg(32650),
        lambda: epsg(3857),
        lambda: epsg(2436),
        lambda: wkt(ESRI.replace('False_Northing",0.0', 'False_Northing",-4000000.0')),
        lambda: wkt(ESRI.replace('Scale_Factor",1.0', 'Scale_Factor",0.9999')),
        lambda: wkt(ESRI.replace('Meter",1.0', 'Foot",0.3048')),
        lambda: proj("+proj=tmerc +lon_0=117 +x_0=500000 +a=6378137 +rf=298.257223563 +units=m"),
    ],
)
def test_no_zone(crs):
    with pytest.raises(InputError, match="图斑") as raised:
        gauss_zone(crs(), "图斑")
    assert "no Gauss-Kruger zone of CGCS2000" in str(raised.value)


def test_no_crs():
    with pytest.raises(InputError) as raised:
        gauss_zone(QgsCoordinateReferenceSystem(), "图斑")
    assert str(raised.value) == "Layer 图斑 has no coordinate reference system; set it first."


def test_prefix_of_one_zone_and_meridian_of_another():
    with pytest.raises(InputError) as raised:
        gauss_zone(wkt(ESRI.replace('Central_Meridian",117.0', 'Central_Meridian",114.0')), "图斑")
    assert "39500000 is that of zone 39, the central meridian 114° is not" in str(raised.value)


@pytest.mark.parametrize(
    ("code", "bounds", "words"),
    [
        (4490, (39500000, 4000000, 39500100, 4000100), "are metres, but"),
        (4490, (500000, 4000000, 500100, 4000100), "are metres, but"),
        (4527, (116.5, 36.1, 116.6, 36.2), "are degrees, but"),
        (4527, (38500000, 4000000, 38500100, 4000100), "begin with 38, but"),
        (4527, (500000, 4000000, 500100, 4000100), "carry no zone number"),
        (4548, (39500000, 4000000, 39500100, 4000100), "begin with the zone number 39"),
        (4527, (4000000, 39500000, 4000100, 39500100), "are swapped"),
        (4548, (4000000, 500000, 4000100, 500100), "are swapped"),
    ],
)
def test_coordinates_that_can_not_belong(code, bounds, words):
    for some in (bounds, QgsRectangle(*bounds)):
        with pytest.raises(InputError) as raised:
            require_plausible(epsg(code), "图斑", some)
        assert words in str(raised.value) and "图斑" in str(raised.value)
    if code != 4490:
        with pytest.raises(InputError):
            gauss_zone(epsg(code), "图斑", bounds)


@pytest.mark.parametrize(
    ("code", "bounds"),
    [
        (4490, (115.3, 35.8, 116.6, 37.1)),
        (4527, (39350000, 3960000, 39460000, 4110000)),
        (4548, (350000, 3960000, 460000, 4110000)),
        (3826, (150000, 2400000, 250000, 2700000)),
        (4527, (np.inf, np.inf, -np.inf, -np.inf)),
        (4527, (np.nan,) * 4),
    ],
)
def test_coordinates_that_can(code, bounds):
    require_plausible(epsg(code), "图斑", bounds)


def test_no_extent():
    require_plausible(epsg(4527), "图斑", QgsRectangle())


def test_same_plane():
    assert same_plane(epsg(4527), wkt(ESRI))
    assert same_plane(epsg(4527), epsg(4527))
    assert not same_plane(epsg(4527), epsg(4548))
    assert not same_plane(epsg(4527), epsg(4526))
    assert not same_plane(epsg(4490), epsg(4326))
    assert not same_plane(epsg(4527), epsg(4490))
    assert not same_plane(epsg(4527), QgsCoordinateReferenceSystem())


def test_layers_in_two_zones():
    survey = SimpleNamespace(name="图斑", crs=epsg(4527))
    near = SimpleNamespace(name="红线", crs=wkt(ESRI))
    other = SimpleNamespace(name="永农", crs=epsg(4526))
    assert require_same_crs(survey, [near], reproject=False) == ()
    with pytest.raises(InputError) as raised:
        require_same_crs(survey, [near, other], reproject=False)
    assert str(raised.value) == (
        "Layer 永农 is in EPSG:4526 - CGCS2000 / 3-degree Gauss-Kruger zone 38, layer 图斑 in EPSG:4527 - CGCS2000 / "
        "3-degree Gauss-Kruger zone 39; bring them into one system, or allow reprojection."
    )
    (notice,) = require_same_crs(survey, [near, other], reproject=True)
    assert "Layer 永农 was brought from EPSG:4526" in str(notice)


def columns_in(crs: QgsCoordinateReferenceSystem, geometry: list) -> Columns:
    shapes = np.empty(len(geometry), dtype=object)
    shapes[:] = geometry
    return Columns("永农", np.arange(len(geometry)), shapes, {}, "", crs.authid())


@pytest.mark.parametrize(("source", "target"), [(4526, 4527), (4527, 4526), (4490, 4527), (4527, 4490), (4548, 4527)])
def test_reprojection_is_that_of_qgis(source, target):
    one, other = epsg(source), epsg(target)
    unit = 1.0 if source != 4490 else 1 / 111320
    x, y = {4526: (38630000, 4030000), 4527: (39365000, 4030000), 4490: (115.5, 36.4), 4548: (365000, 4030000)}[source]
    shell = np.array([(0, 0), (900, 30), (870, 1000), (-20, 950)]) * unit + (x, y)
    hole = np.array([(100, 100), (140, 100), (120, 160)]) * unit + (x, y)
    shape = shapely.polygons(shapely.linearrings(shell), [shapely.linearrings(hole)])
    parts = shapely.multipolygons([shape, shapely.box(x + 2000 * unit, y, x + 2010 * unit, y + 10 * unit)])
    columns = columns_in(one, [shape, None, parts, shapely.from_wkt("POLYGON EMPTY")])
    moved = reproject(columns, one, other, CONTEXT)
    assert moved.crs == other.authid() and moved.name == "永农"
    assert moved.geometry[1] is None and shapely.is_empty(moved.geometry[3])
    cut = shapely.segmentize(columns.geometry, 50 * unit if source != 4490 else 50 / (np.pi / 180 * 6378137))
    before, after = shapely.get_coordinates(cut), shapely.get_coordinates(moved.geometry)
    assert len(before) == len(after) > 100
    transform = QgsCoordinateTransform(one, other, CONTEXT)
    points = [transform.transform(QgsPointXY(*place)) for place in before]
    scale = 1e-6 if target != 4490 else 1e-11
    np.testing.assert_allclose(after, [(point.x(), point.y()) for point in points], rtol=0, atol=scale)
    back = reproject(moved, other, one, CONTEXT)
    assert np.abs(shapely.area(back.geometry[[0, 2]]) / shapely.area(columns.geometry[[0, 2]]) - 1).max() < 1e-7
    assert shapely.area(columns.geometry[0]) == shapely.area(shape), "the columns given stay as they are"


def test_vertices_on_cut_edges_are_no_boundary_points() -> None:
    """A plot of 400 m × 300 m with a hole, brought to the next zone: the form lists its own eight corners."""
    shape = shapely.box(38_660_000, 4_036_000, 38_660_400, 4_036_300) - shapely.box(
        38_660_100, 4_036_100, 38_660_200, 4_036_200
    )
    geometry = np.array([shape], dtype=object)
    columns = Columns("hx", np.array([1]), geometry, {}, "", "EPSG:4526")
    moved = reproject(columns, epsg(4526), epsg(4527), CONTEXT)
    assert shapely.get_num_coordinates(moved.geometry[0]) > 30
    kept = moved.take(np.array([0])).with_geometry(moved.geometry)
    points = PointNumbers(PointSettings()).points(kept.geometry[0], kept.added)
    assert [point.label for point in points] == ["J1", "J2", "J3", "J4", "J1", "J5", "J6", "J7", "J8", "J5"]
    assert [round(point.side or 0) for point in points] == [400, 300, 400, 300, 0, 100, 100, 100, 100, 0]
    transform = QgsCoordinateTransform(epsg(4526), epsg(4527), CONTEXT)
    first = transform.transform(QgsPointXY(38_660_000, 4_036_300))
    assert (float(points[0].east), float(points[0].north)) == pytest.approx((first.x(), first.y()), abs=5.1e-4)


def test_same_plane_is_not_touched():
    columns = columns_in(epsg(4527), [shapely.box(39500000, 4000000, 39501000, 4001000)])
    assert reproject(columns, epsg(4527), wkt(ESRI), CONTEXT) is columns


def test_many_vertices_in_chunks_and_cancel():
    west = 38630000 + 2 * np.arange(60000)
    columns = columns_in(epsg(4526), list(shapely.box(west, 4030000, west + 50, 4030050)))
    moved = reproject(columns, epsg(4526), epsg(4527), CONTEXT)
    transform = QgsCoordinateTransform(epsg(4526), epsg(4527), CONTEXT)
    for row in (0, 1499, 30000, 59999):
        expected = [
            tuple(transform.transform(QgsPointXY(*place))) for place in shapely.get_coordinates(columns.geometry[row])
        ]
        np.testing.assert_allclose(shapely.get_coordinates(moved.geometry[row]), expected, rtol=0, atol=1e-6)

    def cancelled(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        reproject(columns, epsg(4526), epsg(4527), CONTEXT, cancelled)


def test_places_outside_the_other_system():
    columns = columns_in(epsg(4527), [shapely.box(1e9, 1e9, 1e9 + 10, 1e9 + 10)])
    with pytest.raises(InputError, match="永农"):
        reproject(columns, epsg(4527), epsg(4526), CONTEXT)


def test_boxes_hold_what_they_held():
    one, other = epsg(4527), epsg(4526)
    boxes = np.array([[39350000.0, 4000000, 39390000, 4020000], [39360000, 4010000, 39360001, 4010001]])
    moved = boxes_in(boxes, one, other, CONTEXT)
    transform = QgsCoordinateTransform(one, other, CONTEXT)
    random = np.random.default_rng(5)
    for box, (west, south, east, north) in zip(boxes, moved):
        edge = np.concatenate(
            [random.uniform(0, 1, (200, 2)), [(0, 0.3), (1, 0.3), (0.3, 0), (0.3, 1), (0, 0), (1, 1)]]
        )
        for place in edge * (box[2:] - box[:2]) + box[:2]:
            point = transform.transform(QgsPointXY(*place))
            assert west < point.x() < east and south < point.y() < north
        assert (east - west) < 1.1 * (box[2] - box[0]) + 1500
    assert boxes_in(boxes, one, one, CONTEXT) is boxes
    assert boxes_in(np.empty((0, 4)), one, other, CONTEXT).shape == (0, 4)
