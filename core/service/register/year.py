"""The yearly report of planner teams: the city with the year before, a page a team, as sheets that are checked.

    report = service_year(ledger, YearJob(2023), RunFacts())
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ...balance.printed_figures import PrintedFigure, compared, printed_identities, printed_table
from ...errors import InputError
from ...ledger.registers import load_register
from ...occupation.inputs_sheet import RunFacts, fact
from ...quota.register_tables import TableNames
from ...quota.shares import percent
from ...sentence import Say, sentence, translate
from ...workbook import FilledForm, FilledTable, Identity, Page, Row, checks_table, compact, identities_of, load_layout
from ...workbook.table import Value
from ..teams import term_shown
from ..units import Level, level_of
from .adoption import Adoption
from .ledger import ServiceLedger
from .model import Assigned, PlannerTeam
from .report import ledger_facts, our_figures, rule_facts
from .statistics import Period, Tally, field_of, tallies, tally, unit_of
from .tables import (
    STATE_KEYS,
    UNNAMED,
    Entries,
    entry_identities,
    field_table,
    period_table,
    state_names,
    suggestion_table,
    team_table,
    visit_table,
)
from .vocabulary import TEAM_REGISTER


@dataclass(frozen=True)
class YearJob:
    """What is asked: a year, up to the day `until` (None: its last one, or today if that is before), compared with the same
    days of the year before; `scenario` whose units stand on the pages ('' for the one in force); printed figures."""

    year: int
    until: datetime.date | None = None
    scenario: str = ""
    figures: Sequence[PrintedFigure] = ()
    name: str = ""
    folder: str | None = None


@dataclass(frozen=True)
class TeamPage:
    """A team in the year: its units on the last day, what it did, and what it did the year before."""

    team: PlannerTeam
    units: Sequence[Assigned]
    entries: Entries
    former: Tally

    @property
    def tally(self) -> Tally:
        """What it did."""
        return self.entries.tally


@dataclass(frozen=True)
class YearReport:
    """The sheets in their order and the identities that were checked; `summary` and `pages` are two of the sheets, `teams`
    what the pages were made of, in their order; `now` and `last` the city in both years."""

    tables: Sequence[FilledTable | FilledForm]
    identities: Sequence[Identity]
    summary: FilledTable
    by_team: FilledTable
    pages: FilledForm
    teams: Sequence[TeamPage]
    now: Tally
    last: Tally
    until: datetime.date

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold: then nothing here may be signed."""
        return not all(identity.ok for identity in self.identities)


def service_year(
    ledger: ServiceLedger, job: YearJob, facts: RunFacts, today: datetime.date, say: Say = str
) -> YearReport:
    """The report. `say` puts what stands in texts of pages into the user's language.

    InputError for a year that has not begun, a last day that is not in it, a scenario that is not there.
    """
    until = _last_day(job, today)
    with ledger.store.snapshot():
        now = _entries(ledger, job, datetime.date(job.year, 1, 1), until)
        last = _entries(ledger, job, datetime.date(job.year - 1, 1, 1), _year_before(until))
        units = _units(ledger, job, until)
        inputs = [*ledger_facts(ledger), *_asked(ledger, job, until), *rule_facts(ledger, facts)]
    teams = _pages(now, last, units, until)
    summary = _summary(job, now, last, teams, until)
    pages = _form(job, teams, say)
    listed = [suggestion_table(now), visit_table(now)]
    summed = [team_table(now), field_table(now), period_table(now, Period.MONTH)]
    tables: list[FilledTable | FilledForm] = [summary, pages, *summed, *listed]
    identities = compact(identity for table in tables for identity in identities_of(table))
    identities += compact([*entry_identities(now, listed, summed), *_identities(summary, teams, now, last)])
    if job.figures:
        names = TableNames({}, {}, job.name, job.folder)
        tables.append(printed_table(compared(job.figures, our_figures(now.tally)), names))
        identities += printed_identities(tables[-1])  # type: ignore[arg-type]
    tables.append(checks_table(identities, None, load_layout("CHECKS", job.folder)))
    tables.append(FilledTable(load_layout("INPUTS", job.folder), inputs))
    return YearReport(tables, identities, summary, summed[0], pages, teams, now.tally, last.tally, until)


def _last_day(job: YearJob, today: datetime.date) -> datetime.date:
    first, end = datetime.date(job.year, 1, 1), datetime.date(job.year, 12, 31)
    if today < first:
        raise InputError(translate("LandLedger", "The year {year} has not begun."), year=job.year)
    until = job.until or min(end, today)
    if not first <= until <= end:
        template = translate("LandLedger", "The day {day} is not in the year {year}.")
        raise InputError(template, day=until.isoformat(), year=job.year)
    return until


