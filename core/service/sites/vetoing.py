"""First phase: what of a site lies under layers that exclude it, exact to 0.01 m²."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import shapely

from ...area import AreaUnit
from ...columns import Columns
from ...errors import InputError
from ...progress import Progress, no_progress
from ...rounding import units_half_up
from ...sentence import translate
from .model import Given, SiteJob, Sites, Struck, VetoResult
from .rulebook import Veto

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE
_QUARTER = 32
"""Segments in a quarter of a circle around ground drawn wider: the area falls short of the circle's by 0.04 %."""


def areas_of(sites: Sites) -> list[int | None]:
    """The plane area of each site in 0.01 m², None of a point."""
    return [None if shapely.get_dimensions(shape) < 2 else _area(shape) for shape in sites.shapes.tolist()]


def vetoed(sites: Sites, job: SiteJob, given: Given, progress: Progress = no_progress) -> list[VetoResult]:
    """Every veto on every site, veto by veto. InputError for a layer of lines or points without a width."""
    results: list[VetoResult] = []
    for number, veto in enumerate(job.vetoes):
        progress(number / len(job.vetoes))
        layers = given.layers.get(veto.key, ())
        tolerance = job.tolerance if veto.tolerance is None else veto.tolerance
        if not layers:
            results += [VetoResult(site, veto, tolerance, Struck.UNCHECKED, None) for site in range(len(sites))]
            continue
        grounds = np.concatenate([_ground(layer, veto) for layer in layers])
        results += _struck(sites, veto, tolerance, grounds)
    progress(1.0)
    return results


def _ground(layer: Columns, veto: Veto) -> np.ndarray:
    """Polygons object (k,) of a layer, drawn wider where the veto says so."""
    shapes = layer.geometry[~(shapely.is_missing(layer.geometry) | shapely.is_empty(layer.geometry))]
    if veto.width:
        return np.asarray(shapely.buffer(shapes, float(veto.width), quad_segs=_QUARTER))
    if (shapely.get_dimensions(shapes) < 2).any():
        template = translate(
            "LandLedger", "Layer {layer} holds lines or points, which cover no ground: give the veto {veto} a width (column width_m)."
        )
        raise InputError(template, layer=layer.name, veto=veto.name)
    return np.asarray(shapes)


def _struck(sites: Sites, veto: Veto, tolerance: Decimal, grounds: np.ndarray) -> list[VetoResult]:
    near: list[list[int]] = [[] for _ in range(len(sites))]
    for site, place in shapely.STRtree(grounds).query(sites.shapes, predicate="intersects").T.tolist():
        near[site].append(place)
    results = []
    for site, places in enumerate(near):
        shape = sites.shapes[site]
        if shapely.get_dimensions(shape) < 2:
            struck = Struck.HIT if places else Struck.CLEAR
            results.append(VetoResult(site, veto, tolerance, struck, None))
            continue
        overlap = _overlap(shape, grounds[places]) if places else 0
        results.append(VetoResult(site, veto, tolerance, _judged(overlap, tolerance), overlap))
    return results


def _judged(overlap: int, tolerance: Decimal) -> Struck:
    if not overlap:
        return Struck.CLEAR
    return Struck.WITHIN if overlap <= tolerance * 100 else Struck.HIT


def _overlap(site: shapely.Geometry, grounds: np.ndarray) -> int:
    """0.01 m² of a site under grounds, each place once."""
    corner = np.floor(shapely.bounds(site)[:2])
    # Near zero: whole metres are taken off, which changes no bit and leaves the area its decimals.
    here, there = (shapely.transform(shapes, lambda xy: xy - corner) for shapes in (np.array([site]), grounds))
    return _units(shapely.intersection(here[0], shapely.union_all(there)).area)


def _area(shape: shapely.Geometry) -> int:
    corner = np.floor(shapely.bounds(shape)[:2])
    return _units(shapely.transform(shape, lambda xy: xy - corner).area)


def _units(square_metres: float) -> int:
    return int(units_half_up(np.array([square_metres]), UNIT)[0])
