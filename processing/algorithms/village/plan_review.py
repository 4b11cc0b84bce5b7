"""landledger:planreview — the list of opinions of a review meeting (T32), and what became of the former round's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...cell_problems import CellProblemsAlgorithm
from ...settings import layouts_folder, operator_name, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.village.review import Opinion, PlanFinding
    from ....core.village.review_compare import Comparison
    from ....core.village.review_reading import ReadRound

MAKE_FROM = ("none", "error", "warning", "hint")
DEGREE = 111_319.49
"""Metres of a degree on the equator."""


@dataclass
class Round:
    """What a run knows of the opinions: of the former round, of this one, what was compared."""

    number: int
    former: list[Opinion] = field(default_factory=list)
    current: list[Opinion] = field(default_factory=list)
    comparison: Comparison | None = None


class PlanReview(CellProblemsAlgorithm, WorkbookAlgorithm):
    """Opinions of findings, the former round read back and compared, the list as a workbook and as a layer."""

    GROUP = Group.VILLAGE
    ICON = "plan_review.svg"

    FINDINGS = "FINDINGS"
    OPINIONS = "OPINIONS"
    MAKE = "MAKE"
    PREVIOUS_BOOK = "PREVIOUS_BOOK"
    PREVIOUS = "PREVIOUS"
    PREVIOUS_FINDINGS = "PREVIOUS_FINDINGS"
    SHEET = "SHEET"
    COLUMNS = "COLUMNS"
    ROUND = "ROUND"
    WHO = "WHO"
    TITLE = "TITLE"
    RESULT = "RESULT"

    CHOICES: Mapping[str, Sequence[str]] = {MAKE: MAKE_FROM}

    def name(self) -> str:
        return "planreview"

    def displayName(self) -> str:
        return self.tr("List of review opinions")

    def shortDescription(self) -> str:
        return self.tr("Opinions on a village plan as the form of the review meeting, and what became of the former round's.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Makes the list of review opinions (T32: kind of question, place, basis, opinion, department, reply, state) of the "
            "findings of a plan check and of opinions written in the review panel, and compares it with the round before.\n\n"
            "1. Findings: the result of “checkvillageplan”. Open findings that no opinion speaks of yet become opinions, one a "
            "check and village, from the severity chosen on.\n"
            "2. Opinions: the layer that the review panel writes, or a former result of this algorithm.\n"
            "3. Former round: the workbook that the planners filled in (reply and state), or its table of opinions. Every cell "
            "that makes no sense is told. With the findings of the new round each former opinion is 已改, 部分, 未改, or "
            "说明理由 where what is left was accepted with a reason; an opinion without findings is 待核. What the planners call "
            "done although it is still there is told.\n"
            "4. A finding is the same where its key is; else where check, layer, parcel and field are; else where the same check "
            "speaks of the same place (rule plan_review_place_tolerance_m). Findings that answer to none are 新增; with the "
            "findings of the former round, only those that it did not have either.\n\n"
            "Workbook: 审查意见表, sums, what became of the former round, new findings, and the sheet 意见对应 by which the next "
            "round finds its opinions again: it must stay in the workbook that goes to the planners.\n\n"
            "Kinds of questions, states and the words planners use for them are tables of their own (review_categories.csv, "
            "review_states.csv)."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        vector = [QgsProcessing.SourceType.TypeVector]
        for name, label in (
            (self.FINDINGS, self.tr("Findings of the plan check")),
            (self.OPINIONS, self.tr("Opinions written so far")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, vector, optional=True))
        makes = [self.tr("none"), self.tr("errors"), self.tr("errors and warnings"), self.tr("all, with hints")]
        self.addParameter(
            QgsProcessingParameterEnum(self.MAKE, self.tr("Make opinions of open findings"), makes, defaultValue=1)
        )
        book = QgsProcessingParameterFile(self.PREVIOUS_BOOK, self.tr("Former round: workbook from the planners"), optional=True)
        book.setFileFilter(self.tr("Excel workbook (*.xlsx)"))
        self.addParameter(book)
        for name, label in (
            (self.PREVIOUS, self.tr("Former round: table of opinions")),
            (self.PREVIOUS_FINDINGS, self.tr("Former round: findings")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, vector, optional=True))
        self.addParameter(
            QgsProcessingParameterString(self.WHO, self.tr("Department or expert of new opinions"), optional=True)
        )
        self.addParameter(QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True))
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.ROUND, self.tr("Round (0: the one after the former)"), defaultValue=0, minValue=0, maxValue=99
            )
        )
        for name, label in (
            (self.SHEET, self.tr("Sheet (empty: the one that fits)")),
            (self.COLUMNS, self.tr("Columns of the list, as in A=修改说明;S=H")),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.RESULT, self.tr("Opinions"), QgsProcessing.SourceType.TypeVectorPoint)
        )
        self.add_problems()
        self.add_workbook()
        self.add_numbers(
            ("ROUND_NUMBER", self.tr("Round")),
            ("OPINION_COUNT", self.tr("Number of opinions")),
            ("NEW_COUNT", self.tr("New opinions")),
            ("OPEN_COUNT", self.tr("Opinions not dealt with")),
            ("PARTLY_COUNT", self.tr("Opinions partly dealt with")),
            ("DONE_COUNT", self.tr("Opinions dealt with")),
            ("EXPLAINED_COUNT", self.tr("Opinions explained")),
            ("CHECK_COUNT", self.tr("Opinions to be looked at by people")),
            ("CONTRADICTED_COUNT", self.tr("Opinions called done whose findings are still there")),
            ("FRESH_COUNT", self.tr("New findings")),
            ("PROBLEM_COUNT", self.tr("Cells that are wrong")),
            ("WARNING_COUNT", self.tr("Cells to look at")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.review_rows import prepare_findings, prepare_opinions
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self._findings = prepare_findings(self, parameters, self.FINDINGS, context)
        self._former_findings = prepare_findings(self, parameters, self.PREVIOUS_FINDINGS, context)
        self._opinions = prepare_opinions(self, parameters, self.OPINIONS, context)
        self._previous = prepare_opinions(self, parameters, self.PREVIOUS, context)
        self._list = self.parameterAsFile(parameters, self.PREVIOUS_BOOK, context)
        if not (self._findings or self._opinions or self._previous or self._list):
            raise InputError(translate("LandLedger", "Give the findings of a plan check, or opinions."))
        self._by = operator_name()
        places = [
            source.features.sourceName() for source in (self._findings, self._opinions, self._previous) if source is not None
        ]
        for name in (self.RESULT, self.PROBLEMS):
            require_target(parameters.get(name), context, places)
        self.take_workbook(parameters, context)
        if self._book and self._list and Path(self._book).absolute() == Path(self._list).absolute():
            template = translate("LandLedger", "File {file} is an input of this run and can't be its output; choose another name.")
            raise InputError(template, file=self._book)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.village.review import renumbered

        steps = Steps(feedback, findings=35, opinions=10, compare=20, layer=15, book=15, table=5)
        crs = self._system()
        findings = self._read_findings(crs, steps)
        returned = self._read_list(parameters, context, crs, steps, feedback)
        results: dict[str, Any] = {}
        if returned is not None:
            if parameters.get(self.PROBLEMS) not in (None, ""):
                results = self.write_problems(parameters, context, returned.rows, steps)
            self.tell_problems(returned.problems, feedback)
            if returned.refused and not results:
                self._refuse(returned)
        this = self._rounds(parameters, context, crs, returned, steps)
        if findings is not None and this.former:
            self._compare(this, findings, crs, steps)
        elif this.former:
            feedback.pushWarning(self.tr("Without findings the former round was not compared."))
        self._make(parameters, context, this, findings)
        opinions = renumbered([*this.former, *this.current])
        sink = self._write_layer(parameters, context, opinions, crs, steps)
        results[self.RESULT] = sink
        return {**results, **self._report(parameters, context, this, opinions, findings, returned, steps, feedback)}

    def _system(self) -> Any:
        """The coordinate system of the result: that of the findings, else of the opinions."""
        from qgis.core import QgsCoordinateReferenceSystem

        sources = (self._findings, self._opinions, self._previous)
        return next((each.crs for each in sources if each is not None and each.crs.isValid()), QgsCoordinateReferenceSystem())

    def _read_findings(self, crs: Any, steps: Steps) -> list[PlanFinding] | None:
        from ...adapters.review_rows import read_findings

        return None if self._findings is None else read_findings(self._findings, crs, steps.findings)

    def _own_opinions(self, source: Any, crs: Any) -> list[Opinion]:
        from ...adapters.review_rows import read_opinions

        return [] if source is None else read_opinions(source, crs)

    def _read_list(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: Any, steps: Steps, feedback: QgsProcessingFeedback
    ) -> ReadRound | None:
        from ....core.village.review_reading import RoundOrder, read_round

        self._known = self._own_opinions(self._opinions, crs)
        self._told_before = self._own_opinions(self._previous, crs)
        if not self._list:
            return None
        asked = self.parameterAsInt(parameters, self.ROUND, context)
        order = RoundOrder(
            self._list,
            self.parameterAsString(parameters, self.SHEET, context).strip(),
            self.parameterAsString(parameters, self.COLUMNS, context).strip(),
            max(1, asked - 1),
        )
        found = read_round(order, [*self._known, *self._told_before], layouts_folder(), steps.opinions)
        if not found.indexed:
            feedback.pushWarning(
                self.tr("The workbook has no sheet 意见对应: opinions are known by their text, findings only of opinions given.")
            )
        return found

    def _refuse(self, returned: ReadRound) -> None:
        hard = [problem for problem in returned.problems if problem.hard]
        template = translate("LandLedger", "The list of opinions has {count} faults, the first is {first}")
        raise InputError(template, count=len(hard), first=hard[0].sentence)

    def _rounds(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: Any, returned: ReadRound | None, steps: Steps
    ) -> Round:
        """Which opinions are of the former round, and which of this one."""
        from ....core.village.review_compare import merged

        asked = self.parameterAsInt(parameters, self.ROUND, context)
        back = merged(returned.opinions if returned is not None else (), self._told_before)
        number = asked or (max(each.round for each in back) + 1 if back else max([1, *(each.round for each in self._known)]))
        back_ids = {each.id for each in back}
        older = [each for each in self._known if each.id in back_ids or each.round < number]
        own = {each.id for each in older}
        former = merged(back, older)
        return Round(number, former, [each for each in self._known if each.id not in own])

    def _compare(self, this: Round, findings: Sequence[PlanFinding], crs: Any, steps: Steps) -> None:
        from ....core.village.review_compare import compare_rounds
        from ...adapters.review_rows import read_findings

        tolerance = float(self._rules.get("plan_review_place_tolerance_m").number())
        tolerance /= DEGREE if crs.isGeographic() else 1.0
        known: frozenset[str] = frozenset()
        if self._former_findings is not None:
            known = frozenset(each.key for each in read_findings(self._former_findings))
        this.comparison = compare_rounds(this.former, findings, tolerance, known, say)
        this.former = [each.opinion for each in this.comparison.former]
        steps.compare(1.0)

    def _make(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        this: Round,
        findings: Sequence[PlanFinding] | None,
    ) -> None:
        """Opinions of open findings that no opinion speaks of."""
        from datetime import date

        from ....core.checking.finding import Severity
        from ....core.village.review import Author, at_least, opinions_of_findings

        least = str(self.choice(parameters, self.MAKE, context))
        if findings is None or least == "none":
            return
        left = findings if this.comparison is None else this.comparison.fresh
        spoken = {cause.key for each in this.current for cause in each.causes}
        left = [each for each in left if each.open and each.key not in spoken]
        who = self.parameterAsString(parameters, self.WHO, context).strip()
        author = Author(who, self._by, date.today().isoformat(), this.number)
        listed = self._rules.whole("plan_review_listed_places")
        first = 1 + max([0, *(each.number for each in [*this.former, *this.current])])
        taken = {each.id for each in [*this.former, *this.current]}
        made = opinions_of_findings(at_least(left, Severity(least)), author, listed, say, first)
        this.current += [each for each in made if each.id not in taken]

    def _write_layer(
        self, parameters: dict[str, Any], context: QgsProcessingContext, opinions: Sequence[Opinion], crs: Any, steps: Steps
    ) -> str:
        from ....core.village.review import OPINION_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for
        from ...adapters.review_rows import opinion_columns, opinion_points
        from ...adapters.sinks import open_sink

        columns = opinion_columns(opinions)
        fields = fields_for(OPINION_FIELDS, columns)
        with open_sink(self, parameters, self.RESULT, context, fields, crs, QgsWkbTypes.Type.Point) as sink:
            sink.write(opinion_points(opinions), [columns[each.name] for each in OPINION_FIELDS], steps.layer)
            sink.finish()
        dress(context, sink.id, Look(self.tr("Opinions"), "opinions.qml", aliases_of(OPINION_FIELDS)))
        return str(sink.id)

    def _report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        this: Round,
        opinions: Sequence[Opinion],
        findings: Sequence[PlanFinding] | None,
        returned: ReadRound | None,
        steps: Steps,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.occupation.report import write_report
        from ....core.village.review_tables import ReviewFacts, review_report, told_of
        from ...versions import program_versions

        compared = this.comparison.former if this.comparison is not None else ()
        fresh = this.comparison.fresh if this.comparison is not None else ()
        used = [self._rules.get(key) for key in ("plan_review_place_tolerance_m", "plan_review_listed_places")]
        facts = ReviewFacts(
            self.parameterAsString(parameters, self.TITLE, context).strip(),
            self._findings.name if self._findings is not None else "",
            len(findings or ()),
            Path(self._list).name if self._list else self._previous.name if self._previous is not None else "",
            len(returned.problems) if returned is not None else 0,
            self._rules.get("plan_review_place_tolerance_m").text(),
            RunFacts(None, program_versions(), (), used),
        )
        report = review_report(opinions, compared, fresh, facts, layouts_folder())
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        if compared:
            feedback.pushInfo(said(told_of(compared)))
        for each in [each for each in compared if each.contradicted][:20]:
            text = self.tr("Opinion {number}: called done by the planners, but {why}")
            feedback.pushWarning(text.format(number=each.opinion.number, why=each.opinion.why))
        self.tell_failed(report.identities, feedback)
        states = [each.state for each in opinions]
        problems = returned.problems if returned is not None else []
        return {
            self.WORKBOOK: self._book,
            "ROUND_NUMBER": this.number,
            "OPINION_COUNT": len(opinions),
            **{f"{state.upper()}_COUNT": states.count(state) for state in ("new", "open", "partly", "done", "explained", "check")},
            "CONTRADICTED_COUNT": sum(each.contradicted for each in compared),
            "FRESH_COUNT": len(fresh),
            "PROBLEM_COUNT": sum(problem.hard for problem in problems),
            "WARNING_COUNT": sum(not problem.hard for problem in problems),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }
