"""The tables of an occupation run: group-bys of one set of leaves, so that all of them agree.

T07 land classes by plot and owner, the same for state and for collective land, T28 one page a plot, T15 boundary points,
T29 control lines, then overlaps, adjusted leaves and findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from ..adjacency.parties import Parties, adjacent_parties, naming_field
from ..area import Area, AreaUnit
from ..columns import values_at
from ..exchange.point_list import ListedPoint, PointNumbers, PointSettings, plot_fields, point_form
from ..rounding import integer_sums
from ..sentence import Sentence, sentence, translate
from ..survey.nature import Nature
from ..survey.overlaps import SMALLEST_OVERLAP
from ..survey.schema import Role, village_of
from ..workbook import (
    FilledForm,
    FilledTable,
    Kind,
    Layout,
    Row,
    area_rows,
    load_layout,
    pages_of_leaves,
    with_subtotals,
)
from ..workbook.layout import repeated_key
from ..workbook.rows import Heads, Told, data_heads
from ..workbook.table import Value
from .findings import feature_names
from .lists import adjustment_table, basis, display_unit, finding_table, overlap_table
from .model import OUTSIDE_COLUMN, RIDGE_COLUMN, Inputs, Occupation
from .patches import features_of_leaves, patches
from .pieces import values_of

OF_COLUMNS = ("SMK", "YN", "HX", "KFBJ", "K", "P25")


def occupation_tables(
    result: Occupation, name: str, folder: str | None = None, with_points: bool = True
) -> list[FilledTable | FilledForm]:
    """All data tables of a run, in the order of their sheets. `name` stands in the titles; `folder` holds the layouts a
    bureau changed. Boundary points take part in no check: without a workbook to show them they need not be listed."""
    pivot = Pivot.of(result)
    boundary = load_layout("T15", folder)
    settings = PointSettings.of_layout(boundary)
    points = _listed_points(result, settings) if with_points else None
    tables: list[FilledTable | FilledForm] = [
        class_table(result, pivot, load_layout("T07", folder), name),
        class_table(result, pivot, load_layout("CLASS_STATE", folder), name, Nature.STATE),
        class_table(result, pivot, load_layout("CLASS_COLLECTIVE", folder), name, Nature.COLLECTIVE),
        survey_form(result, pivot, load_layout("T28", folder), points),
        control_table(result, load_layout("T29", folder), name),
        conflict_table(result, load_layout("CONFLICTS", folder), name),
        overlap_table(result.overlaps, load_layout("OVERLAPS", folder)),
        adjusted_pieces(result, load_layout("ADJUST", folder)),
        finding_table(result.findings, load_layout("FINDINGS", folder)),
    ]
    if points is not None:
        tables.insert(6, boundary_form(result, boundary, settings, points))
    return tables


class PivotRow(NamedTuple):
    """The leaves of one footprint under one owner."""

    footprint: int
    township: str
    village: str
    group: str
    nature: Nature


@dataclass(frozen=True)
class Pivot:
    """Leaves grouped by footprint, owner and nature: exact `units` int64 (row, key) and the `names` of each row as the
    class tables say them; and the repeated ground of overlapping footprints by nature, int64 (key,)."""

    keys: Sequence[str]
    rows: Sequence[PivotRow]
    names: Heads
    units: np.ndarray
    repeated: Mapping[Nature, np.ndarray]

    @classmethod
    def of(cls, result: Occupation) -> Pivot:
        """The pivot of all leaves."""
        leaves, owners = result.leaves, result.owners
        places, group = _grouped(result)
        ordered = sorted(places.items())
        natures = {nature.value: nature for nature in Nature}
        rows = [PivotRow(key[0], *key[2:5], natures[key[5]]) for key, _ in ordered]
        chinese = {nature.value: nature.chinese for nature in Nature}
        plots, _, *named, nature = zip(*(key for key, _ in ordered)) if ordered else [()] * 6
        said = {"DK": Told.of(map(result.footprint_id, plots)), "QSXZ": Told.of(map(chinese.__getitem__, nature))}
        said.update(zip(("XZ", "CUN", "ZU"), map(Told.of, named)))
        cells = _Cells.of(result)
        units = cells.units(group, len(places), np.ones(len(leaves), dtype=bool))
        twice = ~leaves.counted
        repeated = {
            nature: cells.sum(twice & (owners.nature == nature))
            for nature in Nature
            if (twice & (owners.nature == nature)).any()
        }
        return cls(cells.keys, rows, data_heads(said, len(rows)), units[[place for _, place in ordered]], repeated)


def _grouped(result: Occupation) -> tuple[dict[tuple[int, str, str, str, str, str], int], np.ndarray]:
    """The groups of leaves under one footprint and one owner: footprint, village code, names of township, village and
    group, and nature of each, with its number; int64 (r,) the number of each leaf's group."""
    leaves, owners = result.leaves, result.owners
    width = int(owners.number.max(initial=-1)) + 1
    _, first, which = np.unique(leaves.footprint * width + owners.number, return_index=True, return_inverse=True)
    village = {code: village_of(code) for code in set(owners.code[first].tolist())}
    codes = map(village.__getitem__, owners.code[first].tolist())
    named = (column[first].tolist() for column in (leaves.footprint, owners.township, owners.village, owners.group))
    footprint, *names = named
    places: dict[tuple[int, str, str, str, str, str], int] = {}
    listed = zip(footprint, codes, *names, values_of(owners.nature[first], Nature).tolist())
    group = np.array([places.setdefault(key, len(places)) for key in listed], dtype=np.int64)
    return places, group[which.reshape(-1)]


