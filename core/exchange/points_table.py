"""Tables of boundary points (界址点成果表) in CSV or .xlsx to Plots: one row a point, columns known by their names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import Sentence, sentence, translate
from ..workbook import formulas_without_result, read_cells
from .area_words import area_word
from .decoding import decode
from .georeference import Header, Problem
from .plot_building import PlotDraft, PlotRow, PrintedPoint, assemble
from .plots import BadFile, CoordinateFile, Notebook, Plot, ReadingOptions, Severity, placed
from .tokens import half_width, number

LAYOUT_NAME = "point_table"
_HEADER_ROWS = 20
_PROGRESS_ROWS = 2000
_COLUMNS = {
    "X": ("x", "x坐标", "坐标x", "纵坐标", "纵坐标x", "x纵坐标", "北坐标", "北", "north", "northing", "n"),
    "Y": ("y", "y坐标", "坐标y", "横坐标", "横坐标y", "y横坐标", "东坐标", "东", "east", "easting", "e"),
    "LABEL": ("点号", "界址点号", "界址点", "点名", "拐点", "拐点号", "拐点编号", "桩号", "界桩号", "label", "point", "pointid",
              "id", "序号"),
    "RING": ("圈号", "地块圈号", "环号", "ring"),
    "DKBH": ("地块编号", "地块号", "地块", "宗地号", "宗地编号", "图斑编号", "图斑号", "编号", "dkbh", "plot", "plotid"),
    "DKMC": ("地块名称", "名称", "项目名称", "图斑名称", "dkmc", "name"),
    "DKMJ": ("面积", "地块面积", "宗地面积", "图斑面积", "dkmj", "area"),
    "DKYT": ("用途", "地块用途", "dkyt", "use"),
    "DLBM": ("地类编码", "地类代码", "dlbm"),
    "DL": ("地类", "地类名称"),
    "带号": ("带号", "zone"),
}  # fmt: skip
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names}


@dataclass(frozen=True)
class SheetRow:
    """The cells of a row as text; `line` counts from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class _Head:
    row: int
    columns: dict[str, int]
    area_text: str


def has_point_columns(text: str) -> bool:
    """Whether one of the first rows of a text names columns for both coordinates."""
    return _head(_text_rows(tuple(text.splitlines()[:_HEADER_ROWS]))) is not None


def read_points_csv(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = no_progress
) -> CoordinateFile:
    """The plots of a table of points in text (comma, semicolon or tab). InputError, BadFile as for coordinate texts."""
    decoded = decode(data, name)
    return _read([("", _text_rows(decoded.lines))], name, options or ReadingOptions(), progress)


def read_points_xlsx(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = no_progress
) -> CoordinateFile:
    """The plots of all sheets of a workbook (.xlsx) that have columns of coordinates; a sheet without column of plots is
    one plot. InputError if it is no workbook, BadFile with sheet and row for what can't be read."""
    try:
        return _read(_sheets(data, name), name, options or ReadingOptions(), progress)
    except BadFile as bad:
        formulas = formulas_without_result(data)
        if not formulas:
            raise
        template = translate("LandLedger", "{file}, sheet {sheet}, cell {cell}: the formula has no stored result; open and save the file")
        told = [sentence(template, file=name, sheet=sheet, cell=cell) for sheet, cell in formulas]
        raise BadFile(name, told) from bad


def _text_rows(lines: Sequence[str]) -> list[SheetRow]:
    sample = "\n".join(lines[:_HEADER_ROWS])
    separator = max(",;\t，", key=sample.count)
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator, strict=False)
    found: list[SheetRow] = []
    limit = csv.field_size_limit()
    try:
        for cells in rows:
            found.append(SheetRow(rows.line_num, tuple(cell.strip() for cell in cells)))
    except csv.Error as problem:
        text = translate("LandLedger", "Line {line} can't be read as a table row (a cell of more than {limit} signs).")
        raise InputError(text, line=rows.line_num, limit=limit) from problem
    return found


