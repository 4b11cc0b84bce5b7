"""The field ridge (田坎, 1203) of each leaf."""

from __future__ import annotations

import numpy as np

from ..area import AreaUnit
from ..columns import Columns
from ..rounding import units_half_up
from ..survey.apportion import Leaves, ParcelMasters, apportion_ridges
from ..survey.ridges import Ridges, ridge_units
from .model import Classified, Inputs, Job


def share_ridges(
    inputs: Inputs, job: Job, leaves: Leaves, classified: Classified, parcels: ParcelMasters | None, ridges: Ridges
) -> np.ndarray:
    """Field ridge (1203) of each leaf, int64 units.

    With the parcel as master the registered ridge KCMJ of the parcel is shared over its leaves and remainder; else the
    ridge of what a footprint takes of a parcel is rounded once and shared over the leaves.
    """
    ridge = np.zeros(len(leaves), dtype=np.int64)
    has = classified.coefficient > 0
    of_parcel = has & (classified.ridge_of < len(inputs.survey)) & (parcels is not None)
    if parcels is not None and of_parcel.any():
        by_atom = of_parcel & leaves.counted
        master = _ridge_masters(inputs.survey, job.unit, parcels, ridges)
        shared = _of_parcels(parcels, ridges, leaves, classified, by_atom, master)
        per_atom = dict(zip(leaves.atom[by_atom].tolist(), shared.tolist()))
        ridge[of_parcel] = [per_atom[atom] for atom in leaves.atom[of_parcel].tolist()]
    rest = np.flatnonzero(has & ~of_parcel)
    if len(rest):
        pair = np.stack([leaves.footprint[rest], classified.ridge_of[rest]], axis=1)
        group = np.unique(pair, axis=0, return_inverse=True)[1].reshape(-1)
        ridge[rest] = apportion_ridges(
            leaves.units[rest], classified.coefficient[rest], group, leaves.atom[rest]
        )
    return ridge


def _of_parcels(
    parcels: ParcelMasters,
    ridges: Ridges,
    leaves: Leaves,
    classified: Classified,
    rows: np.ndarray,
    masters: np.ndarray,
) -> np.ndarray:
    """Ridges of the leaves `rows` (mask), int64, out of the ridge of each parcel."""
    row = parcels.row
    position = np.searchsorted(row, classified.ridge_of[rows])
    # What is not under a leaf with a ridge (the remainder, or ground reported otherwise) takes its share too.
    taken = np.zeros(len(row), dtype=np.int64)
    np.add.at(taken, position, leaves.units[rows])
    units = np.concatenate([leaves.units[rows], parcels.units - taken])
    group = np.concatenate([position, np.arange(len(row))])
    ties = np.concatenate([leaves.atom[rows], leaves.atom.max() + 1 + np.arange(len(row))])
    shared = apportion_ridges(units, ridges.millionths[row][group], group, ties, masters)
    return shared[: int(rows.sum())]


def _ridge_masters(survey: Columns, unit: AreaUnit, parcels: ParcelMasters, ridges: Ridges) -> np.ndarray:
    """KCMJ in units; where it is missing, or where overlaps reduced the parcel, the master × KCXS rounded once."""
    row = parcels.row
    computed = ridge_units(parcels.units, ridges.millionths[row])
    usable = ridges.registered_rows[row] & ~parcels.reduced
    given = survey.attributes["KCMJ"][row] if usable.any() else np.zeros(len(row))
    return np.where(usable, units_half_up(np.where(usable, given, 0.0), unit), computed)
