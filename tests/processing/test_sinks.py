"""Writing layers: whole or not there, fast, and dressed when they are loaded. Real files and real runs."""

from __future__ import annotations

import gc
import os
import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import Cancelled, OutputError
from ...processing.adapters.looks import Look, dress
from ...processing.adapters.sinks import BATCH, MANY, open_sink
from ...processing.compat import FieldKind, field


class Writes(QgsProcessingAlgorithm):
    """An algorithm whose only work is its output."""

    OUTPUT = "OUTPUT"

    def name(self):
        return "writes"

    def displayName(self):
        return "Writes"

    def createInstance(self):
        return Writes()

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, "Output"))


@pytest.fixture
def project(qgis_app):
    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()
    gc.collect()


def fields() -> QgsFields:
    result = QgsFields()
    result.append(field("code", FieldKind.TEXT))
    result.append(field("units", FieldKind.INTEGER))
    result.append(field("area", FieldKind.NUMBER))
    return result


@pytest.fixture
def opened(project):
    """opened(destination, **options) -> (LayerSink, context)."""
    algorithm = Writes()
    algorithm.initAlgorithm()

    def make(value, **options):
        context = QgsProcessingContext()
        context.setProject(project)
        feedback = QgsProcessingFeedback()
        context.setFeedback(feedback)
        options.setdefault("crs", QgsCoordinateReferenceSystem("EPSG:4527"))
        sink = open_sink(algorithm, {"OUTPUT": value}, "OUTPUT", context, fields(), **options)
        make.kept.append((context, feedback))
        return sink, context

    make.kept = []
    return make


def rows(count: int) -> tuple[np.ndarray, list]:
    west = 39500000 + 10.0 * np.arange(count)
    shapes = np.empty(count, dtype=object)
    shapes[:] = shapely.box(west, 4000000, west + 10, 4000010)
    if count > 2:
        shapes[1] = None
        shapes[2] = shapely.multipolygons([shapes[0], shapely.box(39600000, 4000000, 39600001, 4000001)])
    codes = np.array([None if row % 7 == 3 else f"地类{row}" for row in range(count)], dtype=object)
    units = 10_000_000_000 + np.arange(count)
    areas = np.where(np.arange(count) % 5 == 0, np.nan, np.arange(count) / 8)
    return shapes, [codes, units, areas]


def stored(path: str, layer: str = "") -> list[tuple]:
    dataset = ogr.Open(path)
    table = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
    result = []
    for feature in table:
        shape = feature.GetGeometryRef()
        values = [feature[name] for name in ("code", "units", "area")]
        result.append((None if shape is None else bytes(shape.ExportToWkb()), *values))
    return result


def test_everything_arrives(opened, tmp_path):
    path = str(tmp_path / "pieces.gpkg")
    shapes, columns = rows(2 * BATCH + 5)
    steps = []
    sink, _ = opened(path)
    with sink:
        sink.write(shapes, columns, steps.append)
    assert sink.id == path and sink.written == len(shapes)
    assert steps[0] == 0.0 and steps[-1] == 1.0 and steps == sorted(steps)
    found = stored(path)
    assert len(found) == len(shapes)
    for row in (0, 1, 2, 3, 5, BATCH, 2 * BATCH + 4):
        wkb, code, units, area = found[row]
        assert code == columns[0][row] and units == columns[1][row]
        assert area == (None if np.isnan(columns[2][row]) else columns[2][row])
        if shapes[row] is None:
            assert wkb is None or shapely.is_empty(shapely.from_wkb(wkb))
        else:
            assert shapely.get_type_id(shapely.from_wkb(wkb)) == 6
            assert shapely.equals(shapely.from_wkb(wkb), shapes[row])
    assert os.listdir(tmp_path) == ["pieces.gpkg"]


def test_memory_layer(opened):
    shapes, columns = rows(10)
    sink, context = opened("TEMPORARY_OUTPUT")
    with sink:
        sink.write(shapes, columns)
    layer = context.getMapLayer(sink.id)
    assert layer.featureCount() == 10


def test_polygon_sink_takes_polygons(opened, tmp_path):
    shapes, columns = rows(2)
    sink, _ = opened(str(tmp_path / "p.gpkg"), wkb_type=QgsWkbTypes.Type.Polygon)
    with sink:
        sink.write(shapes, columns)
    assert shapely.get_type_id(shapely.from_wkb(stored(sink.id)[0][0])) == 3


