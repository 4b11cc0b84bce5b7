"""The workbook of a check of service: coverage by role and level, ground, every unit, teams, planned villages, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...area import Area
from ...checking.finding import NO_ROW
from ...checking.lists import STATES
from ...checking.severities import Severities
from ...checking.states import State
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...rounding import half_up
from ...rules import Rule
from ...sentence import Sentence, sentence, translate
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
)
from ...workbook.table import Value
from ..service_rows import PERIOD_NAMES
from ..teams import Teams
from ..units import LEVEL_NAMES, Level, MatchKind
from .findings import tables_of
from .ground import HUNDREDTH, Covered, left_over, percent_of
from .job import TARGET_RULES, Coverage, doubles_of, gaps_of, lapsed_of, role_name
from .places import NOBODY
from .serving import Served, Standing
from .titles import CHECK_TITLES
from .visiting import shown_day

_TABLE_NAMES = {
    "ASSIGNMENT": translate("LandLedger", "Assignment"),
    "VISITS": translate("LandLedger", "Visits"),
    "PLANS": translate("LandLedger", "Approved village plans"),
}
_THRESHOLDS = (
    "service_covered_percent", "service_uncovered_least_m2", "service_outside_percent", "service_partly_outside_percent",
    "service_min_visits", "service_visit_period", *TARGET_RULES.values(),
)  # fmt: skip


def coverage_report(
    coverage: Coverage, columns: Mapping[str, Sequence[object]], facts: RunFacts, name: str = "", folder: str | None = None
) -> Report:
    """All sheets of a run, each headed `name`; `columns` are those of the layer of findings, `folder` the user's own layouts."""
    sheets = _Sheets(coverage, name, folder)
    summary, ground, units = sheets.summary(), sheets.ground(), sheets.units()
    teams, plans, match = sheets.teams(), sheets.plans(), sheets.match()
    counted = [table for table in (summary, ground, teams, plans, match) if table is not None]
    identities = [identity for table in counted for identity in check(table)]
    identities += list(_identities(coverage, columns, summary, units, teams, plans))
    tables = [
        summary,
        *([sheets.judged(ground)] if ground is not None else []),
        units,
        *(table for table in (teams, plans, match) if table is not None),
        sheets.findings(),
        sheets.rules(),
        checks_table(compact(identities), "m2", load_layout("CHECKS", folder)),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(coverage), *environment(facts)]),
    ]
    return Report(tables, identities)


def rate(part: int, whole: int, decimals: int) -> Decimal | None:
    """In %, half-up; None of nothing."""
    return half_up(Decimal(part) * 100 / Decimal(whole), decimals) if whole else None


