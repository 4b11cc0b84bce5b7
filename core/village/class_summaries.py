"""Class summaries of a village plan (T11, T12) for base year and target year, in the same registered area as the structure table.

Every parcel counts with what it has of its village's registered area. Each printed cell of the structure table is shared out to the
classes in it, so the summaries agree with it to the last printed figure. Plans coded in different class tables have sheets of their
own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..area import Area
from ..rounding import largest_remainder
from ..rules import Rules
from ..sentence import sentence, translate
from ..summary.checks import wide_and_tall
from ..summary.job import parcel_leaves
from ..summary.model import UNIT, Basis, LeafClass, Level, Region, Summary, SummaryJob
from ..summary.printing import PrintedCells
from ..summary.tables import SheetChoices, share_total, tall_table, total_of, wide_table
from ..survey.classes import CodeTable, clean_code
from ..survey.versions import version_name
from ..workbook import FilledTable, Identity, check, compact
from .areas import PlanAreas, Side, parcel_units
from .structure import row_of_classes
from .structure_tables import PrintedStructure

_YEARS = (("基期", "基期年"), ("规划", "规划目标年"))
"""The two years in the names of sheets and in titles, in the language of the tables."""


@dataclass(frozen=True)
class SummarisedPlan:
    """A plan as it was counted: its class table, its areas, the parcels of both years."""

    table: CodeTable
    areas: PlanAreas
    base: Side
    plan: Side


@dataclass(frozen=True)
class _Leaves:
    """The finest cells of a year: int64 (k,) village (of all plans), row of the structure table, class; area in 0.01 m²; parcels."""

    village: np.ndarray
    row: np.ndarray
    leaf: np.ndarray
    units: np.ndarray
    count: np.ndarray


def class_summaries(
    plans: Sequence[SummarisedPlan], structure: PrintedStructure, rules: Rules, title: str = "", folder: str | None = None
) -> tuple[list[FilledTable], list[Identity]]:
    """Wide (T11) and tall (T12) table of both years, for each class table, and what has to hold of them.

    `structure`: the structure table as printed, of the villages of all plans one after another.
    """
    tables: list[FilledTable] = []
    identities: list[Identity] = []
    firsts = np.cumsum([0, *(len(plan.areas.villages) for plan in plans)]).tolist()
    versions = list(dict.fromkeys(plan.table.version for plan in plans))
    for version in versions:
        own = [(plan, first) for plan, first in zip(plans, firsts) if plan.table.version == version]
        for year, (sheet, word) in enumerate(_YEARS):
            printed = _printed(own, year, structure, rules)
            regions = printed.summary.regions
            name = (title or (regions[0].name if len(regions) == 1 else "")) + word
            pair = _sheets(printed, SheetChoices(folder=folder, name=name), sheet + (version[-4:] if len(versions) > 1 else ""))
            tables += pair
            identities += _identities(printed, pair, structure, year, _numbers(own))
    return tables, identities


def _printed(
    plans: Sequence[tuple[SummarisedPlan, int]], year: int, structure: PrintedStructure, rules: Rules
) -> PrintedCells:
    """The cells of one year: exact by village and class, and as printed."""
    table = plans[0][0].table
    sides = [(plan.base, plan.plan)[year] for plan, _ in plans]
    codes = np.concatenate([side.codes for side in sides])
    classes, leaf = parcel_leaves(table, np.array([*(clean_code(code) for code in codes.tolist()), None], dtype=object)[:-1])
    found = _leaves(plans, sides, leaf)
    whole, numbers = (structure.base, structure.plan)[year], _numbers(plans)
    cells = np.zeros_like(whole)
    cells[numbers] = whole[numbers]  # those of other class tables stand on other sheets
    group = found.village * cells.shape[1] + found.row
    printed = largest_remainder(found.units.astype(np.float64), group, cells.reshape(-1))
    places = {number: place for place, number in enumerate(numbers)}
    row = np.array([places[number] for number in found.village.tolist()], dtype=np.int64)
    exact, shown, counts = (_table(len(places), len(classes), row, found.leaf, values) for values in (found.units, printed, found.count))
    summary = _summary(plans, sides, classes, exact, counts, rules)
    step, unit = structure.printing.step, UNIT.micro_mu
    return PrintedCells(summary, structure.printing, shown, shown, (2 * exact * unit + step) // (2 * step))


def _leaves(plans: Sequence[tuple[SummarisedPlan, int]], sides: Sequence[Side], leaf: np.ndarray) -> _Leaves:
    """Parcels summed up by village, row of the structure table and class."""
    village, row, units = [], [], []
    for (plan, first), side in zip(plans, sides):
        own, shares = parcel_units(side, plan.areas.villages, plan.areas.masters)
        village.append(own + first)
        row.append(row_of_classes(plan.areas.structure, plan.table, side.codes, side.town))
        units.append(shares)
    keys = np.stack([np.concatenate(village), np.concatenate(row), leaf], axis=1)
    distinct, place = np.unique(keys, axis=0, return_inverse=True)
    place = place.reshape(-1)
    total = np.zeros(len(distinct), dtype=np.int64)
    np.add.at(total, place, np.concatenate(units))
    return _Leaves(distinct[:, 0], distinct[:, 1], distinct[:, 2], total, np.bincount(place, minlength=len(distinct)))


def _numbers(plans: Sequence[tuple[SummarisedPlan, int]]) -> list[int]:
    """The villages of some plans, by their number among those of all."""
    return [first + number for plan, first in plans for number in range(len(plan.areas.villages))]


def _table(rows: int, columns: int, row: np.ndarray, column: np.ndarray, values: np.ndarray) -> np.ndarray:
    cells = np.zeros((rows, columns), dtype=np.int64)
    np.add.at(cells, (row, column), values)
    return cells


def _summary(
    plans: Sequence[tuple[SummarisedPlan, int]],
    sides: Sequence[Side],
    classes: Sequence[LeafClass],
    cells: np.ndarray,
    counts: np.ndarray,
    rules: Rules,
) -> Summary:
    """What the sheets of a class summary are made of."""
    table = plans[0][0].table
    regions = [Region(village.code, village.name) for plan, _ in plans for village in plan.areas.villages]
    cultivated = [place for place, leaf in enumerate(classes) if leaf.known and table.is_cultivated(leaf.code)]
    return Summary(
        layer=sides[0].layer, job=SummaryJob(Level.VILLAGE, Basis.GROSS, table, rules), regions=regions, classes=classes, cells=cells,
        places=regions, chains=[(region.code[:6], region.code[:9], region.code) for region in regions],
        place_region=np.arange(len(regions), dtype=np.int64), fine=cells, counts=counts, registered=int(cells.sum()),
        cultivated=int(cells[:, cultivated].sum()), parcels=int(counts.sum()), without_area=0, ridge_too_large=0,
    )  # fmt: skip


def _sheets(printed: PrintedCells, choices: SheetChoices, end: str) -> list[FilledTable]:
    wide, _ = wide_table(printed, choices, "T11V")
    return [_named(table, printed, end) for table in (wide, tall_table(printed, choices, "T12V"))]


def _named(table: FilledTable, printed: PrintedCells, end: str) -> FilledTable:
    """A sheet of its own for the year; its notes say how areas were taken."""
    version = version_name(printed.summary.job.table.version)
    template = translate(
        "LandLedger",
        "Classes: {table}. The registered area of each village is shared out to its parcels; each printed cell of the structure table "
        "is shared out to the classes in it, so that both agree ({count} moved).",
    )
    layout = replace(table.layout, sheet=f"{table.layout.sheet.partition('（')[0]}·{end}")
    return replace(table, layout=layout, notes=[sentence(template, table=version, count=len(printed.moved()))])


def _identities(
    printed: PrintedCells, tables: Sequence[FilledTable], structure: PrintedStructure, year: int, villages: Sequence[int]
) -> Iterator[Identity]:
    """The sheets in themselves, against one another and against the structure table."""
    wide, tall = tables
    for table in tables:
        yield from compact(check(table))
    name = sentence(translate("LandLedger", "total of the sheet = total of the structure table"))
    total = printed.area(int((structure.base, structure.plan)[year][villages].sum()))
    yield Identity(name, wide.layout.sheet, total_of(wide, "TOTAL"), total)
    yield Identity(name, tall.layout.sheet, total_of(tall, "A"), total)
    yield from compact(wide_and_tall(wide, tall))
    yield from compact(_of_shares(tall))
    name = sentence(translate("LandLedger", "sum over classes = sum over rows of the structure table, exact"))
    exact = int((structure.areas.base, structure.areas.plan)[year][villages].sum())
    yield Identity(name, wide.layout.sheet, printed.summary.total, Area.from_units(exact, UNIT))


def _of_shares(tall: FilledTable) -> Iterable[Identity]:
    if total_of(tall, "A"):
        name = sentence(translate("LandLedger", "shares sum up to 100.00 %"))
        yield Identity(name, tall.layout.sheet, share_total(tall), 100, unit="%")
