"""landledger:travelareas — how far planners get from their bases on the roads, and which villages they reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...settings import layouts_folder, rule_value, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.service.network.model import Travel

AREA_KINDS = ("each", "together", "both")
TOLD = 50


class TravelAreas(WorkbookAlgorithm):
    """通达时间圈: driving times from bases."""

    GROUP = Group.SERVICE
    ICON = "travel_areas.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    ROADS = "ROADS"
    SPEED_FIELD = "SPEED_FIELD"
    CLASS_FIELD = "CLASS_FIELD"
    DIRECTION_FIELD = "DIRECTION_FIELD"
    ORIGINS = "ORIGINS"
    ORIGIN_NAME = "ORIGIN_NAME"
    PLACES = "PLACES"
    PLACE_NAME = "PLACE_NAME"
    PLACE_POPULATION = "PLACE_POPULATION"
    UNITS = "UNITS"
    UNIT_NAME = "UNIT_NAME"
    UNIT_POPULATION = "UNIT_POPULATION"
    BANDS = "BANDS"
    TOLERANCE = "TOLERANCE"
    CROSSINGS = "CROSSINGS"
    ACCESS_SPEED = "ACCESS_SPEED"
    MAX_ACCESS = "MAX_ACCESS"
    SPEED_TABLE = "SPEED_TABLE"
    DEFAULT_SPEED = "DEFAULT_SPEED"
    FORWARD_VALUES = "FORWARD_VALUES"
    BACKWARD_VALUES = "BACKWARD_VALUES"
    BOTH_VALUES = "BOTH_VALUES"
    WIDTH = "WIDTH"
    AREA_KIND = "AREA_KIND"
    REPROJECT = "REPROJECT"
    ZONE = "ZONE"
    TITLE = "TITLE"
    AREAS = "AREAS"
    REACHED = "REACHED"
    MATRIX = "MATRIX"

    CHOICES = {AREA_KIND: AREA_KINDS}

    NUMBERS = {
        TOLERANCE: "travel_gap_tolerance_m",
        ACCESS_SPEED: "travel_access_speed_kmh",
        MAX_ACCESS: "travel_max_access_m",
        DEFAULT_SPEED: "travel_default_speed_kmh",
        WIDTH: "travel_area_width_m",
    }
    TEXTS = {
        BANDS: "travel_bands_min",
        FORWARD_VALUES: "travel_forward_values",
        BACKWARD_VALUES: "travel_backward_values",
        BOTH_VALUES: "travel_both_values",
    }
    """Parameters whose first value is a rule."""

    def name(self) -> str:
        return "travelareas"

    def displayName(self) -> str:
        return self.tr("Travel time areas")

    def shortDescription(self) -> str:
        return self.tr("Ground, villages and people reached from bases within 15, 30, 45 and 60 minutes on the real roads.")

    def tags(self) -> list[str]:
        return self.tr("isochrone,service area,network,road,travel time,reach,planner").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Computes driving times on a road layer from bases to villages and units, and the ground reached within each "
            "time.\n\n"
            "1. Roads: lines. They meet where they have a common vertex. Ends up to the tolerance from another road are "
            "joined and listed. “Lines that cross are junctions” is for layers without vertices at junctions; bridges become "
            "junctions, too.\n"
            "2. Speeds: the speed field (km/h) where it has a value, else the road class by the table of speeds (classes in "
            "Chinese, road numbers as in G105 or X012, words of OpenStreetMap; your own table: a CSV with class, kmh, open, "
            "source, status; 0 km/h is not for cars, open N: one gets on at junctions only), else the default speed. All "
            "are to be confirmed locally and stand in the workbook.\n"
            "3. Direction field: values for along the line, against it, both ways; blank is both. A value that is in none of "
            "the lists ends the run.\n"
            "4. Bases, villages and units: points, or polygons by a point inside. From there straight to the nearest road, at "
            "most the distance given; the road is cut there. What is farther from any road is named.\n"
            "5. Time: way to the road + roads + way from the road. Rounded once to 0.01 minute; bands go by that.\n"
            "6. Time circles: ground within the width of the parts of roads that are reached, cut to the metre where the time "
            "runs out. Gaps between roads are not filled.\n\n"
            "Layers in degrees have to be brought to a zone. Lengths are those in the plane of projection.\n\n"
            "Output: time circles; places with nearest base and time; the table of all times (minutes, not rounded). "
            "Workbook: 时间圈可达情况表, 就近可达情况表, 到达时间明细表, 道路速度取值表, 路网孤岛清单 (parts of the network that are "
            "connected to the longest by nothing), checks, findings, inputs with the rules."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        spots = [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
        self._add_layer(self.ROADS, self.tr("Roads"), [kinds.TypeVectorLine])
        self._add_field(self.SPEED_FIELD, self.tr("Speed field (km/h)"), self.ROADS)
        self._add_field(self.CLASS_FIELD, self.tr("Road class field (class or road number)"), self.ROADS)
        self._add_field(self.DIRECTION_FIELD, self.tr("Direction field (one-way roads)"), self.ROADS)
        self._add_layer(self.ORIGINS, self.tr("Bases"), spots)
        self._add_field(self.ORIGIN_NAME, self.tr("Name of the base"), self.ORIGINS)
        self._add_layer(self.PLACES, self.tr("Villages"), spots, True)
        self._add_field(self.PLACE_NAME, self.tr("Name of the village"), self.PLACES)
        self._add_field(self.PLACE_POPULATION, self.tr("Population of the village"), self.PLACES)
        self._add_layer(self.UNITS, self.tr("Service units"), spots, True)
        self._add_field(self.UNIT_NAME, self.tr("Name of the unit"), self.UNITS)
        self._add_field(self.UNIT_POPULATION, self.tr("Population of the unit"), self.UNITS)
        self._add_text(self.BANDS, self.tr("Time bands (minutes)"), False)
        self._add_number(self.TOLERANCE, self.tr("Gaps bridged up to (metres, 0 = none)"), 0.0, False)
        self._add_number(self.ACCESS_SPEED, self.tr("Speed between place and road (km/h)"), 0.1, False)
        self._add_number(self.MAX_ACCESS, self.tr("Farthest from a road (metres)"), 0.0, False)
        self.add_advanced(
            QgsProcessingParameterBoolean(self.CROSSINGS, self.tr("Lines that cross are junctions"), defaultValue=False)
        )
        self.add_advanced(
            QgsProcessingParameterFile(
                self.SPEED_TABLE, self.tr("Own table of speeds (CSV)"), fileFilter=self.tr("CSV (*.csv)"), optional=True
            )
        )
        self._add_number(self.DEFAULT_SPEED, self.tr("Speed where none is known (km/h)"), 0.1)
        self._add_text(self.FORWARD_VALUES, self.tr("Direction values: along the line"))
        self._add_text(self.BACKWARD_VALUES, self.tr("Direction values: against the line"))
        self._add_text(self.BOTH_VALUES, self.tr("Direction values: both ways"))
        self._add_number(self.WIDTH, self.tr("Ground beside roads in a time circle (metres)"), 1.0)
        shown = [self.tr("each base by itself"), self.tr("all bases together"), self.tr("both of them")]
        self.add_advanced(QgsProcessingParameterEnum(self.AREA_KIND, self.tr("Time circles of"), shown, defaultValue=0))
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.REPROJECT, self.tr("Bring layers to the plane of the run where they are in another system"), defaultValue=False
            )
        )
        self.add_advanced(QgsProcessingParameterCrs(self.ZONE, self.tr("Zone to work in (roads in degrees)"), optional=True))
        self.add_advanced(QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True))
        self._add_sink(self.AREAS, self.tr("Time circles"), kinds.TypeVectorPolygon, True)
        self._add_sink(self.REACHED, self.tr("Places with travel time"), kinds.TypeVectorPoint, False)
        self._add_sink(self.MATRIX, self.tr("Table of travel times"), kinds.TypeVector, False)
        self.add_workbook()
        self.add_numbers(
            ("ORIGIN_COUNT", self.tr("Number of bases")),
            ("PLACE_COUNT", self.tr("Number of villages")),
            ("PLACES_REACHED", self.tr("Villages within the bands")),
            ("UNIT_COUNT", self.tr("Number of units")),
            ("UNITS_REACHED", self.tr("Units within the bands")),
            ("ISLAND_COUNT", self.tr("Parts of the network beside the longest")),
            ("GAP_COUNT", self.tr("Gaps bridged")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_layer(self, name: str, label: str, kinds: Sequence[Any], optional: bool = False) -> None:
        self.addParameter(QgsProcessingParameterFeatureSource(name, label, list(kinds), optional=optional))

    def _add_field(self, name: str, label: str, layer: str) -> None:
        self.addParameter(QgsProcessingParameterField(name, label, parentLayerParameterName=layer, optional=True))

    def _add_text(self, name: str, label: str, folded: bool = True) -> None:
        definition = QgsProcessingParameterString(name, label, rule_value(self.TEXTS[name], ""), optional=True)
        self.add_advanced(definition) if folded else self.addParameter(definition)

    def _add_number(self, name: str, label: str, least: float, folded: bool = True) -> None:
        kind = QgsProcessingParameterNumber.Type.Double
        value = float(rule_value(self.NUMBERS[name], "1"))
        definition = QgsProcessingParameterNumber(name, label, kind, value, minValue=least)
        self.add_advanced(definition) if folded else self.addParameter(definition)

    def _add_sink(self, name: str, label: str, kind: Any, by_default: bool) -> None:
        self.addParameter(
            QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=by_default)
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from pathlib import Path

        from ....core.service.network.speeds import load_speeds
        from ...adapters.shape_reading import name_field, prepare_shapes
        from ...adapters.sink_targets import require_target

        def field(name: str) -> str:
            return str(self.parameterAsString(parameters, name, context))

        self._rules = rules_in_force()
        self._job = self._asked_job(parameters, context)
        own = self.parameterAsFile(parameters, self.SPEED_TABLE, context)
        self._speeds = load_speeds(Path(own) if own else None)
        road_fields = {"SPEED": field(self.SPEED_FIELD), "CLASS": field(self.CLASS_FIELD), "DIRECTION": field(self.DIRECTION_FIELD)}
        self._roads = prepare_shapes(self, parameters, self.ROADS, context, road_fields, ("SPEED",))
        layers = (
            (self.ORIGINS, name_field(self, parameters, self.ORIGINS, self.ORIGIN_NAME, context), ""),
            (self.PLACES, name_field(self, parameters, self.PLACES, self.PLACE_NAME, context), field(self.PLACE_POPULATION)),
            (self.UNITS, name_field(self, parameters, self.UNITS, self.UNIT_NAME, context), field(self.UNIT_POPULATION)),
        )
        self._spots = [
            prepare_shapes(self, parameters, layer, context, {"NAME": name, "PEOPLE": people}, ("PEOPLE",))
            for layer, name, people in layers
        ]
        self._prepare_plane(parameters, context)
        places = [source.place for source in [self._roads, *self._spots] if source is not None]
        for name in (self.AREAS, self.REACHED, self.MATRIX):
            require_target(parameters.get(name), context, places)
        self.take_workbook(parameters, context)

    def _asked_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.service.network.model import TravelJob, bands_of
        from ....core.service.network.speeds import DirectionWords, words_of

        number = {name: self.parameterAsDouble(parameters, name, context) for name in self.NUMBERS}
        text = {name: self.parameterAsString(parameters, name, context) for name in self.TEXTS}
        self._default_speed = number[self.DEFAULT_SPEED]
        self._words = DirectionWords(
            words_of(text[self.FORWARD_VALUES]), words_of(text[self.BACKWARD_VALUES]), words_of(text[self.BOTH_VALUES])
        )
        # What was chosen otherwise is no rule.
        self._used = [self._rules.get(key) for name, key in self.TEXTS.items() if text[name] == self._rules.get(key).text()]
        self._used += [
            self._rules.get(key) for name, key in self.NUMBERS.items() if number[name] == float(self._rules.number(key))
        ]
        crossings = self.parameterAsBoolean(parameters, self.CROSSINGS, context)
        return TravelJob(
            bands_of(text[self.BANDS]), number[self.ACCESS_SPEED], number[self.MAX_ACCESS], number[self.TOLERANCE], crossings,
            number[self.WIDTH],
        )

    def _prepare_plane(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The plane of the run: that of the roads, or the zone given if they are in degrees; it counts metres."""
        from ...adapters.shape_reading import bring_to, plane_of

        roads = self._roads
        allowed = self.parameterAsBoolean(parameters, self.REPROJECT, context)
        self._plane = plane_of(roads, self.parameterAsCrs(parameters, self.ZONE, context), allowed)
        for source in [roads, *self._spots]:
            if source is not None:
                bring_to(source, self._plane, allowed)
        self._transform_context = context.transformContext()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.progress import part_of
        from ....core.service.network.job import travel
        from ....core.service.network.layers import places_of, roads_of
        from ....core.service.network.model import Kind
        from ....core.service.network.report import travel_report
        from ...adapters.shape_reading import read_shapes

        steps = Steps(feedback, read=25, travel=55, layers=10, book=10)
        columns = read_shapes(self._roads, self._plane, self._transform_context, part_of(steps.read, 0.0, 0.8))
        direction = self.parameterAsString(parameters, self.DIRECTION_FIELD, context)
        roads = roads_of(columns, self._speeds, self._default_speed, self._words, direction)
        kinds = ((Kind.ORIGIN, ""), (Kind.PLACE, self.PLACE_POPULATION), (Kind.UNIT, self.UNIT_POPULATION))
        spots = []
        for source, (kind, people) in zip(self._spots, kinds):
            if source is not None:
                read = read_shapes(source, self._plane, self._transform_context, part_of(steps.read, 0.8, 1.0))
                field = self.parameterAsString(parameters, people, context) if people else ""
                spots.append(places_of(read, kind, field))
        wanted = self.choice(parameters, self.AREA_KIND, context)
        areas = self._asked(parameters, self.AREAS)
        each, together = areas and wanted != "together", areas and wanted != "each"
        found = travel(roads, spots[0], spots[1:], self._job, each, together, steps.travel)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report = travel_report(found, self._facts(), self._inputs(found), title, layouts_folder())
        outputs = self._write(parameters, context, found, report, steps)
        outputs.update(self._numbers(found, report))
        self._tell(found, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    @staticmethod
    def _asked(parameters: dict[str, Any], name: str) -> bool:
        return parameters.get(name) not in (None, "")

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        sources = [source for source in [self._roads, *self._spots] if source is not None]
        notices = [notice for source in sources for notice in source.notices]
        return RunFacts(None, program_versions(), notices, self._used)

    def _inputs(self, found: Travel) -> list[Any]:
        from ....core.occupation.inputs_sheet import fact
        from ....core.sentence import sentence
        from ...adapters.crs import crs_label

        labels = (
            translate("LandLedger", "Roads"), translate("LandLedger", "Bases"), translate("LandLedger", "Villages"),
            translate("LandLedger", "Service units"),
        )
        counts = [len(found.roads.ids), len(found.origins), *(len(times.places) for times in found.times)]
        sources = [
            (label, source) for label, source in zip(labels, [self._roads, *self._spots]) if source is not None
        ]
        text = translate("LandLedger", "{crs}; {count} features")
        return [
            fact(label, f"{source.name}  {source.file}".strip(), sentence(text, crs=crs_label(source.crs), count=count))
            for (label, source), count in zip(sources, counts)
        ]

    def _write(
        self, parameters: dict[str, Any], context: QgsProcessingContext, found: Travel, report: Report, steps: Steps
    ) -> dict[str, Any]:
        """Layers, table and workbook: all or none."""
        from contextlib import ExitStack

        from ....core.occupation.report import write_report
        from ...adapters.looks import dress

        sinks: dict[str, Any] = {}
        with ExitStack() as stack:
            for name, (fields, columns, shapes, kind, look) in self._layers(parameters, found).items():
                sinks[name] = self._fill(stack, parameters, context, name, fields, columns, shapes, kind, steps), look
            for sink, _ in sinks.values():
                sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        for sink, look in sinks.values():
            dress(context, sink.id, look)
        return {name: sink.id for name, (sink, _) in sinks.items()}

    def _layers(self, parameters: dict[str, Any], found: Travel) -> dict[str, tuple[Any, ...]]:
        """Fields, columns, shapes, kind and look of each output asked for."""
        import shapely

        from ....core.service.network import report as rows
        from ...adapters.looks import Look
        from ...adapters.result_tables import aliases_of, no_shapes

        made: dict[str, tuple[Any, ...]] = {}
        if self._asked(parameters, self.AREAS):
            shapes, columns = rows.area_columns(found, say)
            look = Look(self.tr("Time circles"), "travel_areas.qml", aliases_of(rows.AREA_FIELDS))
            made[self.AREAS] = (rows.AREA_FIELDS, columns, shapes, QgsWkbTypes.Type.MultiPolygon, look)
        if self._asked(parameters, self.REACHED):
            xy, columns = rows.reached_columns(found)
            shapes = no_shapes(len(xy))
            known = ~(xy != xy).any(axis=1)
            shapes[known] = shapely.points(xy[known])
            look = Look(self.tr("Places with travel time"), "travel_places.qml", aliases_of(rows.REACHED_FIELDS))
            made[self.REACHED] = (rows.REACHED_FIELDS, columns, shapes, QgsWkbTypes.Type.Point, look)
        if self._asked(parameters, self.MATRIX):
            matrix = rows.matrix_columns(found)
            shapes = no_shapes(len(matrix["MINUTES"]))
            look = Look(self.tr("Table of travel times"), "", aliases_of(rows.MATRIX_FIELDS))
            made[self.MATRIX] = (rows.MATRIX_FIELDS, matrix, shapes, QgsWkbTypes.Type.NoGeometry, look)
        return made

    def _fill(
        self, stack: Any, parameters: dict[str, Any], context: QgsProcessingContext, name: str,
        declared: Any, columns: Any, shapes: Any, kind: Any, steps: Steps,
    ) -> Any:
        import numpy as np
        from qgis.core import QgsCoordinateReferenceSystem

        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        # Lists, not the numbers of numpy, which QGIS refuses inside a column of objects.
        arrays = {
            key: np.array([*(values.tolist() if isinstance(values, np.ndarray) else values), None], dtype=object)[:-1]
            for key, values in columns.items()
        }
        places = [source.place for source in [self._roads, *self._spots] if source is not None]
        flat = kind == QgsWkbTypes.Type.NoGeometry
        crs = QgsCoordinateReferenceSystem() if flat else self._plane
        sink = open_sink(self, parameters, name, context, fields_for(declared, arrays), crs, kind, places)
        stack.enter_context(sink)
        sink.write(shapes, [arrays[each.name] for each in declared], steps.layers)
        return sink

    def _numbers(self, found: Travel, report: Report) -> dict[str, Any]:
        from ....core.service.network.model import Kind
        from ....core.service.network.report import counted_within, findings_of

        def count(kind: Kind) -> int:
            return sum(len(times.places) for times in found.times if times.places.kind is kind)

        return {
            "ORIGIN_COUNT": len(found.origins),
            "PLACE_COUNT": count(Kind.PLACE),
            "PLACES_REACHED": counted_within(found.times, Kind.PLACE),
            "UNIT_COUNT": count(Kind.UNIT),
            "UNITS_REACHED": counted_within(found.times, Kind.UNIT),
            "ISLAND_COUNT": len(found.islands),
            "GAP_COUNT": len(found.junctions.gaps),
            "FINDING_COUNT": sum(1 for _ in findings_of(found)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, found: Travel, report: Report, feedback: QgsProcessingFeedback) -> None:
        from itertools import islice

        from ....core.service.network.report import findings_of
        from ....core.service.network.speeds import Basis

        for island in found.islands[:TOLD]:
            text = self.tr(
                "Not connected to the longest part of the network: {count} roads, {km} km, among them feature {feature}."
            )
            feedback.pushWarning(text.format(count=island.roads, km=f"{island.metres / 1e3:.2f}", feature=island.feature))
        unknown = sum(basis is Basis.DEFAULT for basis in found.roads.speeds.basis.tolist())
        if unknown:
            text = self.tr("{count} roads of no known speed or class are driven at {speed} km/h.")
            feedback.pushWarning(text.format(count=unknown, speed=f"{self._default_speed:g}"))
        for layer, feature, told in islice(findings_of(found), TOLD):
            feedback.pushWarning(f"{layer} {feature}: {said(told)}")
        self.tell_failed(report.identities, feedback)
