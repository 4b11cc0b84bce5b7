"""Documents of tables, texts and pictures as a PDF, made by Qt itself: sections that begin on a new page, page numbers.

What is printed is what stands in filled tables and forms, by their layouts: headings, labels, decimals, notes. Drawn in the
thread that asks, as Qt allows for text on a writer of PDF.
"""

from __future__ import annotations

import datetime
import html
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from ...core.errors import InputError, OutputError
from ...core.progress import Progress, no_progress
from ...core.rounding import half_up
from ...core.sentence import Sentence, translate
from ...core.workbook import Column, FilledForm, FilledTable, Kind, Page, Row, RowKind
from ...core.workbook.layout import FormField
from ...core.workbook.rows import Value
from ..base import say
from ..compat import number_of
from .layouts.printing import book_places

_RESOLUTION = 300
_MARGINS = QMarginsF(15, 15, 15, 12)  # millimetres
_FOOT_MM = 8.0
_PICTURE = (660, 450)
"""Largest width and height of a picture on an upright A4, in Qt's pixels of 1/96 inch."""

_STYLE = (
    "h1 { font-size: 17pt; text-align: center; } h2 { font-size: 13pt; text-align: center; } p { font-size: 9.5pt; }"
    "table { border-collapse: collapse; border-style: solid; border-color: #404040; font-size: 8.5pt; }"
    "th { background-color: #e9eef2; font-weight: bold; } p.note { font-size: 8pt; color: #404040; }"
    "p.draft { font-size: 14pt; color: #c00000; text-align: center; } p.empty { color: #808080; text-align: center; }"
)
_TABLE = '<table border="1" cellspacing="0" cellpadding="3" width="100%">'


@dataclass
class Document:
    """Sections of HTML, each from a new page on; `pictures` by name, as `<img src="name">` calls them; `foot` stands at the
    left of every page's foot."""

    title: str
    family: str
    foot: str = ""
    sections: list[str] = field(default_factory=list)
    pictures: dict[str, QImage] = field(default_factory=dict)

    def picture(self, path: str) -> str:
        """A picture of a file as HTML, in the size of the page; InputError for what is no picture."""
        image = QImage(path)
        if image.isNull():
            raise InputError(translate("LandLedger", "{file} is no picture."), file=os.path.basename(path))
        name = f"picture{len(self.pictures)}"
        self.pictures[name] = image
        scale = min(_PICTURE[0] / image.width(), _PICTURE[1] / image.height())
        size = f'width="{int(image.width() * scale)}" height="{int(image.height() * scale)}"'
        return f'<p align="center"><img src="{name}" {size}></p>'


def text_html(value: object) -> str:
    """A text without what HTML would read; new lines stay."""
    return html.escape(str(value)).replace("\n", "<br>")


def value_text(column: Column | FormField, value: Value) -> str:
    """What a cell says, as the workbook shows it."""
    if value is None:
        return ""
    if isinstance(value, Sentence):
        return value.said(say)
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal):
        return format(value if column.decimals is None else half_up(value, column.decimals), "f")
    return str(value)


def table_html(table: FilledTable, leave_out: Collection[str] = ()) -> str:
    """A filled table with its headings of several levels, its rows and notes, without some columns."""
    columns = [column for column in table.layout.columns if column.key not in leave_out]
    rows = "".join(_row_html(columns, row) for row in table.rows)
    notes = [*table.layout.notes, *table.notes]
    said = [each.said(say) if isinstance(each, Sentence) else each for each in notes]
    return f"{_TABLE}<thead>{_head_html(columns)}</thead>{rows}</table>" + "".join(
        f'<p class="note">{text_html(each)}</p>' for each in said
    )


def _head_html(columns: Sequence[Column]) -> str:
    """Rows of headings: neighbours of one name on a level are one cell, a short heading reaches down."""
    deepest = max(len(column.header) for column in columns)
    lines = []
    for level in range(deepest):
        cells, place = [], 0
        while place < len(columns):
            header = columns[place].header
            if level >= len(header):
                place += 1
                continue
            end = place + 1
            while end < len(columns) and level < len(header) - 1 and columns[end].header[: level + 1] == header[: level + 1]:
                end += 1
            down = deepest - level if level == len(header) - 1 else 1
            cells.append(f'<th align="center" colspan="{end - place}" rowspan="{down}">{text_html(header[level])}</th>')
            place = end
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(lines)