def _sheets(data: bytes, name: str) -> list[tuple[str, list[SheetRow]]]:
    return [
        (title, [SheetRow(line, tuple(_cell_text(value) for value in cells)) for line, cells in enumerate(rows, start=1)])
        for title, rows in read_cells(data, name)
    ]


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        # The shortest decimal that means the same number is what Excel shows.
        text = format(Decimal(repr(value)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value).strip()


def _column(text: str) -> str | None:
    plain = re.sub(r"[(\[（【].*$", "", half_width(text).replace(" ", "").lower())
    return _NAMES.get(plain.rstrip(":").replace("值", "").replace("/m", ""))


def _head(rows: Sequence[SheetRow]) -> _Head | None:
    for place, row in enumerate(rows[:_HEADER_ROWS]):
        named = [_column(cell) for cell in row.cells]
        if "X" not in named or "Y" not in named:
            continue
        columns: dict[str, int] = {}
        area_text = ""
        for index in range(max(len(above.cells) for above in rows[: place + 1])):
            # Headers of two levels leave the lower cell of `点号` empty: look up.
            for above in (row, *reversed(rows[max(0, place - 2) : place])):
                cell = above.cells[index] if index < len(above.cells) else ""
                column = _column(cell)
                if cell and column is not None:
                    if column not in columns:
                        columns[column] = index
                        area_text = cell if column == "DKMJ" else area_text
                    break
        return _Head(place, columns, area_text)
    return None


def _read(
    sheets: Sequence[tuple[str, list[SheetRow]]], name: str, options: ReadingOptions, progress: Progress
) -> CoordinateFile:
    notebook = Notebook(name)
    drafts: list[PlotDraft] = []
    header: dict[str, str] = {}
    problems: list[Problem] = []
    told: list[Sentence] = []
    for place, (title, rows) in enumerate(sheets):
        head = _head(rows)
        if head is None:
            if any(cell for row in rows for cell in row.cells):
                _note_sheet(title, notebook)
            continue
        label = f"{name} [{title}]" if title and len(sheets) > 1 else name
        found, wrong = _drafts(rows, head, title, label, header, progress)
        drafts += found
        told += [placed(label, line, text) for line, text in wrong]
        progress((place + 1) / len(sheets))
    if not drafts and not told:
        text = translate("LandLedger", "No table of boundary points: no row names columns for X and Y (点号, X, Y).")
        problems.append((0, sentence(text)))
    plots: list[Plot] = []
    if not problems and not told:
        plots, problems = assemble(drafts, Header(header), options, notebook, progress)
    if problems or told:
        raise BadFile(name, [*told, *(placed(name, line, text) for line, text in problems)])
    return CoordinateFile(name, plots[0].crs, tuple(plots), {}, notebook.notices())


def _note_sheet(title: str, notebook: Notebook) -> None:
    notebook.note(
        Severity.INFO,
        0,
        translate("LandLedger", "Sheet “{sheet}” has no columns for X and Y and was left out."),
        sheet=title or "–",
    )


def _drafts(
    rows: Sequence[SheetRow], head: _Head, title: str, file: str, header: dict[str, str], progress: Progress
) -> tuple[list[PlotDraft], list[Problem]]:
    """The plots of a sheet: rows of one plot number are one plot; an empty number is that of the row above."""
    groups: dict[tuple[str, str], tuple[SheetRow, list[PrintedPoint], dict[str, str]]] = {}
    notebooks: dict[tuple[str, str], Notebook] = {}
    problems: list[Problem] = []
    key, ring = ("", ""), ""
    for row in rows[head.row + 1 :]:
        if row.line % _PROGRESS_ROWS == 0:
            progress(0.0)
        values = {column: row.cells[i] for column, i in head.columns.items() if i < len(row.cells) and row.cells[i]}
        if _column(values.get("X", "")) == "X":
            continue
        number_given, name_given = values.get("DKBH", ""), values.get("DKMC", "")
        if "X" not in values and "Y" not in values:
            # Side lengths between points, remarks and signatures have no coordinates.
            continue
        above, key = key, (number_given or key[0], name_given or (key[1] if not number_given or number_given == key[0] else ""))
        # A merged cell holds its ring number in the first row only.
        ring = values.get("RING", ring if key == above else "")
        first, second = number(values.get("X", "")), number(values.get("Y", ""))
        if first is None or second is None:
            column = "X" if first is None else "Y"
            wrong = values.get(column, "")
            text = sentence(translate("LandLedger", "{column} “{text}” is not a number."), column=column, text=wrong[:40])
            missing = sentence(translate("LandLedger", "Only one of the two coordinates is given."))
            problems.append((row.line, text if wrong else missing))
            continue
        _, points, known = groups.setdefault(key, (row, [], {}))
        notebooks.setdefault(key, Notebook(file))
        for column, value in values.items():
            known.setdefault(column, value)
        if "带号" in values:
            header.setdefault("带号", values["带号"])
        points.append(PrintedPoint(row.line, values.get("LABEL", ""), ring, first, second))
    drafts = [
        PlotDraft(_row(key, group[0].line, group[2], head, title), group[1], False, notebooks[key])
        for key, group in groups.items()
    ]
    return drafts, problems


def _row(key: tuple[str, str], line: int, values: dict[str, str], head: _Head, title: str) -> PlotRow:
    fields = {column: text for column, text in values.items() if column in ("DKYT", "DLBM", "DL", "DKMJ")}
    stated = values.get("DKMJ", "")
    return PlotRow(
        line, key[0], key[1] or (title if not key[0] else ""), stated, area_word(head.area_text), fields, LAYOUT_NAME
    )
