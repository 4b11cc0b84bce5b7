"""Tables whose rows are rows of a register: T03 批而未供台账, T22 用地报批台账, T23 土地供应台账, and the way back.

Each column of the layout that is a field of the register is named in one mapping, which fills the table and reads it;
what a table shows beside (serial numbers, 折亩, days, what is left) is derived, never stored.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..area import MICRO_MU_PER_MU, Area
from ..errors import InputError
from ..ledger.model import Scalar
from ..ledger.registers import Field, FieldKind, load_register
from ..sentence import translate
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Layout,
    ReadTable,
    Row,
    load_layout,
)
from ..workbook.layout import repeated_key
from ..workbook.table import Value
from .shares import rounded
from .stock import DISPOSALS
from .supply import area_in, day_in
from .table_checks import row_identities, summed_rows

Values = Mapping[str, Scalar]


@dataclass(frozen=True)
class RegisterTable:
    """A table over a register: `fields` maps column keys to fields of the register."""

    layout: str
    register: str
    fields: Mapping[str, str]


T03 = RegisterTable(
    "T03",
    "unsupplied",
    {
        "REGION": "holder", "BATCH": "batch", "PLOT": "plot_no", "DOC_NO": "doc_no", "APPR_DATE": "approved", "YEAR": "year",
        "PCLX": "type", "DZJGH": "supervision_no", "A_APPR": "area", "A_SUP": "supplied", "A_NO": "unsuppliable",
        "A_LEFT0": "base", "D1": "by_supply", "D2": "by_withdrawal", "D3": "by_adjustment", "D4": "by_reduction",
        "ZD": "acquired", "REASON": "reason", "DIFF": "difficulty", "MEASURE": "measure", "DUE": "due",
    },
)  # fmt: skip
T22 = RegisterTable(
    "T22",
    "approval",
    {
        "NAME": "name", "TYPE": "type", "REGION": "holder", "A": "area", "A_NEW": "new_area", "A_N": "agricultural",
        "A_GD": "cultivated", "A_ST": "paddy", "A_K": "adjustable", "A_U": "unused", "A_J": "construction",
        "A_ZS": "expropriated", "JN": "collective_agricultural", "JG": "collective_cultivated",
        "JJ": "collective_construction", "JU": "collective_unused", "GN": "state_agricultural", "GG": "state_cultivated",
        "GJ": "state_construction", "GU": "state_unused", "YN0": "prime_taken", "YN1": "prime_added", "ZB": "balance_no",
        "D1": "assembled", "D2": "city_review", "D3": "submitted", "DOC_NO": "doc_no", "D4": "approved",
        "DZJGH": "supervision_no", "TJ": "returned_count",
    },
)  # fmt: skip
T23 = RegisterTable(
    "T23",
    "supply",
    {
        "DZJGH": "supervision_no", "HT": "contract_no", "REGION": "holder", "QD": "signed", "SR": "recipient",
        "ZL": "location", "YT": "use", "MODE": "mode", "A": "area", "XC": "stock", "PC": "plot_no", "PZWH": "approval",
        "P": "price", "DG": "start_due", "JG": "finish_due", "SJ": "started",
    },
)  # fmt: skip
REGISTER_TABLES: Mapping[str, RegisterTable] = {table.layout: table for table in (T03, T22, T23)}

QUOTA_SOURCES = "quota_sources"
"""Field of the register `approval` that keeps which quota an approval used where no voucher tells it: `ZP=12.5;ZC=3`
in 亩, by codes of the register `source`."""


@dataclass(frozen=True)
class TableNames:
    """What codes are called: holders and quota sources by code; `title` stands before the title of the sheets; `folder`
    holds a bureau's own layouts."""

    holders: Mapping[str, str]
    sources: Mapping[str, str]
    title: str = ""
    folder: str | None = None


# ------------------------------------------------------------------------------------------------------------- filling


def unsupplied_table(rows: Iterable[Values], names: TableNames, only_left: bool = False) -> FilledTable:
    """T03 from rows of the register `unsupplied`; with `only_left` without plots of which nothing is left and nothing was
    disposed of this year."""
    layout = load_layout("T03", names.folder)
    cells = []
    for values in rows:
        row = _cells(T03, layout, values, names)
        left = left_of(values)
        if only_left and not left and not disposed_of(values):
            continue
        row["A_LEFT1"] = left
        for key in ("D1", "D2", "D3", "D4"):
            row[key] = row.get(key) or Area(0)
        row["A_LEFT0"] = base_of(values)
        row["YEAR"] = row.get("YEAR") or _year(row.get("APPR_DATE"))
        cells.append(row)
    return filled(layout, cells, names)


