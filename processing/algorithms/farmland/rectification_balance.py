"""landledger:rectification — outflow spots by what was done about them: restored, in–out balance, adjusted supplement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ....core.sentence import translate
from ...base import Steps, say
from ...settings import font_families, operator_name, rules_in_force
from ..occupation.footprint_algorithm import METHODS
from .register_algorithm import AREA_UNITS, RegisterAlgorithm

if TYPE_CHECKING:
    from ....core.balance.broken_rules import Problem
    from ....core.balance.rectification.fields import SpotRows
    from ....core.balance.rectification.keeping import Kept
    from ....core.balance.rectification.model import Act, Rectified
    from ....core.columns import Columns
    from ....core.occupation.report import Report


class RectificationBalance(RegisterAlgorithm):
    """Rectification of farmland outflow."""

    ICON = "rectification.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    SPOTS = "SPOTS"
    SPOTS_BOOK = "SPOTS_BOOK"
    MEASURES = "MEASURES"
    MEASURES_BOOK = "MEASURES_BOOK"
    KEEP = "KEEP"

    CHOICES = {RegisterAlgorithm.AREA_METHOD: METHODS, RegisterAlgorithm.AREA_UNIT: AREA_UNITS}

    def name(self) -> str:
        return "rectification"

    def displayName(self) -> str:
        return self.tr("Outflow rectification")

    def shortDescription(self) -> str:
        return self.tr("Outflow spots by three ways of rectification: state of each spot, ledger and county summary.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Adds up, spot by spot, what was done about farmland that flowed out.\n\n"
            "1. Spots: a layer, a table or a sheet 耕地流出整改台账 with number (TBBH), outflow (LCMJ), area to be rectified "
            "(YZGMJ; without it the whole outflow), county, year (LCNF), case (LCQX), permanent basic farmland (SFYN), day it "
            "was struck off (XHRQ), evidence (JZCL); found by name, alias or Chinese name, or said under “Field map”.\n"
            "2. Acts: a layer, a table or a sheet 整改措施 with spot (LCTBBH), way (ZGFS: 整改恢复, 落实进出平衡, 调整补划), "
            "area (ZGMJ), number and area of the patch (ZGTBBH, TBMJ), plan (JCFABH), day (ZGRQ), class after (HFDL). Without "
            "them the three areas are fields of the spots (HFMJ, JCPHMJ, TZBHMJ).\n"
            "3. The ways of a spot add up to no more than its duty; one inflow or supplement patch balances one spot; restored "
            "land is cultivated again; where both layers have shapes, restored land lies in its spot, other patches lie apart "
            "from each other and from all spots. How each of these binds, and what is exempt, are rules "
            "(resources/rules/rectification.csv: after the in–out balance since 2021 and the reform of 2024) to be confirmed locally.\n"
            "4. 未整改, 部分整改, 已整改 follow from the areas; 已销号 needs all of it, evidence, and a day not before the last act.\n"
            "5. A ledger keeps spots and acts in versions: acts of several years add up, and importing twice enters nothing "
            "twice. Nothing is entered while a rule that binds is broken.\n"
            "6. Published figures (合计=17.58;整改恢复=10.17;…, in 万亩) are compared as what they may have been before rounding.\n\n"
            "Workbook: 耕地流出整改台账 (T10), county summary in 万亩 (T10S) that foots as printed, acts, published figures, "
            "checks, findings, inputs with the rules. While one check does not hold, every sheet is marked 草稿. Result: every "
            "spot with its state."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_rows(
            self.SPOTS,
            self.tr("Outflow spots (layer or table)"),
            self.SPOTS_BOOK,
            self.tr("or workbook with the sheet of spots"),
        )
        self.add_rows(
            self.MEASURES,
            self.tr("Acts of rectification (layer or table)"),
            self.MEASURES_BOOK,
            self.tr("or workbook with the sheet of acts"),
        )
        self.add_area_unit(self.tr("Unit of the areas in the layers"))
        self.add_ledger(
            self.tr("Ledger with earlier spots and acts"), self.KEEP, self.tr("Enter spots and acts into the ledger")
        )
        self.add_area_method()
        self.add_reprojection(
            self.tr("Acts in another zone may be brought to that of the spots"),
            self.tr("Zone, if the spots are in degrees"),
        )
        self.add_register_texts(
            self.tr("Published figures to compare, as in 合计=17.58;整改恢复=10.17"),
            self.tr("Field map, as in TBBH=编号;LCMJ=面积"),
        )
        self.add_result(self.tr("Spots with their state"))
        self.add_workbook()
        self._add_outputs()

    def _add_outputs(self) -> None:
        self.add_numbers(
            ("SPOT_COUNT", self.tr("Number of spots")),
            ("OPEN_COUNT", self.tr("Spots not rectified")),
            ("PARTLY_COUNT", self.tr("Spots rectified in part")),
            ("DONE_COUNT", self.tr("Spots rectified in full")),
            ("CLOSED_COUNT", self.tr("Spots struck off")),
            ("EXEMPT_COUNT", self.tr("Exempt spots")),
            ("DUE_AREA_MU", self.tr("To be rectified (mu)")),
            ("RESTORED_AREA_MU", self.tr("Restored (mu)")),
            ("IN_OUT_AREA_MU", self.tr("Settled by the in–out balance (mu)")),
            ("SUPPLEMENT_AREA_MU", self.tr("Adjusted and supplemented (mu)")),
            ("DONE_AREA_MU", self.tr("Rectified (mu)")),
            ("LEFT_AREA_MU", self.tr("Still to be rectified (mu)")),
            ("RATE", self.tr("Rectified share (%)")),
            ("NEW_COUNT", self.tr("Rows new in the ledger")),
            ("CHANGED_COUNT", self.tr("Rows changed in the ledger")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    # ---------------------------------------------------------------------------------------------------------- prepare

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.rectification.fields import ACT_FIELDS, SPOT_FIELDS
        from ....core.balance.rectification.rules import rectification_rules
        from ....core.balance.rectification.tables import rectification_figures

        self._families = font_families()
        self._rules = rectification_rules(rules_in_force())
        self._figures = rectification_figures(self.parameterAsString(parameters, self.PRINTED, context))
        self._keep = self.parameterAsBoolean(parameters, self.KEEP, context)
        self._books = {
            name: self.parameterAsFile(parameters, name, context) for name in (self.SPOTS_BOOK, self.MEASURES_BOOK)
        }
        self._require_inputs(parameters)
        self.take_ledger(parameters, context)
        field_map = self.field_map(parameters, context)
        self._spots = self.amounts_source(parameters, self.SPOTS, context, SPOT_FIELDS, field_map)
        self._acts = self.amounts_source(parameters, self.MEASURES, context, ACT_FIELDS, field_map, may_be_empty=True)
        self._prepare_ground(parameters, context)
        self.prepare_targets(parameters, context)

    def _require_inputs(self, parameters: dict[str, Any]) -> None:
        from ....core.errors import InputError

        given = self.given(parameters, self.SPOTS, self.MEASURES, self.LEDGER)
        if self.SPOTS in given and self._books[self.SPOTS_BOOK]:
            raise InputError(translate("LandLedger", "Choose the spots as a layer or as a workbook, not both."))
        if self.MEASURES in given and self._books[self.MEASURES_BOOK]:
            raise InputError(translate("LandLedger", "Choose the acts as a layer or as a workbook, not both."))
        if not (given & {self.SPOTS, self.LEDGER} or self._books[self.SPOTS_BOOK]):
            raise InputError(translate("LandLedger", "There are no spots: choose a layer, a workbook or a ledger."))
        if self._keep and self.LEDGER not in given:
            raise InputError(translate("LandLedger", "To keep spots and acts choose the ledger that shall have them."))

    def _prepare_ground(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The plane of the run, where spots and acts both have shapes; else nothing is laid over anything."""
        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self._drawn = all(source is not None and source.shapes for source in (self._spots, self._acts))
        if self._drawn:
            self.prepare_plane(parameters, context, self._spots, [self._acts], self._method == "ellipsoid")
            self._notices = list(self._notices)
        else:
            self._sources = [source for source in (self._spots, self._acts) if source is not None]
            self._notices = []

    # ---------------------------------------------------------------------------------------------------------- compute

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.rectification.judging import rectify
        from ....core.balance.rectification.keeping import acts_that_count
        from ....core.balance.rectification.report import RESULT_FIELDS, Book, rectification_report, result_columns

        steps = Steps(feedback, read=25, cut=35, layer=15, book=25)
        given_in = self.choice(parameters, self.AREA_UNIT, context)
        inputs: list[Any] = []
        columns, rows = self._read_spots(given_in, inputs, steps)
        drawn, acts = self._read_acts(given_in, inputs, steps)
        store = self._place.opened() if self._place else None
        try:
            counted = acts_that_count(rows, acts, store)
            kept = self._joined(store, rows, counted, inputs)
            problems = self._ground(columns, rows, drawn, counted, steps)
            stated = rows.stated if acts is not None or store is not None else None
            found = rectify(kept.spots, kept.acts, self._rules, stated, problems)
            result = result_columns(found, say)
            names = self.table_names(parameters, context)
            report = rectification_report(found, result, Book(self._figures, inputs), self.run_facts(), names)
            layer = self.write_result(
                parameters, context, RESULT_FIELDS, result, self._shapes(columns, found), report, steps,
                lambda: self._enter(store, rows, counted, report),
                (self.tr("Spots with their state"), "rectification.qml"),
            )  # fmt: skip
        finally:
            if store is not None:
                store.close()
        self._tell(found, report, feedback)
        return {**self._numbers(found, kept, report), **layer, self.WORKBOOK: self._book}

    def _read_spots(self, given_in: str | None, inputs: list[Any], steps: Steps) -> tuple[Columns | None, SpotRows]:
        from ....core.balance.rectification.fields import SpotRows, spots_of, spots_of_sheet
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        label = translate("LandLedger", "Outflow spots")
        if self._spots is not None:
            columns = read(self._spots, steps.read)
            inputs.append(self.described(label, columns))
            return columns, spots_of(columns, DisplayUnit(given_in), self._rules)
        path = self._books[self.SPOTS_BOOK]
        if path:
            table = self.sheet(path, "T10", label, inputs)
            return None, spots_of_sheet(table.rows, table.sheet, self._rules)
        return None, SpotRows([], [], {})

    def _read_acts(
        self, given_in: str | None, inputs: list[Any], steps: Steps
    ) -> tuple[Columns | None, list[Act] | None]:
        from ....core.balance.rectification.fields import acts_of, acts_of_sheet
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        label = translate("LandLedger", "Acts of rectification")
        if self._acts is not None:
            columns = read(self._acts, steps.read)
            inputs.append(self.described(label, columns))
            return columns, acts_of(columns, DisplayUnit(given_in))
        path = self._books[self.MEASURES_BOOK]
        if path:
            table = self.sheet(path, "RECTACTS", label, inputs)
            return None, acts_of_sheet(table.rows, table.sheet)
        return None, None

    def _joined(self, store: Any, rows: SpotRows, acts: Sequence[Act], inputs: list[Any]) -> Kept:
        from ....core.balance.rectification.keeping import Kept, joined

        if store is None:
            return Kept(rows.spots, acts)
        inputs.append(self.ledger_fact(store))
        return joined(store, rows.spots, acts)

    def _ground(
        self, spots: Columns | None, rows: SpotRows, drawn: Columns | None, acts: Sequence[Act], steps: Steps
    ) -> list[Problem]:
        from ....core.balance.rectification.ground import ground_problems, lay_over

        if not self._drawn or spots is None or drawn is None or not len(drawn):
            return []
        here = [self._bring(source, columns) for source, columns in ((self._spots, spots), (self._acts, drawn))]
        ground = lay_over(here[0], [spot.number for spot in rows.spots], here[1], acts, self.measured_job(), steps.cut)
        return ground_problems(ground, acts, self._rules)

    # ------------------------------------------------------------------------------------------------------------ write

    def _enter(self, store: Any, rows: SpotRows, acts: Sequence[Act], report: Report) -> None:
        from ....core.balance.rectification.keeping import keep

        if self._keep and not report.draft:
            keep(store, rows.spots, acts, operator_name())

    def _shapes(self, columns: Columns | None, found: Rectified) -> tuple[Any, Any]:
        """Shapes of the spots and their system, an invalid one where spots have none; one that only the ledger knows has no
        shape."""
        from qgis.core import QgsCoordinateReferenceSystem

        from ...adapters.result_tables import no_shapes

        shapes = no_shapes(len(found.spots))
        if columns is None or not self._spots.shapes:
            return shapes, QgsCoordinateReferenceSystem()
        for place, each in enumerate(found.spots):
            if each.spot.row >= 0:
                shapes[place] = columns.geometry[each.spot.row]
        return shapes, self._spots.crs

    def _numbers(self, found: Rectified, kept: Kept, report: Report) -> dict[str, Any]:
        from ....core.balance.rectification.model import SpotState, Way
        from ....core.balance.rectification.tables import rate

        counts = {state: sum(each.state is state for each in found.spots) for state in SpotState}
        entered = self._keep and not report.draft
        return {
            "SPOT_COUNT": len(found.spots),
            **{f"{state.name}_COUNT": count for state, count in counts.items()},
            "DUE_AREA_MU": float(found.due.mu(6)),
            **{f"{way.name}_AREA_MU": float(found.total(way).mu(6)) for way in Way},
            "DONE_AREA_MU": float(found.done.mu(6)),
            "LEFT_AREA_MU": float((found.due - found.done).mu(6)),
            "RATE": float(rate(found.done, found.due) or 0),
            "NEW_COUNT": kept.new if entered else 0,
            "CHANGED_COUNT": kept.changed if entered else 0,
            "FINDING_COUNT": len(found.problems),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, found: Rectified, report: Report, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{done} of {due} mu are rectified ({count} spots).")
        feedback.pushInfo(text.format(done=found.done.mu(2), due=found.due.mu(2), count=len(found.spots)))
        self.tell_problems(found.problems, feedback)
        self.tell_outcome(report, self._keep, feedback)
