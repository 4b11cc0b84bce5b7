"""The workbook of an in–out account: T31, results, patches, net increase, matches, checks, findings, inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...sentence import Sentence, sentence, translate
from ...summary.report import LEVEL_NAMES, finding_table
from ...survey.versions import version_name
from ...workbook import DisplayUnit, FilledTable, Row, checks_table, load_layout
from ..stable.report import grades_used, rules_of_stability
from ..transition.model import Source
from .checks import inout_identities
from .kinds import CONSTRUCTION_CODES, Direction
from .model import InOut
from .tables import WAYS, InOutSheets, inout_tables, regime_note

RULES = (
    "stable_adjustable_counts",
    "inout_missing_grade",
    "inout_water_by_class",
    "inout_mark_needs_document",
    "inout_noise",
    "inout_from_construction",
    "inout_in_needs_stable",
    "inout_one_account_from",
    "net_increase_factor",
)
"""The rules of an account, for the inputs sheet."""

_SOURCES = {
    Source.OVERLAY: translate("LandLedger", "two surveys laid over one another"),
    Source.PACKAGE: translate("LandLedger", "the change package as delivered (TBBGMJ); nothing was measured again"),
}


@dataclass(frozen=True)
class Read:
    """A layer that was read: what it is (an English text to translate), its name and file."""

    title: str
    name: str


def inout_report(
    sheets: InOutSheets, columns: Mapping[str, np.ndarray], facts: RunFacts, read: Sequence[Read] = ()
) -> Report:
    """Tables, checks and inputs of a run; `columns` are those of the result layer (`patch_columns`)."""
    result, folder = sheets.result, sheets.folder
    tables = inout_tables(sheets)
    identities = inout_identities(sheets, tables, columns)
    based = [*_inputs(result, read), *_kinds(result), *rules_of_stability(result.job.stable_rules), *environment(facts)]
    return Report(
        [
            *tables,
            checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", folder)),
            finding_table(result.findings, folder),
            FilledTable(load_layout("INPUTS", folder), based),
        ],
        identities,
    )


def _inputs(result: InOut, read: Sequence[Read]) -> Iterator[Row]:
    job, inputs = result.job, result.inputs
    for layer in read:
        yield fact(layer.title, layer.name)
    yield fact(translate("LandLedger", "Changes"), inputs.name, sentence(_SOURCES[inputs.flows.source]))
    for year in result.years:
        yield fact(translate("LandLedger", "Year of the account"), str(year), regime_note(year, result))
    yield fact(translate("LandLedger", "Rows"), sentence(LEVEL_NAMES[job.level]))
    yield fact(translate("LandLedger", "Class table"), version_name(job.table.version))
    yield from grades_used(job.yields)
    guessed = int(result.patches.guessed.sum())
    if guessed:
        text = translate("LandLedger", "{count} patches without a grade: outflow as the best, inflow as the worst grade")
        yield fact(translate("LandLedger", "Grade missing"), sentence(text, count=guessed))
    yield fact(translate("LandLedger", "Patches"), sentence(translate("LandLedger", "{count} patches"), count=len(result.patches)))
    for noise, area in _noise(result).items():
        text = translate("LandLedger", "{area} m² under the noise rule {rule}, told apart")
        yield fact(translate("LandLedger", "Slivers and moved borders"), sentence(text, area=area, rule=noise))


def _noise(result: InOut) -> dict[str, object]:
    """Net area of the patches under each noise rule."""
    patches, rule = result.patches, result.inputs.flows.rule[result.patches.flow]
    return {
        str(name): patches.area(rule == name).square_metres() for name in sorted(set(rule.tolist())) if name
    }


def _kinds(result: InOut) -> Iterator[Row]:
    """Which classes are which destination or origin, and which marks are exemptions."""
    for direction in Direction:
        for kind in result.job.kinds.of(direction):
            codes = "、".join("建设用地（三大类）" if code == CONSTRUCTION_CODES else code for code in kind.codes)
            said = f"{WAYS[direction]} {kind.name}：{codes}"
            yield fact(translate("LandLedger", "Destination or origin"), said, kind.source, _label(kind.status.label))
    for exemption in result.job.kinds.exemptions.values():
        yield fact(translate("LandLedger", "Exemption"), exemption.name, exemption.source, _label(exemption.status.label))


def _label(text: str) -> Sentence:
    return sentence(text)
