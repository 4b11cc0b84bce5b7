"""landledger:adjacentparties — the neighbours of each plot by direction, as the approval form wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...base import Group, Steps, said, say
from ...compat import FieldKind, field, field_names
from ...plot_numbers import with_numbers
from ...settings import font_families, layouts_folder, rule_value, rules_in_force
from ..occupation.footprint_algorithm import FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.adjacency.parties import Parties
    from ....core.adjacency.tables import AdjacencyInputs
    from ....core.columns import Columns
    from ....core.occupation.model import Finding
    from ....core.occupation.report import Report

NAME = "NAME"
LISTED = 50
SHAPEFILE_BYTES = 254


class AdjacentParties(FootprintAlgorithm):
    """四至: who lies to the east, south, west and north."""

    GROUP = Group.COORDINATES
    ICON = "adjacent.svg"
    PIECES = "OUTPUT"

    NEIGHBOURS = "NEIGHBOURS"
    NAME_FIELD = "NAME_FIELD"
    LINES = "LINES"
    LINE_NAME_FIELD = "LINE_NAME_FIELD"
    DIRECTIONS = "DIRECTIONS"
    DISTANCE = "DISTANCE"
    OUTPUT = "OUTPUT"
    TABLE = "TABLE"

    CHOICES: Mapping[str, Sequence[str]] = {DIRECTIONS: ("4", "8")}

    def name(self) -> str:
        return "adjacentparties"

    def displayName(self) -> str:
        return self.tr("Extract adjacent parties")

    def shortDescription(self) -> str:
        return self.tr("The neighbours of each plot to the east, south, west and north, ready for the approval form.")

    def tags(self) -> list[str]:
        return self.tr("neighbours,adjacent,four sides,boundary,plot,survey and demarcation").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes for each plot who lies to the east, south, west and north (or in eight directions), by walking along "
            "its border and looking outward.\n\n"
            "1. Plots: one feature a plot. Without a number field the feature id is the number.\n"
            "2. Layer of neighbours: land survey parcels (DLTB), cadastral parcels or the ownership layer. A red line may "
            "cut a parcel: then the same parcel goes on outside and is the neighbour.\n"
            "3. Name fields: what names a neighbour; several are put one behind the other. Left empty, the first there is "
            "of QLR, QSDWMC, ZLDWMC, DLMC. Features of one name on one side are one neighbour.\n"
            "4. Roads and rivers: named lines within the distance outside the border go before the parcels.\n"
            "5. Distance: how far outside a neighbour may begin. It is looked for straight outward, first at 0.1 m (so "
            "that borders measured twice do not make a plot its own neighbour), then farther; the first one met counts.\n"
            "6. The direction is that of the outward normal of each piece of border. Neighbours stand along the side: from "
            "west to east, on the east and west from north to south. Those with less than 1 m or 5 % of a side (rules that "
            "can be changed) are left out of the text and stand in the detailed list.\n\n"
            "Where nothing adjoins it says 外侧无图斑, where no border faces that way 无此方向界线 (of eight directions: —); "
            "what lies in a hole of the plot is told in a field of its own. Output: the plots with the fields EAST, SOUTH, "
            "WEST, NORTH (and SE, "
            "SW, NW, NE), and TEXT, the line of the form. Table: every neighbour on every side with the length of border "
            "shared. Workbook: 四至表, 四至明细, checks, and what the run was based on."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygon, line = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorLine
        self.addParameter(QgsProcessingParameterFeatureSource(self.FOOTPRINTS, self.tr("Plots"), [polygon]))
        for name, label in (
            (self.FOOTPRINT_ID, self.tr("Plot number field")),
            (self.FOOTPRINT_NAME, self.tr("Plot name field")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.FOOTPRINTS, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.NEIGHBOURS, self.tr("Layer of neighbours"), [polygon])
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                self.tr("Name fields (empty: the first of QLR, QSDWMC, ZLDWMC, DLMC)"),
                parentLayerParameterName=self.NEIGHBOURS,
                allowMultiple=True,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.LINES, self.tr("Layer of roads and rivers"), [line], optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.LINE_NAME_FIELD,
                self.tr("Name field of roads and rivers"),
                parentLayerParameterName=self.LINES,
                optional=True,
            )
        )
        self._add_choices()
        self._add_results()

    def _add_choices(self) -> None:
        directions = [self.tr("four directions"), self.tr("eight directions")]
        self.addParameter(
            QgsProcessingParameterEnum(self.DIRECTIONS, self.tr("Directions"), directions, defaultValue=0)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.DISTANCE,
                self.tr("Distance within which a neighbour counts (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=float(rule_value("adjoining_distance_m", "1")),
                minValue=0.01,
                maxValue=100.0,
            )
        )
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the plots"),
            self.tr("Zone, if the plots are in degrees"),
        )

    def _add_results(self) -> None:
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, self.tr("Plots with adjacent parties"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.TABLE, self.tr("Table of adjacent parties"), table, optional=True, createByDefault=False
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("FOOTPRINT_COUNT", self.tr("Number of plots")),
            ("PARTY_COUNT", self.tr("Number of adjacent parties")),
            ("OPEN_COUNT", self.tr("Plots with ground outside that no neighbour covers")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.adjacency.parties import AdjacencyJob
        from ...adapters.columns import prepare_source
        from ...adapters.line_reading import prepare_lines, require_plane
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self._families = font_families()
        count = int(self.choice(parameters, self.DIRECTIONS, context) or 4)
        distance = self.parameterAsDouble(parameters, self.DISTANCE, context)
        self._job = AdjacencyJob.of_rules(self._rules, count, distance)
        named = {"FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME}
        asked = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        own = {key: actual for key, actual in asked.items() if actual}
        self._footprints = prepare_source(self, parameters, self.FOOTPRINTS, context, fields=own)
        chosen = field_names(self, parameters, self.NAME_FIELD, context)

        def names(available: Sequence[str], layer: str) -> Mapping[str, str]:
            fields = chosen or _usual_name(available, layer)
            return {f"{NAME}{place}": actual for place, actual in enumerate(fields)}

        self._neighbours = prepare_source(self, parameters, self.NEIGHBOURS, context, fields=names)
        self.prepare_plane(parameters, context, self._footprints, [self._neighbours], False)
        line_name = self.parameterAsString(parameters, self.LINE_NAME_FIELD, context)
        self._lines = prepare_lines(self, parameters, self.LINES, line_name, context)
        if self._lines is not None:
            allowed = self.parameterAsBoolean(parameters, self.REPROJECT, context)
            self._notices = (*self._notices, *require_plane(self._lines, self._plane, allowed))
        self.prepare_targets(parameters, context)
        if self._wanted(parameters, self.TABLE):
            require_target(parameters[self.TABLE], context, [source.place for source in self._sources])

    @staticmethod
    def _wanted(parameters: Mapping[str, Any], name: str) -> bool:
        return parameters.get(name) not in (None, "")

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.adjacency.parties import adjacent_parties
        from ....core.adjacency.tables import AdjacencyInputs, adjacency_report
        from ....core.occupation.mending import mend, mend_footprints, require_distinct_ids
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around

        steps = Steps(feedback, read=30, look=45, layer=15, book=10)
        findings: list[Finding] = []
        plots = with_numbers(self.read_whole(self._footprints, part_of(steps.read, 0.0, 0.2)))
        require_distinct_ids(plots)
        self._ids = plots.ids
        plots = mend_footprints(plots, findings)
        boxes = boxes_around(plots.geometry, self._job.distance)
        neighbours = mend(self.read_near(self._neighbours, boxes, part_of(steps.read, 0.2, 0.8)), findings)
        lines, names = self._read_lines(boxes, neighbours, part_of(steps.read, 0.8, 1.0))
        parties = adjacent_parties(plots.geometry, neighbours.geometry, names, self._job, lines, steps.look)
        line_layer = self._lines.name if self._lines else ""
        inputs = AdjacencyInputs(plots, neighbours, list(self._neighbours.fields.values()), line_layer)
        report = adjacency_report(parties, inputs, findings, self._facts(), layouts_folder())
        outputs = self._write(parameters, context, parties, inputs, report, steps)
        self._tell(parties, inputs, findings, report, feedback)
        return {**outputs, self.WORKBOOK: self._book, **_numbers(parties, findings, report)}

    def _read_lines(self, boxes: Any, neighbours: Columns, progress: Any) -> tuple[Any, Any]:
        """The lines near the plots, None without a layer; and the names of neighbours and lines, one behind the other."""
        import numpy as np

        from ...adapters.line_reading import read_lines

        names = _joined(neighbours)
        if self._lines is None:
            return None, names
        lines, called = read_lines(self._lines, self._plane, self._transform_context, boxes, progress)
        return lines, np.concatenate([names, called])

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.adjacency.parties import RULES
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        # The distance is the default of a parameter: what was chosen otherwise is no rule.
        otherwise = float(self._rules.number("adjoining_distance_m")) != self._job.distance
        used = [key for key in RULES if not (otherwise and key == "adjoining_distance_m")]
        return RunFacts(None, program_versions(), self.notices, [self._rules.get(key) for key in used])

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        parties: Parties,
        inputs: AdjacencyInputs,
        report: Report,
        steps: Steps,
    ) -> dict[str, Any]:
        """Layer, table and workbook: all or none."""
        from ....core.occupation.report import write_report
        from ...adapters.feature_copy import copy_features, with_fields
        from ...adapters.looks import Look, dress
        from ...adapters.sink_targets import target_of
        from ...adapters.sinks import open_sink

        source = self._footprints
        shapefile = target_of(parameters[self.OUTPUT], context)[0].lower().endswith(".shp")
        new, values = self._new_fields(parties, inputs, SHAPEFILE_BYTES if shapefile else 0)
        fields, places = with_fields(source.features.fields(), new)
        kind, taken = source.features.wkbType(), [layer.place for layer in self._sources]
        with open_sink(self, parameters, self.OUTPUT, context, fields, source.crs, kind, taken) as sink:
            copy_features(source, sink, fields, places, self._ids, values, steps.layer)
            sink.finish()
            if self._wanted(parameters, self.TABLE):
                with self._open_table(parameters, context, parties) as table:
                    self._write_table(table, parties, inputs)
                    table.finish()
                    self._write_book(report, write_report, steps)
            else:
                self._write_book(report, write_report, steps)
        aliases = {column.name(): column.comment() for column in new}
        dress(context, sink.id, Look(self.tr("Plots with adjacent parties"), "adjacent_parties.qml", aliases))
        if not self._wanted(parameters, self.TABLE):
            return {self.OUTPUT: sink.id}
        aliases = {column.name(): column.comment() for column in self._table_fields()}
        dress(context, table.id, Look(self.tr("Table of adjacent parties"), "", aliases))
        return {self.OUTPUT: sink.id, self.TABLE: table.id}

    def _write_book(self, report: Report, write: Any, steps: Steps) -> None:
        if self._book:
            write(report, self._book, self._families, say, steps.book)

    def _new_fields(
        self, parties: Parties, inputs: AdjacencyInputs, most: int
    ) -> tuple[list[Any], Callable[[int], list[Any]]]:
        """The fields added to the plots, and their values by the row of the feature; `most` bytes of a text, 0 for all."""
        from ....core.adjacency.border import Direction

        labels = self._direction_labels()
        columns: list[tuple[str, str, list[Any]]] = [
            (side.value, labels[side.value], [parties.names(plot, side) for plot in range(parties.plots)])
            for side in parties.job.sides
        ]
        columns.append(("TEXT", self.tr("Adjacent parties"), [parties.text(plot) for plot in range(parties.plots)]))
        enclosed = [parties.names(plot, Direction.ENCLOSED) or None for plot in range(parties.plots)]
        columns.append(("ENCLOSED", labels["ENCLOSED"], enclosed))
        self._shortened = sum(_shorten(texts, most) for *_, texts in columns) if most else 0
        new = [field(name, FieldKind.TEXT, _bytes_of(texts), 0, label) for name, label, texts in columns]
        new.append(field("BORDER_M", FieldKind.NUMBER, 15, 2, self.tr("Length of the border (m)")))
        new.append(field("OPEN_M", FieldKind.NUMBER, 15, 2, self.tr("Border without a neighbour (m)")))
        rows = {feature: plot for plot, feature in enumerate(inputs.plots.ids.tolist())}

        def values(row: int) -> list[Any]:
            plot = rows.get(int(self._ids[row]))
            if plot is None:  # a feature without a shape is no plot any more, and stays in the layer
                return [None] * len(new)
            return [*(texts[plot] for *_, texts in columns), parties.border[plot] / 100, float(parties.open_metres(plot))]

        return new, values

    def _direction_labels(self) -> dict[str, str]:
        """What people read above the columns, by the name of the field."""
        return {
            "EAST": self.tr("To the east"),
            "SE": self.tr("To the south-east"),
            "SOUTH": self.tr("To the south"),
            "SW": self.tr("To the south-west"),
            "WEST": self.tr("To the west"),
            "NW": self.tr("To the north-west"),
            "NORTH": self.tr("To the north"),
            "NE": self.tr("To the north-east"),
            "ENCLOSED": self.tr("Enclosed by the plot"),
        }

    def _table_fields(self, texts: Sequence[int] = (60, 254)) -> list[Any]:
        return [
            field("FP_ID", FieldKind.TEXT, texts[0], 0, self.tr("Plot number")),
            field("DIRECTION", FieldKind.TEXT, 10, 0, self.tr("Direction")),
            field("NEIGHBOUR", FieldKind.TEXT, texts[1], 0, self.tr("Neighbour")),
            field("LENGTH_M", FieldKind.NUMBER, 15, 2, self.tr("Border shared (m)")),
            field("SHARE", FieldKind.NUMBER, 6, 1, self.tr("Share of the side (%)")),
            field("LISTED", FieldKind.INTEGER, 1, 0, self.tr("Named in the text (1) or too short (0)")),
        ]

    def _open_table(self, parameters: dict[str, Any], context: QgsProcessingContext, parties: Parties) -> Any:
        from ...adapters.sinks import open_sink

        fields = QgsFields()
        names = [party.name for party in parties.parties]
        for column in self._table_fields((254, max(254, _bytes_of(names)))):
            fields.append(column)
        taken = [layer.place for layer in self._sources]
        no_geometry = QgsWkbTypes.Type.NoGeometry
        return open_sink(self, parameters, self.TABLE, context, fields, self._plane, no_geometry, taken)

    def _write_table(self, table: Any, parties: Parties, inputs: AdjacencyInputs) -> None:
        import numpy as np

        listed = parties.parties
        numbers = inputs.plots.attributes["FP_ID"]
        columns = [
            [str(numbers[party.plot]) for party in listed],
            [party.direction.chinese for party in listed],
            [party.name for party in listed],
            [float(party.length) for party in listed],
            [float(party.share) for party in listed],
            [int(party.listed) for party in listed],
        ]
        table.write(np.full(len(listed), None, dtype=object), columns)

    def _tell(
        self,
        parties: Parties,
        inputs: AdjacencyInputs,
        findings: Sequence[Finding],
        report: Report,
        feedback: QgsProcessingFeedback,
    ) -> None:
        numbers = inputs.plots.attributes["FP_ID"]
        for plot in range(min(parties.plots, LISTED)):
            feedback.pushInfo(f"{numbers[plot]}: {parties.text(plot)}")
        for plot in range(parties.plots):
            metres = parties.open_metres(plot)
            if metres:
                text = self.tr("Plot {number}: nothing adjoins {metres} m of its border.")
                feedback.pushWarning(text.format(number=numbers[plot], metres=metres))
        if self._shortened:
            text = self.tr("{count} texts are longer than a shapefile holds and were cut; a GeoPackage keeps them whole.")
            feedback.pushWarning(text.format(count=self._shortened))
        for found in findings[:LISTED]:
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}")
        self.tell_failed(report.identities, feedback)


def _usual_name(available: Sequence[str], layer: str) -> list[str]:
    """The first there is of the fields that usually name a neighbour."""
    from ....core.adjacency.parties import USUAL_NAMES, naming_field
    from ....core.survey.schema import Field, match_fields

    found = match_fields(available, [Field(name) for name in USUAL_NAMES], {}, layer)
    return [found[naming_field(layer, found)]]


def _joined(neighbours: Columns) -> Any:
    """The names object (m,) of the features: the values of the name fields one behind the other, None without any."""
    import numpy as np

    columns = [neighbours.attributes[key] for key in sorted(neighbours.attributes) if key.startswith(NAME)]
    names = np.full(len(neighbours), None, dtype=object)
    for row in range(len(neighbours)):
        words = [str(column[row]).strip() for column in columns if column[row] is not None]
        names[row] = " ".join(word for word in words if word) or None
    return names


def _bytes_of(texts: Sequence[str | None]) -> int:
    """The length a field needs: a text longer than its field ends the run, or is cut in the middle of a character."""
    return max([254, *(len(text.encode()) for text in texts if text)])


def _shorten(texts: list[Any], most: int) -> int:
    """Cut the texts to `most` bytes between two characters, with a sign that something is missing; how many were cut."""
    cut = 0
    for place, text in enumerate(texts):
        if text and len(text.encode()) > most:
            texts[place] = text.encode()[: most - 3].decode(errors="ignore") + "…"
            cut += 1
    return cut


def _numbers(parties: Parties, findings: Sequence[Finding], report: Report) -> dict[str, Any]:
    return {
        "FOOTPRINT_COUNT": parties.plots,
        "PARTY_COUNT": len({party.name for party in parties.parties if not party.nothing}),
        "OPEN_COUNT": sum(bool(parties.open_metres(plot)) for plot in range(parties.plots)),
        "FINDING_COUNT": len(findings),
        "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
    }