@dataclass(frozen=True)
class _Cells:
    """The leaves of a run by column key: net areas under their class, field ridges under 1203, and the 其中 columns."""

    keys: Sequence[str]
    column: np.ndarray
    result: Occupation

    @classmethod
    def of(cls, result: Occupation) -> _Cells:
        """Those of all leaves."""
        keys = {key: number for number, key in enumerate([RIDGE_COLUMN, *OF_COLUMNS])}
        column = result.classified.column.tolist()
        for key in dict.fromkeys(column):
            keys.setdefault(key, len(keys))
        return cls(list(keys), np.array(list(map(keys.__getitem__, column)), dtype=np.int64), result)

    def units(self, group: np.ndarray, groups: int, chosen: np.ndarray) -> np.ndarray:
        """Units int64 (groups, keys) of the leaves `chosen` (mask); `group` int64 (r,)."""
        leaves, classified, ridge = self.result.leaves, self.result.classified, self.result.ridge
        net, width = leaves.units - ridge, len(self.keys)
        cell = group[chosen] * width + self.column[chosen]
        units = integer_sums(net[chosen], cell, groups * width).reshape(groups, width)
        units[:, self.keys.index(RIDGE_COLUMN)] += integer_sums(ridge[chosen], group[chosen], groups)
        within = {"SMK": classified.aquaculture, "K": classified.adjustable, "P25": classified.steep, **self.result.inside}
        for key in OF_COLUMNS:
            if key in within:
                rows = chosen & within[key]
                of = net if key == "P25" else leaves.units
                units[:, self.keys.index(key)] += integer_sums(of[rows], group[rows], groups)
        return units

    def sum(self, leaves: np.ndarray) -> np.ndarray:
        """Units int64 (keys,) of the leaves (mask) together."""
        total: np.ndarray = self.units(np.zeros(len(leaves), dtype=np.int64), 1, leaves)[0]
        return total


def class_table(
    result: Occupation, pivot: Pivot, layout: Layout, name: str, nature: Nature | None = None
) -> FilledTable:
    """T07, or with `nature` the class table of state or collective land; sub-totals as the layout declares."""
    own = [place for place, row in enumerate(pivot.rows) if nature is None or row.nature is nature]
    less: list[Row] = []
    units = [pivot.units[own]]
    for of, repeated in pivot.repeated.items():
        if nature is None or of is nature:
            overlap = sentence(translate("LandLedger", "less: footprints overlap"))
            less.append(Row({"DK": overlap, "QSXZ": of.chinese}))
            units.append(-repeated[np.newaxis])
    names = pivot.names.at(np.array(own, dtype=np.int64)).joined(Heads.of(less))
    rows = area_rows(layout, pivot.keys, np.concatenate(units), names, result.job.unit.micro_mu)
    return FilledTable(
        layout, with_subtotals(layout, rows), display_unit(result.job.unit), {"name": name}, [basis(result.job)]
    )


