"""landledger:importreserve — the reserve of supplementary farmland kept in a spreadsheet, into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...cell_problems import TOLD
from ...dates import add_date, asked_date
from ...import_algorithm import UNITS, ImportAlgorithm
from ...settings import font_families, layouts_folder, own_yields, rules_in_force

if TYPE_CHECKING:
    from ....core.balance.reserve.importing import CheckedLots
    from ....core.balance.reserve.ledger import Posted
    from ....core.balance.reserve.linking import Linking
    from ....core.balance.reserve.reading import LotChoices
    from ....core.importing.opening import Order
    from ....core.rules import Rules
    from ....core.store import Store
    from ....core.workbook import Row

WEIGHTS = ("written", "kg", "10000kg", "t")
SYSTEMS = ("written", "national15", "quality10")
KINDS = ("written", "consolidation", "upgrading", "linkage", "restored")


class ImportReserve(ImportAlgorithm):
    """Lots of the reserve into the ledger: all of them or none, and nothing twice."""

    GROUP = Group.FARMLAND
    ICON = "reserve.svg"
    NEEDS = ("openpyxl", "numpy", "shapely")

    INPUT = "INPUT"
    COLUMNS = "COLUMNS"
    UNIT = "UNIT"
    CAPACITY_UNIT = "CAPACITY_UNIT"
    HOLDER = "HOLDER"
    TYPE = "TYPE"
    GRADE_SYSTEM = "GRADE_SYSTEM"
    PRESET = "PRESET"
    ENTERED = "ENTERED"
    BOOK_DATE = "BOOK_DATE"
    GEOMETRY = "GEOMETRY"
    LOT_FIELD = "LOT_FIELD"
    TITLE = "TITLE"

    CHOICES = {UNIT: UNITS, CAPACITY_UNIT: WEIGHTS, TYPE: KINDS, GRADE_SYSTEM: SYSTEMS}

    def name(self) -> str:
        return "importreserve"

    def displayName(self) -> str:
        return self.tr("Enter supplementary farmland into the reserve")

    def shortDescription(self) -> str:
        return self.tr("Lots with quantity, paddy, capacity, grade and validity, checked cell by cell, into the reserve.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Reads the reserve of supplementary farmland (three indicators of each lot: farmland, paddy, grain capacity) from "
            "an .xlsx workbook, checks every cell, and enters all of it into the ledger or nothing. A holder without a "
            "reserve book gets one.\n\n"
            "1. Columns are recognised by their headings, also merged ones (原有, 已使用, 剩余 over 耕地数量, 水田规模, 粮食产能). What "
            "is recognised otherwise than meant is corrected under “Columns”, as in CODE=备案号;Q0=H (Q, W, P: farmland, paddy, "
            "capacity; 0, 1, 2: original, drawn, remaining).\n"
            "2. Units of area and of capacity are those of the headings or the unit line. Where none is written it is asked, "
            "never guessed.\n"
            "3. 合计 rows are compared with their rows and left out. A remainder that is negative, or is not original less "
            "drawn, a grade that is missing or that its system does not have, and grades of two systems in one sheet keep "
            "the file out, each named by its cell. An expired lot is told.\n"
            "4. A missing capacity is computed from area and grade by the preset and marked. The preset “official” is "
            "hectares × (16 − grade) × 1500 kg, the formula of the analysis forms of requisition–compensation balance (2018, "
            "notice of 2017 on three indicators); land without an area (dry land made into paddy) needs its capacity.\n"
            "5. A lot that is in the ledger with the same original amounts stays as it is: the same file twice enters nothing "
            "twice. What was drawn before is entered as drawn; later draws are booked one by one.\n"
            "6. With a layer, lots are linked to its features by their number; lots without one and areas that differ are "
            "told (the survey's ellipsoidal area).\n\n"
            "Validity, tolerance and what an expired lot may do are rules (resources/rules/reserve.csv) to be confirmed "
            "locally; they stand on the inputs sheet. Workbook: T05 of the whole reserve after the import, checks, inputs."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.add_spreadsheet(self.INPUT)
        self._add_text(self.HOLDER, self.tr("Holder, where the sheet has none"))
        units = [self.tr("as written in the sheet"), self.tr("mu"), self.tr("hectares"), "m²", self.tr("10,000 mu")]
        self._add_choice(self.UNIT, self.tr("Unit of area"), units)
        weights = [self.tr("as written in the sheet"), self.tr("kg"), self.tr("10,000 kg"), self.tr("tonnes")]
        self._add_choice(self.CAPACITY_UNIT, self.tr("Unit of capacity"), weights)
        systems = [self.tr("as written in the sheet"), self.tr("national utilisation grade (1–15)"), self.tr("quality grade (1–10)")]
        self._add_choice(self.GRADE_SYSTEM, self.tr("Grade system"), systems)
        kinds = [
            self.tr("as written in the sheet"), self.tr("land consolidation"), self.tr("upgrading"),
            self.tr("increase–decrease linkage"), self.tr("restored farmland"),
        ]  # fmt: skip
        self._add_choice(self.TYPE, self.tr("Kind of lot, where the sheet has none"), kinds)
        add_date(self, self.ENTERED, self.tr("Day of entry, where the sheet has none"))
        add_date(self, self.BOOK_DATE, self.tr("Booking date (empty: today)"))
        anything = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.GEOMETRY, self.tr("Layer of lots"), anything, optional=True)
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.LOT_FIELD, self.tr("Field with the number of the lot"), parentLayerParameterName=self.GEOMETRY, optional=True
            )
        )
        for name, label, lines in (
            (self.COLUMNS, self.tr("Columns, as in CODE=备案号;Q0=H"), True),
            (self.PRESET, self.tr("Capacity preset (empty: official)"), False),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))
        self.add_checking()
        self.add_workbook()
        self._add_results()

    def _add_text(self, name: str, label: str) -> None:
        self.addParameter(QgsProcessingParameterString(name, label, optional=True))

    def _add_choice(self, name: str, label: str, options: list[str]) -> None:
        self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=0))

    def _add_results(self) -> None:
        self.add_numbers(
            ("ROW_COUNT", self.tr("Rows read")),
            ("POSTED_COUNT", self.tr("Lots entered")),
            ("KNOWN_COUNT", self.tr("Lots entered before")),
            ("PROBLEM_COUNT", self.tr("Cells that are wrong")),
            ("WARNING_COUNT", self.tr("Cells to look at")),
            ("EXPIRED_COUNT", self.tr("Lots that are expired")),
            ("ESTIMATED_COUNT", self.tr("Lots with a computed capacity")),
            ("LINKED_COUNT", self.tr("Lots linked to features")),
            ("UNLINKED_COUNT", self.tr("Lots without a feature")),
            ("DIFFERENT_COUNT", self.tr("Lots whose area differs")),
            ("ORIGINAL_MU", self.tr("Farmland of the new lots, original (mu)")),
            ("ORIGINAL_PADDY_MU", self.tr("Paddy of the new lots, original (mu)")),
            ("ORIGINAL_CAPACITY_KG", self.tr("Capacity of the new lots, original (kg)")),
            ("USED_MU", self.tr("Farmland of the new lots, drawn (mu)")),
            ("USED_PADDY_MU", self.tr("Paddy of the new lots, drawn (mu)")),
            ("USED_CAPACITY_KG", self.tr("Capacity of the new lots, drawn (kg)")),
            ("REMAINING_MU", self.tr("Remaining farmland of the whole reserve (mu)")),
            ("REMAINING_PADDY_MU", self.tr("Remaining paddy of the whole reserve (mu)")),
            ("REMAINING_CAPACITY_KG", self.tr("Remaining capacity of the whole reserve (kg)")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if parameters.get(self.GEOMETRY) not in (None, "") and parameters.get(self.LOT_FIELD) in (None, ""):
            return False, self.tr("Choose the field of the layer that has the number of the lot.")
        return super().checkParameterValues(parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.workbook import require_writable
        from ...adapters.columns import prepare_source
        from ...adapters.crs import gauss_zone

        self._families = font_families()
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)
        name = self.parameterAsString(parameters, self.LOT_FIELD, context)
        fields = {"CODE": name} if name else {}
        self._layer = prepare_source(self, parameters, self.GEOMETRY, context, fields=fields, required=False)
        if self._layer is not None:
            self._zone = gauss_zone(self._layer.crs, self._layer.name, self._layer.extent)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.reserve.importing import check_lots, enter_lots
        from ....core.balance.reserve.report import import_facts
        from ....core.importing.opening import open_order

        steps = Steps(feedback, read=30, check=20, shapes=15, post=20, book=10, table=5)
        store, rules = self.ledger(parameters, context), rules_in_force()
        try:
            grid, assignment = open_order(self._order(parameters, context), steps.read)
            self.tell_columns(assignment, feedback)
            day = asked_date(self, parameters, self.BOOK_DATE, context)
            choices = self._choices(parameters, context)
            checked = check_lots(store, rules, grid, assignment, choices, day, steps.check)
            self.tell_problems(checked.problems, feedback)
            linking = self._link(checked, rules, steps, feedback)
            only_check = self.parameterAsBool(parameters, self.PREVIEW, context)
            wants_table = parameters.get(self.PROBLEMS) not in (None, "")
            posted = None
            if not only_check and not (checked.refused and wants_table):
                posted = enter_lots(store, rules, checked, self.operator(), linking.links, steps.post)
            if posted is None and not only_check:
                feedback.reportError(self.tr("The file has faults: nothing was posted."))
            results = self.write_problems(parameters, context, checked.rows, steps) if wants_table else {}
            more = import_facts(self.parameterAsFile(parameters, self.INPUT, context), checked, choices)
            results.update(self._report(store, rules, more, parameters, context, steps, feedback))
        finally:
            store.close()
        self._tell(checked, feedback)
        return {**results, **self._numbers(checked, posted, linking)}

    def _order(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Order:
        from ....core.importing.fields import RESERVE
        from ....core.importing.opening import Order

        return Order(
            self.parameterAsFile(parameters, self.INPUT, context),
            self.parameterAsString(parameters, self.SHEET, context).strip(),
            RESERVE,
            self.parameterAsString(parameters, self.COLUMNS, context),
            self._chosen(parameters, self.UNIT, context),
            self._chosen(parameters, self.CAPACITY_UNIT, context),
        )

    def _chosen(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """The option by name; '' for what is written in the sheet."""
        chosen = self.choice(parameters, name, context) or ""
        return "" if chosen == "written" else chosen

    def _choices(self, parameters: dict[str, Any], context: QgsProcessingContext) -> LotChoices:
        from ....core.balance.grades import OFFICIAL, presets_of
        from ....core.balance.reserve.reading import LotChoices
        from ....core.survey.schema import GradeSystem

        system = self._chosen(parameters, self.GRADE_SYSTEM, context)
        preset = self.parameterAsString(parameters, self.PRESET, context).strip() or OFFICIAL
        known = list(dict.fromkeys(name for each in GradeSystem for name in presets_of(each, own_yields())))
        if preset not in known:
            template = translate("LandLedger", "There is no capacity preset {preset}; there are {presets}.")
            raise InputError(template, preset=preset, presets=", ".join(known))
        return LotChoices(
            self.today(),
            self.parameterAsString(parameters, self.HOLDER, context).strip(),
            self._chosen(parameters, self.TYPE, context),
            asked_date(self, parameters, self.ENTERED, context),
            GradeSystem(system) if system else None,
            preset,
            own_yields(),
            self.operator(),
        )

    def _link(self, checked: CheckedLots, rules: Rules, steps: Steps, feedback: QgsProcessingFeedback) -> Linking:
        """Lots and the features of the layer; without a layer nothing."""
        import numpy as np

        from ....core.area import Area, AreaUnit
        from ....core.balance.reserve.linking import Linking, link_lots
        from ....core.ellipsoid import ellipsoid_areas
        from ....core.rounding import units_half_up
        from ....core.survey.repair import repair
        from ...adapters.columns import read

        if self._layer is None:
            return Linking()
        columns = read(self._layer, steps.shapes)
        repaired = repair(columns, drop=False)
        for notice in [*self._layer.notices, *(finding.reason for finding in repaired.findings)]:
            feedback.pushWarning(said(notice))
        square_metres = ellipsoid_areas(repaired.columns.geometry, self._zone)
        unit = AreaUnit.HUNDREDTH_SQUARE_METRE
        known = ~np.isnan(square_metres)
        units = np.zeros(len(columns), dtype=np.int64)
        units[known] = units_half_up(square_metres[known], unit)
        areas = [Area.from_units(int(each), unit) if there else None for each, there in zip(units, known)]
        tolerance = rules.number("reserve_area_tolerance_percent")
        place = self._layer.place or self._layer.name
        lots = [*checked.new, *checked.known]
        found = link_lots(lots, list(columns.attributes["CODE"]), columns.ids.tolist(), areas, place, tolerance)
        self._tell_links(found, tolerance, feedback)
        return found

    def _tell_links(self, found: Linking, tolerance: Decimal, feedback: QgsProcessingFeedback) -> None:
        self._tell_some(
            self.tr("Lots without a feature: {lots}"), [lot.key[1] for lot in found.lost], feedback
        )
        self._tell_some(
            self.tr("Numbers that lots of several holders have; not linked: {lots}"),
            [lot.key[1] for lot in found.several], feedback,
        )  # fmt: skip
        self._tell_some(self.tr("Features whose number is no lot of the sheet: {lots}"), found.unknown, feedback)
        for each in found.different[:TOLD]:
            text = self.tr("Lot {lot}: {drawn} mu are drawn, {booked} mu are entered; more than {percent} % apart.")
            feedback.pushWarning(
                text.format(
                    lot=each.lot.key[1], drawn=each.drawn.mu(4), booked=each.booked.mu(4), percent=f"{tolerance:f}"
                )
            )
        if len(found.different) > TOLD:
            feedback.pushWarning(self.tr("… and {count} more of this kind.").format(count=len(found.different) - TOLD))

    def _tell_some(self, text: str, codes: list[str], feedback: QgsProcessingFeedback) -> None:
        if codes:
            more = " …" if len(codes) > TOLD else ""
            feedback.pushWarning(text.format(lots="、".join(codes[:TOLD]) + f"{more} ({len(codes)})"))

    def _report(
        self, store: Store, rules: Rules, more: list[Row], parameters: dict[str, Any], context: QgsProcessingContext,
        steps: Steps, feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:  # fmt: skip
        """The workbook of the reserve as it is now, and what remains of it."""
        from ....core.area import Area
        from ....core.balance.reserve.ledger import ReserveLedger
        from ....core.balance.reserve.report import reserve_report
        from ....core.balance.reserve.table import remaining_of
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.occupation.report import write_report
        from ...versions import program_versions

        ledger = ReserveLedger(store, rules, self.today)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report = reserve_report(ledger, RunFacts(None, program_versions()), title, layouts_folder(), more)
        self.tell_failed(report.identities, feedback)
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        left = remaining_of(ledger.lots())
        return {
            self.WORKBOOK: self._book,
            "REMAINING_MU": float(Area(left.quantity).mu(6)),
            "REMAINING_PADDY_MU": float(Area(left.paddy).mu(6)),
            "REMAINING_CAPACITY_KG": left.capacity,
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, checked: CheckedLots, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{rows} rows: {new} new lots, {known} entered before.")
        feedback.pushInfo(text.format(rows=len(checked.rows.data), new=len(checked.new), known=len(checked.known)))

    def _numbers(self, checked: CheckedLots, posted: Posted | None, linking: Linking) -> dict[str, Any]:
        from ....core.area import Area

        problems = [problem.hard for problem in checked.problems]
        found: dict[str, Any] = {
            "ROW_COUNT": len(checked.rows.data), "POSTED_COUNT": 0 if posted is None else len(posted.vouchers),
            "KNOWN_COUNT": len(checked.known), "PROBLEM_COUNT": sum(problems),
            "WARNING_COUNT": len(problems) - sum(problems), "EXPIRED_COUNT": checked.expired,
            "ESTIMATED_COUNT": checked.read.estimated, "LINKED_COUNT": len(linking.links),
            "UNLINKED_COUNT": len(linking.lost) + len(linking.several), "DIFFERENT_COUNT": len(linking.different),
        }  # fmt: skip
        for name, amount in (("ORIGINAL", checked.original), ("USED", checked.used)):
            found[f"{name}_MU"] = float(Area(amount.quantity).mu(6))
            found[f"{name}_PADDY_MU"] = float(Area(amount.paddy).mu(6))
            found[f"{name}_CAPACITY_KG"] = amount.capacity
        return found
