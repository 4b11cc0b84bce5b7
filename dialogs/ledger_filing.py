"""Small windows that run an algorithm on the ledger shown: export of the tables, closing of a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, QDate, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from .background_run import BackgroundRun
from .memory import keep_output_folder, output_folder
from .outputs import UNFIT

if TYPE_CHECKING:
    from ..core.quota.quarter import Quarter
    from .ledger_state import LedgerState

WIDTH = 520


class FilingDialog(QDialog):
    """Chooses holders and a workbook, runs an algorithm, shows progress. `results` are its outputs, None if it did not
    run to its end."""

    ALGORITHM = ""

    def __init__(self, ledger: str, state: LedgerState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ledger, self.state = ledger, state
        self.results: dict[str, Any] | None = None
        self.run = BackgroundRun(self)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.add_fields()
        self.holders = QListWidget()
        self.holders.setMaximumHeight(self.fontMetrics().lineSpacing() * 8)
        for code, name in state.holders.items():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.holders.addItem(item)
        self.holders.setVisible(len(state.holders) > 1)
        if len(state.holders) > 1:
            self.form.addRow(self.tr("&Holders"), self.holders)
        self.workbook = QgsFileWidget()
        self.workbook.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.workbook.setFilter(self.tr("Excel workbook (*.xlsx)"))
        self.workbook.setDialogTitle(self.tr("Save the workbook"))
        self.form.addRow(self.tr("&Workbook"), self.workbook)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self.told)
        column.addWidget(self.progress)
        column.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.run.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.run.ended.connect(self._ended)

    def tr(self, message: str) -> str:
        """In the user's language, under the name of the class it was written in: Qt asks for that of the object alone."""
        for cls in type(self).__mro__[: type(self).__mro__.index(QDialog)]:
            found = QCoreApplication.translate(cls.__name__, message)
            if found != message:
                return found
        return message

    def add_fields(self) -> None:
        """What a subclass asks above the holders."""
        raise NotImplementedError

    def parameters(self) -> dict[str, Any]:
        """What a subclass gives to its algorithm beside ledger, holders and workbook."""
        raise NotImplementedError

    def message(self) -> str:
        """What is told when it is done."""
        raise NotImplementedError

    def confirmed(self) -> bool:
        """Whether the user means it."""
        return True

    def suggest(self, what: str) -> None:
        """A file name made of the ledger's title and `what`, where the user gave none."""
        stem = UNFIT.sub("_", f"{self.state.title}_{what}_{date.today():%Y%m%d}").strip("_.")
        self.workbook.setFilePath(str(Path(output_folder()) / f"{stem}.xlsx"))

    def chosen_holders(self) -> list[str]:
        """Codes of the holders ticked."""
        items = [self.holders.item(row) for row in range(self.holders.count())]
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]

    def start(self) -> None:
        """Run the algorithm in the background."""
        holders = self.chosen_holders()
        if not holders:
            self.told.setText(self.tr("Tick one holder at least."))
            return
        if not self.confirmed():
            return
        given = {"LEDGER": self.ledger, **self.parameters()}
        if len(holders) < self.holders.count():
            given["HOLDERS"] = ",".join(holders)
        file = self.workbook.filePath().strip()
        if file:
            given["WORKBOOK"] = file if file.lower().endswith(".xlsx") else file + ".xlsx"
        self.told.clear()
        self.ok.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"landledger:{self.ALGORITHM}")
        self.run.start(algorithm, given)

    def _ended(self, ok: bool, results: dict, layers: list) -> None:
        self.progress.hide()
        self.ok.setEnabled(True)
        if not ok:
            self.told.setText(self.run.reason)
            return
        self.results = results
        file = str(results.get("WORKBOOK") or "")
        if file:
            keep_output_folder(file)
            self._offer_to_open(file)
        self.accept()

    def _offer_to_open(self, file: str) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.message())
        opening = box.addButton(self.tr("Open the workbook"), QMessageBox.ButtonRole.AcceptRole)
        opening.setObjectName("OpenWorkbook")
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole).setObjectName("Close")
        box.exec()
        if box.clickedButton() is opening:
            QDesktopServices.openUrl(QUrl.fromLocalFile(file))

    def reject(self) -> None:
        """Cancels a run that is under way first."""
        if self.run.running:
            self.run.cancel()
        else:
            super().reject()


