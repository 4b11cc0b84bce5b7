"""The real executable: both official presets on the sample, languages, a full disk, folders without a permission; a real
coverage; and, where the environment names one, a real coordinate file.

LANDLEDGER_REAL_COVERAGE     another coverage: a GeoPackage whose first layer has polygons with shared borders and a text field
LANDLEDGER_REAL_COORDINATES  a coordinate file (TXT) in zone 40 of CGCS2000
"""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import shapely
from osgeo import ogr

from ..oracles import workbook_from_pieces
from .occupation_runs import (
    ALGORITHM,
    copy_of,
    counted_sum,
    exact,
    qgis_process,
    results_of,
    rows_of,
    write_layer,
)
from .test_occupation import LAYERS

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "coverage" / "taichung_statarea_3826.gpkg"
COVERAGE = os.environ.get("LANDLEDGER_REAL_COVERAGE", str(SHIPPED))
COORDINATES = os.environ.get("LANDLEDGER_REAL_COORDINATES", "")


def recomputed(results: dict) -> list[str]:
    """What the oracle finds different between layer and workbook."""
    path = results["PIECES"]
    data = ogr.Open(path)
    table = data.GetLayer(0).GetName()
    return workbook_from_pieces.check(path, table, results["WORKBOOK"])


def targets(folder: Path) -> dict[str, str]:
    return {"PIECES": str(folder / "pieces.gpkg"), "WORKBOOK": str(folder / "book.xlsx")}


@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_the_sample_through_the_real_executable(township, out, preset):
    layers = {name: f"{township}|layername={layer}" for name, layer in LAYERS.items()}
    results = results_of(qgis_process(ALGORITHM, FOOTPRINT_ID="DKBH", PRESET=preset, **layers, **targets(out)))
    assert results["FOOTPRINT_COUNT"] == 12 and results["UNBALANCED_COUNT"] == 0
    pieces = rows_of(results["PIECES"])
    assert counted_sum(pieces) == exact(results["TOTAL_AREA_M2"])
    assert sum((exact(row["AREA_ADJ"]) for row in pieces), Decimal(0)) == exact(results["SUM_OF_FOOTPRINTS_M2"])
    assert recomputed(results) == []
    assert sorted(os.listdir(out)) == ["book.xlsx", "pieces.gpkg"]


@pytest.fixture
def plain(traps):
    """Parameters of a good run on the traps."""
    return {
        "FOOTPRINTS": f"{traps}|layername=footprints",
        "FOOTPRINT_ID": "DKBH",
        "SURVEY": f"{traps}|layername=parcels",
        "PRESET": "approval",
    }


@pytest.mark.parametrize(
    ("name", "layer", "english", "chinese"),
    [
        ("FOOTPRINTS", "footprints_lines", "is not a polygon layer.", "不是面图层"),
        ("FOOTPRINTS", "footprints_duplicate_ids", "footprint number DK001 stands at", "地块编号DK001"),
    ],
)
def test_errors_in_both_languages(plain, traps, out, name, layer, english, chinese):
    values = plain | targets(out) | {name: f"{traps}|layername={layer}"}
    for locale, words in (("en_US", english), ("zh_CN", chinese)):
        done = qgis_process(ALGORITHM, {"LANDLEDGER_LOCALE": locale}, **values)
        said = done.stdout + done.stderr
        assert done.returncode != 0 and words in said and layer in said, said
        assert "Traceback" not in said and os.listdir(out) == []


@pytest.mark.parametrize(("pieces", "kilobytes", "said"), [("pieces.gpkg", 24, "pieces.gpkg"), ("pieces.geojson", 14, "book.xlsx")])
def test_a_full_disk(plain, out, pieces, kilobytes, said):
    """No file may grow past some kilobytes, as on a full disk: the layer does not fit, or the workbook does not."""
    values = plain | targets(out) | {"PIECES": str(out / pieces)}
    done = qgis_process(ALGORITHM, prefix=("bash", "-c", 'ulimit -f "$0"; exec "$@"', str(kilobytes)), **values)
    message = (done.stdout + done.stderr).strip().splitlines()[-1]
    assert done.returncode != 0 and said in message and "disk" in message and "full" in message, message
    assert "sqlite" not in message and os.listdir(out) == []