def _row_html(columns: Sequence[Column], row: Row) -> str:
    cells = []
    for column in columns:
        align = {Kind.TEXT: "left" if (column.width or 0) >= 20 else "center", Kind.INT: "center"}.get(column.kind, "right")
        if isinstance(row.value(column.key), datetime.date):
            align = "center"
        text = text_html(value_text(column, row.value(column.key)))
        cells.append(f'<td align="{align}">{f"<b>{text}</b>" if row.kind is not RowKind.DATA else text}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def fields_html(form: FilledForm, page: Page) -> str:
    """The labelled values in the head of a form's page, line by line as its layout has them."""
    lines: dict[int, list[FormField]] = {}
    for each in form.layout.fields:
        if not each.foot:
            lines.setdefault(each.line, []).append(each)
    most = max(len(members) for members in lines.values())
    rows = []
    for _, members in sorted(lines.items()):
        cells = []
        for place, each in enumerate(members):
            span = 1 + 2 * (most - len(members)) if place == len(members) - 1 else 1
            value = text_html(value_text(each, page.fields.get(each.key)))
            cells.append(f'<th align="center">{text_html(each.label)}</th><td align="left" colspan="{span}">{value}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"{_TABLE}{''.join(rows)}</table>"


def rows_html(form: FilledForm, page: Page) -> str:
    """The rows of a form's page as a table; nothing without any."""
    columns = form.layout.columns
    if not page.rows:
        return ""
    return f"{_TABLE}<thead>{_head_html(columns)}</thead>{''.join(_row_html(columns, row) for row in page.rows)}</table>"


def title_of(table: FilledTable | FilledForm) -> str:
    """The title of a sheet with its places filled in."""
    return table.layout.title.format(**{key: str(value) for key, value in table.title_places.items()})


@contextmanager
def pdf_beside(document: Document, path: str, progress: Progress = no_progress) -> Iterator[int]:
    """The sections as a PDF that comes whole, and with other files or not at all: it is drawn beside its place, and moved
    there when the block is left without an error; gives the number of pages. OutputError for what can't be written."""
    with book_places(path, "") as hidden:
        pages = _drawn(document, hidden.pdf, progress)
        if not os.path.isfile(hidden.pdf) or not os.path.getsize(hidden.pdf):
            raise _unwritten(path)
        progress(1.0)
        yield pages


def _unwritten(path: str) -> OutputError:
    return OutputError(translate("LandLedger", "{file} can't be written; is the disk full?"), file=os.path.basename(path))


def _drawn(document: Document, path: str, progress: Progress) -> int:
    writer = QPdfWriter(path)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(document.title)
    writer.setCreator("Land Ledger 土地台账")
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)
    writer.setPageLayout(page)
    foot = _FOOT_MM / 25.4 * _RESOLUTION
    body = QSizeF(writer.width(), writer.height() - foot)
    made = [_laid_out(document, section, writer, body) for section in document.sections]
    count = sum(each.pageCount() for each in made)
    painter = QPainter()
    if not painter.begin(writer):
        raise _unwritten(path)
    try:
        number = 0
        for each in made:
            for place in range(each.pageCount()):
                if number:
                    writer.newPage()
                number += 1
                _draw_page(painter, each, place, body)
                _draw_foot(painter, document, (number, count), QRectF(0, body.height(), body.width(), foot))
                progress(0.95 * number / count)
    finally:
        painter.end()
    return count


def _laid_out(document: Document, section: str, writer: QPdfWriter, body: QSizeF) -> QTextDocument:
    made = QTextDocument()
    font = QFont(document.family)
    font.setPointSizeF(9.5)
    made.setDefaultFont(font)
    made.setDefaultStyleSheet(_STYLE)
    made.documentLayout().setPaintDevice(writer)
    made.setDocumentMargin(0)
    for name, image in document.pictures.items():
        made.addResource(number_of(QTextDocument.ResourceType.ImageResource), QUrl(name), image)
    made.setHtml(section)
    made.setPageSize(body)
    return made


def _draw_page(painter: QPainter, made: QTextDocument, place: int, body: QSizeF) -> None:
    top = place * body.height()
    painter.save()
    painter.translate(0, -top)
    made.drawContents(painter, QRectF(0, top, body.width(), body.height()))
    painter.restore()


def _draw_foot(painter: QPainter, document: Document, page: tuple[int, int], box: QRectF) -> None:
    font = QFont(document.family)
    font.setPointSizeF(8)
    painter.setFont(font)
    said = say(translate("LandLedger", "page {page} of {pages}")).format(page=page[0], pages=page[1])
    down = Qt.AlignmentFlag.AlignBottom
    painter.drawText(box, number_of(Qt.AlignmentFlag.AlignLeft | down), document.foot)
    painter.drawText(box, number_of(Qt.AlignmentFlag.AlignRight | down), said)
