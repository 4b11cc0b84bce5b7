"""What landledger:requisitionbalance is asked: layers and tables, reserve, rules, booking, results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...base import Group
from ...dates import add_date
from ...settings import rule_value
from ..occupation.footprint_algorithm import METHODS, UNITS
from ..occupation.occupied_land import MASTERS, PRESETS, OccupiedLand

AREA_UNITS = ("mu", "ha", "m2")
REGIMES = ("by_date", "2017", "2024")
TYPES = ("batch", "single")
SYSTEMS = ("national15", "quality10")
POSTS = ("none", "freeze", "draw")


class RequisitionParameters(OccupiedLand):
    """The parameters and results, and which of them go together."""

    GROUP = Group.FARMLAND
    ICON = "requisition_balance.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    PROJECT_FIELD = "PROJECT_FIELD"
    PROJECT_NAME_FIELD = "PROJECT_NAME_FIELD"
    TYPE_FIELD = "TYPE_FIELD"
    DATE_FIELD = "DATE_FIELD"
    DEMANDS = "DEMANDS"
    LEDGER = "LEDGER"
    RESERVE = "RESERVE"
    ACCOUNTS = "ACCOUNTS"
    AREA_UNIT = "AREA_UNIT"
    REGIME = "REGIME"
    EFFECTIVE_DATE = "EFFECTIVE_DATE"
    TYPE = "TYPE"
    GRADE_SYSTEM = "GRADE_SYSTEM"
    CAPACITY_PRESET = "CAPACITY_PRESET"
    DEFAULT_GRADE = "DEFAULT_GRADE"
    DECOUPLED = "DECOUPLED"
    PINNED = "PINNED"
    EXCLUDED = "EXCLUDED"
    POST = "POST"
    CONFIRMATION = "CONFIRMATION"
    DOC_NO = "DOC_NO"
    BOOK_DATE = "BOOK_DATE"
    TITLE = "TITLE"
    TABLE_FIELDS = "TABLE_FIELDS"
    LEAVE_OUT = "LEAVE_OUT"
    EXPECTED = "EXPECTED"
    PROJECT_TABLE = "PROJECT_TABLE"
    DRAWS = "DRAWS"
    LOTS = "LOTS"
    MATCHING = "MATCHING"
    PIECES = "PROJECTS"

    USUAL_PRESET = "approval"
    """The official form has hectares with four decimals: whole square metres, as what is submitted for approval."""

    CONTROLS = (OccupiedLand.QUALITY, OccupiedLand.APPROVED, OccupiedLand.FORMER_SURVEY)
    CHOICES = {
        OccupiedLand.PRESET: PRESETS,
        OccupiedLand.AREA_METHOD: METHODS,
        OccupiedLand.MASTER: MASTERS,
        OccupiedLand.UNIT: UNITS,
        AREA_UNIT: AREA_UNITS,
        REGIME: REGIMES,
        TYPE: TYPES,
        GRADE_SYSTEM: SYSTEMS,
        POST: POSTS,
    }

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_reserve()
        self._add_rules()
        self._add_booking()
        self._add_choices()
        for name in (self.ADJACENT_PARTIES, self.TABLES):
            self.removeParameter(name)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PIECES, self.tr("Projects by conclusion"), optional=True, createByDefault=False
            )
        )
        for name, label in (
            (self.PROJECT_TABLE, self.tr("Table of projects")),
            (self.DRAWS, self.tr("Table of draws")),
            (self.LOTS, self.tr("Table of lots")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
        self.add_workbook()
        self._add_outputs()

    def _add_layers(self) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        table = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.FOOTPRINTS, self.tr("Footprints (red lines)"), polygon, optional=True
            )
        )
        for name, label in (
            (self.FOOTPRINT_ID, self.tr("Footprint number field")),
            (self.FOOTPRINT_NAME, self.tr("Footprint name field")),
            (self.PROJECT_FIELD, self.tr("Project field (empty: each footprint is one)")),
            (self.PROJECT_NAME_FIELD, self.tr("Project name field")),
            (self.TYPE_FIELD, self.tr("Project type field")),
            (self.DATE_FIELD, self.tr("Effective date field")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.FOOTPRINTS, optional=True)
            )
        for name, label in (
            (self.SURVEY, self.tr("Land survey (DLTB)")),
            (self.QUALITY, self.tr("Farmland grade layer")),
            (self.APPROVED, self.tr("Approved construction land layer")),
            (self.FORMER_SURVEY, self.tr("Former land survey")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, polygon, optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.DEMANDS, self.tr("or table of projects"), table, optional=True
            )
        )

    def _add_reserve(self) -> None:
        table = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger with the reserve"),
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                optional=True,
            )
        )
        for name, label in (
            (self.RESERVE, self.tr("or table of lots")),
            (self.ACCOUNTS, self.tr("Yearly accounts of counties (2024)")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, table, optional=True))
        units = [self.tr("mu"), self.tr("ha"), self.tr("m²")]
        self.addParameter(
            QgsProcessingParameterEnum(self.AREA_UNIT, self.tr("Unit of the areas in the tables"), units, defaultValue=0)
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.TABLE_FIELDS, self.tr("Fields of the tables, as in code=编号;quantity=耕地"), optional=True, multiLine=True
            )
        )

    def _add_rules(self) -> None:
        for name, label, options in (
            (self.REGIME, self.tr("Regime"), [self.tr("by the effective date"), self.tr("2017: three indicators"),
                                              self.tr("2024: one account")]),
            (self.TYPE, self.tr("Project type where none is given"), [self.tr("batch"), self.tr("single site")]),
            (self.GRADE_SYSTEM, self.tr("System of grades"), [self.tr("national utilisation grade (1–15)"),
                                                          self.tr("farmland quality grade (1–10)")]),
        ):  # fmt: skip
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=0))
        add_date(self, self.EFFECTIVE_DATE, self.tr("Effective date where none is given"))
        self.add_advanced(
            QgsProcessingParameterString(
                self.CAPACITY_PRESET, self.tr("Capacity preset"), defaultValue="official", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.DEFAULT_GRADE,
                self.tr("Grade of farmland without one (empty: refused)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=1.0,
                maxValue=15.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.DECOUPLED,
                self.tr("The three indicators may come from different lots"),
                defaultValue=rule_value("requisition_decoupled", "1") == "1",
            )
        )
        for name, label in (
            (self.PINNED, self.tr("Pinned lots, as in P01=LOT1")),
            (self.EXCLUDED, self.tr("Excluded lots, as in LOT9;P01=LOT2")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, multiLine=True, optional=True))

        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.LEAVE_OUT, self.tr("Leave out pins and exclusions of what is not there"), defaultValue=False
            )
        )

    def _add_booking(self) -> None:
        options = [self.tr("nothing, only compute"), self.tr("freeze"), self.tr("draw")]
        self.addParameter(QgsProcessingParameterEnum(self.POST, self.tr("Book in the ledger"), options, defaultValue=0))
        for name, label in (
            (self.CONFIRMATION, self.tr("Confirmation numbers, as in P01=QR1;P02=QR2")),
            (self.DOC_NO, self.tr("Document number of the land approval")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        add_date(self, self.BOOK_DATE, self.tr("Booking date (empty: today)"))
        self.add_advanced(
            QgsProcessingParameterString(
                self.EXPECTED, self.tr("Mark of the matching that was looked at (another one is not booked)"), optional=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True)
        )

    def _add_outputs(self) -> None:
        self.add_numbers(
            ("PROJECT_COUNT", self.tr("Number of projects")),
            ("SETTLED_COUNT", self.tr("Settled projects")),
            ("PROMISED_COUNT", self.tr("Projects settled by promise")),
            ("UNSETTLED_COUNT", self.tr("Projects not settled")),
            ("BEYOND_COUNT", self.tr("Projects beyond the yearly ceiling")),
            ("NEED_QUANTITY_MU", self.tr("Needed, quantity (mu)")),
            ("NEED_PADDY_MU", self.tr("Needed, paddy (mu)")),
            ("NEED_CAPACITY_KG", self.tr("Needed, capacity (kg)")),
            ("DRAWN_QUANTITY_MU", self.tr("Drawn, quantity (mu)")),
            ("DRAWN_PADDY_MU", self.tr("Drawn, paddy (mu)")),
            ("DRAWN_CAPACITY_KG", self.tr("Drawn, capacity (kg)")),
            ("PROMISED_QUANTITY_MU", self.tr("Promised, quantity (mu)")),
            ("PROMISED_PADDY_MU", self.tr("Promised, paddy (mu)")),
            ("PROMISED_CAPACITY_KG", self.tr("Promised, capacity (kg)")),
            ("SHORT_QUANTITY_MU", self.tr("Short, quantity (mu)")),
            ("SHORT_PADDY_MU", self.tr("Short, paddy (mu)")),
            ("SHORT_CAPACITY_KG", self.tr("Short, capacity (kg)")),
            ("REMAINING_QUANTITY_MU", self.tr("Remaining, quantity (mu)")),
            ("REMAINING_PADDY_MU", self.tr("Remaining, paddy (mu)")),
            ("REMAINING_CAPACITY_KG", self.tr("Remaining, capacity (kg)")),
            ("LOT_COUNT", self.tr("Lots drawn from")),
            ("GAP", self.tr("Largest gap of the stages")),
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )
        self.addOutput(QgsProcessingOutputString(self.MATCHING, self.tr("Mark of the matching")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = {
            name
            for name in (self.FOOTPRINTS, self.SURVEY, self.DEMANDS, self.LEDGER, self.RESERVE, self.FOOTPRINT_ID)
            if parameters.get(name) not in (None, "")
        }
        if (self.FOOTPRINTS in given) == (self.DEMANDS in given):
            return False, self.tr("Choose footprints or a table of projects, one of the two.")
        if self.FOOTPRINTS in given and not {self.SURVEY, self.FOOTPRINT_ID} <= given:
            return False, self.tr("Footprints need the land survey and the field with their number.")
        if (self.LEDGER in given) == (self.RESERVE in given):
            return False, self.tr("Choose a ledger or a table of lots, one of the two.")
        if self.DEMANDS in given and self.wants_pieces(parameters):
            return False, self.tr("Projects from a table have no shapes: leave the layer of projects empty.")
        booked = self.choice(parameters, self.POST, context) != "none" if self.POST in parameters else False
        if booked and self.LEDGER not in given:
            return False, self.tr("Only a ledger can be booked in: choose one, or book nothing.")
        return super().checkParameterValues(parameters, context)
