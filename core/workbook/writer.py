"""Filled tables → one .xlsx file, streamed: rows go straight into the archive, no temporary file but the target's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from ..beside import Beside, require_place
from ..errors import OutputError
from ..progress import Progress, no_progress
from ..sentence import Say, translate
from .beside_writing import WrittenBeside
from .charts import ChartPage, chart_plan, draw_charts
from .declaration import load_layout
from .engine import need_openpyxl
from .pen import ROW, Pen
from .pictures import Picture, picture_plan, put_picture
from .planning import plan_sheet
from .sheet import COLUMN_PADDING, DRAFT, ROW_HEIGHT, SheetPlan, Style, clean_text, column_letter, sheet_name
from .table import Filled, FilledTable, Row

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PAPER_SIZES = {"A3": 8, "A4": 9}
_ROWS_A_REPORT = 512
_BYTES_A_WRITE = 1 << 20
"""Whoever compresses waits for the interpreter a few times with each."""


@dataclass(frozen=True)
class Look:
    """Fonts and sizes. A program that lacks a font takes its own fallback (方正小标宋 → 黑体/宋体, 仿宋_GB2312 →
    仿宋/宋体); `among` picks those that this machine has."""

    title_font: str = "方正小标宋简体"
    body_font: str = "仿宋_GB2312"
    head_font: str = "黑体"
    sizes: Mapping[str, float] = field(
        default_factory=lambda: {"title": 20, "head": 10, "body": 10.5, "bold": 10.5, "red": 11, "small": 9}
    )

    @classmethod
    def among(cls, families: Sequence[str]) -> Look:
        """The first of each preference list that is among `families`, else the first."""

        def first(*wanted: str) -> str:
            return next((name for name in wanted if name in families), wanted[0])

        return cls(
            first("方正小标宋简体", "方正小标宋_GBK", "黑体", "SimHei"),
            first("仿宋_GB2312", "仿宋", "FangSong", "宋体", "SimSun"),
            first("黑体", "SimHei"),
        )

    def font(self, role: str) -> str:
        """The font of a role of Style."""
        return {"title": self.title_font, "head": self.head_font}.get(role, self.body_font)


def write_workbook(
    path: str | os.PathLike[str],
    tables: Sequence[Filled],
    *,
    draft: bool = False,
    properties: Mapping[str, str] | None = None,
    say: Say = str,
    progress: Progress = no_progress,
    overwrite: bool = False,
    live_sums: bool = False,
    contents: bool = False,
    look: Look | None = None,
    charts: ChartPage | None = None,
    pictures: Sequence[Picture] = (),
) -> None:
    """Write the tables, one sheet each, to `path`.

    `draft` marks every sheet 草稿; `properties` are title, creator, subject, description; `live_sums` writes sum rows as =SUM
    beside their values; `contents` puts a sheet 目录 first, `charts` a sheet of charts of the tables last. The
    file appears whole or not at all: it is written beside the target and renamed. OutputError names the file when it
    exists (unless `overwrite`), is open elsewhere, read-only, or does not fit the disk; FootingError when an area can't
    be written exactly; Cancelled from `progress`.
    """
    need_openpyxl()
    target = Path(path)
    require_writable(target, overwrite)
    plans = _plans(tables, draft, say, live_sums, contents, charts, pictures)
    last = len(plans) - len(pictures)

    def draw(sheets: Mapping[str, Any]) -> None:
        if charts is not None:
            draw_charts(sheets[plans[last - 1].name], charts, tables, plans[1:] if contents else plans)
        for plan, picture in zip(plans[last:], pictures):
            put_picture(sheets[plan.name], picture)

    with Beside(target) as spool:
        _write_archive(spool, plans, draft, properties or {}, look or Look(), progress, draw)
        spool.finish()
        require_writable(target, overwrite)
        spool.take_place()


def _plans(
    tables: Sequence[Filled],
    draft: bool,
    say: Say,
    live_sums: bool,
    contents: bool,
    charts: ChartPage | None,
    pictures: Sequence[Picture],
) -> list[SheetPlan]:
    if not tables:
        raise OutputError(translate("LandLedger", "There is no table to write."))
    plans = [plan_sheet(table, draft, say, live_sums) for table in tables]
    if charts is not None:
        plans.append(chart_plan(charts))
    plans += [picture_plan(picture) for picture in pictures]
    names: list[str] = [load_layout("CONTENTS").sheet] if contents else []
    for plan in plans:
        plan.name = sheet_name(plan.name, names)
        names.append(plan.name)
    if contents:
        plans.insert(0, _contents(plans, draft, say))
    return plans


def _contents(plans: Sequence[SheetPlan], draft: bool, say: Say) -> SheetPlan:
    layout = load_layout("CONTENTS")
    rows = [Row({"SEQ": n, "SHEET": plan.name, "TITLE": plan.title}) for n, plan in enumerate(plans, 1)]
    page = plan_sheet(FilledTable(layout, rows), draft, say)
    page.name = sheet_name(page.name, [])
    first = page.title_rows[1] + 1 if page.title_rows else 1
    page.links = [(first + index, 2, plan.name) for index, plan in enumerate(plans)]
    return page


def _write_archive(
    spool: Beside,
    plans: Sequence[SheetPlan],
    draft: bool,
    properties: Mapping[str, str],
    look: Look,
    progress: Progress,
    draw: Callable[[Mapping[str, Any]], None],
) -> None:
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    workbook = Workbook()
    workbook.remove(workbook.active)
    for name in ("title", "creator", "subject", "description", "keywords"):
        if name in properties:
            setattr(workbook.properties, name, clean_text(properties[name]))
    if "creator" not in properties:
        workbook.properties.creator = ""
    pen = Pen(_Styles(workbook, look).number)
    sheets = {}
    for plan in plans:
        sheet = workbook.create_sheet(plan.name)
        _set_up(sheet, plan, draft)
        sheets[sheet.title] = plan
    draw({sheet.title: sheet for sheet in workbook.worksheets})
    report = _Report(sum(plan.row_count for plan in plans), progress)

    class Streaming(ExcelWriter):  # type: ignore[misc]
        """openpyxl's writer, but a sheet's rows go straight into the archive."""

        def write_worksheet(self, ws: Any) -> None:
            from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing

            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            with self._archive.open(ws.path[1:], "w", force_zip64=True) as member, WrittenBeside(member) as stream:
                ws._rels = _write_sheet(stream, ws, sheets[ws.title], pen, report)
            self.manifest.append(ws)

    archive = ZipFile(spool, "w", ZIP_DEFLATED, compresslevel=2)  # type: ignore[arg-type]
    try:
        Streaming(workbook, archive).save()
    except BaseException:
        spool.abandon()
        raise
    finally:
        archive.close()
    report.finish()


class _Report:
    """Progress counted in rows over all sheets."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.total, self.progress, self.done = max(1, total), progress, 0
        progress(0.0)

    def row(self) -> None:
        self.done += 1
        if self.done % _ROWS_A_REPORT == 0:
            self.progress(min(1.0, self.done / self.total))

    def finish(self) -> None:
        self.progress(1.0)


