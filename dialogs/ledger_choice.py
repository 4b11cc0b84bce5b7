"""A list of ledgers opened before, with a button for a file and one for a database of QGIS's connections."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ..processing.adapters.ledgers import POSTGRESQL, connection_names
from ..processing.ledger_algorithm import LAST_LEDGER
from .ledger_state import keep_recent, recent_ledgers
from .memory import keep_output_folder, output_folder
from .panel_widgets import icon_button

SCHEMA = "land_ledger"


class LedgerChoice(QWidget):
    """Chooses a ledger by file or `postgresql:connection/schema`; `changed` says that another one is chosen."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.combo.setAccessibleName(self.tr("Ledger"))
        self.open_button = icon_button("/mActionFileOpen.svg", self.tr("Choose a ledger file, or a database (arrow)"))
        self.open_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._menu = QMenu(self.open_button)
        self._menu.aboutToShow.connect(self._offer_connections)
        self.open_button.setMenu(self._menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.combo, 1)
        line.addWidget(self.open_button)
        self.open_button.clicked.connect(self.choose_file)
        self.offer(self.last())
        self.combo.currentIndexChanged.connect(lambda place: self.changed.emit())

    def last(self) -> str:
        """The ledger opened last, '' where it is gone."""
        names = [*recent_ledgers(), str(QgsSettings().value(LAST_LEDGER, "") or "")]
        return next((name for name in names if name and (name.startswith(POSTGRESQL) or Path(name).is_file())), "")

    def offer(self, chosen: str) -> None:
        """List the ledgers opened before and choose one; '' for none."""
        self.combo.blockSignals(True)
        self.combo.clear()
        self.combo.addItem("", "")
        for name in dict.fromkeys([*recent_ledgers(), *([chosen] if chosen else [])]):
            self.combo.addItem(name if name.startswith(POSTGRESQL) else Path(name).name, name)
            self.combo.setItemData(self.combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        self.combo.blockSignals(False)
        self.changed.emit()

    @property
    def name(self) -> str:
        """The ledger chosen, '' for none."""
        return self.combo.currentData() or ""

    def choose_file(self) -> None:
        """Ask for a ledger file."""
        pattern = self.tr("Ledger (*.gpkg);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Open a ledger"), output_folder(), pattern)
        if file:
            keep_output_folder(file)
            self.offer(file)

    def keep(self) -> None:
        """The ledger chosen was used: it is the last one from now on."""
        if self.name:
            keep_recent(self.name)
            QgsSettings().setValue(LAST_LEDGER, self.name)

    def _offer_connections(self) -> None:
        self._menu.clear()
        for name in connection_names():
            target = f"{POSTGRESQL}{name}/{SCHEMA}"
            self._menu.addAction(name, lambda checked=False, target=target: self.offer(target))
        if self._menu.isEmpty():
            nothing = self._menu.addAction(self.tr("QGIS has no PostgreSQL connection yet: add one in the browser."))
            nothing.setEnabled(False)
