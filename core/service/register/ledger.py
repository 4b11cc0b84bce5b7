"""The register of planner teams: what imports, reports and windows use of the service book of a ledger database.

    found_service(store)
    ledger = ServiceLedger(store, rules, today)
    ledger.put_teams([{"code": "X1", "name": "第一小组"}], operator)
    ledger.put_scenario({"code": "2024", "name": "2024年分区", "state": "draft"}, operator)
    ledger.record_assignment("2024", [Assigned("371502001", "X1", Role.RESPONSIBLE, Level.TOWN)], day, "调整", operator)
    ledger.record_visits([NewVisit({"team": "X1", "date": day}, [{"text": "…", "field": "名城保护"}])], operator=operator)
    ledger.move([Move("X1-20240510-01-J01", SuggestionState.SUBMITTED, day)], operator)

There are no vouchers in a service book: every fact is a row of a register, every change of one its next version.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...errors import InputError
from ...ledger.model import Book, Record, Scalar
from ...ledger.registers import load_register
from ...rules import Rules
from ...sentence import translate
from ...store import Store
from ...store.interface import RowVersion
from ...store.of_kind import of_kind
from .founding import found_service, service_books
from .model import Assigned, Change, PlannerTeam, Scenario, Suggestion, Visit
from .scenarios import assignment_values, changed_rows, in_force, told_apart, versions_of
from .visiting import (
    Correction,
    Known,
    Move,
    NewVisit,
    moved,
    ready_rows,
    require_days,
    require_field,
    unknown_team,
    with_visit,
)
from .vocabulary import (
    ASSIGNMENT_REGISTER,
    BOOK_KIND,
    SCENARIO_REGISTER,
    SUGGESTION_REGISTER,
    TEAM_REGISTER,
    VISIT_REGISTER,
    ScenarioState,
    SuggestionState,
    focus_fields,
)

__all__ = [
    "Assigned", "Correction", "Move", "NewVisit", "Recorded", "ServiceLedger", "found_service", "service_books",
]  # fmt: skip

_STATE_FIELDS = frozenset({"no", "state", "state_date", "outcome", "origin"})
"""What a correction can't change: a state moves, a number stays."""


@dataclass(frozen=True)
class Recorded:
    """What was recorded, in the order in which it was given."""

    visits: Sequence[Visit]
    suggestions: Sequence[Suggestion]


