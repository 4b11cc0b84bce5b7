"""Sheets that every check with findings has: what was found by check, every finding, every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..rounding import half_up
from ..rules import Rule, Rules
from ..sentence import Sentence, sentence, translate
from ..workbook import DisplayUnit, FilledTable, Layout, Row, with_subtotals, with_sums
from ..workbook.table import Value
from .finding import NO_ROW, Severity, State
from .severities import Severities
from .states import Named

MOST_ROWS = 100_000
"""Findings on one sheet; more go on to a next one, which spreadsheets still open quickly."""

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.HINT)
STATES = {
    State.OPEN: translate("LandLedger", "open"),
    State.ACCEPTED: translate("LandLedger", "accepted"),
}
Titles = Mapping[str, str]
"""Title of every check by its id (English), in the order in which they are listed."""
ValuesOf = Callable[[Named], Mapping[str, Value]]


def severity_said(severity: Severity) -> Sentence:
    """A severity as a value of a cell."""
    return sentence(severity.label)


def accepted(members: Iterable[Named]) -> int:
    """How many of them somebody accepted with a reason."""
    return sum(named.decision.state is State.ACCEPTED for named in members)


def severity_counts(counts: Mapping[str, int]) -> dict[str, Value]:
    """The columns of severities; what was not counted is 0."""
    return {key: counts.get(key, 0) for key in ("ERROR", "WARNING", "HINT", "ACCEPTED")}


def summary_table(
    findings: Sequence[Named], titles: Titles, layout: Layout, more: Mapping[str, Mapping[str, Value]] | None = None
) -> FilledTable:
    """Check × severity: open, accepted, features concerned; errors first, each in the order of the checks. `more` values by
    check."""
    groups: dict[tuple[Severity, str], list[Named]] = {}
    for named in findings:
        groups.setdefault((named.finding.severity, named.finding.check), []).append(named)
    rows = []
    for severity in SEVERITIES:
        for check_id in titles:
            members = groups.get((severity, check_id), [])
            if members:
                values: dict[str, Value] = {
                    "TITLE": sentence(titles[check_id]), "SEVERITY": severity_said(severity),
                    "OPEN": len(members) - accepted(members), "ACCEPTED": accepted(members),
                    "PARCELS": _features(members), **(more or {}).get(check_id, {}),
                }  # fmt: skip
                rows.append(Row(with_sums(layout, values)))
    return FilledTable(layout, with_subtotals(layout, rows))


def _features(members: Iterable[Named]) -> int:
    pairs = ((named.finding.layer, row) for named in members for row in (named.finding.row, named.finding.other))
    return len({(layer, row) for layer, row in pairs if row != NO_ROW})


def finding_pages(findings: Sequence[Named], titles: Titles, layout: Layout, values_of: ValuesOf) -> Iterator[FilledTable]:
    """Every finding, on as many sheets as MOST_ROWS asks for; `values_of` a finding: its own columns beside the common ones."""
    pages = max(1, -(-len(findings) // MOST_ROWS))
    for page in range(pages):
        start = page * MOST_ROWS
        rows = _FindingRows(findings[start : start + MOST_ROWS], start, titles, values_of)
        name = layout.sheet if pages == 1 else f"{layout.sheet}{page + 1}"
        notes = []
        if pages > 1:
            text = translate("LandLedger", "Sheet {page} of {pages}; {count} findings in all.")
            notes = [sentence(text, page=page + 1, pages=pages, count=len(findings))]
        yield FilledTable(layout, rows, DisplayUnit.SQUARE_METRE, notes=notes, sheet_name=name)


@dataclass(frozen=True)
class _FindingRows:
    """Rows of the list, made while they are written: a hundred thousand of them are never there at once."""

    findings: Sequence[Named]
    start: int
    titles: Titles
    values_of: ValuesOf

    def __iter__(self) -> Iterator[Row]:
        severities = {severity: severity_said(severity) for severity in SEVERITIES}
        titles = {check_id: sentence(title) for check_id, title in self.titles.items()}
        states = {state: sentence(STATES[state]) for state in State}
        for number, named in enumerate(self.findings, start=self.start + 1):
            found, decision = named.finding, named.decision
            yield Row(
                {
                    "SEQ": number,
                    "SEVERITY": severities[found.severity],
                    "TITLE": titles[found.check],
                    **self.values_of(named),
                    "FIELD": found.field or None,
                    "TEXT": found.text,
                    "AREA": decimal_of(found.area, 4),
                    "X": decimal_of(found.x, 2),
                    "Y": decimal_of(found.y, 2),
                    "STATE": states[decision.state],
                    "REASON": decision.reason or None,
                    "WHO": decision.decided_by or None,
                    "DAY": decision.decided_on or None,
                    "KEY": named.key,
                }
            )


def decimal_of(value: float, decimals: int) -> Decimal | None:
    """A number as a cell's value, half-up; None for NaN."""
    return None if value != value else half_up(Decimal(repr(value)), decimals)


def rules_table(
    rules: Rules,
    titles: Titles,
    counts: Mapping[str, int],
    thresholds: Iterable[str],
    layout: Layout,
) -> FilledTable:
    """Every check with its rule, those that are off too, and the thresholds they read (keys of rules)."""
    severities = Severities(rules)
    rows = []
    for check_id in titles:
        severity = severities.of(check_id)
        value = sentence(translate("LandLedger", "not checked")) if severity is None else severity_said(severity)
        found = None if severity is None else counts.get(check_id, 0)
        rows.append(_rule_row(severities.rule(check_id), sentence(titles[check_id]), value, found))
    for key in thresholds:
        rule = rules.get(key)
        rows.append(_rule_row(rule, sentence(translate("LandLedger", "Threshold")), rule.value, None))
    return FilledTable(layout, rows)


def _rule_row(rule: Rule, title: Sentence, value: Value, found: int | None) -> Row:
    return Row(
        {
            "TITLE": title, "VALUE": value, "UNIT": rule.unit or None, "FOUND": found, "MEANING": rule.meaning,
            "SOURCE": rule.source, "STATE": sentence(rule.status.label), "KEY": rule.key,
        }
    )  # fmt: skip


def total_of(table: FilledTable) -> Row:
    """The row of totals of a table, an empty one where it has none."""
    return next((row for row in table.rows if row.kind.value == "total"), Row({}))


def whole_of(row: Row, key: str) -> int:
    """A whole number in a row, 0 for none."""
    value = row.value(key)
    return value if isinstance(value, int) else 0
