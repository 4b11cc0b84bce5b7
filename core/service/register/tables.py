"""The sheets of visits and suggestions: T33 and T33V row by row, sums by team, unit, focus field and period."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...ledger.registers import load_register
from ...quota.table_checks import data_rows
from ...sentence import sentence, translate
from ...workbook import FilledTable, Identity, Row, RowKind, load_layout, with_subtotals, with_sums
from ...workbook.table import Value
from .adoption import Adoption
from .model import PlannerTeam, Suggestion, Visit
from .statistics import Entry, Period, Tally, field_of, tallies, tally, unit_of
from .vocabulary import SUGGESTION_REGISTER, SuggestionState

STATE_KEYS: Mapping[SuggestionState, str] = {state: f"S{number}" for number, state in enumerate(SuggestionState, 1)}
UNNAMED = "（未填）"


@dataclass(frozen=True)
class Entries:
    """What the sheets are made of: visits and suggestions of a period, the teams, how adoption is counted; `name` stands in
    the titles, `folder` has a bureau's own layouts."""

    visits: Sequence[Visit]
    suggestions: Sequence[Suggestion]
    teams: Sequence[PlannerTeam]
    fields: Sequence[str]
    adoption: Adoption
    name: str = ""
    folder: str | None = None

    @property
    def tally(self) -> Tally:
        """All counted."""
        return tally(self.visits, self.suggestions, self.adoption)

    def team_name(self, code: str) -> str:
        """The name of a team."""
        return next((team.name for team in self.teams if team.code == code), code)


def state_names() -> Mapping[SuggestionState, str]:
    """What clerks call the states, as the register declares them."""
    choices = load_register(SUGGESTION_REGISTER).field("state").choices or {}
    return {state: choices.get(state.value, state.value) for state in SuggestionState}


def suggestion_table(entries: Entries) -> FilledTable:
    """T33: a row a suggestion, its total the number that is printed."""
    layout, names = load_layout("T33", entries.folder), state_names()
    rows = []
    for number, each in enumerate(entries.suggestions, 1):
        among = entries.adoption.among(each)
        rows.append(
            Row(
                {
                    "SEQ": number, "N": each.no, "D": each.date, "T": entries.team_name(each.team),
                    "U": each.unit_name or each.unit or None, "F": each.field, "S": each.text, "B": each.to or None,
                    "ST": names[each.state], "SD": each.state_date, "OUT": names[each.outcome] if each.outcome else None,
                    "E": each.basis or None, "VISIT": each.visit or None, "C": 1, "Q": int(among),
                    "A": int(among and entries.adoption.counts(each)),
                }
            )
        )  # fmt: skip
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": entries.name})


def visit_table(entries: Entries) -> FilledTable:
    """T33V: a row a visit, its total the number that is printed."""
    layout = load_layout("T33V", entries.folder)
    made: dict[str, int] = {}
    for each in entries.suggestions:
        made[each.visit] = made.get(each.visit, 0) + 1
    rows = [
        Row(
            {
                "SEQ": number, "N": visit.no, "D": visit.date, "T": entries.team_name(visit.team),
                "U": visit.unit_name or visit.unit or None, "P": visit.persons or None, "PC": visit.count,
                "F": visit.topic or None, "S": visit.content or None, "C": 1, "J": made.get(visit.no, 0),
            }
        )
        for number, visit in enumerate(entries.visits, 1)
    ]  # fmt: skip
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": entries.name})


def cells_of(counted: Tally) -> dict[str, Value]:
    """The columns that the sheets of sums share."""
    states: dict[str, Value] = {key: counted.states.get(state, 0) for state, key in STATE_KEYS.items()}
    return {
        "V": counted.visits, "VU": counted.units, **states, "A": counted.adopted, "Q": counted.base, "R": counted.rate,
    }  # fmt: skip


def team_table(entries: Entries) -> FilledTable:
    """T33T: a row a team, those without anything, too."""
    by_code = {team.code: team for team in entries.teams}
    found = tallies(entries.visits, entries.suggestions, entries.adoption, lambda each: each.team, by_code)
    heads = [
        {"TEAM": str(code), "NAME": entries.team_name(str(code)), "LEAD": by_code[str(code)].lead or None if code in by_code else None}
        for code in found
    ]
    return _summed("T33T", heads, found, entries)


def unit_table(entries: Entries) -> FilledTable:
    """T33U: a row a unit that was visited or about which something was suggested."""
    names: dict[str, tuple[str, str]] = {}
    both: list[Entry] = [*entries.visits, *entries.suggestions]
    for each in both:
        names.setdefault(unit_of(each), (each.unit, each.unit_name or each.unit))
    found = tallies(entries.visits, entries.suggestions, entries.adoption, unit_of)
    heads = [{"UNIT": names[str(key)][0] or None, "NAME": names[str(key)][1] or UNNAMED} for key in found]
    return _summed("T33U", heads, found, entries)


def field_table(entries: Entries) -> FilledTable:
    """T33F: a row a focus field, those in force first."""
    found = tallies(entries.visits, entries.suggestions, entries.adoption, field_of, entries.fields)
    return _summed("T33F", [{"NAME": str(key) or UNNAMED} for key in found], found, entries)


def period_table(entries: Entries, period: Period) -> FilledTable:
    """T33P: a row a month, quarter or year in which there was anything."""
    found = tallies(entries.visits, entries.suggestions, entries.adoption, lambda each: period.of(each.date))
    return _summed("T33P", [{"NAME": str(key)} for key in found], found, entries)


def _summed(
    layout_id: str, heads: Iterable[Mapping[str, Value]], found: Mapping[Hashable, Tally], entries: Entries
) -> FilledTable:
    """A sheet of sums; units visited and the rate of the total are those of all together."""
    layout, whole = load_layout(layout_id, entries.folder), entries.tally
    rows = [
        Row(with_sums(layout, {"SEQ": number, **head, **cells_of(counted)}))
        for number, (head, counted) in enumerate(zip(heads, found.values()), 1)
    ]
    summed = [
        row if row.kind is RowKind.DATA else replace(row, values={**row.values, "VU": whole.units, "R": whole.rate})
        for row in with_subtotals(layout, rows)
    ]
    return FilledTable(layout, summed, None, {"name": entries.name})


def entry_identities(entries: Entries, listed: Sequence[FilledTable], summed: Sequence[FilledTable]) -> list[Identity]:
    """The sheets of sums against T33 and T33V (`listed`), and these against what the ledger was counted to have."""
    suggestions, visits = listed
    found = []
    whole = entries.tally
    counted = sentence(translate("LandLedger", "rows of the sheet = what the ledger has"))
    for table, right in ((suggestions, whole.suggestions), (visits, whole.visits)):
        found.append(Identity(counted, table.sheet, len(data_rows(table)), right))
    name = sentence(translate("LandLedger", "sums of the sheet = the list row by row"))
    pairs = [("S", suggestions, "C"), ("A", suggestions, "A"), ("Q", suggestions, "Q"), ("V", visits, "C")]
    names = state_names()
    for table in summed:
        for key, source, column in pairs:
            found.append(Identity(name, f"{table.sheet} {key}", _total(table, key), _total(source, column)))
        for state, key in STATE_KEYS.items():
            rows = sum(row.value("ST") == names[state] for row in data_rows(suggestions))
            found.append(Identity(name, f"{table.sheet} {names[state]}", _total(table, key), rows))
    return found


def _total(table: FilledTable, key: str) -> int:
    return sum(value for row in data_rows(table) if isinstance(value := row.value(key), int))
