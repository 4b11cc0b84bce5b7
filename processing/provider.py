"""The Processing provider: every algorithm of the plugin, in the toolbox and in `qgis_process`."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .algorithms import algorithms_of, module_names
from .base import icon_path


class LandLedgerProvider(QgsProcessingProvider):
    """Provider `landledger`."""

    def tr(self, message: str) -> str:
        return QCoreApplication.translate("LandLedgerProvider", message)

    def id(self) -> str:
        return "landledger"

    def name(self) -> str:
        return self.tr("Land Ledger")

    def longName(self) -> str:
        return self.name()

    def icon(self) -> QIcon:
        return QIcon(icon_path("land_ledger.svg"))

    def svgIconPath(self) -> str:
        return icon_path("land_ledger.svg")

    def loadAlgorithms(self) -> None:
        """A module that can't be imported is logged, so that one bad file does not empty the toolbox."""
        for module_name in module_names():
            try:
                found = algorithms_of(module_name)
            except Exception:  # noqa: BLE001 - whatever it is, it goes to the log and the others stay
                text = self.tr("{module} can't be loaded:").format(module=module_name)
                QgsMessageLog.logMessage(f"{text}\n{traceback.format_exc()}", "Land Ledger", Qgis.MessageLevel.Critical)
                continue
            for algorithm in found:
                self.addAlgorithm(algorithm())
