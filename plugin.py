"""The plugin as QGIS holds it: translator, Processing provider, expression functions, menu and toolbar. Nothing else."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolBar, QWidget

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

    def open(self, iface: QgisInterface) -> QWidget:
        module = importlib.import_module(self.module, __package__)
        return getattr(module, self.class_name)(iface, iface.mainWindow())


WINDOWS = (
    Window(
        translate("LandLedgerPlugin", "Land occupied by footprints…"),
        "occupation.svg",
        ".dialogs.occupation",
        "OccupationDialog",
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
            action.triggered.connect(partial(self.show_window, window))
            self.iface.addPluginToMenu(self.tr("Land Ledger"), action)
            self.toolbar.addAction(action)
            self.actions.append(action)

    def show_window(self, window: Window, checked: bool = False) -> QWidget:
        """Open a window, or bring the open one to the front."""
        if window.class_name not in self.windows:
            self.windows[window.class_name] = window.open(self.iface)
        widget = self.windows[window.class_name]
        widget.show()
        widget.raise_()
        widget.activateWindow()
        return widget

    def unload(self) -> None:
        """Take back everything that initGui and initProcessing gave."""
        for widget in self.windows.values():
            widget.close()
            widget.deleteLater()
        self.windows.clear()
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
