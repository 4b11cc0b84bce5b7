"""批而未供 from geometry: approved land minus supplied land, batch by batch, as exact pieces.

The approved polygons are cut once along the supplied ones; every piece is measured and apportioned once, so supplied and
unsupplied land of a batch make up its approved area exactly. Ground that two polygons of one batch share counts once in
the batch, ground supplied twice is supplied once; both are listed, as is what was supplied outside all approvals.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from ..area import Area, AreaUnit
from ..columns import Columns
from ..errors import FootingError, InputError
from ..occupation.model import Job
from ..occupation.overlay import Overlay, OverlayLayer, overlay
from ..occupation.patches import features_of_leaves
from ..progress import Progress, no_progress, part_of
from ..rounding import apportion, units_half_up
from ..sentence import Sentence, sentence, translate
from .days import day_of

SUPPLIED = "L1"
"""The key of the supplied layer in the overlay."""


@dataclass(frozen=True)
class UnsuppliedJob:
    """How a run measures and what it tells apart: batches approved before `base_year` are left out; parts below `sliver`
    are listed by themselves; what was supplied in `year` was disposed of in that year (None: nothing is told apart);
    `by_document`: the areas of the approval documents (attribute APPR_UNITS) are the masters, not the measured ones."""

    job: Job
    base_year: int
    sliver: Area
    year: int | None = None
    by_document: bool = False


@dataclass(frozen=True)
class Remark:
    """What whoever signs has to know of a feature."""

    layer: str
    feature: str
    text: Sentence
    area: Area | None = None


@dataclass(frozen=True)
class ApprovedBatch:
    """A batch: its document, name, day of approval, and units of the job. `plots` are its polygons; `document` the area
    of its approval documents, where the layer tells it for all of them."""

    key: str
    doc_no: str
    name: str
    approved: datetime.date | None
    plots: int
    units: int
    supplied: int
    left: int
    slivers: int
    document: Area | None = None


@dataclass(frozen=True)
class ApprovedPlot:
    """An approved polygon: `row` in the layer, `batch` place of its batch, units of the job; `now` of the supplied ones
    in the year of the run; `parts` places of its unsupplied parts."""

    row: int
    batch: int
    number: str
    units: int
    supplied: int
    now: int
    parts: tuple[int, ...] = ()

    @property
    def left(self) -> int:
        """What is not supplied."""
        return self.units - self.supplied


@dataclass(frozen=True)
class Part:
    """A connected piece of unsupplied ground of a plot."""

    plot: int
    number: str
    shape: shapely.Geometry
    units: int
    sliver: bool


@dataclass(frozen=True)
class Outside:
    """A supplied parcel that reaches out of all approved land; areas rounded half-up to 0.01 m²."""

    number: str
    area: Area
    outside: Area


@dataclass(frozen=True)
class Unsupplied:
    """The result of a run."""

    job: UnsuppliedJob
    approved: Columns
    supplied: Columns
    overlay: Overlay
    batches: Sequence[ApprovedBatch]
    plots: Sequence[ApprovedPlot]
    parts: Sequence[Part]
    outside: Sequence[Outside] = ()
    remarks: Sequence[Remark] = field(default_factory=list)

    def area(self, units: int) -> Area:
        """Units of the job as an exact area."""
        return Area.from_units(int(units), self.job.job.unit)


def unsupplied_land(
    approved: Columns, supplied: Columns, job: UnsuppliedJob, progress: Progress = no_progress
) -> Unsupplied:
    """Run the job. `approved` with attributes DOC_NO, BATCH, APPR_DATE (text or None), PLOT and APPR_UNITS (float64 units
    of the job, NaN), each optional; `supplied` with NUMBER and DATE, both optional; both in one plane.

    InputError naming layer and feature for a polygon without a batch, or a day that is none; FootingError when what has
    to add up does not.
    """
    keys, approved, days = _batches_given(approved)
    supply_days = _days(supplied, "DATE")
    layer = OverlayLayer(SUPPLIED, supplied.name, supplied)
    result = overlay(approved, [layer], job.job, part_of(progress, 0.0, 0.8))
    # Mending drops features without a shape: what is kept is found again by its id.
    kept = _rows_kept(approved, result.footprints)
    keys, days = keys[kept], [days[row] for row in kept.tolist()]
    counted = np.array([day is None or day.year >= job.base_year for day in days], dtype=bool)
    remarks = _left_out(result, counted, days, job)
    ordered = list(dict.fromkeys(keys[counted].tolist()))
    if not ordered:
        template = translate("LandLedger", "Layer {layer}: no batch was approved in {year} or later.")
        raise InputError(template, layer=approved.name, year=job.base_year)
    place = {key: number for number, key in enumerate(ordered)}
    batch = np.array([place[key] if use else -1 for key, use in zip(keys, counted)], dtype=np.int64)
    sums = _Sums.of(result, batch, len(ordered), job, _supplied_now(result, supplied, supply_days, job.year))
    plots, parts = _plots_and_parts(result, batch, sums, job)
    progress(0.95)
    batches = _batches(result, ordered, batch, sums, plots, parts, days)
    remarks += _undated(result, batch, days)
    found = Unsupplied(
        job, result.footprints, result.layers[0].columns, result, batches, plots, parts,
        _outside(result, job), remarks,
    )  # fmt: skip
    _require_footing(found)
    progress(1.0)
    return found


# --------------------------------------------------------------------------------------------------------------- inputs


def _batches_given(approved: Columns) -> tuple[np.ndarray, Columns, list[datetime.date | None]]:
    """The batch key of each polygon (its document, else its name), the columns with a number a polygon, the days."""
    nothing = np.full(len(approved), None, dtype=object)
    documents = approved.attributes.get("DOC_NO", nothing)
    names = approved.attributes.get("BATCH", nothing)
    keys = np.empty(len(approved), dtype=object)
    for row, (document, name) in enumerate(zip(documents, names)):
        keys[row] = _text(document) or _text(name)
        if not keys[row]:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: it has no batch and no document number.")
            raise InputError(template, layer=approved.name, feature=int(approved.ids[row]))
    days = _days(approved, "APPR_DATE")
    attributes = {**approved.attributes, "FP_ID": _numbers(approved, keys)}
    return keys, replace(approved, attributes=attributes), days


def _numbers(approved: Columns, keys: np.ndarray) -> np.ndarray:
    """A number for each polygon: its own where it is like no other's, else with the batch before it, else the feature id."""
    own = [_text(value) for value in approved.attributes.get("PLOT", np.full(len(approved), None, dtype=object))]
    longer = [f"{key}-{number}" for key, number in zip(keys.tolist(), own)]
    numbers = np.empty(len(approved), dtype=object)
    for row, number in enumerate(own):
        if number and own.count(number) == 1:
            numbers[row] = number
        elif number and longer.count(longer[row]) == 1:
            numbers[row] = longer[row]
        else:
            numbers[row] = f"{keys[row]}-F{int(approved.ids[row])}"
    return numbers


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


