"""Giving opinions in a review: of the findings chosen, on the whole plan, at a place of the map, on the parcel explained."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QObject

from ..core.errors import LedgerError
from ..core.village.review import Author, Opinion, coordinates, opinion_id, opinions_of_findings
from ..core.village.review_words import NEW, categories
from ..processing.adapters.plan_parcel import GroundAt, ground_at
from ..processing.adapters.review_rows import findings_of_features
from ..processing.base import said, say
from ..processing.settings import operator_name, rules_in_force
from .background_calls import told
from .opinion_dialog import OpinionDialog

if TYPE_CHECKING:
    from .plan_review_dock import PlanReviewDock

FEW = 20
"""Of so many features one is few."""


class OpinionsGiving(QObject):
    """Makes opinions and shows them to the user; those agreed on are kept, in a file that is there by then."""

    def __init__(self, dock: PlanReviewDock) -> None:
        super().__init__(dock)
        self._dock = dock

    # ----------------------------------------------------------------------------------------------------- of findings

    def of_findings(self) -> None:
        """Opinions of the chosen findings: read in the background, shown, and written when the user agrees."""
        dock = self._dock
        ids = dock.table.chosen_ids()
        if not ids or dock.layer is None or not dock.choice.has_file() or not self._has_categories():
            return
        source, request, wanted = QgsVectorLayerFeatureSource(dock.layer), self._request(ids), set(ids)
        turn = QgsCoordinateTransform(dock.layer.crs(), dock.keeper.layer.crs(), QgsProject.instance())
        listed = rules_in_force().whole("plan_review_listed_places")
        author, first = self._author(), dock.keeper.next_number()

        def made() -> list[Opinion]:
            features = (each for each in source.getFeatures(request) if each.id() in wanted)
            # What was accepted is no question to the planners.
            asked = (each for each in findings_of_features(features, turn) if each.open)
            return opinions_of_findings(asked, author, listed, say, first)

        dock.calls.ask(made, self._ask_to_write, lambda error: dock.say(told(error), Qgis.MessageLevel.Critical), "opinions")

    def _has_categories(self) -> bool:
        """The words of category files are read here: what is wrong with them is told once."""
        try:
            categories()
        except LedgerError as error:
            self._dock.say(said(error.sentence))
            return False
        return True

    def _request(self, ids: Sequence[int]) -> QgsFeatureRequest:
        request = QgsFeatureRequest()
        # Many features one by one take longer than all of them in a row.
        if len(ids) * FEW < self._dock.model.rowCount():
            request.setFilterFids(ids)
        return request

    def _ask_to_write(self, made: Sequence[Opinion] | None) -> None:
        """The opinions that are not there yet, after the user has seen them."""
        dock = self._dock
        new = [each for each in made or () if each.id not in dock.keeper.opinions]
        if not made:
            dock.say(self.tr("The chosen findings are accepted: open them again to make opinions of them."), Qgis.MessageLevel.Info)
            return
        if not new:
            dock.say(self.tr("These findings have their opinion already."), Qgis.MessageLevel.Info)
            return
        self.write(new, False)

    def write(self, opinions: Sequence[Opinion], known: bool) -> bool:
        """Let the user look at opinions and write them; False if not. `known`: they have been given before."""
        dock = self._dock
        dialog = OpinionDialog(opinions, known, dock)
        agreed = bool(dialog.exec())
        given = dialog.opinions if agreed else []
        dialog.deleteLater()
        if not agreed or not dock.keeper.put(given, self.tr("Write opinions")):
            return False
        dock.opinions.choose([each.id for each in given])
        dock.say(self.tr("Written: {count} opinions.").format(count=len(given)), Qgis.MessageLevel.Success)
        return True

    # --------------------------------------------------------------------------------------------------- in free words

    def on_plan(self) -> None:
        """An opinion on the whole plan."""
        if self._dock.choice.has_file():
            self.write([self._free()], False)

    def at_place(self, point: QgsPointXY) -> None:
        """An opinion on a place of the map."""
        dock = self._dock
        if dock.canvas is None or not dock.choice.has_file():
            return
        crs = dock.canvas.mapSettings().destinationCrs()
        try:
            at = QgsCoordinateTransform(crs, dock.keeper.layer.crs(), QgsProject.instance()).transform(point)
            found = ground_at(QgsProject.instance(), point, crs)
        except QgsCsException:
            self._tell_no_place()
            return
        except LedgerError:
            found = None
        self.write([self._at(found, at)], False)
        dock.opinions.pick_button.setChecked(False)

    def on_parcel(self) -> None:
        """An opinion on the parcel that is explained."""
        dock = self._dock
        if dock.clicked is None or not dock.choice.has_file():
            return
        at = dock.clicked.at
        try:
            turn = QgsCoordinateTransform(at.layer.crs(), dock.keeper.layer.crs(), QgsProject.instance())
            point = turn.transform(at.feature.geometry().pointOnSurface().asPoint())
        except QgsCsException:
            self._tell_no_place()
            return
        self.write([self._at(at, point)], False)

    def _tell_no_place(self) -> None:
        self._dock.say(self.tr("This place does not lie in the system of the opinions."))

    def _author(self) -> Author:
        return Author("", operator_name(), date.today().isoformat(), self._dock.opinions.round.value())

    def _at(self, found: GroundAt | None, at: QgsPointXY) -> Opinion:
        parcel = None if found is None else found.ground.parcel or next(iter(found.ground.base), None)
        village = found.plan.village if found is not None else ""
        layer = found.layer.name() if found is not None else ""
        words = (village, layer, parcel.bsm if parcel is not None and parcel.bsm else "", coordinates(at.x(), at.y()))
        return self._free(" ".join(word for word in words if word), village, at)

    def _free(self, place: str = "", village: str = "", at: QgsPointXY | None = None) -> Opinion:
        author = self._author()
        number = self._dock.keeper.next_number()
        name = opinion_id(str(author.round), author.by, author.on, str(number), os.urandom(8).hex())
        otherwise = next(each.code for each in categories() if each.otherwise)
        placed = {} if at is None else {"x": at.x(), "y": at.y()}
        return Opinion(
            name, author.round, number, otherwise, place, "", "", state=NEW, village=village, given_by=author.by,
            given_on=author.on, **placed,
        )  # fmt: skip
