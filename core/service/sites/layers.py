"""Layers as they were read, as candidate sites and as ground that excludes or serves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import shapely

from ...columns import Columns
from ...errors import InputError
from ...sentence import Sentence, sentence, translate
from .model import Sites

NAME = "NAME"
_POLYGON = 3


def sites_of(columns: Columns, fields: Collection[str]) -> tuple[Sites, list[Sentence]]:
    """The candidate sites of a layer of points or polygons with an attribute NAME or none, and those of `fields` that it has; and
    what was mended. InputError naming layer and feature for a site without a shape or that is a line."""
    geometry, mended = _valid(columns)
    shapes = np.empty(len(columns), dtype=object)
    for row, shape in enumerate(geometry.tolist()):
        shapes[row] = _site(shape)
        if shapes[row] is None:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: a site is one point or a polygon with area.")
            raise InputError(template, layer=columns.name, feature=int(columns.ids[row]))
    names = columns.attributes.get(NAME, np.full(len(columns), None, dtype=object))
    called = [str(name or "").strip() or str(number) for name, number in zip(names.tolist(), columns.ids.tolist())]
    twice = {name for name in called if called.count(name) > 1}
    called = [f"{name}（{number}）" if name in twice else name for name, number in zip(called, columns.ids.tolist())]
    own = {field: columns.attributes[field] for field in fields if field in columns.attributes}
    return Sites(columns.name, columns.ids, called, shapes, own), mended


def _site(shape: shapely.Geometry | None) -> shapely.Geometry | None:
    """A point or polygons; None for anything else."""
    parts = shapely.get_parts(shape) if shape is not None else np.empty(0, dtype=object)
    polygons = [part for part in parts.tolist() if shapely.get_type_id(part) == _POLYGON and not part.is_empty]
    if polygons:
        return polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
    if len(parts) == 1 and shapely.get_type_id(parts[0]) == 0 and not parts[0].is_empty:
        return parts[0]
    return None


def grounds_of(layers: Sequence[Columns]) -> tuple[list[Columns], list[Sentence]]:
    """Layers with valid shapes, and what was mended."""
    made, told = [], []
    for layer in layers:
        geometry, mended = _valid(layer)
        made.append(replace(layer, geometry=geometry))
        told += mended
    return made, told


def _valid(columns: Columns) -> tuple[np.ndarray, list[Sentence]]:
    geometry = columns.geometry.copy()
    wrong = np.flatnonzero(~(shapely.is_missing(geometry) | shapely.is_valid(geometry)))
    if not len(wrong):
        return geometry, []
    geometry[wrong] = shapely.make_valid(geometry[wrong])
    text = translate("LandLedger", "Layer {layer}: {count} invalid shapes were mended, the first is feature {feature}.")
    return geometry, [sentence(text, layer=columns.name, count=len(wrong), feature=int(columns.ids[wrong[0]]))]
