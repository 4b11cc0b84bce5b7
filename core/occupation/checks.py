"""勾稽检查: every identity between the tables, the layer, the masters and the numbers a run returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ..area import ZERO, Area, AreaUnit
from ..columns import by_value
from ..rounding import integer_sums
from ..sentence import Sentence, sentence, translate
from ..survey.nature import Nature
from ..survey.schema import Role
from ..workbook import (
    FilledForm,
    FilledTable,
    FormPages,
    Identities,
    Identity,
    Page,
    Row,
    RowKind,
    compact,
    equal_areas,
    identities_of,
)
from ..workbook.layout import repeated_key
from ..workbook.rows import areas_of, is_data, marks_of, values_under
from .model import RIDGE_COLUMN, Occupation, Reason
from .tables import ground_of


def occupation_identities(
    result: Occupation, tables: Sequence[FilledTable | FilledForm], pieces: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Identities within each table (one line where all hold), then those between tables, layer and masters."""
    by_id = {table.layout.id: table for table in tables}
    found = [identity for table in tables for identity in compact(identities_of(table))]
    found += _between_tables(result, by_id)
    found += _layer(result, by_id, pieces)
    found += compact(_layer_by_column(result, by_id, pieces))
    found += compact(_masters(result, pieces))
    return found


def _between_tables(result: Occupation, tables: Mapping[str, FilledTable | FilledForm]) -> list[Identity]:
    classes = total_row(tables["T07"])
    state, collective = total_row(tables["CLASS_STATE"]), total_row(tables["CLASS_COLLECTIVE"])
    unclear = ground_of(result, tables["T07"].layout, _excused(result))
    name = sentence(translate("LandLedger", "state + collective land + ground without ownership = T07"))
    both = [
        Identity(
            name,
            tables["T07"].layout.column(key).title,
            state.get(key, ZERO) + collective.get(key, ZERO) + unclear.get(key, ZERO),
            classes.get(key, ZERO),
        )
        for key in ("TOTAL", "AGRI", "GD", "CONS", "UNUSED")
    ]
    return [
        *both,
        *compact(_pages(result, tables)),
        *_control_lines(result, classes, total_row(tables["T29"])),
        *_conflicts(result, tables),
    ]


def _excused(result: Occupation) -> np.ndarray:
    """bool (r,): leaves that may be neither state nor collective land.

    Ground outside the survey; all ground, where no layer says anything of ownership. Else 集体+国有=合计 is a hard check.
    """
    unknown = result.owners.nature == Nature.UNKNOWN
    given = "QSXZ" in result.inputs.survey.attributes or result.inputs.with_role(Role.OWNERSHIP) is not None
    return unknown & (result.classified.reason == Reason.OUTSIDE) if given else unknown


def total_row(table: FilledTable | FilledForm) -> dict[str, Area]:
    """The areas of the total row of a table, none if the table is empty."""
    rows = _rows_of(table)
    marks = marks_of(rows)
    total = np.array([mark.kind is RowKind.TOTAL for mark in marks.values], dtype=bool)[marks.place]
    totals = [rows[place] for place in np.flatnonzero(total).tolist()]
    return {key: value for row in totals for key, value in row.values.items() if isinstance(value, Area)}


def _rows_of(table: FilledTable | FilledForm) -> Sequence[Row]:
    """The rows of a table, none of a form."""
    if isinstance(table, FilledForm):
        return []
    return table.rows if isinstance(table.rows, Sequence) else list(table.rows)


def _pages(result: Occupation, tables: Mapping[str, FilledTable | FilledForm]) -> Iterable[Identities]:
    """The page of each plot against its rows in T07 and against its leaves."""
    form, rows = tables["T28"], _rows_of(tables["T07"])
    by_plot: dict[str, int] = {}
    for plot, data, micro_mu in zip(map(str, values_under(rows, "DK")), is_data(rows).tolist(), areas_of(rows, "TOTAL")):
        if data and micro_mu is not None:
            by_plot[plot] = by_plot.get(plot, 0) + micro_mu
    sums = integer_sums(result.leaves.units, result.leaves.footprint, len(result.footprint_units))
    totals = _page_totals(form)
    names = [result.footprint_id(plot) for plot in range(len(totals))]
    of_rows = sentence(translate("LandLedger", "T28 page = T07 rows of the plot"))
    of_pieces = sentence(translate("LandLedger", "T28 page = pieces of the plot"))
    yield equal_areas(of_rows, names, totals, (by_plot.get(name, 0) for name in names))
    yield equal_areas(of_pieces, names, totals, (result.area(units).micro_mu for units in sums.tolist()))


