"""The window “Ledger import wizard” 台账导入向导: choose, recognise, preview, confirm, posted."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget, QWizard, QWizardPage

from ..processing.base import icon_path
from .import_wizard_source import SourcePage, dropped_file
from .import_wizard_state import ImportState
from .memory import WizardMemory

SIZE = (1180, 740)


class ImportWizard(QWizard):
    """Five pages over one state. Work runs in the background; closing the window stops it and posts nothing."""

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("ImportWizard")
        self.setWindowTitle(self.tr("Ledger import wizard"))
        self.setWindowIcon(QIcon(icon_path("import.svg")))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setAcceptDrops(True)
        self._memory = WizardMemory("import")
        self.state = ImportState()
        for button, text in (
            (QWizard.WizardButton.NextButton, self.tr("&Next")),
            (QWizard.WizardButton.BackButton, self.tr("&Back")),
            (QWizard.WizardButton.CommitButton, self.tr("&Post")),
            (QWizard.WizardButton.FinishButton, self.tr("&Finish")),
            (QWizard.WizardButton.CancelButton, self.tr("C&lose")),
        ):
            self.setButtonText(button, text)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("landledger:importvouchers")
        able, reason = algorithm.canExecute()
        if not able:
            self._build_refusal(reason)
            return
        # Only now: these need the packages that canExecute has just asked for.
        from .import_wizard_columns import ColumnsPage
        from .import_wizard_finish import ConfirmPage, ResultPage
        from .import_wizard_preview import PreviewPage

        self.source = SourcePage(self.state)
        self.columns = ColumnsPage(self.state, algorithm.operator())
        self.preview = PreviewPage(self.state)
        self.confirm = ConfirmPage(self.state)
        self.result = ResultPage(self.state)
        self.shutting = (self.source, self.columns, self.preview, self.confirm)
        for page in (*self.shutting, self.result):
            self.addPage(page)
        self.confirm.posted.connect(self.next)
        self.result.another_button.clicked.connect(self.start_again)
        self.finished.connect(self._end)
        if not self._memory.restore(self):
            self.resize(*SIZE)

    def _build_refusal(self, reason: str) -> None:
        """A package is missing: nothing but the reason."""
        self.shutting = ()
        page = QWizardPage()
        text = QLabel(reason)
        text.setWordWrap(True)
        QVBoxLayout(page).addWidget(text)
        self.addPage(page)

    def choose_ledger(self, name: str) -> None:
        """The ledger to import into, by file or connection."""
        if self.shutting:
            self.source.ledger.setFilePath(name)

    def start_again(self) -> None:
        """The next file into the same ledger."""
        self.state.checked = self.state.posted = None
        self.restart()
        self.source.reset()

    def _end(self, *result: object) -> None:
        """Closed, by button, Escape or the frame."""
        for page in self.shutting:
            page.shut()
        self._memory.keep(self)
        if self.state.posted is not None:
            self.start_again()

    def dragEnterEvent(self, event: Any) -> None:
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        path = dropped_file(event)
        if path and self.shutting:
            while self.currentPage() is not self.source and self.currentPage() is not self.result:
                self.back()
            if self.currentPage() is self.result:
                self.start_again()
            self.source.hear_drop(path)
            event.acceptProposedAction()
