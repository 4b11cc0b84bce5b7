"""From measured atoms to exact leaves: every area is rounded here, once, in the unit of the job.

A leaf is an atom as one footprint counts it. With the parcel as master the leaves of a parcel and its remainder make up
the registered area; with the footprint as master the leaves of a footprint make up the surveyed footprint. Where
footprints overlap, each counts its own leaf; the leaf of the first footprint of an atom also counts in the total.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from operator import is_not

import numpy as np
import shapely

from ..area import AreaUnit
from ..rounding import Apportionment, apportion, integer_sums, units_half_up
from .atoms import OUTSIDE, PLANE_TOLERANCE, Atoms
from .registered import unregistered
from .ridges import ridge_units

Measure = Callable[[np.ndarray], np.ndarray]
"""Areas in m², float64 (n,), of an object array of polygons: plane, or the survey's ellipsoidal area."""

class Master(Enum):
    """What the leaves have to add up to (平差控制面积)."""

    PARCEL = "parcel"
    FOOTPRINT = "footprint"
    NONE = "none"


@dataclass(frozen=True)
class Leaves:
    """One row an atom and footprint, sorted by footprint, then atom; all arrays (r,).

    `counted`: the row that stands for its atom in totals. `raw` measured m²; `share` m² exact share of the master
    before rounding; `units` int64 in the unit of the job; `plain` int64 the share rounded alone.
    """

    atom: np.ndarray
    footprint: np.ndarray
    counted: np.ndarray
    raw: np.ndarray
    share: np.ndarray
    units: np.ndarray
    plain: np.ndarray

    def __len__(self) -> int:
        return len(self.atom)


@dataclass(frozen=True)
class ParcelMasters:
    """Registered areas of the touched parcels and what became of them; arrays (p,).

    `row` survey rows; `measured` m² of the whole parcel as drawn; `units` int64 the master after overlaps were taken
    off (`reduced` bool); `remainder` int64 units left outside the footprints; `covered` bool: nothing is left outside.
    """

    row: np.ndarray
    measured: np.ndarray
    units: np.ndarray
    remainder: np.ndarray
    covered: np.ndarray
    reduced: np.ndarray


