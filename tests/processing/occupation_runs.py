"""Runs of landledger:occupation on small real files, and the files: shared by the tests of the algorithm."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import shapely
from openpyxl import load_workbook
from osgeo import ogr, osr

# Not resolved: through the link of scripts/test the package has its installed name.
ROOT = Path(__file__).absolute().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "sample_township_madeup.gpkg"
TRAPS = ROOT / "tests" / "data" / "township_traps_madeup.gpkg"
ALGORITHM = "landledger:occupation"
WEST, SOUTH, SIZE = 39_408_000.0, 4_036_000.0, 100.0
"""South-west corner and side of the parcels of the traps, see `tests/data/make_traps.py`."""


def square(column: float, row: float, columns: float = 1, rows: float = 1, size: float = SIZE) -> shapely.Geometry:
    """A rectangle of the traps in parcels from the south-west corner."""
    west, south = WEST + size * column, SOUTH + size * row
    return shapely.box(west, south, west + size * columns, south + size * rows)


def write_layer(
    path: Path, name: str, shapes, rows, kinds: dict[str, str] | None = None, epsg: int | None = 4527, kind=ogr.wkbUnknown
) -> str:
    """Add a layer of shapes (shapely, OGR or None) to a file and return its URI; `kinds` maps fields to C, I or D."""
    driver = ogr.GetDriverByName("ESRI Shapefile" if path.suffix == ".shp" else "GPKG")
    data = driver.Open(str(path), 1) if path.exists() else driver.CreateDataSource(str(path))
    reference = None
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    options = ["ENCODING=UTF-8"] if path.suffix == ".shp" else []
    layer = data.CreateLayer(name, reference, kind, options)
    codes = {"C": ogr.OFTString, "I": ogr.OFTInteger64, "D": ogr.OFTReal}
    kinds = kinds or {key: "D" if isinstance(value, float) else "C" for key, value in (rows[0] if rows else {}).items()}
    for key, code in kinds.items():
        layer.CreateField(ogr.FieldDefn(key, codes[code]))
    data.StartTransaction()
    for shape, row in zip(shapes, rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in row.items():
            if value is not None:
                feature.SetField(key, value)
        if shape is not None:
            given = isinstance(shape, ogr.Geometry)
            feature.SetGeometry(shape if given else ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        assert layer.CreateFeature(feature) == 0
    data.CommitTransaction()
    del layer, data
    return str(path) if path.suffix == ".shp" else f"{path}|layername={name}"


def write_footprints(path: Path, *shapes, epsg: int | None = 4527, name: str = "hongxian", kind=ogr.wkbUnknown) -> str:
    """Footprints DK001, DK002 … in a new layer."""
    rows = [{"DKBH": f"DK{number:03d}", "DKMC": f"地块{number}"} for number in range(1, len(shapes) + 1)]
    return write_layer(path, name, shapes, rows, {"DKBH": "C", "DKMC": "C"}, epsg, kind)


def parcels_of(package: Path, table: str = "parcels") -> tuple[list, list[dict]]:
    """Shapes and rows of a layer of the traps."""
    data = ogr.Open(str(package))
    layer = data.GetLayerByName(table)
    shapes, rows = [], []
    for feature in layer:
        shape = feature.GetGeometryRef()
        shapes.append(None if shape is None else shapely.from_wkb(bytes(shape.ExportToWkb())))
        rows.append(feature.items())
    return shapes, rows


@dataclass
class Run:
    """What one run returned, said and wrote."""

    results: dict
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    pieces: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        """`pieces`: the rows of the result layer as sqlite reads them, now; a later run may replace the file."""
        if ".gpkg" in str(self.results.get("PIECES")):
            self.pieces = rows_of(self.results["PIECES"])

    def sheet(self, title: str) -> list[tuple]:
        """The values of a sheet of the workbook, row by row."""
        book = load_workbook(self.results["WORKBOOK"], read_only=True)
        try:
            return [tuple(row) for row in book[title].iter_rows(values_only=True)]
        finally:
            book.close()

    def text(self, title: str) -> str:
        """Everything on a sheet as one text."""
        return "\n".join(" ".join(str(value) for value in row if value is not None) for row in self.sheet(title))


def rows_of(source: str) -> list[dict]:
    """The rows of a layer in a GeoPackage, `path` or `path|layername=…`."""
    path, _, table = str(source).partition("|layername=")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        if not table:
            (table,) = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type='features'").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY fid')]


def exact(value: float) -> Decimal:
    """The decimal that a float prints as."""
    return Decimal(repr(value))


def counted_sum(pieces: list[dict], column: str = "AREA_ADJ", **wanted) -> Decimal:
    """Sum of a column over the pieces that count in the total and have the values wanted."""
    chosen = [row for row in pieces if row["COUNTED"] == 1 and all(row[key] == value for key, value in wanted.items())]
    return sum((exact(row[column]) for row in chosen), Decimal(0))


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


SENTENCE = re.compile(r"Traceback|Internal error|NoneType|\{\w*\}")


QGIS_SAYS = "Unable to execute algorithm\n"
"""What Python's processing.run puts before the reason of checkParameterValues."""


def is_one_sentence(message: str) -> bool:
    """Whether a message can be shown to a clerk: no inner workings, not a page."""
    message = message[len(QGIS_SAYS) :] if message.startswith(QGIS_SAYS) else message
    return bool(message.strip()) and not SENTENCE.search(message) and len(message) < 420 and "\n" not in message.strip()


def qgis_process(algorithm: str, environment: dict[str, str] | None = None, prefix=(), **values) -> subprocess.CompletedProcess:
    """The real executable."""
    words = [f"{name}={each}" for name, value in values.items() for each in (value if isinstance(value, list) else [value])]
    command = [*prefix, str(ROOT / "scripts" / "qgis_process"), "--json", "run", algorithm, "--", *words]
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "QGIS_CUSTOM_CONFIG_PATH")}
    # A profile in English unless the caller says otherwise: messages are compared.
    clean |= {"QT_QPA_PLATFORM": "offscreen", "LANDLEDGER_LOCALE": "en_US"} | (environment or {})
    return subprocess.run(command, env=clean, capture_output=True, encoding="utf-8", errors="replace", timeout=300)


def results_of(done: subprocess.CompletedProcess) -> dict:
    """What the executable returned, or a failed test with what it said."""
    start = done.stdout.find("{")
    assert done.returncode == 0 and start >= 0, done.stdout + done.stderr
    answer, _ = json.JSONDecoder().raw_decode(done.stdout[start:])
    assert "results" in answer, done.stdout + done.stderr
    return answer["results"]


def copy_of(path: Path, folder: Path) -> Path:
    """A copy: QGIS writes into the header of a GeoPackage that it only reads."""
    return Path(shutil.copy(path, folder / path.name))
