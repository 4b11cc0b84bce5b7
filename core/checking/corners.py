"""Faults of vertices and corners: repeated vertices, spikes, sharp angles, coordinates with too many decimals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..rules import Rules
from .marks import LEAST_EXTENT, Marks
from .outlines import Edges, Outlines

_STEPS_OF_NOISE = 4
"""Steps of float64 by which a coordinate may miss the decimal it was written as."""


@dataclass(frozen=True)
class CornerLimits:
    """Thresholds in metres and degrees, each from the rule of its name."""

    vertex_distance: float
    spike_angle: float
    spike_width: float
    sharp_angle: float
    decimals: int


def corner_limits(rules: Rules) -> CornerLimits:
    """The thresholds of `resources/rules/checks_geometry.csv` for vertices and corners."""
    return CornerLimits(
        float(rules.number("duplicate_vertex_distance_m")),
        float(rules.number("spike_angle_degrees")),
        float(rules.number("spike_width_m")),
        float(rules.number("sharp_angle_degrees")),
        rules.whole("coordinate_decimals"),
    )


def mark_corners(outlines: Outlines, edges: Edges, repeated: np.ndarray, limits: CornerLimits) -> dict[str, Marks]:
    """Marks of `duplicate_vertex`, `spike` and `sharp_angle`; `edges` and `repeated` as `edges_of` gives them."""
    marks = _sharp_corners(outlines, edges, limits)
    marks["duplicate_vertex"] = _repeated_vertices(outlines, edges, repeated, limits.vertex_distance)
    return marks


def _repeated_vertices(outlines: Outlines, edges: Edges, repeated: np.ndarray, distance: float) -> Marks:
    """Vertices at the very place of the one before them, or closer to it than `distance`; measure: how close."""
    near = np.flatnonzero(edges.length < distance)
    vertex = np.concatenate([repeated, edges.start[near]])
    measure = np.concatenate([np.zeros(len(repeated)), edges.length[near]])
    return _marks_at(outlines, vertex, measure)


def _sharp_corners(outlines: Outlines, edges: Edges, limits: CornerLimits) -> dict[str, Marks]:
    """Corners by the angle between their legs, inward and outward alike.

    A corner below the spike's angle is a spike when its tip is narrow: the end of the shorter leg lies within the
    spike's width of the other leg. Any other corner below the sharp angle is a sharp angle. Measure: the angle in degrees.
    """
    following = np.arange(1, len(edges.start) + 1)
    last = np.flatnonzero(np.r_[edges.ring[1:] != edges.ring[:-1], True]) if len(edges.ring) else following
    first = np.r_[0, last[:-1] + 1] if len(last) else last
    following[last] = first
    step, onward = edges.step, edges.step[following]
    towards = -(step[:, 0] * onward[:, 0] + step[:, 1] * onward[:, 1])
    widest = np.cos(np.radians(min(max(limits.spike_angle, limits.sharp_angle) + 1e-9, 180.0)))
    some = np.flatnonzero(towards > (widest - 1e-12) * edges.length * edges.length[following])
    after = following[some]
    aside = np.abs(step[some, 0] * step[after, 1] - step[some, 1] * step[after, 0])
    angle = np.degrees(np.arctan2(aside, towards[some]))
    longer = np.maximum(edges.length[some], edges.length[after])
    tip = aside / longer
    spike = (angle < limits.spike_angle) & (tip <= limits.spike_width)
    sharp = ~spike & (angle < limits.sharp_angle)
    vertex = edges.start[after]
    return {
        "spike": _marks_at(outlines, vertex[spike], angle[spike]),
        "sharp_angle": _marks_at(outlines, vertex[sharp], angle[sharp]),
    }


def mark_decimals(outlines: Outlines, limits: CornerLimits) -> Marks:
    """Vertices with a coordinate of more decimals than the survey's; measure: 0 for all."""
    scale = 10.0**limits.decimals
    scaled = outlines.places * scale
    noise = _STEPS_OF_NOISE * np.spacing(np.abs(outlines.places)) * scale
    fine = (np.abs(scaled - np.rint(scaled)) > noise).any(axis=1)
    closing = np.r_[outlines.ring[1:] != outlines.ring[:-1], True] if len(outlines.ring) else fine
    vertex = np.flatnonzero(fine & ~closing)
    return _marks_at(outlines, vertex, np.zeros(len(vertex)))


def _marks_at(outlines: Outlines, vertex: np.ndarray, measure: np.ndarray) -> Marks:
    places = outlines.places[vertex]
    extent = np.full(len(vertex), LEAST_EXTENT)
    return Marks(outlines.row[outlines.ring[vertex]], places[:, 0], places[:, 1], measure, extent)