def _page_totals(form: FilledTable | FilledForm) -> list[int]:
    """The line 总计 of each page, micro-mu."""
    if not isinstance(form, FilledForm):
        return []
    if isinstance(form.pages, FormPages):
        return form.pages.amounts("TOTAL", "TOTAL")
    return [_line_total(page).micro_mu for page in form.pages]


def _line_total(page: Page) -> Area:
    """The line 总计 of a page."""
    total = next((row.value("TOTAL") for row in page.rows if row.value("LINE") == "TOTAL"), ZERO)
    return total if isinstance(total, Area) else ZERO


def _control_lines(result: Occupation, classes: Mapping[str, Area], controls: Mapping[str, Area]) -> list[Identity]:
    name: Sentence = sentence(translate("LandLedger", "T29 = T07"))
    found = [Identity(name, "总面积", controls.get("TOTAL", ZERO), classes.get("TOTAL", ZERO))]
    for key, title in (("YN", "永久基本农田"), ("HX", "生态保护红线")):
        if key in result.inside:
            left = controls.get(repeated_key("AREA", title), ZERO)
            found.append(Identity(name, title, left, classes.get(key, ZERO)))
    return found


def _conflicts(result: Occupation, tables: Mapping[str, FilledTable | FilledForm]) -> Iterable[Identity]:
    """The listed pieces on a control line against the plots of T29."""
    listed, plots = tables["CONFLICTS"], tables["T29"]
    if not (isinstance(listed, FilledTable) and isinstance(plots, FilledTable)):
        return
    name = sentence(translate("LandLedger", "listed pieces = T29, plots added up"))
    for key, title in (("YN", "永久基本农田"), ("HX", "生态保护红线")):
        if key in result.inside:
            pieces = [row.value("AREA") for row in _data(listed) if row.value("LINE") == title]
            areas = [row.value(repeated_key("AREA", title)) for row in _data(plots)]
            taken_off = result.sum(~result.leaves.counted & result.inside[key])
            yield Identity(name, title, _sum(pieces), _sum(areas) + taken_off)


def _data(table: FilledTable) -> list[Row]:
    return [row for row in table.rows if row.kind is RowKind.DATA]


def _sum(values: Iterable[object]) -> Area:
    return Area.total(value for value in values if isinstance(value, Area))


