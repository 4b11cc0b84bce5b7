"""Third page of the import wizard: every row, every bad cell coloured and explained."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.quota.importing.job import Checked
from ..processing.base import said
from ..processing.settings import rules_in_force
from .import_wizard_rows import ALL_ROWS, BAD_ROWS, KNOWN_ROWS, NEW_ROWS, ImportProblemsModel, ImportRowsModel
from .import_wizard_state import ImportState, check
from .import_wizard_task import BackgroundWork
from .shown_rows import low_rows

_WIDEST = 240


class PreviewPage(QWizardPage):
    """Reads and checks in the background when it is entered; the file can go on when nothing hard was found."""

    def __init__(self, state: ImportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.work = BackgroundWork(self)
        self.setTitle(self.tr("Preview"))
        self.setSubTitle(self.tr("Red cells must be put right in the spreadsheet, yellow ones are warnings. F8: next problem."))
        self.model, self.problems = ImportRowsModel(self), ImportProblemsModel(self)
        self.view, self.list = self._table(self.model), self._table(self.problems)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.setWordWrap(True)
        self.which = QComboBox()
        for which, text in (
            (ALL_ROWS, self.tr("All rows")), (BAD_ROWS, self.tr("Rows with problems")), (NEW_ROWS, self.tr("New rows")),
            (KNOWN_ROWS, self.tr("Rows posted before")),
        ):  # fmt: skip
            self.which.addItem(text, which)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.again_button = QPushButton(self.tr("Read the file a&gain"))
        self.next_problem = QAction(self.tr("Next problem"), self)
        self.next_problem.setShortcut(QKeySequence("F8"))
        self.addAction(self.next_problem)
        self._build()
        self._connect()

    def _table(self, model: ImportRowsModel | ImportProblemsModel) -> QTableView:
        view = QTableView()
        view.setModel(model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        low_rows(view)
        view.horizontalHeader().setResizeContentsPrecision(100)
        return view

    def _build(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.told, 1)
        above.addWidget(self.which)
        above.addWidget(self.again_button)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.list)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        below = QHBoxLayout()
        below.addWidget(self.progress, 1)
        below.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self.splitter, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.work.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.work.ended.connect(self._checked)
        self.cancel_button.clicked.connect(self.work.cancel)
        self.again_button.clicked.connect(self.read)
        self.which.currentIndexChanged.connect(lambda index: self.model.narrow(self.which.currentData()))
        self.list.activated.connect(self.go_to)
        self.list.doubleClicked.connect(self.go_to)
        self.next_problem.triggered.connect(self.go_to_next)
        copy = QAction(self.tr("Copy problems"), self.list)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_problems)
        self.list.addAction(copy)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # ------------------------------------------------------------------------------------------------------- reading

    def initializePage(self) -> None:
        self.read()

    def read(self) -> None:
        """Read and check the file as it is now."""
        self.state.checked = None
        self._show(None)
        self.told.setText(self.tr("Reading and checking …"))
        self.told.setStyleSheet("")
        self.work.start(self.tr("Check a spreadsheet"), partial(check, self.state, rules_in_force()))
        self._show_running()

    def _checked(self, checked: Checked | None, reason: str) -> None:
        self.state.checked = checked
        self._show(checked)
        self._show_running()
        if checked is None:
            self.told.setText(reason)
            self.told.setStyleSheet("color: rgb(200, 20, 20)")
        else:
            self._tell(checked)
        self.completeChanged.emit()

    def _show(self, checked: Checked | None) -> None:
        self.model.set_checked(checked)
        self.problems.set_checked(checked)
        self.model.narrow(self.which.currentData())
        self.list.setVisible(bool(self.problems.problems))
        if checked is None:
            return
        self.view.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            self.view.setColumnWidth(column, min(self.view.columnWidth(column) + 6, _WIDEST))
        self.list.resizeColumnToContents(ImportProblemsModel.CELL)

    def _show_running(self) -> None:
        running = self.work.running
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.again_button.setEnabled(not running)
        if running:
            self.progress.setValue(0)

    def _tell(self, checked: Checked) -> None:
        hard = sum(problem.hard for problem in checked.problems)
        text = self.tr("{rows} rows: {new} new, {known} posted before, {mirrors} other sides of transfers, {sums} sum rows.")
        text = text.format(
            rows=len(checked.rows.data), new=len(checked.new), known=len(checked.known), mirrors=len(checked.mirrors),
            sums=len(checked.rows.sums),
        )  # fmt: skip
        if hard:
            text += self.tr(" {count} cells are wrong: nothing can be posted.").format(count=hard)
        elif checked.problems:
            text += self.tr(" {count} warnings.").format(count=len(checked.problems))
        elif checked.rows.data:
            text += self.tr(" Everything is in order.")
        self.told.setText(text)
        self.told.setStyleSheet("color: rgb(200, 20, 20); font-weight: bold" if hard else "")

    # ------------------------------------------------------------------------------------------------------ problems

    def go_to(self, index: QModelIndex) -> None:
        """Show the cell of a problem."""
        if not index.isValid():
            return
        problem = self.problems.problems[index.row()]
        place = self.model.place_of(problem.row, problem.column)
        if not place.isValid() and self.which.currentData() != ALL_ROWS:
            self.which.setCurrentIndex(self.which.findData(ALL_ROWS))
            place = self.model.place_of(problem.row, problem.column)
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtCenter)

    def go_to_next(self) -> None:
        """The next problem of the list, after the last the first."""
        count = self.problems.rowCount()
        if not count:
            return
        current = self.list.currentIndex()
        index = self.problems.index((current.row() + 1) % count if current.isValid() else 0, 0)
        self.list.setCurrentIndex(index)
        self.go_to(index)

    def copy_problems(self) -> None:
        """All problems to the clipboard, as a spreadsheet takes them."""
        lines = [f"{problem.sheet}\t{problem.cell}\t{said(problem.text)}" for problem in self.problems.problems]
        QApplication.clipboard().setText("\n".join(lines))

    # ---------------------------------------------------------------------------------------------------- navigation

    def isComplete(self) -> bool:
        checked = self.state.checked
        return checked is not None and not checked.refused and not self.work.running

    def cleanupPage(self) -> None:
        self.shut()
        self._show(None)

    def shut(self) -> None:
        """Stop what is going on."""
        self.work.drop()
        self._show_running()
