"""What a transition is held against: registered areas of both surveys, sums of the package, package against overlay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from ...area import Area
from ...columns import Columns
from ...rounding import units_half_up
from ...sentence import Sentence, sentence, translate
from ...summary.leaf_classes import leaf_of
from ...survey.classes import CodeTable, factorised
from ...workbook import FilledTable, Row, load_layout, with_subtotals
from .model import NO_CODE, UNCOVERED, UNIT, Flows
from .package import Delivered, ParcelSum
from .surveys import Compared, Year
from .tables import SheetChoices

SIDES = {Year.BEFORE: "变更前", Year.AFTER: "变更后"}


def exact(units: int) -> Area:
    """0.01 m² as an area."""
    return Area.from_units(int(units), UNIT)


def class_sums(flows: Flows, year: Year) -> dict[str, int]:
    """Units by class code before or after; UNCOVERED for ground that the survey does not cover."""
    return _by_code(flows.before if year is Year.BEFORE else flows.after, flows.units, covered=True)


def registered_sums(survey: Columns, units: np.ndarray | None = None) -> dict[str, int]:
    """Registered areas of a survey by class code as it stands there, 0.01 m²; `units` instead of TBMJ, where given."""
    if units is None:
        areas = survey.attributes["TBMJ"]
        units = units_half_up(np.where(areas >= 0, areas, 0.0), UNIT)
    return _by_code(survey.attributes["DLBM"], units, covered=False)


def _by_code(codes: np.ndarray, units: np.ndarray, covered: bool) -> dict[str, int]:
    distinct, place = factorised(codes)
    distinct = [code or NO_CODE for code in distinct] if not covered else distinct
    sums = np.zeros(len(distinct), dtype=np.int64)
    np.add.at(sums, place, units)
    return dict(zip(distinct, sums.tolist()))


def by_leaf(sums: Mapping[str, int], table: CodeTable) -> dict[str, int]:
    """Sums by the finest class of the table; what has no code under ''. Uncovered ground is left out."""
    found: dict[str, int] = {}
    for code, units in sums.items():
        if code != UNCOVERED:
            key = leaf_of(table, code).code
            found[key] = found.get(key, 0) + units
    return found


def registered_table(compared: Compared, choices: SheetChoices) -> FilledTable:
    """T30C: registered areas of both surveys by class beside those of the flows, field ridges not taken off."""
    table = compared.job.table
    columns: dict[str, dict[str, int]] = {}
    for year, survey in ((Year.BEFORE, compared.before), (Year.AFTER, compared.after)):
        prefix = year.name
        known = registered_sums(survey, compared.registered(year))
        columns[f"{prefix}_TBMJ"] = by_leaf(known, table)
        columns[prefix] = by_leaf(class_sums(compared.flows, year), table)
    order = {code: number for number, code in enumerate(table.classes)}
    found = {code for column in columns.values() for code, units in column.items() if units}
    rows = []
    for code in sorted(found, key=lambda code: (order.get(code, len(order)), code)):
        values: dict[str, object] = {"CODE": code, "NAME": table.name(code)}
        for prefix in ("BEFORE", "AFTER"):
            registered, flow = columns[f"{prefix}_TBMJ"].get(code, 0), columns[prefix].get(code, 0)
            values |= {
                f"{prefix}_TBMJ": exact(registered), prefix: exact(flow), f"{prefix}_DIFFERENCE": exact(flow - registered),
            }  # fmt: skip
        rows.append(Row(values))  # type: ignore[arg-type]
    layout = load_layout("T30C", choices.folder)
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": choices.name})


def wrong_sums(delivered: Delivered, tolerance: int) -> Iterator[tuple[Year, ParcelSum, Sentence]]:
    """Parcels whose pieces do not add up, more than `tolerance` (0.01 m²) off: before, pieces may be less than the parcel
    (the rest did not change), after, they are all of it."""
    for sums, year in ((delivered.before_sums, Year.BEFORE), (delivered.after_sums, Year.AFTER)):
        for each in sums:
            if each.registered is None:
                continue
            over = each.pieces - each.registered
            if over > tolerance:
                yield year, each, sentence(translate("LandLedger", "The pieces are larger than the parcel."))
            elif year is Year.AFTER and over < -tolerance:
                text = translate("LandLedger", "The pieces are less than the parcel.")
                if not each.pieces:
                    text = translate("LandLedger", "The parcel has no piece in the update-process layer.")
                yield year, each, sentence(text)


def sums_table(delivered: Delivered, tolerance: int, choices: SheetChoices) -> FilledTable:
    """T30G: the parcels whose pieces do not add up."""
    rows = [
        Row(
            {
                "SIDE": SIDES[year],
                "BSM": each.number,
                "PIECES": exact(each.pieces),
                "TBMJ": exact(each.registered or 0),
                "DIFFERENCE": exact(each.pieces - (each.registered or 0)),
                "REASON": reason,
            }
        )
        for year, each, reason in wrong_sums(delivered, tolerance)
    ]
    return FilledTable(load_layout("T30G", choices.folder), rows, title_places={"name": choices.name})


Change = tuple[str, str, str]
"""Village, class before, class after."""


def changes_by_pair(flows: Flows) -> dict[Change, int]:
    """Units of changed ground by village and pair of class codes."""
    rows = np.flatnonzero(flows.changed)
    found: dict[Change, int] = {}
    columns = (flows.village, flows.before, flows.after, flows.units)
    for village, before, after, units in zip(*(column[rows].tolist() for column in columns)):
        key = (village, before, after)
        found[key] = found.get(key, 0) + units
    return found


def difference_table(
    package: Flows, overlay: Flows, names: Mapping[str, str], table: CodeTable, choices: SheetChoices
) -> FilledTable:
    """T30D: changed ground by village and pair of classes, by the package and by the overlay of the surveys."""
    one, other = changes_by_pair(package), changes_by_pair(overlay)
    rows = []
    for village, before, after in sorted({*one, *other}):
        delivered, laid = (sums.get((village, before, after), 0) for sums in (one, other))
        rows.append(
            Row(
                {
                    "VILLAGE": names.get(village, ""),
                    "CODE": village,
                    "DLBM_Q": before,
                    "DLMC_Q": table.name(before),
                    "DLBM_H": after,
                    "DLMC_H": table.name(after),
                    "PACKAGE": exact(delivered),
                    "OVERLAY": exact(laid),
                    "DIFFERENCE": exact(delivered - laid),
                }
            )
        )
    layout = load_layout("T30D", choices.folder)
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": choices.name})
