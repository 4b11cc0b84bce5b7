"""The journal as a table that Qt asks row by row: pages come from the ledger in the background when they are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.quota.journal import JournalLine, journal_line
from ..core.store import VoucherQuery
from .background_calls import BackgroundCalls
from .ledger_words import MINUS, event_name, mu, total_mu

if TYPE_CHECKING:
    from ..core.store import Store

PAGE = 200
PAGES_KEPT = 60
RED = QColor(192, 0, 0)
_AMOUNT_ALIGNMENT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class JournalModel(QAbstractTableModel):
    """Vouchers that a query finds, newest first. `counted` tells how many there are, `failed` what went wrong."""

    NUMBER, DATE, EVENT, HOLDER, YEAR, SOURCE, PROJECT, AREA, FARM, FIELDS, AVAILABLE, DOC_NO, DOC_DATE, OPERATOR, NOTE = range(15)
    counted = pyqtSignal(int)
    failed = pyqtSignal(object)
    loaded = pyqtSignal()

    def __init__(self, calls: BackgroundCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._store: Store | None = None
        self._query = VoucherQuery(newest_first=True)
        self._count = 0
        self._pages: dict[int, list[JournalLine]] = {}
        self._asked: set[int] = set()
        self._round = 0
        self._holders: Mapping[str, str] = {}
        self._sources: Mapping[str, str] = {}
        self._projects: Mapping[str, str] = {}
        self._documents: Mapping[str, str] = {}
        self._headers = (
            self.tr("Voucher"), self.tr("Booked on"), self.tr("Event"), self.tr("Holder"), self.tr("Year"),
            self.tr("Source"), self.tr("Project"), self.tr("Area (mu)"), self.tr("of which agricultural"),
            self.tr("of which cultivated"), self.tr("Available +/− (mu)"), self.tr("Document"), self.tr("Dated"),
            self.tr("Operator"), self.tr("Note"),
        )  # fmt: skip

    # -------------------------------------------------------------------------------------------------------- content

    def set_names(
        self,
        holders: Mapping[str, str],
        sources: Mapping[str, str],
        projects: Mapping[str, str],
        documents: Mapping[str, str],
    ) -> None:
        """Names of codes, and document numbers that were added to vouchers later (by voucher label)."""
        self._holders, self._sources, self._projects, self._documents = holders, sources, projects, documents
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))

    def show_query(self, store: Store | None, query: VoucherQuery) -> None:
        """Show what `query` finds in `store`; everything before is forgotten."""
        self._round += 1
        self._store, self._query = store, replace(query, newest_first=True)
        if store is None:
            self._fill(self._round, 0, [])
            return
        wanted, around = self._query, self._round

        def look() -> tuple[int, list[JournalLine]]:
            return store.count(wanted), _page(store, wanted, 0)

        self._calls.ask(look, lambda found: self._fill(around, *found), self.failed.emit, "journal")

    def _fill(self, around: int, count: int, first: list[JournalLine]) -> None:
        if around != self._round:
            return
        self.beginResetModel()
        self._count, self._pages, self._asked = count, {0: first}, set()
        self.endResetModel()
        self.counted.emit(count)

    def line(self, row: int) -> JournalLine | None:
        """The voucher of a row; None while it is on its way."""
        page, place = divmod(row, PAGE)
        lines = self._pages.get(page)
        if lines is None:
            self._want(page)
            return None
        return lines[place] if place < len(lines) else None

    def _want(self, page: int) -> None:
        store = self._store
        if store is None or page in self._asked:
            return
        self._asked.add(page)
        wanted, around = self._query, self._round
        self._calls.ask(
            lambda: _page(store, wanted, page), lambda lines: self._take(around, page, lines), self.failed.emit
        )

    def _take(self, around: int, page: int, lines: Sequence[JournalLine]) -> None:
        if around != self._round:
            return
        self._asked.discard(page)
        while len(self._pages) >= PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self._pages[page] = list(lines)
        last = min((page + 1) * PAGE, self._count) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))
        self.loaded.emit()

    # ------------------------------------------------------------------------------------------------------------- Qt

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and self.AREA <= index.column() <= self.AVAILABLE:
            return _AMOUNT_ALIGNMENT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return None
        line = self.line(index.row())
        if role == Qt.ItemDataRole.ForegroundRole:
            return RED if line is not None and line.reverses is not None else None
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == self.NUMBER else None
        return self.text(line, index.column())

    def text(self, line: JournalLine, column: int) -> str:
        """What stands in a column of a voucher."""
        if column == self.EVENT:
            return self.event(line)
        if column == self.AVAILABLE:
            amount = line.available.total
            return "" if not amount else ("+" if amount > 0 else "") + mu(amount)
        if self.AREA <= column < self.AVAILABLE:
            return self._amount(line, column - self.AREA)
        return {
            self.NUMBER: line.label,
            self.DATE: line.book_date.isoformat(),
            self.HOLDER: self._holders.get(line.book, line.book),
            self.YEAR: "、".join(str(year) for year in line.years if year),
            self.SOURCE: "、".join(self._sources.get(source, source) for source in line.sources),
            self.PROJECT: self._projects.get(line.project, line.project),
            self.DOC_NO: line.doc_no or self._documents.get(line.label, ""),
            self.DOC_DATE: "" if line.doc_date is None else line.doc_date.isoformat(),
            self.OPERATOR: line.operator,
            self.NOTE: line.reason,
        }[column]

    def event(self, line: JournalLine) -> str:
        """The event; of a reversal also what it undoes."""
        if line.reverses is None:
            return event_name(line.event)
        template = self.tr("{event} of {what} no. {number}")
        return template.format(event=event_name(line.event), what=event_name(line.nature), number=line.reverses)

    def _amount(self, line: JournalLine, place: int) -> str:
        part = line.amount[place]
        if not part:
            return ""
        text = total_mu(line.amount) if place == 0 else mu(part)
        return MINUS + text if line.reverses is not None and not text.startswith(MINUS) else text


def _page(store: Store, query: VoucherQuery, page: int) -> list[JournalLine]:
    found = store.vouchers(replace(query, limit=PAGE, offset=page * PAGE))
    return [journal_line(voucher) for voucher in found]
