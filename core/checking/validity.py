"""Shapes that can't be used as drawn: missing, without area, without numbers, or with rings that break the rules."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from ..sentence import Sentence, sentence, translate
from ..survey.repair import even_odd, said_invalidity
from .finding import Finding, Severity
from .marks import LEAST_EXTENT, SeverityOf, place_facts

_NOTHING_ENCLOSED = 1e-3
"""m²: below this sum of the drawn rings it is looked at whether they enclose anything."""

_RINGS_MISPLACED = {
    "Hole lies outside shell",
    "Holes are nested",
    "Nested shells",
    "Interior is disconnected",
    "Duplicate Rings",
}

NO_SHAPE = sentence(translate("LandLedger", "The feature has no shape."))
NO_NUMBERS = sentence(translate("LandLedger", "A coordinate of the shape is not a number."))
NO_AREA = sentence(translate("LandLedger", "The shape encloses no area."))


def find_invalid(geometry: np.ndarray, missing: np.ndarray, nan: np.ndarray, invalid: np.ndarray,
                 severity_of: SeverityOf) -> list[Finding]:
    """Findings of `no_shape`, `no_numbers`, `no_area`, `self_intersection` and `misplaced_ring`.

    `missing`, `nan`, `invalid` int64: the rows that have no shape, a coordinate that is no number, or a shape that
    GEOS calls invalid or that has no area.
    """
    findings: list[Finding] = []
    for check, rows, text in (("no_shape", missing, NO_SHAPE), ("no_numbers", nan, NO_NUMBERS)):
        severity = severity_of(check)
        if severity is not None:
            findings += [Finding(check, severity, row, text) for row in rows.tolist()]
    severities = {check: severity_of(check) for check in ("no_area", "self_intersection", "misplaced_ring")}
    for row in invalid.tolist():
        found = _fault_of(geometry[row], row, severities)
        if found is not None:
            findings.append(found)
    return findings


def _fault_of(shape: object, row: int, severities: Mapping[str, Severity | None]) -> Finding | None:
    """The finding of one shape that is invalid or has no area; None where its check is off."""
    check, kind, text, x, y = _diagnosis(shape)
    severity = severities[check]
    if severity is None:
        return None
    return Finding(check, severity, row, text, x=x, y=y, extent=LEAST_EXTENT, facts=(kind, *place_facts(x, y)))


def _diagnosis(shape: object) -> tuple[str, str, Sentence, float, float]:
    """(check, what GEOS calls it, sentence, x, y)."""
    if shapely.area(shape) < _NOTHING_ENCLOSED and even_odd(shape) is None:
        x, y = shapely.get_coordinates(shape).min(axis=0).tolist()
        return "no_area", "no area", NO_AREA, x, y
    kind, text, x, y = said_invalidity(shape)
    if not np.isfinite([x, y]).all():
        x, y = shapely.get_coordinates(shape)[0].tolist()
    return ("misplaced_ring" if kind in _RINGS_MISPLACED else "self_intersection"), kind, text, x, y
