"""The Processing provider: every algorithm of the plugin, in the toolbox and in `qgis_process`."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .algorithms import algorithms_of, module_names
from .base import icon_path
from .models import load_model, model_files


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

    def load(self) -> bool:
        """A model knows its outputs only when the algorithms of its steps are registered: ours are when this provider
        has been added, QGIS's own may come later. So nothing is loaded before, which would have to be loaded again."""
        QgsApplication.processingRegistry().providerAdded.connect(self._provider_added)
        return True

    def unload(self) -> None:
        QgsApplication.processingRegistry().providerAdded.disconnect(self._provider_added)
        super().unload()

    def _provider_added(self, provider_id: str) -> None:
        if provider_id in (self.id(), "native"):
            self.refreshAlgorithms()

    def loadAlgorithms(self) -> None:
        """A module or model that can't be loaded is logged, so that one bad file does not empty the toolbox."""
        for module_name in module_names():
            try:
                found = algorithms_of(module_name)
            except Exception:  # noqa: BLE001 - whatever it is, it goes to the log and the others stay
                self._log(module_name)
                continue
            for algorithm in found:
                self.addAlgorithm(algorithm())
        for path in model_files():
            try:
                self.addAlgorithm(load_model(path))
            except Exception:  # noqa: BLE001 - the same for models
                self._log(path.name)

    def _log(self, module: str) -> None:
        text = self.tr("{module} can't be loaded:").format(module=module)
        QgsMessageLog.logMessage(f"{text}\n{traceback.format_exc()}", "Land Ledger", Qgis.MessageLevel.Critical)
