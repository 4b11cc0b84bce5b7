"""The page of the findings panel: layer, counts, filter, table, what the chosen finding says, and the buttons."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .findings_filter import FilterBar
from .findings_table import COLOURS, FindingModel, severity_label
from .findings_view import FindingTable
from .panel_widgets import details_label, icon_button
from .spoken import SpokenAsWritten


class FindingsPage(SpokenAsWritten, QWidget):
    """Widgets over a FindingModel, and what they show of it; what the buttons do is the panel's business."""

    MEMORY = "findings"

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(self._layer_row())
        self.totals = QLabel()
        self.totals.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.totals)
        self.filter_bar = FilterBar(self._model)
        column.addWidget(self.filter_bar)
        self.table = FindingTable(self._model, self.MEMORY)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self._empty_page())
        column.addWidget(self.pages, 1)
        self.details = details_label()
        column.addWidget(self.details)
        self.buttons = self._button_row()
        column.addLayout(self.buttons)

    def _layer_row(self) -> QHBoxLayout:
        self.layer_combo = QgsMapLayerComboBox()
        self.layer_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_combo.setAllowEmptyLayer(True, self.tr("Choose a findings layer"))
        self.layer_combo.setLayer(None)
        self.layer_combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer_combo.setToolTip(self.layers_tip())
        self.open_button = icon_button("/mActionFileOpen.svg", self.tr("Open a file of findings"))
        row = QHBoxLayout()
        row.addWidget(self.layer_combo, 1)
        row.addWidget(self.open_button)
        return row

    def _button_row(self) -> QHBoxLayout:
        self.previous_button = icon_button("/mActionArrowUp.svg", self.tr("Previous finding (Alt+↑)"))
        self.next_button = icon_button("/mActionArrowDown.svg", self.tr("Next finding (Alt+↓)"))
        self.locate_button = icon_button("/mActionZoomToSelected.svg", self.tr("Show on the map (Enter)"))
        self.accept_button = QPushButton(self.tr("Accept…"))
        self.accept_button.setToolTip(self.tr("The chosen findings are right as they are: give the reason (Ctrl+Enter)."))
        self.reopen_button = QPushButton(self.tr("Open again"))
        self.reopen_button.setToolTip(self.tr("The chosen findings have to be looked at again."))
        self.undo_button = icon_button("/mActionUndo.svg", self.tr("Take back the last decision"))
        row = QHBoxLayout()
        for button in (self.previous_button, self.next_button, self.locate_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.accept_button, self.reopen_button, self.undo_button):
            row.addWidget(button)
        return row

    def _empty_page(self) -> QWidget:
        """What stands where no row does: why, and what to do next."""
        page = QWidget()
        self.why_empty = QLabel()
        self.why_empty.setWordWrap(True)
        self.why_empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.to_check_button = QPushButton(self.tr("Run the check"))
        self.to_file_button = QPushButton(self.tr("Open a file of findings…"))
        self.show_all_button = QPushButton(self.tr("Clear filter"))
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.why_empty)
        for button in (self.to_check_button, self.to_file_button, self.show_all_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    # -------------------------------------------------------------------------------------------------------- showing

    def show_counts(self) -> None:
        """How many there are, and what stands where no row does."""
        self.filter_bar.show_counts()
        severities, states = self._model.totals()
        parts = [
            f'<span style="color:{COLOURS[severity].name()}">●</span> {severity_label(severity)} <b>{count}</b>'
            for severity, count in severities.items()
        ]
        labels = self._model.state_labels
        decided = " ".join(f"{labels[state]} <b>{count}</b>" for state, count in states.items())
        self.totals.setText(f"{' &nbsp;'.join(parts)} &nbsp;|&nbsp; {decided}")
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        findings = self._model.findings
        self.totals.setVisible(findings is not None)
        self.filter_bar.setVisible(findings is not None and len(findings) > 0)
        self.pages.setCurrentIndex(0 if self._model.rowCount() else 1)
        self.show_all_button.setVisible(findings is not None and len(findings) > 0)
        self.to_check_button.setVisible(findings is None)
        self.to_file_button.setVisible(findings is None)
        if findings is None:
            self.why_empty.setText(self.nothing_shown())
        elif not len(findings):
            self.why_empty.setText(self.nothing_found())
        else:
            self.why_empty.setText(self.tr("No finding passes the filter."))

    def nothing_shown(self) -> str:
        """What stands where no layer of findings is shown."""
        return self.tr("No findings are shown. Check a land survey, or open the findings of an earlier check.")

    def nothing_found(self) -> str:
        """What stands where a check found nothing."""
        return self.tr("The check found nothing: the survey passes all checks that are switched on.")

    def layers_tip(self) -> str:
        """Which layers can be chosen."""
        return self.tr("Layers of the project that hold the findings of a survey check.")

    def head_of(self, at: int) -> list[str]:
        """What a finding (a row of the arrays) is called, above its sentence."""
        texts = self._model.findings.texts
        return [
            self._model.text(at, self._model.SEVERITY), texts["TITLE"][at], self._model.text(at, self._model.PARCEL),
            texts["OTHER_BSM"][at], texts["FIELD"][at], self._model.text(at, self._model.PLACE),
        ]  # fmt: skip

    def show_buttons(self, undoable: bool) -> None:
        """Buttons that make sense now."""
        rows = self.table.chosen_rows()
        shown, any_chosen = self._model.rowCount() > 0, len(rows) > 0
        for button in (self.previous_button, self.next_button):
            button.setEnabled(shown)
        self.locate_button.setEnabled(any_chosen)
        self.accept_button.setEnabled(any_chosen)
        self.reopen_button.setEnabled(self._model.any_accepted(rows))
        self.undo_button.setEnabled(undoable)

    def show_details(self) -> None:
        """All that is known of the finding that has the cursor."""
        row = self.table.current_row()
        if row < 0:
            self.details.clear()
            return
        at = self._model.row_at(row)
        texts = self._model.findings.texts
        head = " · ".join(part for part in self.head_of(at) if part)
        self.details.setText("\n".join(part for part in (head, texts["FINDING"][at], self._model.decided(at)) if part))
