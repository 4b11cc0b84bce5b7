"""The workbook, the result layer and the checks of 批而未供 from geometry, and what is kept of former runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from ..area import ZERO, Area
from ..occupation.checks import decimal_sum
from ..occupation.inputs_sheet import RunFacts, environment, fact, how_measured, how_tolerant, size_of
from ..occupation.lists import FINDING_KINDS, measured, overlap_table
from ..occupation.model import FindingKind
from ..occupation.pieces import FieldKind, PieceField, square_metres
from ..occupation.report import Report
from ..sentence import sentence, translate
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    RowKind,
    checks_table,
    compact,
    identities_of,
    load_layout,
    with_subtotals,
    with_sums,
)
from ..workbook.table import Value
from .register_tables import TableNames, unsupplied_identities, unsupplied_table
from .shares import percent
from .table_checks import total_area
from .unsupplied import SUPPLIED, Remark, Unsupplied
from .unsupplied_words import KEPT_TEXTS, Filled

# --------------------------------------------------------------------------------------------------------- result layer


RESULT_FIELDS: tuple[PieceField, ...] = (
    PieceField("DOC_NO", FieldKind.TEXT, 60, 0, translate("LandLedger", "Approval document")),
    PieceField("BATCH", FieldKind.TEXT, 120, 0, translate("LandLedger", "Batch or project")),
    PieceField("APPR_DATE", FieldKind.TEXT, 10, 0, translate("LandLedger", "Date of approval")),
    PieceField("PLOT", FieldKind.TEXT, 60, 0, translate("LandLedger", "Plot number")),
    PieceField("PART", FieldKind.TEXT, 60, 0, translate("LandLedger", "Part number")),
    PieceField("SLIVER", FieldKind.INTEGER, 2, 0, translate("LandLedger", "Sliver")),
    PieceField("AREA_M2", FieldKind.NUMBER, 18, 2, translate("LandLedger", "Unsupplied area (m²)")),
    PieceField("AREA_HA", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Unsupplied area (ha)")),
    PieceField("AREA_MU", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Unsupplied area (mu)")),
    PieceField("PLOT_M2", FieldKind.NUMBER, 18, 2, translate("LandLedger", "Approved area of the plot (m²)")),
    PieceField("SUP_RATE", FieldKind.NUMBER, 8, 2, translate("LandLedger", "Supplied share of the plot (%)")),
    PieceField("DIFF", FieldKind.TEXT, 10, 0, translate("LandLedger", "Difficulty")),
    PieceField("REASON", FieldKind.TEXT, 120, 0, translate("LandLedger", "Reason why unsupplied")),
    PieceField("MEASURE", FieldKind.TEXT, 120, 0, translate("LandLedger", "Measure")),
    PieceField("DUE", FieldKind.TEXT, 10, 0, translate("LandLedger", "Planned completion")),
)


def result_columns(found: Unsupplied, filled: Filled) -> dict[str, np.ndarray]:
    """Field name → array (p,) over the parts: text objects, int64 or float64."""
    parts = found.parts
    plots = [found.plots[part.plot] for part in parts]
    batches = [found.batches[plot.batch] for plot in plots]
    units = np.array([part.units for part in parts], dtype=np.int64)
    unit = found.job.job.unit
    rates = [percent(found.area(plot.supplied), found.area(plot.units)) for plot in plots]
    return {
        "DOC_NO": _objects(batch.doc_no or None for batch in batches),
        "BATCH": _objects(batch.name or None for batch in batches),
        "APPR_DATE": _objects(None if batch.approved is None else batch.approved.isoformat() for batch in batches),
        "PLOT": _objects(plot.number for plot in plots),
        "PART": _objects(part.number for part in parts),
        "SLIVER": np.array([int(part.sliver) for part in parts], dtype=np.int64),
        "AREA_M2": square_metres(units, unit),
        "AREA_HA": units * unit.micro_mu / 15_000_000,
        "AREA_MU": units * unit.micro_mu / 1_000_000,
        "PLOT_M2": square_metres(np.array([plot.units for plot in plots], dtype=np.int64), unit),
        "SUP_RATE": np.array([np.nan if rate is None else float(rate) for rate in rates], dtype=np.float64),
        **{name: _objects(text or None for text in filled.texts[name]) for name in KEPT_TEXTS},
    }


def part_shapes(found: Unsupplied) -> np.ndarray:
    """Shapes (p,) of the parts."""
    return _objects(part.shape for part in found.parts)


def _objects(values: Iterable[object]) -> np.ndarray:
    listed = list(values)
    array = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


# ------------------------------------------------------------------------------------------------------------- workbook


def unsupplied_report(
    found: Unsupplied, filled: Filled, columns: Mapping[str, np.ndarray], facts: RunFacts, names: TableNames
) -> Report:
    """T03, sums by batch, slivers, supply outside, overlaps, checks, findings, inputs. `columns` as `result_columns` gives
    them."""
    plots = unsupplied_table(filled.rows, names)
    batches = batch_table(found, names)
    slivers = sliver_table(found, names)
    identities = _identities(found, plots, batches, slivers, columns)
    folder = names.folder
    overlaps = overlap_table(found.overlay.overlaps, load_layout("OVERLAPS", folder))
    findings = FilledTable(load_layout("FINDINGS", folder), list(_finding_rows(found, filled)), DisplayUnit.SQUARE_METRE)
    checks = checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder))
    inputs = FilledTable(load_layout("INPUTS", folder), [*_facts(found), *environment(facts)])
    tables = [plots, batches, slivers, outside_table(found, names), overlaps, checks, findings, inputs]
    return Report(tables, identities)


def batch_table(found: Unsupplied, names: TableNames) -> FilledTable:
    """Sums by batch: approved = supplied + unsupplied plots + slivers."""
    layout = load_layout("UNSUPPLIED", names.folder)
    rows: list[Row] = []
    for number, batch in enumerate(found.batches, 1):
        left = found.area(batch.left + batch.slivers)
        cells: dict[str, Value] = {
            "SEQ": str(number),
            "DOC_NO": batch.doc_no or None,
            "BATCH": batch.name,
            "APPR_DATE": batch.approved,
            "PLOTS": batch.plots,
            "A_SUP": found.area(batch.supplied),
            "A_LEFT": found.area(batch.left),
            "A_SLIVER": found.area(batch.slivers),
            "RATE": percent(left, found.area(batch.units)),
            "A_DOC": batch.document,
        }
        rows.append(Row(with_sums(layout, cells)))
    total = found.area(sum(batch.units for batch in found.batches))
    left = found.area(sum(batch.left + batch.slivers for batch in found.batches))
    summed = [
        row if row.kind is RowKind.DATA else replace(row, values={**row.values, "RATE": percent(left, total)})
        for row in with_subtotals(layout, rows)
    ]
    return FilledTable(layout, summed, None, {"name": names.title})


def sliver_table(found: Unsupplied, names: TableNames) -> FilledTable:
    """Every part below the sliver limit."""
    layout = load_layout("SLIVERS", names.folder)
    rows: list[Row] = []
    for part in found.parts:
        if part.sliver:
            plot = found.plots[part.plot]
            cells = {"SEQ": str(len(rows) + 1), "DOC_NO": found.batches[plot.batch].key, "PLOT": plot.number}
            rows.append(Row({**cells, "PART": part.number, "A": found.area(part.units)}))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": names.title})


def outside_table(found: Unsupplied, names: TableNames) -> FilledTable:
    """Supplied parcels that reach out of all approved land."""
    layout = load_layout("SUPPLIED_OUTSIDE", names.folder)
    rows = [
        Row({"SEQ": str(number), "NUMBER": each.number, "A": each.area, "IN": each.area - each.outside, "OUT": each.outside})
        for number, each in enumerate(found.outside, 1)
    ]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": names.title})


def _identities(
    found: Unsupplied,
    plots: FilledTable,
    batches: FilledTable,
    slivers: FilledTable,
    columns: Mapping[str, np.ndarray],
) -> list[Identity]:
    within = [identity for table in (plots, batches, slivers) for identity in compact(identities_of(table))]
    between = compact([*unsupplied_identities(plots), *_of_batches(found, batches, columns)])
    return [*within, *between, *_of_totals(found, plots, batches, slivers, columns)]


def _of_batches(found: Unsupplied, batches: FilledTable, columns: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    """Each batch: its parts in the layer, added up as decimals, and its measured polygons."""
    drawn = sentence(translate("LandLedger", "parts in the layer = approved − supplied of the batch"))
    whole = sentence(translate("LandLedger", "approved area of the batch = its polygons, shared ground once"))
    places = np.array([found.plots[part.plot].batch for part in found.parts], dtype=np.int64)
    rows = [row for row in batches.rows if row.kind is RowKind.DATA]
    for place, (batch, row) in enumerate(zip(found.batches, rows)):
        approved, supplied = row.value("A_APPR"), row.value("A_SUP")
        right = approved - supplied if isinstance(approved, Area) and isinstance(supplied, Area) else None
        yield Identity(drawn, batch.key, decimal_sum(columns["AREA_M2"][places == place]), right)
        if not found.job.by_document:
            yield Identity(whole, batch.key, approved, _polygons(found, place))  # type: ignore[arg-type]


def _polygons(found: Unsupplied, place: int) -> Area:
    """The measured polygons of a batch, rounded one by one, less what is counted once of ground they share."""
    overlay, leaves = found.overlay, found.overlay.leaves
    own = {plot.row for plot in found.plots if plot.batch == place}
    total = sum(int(overlay.footprint_units[row]) for row in own)
    seen: set[int] = set()
    for atom, footprint, units in zip(leaves.atom.tolist(), leaves.footprint.tolist(), leaves.units.tolist()):
        if footprint in own:
            if atom in seen:
                total -= units
            seen.add(atom)
    return found.area(total)


def _of_totals(
    found: Unsupplied,
    plots: FilledTable,
    batches: FilledTable,
    slivers: FilledTable,
    columns: Mapping[str, np.ndarray],
) -> list[Identity]:
    layer = sentence(translate("LandLedger", "parts in the layer = unsupplied land of all batches"))
    listed = sentence(translate("LandLedger", "slivers in the layer = list of slivers"))
    shown = sentence(translate("LandLedger", "T03 approved − supplied + plots with slivers only = unsupplied land"))
    left = total_area(batches, "A_LEFT") + total_area(batches, "A_SLIVER")
    only = Area.total(found.area(plot.left) for plot in found.plots if all(found.parts[part].sliver for part in plot.parts))
    small = decimal_sum(columns["AREA_M2"][columns["SLIVER"] == 1])
    on_t03 = total_area(plots, "A_APPR") - total_area(plots, "A_SUP")
    return [
        Identity(layer, "AREA_M2", decimal_sum(columns["AREA_M2"]), left),
        Identity(listed, "SLIVER", small, total_area(slivers, "A")),
        Identity(shown, "A_LEFT", on_t03 + only, left),
    ]


def _finding_rows(found: Unsupplied, filled: Filled) -> Iterator[Row]:
    skipped = (FindingKind.NOT_TOUCHED, FindingKind.BELOW_UNIT)
    for each in found.overlay.findings:
        if each.kind not in skipped:
            yield Row(
                {
                    "KIND": sentence(FINDING_KINDS[each.kind]), "LAYER": each.layer, "FEATURE": each.feature,
                    "FIELD": each.field, "TEXT": each.text, "AREA": each.area,
                    "SIGNED": None if each.signed_area is None else measured(each.signed_area),
                }
            )  # fmt: skip
    kind = sentence(translate("LandLedger", "approved-unsupplied land"))
    for remark in remarks_of(found, filled):
        yield Row({"KIND": kind, "LAYER": remark.layer, "FEATURE": remark.feature, "TEXT": remark.text, "AREA": remark.area})


def remarks_of(found: Unsupplied, filled: Filled) -> list[Remark]:
    """All remarks: of the run, of what was kept, of the areas of documents, of supply that touches nothing."""
    remarks = [*found.remarks, *filled.remarks]
    supplied = found.supplied
    if len(supplied) and not found.overlay.hits[SUPPLIED].inside.any():
        remarks.append(Remark(supplied.name, "", sentence(translate("LandLedger", "No supplied parcel lies in approved land."))))
    return remarks


def document_remarks(found: Unsupplied, share: Fraction) -> list[Remark]:
    """Batches whose documented area is farther from the drawn one than `share` (a fraction) of it."""
    text = translate("LandLedger", "The document says {document} ha, the polygons have {drawn} ha.")
    remarks = []
    for place, batch in enumerate(found.batches):
        if batch.document is None:
            continue
        drawn = _polygons(found, place)
        if abs(batch.document - drawn).micro_mu > share * batch.document.micro_mu:
            said = sentence(text, document=batch.document.hectares(4), drawn=drawn.hectares(4))
            remarks.append(Remark(found.approved.name, batch.key, said, abs(batch.document - drawn)))
    return remarks


def _facts(found: Unsupplied) -> Iterator[Row]:
    job, report = found.job, found.overlay.atoms.report
    for title, columns in (
        (translate("LandLedger", "Approved land"), found.approved),
        (translate("LandLedger", "Supplied land"), found.supplied),
    ):
        yield fact(title, f"{columns.name}  {columns.source}".strip(), size_of(columns))
    yield from how_measured(job.job)
    if job.by_document:
        text = translate("LandLedger", "Pieces of a batch are adjusted to the area of its approval documents.")
        yield fact(translate("LandLedger", "Area of a batch"), sentence(text))
    yield from how_tolerant(
        report,
        job.job.border_tolerance,
        translate("LandLedger", "Corners of supplied land this near to an approved corner take its place; 0 is off."),
        translate("LandLedger", "Approved land is never moved."),
        translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same plot."),
    )
    text = translate("LandLedger", "smaller than {area} m²")
    yield fact(translate("LandLedger", "Slivers"), sentence(text, area=job.sliver.square_metres()))
    if job.year is not None:
        text = translate("LandLedger", "supplied in {year} counts as disposed of in that year")
        yield fact(translate("LandLedger", "Year"), sentence(text, year=job.year))


@dataclass(frozen=True)
class Numbers:
    """What the run returns: areas exact."""

    approved: Area
    supplied: Area
    unsupplied: Area
    slivers: Area
    outside: Area
    overlapping: Area

    @classmethod
    def of(cls, found: Unsupplied) -> Numbers:
        """Of all batches; `overlapping` is ground that several supplied parcels share."""
        batches = found.batches
        overlapping = sum(each.area for each in found.overlay.overlaps if each.kind == "control")
        return cls(
            found.area(sum(batch.units for batch in batches)),
            found.area(sum(batch.supplied for batch in batches)),
            found.area(sum(batch.left + batch.slivers for batch in batches)),
            found.area(sum(batch.slivers for batch in batches)),
            Area.total(each.outside for each in found.outside) if found.outside else ZERO,
            measured(overlapping),
        )
