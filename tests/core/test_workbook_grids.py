"""Tables whose areas stand in one grid: they say, check and write just what rows made one by one do."""

from __future__ import annotations

import datetime
import io
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given, strategies as st

from ...core.area import Area
from ...core.errors import FootingError
from ...core.sentence import sentence
from ...core.workbook import (
    AreaRows,
    DisplayUnit,
    FilledForm,
    FilledTable,
    Kind,
    Layout,
    Row,
    RowKind,
    area_rows,
    check,
    form_pages,
    load_layout,
    with_subtotals,
    write_workbook,
)
from ...core.workbook.beside_writing import WrittenBeside
from ...core.workbook.cell_values import CellValues
from ...core.workbook.layout import Column
from ...core.workbook.pen import Pen, blank_like
from ...core.workbook.rows import times
from ...core.workbook.table import decimals_of_grid, exact_decimals
from .workbook_samples import class_rows

LAYOUT = load_layout("T07")
AREAS = [column.key for column in LAYOUT.columns if column.kind is Kind.AREA]


def grid_of(rows: list[Row]) -> AreaRows:
    """The same rows, areas apart."""
    numbers = np.array([[row.values[key].micro_mu for key in AREAS] for row in rows], dtype=np.int64)
    heads = [replace(row, values={k: v for k, v in row.values.items() if k not in AREAS}) for row in rows]
    return AreaRows(AREAS, numbers, heads)


def many_rows(seed: int = 3, plots: int = 40) -> list[Row]:
    """Data rows, with one that takes ground off and one whose plot comes again after others."""
    rows = class_rows(LAYOUT, seed, plots)
    less = {key: -value if isinstance(value, Area) else value for key, value in rows[0].values.items()}
    return [*rows, Row({**less, "DK": sentence("less: footprints overlap"), "XZ": None, "CUN": None}), rows[1]]


def printed(folder: Path, table: FilledTable | FilledForm, **settings: bool) -> tuple[list, list, list, list]:
    """What a program that opens the workbook sees: values, number formats and fonts, merged cells, heights."""
    path = folder / "t.xlsx"
    write_workbook(path, [table], overwrite=True, **settings)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    looks = [(c.number_format, c.font.b, c.alignment.horizontal, c.alignment.wrap_text) for c in cells]
    heights = [(row, sheet.row_dimensions[row].height) for row in range(1, sheet.max_row + 1)]
    merged = sorted(box.coord for box in sheet.merged_cells.ranges)
    return [cell.value for cell in cells], looks, merged, [*heights, *(sheet.column_dimensions[k].width for k in "ABCDEFG")]


def test_subtotals_of_a_grid_are_those_of_its_rows() -> None:
    rows = many_rows()
    of_grid = with_subtotals(LAYOUT, grid_of(rows))
    assert isinstance(of_grid, AreaRows)
    assert list(of_grid) == with_subtotals(LAYOUT, rows)
    for row in of_grid:
        if row.kind is RowKind.SUBTOTAL and row.level == 0:
            own = [data for data in rows if str(data.value("DK")) == str(row.value("DK"))]
            for key in ("TOTAL", "0103", "YN"):
                assert row.value(key).micro_mu == sum(data.value(key).micro_mu for data in own)
    assert of_grid[-1].value("TOTAL").micro_mu == sum(data.value("TOTAL").micro_mu for data in rows)
    assert with_subtotals(LAYOUT, of_grid) == of_grid


def test_an_area_column_that_is_not_summed_stays_blank_in_rows_of_sums() -> None:
    columns = tuple(replace(c, summed=False) if c.key == "YN" else c for c in LAYOUT.columns)
    layout = replace(LAYOUT, columns=columns)
    rows = many_rows()
    of_grid = with_subtotals(layout, grid_of(rows))
    assert of_grid == with_subtotals(layout, rows)
    assert {row.value("YN") for row in of_grid if row.kind is not RowKind.DATA} == {None}


def test_rows_of_leaves_have_their_sums() -> None:
    units = np.array([[3, 4, 5], [0, 0, 7]])
    rows = area_rows(LAYOUT, ["0103", "ZZ", "no column"], units, [Row({"DK": "1"}), Row({"DK": "2"})], 15)
    assert rows[0].value("TOTAL") == Area(105) and rows[0].value("GD") == Area(45) and rows[0].value("DK") == "1"
    assert rows[1].value("TOTAL") == Area(0)


