"""Filled tables: rows of a layout, their subtotals and sums, and every identity they have to keep."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Union

from ..area import ZERO, Area
from ..errors import FootingError
from ..sentence import Sentence, sentence, translate
from .declaration import load_layout
from .layout import Column, DisplayUnit, Group, Kind, Layout, Line, Position

Value = Union[str, int, float, Decimal, Area, bool, datetime.date, Sentence, None]
Number = Union[int, Decimal, Area]


class RowKind(Enum):
    """What a row of a table is."""

    DATA = "data"
    SUBTOTAL = "subtotal"
    SUMMARY = "summary"
    TOTAL = "total"


@dataclass(frozen=True)
class Row:
    """One row: values by column key; `level` is the index of the group a SUBTOTAL or the summary a SUMMARY is of;
    `label_key` is the column the label of a sum row stands in."""

    values: Mapping[str, Value]
    kind: RowKind = RowKind.DATA
    level: int = 0
    label_key: str = ""

    def value(self, key: str) -> Value:
        """The value under `key`, None if there is none."""
        return self.values.get(key)


@dataclass(frozen=True)
class Page:
    """One page of a form: a plot's fields by key, and its rows."""

    fields: Mapping[str, Value]
    rows: Sequence[Row] = ()


class _Sheet:
    """What tables and forms share: the unit of their areas and the name of their sheet."""

    layout: Layout
    unit: DisplayUnit | str | None
    sheet_name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", _unit(self.unit, self.layout))

    @property
    def display(self) -> DisplayUnit:
        """The unit areas are printed in."""
        return _unit(self.unit, self.layout)

    @property
    def sheet(self) -> str:
        """The name wanted for the sheet."""
        return self.sheet_name or self.layout.sheet


@dataclass(frozen=True)
class FilledTable(_Sheet):
    """A layout with rows. Areas are printed in `unit` (default: the layout's), with as many decimals as make every
    one of them exact, and never fewer than the layout declares. `rows` may be any iterable; what can be iterated
    again (a list, an object with `__iter__`) is not copied."""

    layout: Layout
    rows: Iterable[Row]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if isinstance(self.rows, Iterator):
            object.__setattr__(self, "rows", list(self.rows))


@dataclass(frozen=True)
class FilledForm(_Sheet):
    """A form layout with one page a plot; the rest as in FilledTable."""

    layout: Layout
    pages: Sequence[Page]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)


Filled = Union[FilledTable, FilledForm]


@dataclass(frozen=True)
class Identity:
    """Two numbers that have to be equal (`relation` "=") or ordered ("≤"), and whether they are."""

    name: Sentence
    where: Sentence | str
    left: Number | None
    right: Number | None
    relation: str = "="
    unit: str = ""
    count: int = 1

    @property
    def ok(self) -> bool:
        """平 or 不平; a number that is missing is not equal to anything."""
        if self.left is None or self.right is None or isinstance(self.left, Area) != isinstance(self.right, Area):
            return False
        if self.relation == "≤":
            return not self.left > self.right  # type: ignore[operator]
        return self.left == self.right

    @property
    def difference(self) -> Number | None:
        """left − right, None when one is missing or they are not of one kind."""
        if self.left is None or self.right is None or isinstance(self.left, Area) != isinstance(self.right, Area):
            return None
        return self.left - self.right  # type: ignore[operator]


