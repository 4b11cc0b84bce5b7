"""What a plan does with one parcel: classes before and after, control zones, lines it meets, and what that changes in the indicators.

The parcel of the plan is cut with the parcels of the base year under it. Pieces are measured on the ellipsoid and make up the
parcel's registered area by the largest remainder, in 0.01 m², so what one class loses another gains.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..area import Area
from ..ellipsoid import GaussZone, ellipsoid_areas
from ..rounding import largest_remainder, units_half_up
from ..sentence import Sentence, sentence, translate
from ..survey.classes import CodeTable, clean_code
from .areas import UNIT
from .indicators import BINDING, Indicator
from .profile import PlanRole
from .structure import Structure, row_of_classes

NOTICEABLE = 0.01
"""Square metres: less ground under no parcel of the base year, or on a line, is a border drawn twice."""


@dataclass(frozen=True)
class Parcel:
    """A parcel of the base year or of the plan: `bsm`, class `code`, whether it is of a `town`, registered `area` in m² (NaN: none)."""

    shape: shapely.Geometry
    bsm: str
    code: str
    town: bool = False
    area: float = float("nan")


@dataclass(frozen=True)
class Zone:
    """Ground of a control zone, or of a line: `name` what people call it."""

    shape: shapely.Geometry
    code: str
    name: str


@dataclass(frozen=True)
class Ground:
    """What lies at a place: parcel of the plan (None: there is none), parcels of the base year, zones, grounds of lines by role."""

    parcel: Parcel | None
    base: Sequence[Parcel]
    zones: Sequence[Zone] = ()
    lines: Mapping[PlanRole, Sequence[shapely.Geometry]] | None = None


@dataclass(frozen=True)
class Piece:
    """Ground of one class before and one after; a code of '' where no parcel lies."""

    bsm: str
    before: str
    after: str
    area: Area


@dataclass(frozen=True)
class IndicatorChange:
    """How an indicator changes by this parcel; `against`: a binding indicator moves where it must not."""

    indicator: Indicator
    change: Area
    against: bool


@dataclass(frozen=True)
class Effect:
    """What the plan does with a parcel. `rows`: changes of rows of the structure table (their place → area), which sum up to
    nothing but for `uncovered`; `within`: ground in each zone, and on each line (role)."""

    parcel: Parcel
    area: Area
    pieces: Sequence[Piece]
    rows: Mapping[int, Area]
    indicators: Sequence[IndicatorChange]
    zones: Sequence[tuple[Zone, Area]]
    within: Mapping[PlanRole, Area]
    uncovered: Area
    notices: Sequence[Sentence] = ()

    @property
    def changed(self) -> Area:
        """Ground whose class is another."""
        return Area.total(piece.area for piece in self.pieces if piece.before != piece.after)


def parcel_effect(
    ground: Ground, structure: Structure, indicators: Sequence[Indicator], table: CodeTable, zone: GaussZone
) -> Effect | None:
    """The effect of the plan's parcel, or of the base year's where the plan has none (it then changes nothing); None where there is
    no parcel at all. `zone` is that in which all shapes lie."""
    parcel = ground.parcel if ground.parcel is not None else (ground.base[0] if ground.base else None)
    if parcel is None:
        return None
    shape = shapely.make_valid(parcel.shape)
    total = _measure([shape], zone)[0]
    units = int(units_half_up(np.array([parcel.area if np.isfinite(parcel.area) else total]), UNIT)[0])
    base = ground.base if ground.parcel is not None else [parcel]
    shapes = [shapely.intersection(shape, shapely.make_valid(each.shape)) for each in base]
    measured = np.array(_measure(shapes, zone))
    rest = _rest(shape, shapes, zone)
    parts, notices = _shares(measured, rest, units)
    codes = [clean_code(each.code) for each in base] + [""]
    after = clean_code(parcel.code)
    pieces = [
        Piece(base[number].bsm if number < len(base) else "", codes[number], after, Area.from_units(int(part), UNIT))
        for number, part in enumerate(parts) if part
    ]  # fmt: skip
    towns = [each.town for each in base] + [False]
    rows = _rows(structure, table, codes, towns, after, parcel.town, parts)
    return Effect(
        parcel=parcel,
        area=Area.from_units(units, UNIT),
        pieces=sorted(pieces, key=lambda piece: (-piece.area.micro_mu, piece.before)),
        rows=rows,
        indicators=_indicators(structure, indicators, rows),
        zones=[(each, share) for each, share in _within(shape, ground.zones, zone)],
        within=_on_lines(shape, ground.lines or {}, zone),
        uncovered=Area.from_units(int(parts[-1]), UNIT),
        notices=notices,
    )


def _measure(shapes: Sequence[shapely.Geometry], zone: GaussZone) -> list[float]:
    """m² of the polygons in each shape."""
    found = []
    for shape in shapes:
        parts = shapely.get_parts(shape) if shape is not None else np.empty(0, dtype=object)
        while np.any(shapely.get_type_id(parts) == 7):
            parts = shapely.get_parts(parts)
        polygons = np.concatenate([shapely.get_parts(part) for part in parts]) if len(parts) else parts
        polygons = polygons[shapely.get_type_id(polygons) == 3] if len(polygons) else polygons
        polygons = polygons[~shapely.is_empty(polygons)] if len(polygons) else polygons
        found.append(float(np.nan_to_num(ellipsoid_areas(polygons, zone)).sum()) if len(polygons) else 0.0)
    return found


def _rest(shape: shapely.Geometry, shapes: Sequence[shapely.Geometry], zone: GaussZone) -> float:
    """m² under no parcel of the base year."""
    left = shapely.difference(shape, shapely.union_all(shapes)) if len(shapes) else shape
    area = _measure([left], zone)[0]
    return area if area > NOTICEABLE else 0.0


def _shares(measured: np.ndarray, rest: float, units: int) -> tuple[np.ndarray, list[Sentence]]:
    """0.01 m² of each parcel of the base year and, last, of the ground that has none; all of them make up `units`."""
    raw = np.append(measured, rest)
    if not raw.sum():
        return np.zeros(len(raw), dtype=np.int64), []
    parts = largest_remainder(raw, np.zeros(len(raw), dtype=np.int64), np.array([units], dtype=np.int64))
    notices = []
    if rest:
        text = translate("LandLedger", "{area} m² lie under no parcel of the base year.")
        notices.append(sentence(text, area=Area.from_units(int(parts[-1]), UNIT).square_metres()))
    return parts, notices


def _rows(
    structure: Structure, table: CodeTable, codes: Sequence[str], towns: Sequence[bool], after: str, town: bool, parts: np.ndarray
) -> dict[int, Area]:
    """Changes by row of the structure table, len(rows) standing for codes that have none; rows that do not change are left out."""
    count = len(codes)
    both = row_of_classes(
        structure, table, np.array([*codes, after], dtype=object), np.array([*towns, town], dtype=bool)
    )
    changes = np.zeros(len(structure.rows) + 1, dtype=np.int64)
    # What lies under no parcel of the base year comes from nowhere: only the new class gains it.
    np.add.at(changes, both[: count - 1], -parts[: count - 1])
    changes[both[count]] += int(parts.sum())
    return {row: Area.from_units(int(change), UNIT) for row, change in enumerate(changes) if change}


def _indicators(
    structure: Structure, indicators: Sequence[Indicator], rows: Mapping[int, Area]
) -> list[IndicatorChange]:
    """Indicators counted from the structure table that change, in the order of the profile."""
    found = []
    for each in indicators:
        kind, _, what = each.source.partition(":")
        if kind not in ("row", "structure"):
            continue
        members = [structure.place(what)] if kind == "row" else structure.members(what)
        change = Area.total(rows[row] for row in members if row in rows)
        if change:
            wrong = (each.direction == "not_more" and change > Area(0)) or (each.direction == "not_less" and change < Area(0))
            found.append(IndicatorChange(each, change, wrong and each.attribute == BINDING))
    return found


def _within(shape: shapely.Geometry, zones: Sequence[Zone], zone: GaussZone) -> list[tuple[Zone, Area]]:
    """The zones that hold ground of the parcel, the largest share first."""
    shares = _measure([shapely.intersection(shape, shapely.make_valid(each.shape)) for each in zones], zone)
    held = [(each, share) for each, share in zip(zones, shares) if share > NOTICEABLE]
    return [(each, _area(share)) for each, share in sorted(held, key=lambda pair: -pair[1])]


def _on_lines(
    shape: shapely.Geometry, lines: Mapping[PlanRole, Sequence[shapely.Geometry]], zone: GaussZone
) -> dict[PlanRole, Area]:
    """Ground of the parcel on each line; what lies there twice counts once."""
    found = {}
    for role, shapes in lines.items():
        cut = [shapely.intersection(shape, shapely.make_valid(each)) for each in shapes]
        share = _measure([shapely.union_all(cut)], zone)[0] if cut else 0.0
        found[role] = _area(share if share > NOTICEABLE else 0.0)
    return found


def _area(square_metres: float) -> Area:
    return Area.from_units(int(units_half_up(np.array([square_metres]), UNIT)[0]), UNIT)