@pytest.mark.parametrize(
    "name", ["pieces.gpkg", "pieces.shp", "pieces.geojson", "pieces.tab", "pieces.gdb", "pieces.sqlite"]
)
def test_error_leaves_no_file(opened, tmp_path, name):
    shapes, columns = rows(3 * BATCH)
    shapes[1] = shapes[0]  # MapInfo takes no feature without a shape
    sink, _ = opened(str(tmp_path / name))
    made = []

    def cancel(fraction):
        made.extend(os.listdir(tmp_path))
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled), sink:
        sink.write(shapes, columns, cancel)
    assert made, "there was a file while it was written"
    assert os.listdir(tmp_path) == []


def other_layer(path: Path) -> None:
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    table = dataset.CreateLayer("survey", geom_type=ogr.wkbPolygon)
    for _ in range(3):
        table.CreateFeature(ogr.Feature(table.GetLayerDefn()))
    dataset = None


def test_error_leaves_the_other_layers_of_a_geopackage(opened, tmp_path):
    path = tmp_path / "work.gpkg"
    other_layer(path)
    shapes, columns = rows(20)
    sink, _ = opened(f"ogr:dbname='{path}' table=\"pieces\" (geom)")
    with pytest.raises(Cancelled), sink:
        sink.write(shapes, columns)
        raise Cancelled
    with sqlite3.connect(path) as database:
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        assert names == ["survey"]
        assert database.execute("SELECT count(*) FROM survey").fetchone() == (3,)
        assert not any("pieces" in name for name in tables)
    sink, _ = opened(f"ogr:dbname='{path}' table=\"pieces\" (geom)")
    with sink:
        sink.write(shapes, columns)
    assert len(stored(str(path), "pieces")) == 20
    assert ogr.Open(str(path)).GetLayerByName("survey").GetFeatureCount() == 3


def test_error_removes_a_geopackage_made_for_the_layer(opened, tmp_path):
    sink, _ = opened(f"ogr:dbname='{tmp_path / 'new.gpkg'}' table=\"pieces\" (geom)")
    with pytest.raises(Cancelled), sink:
        raise Cancelled
    assert os.listdir(tmp_path) == []


def test_geopackage_with_other_layers_is_not_wiped(opened, tmp_path):
    path = tmp_path / "work.gpkg"
    other_layer(path)
    with pytest.raises(OutputError) as raised:
        opened(str(path))
    assert "holds 1 layers (survey …) that would be lost" in str(raised.value)
    assert ogr.Open(str(path)).GetLayer(0).GetFeatureCount() == 3


def test_own_result_is_replaced_but_no_input(opened, tmp_path):
    path = str(tmp_path / "pieces.gpkg")
    shapes, columns = rows(5)
    for _ in range(2):
        sink, _ = opened(path)
        with sink:
            sink.write(shapes, columns)
    assert len(stored(path)) == 5
    with pytest.raises(OutputError) as raised:
        opened(path, inputs=["", path])
    assert "is an input of this run" in str(raised.value)
    assert len(stored(path)) == 5


