"""The sheets of an in–out account: T31 by year, the counties' results, the patches, the net increase, the match list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...area import Area
from ...rounding import divide_half_up
from ...sentence import Sentence, sentence, translate
from ...summary.model import Level
from ...summary.printing import Printing
from ...summary.regions import districts_of
from ...survey.schema import split_village_code
from ...workbook import DisplayUnit, FilledTable, Kind, Layout, Row, RowKind, load_layout, with_subtotals, with_sums
from ...workbook.table import Value
from ..stable.model import NO_GRADE, UNIT, Stable, grade_of
from ..stable.printing import Grid, grid_of, whole_parts
from .account import average_grade, county_of
from .kinds import Direction
from .model import InOut, State, capacities

NO_PLACE = "（无坐落代码）"
BALANCED, SHORT, ESTIMATE = "平衡", "不足", "测算"
OUT_COLUMNS = {
    "FOREST": "OF", "GARDEN": "OG", "GRASS": "OC", "POND": "OP", "FACILITY": "OS", "ROAD": "OR", "WATER": "OX", "OTHER": "OX",
}
EXEMPT_COLUMNS = {"ECO": "XE", "DISASTER": "XD", "WATER": "XW", "STATE": "XG"}
IN_COLUMNS = {"FOREST": "IF", "GARDEN": "IG", "GRASS": "IC", "POND": "IP", "FACILITY": "IS", "OTHER": "IX", "CONSTRUCTION": "IX"}
_APART = {
    (Direction.OUT, State.CONSTRUCTION): "XJ",
    (Direction.OUT, State.NOISE): "XN",
    (Direction.IN, State.UNSTABLE): "YU",
    (Direction.IN, State.CONSTRUCTION): "YJ",
    (Direction.IN, State.NOISE): "YN",
}
_COMPUTED = ("D", "S0", "S1", "S")
"""Columns of T31 that are no sums of patches."""

WAYS = {Direction.OUT: "流出", Direction.IN: "流入"}


class Cell(NamedTuple):
    """A leaf of T31: the year and the column."""

    year: int
    column: str

    @property
    def figure(self) -> tuple[int, str]:
        """Leaves that are rounded together: outflow, inflow, exemptions, and each of the others by itself."""
        whole = self.column[0] in "OI" or self.column in EXEMPT_COLUMNS.values()
        return self.year, ("X+" if self.column[0] == "X" else self.column[0]) if whole else self.column


@dataclass(frozen=True)
class Names:
    """What regions are called, by code of any level."""

    names: Mapping[str, str]

    def of(self, code: str) -> str:
        """The name of a code, else the code itself, or words for none."""
        return self.names.get(code) or code or NO_PLACE

    def unique(self, code: str, among: Iterable[str]) -> str:
        """The name of a code, with the code behind it where another one `among` them is called the same."""
        name = self.of(code)
        return f"{name}（{code}）" if sum(self.of(other) == name for other in set(among)) > 1 else name


@dataclass(frozen=True)
class InOutSheets:
    """What the tables are made of: a settled account, how areas are printed, the folder of layouts, a name for titles."""

    result: InOut
    printing: Printing
    folder: str | None = None
    name: str = ""

    @cached_property
    def chains(self) -> list[tuple[str, str, str]]:
        """County, township and village of every place of the account, in order of code."""
        villages = set(self.result.patches.village.tolist())
        for stable in (self.result.inputs.begin, self.result.inputs.end):
            villages |= set() if stable is None else {chain[2] for chain in stable.chains}
        return [chain_of(village) for village in sorted(villages)]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each village."""
        return {chain[2]: place for place, chain in enumerate(self.chains)}

    @cached_property
    def names(self) -> Names:
        """Names from the districts, else from the surveys."""
        found: dict[str, str] = {}
        for stable in (self.result.inputs.begin, self.result.inputs.end):
            for place in () if stable is None else stable.places:
                if place.name:
                    found[place.code] = place.name
        districts = self.result.inputs.districts
        if districts is not None:
            found.update({each.code: each.name for each in districts_of(districts) if each.name})
        return Names(found)

    def county_label(self, code: str) -> str:
        """What a county is called, as no other one of the account is."""
        return self.names.unique(code, (chain[0] for chain in self.chains))

    @cached_property
    def columns(self) -> list[str]:
        """The column of T31 of each patch."""
        patches = self.result.patches
        listed = zip(patches.direction.tolist(), patches.state.tolist(), patches.kind.tolist())
        return [column_of(direction, state, kind) for direction, state, kind in listed]

    @cached_property
    def grid(self) -> Grid[Cell]:
        """The leaves of T31, rounded once in the villages."""
        patches = self.result.patches
        place = np.array([self.places[village] for village in patches.village.tolist()], dtype=np.int64)
        keys = [Cell(year, column) for year, column in zip(patches.year.tolist(), self.columns)]
        return grid_of(place, keys, patches.net, self.chains, self.printing, lambda cell: cell.figure)

    @cached_property
    def stocks(self) -> Grid[str]:
        """Stable land at the begin (S0) and the end (S1), by village; no keys where it is not known."""
        inputs, place, keys, units = self.result.inputs, [], [], []
        for key, stable in (("S0", inputs.begin), ("S1", inputs.end)):
            if stable is not None:
                for village, amount in by_village(stable).items():
                    place.append(self.places[village])
                    keys.append(key)
                    units.append(amount)
        where, amounts = np.array(place, dtype=np.int64), np.array(units, dtype=np.int64)
        return grid_of(where, keys, amounts, self.chains, self.printing, lambda key: key)

    @cached_property
    def kilograms(self) -> Mapping[tuple[int, str, str], int]:
        """Whole kg of outflow (O) and inflow (I) by (year, code, way), of counties and of townships; both foot."""
        found: dict[tuple[int, str, str], int] = {}
        for year in self.result.years:
            for way, letter in ((Direction.OUT, "O"), (Direction.IN, "I")):
                exact = self._exact_kilograms(year, way)
                counties = sorted({chain[0] for chain in exact})
                sums = [sum((kg for chain, kg in exact.items() if chain[0] == each), Fraction(0)) for each in counties]
                for county, whole in zip(counties, whole_parts(sums)):
                    found[year, county, letter] = whole
                    towns = [chain for chain in exact if chain[0] == county]
                    for chain, part in zip(towns, whole_parts([exact[chain] for chain in towns], whole)):
                        found[year, chain[1], letter] = part
        return found

    def _exact_kilograms(self, year: int, way: Direction) -> dict[tuple[str, str], Fraction]:
        patches = self.result.patches
        rows = np.flatnonzero(patches.rows(way, State.COUNTED) & (patches.year == year))
        found: dict[tuple[str, str], Fraction] = {}
        for village, kg in zip(patches.village[rows].tolist(), capacities(patches, rows, self.result.job.yields)):
            chain = chain_of(village)[:2]
            found[chain] = found.get(chain, Fraction(0)) + kg
        return dict(sorted(found.items()))