def _year_before(day: datetime.date) -> datetime.date:
    """The same day of the year before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _entries(ledger: ServiceLedger, job: YearJob, since: datetime.date, until: datetime.date) -> Entries:
    """Visits and suggestions of a year, in the state that they had at its last day."""
    adoption = Adoption.of(ledger.rules)
    suggestions = ledger.suggestions(since, until, as_of=until)
    name = f"{job.name}{since.year}年度"
    return Entries(ledger.visits(since, until), suggestions, ledger.teams(), ledger.fields(), adoption, name, job.folder)


def _units(ledger: ServiceLedger, job: YearJob, until: datetime.date) -> dict[str, list[Assigned]]:
    """Team → the units that it serves on the last day."""
    current = ledger.current()
    code = job.scenario or (current.code if current else "")
    found: dict[str, list[Assigned]] = {}
    if code:
        for each in ledger.assignment(code, until):
            if each.team and not each.expired(until):
                found.setdefault(each.team, []).append(each)
    return found


def _pages(
    now: Entries, last: Entries, units: Mapping[str, Sequence[Assigned]], until: datetime.date
) -> list[TeamPage]:
    """A page for each team that served in the year or did anything in it, in the order of the register."""
    first, found = datetime.date(until.year, 1, 1), []
    for team in now.teams:
        own = replace(
            now,
            visits=[visit for visit in now.visits if visit.team == team.code],
            suggestions=[each for each in now.suggestions if each.team == team.code],
        )
        former = tally(
            [visit for visit in last.visits if visit.team == team.code],
            [each for each in last.suggestions if each.team == team.code], last.adoption,
        )  # fmt: skip
        serving = (team.start is None or team.start <= until) and (team.end is None or team.end >= first)
        if serving or own.visits or own.suggestions:
            found.append(TeamPage(team, units.get(team.code, ()), own, former))
    return found


# ----------------------------------------------------------------------------------------------------------- the city


def _summary(job: YearJob, now: Entries, last: Entries, teams: Sequence[TeamPage], until: datetime.date) -> FilledTable:
    """T33Y: each item of this year beside the year before."""
    layout, rows = load_layout("T33Y", job.folder), []
    for number, (item, unit, one, other, note) in enumerate(_items(now, last, teams, until), 1):
        difference = None if one is None or other is None else one - other
        growth = None if difference is None or not other else percent(Decimal(difference), Decimal(other), 1)
        rows.append(
            Row(
                {
                    "SEQ": number, "ITEM": item, "UNIT": unit, "NOW": one, "LAST": other, "DIFF": difference,
                    "GROWTH": growth if unit != "%" else None, "NOTE": note or None,
                }
            )
        )  # fmt: skip
    return FilledTable(layout, rows, None, {"name": job.name, "year": job.year})


_Item = tuple[str, str, "int | Decimal | None", "int | Decimal | None", str]


def _items(now: Entries, last: Entries, teams: Sequence[TeamPage], until: datetime.date) -> Iterator[_Item]:
    one, other = now.tally, last.tally
    before = _year_before(until)
    partly = (until.month, until.day) != (12, 31)
    yield "规划师小组", "个", len(teams), None, "本年在聘或有工作的小组"
    yield "有人服务的单元", "个", len({each.unit for page in teams for each in page.units}), None, f"{until.isoformat()}，按方案"
    yield "走访次数", "次", one.visits, other.visits, f"上年为截至{before.isoformat()}的同期数" if partly else ""
    yield "参加人次", "人次", one.people, other.people, "只计填了人次的走访"
    yield "走访单元数", "个", one.units, other.units, ""
    for level, name in ((Level.TOWN, "其中：街道（镇、乡）"), (Level.VILLAGE, "其中：村（社区）")):
        yield name, "个", _visited(now, level), _visited(last, level), "按单元代码位数"
    yield "意见建议条数", "条", one.suggestions, other.suggestions, ""
    names = state_names()
    for state in STATE_KEYS:
        yield f"其中：{names[state]}", "条", one.states.get(state, 0), other.states.get(state, 0), ""
    ours, theirs = (
        tallies(entries.visits, entries.suggestions, entries.adoption, field_of, now.fields) for entries in (now, last)
    )
    for field in dict.fromkeys([*ours, *theirs]):
        label = f"重点领域：{field or UNNAMED}"
        counts = (each[field].suggestions if field in each else 0 for each in (ours, theirs))
        yield label, "条", next(counts), next(counts), "意见建议"
    yield "采纳条数", "条", one.adopted, other.adopted, "口径见“输入与口径”表"
    yield "采纳率分母", "条", one.base, other.base, ""
    yield "采纳率", "%", one.rate, other.rate, "采纳条数÷采纳率分母；增减为百分点"


def _visited(entries: Entries, level: Level) -> int:
    return len({visit.unit for visit in entries.visits if visit.unit and level_of(visit.unit) is level})


# ------------------------------------------------------------------------------------------------------------ the teams


def _form(job: YearJob, teams: Sequence[TeamPage], say: Say) -> FilledForm:
    """T33G: a page a team, its numbers above and its suggestions below."""
    names = state_names()
    pages = []
    for page in teams:
        rows = [
            Row(
                {
                    "SEQ": number, "N": each.no, "D": each.date, "U": each.unit_name or each.unit or None, "F": each.field,
                    "S": each.text, "ST": names[each.state],
                }
            )
            for number, each in enumerate(page.entries.suggestions, 1)
        ]  # fmt: skip
        pages.append(Page(_fields(page, say), rows))
    return FilledForm(load_layout("T33G", job.folder), pages, None, {"name": job.name, "year": job.year})


def _fields(page: TeamPage, say: Say) -> dict[str, Value]:
    team, own, former = page.team, page.tally, page.former
    roles = load_register(TEAM_REGISTER).field("role").choices or {}
    text = translate("LandLedger", "{visits} visits, {suggestions} suggestions, {adopted} adopted")
    places = {"visits": former.visits, "suggestions": former.suggestions, "adopted": former.adopted}
    return {
        "NAME": f"{team.code} {team.name}", "LEAD": team.lead or None, "ROLE": roles.get(team.role.value) if team.role else None,
        "TERM": term_shown(team.start, team.end) or None, "UNITS": len({each.unit for each in page.units}), "VU": own.units,
        "V": own.visits, "S": own.suggestions, "A": own.adopted, "Q": own.base, "R": own.rate,
        "LAST": sentence(text, **places).said(say),
    }  # fmt: skip


def unit_names(page: TeamPage) -> list[str]:
    """The units of a team by code, as people call them."""
    return [each.unit_name or each.unit for each in sorted(page.units, key=lambda each: each.unit)]


def visited_names(page: TeamPage) -> list[str]:
    """The units that a team visited, with how often."""
    counts: dict[str, int] = {}
    for visit in page.entries.visits:
        if unit_of(visit):
            counts[visit.unit_name or visit.unit] = counts.get(visit.unit_name or visit.unit, 0) + 1
    return [f"{name}（{count}）" for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


# --------------------------------------------------------------------------------------------------------------- checks


def _identities(summary: FilledTable, teams: Sequence[TeamPage], now: Entries, last: Entries) -> Iterator[Identity]:
    """The pages of all teams together are the city, and so are states and fields of either year."""
    values = {str(row.value("ITEM")): row for row in summary.rows}
    name = sentence(translate("LandLedger", "pages of the teams, added up = the city"))
    own = [page.tally for page in teams]
    for item, side in (
        ("走访次数", sum(each.visits for each in own)), ("意见建议条数", sum(each.suggestions for each in own)),
        ("采纳条数", sum(each.adopted for each in own)), ("采纳率分母", sum(each.base for each in own)),
    ):  # fmt: skip
        yield Identity(name, item, side, values[item].value("NOW"))  # type: ignore[arg-type]
    states = [f"其中：{each}" for each in state_names().values()]
    fields = [item for item in values if item.startswith("重点领域：")]
    for parts, label in (
        (states, translate("LandLedger", "states, added up = suggestions")),
        (fields, translate("LandLedger", "focus fields, added up = suggestions")),
    ):
        for key in ("NOW", "LAST"):
            added = sum(value for part in parts if isinstance(value := values[part].value(key), int))
            yield Identity(sentence(label), key, added, values["意见建议条数"].value(key))  # type: ignore[arg-type]


def _asked(ledger: ServiceLedger, job: YearJob, until: datetime.date) -> Iterator[Row]:
    current = ledger.current()
    text = translate("LandLedger", "{since} to {until}; the year before to {before}")
    places = {"since": f"{job.year}-01-01", "until": until.isoformat(), "before": _year_before(until).isoformat()}
    yield fact(translate("LandLedger", "Period"), sentence(text, **places))
    yield fact(translate("LandLedger", "Scenario"), job.scenario or (f"{current.code} {current.name}" if current else "—"))
