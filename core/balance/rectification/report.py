"""The workbook and the result layer of outflow rectification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ...area import Area
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.register_tables import TableNames
from ...sentence import Say, sentence, translate
from ...summary.result_rows import ResultField
from ...workbook import DisplayUnit, FilledTable, Identity, Row, checks_table, compact, identities_of, load_layout
from ..broken_rules import Problem, finding_rows, in_mu, objects, rule_identities
from ..printed_figures import PrintedFigure, printed_identities, printed_table
from .model import WAY_NAMES, Rectified, SpotResult, SpotState, Way
from .tables import (
    act_table,
    compared_figures,
    rate,
    rectification_identities,
    spot_table,
    summary_table,
)

RESULT_FIELDS: tuple[ResultField, ...] = (
    ResultField("TBBH", "text", translate("LandLedger", "Spot number"), 60),
    ResultField("COUNTY", "text", translate("LandLedger", "County"), 60),
    ResultField("TOWN", "text", translate("LandLedger", "Township"), 60),
    ResultField("VILLAGE", "text", translate("LandLedger", "Village"), 60),
    ResultField("LCNF", "integer", translate("LandLedger", "Year of the outflow"), 5),
    ResultField("STATE", "text", translate("LandLedger", "State of rectification"), 10),
    ResultField("PRIME", "integer", translate("LandLedger", "Permanent basic farmland"), 2),
    ResultField("OUT_MU", "number", translate("LandLedger", "Outflow (mu)"), 18, 6),
    ResultField("DUE_MU", "number", translate("LandLedger", "To be rectified (mu)"), 18, 6),
    ResultField("REST_MU", "number", translate("LandLedger", "Restored (mu)"), 18, 6),
    ResultField("INOUT_MU", "number", translate("LandLedger", "Settled by the in–out balance (mu)"), 18, 6),
    ResultField("SUPP_MU", "number", translate("LandLedger", "Adjusted and supplemented (mu)"), 18, 6),
    ResultField("DONE_MU", "number", translate("LandLedger", "Rectified (mu)"), 18, 6),
    ResultField("LEFT_MU", "number", translate("LandLedger", "Still to be rectified (mu)"), 18, 6),
    ResultField("RATE", "number", translate("LandLedger", "Rectified share (%)"), 8, 2),
    ResultField("CLOSED", "text", translate("LandLedger", "Struck off on"), 10),
    ResultField("FAULTS", "integer", translate("LandLedger", "Number of findings"), 5),
    ResultField("WHY", "text", translate("LandLedger", "Why"), 254),
)


def result_columns(found: Rectified, say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (n,) over the spots: text objects, int64 or float64. `say` translates a template."""
    faults: dict[str, list[Problem]] = {}
    for problem in found.problems:
        faults.setdefault(problem.feature, []).append(problem)
    spots = found.spots
    own = [faults.get(each.spot.number, []) for each in spots]
    amounts = {
        "OUT_MU": [each.spot.outflow for each in spots], "DUE_MU": [each.spot.due for each in spots],
        "REST_MU": [each.amounts[Way.RESTORED] for each in spots], "INOUT_MU": [each.amounts[Way.IN_OUT] for each in spots],
        "SUPP_MU": [each.amounts[Way.SUPPLEMENT] for each in spots], "DONE_MU": [each.done for each in spots],
        "LEFT_MU": [each.left for each in spots],
    }  # fmt: skip
    rates = [rate(each.done, each.spot.due) for each in spots]
    return {
        "TBBH": objects(each.spot.number for each in spots),
        "COUNTY": objects(each.spot.county or None for each in spots),
        "TOWN": objects(each.spot.township or None for each in spots),
        "VILLAGE": objects(each.spot.village or None for each in spots),
        "LCNF": objects(each.spot.year for each in spots),
        "STATE": objects(each.state.value for each in spots),
        "PRIME": np.array([int(each.spot.prime) for each in spots], dtype=np.int64),
        **{name: in_mu(areas) for name, areas in amounts.items()},
        "RATE": np.array([np.nan if each is None else float(each) for each in rates], dtype=np.float64),
        "CLOSED": objects(_closed_on(each) for each in spots),
        "FAULTS": np.array([len(each) for each in own], dtype=np.int64),
        "WHY": objects("；".join(problem.text.said(say) for problem in each) or None for each in own),
    }


def _closed_on(each: SpotResult) -> str | None:
    return each.spot.closed.isoformat() if each.state is SpotState.CLOSED and each.spot.closed else None


@dataclass(frozen=True)
class Book:
    """What goes into the workbook beside the result: published figures to compare, lines for the inputs sheet, what the
    ledger was told."""

    figures: Sequence[PrintedFigure] = ()
    inputs: Sequence[Row] = ()


def rectification_report(
    found: Rectified, columns: Mapping[str, np.ndarray], book: Book, facts: RunFacts, names: TableNames
) -> Report:
    """T10, T10S, acts, published figures, checks, findings, inputs; `columns` are those of the result layer."""
    spots, summary, acts = spot_table(found, names), summary_table(found, names), act_table(found, names)
    tables = [spots, summary, acts]
    identities = [identity for table in tables for identity in compact(identities_of(table))]
    identities += compact(rectification_identities(found, spots, acts, summary))
    if book.figures:
        tables.append(printed_table(compared_figures(found, book.figures), names))
        identities += printed_identities(tables[-1])
    identities += [*_layer_identities(found, columns), *rule_identities(found.problems)]
    folder = names.folder
    kind = sentence(translate("LandLedger", "outflow rectification"))
    findings = FilledTable(load_layout("FINDINGS", folder), list(finding_rows(found.problems, kind)), DisplayUnit.MU)
    checks = checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", folder))
    based = FilledTable(load_layout("INPUTS", folder), [*book.inputs, *_counts(found), *environment(facts)])
    return Report([*tables, checks, findings, based], identities)


def _layer_identities(found: Rectified, columns: Mapping[str, np.ndarray]) -> list[Identity]:
    """The result layer, added up as decimals, against the result."""
    name = sentence(translate("LandLedger", "result layer = T10"))
    pairs = [("DUE_MU", found.due), ("DONE_MU", found.done)]
    sums = {key: sum((Decimal(repr(value)) for value in columns[key].tolist()), Decimal(0)) for key, _ in pairs}
    return [Identity(name, key, Area.from_mu(sums[key]), area) for key, area in pairs]


def _counts(found: Rectified) -> Iterator[Row]:
    text = translate("LandLedger", "{count} spots, {area} mu to be rectified")
    for state in SpotState:
        members = [each for each in found.spots if each.state is state]
        due = Area.total(each.spot.due for each in members)
        yield fact(STATE_LABELS[state], sentence(text, count=len(members), area=due.mu(2)))
    by_way = translate("LandLedger", "{area} mu")
    for way in Way:
        yield fact(way.label, sentence(by_way, area=found.total(way).mu(4)), WAY_NAMES[way])


STATE_LABELS: Mapping[SpotState, str] = {
    SpotState.OPEN: translate("LandLedger", "Not rectified"),
    SpotState.PARTLY: translate("LandLedger", "Rectified in part"),
    SpotState.DONE: translate("LandLedger", "Rectified in full"),
    SpotState.CLOSED: translate("LandLedger", "Struck off"),
    SpotState.EXEMPT: translate("LandLedger", "Exempt"),
}
