"""Reading polygon layers: every kind of source, on both paths, real files."""

from __future__ import annotations

import gc
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr, osr
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import Cancelled, InputError
from ...core.survey.repair import RepairKind, repair
from ...core.survey.schema import Field, Kind
from ...processing.adapters.columns import prepare_layer, prepare_source, read, read_columns, schema_fields

BROKEN = Path(__file__).resolve().parent.parent / "data" / "broken"
FIELDS = {"DLBM": "code", "ZLDWMC": "place", "TBMJ": "area", "NO": "number"}
NUMBERS = ("TBMJ", "NO")
ROWS = 60


class Reads(QgsProcessingAlgorithm):
    """An algorithm whose only work is its input."""

    INPUT = "INPUT"

    def name(self):
        return "reads"

    def displayName(self):
        return "Reads"

    def createInstance(self):
        return Reads()

    def initAlgorithm(self, configuration=None):
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSource(self.INPUT, "Input", [polygon], optional=True))


@pytest.fixture
def project(qgis_app):
    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()
    # An expected error keeps its frames, and with them QGIS objects that must not outlive QGIS.
    gc.collect()


@pytest.fixture
def prepared(project):
    """prepare(value, **options) -> LayerSource, as an algorithm run on `value` would get it."""
    algorithm = Reads()
    algorithm.initAlgorithm()
    kept = []

    def prepare(value, **options):
        context = QgsProcessingContext()
        context.setProject(project)
        context.setFeedback(QgsProcessingFeedback())
        kept.append(context)
        options.setdefault("fields", FIELDS)
        options.setdefault("numbers", NUMBERS)
        return prepare_source(algorithm, {"INPUT": value}, "INPUT", context, **options)

    yield prepare
    kept.clear()


