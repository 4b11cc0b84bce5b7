"""The made-up county: a coverage to the last bit, the same each time, as large as asked, and coherent."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
import shapely

ogr = pytest.importorskip("osgeo.ogr")

from ...benchmarks import county  # noqa: E402
from ...benchmarks.bulk_geopackage import add_layer, create  # noqa: E402

PARCELS = 1500


@pytest.fixture(scope="module")
def drawn() -> county.County:
    return county.draw_county(PARCELS, seed=5)


def _directed(shapes: np.ndarray) -> Counter:
    """Every border segment with its direction, outer rings counter-clockwise and holes clockwise."""
    rings = shapely.get_rings(shapely.orient_polygons(shapes))
    counted: Counter = Counter()
    for ring in rings:
        points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
        counted.update(zip(points, points[1:]))
    return counted


def _exact(shapes: np.ndarray) -> Fraction:
    """Twice the signed area of all rings, in exact numbers."""
    total = Fraction(0)
    for ring in shapely.get_rings(shapely.orient_polygons(shapes)):
        points = [(Fraction(x), Fraction(y)) for x, y in shapely.get_coordinates(ring).tolist()]
        total += sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))
    return total


def test_coverage_has_neither_gap_nor_overlap(drawn):
    shapes = drawn.layers["DLTB"][1]
    assert len(shapes) == PARCELS
    assert shapely.is_valid(shapes).all()
    counted = _directed(shapes)
    assert max(counted.values()) == 1
    outside = [segment for segment in counted if segment[::-1] not in counted]
    # What has one side only is one closed line: the outline of the county.
    outline = shapely.polygonize(shapely.linestrings(np.array(outside))[:, None].ravel())
    assert shapely.get_num_geometries(outline) == 1
    whole = shapely.get_geometry(outline, 0)
    assert _exact(shapes) == _exact(np.array([whole], dtype=object))


def test_vertices_are_as_many_as_asked(drawn):
    vertices = int(shapely.get_num_coordinates(drawn.layers["DLTB"][1]).sum())
    assert abs(vertices / PARCELS - county.VERTICES_A_PARCEL) < 1.0


def test_same_seed_same_county(drawn):
    again = county.draw_county(PARCELS, seed=5)
    for name, (_, shapes, columns) in drawn.layers.items():
        _, others, values = again.layers[name]
        assert [shape.wkb for shape in shapes] == [shape.wkb for shape in others]
        for field, column in columns.items():
            if isinstance(column, np.ndarray):
                assert column.tolist() == values[field].tolist() or column.dtype.kind == "f"
    other = county.draw_county(PARCELS, seed=6)
    assert other.layers["DLTB"][1][0].wkb != drawn.layers["DLTB"][1][0].wkb


def test_attributes_are_coherent(drawn):
    columns = drawn.layers["DLTB"][2]
    cents = {name: np.rint(columns[name] * 100).astype(int) for name in ("TBMJ", "KCMJ", "TBDLMJ")}
    assert (cents["TBMJ"] == cents["KCMJ"] + cents["TBDLMJ"]).all()
    cultivated = np.array([code.startswith("01") for code in columns["DLBM"]])
    assert cultivated.any() and (np.array([level is not None for level in columns["GDPDJB"]]) == cultivated).all()
    assert (columns["KCXS"][~cultivated] == 0).all()
    assert len(set(columns["BSM"])) == PARCELS
    plane = shapely.area(drawn.layers["DLTB"][1])
    # Beside the central meridian the plane is larger by some parts in a million only.
    assert np.abs(columns["TBMJ"] / plane - 1).max() < 1e-3


def test_villages_hold_the_sums_of_their_parcels(drawn):
    columns = drawn.layers["DLTB"][2]
    sums: Counter = Counter()
    for code, area in zip(columns["ZLDWDM"], np.rint(columns["TBMJ"] * 100).astype(int).tolist()):
        sums[code[:12]] += area
    villages = drawn.layers["XZQ"][2]
    assert sums == dict(zip(villages["XZQDM"], np.rint(villages["DCMJ"] * 100).astype(int).tolist()))


def test_control_borders_are_less_than_a_millimetre_off(drawn):
    parcels = shapely.multipoints(shapely.get_coordinates(drawn.layers["DLTB"][1]))
    corners = shapely.STRtree(shapely.get_parts(parcels))
    for name in ("YJJBNT", "STBHHX", "CZKFBJ"):
        shapes = drawn.layers[name][1]
        assert len(shapes) and shapely.is_valid(shapes).all()
        _, distance = corners.query_nearest(
            shapely.points(shapely.get_coordinates(shapes)), return_distance=True, all_matches=False
        )
        assert 0 < distance.max() <= 0.00101


def test_footprints_lie_on_the_survey(drawn):
    land = shapely.union_all(drawn.layers["DLTB"][1])
    footprints = drawn.layers["XMHX"][1]
    assert shapely.is_valid(footprints).all()
    assert shapely.covers(land, footprints).all()


def test_faults_are_counted():
    spoiled = county.draw_county(PARCELS, seed=5, faults=True)
    shapes = spoiled.layers["DLTB"][1]
    assert spoiled.faults["bow_tie"] == 15
    assert (~shapely.is_valid(shapes)).sum() >= 15
    columns = spoiled.layers["DLTB"][2]
    assert (columns["DLBM"] == "0199").sum() == spoiled.faults["class_unknown"]
    cents = {name: np.rint(columns[name] * 100).astype(int) for name in ("TBMJ", "KCMJ", "TBDLMJ")}
    wrong = cents["TBMJ"] != cents["KCMJ"] + cents["TBDLMJ"]
    assert wrong.sum() == spoiled.faults["area_differs"] + spoiled.faults["ridge_differs"]


def test_written_layer_reads_back(tmp_path, drawn):
    path = tmp_path / "county.gpkg"
    create(path)
    fields, shapes, columns = drawn.layers["DLTB"]
    add_layer(path, "DLTB", county.EPSG, fields, shapes, columns)
    source = ogr.Open(str(path))
    layer = source.GetLayerByName("DLTB")
    assert layer.GetFeatureCount() == PARCELS
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4527"
    feature = layer.GetFeature(7)
    geometry = shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb()))
    assert shapely.get_parts(geometry)[0].wkb == shapes[6].wkb
    assert feature.GetField("TBMJ") == columns["TBMJ"][6]
    box = shapely.bounds(shapes[6])
    layer.SetSpatialFilterRect(*box)
    near = {other.GetField("BSM") for other in layer}
    assert columns["BSM"][6] in near and len(near) < 60
