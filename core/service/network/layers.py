"""Layers as they were read, as roads and places."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from ...columns import Columns
from ...errors import InputError
from ...sentence import translate
from .model import Kind, Places, Roads
from .speeds import ClassSpeed, DirectionWords, directions_of, speeds_of

_LINES = (1, 2, 5)
"""Types of GEOS that are lines: LineString, LinearRing, MultiLineString."""


def roads_of(
    columns: Columns, table: Mapping[str, ClassSpeed], default: float, words: DirectionWords, direction_field: str = ""
) -> Roads:
    """The roads of a layer of lines with attributes SPEED (km/h), CLASS and DIRECTION, each or none.

    InputError naming layer and feature for what is no line, and as `speeds_of` and `directions_of` raise it.
    """
    kinds = shapely.get_type_id(columns.geometry)
    wrong = np.flatnonzero((kinds >= 0) & ~np.isin(kinds, _LINES) & ~shapely.is_empty(columns.geometry))
    if len(wrong):
        template = translate("LandLedger", "Layer {layer}, feature {feature}: a road has to be a line.")
        raise InputError(template, layer=columns.name, feature=int(columns.ids[wrong[0]]))
    attributes = columns.attributes
    given, classes = attributes.get("SPEED"), attributes.get("CLASS")
    if given is None and classes is None:
        classes = np.full(len(columns), None, dtype=object)
    speeds = speeds_of(given, classes, table, default, columns.name)
    forward = backward = np.ones(len(columns), dtype=bool)
    if "DIRECTION" in attributes:
        forward, backward = directions_of(attributes["DIRECTION"], words, columns.name, direction_field)
    return Roads(columns.name, columns.ids, columns.geometry, speeds, forward, backward)


def places_of(columns: Columns, kind: Kind, people_field: str = "") -> Places:
    """The places of a layer of points, or of polygons by a point inside, with attributes NAME and PEOPLE, each or none.

    People nobody entered are none. InputError naming layer, feature and field for people that are no whole number ≥ 0.
    """
    xy = np.full((len(columns), 2), np.nan)
    points = shapely.point_on_surface(columns.geometry)
    known = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    xy[known] = shapely.get_coordinates(points[known])
    names = columns.attributes.get("NAME", np.full(len(columns), None, dtype=object))
    called = [str(name or "").strip() or str(number) for name, number in zip(names.tolist(), columns.ids.tolist())]
    if kind is Kind.ORIGIN:
        # Tables are made base by base: two of one name would be one.
        twice = {name for name in called if called.count(name) > 1}
        called = [f"{name}（{number}）" if name in twice else name for name, number in zip(called, columns.ids.tolist())]
    people = columns.attributes.get("PEOPLE")
    if people is None:
        return Places(kind, columns.name, columns.ids, called, xy)
    entered = np.where(np.isnan(people), 0.0, people)
    wrong = np.flatnonzero((entered < 0) | (entered != np.floor(entered)) | (entered > 1e12))
    if len(wrong):
        template = translate(
            "LandLedger", "Layer {layer}, feature {feature}: {value} in field {field} is no whole number of people."
        )
        places = {"feature": int(columns.ids[wrong[0]]), "value": f"{entered[wrong[0]]:g}", "field": people_field}
        raise InputError(template, layer=columns.name, **places)
    return Places(kind, columns.name, columns.ids, called, xy, entered.astype(np.int64), int(np.isnan(people).sum()))
