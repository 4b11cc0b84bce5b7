"""Blocks on the ground: cultivated land that building takes, from the survey; blocks that lie over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from ...area import Area
from ...columns import Columns
from ...occupation.job import occupy
from ...occupation.model import Inputs, Job, Occupation
from ...occupation.overlay import OverlayLayer, overlay
from ...progress import Progress, no_progress
from ...rules import Rules
from ...sentence import sentence, translate
from ...survey.classes import CodeTable
from ...survey.schema import GradeSystem, grade_field
from ..broken_rules import Problem, drawn_area
from .model import Block
from .rules import LinkageRules


@dataclass(frozen=True)
class Taken:
    """Cultivated land under each drawn row of a layer, without field ridges, and its weighted grade (None where some of
    it has no grade); `result` is the run it comes from."""

    area: dict[int, Area]
    grade: dict[int, Fraction | None]
    result: Occupation


def taken_land(
    drawn: Columns,
    survey: Columns,
    classes: CodeTable,
    rules: Rules,
    job: Job,
    system: GradeSystem,
    progress: Progress = no_progress,
) -> Taken:
    """Lay building blocks over the survey; both in one plane, `survey` with DLBM and, to know grades, the grade field of
    `system`. InputError and FootingError as `occupy` raises them."""
    names = np.array([str(row) for row in range(len(drawn))], dtype=object)
    plots = replace(drawn, attributes={"FP_ID": names, "FP_NAME": names})
    result = occupy(Inputs(plots, survey, (), classes, rules), job, progress)
    leaves = result.leaves
    rows = np.flatnonzero(result.classified.cultivated)
    grades = result.inputs.survey.attributes.get(grade_field(system))
    area: dict[int, Area] = {int(result.footprint_id(place)): Area(0) for place in range(len(result.inputs.footprints))}
    weight: dict[int, Fraction] = {}
    unknown: set[int] = set()
    for leaf in rows.tolist():
        row = int(result.footprint_id(int(leaves.footprint[leaf])))
        own = result.area(int(leaves.units[leaf] - result.ridge[leaf]))
        area[row] += own
        grade = np.nan if grades is None else float(grades[result.atoms.parcel[leaves.atom[leaf]]])
        if grade > 0:
            weight[row] = weight.get(row, Fraction(0)) + Fraction(repr(grade)) * own.micro_mu
        elif own:
            unknown.add(row)
    known = {
        row: weight[row] / total.micro_mu
        for row, total in area.items()
        if total and row in weight and row not in unknown
    }
    return Taken(area, {row: known.get(row) for row in area}, result)


def with_taken(blocks: Sequence[Block], taken: Taken) -> list[Block]:
    """The blocks with what they take by the survey, in place of what their fields say."""
    return [
        replace(block, taken=taken.area[block.row], grade=taken.grade[block.row]) if block.row in taken.area else block
        for block in blocks
    ]


def overlap_problems(
    layers: Sequence[tuple[Columns, Sequence[Block]]], job: Job, rules: LinkageRules, progress: Progress = no_progress
) -> list[Problem]:
    """Blocks that lie over one another, of one layer or of two; each layer with its blocks, all in one plane."""
    drawn = [(columns, blocks) for columns, blocks in layers if len(columns)]
    if not drawn:
        return []
    everything = [block for _, blocks in drawn for block in sorted(blocks, key=lambda block: block.row)]
    shapes = np.concatenate([columns.geometry for columns, _ in drawn])
    names = np.array([str(place) for place in range(len(shapes))], dtype=object)
    first = drawn[0][0]
    plots = Columns(first.name, np.arange(len(shapes), dtype=np.int64), shapes, {"FP_ID": names}, crs=first.crs)
    result = overlay(plots, [OverlayLayer("L1", first.name, first.with_geometry(first.geometry))], job, progress)
    key = "linkage_blocks_overlap"
    found = []
    for each in result.overlaps:
        if each.kind == "footprint" and each.area > float(rules.tolerance):
            one, other = everything[int(each.first)], everything[int(each.second)]
            area = drawn_area(each.area)
            text = translate("LandLedger", "The blocks {block} ({project}) and {other} ({another}) share {area} m².")
            said = sentence(
                text, block=one.number, project=one.project, other=other.number, another=other.project,
                area=area.square_metres(),
            )  # fmt: skip
            found.append(Problem(key, rules.severities[key], one.project, said, area))
    return found
