"""The workbook of visits and suggestions of a period: lists, sums, printed figures, checks, inputs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from ...balance.printed_figures import PrintedFigure, compared, printed_figures, printed_identities, printed_table
from ...errors import InputError
from ...intervals import Exact, Figure
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.register_tables import TableNames
from ...quota.shares import rounded
from ...rules import Rule
from ...sentence import sentence, translate
from ...workbook import FilledTable, Row, checks_table, compact, identities_of, load_layout
from ..teams import term_shown
from .adoption import BASE_RULE, PARTLY_RULE, Adoption
from .importing import CheckedVisits
from .ledger import ServiceLedger
from .statistics import Period, Tally
from .tables import (
    Entries,
    entry_identities,
    field_table,
    period_table,
    suggestion_table,
    team_table,
    unit_table,
    visit_table,
)
from .vocabulary import FOCUS_RULE

RULES = (FOCUS_RULE, BASE_RULE, PARTLY_RULE)

_ITEMS = {
    "走访": "visits", "走访次数": "visits", "现场调研": "visits", "调研次数": "visits", "调研": "visits", "visits": "visits",
    "意见建议": "suggestions", "建议": "suggestions", "意见建议条数": "suggestions", "suggestions": "suggestions",
    "采纳": "adopted", "采纳条数": "adopted", "adopted": "adopted", "走访单元": "units", "走访单元数": "units", "units": "units",
    "采纳率": "rate", "rate": "rate",
}  # fmt: skip
"""What printed figures may be called."""


@dataclass(frozen=True)
class SuggestionJob:
    """What is asked: days `since` to `until` (both included, None for no bound), suggestions in the state of `as_of` (None:
    now), of a team (code, name or leading planner) or a unit (code or name), printed figures to compare."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    as_of: datetime.date | None = None
    team: str = ""
    unit: str = ""
    period: Period = Period.MONTH
    figures: Sequence[PrintedFigure] = ()
    name: str = ""
    folder: str | None = None


def service_figures(text: str, about: Exact | None = None) -> list[PrintedFigure]:
    """`现场调研=90余次;意见建议=280余条;采纳率=68.5%`; `about` is the share by which a figure with 约 may be off. InputError as
    `printed_figures`."""
    return printed_figures(text, _ITEMS) if about is None else printed_figures(text, _ITEMS, about)


def require_period(since: datetime.date | None, until: datetime.date | None) -> None:
    """InputError for a period that ends before it begins."""
    if since is not None and until is not None and until < since:
        template = translate("LandLedger", "The period ends on {until}, before it begins on {since}.")
        raise InputError(template, since=since.isoformat(), until=until.isoformat())


def said_figure(figure: Figure, item: str) -> str:
    """A figure of ours as people read it: a count, or a rate in per cent."""
    return f"{rounded(figure.value * 100, 2)}%" if item == "rate" else str(figure.value)


def entries_of(ledger: ServiceLedger, job: SuggestionJob) -> Entries:
    """The visits and suggestions that are asked for. InputError for a team that is not there."""
    team = ledger.team_named(job.team) if job.team else ""
    visits = ledger.visits(job.since, job.until, team)
    suggestions = ledger.suggestions(job.since, job.until, team, as_of=job.as_of)
    if job.as_of is not None:
        visits = [visit for visit in visits if visit.date <= job.as_of]
    if job.unit:
        visits = [visit for visit in visits if job.unit in (visit.unit, visit.unit_name)]
        suggestions = [each for each in suggestions if job.unit in (each.unit, each.unit_name)]
    teams = [each for each in ledger.teams() if not team or each.code == team]
    return Entries(visits, suggestions, teams, ledger.fields(), Adoption.of(ledger.rules), job.name, job.folder)


