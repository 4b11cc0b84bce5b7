"""What a filled table has to keep: sums of columns, sums of rows, 其中 ≤ whole, and the sheet 勾稽检查 that shows it.

Identities of one name come in columns, because a table of a thousand plots has a million of them; each one can be had
by itself, and every one that does not hold is shown by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Union

import numpy as np

from ..area import Area
from ..sentence import Sentence, sentence, translate
from .declaration import load_layout
from .form_pages import FormPages
from .layout import Column, DisplayUnit, Kind, Layout, Line
from .number_columns import NumberCells, NumberColumns, Numbers
from .rows import (
    AreaRows,
    Number,
    Row,
    RowKind,
    Value,
    is_data,
    label_of,
    labels_of,
    labels_under,
    marks_of,
    own_labels,
    row_heads,
    taken,
    total_of_numbers,
)
from .subtotals import sum_rows
from .table import Filled, FilledForm, FilledTable, unit_of

Where = Union[Sentence, str]


@dataclass(frozen=True)
class Identity:
    """Two numbers that have to be equal (`relation` "=") or ordered ("≤"), and whether they are."""

    name: Sentence
    where: Where
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


@dataclass(frozen=True)
class Identities:
    """Identities of one name: `left` and `right`, with `areas` in micro-mu. `where` says the place of each row."""

    name: Sentence
    where: Callable[[int], Where]
    left: Numbers
    right: Numbers
    relation: str = "="
    unit: str = ""
    areas: bool = True

    def __len__(self) -> int:
        return len(self.left.values)

    @property
    def hold(self) -> np.ndarray:
        """bool (n,): 平."""
        left, right = self.left.values, self.right.values
        hold = left <= right if self.relation == "≤" else left == right
        return np.asarray(hold, dtype=bool) & ~(self.left.missing | self.right.missing)

    def at(self, row: int) -> Identity:
        """One of them."""
        left, right = self._number(self.left, row), self._number(self.right, row)
        return Identity(self.name, self.where(row), left, right, self.relation, self.unit)

    def added(self, rows: np.ndarray) -> tuple[Number, Number]:
        """Σ left and Σ right of rows that all are known."""
        left, right = (total_of_numbers(side.values[rows]) for side in (self.left, self.right))
        return (Area(left), Area(right)) if self.areas else (left, right)

    def __iter__(self) -> Iterator[Identity]:
        return (self.at(row) for row in range(len(self)))

    def _number(self, side: Numbers, row: int) -> Number | None:
        if side.missing[row]:
            return None
        return Area(side.values[row]) if self.areas else side.values[row]


def equal_areas(
    name: Sentence, places: Sequence[Where], left: Iterable[int], right: Iterable[int], micro_mu: int = 1
) -> Identities:
    """Pairs of areas that have to be equal, under one name: whole units of `micro_mu` each."""
    given, wanted = (Numbers.of(side, micro_mu) for side in (left, right))
    return Identities(name, places.__getitem__, given, wanted)


def identities_of(table: Filled) -> list[Identities]:
    """Every identity of the table with both numbers, by name: sums of columns, sums of rows, and 其中 ≤ whole."""
    if isinstance(table, FilledForm):
        return _identities_of_form(table)
    rows = table.rows if isinstance(table.rows, AreaRows) else list(table.rows)
    names = _RowNames(table.layout, rows)
    of_rows = _row_identities(table.layout, rows, table.display, names)
    return [*of_rows, *_column_identities(table.layout, rows, table.display)]


def check(table: Filled) -> list[Identity]:
    """Every identity of the table with both numbers, one by one."""
    return [identity for identities in identities_of(table) for identity in identities]


def compact(found: Iterable[Identity | Identities]) -> list[Identity]:
    """One line for all places where an identity of one name holds (their numbers added up), and every one that does
    not hold on a line of its own, before it."""
    by_name: dict[str, list[Identity | Identities]] = {}
    for member in found:
        by_name.setdefault(f"{member.name}\0{member.relation}\0{member.unit}", []).append(member)
    lines: list[Identity] = []
    for members in by_name.values():
        lines += _compacted(members)
    return lines


def _compacted(members: Sequence[Identity | Identities]) -> list[Identity]:
    lines: list[Identity] = []
    lefts: list[Number] = []
    rights: list[Number] = []
    held, example = 0, None
    for member in members:
        if isinstance(member, Identity):
            if not member.ok:
                lines.append(member)
                continue
            held, example = held + 1, example or member
            lefts.append(member.left)  # type: ignore[arg-type]
            rights.append(member.right)  # type: ignore[arg-type]
            continue
        hold = member.hold
        lines += [member.at(row) for row in np.flatnonzero(~hold).tolist()]
        rows = np.flatnonzero(hold)
        if len(rows):
            held, example = held + len(rows), example or member.at(int(rows[0]))
            left, right = member.added(rows)
            lefts.append(left)
            rights.append(right)
    if example is not None and held > 1:
        where = sentence(translate("LandLedger", "{count} places, sum"), count=held)
        example = replace(example, where=where, left=_added(lefts), right=_added(rights), count=held)
    return lines if example is None else [*lines, example]


def checks_table(
    identities: Iterable[Identity], unit: DisplayUnit | str | None = None, layout: Layout | None = None
) -> FilledTable:
    """The sheet 勾稽检查: every identity given, with both numbers and 平/不平; areas in `unit`."""
    layout = layout or load_layout("CHECKS")
    display = unit_of(unit, layout)
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


def _added(numbers: Sequence[Number]) -> Number:
    areas = [number for number in numbers if isinstance(number, Area)]
    return Area.total(areas) if areas else sum(numbers)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------- names of places


class _RowNames:
    """What a row is about, for people: the page it is on and its texts."""

    def __init__(self, layout: Layout, rows: Sequence[Row], pages: Sequence[str] | None = None) -> None:
        self._layout, self._rows, self._pages = layout, row_heads(rows), pages
        self._lines = {line.key: ">".join(line.path) for line in layout.lines}
        self._line_columns = [column.key for column in layout.columns if column.kind is Kind.LINE]

    def __call__(self, row: int) -> Where:
        page = self._pages[row] if self._pages is not None else ""
        return _joined([page, *self.of(self._rows[row])])

    def of(self, row: Row) -> list[Value]:
        """Without the page; a sum row of a table without leading texts has the label that it shows."""
        labels = [row.value(column.key) for column in self._layout.leading]
        if self._lines and not labels:
            labels = [self._lines.get(label_of(row.value(key)), "") for key in self._line_columns]
        if not labels and row.label_key:
            labels = [row.value(row.label_key)]
        return labels


def _joined(labels: Sequence[Value]) -> Where:
    """Labels side by side; sentences among them are said in the user's language."""
    there = {f"p{number}": label for number, label in enumerate(labels) if label_of(label)}
    if any(isinstance(label, Sentence) for label in there.values()):
        return Sentence(" ".join("{" + key + "}" for key in there), there)
    return " ".join(map(label_of, there.values()))


