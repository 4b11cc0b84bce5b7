"""First page of the import wizard: which ledger, which file, which sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.errors import LedgerError
from ..processing.base import said
from ..processing.ledger_algorithm import LAST_LEDGER
from .import_wizard_state import ImportState, LookedAt, import_folder, keep_import_folder, look_at
from .import_wizard_task import BackgroundWork


def table_names(page: QWidget) -> dict[str, str]:
    """What a sheet may hold, in the words of the toolbox."""
    from ..processing.algorithms.quota.import_vouchers import TABLES, ImportVouchers

    algorithm = ImportVouchers()
    algorithm.initAlgorithm()
    return dict(zip(TABLES, algorithm.parameterDefinition(ImportVouchers.TABLE).options()))


class SourcePage(QWizardPage):
    """Ledger, file and sheet. The sheets are looked at in the background as soon as a file is chosen."""

    def __init__(self, state: ImportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.work = BackgroundWork(self)
        self.setTitle(self.tr("Ledger and spreadsheet"))
        self.setSubTitle(self.tr("Choose a spreadsheet, or drop one onto this window. Nothing is posted before you confirm."))
        self.ledger = QgsFileWidget()
        self.ledger.setFilter(self.tr("Ledger (*.gpkg)"))
        self.ledger.setDialogTitle(self.tr("Choose a ledger"))
        self.ledger.lineEdit().setPlaceholderText(self.tr("GeoPackage file, or postgresql:connection/schema"))
        self.file = QgsFileWidget()
        self.file.setFilter(self.tr("Excel workbook (*.xlsx)"))
        self.file.setDialogTitle(self.tr("Choose a spreadsheet"))
        self.file.setDefaultRoot(import_folder())
        self.names = table_names(self)
        self.table = QComboBox()
        for table, name in self.names.items():
            self.table.addItem(name, table)
        self.sheets = QTableWidget(0, 4)
        self.sheets.setHorizontalHeaderLabels(
            [self.tr("Sheet"), self.tr("Looks like"), self.tr("Columns known"), self.tr("Title")]
        )
        self.sheets.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.sheets.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.sheets.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sheets.setTabKeyNavigation(False)
        self.sheets.verticalHeader().hide()
        self.sheets.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self.ledger.setFilePath(state.ledger or str(QgsSettings().value(LAST_LEDGER, "") or ""))
        self.ledger.fileChanged.connect(lambda path: self.completeChanged.emit())
        self.file.fileChanged.connect(self.open_file)
        self.sheets.itemSelectionChanged.connect(self._sheet_chosen)
        self.table.currentIndexChanged.connect(lambda index: self._table_chosen())
        self.work.ended.connect(self._looked_at)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Ledger"), self.ledger)
        form.addRow(self.tr("&Spreadsheet"), self.file)
        sheets = QLabel(self.tr("Shee&ts"))
        sheets.setBuddy(self.sheets)
        kind = QFormLayout()
        kind.addRow(self.tr("The sheet &holds"), self.table)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(sheets)
        column.addWidget(self.sheets, 1)
        column.addLayout(kind)
        column.addWidget(self.told)

    def open_file(self, path: str) -> None:
        """Look at the sheets of a file."""
        self.state.file, self.state.tops, self.state.guesses = "", [], []
        self.sheets.setRowCount(0)
        self.completeChanged.emit()
        if not path.strip():
            self._tell("")
            return
        self._tell(self.tr("Reading {file} …").format(file=Path(path).name))
        self.work.start(self.tr("Look at a spreadsheet"), partial(look_at, path))

    def _looked_at(self, found: LookedAt | None, reason: str) -> None:
        if found is None:
            self._tell(reason, bad=True)
            return
        path = self.file.filePath()
        keep_import_folder(path)
        self.file.setDefaultRoot(str(Path(path).parent))
        self.state.file, self.state.tops, self.state.guesses = path, found.tops, found.guesses
        self.sheets.setRowCount(len(found.guesses))
        for row, guess in enumerate(found.guesses):
            looks = self.names.get(guess.table, self.tr("not recognised"))
            for place, text in enumerate((guess.sheet, looks, str(guess.columns or ""), guess.title)):
                self.sheets.setItem(row, place, QTableWidgetItem(text))
        self.sheets.resizeColumnsToContents()
        best = max(range(len(found.guesses)), key=lambda row: (found.guesses[row].columns, -row))
        self.sheets.selectRow(best)
        self._sheet_chosen()

    def _sheet_chosen(self) -> None:
        rows = self.sheets.selectionModel().selectedRows()
        if not rows or rows[0].row() >= len(self.state.guesses):
            return
        guess = self.state.guesses[rows[0].row()]
        self.state.sheet = guess.sheet
        wanted = self.table.findData(guess.table or "voucher")
        if wanted != self.table.currentIndex():
            self.table.setCurrentIndex(wanted)
        else:
            self._table_chosen()

    def _table_chosen(self) -> None:
        if not self.state.sheet or not self.state.file:
            return
        self.state.choose(self.state.sheet, self.table.currentData())
        known = len(self.state.assignment.columns) if self.state.assignment is not None else 0
        if known:
            self._tell(self.tr("{count} columns are known; the next page shows them.").format(count=known))
        else:
            self._tell(self.tr("No heading is known; say on the next page what the columns are."))
        self.completeChanged.emit()

    def _tell(self, text: str, bad: bool = False) -> None:
        self.told.setText(text)
        self.told.setStyleSheet("color: rgb(200, 20, 20)" if bad else "")

    def isComplete(self) -> bool:
        return bool(self.ledger.filePath().strip() and self.state.file and self.state.assignment is not None)

    def validatePage(self) -> bool:
        self.state.ledger = self.ledger.filePath().strip()
        try:
            self.state.place()
        except LedgerError as error:
            self._tell(said(error.sentence), bad=True)
            return False
        QgsSettings().setValue(LAST_LEDGER, self.state.ledger)
        return True

    def shut(self) -> None:
        """Stop what is going on."""
        self.work.drop()

    def hear_drop(self, path: str) -> None:
        """A file was dropped onto the window."""
        self.file.setFilePath(path)

    def reset(self) -> None:
        """For the next file; the ledger stays."""
        self.file.setFilePath("")
        self._tell("")


def dropped_file(event: Any) -> str:
    """The one local file that is being dropped, '' for anything else."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
