"""The workbook, the result layer and the checks of an overlay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..area import ZERO, Area
from ..sentence import sentence, translate
from ..workbook import FilledTable, Identity, Row, RowKind, checks_table, compact, identities_of, load_layout
from ..workbook.layout import repeated_key
from .checks import decimal_sum, total_row
from .inputs_sheet import RunFacts, environment, fact, how_measured, how_tolerant, size_of, total_of_plots
from .lists import display_unit
from .overlay import Overlay
from .overlay_tables import WHOLE, lines_of, overlay_tables
from .pieces import FieldKind, PieceField, square_metres
from .report import Report

TEXT_LENGTH = 254


def overlay_fields(result: Overlay) -> list[PieceField]:
    """The fields of the result layer: for each layer the number of its features, and their values if they are told
    apart."""
    fields = [
        PieceField("FP_ID", FieldKind.TEXT, 60, 0, translate("LandLedger", "Footprint number")),
        PieceField("FP_NAME", FieldKind.TEXT, TEXT_LENGTH, 0, translate("LandLedger", "Footprint name")),
        PieceField("PIECE", FieldKind.INTEGER, 10, 0, translate("LandLedger", "Piece number")),
        PieceField("COUNTED", FieldKind.INTEGER, 2, 0, translate("LandLedger", "Counts in the total")),
        PieceField("HITS", FieldKind.INTEGER, 6, 0, translate("LandLedger", "Number of layers")),
        PieceField("LAYERS", FieldKind.TEXT, 0, 0, translate("LandLedger", "Layers it lies in")),
        PieceField("AREA_RAW", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Measured area (m²)")),
        PieceField("AREA_ADJ", FieldKind.NUMBER, 18, 2, translate("LandLedger", "Adjusted area (m²)")),
        PieceField("AREA_DIFF", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Adjustment (m²)")),
        PieceField("AREA_HA", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Area (ha)")),
        PieceField("AREA_MU", FieldKind.NUMBER, 18, 6, translate("LandLedger", "Area (mu)")),
    ]
    for layer in result.layers:
        number = layer.key[1:]
        fields.append(PieceField(f"L{number}", FieldKind.INTEGER, 6, 0, layer.title))
        if layer.field:
            fields.append(PieceField(f"V{number}", FieldKind.TEXT, 0, 0, f"{layer.title} {layer.field}"))
    return fields


def overlay_columns(result: Overlay) -> dict[str, np.ndarray]:
    """Field name → array (r,) over the leaves: text objects, int64 or float64."""
    leaves, unit = result.leaves, result.job.unit
    attributes = result.footprints.attributes
    area = square_metres(leaves.units, unit)
    micro_mu = leaves.units * unit.micro_mu
    nothing = np.full(len(result.footprints), None, dtype=object)
    columns: dict[str, np.ndarray] = {
        "FP_ID": attributes["FP_ID"][leaves.footprint],
        "FP_NAME": attributes.get("FP_NAME", nothing)[leaves.footprint],
        "PIECE": leaves.atom + 1,
        "COUNTED": leaves.counted.astype(np.int64),
        "HITS": sum((hit.inside.astype(np.int64) for hit in result.hits.values()), np.zeros(len(leaves), np.int64)),
        "LAYERS": _joined(len(leaves), ((np.flatnonzero(result.hits[one.key].inside), one.title) for one in result.layers)),
        "AREA_RAW": leaves.raw,
        "AREA_ADJ": area,
        "AREA_DIFF": area - leaves.raw,
        "AREA_HA": micro_mu / 15_000_000,
        "AREA_MU": micro_mu / 1_000_000,
    }
    for layer in result.layers:
        hit, number = result.hits[layer.key], layer.key[1:]
        columns[f"L{number}"] = hit.count
        if layer.field:
            columns[f"V{number}"] = _joined(
                len(leaves), ((hit.leaf[place : place + 1], hit.values[hit.value[place]]) for place in range(len(hit.leaf)))
            )
    return columns


def _joined(count: int, parts: Iterator[tuple[np.ndarray, str]]) -> np.ndarray:
    """object (count,): the texts of each row joined by ；, '' where there are none."""
    texts: list[list[str]] = [[] for _ in range(count)]
    for rows, text in parts:
        for row in rows.tolist():
            texts[row].append(text)
    joined = np.empty(count, dtype=object)
    joined[:] = ["；".join(own) for own in texts]
    return joined


def overlay_report(
    result: Overlay,
    pieces: Mapping[str, np.ndarray],
    facts: RunFacts,
    show_outside: bool,
    name: str = "",
    folder: str | None = None,
) -> Report:
    """Tables, checks and inputs of a run; `pieces` are the columns of the result layer (`overlay_columns`)."""
    tables = overlay_tables(result, show_outside, name, folder)
    identities = overlay_identities(result, tables, pieces)
    checks = checks_table(identities, display_unit(result.job.unit), load_layout("CHECKS", folder))
    inputs = FilledTable(load_layout("INPUTS", folder), [*_facts(result), *environment(facts)])
    return Report([*tables, checks, inputs], identities)


def overlay_identities(
    result: Overlay, tables: Sequence[FilledTable], pieces: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Identities within each table, then those between tables, layer, masters and the numbers returned."""
    found = [identity for table in tables for identity in compact(identities_of(table))]
    wide, long = tables[0], tables[1]
    found += compact(_masters(result, wide, pieces))
    found += compact(_of_layers(result, wide, long, pieces))
    found += _totals(result, total_row(wide), pieces)
    return found