class _Sheets:
    """The tables of a run."""

    def __init__(self, coverage: Coverage, name: str, folder: str | None) -> None:
        self.coverage, self.name, self.folder = coverage, name, folder
        self.places, self.all_teams = coverage.inputs.places, coverage.inputs.teams

    def _filled(self, layout_id: str, rows: Sequence[Mapping[str, Value]], summed: bool = False) -> FilledTable:
        layout = load_layout(layout_id, self.folder)
        made = [Row(with_sums(layout, values)) for values in rows]
        return FilledTable(layout, with_subtotals(layout, made) if summed else made, None, {"name": self.name})

    # ------------------------------------------------------------------------------------------------------------ coverage

    def summary(self) -> FilledTable:
        """Role × level: units that have to be served, by whom they are."""
        rows = []
        for number, (role, of) in enumerate(zip(self.coverage.roles, self.coverage.by_role)):
            for level in Level:
                values = self._level(number, of, level)
                if values:
                    rows.append({"ROLE": sentence(role_name(role)), "LEVEL": sentence(LEVEL_NAMES[level]), **values})
        table = self._filled("COVER_SUMMARY", rows, True)
        return _with(table, lambda values: {**values, "R": _rate_of(values, "GAP", "N")})

    def _level(self, number: int, of: Served, level: Level) -> dict[str, Value]:
        placed, places = self.coverage.placed, self.places
        of_level = np.array([one is level for one in places.level], dtype=bool)
        targets = np.flatnonzero(self.coverage.targets[number] & of_level)
        gaps = {unit for unit in gaps_of(self.coverage, number) if places.level[unit] is level}
        doubled = [unit for unit, _ in doubles_of(self.coverage, number) if places.level[unit] is level]
        rows = [placed.seat(row)[0] for row in self._lapsed(number, Standing.OVER, Standing.TERM_OVER)]
        later = [placed.seat(row)[0] for row in self._lapsed(number, Standing.LATER, Standing.TERM_LATER)]
        over, begun = (sum(places.level[unit] is level for unit in found) for found in (rows, later))
        if not len(targets) and not doubled and not over and not begun:
            return {}
        inherited = int(of.inherited[targets].sum())
        return {
            "N": len(targets), "OWN": len(targets) - len(gaps) - inherited, "INHERITED": inherited, "GAP": len(gaps),
            "DOUBLE": len(doubled), "EXPIRED": over, "LATER": begun,
        }  # fmt: skip

    def _lapsed(self, number: int, *standing: Standing) -> list[int]:
        """The assignments without a follower that say this role; those that say none stand with the first."""
        role, roles = self.coverage.roles[number], self.coverage.placed.role
        found = lapsed_of(self.coverage, *standing)
        return [row for row in found if roles[row] is role or role is None or (roles[row] is None and number == 0)]

    def ground(self) -> FilledTable | None:
        """Part of the city × role: ground, covered, left."""
        coverage = self.coverage
        if not coverage.ground:
            return None
        rows = [values for covered in coverage.ground for values in _parts(covered)]
        return _with(self._filled("COVER_AREA", rows, True), lambda values: {**values, "R": _share_of(values)})

    def judged(self, ground: FilledTable) -> FilledTable:
        """The ground with what the rule wants of the whole; rows of sums with texts of their own are no longer checked."""
        limit = self.coverage.job.rules.number("service_covered_percent")
        reached = {str(covered.title): covered.reaches(limit) for covered in self.coverage.ground[:1]}

        def completed(row: Row) -> Row:
            role = str(row.value("ROLE"))
            if row.kind is not RowKind.SUBTOTAL or role not in reached:
                return row
            verdict = translate("LandLedger", "reached") if reached[role] else translate("LandLedger", "not reached")
            return Row({**row.values, "LIMIT": limit, "OK": sentence(verdict)}, row.kind, row.level, row.label_key)

        return FilledTable(ground.layout, [completed(row) for row in ground.rows], None, ground.title_places)

    def units(self) -> FilledTable:
        """Every unit of the city in every role: team, how, plan, visits, what is wrong."""
        coverage, places = self.coverage, self.places
        wrong = self._faults()
        rows = []
        for number, (role, of) in enumerate(zip(coverage.roles, coverage.by_role)):
            shown = np.flatnonzero(places.drawn & (coverage.targets[number] | self._assigned(of)))
            gaps = set(gaps_of(coverage, number))
            order = sorted(shown.tolist(), key=lambda unit: (str(places.units.code[unit])))
            rows += [self._unit(unit, of, role_name(role), unit in gaps, wrong.get(unit, ())) for unit in order]
        return self._filled("COVER_UNITS", rows)

    @staticmethod
    def _assigned(of: Served) -> np.ndarray:
        return np.array([bool(teams) for teams in of.teams], dtype=bool)

    def _unit(self, unit: int, of: Served, role: str, gap: bool, faults: Sequence[str]) -> dict[str, Value]:
        coverage, units = self.coverage, self.places.units
        visited, teams = coverage.visited, of.teams[unit]
        last = visited.last.get(unit) if visited is not None else None
        titles = [sentence(CHECK_TITLES[each]) for each in faults]
        return {
            "COUNTY": units.county[unit], "TOWN": self._town(unit), "CODE": units.code[unit], "NAME": units.name[unit],
            "LEVEL": sentence(LEVEL_NAMES[self.places.level[unit]]), "ROLE": sentence(role),
            "TEAMS": "、".join(str(self.all_teams.name[team]) for team in teams), "HOW": sentence(_how(of, unit, gap)),
            "N": len(teams), "PLAN": shown_day(coverage.plan_day[unit]),
            "V": None if visited is None else visited.per_unit.get(unit, 0), "LAST": shown_day(last),
            "NOTE": _listed(titles),
        }  # fmt: skip

    def _town(self, unit: int) -> str:
        town = int(self.places.town[unit])
        return str(self.places.units.town[unit] or (self.places.units.name[town] if town != NOBODY else ""))

    def _faults(self) -> dict[int, list[str]]:
        """The checks that found something on each unit."""
        found: dict[int, list[str]] = {}
        for named in self.coverage.findings:
            row = named.finding.row
            if 0 <= row < len(self.places) and named.finding.check not in found.setdefault(row, []):
                found[row].append(named.finding.check)
        return found

    # -------------------------------------------------------------------------------------------------- visits and matching

    def teams(self) -> FilledTable | None:
        """What each team serves, and how often it came."""
        coverage, teams = self.coverage, self.all_teams
        direct, above = team_units(coverage)
        rows = []
        for team in range(len(teams)):
            due = coverage.due[team] if coverage.due else None
            role = teams.role[team]
            rows.append(
                {
                    "SEQ": team + 1, "TEAM": teams.id[team], "NAME": teams.name[team],
                    "ROLE": sentence(role_name(role)) if role is not None else "", "TERM": term_of(teams, team),
                    "OWN": int(direct[team]), "INHERITED": int(above[team]),
                    "V": None if coverage.visited is None else int(coverage.visited.counts[team]),
                    "PERIODS": None if due is None else due.periods, "SHORT": None if due is None else len(due.short),
                    "WHICH": "、".join(f"{name}（{count}）" for name, count in due.short) if due is not None else "",
                }
            )  # fmt: skip
        return self._filled("COVER_TEAMS", rows, True)

    def plans(self) -> FilledTable | None:
        """Villages with an approved plan, visited or not."""
        coverage, units = self.coverage, self.places.units
        if not len(coverage.planned) or coverage.visited is None:
            return None
        rows = []
        for unit in coverage.planned.tolist():
            visited = int(unit in coverage.visited.last)
            names = dict.fromkeys(str(self.all_teams.name[team]) for of in coverage.by_role for team in of.teams[unit])
            rows.append(
                {
                    "COUNTY": units.county[unit], "TOWN": self._town(unit), "CODE": units.code[unit], "NAME": units.name[unit],
                    "PLAN": shown_day(coverage.plan_day[unit]), "TEAM": "、".join(names), "VISITED": visited,
                    "UNVISITED": 1 - visited, "V": coverage.visited.per_unit.get(unit, 0),
                    "LAST": shown_day(coverage.visited.last.get(unit)),
                }
            )  # fmt: skip
        return self._filled("COVER_PLANS", rows, True)

    def match(self) -> FilledTable:
        """How the rows of each table met their units."""
        coverage, rows = self.coverage, []
        for name, layer, _, matches, teams in tables_of(coverage):
            kinds = [match.kind for match in matches]
            placed = {"ASSIGNMENT": coverage.placed.team, "VISITS": coverage.visited.team if coverage.visited else None}.get(name)
            lost = 0 if placed is None else sum(bool(team) and at == NOBODY for team, at in zip(teams, placed.tolist()))
            counts = {key: kinds.count(kind) for key, kind in _KINDS.items()}
            rows.append({"TABLE": sentence(_TABLE_NAMES[name]), "LAYER": layer, **counts, "NOTEAM": lost})
        return self._filled("COVER_MATCH", rows, True)

    # ------------------------------------------------------------------------------------------------------ findings, rules

    def findings(self) -> FilledTable:
        """Every finding with what people decided."""
        coverage = self.coverage
        subjects, labels = coverage.subjects.attributes["BSM"], coverage.subjects.attributes["ZLDWMC"]
        rows = []
        for number, named in enumerate(coverage.findings, 1):
            found, decision = named.finding, named.decision
            known = found.row != NO_ROW
            rows.append(
                {
                    "SEQ": number, "SEVERITY": sentence(found.severity.label), "TITLE": sentence(CHECK_TITLES[found.check]),
                    "SUBJECT": subjects[found.row] if known else None, "NAME": labels[found.row] if known else None,
                    "FIELD": found.field or None, "TEXT": found.text, "AREA": _decimal(found.area), "X": _decimal(found.x),
                    "Y": _decimal(found.y), "STATE": sentence(STATES[decision.state]), "REASON": decision.reason or None,
                    "WHO": decision.decided_by or None, "DAY": decision.decided_on or None, "KEY": named.key,
                }
            )  # fmt: skip
        return self._filled("COVER_FINDINGS", rows)

    def rules(self) -> FilledTable:
        """Every check with its rule, those that are off too, and the thresholds."""
        rules, counts = self.coverage.job.rules, self.coverage.by_check()
        severities = Severities(rules)
        rows = []
        for check_id, title in CHECK_TITLES.items():
            severity = severities.of(check_id)
            value = sentence(translate("LandLedger", "not checked")) if severity is None else sentence(severity.label)
            found = None if severity is None else counts.get(check_id, 0)
            rows.append(_rule_row(severities.rule(check_id), sentence(title), value, found))
        for key in _THRESHOLDS:
            rule = rules.get(key)
            rows.append(_rule_row(rule, sentence(translate("LandLedger", "Threshold")), rule.value, None))
        return self._filled("COVER_RULES", rows)


