"""Two surveys laid over one another: which ground was which parcel before and is which one after, and how large it is.

One survey is the master: the pieces of each of its parcels add up to the parcel's registered area (TBMJ). Only parcels that
are not drawn alike in both are cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import shapely

from ...progress import Progress, no_progress, part_of
from ...rounding import apportion, units_half_up
from ...survey.apportion import Measure
from ...survey.overlaps import Overlaps, without_overlaps
from ...survey.registered import unregistered
from .balancing import Balanced, balance_both
from .cutting import NOBODY, Cut, cut_both
from .identical import Identical, match_identical
from .model import UNIT


class Survey(NamedTuple):
    """What an overlay needs of a survey, arrays (n,): valid shapes, TBMJ in m² (NaN for none), BSM or None."""

    geometry: np.ndarray
    registered: np.ndarray
    numbers: np.ndarray | None


@dataclass(frozen=True)
class Pieces:
    """Pieces of ground, arrays (k,): rows of the master and the other survey or NOBODY, measured m², int64 0.01 m², shapes.

    A parcel that both surveys have alike is one piece; its `raw` is NaN, because nothing had to be measured.
    """

    master: np.ndarray
    other: np.ndarray
    raw: np.ndarray
    units: np.ndarray
    geometry: np.ndarray


@dataclass(frozen=True)
class Overlaid:
    """The `pieces` of two surveys and how they came about: which parcels are alike, the largest plane area a parcel lost
    (m²), registered areas of both int64 (0.01 m², measured where there is none), and which parcels had none;
    `*_whole` float64 m² as measured of those of the rest, in the order of `alike`."""

    pieces: Pieces
    alike: Identical
    largest_loss: float
    master_units: np.ndarray
    other_units: np.ndarray
    master_measured: np.ndarray
    other_measured: np.ndarray
    balanced: Balanced
    master_whole: np.ndarray
    other_whole: np.ndarray


def overlay(
    master: Survey, other: Survey, measure: Measure, most: int = 0, progress: Progress = no_progress
) -> Overlaid:
    """Pieces of `master` and `other`; FootingError where area is lost.

    Overlapping parcels of one survey: the lower number owns the ground, and the registered area of the other shrinks with
    it. Ground of one survey alone is a piece, too. `most` units (0.01 m²) a piece may
    change by, so that the pieces add up to the registered areas of the other survey, too; 0 for not at all.
    """
    alike = match_identical(master.geometry, other.geometry, master.numbers, other.numbers, part_of(progress, 0.0, 0.4))
    mine = _owned(master, alike.rest_before, alike.overlaps_before, measure)
    theirs = _owned(other, alike.rest_after, alike.overlaps_after, measure)
    cut = cut_both(mine.geometry, theirs.geometry, part_of(progress, 0.4, 0.8))
    raw = measure(cut.geometry)
    balanced = Balanced(_apportioned(cut, raw, mine, theirs))
    if most:
        balanced = balance_both(balanced.units, cut.mine, cut.theirs, theirs.units, most)
    units = balanced.units
    progress(0.9)
    master_units, master_measured = _registered(master, alike.rest_before, mine, measure)
    other_units, other_measured = _registered(other, alike.rest_after, theirs, measure)
    # A parcel drawn alike in both years is one piece: nothing can be passed on.
    apart = int((master_units[alike.before] != other_units[alike.after]).sum())
    balanced = replace(balanced, unsettled=balanced.unsettled + apart)
    known = units > 0
    pieces = Pieces(
        np.concatenate([alike.before, _rows(alike.rest_before, cut.mine)[known]]),
        np.concatenate([alike.after, _rows(alike.rest_after, cut.theirs)[known]]),
        np.concatenate([np.full(len(alike.before), np.nan), raw[known]]),
        np.concatenate([master_units[alike.before], units[known]]),
        np.concatenate([master.geometry[alike.before], cut.geometry[known]]),
    )
    progress(1.0)
    return Overlaid(
        pieces,
        alike,
        cut.loss,
        master_units,
        other_units,
        master_measured,
        other_measured,
        balanced,
        mine.whole,
        theirs.whole,
    )


def _rows(rest: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Rows of the survey for places in its rest, NOBODY where there is none."""
    return np.where(place >= 0, np.append(rest, NOBODY)[place], NOBODY)


@dataclass(frozen=True)
class _Owned:
    """Parcels of the rest without what others own of them: shapes, registered int64 0.01 m², measured m² of each."""

    geometry: np.ndarray
    units: np.ndarray
    whole: np.ndarray
    measured: np.ndarray


def _owned(survey: Survey, rest: np.ndarray, overlaps: Overlaps, measure: Measure) -> _Owned:
    drawn = survey.geometry[rest]
    whole = measure(drawn)
    given = survey.registered[rest]
    missing = unregistered(given)
    area = np.where(missing, whole, given)
    if len(overlaps):
        place = np.searchsorted(rest, overlaps.first), np.searchsorted(rest, overlaps.second)
        kept = without_overlaps(drawn, Overlaps(*place, overlaps.area))
        losers = np.unique(place[1])
        left = np.zeros(len(losers))
        some = ~shapely.is_empty(kept[losers])
        left[some] = measure(kept[losers][some])
        area[losers] *= left / whole[losers]
        whole = whole.copy()
        whole[losers] = left
        drawn = kept
    return _Owned(drawn, units_half_up(area, UNIT), whole, missing)


def _registered(survey: Survey, rest: np.ndarray, owned: _Owned, measure: Measure) -> tuple[np.ndarray, np.ndarray]:
    """Registered areas int64 (n,) in 0.01 m², and bool (n,) which were measured because there is none."""
    given = survey.registered
    missing = unregistered(given)
    units = units_half_up(np.where(missing, 0.0, given), UNIT)
    whole = np.setdiff1d(np.flatnonzero(missing), rest)
    if len(whole):
        units[whole] = units_half_up(measure(survey.geometry[whole]), UNIT)
    units[rest] = owned.units
    return units, missing


def _apportioned(cut: Cut, raw: np.ndarray, mine: _Owned, theirs: _Owned) -> np.ndarray:
    """int64 (k,): the registered area of each parcel shared out to its pieces; ground that only the other survey covers
    gets its share of the registered area there."""
    units = np.zeros(len(raw), dtype=np.int64)
    inside = cut.mine != NOBODY
    owner = cut.mine[inside]
    reached = np.bincount(owner, minlength=len(mine.units)) > 0
    units[inside] = apportion(raw[inside], owner, np.where(reached, mine.units, 0)).units
    alone = np.flatnonzero(~inside)
    if len(alone):
        owner = cut.theirs[alone]
        covered = np.maximum(theirs.whole - np.bincount(owner, raw[alone], len(theirs.whole)), 0.0)
        values = np.concatenate([raw[alone], covered])
        groups = np.concatenate([owner, np.arange(len(covered))])
        usable = np.bincount(groups, values, len(covered)) > 0
        units[alone] = apportion(values, groups, np.where(usable, theirs.units, 0)).units[: len(alone)]
    return units
