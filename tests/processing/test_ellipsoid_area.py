"""landledger:ellipsoidarea as QGIS runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).absolute().parents[2]
CENTRE = (408556.9251, 4035959.7159)
PRINTED = {100: 9997.94, 1000: 999794.07}
TOTAL = 1009792.01


def box(centre, side, shift=0.0):
    east, north = centre[0] + shift, centre[1]
    h = side / 2
    ring = [(east - h, north - h), (east + h, north - h), (east + h, north + h), (east - h, north + h), (east - h, north - h)]
    return "Polygon((" + ", ".join(f"{x:.4f} {y:.4f}" for x, y in ring) + "))"


def layer_of(crs, wkts, registered=None, field="TBMJ"):
    """A memory layer `图斑` with ids, a text and the registered areas."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    columns = "field=BSM:string(18)" + (f"&field={field}:double(15,2)" if registered is not None else "")
    layer = QgsVectorLayer(f"Polygon?{f'crs={crs}&' if crs else ''}{columns}", "图斑", "memory")
    assert layer.isValid()
    features = []
    for row, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature["BSM"] = f"{row + 1:018d}"
        if registered is not None:
            feature[field] = registered[row]
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


@pytest.fixture
def run(provider):
    def run_algorithm(layer, output="memory:", feedback=None, **parameters):
        import processing

        return processing.run(
            "landledger:ellipsoidarea", {"INPUT": layer, "OUTPUT": output, **parameters}, feedback=feedback
        )

    return run_algorithm


