"""Coordinate text files, point tables and DXF lines to a layer of plots (坐标TXT转图层)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ....core.errors import InputError
from ....core.sentence import Sentence, sentence, translate
from ...base import Group, LedgerAlgorithm, Steps, said
from ...compat import FieldKind, field

if TYPE_CHECKING:
    from ....core.exchange.batch import Batch
    from ....core.exchange.plots import Notice, Plot, ReadingOptions

_HECTARE = 10_000
_OWN_COLUMNS = ("JZDS", "DKMJ", "DKBH", "DKMC", "DKYT", "DLBM", "TFH", "TXSX", "BZ")


class ImportCoordinates(LedgerAlgorithm):
    """Reads coordinate files of plots, tells what it read otherwise than printed, compares stated areas."""

    GROUP = Group.COORDINATES
    ICON = "coordinates.svg"

    INPUT = "INPUT"
    FOLDER = "FOLDER"
    RECURSIVE = "RECURSIVE"
    ZONE = "ZONE"
    AREA_TOLERANCE = "AREA_TOLERANCE"
    ACCEPT_INVALID = "ACCEPT_INVALID"
    SKIP_BAD = "SKIP_BAD"
    REPROJECT = "REPROJECT"
    OUTPUT = "OUTPUT"

    PLOT_COUNT = "PLOT_COUNT"
    FILE_COUNT = "FILE_COUNT"
    BAD_FILE_COUNT = "BAD_FILE_COUNT"
    REPAIR_COUNT = "REPAIR_COUNT"
    AREA_MISMATCH_COUNT = "AREA_MISMATCH_COUNT"

    def name(self) -> str:
        return "importcoordinates"

    def displayName(self) -> str:
        return self.tr("Coordinate files to layer")

    def shortDescription(self) -> str:
        return self.tr("Reads coordinate TXT, point tables and DXF lines as plots and compares the stated areas")

    def tags(self) -> list[str]:
        return self.tr("TXT,coordinates,boundary points,survey and demarcation,plot,DXF,import").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Reads coordinate files of plots and makes one layer of them.\n\n"
            "1. Choose one file, or a folder with many. Readable are: coordinate TXT of survey and demarcation, land "
            "approval, land supply, enforcement, one-map, increase–decrease linkage, in–out balance and supplementary "
            "farmland (the layout is recognised); tables of boundary points (.csv, .xlsx with columns such as 点号, X, Y, "
            "圈号, 地块编号, 面积); closed lines of a DXF drawing.\n"
            "2. The zone is taken from eastings of 8 digits, else from 带号 in the header. Only if a file gives neither, "
            "choose the coordinate system.\n"
            "3. Run, and read the log: whatever was read otherwise than printed (encoding, swapped north and east, open "
            "rings, wrong counts, zones that contradict) is told with file and line, and stands in the column REPAIRS.\n\n"
            "Coordinates are kept exactly as printed. Of several rings, those inside another are holes, whatever their "
            "number. The stated area (hectares, unless the file says m² or mu) is compared with the plane area of the "
            "border, rounded to the printed decimals; the tolerance is in hectares, 0 wants both equal.\n\n"
            "A bad file stops the run with the list of all bad files, lines and reasons; nothing is written. Tick “Leave "
            "out bad files” to import the others. A border that crosses itself is a bad one unless you accept it; it is "
            "then kept as it is and VALID is 0. Files in different zones are imported apart, or brought into the zone of "
            "most plots if you tick that; areas stay those of their own zone.\n\n"
            ".mdb: save the layer as GeoPackage first. .dwg: save as DXF (ASCII) in CAD. .xls: save as .xlsx. Shapefiles "
            "cut long texts at 254 bytes; a GeoPackage keeps them whole."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        files = self.tr("Coordinate files") + " (*.txt *.csv *.xlsx *.dxf);;" + self.tr("All files") + " (*)"
        file = QgsProcessingParameterFile(self.INPUT, self.tr("Coordinate file (TXT, CSV, XLSX, DXF)"), optional=True)
        file.setFileFilter(files)
        self.addParameter(file)
        self.addParameter(
            QgsProcessingParameterFile(
                self.FOLDER,
                self.tr("or folder of coordinate files"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterCrs(self.ZONE, self.tr("Coordinate system of files without zone"), optional=True)
        )
        tolerance = QgsProcessingParameterNumber(
            self.AREA_TOLERANCE,
            self.tr("Tolerance of the stated area (hectares)"),
            QgsProcessingParameterNumber.Type.Double,
            0.0001,
            minValue=0,
        )
        tolerance.setMetadata({"widget_wrapper": {"decimals": 6}})
        self.addParameter(tolerance)
        for name, text in (
            (self.RECURSIVE, self.tr("Read subfolders too")),
            (self.SKIP_BAD, self.tr("Leave out bad files")),
            (self.ACCEPT_INVALID, self.tr("Accept borders that cross themselves")),
            (self.REPROJECT, self.tr("Bring all files into one zone")),
        ):
            choice = QgsProcessingParameterBoolean(name, text, False)
            choice.setFlags(choice.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(choice)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Plots"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        for name, text in (
            (self.PLOT_COUNT, self.tr("Number of plots")),
            (self.FILE_COUNT, self.tr("Number of files read")),
            (self.BAD_FILE_COUNT, self.tr("Number of bad files left out")),
            (self.REPAIR_COUNT, self.tr("Number of repairs")),
            (self.AREA_MISMATCH_COUNT, self.tr("Number of plots whose stated area differs")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = [name for name in (self.INPUT, self.FOLDER) if parameters.get(name)]
        if len(given) != 1:
            return False, self.tr("Choose either a coordinate file or a folder.")
        return super().checkParameterValues(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.exchange.batch import find_files, read_batch
        from ....core.exchange.plots import Severity

        steps = Steps(feedback, read=80, write=20)
        options, systems = self._options(parameters, context)
        path = self.parameterAsFile(parameters, self.INPUT, context) or self.parameterAsFile(
            parameters, self.FOLDER, context
        )
        found = find_files(Path(path), self.parameterAsBool(parameters, self.RECURSIVE, context))
        batch = read_batch(found, options, self.parameterAsBool(parameters, self.SKIP_BAD, context), steps.read)
        _tell(batch, feedback)
        if not self.parameterAsBool(parameters, self.REPROJECT, context):
            batch.check_one_crs()
        features = _Features(self._fields(), batch, systems, context)
        rows = [features.of(plot) for plot in batch.plots]
        for notice in features.notices:
            feedback.pushWarning(said(notice))
        steps.write(0.0)
        sink_id = self._write(parameters, context, features, rows)
        plots = batch.plots
        return {
            self.OUTPUT: sink_id,
            self.PLOT_COUNT: len(plots),
            self.FILE_COUNT: len(batch.files),
            self.BAD_FILE_COUNT: len(batch.bad),
            self.REPAIR_COUNT: sum(notice.severity is Severity.REPAIR for notice in batch.all_notices),
            self.AREA_MISMATCH_COUNT: sum(plot.area_differs for plot in plots),
        }

    def _options(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[ReadingOptions, dict[str, QgsCoordinateReferenceSystem]]:
        """How to read, and the user's system by the name `core` calls it."""
        from ....core.exchange.plots import ReadingOptions
        from ....core.exchange.zones import zone_of_epsg

        crs = self.parameterAsCrs(parameters, self.ZONE, context)
        tolerance = Decimal(repr(self.parameterAsDouble(parameters, self.AREA_TOLERANCE, context)))
        accept = self.parameterAsBool(parameters, self.ACCEPT_INVALID, context)
        if not crs.isValid():
            if parameters.get(self.ZONE):
                raise InputError(
                    translate("LandLedger", "“{crs}” is no coordinate system that QGIS knows."),
                    crs=parameters[self.ZONE],
                )
            return ReadingOptions(accept_invalid=accept, area_tolerance=tolerance), {}
        if crs.isGeographic():
            raise InputError(
                translate("LandLedger", "{crs} is in degrees; files of coordinates in metres need a zone."),
                crs=crs.authid() or crs.description(),
            )
        name = crs.authid() or crs.toWkt()
        code = crs.authid().partition("EPSG:")[2]
        zone = zone_of_epsg(int(code)) if code.isdigit() else None
        return ReadingOptions(name, zone, accept, tolerance), {name: crs}

    def _names(self) -> dict[str, str]:
        """Columns of the result and what users call them."""
        return {
            "DKBH": self.tr("Plot number"),
            "DKMC": self.tr("Plot name"),
            "XMMC": self.tr("Project name"),
            "JZDS": self.tr("Boundary points"),
            "DKMJ_HA": self.tr("Stated area (ha)"),
            "AREA_HA": self.tr("Plane area (ha)"),
            "AREA_M2": self.tr("Plane area (m²)"),
            "DIFF_M2": self.tr("Plane less stated area (m²)"),
            "DKYT": self.tr("Plot use"),
            "DLBM": self.tr("Land class code"),
            "TFH": self.tr("Map sheet number"),
            "TXSX": self.tr("Shape"),
            "BZ": self.tr("Remarks"),
            "OTHER": self.tr("Other keys of the plot row"),
            "ZONE": self.tr("Zone number"),
            "CRS": self.tr("Coordinate system of the file"),
            "LAYOUT": self.tr("Layout"),
            "FILE": self.tr("File"),
            "LINE": self.tr("Line"),
            "VALID": self.tr("Border valid (1) or not (0)"),
            "HEADER": self.tr("Header of the file"),
            "REPAIRS": self.tr("Repairs and warnings"),
        }

    def _fields(self) -> QgsFields:
        decimals = {"DKMJ_HA": 6, "AREA_HA": 4, "AREA_M2": 2, "DIFF_M2": 2}
        fields = QgsFields()
        for name, text in self._names().items():
            if name in decimals:
                fields.append(field(name, FieldKind.NUMBER, 20, decimals[name], text))
            elif name in ("JZDS", "ZONE", "LINE", "VALID"):
                fields.append(field(name, FieldKind.INTEGER, 0, 0, text))
            else:
                fields.append(field(name, FieldKind.TEXT, 0, 0, text))
        return fields

    def _write(
        self, parameters: dict[str, Any], context: QgsProcessingContext, features: _Features, rows: list[QgsFeature]
    ) -> str:
        from ...adapters.looks import Look, dress
        from ...adapters.sinks import open_sink

        with open_sink(self, parameters, self.OUTPUT, context, features.fields, features.crs) as sink:
            sink.add(rows)
        dress(context, sink.id, Look(self.tr("Plots"), "plots.qml", self._names()))
        return sink.id