@pytest.mark.parametrize("kind", list(RowKind))
@pytest.mark.parametrize("key", ["0103", "TOTAL", "CONS"])
def test_one_unit_more_in_any_row_of_a_grid_is_found(kind: RowKind, key: str) -> None:
    rows = with_subtotals(LAYOUT, grid_of(many_rows()))
    table = FilledTable(LAYOUT, rows)
    assert all(identity.ok for identity in check(table))
    place = next(place for place, head in enumerate(rows.heads) if head.kind is kind)
    rows.numbers[place, rows.place[key]] += 1500
    failed = [identity for identity in check(table) if not identity.ok]
    assert failed and all(abs(identity.difference.micro_mu) == 1500 for identity in failed)


def test_a_grid_without_a_subtotal_is_found() -> None:
    rows = with_subtotals(LAYOUT, grid_of(many_rows()))
    kept = [place for place, head in enumerate(rows.heads) if head.kind is not RowKind.TOTAL]
    assert not all(identity.ok for identity in check(FilledTable(LAYOUT, rows.taken(kept))))


@pytest.mark.parametrize("live_sums", [False, True])
@pytest.mark.parametrize("unit", ["ha", "m2", "mu"])
def test_a_grid_is_written_as_its_rows_are(tmp_path: Path, unit: str, live_sums: bool) -> None:
    rows = many_rows()
    rows[2] = replace(rows[2], values={**rows[2].values, "ZU": "很长的权利人名称" * 12})
    grid = with_subtotals(LAYOUT, grid_of(rows))
    tables = [FilledTable(LAYOUT, given, unit) for given in (grid, list(grid))]
    first, second = (printed(tmp_path, table, live_sums=live_sums) for table in tables)
    assert first == second
    assert any(isinstance(value, str) and value.startswith("=SUM") for value in first[0]) is live_sums


def test_numbers_of_any_size_and_sign_are_exact(tmp_path: Path) -> None:
    numbers = np.zeros((3, len(AREAS)), dtype=object)
    numbers[0, AREAS.index("0103")] = 15 * (10**25 + 7)
    numbers[1, AREAS.index("ZZ")] = -15
    numbers[2, AREAS.index("ZZ")] = 1485
    rows = AreaRows(AREAS, numbers, [Row({"DK": str(number)}) for number in range(3)])
    write_workbook(tmp_path / "t.xlsx", [FilledTable(LAYOUT, rows, "m2")])
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert -0.01 in values and 0.99 in values and float(Decimal(10**25 + 7) / 100) in values


def test_a_grid_with_an_area_that_no_decimals_make_exact_is_refused(tmp_path: Path) -> None:
    grid = grid_of(many_rows())
    grid.numbers[5, 3] += 1
    with pytest.raises(FootingError, match=r"0\.01 m²"):
        write_workbook(tmp_path / "t.xlsx", [FilledTable(LAYOUT, grid, "ha")])
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.integers(-(10**12), 10**12).map(lambda n: 15 * n), max_size=12), st.sampled_from(DisplayUnit), st.integers(0, 6))
def test_decimals_of_a_grid(numbers: list[int], unit: DisplayUnit, least: int) -> None:
    least = min(least, unit.most_decimals)
    grid = np.array(numbers, dtype=np.int64)
    assert decimals_of_grid(grid, unit, least) == exact_decimals(map(Area, numbers), unit, least)


@given(st.lists(st.integers(-(2**70), 2**70), min_size=1, max_size=8), st.sampled_from([1, 15, 1500]))
def test_products_do_not_overflow(numbers: list[int], factor: int) -> None:
    products = times(np.array(numbers, dtype=object), factor)
    assert products.tolist() == [number * factor for number in numbers]
    if all(abs(number) < 2**62 for number in numbers):
        assert times(np.array(numbers, dtype=np.int64), factor).tolist() == products.tolist()
    total = products.sum()
    assert int(total) == sum(numbers) * factor


