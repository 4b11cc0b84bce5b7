"""The sheets of a transition: T30 by region, all second-level classes, sums by group and by kind, the changed patches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ...area import ZERO, Area
from ...columns import Columns
from ...sentence import Sentence, sentence, translate
from ...summary.model import LeafClass, Level
from ...summary.printing import Printing
from ...summary.regions import usual_names
from ...survey.classes import CodeTable
from ...survey.schema import village_codes
from ...workbook import FilledTable, Kind, Layout, Row, load_layout, with_subtotals, with_sums
from ...workbook.layout import repeated_key
from ...workbook.table import Value
from .kinds import UNCOVERED_GROUP, class_groups, flow_kinds, group_of
from .matrix import UNCOVERED_LEAF, Matrix
from .noise import Noise
from .patches import UNCOVERED_KIND, Patches
from .printed import PrintedMatrix, Regions

NO_CODE = translate("LandLedger", "(no location code)")
UNCOVERED_NAME = "上年未覆盖"


@dataclass(frozen=True)
class SheetChoices:
    """What the sheets show: rows of T30, the name before the titles, the folder of a bureau's own layouts,
    names of regions by code that win over those in the layers, notes below the flow tables."""

    level: Level = Level.COUNTY
    name: str = ""
    folder: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()


def region_names(*surveys: Columns | None) -> dict[str, str]:
    """Village code → the name most of its parcels carry, of surveys (ZLDWDM, ZLDWMC), the latest first."""
    found: dict[str, str] = {}
    for survey in surveys:
        if survey is not None and "ZLDWMC" in survey.attributes:
            codes = village_codes(survey.attributes["ZLDWDM"])["village"]
            for code, name in usual_names(codes, survey.attributes["ZLDWMC"]).items():
                found.setdefault(code, name)
    return found


@dataclass(frozen=True)
class GroupedCells:
    """Printed units of groups of classes, before in rows and after in columns, int64 (r, g, g): all, and noise. The last
    group is ground that one survey does not cover."""

    keys: Sequence[str]
    names: Sequence[str]
    units: np.ndarray
    noise: np.ndarray


def grouped(printed: PrintedMatrix, table: CodeTable, regions: Regions) -> GroupedCells:
    """The cells of a matrix summed up to groups and regions."""
    groups = class_groups()
    keys = [*(group.key for group in groups), UNCOVERED_GROUP]
    place = {key: number for number, key in enumerate(keys)}
    of_leaf = np.array(
        [
            place[UNCOVERED_GROUP if leaf is UNCOVERED_LEAF else group_of(table, leaf.code)]
            for leaf in printed.matrix.classes
        ]
    )
    one, other = of_leaf[printed.matrix.pairs[:, 0]], of_leaf[printed.matrix.pairs[:, 1]]
    cells = []
    for units in (printed.units, printed.noise):
        found = np.zeros((len(regions.codes), len(keys), len(keys)), dtype=np.int64)
        shape = units.shape
        np.add.at(
            found,
            (np.repeat(regions.of_village, shape[1]), np.tile(one, shape[0]), np.tile(other, shape[0])),
            units.ravel(),
        )
        cells.append(found)
    return GroupedCells(keys, [*(group.name for group in groups), UNCOVERED_NAME], *cells)


def flow_table(printed: PrintedMatrix, cells: GroupedCells, regions: Regions, choices: SheetChoices) -> FilledTable:
    """T30: a row for each region and group of classes before, a column for each group after."""
    names = cells.names[:-1]
    layout = _layout("T30", printed.printing, choices).expanded({"group": names})
    keys = [*(repeated_key("AREA", name) for name in names), "UNCOVERED"]
    layout = _with_total(layout, keys)
    several = len(regions.codes) > 1
    columns = tuple(c for c in layout.columns if c.key != "XZ" or any(regions.above))
    layout = replace(layout, groups=layout.groups if several else (), columns=columns)
    rows = []
    for region, code in enumerate(regions.codes):
        square = cells.units[region]
        for place, name in enumerate(cells.names):
            sums = _margins(square, place)
            if not any(sums.values()) and (several or place == len(names)):
                continue
            values: dict[str, Value] = {
                "XZ": regions.above[region],
                "NAME": regions.names[region] or code or sentence(NO_CODE),
                "CODE": code,
                "BEFORE": name,
            }
            values.update((key, printed.area(units)) for key, units in zip(keys, square[place].tolist()))
            values.update((key, printed.area(units)) for key, units in sums.items())
            rows.append(Row(values))
    return _table(layout, rows, printed.printing, choices)


def _margins(square: np.ndarray, place: int) -> dict[str, int]:
    """Total, decrease, increase, net change and later total of one class of a square of cells."""
    own = int(square[place, place])
    total, later = int(square[place].sum()), int(square[:, place].sum())
    return {
        "TOTAL": total, "DECREASE": total - own, "INCREASE": later - own, "NET": later - total, "LATER": later,
    }  # fmt: skip


def class_table(printed: PrintedMatrix, choices: SheetChoices) -> FilledTable:
    """T30L: every second-level class that occurs, before in rows and after in columns, of the whole area."""
    matrix = printed.matrix
    square = square_of(matrix, printed.units)
    names = [_leaf_title(leaf, "本年未覆盖") for leaf in matrix.classes]
    layout = _layout("T30L", printed.printing, choices).expanded({"class": names})
    keys = [repeated_key("AREA", name) for name in names]
    layout = _with_total(layout, keys)
    rows = []
    for place, leaf in enumerate(matrix.classes):
        values: dict[str, Value] = {"CODE": leaf.code, "NAME": UNCOVERED_NAME if leaf is UNCOVERED_LEAF else leaf.name}
        values.update((key, printed.area(units)) for key, units in zip(keys, square[place].tolist()))
        values.update((key, printed.area(units)) for key, units in _margins(square, place).items())
        rows.append(Row(values))
    return _table(layout, rows, printed.printing, choices)


def noise_table(printed: PrintedMatrix, choices: SheetChoices) -> FilledTable:
    """T30N: the same of pieces under a noise rule alone, those classes only that have any."""
    matrix = printed.matrix
    square = square_of(matrix, printed.noise)
    places = np.flatnonzero(square.sum(axis=0) + square.sum(axis=1)).tolist()
    names = [_leaf_title(matrix.classes[place], "本年未覆盖") for place in places]
    layout = load_layout("T30N", choices.folder).expanded({"class": names})
    keys = [repeated_key("AREA", name) for name in names]
    layout = _with_total(layout, keys)
    rows = []
    for place in places:
        leaf = matrix.classes[place]
        values: dict[str, Value] = {"CODE": leaf.code, "NAME": UNCOVERED_NAME if leaf is UNCOVERED_LEAF else leaf.name}
        values.update((key, printed.area(units)) for key, units in zip(keys, square[place, places].tolist()))
        rows.append(Row(with_sums(layout, values)))
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": choices.name})


def square_of(matrix: Matrix, units: np.ndarray) -> np.ndarray:
    """int64 (c, c) of units (v, p)."""
    square = np.zeros((len(matrix.classes), len(matrix.classes)), dtype=np.int64)
    square[matrix.pairs[:, 0], matrix.pairs[:, 1]] = units.sum(axis=0)
    return square


def _leaf_title(leaf: LeafClass, uncovered: str) -> str:
    return uncovered if leaf is UNCOVERED_LEAF else f"{leaf.name}（{leaf.code}）" if leaf.name else leaf.code


def sum_table(printed: PrintedMatrix, cells: GroupedCells, choices: SheetChoices) -> FilledTable:
    """T30S: what each group lost and gained in the whole area, with and without noise."""
    layout = _layout("T30S", printed.printing, choices)
    square, noise = cells.units.sum(axis=0), cells.noise.sum(axis=0)
    rows = []
    for place, name in enumerate(cells.names):
        margins, noisy = _margins(square, place), _margins(noise, place)
        if place == len(cells.names) - 1 and not any(margins.values()):
            continue
        values: dict[str, Value] = {"NAME": name}
        for key in ("DECREASE", "INCREASE"):
            values[f"{key}_REST"] = printed.area(margins[key] - noisy[key])
            values[f"{key}_NOISE"] = printed.area(noisy[key])
        values.update((key, printed.area(margins[key])) for key in ("TOTAL", "NET", "LATER"))
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, rows, printed.printing, choices)


def kind_table(patches: Patches, choices: SheetChoices) -> FilledTable:
    """T30K: patches and area by kind of flow, the noise rules apart; exact m²."""
    layout = load_layout("T30K", choices.folder)
    rows = []
    for key, name in (*((kind.key, kind.name) for kind in flow_kinds()), (UNCOVERED_KIND, "未覆盖")):
        mine = patches.kind == key
        if not mine.any():
            continue
        values: dict[str, Value] = {"KIND": name, "COUNT": int(mine.sum())}
        for rule in Noise:
            values[rule.name] = patches.area(mine & (patches.rule == rule.value))
        values["REST"] = patches.area(mine & (patches.rule == ""))
        filled = with_sums(layout, values)
        filled["MU"] = _area(filled["AREA"]).mu(2)
        rows.append(Row(filled))
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": choices.name})


def _area(value: Value) -> Area:
    return value if isinstance(value, Area) else ZERO


def patch_table(patches: Patches, names: Mapping[str, str], table: CodeTable, choices: SheetChoices) -> FilledTable:
    """T30P: every changed patch, and ground that one survey does not cover."""
    layout = load_layout("T30P", choices.folder)
    labels = {rule.value: sentence(rule.label) for rule in Noise}
    kinds = {kind.key: kind.name for kind in flow_kinds()}
    flows, uncovered = patches.flows, "未覆盖"
    rows = []
    columns = zip(
        flows.village.tolist(), flows.before_id.tolist(), flows.before.tolist(), flows.after_id.tolist(),
        flows.after.tolist(), patches.kind.tolist(), flows.units.tolist(), patches.flow.tolist(), flows.rule.tolist(),
    )  # fmt: skip
    for number, (village, one, before, other, after, kind, units, flow, rule) in enumerate(columns, start=1):
        area = patches.exact(units)
        rows.append(
            Row(
                {
                    "SEQ": number,
                    "VILLAGE": names.get(village, ""),
                    "CODE": village,
                    "BSM_Q": one,
                    "DLBM_Q": before,
                    "DLMC_Q": table.name(before) or ("" if before else uncovered),
                    "BSM_H": other,
                    "DLBM_H": after,
                    "DLMC_H": table.name(after) or ("" if after else uncovered),
                    "KIND": kinds.get(kind, uncovered),
                    "AREA": area,
                    "MU": area.mu(2),
                    "FLOW": patches.exact(flow),
                    "RULE": labels.get(rule, ""),
                }
            )
        )
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": choices.name})


def _layout(layout_id: str, printing: Printing, choices: SheetChoices) -> Layout:
    layout = load_layout(layout_id, choices.folder)
    decimals = 2 if printing.exact else printing.decimals
    columns = tuple(replace(c, decimals=decimals) if c.kind is Kind.AREA else c for c in layout.columns)
    return replace(layout, sheet=f"{layout.sheet}（{printing.unit.label}）", columns=columns)


def _with_total(layout: Layout, parts: Sequence[str]) -> Layout:
    """The layout whose TOTAL is the sum of its repeated columns."""
    columns = tuple(replace(c, parts=tuple(parts)) if c.key == "TOTAL" else c for c in layout.columns)
    return replace(layout, columns=columns)


def _table(layout: Layout, rows: Sequence[Row], printing: Printing, choices: SheetChoices) -> FilledTable:
    notes = list(choices.notes)
    if not printing.exact:
        text = translate(
            "LandLedger",
            "Rounded once in the cells of the villages, by the largest remainder; all sums are sums of cells.",
        )
        notes.append(sentence(text))
    return FilledTable(layout, with_subtotals(layout, rows), printing.unit, {"name": choices.name}, notes)