def _days(columns: Columns, name: str) -> list[datetime.date | None]:
    if name not in columns.attributes:
        return [None] * len(columns)
    days = []
    for row, value in enumerate(columns.attributes[name]):
        try:
            days.append(day_of(value))
        except ValueError:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” is not a date.")
            raise InputError(template, layer=columns.name, feature=int(columns.ids[row]), value=str(value)) from None
    return days


def _rows_kept(before: Columns, after: Columns) -> np.ndarray:
    place = {int(feature): row for row, feature in enumerate(before.ids)}
    return np.array([place[int(feature)] for feature in after.ids], dtype=np.int64)


def _supplied_now(
    result: Overlay, supplied: Columns, days: Sequence[datetime.date | None], year: int | None
) -> np.ndarray:
    """bool (r,): leaves that were supplied in the year, and not before: every parcel over them is of that year."""
    now = np.zeros(len(result.leaves), dtype=bool)
    if year is None:
        return now
    kept = _rows_kept(supplied, result.layers[0].columns)
    of_year = np.array([(day := days[row]) is not None and day.year == year for row in kept.tolist()], dtype=bool)
    leaf, feature = features_of_leaves(result.atoms.controls[SUPPLIED], result.leaves.atom, len(result.atoms))
    now[leaf] = True
    now[leaf[~of_year[feature]]] = False
    return now


# ----------------------------------------------------------------------------------------------------------------- sums


