"""landledger:recordvisit — one visit with its suggestions, or the next state of a suggestion, into the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ....core.service.register.ledger import ServiceLedger

KINDS = ("visit", "suggestion", "state")


class RecordVisit(LedgerBookAlgorithm):
    """One entry into the register of planner teams."""

    GROUP = Group.SERVICE
    ICON = "record_visit.svg"
    NEEDS = ("numpy",)

    WHAT = "WHAT"
    TEAM = "TEAM"
    DATE = "DATE"
    UNIT = "UNIT"
    TOPIC = "TOPIC"
    CONTENT = "CONTENT"
    PERSONS = "PERSONS"
    COUNT = "COUNT"
    SUGGESTIONS = "SUGGESTIONS"
    VISIT = "VISIT"
    SUGGESTION = "SUGGESTION"
    STATE = "STATE"
    TO = "TO"
    BASIS = "BASIS"

    CHOICES: Mapping[str, Sequence[str]] = {
        WHAT: KINDS, STATE: ("raised", "submitted", "adopted", "partly", "rejected", "done"),
    }  # fmt: skip

    def name(self) -> str:
        return "recordvisit"

    def displayName(self) -> str:
        return self.tr("Record a visit or suggestion")

    def shortDescription(self) -> str:
        return self.tr("Records one visit with its suggestions, a suggestion, or the next state of one, in the ledger.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Records one thing in the service book of the ledger, whole or not at all.\n\n"
            "1. A visit: team (code, name or leading planner), day, unit (code, or name as in the scenario in force), focus "
            "field, what was done; its suggestions one a line, each with its field before a bar where it is another: "
            "名城保护|修缮古街门楼.\n"
            "2. Suggestions alone: of a visit by its number, or of a team and day without one.\n"
            "3. The next state of a suggestion by its number: 提出→报送→采纳, 部分采纳 or 未采纳→落实 "
            "(resources/codes/suggestion_moves.csv). The day is that of the state; department and ground may be given.\n\n"
            "Numbers are given by the ledger. A state that may not follow, an unknown team or field and a day in the future are "
            "refused. Nothing is overwritten: each change is the next version of its row."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.service.register.vocabulary import SuggestionState

        self.add_ledger()
        kinds = [self.tr("a visit with its suggestions"), self.tr("suggestions"), self.tr("the next state of a suggestion")]
        self.addParameter(QgsProcessingParameterEnum(self.WHAT, self.tr("What is recorded"), kinds, defaultValue=0))
        self._add_text(self.TEAM, self.tr("Team (code, name or leading planner)"))
        add_date(self, self.DATE, self.tr("Day (empty: today)"))
        for name, label, lines in (
            (self.UNIT, self.tr("Service unit (code or name)"), False),
            (self.TOPIC, self.tr("Focus field"), False),
            (self.CONTENT, self.tr("What was done at the visit"), True),
            (self.PERSONS, self.tr("Who took part"), False),
        ):
            self._add_text(name, label, lines)
        kind = QgsProcessingParameterNumber.Type.Integer
        label = self.tr("How many took part")
        self.addParameter(QgsProcessingParameterNumber(self.COUNT, label, kind, optional=True, minValue=0))
        for name, label, lines in (
            (self.SUGGESTIONS, self.tr("Suggestions, one a line; field before a bar"), True),
            (self.VISIT, self.tr("Number of the visit (for suggestions)"), False),
            (self.SUGGESTION, self.tr("Number of the suggestion (for a state)"), False),
        ):
            self._add_text(name, label, lines)
        states = [say(SuggestionState(name).label) for name in self.CHOICES[self.STATE]]
        self.addParameter(QgsProcessingParameterEnum(self.STATE, self.tr("State"), states, optional=True))
        self._add_text(self.TO, self.tr("Submitted to"))
        self._add_text(self.BASIS, self.tr("Ground of adoption"))
        self.addOutput(QgsProcessingOutputString("VISIT_NO", self.tr("Number of the visit")))
        self.addOutput(QgsProcessingOutputString("SUGGESTION_NO", self.tr("Numbers of the suggestions")))
        self.add_numbers(
            ("SUGGESTION_COUNT", self.tr("Suggestions recorded")),
            ("ALL_VISIT_COUNT", self.tr("Visits in the ledger")),
            ("ALL_SUGGESTION_COUNT", self.tr("Suggestions in the ledger")),
        )

    def _add_text(self, name: str, label: str, lines: bool = False) -> None:
        self.addParameter(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.register.ledger import ServiceLedger
        from ....core.service.register.sheets import require_teams

        store = self.ledger(parameters, context)
        try:
            ledger = ServiceLedger(store, rules_in_force(), self.today)
            require_teams(ledger)
            recorded = self._record(ledger, parameters, context)
            visits, suggestions = ledger.visits(), ledger.suggestions()
        finally:
            store.close()
        feedback.pushInfo(self.tr("Recorded: {numbers}.").format(numbers="、".join(each for each in recorded if each)))
        return {
            "VISIT_NO": recorded[0], "SUGGESTION_NO": "、".join(recorded[1:]), "SUGGESTION_COUNT": len(recorded) - 1,
            "ALL_VISIT_COUNT": len(visits), "ALL_SUGGESTION_COUNT": len(suggestions),
        }  # fmt: skip

    def _record(
        self, ledger: ServiceLedger, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[str]:
        """The number of the visit ('' for none), then those of the suggestions."""
        from ....core.service.register.ledger import Move, NewVisit
        from ....core.service.register.one_entry import suggestion_lines, unit_named
        from ....core.service.register.vocabulary import SuggestionState

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        day = asked_date(self, parameters, self.DATE, context) or self.today()
        what, state = self.choice(parameters, self.WHAT, context), self.choice(parameters, self.STATE, context)
        if what == "state":
            if state is None:
                raise InputError(translate("LandLedger", "Choose the state to which the suggestion comes."))
            move = Move(text(self.SUGGESTION), SuggestionState(state), day, text(self.BASIS), text(self.TO))
            return ["", *(each.no for each in ledger.move([move], self.operator()))]
        of_visit = text(self.VISIT) if what == "suggestion" else ""
        given: dict[str, object] = {} if of_visit else {"date": day}
        if text(self.TEAM):
            given["team"] = ledger.team_named(text(self.TEAM))
        given.update(unit_named(ledger, text(self.UNIT), day))
        more = {"state": state, "state_date": day if state else None, "to": text(self.TO), "basis": text(self.BASIS)}
        lines = [{**more, **line} for line in suggestion_lines(text(self.SUGGESTIONS), ledger.fields(), text(self.TOPIC))]
        if what == "suggestion":
            if not lines:
                raise InputError(translate("LandLedger", "Write the suggestions, one a line."))
            filled = ledger.of_visit(of_visit, [{**given, **line} for line in lines])
            return ["", *(each.no for each in ledger.record_visits((), filled, self.operator()).suggestions)]
        values = {**given, "topic": text(self.TOPIC), "content": text(self.CONTENT), "persons": text(self.PERSONS)}
        if parameters.get(self.COUNT) not in (None, ""):
            values["count"] = self.parameterAsInt(parameters, self.COUNT, context)
        recorded = ledger.record_visits([NewVisit(values, lines)], (), self.operator())
        return [recorded.visits[0].no, *(each.no for each in recorded.suggestions)]
