"""The workbook of a class summary: its sheets in every unit asked for, checks, moved cells, findings, inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..survey.versions import version_name
from ..workbook import DisplayUnit, FilledTable, Row, checks_table, load_layout
from .checks import summary_identities
from .model import Basis, Finding, FindingKind, Level, Summary
from .printing import PrintedCells, Printing, printed_cells
from .tables import SheetChoices, adjust_table, summary_tables

LEVEL_NAMES = {
    Level.COUNTY: translate("LandLedger", "county"),
    Level.TOWNSHIP: translate("LandLedger", "township"),
    Level.VILLAGE: translate("LandLedger", "village"),
}
_BASES = {
    Basis.NET: translate("LandLedger", "TBMJ; ridges (KCMJ) of cultivated land to 1203"),
    Basis.GROSS: translate("LandLedger", "TBMJ; ridges stay with cultivated land"),
}


def summary_report(
    summary: Summary,
    rows: Mapping[str, np.ndarray],
    printings: Sequence[Printing],
    facts: RunFacts,
    choices: SheetChoices,
) -> tuple[Report, Sequence[PrintedCells], Sequence[Finding]]:
    """The workbook's sheets with their checks, the printed cells of each unit, and all findings.

    `rows` are the columns of the result table (`result_columns`).
    """
    sheets: list[tuple[PrintedCells, Sequence[FilledTable]]] = []
    findings = list(summary.findings)
    for printing in printings:
        printed = printed_cells(summary, printing)
        tables, told = summary_tables(printed, choices)
        sheets.append((printed, tables))
        for said in told:
            if all(found.kind is not FindingKind.LAYOUT for found in findings):
                findings.append(Finding(FindingKind.LAYOUT, summary.layer, said))
    identities = summary_identities(summary, sheets, rows)
    folder = choices.folder
    printed_sheets = [printed for printed, _ in sheets]
    adjusted = adjust_table(printed_sheets, folder)
    report = Report(
        [
            *(table for _, tables in sheets for table in tables),
            checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
            adjusted,
            finding_table(findings, folder),
            _inputs_table(summary, printings, facts, folder),
        ],
        identities,
    )
    return report, printed_sheets, findings


def finding_table(findings: Sequence[Finding], folder: str | None = None) -> FilledTable:
    """What whoever signs has to know."""
    rows = [
        Row(
            {
                "KIND": sentence(found.kind.value),
                "LAYER": found.layer,
                "FEATURE": found.feature,
                "FIELD": found.field,
                "TEXT": found.text,
                "AREA": found.area,
            }
        )
        for found in findings
    ]
    layout = load_layout("FINDINGS", folder)
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def _inputs_table(
    summary: Summary, printings: Sequence[Printing], facts: RunFacts, folder: str | None
) -> FilledTable:
    return FilledTable(load_layout("INPUTS", folder), [*_inputs(summary, printings), *environment(facts)])


def _inputs(summary: Summary, printings: Sequence[Printing]) -> Iterator[Row]:
    parcels = sentence(translate("LandLedger", "{count} parcels"), count=summary.parcels)
    yield fact(translate("LandLedger", "Land survey"), summary.layer, parcels)
    level = sentence(LEVEL_NAMES[summary.job.level])
    regions = sentence(
        translate("LandLedger", "{count} regions, by the first {digits} digits of ZLDWDM"),
        count=len(summary.regions), digits=summary.job.level.digits,
    )
    yield fact(translate("LandLedger", "Rows"), level, regions)
    yield fact(translate("LandLedger", "Class table"), version_name(summary.job.table.version))
    yield fact(translate("LandLedger", "Area"), sentence(_BASES[summary.job.basis]))
    if summary.controls:
        count = sentence(translate("LandLedger", "{count} districts"), count=len(summary.controls))
        yield fact(translate("LandLedger", "Control areas"), count)
    exact = sentence(translate("LandLedger", "{area} m²"), area=summary.total.square_metres())
    yield fact(translate("LandLedger", "Total"), exact)
    for printing in printings:
        yield fact(translate("LandLedger", "Printed unit"), printing.unit.label, _rounding(printing))


def _rounding(printing: Printing) -> Sentence:
    if printing.exact:
        return sentence(translate("LandLedger", "exact, nothing is rounded"))
    text = translate("LandLedger", "{decimals} decimals; cells rounded once by the largest remainder, all sums are sums of cells")
    return sentence(text, decimals=printing.decimals)