def leaf_rows(atoms: Atoms) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Atom, footprint and `counted` of each leaf, sorted by footprint, then atom."""
    relation = atoms.footprints
    order = np.lexsort((relation.atom, relation.feature))
    atom, footprint = relation.atom[order], relation.feature[order]
    return atom, footprint, relation.first(len(atoms))[atom] == footprint


def apportion_to_parcels(
    atoms: Atoms,
    raw: np.ndarray,
    unit: AreaUnit,
    registered: np.ndarray,
    original: np.ndarray,
    measure: Measure,
    measured: np.ndarray | None = None,
    drawn: np.ndarray | None = None,
) -> tuple[Leaves, ParcelMasters]:
    """Leaves whose master is the parcel's registered area.

    `raw` float64 (n,) m² of the atoms; `registered` float64 (m,) m² per survey row, NaN where the survey gives none
    (then the measured area is the master); `original` object (m,) the parcels as they were delivered, `measured` and `drawn`
    float64 (m,) m² of those that have an atom, by `measure` and in the plane, if they are known already.
    """
    row = np.unique(atoms.parcel[atoms.parcel != OUTSIDE])
    whole = measure(original[row]) if measured is None else measured[row]
    kept = atoms.parcels[row]
    drawn = shapely.area(original[row]) if drawn is None else drawn[row]
    # Most parcels lost nothing: they still are the object they were.
    other = np.flatnonzero(list(map(is_not, kept, original[row])))
    plane = drawn.copy()
    plane[other] = shapely.area(kept[other])
    reduced = plane < drawn - PLANE_TOLERANCE
    left = whole.copy()
    left[reduced] = measure(kept[reduced])
    given = registered[row]
    usable = ~unregistered(given)
    master = units_half_up(np.where(usable, given, whole) * np.where(reduced, left / whole, 1.0), unit)

    inside = np.flatnonzero(atoms.parcel != OUTSIDE)
    position = np.searchsorted(row, atoms.parcel[inside])
    plane_left = plane - np.bincount(position, atoms.plane_area[inside], len(row))
    covered = plane_left <= PLANE_TOLERANCE
    rest = np.where(covered, 0.0, np.maximum(left - np.bincount(position, raw[inside], len(row)), 0.0))
    values = np.concatenate([raw[inside], rest])
    groups = np.concatenate([position, np.arange(len(row))])
    ties = np.concatenate([inside, len(atoms) + np.arange(len(row))])
    shared = apportion(values, groups, master, ties)
    exact = master[groups] * values / np.bincount(groups, values, len(row))[groups] * float(unit.square_metres)

    count = len(inside)
    by_atom = _by_atom(atoms, raw, unit)
    by_atom.share[inside] = exact[:count]
    by_atom.units[inside] = shared.units[:count]
    by_atom.plain[inside] = shared.plain[:count]
    return _spread(atoms, raw, by_atom), ParcelMasters(row, whole, master, shared.units[count:], covered, reduced)


def apportion_to_footprints(
    atoms: Atoms, raw: np.ndarray, unit: AreaUnit, footprint_raw: np.ndarray
) -> tuple[Leaves, np.ndarray]:
    """Leaves whose master is the surveyed footprint, and the masters int64 (f,) in units.

    `footprint_raw` float64 (f,) m² of the whole footprints: rounded once to the unit, plot by plot.
    """
    atom, footprint, counted = leaf_rows(atoms)
    masters = units_half_up(footprint_raw, unit)
    masters[np.bincount(footprint, minlength=len(masters)) == 0] = 0
    shared = apportion(raw[atom], footprint, masters, atom)
    sums = np.bincount(footprint, raw[atom], len(masters))
    share = masters[footprint] * raw[atom] / sums[footprint] * float(unit.square_metres)
    return Leaves(atom, footprint, counted, raw[atom], share, shared.units, shared.plain), masters


def round_each(atoms: Atoms, raw: np.ndarray, unit: AreaUnit) -> Leaves:
    """Leaves without a master: each atom is rounded half-up by itself."""
    return _spread(atoms, raw, _by_atom(atoms, raw, unit))


@dataclass(frozen=True)
class _ByAtom:
    share: np.ndarray
    units: np.ndarray
    plain: np.ndarray


def _by_atom(atoms: Atoms, raw: np.ndarray, unit: AreaUnit) -> _ByAtom:
    units = units_half_up(raw, unit)
    return _ByAtom(raw.copy(), units, units.copy())


def _spread(atoms: Atoms, raw: np.ndarray, by_atom: _ByAtom) -> Leaves:
    atom, footprint, counted = leaf_rows(atoms)
    return Leaves(atom, footprint, counted, raw[atom], by_atom.share[atom], by_atom.units[atom], by_atom.plain[atom])


def apportion_ridges(
    units: np.ndarray, coefficient: np.ndarray, group: np.ndarray, ties: np.ndarray, masters: np.ndarray | None = None
) -> np.ndarray:
    """Field ridge (田坎) of each leaf, int64 (r,).

    `group` int64 (r,): leaves of one parcel (with its remainder) or of one footprint and parcel; `coefficient` int64
    (r,) in 10⁻⁶, the same within a group; `masters` int64 (k,) the registered ridge of each group, else the ridge of
    the group's whole area, rounded once. Never more than the leaf itself. Rule: KCMJ = TBMJ × KCXS (survey database standard).
    """
    count = int(group.max()) + 1 if len(group) else 0
    total = integer_sums(units, group, count)
    own = np.zeros(count, dtype=np.int64)
    own[group] = coefficient
    master = ridge_units(total, own) if masters is None else np.minimum(masters, total)
    master[own == 0] = 0
    weight = np.where(coefficient > 0, units, 0).astype(np.float64)
    result: Apportionment = apportion(weight, group, np.where(total > 0, master, 0), ties)
    return result.units