def _page_name(layout: Layout, fields: Mapping[str, Value]) -> str:
    names = [label_of(fields.get(f.key)) for f in layout.fields if f.key in ("DK", "PLOT")]
    return " ".join(name for name in names if name)


def _names(layout: Layout, keys: Iterable[str]) -> str:
    return " + ".join(_short(layout.column(key).header, layout) for key in keys)


def _short(path: Sequence[str], layout: Layout) -> str:
    """The last level of a heading; of a 小计 the level it is the sum of, too; all levels when that is not enough."""
    if len(path) > 1 and path[-1] in ("小计", "合计"):
        return f"{path[-2]}{path[-1]}"
    same = [column for column in layout.columns if column.header[-1] == path[-1]]
    return path[-1] if len(same) < 2 else ">".join(path)


def _sum_name(layout: Layout, total: str, parts: str) -> Sentence:
    template = translate("LandLedger", "{table}: {total} = {parts}")
    return sentence(template, table=layout.sheet, total=total, parts=parts)


def _limit_name(layout: Layout, part: str, total: str) -> Sentence:
    return sentence(translate("LandLedger", "{table}: {part} ≤ {total}"), table=layout.sheet, part=part, total=total)


def _label(column: Column, unit: DisplayUnit) -> str:
    return unit.label if column.kind is Kind.AREA else ""


# --------------------------------------------------------------------------------------------------------- rows, columns


def _row_identities(layout: Layout, rows: Sequence[Row], unit: DisplayUnit, where: _RowNames) -> list[Identities]:
    """TOTAL = Σ parts and part ≤ whole, of each row."""
    inside = [column for column in layout.columns if column.of]
    asked = {key: None for column in layout.sums for key in (column.key, *column.parts)}
    asked.update({key: None for column in inside for key in (column.key, column.of)})
    cells = NumberColumns(layout, rows, [layout.column(key) for key in asked])
    found = [_total_of_parts(layout, column, cells, unit, where) for column in layout.sums]
    found += [_part_of_whole(layout, column, cells, unit, where) for column in inside]
    return [identities for identities in found if len(identities)]


