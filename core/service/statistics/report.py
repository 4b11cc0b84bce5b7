"""The workbook of planner workload: T19, states of suggestions, how even the load is, what it is made of, units not visited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...rounding import divide_half_up, largest_remainder
from ...sentence import Sentence, sentence, translate
from ...summary.model import Finding
from ...summary.report import finding_table
from ...workbook import (
    FilledTable,
    Identity,
    Row,
    RowKind,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
    with_sums,
    without_empty_sums,
)
from ...workbook.charts import Chart, ChartKind, ChartPage, Series
from ...workbook.table import Value
from ..assigning import ServiceFinding
from ..coverage.job import role_name
from ..coverage.places import NOBODY
from ..coverage.report import rate, term_of
from ..coverage.visiting import shown_day
from ..register.vocabulary import SuggestionState
from ..service_rows import PlanRows, Rows
from ..teams import term_shown
from ..units import LEVEL_NAMES, Match, match_notes
from ..workload import MEASURE_NAMES
from .job import Statistics, TeamRow

LIMIT_RULES = {"cv": "service_cv_most", "most": "service_max_mean_most", "gini": "service_gini_most"}
MOST_NAMED = 12
"""So many units are named in a cell; the list of units not visited has all."""

_PARTS = {"units": "W1", "area": "W2", "population": "W3", "projects": "W4", "visits": "W5"}
_SHARE_DECIMALS = 5
_TOLD_STATES = (SuggestionState.SUBMITTED, SuggestionState.ADOPTED, SuggestionState.PARTLY, SuggestionState.DONE)


def statistics_report(statistics: Statistics, facts: RunFacts, name: str = "", folder: str | None = None) -> Report:
    """All sheets of a run, each headed `name`; `folder` holds the user's own layouts."""
    sheets = _Sheets(statistics, name, folder)
    work, states, parts = sheets.work(), sheets.states(), sheets.parts()
    balance, unvisited = sheets.balance(), sheets.unvisited()
    counted = [table for table in (work, parts, states) if table is not None]
    identities = [identity for table in counted for identity in check(table)]
    identities += list(_identities(statistics, work, states, parts, unvisited))
    tables = [sheets.completed(work), balance, without_empty_sums(parts)]
    tables += [
        *(table for table in (states, unvisited) if table is not None),
        finding_table(findings_of(statistics), folder),
        checks_table(compact(identities), None, load_layout("CHECKS", folder)),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(statistics), *environment(facts)]),
    ]
    return Report(tables, identities)


def chart_page(report: Report, name: str) -> ChartPage:
    """Charts over the cells of the tables of a report."""
    tables = {table.layout.id: table for table in report.tables if isinstance(table, FilledTable)}
    parts = tables["T19L"]
    series = (
        Series("W1", "单元", "2F75B5"), Series("W2", "面积", "70AD47"), Series("W3", "人口", "FFC000"),
        Series("W4", "项目", "8064A2"), Series("W5", "应走访", "4BACC6"),
    )  # fmt: skip
    charts = [
        Chart(ChartKind.STACKED_BAR, "各小组负荷指数（平均为1）", parts, "NAME", series, "0.00"),
        Chart(ChartKind.COLUMN, "各小组服务单元数", parts, "NAME", (Series("N", "单元数", "2F75B5"),)),
    ]
    work = tables["T19"]
    if any(row.value("V") is not None for row in work.rows):
        charts.append(Chart(ChartKind.COLUMN, "各小组现场调研次数", work, "TEAM", (Series("V", "现场调研次数", "70AD47"),)))
    if "T19S" in tables:
        made = (Series("S", "意见建议", "7F7F7F"), Series("S1", "采纳", "70AD47"))
        charts.append(Chart(ChartKind.COLUMN, "各小组意见建议和采纳条数", tables["T19S"], "NAME", made))
    return ChartPage("图表", f"{name}规划师工作量图表", tuple(charts))


def _printed(value: Fraction, decimals: int) -> Decimal:
    """Half-up."""
    scaled = value * 10**decimals
    return Decimal(divide_half_up(scaled.numerator, scaled.denominator)).scaleb(-decimals)


