"""Areas that a layer states of its features: what can be an area, and what it is in 0.01 m²."""

from __future__ import annotations

import numpy as np

from ..area import AreaUnit
from ..columns import Columns
from ..errors import InputError
from ..rounding import units_half_up
from ..sentence import Sentence, sentence, translate

LARGEST = 1e12
"""m²: no feature of a survey is larger (the country has 9.6e12), and a layer of them can still be summed up in int64."""


def require_areas(columns: Columns, name: str, missing_allowed: bool = True) -> np.ndarray:
    """The areas of field `name` (m²) float64 (n,), NaN for null; InputError naming layer, feature and field for the first
    that is negative, infinite, larger than LARGEST, or missing where that is not allowed."""
    areas = columns.attributes[name]
    missing = np.isnan(areas)
    wrong = np.flatnonzero(~((areas >= 0) & (areas <= LARGEST) | (missing & missing_allowed)))
    if len(wrong):
        template = translate("LandLedger", "Layer {layer}, feature {feature}: {field} {area} is no area.")
        place = int(wrong[0])
        shown = "—" if missing[place] else float(areas[place])
        raise InputError(template, layer=columns.name, feature=int(columns.ids[place]), field=name, area=shown)
    return np.asarray(areas)


def area_units(columns: Columns, name: str, missing_allowed: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """The areas of field `name` in 0.01 m² half-up, int64 (n,), 0 for null, and which are null, bool (n,). Errors as
    `require_areas`."""
    areas = require_areas(columns, name, missing_allowed)
    missing = np.isnan(areas)
    return units_half_up(np.where(missing, 0.0, areas), AreaUnit.HUNDREDTH_SQUARE_METRE), missing


def unregistered(areas: np.ndarray) -> np.ndarray:
    """bool (n,): which parcels have no registered area: null, 0, or a number that is no area (negative, above LARGEST).
    Theirs is measured."""
    without: np.ndarray = ~((areas > 0) & (areas <= LARGEST))
    return without


def measured_instead(count: int, feature: object) -> Sentence:
    """What is told of `count` parcels without a registered area, the first of them `feature`."""
    template = translate(
        "LandLedger", "{count} parcels have no registered area (TBMJ) and were measured; the first is {feature}."
    )
    return sentence(template, count=count, feature=feature)