_KINDS = {
    "BYCODE": MatchKind.CODE, "BYNAME": MatchKind.NAME, "DIFFERS": MatchKind.NAME_DIFFERS, "SEVERAL": MatchKind.SEVERAL,
    "NONE": MatchKind.NONE,
}  # fmt: skip


def _parts(covered: Covered) -> Iterator[dict[str, Value]]:
    for name, whole, part in zip(covered.city.name, covered.city.units.tolist(), covered.covered.tolist()):
        yield {
            "ROLE": covered.title, "PART": name, "CITY": Area.from_units(whole, HUNDREDTH),
            "COVERED": Area.from_units(part, HUNDREDTH), "LEFT": Area.from_units(whole - part, HUNDREDTH),
        }  # fmt: skip


def _share_of(values: Mapping[str, Value]) -> Decimal | None:
    covered, city = values.get("COVERED"), values.get("CITY")
    if not isinstance(covered, Area) or not isinstance(city, Area):
        return None
    return percent_of(covered.units(HUNDREDTH), city.units(HUNDREDTH))


def _rate_of(values: Mapping[str, Value], missing: str, whole: str) -> Decimal | None:
    gap, all_of = values.get(missing), values.get(whole)
    return rate(int(all_of) - int(gap), int(all_of), 2) if isinstance(gap, int) and isinstance(all_of, int) else None


