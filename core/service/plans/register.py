"""Village plans in the service book of a ledger: read, entered, taken out; each change is the next version of its row.

    register = PlanRegister(ledger, states)
    register.put([{"code": "379901101202", "name": "乙营村", "state": "approved", "approved": day}], operator)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import InputError
from ...ledger.model import Record
from ...ledger.registers import load_register
from ...sentence import translate
from ...store.interface import RowVersion
from ..register.ledger import ServiceLedger
from ..register.visiting import unknown_team
from ..register.vocabulary import PLAN_REGISTER
from .model import VillagePlan
from .states import PlanStates, load_plan_states


class PlanRegister:
    """The plans of a ledger; new rows stand in the service book of the ledger's holder."""

    def __init__(self, ledger: ServiceLedger, states: PlanStates | None = None) -> None:
        self.ledger = ledger
        self.states = states or load_plan_states()

    def records(self) -> dict[str, Record]:
        """The rows by code, in the order in which they were entered."""
        return {record.key: record for record in self.ledger.store.records(PLAN_REGISTER)}

    def plans(self) -> list[VillagePlan]:
        """The plans by county, town and code."""
        return sorted((VillagePlan.of(record.values) for record in self.records().values()), key=lambda plan: plan.place)

    def history(self, code: str) -> list[VillagePlan]:
        """The versions of a plan, the first first."""
        records = self.ledger.store.records(PLAN_REGISTER, history=True)
        return [VillagePlan.of(record.values) for record in records if record.key == code and not record.removed]

    def put(self, rows: Sequence[Mapping[str, object]], operator: str = "") -> list[Record]:
        """Enter plans (values of `village_plan`), or their next versions where something differs: all or none. What a row does
        not say stays as it is. Returns what was written.

        InputError naming the field, an unknown team or state, a plan twice.
        """
        declared, known = load_register(PLAN_REGISTER), self.records()
        teams = {team.code for team in self.ledger.teams()}
        versions: dict[str, RowVersion] = {}
        for values in rows:
            filled = {name: value for name, value in values.items() if value not in (None, "")}
            there = known.get(str(values.get("code") or ""))
            checked = declared.checked({**(there.values if there else {}), **filled})
            key = declared.key_of(checked)
            if key in versions:
                raise InputError(translate("LandLedger", "The plan {code} stands twice; nothing was recorded."), code=key)
            if self.states.get(str(checked["state"])) is None:
                template = translate("LandLedger", "Plan {code}: there is no state {state}.")
                raise InputError(template, code=key, state=checked["state"])
            if checked.get("team") and checked["team"] not in teams:
                raise unknown_team(key, str(checked["team"]))
            if there is None or dict(there.values) != dict(checked):
                versions[key] = RowVersion(PLAN_REGISTER, key, there.book if there else self.ledger.book.code, checked)
        if not versions:
            return []
        with self.ledger.store.writing({row.book for row in versions.values()}) as writing:
            return writing.put_all(list(versions.values()), operator)

    def withdraw(self, code: str, operator: str = "") -> None:
        """Take out a plan that was entered by mistake; what was recorded of it stays in the book. InputError for an unknown one."""
        record = self.records().get(code)
        if record is None:
            raise InputError(translate("LandLedger", "The register has no plan {code}."), code=code or "—")
        with self.ledger.store.writing([record.book]) as writing:
            writing.put(PLAN_REGISTER, code, record.book, record.values, operator, removed=True)
