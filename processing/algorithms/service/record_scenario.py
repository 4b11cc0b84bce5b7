"""landledger:recordscenario — planner teams and who serves what, from tables, into the ledger with their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...base import Group, Steps
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ....core.service.register.ledger import ServiceLedger
    from ....core.service.register.model import Assigned

STATES = ("draft", "current", "closed")


class RecordScenario(LedgerBookAlgorithm):
    """Teams and an assignment into the service book."""

    GROUP = Group.SERVICE
    ICON = "record_scenario.svg"
    NEEDS = ("numpy", "shapely")

    HOLDER = "HOLDER"
    TEAMS = "TEAMS"
    ASSIGNMENT = "ASSIGNMENT"
    SCENARIO = "SCENARIO"
    SCENARIO_NAME = "SCENARIO_NAME"
    STATE = "STATE"
    DATE = "DATE"
    REASON = "REASON"
    FIELD_MAP = "FIELD_MAP"

    CHOICES: Mapping[str, Sequence[str]] = {STATE: STATES}

    def name(self) -> str:
        return "recordscenario"

    def displayName(self) -> str:
        return self.tr("Record planner teams and a scenario")

    def shortDescription(self) -> str:
        return self.tr("Keeps planner teams and a scenario of who serves what in the ledger, with history.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Keeps planner teams and who serves what in the service book of the ledger. A ledger without one gets it, beside the "
            "city's book or that of the holder who is named.\n\n"
            "1. Teams: a layer or table with id (XZBH), name (XZMCH), leading planner (QTGHS), role (FWJS), level (FWCJ), term "
            "(PQQSRQ, PQJZRQ), capacity (FWRL); points are the bases. Only what differs is written.\n"
            "2. Assignment: a table with unit (DYDM), its name (DYMC), team (XZBH; blank for nobody), role and level, as “Assign "
            "planner teams” writes it. It holds in the scenario from the day on; only units whose team differs get a new "
            "version, with the reason. Units that the table does not have stay as they are. A unit may stand there once in each "
            "role, at each level and in each term (PQQSRQ, PQJZRQ); where two rows do not say them, those of their teams count.\n"
            "3. A scenario has a code and a name; one is in force at most: one that comes into force files the former away.\n\n"
            "All of a table or nothing is written. Nothing is overwritten: who served a unit before stays in its history."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        anything = [QgsProcessing.SourceType.TypeVector]
        for name, label in (
            (self.TEAMS, self.tr("Teams (points or a table)")),
            (self.ASSIGNMENT, self.tr("Assignment (table of unit and team)")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, anything, optional=True))
        for name, label in (
            (self.SCENARIO, self.tr("Code of the scenario")),
            (self.SCENARIO_NAME, self.tr("Name of the scenario (empty: as it is, or its code)")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        states = [self.tr("in preparation"), self.tr("in force"), self.tr("filed away")]
        label = self.tr("State of the scenario (empty: as it is, or in preparation)")
        self.addParameter(QgsProcessingParameterEnum(self.STATE, label, states, optional=True))
        add_date(self, self.DATE, self.tr("The assignment holds from (empty: today)"))
        self.addParameter(QgsProcessingParameterString(self.REASON, self.tr("Reason of the change"), optional=True))
        for name, label, lines in (
            (self.HOLDER, self.tr("Holder of the service book (code; empty: the city)"), False),
            (self.FIELD_MAP, self.tr("Fields, as in XZBH=小组;DYDM=代码"), True),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))
        self.add_numbers(
            ("TEAM_COUNT", self.tr("Teams in the ledger")),
            ("TEAM_CHANGE_COUNT", self.tr("Teams that are new or changed")),
            ("UNIT_COUNT", self.tr("Units served in the scenario")),
            ("UNIT_CHANGE_COUNT", self.tr("Units that are new or changed")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.service.teams import TEAM_FIELDS
        from ...adapters.place_reading import field_maps, prepare_places
        from ...adapters.register_reading import ASSIGNMENT_FIELDS

        asked = self.parameterAsString(parameters, self.FIELD_MAP, context)
        maps = field_maps(self, parameters, context, (self.TEAMS, self.ASSIGNMENT), asked)
        teams = self.parameterAsSource(parameters, self.TEAMS, context)
        drawn = teams is not None and teams.wkbType() != QgsWkbTypes.Type.NoGeometry
        self._teams = prepare_places(self, parameters, self.TEAMS, context, TEAM_FIELDS, maps[self.TEAMS], drawn, False)
        fields = maps[self.ASSIGNMENT]
        self._table = prepare_places(self, parameters, self.ASSIGNMENT, context, ASSIGNMENT_FIELDS, fields, False, False)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = parameters.get(self.ASSIGNMENT) not in (None, "") or parameters.get(self.STATE) not in (None, "")
        if given and not self.parameterAsString(parameters, self.SCENARIO, context).strip():
            return False, self.tr("Give the code of the scenario.")
        return super().checkParameterValues(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.register.founding import found_service
        from ....core.service.register.ledger import ServiceLedger
        from ...adapters.place_reading import read_places
        from ...adapters.register_reading import assigned_of, team_rows_of

        steps = Steps(feedback, read=40, record=60)
        # Read before anything is made: what is wrong with a table leaves the ledger as it was.
        teams = [] if self._teams is None else team_rows_of(self._teams, read_places(self._teams))
        rows = [] if self._table is None else assigned_of(self._table, read_places(self._table, progress=steps.read))
        holder = self.parameterAsString(parameters, self.HOLDER, context).strip()
        store = self.ledger(parameters, context)
        try:
            book = found_service(store, holder)
            ledger = ServiceLedger(store, rules_in_force(), self.today, book.holder)
            changed = len(ledger.put_teams(teams, self.operator(), keep=True))
            units, served = self._scenario(ledger, rows, parameters, context)
            found = {
                "TEAM_COUNT": len(ledger.teams()), "TEAM_CHANGE_COUNT": changed, "UNIT_COUNT": served, "UNIT_CHANGE_COUNT": units,
            }  # fmt: skip
        finally:
            store.close()
        text = self.tr("{teams} teams, {team_changes} of them new or changed; {units} units served, {unit_changes} new or changed.")
        feedback.pushInfo(text.format(teams=found["TEAM_COUNT"], team_changes=changed, units=served, unit_changes=units))
        return found

    def _scenario(
        self, ledger: ServiceLedger, rows: Sequence[Assigned], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[int, int]:
        """How many units got a new version, and how many are served on the day."""
        code = self.parameterAsString(parameters, self.SCENARIO, context).strip()
        if not code:
            return 0, 0
        day = asked_date(self, parameters, self.DATE, context) or self.today()
        name = self.parameterAsString(parameters, self.SCENARIO_NAME, context).strip()
        former = next((each for each in ledger.scenarios() if each.code == code), None)
        state = self.choice(parameters, self.STATE, context) or (former.state.value if former else "draft")
        values: dict[str, object] = {
            "code": code, "name": name or (former.name if former else code), "state": state,
            "day": (former.day if former else None) or day,
        }  # fmt: skip
        if former is not None:
            values.update({"purpose": former.purpose, "doc_no": former.doc_no, "note": former.note})
        reason = self.parameterAsString(parameters, self.REASON, context).strip()
        changes = ledger.record_scenario(values, rows, day, reason, self.operator())
        served = [each for each in ledger.assignment(code, day) if each.team and not each.expired(day)]
        return len(changes), len(served)