def _with(table: FilledTable, change: Callable[[Mapping[str, Value]], dict[str, Value]]) -> FilledTable:
    rows = [Row(change(row.values), row.kind, row.level, row.label_key) for row in table.rows]
    return FilledTable(table.layout, rows, None, table.title_places)


def _how(of: Served, unit: int, gap: bool) -> str:
    if gap and not of.teams[unit]:
        return translate("LandLedger", "nobody")
    if gap:
        return translate("LandLedger", "a team for its villages only")
    if not of.teams[unit]:
        return translate("LandLedger", "not asked for")
    return translate("LandLedger", "its town's team") if of.inherited[unit] else translate("LandLedger", "a team of its own")


def _listed(titles: Sequence[Sentence]) -> Sentence | None:
    """Several sentences in one."""
    if not titles:
        return None
    places = {f"n{number}": title for number, title in enumerate(titles)}
    return Sentence("、".join("{" + key + "}" for key in places), places)


def term_of(teams: Teams, team: int) -> str:
    """A team's term as tables have it, '' without one."""
    start, end = teams.start[team], teams.end[team]
    if start is None and end is None:
        return ""
    return f"{start.isoformat() if start else '—'} 至 {end.isoformat() if end else '—'}"


def team_units(coverage: Coverage) -> tuple[np.ndarray, np.ndarray]:
    """int64 (m,) twice: units that each team serves directly, and villages that take it from their town; each unit once,
    whatever the role."""
    m = len(coverage.inputs.teams)
    direct: list[set[int]] = [set() for _ in range(m)]
    above: list[set[int]] = [set() for _ in range(m)]
    for of in coverage.by_role:
        inherited = of.inherited
        for unit, teams in enumerate(of.teams):
            if coverage.inputs.places.drawn[unit] or not inherited[unit]:
                for team in teams:
                    (above if inherited[unit] else direct)[team].add(unit)
    return np.array([len(own) for own in direct]), np.array([len(own - direct[team]) for team, own in enumerate(above)])


