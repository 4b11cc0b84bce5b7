"""T09 增减挂钩项目台账, the list of blocks, and published figures with growth beside what was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ...area import MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE, Area
from ...intervals import Figure, growth, growth_by_increase, known, verdict
from ...quota.register_tables import TableNames
from ...quota.shares import rounded
from ...quota.table_checks import data_rows, summed_rows, total_area
from ...sentence import Sentence, sentence, translate
from ...workbook import FilledTable, Identity, Layout, Row, RowKind, load_layout
from ...workbook.table import Value
from ..printed_figures import Comparison, PrintedFigure, compared, printed_figures
from ..printing import printed_column
from .fields import SHEET_KEYS
from .model import AMOUNTS, STATE_NAMES, Linked, Project, Role

HECTARE_STEP = MICRO_MU_PER_SQUARE_METRE
"""Micro-mu in 0.0001 公顷."""

ROLE_NAMES: Mapping[Role, str] = {
    Role.DEMOLITION: "拆旧",
    Role.RESETTLEMENT: "安置",
    Role.NEW_BUILD: "建新",
    Role.PROJECT: "项目区",
}


# ----------------------------------------------------------------------------------------------------------------- T09


def project_table(linked: Linked, names: TableNames) -> FilledTable:
    """T09, 亩 exact and 公顷 with four decimals beside: each amount of hectares is rounded once, by the largest remainder
    over the project areas, and surplus and rest are sums of printed cells."""
    layout = load_layout("T09", names.folder)
    hectares = hectare_columns(linked.projects)
    rows = []
    for place, project in enumerate(linked.projects):
        units = {name: column[place] for name, column in hectares.items()}
        surplus = units["accepted"] - units["resettled"] - units["new_build"]
        cells: dict[str, Value] = {
            "SEQ": str(place + 1), "NO": project.code, "PRJ": project.name, "REGION": project.county or None,
            "DOC_NO": project.doc_no or None, "NF": project.year,
            **{SHEET_KEYS[name]: project.amount(name) for name in AMOUNTS},
            "A_JY": project.surplus, "A_LEFT": project.left,
            **{f"H_{SHEET_KEYS[name]}": _hectares(value) for name, value in units.items()},
            "H_A_JY": _hectares(surplus), "H_A_LEFT": _hectares(surplus - units["used"]),
            "N1": project.demolitions, "N2": project.buildings, "G1": _grade(project.gained), "G0": _grade(project.lost),
            "YSW": project.accept_no or None, "ST": STATE_NAMES[project.state],
        }  # fmt: skip
        rows.append(Row(cells))
    return FilledTable(layout, summed_rows(layout, rows), None, {"name": names.title})


def hectare_columns(projects: Sequence[Project]) -> dict[str, list[int]]:
    """Amount → units of 0.0001 公顷 of each project area, which sum up to the rounded total."""
    return {name: printed_column([each.amount(name).micro_mu for each in projects], HECTARE_STEP) for name in AMOUNTS}


def _hectares(units: int) -> Decimal:
    return Decimal(units).scaleb(-4)


def _grade(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value, 2)


def block_table(linked: Linked, names: TableNames) -> FilledTable:
    """地块明细: every block with its areas."""
    layout = load_layout("LINKBLOCKS", names.folder)
    rows = [
        Row(
            {
                "SEQ": str(number), "ROLE": ROLE_NAMES[block.role], "PRJ": block.project_name or block.project,
                "NO": block.number, "A": block.area, "A_YS": block.accepted, "A_GD": block.cultivated, "JXGD": block.taken,
                "G": _grade(block.grade), "YSW": block.accept_no or None,
            }
        )
        for number, block in enumerate(linked.blocks, 1)
    ]  # fmt: skip
    return FilledTable(layout, summed_rows(layout, rows), None, {"name": names.title})


def linkage_identities(linked: Linked, projects: FilledTable, blocks: FilledTable | None) -> list[Identity]:
    """T09 against the result, 公顷 against 亩, and the blocks against what they fill in."""
    found = []
    name = sentence(translate("LandLedger", "T09 = project areas, added up"))
    for key, area in (("A_JY", linked.surplus), ("A_LEFT", linked.left)):
        found.append(Identity(name, key, total_area(projects, key), area))
    found += _hectare_identities(projects, projects.layout)
    if blocks is not None:
        by_role = sentence(translate("LandLedger", "list of blocks = blocks, added up"))
        for role, title in ROLE_NAMES.items():
            cells = [row.value("A") for row in data_rows(blocks) if row.value("ROLE") == title]
            listed = Area.total(cell for cell in cells if isinstance(cell, Area))
            found.append(Identity(by_role, title, listed, Area.total(b.area for b in linked.blocks if b.role is role)))
    return found


def _hectare_identities(projects: FilledTable, layout: Layout) -> list[Identity]:
    """The total of each amount in 公顷 is that of 亩, rounded."""
    total = next((row for row in projects.rows if row.kind is RowKind.TOTAL), None)
    if total is None:
        return []
    name = sentence(translate("LandLedger", "T09 total in hectares = total in mu, rounded"))
    found = []
    for key in SHEET_KEYS.values():
        exact = total_area(projects, key)
        found.append(Identity(name, layout.column(key).title, total.value(f"H_{key}"), exact.hectares(4), "=", "公顷"))  # type: ignore[arg-type]
    return found


# -------------------------------------------------------------------------------------------------------- printed figures


_ITEMS = {
    "批复项目数": "count", "项目数": "count", "批复拆旧复垦规模": "approved", "拆旧复垦规模": "approved",
    "建新规模": "new_build", "验收复垦面积": "accepted", "节余": "surplus", "比上年增加": "increase", "增加": "increase",
    "上年": "former", "同比": "growth",
    "count": "count", "approved": "approved", "new_build": "new_build", "accepted": "accepted", "surplus": "surplus",
    "increase": "increase", "former": "former", "growth": "growth",
}  # fmt: skip


def linkage_figures(text: str) -> list[PrintedFigure]:
    """`项目数=14;拆旧复垦规模=1342.89;比上年增加=1017.7;同比=312.96%` in 亩; InputError as `printed_figures`."""
    return printed_figures(text, _ITEMS)


def compared_figures(linked: Linked, figures: Sequence[PrintedFigure]) -> list[Comparison]:
    """Each published figure beside ours. What is said of the year before can't be counted: growth is compared with what
    follows from the increase, or from the published figure of the year before."""
    ours = {
        "count": Fraction(len(linked.projects)), "surplus": _mu(linked.surplus),
        **{name: _mu(linked.total(name)) for name in ("approved", "new_build", "accepted")},
    }  # fmt: skip
    by_item = {each.item: each for each in figures}
    current = known(ours["approved"])
    found = compared([each for each in figures if each.item in ours], ours)
    for item, derived in _derived(current, by_item).items():
        each = by_item[item]
        found.append(Comparison(each.name, each, derived, verdict(each.figure, derived)))
    return found


def _derived(current: Figure, by_item: Mapping[str, PrintedFigure]) -> dict[str, Figure]:
    """What follows for the figures that speak of the year before, from one another; a figure that stands alone is left out."""
    increase, former = (by_item[item].figure if item in by_item else None for item in ("increase", "former"))
    found: dict[str, Figure] = {}
    if "growth" in by_item:
        if increase is not None:
            found["growth"] = growth_by_increase(current, increase)
        elif former is not None:
            found["growth"] = growth(current, former)
    if increase is not None and former is not None:
        found["former"] = current.minus(increase)
        found["increase"] = current.minus(former)
    return found


def former_figure(linked: Linked, figures: Sequence[PrintedFigure]) -> Figure | None:
    """The year before: as published, else as it follows from the increase or the growth; None where nothing says."""
    by_item = {each.item: each.figure for each in figures}
    current = known(_mu(linked.total("approved")))
    if "former" in by_item:
        return by_item["former"]
    if "increase" in by_item:
        return current.minus(by_item["increase"])
    if "growth" in by_item:
        rate = by_item["growth"]
        return current.over(Figure(rate.value + 1, rate.interval.plus(known(1).interval)))
    return None


def former_note(linked: Linked, figures: Sequence[PrintedFigure]) -> Sentence | None:
    """What stands under the comparison of the year before."""
    former = former_figure(linked, figures)
    if former is None:
        return None
    text = translate("LandLedger", "The year before follows: {value} mu, between {interval} mu.")
    return sentence(text, value=rounded(former.value, 2), interval=former.interval.said(2))


def _mu(area: Area) -> Fraction:
    return Fraction(area.micro_mu, MICRO_MU_PER_MU)