@pytest.mark.skipif(not hasattr(os, "fork") or os.geteuid() != 0, reason="needs root, to become nobody")
def test_a_folder_without_permission(out, qgis_app):
    """As a user whom modes stop: both targets are refused before anything is read."""
    from qgis.core import QgsProcessingContext

    from ...core.errors import OutputError
    from ...core.workbook import require_writable
    from ...processing.adapters.sink_targets import require_target

    context = QgsProcessingContext()
    out.chmod(0o555)
    for folder in (out.parent, *out.parents[1:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        said = []
        for look in (lambda: require_writable(out / "book.xlsx"), lambda: require_target(str(out / "pieces.gpkg"), context)):
            try:
                look()
            except OutputError as error:
                said.append(str(error))
        os.write(writer, "\n".join(said).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        book, layer = stream.read().splitlines()
    assert "book.xlsx can't be written: the folder or the file is read-only" in book
    assert "pieces.gpkg can't be written: the folder" in layer
    out.chmod(0o755)


def sampled(path: Path, count: int) -> tuple[str, str, list, object]:
    """(layer, a text field, `count` shapes spread over the layer, its system) of a coverage."""
    data = ogr.Open(str(path))
    layer = data.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
    texts = [field.GetName() for field in fields if field.GetType() == ogr.OFTString]
    shapes = []
    for number in np.linspace(1, layer.GetFeatureCount(), count).astype(int).tolist():
        feature = layer.GetFeature(number)
        shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
    epsg = int(layer.GetSpatialRef().GetAuthorityCode(None))
    return layer.GetName(), next((name for name in texts if "TOWN" in name.upper()), texts[-1]), shapes, epsg


@pytest.mark.parametrize("master", ["none", "footprint"])
def test_a_real_coverage(out, tmp_path, master):
    coverage = copy_of(Path(COVERAGE), tmp_path)
    table, field, shapes, epsg = sampled(coverage, 200)
    plots = [shapely.buffer(shape, 120.0) for shape in shapes]
    rows = [{"NO": f"P{number:03d}"} for number in range(len(plots))]
    footprints = write_layer(tmp_path / "plots.gpkg", "plots", plots, rows, epsg=epsg)
    results = results_of(
        qgis_process(
            ALGORITHM,
            FOOTPRINTS=footprints,
            FOOTPRINT_ID="NO",
            SURVEY=f"{coverage}|layername={table}",
            FIELD_MAP=f"DLBM={field}",
            AREA_METHOD="plane",
            MASTER=master,
            UNIT="0.01",
            BORDER_TOLERANCE="0" if master == "none" else "0.002",
            TABLES="T07,CLASS_STATE,CLASS_COLLECTIVE,T28,T29,CONFLICTS,OVERLAPS,ADJUST,FINDINGS",
            **targets(out),
        )
    )
    assert results["FOOTPRINT_COUNT"] == 200 and results["UNBALANCED_COUNT"] == 0
    pieces = rows_of(results["PIECES"])
    raw: dict[str, list[float]] = {}
    adjusted: dict[str, Decimal] = {}
    for row in pieces:
        raw.setdefault(row["FP_ID"], []).append(row["AREA_RAW"])
        adjusted[row["FP_ID"]] = adjusted.get(row["FP_ID"], Decimal(0)) + exact(row["AREA_ADJ"])
    for row, plot in zip(rows, plots):
        # The layer keeps 6 decimals of each piece; gaps narrower than a tolerance belong to no piece.
        allowed = 1e-4 + 1e-6 * len(raw[row["NO"]]) + (0 if master == "none" else results["METHOD_RESIDUE_M2"])
        assert abs(sum(raw[row["NO"]]) - plot.area) <= allowed, row["NO"]
        if master == "footprint":
            whole = Decimal(repr(plot.area)).quantize(Decimal("0.01"), "ROUND_HALF_UP")
            assert adjusted[row["NO"]] == whole
    assert counted_sum(pieces) == exact(results["TOTAL_AREA_M2"])
    unknown = {row["DLBM"] for row in pieces if row["COLUMN_KEY"] == "UNKNOWN"}
    book = openpyxl.load_workbook(results["WORKBOOK"], read_only=True)
    named = {str(row[2]) for row in book["问题清单"].iter_rows(values_only=True) if row[0] == "class not recognised"}
    book.close()
    assert unknown and (unknown <= named or len(named) > 200)
    if master == "footprint":
        # Nobody says whose ground it is: the sheets of state and of collective land are empty.
        different = [text for text in recomputed(results) if not text.endswith("0 rows of totals")]
        assert different == []


@pytest.mark.skipif(not COORDINATES, reason="LANDLEDGER_REAL_COORDINATES names no file")
@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_a_real_coordinate_file(out, tmp_path, preset):
    plots = str(tmp_path / "plots.gpkg")
    imported = results_of(qgis_process("landledger:importcoordinates", INPUT=COORDINATES, OUTPUT=plots))
    assert imported["PLOT_COUNT"] > 0 and imported["BAD_FILE_COUNT"] == 0
    data = ogr.Open(plots)
    layer = data.GetLayer(0)
    west, east, south, north = layer.GetExtent()
    texts = [layer.GetLayerDefn().GetFieldDefn(place).GetName() for place in range(layer.GetLayerDefn().GetFieldCount())]
    number = next(name for name in ("PLOT_NO", "DKBH", "DK_NO", "PLOT_ID", "DKMC", "PLOT") if name in texts)
    shapes, rows = [], []
    for column in range(8):
        for line in range(8):
            step_x, step_y = (east - west + 40) / 8, (north - south + 40) / 8
            x, y = west - 20 + column * step_x, south - 20 + line * step_y
            shapes.append(shapely.box(x, y, x + step_x, y + step_y))
            code = ("0101", "0103", "1006", "0702")[(column + line) % 4]
            nature = "20" if code == "1006" else "30"
            rows.append({"BSM": f"{len(rows) + 1:018d}", "DLBM": code, "QSXZ": nature, "TBMJ": step_x * step_y})
    survey = write_layer(tmp_path / "dltb.gpkg", "DLTB", shapes, rows, epsg=4528)
    results = results_of(
        qgis_process(ALGORITHM, FOOTPRINTS=plots, FOOTPRINT_ID=number, SURVEY=survey, PRESET=preset, **targets(out))
    )
    assert results["FOOTPRINT_COUNT"] == imported["PLOT_COUNT"] and results["UNBALANCED_COUNT"] == 0
    assert results["UNCOVERED_AREA_M2"] == 0
    drawn = sum(feature.GetGeometryRef().GetArea() for feature in layer)
    assert results["SUM_OF_FOOTPRINTS_M2"] == pytest.approx(drawn, rel=3e-4)
    assert counted_sum(rows_of(results["PIECES"])) == exact(results["TOTAL_AREA_M2"])
    assert recomputed(results) == []