class _Sheets:
    """The tables of a run."""

    def __init__(self, statistics: Statistics, name: str, folder: str | None) -> None:
        self.statistics, self.name, self.folder = statistics, name, folder
        self.coverage = statistics.coverage
        self.teams, self.units = self.coverage.inputs.teams, self.coverage.inputs.places.units

    def _filled(
        self,
        layout_id: str,
        rows: Sequence[Mapping[str, Value]],
        total: Callable[[Mapping[str, Value]], Mapping[str, Value]] | None = None,
    ) -> FilledTable:
        """Rows under a layout; `total` gives what of the row of sums is no sum."""
        layout = load_layout(layout_id, self.folder)
        made: Sequence[Row] = [Row(with_sums(layout, values)) for values in rows]
        if total is not None:
            made = with_subtotals(layout, made)
            made = [
                Row({**row.values, **total(row.values)}, row.kind, row.level, row.label_key) if row.kind is RowKind.TOTAL else row
                for row in made
            ]
        return FilledTable(layout, made, None, {"name": self.name})

    def _who(self, row: TeamRow) -> dict[str, Value]:
        return {"TEAM": self.teams.id[row.team], "NAME": self.teams.name[row.team], "ROLE": sentence(role_name(row.role))}

    # ----------------------------------------------------------------------------------------------------------------- T19

    def work(self) -> FilledTable:
        """T19: a row a team and role."""
        return self._filled("T19", [self._row(row) for row in self.statistics.rows], lambda values: {})

    def completed(self, work: FilledTable) -> FilledTable:
        """T19 with what stands in its row of sums without being one; with texts of its own it is no longer checked."""
        rows = self.statistics.rows
        found: dict[str, Value] = {"R": self._rate(rows), "ST": self._states_text(rows)}
        if self.coverage.visited is not None:
            found["VU"] = f"{sum(len(row.visited) for row in rows)}/{sum(len(row.unvisited) for row in rows)}"
        made = [
            Row({**row.values, **found}, row.kind, row.level, row.label_key) if row.kind is RowKind.TOTAL else row
            for row in work.rows
        ]
        return without_empty_sums(FilledTable(work.layout, made, None, work.title_places))

    def _row(self, row: TeamRow) -> dict[str, Value]:
        team, load = row.team, row.load
        return {
            "TEAM": self.teams.name[team] or self.teams.id[team], "LEAD": self.teams.lead[team],
            "ORG": "" if self.teams.org is None else self.teams.org[team], "UNITS": self._named(row.units),
            "N": len(row.units), "A": _area(row), "POP": row.measures.get("population"), "PRJ": row.measures.get("projects"),
            "V": row.visits, "S": row.suggestions, "S1": None if row.states is None else row.adopted,
            "R": self._rate([row]), "W": None if load is None else _printed(load, 2), "NOTE": self._note(row),
            "NF": self.coverage.job.period.end.year, "ROLE": sentence(role_name(row.role)), "TERM": term_of(self.teams, team),
            "VP": row.planned, "VU": self._visited_text(row), "ST": self._states_text([row]),
        }  # fmt: skip

    def _named(self, units: Sequence[int]) -> str:
        names = [str(self.units.name[unit] or self.units.code[unit]) for unit in units]
        if len(names) <= MOST_NAMED:
            return "、".join(names)
        return f"{'、'.join(names[:MOST_NAMED])}等{len(names)}个"

    def _visited_text(self, row: TeamRow) -> str | None:
        if row.visits is None:
            return None
        missed = self._named(row.unvisited)
        return f"{len(row.visited)}/{missed}" if missed else f"{len(row.visited)}/无"

    def _rate(self, rows: Sequence[TeamRow]) -> Decimal | None:
        return rate(sum(row.adopted for row in rows), sum(row.among for row in rows), 1)

    def _states_text(self, rows: Sequence[TeamRow]) -> str | None:
        """The states of T19 in one cell."""
        known = [row.states for row in rows if row.states is not None]
        return "/".join(str(sum(states[state] for states in known)) for state in _TOLD_STATES) if known else None

    def _note(self, row: TeamRow) -> Sentence | None:
        notes = []
        if not row.serves:
            notes.append(sentence(translate("LandLedger", "serves nothing on {day}"), day=self.coverage.job.day.isoformat()))
        elif not row.units:
            notes.append(sentence(translate("LandLedger", "without a unit")))
        if row.doubled:
            notes.append(sentence(translate("LandLedger", "{count} units served by another team, too"), count=row.doubled))
        most = self.coverage.job.rules.number(LIMIT_RULES["most"])
        if row.load is not None and row.load > Fraction(most):
            notes.append(sentence(translate("LandLedger", "load above {most} times the mean"), most=most))
        places = {f"n{number}": note for number, note in enumerate(notes)}
        return Sentence("；".join("{" + key + "}" for key in places), places) if notes else None

    # ------------------------------------------------------------------------------------------------------ behind T19

    def parts(self) -> FilledTable:
        """What the workload index is made of: each share apportioned once within its role, the index their sum."""
        rows = []
        shared = {key: self._shares(name) for name, key in _PARTS.items()}
        for number, row in enumerate(self.statistics.rows):
            shares = {key: Decimal(int(values[number])).scaleb(-_SHARE_DECIMALS) for key, values in shared.items()}
            rows.append(
                {
                    **self._who(row), "N": len(row.units), "A": _area(row), "POP": row.measures.get("population"),
                    "PRJ": row.measures.get("projects"), "VD": row.measures.get("visits"), **shares,
                }
            )  # fmt: skip
        return self._filled("T19L", rows, lambda values: {})

    def _shares(self, name: str) -> np.ndarray:
        """int64 (r,): the share of a measure in the index of each row, in the last digit printed, by the largest remainder: the
        shares of a role add up to its weight once a team."""
        parts = [row.parts.get(name, Fraction(0)) for row in self.statistics.rows]
        roles = list(self.coverage.roles)
        group = np.array([roles.index(row.role) for row in self.statistics.rows], dtype=np.int64)
        sums = [sum((part for part, of in zip(parts, group.tolist()) if of == role), Fraction(0)) for role in range(len(roles))]
        masters = np.array([int(_printed(whole, _SHARE_DECIMALS).scaleb(_SHARE_DECIMALS)) for whole in sums], dtype=np.int64)
        return largest_remainder(np.array([float(part) for part in parts]), group, masters)

    def states(self) -> FilledTable | None:
        """Suggestions by state, each once."""
        if self.statistics.suggestions is None:
            return None
        rows = []
        for row in self.statistics.rows:
            states = {} if row.states is None else {state.name: count for state, count in row.states.items()}
            rows.append({**self._who(row), **states, "S1": row.adopted, "R": self._rate([row])})
        return self._filled("T19S", rows, lambda values: {"R": self._rate(self.statistics.rows)})

    def balance(self) -> FilledTable:
        """CV, max ÷ mean and Gini of each role against what the rules allow."""
        rows = []
        rules = self.coverage.job.rules
        for balance in self.statistics.balances:
            even = balance.even
            role: Value = sentence(role_name(balance.role))
            rows.append({"ROLE": role, "ITEM": sentence(translate("LandLedger", "Teams that serve")), "VALUE": Decimal(balance.teams)})
            for name, text, note in _FIGURES:
                value, limit = Decimal(f"{getattr(even, name):.4f}"), rules.number(LIMIT_RULES[name])
                fits = getattr(even, name) <= float(limit) + 1e-12
                verdict = translate("LandLedger", "even") if fits else translate("LandLedger", "uneven")
                told: dict[str, Value] = {"ITEM": sentence(text), "OK": sentence(verdict), "NOTE": sentence(note)}
                rows.append({"ROLE": role, "VALUE": value, "LIMIT": limit, **told})
        return self._filled("T19B", rows)

    def unvisited(self) -> FilledTable | None:
        """The units that no row's team came to; None where no visits were given."""
        if self.coverage.visited is None:
            return None
        places = self.coverage.inputs.places
        rows: list[dict[str, Value]] = []
        for row in self.statistics.rows:
            for unit in row.unvisited:
                town = int(places.town[unit])
                rows.append(
                    {
                        "SEQ": len(rows) + 1, "TEAM": self.teams.name[row.team], "ROLE": sentence(role_name(row.role)),
                        "COUNTY": self.units.county[unit],
                        "TOWN": self.units.town[unit] or (self.units.name[town] if town != NOBODY else ""),
                        "CODE": self.units.code[unit], "NAME": self.units.name[unit],
                        "LEVEL": sentence(LEVEL_NAMES[places.level[unit]]), "PLAN": shown_day(self.coverage.plan_day[unit]),
                        "LAST": shown_day(self.statistics.before.get(unit)),
                    }
                )  # fmt: skip
        return self._filled("T19U", rows)