FORM = load_layout("T28")


def form(seed: int = 4, pages: int = 30) -> FilledForm:
    """Plots with random leaves; lines that are zero on one page stand on another."""
    dice = random.Random(seed)
    leaves = [line.key for line in FORM.lines if not line.parts and not line.of]
    owners = ("STATE", "COLLECTIVE", "UNCLEAR")
    cells = [
        {line: {dice.choice(owners): dice.randint(1, 10**6) for _ in range(2)} for line in dice.sample(leaves, 6)}
        for _ in range(pages)
    ]
    fields = [
        {"DK": f"地块{n}", "NAME": "环城路" * dice.randint(1, 20), "POINTS": n, "DATE": datetime.date(2026, 5, 1)}
        for n in range(pages)
    ]
    return FilledForm(FORM, form_pages(FORM, fields, cells, 1500))


def test_a_form_in_a_grid_is_written_and_checked_as_its_pages_are(tmp_path: Path) -> None:
    grid = form()
    pages = replace(grid, pages=list(grid.pages))
    assert printed(tmp_path, grid) == printed(tmp_path, pages)
    said = [[(str(i.name), str(i.where), i.left, i.right, i.relation) for i in check(f)] for f in (grid, pages)]
    assert said[0] == said[1] and len(said[0]) > 1000
    assert [page.rows for page in grid.pages][7] == grid.pages[7].rows


@pytest.mark.parametrize(("line", "column"), [("0101", "STATE"), ("AGRI", "TOTAL"), ("TOTAL", "COLLECTIVE")])
def test_a_number_moved_in_the_grid_of_a_form_is_found(line: str, column: str) -> None:
    moved = form()
    page = next(n for n, shown in enumerate(moved.pages.shown[:, moved.pages.lines.index(line)]) if shown)
    moved.pages.numbers[page, moved.pages.lines.index(line), moved.pages.keys.index(column)] += 1500
    assert [identity for identity in check(moved) if not identity.ok]


VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.floats(allow_nan=True, allow_infinity=True, width=32),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.decimals(-(10**6), 10**6, places=3),
    st.decimals(-(10**6), 10**6, places=2),
    st.integers(-(10**9), 10**9).map(lambda n: Area(15 * n)),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)),
)


@given(st.lists(VALUES, max_size=6), st.sampled_from(list(Kind)), st.sampled_from([None, 0, 2, 3, 4]), st.booleans())
def test_a_maker_writes_what_the_cell_says(values: list, kind: Kind, decimals: int | None, bold: bool) -> None:
    column = Column("K", ("K",), kind, decimals)
    layout = Layout("X", "X", "X", (column,))
    numbers: dict = {}
    pen = Pen(lambda style: numbers.setdefault(style, len(numbers)))
    cells = CellValues(layout, DisplayUnit.SQUARE_METRE, 2, str)
    make = cells.maker(5, column, pen, bold)
    for value in [*values, *values]:
        cell = cells.cell(5, column, value, bold)
        assert make(value) == pen.cell(cell)
        assert blank_like(make(value)) == pen.blank(5, cell.style)


class Full(io.BytesIO):
    """Takes 40 bytes."""

    def write(self, data: bytes) -> int:
        if self.tell() + len(data) > 40:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_what_is_written_beside_arrives_whole_and_in_order() -> None:
    stream = io.BytesIO()
    parts = [bytes([number % 251]) * number for number in range(400)]
    with WrittenBeside(stream) as beside:
        for part in parts:
            beside.write(part)
    assert stream.getvalue() == b"".join(parts)


def test_an_error_of_the_stream_comes_back() -> None:
    with pytest.raises(OSError, match="No space"), WrittenBeside(Full()) as beside:
        beside.write(b"x" * 50)
    with pytest.raises(OSError, match="No space"), WrittenBeside(Full()) as beside:
        for _ in range(10_000):
            beside.write(b"x")


def test_an_error_while_rows_are_made_ends_the_thread() -> None:
    stream = io.BytesIO()
    with pytest.raises(ValueError, match="rows"), WrittenBeside(stream) as beside:
        beside.write(b"before")
        raise ValueError("rows")
    assert stream.getvalue() == b"before"
