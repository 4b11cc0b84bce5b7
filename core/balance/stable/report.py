"""The workbook of stable cultivated land: sheets, checks, moved cells, overlaps, findings, and what the run was based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact, how_measured, how_tolerant
from ...occupation.report import Report
from ...rules import Status
from ...sentence import Sentence, sentence, translate
from ...summary.model import FindingKind
from ...summary.report import finding_table
from ...survey.versions import version_name
from ...workbook import FilledTable, Row, checks_table, load_layout
from ..grades import SYSTEM_NAMES, Yields
from .checks import stable_identities
from .rules import StableRule
from .tables import Sheets, stable_tables


def stable_report(sheets: Sheets, columns: Mapping[str, np.ndarray], facts: RunFacts) -> Report:
    """Tables, checks and inputs of a run; `columns` are those of the result layer (`stable_columns`)."""
    result, folder = sheets.result, sheets.folder
    tables = stable_tables(sheets)
    identities = stable_identities(sheets, tables, columns)
    based = [*_inputs(sheets), *rules_of_stability(result.job.stable_rules), *environment(facts)]
    return Report(
        [
            *tables,
            checks_table(identities, sheets.printing.unit, load_layout("CHECKS", folder)),
            finding_table(result.findings, folder),
            FilledTable(load_layout("INPUTS", folder), based),
        ],
        identities,
    )


def _inputs(sheets: Sheets) -> Iterator[Row]:
    result = sheets.result
    job, inputs = result.job, result.inputs
    parcels = sentence(translate("LandLedger", "{count} cultivated parcels"), count=result.parcels)
    yield fact(translate("LandLedger", "Land survey"), f"{inputs.survey.name}  {inputs.survey.source}".strip(), parcels)
    for layer in inputs.excluded:
        yield fact(translate("LandLedger", "Layer that excludes ground"), f"{layer.name}  {layer.source}".strip())
    if inputs.quality is not None:
        quality = inputs.quality
        yield fact(translate("LandLedger", "Farmland grade"), f"{quality.name}  {quality.source}".strip())
    yield fact(translate("LandLedger", "Class table"), version_name(job.table.version))
    yield from grades_used(job.yields)
    measured = any(found.kind is FindingKind.NO_AREA for found in result.findings)
    if inputs.excluded or inputs.quality is not None or measured:
        yield from how_measured(job.measuring)
        yield from how_tolerant(
            result.report,
            job.measuring.border_tolerance,
            translate("LandLedger", "Layer lines this near to a survey corner take its place; 0 is off."),
            translate("LandLedger", "The survey is never moved."),
            translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same parcel."),
        )
    cut = int(result.cut.sum())
    yield fact(
        translate("LandLedger", "Pieces"),
        sentence(translate("LandLedger", "{count} pieces, {cut} of them parts of a parcel"), count=len(result), cut=cut),
        sentence(translate("LandLedger", "Parts of a parcel add up to its registered area (TBMJ) and ridge (KCMJ).")),
    )
    for overlap in result.overlaps:
        text = translate("LandLedger", "{first} and {second}: {area} m²")
        said = sentence(text, first=overlap.first, second=overlap.second, area=f"{overlap.area:.4f}")
        note = translate("LandLedger", "Each parcel keeps its registered area; the ground between them is cut for the first.")
        yield fact(translate("LandLedger", "Parcels over one another"), said, sentence(note))
    total = sentence(translate("LandLedger", "{area} m²"), area=result.area(result.is_stable).square_metres())
    yield fact(translate("LandLedger", "Stable cultivated land"), total)
    yield fact(translate("LandLedger", "Printed unit"), sheets.printing.unit.label, _rounding(sheets))


def grades_used(yields: Yields) -> Iterator[Row]:
    """Grade system and yields of a run, with how sure they are."""
    content = Sentence("{system} {preset}", {"system": sentence(SYSTEM_NAMES[yields.system]), "preset": yields.preset})
    yield fact(translate("LandLedger", "Grade system and yields"), content, yields.source, _status(yields.status))


def _status(status: str) -> Sentence | str:
    """A status of a file as people read it."""
    return next((sentence(each.label) for each in Status if each.value == status), status)


def rules_of_stability(rules: Sequence[StableRule]) -> Iterator[Row]:
    """The rules of stability in their order."""
    for rule in rules:
        values = "、".join(sorted(rule.values))
        said = f"{rule.meaning}：{rule.field}={values}" if values else rule.meaning
        yield fact(translate("LandLedger", "Rule of stability"), said, rule.source, sentence(rule.status.label))


def _rounding(sheets: Sheets) -> Sentence:
    if sheets.printing.exact:
        return sentence(translate("LandLedger", "exact, nothing is rounded"))
    text = translate("LandLedger", "{decimals} decimals; cells rounded once by the largest remainder, all sums are sums of cells")
    return sentence(text, decimals=sheets.printing.decimals)