@dataclass(frozen=True)
class _Sums:
    """Leaves that count, (r,): `used` once in their batch, `units` of the job, `supplied`, `now`; `master` int64 (b,)."""

    used: np.ndarray
    units: np.ndarray
    supplied: np.ndarray
    now: np.ndarray
    master: np.ndarray

    @classmethod
    def of(cls, result: Overlay, batch: np.ndarray, count: int, job: UnsuppliedJob, now: np.ndarray) -> _Sums:
        leaves = result.leaves
        own = batch[leaves.footprint]
        used = own >= 0
        rows = np.flatnonzero(used)
        pair = own[rows] * len(result.atoms) + leaves.atom[rows]
        _, first = np.unique(pair, return_index=True)
        used[:] = False
        used[rows[first]] = True
        units = np.where(used, leaves.units, 0)
        documents = _documents(result, batch, count) if job.by_document else [None] * count
        if any(each is not None for each in documents):
            units = _by_document(result, own, used, units, documents, job.job.unit)
        master = np.zeros(count, dtype=np.int64)
        np.add.at(master, own[used], units[used])
        return cls(used, units, result.hits[SUPPLIED].inside, now, master)


def _documents(result: Overlay, batch: np.ndarray, count: int) -> list[float | None]:
    """The area of each batch by its documents in units of the job, None where a polygon has none."""
    given = result.footprints.attributes.get("APPR_UNITS")
    if given is None:
        return [None] * count
    sums: list[float | None] = []
    for place in range(count):
        own = given[batch == place]
        sums.append(float(own.sum()) if len(own) and bool(np.isfinite(own).all()) else None)
    return sums


def _by_document(
    result: Overlay,
    own: np.ndarray,
    used: np.ndarray,
    units: np.ndarray,
    documents: Sequence[float | None],
    unit: AreaUnit,
) -> np.ndarray:
    """The leaves of the batches that have a documented area, apportioned to it."""
    size = float(unit.square_metres)
    for place, document in enumerate(documents):
        rows = np.flatnonzero(used & (own == place))
        if document is None or not len(rows):
            continue
        master = units_half_up(np.array([document * size]), unit)
        group = np.zeros(len(rows), dtype=np.int64)
        units[rows] = apportion(result.leaves.raw[rows], group, master, result.leaves.atom[rows]).units
    return units


def _plots_and_parts(
    result: Overlay, batch: np.ndarray, sums: _Sums, job: UnsuppliedJob
) -> tuple[list[ApprovedPlot], list[Part]]:
    footprint = result.leaves.footprint
    plots: list[ApprovedPlot] = []
    parts: list[Part] = []
    sliver = job.sliver.micro_mu
    starts = np.searchsorted(footprint, np.arange(len(batch) + 1))
    for row in np.flatnonzero(batch >= 0).tolist():
        rows = np.arange(starts[row], starts[row + 1])
        rows = rows[sums.used[rows]]
        number = result.footprint_id(row)
        own = [
            Part(len(plots), f"{number}-{place}", shape, units, units * job.job.unit.micro_mu < sliver)
            for place, (shape, units) in enumerate(_connected(result, rows[~sums.supplied[rows]], sums.units), 1)
        ]
        places = tuple(range(len(parts), len(parts) + len(own)))
        supplied = rows[sums.supplied[rows]]
        plots.append(
            ApprovedPlot(
                row, int(batch[row]), number, int(sums.units[rows].sum()), int(sums.units[supplied].sum()),
                int(sums.units[supplied[sums.now[supplied]]].sum()), places,
            )
        )  # fmt: skip
        parts += own
    return plots, parts


def _connected(result: Overlay, rows: np.ndarray, units: np.ndarray) -> list[tuple[shapely.Geometry, int]]:
    """The connected parts of the leaves `rows` with their units, the largest first; leaves that touch in a point only are
    two parts."""
    if not len(rows):
        return []
    shapes = result.atoms.geometry[result.leaves.atom[rows]]
    merged = shapely.get_parts(shapely.union_all(shapes))
    merged = merged[shapely.get_type_id(merged) == shapely.GeometryType.POLYGON]
    at = shapely.STRtree(merged).nearest(shapely.point_on_surface(shapes))
    sums = np.zeros(len(merged), dtype=np.int64)
    np.add.at(sums, at, units[rows])
    corner = shapely.bounds(merged)
    order = np.lexsort((corner[:, 1], corner[:, 0], -sums))
    return [(merged[place], int(sums[place])) for place in order.tolist()]