def _decimal(value: float) -> Decimal | None:
    return None if value != value else half_up(Decimal(repr(value)), 2)


def _rule_row(rule: Rule, title: Sentence, value: Value, found: int | None) -> dict[str, Value]:
    return {
        "TITLE": title, "VALUE": value, "UNIT": rule.unit or None, "FOUND": found, "MEANING": rule.meaning,
        "SOURCE": rule.source, "STATE": sentence(rule.status.label), "KEY": rule.key,
    }  # fmt: skip


def _total(table: FilledTable | None, key: str) -> int:
    """The sum of a column over the data rows."""
    if table is None:
        return 0
    values = [row.value(key) for row in table.rows if row.kind is RowKind.DATA]
    return sum(value for value in values if isinstance(value, int))


def _identities(
    coverage: Coverage,
    columns: Mapping[str, Sequence[object]],
    summary: FilledTable,
    units: FilledTable,
    teams: FilledTable | None,
    plans: FilledTable | None,
) -> Iterator[Identity]:
    """The tables against each other, the layer, and the numbers returned."""
    everywhere = sentence(translate("LandLedger", "all units"))

    def same(text: str, left: object, right: object, where: Sentence | str = everywhere) -> Identity:
        return Identity(sentence(text), where, left, right)  # type: ignore[arg-type]

    yield same(translate("LandLedger", "units without a team: summary = number returned"), _total(summary, "GAP"), coverage.gaps)
    yield same(translate("LandLedger", "units served twice: summary = number returned"), _total(summary, "DOUBLE"), coverage.doubles)
    yield same(translate("LandLedger", "assignments expired: summary = number returned"), _total(summary, "EXPIRED"), coverage.expired)
    nobody = translate("LandLedger", "nobody")
    half = translate("LandLedger", "a team for its villages only")
    listed = sum(str(row.value("HOW")) in (nobody, half) for row in units.rows)
    yield same(translate("LandLedger", "units without a team: summary = list of units"), _total(summary, "GAP"), listed)
    yield same(translate("LandLedger", "findings of the workbook = findings of the layer"), len(coverage.findings), len(columns["KEY"]), "")
    accepted = sum(state == State.ACCEPTED.value for state in columns["STATE"])
    yield same(translate("LandLedger", "accepted findings of the workbook = of the layer"), coverage.accepted, accepted, "")
    if coverage.visited is not None:
        known = int((coverage.visited.inside & (coverage.visited.team != NOBODY)).sum())
        yield same(translate("LandLedger", "visits by team = visits of known teams in the period"), _total(teams, "V"), known, "")
    if plans is not None:
        text = translate("LandLedger", "planned villages without a visit: list = number returned")
        yield same(text, _total(plans, "UNVISITED"), len(coverage.unvisited), "")
    yield from _of_ground(coverage)


def _of_ground(coverage: Coverage) -> Iterator[Identity]:
    """Ground of the parts against the city, and of the pieces left against what is not covered."""
    if not coverage.ground:
        return
    covered = coverage.ground[0]
    for one in coverage.ground[1:]:
        name = sentence(translate("LandLedger", "ground served in one role ≤ ground served in any"))
        yield Identity(name, one.title, Area.from_units(one.total, HUNDREDTH), Area.from_units(covered.total, HUNDREDTH), "≤")
    whole = Decimal(repr(float(np.sum(coverage.inputs.measure(covered.city.shape)))))
    printed = Decimal(covered.city.total).scaleb(-2)
    name = sentence(translate("LandLedger", "ground of the city: printed − measured, in 0.01 m² a part"))
    off = abs((printed - whole) * 100)
    yield Identity(name, "", half_up(off, 0), Decimal(len(covered.city.name)), "≤")