def _total_of_parts(
    layout: Layout, column: Column, cells: NumberColumns, unit: DisplayUnit, where: _RowNames
) -> Identities:
    """Where the total or one of its parts is there."""
    given = ~cells[column.key].blank
    for part in column.parts:
        given |= ~cells[part].blank
    rows = np.flatnonzero(given)
    name = _sum_name(layout, _short(column.header, layout), _names(layout, column.parts))
    left, right = cells[column.key].as_sums.at(rows), cells.sum(column.parts).at(rows)
    return Identities(name, _at(where, rows), left, right, "=", _label(column, unit), column.kind is Kind.AREA)


def _part_of_whole(
    layout: Layout, column: Column, cells: NumberColumns, unit: DisplayUnit, where: _RowNames
) -> Identities:
    """Of a row that is taken off (less: …) the 其中 may not be further below zero than its whole."""
    outer, part, whole = layout.column(column.of), cells[column.key], cells[column.of]
    rows = np.flatnonzero(~(part.blank | part.wrong))
    missing = (whole.blank | whole.wrong)[rows]
    if (outer.kind is Kind.AREA) != (column.kind is Kind.AREA):
        missing[:] = True
    inner_value, whole_value = part.numbers[rows], whole.numbers[rows]
    taken_off = (whole_value < 0) & ~missing
    inner = Numbers(np.where(taken_off, whole_value, inner_value), np.zeros(len(rows), dtype=bool))
    limit = Numbers(np.where(taken_off, inner_value, whole_value), missing)
    name = _limit_name(layout, _short(column.header, layout), _short(outer.header, layout))
    return Identities(name, _at(where, rows), inner, limit, "≤", _label(column, unit), column.kind is Kind.AREA)


def _at(where: Callable[[int], Where], rows: np.ndarray) -> Callable[[int], Where]:
    return lambda place: where(int(rows[place]))


def _column_identities(layout: Layout, rows: Sequence[Row], unit: DisplayUnit) -> list[Identities]:
    """Every sum row against the sums of the data rows; sum rows that are missing or too many are found too."""
    recomputed = sum_rows(layout, rows)
    given, wanted = _sum_rows_of(layout, rows), _sum_rows_of(layout, recomputed)
    by_label: dict[str, list[tuple[int, int]]] = {}
    labels = own_labels(recomputed)
    for key, there in wanted.items():
        by_label.setdefault(labels[there], []).append((given.pop(key, -1), there))
    for here in given.values():
        by_label.setdefault(own_labels(taken(row_heads(rows), [here]))[0], []).append((here, -1))
    found: list[Identities] = []
    for label, pairs in by_label.items():
        name = sentence(translate("LandLedger", "{table}: {label} = sum of its rows"), table=layout.sheet, label=label)
        found += _sum_rows(layout, name, (rows, recomputed), pairs, unit)
    return found


def _sum_rows(
    layout: Layout,
    name: Sentence,
    tables: tuple[Sequence[Row], Sequence[Row]],
    pairs: Sequence[tuple[int, int]],
    unit: DisplayUnit,
) -> Iterator[Identities]:
    """The sum rows of one label, as given and as wanted (places in the two `tables`, −1 for none), column by column."""
    given, wanted = tables
    names = _Beside(row_heads(given), row_heads(wanted), pairs)
    sides = [_RowsOrNothing(layout, rows, [pair[side] for pair in pairs]) for side, rows in enumerate(tables)]
    for column in layout.summed:
        left, right = (side.numbers(column) for side in sides)
        where = _beside(_RowNames(layout, names), column.title)
        yield Identities(name, where, left, right, "=", _label(column, unit), column.kind is Kind.AREA)


def _beside(names: Callable[[int], Where], column: str) -> Callable[[int], Where]:
    return lambda place: sentence("{row} / {column}", row=names(place), column=column)


class _Beside(Sequence[Row]):
    """The wanted row of each pair, or the given one where there is none; looked at where one is named."""

    def __init__(self, given: Sequence[Row], wanted: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> None:
        self._given, self._wanted, self._pairs = given, wanted, pairs

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: Any) -> Any:
        here, there = self._pairs[index]
        return self._wanted[there] if there >= 0 else self._given[here]


class _RowsOrNothing:
    """Some rows, which may not be there; blank cells are zero, those of no row are missing."""

    def __init__(self, layout: Layout, rows: Sequence[Row], places: Sequence[int]) -> None:
        self._missing = np.array(places, dtype=np.int64) < 0
        self._cells = NumberColumns(layout, taken(rows, places), layout.summed)

    def numbers(self, column: Column) -> Numbers:
        """The cells of one column."""
        cells = self._cells[column.key]
        return Numbers(cells.numbers, cells.wrong | self._missing)