def _set_up(sheet: Any, plan: SheetPlan, draft: bool) -> None:
    from openpyxl.worksheet.dimensions import ColumnDimension

    for number, width in enumerate(plan.widths, 1):
        letter = column_letter(number)
        sheet.column_dimensions[letter] = ColumnDimension(sheet, index=letter, width=width + COLUMN_PADDING, customWidth=True)
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.page_setup.paperSize = _PAPER_SIZES[plan.paper]
    sheet.page_setup.orientation = "landscape" if plan.landscape else "portrait"
    if plan.scale is None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = plan.pages_wide, int(plan.one_page)
    else:
        sheet.page_setup.scale = plan.scale
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.75, 0.35, 0.35
    sheet.oddFooter.center.text = "第 &P 页  共 &N 页"
    if draft:
        sheet.oddHeader.right.text = DRAFT
        sheet.oddHeader.right.size, sheet.oddHeader.right.color = 18, "FF0000"
    if plan.freeze:
        sheet.freeze_panes = f"{column_letter(plan.freeze[1])}{plan.freeze[0]}"
    if plan.pages_wide > 1 and plan.freeze and plan.freeze[1] > 1:
        sheet.print_title_cols = f"A:{column_letter(plan.freeze[1] - 1)}"
    if plan.title_rows:
        sheet.print_title_rows = f"{plan.title_rows[0]}:{plan.title_rows[1]}"


