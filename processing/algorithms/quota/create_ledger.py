"""landledger:createledger — a new ledger of land quota: a file or a schema of a database, a book for each holder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsSettings,
)

from ....core.errors import InputError
from ....core.sentence import sentence, translate
from ...base import Group, said
from ...ledger_algorithm import LAST_LEDGER, LedgerBookAlgorithm

if TYPE_CHECKING:
    from ....core.quota.founding import Unit

CODE_NAMES = ("code", "XZQDM", "XZDM", "行政区代码", "代码", "单位代码", "编码")
NAME_NAMES = ("name", "XZQMC", "XZMC", "行政区名称", "名称", "单位名称", "持有单位", "单位", "县区", "县（市、区）")
LEVEL_NAMES = ("level", "级别")
"""What such columns are called in files of bureaus."""


class CreateLedger(LedgerBookAlgorithm):
    """A new ledger of land quota."""

    GROUP = Group.QUOTA
    NEEDS = ()
    PLACES = ("DATABASE",)

    LEDGER_FILE = "LEDGER_FILE"
    DATABASE = "DATABASE"
    TITLE = "TITLE"
    DISTRICTS = "DISTRICTS"
    HOLDERS = "HOLDERS"
    CODE_FIELD = "CODE_FIELD"
    NAME_FIELD = "NAME_FIELD"
    LEVEL_FIELD = "LEVEL_FIELD"
    LEDGER = "LEDGER"

    def name(self) -> str:
        return "createledger"

    def displayName(self) -> str:
        return self.tr("New quota ledger")

    def shortDescription(self) -> str:
        return self.tr("Makes a ledger of land quota: a GeoPackage file, or a schema in PostgreSQL.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Makes a new, empty ledger of land quota, with a book for each holder and the usual sources of quota.\n\n"
            "1. A file for one office: choose where it shall be, best on a disk of this computer, not on the network. Or a "
            "schema of an office's PostgreSQL: postgresql:connection/schema, with a connection of QGIS.\n"
            "2. Holders as text, code=name with a semicolon between: 371526=高唐县 for a county alone, "
            "371500=聊城市;371526=高唐县;371525=冠县 for a city with its counties. Or a table or layer with a column of "
            "codes and one of names, which are found by their usual names. A third part or column may name the level: city, "
            "district, county, zone; otherwise the code tells it.\n"
            "3. The city, or the only county, has the first book.\n\n"
            "Nothing that is there already is touched. Posted vouchers can't be changed later, by no program; QGIS shows "
            "the ledger's tables, read only."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        destination = QgsProcessingParameterFileDestination(
            self.LEDGER_FILE, self.tr("Ledger file"), self.tr("Ledger (*.gpkg)"), optional=True, createByDefault=False
        )
        self.addParameter(destination)
        self._add_text(self.DATABASE, self.tr("Or a database: postgresql:connection/schema"))
        self._add_text(self.TITLE, self.tr("Title (empty: after the first holder)"))
        self.addParameter(
            QgsProcessingParameterString(
                self.DISTRICTS, self.tr("Holders: code=name; code=name"), multiLine=True, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.HOLDERS, self.tr("Or a table or layer of holders"), [QgsProcessing.SourceType.TypeVector], optional=True
            )
        )
        for name, label in (
            (self.CODE_FIELD, self.tr("Column of codes")),
            (self.NAME_FIELD, self.tr("Column of names")),
            (self.LEVEL_FIELD, self.tr("Column of levels")),
        ):
            self.add_advanced(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.HOLDERS, optional=True)
            )
        self.add_operator()
        self.addOutput(QgsProcessingOutputString(self.LEDGER, self.tr("Ledger")))
        self.addOutput(QgsProcessingOutputString("LEDGER_UID", self.tr("Identity of the ledger")))
        self.add_numbers(
            ("BOOK_COUNT", self.tr("Number of books")), ("SOURCE_COUNT", self.tr("Number of quota sources"))
        )

    def _add_text(self, name: str, label: str) -> None:
        self.addParameter(QgsProcessingParameterString(name, label, optional=True))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        file, database = self._file(parameters, context), self._database(parameters, context)
        if bool(file) == bool(database):
            return False, self.tr("Choose either a file or a database for the ledger.")
        asked = self.parameterAsString(parameters, self.DISTRICTS, context).strip()
        if bool(asked) == (parameters.get(self.HOLDERS) not in (None, "")):
            return False, self.tr("Give the holders either as text or as a table.")
        return super().checkParameterValues(parameters, context)

    def _file(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The path, with its ending: GDAL and people know the file by it."""
        path = self.parameterAsFileOutput(parameters, self.LEDGER_FILE, context).strip()
        return path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg"

    def _database(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, self.DATABASE, context).strip()

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.quota.founding import holders_of_units, units_of_text
        from ...adapters.ledgers import is_database

        database = self._database(parameters, context)
        if database and not is_database(database):
            raise InputError(
                translate("LandLedger", "“{name}” is no database; write postgresql:connection/schema."), name=database
            )
        text = self.parameterAsString(parameters, self.DISTRICTS, context)
        units = units_of_text(text) if text.strip() else self._units(parameters, context)
        self._holders = holders_of_units(units)
        self._title = self.parameterAsString(parameters, self.TITLE, context).strip() or self.tr(
            "Land quota ledger of {holder}"
        ).format(holder=self._holders[0].name)

    def _units(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Unit]:
        """Rows of the table, in its order."""
        from ....core.quota.founding import Unit
        from ...adapters.texts import text_of

        source = self.parameterAsSource(parameters, self.HOLDERS, context)
        if source is None:
            raise InputError(translate("LandLedger", "The table of holders can't be read."))
        names = [field.name() for field in source.fields()]
        code = self._column(parameters, self.CODE_FIELD, context, names, CODE_NAMES)
        name = self._column(parameters, self.NAME_FIELD, context, names, NAME_NAMES)
        if not code or not name:
            raise InputError(
                translate(
                    "LandLedger", "The table of holders has the columns {columns}: choose the one of codes and that of names."
                ),
                columns=", ".join(names),
            )
        level = self._column(parameters, self.LEVEL_FIELD, context, names, LEVEL_NAMES)
        units = []
        for number, feature in enumerate(source.getFeatures(), 1):
            cells = [text_of(feature[column]) or "" if column else "" for column in (code, name, level)]
            if any(cells):
                units.append(Unit(sentence(translate("LandLedger", "row {number}"), number=number), *cells))
        return units

    def _column(
        self, parameters: dict[str, Any], parameter: str, context: QgsProcessingContext, there: list[str],
        usual: tuple[str, ...],
    ) -> str:  # fmt: skip
        chosen = self.parameterAsString(parameters, parameter, context)
        if chosen:
            return chosen
        known = {name.lower(): name for name in there}
        return next((known[name.lower()] for name in usual if name.lower() in known), "")

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.quota.subjects import books_of, seed_registers, shipped_sources
        from ....core.store.opening import place_notice
        from ...adapters.ledgers import ledger_place

        file, database = self._file(parameters, context), self._database(parameters, context)
        operator = self.operator_of(parameters, context)
        place = ledger_place(file) if file else self.place(parameters, self.DATABASE, context)
        notice = place_notice(file) if file else None
        if notice is not None:
            feedback.pushWarning(said(notice))
        sources = shipped_sources()
        store = place.made(self._title, books_of(self._holders))
        try:
            seed_registers(store, self._holders, sources, operator)
            uid = store.info().uid
        finally:
            store.close()
        feedback.pushInfo(
            self.tr("{title}: {books} books, {sources} quota sources, in {ledger}.").format(
                title=self._title, books=len(self._holders), sources=len(sources), ledger=file or database
            )
        )
        made = file or database
        QgsSettings().setValue(LAST_LEDGER, made)
        return {
            self.LEDGER_FILE: file, self.LEDGER: made, "LEDGER_UID": uid, "BOOK_COUNT": len(self._holders),
            "SOURCE_COUNT": len(sources),
        }  # fmt: skip
