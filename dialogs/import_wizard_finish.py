"""The last two pages of the import wizard: confirm what will be posted, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.area import Area
from ..core.quota.importing.job import Checked, PostedImport
from ..processing.base import said
from ..processing.compat import number_of
from ..processing.settings import rules_in_force
from .import_wizard_state import ImportState, post
from .import_wizard_task import BackgroundWork

REPORT = "landledger:quotareport"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_WARNINGS = 8


def mu(micro_mu: int) -> str:
    """亩 with four decimals."""
    return str(Area(micro_mu).mu(4))


class ConfirmPage(QWizardPage):
    """Sums and the resulting balances; posting starts with the commit button and runs in the background."""

    posted = pyqtSignal()

    def __init__(self, state: ImportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.work = BackgroundWork(self)
        self.setTitle(self.tr("Confirm"))
        self.setSubTitle(self.tr("All rows are posted, or none. What is posted can only be reversed, not deleted."))
        self.setCommitPage(True)
        self.sums = QLabel()
        self.sums.setWordWrap(True)
        self.sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.balances = QTableWidget(0, 5)
        self.balances.setHorizontalHeaderLabels(
            [
                self.tr("Holder"), self.tr("Available before (mu)"), self.tr("Income (mu)"), self.tr("Expenditure (mu)"),
                self.tr("Available after (mu)"),
            ]
        )  # fmt: skip
        self.balances.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.balances.setTabKeyNavigation(False)
        self.balances.verticalHeader().hide()
        self.balances.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.note = QLabel(self.tr("Income and expenditure are those of the file; “available” is what is free to be allocated."))
        self.note.setWordWrap(True)
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self.progress = QProgressBar()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setStyleSheet("color: rgb(200, 20, 20)")
        column = QVBoxLayout(self)
        column.addWidget(self.sums)
        column.addWidget(self.balances, 1)
        for widget in (self.note, self.warnings, self.progress, self.told):
            column.addWidget(widget)
        self.work.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.work.ended.connect(self._posted)

    def initializePage(self) -> None:
        checked = self.state.checked
        self.state.posted = None
        self.told.clear()
        self.progress.hide()
        is_journal = checked.table == "voucher"
        self.balances.setVisible(is_journal)
        self.note.setVisible(is_journal)
        self.sums.setText(self._sums(checked, is_journal))
        self._fill(checked)
        warnings = [problem for problem in checked.problems if not problem.hard]
        lines = ["! " + said(problem.sentence) for problem in warnings[:_MOST_WARNINGS]]
        if len(warnings) > _MOST_WARNINGS:
            lines.append(self.tr("… and {count} more warnings.").format(count=len(warnings) - _MOST_WARNINGS))
        self.warnings.setText("\n".join(lines))

    def _sums(self, checked: Checked, is_journal: bool) -> str:
        if not is_journal:
            text = self.tr("{new} rows will be entered into the register, {known} are there as they are.")
            return text.format(new=len(checked.entries), known=len(checked.known))
        text = self.tr("{new} rows will be posted: income {income} mu, expenditure {expenditure} mu.")
        text = text.format(new=len(checked.new), income=mu(checked.income), expenditure=mu(checked.expenditure))
        if checked.known:
            text += self.tr(" {known} were posted before.").format(known=len(checked.known))
        if checked.new_projects:
            text += self.tr(" {count} projects will be entered into the register.").format(count=checked.new_projects)
        return text

    def _fill(self, checked: Checked) -> None:
        rows = [
            (each.name, *map(mu, (each.before, each.received, each.spent, each.after))) for each in checked.balances
        ]
        if len(rows) > 1:
            sums = [
                sum(getattr(each, name) for each in checked.balances) for name in ("before", "received", "spent", "after")
            ]
            rows.append((self.tr("Total"), *map(mu, sums)))
        self.balances.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            self._fill_row(row, texts)

    def _fill_row(self, row: int, texts: Sequence[str]) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(number_of(_RIGHT))
            self.balances.setItem(row, column, item)

    def isComplete(self) -> bool:
        checked = self.state.checked
        return checked is not None and bool(checked.new) and not self.work.running

    def validatePage(self) -> bool:
        """The commit button: post in the background, go on when it is done."""
        if self.state.posted is not None:
            return True
        if not self.work.running:
            self.told.clear()
            self.progress.setValue(0)
            self.progress.show()
            self.work.start(self.tr("Post a spreadsheet"), partial(post, self.state, rules_in_force()))
            self.completeChanged.emit()
        return False

    def _posted(self, posted: PostedImport | None, reason: str) -> None:
        self.progress.hide()
        self.state.posted = posted
        self.completeChanged.emit()
        if posted is None:
            self.told.setText(reason)
        else:
            self.posted.emit()

    def shut(self) -> None:
        """Stop what is going on."""
        self.work.drop()


class ResultPage(QWizardPage):
    """What was posted, and what one does next."""

    def __init__(self, state: ImportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.setTitle(self.tr("Posted"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report_button = QPushButton(self.tr("&Open the report of the ledger …"))
        self.report_button.setAutoDefault(False)
        self.report_button.clicked.connect(self.open_report)
        self.another_button = QPushButton(self.tr("Import &another spreadsheet"))
        self.another_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.another_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def initializePage(self) -> None:
        posted = self.state.posted
        if posted.vouchers:
            text = self.tr("{rows} rows were posted as {vouchers} vouchers:\n{labels}")
            lines = [text.format(rows=posted.rows, vouchers=posted.vouchers, labels="\n".join(posted.labels))]
        else:
            lines = [self.tr("{rows} rows were entered into the register.").format(rows=posted.entries)]
        if posted.vouchers and posted.entries:
            lines.append(self.tr("{count} projects were entered into the register.").format(count=posted.entries))
        if posted.known:
            lines.append(self.tr("{count} rows had been posted before and were left alone.").format(count=posted.known))
        lines += ["! " + said(warning.text) for warning in posted.warnings[:_MOST_WARNINGS]]
        self.told.setText("\n".join(lines))
        self.report_button.setVisible(QgsApplication.processingRegistry().algorithmById(REPORT) is not None)

    def open_report(self) -> None:
        """The dialog of the report with this ledger."""
        import processing

        self._dialog = processing.createAlgorithmDialog(REPORT, {"LEDGER": self.state.ledger})
        self._dialog.show()