class _Styles:
    """Each Style as the number of one shared cell style of the workbook."""

    def __init__(self, workbook: Any, look: Look) -> None:
        self.workbook, self.look = workbook, look
        self.numbers: dict[Style, int] = {}

    def number(self, style: Style) -> int:
        """The index into the workbook's cell formats."""
        found = self.numbers.get(style)
        if found is None:
            found = self.numbers[style] = self._add(style)
        return found

    def _add(self, style: Style) -> int:
        from openpyxl.cell.cell import Cell as ScratchCell
        from openpyxl.styles import Alignment, Border, Font, Side

        cell = ScratchCell(self.workbook.worksheets[0], 1, 1)
        cell.font = Font(
            name=self.look.font(style.font),
            size=self.look.sizes[style.font],
            bold=style.font == "bold",
            color="FFFF0000" if style.font == "red" else None,
            charset=134,
            family=3,
        )
        indent = 1 if style.border and style.align == "left" else 0
        cell.alignment = Alignment(
            horizontal=style.align, vertical="center", wrap_text=style.wrap or None, indent=indent
        )
        if style.border:
            thin = Side(style="thin", color="FF000000")
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.number_format = style.format
        if style.quoted:
            cell.quotePrefix = 1
        return int(cell.style_id)


def _write_sheet(stream: WrittenBeside, sheet: Any, plan: SheetPlan, pen: Pen, report: _Report) -> Any:
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.worksheet.hyperlink import Hyperlink
    from openpyxl.worksheet.pagebreak import Break
    from openpyxl.xml.functions import tostring

    class Parts(WorksheetWriter):  # type: ignore[misc]
        """openpyxl's parts before and after the rows, written as they come."""

        def get_stream(self) -> Iterator[None]:
            self.out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{_MAIN}">'.encode())
            while True:
                element = yield
                if element is not None:
                    self.out.write(_bytes(tostring(element)))

        def write_dimensions(self) -> None:
            """Left out: nobody knows the size before the rows, and a wrong one cuts off what others read."""

        def write_merged_cells(self) -> None:
            if plan.merges:
                widest = max(right for _, _, _, right in plan.merges)
                letters = [column_letter(number) for number in range(widest + 1)]
                boxes = "".join(
                    [
                        f'<mergeCell ref="{letters[left]}{top}:{letters[right]}{bottom}"/>'
                        for top, left, bottom, right in plan.merges
                        if top != bottom or left != right
                    ]
                )
                self.out.write(f"<mergeCells>{boxes}</mergeCells>".encode() if boxes else b"")

    parts = Parts(sheet, out=stream)
    parts.write_top()
    _write_rows(stream, plan, pen, report)
    # One by one each of them would be looked at again with all before it.
    sheet.row_breaks.brk = [Break(id=row) for row in plan.breaks]
    for row, column, name in plan.links:
        quoted = name.replace("'", "''")
        link = Hyperlink(ref=f"{column_letter(column)}{row}", location=f"'{quoted}'!A1", display=name)
        sheet._hyperlinks.append(link)
    parts.write_tail()
    parts.close()
    stream.write(b"</worksheet>")
    return parts._rels


def _bytes(serialised: bytes | str) -> bytes:
    return serialised.encode() if isinstance(serialised, str) else serialised


def _write_rows(stream: WrittenBeside, plan: SheetPlan, pen: Pen, report: _Report) -> None:
    waiting: list[bytes] = [b"<sheetData>"]
    size = 0
    for number, (cells, height) in enumerate(plan.lines(pen), 1):
        high = f' ht="{height:g}" customHeight="1"'.encode() if height else b""
        digits = b"%d" % number
        text = b'<row r="%b"%b>%b</row>' % (digits, high, cells.replace(ROW, digits))
        waiting.append(text)
        size += len(text)
        if size > _BYTES_A_WRITE:
            stream.write(b"".join(waiting))
            waiting, size = [], 0
        report.row()
    waiting.append(b"</sheetData>")
    stream.write(b"".join(waiting))


def require_writable(path: str | os.PathLike[str], overwrite: bool = True) -> None:
    """OutputError if a workbook can't be written to `path`: ask before a long run, nobody waits for what has no place."""
    target = Path(path)
    if target.suffix.lower() != ".xlsx" and not target.is_dir():
        template = translate("LandLedger", "{file} can't be written: a workbook needs a name that ends in .xlsx.")
        raise OutputError(template, file=str(target))
    require_place(target, overwrite)
