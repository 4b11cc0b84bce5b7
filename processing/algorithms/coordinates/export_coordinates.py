"""landledger:exportcoordinates — a layer of plots to a coordinate file in the layout of a profile (图层转坐标TXT)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.errors import InputError
from ....core.sentence import Sentence, sentence, translate
from ...base import Group, LedgerAlgorithm, Steps, said, say
from ...settings import font_families, layouts_folder, own_files

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.exchange.export import Job
    from ....core.exchange.writing import PlotIn
    from ....core.exchange.zones import Zone

_DEFAULT_PROFILE = "land_approval_8"
_AREA_UNITS = ("m2", "ha", "mu")
_PREFIXES = ("profile", "yes", "no")


class ExportCoordinates(LedgerAlgorithm):
    """Writes plots as coordinate TXT or table of boundary points, as a profile says."""

    GROUP = Group.COORDINATES
    ICON = "coordinates.svg"

    INPUT = "INPUT"
    PROFILE = "PROFILE"
    PROFILE_FILE = "PROFILE_FILE"
    FIELD_MAP = "FIELD_MAP"
    HEADER = "HEADER"
    AREA_FIELD = "AREA_FIELD"
    AREA_UNIT = "AREA_UNIT"
    PREFIX = "PREFIX"
    ZONE = "ZONE"
    REPROJECT = "REPROJECT"
    ACCEPT_INVALID = "ACCEPT_INVALID"
    OUTPUT = "OUTPUT"
    ONE_FILE_PER_PLOT = "ONE_FILE_PER_PLOT"

    PLOT_COUNT = "PLOT_COUNT"
    POINT_COUNT = "POINT_COUNT"
    FILE_COUNT = "FILE_COUNT"
    TOTAL_AREA_M2 = "TOTAL_AREA_M2"
    PRINTED_AREA_M2 = "PRINTED_AREA_M2"
    WARNING_COUNT = "WARNING_COUNT"

    def name(self) -> str:
        return "exportcoordinates"

    def displayName(self) -> str:
        return self.tr("Layer to coordinate file")

    def shortDescription(self) -> str:
        return self.tr("Writes plots as coordinate TXT in the layout of a profile, or as a table of boundary points")

    def tags(self) -> list[str]:
        return self.tr("TXT,coordinates,boundary points,survey and demarcation,plot,export,profile").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes a layer of plots as coordinate TXT, or as a table of boundary points (.csv, .xlsx).\n\n"
            "1. Choose the profile: land approval, land supply, enforcement, one-map, increase–decrease linkage, in–out "
            "balance, supplementary farmland and others. What differs from bureau to bureau (header, decimals, count of "
            "points, labels, encoding …) stands in the profile's CSV file: copy one into the folder "
            "land_ledger/exchange_profiles of the QGIS profile, or choose your file below, and edit it in WPS or Excel.\n"
            "2. Fields are found by their usual names (DKBH, 地块编号 …); say others in the field map, as in "
            "DKBH=编号;DKMC=名称. The layer that “Coordinate files to layer” makes fits as it is: plot rows and header "
            "come back as they were.\n"
            "3. Header: keys of your own, as in 数据产生单位=某局;项目信息.项目名称=某项目.\n"
            "4. The area printed is the plane area of the printed coordinates, or that of a field.\n\n"
            "Each ring begins at the point nearest to the north-west corner of its box; outer borders run clockwise, "
            "holes the other way, and the first point is written again at the end (unless the profile says otherwise). "
            "Coordinates stay in the layer's own zone; putting the zone number before the easting, or taking it off, "
            "moves nothing. Another zone must be chosen and permitted: then boundary points are moved one by one, no "
            "point is added, and areas are those of the new zone.\n\n"
            "Before anything is saved the text is read again and compared, point for point. A plot without shape, a "
            "border that crosses itself once rounded, or a character that the encoding has not ends the run with one "
            "sentence; nothing is written then."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        from ....core.exchange.profile import profile_title

        self._profiles = _profiles()
        names = list(self._profiles)
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT, self.tr("Layer of plots"), [QgsProcessing.SourceType.TypeVectorPolygon]
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PROFILE,
                self.tr("Profile"),
                [f"{profile_title(path)} – {name}" for name, path in self._profiles.items()],
                defaultValue=names.index(_DEFAULT_PROFILE) if _DEFAULT_PROFILE in names else 0,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.HEADER, self.tr("Header, as in 数据产生单位=某局"), optional=True, multiLine=True
            )
        )
        self._add_choices()
        text = self.tr("Coordinate text (*.txt)") + ";;" + self.tr("CSV table (*.csv)")
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                self.tr("Coordinate file"),
                text + ";;" + self.tr("Excel workbook (*.xlsx)"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.ONE_FILE_PER_PLOT,
                self.tr("Folder for one file per plot"),
                optional=True,
                createByDefault=False,
            )
        )
        for name, label in (
            (self.PLOT_COUNT, self.tr("Number of plots")),
            (self.POINT_COUNT, self.tr("Number of boundary points, closing points not counted")),
            (self.FILE_COUNT, self.tr("Number of files written")),
            (self.TOTAL_AREA_M2, self.tr("Plane area of the printed coordinates (m²)")),
            (self.PRINTED_AREA_M2, self.tr("Sum of the printed areas (m²)")),
            (self.WARNING_COUNT, self.tr("Number of warnings")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_choices(self) -> None:
        """What is seldom needed, folded away."""
        own = QgsProcessingParameterFile(self.PROFILE_FILE, self.tr("or profile file of your own (CSV)"), optional=True)
        own.setFileFilter(self.tr("Profile (*.csv)"))
        units = [self.tr("m²"), self.tr("ha"), self.tr("mu")]
        prefixes = [self.tr("as the profile says"), self.tr("with zone number"), self.tr("without zone number")]
        for parameter in (
            own,
            QgsProcessingParameterString(
                self.FIELD_MAP, self.tr("Field map, as in DKBH=编号;DKMC=名称"), optional=True, multiLine=True
            ),
            QgsProcessingParameterField(
                self.AREA_FIELD,
                self.tr("Field of the area to print (empty: plane area of the border)"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            ),
            QgsProcessingParameterEnum(self.AREA_UNIT, self.tr("Unit of that field"), units, defaultValue=0),
            QgsProcessingParameterEnum(self.PREFIX, self.tr("Zone number before the easting"), prefixes, defaultValue=0),
            QgsProcessingParameterCrs(self.ZONE, self.tr("Zone to write in (empty: the layer's own)"), optional=True),
            QgsProcessingParameterBoolean(
                self.REPROJECT, self.tr("A layer in degrees or in another zone may be brought there"), defaultValue=False
            ),
            QgsProcessingParameterBoolean(
                self.ACCEPT_INVALID, self.tr("Accept borders that cross themselves"), defaultValue=False
            ),
        ):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if not any(parameters.get(name) for name in (self.OUTPUT, self.ONE_FILE_PER_PLOT)):
            return False, self.tr("Choose a coordinate file, or a folder for one file per plot.")
        name = parameters.get(self.PROFILE)
        turned = self._with_indices(parameters)
        if isinstance(name, str) and not str(turned[self.PROFILE]).isdigit():
            text = self.tr("There is no profile {profile}; there are {profiles}.")
            return False, text.format(profile=name, profiles=", ".join(self._profiles))
        return super().checkParameterValues(turned, context)

    def _with_indices(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """The parameters with choices given by name as the index that Processing expects."""
        turned = dict(parameters)
        choices = {self.PROFILE: list(self._profiles), self.AREA_UNIT: _AREA_UNITS, self.PREFIX: _PREFIXES}
        for parameter, names in choices.items():
            value = turned.get(parameter)
            if isinstance(value, str) and value.strip() in names:
                turned[parameter] = names.index(value.strip())
        return turned

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.exchange.export import AREA, fields_in, require_targets
        from ....core.exchange.file_header import parse_header_values
        from ....core.survey.schema import parse_field_map
        from ...adapters.columns import prepare_source

        parameters = self._with_indices(parameters)
        self._job = self._job_of(parameters, context)
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        area_field = self.parameterAsString(parameters, self.AREA_FIELD, context)

        def fields(available: Sequence[str], layer: str) -> Mapping[str, str]:
            found = fields_in(available, self._job.profile, field_map, layer)
            return {**found, AREA: area_field} if area_field else found

        self._source = prepare_source(self, parameters, self.INPUT, context, fields=fields, numbers=(AREA, "DKMJ_HA"))
        self._said = parse_header_values(self.parameterAsString(parameters, self.HEADER, context))
        self._choose_zone(parameters, context)
        self._transform_context = context.transformContext()
        self._file = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        self._folder = self.parameterAsString(parameters, self.ONE_FILE_PER_PLOT, context)
        require_targets(self._job.profile, self._file, self._folder, self._source.file)
        self._families = font_families()

    def _job_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        from dataclasses import replace

        from ....core.exchange.area_words import AreaWord
        from ....core.exchange.export import Job
        from ....core.exchange.profile import Prefix, load_profile

        own = self.parameterAsFile(parameters, self.PROFILE_FILE, context)
        path = Path(own) if own else list(self._profiles.values())[self.parameterAsEnum(parameters, self.PROFILE, context)]
        profile = load_profile(path)
        prefix = _PREFIXES[self.parameterAsEnum(parameters, self.PREFIX, context)]
        if prefix != "profile":
            profile = replace(profile, prefix=Prefix(prefix))
        units = (AreaWord.SQUARE_METRE, AreaWord.HECTARE, AreaWord.MU)
        return Job(
            profile,
            units[self.parameterAsEnum(parameters, self.AREA_UNIT, context)],
            self.parameterAsBoolean(parameters, self.ACCEPT_INVALID, context),
            datetime.date.today().isoformat(),
        )

    def _choose_zone(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Sets the zone to write in, and the system to bring the layer to, if it has to be brought."""
        from ...adapters.crs import crs_label, exchange_zone

        source = self._source
        chosen = self.parameterAsCrs(parameters, self.ZONE, context)
        self._notices: list[Sentence] = []
        if QgsWkbTypes.isCurvedType(source.features.wkbType()):
            template = translate("LandLedger", "Layer {layer} may hold arcs; an arc is written as a row of points.")
            self._notices.append(sentence(template, layer=source.name))
        self._target: QgsCoordinateReferenceSystem | None = None
        own = None if source.crs.isGeographic() else exchange_zone(source.crs, source.name)
        if not chosen.isValid():
            if own is None:
                template = translate(
                    "LandLedger",
                    "Layer {layer} is in degrees ({crs}): choose the zone to write in and allow to bring it there.",
                )
                raise InputError(template, layer=source.name, crs=crs_label(source.crs))
            self._zone: Zone = own
            return
        wanted = exchange_zone(chosen, self.tr("zone to write in"))
        if own is not None and own.same_strip(wanted):
            self._zone = own  # with or without zone number, nothing has to be moved
            return
        if not self.parameterAsBoolean(parameters, self.REPROJECT, context):
            template = translate(
                "LandLedger", "Layer {layer} is in {crs}, not in {zone}; allow to bring it there, or choose its own zone."
            )
            raise InputError(template, layer=source.name, crs=crs_label(source.crs), zone=crs_label(chosen))
        self._zone, self._target = wanted, chosen
        self._notices.append(_brought(source.crs, chosen, source.name, own, wanted))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.exchange.export import Target, export, plots_of

        steps = Steps(feedback, read=20, write=80)
        columns = self._read(steps)
        plots = plots_of(columns, self._job)
        target = Target(
            Path(self._file) if self._file else None,
            Path(self._folder) if self._folder else None,
            layouts_folder(),
            self._families,
            say,
        )
        result = export(plots, self._job, self._zone, self._said, target, steps.write)
        self._tell(plots, columns, result, feedback)
        outputs: dict[str, Any] = {
            self.PLOT_COUNT: len(plots),
            self.POINT_COUNT: result.point_count,
            self.FILE_COUNT: len(result.files),
            self.TOTAL_AREA_M2: float(result.area),
            self.PRINTED_AREA_M2: float(result.printed_area),
            self.WARNING_COUNT: len(result.notes.warnings) + len(self._notices) + len(self._source.notices),
        }
        if self._file:
            outputs[self.OUTPUT] = self._file
        if self._folder:
            outputs[self.ONE_FILE_PER_PLOT] = self._folder
        return outputs

    def _read(self, steps: Steps) -> Columns:
        from ...adapters.columns import read
        from ...adapters.crs import reproject

        columns = read(self._source, steps.read)
        if self._target is None:
            return columns
        return reproject(columns, self._source.crs, self._target, self._transform_context, longest_edge=None)

    def _tell(
        self, plots: Sequence[PlotIn], columns: Columns, result: Any, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.exchange.export import missing_fields

        for notice in (*self._notices, *self._source.notices, *result.notes.warnings):
            feedback.pushWarning(said(notice))
        for notice in (*missing_fields(plots, columns, self._job.profile), *result.notes.plain):
            feedback.pushInfo(said(notice))
        text = self.tr("Profile “{profile}”: {plots} plots, {points} boundary points, {area} m², {files} files.")
        feedback.pushInfo(
            text.format(
                profile=self._job.profile.title,
                plots=len(plots),
                points=result.point_count,
                area=result.area,
                files=len(result.files),
            )
        )


def _profiles() -> dict[str, Path]:
    from ....core.exchange.profile import FOLDER, profile_choices

    return profile_choices(own_files(FOLDER))


def _brought(
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    layer: str,
    own: Zone | None,
    wanted: Zone,
) -> Sentence:
    """What to say of a layer brought to another zone; InputError where that is a change of datum."""
    from ...adapters.crs import crs_label, is_cgcs2000

    same_datum = own.datum is wanted.datum if own else is_cgcs2000(from_crs) and is_cgcs2000(to_crs)
    if not same_datum:
        template = translate(
            "LandLedger", "Layer {layer} is in {crs}, which has another datum than {zone}; transform it first."
        )
        raise InputError(template, layer=layer, crs=crs_label(from_crs), zone=crs_label(to_crs))
    template = translate(
        "LandLedger",
        "Layer {layer} was brought from {crs} to {zone}, boundary point by boundary point; lengths and areas are those of "
        "the new zone.",
    )
    return sentence(template, layer=layer, crs=crs_label(from_crs), zone=crs_label(to_crs))