def chain_of(village: str) -> tuple[str, str, str]:
    """County, township and village of a code; one that is too short stands for itself on each level."""
    split = split_village_code(village)
    return split.county or county_of(village), split.township or village, village


def by_village(stable: Stable) -> dict[str, int]:
    """Net units of stable land by village code."""
    found: dict[str, int] = {}
    rows = stable.is_stable
    for place, units in zip(stable.place[rows].tolist(), stable.net[rows].tolist()):
        village = stable.chains[place][2]
        found[village] = found.get(village, 0) + units
    return found


def column_of(direction: Direction, state: State, kind: str) -> str:
    """The column of T31 that a patch stands in."""
    if state is State.COUNTED:
        return (OUT_COLUMNS if direction is Direction.OUT else IN_COLUMNS).get(kind, "OX" if direction is Direction.OUT else "IX")
    if state is State.EXEMPT:
        return EXEMPT_COLUMNS[kind]
    return _APART[direction, state]


def inout_tables(sheets: InOutSheets) -> list[FilledTable]:
    """All sheets in their order."""
    tables = [balance_table(sheets, year) for year in sheets.result.years]
    tables += [county_table(sheets), list_table(sheets)]
    if sheets.result.net:
        tables.append(net_table(sheets))
    if sheets.result.inputs.matches is not None:
        tables.append(match_table(sheets))
    return tables


