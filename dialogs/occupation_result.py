"""The right side of the occupation window: pieces, findings and checks, log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QItemSelectionModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.area import Area
from ..core.rounding import half_up
from ..processing.compat import number_of
from .background_run import ERROR, WARNING
from .occupation_table import PieceModel, amounts, exact_decimals, read_pieces
from .shown_rows import low_rows

RED = QColor(200, 20, 20)
WIDEST = 260
AREA_ENDINGS = ("_AREA_M2", "_FOOTPRINTS_M2")


class ResultPanel(QTabWidget):
    """Shows the result layer of a run; `located` says which features the user wants to see on the map."""

    located = pyqtSignal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = None
        self.model = PieceModel(self)
        self._busy = False
        self.addTab(self._pieces_page(), self.tr("Pieces"))
        self.addTab(self._findings_page(), self.tr("Findings and checks"))
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(5000)
        self.addTab(self.log, self.tr("Log"))
        self._show_totals()

    # ------------------------------------------------------------------------------------------------------- building

    def _pieces_page(self) -> QWidget:
        self.plots = QComboBox()
        self.plots.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.plots.setMaximumWidth(WIDEST)
        self.plots.addItem(self.tr("All plots"), "")
        self.filter = QgsFilterLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: plot, land class, ownership unit …"))
        self.conflicts = QCheckBox(self.tr("Only conflicts (&K)"))
        self.conflicts.setToolTip(self.tr("Pieces in permanent basic farmland or in the ecological redline."))
        self.plots.currentIndexChanged.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.conflicts.toggled.connect(self._narrow)
        self.table = self._view()
        self.totals = QLabel()
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.totals.setWordWrap(True)
        above = QHBoxLayout()
        above.addWidget(self.plots)
        above.addWidget(self.filter, 1)
        above.addWidget(self.conflicts)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        return page

    def _view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        low_rows(view)
        header = view.horizontalHeader()
        header.setSortIndicator(PieceModel.PLOT, Qt.SortOrder.AscendingOrder)
        header.setResizeContentsPrecision(200)
        view.setSortingEnabled(True)
        view.selectionModel().selectionChanged.connect(self._row_chosen)
        self.model.modelAboutToBeReset.connect(self._keep_selection)
        self.model.modelReset.connect(self._restore_selection)
        view.activated.connect(lambda index: self.locate())
        copy = QAction(self.tr("Copy rows"), view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_rows)
        view.addAction(copy)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _findings_page(self) -> QWidget:
        self.numbers = QTableWidget(0, 4)
        self.numbers.setHorizontalHeaderLabels(["", self.tr("m² or count"), self.tr("ha"), self.tr("mu")])
        self.numbers.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.numbers.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.numbers.verticalHeader().hide()
        self.numbers.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.messages = QListWidget()
        self.messages.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.numbers, 3)
        column.addWidget(self.verdict)
        column.addWidget(self.messages, 2)
        return page

    # -------------------------------------------------------------------------------------------------------- content

    def clear(self) -> None:
        """As before a run."""
        self.set_layer(None)
        self.log.clear()
        self.messages.clear()
        self.numbers.setRowCount(0)
        self.verdict.clear()
        self.setTabText(1, self.tr("Findings and checks"))

    def hear(self, kind: str, text: str) -> None:
        """A message of the run: into the log, and what has to be known before signing into the list."""
        mark = {ERROR: "✗ ", WARNING: "! "}.get(kind, "")
        self.log.appendPlainText(f"{mark}{text}")
        if kind in (ERROR, WARNING):
            item = QListWidgetItem(f"{mark}{text}")
            if kind == ERROR:
                item.setForeground(RED)
            self.messages.addItem(item)

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Read a result layer into the table."""
        if self.layer is not None and not sip.isdeleted(self.layer):
            self.layer.selectionChanged.disconnect(self._selected_on_map)
            self.layer.willBeDeleted.disconnect(self._layer_goes)
        self.layer = layer
        self._silently(self.table.clearSelection)
        self.model.set_pieces(None if layer is None else read_pieces(layer))
        self._fill_plots()
        if layer is not None:
            layer.selectionChanged.connect(self._selected_on_map)
            layer.willBeDeleted.connect(self._layer_goes)
            self.table.resizeColumnsToContents()
            for column in range(self.model.columnCount()):
                if self.table.columnWidth(column) > WIDEST:
                    self.table.setColumnWidth(column, WIDEST)
        self._narrow()

    def show_numbers(self, algorithm: QgsProcessingAlgorithm, results: Mapping[str, Any]) -> None:
        """The numbers a run returned, by the names the toolbox gives them, and whether all checks hold."""
        rows = [(out.name(), out.description()) for out in algorithm.outputDefinitions() if out.name() in results]
        rows = [row for row in rows if isinstance(results[row[0]], (int, float))]
        areas = {
            name: Area.from_square_metres(Decimal(repr(results[name]))) for name, _ in rows if name.endswith(AREA_ENDINGS)
        }
        decimals = exact_decimals([area.micro_mu for area in areas.values()])
        self.numbers.setRowCount(len(rows))
        for row, (name, title) in enumerate(rows):
            told = amounts(areas[name], decimals) if name in areas else (_plain(results[name]), "", "")
            for column, text in enumerate((title, *told)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
                self.numbers.setItem(row, column, item)
        for column in range(1, self.numbers.columnCount()):
            self.numbers.resizeColumnToContents(column)
        self._show_verdict(int(results.get("FINDING_COUNT", 0)), int(results.get("UNBALANCED_COUNT", 0)))

    def _show_verdict(self, findings: int, unbalanced: int) -> None:
        if unbalanced:
            text = self.tr("{count} checks do not hold: the workbook is marked as a draft and must not be signed.")
        elif findings:
            text = self.tr("All checks hold. {findings} findings to be read before signing:")
        else:
            text = self.tr("All checks hold, nothing was found.")
        self.verdict.setText(text.format(count=unbalanced, findings=findings))
        self.verdict.setStyleSheet("color: rgb(200, 20, 20); font-weight: bold" if unbalanced else "")
        self.messages.setVisible(self.messages.count() > 0)
        if findings or unbalanced:
            self.setTabText(1, self.tr("Findings and checks ({count})").format(count=findings + unbalanced))

    def _fill_plots(self) -> None:
        self.plots.blockSignals(True)
        self.plots.clear()
        self.plots.addItem(self.tr("All plots"), "")
        for number, name in self.model.plots():
            self.plots.addItem(f"{number}  {name}".strip(), number)
        self.plots.blockSignals(False)

    def _narrow(self, *changed: object) -> None:
        self.model.narrow(self.filter.text(), self.plots.currentData() or "", self.conflicts.isChecked())
        self._show_totals()

    def _show_totals(self) -> None:
        if self.model.pieces is None:
            self.totals.setText(self.tr("No result yet."))
            return
        m2, ha, mu = self.model.amounts_shown()
        text = self.tr("{rows} of {all} pieces, {conflicts} conflicts · {m2} m² = {ha} ha = {mu} mu")
        self.totals.setText(
            text.format(
                rows=self.model.rowCount(),
                all=len(self.model.pieces),
                conflicts=self.model.conflicts_shown(),
                m2=m2,
                ha=ha,
                mu=mu,
            )
        )

    # ------------------------------------------------------------------------------------------------- table and map

    def chosen_ids(self) -> list[int]:
        """Features of the rows chosen in the table."""
        return self.model.ids_of([index.row() for index in self.table.selectionModel().selectedRows()])

    def locate(self) -> None:
        """Ask for the chosen rows on the map."""
        ids = self.chosen_ids()
        if ids and self.layer is not None:
            self._silently(lambda: self.located.emit(ids))

    def copy_rows(self) -> None:
        """Chosen rows to the clipboard, as a spreadsheet takes them."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        lines = ["\t".join(cells) for cells in self.model.texts_of(rows)]
        QApplication.clipboard().setText("\n".join(lines))

    def _silently(self, action: Callable[[], None]) -> None:
        """The table moves the map and the map moves the table: only one of them at a time."""
        busy, self._busy = self._busy, True
        try:
            action()
        finally:
            self._busy = busy

    def _row_chosen(self, *selection: object) -> None:
        if not self._busy:
            self.locate()

    def _selected_on_map(self, selected: list[int], *rest: object) -> None:
        if not self._busy:
            self._silently(lambda: self._choose(self.layer.selectedFeatureIds()[:500]))

    def _choose(self, ids: list[int]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row >= 0]
        selection = self.table.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            selection.select(self.model.index(row, 0), flags)
        if rows:
            self.table.scrollTo(self.model.index(rows[0], 0))

    def _keep_selection(self) -> None:
        self._kept = [] if self._busy else self.chosen_ids()
        self._busy = True

    def _restore_selection(self) -> None:
        self._choose(self._kept)
        self._busy = False

    def _layer_goes(self) -> None:
        self.layer = None


def _plain(value: float) -> str:
    """A count as it is, a measured difference with six decimals."""
    return str(value) if isinstance(value, int) else str(half_up(Decimal(repr(value)), 6))
