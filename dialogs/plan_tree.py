"""The tree of the window “Load village plan”: places, their layers, what each is taken for, what is missing and unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ..core.village.profile import PlanGeometry, PlanProfile, PlanRole
from ..core.village.recognition import How, PlacePlan, Recognised, with_role
from ..processing.adapters.plan_reading import PlanPackage
from ..processing.base import said, say
from .wheel import WheelScrolls

NAME, ROLE, HOW, COUNT, SYSTEM, NOTE = range(6)
_KEY = Qt.ItemDataRole.UserRole
_WARNING, _QUIET = QColor("#b35900"), QColor("#777777")


class PlanTree(QTreeWidget):
    """Shows a package; the user says in each row what the layer is. `changed` after every correction and tick."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PlanTree")
        self.setHeaderLabels(
            [
                self.tr("Layer"), self.tr("What it is"), self.tr("Recognised"), self.tr("Features"),
                self.tr("Coordinate system"), self.tr("What to know"),
            ]
        )  # fmt: skip
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setUniformRowHeights(False)
        self.header().setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((NAME, 270), (ROLE, 190), (HOW, 80), (COUNT, 60), (SYSTEM, 250)):
            self.setColumnWidth(column, width)
        self._wheel = WheelScrolls(self)
        self._package: PlanPackage | None = None
        self._plans: list[PlacePlan] = []
        self._skipped: set[str] = set()
        self.itemChanged.connect(self._ticked)

    # ------------------------------------------------------------------------------------------------------------ state

    def show_package(self, package: PlanPackage | None) -> None:
        """The package anew, without corrections."""
        self._package = package
        # What has nothing to load stands at the end.
        self._plans = sorted(package.plans, key=lambda plan: not plan.layers) if package is not None else []
        self._skipped = {plan.place for plan in self._plans if not plan.layers}
        self._fill()

    def plans(self) -> list[PlacePlan]:
        """The plans that are ticked and have a layer to load."""
        return [plan for plan in self._plans if plan.place not in self._skipped and plan.layers]

    def corrections(self) -> str:
        """What the user said, for the parameter LAYERS: only what the program would not say itself."""
        if self._package is None:
            return ""
        first = {plan.place: plan for plan in self._package.plans}
        parts = []
        for plan in self._plans:
            was = {each.layer.key: role for role, each in first[plan.place].layers.items()}
            now = {each.layer.key: role for role, each in plan.layers.items()}
            if plan.place in self._skipped:
                now = {}
            for each in (*first[plan.place].layers.values(), *first[plan.place].unknown):
                key = each.layer.key
                if was.get(key) is not now.get(key):
                    role = now.get(key)
                    parts.append(f'"{key}"={role.value if role is not None else "无"}')
        return ";".join(parts)

    def doubts(self) -> list[str]:
        """What is wrong with the coordinate systems of layers that would be loaded, as sentences."""
        if self._package is None:
            return []
        keys = [each.layer.key for plan in self.plans() for each in plan.layers.values()]
        found = [self._package.parts[key].doubt for key in keys]
        return [said(doubt) for doubt in found if doubt is not None]

    def proposed_systems(self) -> list[str]:
        """Systems that fit the doubtful layers, the likeliest first."""
        if self._package is None:
            return []
        systems: list[str] = []
        for plan in self.plans():
            for each in plan.layers.values():
                part = self._package.parts[each.layer.key]
                if part.doubt is not None and part.proposal is not None:
                    systems += part.proposal.systems
        return list(dict.fromkeys(systems))

    # ------------------------------------------------------------------------------------------------------------- rows

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        for plan in self._plans:
            self._add_place(plan)
        self.blockSignals(False)
        self.changed.emit()

    def _add_place(self, plan: PlacePlan) -> None:
        package = self._required()
        item = QTreeWidgetItem(self, [plan.place or package.path.name])
        item.setData(NAME, _KEY, plan.place)
        item.setFirstColumnSpanned(False)
        bold = QFont(self.font())
        bold.setBold(True)
        item.setFont(NAME, bold)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = plan.place not in self._skipped
        item.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        missing = "、".join(each.title for each in plan.missing)
        counts = self.tr("{known} recognised, {unknown} not").format(known=len(plan.layers), unknown=len(plan.unknown))
        note = self.tr("Missing: {layers}").format(layers=missing) if plan.layers and missing else ""
        item.setText(ROLE, counts)
        item.setText(NOTE, note)
        item.setToolTip(NOTE, note)
        item.setToolTip(NAME, item.text(NAME))
        item.setForeground(NOTE, QBrush(_WARNING))
        for recognised in (*plan.layers.values(), *plan.unknown):
            self._add_layer(item, plan, recognised)
        item.setExpanded(len(self._plans) <= 6)

    def _add_layer(self, parent: QTreeWidgetItem, plan: PlacePlan, recognised: Recognised) -> None:
        layer, part = recognised.layer, self._required().parts[recognised.layer.key]
        item = QTreeWidgetItem(parent, [layer.name, "", say(recognised.how.value), str(layer.count)])
        item.setToolTip(NAME, layer.key)
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if layer.geometry is not PlanGeometry.NONE:
            item.setText(SYSTEM, _system_label(part.system) or self.tr("none"))
            item.setToolTip(SYSTEM, item.text(SYSTEM))
        notes = [said(note) for note in recognised.notes]
        if part.doubt is not None:
            notes.append(said(part.doubt))
            item.setForeground(SYSTEM, QBrush(_WARNING))
        if recognised.missing:
            names = "、".join(each.title for each in recognised.missing)
            notes.append(self.tr("Fields missing: {fields}").format(fields=names))
        item.setText(NOTE, " ".join(notes))
        item.setToolTip(NOTE, "\n".join(notes))
        item.setForeground(NOTE, QBrush(_WARNING))
        if recognised.how is How.NOT:
            item.setForeground(HOW, QBrush(_QUIET))
        self.setItemWidget(item, ROLE, self._role_box(plan, recognised))

    def _role_box(self, plan: PlacePlan, recognised: Recognised) -> QComboBox:
        """What the layer may be: the layers of the profile drawn like it."""
        box = QComboBox(self)
        box.addItem(self.tr("(not loaded)"), None)
        for declared in self._profile().layers:
            if declared.geometry is recognised.layer.geometry or declared.role is recognised.role:
                box.addItem(declared.title, declared.role)
        box.setCurrentIndex(max(0, box.findData(recognised.role)))
        box.activated.connect(partial(self._chosen, plan.place, recognised.layer.key, box))
        box.installEventFilter(self._wheel)
        return box

    def _chosen(self, place: str, key: str, box: QComboBox, index: int) -> None:
        role: PlanRole | None = box.itemData(index)
        number = next(row for row, plan in enumerate(self._plans) if plan.place == place)
        self._plans[number] = with_role(self._plans[number], key, role, self._profile())
        if self._plans[number].layers:
            self._skipped.discard(place)
        self._fill()

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != NAME or item.parent() is not None:
            return
        place = item.data(NAME, _KEY)
        if item.checkState(NAME) == Qt.CheckState.Checked:
            self._skipped.discard(place)
        else:
            self._skipped.add(place)
        self.changed.emit()

    def _profile(self) -> PlanProfile:
        return self._required().profile

    def _required(self) -> PlanPackage:
        if self._package is None:
            raise RuntimeError("no package is shown")
        return self._package


def _system_label(system: str) -> str:
    """`EPSG:4527 - CGCS2000 / …`."""
    if not system:
        return ""
    crs = QgsCoordinateReferenceSystem(system)
    return " - ".join(part for part in (crs.authid(), crs.description()) if part) or system[:60]


def counted(plans: Sequence[PlacePlan]) -> Mapping[str, int]:
    """How many villages' places and layers would be loaded."""
    return {"places": len(plans), "layers": sum(len(plan.layers) for plan in plans)}
