"""The plugin as QGIS holds it: translator, Processing provider, expression functions, menu and toolbar. Nothing else."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar, QWidget

from .core.sentence import translate
from .processing import expressions
from .processing.base import icon_path
from .processing.provider import LandLedgerProvider

TRANSLATIONS = Path(__file__).resolve().parent / "i18n"


@dataclass(frozen=True)
class Window:
    """A window of the menu and toolbar. Its class is imported when it is first opened and gets (iface, parent)."""

    title: str
    icon: str
    module: str
    class_name: str

    checkable = False

    def make(self, iface: QgisInterface) -> QWidget:
        """The window, which belongs to the main window of QGIS."""
        module = importlib.import_module(self.module, __package__)
        return getattr(module, self.class_name)(iface, iface.mainWindow())

    def open(self, iface: QgisInterface, action: QAction) -> QWidget:
        """Make the window; `action` is what opens it."""
        return self.make(iface)

    def show(self, widget: QWidget) -> None:
        """Bring the window to the front."""
        widget.show()
        widget.raise_()
        widget.activateWindow()

    def remove(self, iface: QgisInterface, widget: QWidget) -> None:
        """Take the window away for good."""
        widget.close()
        widget.deleteLater()


@dataclass(frozen=True)
class Panel(Window):
    """A window that is docked at the right side, as one tab of the panels there. Its action shows and hides it; its
    class is a QgsDockWidget with a method `shut` that ends what it has going."""

    checkable = True

    def open(self, iface: QgisInterface, action: QAction) -> QWidget:
        panel = self.make(iface)
        main = iface.mainWindow()
        area = Qt.DockWidgetArea.RightDockWidgetArea
        beside = [
            dock for dock in main.findChildren(QDockWidget)
            if dock is not panel and main.dockWidgetArea(dock) == area and not dock.isFloating() and dock.isVisible()
        ]  # fmt: skip
        # Where the user had it, else on the right.
        if not main.restoreDockWidget(panel):
            main.addDockWidget(area, panel)
            if beside:
                main.tabifyDockWidget(beside[0], panel)
        # From now on the action itself shows and hides the panel, and its tick follows what the panel does.
        panel.setToggleVisibilityAction(action)
        return panel

    def show(self, widget: QWidget) -> None:
        widget.setUserVisible(True)

    def remove(self, iface: QgisInterface, widget: QWidget) -> None:
        widget.shut()
        iface.mainWindow().removeDockWidget(widget)
        widget.deleteLater()


WINDOWS = (
    Window(
        translate("LandLedgerPlugin", "Land occupied by footprints…"),
        "occupation.svg",
        ".dialogs.occupation",
        "OccupationDialog",
    ),
    Panel(
        translate("LandLedgerPlugin", "Survey check findings"),
        "findings.svg",
        ".dialogs.findings_dock",
        "FindingsDock",
    ),
    Window(
        translate("LandLedgerPlugin", "Farmland balance…"),
        "requisition_balance.svg",
        ".dialogs.farmland",
        "FarmlandDialog",
    ),
    Window(
        translate("LandLedgerPlugin", "Load village plan…"),
        "load_village_plan.svg",
        ".dialogs.plan_window",
        "PlanWindow",
    ),
    Panel(
        translate("LandLedgerPlugin", "Village plan review"),
        "plan_review.svg",
        ".dialogs.plan_review_dock",
        "PlanReviewDock",
    ),
    Panel(
        translate("LandLedgerPlugin", "Quota ledger"),
        "ledger.svg",
        ".dialogs.ledger_dock",
        "LedgerDock",
    ),
    Panel(
        translate("LandLedgerPlugin", "Planner service areas"),
        "service_areas.svg",
        ".dialogs.service_areas",
        "ServiceDock",
    ),
    Window(
        translate("LandLedgerPlugin", "Ledger import wizard…"),
        "import.svg",
        ".dialogs.import_wizard",
        "ImportWizard",
    ),
)


def locale_names(locale: str) -> list[str]:
    """Names under which a translation is looked for: the full locale first, then the language.

    QGIS calls simplified Chinese `zh-Hans`, systems call it `zh_CN`; traditional Chinese is another language.
    """
    full = locale.replace("-", "_")
    language = full.split("_")[0]
    names = [full, language]
    if language == "zh" and not full.endswith(("Hant", "TW", "HK", "MO")):
        names.insert(1, "zh_CN")
    return list(dict.fromkeys(names))


class LandLedgerPlugin:
    """Registered by QGIS and by `qgis_process`, where `iface` is None: only `initGui` and what it adds touch it."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: LandLedgerProvider | None = None
        self.translator: QTranslator | None = None
        self.functions: list[expressions.LedgerFunction] = []
        self.actions: list[QAction] = []
        self.toolbar: QToolBar | None = None
        self.windows: dict[str, QWidget] = {}
        self._load_translator()

    def tr(self, message: str) -> str:
        return QCoreApplication.translate("LandLedgerPlugin", message)

    def initProcessing(self) -> None:
        """Called alone by `qgis_process`, and by initGui in the application."""
        provider = LandLedgerProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider
            self.functions = expressions.register()

    def initGui(self) -> None:
        self.initProcessing()
        if self.iface is None:
            return
        self.toolbar = self.iface.addToolBar(self.tr("Land Ledger"))
        self.toolbar.setObjectName("LandLedgerToolbar")
        for window in WINDOWS:
            action = QAction(QIcon(icon_path(window.icon)), self.tr(window.title), self.iface.mainWindow())
            action.setObjectName(f"LandLedger{window.class_name}")
            action.setCheckable(window.checkable)
            action.triggered.connect(partial(self.show_window, window))
            self.iface.addPluginToMenu(self.tr("Land Ledger"), action)
            self.toolbar.addAction(action)
            self.actions.append(action)

    def show_window(self, window: Window, checked: bool = True) -> QWidget | None:
        """Open a window, or bring the open one to the front; a panel goes where its action is unticked."""
        widget = self.windows.get(window.class_name)
        if widget is None:
            if window.checkable and not checked:
                return None
            widget = self.windows[window.class_name] = window.open(self.iface, self._action_of(window))
        if checked or not window.checkable:
            window.show(widget)
        return widget

    def _action_of(self, window: Window) -> QAction:
        return self.actions[WINDOWS.index(window)]

    def unload(self) -> None:
        """Take back everything that initGui and initProcessing gave."""
        for window in WINDOWS:
            widget = self.windows.pop(window.class_name, None)
            if widget is not None:
                window.remove(self.iface, widget)
        for action in self.actions:
            self.iface.removePluginMenu(self.tr("Land Ledger"), action)
            action.deleteLater()
        self.actions.clear()
        if self.toolbar is not None:
            self.toolbar.deleteLater()
            self.toolbar = None
        expressions.unregister(self.functions)
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _load_translator(self) -> None:
        for name in locale_names(QgsApplication.locale()):
            translator = QTranslator()
            if translator.load(str(TRANSLATIONS / f"land_ledger_{name}.qm")):
                QCoreApplication.installTranslator(translator)
                self.translator = translator
                return