_FIGURES = (
    (
        "cv",
        translate("LandLedger", "Coefficient of variation of workload"),
        translate("LandLedger", "standard deviation over all teams by the mean; 0 is even"),
    ),
    ("most", translate("LandLedger", "Largest workload by the mean"), translate("LandLedger", "1 is even")),
    (
        "gini",
        translate("LandLedger", "Gini coefficient of workload"),
        translate("LandLedger", "half the mean difference of two teams by the mean; 0 is even"),
    ),
)


def _area(row: TeamRow) -> Decimal | None:
    return None if row.hundredths is None else Decimal(row.hundredths).scaleb(-2)


_LOST_VISITS = translate("LandLedger", "{count} visits are of teams that are not there; they count nowhere.")
_LOST_SUGGESTIONS = translate("LandLedger", "{count} suggestions are of teams that are not there; they count nowhere.")


def findings_of(statistics: Statistics) -> list[Finding]:
    """What whoever signs has to know: rows that met no unit or no team, measures that lack, workload that is uneven."""
    coverage, found = statistics.coverage, []
    units = coverage.inputs.places.units
    sides: list[tuple[Rows | PlanRows, Sequence[Match]]] = [(coverage.inputs.assignments, coverage.placed.match)]
    if coverage.inputs.plans is not None:
        sides.append((coverage.inputs.plans, coverage.plan_match))
    if coverage.visited is not None:
        sides.append((coverage.visited.rows, coverage.visited.match))
    if statistics.suggestions is not None:
        sides.append((statistics.suggestions, statistics.suggestion_match))
    for rows, match in sides:
        pairs = [(one, each) for one, each in zip(rows.listed, match) if one.label]
        notes = {str(note): note for note in match_notes(units, [one for one, _ in pairs], [each for _, each in pairs])}
        found += [Finding(ServiceFinding.UNMATCHED, rows.layer, note) for note in notes.values()]
    for count, table, text in (
        (statistics.uncounted_visits, coverage.inputs.visits, _LOST_VISITS),
        (statistics.uncounted_suggestions, statistics.suggestions, _LOST_SUGGESTIONS),
    ):
        if count and table is not None:
            found.append(Finding(ServiceFinding.TEAM, table.layer, sentence(text, count=count)))
    found += [Finding(ServiceFinding.MEASURE, units.layer, note) for note in statistics.notes]
    for balance in statistics.balances:
        most = coverage.job.rules.number(LIMIT_RULES["cv"])
        if balance.even.cv > float(most):
            text = translate("LandLedger", "{role}: the coefficient of variation of workload is {cv}, above {most}.")
            said = sentence(text, role=sentence(role_name(balance.role)), cv=f"{balance.even.cv:.3f}", most=most)
            found.append(Finding(ServiceFinding.UNEVEN, units.layer, said))
    return found


