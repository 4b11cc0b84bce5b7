"""The workbook and the result layer of increase–decrease linkage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from ...area import ZERO, Area
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.register_tables import TableNames
from ...quota.shares import rounded
from ...sentence import Say, sentence, translate
from ...summary.result_rows import ResultField
from ...workbook import DisplayUnit, FilledTable, Identity, Row, checks_table, compact, identities_of, load_layout
from ..broken_rules import Problem, finding_rows, in_mu, objects, rule_identities
from ..printed_figures import PrintedFigure, printed_identities, printed_table
from .model import Block, Linked, Project, ProjectState, Role
from .tables import block_table, compared_figures, former_note, linkage_identities, project_table

RESULT_FIELDS: tuple[ResultField, ...] = (
    ResultField("ROLE", "text", translate("LandLedger", "Kind of block"), 14),
    ResultField("XMQBH", "text", translate("LandLedger", "Project area number"), 60),
    ResultField("XMQMC", "text", translate("LandLedger", "Project area"), 120),
    ResultField("DKBH", "text", translate("LandLedger", "Plot number"), 60),
    ResultField("AREA_M2", "number", translate("LandLedger", "Area (m²)"), 18, 2),
    ResultField("AREA_HA", "number", translate("LandLedger", "Area (ha)"), 18, 6),
    ResultField("AREA_MU", "number", translate("LandLedger", "Area (mu)"), 18, 6),
    ResultField("ACC_MU", "number", translate("LandLedger", "Accepted reclamation (mu)"), 18, 6),
    ResultField("GD_MU", "number", translate("LandLedger", "Reclaimed as cultivated land (mu)"), 18, 6),
    ResultField("TAKEN_MU", "number", translate("LandLedger", "Cultivated land taken (mu)"), 18, 6),
    ResultField("GRADE", "number", translate("LandLedger", "Average grade"), 8, 2),
    ResultField("STATE", "text", translate("LandLedger", "State of the project area"), 10),
    ResultField("SURPL_MU", "number", translate("LandLedger", "Surplus of the project area (mu)"), 18, 6),
    ResultField("LEFT_MU", "number", translate("LandLedger", "Surplus left of the project area (mu)"), 18, 6),
    ResultField("FAULTS", "integer", translate("LandLedger", "Number of findings"), 5),
    ResultField("WHY", "text", translate("LandLedger", "Why"), 254),
)


def project_blocks(linked: Linked) -> list[Block]:
    """The project areas as blocks, for a result without any: their area is the approved demolition."""
    return [
        Block(
            Role.PROJECT, project.code, project.code, project.amount("approved"), project.name, project.amount("accepted"),
            project.amount("cultivated"), project.amount("taken"), project.gained, project.accept_no, project.row,
        )
        for project in linked.projects
    ]  # fmt: skip


def result_columns(linked: Linked, say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (n,) over the blocks, over the project areas where there are none; `say` translates a template."""
    blocks = linked.blocks or project_blocks(linked)
    by_key = {key: project for project in reversed(linked.projects) for key in (project.name, project.code)}
    projects = [by_key.get(block.project) or by_key.get(block.project_name) for block in blocks]
    faults: dict[str, list[Problem]] = {}
    for problem in linked.problems:
        faults.setdefault(problem.feature, []).append(problem)
    own = [faults.get(project.code if project else block.project, []) for project, block in zip(projects, blocks)]
    area = [block.area for block in blocks]
    micro_mu = np.array([each.micro_mu for each in area], dtype=np.int64)
    return {
        "ROLE": objects(block.role.value for block in blocks),
        "XMQBH": objects(project.code if project else block.project for project, block in zip(projects, blocks)),
        "XMQMC": objects(project.name if project else block.project_name for project, block in zip(projects, blocks)),
        "DKBH": objects(block.number for block in blocks),
        "AREA_M2": micro_mu / 1500,
        "AREA_HA": micro_mu / 15_000_000,
        "AREA_MU": micro_mu / 1_000_000,
        "ACC_MU": _known(block.accepted for block in blocks),
        "GD_MU": _known(block.cultivated for block in blocks),
        "TAKEN_MU": _known(block.taken for block in blocks),
        "GRADE": np.array(
            [np.nan if b.grade is None else float(rounded(b.grade, 2)) for b in blocks], dtype=np.float64
        ),
        "STATE": objects(project.state.value if project else None for project in projects),
        "SURPL_MU": in_mu([project.surplus if project else ZERO for project in projects]),
        "LEFT_MU": in_mu([project.left if project else ZERO for project in projects]),
        "FAULTS": np.array([len(each) for each in own], dtype=np.int64),
        "WHY": objects("；".join(problem.text.said(say) for problem in each) or None for each in own),
    }


