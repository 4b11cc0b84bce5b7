"""The made-up samples, a township and a county of planner service, loaded into an empty project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsFillSymbol, QgsMarkerSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtCore import QObject

from .notices import push_with_button

PACKAGE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "sample_township_madeup.gpkg"
SERVICE = PACKAGE.parent / "service" / "service_madeup.gpkg"
SERVICE_DAY = (2024, 6, 30)
"""A day on which the teams of the sample serve."""
HIDDEN = ("GDZLDB", "DLTB_2019", "JTTDSYQ", "GHDLTB")


class Sample(QObject):
    """Loads the sample layers, drawn so that a red line over a survey can be seen."""

    def titles(self) -> dict[str, str]:
        """Layer in the file → name in the project, from the top of the map to its bottom."""
        return {
            "XMHX": self.tr("Project red lines XMHX (made up)"),
            "STBHHX": self.tr("Ecological redline STBHHX (made up)"),
            "CZKFBJ": self.tr("Urban growth boundary CZKFBJ (made up)"),
            "YJJBNTBHTB": self.tr("Permanent basic farmland YJJBNTBHTB (made up)"),
            "YPJSYD": self.tr("Approved construction land YPJSYD (made up)"),
            "JTTDSYQ": self.tr("Collective ownership JTTDSYQ (made up)"),
            "GDZLDB": self.tr("Farmland grades GDZLDB (made up)"),
            "GHDLTB": self.tr("Planned use GHDLTB (made up)"),
            "DLTB": self.tr("Land survey DLTB (made up)"),
            "DLTB_2019": self.tr("Land survey DLTB 2019 (made up)"),
        }

    def load(self, project: QgsProject) -> list[QgsVectorLayer]:
        """Add the layers to the project; those that can't be read are left out."""
        loaded = []
        root = project.layerTreeRoot()
        for name, title in self.titles().items():
            layer = QgsVectorLayer(f"{PACKAGE}|layername={name}", title, "ogr")
            if not layer.isValid():
                continue
            layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(LOOKS.get(name, PLAIN))))
            project.addMapLayer(layer, False)
            node = root.addLayer(layer)
            node.setItemVisibilityChecked(name not in HIDDEN)
            node.setExpanded(False)
            loaded.append(layer)
        if loaded and not project.crs().isValid():
            project.setCrs(loaded[0].crs())
        return loaded

    def load_on_map(self, iface: QgisInterface | None) -> None:
        """Add the layers to the project that is open, and show them on the map."""
        layers = self.load(QgsProject.instance())
        if layers and iface is not None:
            canvas = iface.mapCanvas()
            canvas.setDestinationCrs(QgsProject.instance().crs())
            canvas.setExtent(layers[0].extent())
            canvas.refresh()

    def offer(self, bar: QgsMessageBar, load: Callable[[], object]) -> None:
        """An empty project: say what to load, and offer something to try, which `load` loads."""
        bar.clearWidgets()
        text = self.tr("The project has no polygon layer: load the red lines and the land survey (DLTB) first.")
        push_with_button(bar, text, Qgis.MessageLevel.Info, (self.tr("Load the made-up sample"), "LoadSample"), load)


class ServiceSample(QObject):
    """Loads the made-up units, teams and assignment of planner service."""

    def load(self, project: QgsProject) -> dict[str, QgsVectorLayer]:
        """Add the layers to the project, by their names in the file; those that can't be read are left out."""
        titles = {
            "planner_teams": self.tr("Planner teams (made up)"),
            "service_units": self.tr("Service units (made up)"),
            "service_assignment": self.tr("Assignment (made up)"),
        }
        found = {name: QgsVectorLayer(f"{SERVICE}|layername={name}", title, "ogr") for name, title in titles.items()}
        found = {name: layer for name, layer in found.items() if layer.isValid()}
        symbols = {
            "service_units": QgsFillSymbol.createSimple(PLAIN),
            "planner_teams": QgsMarkerSymbol.createSimple({"color": "0,0,0", "size": "3"}),
        }
        for name, layer in found.items():
            if name in symbols:
                layer.setRenderer(QgsSingleSymbolRenderer(symbols[name]))
            project.addMapLayer(layer, False)
            project.layerTreeRoot().addLayer(layer)
        if found and not project.crs().isValid():
            project.setCrs(found["service_units"].crs())
        return found


PLAIN = {"color": "246,244,236", "outline_color": "200,196,184", "outline_width": "0.1"}
LOOKS = {
    "XMHX": {"style": "no", "outline_color": "215,25,28", "outline_width": "0.6"},
    "STBHHX": {"style": "b_diagonal", "color": "26,120,60", "outline_color": "26,120,60", "outline_width": "0.5"},
    "CZKFBJ": {"style": "no", "outline_color": "110,50,150", "outline_width": "0.5", "outline_style": "dash"},
    "YJJBNTBHTB": {"color": "255,240,170,110", "outline_color": "214,180,60", "outline_width": "0.15"},
    "YPJSYD": {"style": "dense6", "color": "120,120,120", "outline_color": "90,90,90", "outline_width": "0.3"},
}
