"""landledger:ellipsoidarea — the survey's ellipsoidal area of every polygon, compared with the registered one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.progress import Progress, part_of
from ....core.sentence import translate
from ...base import Group, LedgerAlgorithm, Steps, said
from ...compat import FieldKind, field

if TYPE_CHECKING:
    from ....core.columns import Columns

REGISTERED = "TBMJ"
LISTED = 50
TOLERATED = 100  # 0.01 m² in ten-thousandths


class EllipsoidArea(LedgerAlgorithm):
    """Ellipsoidal area by the survey's procedure."""

    GROUP = Group.SURVEY
    NEEDS = ("numpy", "shapely")

    INPUT = "INPUT"
    FIELD = "FIELD"
    COMPARE_FIELD = "COMPARE_FIELD"
    ZONE = "ZONE"
    REPROJECT = "REPROJECT"
    OUTPUT = "OUTPUT"
    FEATURE_COUNT = "FEATURE_COUNT"
    TOTAL_AREA_M2 = "TOTAL_AREA_M2"
    DIFFERENT_COUNT = "DIFFERENT_COUNT"
    MAX_DIFFERENCE_M2 = "MAX_DIFFERENCE_M2"
    REPAIRED_COUNT = "REPAIRED_COUNT"
    NO_AREA_COUNT = "NO_AREA_COUNT"

    DEFAULT_FIELD = "ELL_AREA"
    DIFFERENCE_FIELD = "ELL_DIFF"

    def name(self) -> str:
        return "ellipsoidarea"

    def displayName(self) -> str:
        return self.tr("Ellipsoidal area")

    def shortDescription(self) -> str:
        return self.tr("Ellipsoidal area of polygons by the land survey's procedure, compared with TBMJ.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Computes the ellipsoidal area (m², 0.01) of every polygon by the procedure of the national land survey: "
            "coordinates to 4 decimals, edges longer than 70 m cut into equal parts, latitude and longitude to "
            "0.000001 arc-second, trapezoids on the CGCS2000 ellipsoid, one rounding half-up at the end.\n\n"
            "1. Input layer: the land survey parcels (DLTB) or any polygon layer in a CGCS2000 Gauss-Kruger zone, with "
            "or without the zone number before the easting. All its fields are kept.\n"
            "2. Area field: the name of the field to write; a field of that name is replaced in the output, the input "
            "stays as it is.\n"
            "3. Field to compare with: the registered area. Left empty, the parcel area (TBMJ) is looked for by its "
            "usual names. The field ELL_DIFF holds computed minus registered; differences above 0.01 m² are counted.\n"
            "4. A layer in degrees (EPSG:4490) or in another zone: choose the survey's zone and tick the permission to "
            "bring it there. Edges are first cut to 50 m. The output keeps the original shapes.\n\n"
            "Features without a shape get no area. Shapes that cross themselves are measured after repair by the "
            "even-odd rule. Both are counted and listed in the log."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT, self.tr("Input layer"), [QgsProcessing.SourceType.TypeVectorPolygon]
            )
        )
        self.addParameter(
            QgsProcessingParameterString(self.FIELD, self.tr("Area field"), defaultValue=self.DEFAULT_FIELD)
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.COMPARE_FIELD,
                self.tr("Field to compare with (empty: TBMJ, if there is one)"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterCrs(
                self.ZONE, self.tr("Zone to compute in (empty: the layer's own)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.REPROJECT, self.tr("A layer in degrees or in another zone may be brought there"), defaultValue=False
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Layer with ellipsoidal areas")))
        for name, label in (
            (self.FEATURE_COUNT, self.tr("Number of features")),
            (self.TOTAL_AREA_M2, self.tr("Total ellipsoidal area (m²)")),
            (self.DIFFERENT_COUNT, self.tr("Features that differ by more than 0.01 m²")),
            (self.MAX_DIFFERENCE_M2, self.tr("Largest difference (m²)")),
            (self.REPAIRED_COUNT, self.tr("Shapes repaired")),
            (self.NO_AREA_COUNT, self.tr("Features without an area")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        name = self.parameterAsString(parameters, self.FIELD, context).strip()
        compared = self.parameterAsString(parameters, self.COMPARE_FIELD, context)
        if not name:
            return False, self.tr("Give the area field a name.")
        if name.lower() in (compared.lower(), REGISTERED.lower(), self.DIFFERENCE_FIELD.lower()):
            return False, self.tr("The area field can't be {name}: that field is compared with.").format(name=name)
        return super().checkParameterValues(parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.columns import prepare_source

        asked = self.parameterAsString(parameters, self.COMPARE_FIELD, context)

        def registered(available: Sequence[str], layer: str) -> Mapping[str, str]:
            from ....core.survey.schema import Field, Kind, match_fields

            if asked:
                return {REGISTERED: asked}
            return match_fields(available, [Field(REGISTERED, Kind.NUMBER)], {}, layer)

        self._source = prepare_source(
            self, parameters, self.INPUT, context, fields=registered, numbers=(REGISTERED,)
        )
        self._choose_zone(parameters, context)
        self._transform_context = context.transformContext()

    def _choose_zone(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Sets the zone to compute in, and the system to bring shapes to, if they have to be brought."""
        from ...adapters.crs import crs_label, gauss_zone, require_plausible

        crs, layer = self._source.crs, self._source.name
        chosen = self.parameterAsCrs(parameters, self.ZONE, context)
        self._target: QgsCoordinateReferenceSystem | None = None
        own = None
        if crs.isGeographic():
            require_plausible(crs, layer, self._source.extent)
            _require_cgcs2000(crs, layer)
        else:
            own = gauss_zone(crs, layer, self._source.extent)
        if not chosen.isValid():
            if own is None:
                template = translate(
                    "LandLedger",
                    "Layer {layer} is in degrees ({crs}): choose the zone to compute in and allow to bring it there.",
                )
                raise InputError(template, layer=layer, crs=crs_label(crs))
            self._zone = own
            return
        self._zone = gauss_zone(chosen, self.tr("zone to compute in"))
        if own is not None and own.central_meridian_seconds == self._zone.central_meridian_seconds:
            self._zone = own  # with or without zone number, the area is the same
            return
        if not self.parameterAsBoolean(parameters, self.REPROJECT, context):
            template = translate(
                "LandLedger", "Layer {layer} is in {crs}, not in {zone}; allow to bring it there, or choose its own zone."
            )
            raise InputError(template, layer=layer, crs=crs_label(crs), zone=crs_label(chosen))
        self._target = chosen

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import numpy as np

        from ....core.area import Area, AreaUnit
        from ....core.rounding import units_half_up
        from ....core.survey.repair import RepairKind, repair
        from ...adapters.columns import read

        unit = AreaUnit.HUNDREDTH_SQUARE_METRE
        steps = Steps(feedback, read=25, repair=15, measure=25, write=35)
        columns = read(self._source, steps.read)
        repaired = repair(columns, drop=False, progress=steps.repair)
        areas = self._measure(repaired.columns, steps.measure)
        has_area = ~np.isnan(areas)
        units = np.zeros(len(areas), dtype=np.int64)
        units[has_area] = units_half_up(areas[has_area], unit)
        registered = columns.attributes.get(REGISTERED)
        differences = None if registered is None else _differences(units, has_area, registered)

        self._tell(repaired.findings, registered, feedback)
        written = self._write(parameters, context, columns.ids, units, has_area, differences, steps)
        total = Area.from_units(int(units.sum()), unit)
        results = {
            self.OUTPUT: written,
            self.FEATURE_COUNT: len(columns),
            self.TOTAL_AREA_M2: float(total.square_metres()),
            self.REPAIRED_COUNT: sum(finding.kind is RepairKind.REPAIRED for finding in repaired.findings),
            self.NO_AREA_COUNT: int((~has_area).sum()),
        }
        feedback.pushInfo(
            self.tr("{count} features, {area} m² ({mu} mu).").format(
                count=len(columns), area=total.square_metres(), mu=total.mu()
            )
        )
        if differences is not None:
            results.update(self._compared(differences, feedback))
        return results

    def _measure(self, columns: Columns, progress: Progress) -> Any:
        """Areas (n,) float64 in m², NaN without a shape."""
        from ....core.ellipsoid import ellipsoid_areas
        from ...adapters.crs import reproject

        if self._target is not None:
            bringing, progress = part_of(progress, 0.0, 0.7), part_of(progress, 0.7, 1.0)
            columns = reproject(columns, self._source.crs, self._target, self._transform_context, bringing)
        try:
            return ellipsoid_areas(columns.geometry, self._zone, progress)
        except InputError as error:
            template = translate("LandLedger", "Layer {layer}: {reason}")
            raise InputError(template, layer=self._source.name, reason=error.sentence) from error

    def _compared(self, differences: Any, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        import numpy as np

        known = differences[~np.isnan(differences)]
        different = int((np.abs(known) > TOLERATED).sum())
        largest = float(np.abs(known).max()) / 1e4 if len(known) else 0.0
        feedback.pushInfo(
            self.tr("Compared with {field}: {different} of {count} differ by more than 0.01 m², at most {largest}.").format(
                field=self._source.fields[REGISTERED], different=different, count=len(known), largest=largest
            )
        )
        return {self.DIFFERENT_COUNT: different, self.MAX_DIFFERENCE_M2: largest}

    def _tell(self, findings: Sequence[Any], registered: Any, feedback: QgsProcessingFeedback) -> None:
        """Every repaired or lost shape in the log, beside its area as drawn and the registered one."""
        import math

        for notice in self._source.notices:
            feedback.pushWarning(said(notice))
        for finding in findings[:LISTED]:
            text = self.tr("Feature {id}: {reason}").format(id=finding.id, reason=said(finding.reason))
            if not math.isnan(finding.signed_area):
                text += " " + self.tr("As drawn {drawn:.4f}, repaired {repaired:.4f} (plane area).").format(
                    drawn=finding.signed_area, repaired=finding.repaired_area
                )
            if registered is not None and not math.isnan(registered[finding.row]):
                text += " " + self.tr("Registered {area:.2f} m².").format(area=registered[finding.row])
            feedback.pushWarning(text)
        if len(findings) > LISTED:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=len(findings) - LISTED))

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        ids: Any,
        units: Any,
        has_area: Any,
        differences: Any,
        steps: Steps,
    ) -> str:
        """All features as they are, with their areas; the id or path of the layer. A file is removed on any error."""
        from ...adapters.feature_copy import copy_features, with_fields
        from ...adapters.looks import Look, dress
        from ...adapters.sinks import open_sink

        new = [_area_field(self.parameterAsString(parameters, self.FIELD, context).strip(), self.tr("Ellipsoidal area"))]
        if differences is not None:
            new.append(_area_field(self.DIFFERENCE_FIELD, self.tr("Ellipsoidal minus registered area")))
        source = self._source
        fields, places = with_fields(source.features.fields(), new)
        kind = source.features.wkbType()

        def values(row: int) -> list[float | None]:
            found: list[float | None] = [float(units[row] / 100) if has_area[row] else None]
            if differences is not None:
                known = differences[row] == differences[row]
                found.append(_hundredths(differences[row]) if known else None)
            return found

        with open_sink(self, parameters, self.OUTPUT, context, fields, source.crs, kind, [source.place]) as sink:
            copy_features(source, sink, fields, places, ids, values, steps.write)
        dress(context, sink.id, Look(self.tr("Layer with ellipsoidal areas"), "ellipsoid_area.qml"))
        return sink.id


def _require_cgcs2000(crs: QgsCoordinateReferenceSystem, layer: str) -> None:
    """Degrees on another datum want a datum shift, which only the bureau has."""
    from ...adapters.crs import crs_label

    if "+ellps=GRS80" not in crs.toProj().split():
        template = translate("LandLedger", "Layer {layer} is in {crs}, not in CGCS2000; transform it first.")
        raise InputError(template, layer=layer, crs=crs_label(crs))


def _differences(units: Any, has_area: Any, registered: Any) -> Any:
    """Computed minus registered area (n,) in whole ten-thousandths of m², NaN where one of them is missing."""
    import numpy as np

    difference = units * 100.0 - np.floor(registered * 1e4 + 0.5)
    return np.where(has_area, difference, np.nan)


def _hundredths(ten_thousandths: float) -> float:
    """m² with two decimals, rounded half-up."""
    from ....core.rounding import divide_half_up

    return divide_half_up(int(ten_thousandths), 100) / 100


def _area_field(name: str, label: str) -> QgsField:
    made = field(name, FieldKind.NUMBER, 15, 2)
    made.setAlias(label)
    return made
