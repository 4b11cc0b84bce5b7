"""Models offered by the provider: `resources/models/*.model3`, made by `scripts/make_models.py`.

Ids and parameter names are those of the files and never change; what people read is said in their language when a model
is loaded. A bureau that wants its own opens one in the model designer and saves it under another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingModelAlgorithm, QgsXmlUtils
from qgis.PyQt.QtCore import QCoreApplication, QFile, QIODevice
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.sentence import translate
from .base import GROUP_NAMES, Group, icon_path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "models"

TEXTS = (
    translate("Models", "Coordinate file to tables of occupied land"),
    translate("Models", "Parcels whose area differs from the survey's"),
    translate(
        "Models",
        "From the coordinate file of an approval straight to its tables: reads the plots, cuts them by the land survey and "
        "the control layers, and writes the workbook for approval. The plots need their numbers (地块编号).",
    ),
    translate(
        "Models",
        "Measures every parcel of the land survey by the survey's ellipsoidal procedure and takes out those whose area "
        "differs from the registered one by more than 0.01 m².",
    ),
    translate("Models", "Coordinate file (TXT, CSV, XLSX, DXF)"),
    translate("Models", "Coordinate system of files without zone"),
    translate("Models", "Land survey (DLTB)"),
    translate("Models", "Permanent basic farmland layer"),
    translate("Models", "Ecological redline layer"),
    translate("Models", "Urban growth boundary layer"),
    translate("Models", "Collective ownership layer"),
    translate("Models", "Coordinate file to plots"),
    translate("Models", "Plots over the land survey"),
    translate("Models", "Plots"),
    translate("Models", "Occupied pieces"),
    translate("Models", "Workbook"),
    translate("Models", "Field to compare with (empty: TBMJ, if there is one)"),
    translate("Models", "Ellipsoidal areas"),
    translate("Models", "Parcels that differ"),
    translate("Models", "Parcels whose area differs"),
    translate("Models", "Change package to in–out balance"),
    translate(
        "Models",
        "From the yearly change package straight to the in–out balance: the changed patches with their delivered areas, the "
        "transition tables, and the account by county in area and capacity. With the survey of the later year the net "
        "increase of stable cultivated land is estimated too, and the year is known; else fill it in.",
    ),
    translate("Models", "Earlier land survey (DLTB)"),
    translate("Models", "Update-process layer (DLTBGXGC)"),
    translate("Models", "Update layer (DLTBGX)"),
    translate("Models", "Later land survey (DLTB)"),
    translate("Models", "Farmland grade layer"),
    translate("Models", "Year of the account"),
    translate("Models", "Change package to changed patches"),
    translate("Models", "Changed patches"),
    translate("Models", "Workbook of the transition"),
    translate("Models", "Changed patches to the in–out balance"),
    translate("Models", "Patches of the in–out balance"),
    translate("Models", "Workbook of the in–out balance"),
)
"""Every text of the model files, for the translation; a test compares."""

_TITLES = {
    "coordinatestooccupation": (Group.OCCUPATION, "occupation.svg", TEXTS[0]),
    "surveyareadifferences": (Group.SURVEY, "area.svg", TEXTS[1]),
    "changepackagetoinout": (Group.FARMLAND, "inout_balance.svg", TEXTS[20]),
}
_SHOWN = ("description", "component_description", "ALG_DESC")


class LedgerModel(QgsProcessingModelAlgorithm):
    """A model of ours. QGIS takes a model's name for its title too; here the name is the id, and the title is said."""

    def __init__(self, content: dict[str, Any]) -> None:
        super().__init__()
        self._content = content
        self.loadVariant(content)

    def createInstance(self) -> LedgerModel:
        """A copy of its own, as Processing wants one for each run."""
        copy = LedgerModel(self._content)
        copy.setProvider(self.provider())
        return copy

    def displayName(self) -> str:
        return _said(_TITLES[self.name()][2])

    def groupId(self) -> str:
        return _TITLES[self.name()][0].value

    def group(self) -> str:
        return QCoreApplication.translate("Group", GROUP_NAMES[_TITLES[self.name()][0]])

    def shortDescription(self) -> str:
        return str(self.helpContent().get("ALG_DESC", ""))

    def icon(self) -> QIcon:
        return QIcon(icon_path(_TITLES[self.name()][1]))

    def svgIconPath(self) -> str:
        return icon_path(_TITLES[self.name()][1])


def model_files() -> list[Path]:
    """The files, sorted."""
    return sorted(FOLDER.glob("*.model3"))


def load_model(path: Path) -> LedgerModel:
    """A model in the user's language. InputError naming the file if it can't be read."""
    document = QDomDocument()
    file = QFile(str(path))
    content = None
    if file.open(QIODevice.OpenModeFlag.ReadOnly):
        document.setContent(file)
        content = QgsXmlUtils.readVariant(document.firstChildElement())
        file.close()
    if not isinstance(content, dict) or content.get("model_name") not in _TITLES:
        raise InputError(translate("LandLedger", "The model {file} can't be read."), file=str(path))
    return LedgerModel(_translated(content))


def texts_of(content: Any) -> Iterator[str]:
    """What people read in a model's content."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key in _SHOWN and isinstance(value, str):
                yield value
            else:
                yield from texts_of(value)
    elif isinstance(content, list):
        for value in content:
            yield from texts_of(value)


def _translated(content: Any) -> Any:
    if isinstance(content, dict):
        return {
            key: _said(value) if key in _SHOWN and isinstance(value, str) and value else _translated(value)
            for key, value in content.items()
        }
    return [_translated(value) for value in content] if isinstance(content, list) else content


def _said(text: str) -> str:
    return QCoreApplication.translate("Models", text)