def _known(areas: Iterable[Area | None]) -> np.ndarray:
    return np.array([np.nan if each is None else each.micro_mu / 1_000_000 for each in areas], dtype=np.float64)


@dataclass(frozen=True)
class Book:
    """What goes into the workbook beside the result: published figures to compare, lines for the inputs sheet, tables and
    identities made elsewhere (those of the surplus ledger)."""

    figures: Sequence[PrintedFigure] = ()
    inputs: Sequence[Row] = ()
    tables: Sequence[FilledTable] = ()
    identities: Sequence[Identity] = ()


def linkage_report(
    linked: Linked, columns: Mapping[str, np.ndarray], book: Book, facts: RunFacts, names: TableNames
) -> Report:
    """T09, blocks, published figures, what `book` brings, checks, findings, inputs; `columns` are those of the result layer."""
    projects = project_table(linked, names)
    blocks = block_table(linked, names) if linked.blocks else None
    tables = [projects, *([] if blocks is None else [blocks]), *book.tables]
    identities = [identity for table in tables for identity in compact(identities_of(table))]
    identities += compact(linkage_identities(linked, projects, blocks))
    if book.figures:
        note = former_note(linked, book.figures)
        table = printed_table(compared_figures(linked, book.figures), names)
        tables.append(table if note is None else replace(table, notes=[note]))
        identities += printed_identities(table)
    identities += [*_layer_identities(linked, columns), *book.identities, *rule_identities(linked.problems)]
    folder = names.folder
    kind = sentence(translate("LandLedger", "increase–decrease linkage"))
    findings = FilledTable(load_layout("FINDINGS", folder), list(finding_rows(linked.problems, kind)), DisplayUnit.MU)
    checks = checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", folder))
    based = FilledTable(load_layout("INPUTS", folder), [*book.inputs, *_counts(linked), *environment(facts)])
    return Report([*tables, checks, findings, based], identities)


def _layer_identities(linked: Linked, columns: Mapping[str, np.ndarray]) -> list[Identity]:
    name = sentence(translate("LandLedger", "result layer = blocks"))
    whole = Area.total(block.area for block in linked.blocks or project_blocks(linked))
    return [Identity(name, "AREA_MU", _sum_in_mu(columns["AREA_MU"]), whole)]


def _sum_in_mu(values: np.ndarray) -> Area:
    return Area.from_mu(sum((Decimal(repr(value)) for value in values.tolist()), Decimal(0)))


def _counts(linked: Linked) -> Iterator[Row]:
    text = translate("LandLedger", "{count} project areas, {surplus} mu of surplus, {left} mu left")
    for state in ProjectState:
        members: list[Project] = [each for each in linked.projects if each.state is state]
        surplus, left = (Area.total(getattr(each, name) for each in members) for name in ("surplus", "left"))
        yield fact(STATE_LABELS[state], sentence(text, count=len(members), surplus=surplus.mu(2), left=left.mu(2)))


STATE_LABELS: Mapping[ProjectState, str] = {
    ProjectState.RUNNING: translate("LandLedger", "Not accepted yet"),
    ProjectState.SURPLUS: translate("LandLedger", "Accepted, with surplus left"),
    ProjectState.USED_UP: translate("LandLedger", "Accepted, no surplus left"),
    ProjectState.OVERDRAWN: translate("LandLedger", "Overdrawn"),
}
