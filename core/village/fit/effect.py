"""What projects do to the structure table and the indicators of a plan: the ground under them becomes their planned use.

Each touched parcel's area, as the structure table counts it, is shared out to the pieces and to what is left of it by measured areas.
So what one row gives another gets, nothing becomes less than nothing, and the village stays as large as it is. All pieces count,
whatever their verdict: the table says what the projects would do, not what is allowed. Of a project whose use says nothing the plan
stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ...rounding import largest_remainder
from ...survey.atoms import PLANE_TOLERANCE
from ..areas import PlanAreas, Side, parcel_units
from ..structure import row_of_classes
from .job import NOBODY, ROW, Fit

TOWN_ZONE = "0400"


@dataclass(frozen=True)
class PlaceSides:
    """A plan as a whole: the parcels of its target year, and its areas by row (base year and plan, or twice the plan where there
    is no base year)."""

    name: str
    plan: Side
    areas: PlanAreas
    has_base: bool = True


@dataclass(frozen=True)
class Effect:
    """Of one plan: int64 (villages, rows + 1) of 0.01 m²: what the projects take from a row and what they add to it; `after` the
    areas with the plan's side as it would be."""

    sides: PlaceSides
    taken: np.ndarray
    added: np.ndarray
    after: PlanAreas

    @property
    def touched(self) -> bool:
        """Whether any ground changes its row."""
        return bool(self.taken.any() or self.added.any())


def effects_of(fit: Fit, places: Sequence[PlaceSides]) -> list[Effect]:
    """The effect on each plan, in their order."""
    return [_effect(fit, number, sides) for number, sides in enumerate(places)]


def _effect(fit: Fit, place: int, sides: PlaceSides) -> Effect:
    cut = fit.overlay
    leaf = np.flatnonzero((fit.place == place) & cut.leaves.counted & (fit.parcel != NOBODY) & (fit.use != ""))
    areas = sides.areas
    taken, added = np.zeros_like(areas.plan), np.zeros_like(areas.plan)
    if len(leaf):
        village, parcel = parcel_units(sides.plan, areas.villages, areas.masters)
        row = cut.layers[0].columns.attributes[ROW][fit.parcel[leaf]].astype(np.int64)
        units = _shared(fit, leaf, row, parcel)
        version = fit.plan.versions[place]
        table = fit.tables[version]
        before = row_of_classes(areas.structure, table, sides.plan.codes[row], sides.plan.town[row])
        town = sides.plan.town[row] | np.array([TOWN_ZONE in fit.zones[each] for each in leaf.tolist()], dtype=bool)
        after = row_of_classes(areas.structure, table, fit.use[leaf], town)
        moved = before != after
        np.add.at(taken, (village[row[moved]], before[moved]), units[moved])
        np.add.at(added, (village[row[moved]], after[moved]), units[moved])
    return Effect(sides, taken, added, replace(areas, plan=areas.plan - taken + added))


def _shared(fit: Fit, leaf: np.ndarray, row: np.ndarray, parcel: np.ndarray) -> np.ndarray:
    """int64 (k,): of the area of its parcel what each leaf has."""
    cut, columns = fit.overlay, fit.overlay.layers[0].columns
    feature, place = np.unique(fit.parcel[leaf], return_inverse=True)
    place = place.reshape(-1)
    shapes = columns.geometry[feature]
    raw = cut.leaves.raw[leaf]
    plane = cut.atoms.plane_area[cut.leaves.atom[leaf]]
    rest = cut.job.measure(shapes) - np.bincount(place, raw, len(feature))
    whole = shapely.area(shapes) - np.bincount(place, plane, len(feature)) <= PLANE_TOLERANCE
    rest = np.where(whole, 0.0, np.maximum(rest, 0.0))
    masters = parcel[columns.attributes[ROW][feature].astype(np.int64)]
    values, groups = np.concatenate([raw, rest]), np.concatenate([place, np.arange(len(feature))])
    ties = np.concatenate([leaf, len(cut.leaves) + np.arange(len(feature))])
    return largest_remainder(values, groups, masters, ties)[: len(leaf)]