def _total(table: FilledTable, key: str) -> Value:
    return next((row.value(key) for row in table.rows if row.kind is RowKind.TOTAL), 0)


def _identities(
    statistics: Statistics, work: FilledTable, states: FilledTable | None, parts: FilledTable, unvisited: FilledTable | None
) -> Iterator[Identity]:
    """The tables against each other and against the rows that were read."""
    coverage = statistics.coverage

    def same(text: str, left: object, right: object) -> Identity:
        return Identity(sentence(text), "", left, right)  # type: ignore[arg-type]

    for key in ("N", "A", "POP"):
        name = sentence(translate("LandLedger", "T19 = parts of the workload: {column}"), column=work.layout.column(key).title)
        yield Identity(name, "", _total(work, key), _total(parts, key))  # type: ignore[arg-type]
    if coverage.visited is not None:
        counted = int(coverage.visited.inside.sum()) - statistics.uncounted_visits
        yield same(translate("LandLedger", "T19: visits = rows of the period less those of unknown teams"), _total(work, "V"), counted)
    if states is not None:
        counted = statistics.in_period - statistics.uncounted_suggestions
        yield same(
            translate("LandLedger", "T19: suggestions = rows of the period less those of unknown teams"), _total(work, "S"), counted
        )
        yield same(translate("LandLedger", "T19: suggestions = sum of their states"), _total(work, "S"), _total(states, "S"))
        yield same(translate("LandLedger", "T19: adopted = adopted by state"), _total(work, "S1"), _total(states, "S1"))
    if unvisited is not None:
        seen = sum(len(row.visited) for row in statistics.rows)
        rows = len(list(unvisited.rows))
        yield same(translate("LandLedger", "T19: units = visited + not visited"), _total(work, "N"), seen + rows)
    for balance in statistics.balances:
        loads = [row.load for row in statistics.rows if row.role is balance.role and row.load is not None]
        name = sentence(translate("LandLedger", "workload of a role = number of its teams"))
        whole = sum(loads, Fraction(0))
        wanted = Decimal(len(loads) if balance.used else 0)
        yield Identity(name, sentence(role_name(balance.role)), _printed(whole, 5), wanted)