def _layer(
    result: Occupation, tables: Mapping[str, FilledTable | FilledForm], pieces: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Tables against the result layer (summed as decimals) and against the numbers a run returns."""
    classes = total_row(tables["T07"])
    pages = Area(sum(_page_totals(tables["T28"])))
    counted = pieces["COUNTED"] == 1
    layer = decimal_sum(pieces["AREA_ADJ"][counted])
    name = sentence(translate("LandLedger", "T07 = result layer"))
    outputs = sentence(translate("LandLedger", "T07 = numbers returned"))
    return [
        Identity(name, "AREA_ADJ", classes.get("TOTAL", ZERO), layer),
        Identity(name, "NET_GD", classes.get("GD", ZERO), decimal_sum(pieces["NET_GD"][counted])),
        Identity(name, "RIDGE", _ridge_column(classes), decimal_sum(pieces["RIDGE"][counted])),
        Identity(outputs, "TOTAL_AREA_M2", classes.get("TOTAL", ZERO), result.total),
        Identity(outputs, "CULTIVATED_AREA_M2", classes.get("GD", ZERO), result.cultivated),
        Identity(outputs, "PRIME_FARMLAND_AREA_M2", classes.get("YN", ZERO), result.controlled("YN")),
        Identity(outputs, "UNCOVERED_AREA_M2", classes.get("OUTSIDE", ZERO), result.uncovered),
        Identity(
            sentence(translate("LandLedger", "T28 pages, added up = numbers returned")),
            "SUM_OF_FOOTPRINTS_M2",
            pages,
            result.sum_of_footprints,
        ),
        Identity(
            sentence(translate("LandLedger", "sum of footprints − ground counted twice = total")),
            "SUM_OF_FOOTPRINTS_M2",
            pages - decimal_sum(pieces["AREA_ADJ"][~counted]),
            classes.get("TOTAL", ZERO),
        ),
        Identity(
            sentence(translate("LandLedger", "pieces that count = pieces cut")),
            "COUNTED",
            int(counted.sum()),
            len(result.atoms),
        ),
    ]


def _layer_by_column(
    result: Occupation, tables: Mapping[str, FilledTable | FilledForm], pieces: Mapping[str, np.ndarray]
) -> Iterable[Identity]:
    """Each column of T07, state and collective land, against the pieces of the layer that say they belong there."""
    counted = pieces["COUNTED"] == 1
    area, ridge = pieces["AREA_ADJ"][counted], pieces["RIDGE"][counted]
    name = sentence(translate("LandLedger", "class tables = result layer, column by column"))
    layout, classes = tables["T07"].layout, total_row(tables["T07"])
    titles = {column.key: column.title for column in layout.columns}
    keys = [str(key) for key in pieces["COLUMN_KEY"][counted].tolist()]
    place = {key: number for number, key in enumerate(sorted({*keys, RIDGE_COLUMN}))}
    group = np.array(list(map(place.__getitem__, keys)), dtype=np.int64)
    sums = (decimal_sums(column, group, len(place)) for column in (area, ridge))
    for key, whole, less in zip(place, *sums):
        net = whole - less + decimal_sum(ridge) if key == RIDGE_COLUMN else whole - less
        yield Identity(name, titles.get(key, key), classes.get(key, ZERO), net)
    within = {key: f"IN_{key}" for key in ("YN", "HX", "KFBJ") if key in result.inside}
    for key, flag in {**within, "K": "IS_K", "P25": "IS_P25"}.items():
        if key in titles:
            rows = pieces[flag][counted] == 1
            ridges = decimal_sum(ridge[rows]) if key == "P25" else ZERO
            yield Identity(name, titles[key], classes.get(key, ZERO), decimal_sum(area[rows]) - ridges)
    for of, nature in (("CLASS_STATE", Nature.STATE), ("CLASS_COLLECTIVE", Nature.COLLECTIVE)):
        total = total_row(tables[of]).get("TOTAL", ZERO)
        rows = pieces["QSXZ"][counted] == nature.value
        yield Identity(name, tables[of].layout.sheet, total, decimal_sum(area[rows]))


def _ridge_column(classes: Mapping[str, Area]) -> Area:
    return classes.get("1203", ZERO)


def decimal_sum(square_metres: np.ndarray) -> Area:
    """The exact sum of areas as they stand in the layer, read as the decimals they print as."""
    return decimal_sums(square_metres, np.zeros(len(square_metres), dtype=np.int64), 1)[0]


def decimal_sums(square_metres: np.ndarray, group: np.ndarray, groups: int) -> list[Area]:
    """The same for each group of areas; `group` int64 (n,) below `groups`."""
    hundredths = np.rint(square_metres * 100)
    if (hundredths / 100 == square_metres).all():  # each prints as a whole number of 0.01 m²
        units = integer_sums(hundredths.astype(np.int64), group, groups)
        return [Area.from_units(total, AreaUnit.HUNDREDTH_SQUARE_METRE) for total in units.tolist()]
    totals = [Decimal(0)] * groups
    for value, place in zip(square_metres.tolist(), group.tolist()):
        totals[place] += Decimal(repr(value))
    return [Area.from_square_metres(total) for total in totals]


def _masters(result: Occupation, pieces: Mapping[str, np.ndarray]) -> Iterable[Identities]:
    """Pieces against what they had to add up to: each footprint, or each parcel with what is left of it."""
    leaves, unit = result.leaves, result.job.unit
    name = sentence(translate("LandLedger", "pieces of the plot = area of the plot"))
    plots = [result.footprint_id(row) for row in range(len(result.footprint_units))]
    place = {plot: row for row, plot in enumerate(plots)}
    group = by_value(pieces["FP_ID"], lambda plot: place.get(str(plot), len(plots))).astype(np.int64)
    layer = decimal_sums(pieces["AREA_ADJ"], group, len(plots) + 1)[:-1]
    given = (result.area(units).micro_mu for units in result.footprint_units.tolist())
    yield equal_areas(name, plots, (area.micro_mu for area in layer), given)
    if result.parcels is None:
        return
    parcel = result.atoms.parcel[leaves.atom]
    inside = leaves.counted & (parcel >= 0)
    row = np.searchsorted(result.parcels.row, parcel[inside])
    taken = integer_sums(leaves.units[inside], row, len(result.parcels.row))
    name = sentence(translate("LandLedger", "pieces + rest of the parcel = registered area of the parcel"))
    numbers = result.inputs.survey.attributes.get("BSM", result.inputs.survey.ids)[result.parcels.row]
    together = taken + result.parcels.remainder
    yield equal_areas(name, list(map(str, numbers)), together, result.parcels.units, unit.micro_mu)
