"""The question before a matching is booked: what, under which numbers, and what remains after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.balance.indicators import NOTHING, Indicators
from ..core.balance.requisition.model import Outcome
from ..processing.compat import number_of
from .farmland_rows import Found, Project, ShownUnit
from .questions import answer_buttons

SIZE = (860, 520)
SIGNS = frozenset(";=；＝\n")


def bookable(found: Found) -> list[Project]:
    """The projects that a booking takes: those settled or promised that draw something."""
    ways = (Outcome.SETTLED.value, Outcome.PROMISED.value)
    return [each for each in found.projects if each.way in ways and each.drawn.plus(each.promised) != NOTHING]


def remaining_after(found: Found, projects: Sequence[Project]) -> Indicators:
    """What lots that may be drawn have left once these projects are booked."""
    before = Indicators.total(lot.before for lot in found.lots if lot.state != "running")
    return before.minus(Indicators.total(project.drawn for project in projects))


class BookingDialog(QDialog):
    """Asks for confirmation numbers and the document. `draws` says that lots are drawn, not frozen."""

    def __init__(
        self,
        found: Found,
        ledger: str,
        draws: bool,
        unit: ShownUnit,
        said: Callable[[Indicators], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("FarmlandBooking")
        self.setWindowTitle(self.tr("Draw in the ledger") if draws else self.tr("Freeze in the ledger"))
        self.projects = bookable(found)
        self._draws, self._unit = draws, unit
        self.table = self._table()
        self.document = QLineEdit()
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        form = QFormLayout()
        form.addRow(self.tr("Document number of the land approval"), self.document)
        form.addRow(self.tr("Booking date"), self.day)
        self.told = QLabel(self._sentence(found, ledger, said))
        self.told.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setStyleSheet("color: #c00000")
        self._foreign = sorted({taking.project for taking in found.takings if taking.other_county} & self._codes())
        does = self.tr("Draw") if draws else self.tr("Freeze")
        buttons, self.ok = answer_buttons(self, does, self.tr("Cancel"))
        column = QVBoxLayout(self)
        for part in (self.told, self.table):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.warning)
        column.addWidget(buttons)
        self.table.itemChanged.connect(lambda item: self._judge())
        self.resize(*SIZE)
        self._judge()

    def _codes(self) -> set[str]:
        return {project.code for project in self.projects}

    def _sentence(self, found: Found, ledger: str, said: Callable[[Indicators], str]) -> str:
        drawn = Indicators.total(each.drawn for each in self.projects)
        template = self.tr("In {ledger}, {count} projects are frozen: {amounts}. Remaining after it: {remaining}.")
        if self._draws:
            template = self.tr("In {ledger}, {count} projects are drawn: {amounts}. Remaining after it: {remaining}.")
        text = template.format(
            ledger=ledger,
            count=len(self.projects),
            amounts=said(drawn) or "0",
            remaining=said(remaining_after(found, self.projects)) or "0",
        )
        left_out = sum(each.way == Outcome.UNSETTLED.value for each in found.projects)
        if left_out:
            text += " " + self.tr("{count} projects that are not settled are left out.").format(count=left_out)
        again = self.tr("What is booked for a project already is not booked twice. Errors are corrected by reversing vouchers.")
        return f"{text}\n{again}"

    def _table(self) -> QTableWidget:
        """The projects; the confirmation number can be typed."""
        area = self.tr("mu") if self._unit is ShownUnit.MU else self.tr("ha")
        titles = [self.tr("Project"), self.tr("Project name"), self.tr("Conclusion")]
        titles += [f"{name}\n{unit}" for name, unit in (
            (self.tr("Quantity"), area), (self.tr("Paddy"), area), (self.tr("Capacity"), self.tr("kg"))
        )]  # fmt: skip
        table = QTableWidget(len(self.projects), len(titles) + 1)
        table.setHorizontalHeaderLabels([*titles, self.tr("Confirmation number")])
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for row, project in enumerate(self.projects):
            quantity, paddy, capacity = project.drawn
            texts = (
                project.code, project.name, project.way, self._unit.text(quantity), self._unit.text(paddy), str(capacity)
            )  # fmt: skip
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column >= len(texts) - 3:
                    item.setTextAlignment(number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
                table.setItem(row, column, item)
            table.setItem(row, len(texts), QTableWidgetItem(""))
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(len(titles), QHeaderView.ResizeMode.Stretch)
        return table

    def confirmation(self, row: int) -> str:
        """What was typed for a project."""
        item = self.table.item(row, self.table.columnCount() - 1)
        return item.text().strip() if item is not None else ""

    @property
    def confirmations(self) -> str:
        """As the parameter CONFIRMATION takes them."""
        numbers = {project.code: self.confirmation(row) for row, project in enumerate(self.projects)}
        return ";".join(f"{code}={number}" for code, number in numbers.items() if number)

    @property
    def doc_no(self) -> str:
        return self.document.text().strip()

    @property
    def book_date(self) -> date:
        return self.day.date().toPyDate()

    def _judge(self) -> None:
        """Say what stands in the way."""
        text = ""
        numbers = [self.confirmation(row) for row in range(len(self.projects))]
        if not self.projects:
            text = self.tr("No project is settled: there is nothing to book.")
        elif self._foreign:
            text = self.tr("{projects} draw from lots of another county: transfer them into the reserve of their county first.")
            text = text.format(projects="、".join(self._foreign))
        elif any(not SIGNS.isdisjoint(number) for number in numbers):
            text = self.tr("A confirmation number can't hold the signs ; and =.")
        elif self._draws and not all(number for number, each in zip(numbers, self.projects) if each.drawn != NOTHING):
            text = self.tr("Type the confirmation number of each project.")
        elif len(set(filter(None, numbers))) < len(list(filter(None, numbers))):
            text = self.tr("Each project has a confirmation number of its own.")
        self.warning.setText(text)
        self.ok.setEnabled(not text)