def suggestion_report(
    ledger: ServiceLedger, job: SuggestionJob, facts: RunFacts, more: Sequence[Row] = ()
) -> tuple[Report, Tally]:
    """The sheets and their checks, and what was counted; `more` are lines of the inputs sheet (`inputs_sheet.fact`)."""
    with ledger.store.snapshot():
        entries = entries_of(ledger, job)
        inputs = [*ledger_facts(ledger), *more, *_asked(job, entries), *rule_facts(ledger, facts)]
    listed = [suggestion_table(entries), visit_table(entries)]
    summed = [team_table(entries), unit_table(entries), field_table(entries), period_table(entries, job.period)]
    tables = [*listed, *summed]
    identities = compact(identity for table in tables for identity in identities_of(table))
    identities += compact(entry_identities(entries, listed, summed))
    if job.figures:
        tables.append(printed_table(compared(job.figures, our_figures(entries.tally)), TableNames({}, {}, job.name, job.folder)))
        identities += printed_identities(tables[-1])
    checks = checks_table(identities, None, load_layout("CHECKS", job.folder))
    based = FilledTable(load_layout("INPUTS", job.folder), inputs)
    return Report([*tables, checks, based], identities), entries.tally


def our_figures(counted: Tally) -> dict[str, Fraction | int]:
    """The exact numbers by item; the rate as a share."""
    found: dict[str, Fraction | int] = {
        "visits": counted.visits, "suggestions": counted.suggestions, "adopted": counted.adopted, "units": counted.units,
    }  # fmt: skip
    if counted.base:
        found["rate"] = Fraction(counted.adopted, counted.base)
    return found


def failing(job: SuggestionJob, counted: Tally) -> list[tuple[PrintedFigure, Figure | None]]:
    """The printed figures that do not hold, with ours."""
    return [(each.printed, each.ours) for each in compared(job.figures, our_figures(counted)) if each.verdict.value == "fails"]


def ledger_facts(ledger: ServiceLedger) -> Iterator[Row]:
    """Which ledger, how far: the seal of the register's chain of every service book."""
    info = ledger.store.info()
    yield fact(translate("LandLedger", "Ledger"), info.title, ledger.store.label)
    yield fact(translate("LandLedger", "Ledger number"), info.uid)
    for book in ledger.store.books():
        head = ledger.store.head(book.code)
        text = translate("LandLedger", "register row {number}, {hash}")
        content = sentence(text, number=head.record_number, hash=head.record_hash)
        yield fact(translate("LandLedger", "End of the book"), content, f"{book.name} {book.code}")


def _asked(job: SuggestionJob, entries: Entries) -> Iterator[Row]:
    yield fact(translate("LandLedger", "Period"), term_shown(job.since, job.until) or "—")
    if job.as_of is not None:
        yield fact(translate("LandLedger", "States as of"), job.as_of.isoformat())
    for label, content in ((translate("LandLedger", "Team"), job.team), (translate("LandLedger", "Service unit"), job.unit)):
        if content:
            yield fact(label, content)
    counted = entries.tally
    text = translate("LandLedger", "{visits} visits, {suggestions} suggestions, {adopted} of {base} adopted")
    places = {"visits": counted.visits, "suggestions": counted.suggestions, "adopted": counted.adopted, "base": counted.base}
    yield fact(translate("LandLedger", "Counted"), sentence(text, **places))
    yield fact(translate("LandLedger", "Base of the adoption rate"), sentence(entries.adoption.base.label))


def rule_facts(ledger: ServiceLedger, facts: RunFacts, keys: Sequence[str] = RULES) -> Iterator[Row]:
    """The rules of the register, and what the floor above knows."""
    rules: list[Rule] = [ledger.rules.get(key) for key in keys]
    yield from environment(RunFacts(facts.preset, facts.versions, facts.notices, [*rules, *facts.rules]))


def import_facts(path: str, checked: CheckedVisits) -> list[Row]:
    """What was imported: file and sheets, how much of it is new."""
    text = translate("LandLedger", "{sheets}: {visits} new visits, {suggestions} new suggestions, {known} known")
    places = {
        "sheets": "、".join(rows.grid.name for rows in checked.sheets), "visits": len(checked.visits),
        "suggestions": len(checked.suggestions), "known": len(checked.known_visits) + len(checked.known_suggestions),
    }  # fmt: skip
    return [fact(translate("LandLedger", "Spreadsheet"), Path(path).name, sentence(text, **places))]