def approval_table(
    rows: Iterable[Values], used: Mapping[str, Mapping[str, Area]], names: TableNames, as_of: datetime.date
) -> FilledTable:
    """T22 from rows of the register `approval`. `used` says how much quota of which source each approval used, by its
    document number; without an entry the row's own field tells. A pending one has its days up to `as_of`."""
    rows = list(rows)
    sources = [used.get(str(row.get("doc_no") or "")) or sources_in(row) for row in rows]
    present = [code for code in names.sources if any(code in each for each in sources)]
    present += sorted({code for each in sources for code in each} - set(present))
    layout = load_layout("T22", names.folder).expanded({"source": [names.sources.get(code, code) for code in present]})
    cells = []
    for values, by_source in zip(rows, sources):
        row = _with_known_sums(layout, _not_told_apart(_cells(T22, layout, values, names)))
        for code in present:
            if code in by_source:
                row[repeated_key("SRC", names.sources.get(code, code))] = mu_number(by_source[code])
        row["DAYS"] = _pending_days(values, as_of)
        cells.append(row)
    return filled(layout, cells, names)


def supply_table(rows: Iterable[Values], names: TableNames) -> FilledTable:
    """T23 from rows of the register `supply`."""
    layout = load_layout("T23", names.folder)
    cells = []
    for values in rows:
        row = _cells(T23, layout, values, names)
        row["AM"] = mu_number(area_in(values, "area"))
        cells.append(row)
    return filled(layout, cells, names)


_CLASSES = (("A_N", "JN", "GN", "XN"), ("A_GD", "JG", "GG", "XG"), ("A_J", "JJ", "GJ", "XJ"), ("A_U", "JU", "GU", "XU"))


def _not_told_apart(row: dict[str, Value]) -> dict[str, Value]:
    """A row of which only sums are known has them in the columns 未分: nothing is invented, and the table still foots."""
    for whole, collective, state, neither in _CLASSES:
        if row.get(whole) is not None and row.get(collective) is None and row.get(state) is None:
            row[neither] = row[whole]
    total, classes = row.get("A"), [row.get(key) for key in ("A_N", "A_J", "A_U")]
    if isinstance(total, Area) and None in classes:
        rest = total - Area.total(area for area in classes if isinstance(area, Area))
        # What is blank may be anything up to the rest; what is too much already stays a fault.
        row["A_X"] = rest if rest > Area(0) else None
    return row


def _with_known_sums(layout: Layout, row: dict[str, Value]) -> dict[str, Value]:
    """The row with the sums that are blank and have a part that is not: a blank is not nothing."""
    for column in layout.sums:
        parts = [part for key in column.parts if isinstance(part := row.get(key), Area)]
        if row.get(column.key) is None and parts:
            row[column.key] = Area.total(parts)
    return row


def left_of(values: Values) -> Area:
    """What is left of a plot: its base less what was disposed of, else approved − supplied − never to be supplied."""
    if values.get("base") is not None:
        return area_in(values, "base") - disposed_of(values)
    return area_in(values, "area") - area_in(values, "supplied") - area_in(values, "unsuppliable")


def base_of(values: Values) -> Area:
    """What of a plot was unsupplied at the beginning of the year."""
    return area_in(values, "base") if values.get("base") is not None else left_of(values) + disposed_of(values)


def disposed_of(values: Values) -> Area:
    """What of a plot was disposed of this year, by all ways."""
    return Area.total(area_in(values, field) for field in DISPOSALS)


def sources_in(values: Values) -> dict[str, Area]:
    """The quota an approval used, as its own field keeps it; InputError for a text that is none."""
    found: dict[str, Area] = {}
    for part in str(values.get(QUOTA_SOURCES) or "").split(";"):
        code, sign, amount = part.strip().partition("=")
        if not code:
            continue
        if not sign or code in found:
            template = translate("LandLedger", "Approval {number}: “{text}” tells no quota source; write ZP=12.5;ZC=3.")
            raise InputError(template, number=str(values.get("doc_no") or ""), text=part.strip())
        found[code.strip()] = Area.from_mu(amount.strip())
    return found


def sources_text(by_source: Mapping[str, Area]) -> str:
    """The same as the field keeps it."""
    return ";".join(f"{code}={mu_number(area)}" for code, area in by_source.items())


def mu_number(area: Area) -> Decimal:
    """An area in 亩 for a column of another unit: four decimals, more where it would not be exact."""
    four = area.mu(4)
    return four if Area.from_mu(four) == area else area.mu(6)


def filled(layout: Layout, cells: Sequence[Mapping[str, Value]], names: TableNames) -> FilledTable:
    """Numbered rows with the sums the layout declares, in a unit in which every area is exact."""
    rows = [Row({**row, "SEQ": str(number)}) for number, row in enumerate(cells, 1)]
    unit = unit_for(layout, rows)
    return FilledTable(layout, summed_rows(layout, rows), unit, {"name": names.title})


def unit_for(layout: Layout, rows: Iterable[Row]) -> DisplayUnit:
    """The unit of the layout; 亩 where an area, typed in 亩, is no whole number of its last decimal of 公顷 or m²."""
    step = layout.unit.step
    areas = (value for row in rows for value in row.values.values() if isinstance(value, Area))
    return layout.unit if all(area.micro_mu % step == 0 for area in areas) else DisplayUnit.MU


def _cells(table: RegisterTable, layout: Layout, values: Values, names: TableNames) -> dict[str, Value]:
    """The cells of the columns that are fields of the register."""
    register = load_register(table.register)
    known = {column.key for column in layout.columns}
    cells: dict[str, Value] = {}
    for key, code in table.fields.items():
        if key in known:
            cells[key] = _cell(register.field(code), values.get(code), names)
    return cells


def _cell(field: Field, value: Scalar, names: TableNames) -> Value:
    if value is None or value == "":
        return None
    if field.code == "holder":
        return names.holders.get(str(value), str(value))
    if field.kind is FieldKind.AREA:
        return Area(int(value))
    if field.kind is FieldKind.DATE:
        return datetime.date.fromisoformat(str(value))
    if field.kind is FieldKind.NUMBER:
        return Decimal(str(value))
    if field.kind is FieldKind.ENUM:
        return (field.choices or {}).get(str(value), str(value))
    return value


def _year(day: Value) -> int | None:
    return day.year if isinstance(day, datetime.date) else None


def _pending_days(values: Values, as_of: datetime.date) -> int | None:
    """在途天数: from the submission to the province to its approval, or to `as_of`; None before it is submitted."""
    submitted = day_in(values, "submitted")
    if submitted is None:
        return None
    end = day_in(values, "approved") or as_of
    return (end - submitted).days if end >= submitted else None


# ------------------------------------------------------------------------------------------------------------- reading


def register_rows(read: ReadTable, names: TableNames) -> list[dict[str, object]]:
    """The data rows of a sheet read by the layout T03, T22 or T23, as values of its register: what `Register.checked`
    takes. Holders are found by their names; one that nobody knows stays as written.

    InputError for another table.
    """
    table = REGISTER_TABLES.get(read.layout.id)
    if table is None:
        raise InputError(
            translate("LandLedger", "The table {table} is no register; these are: {tables}."),
            table=read.layout.id,
            tables=", ".join(REGISTER_TABLES),
        )
    codes = {name: code for code, name in names.holders.items()}
    source_codes = {name: code for code, name in names.sources.items()}
    rows = []
    for row in read.rows:
        values = {field: row.value(key) for key, field in table.fields.items() if row.value(key) not in (None, "")}
        if "holder" in values:
            values["holder"] = codes.get(str(values["holder"]), values["holder"])
        if table is T22:
            by_source = _sources_read(row, source_codes)
            if by_source:
                values[QUOTA_SOURCES] = sources_text(by_source)
        rows.append(dict(values))
    return rows  # type: ignore[return-value]


def _sources_read(row: Row, codes: Mapping[str, str]) -> dict[str, Area]:
    found = {}
    for key, value in row.values.items():
        column, sign, name = key.partition(":")
        if column == "SRC" and sign and isinstance(value, (int, Decimal)) and value:
            found[codes.get(name, name)] = Area.from_mu(Decimal(value))
    return found


# -------------------------------------------------------------------------------------------------------------- checks


def approval_identities(table: FilledTable) -> list[Identity]:
    """T22: the quota sources of an approval make up its new construction land. An approval without sources has none yet."""

    def sources(row: Row) -> Fraction | None:
        numbers = [value for key, value in row.values.items() if key.startswith("SRC:")]
        known = [Fraction(value) for value in numbers if isinstance(value, (int, Decimal))]
        return sum(known, Fraction(0)) if known else None

    name = translate("LandLedger", "{table}: sum of quota sources = new construction land")
    return row_identities(table, name, "NAME", lambda row: (_mu(sources(row)), row.value("A_NEW")))


def supply_identities(table: FilledTable) -> list[Identity]:
    """T23: 折亩 is the area in 亩."""
    name = translate("LandLedger", "{table}: area in mu = area")

    def pair(row: Row) -> tuple[Value, Value]:
        mu = row.value("AM")
        return (_mu(Fraction(mu)) if isinstance(mu, (int, Decimal)) else None), row.value("A")

    return row_identities(table, name, "HT", pair)


def unsupplied_identities(table: FilledTable) -> list[Identity]:
    """T03: supplied, never to be supplied and left are no more than approved."""
    name = translate("LandLedger", "{table}: supplied + never to be supplied + left ≤ approved")

    def pair(row: Row) -> tuple[Value, Value]:
        parts = [row.value(key) for key in ("A_SUP", "A_NO", "A_LEFT1")]
        return Area.total(part for part in parts if isinstance(part, Area)), row.value("A_APPR")

    return row_identities(table, name, "PLOT", pair, "≤")


def _mu(value: Fraction | None) -> Area | None:
    return None if value is None else Area(int(rounded(value * MICRO_MU_PER_MU, 0)))
