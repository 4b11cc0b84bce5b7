"""A made-up county for benchmarks: `python -m land_ledger.benchmarks.county OUT.gpkg --parcels 200000 --seed 1`.

Nothing of it exists: a county's shape and size in Shandong (CGCS2000, 3° zone 39, EPSG:4527), a land survey without
overlap or gap, project footprints, control layers a millimetre off the parcel borders, villages. Same seed, same data.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from ..core.area import AreaUnit
from ..core.ellipsoid import GaussZone, ellipsoid_areas
from ..core.rounding import units_half_up
from . import county_controls as controls, county_projects as projects, county_survey as survey
from .bulk_geopackage import add_layer, create
from .county_faults import add_faults
from .lattice import FIELD, POND, Lattice, build

EPSG = 4527
ORIGIN = np.array([39_462_000.0, 4_056_000.0])
ZONE = GaussZone(central_meridian_seconds=117 * 3600, false_easting=39_500_000.0)
VERTICES_A_PARCEL = 42.5
POND_SHARE = 0.01
CORNER = 10_500.0  # metres: the part that is about the same in every size
CORNER_BLOCKS, CORNER_CORRIDORS = 200, 4
XZQ = "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 DCMJ:D JSMJ:D MSSM:C2 BZ:C255"


@dataclass(frozen=True)
class County:
    """Layers by name: declared fields, shapes (object (n,), metres of the zone), columns."""

    layers: dict[str, tuple[str, np.ndarray, dict[str, object]]]
    faults: dict[str, int]

    def summary(self) -> dict[str, dict[str, int]]:
        """Features and vertices by layer."""
        return {
            name: {"features": len(shapes), "vertices": int(shapely.get_num_coordinates(shapes).sum())}
            for name, (_, shapes, _) in self.layers.items()
        }


def draw_county(parcels: int, seed: int, faults: bool = False) -> County:
    """All layers of a county of `parcels` parcels; `faults` spoils shapes and attributes of the survey, counted."""
    rng = np.random.default_rng(seed)
    lattice = build(int(parcels * (1 - POND_SHARE)), parcels * VERTICES_A_PARCEL, rng)
    cells, ponds, host = _with_ponds(lattice, parcels, rng)
    places = _places(lattice, cells, ponds, host)
    order = np.lexsort([places.point[:, 0], -places.point[:, 1] // 90, places.village_column, places.village_row])
    classes = survey.land_classes(places, rng)
    local = np.concatenate([cells, ponds])
    shapes = _in_zone(local)
    units = units_of(shapes)
    layers = _controls(lattice, cells, places, classes, rng)
    layers["XZQ"] = _districts(lattice, places, units)
    places = survey.Places(*(column[order] for column in vars(places).values()))
    columns = survey.survey_columns(places, classes[order], units[order], rng)
    shapes = shapes[order]
    counted: dict[str, int] = {}
    if faults:
        shapes, counted = add_faults(shapes, columns, rng)
    layers |= _footprints(parcels, cells, seed)
    return County({"DLTB": (survey.DLTB, shapes, columns), **layers}, counted)


def write_county(path: Path, county: County) -> None:
    """The county as a GeoPackage."""
    create(path)
    for name, (fields, shapes, columns) in county.layers.items():
        add_layer(path, name, EPSG, fields, shapes, columns)


def _with_ponds(
    lattice: Lattice, parcels: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bricks with holes, the ponds that fill them, and the bricks they lie in: `parcels` shapes in all."""
    cells = shapely.polygons(lattice.rings(lattice.chains))
    kinds = np.array([row.kind for row in lattice.rows])[lattice.cell_row]
    wide = (lattice.cell_right - lattice.cell_left >= 3) & (kinds == FIELD)
    host = np.sort(rng.choice(np.flatnonzero(wide), size=parcels - len(cells), replace=False))
    middle = shapely.get_coordinates(shapely.centroid(cells[host]))
    turns = np.linspace(0, 2 * np.pi, 13)[:-1]
    reach = rng.uniform(5.0, 11.0, (len(host), 1)) * rng.uniform(0.8, 1.2, (len(host), 12))
    rings = middle[:, None, :] + np.stack([np.cos(turns), np.sin(turns)], axis=1) * reach[..., None]
    rings = np.round(rings, 4)
    outer = shapely.get_exterior_ring(cells[host])
    cells[host] = shapely.polygons(outer, holes=shapely.linearrings(rings[:, ::-1])[:, None])
    return cells, shapely.polygons(shapely.linearrings(rings)), host


def _places(lattice: Lattice, cells: np.ndarray, ponds: np.ndarray, host: np.ndarray) -> survey.Places:
    row = np.append(lattice.cell_row, lattice.cell_row[host])
    left = np.append(lattice.cell_left, lattice.cell_left[host])
    kinds = np.array([row_.kind for row_ in lattice.rows])[lattice.cell_row]
    boxes = shapely.bounds(np.concatenate([cells, ponds]))
    return survey.Places(
        (boxes[:, :2] + boxes[:, 2:]) / 2, np.append(kinds, np.full(len(ponds), POND)), *survey.villages_of(row, left)
    )