def ground_of(result: Occupation, layout: Layout, leaves: np.ndarray) -> dict[str, Area]:
    """Areas by column key, sums too, of the ground of `leaves` (mask), every atom once."""
    cells = _Cells.of(result)
    units = cells.sum(result.leaves.counted & leaves)[np.newaxis]
    values = area_rows(layout, cells.keys, units, [Row({})], result.job.unit.micro_mu)[0].values
    return {key: area for key, area in values.items() if isinstance(area, Area)}


FORM_COLUMNS = {Nature.STATE: "STATE", Nature.COLLECTIVE: "COLLECTIVE", Nature.UNKNOWN: "UNCLEAR"}


def survey_form(
    result: Occupation, pivot: Pivot, layout: Layout, points: Sequence[Sequence[ListedPoint]] | None
) -> FilledForm:
    """T28: a page for each footprint, classes by state and collective land; `points` of each footprint are counted."""
    plots = len(result.inputs.footprints)
    places: list[dict[str, None]] = [{} for _ in range(plots)]
    for row in pivot.rows:
        if row.village or row.township:
            places[row.footprint].setdefault(row.township + row.village)
    fields = [_form_fields(result, plot, "、".join(places[plot])) for plot in range(plots)]
    for of_plot, listed in zip(fields, points or ()):
        of_plot["POINTS"] = sum(not point.closing for point in listed)
    parties = form_parties(result.inputs)
    if parties is not None:
        for plot, of_plot in enumerate(fields):
            of_plot.update({side.value: parties.names(plot, side) for side in parties.job.sides})
    units = _units_of_form(pivot, layout, plots)
    pages = pages_of_leaves(layout, fields, units, units != 0, result.job.unit.micro_mu)
    return FilledForm(layout, pages, display_unit(result.job.unit), notes=[basis(result.job)])


