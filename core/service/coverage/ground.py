"""The share of the city that is served, as ground: union of served units on the parts of the city, and what is left.

Each part (a county) is measured and rounded once to 0.01 m²; covered and uncovered ground are its leaves by the largest
remainder, and everything above is a sum of leaves. Cutting runs in coordinates near zero, so that no bit is lost to large ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
import shapely

from ...area import AreaUnit
from ...errors import FootingError, InputError
from ...progress import Progress, no_progress
from ...rounding import divide_half_up, largest_remainder, units_half_up
from ...sentence import Sentence, translate
from ..units import county_of
from .places import Places, polygons_of

ALL_OF_IT = 1e-9
"""A share so near to 1 is 1: cutting along a border in common leaves some noise."""

Measure = Callable[[np.ndarray], np.ndarray]
"""Areas in m² float64 (n,) of polygons object (n,)."""

HUNDREDTH = AreaUnit.HUNDREDTH_SQUARE_METRE
MOST_LOST = 1e-4
"""Plane m² that cutting may lose, and the same share of a millionth of the ground."""


@dataclass(frozen=True)
class City:
    """The city's ground in p parts that lie nowhere over one another: `name` object (p,), `shape` object (p,), `units` int64
    (p,) whole 0.01 m². `layer` and `source` for messages, '' where the units stand for it."""

    name: Sequence[str]
    shape: np.ndarray
    units: np.ndarray
    whole: shapely.Geometry
    layer: str = ""
    source: str = ""

    @property
    def total(self) -> int:
        """In 0.01 m²."""
        return int(self.units.sum())


@dataclass(frozen=True)
class Covered:
    """What of each part is served: `covered` int64 (p,) in 0.01 m²; `left` object (p,) the ground that is not."""

    title: Sentence
    city: City
    covered: np.ndarray
    left: np.ndarray

    @property
    def total(self) -> int:
        """Covered in all, in 0.01 m²."""
        return int(self.covered.sum())

    @property
    def percent(self) -> Decimal:
        """Of the city, four decimals, half-up."""
        return percent_of(self.total, self.city.total)

    def reaches(self, percent: Decimal) -> bool:
        """Whether the share is not below `percent`: by the areas themselves, not by what is printed."""
        return Fraction(self.total) * 100 >= Fraction(percent) * self.city.total


def percent_of(part: int, whole: int) -> Decimal:
    """With four decimals, half-up; 0 of nothing."""
    return Decimal(divide_half_up(part * 1_000_000, whole)).scaleb(-4) if whole else Decimal("0.0000")


def city_of(names: Sequence[str], shapes: np.ndarray, measure: Measure, layer: str, source: str = "") -> City:
    """The city out of its parts; ground that two of them have belongs to the first. InputError for a part without ground."""
    grounds = polygons_of(shapes)
    bare = np.flatnonzero(shapely.is_missing(grounds) | (shapely.area(grounds) == 0))
    if len(bare):
        raise InputError(translate("LandLedger", "Layer {layer}: row {row} has no ground."), layer=layer, row=int(bare[0]) + 1)
    apart = _apart(grounds)
    kept = np.flatnonzero(shapely.area(apart) > 0)
    units = units_half_up(measure(apart[kept]), HUNDREDTH)
    return City([str(names[row]) for row in kept.tolist()], apart[kept], units, shapely.union_all(grounds), layer, source)


def city_of_units(places: Places, measure: Measure) -> City | None:
    """The ground of the units themselves, by county; None where none has ground."""
    grounds = places.grounds
    rows = [row for row in range(len(places)) if grounds[row] is not None]
    if not rows:
        return None
    counties: dict[str, list[int]] = {}
    for row in rows:
        counties.setdefault(county_of(str(places.units.code[row]), str(places.units.county[row])), []).append(row)
    names = [next((str(places.units.county[row]) for row in own if places.units.county[row]), key) for key, own in counties.items()]
    shapes = np.array([shapely.union_all(grounds[own]) for own in counties.values()], dtype=object)
    return city_of(names, shapes, measure, "")


def _apart(grounds: np.ndarray) -> np.ndarray:
    """Without the ground that an earlier one has."""
    apart = grounds.copy()
    tree = shapely.STRtree(grounds)
    later, earlier = tree.query(grounds, predicate="intersects")
    for row in range(len(grounds)):
        before = earlier[(later == row) & (earlier < row)]
        shared = [other for other in before.tolist() if shapely.area(shapely.intersection(grounds[row], grounds[other])) > 0]
        if shared:
            apart[row] = polygons_of(np.array([shapely.difference(grounds[row], shapely.union_all(grounds[shared]))]))[0]
            if apart[row] is None:
                apart[row] = shapely.Polygon()
    return apart


def cover(
    title: Sentence, city: City, served: np.ndarray, measure: Measure, progress: Progress = no_progress
) -> Covered:
    """What the served grounds object (k,) cover of each part. FootingError where cutting lost ground."""
    p = len(city.shape)
    left = np.full(p, None, dtype=object)
    covered = np.zeros(p, dtype=np.int64)
    if not len(served):
        left[:] = city.shape
        return Covered(title, city, covered, left)
    tree = shapely.STRtree(served)
    pieces = np.full(2 * p, None, dtype=object)
    for part in range(p):
        progress(part / p)
        near = served[tree.query(city.shape[part])]
        inside, outside = _cut(city.shape[part], near, city.name[part])
        left[part] = outside
        pieces[2 * part], pieces[2 * part + 1] = inside, outside
    raw = np.zeros(2 * p)
    there = ~shapely.is_empty(pieces)
    raw[there] = measure(pieces[there])
    leaves = largest_remainder(raw, np.repeat(np.arange(p), 2), city.units)
    progress(1.0)
    return Covered(title, city, leaves[::2], left)


def _cut(part: shapely.Geometry, served: np.ndarray, name: str) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Covered and uncovered ground of a part, cut near zero. FootingError where they do not add up to it."""
    origin = np.floor(np.array(shapely.bounds(part)[:2]))
    whole = shapely.transform(part, lambda xy: xy - origin)
    united = shapely.union_all(shapely.transform(served, lambda xy: xy - origin)) if len(served) else shapely.Polygon()
    pieces = np.array([shapely.intersection(whole, united), shapely.difference(whole, united)], dtype=object)
    grounds = [ground if ground is not None else shapely.Polygon() for ground in polygons_of(pieces)]
    area = float(shapely.area(whole))
    lost = abs(area - sum(float(shapely.area(ground)) for ground in grounds))
    if lost > MOST_LOST + area * 1e-13:
        template = translate("LandLedger", "Cutting the ground of {part} lost {area} m².")
        raise FootingError(template, part=name, area=f"{lost:.6f}")
    inside, outside = (shapely.transform(ground, lambda xy: xy + origin) for ground in grounds)
    return inside, outside


