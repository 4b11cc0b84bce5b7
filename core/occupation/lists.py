"""The lists beside the tables: features that overlap, pieces that were adjusted, findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import numpy as np

from ..area import Area, AreaUnit
from ..rounding import units_half_up
from ..sentence import Sentence, sentence, translate
from ..survey.apportion import Leaves, Master
from ..workbook import DisplayUnit, FilledTable, Layout, Row
from ..workbook.table import Value
from .model import AreaMethod, Finding, FindingKind, Job, OverlapFinding

OVERLAP_KINDS = {
    "footprint": translate("LandLedger", "footprints overlap"),
    "parcel": translate("LandLedger", "survey parcels overlap"),
    "control": translate("LandLedger", "control features overlap"),
    "values": translate("LandLedger", "layer features overlap"),
}
OVERLAP_NOTES = {
    "footprint": translate("LandLedger", "Each footprint counts the ground; the total counts it once."),
    "parcel": translate("LandLedger", "The first parcel owns the ground; the registered area of the other is reduced."),
    "control": translate("LandLedger", "The ground is counted once in this layer."),
    "values": translate("LandLedger", "The layer counts the ground once, each of its attribute values counts its own."),
}
FINDING_KINDS = {
    FindingKind.REPAIRED: translate("LandLedger", "shape repaired"),
    FindingKind.DROPPED: translate("LandLedger", "feature without an area"),
    FindingKind.UNKNOWN_CLASS: translate("LandLedger", "class not recognised"),
    FindingKind.NO_MASTER: translate("LandLedger", "no registered area"),
    FindingKind.IDENTIFIER: translate("LandLedger", "identifier missing or doubled"),
    FindingKind.FAR_FROM_MASTER: translate("LandLedger", "registered and measured area differ"),
    FindingKind.OUTSIDE_SURVEY: translate("LandLedger", "outside the survey"),
    FindingKind.OUTSIDE_PLAN: translate("LandLedger", "outside the plan"),
    FindingKind.FAR_FROM_FOOTPRINT: translate("LandLedger", "footprint and survey areas differ"),
    FindingKind.NO_RIDGE: translate("LandLedger", "ridge fields of the parcel"),
    FindingKind.FORMER_CLASS: translate("LandLedger", "reported by its former class"),
    FindingKind.NO_OWNER: translate("LandLedger", "ownership nature unknown"),
    FindingKind.NOT_TOUCHED: translate("LandLedger", "layer not touched"),
    FindingKind.BELOW_UNIT: translate("LandLedger", "smaller than the unit"),
    FindingKind.SLIVER: translate("LandLedger", "slivers"),
}
MASTERS = {
    Master.PARCEL: translate("LandLedger", "registered area of the parcel (TBMJ)"),
    Master.FOOTPRINT: translate("LandLedger", "surveyed area of the footprint"),
    Master.NONE: translate("LandLedger", "no adjustment"),
}


def display_unit(unit: AreaUnit) -> DisplayUnit:
    """公顷 with four decimals for approvals (1 m²), m² with two decimals for the survey (0.01 m²)."""
    return DisplayUnit.HECTARE if unit is AreaUnit.SQUARE_METRE else DisplayUnit.SQUARE_METRE


def basis(job: Job) -> Sentence:
    """The line under a table: method, master and unit of the run."""
    method = translate("LandLedger", "areas in the plane of projection")
    if job.zone and job.method is AreaMethod.ELLIPSOID:
        method = translate("LandLedger", "ellipsoidal areas")
    return sentence(
        translate("LandLedger", "Basis: {method}; areas adjusted to: {master}; smallest unit {unit} m²."),
        method=sentence(method),
        master=sentence(MASTERS[job.master]),
        unit=job.unit.square_metres,
    )


def overlap_table(overlaps: Iterable[OverlapFinding], layout: Layout) -> FilledTable:
    """Every pair of features that lie over one another, with their common area."""
    listed = list(overlaps)
    rows = [
        Row(
            {
                "SEQ": number,
                "KIND": sentence(OVERLAP_KINDS[found.kind]),
                "FIRST": f"{found.layer} {found.first}",
                "SECOND": f"{found.layer} {found.second}",
                "AREA": area,
                "NOTE": sentence(OVERLAP_NOTES[found.kind]),
            }
        )
        for number, (found, area) in enumerate(zip(listed, all_measured([found.area for found in listed])), start=1)
    ]
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def measured(square_metres: float) -> Area:
    """A measured area that stands by itself, rounded half-up to 0.01 m²."""
    return all_measured([square_metres])[0]


def all_measured(square_metres: Sequence[float]) -> list[Area]:
    """The same for each of many."""
    unit = AreaUnit.HUNDREDTH_SQUARE_METRE
    return [Area.from_units(units, unit) for units in units_half_up(np.array(square_metres, dtype=np.float64), unit).tolist()]


def adjustment_table(
    leaves: Leaves, plots: Sequence[str], parcels: Sequence[object] | None, unit: AreaUnit, master: Master, layout: Layout
) -> FilledTable:
    """Every leaf that the largest remainder moved by a unit (平差明细).

    `plots` are the names of the footprints by row, `parcels` the number of each leaf's parcel, None where there is none.
    """
    moved = leaves.units - leaves.plain
    rows = []
    for row in np.flatnonzero(moved != 0):
        cells: dict[str, Value] = {
            "DK": plots[leaves.footprint[row]],
            "BSM": None if parcels is None else parcels[row],  # type: ignore[dict-item]
            "PIECE": str(leaves.atom[row] + 1),
            "RAW": Decimal(f"{leaves.raw[row]:.6f}"),
            "EXACT": Decimal(f"{leaves.share[row]:.6f}"),
            "ADJUSTED": Area.from_units(int(leaves.units[row]), unit),
            "MOVED": int(moved[row]),
            "BASIS": sentence(MASTERS[master]),
        }
        rows.append(Row(cells))
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def finding_table(findings: Iterable[Finding], layout: Layout) -> FilledTable:
    """The findings; beside a repaired shape its area as drawn (signed, so a bow-tie has 0) and as registered."""
    rows = [
        Row(
            {
                "KIND": sentence(FINDING_KINDS[found.kind]),
                "LAYER": found.layer,
                "FEATURE": found.feature,
                "FIELD": found.field,
                "TEXT": found.text,
                "AREA": found.area,
                "SIGNED": None if found.signed_area is None else measured(found.signed_area),
                "TBMJ": None if found.registered is None else measured(found.registered),
            }
        )
        for found in findings
    ]
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)