def _sum_rows_of(layout: Layout, rows: Sequence[Row]) -> dict[tuple[object, ...], int]:
    """The place of each row of sums by its kind, level and texts; of several the last."""
    places = np.flatnonzero(~is_data(rows)).tolist()
    sums = taken(row_heads(rows), places)
    texts = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    marks = marks_of(sums)
    kinds = [(mark.kind, mark.level if mark.kind is not RowKind.TOTAL else 0) for mark in marks.values]
    labels = zip(marks.place.tolist(), labels_of(sums, texts), places)
    return {(*kinds[mark], label): place for mark, label, place in labels}


# ----------------------------------------------------------------------------------------------------------------- forms


def _identities_of_form(form: FilledForm) -> list[Identities]:
    layout = form.layout
    if not (layout.summed or layout.sums or any(column.of for column in layout.columns)):
        return []
    pages = _PageRows.of(form)
    found = _row_identities(layout, pages.rows, form.display, _RowNames(layout, pages.rows, pages.row_names))
    label = next((column.key for column in layout.columns if column.kind is Kind.LINE), "")
    lines = _LineCells(layout, pages, label)
    titles = {line.key: _short(line.path, layout) for line in layout.lines}
    for line in layout.lines:
        if line.parts or line.of:
            found += _line_identities(layout, line, lines, pages.names, titles, form.display)
    return [identities for identities in found if len(identities)]


@dataclass(frozen=True)
class _PageRows:
    """The rows of all pages of a form, `sizes` of them on each, and what the pages are called."""

    rows: Sequence[Row]
    sizes: Sequence[int]
    names: Sequence[str]

    @classmethod
    def of(cls, form: FilledForm) -> _PageRows:
        """The rows of a form."""
        pages = form.pages
        if isinstance(pages, FormPages):
            return cls(pages.rows, pages.sizes, [_page_name(form.layout, fields) for fields in pages.fields])
        names = [_page_name(form.layout, page.fields) for page in pages]
        return cls([row for page in pages for row in page.rows], [len(page.rows) for page in pages], names)

    @property
    def row_names(self) -> list[str]:
        """The page of each row."""
        return [name for name, size in zip(self.names, self.sizes) for _ in range(size)]


class _LineCells:
    """The numbers of a form by page and line; a line left out is zero."""

    def __init__(self, layout: Layout, pages: _PageRows, label: str) -> None:
        place = {line.key: number for number, line in enumerate(layout.lines)}
        listed = [place.get(text, -1) for text in labels_under(pages.rows, label)]
        self._line = np.array(listed, dtype=np.int64)
        self._page = np.repeat(np.arange(len(pages.sizes)), pages.sizes)
        self._cells, self._place = NumberColumns(layout, pages.rows, layout.summed), place
        self._shape = len(pages.sizes), len(layout.lines)
        self.here = self._spread(np.ones(len(listed), dtype=bool), False)
        self._known: dict[str, NumberCells] = {}

    def pages_with(self, line: str) -> np.ndarray:
        """Rows of the pages that have the line."""
        return np.flatnonzero(self.here[:, self._place[line]])

    def of(self, line: str, column: Column, pages: np.ndarray) -> NumberCells:
        """The cells of a line on some pages."""
        if column.key not in self._known:
            cells = self._cells[column.key]
            self._known[column.key] = NumberCells(
                self._spread(cells.numbers, 0), self._spread(cells.blank, False), self._spread(cells.wrong, False)
            )
        return NumberCells(*(values[pages, self._place[line]] for values in self._known[column.key]))

    def _spread(self, values: np.ndarray, nothing: object) -> np.ndarray:
        spread = np.full(self._shape, nothing, dtype=values.dtype)
        known = self._line >= 0
        spread[self._page[known], self._line[known]] = values[known]
        return spread


def _line_identities(
    layout: Layout, line: Line, cells: _LineCells, pages: Sequence[str], titles: dict[str, str], unit: DisplayUnit
) -> Iterator[Identities]:
    """A line that is a sum of lines, or a part of another, on each page that has it."""
    here = cells.pages_with(line.key)
    names = [pages[page] for page in here.tolist()]
    nothing = np.zeros(len(here), dtype=bool)
    for column in layout.summed:
        value, where = cells.of(line.key, column, here).as_sums, _beside(names.__getitem__, column.title)
        label, areas = _label(column, unit), column.kind is Kind.AREA
        if line.parts:
            parts = (cells.of(part, column, here).numbers for part in line.parts)
            total = sum(parts, np.zeros(len(here), dtype=np.int64))
            name = _sum_name(layout, titles[line.key], " + ".join(titles[part] for part in line.parts))
            yield Identities(name, where, value, Numbers(total, nothing), "=", label, areas)
        if line.of:
            limit = cells.of(line.of, column, here)
            name = _limit_name(layout, titles[line.key], titles[line.of])
            yield Identities(name, where, value, Numbers(limit.numbers, limit.wrong | limit.blank), "≤", label, areas)