def balance_table(sheets: InOutSheets, year: int) -> FilledTable:
    """T31 of a year: a row for each county, or for each township with a subtotal by county."""
    result, grid = sheets.result, sheets.grid
    town = result.job.level is not Level.COUNTY
    layout = load_layout("T31", sheets.folder)
    if not town:
        layout = replace(layout, columns=tuple(c for c in layout.columns if c.key != "XZ"), groups=())
    several = len(result.years) > 1
    layout = replace(layout, sheet=f"{layout.sheet}（{year}）" if several else layout.sheet)
    codes = sorted({(chain[0], chain[1] if town else chain[0]) for chain in sheets.chains})
    order = {code: number for number, code in enumerate(codes)}
    group = np.array([order[chain[0], chain[1] if town else chain[0]] for chain in sheets.chains], dtype=np.int64)
    columns = [column.key for column in layout.columns if column.kind is Kind.AREA and column.key not in _COMPUTED]
    columns = [key for key in columns if not layout.column(key).parts]
    areas = {key: grid.by_group(Cell(year, key).__eq__, group, len(codes)) for key in columns}
    stocks = {key: sheets.stocks.by_group(key.__eq__, group, len(codes)) for key in ("S0", "S1")}
    rows = []
    for number, (county, code) in enumerate(codes):
        values: dict[str, Value] = {"XZ": sheets.county_label(county), "R": sheets.names.of(code), "CODE": code}
        values.update((key, listed[number]) for key, listed in areas.items())
        if result.net:
            values.update((key, listed[number]) for key, listed in stocks.items())
        rows.append(Row(_derived(layout, values, sheets, year, code)))
    listed = with_subtotals(layout, rows)
    named = [_finished(row, sheets, year, town) for row in listed]
    notes: list[Sentence | str] = [regime_note(year, result), _RULE_NOTE, _rounded(sheets)]
    return FilledTable(layout, named, DisplayUnit.MU, {"name": sheets.name, "year": year}, notes)


_RULE_NOTE = sentence(
    translate(
        "LandLedger",
        "Inflow counts where it is stable cultivated land; areas are net of field ridges; balanced by county where inflow is "
        "not less than outflow in area and in capacity.",
    )
)


def _derived(layout: Layout, values: dict[str, Value], sheets: InOutSheets, year: int, code: str) -> dict[str, Value]:
    """The row with its sums, capacity and differences."""
    filled = with_sums(layout, values)
    out, into = (sheets.kilograms.get((year, code, way), 0) for way in "OI")
    filled.update({"PO": out, "PI": into, "DP": into - out, "D": _area(filled, "I") - _area(filled, "O")})
    if sheets.result.net:
        filled["S"] = _area(filled, "S1") - _area(filled, "S0")
    return filled


def _area(values: Mapping[str, Value], key: str) -> Area:
    value = values.get(key)
    return value if isinstance(value, Area) else Area(0)


def _finished(row: Row, sheets: InOutSheets, year: int, town: bool) -> Row:
    """The row with average grades and, where it stands for a county, its conclusion."""
    patches = sheets.result.patches
    code = str(row.value("CODE") or "")
    mine = patches.year == year
    if row.kind is RowKind.SUBTOTAL:
        code = next(chain[0] for chain in sheets.chains if sheets.county_label(chain[0]) == str(row.value("XZ")))
    if row.kind is not RowKind.TOTAL:
        depth = 1 if town and row.kind is RowKind.DATA else 0
        mine = mine & (np.array([chain_of(village)[depth] for village in patches.village.tolist()], dtype=object) == code)
    values: dict[str, Value] = dict(row.values)
    for key, way in (("QO", Direction.OUT), ("QI", Direction.IN)):
        values[key] = _two_decimals(average_grade(patches, mine & patches.rows(way, State.COUNTED)))
    if row.kind is not RowKind.TOTAL and (row.kind is not RowKind.DATA or not town):
        account = next((each for each in sheets.result.accounts if (each.year, each.county) == (year, code)), None)
        values["J"] = BALANCED if account is None or account.balanced else SHORT
    return replace(row, values=values)


