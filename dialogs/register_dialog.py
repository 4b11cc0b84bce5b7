"""A form for one row of a register, made from the register's declaration: projects, approvals, ceilings …"""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..core.area import Area, typed_number
from ..core.errors import LedgerError
from ..core.ledger.registers import Field, FieldKind, Need, Register
from ..processing.base import said
from .questions import answer_buttons

WIDTH = 480
_NO_DATE = QDate(1900, 1, 1)


class RegisterDialog(QDialog):
    """`values` are the fields filled in, as `Register.checked` takes them. `fixed` fields are given and not shown."""

    def __init__(
        self, title: str, register: Register, fixed: Mapping[str, object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"Register_{register.name}")
        self.setWindowTitle(title)
        self._register, self._fixed = register, dict(fixed)
        self.widgets: dict[str, QWidget] = {}
        inside = QWidget()
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for each in register.fields:
            if each.code not in self._fixed:
                form.addRow(self._label(each), self._row(each))
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setStyleSheet("color: #c00000")
        buttons, self.ok = answer_buttons(self, self.tr("Keep"), self.tr("Cancel"), self._keep)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
        self.resize(WIDTH, 520)

    def _label(self, each: Field) -> str:
        needed = each.need in (Need.YES, Need.KEY)
        return f"{each.name} *" if needed else each.name

    def _row(self, each: Field) -> QWidget:
        widget = self._widget(each)
        widget.setToolTip(each.note)
        self.widgets[each.code] = widget
        if each.kind is not FieldKind.AREA:
            return widget
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget, 1)
        row.addWidget(QLabel(self.tr("mu")))
        return holder

    def _widget(self, each: Field) -> QWidget:
        if each.kind is FieldKind.ENUM:
            combo = QComboBox()
            combo.addItem("", None)
            for code, name in (each.choices or {}).items():
                combo.addItem(name, code)
            return combo
        if each.kind is FieldKind.FLAG:
            return QCheckBox()
        if each.kind is FieldKind.DATE:
            day = QDateEdit()
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            day.setMinimumDate(_NO_DATE)
            day.setSpecialValueText(self.tr("none"))
            day.setDate(_NO_DATE)
            return day
        return QLineEdit()

    @property
    def values(self) -> dict[str, object]:
        """The fields, as they are filled in; LedgerError for an area that is none."""
        found: dict[str, object] = dict(self._fixed)
        for each in self._register.fields:
            if each.code in self.widgets:
                found[each.code] = self._value(each, self.widgets[each.code])
        return found

    def _value(self, each: Field, widget: QWidget) -> object:
        if isinstance(widget, QComboBox):
            return widget.currentData()
        if isinstance(widget, QCheckBox):
            return widget.isChecked() or None
        if isinstance(widget, QDateEdit):
            return None if widget.date() == _NO_DATE else widget.date().toPyDate()
        text = widget.text().strip()
        if each.kind is FieldKind.AREA and text:
            return Area.from_mu(typed_number(text))
        return text or None

    def _keep(self) -> None:
        """Only what the register accepts."""
        try:
            self._register.checked(self.values)
        except LedgerError as error:
            self.told.setText(said(error.sentence))
            return
        self.accept()
