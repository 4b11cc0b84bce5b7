"""The window “Farmland balance” 耕地平衡: what projects occupy, which lots make up for it, what is short; decide, match again,
book."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProcessing, QgsProcessingAlgorithm, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..processing.base import icon_path
from .background_run import BackgroundRun
from .map_locator import locate
from .memory import WindowMemory, keep_output_folder
from .notices import push_with_button
from .questions import asked
from .sample import Sample
from .workbook_file import WorkbookFile

if TYPE_CHECKING:
    from .farmland_choices import ChoicesPanel
    from .farmland_decisions import DecisionBook
    from .farmland_result import ResultPanel

ALGORITHM = "landledger:requisitionbalance"
REPORT = "landledger:farmlandreport"
SIZE = (1440, 880)
LEFT = 350
LISTED = 5
"""So many decisions that no longer fit are named."""


class Job(Enum):
    """What a run is for: projects counted and matched, matched again, the workbook written, booked, the workbook of a year."""

    COUNT = "count"
    MATCH = "match"
    EXPORT = "export"
    BOOK = "book"
    YEAR = "year"


class FarmlandDialog(QDialog):
    """Runs `landledger:requisitionbalance` in the background and shows its result; computes nothing itself."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("FarmlandDialog")
        self.setWindowTitle(self.tr("Farmland balance"))
        self.setWindowIcon(QIcon(icon_path("requisition_balance.svg")))
        self._iface = iface
        self._memory = WindowMemory("farmland")
        self._algorithm: QgsProcessingAlgorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self.run = BackgroundRun(self)
        self.bar = QgsMessageBar()
        self._file = WorkbookFile(self, self.bar)
        self.choices: ChoicesPanel | None = None
        self._forget()
        able, reason = self._algorithm.canExecute()
        if not able:
            self._build_refusal(reason)
            return
        # Only now: these need the packages that canExecute has just asked for.
        from .farmland_choices import ChoicesPanel
        from .farmland_decisions import DecisionBook
        from .farmland_result import ResultPanel

        self.book: DecisionBook = DecisionBook(self)
        self.choices = ChoicesPanel(self._algorithm)
        self.result: ResultPanel = ResultPanel(self.book)
        self._build()
        self._connect()
        if not self._memory.restore(self, self.splitter):
            self.resize(*SIZE)
            self.splitter.setSizes([LEFT, SIZE[0] - LEFT])
        self._recall_decisions()
        self._show_state()

    def _forget(self) -> None:
        """No matching is shown."""
        self.layer: QgsVectorLayer | None = None
        self.workbook = ""
        self._table: QgsVectorLayer | None = None
        self._mark = ""
        self._job, self._then = Job.COUNT, None
        self._counted: dict[str, Any] = {}
        self._matched: dict[str, Any] = {}
        self._written: tuple | None = None
        self._edited = False
        self._watched: list[QgsVectorLayer] = []
        self._selecting = False

    # ------------------------------------------------------------------------------------------------------- building

    def _build_refusal(self, reason: str) -> None:
        """A package is missing: nothing but the reason."""
        QVBoxLayout(self).addWidget(self.bar)
        self.resize(SIZE[0] // 2, 120)
        self._warn(reason, Qgis.MessageLevel.Critical)

    def _build(self) -> None:
        self.splitter = QSplitter()
        self.splitter.addWidget(self.choices)
        self.splitter.addWidget(self.result)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.run_button = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), self.tr("&Run"))
        self.run_button.setToolTip(self.tr("Counts what the projects occupy and matches it with the reserve."))
        self.run_button.setDefault(True)
        self.match_button = QPushButton(QgsApplication.getThemeIcon("/mActionRefresh.svg"), self.tr("&Match again"))
        self.match_button.setToolTip(self.tr("Matches what is counted already, with the pins and exclusions as they are now."))
        self.cancel_button = QPushButton(self.tr("&Cancel run"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.freeze_button = QPushButton(self.tr("Free&ze in ledger…"))
        self.draw_button = QPushButton(self.tr("&Draw in ledger…"))
        self.export_button = QPushButton(self.tr("E&xport workbook"))
        self.book_actions: list[QAction] = []
        menu = QMenu(self.export_button)
        for text, action in (
            (self.tr("Open workbook"), self.open_workbook),
            (self.tr("Save workbook as…"), self.save_workbook_as),
            (self.tr("Open folder"), self.open_folder),
        ):
            self.book_actions.append(menu.addAction(text, action))
        menu.addSeparator()
        self.year_action = menu.addAction(self.tr("Workbook of the year (T05–T10)…"), self.ask_year)
        self.export_button.setMenu(menu)
        self.locate_button = QPushButton(self.tr("Zoom &to"))
        self.close_button = QPushButton(self.tr("C&lose"))
        foot = QHBoxLayout()
        for widget in (
            self.run_button, self.match_button, self.cancel_button, self.progress, self.freeze_button, self.draw_button,
            self.export_button, self.locate_button, self.close_button,
        ):  # fmt: skip
            if isinstance(widget, QPushButton) and widget is not self.run_button:
                widget.setAutoDefault(False)
            foot.addWidget(widget, 1 if widget is self.progress else 0)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for button, action in (
            (self.run_button, self.start), (self.match_button, self.match_again), (self.cancel_button, self.run.cancel),
            (self.freeze_button, lambda: self.ask_booking(False)), (self.draw_button, lambda: self.ask_booking(True)),
            (self.locate_button, self.result.locate), (self.close_button, self.reject),
        ):  # fmt: skip
            button.clicked.connect(lambda checked=False, action=action: action())
        self.run.told.connect(self.result.hear)
        self.run.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.run.ended.connect(self._ended)
        self.result.located.connect(self._locate)
        self.result.chosen.connect(self._project_chosen)
        self.choices.changed.connect(self._show_state)
        self.book.changed.connect(self._show_state)
        project = QgsProject.instance()
        project.layersWillBeRemoved["QStringList"].connect(self._layers_go)
        # Methods, not lambdas: the project outlives the window.
        project.layersRemoved.connect(self._layers_went)
        project.readProject.connect(self._recall_decisions)
        project.cleared.connect(self._project_gone)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self.choices is not None and not self.choices.has_layers() and not self.result.found.projects:
            Sample(self).offer(self.bar, self.load_sample)

    def load_sample(self) -> None:
        """The sample township into the project, and the map on it."""
        self.bar.clearWidgets()
        Sample(self).load_on_map(self._iface)

    # ---------------------------------------------------------------------------------------------------------- state

    def stale(self) -> str:
        """What has changed since the matching shown, and what to do; '' where nothing has."""
        if self._table is None:
            return ""
        if self._edited or self.choices.demand_parameters() != self._counted:
            return self.tr("Projects, layers or rules were changed since this run: the result is out of date. Run again.")
        if self.choices.matching_parameters() != self._matched:
            return self.tr("Reserve or rules were changed since this matching: the result is out of date. Match again.")
        if self.book.now != self._decisions:
            text = self.tr("Pins or exclusions were changed since this matching ({count} now): match again.")
            return text.format(count=len(self.book.now))
        return ""

    def _show_state(self) -> None:
        """Buttons that make sense now."""
        running, stale = self.run.running, self.stale()
        has_result = self._table is not None
        self.result.show_stale(stale)
        may_match = has_result and not running and not self._edited
        self.run_button.setEnabled(not running)
        self.match_button.setEnabled(may_match and self.choices.demand_parameters() == self._counted)
        self.cancel_button.setEnabled(running)
        self.choices.setEnabled(not running)
        self.result.lot_table.setEnabled(not running)
        may_book = has_result and not running and not stale and bool(self._matched.get("LEDGER"))
        for button in (self.freeze_button, self.draw_button):
            button.setEnabled(may_book)
            button.setToolTip("" if may_book else self.tr("Needs a matching that is up to date, with the reserve of a ledger."))
        may_year = not running and self.choices.in_ledger.isChecked() and bool(self.choices.ledger.name)
        for action in self.book_actions:
            action.setEnabled(has_result and not running and not stale)
        self.year_action.setEnabled(may_year)
        self.export_button.setEnabled(may_year or (has_result and not running and not stale))
        self.locate_button.setEnabled(self.layer is not None and bool(self.result.project_code()))

    @property
    def _decisions(self) -> Any:
        """What was decided for the matching shown."""
        return self.result.matched

    def _recall_decisions(self, *opened: object) -> None:
        from .farmland_decisions import Decisions

        pinned, excluded = (self.choices.remembered(name) for name in ("PINNED", "EXCLUDED"))
        self.book.start(Decisions.parsed(pinned, excluded))
        self.result.show_in(self.choices.remembered("SHOWN_UNIT"))

    def _remember(self) -> None:
        decided = {"PINNED": self.book.now.pinned, "EXCLUDED": self.book.now.excluded}
        self.choices.remember({**decided, "SHOWN_UNIT": self.result.unit.value})

    # --------------------------------------------------------------------------------------------------------- running

    def start(self) -> None:
        """Count and match what is chosen; ask before a file is replaced."""
        if not self._ready() or not self.choices.output.may_replace():
            return
        QgsProject.instance().removeMapLayers(self.choices.output.layers_to_replace())
        self._run(Job.COUNT, {**self.choices.parameters(), **self.choices.outputs()})

    def match_again(self) -> None:
        """Match the projects counted before: nothing is cut again."""
        if self._table is not None and self.match_button.isEnabled():
            self.bar.clearWidgets()
            self._run(Job.MATCH, {**self.choices.matching_parameters(), "DEMANDS": self._table})

    def _ready(self) -> bool:
        """Whether nothing is missing; what is missing is said and looked at."""
        self.bar.clearWidgets()
        problem = self.choices.problem()
        if problem is not None:
            text, widget = problem
            self._warn(text)
            self.choices.ensureWidgetVisible(widget)
            widget.setFocus()
        return problem is None

    def _run(self, job: Job, parameters: dict[str, Any]) -> None:
        self._remember()
        self._job = job
        self._asked = (self.choices.demand_parameters(), self.choices.matching_parameters(), self.book.now)
        self.result.forget_messages()
        self.progress.setValue(0)
        tables = dict.fromkeys(("PROJECT_TABLE", "DRAWS", "LOTS"), QgsProcessing.TEMPORARY_OUTPUT)
        decisions = {"PINNED": self.book.now.pinned, "EXCLUDED": self.book.now.excluded, "LEAVE_OUT": True}
        self.run.start(self._algorithm, {**parameters, **decisions, **tables})
        self._show_state()

    def _ended(self, successful: bool, results: dict, layers: list) -> None:
        then, self._then = self._then, None
        if successful and self._job is Job.YEAR:
            self._year_written(results)
        elif successful:
            self._show_result(results, layers)
        else:
            self.progress.setValue(0)
            if self.run.canceled:
                self.bar.pushMessage(self.tr("Cancelled. Nothing was written."), Qgis.MessageLevel.Info, 0)
            else:
                self._warn(self.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
        self._show_state()
        if successful and then is not None:
            then()

    def _show_result(self, results: dict, layers: list) -> None:
        from .farmland_rows import read_found

        self.progress.setValue(100)
        self._counted, self._matched, decisions = self._asked
        self._table = self.run.tables["PROJECT_TABLE"]
        self._mark = str(results["MATCHING"])
        found = read_found(self.run.tables)
        if results.get("WORKBOOK"):
            self.workbook = str(results["WORKBOOK"])
            self._written = self._state_of_book()
            keep_output_folder(self.workbook)
        if self.choices.in_ledger.isChecked():
            self.choices.ledger.keep()
        if self._job is Job.COUNT:
            self._set_layer(layers[0] if layers else None)
            self._watch()
        elif self.layer is not None:
            self._show_on_layer(found)
        self.result.show_found(found, results, decisions)
        self.result.show_verdict(int(results["FINDING_COUNT"]), int(results["UNBALANCED_COUNT"]))
        self._say(results)
        self._explain_left_out()

    def _say(self, results: dict) -> None:
        """What came out, in one sentence."""
        if int(results["UNBALANCED_COUNT"]):
            text = self.tr("Draft: {count} checks do not hold, see the tab “Findings and log”.")
            self._warn(text.format(count=int(results["UNBALANCED_COUNT"])))
            return
        if self._job is Job.BOOK:
            text = self.tr("Booked: {count} vouchers.").format(count=int(results["VOUCHER_COUNT"]))
            if not int(results["VOUCHER_COUNT"]):
                text = self.tr("Everything was booked already.")
        elif int(results["UNSETTLED_COUNT"]):
            text = self.tr("Done: {open} of {count} projects are not settled.")
            text = text.format(open=int(results["UNSETTLED_COUNT"]), count=int(results["PROJECT_COUNT"]))
        else:
            text = self.tr("Done: all {count} projects are settled.").format(count=int(results["PROJECT_COUNT"]))
        self.bar.pushMessage(text, Qgis.MessageLevel.Success, 0)

    def _explain_left_out(self) -> None:
        """Pins and exclusions of what is not there any more: named, and forgotten if the user wishes."""
        found = self.result.found
        known = self.book.now.known({row.code for row in found.projects}, {row.key for row in found.lots})
        gone = self.book.now.without(known)
        if not gone:
            return
        named = [*(f"{project} = {lot}" for project, lot in (*gone.pins, *sorted(gone.pairs))), *sorted(gone.lots)]
        text = self.tr("Left out, as the project or the lot is not there any more: {decisions}.")
        text = text.format(decisions="、".join(named[:LISTED]) + ("…" if named[LISTED:] else ""))
        button = (self.tr("Forget them"), "ForgetDecisions")
        push_with_button(self.bar, text, Qgis.MessageLevel.Warning, button, lambda: self._forget_decisions(known))

    def _forget_decisions(self, known: Any) -> None:
        """Those left out had no say in the matching: it stays as it is."""
        self.bar.clearWidgets()
        self.result.matched = known
        self.book.start(known)

    def _warn(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        self.bar.pushMessage(text, level, 0)

    # ------------------------------------------------------------------------------------------------ layers, watched

    def _watch(self) -> None:
        """Hear when a layer that was read is edited."""
        self._unwatch()
        self._edited = False
        self._watched = self.choices.inputs()
        for layer in self._watched:
            layer.afterCommitChanges.connect(self._layer_edited)

    def _unwatch(self) -> None:
        for layer in self._watched:
            if not sip.isdeleted(layer):
                layer.afterCommitChanges.disconnect(self._layer_edited)
        self._watched = []

    def _layer_edited(self) -> None:
        self._edited = True
        self._show_state()

    def _set_layer(self, layer: QgsVectorLayer | None) -> None:
        if self.layer is not None and not sip.isdeleted(self.layer):
            self.layer.selectionChanged.disconnect(self._selected_on_map)
        self.layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._selected_on_map)

    def _layers_went(self, ids: list[str]) -> None:
        self._show_state()

    def _layers_go(self, ids: list[str]) -> None:
        if self.layer is not None and self.layer.id() in ids:
            self._set_layer(None)

    def _show_on_layer(self, found: Any) -> None:
        from .farmland_map import show_again

        if not show_again(self.layer, found.projects):
            self._warn(self.tr("The layer of projects can't be changed: it still shows the matching before."))

    def _project_chosen(self) -> None:
        """The project looked at is the one selected on the map."""
        from .farmland_map import features_of

        code = self.result.project_code()
        if self.layer is not None and code and not self._selecting:
            self._silently(lambda: self.layer.selectByIds(features_of(self.layer, [code])))
        self._show_state()

    def _selected_on_map(self, selected: list[int], *rest: object) -> None:
        from .farmland_map import projects_of

        codes = [] if self._selecting else projects_of(self.layer, self.layer.selectedFeatureIds())
        if codes:
            self._silently(lambda: self.result.choose(codes[0]))

    def _silently(self, action: Callable[[], Any]) -> None:
        """The table selects on the map and the map in the table: only one of them at a time."""
        self._selecting = True
        try:
            action()
        finally:
            self._selecting = False

    def _locate(self, codes: list[str]) -> None:
        from .farmland_map import features_of

        if self.layer is not None and self._iface is not None:
            self._silently(lambda: locate(self._iface, self.layer, features_of(self.layer, codes)))

    # --------------------------------------------------------------------------------------------------------- booking

    def ask_booking(self, draws: bool) -> None:
        """Show what would be booked, ask for the numbers, and book it."""
        from .farmland_booking import BookingDialog

        if not (self.draw_button if draws else self.freeze_button).isEnabled() or not self._ready():
            return
        ledger = self.choices.ledger.combo.currentText()
        dialog = BookingDialog(self.result.found, ledger, draws, self.result.unit, self.result.amounts, self)
        if dialog.exec() and self._may_write():
            parameters = {
                **self.choices.parameters(), **self.choices.outputs(layer=False), "POST": "draw" if draws else "freeze",
                "CONFIRMATION": dialog.confirmations, "DOC_NO": dialog.doc_no, "BOOK_DATE": dialog.book_date.isoformat(),
                "EXPECTED": self._mark,
            }  # fmt: skip
            self._run(Job.BOOK, parameters)
        dialog.deleteLater()

    # ---------------------------------------------------------------------------------------------------------- export

    def ask_year(self) -> None:
        """Ask which tables of the ledger and of the layers go into one workbook, and write it."""
        from .farmland_year import YearDialog

        if not self.year_action.isEnabled() or not self._ready():
            return
        dialog = YearDialog(self.choices.parameters(), self)
        if dialog.exec() and self.choices.output.may_replace_files([dialog.workbook()]):
            self._write_year(dialog.parameters())
        dialog.deleteLater()

    def _write_year(self, parameters: dict[str, Any]) -> None:
        self._remember()
        self._job = Job.YEAR
        self.result.forget_messages()
        self.progress.setValue(0)
        report = QgsApplication.processingRegistry().createAlgorithmById(REPORT)
        self.run.start(report, parameters)
        self._show_state()

    def _year_written(self, results: dict) -> None:
        self.progress.setValue(100)
        self.bar.clearWidgets()
        book, failed = str(results["WORKBOOK"]), int(results["UNBALANCED_COUNT"])
        keep_output_folder(book)
        if failed:
            text = self.tr("Draft: {count} checks do not hold, see the tab “Findings and log”.")
            self._warn(text.format(count=failed))
        text, button = self.tr("Saved as {file}.").format(file=book), (self.tr("Open workbook"), "OpenYear")
        push_with_button(self.bar, text, Qgis.MessageLevel.Success, button, lambda: self._file.open(book))

    def _state_of_book(self) -> tuple:
        """What a workbook stands for: the matching, and where it is written."""
        return self._mark, self.choices.output.workbook_file()

    def _may_write(self) -> bool:
        """A workbook that this window wrote is replaced without asking."""
        own = self._written is not None and self._written[1] == self.choices.output.workbook_file()
        return own or self.choices.output.may_replace_workbook()

    def _with_workbook(self, then: Callable[[], Any]) -> None:
        """Do something with the workbook of the matching shown; it is written first where it is of another."""
        if self._written == self._state_of_book() and os.path.exists(self.workbook):
            then()
            return
        if not self.choices.output.workbook_file():
            text = self.tr("Say under “Results” where the workbook shall be written.")
            self.bar.clearWidgets()
            self._warn(text)
            self.choices.ensureWidgetVisible(self.choices.output.workbook)
            return
        if self._ready() and self._may_write():
            self._then = then
            self._run(Job.EXPORT, {**self.choices.parameters(), **self.choices.outputs(layer=False)})

    def open_workbook(self) -> None:
        """In the program the computer has for it."""
        self._with_workbook(lambda: self._file.open(self.workbook))

    def open_folder(self) -> None:
        """The folder of the workbook."""
        self._with_workbook(lambda: self._file.open_folder(self.workbook))

    def save_workbook_as(self) -> None:
        """A copy of the workbook; the system's dialog asks before it replaces a file."""
        self._with_workbook(lambda: self._file.save_as(self.workbook))

    def copy_workbook(self, target: str) -> None:
        """Whole or not at all."""
        self._file.copy(self.workbook, target)

    # --------------------------------------------------------------------------------------------------------- closing

    def _project_gone(self) -> None:
        """Another project: the result, and a run that is still going on, belong to the one before."""
        from .farmland_decisions import Decisions
        from .farmland_rows import Found

        self.run.cancel()
        self._unwatch()
        self._set_layer(None)
        self._forget()
        self.result.show_found(Found(), {}, Decisions())
        self.book.start(Decisions())
        self._show_state()

    def reject(self) -> None:
        """Close, by button, Escape or the frame; a run in progress is cancelled if the user agrees."""
        if self.run.running and not self._may_cancel():
            return
        if self.choices is None:
            super().reject()
            return
        self.run.cancel()
        self._remember()
        self._memory.keep(self, self.splitter)
        super().reject()

    def _may_cancel(self) -> bool:
        text = self.tr("The run is still going on. Cancel it and close the window?")
        return asked(self, text, ((self.tr("Cancel and close"), "Stop"), (self.tr("Go on"), "Stay"))) == "Stop"
