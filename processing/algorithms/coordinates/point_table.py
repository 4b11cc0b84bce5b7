"""landledger:pointtable — the list of boundary points of each plot (界址点成果表), and the points as a layer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...compat import FieldKind, field
from ...plot_numbers import with_numbers
from ...settings import font_families, layouts_folder
from ..occupation.footprint_algorithm import UNITS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.exchange.point_list import ListedPoint, PointSettings
    from ....core.occupation.model import Finding

NUMBERINGS = ("plot", "ring", "all")
LISTED = 50


class PointTable(FootprintAlgorithm):
    """界址点成果表."""

    GROUP = Group.COORDINATES
    ICON = "points.svg"
    PIECES = "POINTS"

    INPUT = "INPUT"
    NUMBERING = "NUMBERING"
    PREFIX = "PREFIX"
    DECIMALS = "DECIMALS"
    CALCULATED_BY = "CALCULATED_BY"
    CHECKED_BY = "CHECKED_BY"
    DATE = "DATE"
    POINTS = "POINTS"

    CHOICES: Mapping[str, Sequence[str]] = {NUMBERING: NUMBERINGS, FootprintAlgorithm.UNIT: UNITS}

    def name(self) -> str:
        return "pointtable"

    def displayName(self) -> str:
        return self.tr("Table of boundary points")

    def shortDescription(self) -> str:
        return self.tr("Boundary points of each plot with X, Y and lengths of sides, as a form and as a point layer.")

    def tags(self) -> list[str]:
        return self.tr("boundary points,coordinates,plot,survey and demarcation,sides").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes the boundary points of each plot as the form 界址点成果表, a page a plot, and as a layer of points.\n\n"
            "1. Plots: polygons in metres (a Gauss-Kruger zone). Without a number field the feature id is the number.\n"
            "2. Order: each ring from the vertex nearest to its north-west corner, outer rings clockwise, holes "
            "counter-clockwise; the first point is repeated at the end of its ring.\n"
            "3. Numbering: on from ring to ring within a plot; anew in each ring; or on through all plots, points that "
            "plots have in common being numbered once.\n"
            "4. X is north and Y is east, both with as many decimals as chosen. Sides are measured between the printed "
            "coordinates and rounded half-up to 0.01 m, so that everybody can check them. Points that print the same are "
            "one point.\n"
            "5. Names and date are written at the foot of the form; left empty, there is room to sign.\n\n"
            "The area on the form is the plane area of the plot. The columns can be changed: layout T15."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.INPUT, self.tr("Plots"), polygon))
        for name, label in (
            (self.FOOTPRINT_ID, self.tr("Plot number field")),
            (self.FOOTPRINT_NAME, self.tr("Plot name field")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.INPUT, optional=True)
            )
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.POINTS,
                self.tr("Layer of boundary points"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=True,
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("FOOTPRINT_COUNT", self.tr("Number of plots")),
            ("POINT_COUNT", self.tr("Number of boundary points")),
            ("RING_COUNT", self.tr("Number of rings")),
            ("FINDING_COUNT", self.tr("Number of findings")),
        )

    def _add_choices(self) -> None:
        numberings = [
            self.tr("on from ring to ring within a plot"),
            self.tr("anew in each ring"),
            self.tr("on through all plots, common points once"),
        ]
        self.addParameter(
            QgsProcessingParameterEnum(self.NUMBERING, self.tr("Numbering"), numberings, defaultValue=0)
        )
        self.addParameter(
            QgsProcessingParameterString(self.PREFIX, self.tr("Letter before the number"), defaultValue="J", optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.DECIMALS,
                self.tr("Decimals of coordinates (empty: as the layout says)"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=0,
                maxValue=6,
            )
        )
        units = [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.UNIT, self.tr("Smallest unit of the area"), units, defaultValue=UNITS.index("1")
            )
        )
        for name, label in (
            (self.CALCULATED_BY, self.tr("Calculated by")),
            (self.CHECKED_BY, self.tr("Checked by")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        self.addParameter(
            QgsProcessingParameterDateTime(
                self.DATE, self.tr("Date"), QgsProcessingParameterDateTime.Type.Date, optional=True
            )
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if all(parameters.get(name) in (None, "") for name in (self.POINTS, self.WORKBOOK)):
            return False, self.tr("Nothing to write: choose a workbook or a layer of points.")
        date = parameters.get(self.DATE)
        if date not in (None, "") and not self.parameterAsDateTime(parameters, self.DATE, context).isValid():
            return False, self.tr("“{date}” is no date; write it as in 2025-03-31.").format(date=date)
        return super().checkParameterValues(parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.exchange.point_list import Numbering, PointSettings
        from ....core.workbook import load_layout
        from ...adapters.columns import prepare_source
        from ...adapters.crs import require_gauss_projection

        self._families = font_families()
        named = {"FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME}
        asked = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        own = {key: actual for key, actual in asked.items() if actual}
        self._plots = prepare_source(self, parameters, self.INPUT, context, fields=own)
        if self._plots.crs.isGeographic():
            template = translate(
                "LandLedger",
                "Layer {layer} is in degrees; boundary points are printed in metres: bring it to its Gauss-Kruger zone first.",
            )
            raise InputError(template, layer=self._plots.name)
        require_gauss_projection(self._plots.crs, self._plots.name)
        self._sources, self._plane = [self._plots], self._plots.crs
        self._transform_context = context.transformContext()
        self._layout = load_layout("T15", layouts_folder())
        prefix = self.parameterAsString(parameters, self.PREFIX, context).strip()
        settings = PointSettings.of_layout(self._layout, prefix, Numbering(self.choice(parameters, self.NUMBERING, context)))
        self._settings = self._with_decimals(parameters, context, settings)
        self._foot = self._signatures(parameters, context)
        self.prepare_targets(parameters, context)

    def _with_decimals(
        self, parameters: dict[str, Any], context: QgsProcessingContext, settings: PointSettings
    ) -> PointSettings:
        from dataclasses import replace

        if parameters.get(self.DECIMALS) in (None, ""):
            return settings
        return replace(settings, decimals=self.parameterAsInt(parameters, self.DECIMALS, context))

    def _signatures(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The foot of the form, only what was filled in."""
        names = {"CALCULATED": self.CALCULATED_BY, "CHECKED": self.CHECKED_BY}
        foot: dict[str, Any] = {
            key: self.parameterAsString(parameters, name, context).strip() or None for key, name in names.items()
        }
        if parameters.get(self.DATE) not in (None, ""):
            day = self.parameterAsDateTime(parameters, self.DATE, context).date()
            foot["DATE"] = datetime.date(day.year(), day.month(), day.day())
        return foot

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.exchange.point_list import PointNumbers
        from ....core.occupation.mending import mend_footprints, require_distinct_ids
        from ....core.workbook import Look as BookLook, write_workbook
        from ...adapters.columns import read

        steps = Steps(feedback, read=30, list=30, layer=20, book=20)
        findings: list[Finding] = []
        plots = with_numbers(read(self._plots, steps.read))
        require_distinct_ids(plots)
        plots = mend_footprints(plots, findings)
        numbers = PointNumbers(self._settings)
        listed = []
        for row in range(len(plots)):
            steps.list(row / len(plots))
            listed.append(numbers.points(plots.geometry[row]))
        form = self._form(parameters, context, plots, listed)

        def write_book() -> None:
            if self._book:
                write_workbook(
                    self._book, [form], overwrite=True, say=say, progress=steps.book, look=BookLook.among(self._families)
                )

        outputs: dict[str, Any] = {self.WORKBOOK: self._book}
        if parameters.get(self.POINTS) not in (None, ""):
            outputs[self.POINTS] = self._write_points(parameters, context, plots, listed, steps, write_book)
        else:
            write_book()
        for found in findings[:LISTED]:
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}")
        for notice in self._plots.notices:
            feedback.pushWarning(said(notice))
        outputs.update(
            FOOTPRINT_COUNT=len(plots),
            POINT_COUNT=_point_count(listed, self._settings),
            RING_COUNT=sum(point.closing for points in listed for point in points),
            FINDING_COUNT=len(findings),
        )
        return outputs

    def _form(self, parameters: dict[str, Any], context: QgsProcessingContext, plots: Columns, listed: Sequence[Any]) -> Any:
        """The filled form, a page a plot."""
        import shapely

        from ....core.area import Area
        from ....core.exchange.point_list import plot_fields, point_form
        from ....core.occupation.presets import UNITS as UNIT_OF
        from ....core.rounding import units_half_up

        unit = UNIT_OF[str(self.choice(parameters, self.UNIT, context))]
        units = units_half_up(shapely.area(plots.geometry), unit)
        names = plots.attributes.get("FP_NAME")
        pages = []
        for row, points in enumerate(listed):
            fields = {
                "NAME": None if names is None else names[row],
                "DK": str(plots.attributes["FP_ID"][row]),
                "AREA": Area.from_units(int(units[row]), unit),
                **plot_fields(plots.crs, points),
                **self._foot,
            }
            pages.append((fields, points))
        return point_form(self._layout, pages, self._settings)

    def _write_points(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        plots: Columns,
        listed: Sequence[Any],
        steps: Steps,
        write_book: Any,
    ) -> str:
        """The layer of points and the workbook, both or none; the id of the layer."""
        import numpy as np
        import shapely

        from ...adapters.looks import Look, dress
        from ...adapters.sinks import open_sink

        rows = list(_point_features(plots, listed, self._settings))
        columns: list[list[Any]] = [list(column) for column in zip(*rows)]
        fields = QgsFields()
        labels = self._field_labels()
        lengths = {name: max([60, *(len(str(text).encode()) for text in columns[place] if text)])
                   for place, name in ((0, "FP_ID"), (1, "FP_NAME"), (2, "LABEL"))}
        decimals = {"X": self._settings.decimals, "Y": self._settings.decimals, "SIDE": self._settings.side_decimals}
        for name, kind in POINT_FIELDS:
            length = lengths.get(name, 20 if name in decimals else 0)
            fields.append(field(name, kind, length, decimals.get(name, 0), labels[name]))
        places = np.array([columns[6], columns[5]], dtype=np.float64).T
        with open_sink(
            self, parameters, self.POINTS, context, fields, self._plane, QgsWkbTypes.Type.Point, [self._plots.place]
        ) as sink:
            sink.write(shapely.points(places), columns, steps.layer)
            sink.finish()
            write_book()
        dress(context, sink.id, Look(self.tr("Layer of boundary points"), "boundary_points.qml", labels))
        return sink.id

    def _field_labels(self) -> dict[str, str]:
        return {
            "FP_ID": self.tr("Plot number"),
            "FP_NAME": self.tr("Plot name"),
            "LABEL": self.tr("Point number"),
            "RING": self.tr("Ring number"),
            "SEQ": self.tr("Number in the ring"),
            "X": self.tr("X, north (m)"),
            "Y": self.tr("Y, east (m)"),
            "SIDE": self.tr("Side to the next point (m)"),
        }


