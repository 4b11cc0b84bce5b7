"""The place of a finding on the map: zoomed to, its parcels outlined, the point flashed."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsHighlight, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

NO_FEATURE = -1
SURROUNDINGS = 1.5
SMALLEST_SIDE = 4.0
"""The shortest side of the ground shown, in metres: a sliver of a centimetre needs something around it."""
DEGREE = 111_319.49
"""Metres of a degree on the equator, for a layer in degrees."""
LINE, FILL = QColor(230, 0, 120), QColor(230, 0, 120, 40)
OTHER_LINE, OTHER_FILL = QColor(0, 90, 220), QColor(0, 90, 220, 30)
FLASH_FROM, FLASH_TO = QColor(255, 0, 0, 255), QColor(255, 235, 0, 60)


@dataclass(frozen=True)
class Subject:
    """A parcel that a finding is about: its feature id in the survey (−1: unknown) and its BSM ('': none)."""

    feature: int
    bsm: str


def subjects_of(finding: QgsFeature) -> list[Subject]:
    """The parcels that a finding is about: none, one, or the two of an overlap."""
    pairs = (("FEATURE_ID", "BSM"), ("OTHER_ID", "OTHER_BSM"))
    subjects = [Subject(int(_number(finding, feature, NO_FEATURE)), str(finding.attribute(bsm) or "")) for feature, bsm in pairs]
    return [subject for subject in subjects if subject.feature != NO_FEATURE or subject.bsm]


def _number(finding: QgsFeature, field: str, nothing: float) -> float:
    value = finding.attribute(field)
    return value if isinstance(value, (int, float)) else nothing


def find_parcel(survey: QgsVectorLayer | None, subject: Subject) -> QgsFeature | None:
    """The parcel in the survey layer: by feature id, if its BSM is the one meant, else by BSM; None if it is not there."""
    if survey is None:
        return None
    place = survey.fields().lookupField("BSM")
    if subject.feature != NO_FEATURE:
        feature = survey.getFeature(subject.feature)
        if feature.isValid() and (place < 0 or not subject.bsm or str(feature.attribute(place)) == subject.bsm):
            return feature
    if place < 0 or not subject.bsm:
        return None
    name = survey.fields().field(place).name()
    request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression(name, subject.bsm)))
    return next(iter(survey.getFeatures(request.setLimit(1))), None)


class FindingMarks:
    """What the map shows of one finding; `clear` takes it off again. `survey` is the id of the layer whose parcels are
    outlined, '' if none are."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.survey = ""
        self.highlights: list[QgsHighlight] = []

    def clear(self) -> None:
        """No outline on the map any more."""
        for highlight in self.highlights:
            # With the map all that is drawn on it is gone.
            if not sip.isdeleted(highlight):
                self._canvas.scene().removeItem(highlight)
        self.highlights = []
        self.survey = ""

    def show(self, finding: QgsFeature, layer: QgsVectorLayer, survey: QgsVectorLayer | None) -> bool:
        """Zoom to the place of a finding of `layer` and mark it; False if it has none: neither a point nor a parcel.

        How much ground is shown says its EXTENT_M (metres); without it, it is the parcel's.
        """
        self.clear()
        point, extent = finding.geometry(), _number(finding, "EXTENT_M", 0.0)
        found = [find_parcel(survey, subject) for subject in subjects_of(finding)]
        parcels = [parcel for parcel in found if parcel is not None]
        parcels = [parcel for parcel in parcels if not parcel.geometry().isNull()]
        has_point = not point.isNull() and not point.isEmpty()
        if has_point and extent > 0:
            ground = self._seen(_square(point, extent, layer.crs()), layer.crs())
        elif parcels:
            ground = self._seen(parcels[0].geometry().boundingBox(), survey.crs())
        elif has_point:
            ground = self._seen(_square(point, SMALLEST_SIDE, layer.crs()), layer.crs())
        else:
            return False
        if ground is None:
            return False
        for place, parcel in enumerate(parcels):
            self._outline(parcel.geometry(), survey, place > 0)
        ground.scale(SURROUNDINGS)
        self._canvas.setExtent(ground)
        self._canvas.refresh()
        flashed, crs = (point, layer.crs()) if has_point else (parcels[0].geometry(), survey.crs())
        self._canvas.flashGeometries([flashed], crs, FLASH_FROM, FLASH_TO, 3, 400)
        return True

    def _outline(self, geometry: QgsGeometry, survey: QgsVectorLayer, other: bool) -> None:
        highlight = QgsHighlight(self._canvas, geometry, survey)
        highlight.setColor(OTHER_LINE if other else LINE)
        highlight.setFillColor(OTHER_FILL if other else FILL)
        highlight.setWidth(2)
        highlight.show()
        self.survey = survey.id()
        self.highlights.append(highlight)

    def _seen(self, ground: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle | None:
        """The ground in the CRS of the map; None where the two have nothing in common."""
        transform = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        try:
            return transform.transformBoundingBox(ground)
        except QgsCsException:
            return None


def _square(point: QgsGeometry, side: float, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """The square around a point, in the units of its CRS."""
    half = max(side, SMALLEST_SIDE) / 2 / (DEGREE if crs.isGeographic() else 1.0)
    centre = point.boundingBox().center()
    return QgsRectangle(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half)