def _inputs(statistics: Statistics) -> Iterator[Row]:
    coverage, job = statistics.coverage, statistics.coverage.job
    inputs = coverage.inputs
    if job.scenario:
        yield fact(translate("LandLedger", "Scenario"), job.scenario)
    yield fact(translate("LandLedger", "Day of the assignment"), job.day.isoformat())
    yield fact(translate("LandLedger", "Period of visits"), term_shown(job.period.start, job.period.end))
    count = sentence(translate("LandLedger", "{count} units"), count=int(inputs.places.drawn.sum()))
    yield fact(translate("LandLedger", "Service units"), f"{inputs.places.units.layer}  {inputs.places.units.source}".strip(), count)
    count = sentence(translate("LandLedger", "{count} teams"), count=len(inputs.teams))
    yield fact(translate("LandLedger", "Teams of planners"), f"{inputs.teams.layer}  {inputs.teams.source}".strip(), count)
    for label, rows in (
        (translate("LandLedger", "Assignment"), inputs.assignments),
        (translate("LandLedger", "Visits"), inputs.visits),
        (translate("LandLedger", "Suggestions"), statistics.suggestions),
        (translate("LandLedger", "Approved village plans"), inputs.plans),
    ):
        if rows is not None:
            text = translate("LandLedger", "{count} rows")
            yield fact(label, f"{rows.layer}  {rows.source}".strip(), sentence(text, count=len(rows.listed)))
    for balance in statistics.balances:
        for name, weight in balance.used.items():
            text = translate("LandLedger", "{measure} {weight}")
            content = sentence(text, measure=sentence(MEASURE_NAMES[name]), weight=f"{float(weight):.4g}")
            yield fact(translate("LandLedger", "Weight of workload"), content, sentence(role_name(balance.role)))
    if statistics.suggestions is not None:
        note = sentence(translate("LandLedger", "partly adopted counts as adopted: {answer}"), answer=_answer(statistics))
        yield fact(translate("LandLedger", "Rate of adoption: share of"), sentence(statistics.adoption.base.label), note)
    if inputs.from_cells:
        text = translate("LandLedger", "Areas are those of the cells, no surveyed ground.")
        yield fact(translate("LandLedger", "Area of the units"), sentence(text))


def _answer(statistics: Statistics) -> Sentence:
    return sentence(translate("LandLedger", "yes") if statistics.adoption.partly else translate("LandLedger", "no"))

