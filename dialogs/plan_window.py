"""The window “Load village plan” 加载村庄规划: choose a package, see what was recognised, correct it, load it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProject,
    QgsRectangle,
    QgsSettings,
)
from qgis.gui import QgisInterface, QgsProjectionSelectionDialog
from qgis.PyQt.QtCore import QMimeData, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..core.village.package import is_archive, limits_of, unpack, unpacked_name
from ..core.village.profile import PlanProfile, PlanRole, load_profile, profiles_in
from ..processing.adapters.crs import crs_label
from ..processing.adapters.plan_marks import mark_of
from ..processing.adapters.plan_reading import PlanPackage, scan_package
from ..processing.base import icon_path, said
from ..processing.settings import own_folder, rules_in_force
from .background_calls import BackgroundCalls, told
from .background_run import BackgroundRun
from .memory import SCOPE, WizardMemory
from .notices import push_with_button
from .plan_tree import PlanTree, counted
from .wheel import WheelScrolls
from .whole_messages import WholeMessages

ALGORITHM = "landledger:loadvillageplan"
CLASS_TABLES = ("detect", "ydyh2020", "ydyh2023")
SIZE = (1120, 680)
_TOPIC = "scan"
_PROPOSED, _OTHER = 8, "other"


class PlanWindow(QDialog):
    """Scans a package in the background, shows it in a tree, and runs `landledger:loadvillageplan` with what the user said."""

    scanned = pyqtSignal(bool)

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("PlanWindow")
        self.setWindowIcon(QIcon(icon_path("load_village_plan.svg")))
        self.setAcceptDrops(True)
        self._iface = iface
        self._memory = WizardMemory("plan")
        self._algorithm: QgsProcessingAlgorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self.setWindowTitle(self._algorithm.displayName())
        self._package: PlanPackage | None = None
        self._calls = BackgroundCalls(self)
        self.run = BackgroundRun(self)
        self._build()
        self._connect()
        if not self._memory.restore(self):
            self.resize(*SIZE)
        self._show_state()

    # --------------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.bar = WholeMessages()
        self.path = QLineEdit()
        self.path.setObjectName("PlanPath")
        self.path.setPlaceholderText(self.tr("Folder, geodatabase, zip or GeoPackage; it can be dropped here"))
        self.file_button = QPushButton(self.tr("&File…"))
        self.folder_button = QPushButton(self.tr("F&older or GDB…"))
        chosen = QHBoxLayout()
        for widget in (self.path, self.file_button, self.folder_button):
            chosen.addWidget(widget)
        self.profile = QComboBox()
        self.profile.setObjectName("PlanProfile")
        self._fill_profiles()
        self.classes = QComboBox()
        self.classes.setObjectName("PlanClasses")
        titles = (self.tr("detect"), self.tr("land and sea use classes 2020"), self.tr("land and sea use classes 2023"))
        for name, title in zip(CLASS_TABLES, titles):
            self.classes.addItem(title, name)
        self._wheel = WheelScrolls(self)
        for box in (self.profile, self.classes):
            box.installEventFilter(self._wheel)
        second = QHBoxLayout()
        second.addWidget(self.profile, 2)
        second.addWidget(QLabel(self.tr("Class table")))
        second.addWidget(self.classes, 1)
        self.tree = PlanTree(self)
        self.doubt = QLabel()
        self.doubt.setWordWrap(True)
        self.system = QComboBox()
        self.system.setObjectName("PlanSystem")
        self.system.installEventFilter(self._wheel)
        self.doubt_row = QWidget()
        doubt = QHBoxLayout(self.doubt_row)
        doubt.setContentsMargins(0, 0, 0, 0)
        doubt.addWidget(self.doubt, 3)
        doubt.addWidget(self.system, 2)
        self.summary = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.load_button = QPushButton(QgsApplication.getThemeIcon("/mActionAddLayer.svg"), self.tr("&Load"))
        self.load_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("&Cancel run"))
        self.close_button = QPushButton(self.tr("C&lose"))
        for button in (self.cancel_button, self.close_button, self.file_button, self.folder_button):
            button.setAutoDefault(False)
        form = QFormLayout()
        form.addRow(self.tr("Plan package"), chosen)
        form.addRow(self.tr("Profile of the province"), second)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.progress)
        for button in (self.load_button, self.cancel_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(form)
        column.addWidget(self.tree, 1)
        column.addWidget(self.doubt_row)
        column.addLayout(foot)

    def _fill_profiles(self) -> None:
        """Profiles that can be read; the last one used is chosen."""
        self._profiles = profiles_in([own_folder("profiles")])
        for name, path in self._profiles.items():
            try:
                self.profile.addItem(load_profile(path).title, name)
            except InputError as error:
                self.bar.pushMessage(said(error.sentence), Qgis.MessageLevel.Warning, 0)
        last = self.profile.findData(QgsSettings().value(f"{SCOPE}/planProfile", "general"))
        self.profile.setCurrentIndex(max(0, last))

    def _connect(self) -> None:
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button.clicked.connect(self._choose_folder)
        self.path.returnPressed.connect(self.scan)
        self.profile.activated.connect(lambda index: self.scan())
        self.tree.changed.connect(self._show_state)
        self.system.activated.connect(self._system_chosen)
        self.load_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.run.cancel)
        self.close_button.clicked.connect(self.reject)
        self.run.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.run.ended.connect(self._ended)
        self._calls.busy_changed.connect(lambda busy: self._show_state())

    # --------------------------------------------------------------------------------------------------------- choosing

    def _choose_file(self) -> None:
        title, kinds = self.tr("Plan package"), self.tr("Plan package (*.zip *.gpkg *.shp);;All files (*.*)")
        path, _ = QFileDialog.getOpenFileName(self, title, self._last_folder(), kinds)
        self.open_path(path)

    def _choose_folder(self) -> None:
        self.open_path(QFileDialog.getExistingDirectory(self, self.tr("Folder or GDB of plans"), self._last_folder()))

    def _last_folder(self) -> str:
        return str(QgsSettings().value(f"{SCOPE}/planFolder", "") or QgsProject.instance().homePath())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_path(_dropped(event.mimeData()))

    def open_path(self, path: str) -> None:
        """Take a package and look what is in it."""
        if path:
            QgsSettings().setValue(f"{SCOPE}/planFolder", str(Path(path).parent))
            self.path.setText(path)
            self.scan()

    def scan(self) -> None:
        """Look into the package in the background; a zip is unpacked beside itself first."""
        text = self.path.text().strip()
        self.bar.clearWidgets()
        self.tree.show_package(None)
        self._package = None
        if not text:
            self._show_state()
            return
        path, profile = Path(text), self.chosen_profile()
        if is_archive(path) and (path.parent / unpacked_name(path)).exists():
            self._offer_unpacked(path.parent / unpacked_name(path))
            self._show_state()
            return
        self._calls.ask(lambda: _scanned(path, profile), self._show_package, self._failed, _TOPIC)
        self._show_state()

    def chosen_profile(self) -> PlanProfile:
        """The profile of the combo box."""
        return load_profile(self._profiles[self.profile.currentData()])

    def _offer_unpacked(self, folder: Path) -> None:
        """The zip was unpacked before: offer the folder, which is never overwritten."""
        text = self.tr("This zip is unpacked already: {folder}").format(folder=folder)
        button = (self.tr("Take that folder"), "TakeFolder")
        push_with_button(self.bar, text, Qgis.MessageLevel.Info, button, lambda: self.open_path(str(folder)))
        self.scanned.emit(False)

    def _show_package(self, package: PlanPackage) -> None:
        self._package = package
        self.path.setText(str(package.path))
        self.tree.show_package(package)
        for notice in package.notices:
            self.bar.pushMessage(said(notice), Qgis.MessageLevel.Warning, 0)
        self._propose_systems()
        self._show_state()
        self.scanned.emit(True)

    def _propose_systems(self) -> None:
        """Systems that fit, none of them chosen: proposed, never assumed."""
        self.system.clear()
        self.system.addItem(self.tr("(choose)"), "")
        for system in self.tree.proposed_systems()[:_PROPOSED]:
            self.system.addItem(crs_label(QgsCoordinateReferenceSystem(system)), system)
        self.system.addItem(self.tr("another…"), _OTHER)

    def _system_chosen(self, index: int) -> None:
        """“another…” asks QGIS's own list of systems."""
        if self.system.itemData(index) == _OTHER:
            dialog = QgsProjectionSelectionDialog(self)
            known = dialog.exec() and dialog.crs().isValid()
            if known:
                self.system.insertItem(1, crs_label(dialog.crs()), dialog.crs().authid() or dialog.crs().toWkt())
            self.system.setCurrentIndex(1 if known else 0)
        self._show_state()

    def chosen_system(self) -> QgsCoordinateReferenceSystem:
        """The system confirmed for layers without a true one; invalid for none."""
        return QgsCoordinateReferenceSystem(self.system.currentData() or "")

    def _failed(self, error: Exception) -> None:
        self.bar.pushMessage(told(error), Qgis.MessageLevel.Critical, 0)
        self._show_state()
        self.scanned.emit(False)

    # ------------------------------------------------------------------------------------------------------------ state

    def _show_state(self) -> None:
        """What can be done now, and the sentence that says what is missing."""
        plans, busy = self.tree.plans(), self._calls.busy or self.run.running
        doubts = self.tree.doubts()
        self.doubt_row.setVisible(bool(doubts))
        if doubts:
            systems = "、".join(self.tree.proposed_systems()[:3])
            likely = self.tr("Likely: {systems}.").format(systems=systems) if systems else ""
            more = self.tr("({count} layers)").format(count=len(doubts)) if len(doubts) > 1 else ""
            ask = self.tr("Choose the coordinate system of such layers:")
            self.doubt.setText(" ".join(part for part in (doubts[0], more, likely, ask) if part))
        ready = bool(plans) and not busy and (not doubts or self.chosen_system().isValid())
        self.load_button.setEnabled(ready)
        self.cancel_button.setEnabled(self.run.running)
        self.progress.setVisible(self.run.running)
        for widget in (self.path, self.file_button, self.folder_button, self.profile, self.classes, self.tree):
            widget.setEnabled(not self.run.running)
        self.summary.setText(self._summary(bool(doubts) and not self.chosen_system().isValid()))

    def _summary(self, unconfirmed: bool) -> str:
        if self._calls.busy:
            return self.tr("Looking into the package…")
        if self.run.running:
            return self.tr("Loading…")
        if self._package is None:
            return self.tr("Choose a plan package: what is in it is shown here before anything is loaded.")
        plans = self.tree.plans()
        if not plans:
            return self.tr("Nothing to load: say in the list what the layers are, or choose another profile.")
        if unconfirmed:
            return self.tr("Confirm the coordinate system first.")
        return self.tr("{places} places, {layers} layers to load").format(**counted(plans))

    # ---------------------------------------------------------------------------------------------------------- loading

    def parameters(self) -> dict[str, Any]:
        """What the algorithm is run with."""
        path = Path(self.path.text().strip())
        place = {"FOLDER": str(path)} if path.is_dir() else {"PACKAGE": str(path)}
        system = self.chosen_system() if self.tree.doubts() else QgsCoordinateReferenceSystem()
        return {
            **place,
            "PROFILE": list(self._profiles).index(self.profile.currentData()),
            "CLASSES": self.classes.currentIndex(),
            "LAYERS": self.tree.corrections(),
            "SYSTEM": system,
        }

    def start(self) -> None:
        """Load what is ticked."""
        self.bar.clearWidgets()
        QgsSettings().setValue(f"{SCOPE}/planProfile", self.profile.currentData())
        self.progress.setValue(0)
        self.run.start(self._algorithm.create(), self.parameters())
        self._show_state()

    def _ended(self, successful: bool, results: dict, layers: list) -> None:
        if successful and results:
            text = self.tr("Loaded: {villages} villages, {layers} layers, {features} features").format(
                villages=results["VILLAGE_COUNT"], layers=results["LAYER_COUNT"], features=results["FEATURE_COUNT"]
            )
            level = Qgis.MessageLevel.Success
            if results["UNKNOWN_CODE_COUNT"]:
                level = Qgis.MessageLevel.Warning
                more = self.tr("{count} codes that no class table has are hatched on the map.")
                text = self.tr("{loaded}. {more}").format(loaded=text, more=more.format(count=results["UNKNOWN_CODE_COUNT"]))
            self.bar.pushMessage(text, level, 0)
            # QGIS itself shows the whole of a project's first layers, as soon as nothing else is to be done.
            QTimer.singleShot(0, self._zoom)
        elif self.run.canceled:
            self.bar.pushMessage(self.tr("Cancelled. Nothing was loaded."), Qgis.MessageLevel.Info, 0)
        else:
            self.bar.pushMessage(self.run.reason, Qgis.MessageLevel.Critical, 0)
        self._show_state()

    def _zoom(self) -> None:
        """The map on all plans; where their parcels can't be seen from so far, on the first village of the layer tree."""
        if self._iface is None:
            return
        canvas = self._iface.mapCanvas()
        groups = [
            layers for group in QgsProject.instance().layerTreeRoot().findGroups()
            if (layers := [node.layer() for node in group.findLayers() if mark_of(node.layer()) and node.layer().isSpatial()])
        ]  # fmt: skip
        canvas.setDestinationCrs(QgsProject.instance().crs())
        for shown in (groups, groups[:1]):
            extent = QgsRectangle()
            for layer in (layer for layers in shown for layer in layers if not layer.extent().isEmpty()):
                extent.combineExtentWith(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
            if extent.isEmpty():
                return
            canvas.setExtent(extent)
            if all(layer.isInScaleRange(canvas.scale()) for layers in shown for layer in layers if _is_plan(layer)):
                break
        canvas.refresh()

    def closeEvent(self, event: Any) -> None:
        self._memory.keep(self)
        super().closeEvent(event)

    def reject(self) -> None:
        self._memory.keep(self)
        super().reject()


def _is_plan(layer: QgsMapLayer) -> bool:
    """Whether a layer has the parcels of a plan."""
    mark = mark_of(layer)
    return mark is not None and mark.role is PlanRole.PLAN


def _scanned(path: Path, profile: PlanProfile) -> PlanPackage:
    """What is in a package; on a worker thread."""
    if is_archive(path):
        path = unpack(path, path.parent, limits_of(rules_in_force()))
    return scan_package(path, profile)


def _dropped(data: QMimeData) -> str:
    """The path of one file or folder that is dropped, '' for anything else."""
    urls = data.urls() if data.hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
