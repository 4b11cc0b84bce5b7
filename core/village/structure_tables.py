"""T13 of a village and of all villages together: areas as printed, rounded once, with shares and changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..area import Area
from ..rounding import divide_half_up
from ..sentence import Sentence, sentence, translate
from ..summary.printing import Printing, percentages, rounded_cells
from ..workbook import FilledTable, Identity, Row, load_layout, with_subtotals
from .areas import UNIT, PlanAreas, VillageOf
from .structure import MOST_LEVELS

UNKNOWN = translate("LandLedger", "(class not in the table)")


@dataclass(frozen=True)
class PrintedStructure:
    """`base` and `plan` int64 (villages, rows + 1) in printed units; they have the same total in each village."""

    areas: PlanAreas
    printing: Printing
    base: np.ndarray
    plan: np.ndarray

    def area(self, units: int) -> Area:
        """Printed units as an area."""
        return Area(int(units) * self.printing.step)


def printed_structure(areas: PlanAreas, printing: Printing) -> PrintedStructure:
    """The cells in printed units, rounded once in the villages; FootingError where they do not sum up."""
    chains = [(village.code[:6], village.code[:9], village.code or str(number)) for number, village in enumerate(areas.villages)]
    base, plan = (rounded_cells(cells, chains, printing) for cells in (areas.base, areas.plan))
    return PrintedStructure(areas, printing, base, plan)


def structure_tables(
    printed: PrintedStructure, folder: str | None = None, title: str = "", drop_zero: bool = True
) -> list[FilledTable]:
    """One table a village, and before them one of all where there are several."""
    villages = printed.areas.villages
    tables = [
        _table(printed, [number], village.name or village.code or title, folder, drop_zero, village)
        for number, village in enumerate(villages)
    ]
    if len(villages) == 1:
        return tables
    everything = _table(printed, range(len(villages)), title, folder, drop_zero, None)
    return [everything, *tables]


def _table(
    printed: PrintedStructure,
    villages: Sequence[int],
    title: str,
    folder: str | None,
    drop_zero: bool,
    village: VillageOf | None,
) -> FilledTable:
    layout = load_layout("T13", folder)
    base, plan = printed.base[list(villages)].sum(axis=0), printed.plan[list(villages)].sum(axis=0)
    shares = [percentages(side) for side in (base, plan)]
    there = (printed.areas.base[list(villages)] + printed.areas.plan[list(villages)]).any(axis=0)
    rows = []
    for number in range(len(base)):
        structure = printed.areas.structure.rows
        known = number < len(structure)
        if not there[number] and (drop_zero or not known):
            continue
        path: Sequence[str | Sentence] = structure[number].path if known else (sentence(UNKNOWN),)
        levels = {f"N{level + 1}": path[level] if level < len(path) else "" for level in range(MOST_LEVELS)}
        first, second = printed.area(base[number]), printed.area(plan[number])
        areas = {"A0": first, "A1": second, "D": Area(second.micro_mu - first.micro_mu)}
        rows.append(Row({**levels, **areas, "P0": shares[0][number], "P1": shares[1][number]}))
    several = village is not None and len(printed.areas.villages) > 1
    sheet = f"{layout.sheet} {village.name or village.code}" if several and village is not None else ""
    return FilledTable(
        layout, with_subtotals(layout, rows), printed.printing.unit, {"name": title}, _notes(printed, villages), sheet
    )


def _notes(printed: PrintedStructure, villages: Sequence[int]) -> list[Sentence]:
    found = printed.areas
    notes = [sentence(translate("LandLedger", "Change = target year − base year; all changes sum up to nothing."))]
    for number in villages:
        village = found.villages[number]
        if village.registered is None:
            continue
        template = translate("LandLedger", "{village}: registered area {area} m²; base year and plan were shared out to it.")
        area = Area.from_units(int(found.masters[number]), UNIT).square_metres()
        notes.append(sentence(template, village=village.name or village.code, area=area))
    return notes


def structure_identities(printed: PrintedStructure) -> list[Identity]:
    """Base year = target year = registered area of each village, as measured and as printed; changes sum up to nothing."""
    found, identities = printed.areas, []
    same = sentence(translate("LandLedger", "Base year = target year"))
    registered = sentence(translate("LandLedger", "Parcels of the base year = registered area"))
    rounded = sentence(translate("LandLedger", "Printed total = registered area, rounded"))
    for number, village in enumerate(found.villages):
        where = village.name or village.code or "—"
        base, plan = (Area.from_units(int(side[number].sum()), UNIT) for side in (found.base, found.plan))
        identities += [
            Identity(same, where, base, plan),
            Identity(registered, where, base, Area.from_units(int(found.masters[number]), UNIT)),
            Identity(same, where, printed.area(printed.base[number].sum()), printed.area(printed.plan[number].sum())),
        ]
    control = divide_half_up(int(found.base.sum()) * UNIT.micro_mu, printed.printing.step)
    together = sentence(translate("LandLedger", "all villages together"))
    identities.append(Identity(rounded, together, printed.area(printed.base.sum()), printed.area(control)))
    return identities