def _tell(batch: Batch, feedback: QgsProcessingFeedback) -> None:
    """What each file is and every notice to the log: what changes nothing as information, the rest as warnings."""
    from ....core.exchange.layouts import layouts
    from ....core.exchange.plots import Severity

    names = layouts()
    for file in batch.files:
        used = dict.fromkeys(names[plot.layout].name for plot in file.plots if plot.layout in names)
        template = translate("LandLedger", "{file}: {count} plots, layout {layout}, {crs}.")
        layout = "; ".join(used) or "–"
        feedback.pushInfo(said(sentence(template, file=file.name, count=len(file.plots), layout=layout, crs=file.crs)))
    for notice in batch.all_notices:
        text = said(notice.in_full)
        if notice.severity is Severity.INFO:
            feedback.pushInfo(text)
        else:
            feedback.pushWarning(text)
    for bad in batch.bad:
        feedback.pushWarning(said(sentence(translate("LandLedger", "Left out: {reasons}"), reasons=bad.sentence)))


class _Features:
    """Plots as features of one layer."""

    def __init__(
        self,
        fields: QgsFields,
        batch: Batch,
        systems: dict[str, QgsCoordinateReferenceSystem],
        context: QgsProcessingContext,
    ) -> None:
        from ....core.exchange.file_header import header_text

        self.fields = fields
        self.notices: list[Sentence] = []
        self._main = batch.main_crs()
        self._systems = systems
        self._context = context
        self._projects = {
            file.name: next((block["项目名称"] for block in file.blocks.values() if block.get("项目名称")), None)
            for file in batch.files
        }
        self._headers = {file.name: header_text(file.blocks) for file in batch.files}
        self._transforms: dict[str, QgsCoordinateTransform] = {}
        self.crs = self._system(self._main)

    def _system(self, name: str) -> QgsCoordinateReferenceSystem:
        return self._systems.get(name) or QgsCoordinateReferenceSystem(name)

    def of(self, plot: Plot) -> QgsFeature:
        """The feature of a plot, in the layer's system."""
        feature = QgsFeature(self.fields)
        feature.setGeometry(self._geometry(plot))
        for name, value in self._values(plot).items():
            feature.setAttribute(name, value)
        return feature

    def _geometry(self, plot: Plot) -> QgsGeometry:
        geometry = QgsGeometry()
        geometry.fromWkb(bytes(plot.polygon.wkb))
        geometry.convertToMultiType()
        if plot.crs == self._main:
            return geometry
        if plot.crs not in self._transforms:
            self._transforms[plot.crs] = QgsCoordinateTransform(
                self._system(plot.crs), self.crs, self._context.transformContext()
            )
        template = translate(
            "LandLedger", "{file} was brought from {crs} to {main}, point by point; its areas stay those of {crs}."
        )
        notice = sentence(template, file=plot.file, crs=plot.crs, main=self._main)
        if notice not in self.notices[-1:]:
            self.notices.append(notice)
        try:
            geometry.transform(self._transforms[plot.crs])
        except QgsCsException as problem:
            template = translate("LandLedger", "{file}, line {line}: the plot can't be brought to {main}.")
            raise InputError(template, file=plot.file, line=plot.line, main=self._main) from problem
        return geometry

    def _values(self, plot: Plot) -> dict[str, Any]:
        from ....core.exchange.packing import packed
        from ....core.rounding import half_up

        given = plot.attributes
        stated = plot.stated_area
        others = packed({key: text for key, text in given.items() if text and key not in _OWN_COLUMNS})
        return {
            "DKBH": plot.number or None,
            "DKMC": plot.name or None,
            "XMMC": self._projects.get(plot.file),
            "JZDS": plot.point_count,
            "DKMJ_HA": None if stated is None else float(half_up(stated / _HECTARE, 6)),
            "AREA_HA": float(half_up(plot.area / _HECTARE, 4)),
            "AREA_M2": float(half_up(plot.area, 2)),
            "DIFF_M2": None if stated is None else float(half_up(plot.area - stated, 2)),
            "DKYT": given.get("DKYT") or None,
            "DLBM": given.get("DLBM") or None,
            "TFH": given.get("TFH") or None,
            "TXSX": given.get("TXSX") or None,
            "BZ": given.get("BZ") or None,
            "OTHER": others or None,
            "ZONE": plot.zone.number if plot.zone else None,
            "CRS": plot.crs,
            "LAYOUT": plot.layout or None,
            "FILE": plot.file,
            "LINE": plot.line or None,
            "VALID": int(plot.valid),
            "HEADER": self._headers.get(plot.file) or None,
            "REPAIRS": "\n".join(said(notice.sentence) for notice in plot.notices if _matters(notice)) or None,
        }


def _matters(notice: Notice) -> bool:
    from ....core.exchange.plots import Severity

    return notice.severity is not Severity.INFO
