"""Noise rules: which changed pieces are likely to be drawing, not land (`resources/rules/transition.csv`).

A piece falls under the first rule that fits. Its area stays in every total and is told apart; nothing is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from ...rules import Rule, Rules
from ...sentence import translate
from ...survey.noding import mean_widths
from .model import Flows
from .surveys import empty_texts, with_rule


class Noise(Enum):
    """The rules in the order they are tried; the value is what flows and layers carry."""

    SLIVER = "sliver"
    STRIP = "strip"
    SHIFT = "shift"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _LABELS[self]


_LABELS = {
    Noise.SLIVER: translate("LandLedger", "sliver (area)"),
    Noise.STRIP: translate("LandLedger", "narrow strip (width)"),
    Noise.SHIFT: translate("LandLedger", "shift of a common border"),
}
NOISE_RULES = (
    "transition_sliver_area_m2",
    "transition_sliver_width_m",
    "transition_shift_width_m",
    "transition_shift_share_percent",
)


@dataclass(frozen=True)
class NoiseLimits:
    """Limits in m², metres and per cent; 0 turns a rule off."""

    area: float
    width: float
    shift_width: float
    shift_share: float

    @classmethod
    def of(cls, rules: Rules) -> NoiseLimits:
        """The limits in force."""
        return cls(*(float(rules.number(key)) for key in NOISE_RULES))


def noise_rules(rules: Rules) -> list[Rule]:
    """The rules behind the limits, for the inputs sheet."""
    return [rules.get(key) for key in NOISE_RULES]


def mark_noise(flows: Flows, limits: NoiseLimits) -> Flows:
    """The flows with the rule of each changed piece and of ground that one survey alone covers.

    A shift: the piece is narrower than `shift_width`, most of the parcel it was cut from keeps its class, and most of
    the parcel it went to had that class before: what moved is their common border. Pieces without a shape have an area
    only, so of them none is a strip or a shift.
    """
    rule = empty_texts(len(flows))
    rows = np.flatnonzero(flows.changed | ~flows.covered)
    width = _widths(flows, rows)
    shift = (width < limits.shift_width) & _of_border(flows, limits.shift_share / 100)[rows]
    rule[rows[shift]] = Noise.SHIFT.value
    rule[rows[width < limits.width]] = Noise.STRIP.value
    rule[rows[flows.units[rows] < limits.area * 100]] = Noise.SLIVER.value
    return with_rule(flows, rule)


def _widths(flows: Flows, rows: np.ndarray) -> np.ndarray:
    """Mean width of the pieces at `rows`, m; infinite without a shape."""
    width = np.full(len(rows), np.inf)
    if flows.geometry is not None:
        shapes = flows.geometry[rows]
        known = np.array([shape is not None for shape in shapes.tolist()], dtype=bool)
        width[known] = mean_widths(shapes[known])
    return width


def _of_border(flows: Flows, share: float) -> np.ndarray:
    """bool (n,): pieces between two parcels both of which keep their class for the most part."""
    kept = _share(flows.before_row, flows.units, flows.before == flows.after)
    was = _share(flows.after_row, flows.units, flows.before == flows.after)
    border: np.ndarray = (
        flows.changed & (kept >= share) & (was >= share) & (flows.before_row >= 0) & (flows.after_row >= 0)
    )
    return border


def _share(row: np.ndarray, units: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Of the parcel each piece belongs to: which share of its area is of one class in both years."""
    count = int(row.max(initial=-1)) + 2
    whole = np.bincount(row + 1, units, count)
    steady = np.bincount(row + 1, np.where(same, units, 0), count)
    share: np.ndarray = np.divide(steady, whole, out=np.zeros(count), where=whole > 0)[row + 1]
    return share
