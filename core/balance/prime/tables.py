"""The tables of an audit: T08 (占用 and 补划 side by side with the comparison), conclusions, blocks, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...area import Area
from ...quota.shares import percent
from ...sentence import Sentence, sentence, translate
from ...survey.schema import GradeSystem
from ...workbook import FilledTable, Row, RowKind, load_layout, with_subtotals
from ...workbook.table import Value
from .model import ALL, RESERVE_KEY, Audit, Block, Project, Side, Sums, total_of, two_decimals
from .settings import Basis
from .words import (
    EFFECT_NAMES,
    detail_text,
    from_reserve,
    grade_gap,
    project_sentence,
    reason_title,
    reasons_text,
    verdict,
)

ALL_BLOCKS = "全部地块"
"""What tables call the project where projects are not told apart."""

SYSTEM_WORDS = {GradeSystem.NATIONAL15: "国家利用等", GradeSystem.QUALITY10: "耕地质量等级"}
TABLES = ("T08", "T08C", "T08B", "T08R")


def audit_tables(result: Audit, name: str = "", folder: str | None = None) -> list[FilledTable]:
    """All data tables in the order of their sheets."""
    return [
        balance_table(result, name, folder),
        conclusion_table(result, name, folder),
        block_table(result, name, folder),
        reason_table(result, name, folder),
    ]


def project_name(name: str) -> str:
    """What tables call a project."""
    return ALL_BLOCKS if name == ALL else name


def listed_blocks(result: Audit) -> list[Block]:
    """The rows of T08: footprints and accepted blocks, project by project and there county by county."""
    listed: list[Block] = []
    for project in result.projects:
        own = [block for block in project.blocks if block.stands]
        counties = list(dict.fromkeys(block.county for block in own))
        listed += sorted(own, key=lambda block, order=counties: order.index(block.county))  # type: ignore[misc]
    return listed


def balance_table(result: Audit, name: str = "", folder: str | None = None) -> FilledTable:
    """T08 永久基本农田占用补划一览表: a row a block; the row of a project compares both sides."""
    layout = load_layout("T08", folder)
    if not _several_counties(result):
        layout = replace(layout, groups=tuple(group for group in layout.groups if group.key != "COUNTY"))
    blocks = dict(enumerate(listed_blocks(result), 1))
    rows = [Row({"SEQ": number, **_balance_cells(result, block)}) for number, block in blocks.items()]
    filled, last = [], None
    for row in with_subtotals(layout, rows):
        if row.kind is RowKind.DATA:
            last = blocks[int(str(row.value("SEQ")))]
            filled.append(row)
            continue
        own = [block for block in blocks.values() if _belongs(block, row, last)]
        compared = row.kind is RowKind.TOTAL or row.level == 0
        cells = _sum_cells(own, compared)
        if compared:
            cells["OK"] = _outcome(result, row, last)
        filled.append(replace(row, values={**row.values, **cells}))
    return FilledTable(layout, filled, None, {"name": name}, [basis_note(result)])


def _several_counties(result: Audit) -> bool:
    """Whether a project has blocks of T08 in more than one county: else its sum is that of the county."""
    pairs = {(block.project, block.county) for block in listed_blocks(result)}
    return len(pairs) > len({project for project, _ in pairs})


def _belongs(block: Block, row: Row, last: Block | None) -> bool:
    """Whether a row of sums, which follows the block `last`, adds up a block."""
    if row.kind is RowKind.TOTAL or last is None:
        return True
    return block.project == last.project and (row.level == 0 or block.county == last.county)


def _outcome(result: Audit, row: Row, last: Block | None) -> bool:
    """Whether the project of a row of sums (of the last row: every project) makes up for what it takes."""
    if row.kind is RowKind.TOTAL or last is None:
        return result.passed
    return next(project.passed for project in result.projects if project.name == last.project)


def _balance_cells(result: Audit, block: Block) -> dict[str, Value]:
    side = "0" if block.side is Side.OCCUPIED else "1"
    return {
        "PROJECT": project_name(block.project),
        "COUNTY": result.county(block.county),
        "PID": block.number,
        "ZL": block.place,
        "DL": block.classes,
        "TB": block.parcels,
        "GS": SYSTEM_WORDS[result.settings.system],
        **_side_cells(block.sums, side),
        f"P{side}": block.kilograms,
        "SL": block.slopes if block.side is Side.SUPPLEMENT else None,
        "RES": from_reserve(result, block, result.inputs.control(RESERVE_KEY) is not None),
    }


def _side_cells(sums: Sums, side: str) -> dict[str, Value]:
    return {
        f"A{side}": sums.area,
        f"A{side}G": sums.gross,
        f"A{side}N": sums.net,
        f"W{side}": sums.paddy,
        f"G{side}": two_decimals(sums.grade),
    }


def _sum_cells(blocks: Sequence[Block], compared: bool) -> dict[str, Value]:
    """Weighted grades of a row of sums, and where it compares both sides, supplement less occupied."""
    occupied, accepted = (_sums(blocks, side) for side in (Side.OCCUPIED, Side.SUPPLEMENT))
    before, after = two_decimals(occupied.grade), two_decimals(accepted.grade)
    cells: dict[str, Value] = {"G0": before, "G1": after}
    if compared:
        cells["CA"], cells["CW"] = accepted.area - occupied.area, accepted.paddy - occupied.paddy
        cells["CG"] = None if before is None or after is None else after - before
        cells["CP"] = _kilograms(blocks, Side.SUPPLEMENT) - _kilograms(blocks, Side.OCCUPIED)
    return cells


def _sums(blocks: Iterable[Block], side: Side) -> Sums:
    return total_of(block.sums for block in blocks if block.side is side)


def _kilograms(blocks: Iterable[Block], side: Side) -> int:
    return sum(block.kilograms for block in blocks if block.side is side)


def basis_note(result: Audit) -> Sentence:
    """Under T08: whether compared areas hold field ridges."""
    if result.settings.basis is Basis.NET:
        return sentence(translate("LandLedger", "Areas are compared without field ridges, on both sides."))
    return sentence(translate("LandLedger", "Areas are compared with field ridges, on both sides."))


def conclusion_table(result: Audit, name: str = "", folder: str | None = None) -> FilledTable:
    """占用补划结论: a row a project, with what is missing in one sentence."""
    layout = load_layout("T08C", folder)
    rows = [Row(_conclusion_cells(result, project)) for project in result.projects]
    filled = []
    for row in with_subtotals(layout, rows):
        if row.kind is RowKind.TOTAL:
            accepted = result.accepted_sums
            share = percent(accepted.reserve, accepted.area) if _has_reserve(result) else None
            row = replace(row, values={**row.values, "SHARE": share, "OK": _outcome(result, row, None)})
        filled.append(row)
    return FilledTable(layout, filled, None, {"name": name}, list(result.remarks))


def _has_reserve(result: Audit) -> bool:
    return result.inputs.control(RESERVE_KEY) is not None


def _conclusion_cells(result: Audit, project: Project) -> dict[str, Value]:
    accepted, shortage = project.accepted, project.shortage
    return {
        "PROJECT": project_name(project.name),
        "COUNTY": "、".join(result.county(code) for code in project.counties if code),
        "N0": len(project.of(Side.OCCUPIED)),
        "N1": len(project.of(Side.SUPPLEMENT)),
        "N1R": sum(block.refused for block in project.of(Side.SUPPLEMENT)),
        "A0": project.occupied.area,
        "A1": accepted.area,
        "RES": accepted.reserve,
        "SHARE": percent(accepted.reserve, accepted.area) if _has_reserve(result) else None,
        "SA": shortage.area,
        "SW": shortage.paddy,
        "SG": grade_gap(project),
        "SP": shortage.kilograms,
        "OK": project.passed,
        "SAY": project_sentence(project),
    }


def block_table(result: Audit, name: str = "", folder: str | None = None) -> FilledTable:
    """补划地块审查表: every supplement block with its verdict and all reasons."""
    layout = load_layout("T08B", folder)
    rows = [Row(_block_cells(result, block)) for block in result.supplement]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": name})


def _block_cells(result: Audit, block: Block) -> dict[str, Value]:
    return {
        "PROJECT": project_name(block.project),
        "COUNTY": result.county(block.county),
        "PID": block.number,
        "ZL": block.place,
        "WHOLE": block.whole,
        "BAD": block.unusable,
        "AREA": block.sums.area,
        "PADDY": block.sums.paddy,
        "GRADE": two_decimals(block.sums.grade),
        "CAP": block.kilograms,
        "SL": block.slopes,
        "RES": block.sums.reserve,
        "OK": verdict(block),
        "WHY": reasons_text(result, block),
    }


def reason_table(result: Audit, name: str = "", folder: str | None = None) -> FilledTable:
    """补划地块问题明细: a row for each block, reason and thing that lies there."""
    layout = load_layout("T08R", folder)
    rows = [
        Row(
            {
                "PROJECT": project_name(block.project),
                "PID": block.number,
                "KIND": reason_title(reason),
                "DETAIL": detail_text(result, reason),
                "EFFECT": sentence(EFFECT_NAMES[reason.effect]),
                "AREA": reason.area,
                "COUNT": len(reason.rows),
                "OK": verdict(block),
            }
        )
        for block in result.supplement
        for reason in block.reasons
    ]
    return FilledTable(layout, rows, None, {"name": name})


def sum_rows(table: FilledTable) -> list[Row]:
    """The rows of a table that compare both sides of a project, in order."""
    return [row for row in table.rows if row.kind is RowKind.SUBTOTAL and row.level == 0]


def total_row(table: FilledTable) -> Row | None:
    """The last row of a table, None where it has no rows."""
    return next((row for row in table.rows if row.kind is RowKind.TOTAL), None)


def area_in(row: Row | None, key: str) -> Area:
    """An area of a row, nothing where there is none."""
    value = None if row is None else row.value(key)
    return value if isinstance(value, Area) else Area(0)