class ServiceLedger:
    """Teams, scenarios, visits and suggestions of a ledger. New rows stand in the service book of `holder`, of the first one
    without; all that one may see are read. `today` is the last day that may be recorded of visits and suggestions."""

    def __init__(
        self, store: Store, rules: Rules, today: Callable[[], datetime.date] = datetime.date.today, holder: str = ""
    ) -> None:
        self.store = of_kind(store, BOOK_KIND)
        self.rules = rules
        self.holder = holder
        self._today = today

    # ------------------------------------------------------------------------------------------------------- reading

    @property
    def book(self) -> Book:
        """The book in which new rows stand; InputError where there is none (`found_service` makes it)."""
        books = service_books(self.store)
        found = books.get(self.holder) if self.holder else next(iter(books.values()), None)
        if found is None:
            template = translate("LandLedger", "The ledger {ledger} has no service book of {holder} yet.")
            if not self.holder:
                template = translate("LandLedger", "The ledger {ledger} has no service book yet; record the planner teams first.")
            raise InputError(template, ledger=self.store.label, holder=self.holder)
        return found

    def fields(self) -> Sequence[str]:
        """The focus fields in force."""
        return focus_fields(self.rules)

    def teams(self) -> list[PlannerTeam]:
        """The teams, in the order in which they were entered."""
        return [PlannerTeam.of(record.values) for record in self.store.records(TEAM_REGISTER)]

    def team_named(self, text: str) -> str:
        """The code of the team that a code, a name or a leading planner means; InputError where it is none, or several."""
        found = [team.code for team in self.teams() if text in (team.code, team.name, team.lead)]
        exact = [code for code in found if code == text] or found
        if len(exact) != 1:
            raise InputError(translate("LandLedger", "The register has no team {team}, or several of this name."), team=text)
        return exact[0]

    def scenarios(self) -> list[Scenario]:
        """The scenarios, in the order in which they were entered."""
        return [Scenario.of(record.values) for record in self.store.records(SCENARIO_REGISTER)]

    def current(self) -> Scenario | None:
        """The scenario in force."""
        return next((each for each in self.scenarios() if each.state is ScenarioState.CURRENT), None)

    def assignment(self, scenario: str, day: datetime.date | None = None) -> list[Assigned]:
        """Who serves what in a scenario on a day (today without one), by unit; units of nobody and rows that ended before
        the day stand there, too (`team`, `expired`). Of all versions that begin by then the one recorded last holds.

        InputError for a scenario that is not there.
        """
        self._scenario(scenario)
        day = day or self._today()
        known = versions_of(self.store, scenario)
        found = (in_force(versions, day) for versions in known.values())
        return sorted((Assigned.of(record.values) for record in found if record is not None), key=_in_order)

    def history(self, scenario: str, unit: str) -> list[Change]:
        """All that was recorded of a unit in a scenario, the first first."""
        known = versions_of(self.store, scenario)
        records = [record for place, versions in known.items() if place.unit == unit for record in versions]
        return [Change.of(record) for record in sorted(records, key=lambda record: (record.recorded, record.number))]

    def visits(
        self, since: datetime.date | None = None, until: datetime.date | None = None, team: str = "", unit: str = ""
    ) -> list[Visit]:
        """Visits by day and number; those of a period (both days included), a team, a unit."""
        visits = (Visit.of(record.values) for record in self.store.records(VISIT_REGISTER))
        return sorted(_chosen(visits, since, until, team, unit), key=lambda visit: (visit.date, visit.no))

    def suggestions(
        self, since: datetime.date | None = None, until: datetime.date | None = None, team: str = "", unit: str = "",
        as_of: datetime.date | None = None,
    ) -> list[Suggestion]:  # fmt: skip
        """Suggestions by day and number, in the state that they have now, or had at the end of the day `as_of`."""
        if as_of is None:
            found = [Suggestion.of(record.values) for record in self.store.records(SUGGESTION_REGISTER)]
        else:
            found = list(_as_of(self.store.records(SUGGESTION_REGISTER, history=True), as_of))
        return sorted(_chosen(found, since, until, team, unit), key=lambda each: (each.date, each.no))

    def suggestion_history(self, no: str) -> list[Suggestion]:
        """The versions of a suggestion, the first first."""
        records = self.store.records(SUGGESTION_REGISTER, history=True)
        return [Suggestion.of(record.values) for record in records if record.key == no and not record.removed]

    # --------------------------------------------------------------------------------------------- teams, scenarios

    def put_teams(self, rows: Sequence[Mapping[str, object]], operator: str = "", keep: bool = False) -> list[Record]:
        """Enter teams (values of `planner_team`), or their next versions where something differs: all or none. Returns what
        was written. With `keep`, what a row does not say stays as it is, and a new team without a name has its code.

        InputError naming the field, a team twice, a term that ends before it begins.
        """
        versions, seen = [], set()
        known = {record.key: record.values for record in self.store.records(TEAM_REGISTER)} if keep else {}
        for values in rows:
            filled = {name: value for name, value in values.items() if value not in (None, "")}
            code = str(values.get("code") or "")
            named = {"name": code} if keep else {}
            row = self._row(TEAM_REGISTER, {**named, **known.get(code, {}), **filled})
            if row.key in seen:
                raise InputError(translate("LandLedger", "The team {team} stands twice; nothing was recorded."), team=row.key)
            seen.add(row.key)
            start, end = row.values.get("from"), row.values.get("to")
            if start and end and str(end) < str(start):
                template = translate("LandLedger", "Team {team}: the term ends on {end}, before it begins on {start}.")
                raise InputError(template, team=row.key, start=start, end=end)
            versions.append(row)
        return self._write(versions, operator)

    def put_scenario(self, values: Mapping[str, object], operator: str = "") -> list[Record]:
        """Enter a scenario, or its next version; one that comes into force files away the one that was. Returns what was
        written."""
        return self._write(self._scenario_versions(values), operator)

    def _scenario_versions(self, values: Mapping[str, object]) -> list[RowVersion]:
        """The row of a scenario, the last, after that of the one it takes the place of."""
        row = self._row(SCENARIO_REGISTER, values)
        if ":" in row.key:
            raise InputError(translate("LandLedger", "The code of a scenario has no colon: {code}."), code=row.key)
        versions = [row]
        if row.values["state"] == ScenarioState.CURRENT.value:
            for record in self.store.records(SCENARIO_REGISTER):
                if record.key != row.key and record.values["state"] == ScenarioState.CURRENT.value:
                    filed = {**record.values, "state": ScenarioState.CLOSED.value}
                    versions.insert(0, RowVersion(SCENARIO_REGISTER, record.key, record.book, filed))
        return versions

    def copy_scenario(
        self, code: str, values: Mapping[str, object], day: datetime.date, operator: str = ""
    ) -> list[Record]:
        """A new scenario with the rows that another has on a day, from that day on; units of nobody and rows that have
        ended are left out. InputError where the new one is there already."""
        row = self._row(SCENARIO_REGISTER, values)
        if self.store.record(SCENARIO_REGISTER, row.key) is not None:
            raise InputError(translate("LandLedger", "There is a scenario {code} already."), code=row.key)
        if ":" in row.key or row.values["state"] == ScenarioState.CURRENT.value:
            raise InputError(translate("LandLedger", "A copied scenario is a draft with a code of its own, without a colon."))
        declared = load_register(ASSIGNMENT_REGISTER)
        versions = [row]
        for each in self.assignment(code, day):
            if each.team and not each.expired(day):
                checked = declared.checked(assignment_values(row.key, each, day, ""))
                versions.append(RowVersion(ASSIGNMENT_REGISTER, declared.key_of(checked), row.book, checked))
        return self._write(versions, operator)

    def record_assignment(
        self, scenario: str, rows: Iterable[Assigned], day: datetime.date, reason: str = "", operator: str = ""
    ) -> list[Change]:
        """From `day` on these teams serve these units in a scenario: all or none, and only rows that differ from what holds
        on that day make a new version, which are returned. A row's unit, role and level say what it is about, its team ''
        for nobody, its `end` the last day.

        InputError for a scenario that is not there or filed away, an unknown team, a place twice at the same time, an end
        before the day.
        """
        with self.store.writing(self._books_of(scenario)) as writing:
            if self._scenario(scenario).state is ScenarioState.CLOSED:
                raise InputError(translate("LandLedger", "The scenario {scenario} is filed away."), scenario=scenario)
            changes = self._assigned(scenario, list(rows), day, reason)
            return [Change.of(record) for record in writing.put_all(changes, operator)]

    def record_scenario(
        self, values: Mapping[str, object], rows: Iterable[Assigned], day: datetime.date, reason: str = "", operator: str = ""
    ) -> list[Change]:
        """A scenario with rows of its assignment, all or none: as `put_scenario` and `record_assignment`, together."""
        versions = self._scenario_versions(values)
        code = versions[-1].key
        with self.store.writing({*self._books_of(code), *(row.book for row in versions)}) as writing:
            rows = list(rows)
            if rows and versions[-1].values["state"] == ScenarioState.CLOSED.value:
                raise InputError(translate("LandLedger", "The scenario {scenario} is filed away."), scenario=code)
            writing.put_all(self._differing(versions), operator)
            changes = self._assigned(code, rows, day, reason)
            return [Change.of(record) for record in writing.put_all(changes, operator)]

    def _books_of(self, scenario: str) -> set[str]:
        """The books in which rows of a scenario stand or will."""
        if len(self.store.books()) == 1:
            return {self.book.code}
        return {self.book.code, *(records[-1].book for records in versions_of(self.store, scenario).values())}

    def _assigned(self, scenario: str, rows: Sequence[Assigned], day: datetime.date, reason: str) -> list[RowVersion]:
        teams = {team.code: team for team in self.teams()}
        for row in rows:
            if row.team and row.team not in teams:
                raise unknown_team(row.unit, row.team)
        known = versions_of(self.store, scenario)
        return changed_rows(known, scenario, self.book.code, told_apart(rows, teams, known, day, scenario), day, reason)

    # ------------------------------------------------------------------------------------------ visits, suggestions

    def record_visits(
        self, visits: Sequence[NewVisit] = (), suggestions: Sequence[Mapping[str, object]] = (), operator: str = "",
        moves: Sequence[Move] = (), corrections: Sequence[Correction] = (),
    ) -> Recorded:  # fmt: skip
        """Enter visits with their suggestions, suggestions of their own, corrections and moves of others: all or none. What
        has no number gets one. InputError as `ready_rows`, `correct_visit` and `moved` raise it."""
        with self.store.writing({self.book.code, *self._stand(moves, corrections)}) as writing:
            ready = ready_rows(visits, suggestions, self.known())
            book = self.book.code
            rows = [RowVersion(VISIT_REGISTER, str(values["no"]), book, values) for values in ready.visits]
            rows += [RowVersion(SUGGESTION_REGISTER, str(values["no"]), book, values) for values in ready.suggestions]
            fixed = [self._corrected(each) for each in corrections]
            writing.put_all([*rows, *fixed, *self._moved(moves, fixed)], operator)
        return Recorded([Visit.of(each) for each in ready.visits], [Suggestion.of(each) for each in ready.suggestions])

    def move(self, moves: Sequence[Move], operator: str = "") -> list[Suggestion]:
        """Suggestions come to other states: all or none; they as they are then. InputError for an unknown number, a state
        that may not follow, a day before the last one or in the future."""
        with self.store.writing({self.book.code, *self._stand(moves)}) as writing:
            return [Suggestion.of(record.values) for record in writing.put_all(self._moved(moves), operator)]

    def correct_visit(self, no: str, changes: Mapping[str, object], operator: str = "") -> Visit:
        """The next version of a visit, with other values in some fields; its number stays."""
        return Visit.of(self._correct(Correction(VISIT_REGISTER, no, changes), operator))

    def correct_suggestion(self, no: str, changes: Mapping[str, object], operator: str = "") -> Suggestion:
        """The next version of a suggestion, with other values in some fields; its number and its state stay."""
        return Suggestion.of(self._correct(Correction(SUGGESTION_REGISTER, no, changes), operator))

    def withdraw(self, register: str, no: str, operator: str = "") -> None:
        """Take out a visit or a suggestion that was entered by mistake; what was recorded of it stays in the book. InputError
        for a visit that has suggestions."""
        record = self._needed(register, no)
        if register == VISIT_REGISTER and any(each.visit == no for each in self.suggestions()):
            raise InputError(translate("LandLedger", "The visit {no} has suggestions; withdraw these first."), no=no)
        with self.store.writing([record.book]) as writing:
            writing.put(register, no, record.book, record.values, operator, removed=True)

    def of_visit(self, no: str, suggestions: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
        """Suggestions with what they don't say themselves taken from a visit that is in the register; as they are for ''."""
        if not no:
            return list(suggestions)
        return [with_visit(self._needed(VISIT_REGISTER, no).values, each) for each in suggestions]

    def known(self) -> Known:
        """What new visits and suggestions are held against."""
        visits = self.store.records(VISIT_REGISTER, history=True)
        kept = {record.key: record.removed for record in visits}
        return Known(
            {team.code for team in self.teams()}, {no for no, removed in kept.items() if not removed}, set(kept),
            {record.key for record in self.store.records(SUGGESTION_REGISTER, history=True)}, self.fields(), self._today(),
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------------- writing

    def _scenario(self, code: str) -> Scenario:
        record = self.store.record(SCENARIO_REGISTER, code)
        if record is None:
            raise InputError(translate("LandLedger", "The ledger has no scenario {scenario}."), scenario=code or "—")
        return Scenario.of(record.values)

    def _needed(self, register: str, no: str) -> Record:
        record = self.store.record(register, no)
        if record is None:
            template = (
                translate("LandLedger", "There is no visit {no}.")
                if register == VISIT_REGISTER
                else translate("LandLedger", "There is no suggestion {no}.")
            )
            raise InputError(template, no=no or "—")
        return record

    def _row(self, register: str, values: Mapping[str, object]) -> RowVersion:
        """The row as the register keeps it, in the book where it stands or, where it is new, in ours."""
        declared = load_register(register)
        checked = declared.checked(values)
        key = declared.key_of(checked)
        there = self.store.record(register, key)
        return RowVersion(register, key, self.book.code if there is None else there.book, checked)

    def _write(self, rows: Sequence[RowVersion], operator: str) -> list[Record]:
        """Rows that are new or differ from their last version; a row stays in the book in which it stands."""
        with self.store.writing({self.book.code, *(row.book for row in rows)}) as writing:
            return writing.put_all(self._differing(rows), operator)

    def _differing(self, rows: Sequence[RowVersion]) -> list[RowVersion]:
        known: dict[tuple[str, str], Record] = {}
        for register in {row.register for row in rows}:
            known.update({(register, record.key): record for record in self.store.records(register)})
        found = []
        for row in rows:
            last = known.get((row.register, row.key))
            if last is None or dict(last.values) != dict(row.values):
                found.append(row)
        return found

    def _stand(self, moves: Iterable[Move], corrections: Iterable[Correction] = ()) -> set[str]:
        """The books in which the rows of moves and corrections stand."""
        found = {self._needed(SUGGESTION_REGISTER, move.no).book for move in moves}
        return found | {self._needed(each.register, each.no).book for each in corrections}

    def _moved(self, moves: Sequence[Move], fixed: Sequence[RowVersion] = ()) -> list[RowVersion]:
        """The versions that moves make, one after the other, after those in `fixed`."""
        rows = {row.key: row.values for row in fixed if row.register == SUGGESTION_REGISTER}
        found = []
        for move in moves:
            record = self._needed(SUGGESTION_REGISTER, move.no)
            values = rows.get(move.no, record.values)
            changes = moved(Suggestion.of(values), move, self._today())
            rows[move.no] = load_register(SUGGESTION_REGISTER).checked({**values, **changes})
            found.append(RowVersion(SUGGESTION_REGISTER, move.no, record.book, rows[move.no]))
        return found

    def _correct(self, correction: Correction, operator: str) -> Mapping[str, Scalar]:
        with self.store.writing(self._stand((), [correction])) as writing:
            row = self._corrected(correction)
            writing.put_all([row], operator)
        return row.values

    def _corrected(self, correction: Correction) -> RowVersion:
        register, no, changes = correction
        record, declared = self._needed(register, no), load_register(register)
        fixed = sorted(_STATE_FIELDS & set(changes))
        if fixed:
            name = declared.field(fixed[0]).name
            raise InputError(translate("LandLedger", "{no}: a correction can't change {field}."), no=no, field=name)
        values = declared.checked({**record.values, **changes})
        if values["team"] not in {team.code for team in self.teams()}:
            raise unknown_team(no, str(values["team"]))
        focus = "topic" if register == VISIT_REGISTER else "field"
        if values.get(focus) != record.values.get(focus):
            require_field(no, str(values.get(focus) or ""), self.fields())
        require_days(no, values, self._today())
        return RowVersion(register, no, record.book, values)


def _in_order(row: Assigned) -> tuple[str, str, str]:
    return row.unit, row.level.value if row.level else "", row.role.value if row.role else ""


def _chosen(
    rows: Iterable[Visit] | Iterable[Suggestion], since: datetime.date | None, until: datetime.date | None, team: str, unit: str
) -> Iterator:  # type: ignore[type-arg]
    for row in rows:
        within = (since is None or since <= row.date) and (until is None or row.date <= until)
        if within and (not team or row.team == team) and (not unit or row.unit == unit):
            yield row


def _as_of(records: Iterable[Record], day: datetime.date) -> Iterator[Suggestion]:
    """Suggestions as they stood at the end of a day: texts as they are now, the state that held then."""
    versions: dict[str, list[Record]] = {}
    for record in records:
        versions.setdefault(record.key, []).append(record)
    for rows in versions.values():
        latest, text = rows[-1], day.isoformat()
        if latest.removed or str(latest.values["date"]) > text:
            continue
        then = next((row for row in reversed(rows) if not row.removed and str(row.values["state_date"]) <= text), None)
        if then is None:
            # It was entered in a state of a later day: by then no more is known than that it was there.
            kept: dict[str, Scalar] = {"state": SuggestionState.RAISED.value, "state_date": latest.values["date"]}
            kept.update(dict.fromkeys(("outcome", "basis")))
        else:
            kept = {name: then.values.get(name) for name in ("state", "state_date", "outcome", "basis", "to")}
        yield Suggestion.of({**latest.values, **kept})
