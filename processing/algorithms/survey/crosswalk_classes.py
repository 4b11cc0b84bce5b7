"""landledger:crosswalkclasses — class codes from one version to another, and the list of what people have to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...settings import font_families, layouts_folder, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.crosswalk.convert import Conversion
    from ....core.occupation.report import Report

CROSSWALKS = ("sandiao2019_ydyh2023", "ydyh2020_ydyh2023", "erdiao_sandiao2019")
NEW_FIELDS = ("NEW_CODE", "NEW_NAME", "STATUS", "CANDIDATES")


class CrosswalkClasses(WorkbookAlgorithm):
    """Class codes of one version turned into those of another, nothing guessed."""

    GROUP = Group.SURVEY
    NEEDS = ("numpy", "shapely", "openpyxl")

    INPUT = "INPUT"
    FIELD = "FIELD"
    CROSSWALK = "CROSSWALK"
    CROSSWALK_FILE = "CROSSWALK_FILE"
    DECISIONS = "DECISIONS"
    DECISION_FIELD = "DECISION_FIELD"
    AREA_FIELD = "AREA_FIELD"
    USE_DEFAULTS = "USE_DEFAULTS"
    LIST_PARCELS = "LIST_PARCELS"
    OUTPUT = "OUTPUT"

    CHOICES: Mapping[str, Sequence[str]] = {CROSSWALK: CROSSWALKS}

    def name(self) -> str:
        return "crosswalkclasses"

    def displayName(self) -> str:
        return self.tr("Convert class codes")

    def shortDescription(self) -> str:
        return self.tr(
            "Second survey to third, third survey to land and sea use, 2020 to 2023; codes with several successors are "
            "listed for decision."
        )

    def shortHelpString(self) -> str:
        return self.tr(
            "Gives every feature the class code of another version. A code with one successor is converted; one with "
            "several stays empty and is listed, until somebody decides.\n\n"
            "1. Class code field: the old code, found by its usual names if left empty. Layers of the second survey may "
            "hold class names instead.\n"
            "2. Conversion: the third land survey to land and sea use 2023, land and sea use 2020 to 2023, or the second "
            "land survey to the third. Your own crosswalk is a CSV file with the columns from_code, to_code and candidates.\n"
            "3. Decisions: fill in the column 审定编码 of the review workbook and give it as the file of decisions, or a CSV "
            "file with CODE (or BSM) and DECIDED; with CZCSXM a decision is only for that settlement code. A field of the "
            "layer may hold the decision of each feature; it wins.\n"
            "4. Defaults: only where you tick it, the default of the crosswalk is taken; such features have the status "
            "“default” and are counted.\n"
            "5. A layer already in the new version, or one that mixes versions, is refused: the same code means another "
            "class there (060102, 1311, 2302, 2303).\n\n"
            "Output: all fields as they are, and NEW_CODE, NEW_NAME, STATUS, CANDIDATES. Workbook: what is to be decided, "
            "with parcels and area; old code to new code; areas of the new classes; checks that nothing got lost."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        anything = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(self.INPUT, self.tr("Input layer"), anything))
        self.addParameter(
            QgsProcessingParameterField(
                self.FIELD,
                self.tr("Class code field (empty: by its usual names)"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            )
        )
        options = [
            self.tr("third land survey to land and sea use 2023"),
            self.tr("land and sea use 2020 to 2023"),
            self.tr("second land survey to third land survey"),
        ]
        self.addParameter(QgsProcessingParameterEnum(self.CROSSWALK, self.tr("Conversion"), options, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterFile(
                self.DECISIONS,
                self.tr("Decisions (review workbook filled in, or CSV)"),
                fileFilter=self.tr("Decisions (*.xlsx *.csv)"),
                optional=True,
            )
        )
        for name, label in (
            (self.DECISION_FIELD, self.tr("Field with the decision of each feature")),
            (self.AREA_FIELD, self.tr("Area field (m²; empty: TBMJ, else measured in the plane)")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.INPUT, optional=True)
            )
        for name, label in (
            (self.USE_DEFAULTS, self.tr("Take the default of the crosswalk where nobody has decided")),
            (self.LIST_PARCELS, self.tr("List every undecided parcel in the workbook, too")),
        ):
            self.addParameter(QgsProcessingParameterBoolean(name, label, defaultValue=False))
        self.add_advanced(
            QgsProcessingParameterFile(
                self.CROSSWALK_FILE,
                self.tr("Your own crosswalk (CSV file)"),
                fileFilter=self.tr("CSV file (*.csv)"),
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Layer with new class codes")))
        self.add_workbook()
        self.add_numbers(
            ("FEATURE_COUNT", self.tr("Number of features")),
            ("ONE_TO_ONE_COUNT", self.tr("Converted one to one")),
            ("DECIDED_COUNT", self.tr("Converted by decision")),
            ("DEFAULT_COUNT", self.tr("Converted by default")),
            ("REVIEW_COUNT", self.tr("Still to be decided")),
            ("NO_RULE_COUNT", self.tr("Without a rule")),
            ("REVIEW_CODE_COUNT", self.tr("Codes still to be decided or without a rule")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²)")),
            ("CONVERTED_AREA_M2", self.tr("Area with a new code (m²)")),
            ("REVIEW_AREA_M2", self.tr("Area without a new code (m²)")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.crosswalk.crosswalk import Direction, load_crosswalk
        from ....core.crosswalk.decisions import Decisions, read_decisions
        from ....core.workbook import require_writable
        from ...adapters.columns import prepare_source
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self._families = font_families()
        direction = Direction(self.choice(parameters, self.CROSSWALK, context))
        own = self.parameterAsFile(parameters, self.CROSSWALK_FILE, context)
        self._crosswalk = load_crosswalk(direction, own or None)
        decided = self.parameterAsFile(parameters, self.DECISIONS, context)
        self._decisions = read_decisions(decided, self._crosswalk, layouts_folder()) if decided else Decisions()
        asked = {
            "CODE": self.parameterAsString(parameters, self.FIELD, context),
            "DECISION": self.parameterAsString(parameters, self.DECISION_FIELD, context),
            "AREA": self.parameterAsString(parameters, self.AREA_FIELD, context),
        }

        def fields(available: Sequence[str], layer: str) -> Mapping[str, str]:
            return _fields(available, layer, asked)

        prepared = prepare_source(
            self, parameters, self.INPUT, context, fields=fields, numbers=("AREA",), shapes=False
        )
        # Without a registered area a polygon layer is measured, so its shapes are read after all.
        self._measured = "AREA" not in prepared.fields and _can_be_measured(prepared)
        self._source = replace(prepared, shapes=True, recipe=None) if self._measured else prepared
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)
        require_target(parameters.get(self.OUTPUT), context, [self._source.place])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.crosswalk.convert import convert
        from ....core.crosswalk.report import review_report
        from ...adapters.columns import read

        steps = Steps(feedback, read=30, convert=15, write=35, book=20)
        layer = _with_measured_area(read(self._source, steps.read)) if self._measured else read(self._source, steps.read)
        _require_areas(layer, self._source.fields.get("AREA"))
        use_defaults = self.parameterAsBoolean(parameters, self.USE_DEFAULTS, context)
        result = convert(layer, self._crosswalk, self._decisions, use_defaults, self._rules, steps.convert)
        list_parcels = self.parameterAsBoolean(parameters, self.LIST_PARCELS, context)
        report = review_report(result, self._facts(), list_parcels, self._measured, layouts_folder())
        written = self._write(parameters, context, layer, result, report, steps)
        self._tell(result, report, feedback)
        return {self.OUTPUT: written, self.WORKBOOK: self._book, **self._numbers(result, report)}

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layer: Columns,
        result: Conversion,
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.occupation.report import write_report
        from ...adapters.columns import has_polygons
        from ...adapters.feature_copy import copy_features, with_fields
        from ...adapters.looks import Look, dress
        from ...adapters.sinks import open_sink
        from ...compat import FieldKind, field

        aliases = self._aliases()
        new = []
        for name in NEW_FIELDS:
            values = getattr(result, name.lower())
            longest = max((len(str(text).encode()) for text in set(values.tolist()) if text), default=1)
            made = field(name, FieldKind.TEXT, max(longest, 12))
            made.setAlias(aliases[name])
            new.append(made)
        columns = [getattr(result, name.lower()) for name in NEW_FIELDS]
        source = self._source
        fields, places = with_fields(source.features.fields(), new)
        kind, crs = source.features.wkbType(), source.crs
        with open_sink(self, parameters, self.OUTPUT, context, fields, crs, kind, [source.place]) as sink:
            copy_features(
                source, sink, fields, places, layer.ids, lambda row: [column[row] for column in columns], steps.write
            )
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        style = "crosswalk.qml" if has_polygons(kind) else ""
        dress(context, sink.id, Look(self.tr("Layer with new class codes"), style, aliases))
        return sink.id

    def _aliases(self) -> dict[str, str]:
        return {
            "NEW_CODE": self.tr("New class code"),
            "NEW_NAME": self.tr("New class name"),
            "STATUS": self.tr("Conversion status"),
            "CANDIDATES": self.tr("Possible new codes"),
        }

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        return RunFacts(None, program_versions(), list(self._source.notices), [self._rules.get("mixed_codes")])

    def _numbers(self, result: Conversion, report: Report) -> dict[str, Any]:
        from ....core.crosswalk.convert import Status

        rows = {status: result.rows(status) for status in Status}
        waiting = rows[Status.REVIEW] | rows[Status.NO_RULE]
        open_codes = {group.code for group in result.groups if group.status in (Status.REVIEW, Status.NO_RULE)}
        return {
            "FEATURE_COUNT": len(result.status),
            "ONE_TO_ONE_COUNT": int(rows[Status.ONE].sum()),
            "DECIDED_COUNT": int(rows[Status.DECIDED].sum()),
            "DEFAULT_COUNT": int(rows[Status.DEFAULT].sum()),
            "REVIEW_COUNT": int(rows[Status.REVIEW].sum()),
            "NO_RULE_COUNT": int(rows[Status.NO_RULE].sum()),
            "REVIEW_CODE_COUNT": len(open_codes),
            "TOTAL_AREA_M2": float(result.area(waiting | ~waiting).square_metres()),
            "CONVERTED_AREA_M2": float(result.area(~waiting).square_metres()),
            "REVIEW_AREA_M2": float(result.area(waiting).square_metres()),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, result: Conversion, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.crosswalk.convert import Status

        for status in Status:
            rows = result.rows(status)
            if rows.any():
                text = self.tr("{status}: {count} features, {area} m²")
                feedback.pushInfo(
                    text.format(
                        status=say(status.label), count=int(rows.sum()), area=result.area(rows).square_metres()
                    )
                )
        for notice in (*self._source.notices, *result.told):
            feedback.pushWarning(said(notice))
        if result.without_area:
            feedback.pushWarning(
                self.tr("{count} features have no area and count as zero.").format(count=result.without_area)
            )
        self.tell_failed(report.identities, feedback)


def _fields(available: Sequence[str], layer: str, asked: Mapping[str, str]) -> Mapping[str, str]:
    """Which fields are read: those asked for, else those with the usual names."""
    from ....core.survey.schema import Field, Kind, match_fields

    wanted = [Field("DLBM"), Field("GHDLBM"), Field("DLMC"), Field("GHDLMC"), Field("BSM"), Field("CZCSXM")]
    wanted.append(Field("TBMJ", Kind.NUMBER))
    usual = match_fields(available, wanted, {}, layer)
    chosen = {key: actual for key, actual in asked.items() if actual}
    code = chosen.get("CODE") or usual.get("DLBM") or usual.get("GHDLBM")
    if code is None:
        template = translate("LandLedger", "Layer {layer} has no field of class codes by any usual name; choose the field.")
        raise InputError(template, layer=layer)
    found = {"CODE": code, **{key: usual[key] for key in ("BSM", "CZCSXM") if key in usual}}
    name = usual.get("GHDLMC") if code == usual.get("GHDLBM") else usual.get("DLMC") if code == usual.get("DLBM") else None
    if name:
        found["NAME"] = name
    if "DECISION" in chosen:
        found["DECISION"] = chosen["DECISION"]
    area = chosen.get("AREA") or usual.get("TBMJ")
    if area:
        found["AREA"] = area
    return found


def _can_be_measured(source: Any) -> bool:
    """Whether a layer has polygons in metres."""
    from ...adapters.columns import has_polygons

    polygon = has_polygons(source.features.wkbType())
    return bool(polygon and source.crs.isValid() and not source.crs.isGeographic())


def _require_areas(layer: Columns, field: str | None) -> None:
    """InputError for an area that is none, under the name that the field has in the layer."""
    from ....core.survey.registered import require_areas

    if field is not None:
        require_areas(replace(layer, attributes={field: layer.attributes["AREA"]}), field)


def _with_measured_area(layer: Columns) -> Columns:
    """The columns with the plane area (m²) of each shape."""
    import numpy as np
    import shapely

    areas = shapely.area(layer.geometry)
    areas[shapely.is_missing(layer.geometry)] = np.nan
    return replace(layer, attributes={**layer.attributes, "AREA": areas})
