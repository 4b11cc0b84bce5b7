"""四至表, 四至明细 and what stands beside them, with their checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..columns import Columns
from ..occupation.inputs_sheet import RunFacts, environment, fact, size_of
from ..occupation.lists import finding_table
from ..occupation.model import Finding
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Layout,
    Row,
    RowKind,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
)
from ..workbook.table import Value
from .border import Direction
from .parties import AdjacencyJob, Parties


@dataclass(frozen=True)
class AdjacencyInputs:
    """What a run read: plots (attributes FP_ID, perhaps FP_NAME), the layer of neighbours, what names them (fields of
    the layer), and the name of the layer of lines, '' without one."""

    plots: Columns
    neighbours: Columns
    named_by: Sequence[str]
    lines: str = ""


def adjacency_report(
    parties: Parties,
    inputs: AdjacencyInputs,
    findings: Sequence[Finding],
    facts: RunFacts,
    folder: str | None = None,
) -> Report:
    """All sheets of a run; `folder` holds the layouts a bureau changed."""
    listed = party_list(parties, inputs.plots, load_layout("ADJACENT_LIST", folder))
    tables = [
        party_table(parties, inputs.plots, load_layout("ADJACENT" if parties.job.directions == 4 else "ADJACENT8", folder)),
        listed,
        finding_table(findings, load_layout("FINDINGS", folder)),
    ]
    identities = [*compact(check(listed)), *compact(_borders(parties, inputs.plots, listed)), *compact(_shares(parties, inputs.plots))]
    checks = checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder))
    sheet = FilledTable(load_layout("INPUTS", folder), [*_inputs(inputs), *_rule(parties.job), *environment(facts)])
    return Report([*tables, checks, sheet], identities)


def party_table(parties: Parties, plots: Columns, layout: Layout) -> FilledTable:
    """四至表: a row for each plot, a column for each direction."""
    names = plots.attributes.get("FP_NAME")
    rows = []
    for plot in range(parties.plots):
        cells: dict[str, Value] = {side.value: parties.names(plot, side) for side in parties.job.sides}
        cells.update({"SEQ": plot + 1, "DK": _plot_id(plots, plot), "REMARK": _remark(parties, plot)})
        cells["NAME"] = None if names is None else names[plot]
        rows.append(Row(cells))
    return FilledTable(layout, rows, None, {"name": ""}, [_note(parties.job)])


def _plot_id(plots: Columns, plot: int) -> str:
    return str(plots.attributes["FP_ID"][plot])


def _remark(parties: Parties, plot: int) -> Sentence | None:
    """What lies in holes of the plot: it stands on no side."""
    enclosed = parties.names(plot, Direction.ENCLOSED)
    return sentence(translate("LandLedger", "enclosed by the plot: {names}"), names=enclosed) if enclosed else None


def _note(job: AdjacencyJob) -> Sentence:
    return sentence(
        translate(
            "LandLedger",
            "Within {distance} m outside the border. Neighbours with less than {length} m or {share} % of a side stand in "
            "the detailed list only.",
        ),
        distance=f"{job.distance:g}",
        length=job.least_length,
        share=job.least_share,
    )


LISTED = translate("LandLedger", "named")
TOO_SHORT = translate("LandLedger", "too short to be named")


def party_list(parties: Parties, plots: Columns, layout: Layout) -> FilledTable:
    """四至明细: every neighbour on every side, with the border it shares; the border of each plot is their sum."""
    rows = [
        Row(
            {
                "DK": _plot_id(plots, party.plot),
                "SIDE": party.direction.chinese,
                "PARTY": party.name,
                "LENGTH": party.length,
                "SHARE": party.share,
                "LISTED": sentence(LISTED if party.listed else TOO_SHORT),
            }
        )
        for party in parties.parties
    ]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": ""})


def _borders(parties: Parties, plots: Columns, listed: FilledTable) -> Iterator[Identity]:
    """The neighbours of each plot as listed against its border, measured whole."""
    sums: dict[str, Decimal] = {}
    for row in listed.rows:
        length = row.value("LENGTH")
        if row.kind is RowKind.DATA and isinstance(length, Decimal):
            sums[str(row.value("DK"))] = sums.get(str(row.value("DK")), Decimal(0)) + length
    for plot, centimetres in enumerate(parties.border):
        number = _plot_id(plots, plot)
        yield Identity(
            sentence(translate("LandLedger", "neighbours listed = border of the plot")),
            number,
            sums.get(number),
            Decimal(centimetres).scaleb(-2),
            unit="米",
        )


def _shares(parties: Parties, plots: Columns) -> Iterator[Identity]:
    for plot in range(parties.plots):
        for side in Direction:
            found = parties.of(plot, side)
            if any(party.centimetres for party in found):
                yield Identity(
                    sentence(translate("LandLedger", "shares of a side = 100 %")),
                    f"{_plot_id(plots, plot)} {side.chinese}",
                    sum((party.share for party in found), Decimal(0)),
                    Decimal(100),
                    unit="%",
                )


def _inputs(inputs: AdjacencyInputs) -> Iterator[Row]:
    for title, columns in (
        (translate("LandLedger", "Footprints"), inputs.plots),
        (translate("LandLedger", "Layer of neighbours"), inputs.neighbours),
    ):
        yield fact(title, f"{columns.name}  {columns.source}".strip(), size_of(columns))
    yield fact(translate("LandLedger", "Neighbours named by"), " ".join(inputs.named_by))
    if inputs.lines:
        yield fact(translate("LandLedger", "Layer of roads and rivers"), inputs.lines)


def _rule(job: AdjacencyJob) -> Iterator[Row]:
    """How neighbours were looked for."""
    yield fact(
        translate("LandLedger", "Direction"),
        sentence(translate("LandLedger", "{count} directions by the outward normal of each piece of border"), count=job.directions),
    )
    yield fact(
        translate("LandLedger", "Distance of neighbours"),
        sentence(translate("LandLedger", "{distance} m, first looked at {probe} m"), distance=f"{job.distance:g}", probe=f"{job.probe:g}"),
        sentence(translate("LandLedger", "Straight outward from the border; the first feature met is the neighbour.")),
    )
    yield fact(
        translate("LandLedger", "Lengths"),
        sentence(translate("LandLedger", "in the plane of projection, to 0.01 m")),
        sentence(translate("LandLedger", "Rounded once, by the largest remainder, to the border of the plot.")),
    )