def refusal(run, layer, **parameters) -> str:
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class Told(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.text = ""

        def reportError(self, error, fatalError=False):
            self.text += error

    told = Told()
    with pytest.raises(QgsProcessingException) as refused:
        run(layer, feedback=told, **parameters)
    return f"{refused.value} {told.text}"


def values(layer, name):
    return [None if str(feature[name]) == "NULL" else feature[name] for feature in layer.getFeatures()]


@pytest.mark.parametrize(("crs", "prefix"), [("EPSG:4548", 0), ("EPSG:4527", 39_000_000)])
def test_areas_and_comparison(run, crs, prefix):
    centre = (CENTRE[0] + prefix, CENTRE[1])
    layer = layer_of(crs, [box(centre, 100), box(centre, 1000), box(centre, 100)], [9997.94, 999794.09, 9997.93])
    result = run(layer)
    output = result["OUTPUT"]
    assert [field.name() for field in output.fields()] == ["BSM", "TBMJ", "ELL_AREA", "ELL_DIFF"]
    assert output.crs() == layer.crs()
    assert values(output, "ELL_AREA") == [9997.94, 999794.07, 9997.94]
    assert values(output, "ELL_DIFF") == [0.0, -0.02, 0.01]
    assert values(output, "BSM") == values(layer, "BSM")
    assert values(output, "TBMJ") == values(layer, "TBMJ")
    assert [feature.geometry().asWkt() for feature in output.getFeatures()] == [
        feature.geometry().asWkt() for feature in layer.getFeatures()
    ]
    assert result["FEATURE_COUNT"] == 3
    assert result["TOTAL_AREA_M2"] == 1019789.95
    assert result["DIFFERENT_COUNT"] == 1
    assert result["MAX_DIFFERENCE_M2"] == 0.02
    assert layer.fields().count() == 2


def test_the_registered_area_is_found_by_its_chinese_name_or_named(run):
    shapes = [box(CENTRE, 100)]
    assert run(layer_of("EPSG:4548", shapes, [9990.0], "图斑面积"))["MAX_DIFFERENCE_M2"] == 7.94
    other = layer_of("EPSG:4548", shapes, [9997.0], "MJ1")
    assert "MAX_DIFFERENCE_M2" not in run(other)
    assert run(other, COMPARE_FIELD="MJ1")["MAX_DIFFERENCE_M2"] == 0.94


def test_without_comparison_one_field_is_added(run):
    output = run(layer_of("EPSG:4548", [box(CENTRE, 1000)]), FIELD="TQMJ")["OUTPUT"]
    assert [field.name() for field in output.fields()] == ["BSM", "TQMJ"]
    assert values(output, "TQMJ") == [999794.07]


def test_running_again_replaces_the_fields(run):
    layer = layer_of("EPSG:4548", [box(CENTRE, 100)], [9997.94])
    once = run(layer)["OUTPUT"]
    again = run(once)["OUTPUT"]
    assert [field.name() for field in again.fields()] == [field.name() for field in once.fields()]
    assert values(again, "ELL_AREA") == [9997.94]


def test_missing_and_crossing_shapes(run):
    from qgis.core import QgsProcessingFeedback

    east, north = CENTRE
    bow_tie = (
        f"Polygon(({east - 50} {north - 50}, {east + 50} {north + 50}, {east + 50} {north - 50}, "
        f"{east - 50} {north + 50}, {east - 50} {north - 50}))"
    )
    layer = layer_of("EPSG:4548", [None, bow_tie, box(CENTRE, 100)], [1.0, 4998.97, None])
    feedback = QgsProcessingFeedback(False)
    result = run(layer, feedback=feedback)
    assert (result["NO_AREA_COUNT"], result["REPAIRED_COUNT"], result["DIFFERENT_COUNT"]) == (1, 1, 0)
    areas = values(result["OUTPUT"], "ELL_AREA")
    assert areas[0] is None and areas[2] == 9997.94
    assert abs(areas[1] - 9997.94 / 2) < 0.02  # a wing left and right, of equal size
    assert values(result["OUTPUT"], "ELL_DIFF")[::2] == [None, None]
    log = feedback.textLog()
    assert "4998.97" in log and "no shape" in log and "crosses itself" in log


def brought(layer, crs):
    import processing

    dense = processing.run("native:densifygeometriesgivenaninterval", {"INPUT": layer, "INTERVAL": 20, "OUTPUT": "memory:"})
    return processing.run(
        "native:reprojectlayer",
        {"INPUT": dense["OUTPUT"], "TARGET_CRS": crs, "OUTPUT": "memory:"},
    )["OUTPUT"]


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4547", "EPSG:4526"])
def test_other_zones_only_when_allowed(run, crs):
    layer = brought(layer_of("EPSG:4548", [box(CENTRE, 100), box(CENTRE, 1000)]), crs)
    layer.setName("红线")
    zone = {"ZONE": "EPSG:4548"}
    told = refusal(run, layer, **zone)
    assert "红线" in told and "EPSG:4548" in told
    result = run(layer, REPROJECT=True, **zone)
    areas = values(result["OUTPUT"], "ELL_AREA")
    # New points on the borders, each rounded to 10⁻⁶″: the same ground, not the same hundredth.
    assert abs(areas[0] - 9997.94) < 0.02 and abs(areas[1] - 999794.07) < 0.05
    assert result["OUTPUT"].crs() == layer.crs()


def test_the_own_zone_with_or_without_number_needs_no_permission(run):
    layer = layer_of("EPSG:4548", [box(CENTRE, 100)])
    assert run(layer, ZONE="EPSG:4527")["TOTAL_AREA_M2"] == 9997.94


@pytest.mark.parametrize(
    ("crs", "centre", "parameters", "words"),
    [
        ("EPSG:4490", (116.0, 36.0), {}, "degrees"),
        ("EPSG:4490", CENTRE, {}, "metres"),
        ("EPSG:4548", (116.0, 36.0), {}, "degrees"),
        ("EPSG:32650", CENTRE, {}, "Gauss-Kruger"),
        ("EPSG:4326", (116.0, 36.0), {"ZONE": "EPSG:4548", "REPROJECT": True}, "CGCS2000"),
        ("EPSG:4548", CENTRE, {"ZONE": "EPSG:32650", "REPROJECT": True}, "Gauss-Kruger"),
        ("", CENTRE, {}, "reference system"),
        ("EPSG:4548", CENTRE, {"COMPARE_FIELD": "MJ9"}, "MJ9"),
    ],
)
def test_one_sentence_refuses(run, crs, centre, parameters, words):
    told = refusal(run, layer_of(crs, [box(centre, 100 if centre == CENTRE else 0.01)]), **parameters)
    assert words in told
    assert "图斑" in told or "ZONE" in parameters or "zone to compute in" in told


def test_no_features(run):
    assert "图斑" in refusal(run, layer_of("EPSG:4548", []))


@pytest.mark.parametrize("name", ["TBMJ", "tbmj", "ELL_DIFF", " "])
def test_field_names_that_would_lose_something(run, name):
    assert refusal(run, layer_of("EPSG:4548", [box(CENTRE, 100)], [1.0]), FIELD=name)


def test_cancelling_leaves_no_file(run, tmp_path):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        """Cancels as soon as the writing has begun."""

        def setProgress(self, progress):
            if progress > 70:
                self.cancel()

    shapes = [box(CENTRE, 100, shift=200.0 * row) for row in range(9000)]
    target = tmp_path / "areas.gpkg"
    with pytest.raises(QgsProcessingException):
        run(layer_of("EPSG:4548", shapes), str(target), Impatient(False))
    assert list(tmp_path.iterdir()) == []


def test_many_features_to_a_file(run, tmp_path):
    from qgis.core import QgsVectorLayer

    shapes = [box(CENTRE, 100, shift=20.0 * row) for row in range(5001)]
    result = run(layer_of("EPSG:4548", shapes), str(tmp_path / "areas.gpkg"))
    layer = QgsVectorLayer(str(tmp_path / "areas.gpkg"))
    areas = values(layer, "ELL_AREA")
    assert len(areas) == 5001 == result["FEATURE_COUNT"]
    assert abs(sum(areas) - result["TOTAL_AREA_M2"]) < 1e-4
    assert areas[0] == 9997.94 and min(areas) > 9997 and max(areas) < 10000.01


@pytest.mark.real_qgis
def test_through_the_real_qgis_process(tmp_path, qgis_app):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    layer = layer_of("EPSG:4527", [box((CENTRE[0] + 39e6, CENTRE[1]), side) for side in PRINTED], [9997.94, 999794.0])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "DLTB"
    source = tmp_path / "survey.gpkg"
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(source), QgsCoordinateTransformContext(), options)[0] == 0
    target = tmp_path / "areas.gpkg"
    command = [str(ROOT / "scripts" / "qgis_process"), "--json", "run", "landledger:ellipsoidarea", "--"]
    done = subprocess.run(
        [*command, f"INPUT={source}|layername=DLTB", f"OUTPUT={target}"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["FEATURE_COUNT"] == 2 and results["TOTAL_AREA_M2"] == TOTAL
    assert results["DIFFERENT_COUNT"] == 1 and results["MAX_DIFFERENCE_M2"] == 0.07
    assert values(QgsVectorLayer(str(target)), "ELL_AREA") == list(PRINTED.values())