@pytest.mark.parametrize("name", ["result.gpkg", "result.shp"])
def test_a_folder_of_the_same_name_is_not_wiped(opened, tmp_path, name):
    (tmp_path / name).mkdir()
    (tmp_path / name / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a folder, not a file"):
        opened(str(tmp_path / name))
    assert (tmp_path / name / "letter.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["plots.txt", "PLOTS.TXT"])
def test_a_layer_is_no_text_file(opened, tmp_path, name):
    with pytest.raises(OutputError, match="can't hold a layer"):
        opened(str(tmp_path / name))
    assert not list(tmp_path.iterdir())


def test_folder_that_is_not_there(opened, tmp_path):
    with pytest.raises(OutputError, match=r"The folder of .*a\.gpkg does not exist"):
        opened(str(tmp_path / "nowhere" / "a.gpkg"))


@pytest.mark.parametrize("name", ["pieces.gpkg", "pieces.shp", "pieces.geojson", "pieces.gdb"])
def test_an_older_result_stays_until_the_new_one_is_whole(opened, tmp_path, name):
    path = str(tmp_path / name)
    for count in (5, 7):
        sink, _ = opened(path)
        with sink:
            sink.write(*rows(count))
    before = sorted(os.listdir(tmp_path))
    sink, _ = opened(path)
    with pytest.raises(Cancelled), sink:
        sink.write(*rows(9))
        raise Cancelled
    assert len(stored(path)) == 7
    assert sorted(os.listdir(tmp_path)) == before
    sink, _ = opened(path)
    with sink:
        sink.write(*rows(9))
        sink.finish()
        assert len(stored(path)) == 7
    assert len(stored(path)) == 9
    assert sorted(os.listdir(tmp_path)) == before


def test_an_older_layer_of_a_geopackage_stays_until_the_new_one_is_whole(opened, tmp_path):
    path = tmp_path / "工作 it's.gpkg"
    other_layer(path)
    quoted = str(path).replace("'", "\\'")
    place = f"ogr:dbname='{quoted}' table=\"占用\" (geom)"
    for count in (5, 7):
        sink, _ = opened(place)
        with sink:
            sink.write(*rows(count))
        assert sink.id == f"{path}|layername=占用"
    sink, _ = opened(place)
    with pytest.raises(Cancelled), sink:
        sink.write(*rows(9))
        raise Cancelled
    assert len(stored(str(path), "占用")) == 7
    with sqlite3.connect(path) as database:
        names = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    assert names == {"survey", "占用"}
    assert {name for name in tables if name.startswith("rtree_占用_")} == {
        f"rtree_占用_geom{end}" for end in ("", "_node", "_parent", "_rowid")
    }
    with pytest.raises(OutputError, match="is an input of this run"):
        opened(place, inputs=[f"{path}|layername=占用"])
    sink, _ = opened(place, inputs=[f"{path}|layername=survey"])
    with sink:
        sink.write(*rows(3))
    assert len(stored(str(path), "占用")) == 3


def test_a_read_only_file_stays(opened, tmp_path):
    path = tmp_path / "pieces.gpkg"
    sink, _ = opened(str(path))
    with sink:
        sink.write(*rows(5))
    path.chmod(0o444)
    with pytest.raises(OutputError, match="is read-only"):
        opened(str(path))
    assert os.listdir(tmp_path) == ["pieces.gpkg"]


@pytest.mark.parametrize("name", ["pieces.gpkg", "pieces.shp", "pieces.geojson"])
@pytest.mark.parametrize("count", [2000, 3 * BATCH])
def test_disk_that_is_full(opened, tmp_path, name, count):
    """No file may grow past 200 kB, as on a full disk; with few rows some writers find out while closing only."""
    resource = pytest.importorskip("resource")
    shapes, columns = rows(count)
    sink, _ = opened(str(tmp_path / name))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(OutputError) as raised, sink:
            sink.write(shapes, columns)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "can't be written" in str(raised.value) and name in str(raised.value)
    assert os.listdir(tmp_path) == []


def test_look_of_a_loaded_layer(opened, project, tmp_path):
    shapes, columns = rows(5)
    value = QgsProcessingOutputLayerDefinition(str(tmp_path / "pieces.gpkg"), project)
    sink, context = opened(value)
    with sink:
        sink.write(shapes, columns)
    look = Look("占用图斑结果图层", "pieces.qml", {"code": "地类编码", "absent": "没有"})
    dress(context, sink.id, look)
    del look
    gc.collect()
    details = context.layerToLoadOnCompletionDetails(sink.id)
    assert details.name == "占用图斑结果图层"
    layer = QgsVectorLayer(sink.id, "raw", "ogr")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert layer.name() == "占用图斑结果图层"
    assert layer.attributeAlias(layer.fields().lookupField("code")) == "地类编码"


def test_no_look_for_a_layer_that_is_not_loaded(opened, tmp_path):
    sink, context = opened(str(tmp_path / "pieces.gpkg"))
    with sink:
        pass
    dress(context, sink.id, Look("占用"))
    assert not context.willLoadLayerOnCompletion(sink.id)


def rows_of(path: Path) -> tuple[list, list]:
    """Every row as OGR reads it, and the schema objects of the file."""
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    rows = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        shape = None if geometry is None else bytes(geometry.ExportToWkb())
        rows.append((feature.GetFID(), shape, *(feature[index] for index in range(feature.GetFieldCount()))))
    del layer, dataset
    with sqlite3.connect(path) as connection:
        schema = sorted(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    return rows, schema


def test_many_features_go_straight_into_the_file_and_nobody_can_tell(opened, tmp_path: Path) -> None:
    count = MANY + 700
    rng = np.random.default_rng(4)
    low = rng.uniform(0, 5e4, (count, 2)) + [39_400_000, 4_000_000]
    geometry = shapely.box(low[:, 0], low[:, 1], low[:, 0] + 20, low[:, 1] + 30).astype(object)
    geometry[7], geometry[8] = None, shapely.Polygon()
    geometry[9] = shapely.MultiPolygon([geometry[10], shapely.box(39_300_000, 4_000_000, 39_300_001, 4_000_001)])
    codes = np.array([None if row % 5 == 0 else f"地类'{row}\"" for row in range(count)], dtype=object)
    areas = np.where(np.arange(count) % 3 == 0, np.nan, np.arange(count) / 100)
    columns = [codes, np.arange(count, dtype=np.int64), areas]
    for name, straight in (("same", True), ("other/same", False)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        sink, _ = opened(str(tmp_path / f"{name}.gpkg"))
        assert sink.straight
        sink.straight = straight
        with sink:
            sink.write(geometry, columns)
        assert sink.written == count
    quick, slow = tmp_path / "same.gpkg", tmp_path / "other" / "same.gpkg"
    (rows, schema), (slow_rows, slow_schema) = rows_of(quick), rows_of(slow)
    assert schema == slow_schema and any(kind == "trigger" for kind, *_ in schema)
    assert rows == slow_rows and len(rows) == count
    for path in (quick, slow):
        dataset = ogr.Open(str(path), 1)
        layer = dataset.GetLayer(0)
        assert layer.GetFeatureCount() == count
        layer.SetSpatialFilterRect(39_399_000, 3_999_000, 39_425_000, 4_025_000)
        inside = layer.GetFeatureCount()
        middle = shapely.bounds(geometry)
        touched = (middle[:, 0] <= 39_425_000) & (middle[:, 1] <= 4_025_000)
        assert abs(inside - int(touched.sum())) <= 1 and inside > 100
        layer.SetSpatialFilter(None)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.MultiPolygon([geometry[20]]).wkb))
        assert layer.CreateFeature(feature) == 0
        del layer, dataset, feature
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchone() == (count + 1,)
            assert connection.execute("SELECT COUNT(*) FROM rtree_same_geom").fetchone() == (count - 1,)


def test_points_without_a_place_are_the_same_on_both_ways(opened, tmp_path: Path) -> None:
    points = shapely.points(np.arange(MANY, dtype=float), 4_000_000.0).astype(object)
    points[::3] = None
    columns = [["a"] * MANY, np.arange(MANY), np.zeros(MANY)]
    found = []
    for folder, straight in (("one", True), ("two", False)):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "points.gpkg"
        sink, _ = opened(str(path), wkb_type=QgsWkbTypes.Type.Point)
        sink.straight = straight
        with sink:
            sink.write(points, columns)
        layer = QgsVectorLayer(str(path), "points", "ogr")
        found.append([(feature.geometry().asWkt(), feature["units"]) for feature in layer.getFeatures()])
        with sqlite3.connect(path) as connection:
            found[-1].append(connection.execute("SELECT COUNT(*) FROM rtree_points_geom").fetchone())
    assert found[0] == found[1]


def test_a_table_of_many_rows_has_them_all(opened, tmp_path: Path) -> None:
    path = tmp_path / "table.gpkg"
    sink, _ = opened(str(path), wkb_type=QgsWkbTypes.Type.NoGeometry)
    nothing = np.full(MANY, None, dtype=object)
    with sink:
        sink.write(nothing, [["a"] * MANY, np.arange(MANY), np.zeros(MANY)])
    table = QgsVectorLayer(str(path), "table", "ogr")
    assert table.wkbType() == QgsWkbTypes.Type.NoGeometry
    assert [feature["units"] for feature in table.getFeatures()] == list(range(MANY))


def test_what_is_written_straight_is_gone_when_the_run_ends_badly(opened, tmp_path: Path) -> None:
    count = MANY
    squares = shapely.box(np.arange(count), 0, np.arange(count) + 1.0, 1)
    columns = [["a"] * count, np.arange(count), np.zeros(count)]
    target = tmp_path / "half.gpkg"

    def stop(fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    sink, _ = opened(str(target))
    with pytest.raises(Cancelled), sink:
        sink.write(squares, columns, stop)
    assert list(tmp_path.iterdir()) == []
    sink, _ = opened(str(target))
    with pytest.raises(OutputError), sink:
        sink.write(squares, columns[:2])
    assert list(tmp_path.iterdir()) == []