def left_over(covered: Covered, least: float) -> tuple[np.ndarray, np.ndarray, int, float]:
    """The uncovered pieces of at least `least` plane m²: object (u,) shapes and int64 (u,) their parts of the city, by part and
    place; and how many smaller ones there are, with their area."""
    shapes, parts = shapely.get_parts(covered.left, return_index=True)
    area = shapely.area(shapes)
    large = area >= least
    boxes = shapely.bounds(shapes[large])
    order = np.lexsort((boxes[:, 1], boxes[:, 0], parts[large])) if len(boxes) else np.arange(0)
    return shapes[large][order], parts[large][order], int((~large).sum()), float(area[~large].sum())


def share_inside(shapes: np.ndarray, whole: shapely.Geometry) -> np.ndarray:
    """float64 (n,): the share of each polygon, or whether the point, lies in the city; NaN for no shape."""
    shares = np.full(len(shapes), np.nan)
    there = ~shapely.is_missing(shapes)
    shapely.prepare(whole)
    # Most units lie inside by their boxes, which have four corners and not some hundred.
    inside = there & shapely.covers(whole, shapely.envelope(shapes))
    shares[inside] = 1.0
    shares[there & ~inside] = 0.0
    near = np.flatnonzero(there & ~inside & shapely.intersects(whole, shapes))
    area = shapely.area(shapes[near])
    cut = shapely.area(shapely.intersection(shapes[near], whole))
    shares[near] = np.where(area > 0, np.minimum(cut / np.where(area > 0, area, 1.0), 1.0), 1.0)
    shares[shares > 1 - ALL_OF_IT] = 1.0
    return shares