def _two_decimals(exact: Fraction | None) -> Decimal | None:
    if exact is None:
        return None
    return Decimal(divide_half_up(exact.numerator * 100, exact.denominator)).scaleb(-2)


def regime_note(year: int, result: InOut) -> Sentence:
    """Which regime a year is under."""
    first = result.job.rules.whole("inout_one_account_from")
    if year >= first:
        text = translate(
            "LandLedger", "From {first} on the in–out balance is part of 占补平衡 (one account); this sheet is for information."
        )
    else:
        text = translate("LandLedger", "Before {first} the in–out balance is an account of its own.")
    return sentence(text, first=first)


def _rounded(sheets: InOutSheets) -> Sentence:
    template = translate(
        "LandLedger", "Rounded once in the cells, by the largest remainder; all sums are sums of cells ({count} moved)."
    )
    return sentence(template, count=len(sheets.grid.moved()))


def county_table(sheets: InOutSheets) -> FilledTable:
    """A row for each county and year: what left, came in, is missing, and under which regime."""
    layout = load_layout("INOUT_COUNTY", sheets.folder)
    result, grid = sheets.result, sheets.grid
    codes = sorted({chain[0] for chain in sheets.chains})
    group = np.array([codes.index(chain[0]) for chain in sheets.chains], dtype=np.int64)

    def printed(year: int, wanted: str, exempt: bool = False) -> list[Area]:
        def fits(cell: Cell) -> bool:
            mine = cell.column in EXEMPT_COLUMNS.values() if exempt else cell.column[0] == wanted
            return cell.year == year and mine

        return grid.by_group(fits, group, len(codes))

    rows = []
    for year in result.years:
        out, into, exempt = printed(year, "O"), printed(year, "I"), printed(year, "X", exempt=True)
        for account in [each for each in result.accounts if each.year == year]:
            place = codes.index(account.county)
            out_kg, in_kg = (sheets.kilograms.get((year, account.county, way), 0) for way in "OI")
            values: dict[str, Value] = {
                "YEAR": str(year), "NAME": sheets.names.of(account.county), "CODE": account.county,
                "O": out[place], "X": exempt[place], "I": into[place],
                "SHORT": out[place] - into[place] if out[place] > into[place] else Area(0),
                "PO": out_kg, "PI": in_kg, "PS": max(out_kg - in_kg, 0),
                "QO": _two_decimals(account.out_grade), "QI": _two_decimals(account.in_grade),
                "J": BALANCED if account.balanced else SHORT, "REGIME": regime_note(year, result),
            }
            rows.append(Row(values))
    return FilledTable(layout, with_subtotals(layout, rows), DisplayUnit.MU, {"name": sheets.name}, [_rounded(sheets)])


def list_table(sheets: InOutSheets) -> FilledTable:
    """Every patch with its exact area and capacity."""
    layout = load_layout("INOUT_LIST", sheets.folder)
    rows = list(_patch_rows(sheets))
    return FilledTable(layout, with_subtotals(layout, rows), DisplayUnit.SQUARE_METRE, {"name": sheets.name})