def write(path: Path, driver: str, layer: str, kind: int, shapes=None, epsg: int = 4527, rows: int = ROWS) -> Path:
    """Squares of 10 m in a row, with gaps in the attributes; row 7 has no geometry."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    table = dataset.CreateLayer(
        layer, reference, kind, options=["ENCODING=UTF-8"] if driver == "ESRI Shapefile" else []
    )
    for name, type_ in (
        ("code", ogr.OFTString), ("place", ogr.OFTString), ("area", ogr.OFTReal), ("number", ogr.OFTInteger)
    ):  # fmt: skip
        table.CreateField(ogr.FieldDefn(name, type_))
    table.StartTransaction()
    for row in range(rows):
        feature = ogr.Feature(table.GetLayerDefn())
        if shapes is not None:
            wkt = shapes[row % len(shapes)]
        else:
            x = 39500000 + 20 * row
            wkt = (
                None
                if row == 7
                else f"POLYGON(({x} 4000000,{x + 10} 4000000,{x + 10} 4000010,{x} 4000010,{x} 4000000))"
            )
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        if row % 5:
            feature["code"] = f"01{row % 3:02d}"
        if row % 4:
            feature["place"] = f"东昌府区{row}村"
            feature["area"] = 100 + row / 8
            feature["number"] = row
        if row == 8:
            feature["place"] = ""
        table.CreateFeature(feature)
    table.CommitTransaction()
    dataset = None
    return path


@pytest.fixture
def package(tmp_path):
    return write(tmp_path / "survey.gpkg", "GPKG", "DLTB", ogr.wkbMultiPolygon)


def loaded(project, path: Path | str, layer: str = "DLTB", subset: str = "") -> QgsVectorLayer:
    uri = f"{path}|layername={layer}" if layer else str(path)
    found = QgsVectorLayer(uri, "图斑", "ogr")
    assert found.isValid()
    if subset:
        assert found.setSubsetString(subset)
    project.addMapLayer(found)
    return found


def require_equal(one, other):
    assert one.ids.tolist() == other.ids.tolist()
    assert shapely.to_wkb(one.geometry).tolist() == shapely.to_wkb(other.geometry).tolist()
    assert one.attributes.keys() == other.attributes.keys()
    for key, column in one.attributes.items():
        assert column.dtype == other.attributes[key].dtype
        if column.dtype == object:
            assert column.tolist() == other.attributes[key].tolist()
        else:
            np.testing.assert_array_equal(column, other.attributes[key])
    assert (one.name, one.source, one.crs) == (other.name, other.source, other.crs)


def as_qgis_shows(source) -> list[tuple]:
    """The oracle: what iterating the source gives, one feature at a time."""
    rows = []
    for feature in source.features.given.getFeatures():
        values = [feature[name] for name in FIELDS.values()]
        rows.append((feature.id(), *(None if value == NULL else value for value in values)))
    return sorted(rows)


def rows_of(columns) -> list[tuple]:
    rows = []
    for row in range(len(columns)):
        values = [columns.attributes[key][row] for key in FIELDS]
        rows.append((int(columns.ids[row]), *(None if value is None or value != value else value for value in values)))
    return rows


# ------------------------------------------------------------------------------------------------------- the two paths


def plain(project, package):
    return loaded(project, package).id()


def by_text(project, package):
    return f"{package}|layername=DLTB"


def where(project, package):
    return loaded(project, package, subset="\"code\" = '0101' AND area > 103").id()


def select_statement(project, package):
    return loaded(project, package, subset="SELECT * FROM DLTB WHERE code = '0101'").id()


def no_layer_name(project, package):
    return loaded(project, package, layer="").id()


def selection(project, package):
    layer = loaded(project, package)
    layer.selectByIds([3, 8, 21])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def selection_not_asked_for(project, package):
    layer = loaded(project, package)
    layer.selectByIds([3, 8, 21])
    return QgsProcessingFeatureSourceDefinition(layer.id(), False)


def limit(project, package):
    return QgsProcessingFeatureSourceDefinition(loaded(project, package).id(), False, 11)


def edited(project, package):
    layer = loaded(project, package)
    assert layer.startEditing()
    layer.deleteFeatures([2, 4, 6])
    layer.changeAttributeValue(10, layer.fields().lookupField("code"), "9999")
    layer.changeGeometry(11, QgsGeometry.fromWkt("MultiPolygon(((0 0,5 0,5 5,0 0)))"))
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((39500000 1,39500005 1,39500005 5,39500000 1)))"))
    assert layer.addFeature(added)
    return layer.id()


def virtual(project, package):
    layer = loaded(project, package)
    layer.removeExpressionField(0)
    layer.addExpressionField("upper(place)", QgsField("virtual", QVariant.String))
    return layer.id(), {"ZLDWMC": "virtual"}


def virtual_not_needed(project, package):
    layer = loaded(project, package)
    layer.addExpressionField("upper(place)", QgsField("virtual", QVariant.String))
    return layer.id()


def joined(project, package):
    layer, other = loaded(project, package), loaded(project, package)
    other.setSubsetString("area > 103")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("fid")
    join.setTargetFieldName("fid")
    join.setPrefix("j_")
    join.setUsingMemoryCache(True)
    assert layer.addJoin(join)
    return layer.id(), {"ZLDWMC": "j_place"}


def memory(project, package):
    source = loaded(project, package)
    layer = source.materialize(QgsFeatureRequest())
    project.addMapLayer(layer)
    return layer.id()


def shapefile(project, package):
    path = write(package.parent / "survey.shp", "ESRI Shapefile", "survey", ogr.wkbPolygon)
    return loaded(project, path, layer="").id()


@pytest.mark.parametrize(
    ("make", "fast", "count"),
    [
        (plain, True, 60),
        (by_text, True, 60),
        (where, True, 7),
        (selection_not_asked_for, True, 60),
        (virtual_not_needed, True, 60),
        (select_statement, False, 16),
        (no_layer_name, False, 60),
        (selection, False, 3),
        (limit, False, 11),
        (edited, False, 58),
        (virtual, False, 60),
        (joined, False, 60),
        (memory, False, 60),
        (shapefile, False, 60),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_both_paths_give_what_qgis_shows(project, prepared, package, make, fast, count):
    value = make(project, package)
    names = FIELDS
    if isinstance(value, tuple):
        value, changed = value
        names = {**FIELDS, **changed}
    source = prepared(value, fields=names)
    assert (source.recipe is not None) is fast, source.why_slow
    assert source.rows == count
    columns = read(source)
    assert (source.why_slow == "") is fast
    require_equal(columns, read(source, from_file=False))
    if names is FIELDS:
        assert rows_of(columns) == as_qgis_shows(source)
    assert len(columns) == count
    assert columns.crs == "EPSG:4527"
    # The same with boxes: over some squares, over squares beyond a limit of 11, over none.
    near_by, beyond, gap = (39500095.0, 39500165.0), (39500241.0, 39500249.0), (39500171.0, 39500179.0)
    boxes = np.array([[west, 3999999, east, 4000001] for west, east in (near_by, beyond, gap)])
    near = read(source, boxes=boxes)
    require_equal(near, read(source, boxes=boxes, from_file=False))
    known = ~shapely.is_missing(columns.geometry)
    hit = shapely.intersects(columns.geometry, shapely.union_all(shapely.box(*boxes.T)))
    assert near.ids.tolist() == columns.ids[hit | ~known].tolist()
    assert read(source, boxes=boxes, nulls=False).ids.tolist() == columns.ids[hit].tolist()
    require_equal(read(source, boxes=np.empty((0, 4))), read(source, boxes=np.empty((0, 4)), from_file=False))
    assert read(source, boxes=np.empty((0, 4))).ids.tolist() == columns.ids[~known].tolist()


SHAPES = {
    "z": (ogr.wkbPolygon25D, "POLYGON Z((0 0 7,10 0 7,10 10 7,0 0 7))"),
    "m": (ogr.wkbPolygonM, "POLYGON M((0 0 7,10 0 7,10 10 7,0 0 7))"),
    "zm": (ogr.wkbPolygonZM, "POLYGON ZM((0 0 7 8,10 0 7 8,10 10 7 8,0 0 7 8))"),
    "bow-tie": (ogr.wkbPolygon, "POLYGON((0 0,10 10,10 0,0 10,0 0))"),
    "empty": (ogr.wkbPolygon, "POLYGON EMPTY"),
    "two parts": (ogr.wkbMultiPolygon, "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"),
    "one part": (ogr.wkbMultiPolygon, "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))"),
    "any kind": (ogr.wkbUnknown, "POLYGON((0 0,1 0,1 1,0 0))"),
}


@pytest.mark.parametrize("name", list(SHAPES))
def test_shapes(project, prepared, tmp_path, name):
    kind, wkt = SHAPES[name]
    path = write(tmp_path / "s.gpkg", "GPKG", "DLTB", kind, [wkt, None, wkt], epsg=4490)
    source = prepared(loaded(project, path).id())
    assert source.recipe is not None
    columns = read(source)
    assert source.why_slow == ""
    require_equal(columns, read(source, from_file=False))
    assert not shapely.has_z(columns.geometry).any()
    expected = shapely.force_2d(shapely.from_wkt(wkt.replace(" M(", " Z("))) if name != "zm" else columns.geometry[0]
    if name == "one part":
        expected = shapely.get_geometry(expected, 0)
    assert shapely.equals_identical(columns.geometry[0], expected)
    assert columns.geometry[1] is None
    boxes = np.array([[0.0, 0, 1, 1]])
    require_equal(read(source, boxes=boxes), read(source, boxes=boxes, from_file=False))
    assert len(read(source, boxes=boxes)) == ROWS


@pytest.mark.parametrize("declared", [ogr.wkbMultiSurface, ogr.wkbCurvePolygon, ogr.wkbPolygon])
def test_curves_become_straight(project, prepared, tmp_path, declared):
    """Also where the table says Polygon and holds a curve: the file itself is looked at, then QGIS is asked."""
    circle = "CURVEPOLYGON(CIRCULARSTRING(0 0,10 10,20 0,10 -10,0 0))"
    path = write(tmp_path / "c.gpkg", "GPKG", "DLTB", declared, [circle], epsg=4490)
    source = prepared(loaded(project, path).id())
    columns = read(source)
    assert source.why_slow
    require_equal(columns, read(source, from_file=False))
    assert np.abs(shapely.area(columns.geometry) - 100 * np.pi).max() < 0.1
    assert len(columns) == ROWS


def test_file_that_changed_behind_qgis_is_read_through_qgis(project, prepared, package):
    layer = loaded(project, package)
    source = prepared(layer.id())
    dataset = ogr.Open(str(package), 1)
    dataset.GetLayer(0).DeleteFeature(5)
    dataset = None
    columns = read(source)
    assert source.why_slow == "row count"
    assert columns.ids.tolist() == [fid for fid in range(1, ROWS + 1) if fid != 5]


def test_names_that_need_quotes(project, prepared, tmp_path):
    path = write(tmp_path / "带 空格's.gpkg", "GPKG", '地类 "图斑"', ogr.wkbPolygon)
    layer = loaded(project, path, layer='地类 "图斑"')
    source = prepared(layer.id())
    boxes = np.array([[39500095.0, 3999999, 39500165, 4000001]])
    near = read(source, boxes=boxes)
    assert source.why_slow == ""
    require_equal(near, read(source, boxes=boxes, from_file=False))


def test_many_features_in_batches(project, prepared, tmp_path):
    """More rows than one batch and than one list of ids; boxes that hit few, a part and all."""
    path = write(tmp_path / "big.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, rows=21000)
    source = prepared(loaded(project, path, subset="number IS NULL OR number <> 50").id())
    everything = read(source)
    require_equal(everything, read(source, from_file=False))
    for share in (0.02, 0.24, 0.9):
        boxes = np.array([[39500000.0, 3999990, 39500000 + share * 420000, 4000100]])
        near = read(source, boxes=boxes)
        assert source.why_slow == ""
        require_equal(near, read(source, boxes=boxes, from_file=False))
        assert abs(len(near) - share * 21000) < 5


@pytest.mark.parametrize("count", (999, 1000, 1001, 2500))
def test_many_boxes_each_of_them_counts(project, prepared, tmp_path, count):
    """Boxes over single features, one far from the next, about as many as a query takes and more than two take."""
    path = write(tmp_path / "big.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, rows=21000)
    source = prepared(loaded(project, path).id())
    known = read(source)
    bounds = shapely.bounds(known.geometry)
    wanted = np.sort(np.random.default_rng(count).permutation(np.flatnonzero(~np.isnan(bounds[:, 0])))[:count])
    middle = (bounds[wanted, :2] + bounds[wanted, 2:]) / 2
    near = read(source, boxes=np.hstack([middle - 0.1, middle + 0.1]), nulls=False)
    assert source.why_slow == ""
    assert near.ids.tolist() == known.ids[wanted].tolist()


def test_cancel(project, prepared, package):
    source = prepared(loaded(project, package).id())

    def cancelled(fraction):
        raise Cancelled

    for from_file in (True, False):
        with pytest.raises(Cancelled):
            read(source, cancelled, from_file=from_file)


# ------------------------------------------------------------------------------------------------------ attribute values


def test_numbers_kept_as_text_and_codes_kept_as_numbers(project, prepared, tmp_path):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=code:double&field=area:string", "m", "memory")
    square = QgsGeometry.fromWkt("Polygon((0 0,1 0,1 1,0 0))")
    for code, area in (
        (101, "1,234.5"), (101.0, "１２３４．５"), (NULL, NULL), (1204, " 7 "), (5, "—"), (6, "约3亩"), (7.5, "-1e2")
    ):  # fmt: skip
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, area])
        feature.setGeometry(square)
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    source = prepared(layer.id(), fields={"DLBM": "code", "TBMJ": "area"}, numbers=["TBMJ"])
    columns = read(source)
    assert columns.attributes["DLBM"].tolist() == ["101", "101", None, "1204", "5", "6", "7.5"]
    nan = np.nan
    np.testing.assert_array_equal(columns.attributes["TBMJ"], [1234.5, 1234.5, nan, 7, nan, nan, -100])
    said = [str(notice) for notice in source.notices]
    assert said == [
        "Field code of layer m holds numbers instead of text; leading zeros may be lost.",
        "Field area of layer m: 1 values are no numbers (the first: 约3亩).",
    ]
    path = tmp_path / "m.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "m"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), project.transformContext(), options)
    again = prepared(loaded(project, path, layer="m").id(), fields={"DLBM": "code", "TBMJ": "area"}, numbers=["TBMJ"])
    stored = read(again)
    assert again.why_slow == ""
    assert stored.attributes["DLBM"].tolist() == columns.attributes["DLBM"].tolist()
    np.testing.assert_array_equal(stored.attributes["TBMJ"], columns.attributes["TBMJ"])


def test_fields_by_function(project, prepared, package):
    asked = []

    def match(available, layer):
        asked.append((list(available), layer))
        return {"DLBM": "code"}

    columns = read(prepared(loaded(project, package).id(), fields=match))
    assert asked == [(["fid", "code", "place", "area", "number"], "图斑")]
    assert list(columns.attributes) == ["DLBM"]


def test_fields_by_schema(project, prepared, package):
    wanted = (Field("DLBM", Kind.TEXT, required=True), Field("TBMJ", Kind.NUMBER), Field("KCXS", Kind.NUMBER))
    chosen = schema_fields(wanted, {"DLBM": "code", "TBMJ": "area"})
    columns = read(prepared(loaded(project, package).id(), **chosen))
    assert {key: column.dtype.kind for key, column in columns.attributes.items()} == {"DLBM": "O", "TBMJ": "f"}


def test_feature_id_as_field(project, prepared, package):
    source = prepared(loaded(project, package).id(), fields={"BSM": "fid", "TBMJ": "fid"}, numbers=["TBMJ"])
    columns = read(source)
    assert source.why_slow == ""
    require_equal(columns, read(source, from_file=False))
    assert columns.attributes["BSM"][:2].tolist() == ["1", "2"]


# ------------------------------------------------------------------------------------------------------------ bad input


def said_of(prepared, value, **options) -> str:
    with pytest.raises(InputError) as raised:
        source = prepared(value, **options)
        read(source)
    return str(raised.value)


def test_field_that_is_missing(project, prepared, package):
    assert said_of(prepared, loaded(project, package).id(), fields={"DLBM": "DLBM"}) == "Layer 图斑 has no field DLBM."


def test_no_features(project, prepared, tmp_path):
    path = write(tmp_path / "e.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, rows=0)
    layer = loaded(project, path)
    assert said_of(prepared, layer.id()) == "Layer 图斑 has no features."
    assert len(read(prepared(layer.id(), may_be_empty=True))) == 0


def test_nothing_selected(project, prepared, package):
    value = QgsProcessingFeatureSourceDefinition(loaded(project, package).id(), True)
    assert said_of(prepared, value) == "No feature of layer 图斑 is selected."


def test_points(project, prepared, tmp_path):
    path = write(tmp_path / "p.gpkg", "GPKG", "DLTB", ogr.wkbPoint, ["POINT(1 1)"])
    assert said_of(prepared, loaded(project, path).id()) == "Layer 图斑 is not a polygon layer."


def test_a_point_among_polygons(project, prepared, tmp_path):
    shapes = ["POLYGON((0 0,1 0,1 1,0 0))", "POINT(1 1)"]
    path = write(tmp_path / "p.gpkg", "GPKG", "DLTB", ogr.wkbUnknown, shapes, epsg=4490)
    assert said_of(prepared, loaded(project, path).id()) == "Feature 2 of layer 图斑 is not a polygon."


def test_no_parameter_given(prepared):
    assert prepared(None, required=False) is None
    with pytest.raises(QgsProcessingException):
        prepared(None)
    with pytest.raises(QgsProcessingException):
        prepared("/nowhere/at/all.gpkg|layername=x", required=False)


TOWN = {"XZQMC": "XZQMC"}


@pytest.mark.parametrize("name", ["gbk_no_cpg", "gbk_wrong_cpg_utf8"])
def test_text_in_the_wrong_encoding(project, prepared, name):
    text = said_of(prepared, loaded(project, BROKEN / f"{name}.shp", layer="").id(), fields=TOWN)
    assert text.startswith("The text of layer 图斑 is garbled: set its data source encoding to GBK")


def test_the_remedy_works(project, prepared):
    layer = loaded(project, BROKEN / "gbk_no_cpg.shp", layer="")
    layer.setProviderEncoding("GBK")
    columns = read(prepared(layer.id(), fields=TOWN))
    assert columns.attributes["XZQMC"][0] == "郑家镇"


def test_latin_1_reading_of_gbk(project, prepared, tmp_path):
    for file in BROKEN.glob("gbk_no_cpg.*"):
        shutil.copy(file, tmp_path)
    (tmp_path / "gbk_no_cpg.cpg").write_text("ISO-8859-1")
    text = said_of(prepared, loaded(project, tmp_path / "gbk_no_cpg.shp", layer="").id(), fields=TOWN)
    assert "garbled" in text


def test_no_crs(project, prepared):
    text = said_of(prepared, loaded(project, BROKEN / "no_prj.shp", layer="").id(), fields=TOWN)
    assert text == "Layer 图斑 has no coordinate reference system; set it first."


def test_degrees_under_a_projected_system(project, prepared, tmp_path):
    path = write(tmp_path / "d.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, ["POLYGON((116 36,117 36,117 37,116 36))"])
    assert "are degrees, but its coordinate reference system" in said_of(prepared, loaded(project, path).id())


def test_only_features_without_shape(project, prepared, tmp_path):
    path = write(tmp_path / "n.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, [None])
    source = prepared(loaded(project, path).id())
    require_equal(read(source), read(source, from_file=False))
    assert shapely.is_missing(read(source).geometry).all()


def test_shapefile_cut_off(project, prepared):
    text = said_of(prepared, loaded(project, BROKEN / "truncated_shp.shp", layer="").id(), fields=TOWN)
    assert text == (
        "File truncated_shp.shp of layer 图斑 is cut off (15254 of 30508 bytes); copy it again from its origin."
    )


def test_table_of_a_shapefile_cut_off(project, prepared, tmp_path):
    """GDAL reads as many features as the table has rows, and says nothing."""
    path = write(tmp_path / "dltb.shp", "ESRI Shapefile", "dltb", ogr.wkbPolygon)
    table = tmp_path / "dltb.dbf"
    whole = table.read_bytes()
    table.write_bytes(whole[:-1])  # without the mark at the end: some programs write none
    assert len(read(prepared(loaded(project, path, layer="").id()))) == 60
    table.write_bytes(whole[: len(whole) // 2])
    text = said_of(prepared, loaded(project, path, layer="").id())
    assert text.startswith(f"File dltb.dbf of layer 图斑 is cut off ({len(whole) // 2} of {len(whole) - 1} bytes);")


GEOJSON = {
    "invalid_exterior_not_ccw": [],
    "invalid_interior_not_cw": [],
    "invalid_unclosed": [],
    "problematic_3d_coordinates": [],
    "problematic_4d_coordinates": [],
    "problematic_duplicate_nodes": [],
    "problematic_holes": [],
    "problematic_wrong_bbox_coordinate_order": [],
    "invalid_less_three_unique_nodes": [RepairKind.NO_AREA],
    "problematic_inner_and_exterior_ring_intersect": [RepairKind.REPAIRED],
    "problematic_self_intersection_small": [RepairKind.REPAIRED],
}


@pytest.mark.parametrize("name", list(GEOJSON))
def test_problematic_files_are_read_and_repaired(project, prepared, name):
    layer = loaded(project, BROKEN / "geojson" / f"{name}.geojson", layer="")
    repaired = repair(read(prepared(layer.id(), fields={})))
    assert [finding.kind for finding in repaired.findings] == GEOJSON[name]
    assert shapely.is_valid(repaired.columns.geometry).all()
    assert (shapely.area(repaired.columns.geometry) > 0).all()


def test_file_without_any_polygon(project, prepared):
    layer = loaded(project, BROKEN / "geojson" / "problematic_feature_null_geometry.geojson", layer="")
    assert "is not a polygon layer" in said_of(prepared, layer.id(), fields={})


def test_damaged_shapes_are_left_to_qgis(project, prepared, tmp_path):
    """GEOS refuses open rings, QGIS closes them; what neither can read counts as missing and is told."""
    shapes = ["POLYGON((0 0,1 1))", "POLYGON((0 0,4 0,4 4))", "POLYGON((0 0))", None, "POLYGON((0 0,1 0,1 1,0 0))"]
    path = write(tmp_path / "d.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, shapes, epsg=4490)
    source = prepared(loaded(project, path).id())
    columns = read(source)
    assert source.why_slow == "curves or damaged shapes"
    require_equal(columns, read(source, from_file=False))
    assert shapely.area(columns.geometry[[0, 1, 4]]).tolist() == [0.0, 8.0, 0.5]
    assert shapely.is_missing(columns.geometry).tolist() == [False, False, True, True, False] * 12
    assert str(source.notices[0]) == "12 shapes of layer 图斑 can't be read; they count as missing."


# -------------------------------------------------------------------------------------------------------- other entries


@pytest.mark.parametrize("make", [plain, memory, virtual_not_needed])
def test_worker_thread(project, prepared, package, make):
    source = prepared(make(project, package))
    boxes = np.array([[39500095.0, 3999999, 39500165, 4000001]])
    with ThreadPoolExecutor(2) as pool:
        tasks = [pool.submit(read, source, boxes=some) for some in (None, boxes) * 4]
        results = [task.result(60) for task in tasks]
    for number, result in enumerate(results):
        require_equal(result, read(source, boxes=(None, boxes)[number % 2]))


@pytest.mark.parametrize("from_file", [True, False])
def test_progress_rises_to_the_end(project, prepared, tmp_path, from_file):
    path = write(tmp_path / "big.gpkg", "GPKG", "DLTB", ogr.wkbPolygon, rows=20000)
    source = prepared(loaded(project, path).id())
    for boxes in (None, np.array([[39500000.0, 3999990, 39530000, 4000100]]), np.empty((0, 4))):
        steps = []
        read(source, steps.append, boxes=boxes, from_file=from_file)
        assert steps == sorted(steps) and steps[-1] == 1.0


def test_layer_at_hand_and_both_steps_at_once(project, package):
    layer = loaded(project, package)
    context = QgsProcessingContext()
    columns = read(prepare_layer(layer, context, FIELDS, NUMBERS))
    algorithm = Reads()
    algorithm.initAlgorithm()
    context.setProject(project)
    require_equal(
        columns, read_columns(algorithm, {"INPUT": layer.id()}, "INPUT", context, fields=FIELDS, numbers=NUMBERS)
    )


@pytest.mark.parametrize("fast", [True, False])
def test_attributes_alone_are_read_without_shapes(project, prepared, package, fast):
    layer = f"{package}|layername=DLTB"
    source = prepared(layer, shapes=False)
    assert source.why_slow == ""
    bare, whole = read(source, from_file=fast), read(prepared(layer))
    assert source.why_slow == ""
    assert (bare.ids == whole.ids).all() and all(shape is None for shape in bare.geometry)
    for key, column in whole.attributes.items():
        np.testing.assert_array_equal(bare.attributes[key], column)


@pytest.mark.parametrize("fast", [True, False])
def test_a_table_has_no_shapes_to_read(project, prepared, tmp_path, fast):
    path = write(tmp_path / "table.gpkg", "GPKG", "DLTB", ogr.wkbNone, shapes=[None])
    source = prepared(f"{path}|layername=DLTB", shapes=False)
    assert source.why_slow == ""
    columns = read(source, from_file=fast)
    assert source.why_slow == "" and len(columns) == ROWS
    with pytest.raises(InputError, match="not a polygon layer"):
        prepared(f"{path}|layername=DLTB")


def test_a_damaged_feature_that_is_not_selected_does_not_matter(project, prepared, tmp_path):
    far = "POLYGON((3e12 4e12,3.1e12 4e12,3.1e12 4.1e12,3e12 4e12))"
    near = "POLYGON((39500000 4000000,39500010 4000000,39500010 4000010,39500000 4000000))"
    layer = loaded(project, write(tmp_path / "one.gpkg", "GPKG", "DLTB", ogr.wkbMultiPolygon, [near, far], rows=2))
    with pytest.raises(InputError):
        prepared(layer.id())
    layer.selectByIds([1])
    assert prepared(QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)).rows == 1