class ExportDialog(FilingDialog):
    """`landledger:quotareport` on the ledger shown."""

    ALGORITHM = "quotareport"

    def add_fields(self) -> None:
        self.setObjectName("LedgerExport")
        self.setWindowTitle(self.tr("Export tables"))
        self.year = QComboBox()
        for year in self.state.found.years or (date.today().year,):
            self.year.addItem(str(year), year)
        self.until = QDateEdit(QDate.currentDate())
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.form.addRow(self.tr("&Year"), self.year)
        self.form.addRow(self.tr("&Until"), self.until)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self.workbook.filePath():
            self.suggest(self.tr("quota tables"))
        self.ok.setText(self.tr("Export"))

    def parameters(self) -> dict[str, Any]:
        return {"YEAR": self.year.currentData(), "UNTIL": self.until.date().toString("yyyy-MM-dd")}

    def message(self) -> str:
        unbalanced = int((self.results or {}).get("UNBALANCED_COUNT", 0) or 0)
        if unbalanced:
            text = self.tr("The tables are written, but {count} checks do not hold: look at the sheet of checks.")
            return text.format(count=unbalanced)
        return self.tr("The tables are written; all checks hold.")


class QuarterDialog(FilingDialog):
    """`landledger:closequarter` on the ledger shown."""

    ALGORITHM = "closequarter"

    def add_fields(self) -> None:
        self.setObjectName("LedgerQuarter")
        self.setWindowTitle(self.tr("Close a quarter"))
        self.quarter = QComboBox()
        due, quarters = _quarters(date.today(), self.state.due.values())
        for code, label in quarters:
            self.quarter.addItem(label, code)
        self.quarter.setCurrentIndex(max(self.quarter.findData(due), 0))
        self.closed = QLabel(self._closed())
        self.closed.setWordWrap(True)
        self.reopen = QCheckBox(self.tr("Open a closed quarter again (city only)"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, required to open a quarter again"))
        self.reason.setEnabled(False)
        self.reopen.toggled.connect(self.reason.setEnabled)
        self.form.addRow(self.tr("&Quarter"), self.quarter)
        self.form.addRow(self.closed)
        self.form.addRow(self.reopen)
        self.form.addRow(self.tr("R&eason"), self.reason)

    def _closed(self) -> str:
        last = {self.state.holders[book]: quarters[-1] for book, quarters in self.state.closed.items() if quarters}
        if not last:
            return self.tr("No quarter is closed yet.")
        listed = "、".join(f"{name} {quarter}" for name, quarter in last.items())
        return self.tr("Closed last: {quarters}").format(quarters=listed)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self.workbook.filePath():
            self.suggest(self.tr("quarter filing"))
        self.ok.setText(self.tr("Close the quarter"))

    def confirmed(self) -> bool:
        if self.reopen.isChecked():
            return True
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        text = self.tr("Close {quarter}? Nothing can be booked into it any more; open projects roll into the next one.")
        box.setText(text.format(quarter=self.quarter.currentText()))
        sure = box.addButton(self.tr("Close the quarter"), QMessageBox.ButtonRole.AcceptRole)
        sure.setObjectName("CloseQuarter")
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is sure

    def parameters(self) -> dict[str, Any]:
        given: dict[str, Any] = {"QUARTER": self.quarter.currentData(), "REOPEN": self.reopen.isChecked()}
        if self.reopen.isChecked():
            given["REASON"] = self.reason.text().strip()
        return given

    def message(self) -> str:
        if self.reopen.isChecked():
            return self.tr("{quarter} is open again.").format(quarter=self.quarter.currentText())
        return self.tr("{quarter} is closed.").format(quarter=self.quarter.currentText())


def _quarters(today: date, due: Iterable[Quarter]) -> tuple[str, list[tuple[str, str]]]:
    """The quarter to be closed next, and those to choose from, newest first, as code and label: this one and seven before
    it, and as many more as it takes to come to the one closed last, however long ago."""
    from ..core.quota.quarter import Quarter

    now = Quarter.of(today)
    first = min(due, default=now.plus(-1))
    length = 1 + max(7, now.minus(first) + 1)
    return min(first, now).code, [(now.plus(-back).code, now.plus(-back).label) for back in range(length)]