def _inputs(coverage: Coverage) -> Iterator[Row]:
    inputs, job = coverage.inputs, coverage.job
    places, units = inputs.places, inputs.places.units
    if job.scenario:
        yield fact(translate("LandLedger", "Scenario"), job.scenario)
    yield fact(translate("LandLedger", "Day of the check"), job.day.isoformat())
    kind = sentence(PERIOD_NAMES[job.rules.get("service_visit_period").text()])
    text = translate("LandLedger", "visits are due in each full {kind}")
    period = f"{job.period.start.isoformat()} 至 {job.period.end.isoformat()}"
    yield fact(translate("LandLedger", "Period of visits"), period, sentence(text, kind=kind))
    towns = int((places.drawn & ~places.villages).sum())
    text = translate("LandLedger", "{towns} towns, {villages} villages")
    counted = sentence(text, towns=towns, villages=int(places.villages.sum()))
    yield fact(translate("LandLedger", "Service units"), f"{units.layer}  {units.source}".strip(), counted)
    named = int((~places.drawn).sum())
    if named:
        text = translate("LandLedger", "{count} towns stand in no layer; they are known by the codes of their villages.")
        yield fact(translate("LandLedger", "Towns"), sentence(text, count=named))
    count = sentence(translate("LandLedger", "{count} teams"), count=len(inputs.teams))
    yield fact(translate("LandLedger", "Teams of planners"), f"{inputs.teams.layer}  {inputs.teams.source}".strip(), count)
    for name, layer, listed, _, _ in tables_of(coverage):
        text = translate("LandLedger", "{count} rows")
        yield fact(_TABLE_NAMES[name], layer, sentence(text, count=len(listed)))
    yield from _standing(coverage)
    yield from _inputs_of_ground(coverage)


STANDINGS = {
    Standing.HOLDS: translate("LandLedger", "hold on the day"),
    Standing.OVER: translate("LandLedger", "are over"),
    Standing.LATER: translate("LandLedger", "begin later"),
    Standing.TERM_OVER: translate("LandLedger", "name a team whose term is over"),
    Standing.TERM_LATER: translate("LandLedger", "name a team whose term begins later"),
    Standing.FREE: translate("LandLedger", "name no team"),
    Standing.NO_UNIT: translate("LandLedger", "name no known unit"),
    Standing.NO_TEAM: translate("LandLedger", "name no known team"),
}


def _standing(coverage: Coverage) -> Iterator[Row]:
    standing = coverage.placed.standing.tolist()
    for each, text in STANDINGS.items():
        if standing.count(each):
            yield fact(translate("LandLedger", "Assignments"), str(standing.count(each)), sentence(text))


def _inputs_of_ground(coverage: Coverage) -> Iterator[Row]:
    title = translate("LandLedger", "Ground of the city")
    if not coverage.ground:
        yield fact(title, sentence(translate("LandLedger", "not known: the units have no polygons, so no share is told")))
        return
    city = coverage.ground[0].city
    where = f"{city.layer}  {city.source}".strip() or sentence(translate("LandLedger", "the ground of the units themselves"))
    area = sentence(translate("LandLedger", "{area} m²"), area=Area.from_units(city.total, HUNDREDTH).square_metres())
    yield fact(title, where, area)
    if coverage.inputs.from_cells:
        text = translate("LandLedger", "Areas are those of the cells, no surveyed ground.")
        yield fact(translate("LandLedger", "Area of the units"), sentence(text))
    least = float(coverage.job.rules.number("service_uncovered_least_m2"))
    _, _, small, area_of_small = left_over(coverage.ground[0], least)
    if small:
        text = translate("LandLedger", "{count} pieces, {area} m²")
        note = translate("LandLedger", "smaller than what is listed piece by piece; counted in the areas")
        content = sentence(text, count=small, area=f"{area_of_small:.2f}")
        yield fact(translate("LandLedger", "Small uncovered pieces"), content, sentence(note))

