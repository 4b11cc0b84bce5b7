"""What goes into a choice of sites and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property

import numpy as np

from ...columns import Columns
from ...sentence import translate
from .rulebook import Band, Criterion, Item, Veto


@dataclass(frozen=True)
class Sites:
    """Candidate sites: polygons or points, object (n,), valid, in a plane of metres; `fields` what stands in their own fields, text
    object (n,) by the name a rule uses."""

    layer: str
    ids: np.ndarray
    names: Sequence[str]
    shapes: np.ndarray
    fields: Mapping[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class SiteJob:
    """How sites are judged: veto `tolerance` in m², the `weights` of the criteria, how many are `best`, from which total a site is
    fit (`least`), and by which `change` weights are varied (0.1)."""

    vetoes: Sequence[Veto]
    items: Sequence[Item]
    weights: Mapping[Criterion, Decimal]
    tolerance: Decimal
    best: int
    least: Decimal
    change: Decimal = Decimal("0.1")


@dataclass(frozen=True)
class Given:
    """What there is for the rules: the layers of each veto and each rule by distance by its key, empty where none was given;
    `rasters` float64 (n,) by the key of a rule, NaN where the raster has no value on the site."""

    layers: Mapping[str, Sequence[Columns]]
    rasters: Mapping[str, np.ndarray]


class Struck(Enum):
    """How a veto stands to a site."""

    CLEAR = "clear"
    WITHIN = "within"
    HIT = "hit"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _STRUCK[self]


_STRUCK = {
    Struck.CLEAR: translate("LandLedger", "not touched"),
    Struck.WITHIN: translate("LandLedger", "within the tolerance"),
    Struck.HIT: translate("LandLedger", "vetoed"),
    Struck.UNCHECKED: translate("LandLedger", "not checked: no layer given"),
}


@dataclass(frozen=True)
class VetoResult:
    """One veto on one site: the overlapped area in 0.01 m², None for a point and where nothing was checked."""

    site: int
    veto: Veto
    tolerance: Decimal
    struck: Struck
    overlap: int | None


class Outcome(Enum):
    """Whether a rule gave a score."""

    SCORED = "scored"
    NO_LAYER = "no_layer"
    NO_VALUE = "no_value"
    NO_BAND = "no_band"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.SCORED: translate("LandLedger", "scored"),
    Outcome.NO_LAYER: translate("LandLedger", "left out for all sites: no input given"),
    Outcome.NO_VALUE: translate("LandLedger", "not scored: no value for this site"),
    Outcome.NO_BAND: translate("LandLedger", "not scored: no band holds the value"),
}


@dataclass(frozen=True)
class ItemResult:
    """One rule on one site; `value` rounded to 0.01 where it is a number."""

    site: int
    item: Item
    outcome: Outcome
    value: Decimal | str | None = None
    band: Band | None = None

    @property
    def score(self) -> Decimal | None:
        """0 to 100, None where the rule gave none."""
        return None if self.band is None else self.band.score


class Advice(Enum):
    """建议, as the table prints it."""

    BEST = "推荐"
    RESERVE = "备选"
    UNFIT = "不推荐"


@dataclass(frozen=True)
class Ranked:
    """What a site came to. `scores` by criterion in tenths, None where it could not be scored; `total` exact, None where the site is
    vetoed or lacks a score; `rank` among those with a total, equal totals share one; `order` their places one by one from 0."""

    site: int
    vetoed: bool
    scores: Mapping[Criterion, int | None]
    total: Fraction | None
    rank: int | None = None
    order: int | None = None
    tied: Sequence[int] = ()
    advice: Advice | None = None


@dataclass(frozen=True)
class Variation:
    """One weight changed: of a criterion, or of a rule within its criterion; shares before and after, the new order of sites, which
    ranks changed (site, before, after), and whether the best stay the same sites."""

    criterion: Criterion
    item: Item | None
    up: bool
    before: Fraction
    after: Fraction
    order: Sequence[int]
    changes: Sequence[tuple[int, int, int]]
    same_best: bool


@dataclass(frozen=True)
class Stability:
    """The share of a criterion's weight, and from where to where it may go, the others keeping their proportion, without another
    order of all sites, and without other best sites."""

    criterion: Criterion
    share: Fraction
    order: tuple[Fraction, Fraction]
    best: tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Choice:
    """What a run found; `areas` in 0.01 m², None for points."""

    job: SiteJob
    sites: Sites
    given: Given
    areas: Sequence[int | None]
    vetoes: Sequence[VetoResult]
    items: Sequence[ItemResult]
    ranked: Sequence[Ranked]
    variations: Sequence[Variation]
    stability: Sequence[Stability]

    @cached_property
    def hits(self) -> Mapping[int, list[VetoResult]]:
        """The vetoes that strike a site, by site."""
        found: dict[int, list[VetoResult]] = {}
        for result in self.vetoes:
            if result.struck is Struck.HIT:
                found.setdefault(result.site, []).append(result)
        return found

    @cached_property
    def in_order(self) -> list[Ranked]:
        """The sites that have a rank, the best first."""
        return sorted((each for each in self.ranked if each.order is not None), key=lambda each: each.order or 0)