def _controls(
    lattice: Lattice, cells: np.ndarray, places: survey.Places, classes: np.ndarray, rng: np.random.Generator
) -> dict[str, tuple[str, np.ndarray, dict[str, object]]]:
    count = len(cells)
    boxes = shapely.bounds(cells)
    size = boxes.max(axis=0)[2:]
    features = max(4, round(count / 5000))
    redline = controls.blobs(
        lattice, cells, places.point[:count], rng.uniform(0.1, 0.9, (features, 2)) * size, rng.uniform(400, 1500, features)
    )
    towns = survey.in_town(places)[:count]
    if not towns.any():
        # A small county has no town in the plan: its first village grows.
        towns = (places.village_row[:count] == 0) & (places.village_column[:count] == 0)
    keys = np.unique(np.column_stack([places.village_row[:count], places.village_column[:count]])[towns], axis=0)
    middles = np.array(
        [
            places.point[:count][(places.village_row[:count] == y) & (places.village_column[:count] == x)].mean(axis=0)
            for y, x in keys
        ]
    )
    urban = controls.blobs(lattice, cells, places.point[:count], middles, rng.uniform(500, 900, len(middles)))
    prime = controls.prime_farmland(lattice, classes[:count], rng)
    found = {}
    for name, fields, shapes in (
        ("YJJBNT", controls.YJJBNT, prime), ("STBHHX", controls.STBHHX, redline), ("CZKFBJ", controls.CZKFBJ, urban),
    ):
        shapes = _in_zone(shapes)
        found[name] = (fields, shapes, controls.named(shapes, units_of(shapes), name))
    return found


def _districts(
    lattice: Lattice, places: survey.Places, units: np.ndarray
) -> tuple[str, np.ndarray, dict[str, object]]:
    """Villages with DCMJ, the sum of their parcels."""
    shapes, column, row = controls.districts(lattice)
    codes, names = survey.village_codes(column, row)
    across = int(column.max()) + 1
    sums = np.zeros(len(shapes), dtype=np.int64)
    np.add.at(sums, places.village_row * across + places.village_column, units)
    shapes = _in_zone(shapes)
    return (
        XZQ,
        shapes,
        {
            "BSM": np.array([f"{survey.COUNTY_CODE}06{index + 1:010d}" for index in range(len(shapes))], dtype=object),
            "YSDM": "1000600100",
            "XZQDM": codes,
            "XZQMC": names,
            "DCMJ": sums / 100,
            "JSMJ": units_of(shapes) / 100,
            "MSSM": "00",
            "BZ": "虚构数据",
        },
    )


def _footprints(
    parcels: int, cells: np.ndarray, seed: int
) -> dict[str, tuple[str, np.ndarray, dict[str, object]]]:
    width, height = shapely.total_bounds(cells)[2:]
    shapes = projects.footprints(parcels, float(width), float(height), np.random.default_rng([seed, 1]))
    found = {"XMHX": (projects.XMHX, _in_zone(shapes), projects.columns(shapes, round(parcels * projects.BLOCKS_PER_PARCEL)))}
    if min(width, height) > CORNER:
        corner = projects.draw(
            CORNER_BLOCKS, CORNER_CORRIDORS, CORNER - 2 * projects.MARGIN, CORNER, CORNER, np.random.default_rng([seed, 2])
        )
        found["XMHX_CORNER"] = (projects.XMHX, _in_zone(corner), projects.columns(corner, CORNER_BLOCKS))
    return found


def _in_zone(shapes: np.ndarray) -> np.ndarray:
    return shapely.transform(shapes, lambda points: np.round(points + ORIGIN, 5))


def units_of(shapes: np.ndarray) -> np.ndarray:
    """The survey's ellipsoidal areas in whole 0.01 m², half-up."""
    return np.asarray(units_half_up(ellipsoid_areas(shapes, ZONE), AreaUnit.HUNDREDTH_SQUARE_METRE), dtype=np.int64)


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("output", type=Path)
    parser.add_argument("--parcels", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", action="store_true", help="spoil shapes and attributes of the survey")
    asked = parser.parse_args(arguments)
    start = time.monotonic()
    county = draw_county(asked.parcels, asked.seed, asked.faults)
    drawn = time.monotonic() - start
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    write_county(asked.output, county)
    facts = {
        "parcels": asked.parcels, "seed": asked.seed, "layers": county.summary(), "faults": county.faults,
        "seconds": {"drawn": round(drawn, 1), "all": round(time.monotonic() - start, 1)},
    }
    asked.output.with_suffix(".json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(facts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