def _patch_rows(sheets: InOutSheets) -> Iterator[Row]:
    result = sheets.result
    patches, flows = result.patches, result.inputs.flows
    names = {(kind.direction, kind.key): kind.name for kind in result.job.kinds.kinds}
    names.update({(Direction.OUT, key): each.name for key, each in result.job.kinds.exemptions.items() if key != "WATER"})
    kilograms = capacities(patches, np.arange(len(patches)), result.job.yields)
    for row in range(len(patches)):
        county, town, village = chain_of(str(patches.village[row]))
        grade, direction, state = int(patches.grade[row]), patches.direction[row], patches.state[row]
        yield Row(
            {
                "SEQ": row + 1, "YEAR": str(int(patches.year[row])), "NUMBER": str(patches.number[row]),
                "XIAN": sheets.names.of(county), "XIANG": sheets.names.of(town), "CUN": sheets.names.of(village),
                "WAY": WAYS[direction], "STATE": sentence(state.label),
                "BEFORE": str(flows.before[patches.flow[row]]), "AFTER": str(flows.after[patches.flow[row]]),
                "KIND": names[direction, str(patches.kind[row])],
                "G": Area.from_units(int(patches.units[row]), UNIT), "A": Area.from_units(int(patches.net[row]), UNIT),
                "GRADE": None if grade == NO_GRADE else grade_of(grade),
                "P": _kilograms(kilograms[row]) if grade != NO_GRADE else None,
                "WHY": str(patches.why[row]) or None, "DOC": str(patches.document[row]) or None,
            }
        )


def _kilograms(exact: Fraction) -> Decimal:
    return Decimal(divide_half_up(exact.numerator * 10_000, exact.denominator)).scaleb(-4)


def net_table(sheets: InOutSheets) -> FilledTable:
    """净增加测算: stable land at both ends by county; the ceiling only of the whole, as the province computes it."""
    layout = load_layout("INOUT_NET", sheets.folder)
    result = sheets.result
    codes = [each.county for each in result.net]
    group = np.array([codes.index(chain[0]) if chain[0] in codes else 0 for chain in sheets.chains], dtype=np.int64)
    begin, end = (sheets.stocks.by_group(key.__eq__, group, len(codes)) for key in ("S0", "S1"))
    rows = [
        Row(
            {
                "NAME": sheets.names.of(code), "CODE": code, "S0": begin[place], "S1": end[place],
                "S": end[place] - begin[place], "STATE": ESTIMATE,
            }
        )
        for place, code in enumerate(codes)
    ]
    listed = [
        replace(row, values={**row.values, **_ceiling(sheets)}) if row.kind is RowKind.TOTAL else row
        for row in with_subtotals(layout, rows)
    ]
    text = translate("LandLedger", "Computed by this program, not allotted by anybody; the factor is the rule net_increase_factor.")
    return FilledTable(layout, listed, DisplayUnit.MU, {"name": sheets.name}, [sentence(text)])


def _ceiling(sheets: InOutSheets) -> dict[str, Value]:
    factor = sheets.result.job.rules.number("net_increase_factor")
    units = sheets.result.ceiling.units(UNIT)
    return {"K": factor, "C": sheets.stocks.rounded(units), "STATE": ESTIMATE}


def match_table(sheets: InOutSheets) -> FilledTable:
    """The spots of the match list with the patches that make up for each."""
    layout = load_layout("INOUT_MATCH", sheets.folder)
    spots = sheets.result.spots
    out, into = (whole_parts([getattr(spot, name) for spot in spots]) for name in ("out_kg", "matched_kg"))
    rows = []
    for number, spot in enumerate(spots):
        left, right = Area.from_units(spot.out, UNIT), Area.from_units(spot.matched, UNIT)
        state = BALANCED if spot.balanced else SHORT
        rows.append(
            Row(
                {
                    "SEQ": number + 1, "OUT": spot.number, "XIAN": sheets.names.of(spot.county), "O": left, "PO": out[number],
                    "INTO": "、".join(spot.into), "I": right, "PI": into[number], "D": right - left,
                    "DP": into[number] - out[number], "J": f"{state}（跨县）" if spot.elsewhere else state,
                }
            )
        )
    return FilledTable(layout, with_subtotals(layout, rows), DisplayUnit.SQUARE_METRE, {"name": sheets.name})

