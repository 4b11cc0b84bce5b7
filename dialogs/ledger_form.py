"""The form of one event: which fields there are depends on what is booked."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ..core.area import Area, typed_number
from ..core.errors import InputError, LedgerError
from ..core.quota.policy import event_needs
from ..core.quota.request import Request
from ..core.quota.vocabulary import NOTHING, Event, QuotaAmount
from ..core.sentence import translate
from ..processing.settings import operator_name
from .ledger_state import LedgerState
from .ledger_words import event_name

ORDER = (
    Event.ISSUE, Event.TRANSFER_OUT, Event.ADVANCE, Event.REPAY, Event.RESERVE, Event.RELEASE, Event.ALLOCATE,
    Event.SUBMIT, Event.SEND_BACK, Event.USE, Event.CLEAR, Event.WRITE_OFF, Event.RETURN, Event.RECLAIM,
    Event.CARRY_OVER, Event.OPENING,
)  # fmt: skip
"""Events that are posted by form; a transfer is received by its counterpart, a reversal starts in the journal."""
WITH_PROJECT = frozenset(event for event in ORDER if event not in (Event.TRANSFER_OUT, Event.CARRY_OVER))
WITHOUT_SOURCE = frozenset((Event.ADVANCE,))
UNITS = (("mu", Area.from_mu), ("ha", Area.from_hectares), ("m2", Area.from_square_metres))
_NO_DATE = QDate(1900, 1, 1)


class EventForm(QWidget):
    """`changed` follows every key; `new_project` asks for a project that is not in the register."""

    changed = pyqtSignal()
    new_project = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._owners: Mapping[str, str] = {}
        self._projects: Mapping[str, str] = {}
        self._locked: frozenset[str] = frozenset()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows: dict[str, QWidget] = {}
        self._make()
        self._show_fields()

    # ------------------------------------------------------------------------------------------------------- building

    def _make(self) -> None:
        self.event_kind = self._combo()
        for event in ORDER:
            self.event_kind.addItem(event_name(event.value), event.value)
        self.holder, self.to_holder, self.source = self._combo(), self._combo(), self._combo()
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.setValue(datetime.date.today().year)
        self.project = self._combo()
        self.project.setEditable(True)
        self.project.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.project.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.project.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.new_project_button = QPushButton(self.tr("New…"))
        self.new_project_button.setToolTip(self.tr("Enter a project into the register of projects."))
        self.total, self.farm, self.fields = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in (self.total, self.farm, self.fields):
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit = QComboBox()
        for name, label in (("mu", self.tr("mu")), ("ha", self.tr("ha")), ("m2", self.tr("m²"))):
            self.unit.addItem(label, name)
        self.doc_no, self.approval, self.reason, self.operator = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit(operator_name())
        self.doc_date = self._day(True)
        self.book_date = self._day(False)
        for name, label, widget in (
            ("event", self.tr("&Event"), self.event_kind),
            ("holder", self.tr("&Holder"), self.holder),
            ("to_holder", self.tr("&To holder"), self.to_holder),
            ("year", self.tr("Quota &year"), self.year),
            ("source", self.tr("&Source"), self.source),
            ("project", self.tr("&Project"), self._beside(self.project, self.new_project_button)),
            ("total", self.tr("&Area"), self._beside(self.total, self.unit)),
            ("farm", self.tr("of which a&gricultural"), self.farm),
            ("fields", self.tr("of which &cultivated"), self.fields),
            ("approval", self.tr("Appro&val document"), self.approval),
            ("doc_no", self.tr("&Document number"), self.doc_no),
            ("doc_date", self.tr("Doc&ument dated"), self.doc_date),
            ("book_date", self.tr("&Booked on"), self.book_date),
            ("reason", self.tr("&Note"), self.reason),
            ("operator", self.tr("&Operator"), self.operator),
        ):
            self._add(name, label, widget)
        self._follow()

    def _add(self, name: str, label: str, widget: QWidget) -> None:
        title = QLabel(label)
        buddy = widget.findChild(QComboBox) or widget.findChild(QLineEdit) or widget
        if name == "total":
            buddy = self.total
        title.setBuddy(buddy if isinstance(buddy, QWidget) else widget)
        self.form.addRow(title, widget)
        self.rows[name] = widget

    def _combo(self) -> QComboBox:
        combo = QComboBox()
        combo.setMaxVisibleItems(20)
        combo.setMinimumContentsLength(8)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return combo

    def _day(self, may_be_empty: bool) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate())
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        if may_be_empty:
            edit.setMinimumDate(_NO_DATE)
            edit.setSpecialValueText(self.tr("none"))
        return edit

    def _beside(self, wide: QWidget, narrow: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(wide, 1)
        row.addWidget(narrow)
        return holder

    def _follow(self) -> None:
        self.event_kind.currentIndexChanged.connect(self._show_fields)
        self.holder.currentIndexChanged.connect(self._offer_projects)
        for combo in (self.event_kind, self.holder, self.to_holder, self.source, self.project, self.unit):
            combo.currentIndexChanged.connect(self._tell)
        self.project.editTextChanged.connect(self._tell)
        for edit in (self.total, self.farm, self.fields, self.doc_no, self.approval, self.reason, self.operator):
            edit.textChanged.connect(self._tell)
        for day in (self.doc_date, self.book_date):
            day.dateChanged.connect(self._tell)
        self.year.valueChanged.connect(self._tell)
        self.new_project_button.clicked.connect(self.new_project)

    def _tell(self, *changed: object) -> None:
        if not self._busy:
            self.changed.emit()

    # -------------------------------------------------------------------------------------------------------- content

    def set_state(self, state: LedgerState | None) -> None:
        """Holders, sources and projects of the ledger; what is chosen stays."""
        busy, self._busy = self._busy, True
        holders = state.holders if state else {}
        self._refill(self.holder, holders)
        self._refill(self.to_holder, holders)
        self._refill(self.source, {"": self._any_source(), **(state.sources if state else {})})
        self._owners = state.owners if state else {}
        self._projects = state.projects if state else {}
        self._locked = state.locked if state else frozenset()
        self._offer_projects()
        self._busy = busy
        self._tell()

    def _any_source(self) -> str:
        """What stands where no source is chosen."""
        if event_needs()[self.chosen_event].source:
            return self.tr("Choose a source")
        return self.tr("As the project holds it")

    def _refill(self, combo: QComboBox, items: Mapping[str, str]) -> None:
        chosen = combo.currentData()
        combo.clear()
        for code, name in items.items():
            combo.addItem(name, code)
        combo.setCurrentIndex(max(0, combo.findData(chosen)) if items else -1)

    def _offer_projects(self, *place: object) -> None:
        """Projects of the holder first, then those of others."""
        busy, self._busy = self._busy, True
        chosen, typed, own = self.project.currentData(), self.project.currentText(), self.holder.currentData()
        self.project.clear()
        self.project.addItem("", "")
        for code in sorted(self._projects, key=lambda code: (self._owners.get(code) != own, code)):
            self.project.addItem(f"{code} {self._projects[code]}", code)
        place_of = self.project.findData(chosen)
        self.project.setCurrentIndex(max(0, place_of))
        if place_of < 0 and typed:
            self.project.setEditText(typed)
        self._busy = busy

    def choose_project(self, code: str) -> None:
        """Choose a project that is in the register by now."""
        self.project.setCurrentIndex(max(0, self.project.findData(code)))

    def _show_fields(self, *place: object) -> None:
        """Only what the event can have."""
        event = self.chosen_event
        shown = {
            "to_holder": event is Event.TRANSFER_OUT,
            "source": event not in WITHOUT_SOURCE,
            "year": event_needs()[event].own_year,
            "project": event in WITH_PROJECT,
            "approval": event_needs()[event].approval,
        }
        for name, visible in shown.items():
            self.rows[name].setVisible(visible)
            self.form.labelForField(self.rows[name]).setVisible(visible)
        if self.source.count():
            self.source.setItemText(0, self._any_source())

    @property
    def chosen_event(self) -> Event:
        """What is booked."""
        return Event(self.event_kind.currentData())

    # -------------------------------------------------------------------------------------------------------- request

    def is_blank(self) -> bool:
        """Whether no area was typed yet: then there is nothing to judge."""
        return not self.total.text().strip()

    def request(self) -> Request:
        """What is asked for; LedgerError naming the field for an area that is none."""
        event = self.chosen_event
        visible = {name: not widget.isHidden() for name, widget in self.rows.items()}
        return Request(
            event=event,
            holder=self.holder.currentData() or "",
            book_date=self.book_date.date().toPyDate(),
            amount=self._amount(),
            year=self.year.value() if visible["year"] else 0,
            source=(self.source.currentData() or "") if visible["source"] else "",
            project=self._project() if visible["project"] else "",
            doc_no=_one_line(self.doc_no.text()),
            doc_date=None if self.doc_date.date() == _NO_DATE else self.doc_date.date().toPyDate(),
            approval=_one_line(self.approval.text()) if visible["approval"] else "",
            reason=_one_line(self.reason.text()),
            operator=_one_line(self.operator.text()),
            to_holder=(self.to_holder.currentData() or "") if visible["to_holder"] else "",
        )

    def _project(self) -> str:
        """The code chosen or typed; a project that is only typed is told by the rules."""
        text = self.project.currentText().strip()
        place = self.project.currentIndex()
        if place >= 0 and self.project.itemText(place).strip() == text:
            return self.project.itemData(place) or ""
        return text

    def _amount(self) -> QuotaAmount:
        if self.is_blank():
            return NOTHING
        titles = (self.tr("Area"), self.tr("of which agricultural land"), self.tr("of which cultivated land"))
        edits = (self.total, self.farm, self.fields)
        return QuotaAmount.of(*(self._area(title, edit) for title, edit in zip(titles, edits)))

    def _area(self, title: str, edit: QLineEdit) -> Area:
        text = typed_number(edit.text())
        if not text:
            return Area(0)
        read = dict(UNITS)[self.unit.currentData()]
        try:
            return read(text)
        except (LedgerError, TypeError) as error:
            template = translate("LandLedger", "{field}: “{text}” is not an area.")
            raise InputError(template, field=title, text=edit.text().strip()) from error

    def clear(self) -> None:
        """Ready for the next voucher of the same kind: areas, documents and note go, the rest stays."""
        self._busy = True
        for edit in (self.total, self.farm, self.fields, self.doc_no, self.approval, self.reason):
            edit.clear()
        self.project.setCurrentIndex(0)
        self._busy = False
        self._tell()


def _one_line(text: str) -> str:
    return " ".join(text.split())
