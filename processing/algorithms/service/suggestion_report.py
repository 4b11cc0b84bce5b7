"""landledger:suggestionreport — visits and suggestions of a period, row by row and summed, with printed figures held against them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ...base import Group, Steps, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.rules import Rules
    from ....core.service.register.report import SuggestionJob
    from ....core.service.register.statistics import Tally

PERIODS = ("month", "quarter", "year")


class SuggestionReport(LedgerBookAlgorithm):
    """T33 and its sums."""

    GROUP = Group.SERVICE
    ICON = "suggestion_report.svg"
    NEEDS = ("openpyxl", "numpy")

    SINCE = "SINCE"
    UNTIL = "UNTIL"
    AS_OF = "AS_OF"
    TEAM = "TEAM"
    UNIT = "UNIT"
    PERIOD = "PERIOD"
    PRINTED = "PRINTED"
    TITLE = "TITLE"

    CHOICES: Mapping[str, Sequence[str]] = {PERIOD: PERIODS}

    def name(self) -> str:
        return "suggestionreport"

    def displayName(self) -> str:
        return self.tr("Visits and suggestions of planners")

    def shortDescription(self) -> str:
        return self.tr("Lists and counts visits and suggestions by team, unit, field and period; proves printed figures.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Lists and counts the visits and suggestions of planner teams that a ledger has.\n\n"
            "1. T33 has a row a suggestion, T33V a row a visit: their totals are the numbers that are printed. Sums by team, "
            "unit, focus field and month, quarter or year are checked against them.\n"
            "2. Visits count by their day, suggestions by the day on which they were raised. With “States as of” suggestions are "
            "in the state they had at the end of that day.\n"
            "3. Adoption rate = adopted ÷ its base; both stand beside it. Whether partly adopted ones count, and whether the base "
            "is all, those submitted or those decided on, are rules (service_adoption_partly, service_adoption_base) to be "
            "confirmed locally. One that was put into effect keeps what had become of it.\n"
            "4. Printed figures, as in 现场调研=90余次;意见建议=280余条;采纳率=68.5%, are held against the count: 余 is so many or more, "
            "约 within some per cent (printed_about_percent), else what rounds to the printed digits.\n\n"
            "While one check does not hold, every sheet is marked 草稿."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        add_date(self, self.SINCE, self.tr("First day (empty: from the beginning)"))
        add_date(self, self.UNTIL, self.tr("Last day (empty: all)"))
        self.addParameter(
            QgsProcessingParameterString(
                self.PRINTED, self.tr("Printed figures, as in 现场调研=90余次;意见建议=280余条"), multiLine=True, optional=True
            )
        )
        periods = [self.tr("months"), self.tr("quarters"), self.tr("years")]
        self.addParameter(QgsProcessingParameterEnum(self.PERIOD, self.tr("Sums by"), periods, defaultValue=0))
        for name, label in (
            (self.TEAM, self.tr("Team (code, name or leading planner; empty: all)")),
            (self.UNIT, self.tr("Service unit (code or name; empty: all)")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        add_date(self, self.AS_OF, self.tr("States as of (empty: now)"))
        self.add_advanced(
            QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True)
        )
        self.add_workbook()
        self.add_numbers(
            ("VISIT_COUNT", self.tr("Number of visits")),
            ("PEOPLE_COUNT", self.tr("People at visits")),
            ("UNIT_COUNT", self.tr("Units visited")),
            ("SUGGESTION_COUNT", self.tr("Number of suggestions")),
            ("RAISED_COUNT", self.tr("Suggestions raised only")),
            ("SUBMITTED_COUNT", self.tr("Suggestions submitted, not decided")),
            ("REJECTED_COUNT", self.tr("Suggestions not adopted")),
            ("DONE_COUNT", self.tr("Suggestions put into effect")),
            ("ADOPTED_COUNT", self.tr("Suggestions adopted")),
            ("BASE_COUNT", self.tr("Base of the adoption rate")),
            ("ADOPTION_PERCENT", self.tr("Adoption rate (%)")),
            ("FAILING_COUNT", self.tr("Printed figures that do not hold")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self._rules = rules_in_force()
        self._job = self._asked(parameters, context, self._rules)
        self.take_workbook(parameters, context)

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext, rules: Rules) -> SuggestionJob:
        from ....core.intervals import about_share
        from ....core.service.register.report import SuggestionJob, require_period, service_figures
        from ....core.service.register.statistics import Period

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        since, until, as_of = (asked_date(self, parameters, name, context) for name in (self.SINCE, self.UNTIL, self.AS_OF))
        require_period(since, until)
        period = Period(self.choice(parameters, self.PERIOD, context))
        figures = service_figures(text(self.PRINTED), about_share(rules))
        return SuggestionJob(
            since, until, as_of, text(self.TEAM), text(self.UNIT), period, figures, text(self.TITLE), layouts_folder()
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.occupation.report import write_report
        from ....core.service.register.ledger import ServiceLedger
        from ....core.service.register.report import suggestion_report
        from ....core.service.register.sheets import require_teams
        from ...versions import program_versions

        steps = Steps(feedback, read=50, book=50)
        store = self.ledger(parameters, context)
        try:
            ledger = ServiceLedger(store, self._rules, self.today)
            require_teams(ledger)
            report, counted = suggestion_report(ledger, self._job, RunFacts(None, program_versions()))
            steps.read(1.0)
        finally:
            store.close()
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        return {self.WORKBOOK: self._book, **self._numbers(report, counted, feedback)}

    def _numbers(self, report: Report, counted: Tally, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from ....core.service.register.report import failing, said_figure
        from ....core.service.register.vocabulary import SuggestionState

        rate = "—" if counted.rate is None else f"{counted.rate} %"
        text = self.tr("{visits} visits, {suggestions} suggestions; {adopted} of {base} adopted ({rate}).")
        feedback.pushInfo(
            text.format(
                visits=counted.visits, suggestions=counted.suggestions, adopted=counted.adopted, base=counted.base, rate=rate
            )
        )  # fmt: skip
        wrong = failing(self._job, counted)
        for figure, ours in wrong:
            told = self.tr("The printed figure {name} {printed} does not hold; the ledger has {ours}.")
            value = "—" if ours is None else said_figure(ours, figure.item)
            feedback.reportError(told.format(name=figure.name, printed=figure.text, ours=value))
        self.tell_failed(report.identities, feedback)
        states = {
            f"{state.name}_COUNT": counted.states.get(state, 0)
            for state in (SuggestionState.RAISED, SuggestionState.SUBMITTED, SuggestionState.REJECTED, SuggestionState.DONE)
        }
        return {
            "VISIT_COUNT": counted.visits, "PEOPLE_COUNT": counted.people, "UNIT_COUNT": counted.units,
            "SUGGESTION_COUNT": counted.suggestions, **states, "ADOPTED_COUNT": counted.adopted, "BASE_COUNT": counted.base,
            "ADOPTION_PERCENT": None if counted.rate is None else float(counted.rate), "FAILING_COUNT": len(wrong),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }  # fmt: skip