def with_sums(layout: Layout, values: Mapping[str, Value]) -> dict[str, Value]:
    """`values` with every absent column that is declared as a sum of parts computed, parts before wholes."""
    filled = dict(values)
    for column in layout.sums:
        if filled.get(column.key) is None:
            filled[column.key] = _total((filled.get(part) for part in column.parts), column)
    return filled


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> list[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    data = [row for row in data_rows if row.kind is RowKind.DATA]
    rows = list(_grouped(layout, data, 0))
    if not data:
        return rows
    tail = [row for level, summary in enumerate(layout.summaries) for row in _summary(layout, summary, level, data)]
    first = layout.columns[0].key
    if layout.total:
        total = Row({first: layout.total.label, **_sums(layout, data)}, RowKind.TOTAL, 0, first)
        if layout.total.position is Position.FIRST:
            return [total, *tail, *rows]
        tail.append(total)
    return rows + tail


def form_page(
    layout: Layout, fields: Mapping[str, Value], cells: Mapping[str, Mapping[str, Value]], label_key: str = ""
) -> Page:
    """A page of a form with declared lines: `cells[line key][column key]`.

    Lines that are sums of lines are computed where absent, then columns that are sums of columns; absent leaves are
    zero. Lines declared `hide_when_zero` that are zero in every column are left out.
    """
    label = label_key or next(column.key for column in layout.columns if column.kind is Kind.LINE)
    grid = {line.key: dict(cells.get(line.key, {})) for line in layout.lines}
    summed = [column for column in layout.summed if not column.parts]
    for line in _lines_parts_first(layout.lines):
        for column in summed:
            if grid[line.key].get(column.key) is None:
                parts = (grid[part].get(column.key) for part in line.parts)
                grid[line.key][column.key] = _total(parts, column)
    rows = []
    for line in layout.lines:
        values = with_sums(layout, grid[line.key])
        if not (line.hide_when_zero and not any(values.get(column.key) for column in layout.summed)):
            rows.append(Row({label: line.key, **values}))
    return Page(dict(fields), rows)


def check(table: Filled) -> list[Identity]:
    """Every identity of the table with both numbers: sums of columns, sums of rows, and 其中 ≤ whole."""
    if isinstance(table, FilledForm):
        found: list[Identity] = []
        for page in table.pages:
            found += _row_identities(table.layout, page.rows, table.display, _page_name(table.layout, page))
            found += _line_identities(table.layout, page, table.display)
        return found
    rows = list(table.rows)
    return [*_row_identities(table.layout, rows, table.display), *_column_identities(table.layout, rows, table.display)]


def compact(identities: Iterable[Identity]) -> list[Identity]:
    """One line for all places where an identity of one name holds (their numbers added up), and every one that does
    not hold on a line of its own, before it."""
    by_name: dict[str, list[Identity]] = {}
    for identity in identities:
        by_name.setdefault(f"{identity.name}\0{identity.relation}\0{identity.unit}", []).append(identity)
    lines: list[Identity] = []
    for members in by_name.values():
        lines += [identity for identity in members if not identity.ok]
        held = [identity for identity in members if identity.ok]
        if len(held) == 1:
            lines += held
        elif held:
            where = sentence(translate("LandLedger", "{count} places, sum"), count=len(held))
            left, right = _added(identity.left for identity in held), _added(identity.right for identity in held)
            lines.append(replace(held[0], where=where, left=left, right=right, count=len(held)))
    return lines


def checks_table(identities: Iterable[Identity], unit: DisplayUnit | str | None = None, layout: Layout | None = None) -> FilledTable:
    """The sheet 勾稽检查: every identity given, with both numbers and 平/不平; areas in `unit`."""
    layout = layout or load_layout("CHECKS")
    display = _unit(unit, layout)
    rows = [
        Row(
            {
                "SEQ": number,
                "NAME": identity.name,
                "WHERE": identity.where,
                "LEFT": identity.left,
                "RELATION": identity.relation,
                "RIGHT": identity.right,
                "DIFFERENCE": identity.difference,
                "UNIT": display.label if isinstance(identity.left, Area) else identity.unit or None,
                "OK": identity.ok,
            }
        )
        for number, identity in enumerate(identities, 1)
    ]
    return FilledTable(layout, rows, display)


def exact_decimals(areas: Iterable[Area], unit: DisplayUnit, least: int | None = None) -> int:
    """The least number of decimals (not below `least`) with which all areas are exact in `unit`.

    FootingError when no number of decimals is enough: an area that is not a whole number of 0.01 m² printed in
    hectares or m².
    """
    decimals = unit.decimals if least is None else least
    for area in areas:
        if area.micro_mu % unit.step:
            raise FootingError(
                translate("LandLedger", "The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}."),
                area=area.mu(6),
                unit=unit.label,
            )
        steps = area.micro_mu // unit.step
        while decimals < unit.most_decimals and steps % 10 ** (unit.most_decimals - decimals):
            decimals += 1
    return decimals


def label_of(value: Value) -> str:
    """A text cell as the key of a group: None and '' are one."""
    return "" if value is None else str(value)


def _unit(unit: DisplayUnit | str | None, layout: Layout) -> DisplayUnit:
    return layout.unit if unit is None else DisplayUnit(unit)


def _is_number(value: object) -> bool:
    return isinstance(value, (Area, int, Decimal)) and not isinstance(value, bool)


def _total(values: Iterable[Value], column: Column) -> Number:
    """The sum of what is there; nothing is zero."""
    if column.kind is Kind.AREA:
        micro_mu = 0
        for value in values:
            if isinstance(value, Area):
                micro_mu += value.micro_mu
        return Area(micro_mu) if micro_mu else ZERO
    numbers = [value for value in values if isinstance(value, (int, Decimal)) and not isinstance(value, bool)]
    return sum(numbers) if numbers else 0


def _added(values: Iterable[Number | None]) -> Number:
    numbers = list(values)
    if numbers and isinstance(numbers[0], Area):
        return Area.total(number for number in numbers if isinstance(number, Area))
    return sum(number for number in numbers if isinstance(number, (int, Decimal)))


def _sums(layout: Layout, rows: Sequence[Row]) -> dict[str, Value]:
    return {column.key: _total((row.value(column.key) for row in rows), column) for column in layout.summed}


def _prefix(layout: Layout, key: str) -> list[str]:
    """Keys of the text columns up to and including `key`: two villages of one name in two towns are two."""
    keys = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    return keys[: keys.index(key) + 1]


def _grouped(layout: Layout, rows: Sequence[Row], depth: int) -> Iterator[Row]:
    if depth == len(layout.groups):
        yield from rows
        return
    group = layout.groups[depth]
    keys = _prefix(layout, group.key)
    buckets: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        buckets.setdefault(tuple(label_of(row.value(key)) for key in keys), []).append(row)
    for members in buckets.values():
        subtotal = None if group.skip_single and len(members) == 1 else _subtotal(layout, group, depth, keys, members)
        if subtotal and group.position is Position.FIRST:
            yield subtotal
        yield from _grouped(layout, members, depth + 1)
        if subtotal and group.position is Position.LAST:
            yield subtotal


def _subtotal(layout: Layout, group: Group, level: int, keys: Sequence[str], members: Sequence[Row]) -> Row:
    """The label stands right of the group's column; if a number stands there, in the group's own."""
    columns = list(layout.columns)
    place = [column.key for column in columns].index(group.key) + 1
    has_room = place < len(columns) and columns[place].kind is Kind.TEXT
    label_key = columns[place].key if has_room else group.key
    values: dict[str, Value] = {key: members[0].value(key) for key in keys}
    values[label_key] = group.label.replace("{value}", label_of(members[0].value(group.key)))
    values.update(_sums(layout, members))
    return Row(values, RowKind.SUBTOTAL, level, label_key)


def _summary(layout: Layout, summary: Group, level: int, data: Sequence[Row]) -> Iterator[Row]:
    first = layout.columns[0].key
    buckets: dict[str, list[Row]] = {}
    for row in data:
        buckets.setdefault(label_of(row.value(summary.key)), []).append(row)
    for value, members in buckets.items():
        if value:
            label = summary.label.replace("{value}", value)
            yield Row({first: label, **_sums(layout, members)}, RowKind.SUMMARY, level, first)


def _lines_parts_first(lines: Sequence[Line]) -> list[Line]:
    waiting = {line.key: line for line in lines}
    ordered: list[Line] = []
    while waiting:
        ready = [line for line in waiting.values() if not any(part in waiting for part in line.parts)]
        ordered += ready
        for line in ready:
            del waiting[line.key]
    return ordered


def _row_name(layout: Layout, row: Row) -> str:
    labels = [label_of(row.value(column.key)) for column in layout.leading]
    lines = {line.key: ">".join(line.path) for line in layout.lines}
    if lines and not labels:
        labels = [lines.get(label_of(row.value(c.key)), "") for c in layout.columns if c.kind is Kind.LINE]
    return " ".join(label for label in labels if label)


def _page_name(layout: Layout, page: Page) -> str:
    names = [label_of(page.fields.get(f.key)) for f in layout.fields if f.key in ("DK", "PLOT")]
    return " ".join(name for name in names if name)


def _names(layout: Layout, keys: Iterable[str]) -> str:
    return " + ".join(_short(layout.column(key).header, layout) for key in keys)


def _short(path: Sequence[str], layout: Layout) -> str:
    """The last level of a heading; of a 小计 the level it is the sum of, too; all levels when that is not enough."""
    if len(path) > 1 and path[-1] in ("小计", "合计"):
        return f"{path[-2]}{path[-1]}"
    same = [column for column in layout.columns if column.header[-1] == path[-1]]
    return path[-1] if len(same) < 2 else ">".join(path)


def _row_identities(layout: Layout, rows: Sequence[Row], unit: DisplayUnit, page: str = "") -> list[Identity]:
    """TOTAL = Σ parts and part ≤ whole, of each row."""
    found: list[Identity] = []
    inside = [column for column in layout.columns if column.of]
    names = {
        column.key: sentence(
            translate("LandLedger", "{table}: {total} = {parts}"),
            table=layout.sheet,
            total=_short(column.header, layout),
            parts=_names(layout, column.parts),
        )
        for column in layout.sums
    }
    limits = {
        column.key: sentence(
            translate("LandLedger", "{table}: {part} ≤ {total}"),
            table=layout.sheet,
            part=_short(column.header, layout),
            total=_short(layout.column(column.of).header, layout),
        )
        for column in inside
    }
    for row in rows:
        where = " ".join(name for name in (page, _row_name(layout, row)) if name)
        for column in layout.sums:
            total, parts = row.value(column.key), [row.value(part) for part in column.parts]
            if total is not None or any(part is not None for part in parts):
                right = _total(parts, column)
                left = _number_or_zero(total, column)
                found.append(Identity(names[column.key], where, left, right, unit=_label(column, unit)))
        for column in inside:
            value = row.value(column.key)
            if _is_number(value):
                inner, whole = _number(value), _number(row.value(column.of))
                if whole is not None and whole < -whole:  # type: ignore[operator]
                    # A row that is taken off (less: …): its 其中 may not be further below zero than its whole.
                    inner, whole = whole, inner
                found.append(Identity(limits[column.key], where, inner, whole, "≤", _label(column, unit)))
    return found


def _column_identities(layout: Layout, rows: Sequence[Row], unit: DisplayUnit) -> list[Identity]:
    """Every sum row against the sums of the data rows; sum rows that are missing or too many are found too."""
    wanted = {_sum_key(layout, r): r for r in with_subtotals(layout, rows) if r.kind is not RowKind.DATA}
    given = {_sum_key(layout, row): row for row in rows if row.kind is not RowKind.DATA}
    found: list[Identity] = []
    for key in dict.fromkeys([*wanted, *given]):
        expected, actual = wanted.get(key), given.get(key)
        shown = expected or actual or Row({})
        label = _sum_label(shown)
        name = sentence(translate("LandLedger", "{table}: {label} = sum of its rows"), table=layout.sheet, label=label)
        where = _row_name(layout, shown)
        for column in layout.summed:
            left = _number_or_zero(actual.value(column.key), column) if actual else None
            right = _number_or_zero(expected.value(column.key), column) if expected else None
            place = sentence("{row} / {column}", row=where, column=column.title)
            found.append(Identity(name, place, left, right, unit=_label(column, unit)))
    return found


def _line_identities(layout: Layout, page: Page, unit: DisplayUnit) -> list[Identity]:
    """Lines of a form that are sums of lines, and lines that are a part of another; a line left out is zero."""
    label = next((column.key for column in layout.columns if column.kind is Kind.LINE), "")
    by_line = {label_of(row.value(label)): row for row in page.rows}
    titles = {line.key: _short(line.path, layout) for line in layout.lines}
    found: list[Identity] = []
    for line in layout.lines:
        if line.key not in by_line or not (line.parts or line.of):
            continue
        for column in layout.summed:
            where = sentence("{row} / {column}", row=_page_name(layout, page), column=column.title)
            value = _number_or_zero(by_line[line.key].value(column.key), column)
            if line.parts:
                parts = (by_line[part].value(column.key) for part in line.parts if part in by_line)
                name = sentence(
                    translate("LandLedger", "{table}: {total} = {parts}"),
                    table=layout.sheet,
                    total=titles[line.key],
                    parts=" + ".join(titles[part] for part in line.parts),
                )
                found.append(Identity(name, where, value, _total(parts, column), unit=_label(column, unit)))
            if line.of:
                name = sentence(
                    translate("LandLedger", "{table}: {part} ≤ {total}"),
                    table=layout.sheet,
                    part=titles[line.key],
                    total=titles[line.of],
                )
                whole = _number(by_line[line.of].value(column.key)) if line.of in by_line else ZERO
                found.append(Identity(name, where, value, whole, "≤", _label(column, unit)))
    return found


def _sum_key(layout: Layout, row: Row) -> tuple[object, ...]:
    labels = tuple(label_of(row.value(column.key)) for column in layout.columns if column.kind is Kind.TEXT)
    return (row.kind, row.level if row.kind is not RowKind.TOTAL else 0, labels)


def _sum_label(row: Row) -> str:
    return label_of(row.value(row.label_key))


def _number(value: Value) -> Number | None:
    return value if _is_number(value) else None  # type: ignore[return-value]


def _number_or_zero(value: Value, column: Column) -> Number | None:
    """A blank cell counts as zero in a sum."""
    return _total((), column) if value is None else _number(value)


def _label(column: Column, unit: DisplayUnit) -> str:
    return unit.label if column.kind is Kind.AREA else ""