def _units_of_form(pivot: Pivot, layout: Layout, plots: int) -> np.ndarray:
    """Units int64 (plot, line, area column) of a form's leaves."""
    line_at = {line.key: place for place, line in enumerate(layout.lines)}
    columns = [column.key for column in layout.columns if column.kind is Kind.AREA]
    known = [place for place, key in enumerate(pivot.keys) if key in line_at]
    lines = [line_at[pivot.keys[place]] for place in known]
    units = np.zeros((plots, len(line_at), len(columns)), dtype=np.int64)
    column_of = {nature: columns.index(key) for nature, key in FORM_COLUMNS.items()}
    place = np.array([row.footprint * len(columns) + column_of[row.nature] for row in pivot.rows], dtype=np.int64)
    order = np.argsort(place, kind="stable")
    places, first = np.unique(place[order], return_index=True)
    if len(places):
        sums = np.add.reduceat(pivot.units[order][:, known], first, axis=0)
        units[(places // len(columns))[:, np.newaxis], lines, (places % len(columns))[:, np.newaxis]] = sums
    return units


def form_parties(inputs: Inputs) -> Parties | None:
    """Who of the survey lies around each footprint; None where that was not asked for."""
    if inputs.adjacency is None:
        return None
    survey = inputs.survey
    names = survey.attributes[naming_field(survey.name, survey.attributes)]
    return adjacent_parties(inputs.footprints.geometry, survey.geometry, names, inputs.adjacency)


def _form_fields(result: Occupation, footprint: int, place: str) -> dict[str, Value]:
    attributes = result.inputs.footprints.attributes
    fields: dict[str, Value] = {"DK": result.footprint_id(footprint), "PLACE": place}
    for key, name in (("NAME", "FP_NAME"), ("USE", "PLANNED_USE")):
        if name in attributes:
            fields[key] = attributes[name][footprint]
    return fields


def _listed_points(result: Occupation, settings: PointSettings) -> list[list[ListedPoint]]:
    """The boundary points of each footprint from its north-west corner clockwise, the first point repeated."""
    footprints, numbers = result.inputs.footprints, PointNumbers(settings)
    return [numbers.points(polygon, footprints.added) for polygon in footprints.geometry]


def boundary_form(
    result: Occupation, layout: Layout, settings: PointSettings, points: Sequence[Sequence[ListedPoint]]
) -> FilledForm:
    """T15: the boundary points of each footprint."""
    footprints = result.inputs.footprints
    names = footprints.attributes.get("FP_NAME")
    plots = []
    for row, listed in enumerate(points):
        fields: dict[str, Value] = {
            "NAME": None if names is None else names[row],
            "DK": result.footprint_id(row),
            "AREA": result.area(result.footprint_units[row]),
            **plot_fields(footprints.crs, listed),
        }
        plots.append((fields, listed))
    return replace(point_form(layout, plots, settings), unit=display_unit(AreaUnit.SQUARE_METRE))


@dataclass(frozen=True)
class _Line:
    """A column group of T29: its name, the leaves inside it bool (r,), and how many features lie under each footprint,
    int64 (f,), None where nothing is counted."""

    name: str | tuple[str, str]
    inside: np.ndarray
    patches: np.ndarray | None


def control_table(result: Occupation, layout: Layout, name: str) -> FilledTable:
    """T29: area and patches of each control layer under each footprint; the plan by its classes."""
    lines = _control_lines(result)
    layout = layout.expanded({"layer": [line.name for line in lines]})
    leaves = result.leaves
    plots = len(result.inputs.footprints)
    everything = np.ones(len(leaves), dtype=bool)
    totals = _by_footprint(result, everything)
    areas = [(repeated_key("AREA", line.name), _by_footprint(result, line.inside)) for line in lines]
    conclusions = _conclusions(result)
    rows = []
    for footprint in range(plots):
        values: dict[str, Value] = {
            "DK": result.footprint_id(footprint),
            "NAME": _footprint_name(result, footprint),
            "TOTAL": totals[footprint],
            "REMARK": conclusions[footprint],
        }
        values.update({key: area[footprint] for key, area in areas})
        values.update(
            {
                repeated_key("COUNT", line.name): int(line.patches[footprint])
                for line in lines
                if line.patches is not None
            }
        )
        rows.append(Row(values))
    twice = ~leaves.counted
    if twice.any():
        less: dict[str, Value] = {"DK": sentence(translate("LandLedger", "less: footprints overlap"))}
        less["TOTAL"] = -result.sum(twice)
        less.update({repeated_key("AREA", line.name): -result.sum(twice & line.inside) for line in lines})
        rows.append(Row(less))
    return FilledTable(
        layout, with_subtotals(layout, rows), display_unit(result.job.unit), {"name": name}, [basis(result.job)]
    )


CONTROL_TITLES = {
    Role.PRIME_FARMLAND: "永久基本农田",
    Role.ECO_REDLINE: "生态保护红线",
    Role.URBAN_BOUNDARY: "城镇开发边界",
    Role.APPROVED: "已批建设用地",
    Role.PLAN: "规划用途",
}


def _control_lines(result: Occupation) -> list[_Line]:
    leaves, lines = result.leaves, []
    extra = [control.columns.name for control in result.inputs.controls if control.role is None]
    for control in result.inputs.controls:
        relation, inside = result.atoms.controls[control.key], result.inside[control.key]
        plot, feature = patches(*features_of_leaves(relation, leaves.atom, len(result.atoms)), leaves)
        counts = np.bincount(plot, minlength=len(result.inputs.footprints))
        if control.role is Role.URBAN_BOUNDARY:
            title = CONTROL_TITLES[control.role]
            lines += [_Line((title, "内"), inside, counts), _Line((title, "外"), ~inside, None)]
        elif control.role is Role.PLAN:
            first = relation.first(len(result.atoms))[leaves.atom]
            lines += _plan_lines(control.columns.attributes, first, inside, (plot, feature), len(counts))
        elif control.role in CONTROL_TITLES or control.role is None:
            title = CONTROL_TITLES[control.role] if control.role else control.columns.name
            if control.role is None and (extra.count(title) > 1 or title in CONTROL_TITLES.values()):
                title = f"{title} ({control.key})"  # two layers of one name are two column groups
            lines.append(_Line(title, inside, counts))
    return lines


def _plan_lines(
    attributes: Mapping[str, np.ndarray],
    first: np.ndarray,
    inside: np.ndarray,
    found: tuple[np.ndarray, np.ndarray],
    footprints: int,
) -> list[_Line]:
    """A column group for each class of the plan under the footprints; `found` are pairs of footprint and feature."""
    classes = np.array([value or "" for value in attributes["GHDLBM"]], dtype=object)
    names = attributes.get("GHDLMC", classes)
    title, called = CONTROL_TITLES[Role.PLAN], {}
    for row in np.unique(first[inside]):
        called[classes[row]] = f"{classes[row]} {names[row] or ''}".strip() or "—"
    of_leaf = values_at(classes, first, "")
    plot, feature = found
    return [
        _Line((title, called[code]), inside & (of_leaf == code), np.bincount(plot[classes[feature] == code], minlength=footprints))
        for code in sorted(called)
    ]


def _footprint_name(result: Occupation, footprint: int) -> Value:
    names = result.inputs.footprints.attributes.get("FP_NAME")
    return None if names is None else names[footprint]


def _by_footprint(result: Occupation, rows: np.ndarray) -> list[Area]:
    """Exact area of the leaves `rows` (mask) under each footprint."""
    units = integer_sums(result.leaves.units[rows], result.leaves.footprint[rows], len(result.inputs.footprints))
    return [result.area(value) for value in units.tolist()]


def _conclusions(result: Occupation) -> list[Sentence]:
    """Which lines that must not be crossed each footprint lies on, be it with less than a unit."""
    leaves, plots = result.leaves, len(result.inputs.footprints)
    hit: list[list[str]] = [[] for _ in range(plots)]
    for role, key in ((Role.PRIME_FARMLAND, "YN"), (Role.ECO_REDLINE, "HX")):
        if key in result.inside:
            inside = result.inside[key]
            raw = np.bincount(leaves.footprint[inside], leaves.raw[inside], plots)
            for footprint in np.flatnonzero(raw >= SMALLEST_OVERLAP).tolist():
                hit[footprint].append(CONTROL_TITLES[role])
    return [
        sentence(translate("LandLedger", "conflict: {lines}"), lines="、".join(lines))
        if lines
        else sentence(translate("LandLedger", "no conflict"))
        for lines in hit
    ]


def conflict_table(result: Occupation, layout: Layout, name: str) -> FilledTable:
    """Every piece on permanent basic farmland or in the ecological redline, with the control feature it lies in."""
    leaves, classified, atoms = result.leaves, result.classified, result.atoms
    numbers = result.inputs.survey.attributes.get("BSM")
    rows = []
    for role, key in ((Role.PRIME_FARMLAND, "YN"), (Role.ECO_REDLINE, "HX")):
        control = result.inputs.with_role(role)
        if control is None:
            continue
        own = feature_names(control.columns, "BSM")
        feature = atoms.controls[key].first(len(atoms))[leaves.atom]
        for row in np.flatnonzero(result.inside[key] & ((leaves.units > 0) | (leaves.raw >= SMALLEST_OVERLAP))):
            parcel = atoms.parcel[leaves.atom[row]]
            rows.append(
                Row(
                    {
                        "DK": result.footprint_id(leaves.footprint[row]),
                        "LINE": CONTROL_TITLES[role],
                        "BSM": None if numbers is None or parcel < 0 else numbers[parcel],
                        "PIECE": str(leaves.atom[row] + 1),
                        "DLMC": result.inputs.classes.name(classified.reported[row]),
                        "OWNER": result.owners.unit[row],
                        "NUMBER": own[feature[row]],
                        "AREA": result.area(leaves.units[row]),
                    }
                )
            )
    rows.sort(key=lambda row: str(row.value("DK")))
    return FilledTable(layout, with_subtotals(layout, rows), display_unit(result.job.unit), {"name": name})


def adjusted_pieces(result: Occupation, layout: Layout) -> FilledTable:
    """平差明细 of a run, with the parcel of each piece."""
    parcel = result.atoms.parcel[result.leaves.atom]
    numbers = result.inputs.survey.attributes.get("BSM")
    known = None if numbers is None else values_at(numbers, parcel, None).tolist()
    plots = [result.footprint_id(row) for row in range(len(result.footprint_units))]
    return adjustment_table(result.leaves, plots, known, result.job.unit, result.job.master, layout)


__all__ = ["OUTSIDE_COLUMN", "Pivot", "display_unit", "occupation_tables"]