def _data(table: FilledTable) -> Iterator[Row]:
    return (row for row in table.rows if row.kind is RowKind.DATA)


def _by_text(pieces: Mapping[str, np.ndarray], rows: np.ndarray) -> dict[str, Area]:
    """Sum of AREA_ADJ by footprint number over the rows (mask), as decimals."""
    names = pieces["FP_ID"][rows].astype(str)
    area = pieces["AREA_ADJ"][rows]
    order = np.argsort(names, kind="stable")
    plots, starts = np.unique(names[order], return_index=True)
    groups = np.split(area[order], starts[1:]) if len(plots) else []
    return {str(plot): decimal_sum(group) for plot, group in zip(plots, groups)}


def _masters(result: Overlay, wide: FilledTable, pieces: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    """Each red line: its row in T29, its pieces in the layer, and its measured area rounded once."""
    shown = {str(row.value("DK")): row.value("TOTAL") for row in _data(wide)}
    layer = _by_text(pieces, np.ones(len(pieces["FP_ID"]), dtype=bool))
    in_table = sentence(translate("LandLedger", "T29 row of the red line = its surveyed area"))
    in_layer = sentence(translate("LandLedger", "pieces of the red line = its surveyed area"))
    for row, units in enumerate(result.footprint_units.tolist()):
        plot = result.footprint_id(row)
        value = shown.get(plot)
        yield Identity(in_table, plot, value if isinstance(value, Area) else None, result.area(units))
        yield Identity(in_layer, plot, layer.get(plot, ZERO), result.area(units))


def _of_layers(
    result: Overlay, wide: FilledTable, long: FilledTable, pieces: Mapping[str, np.ndarray]
) -> Iterator[Identity]:
    """Each red line and layer: inside + outside, the values against the whole, T29 against T29V and the result layer."""
    balanced = sentence(translate("LandLedger", "inside the layer + outside it = area of the red line"))
    valued = sentence(translate("LandLedger", "sum of attribute values − ground with several values = whole layer"))
    twin = sentence(translate("LandLedger", "T29 = T29V"))
    drawn = sentence(translate("LandLedger", "T29 = pieces in the layer"))
    rows = {str(row.value("DK")): row for row in _data(wide)}
    listed = {
        (str(row.value("DK")), str(row.value("LAYER"))): row.value("AREA")
        for row in _data(long)
        if row.value("VALUE") == WHOLE
    }
    for layer in result.layers:
        hit = result.hits[layer.key]
        whole, *values, free = lines_of(result, layer, True, True)
        key = repeated_key("AREA", _wide_name(wide, layer.title))
        in_layer = _by_text(pieces, pieces[layer.key] > 0)
        several = np.zeros(len(result.footprints), dtype=np.int64)
        if layer.field:
            more = np.bincount(hit.leaf, minlength=len(result.leaves)) - hit.inside
            np.add.at(several, result.leaves.footprint, more * result.leaves.units)
        for row in range(len(result.footprints)):
            plot = result.footprint_id(row)
            where = f"{plot} {layer.title}"
            inside = result.area(whole.units[row])
            shown = rows[plot].value(key)
            yield Identity(balanced, where, inside + result.area(free.units[row]), result.area(result.footprint_units[row]))
            yield Identity(twin, where, shown, listed.get((plot, layer.title)))  # type: ignore[arg-type]
            yield Identity(drawn, where, shown, in_layer.get(plot, ZERO))  # type: ignore[arg-type]
            if layer.field:
                units = sum(int(line.units[row]) for line in values) - int(several[row])
                yield Identity(valued, where, result.area(units), inside)


def _wide_name(wide: FilledTable, title: str) -> str | tuple[str, ...]:
    """The heading of the whole layer in T29."""
    for name in wide.layout.names.get("layer", ()):
        if name == title or (isinstance(name, tuple) and name[0] == title):
            return name
    return title


def _totals(result: Overlay, total: Mapping[str, Area], pieces: Mapping[str, np.ndarray]) -> list[Identity]:
    counted = pieces["COUNTED"] == 1
    twice = decimal_sum(pieces["AREA_ADJ"][~counted])
    in_any = decimal_sum(pieces["AREA_ADJ"][counted & (pieces["HITS"] > 0)])
    layer = sentence(translate("LandLedger", "T29 total = pieces in the layer"))
    returned = sentence(translate("LandLedger", "T29 total = numbers returned"))
    repeated = sentence(translate("LandLedger", "sum of footprints − ground counted twice = total"))
    covered = sentence(translate("LandLedger", "pieces in any layer = numbers returned"))
    number = sentence(translate("LandLedger", "pieces that count = pieces cut"))
    return [
        Identity(layer, "AREA_ADJ", total.get("TOTAL", ZERO), decimal_sum(pieces["AREA_ADJ"][counted])),
        Identity(returned, "TOTAL_AREA_M2", total.get("TOTAL", ZERO), result.total),
        Identity(repeated, "SUM_OF_FOOTPRINTS_M2", result.sum_of_footprints - twice, total.get("TOTAL", ZERO)),
        Identity(covered, "COVERED_AREA_M2", in_any, result.covered),
        Identity(number, "COUNTED", int(counted.sum()), len(result.atoms)),
    ]


def _facts(result: Overlay) -> Iterator[Row]:
    """What was read, how it was measured, what the cut did."""
    footprints, job, report = result.footprints, result.job, result.atoms.report
    yield fact(
        translate("LandLedger", "Red lines"), f"{footprints.name}  {footprints.source}".strip(), size_of(footprints)
    )
    for layer in result.layers:
        note = size_of(layer.columns)
        if layer.field:
            template = translate("LandLedger", "{size}; values of {field} told apart")
            note = sentence(template, size=note, field=layer.field)
        yield fact(translate("LandLedger", "Layer"), f"{layer.title}  {layer.columns.source}".strip(), note)
    yield from how_measured(job)
    yield from how_tolerant(
        report,
        job.border_tolerance,
        translate("LandLedger", "Layer corners this near to a red-line corner take its place; 0 is off."),
        translate("LandLedger", "Red lines are never moved."),
        translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same red line."),
    )
    yield fact(
        translate("LandLedger", "Plane area lost by cutting"),
        sentence(translate("LandLedger", "at most {area} m² a red line"), area=f"{report.largest_footprint_loss:.1e}"),
        sentence(translate("LandLedger", "More than 0.0001 m² ends the run.")),
    )
    yield total_of_plots(result.total, result.sum_of_footprints)
