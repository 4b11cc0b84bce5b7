"""The sample's layers as columns, read with sqlite3: a GeoPackage is a database, its shapes are WKB behind a header."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely

from ...core.columns import Columns
from ...core.ellipsoid import GaussZone
from ...core.occupation.model import CONTROL_KEYS, Control, Inputs
from ...core.survey.classes import load_code_table
from ...core.survey.schema import Kind, Role, fields_of, match_fields

PACKAGE = Path(__file__).resolve().parent.parent.parent / "resources" / "sample" / "sample_township_madeup.gpkg"
ZONE = GaussZone(central_meridian_seconds=421_200, false_easting=39_500_000.0)
CONTROLS = {
    "YJJBNTBHTB": Role.PRIME_FARMLAND,
    "STBHHX": Role.ECO_REDLINE,
    "CZKFBJ": Role.URBAN_BOUNDARY,
    "GHDLTB": Role.PLAN,
    "JTTDSYQ": Role.OWNERSHIP,
    "GDZLDB": Role.QUALITY,
    "YPJSYD": Role.APPROVED,
    "DLTB_2019": Role.FORMER_SURVEY,
}
ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def shape_of(blob: bytes | None) -> object:
    """The shape of a GeoPackage geometry: magic, version, flags, srs, envelope by its flag, then WKB."""
    if blob is None:
        return None
    assert blob[:2] == b"GP"
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7] :])


def array_of(values: Sequence[object], kind: Kind = Kind.TEXT) -> np.ndarray:
    if kind is Kind.NUMBER:
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    array = np.empty(len(values), dtype=object)
    array[:] = [None if value is None else str(value) for value in values]
    return array


def read_layer(name: str, role: Role | None, named: Mapping[str, str] | None = None) -> Columns:
    """A layer with the standard fields of its role, or with the fields `named`."""
    with sqlite3.connect(f"file:{PACKAGE}?mode=ro", uri=True) as connection:
        rows = connection.execute(f'SELECT * FROM "{name}"')
        titles = [column[0] for column in rows.description]
        records = rows.fetchall()
    fields = fields_of(role) if role else ()
    kinds = {field.name: field.kind for field in fields}
    found = dict(named or match_fields(titles, fields, {}, name, role))
    shape = next(number for number, value in enumerate(records[0]) if isinstance(value, bytes))
    geometry = np.empty(len(records), dtype=object)
    geometry[:] = [shape_of(record[shape]) for record in records]
    attributes = {
        key: array_of([record[titles.index(title)] for record in records], kinds.get(key, Kind.TEXT))
        for key, title in found.items()
    }
    return Columns(name, np.array([record[0] for record in records]), geometry, attributes, str(PACKAGE), "EPSG:4527")


def sample_inputs() -> Inputs:
    """Everything the sample has."""
    footprints = read_layer("XMHX", None, {"FP_ID": "DKBH", "FP_NAME": "DKMC"})
    controls = [Control(role, CONTROL_KEYS[role], read_layer(name, role)) for name, role in CONTROLS.items()]
    return Inputs(footprints, read_layer("DLTB", Role.SURVEY), controls, load_code_table())