def _batches(
    result: Overlay,
    keys: Sequence[str],
    batch: np.ndarray,
    sums: _Sums,
    plots: Sequence[ApprovedPlot],
    parts: Sequence[Part],
    days: Sequence[datetime.date | None],
) -> list[ApprovedBatch]:
    documents = _documents(result, batch, len(keys))
    unit = result.job.unit
    found = []
    for place, key in enumerate(keys):
        own = [plot for plot in plots if plot.batch == place]
        slivers = sum(parts[part].units for plot in own for part in plot.parts if parts[part].sliver)
        supplied = sum(plot.supplied for plot in own)
        units = int(sums.master[place])
        rows = np.flatnonzero(batch == place)
        document = documents[place]
        area = None
        if document is not None:
            master = units_half_up(np.array([document * float(unit.square_metres)]), unit)
            area = Area.from_units(int(master[0]), unit)
        known = [day for row in rows.tolist() if (day := days[row]) is not None]
        found.append(
            ApprovedBatch(
                key, _first(result, rows, "DOC_NO"), _first(result, rows, "BATCH") or key, min(known, default=None),
                len(own), units, supplied, units - supplied - slivers, slivers, area,
            )
        )  # fmt: skip
    return found


def _first(result: Overlay, rows: np.ndarray, name: str) -> str:
    values: Mapping[str, np.ndarray] = result.footprints.attributes
    texts = [_text(value) for value in values[name][rows]] if name in values else []
    return next((text for text in texts if text), "")


# -------------------------------------------------------------------------------------------------------------- remarks


def _left_out(
    result: Overlay, counted: np.ndarray, days: Sequence[datetime.date | None], job: UnsuppliedJob
) -> list[Remark]:
    text = translate("LandLedger", "Approved on {date}, before {year}: it is left out.")
    return [
        Remark(
            result.footprints.name,
            result.footprint_id(row),
            sentence(text, date=str(days[row]), year=job.base_year),
            result.area(result.footprint_units[row]),
        )
        for row in np.flatnonzero(~counted).tolist()
    ]


def _undated(result: Overlay, batch: np.ndarray, days: Sequence[datetime.date | None]) -> list[Remark]:
    rows = [row for row in np.flatnonzero(batch >= 0).tolist() if days[row] is None]
    if not rows or len(rows) == len(days):
        text = translate("LandLedger", "No polygon has a date of approval; all of them count.")
        return [Remark(result.footprints.name, "", sentence(text))] if rows else []
    text = translate("LandLedger", "It has no date of approval and counts all the same.")
    return [Remark(result.footprints.name, result.footprint_id(row), sentence(text)) for row in rows]


def _outside(result: Overlay, job: UnsuppliedJob) -> list[Outside]:
    """Supplied parcels beyond all approved land, those left out for their year included: whole less its pieces."""
    columns = result.layers[0].columns
    if not len(columns):
        return []
    whole = result.job.measure(columns.geometry)
    relation = result.atoms.controls[SUPPLIED]
    inside = np.bincount(relation.feature, result.atom_raw[relation.atom], len(columns))
    fine = AreaUnit.HUNDREDTH_SQUARE_METRE
    numbers = columns.attributes.get("NUMBER", np.full(len(columns), None, dtype=object))
    found = []
    for row, (all_of_it, beyond) in enumerate(zip(whole.tolist(), np.maximum(whole - inside, 0.0).tolist())):
        area, outside = (Area.from_units(int(units_half_up(np.array([raw]), fine)[0]), fine) for raw in (all_of_it, beyond))
        if outside and outside >= job.sliver:
            found.append(Outside(_text(numbers[row]) or str(int(columns.ids[row])), area, outside))
    return found


def _require_footing(found: Unsupplied) -> None:
    """Supplied and unsupplied land of a batch make up its approved area, its plots and its parts alike."""
    for place, batch in enumerate(found.batches):
        own = [plot for plot in found.plots if plot.batch == place]
        left = sum(found.parts[part].units for plot in own for part in plot.parts)
        sums = (sum(plot.units for plot in own), sum(plot.supplied for plot in own) + left)
        if sums != (batch.units, batch.units) or batch.supplied + batch.left + batch.slivers != batch.units:
            raise FootingError(
                translate("LandLedger", "Batch {batch}: supplied and unsupplied land do not make up the approved area."),
                batch=batch.key,
            )