POINT_FIELDS = (
    ("FP_ID", FieldKind.TEXT),
    ("FP_NAME", FieldKind.TEXT),
    ("LABEL", FieldKind.TEXT),
    ("RING", FieldKind.INTEGER),
    ("SEQ", FieldKind.INTEGER),
    ("X", FieldKind.NUMBER),
    ("Y", FieldKind.NUMBER),
    ("SIDE", FieldKind.NUMBER),
)


def _point_count(listed: Sequence[Sequence[ListedPoint]], settings: PointSettings) -> int:
    """Points with a number of their own."""
    from ....core.exchange.point_list import Numbering

    if settings.numbering is Numbering.ALL:
        return len({point.label for points in listed for point in points})
    return sum(not point.closing for points in listed for point in points)


def _point_features(
    plots: Columns, listed: Sequence[Sequence[ListedPoint]], settings: PointSettings
) -> Iterator[tuple[Any, ...]]:
    """Values of POINT_FIELDS of each point. One that several plots have in common and that is numbered once stands there
    once, with the numbers of all; its ring, place and side differ from plot to plot and are left open."""
    from ....core.exchange.point_list import Numbering

    names = plots.attributes.get("FP_NAME")
    rows: list[tuple[Any, ...]] = []
    for plot, points in enumerate(listed):
        number = str(plots.attributes["FP_ID"][plot])
        name = None if names is None else names[plot]
        place = ring = 0
        for point in points:
            place, ring = (place + 1 if point.ring == ring else 1), point.ring
            if not point.closing:
                side = None if point.side is None else float(point.side)
                rows.append((number, name, point.label, ring, place, float(point.north), float(point.east), side))
    if settings.numbering is not Numbering.ALL:
        yield from rows
        return
    common: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        common.setdefault(row[2], []).append(row)
    for label, same in common.items():
        if len(same) == 1:
            yield same[0]
            continue
        numbers = "、".join(dict.fromkeys(row[0] for row in same))
        called = "、".join(dict.fromkeys(str(row[1]) for row in same if row[1])) or None
        yield (numbers, called, label, None, None, same[0][5], same[0][6], None)
