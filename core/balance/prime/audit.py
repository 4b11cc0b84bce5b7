"""The audit of occupied and supplemented prime farmland (永久基本农田占用补划审查), from layers to verdicts.

It reads top to bottom: both sides go through one occupation run, each leaf learns its grade and what speaks against it,
blocks are summed and judged, projects compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ...area import Area
from ...columns import Columns, values_at
from ...errors import InputError
from ...occupation.classify import texts
from ...occupation.job import occupy
from ...occupation.model import CONTROL_KEYS, Finding, Inputs, Job, Occupation
from ...progress import Progress, no_progress, part_of
from ...sentence import Sentence, sentence, translate
from ...survey.schema import Role, split_village_code
from ..stable.rules import rules_without_field
from .blocks import blocks_of
from .compare import projects_of_blocks
from .grading import grades_of, require_grades
from .model import DISTRICTS_KEY, RESERVE_KEY, Audit, AuditInputs, Pieces, Project, Side
from .reason_kinds import Effect, ReasonKind
from .reasons import Ground
from .settings import Basis, Settings
from .sides import block_numbers, mended_sides, projects_of, together

YN = CONTROL_KEYS[Role.PRIME_FARMLAND]


def audit(inputs: AuditInputs, job: Job, settings: Settings, progress: Progress = no_progress) -> Audit:
    """Run the audit. InputError names the layer, feature or field at fault, or says that no prime farmland is taken."""
    require_grades(inputs, settings)
    findings: list[Finding] = []
    occupied, supplement = mended_sides(inputs.occupied, inputs.supplement, findings)
    both = together(occupied, supplement)
    cut = Inputs(both, inputs.survey, inputs.controls, inputs.classes, inputs.rules)
    run = occupy(cut, job, part_of(progress, 0.0, 0.8))
    # The run mended survey and controls: its rows are those of the mended ones.
    inputs = replace(
        inputs, occupied=occupied, supplement=supplement, survey=run.inputs.survey, controls=run.inputs.controls
    )
    pieces = _pieces(inputs, run, settings)
    _require_any(inputs, pieces)
    progress(0.9)
    county_names = _county_names(inputs.control(DISTRICTS_KEY))
    blocks = blocks_of(inputs, run, settings, pieces)
    projects = projects_of_blocks(blocks, settings)
    result = Audit(inputs, settings, run, pieces, projects, county_names, [*findings, *run.findings])
    progress(1.0)
    return replace(result, remarks=tuple(_remarks(result)))


def _pieces(inputs: AuditInputs, run: Occupation, settings: Settings) -> Pieces:
    leaves, classified = run.leaves, run.classified
    block = leaves.footprint
    supplement = block >= len(inputs.occupied)
    nowhere = np.zeros(len(leaves), dtype=bool)
    adjustable = classified.adjustable & settings.adjustable & ~supplement
    farmland = classified.cultivated | adjustable
    prime = run.inside.get(YN, nowhere)
    grade = grades_of(inputs, run, settings, farmland & (supplement | prime))
    county = _counties(inputs, run)
    project = [*projects_of(inputs.occupied), *projects_of(inputs.supplement)]
    numbers = [*block_numbers(inputs.occupied), *block_numbers(inputs.supplement)]
    ground = Ground(inputs, run, settings, project, numbers, county, grade)
    taken = ~supplement & prime & (farmland | (not settings.only_farmland))
    reasons = ground.reasons(_by_project(project, block[taken], county[taken]))
    usable = supplement & ~_refused(reasons, settings, len(leaves))
    counts = (taken | usable) & _first_of_project(project, block, leaves.atom, supplement)
    return Pieces(
        block=block,
        supplement=supplement,
        basis=leaves.units - run.ridge if settings.basis is Basis.NET else leaves.units,
        counts=counts,
        farmland=farmland,
        paddy=inputs.classes.paddy_rows(classified.reported) & farmland,
        grade=grade,
        slope=ground.slope,
        county=county,
        prime=prime,
        reserve=run.inside.get(RESERVE_KEY, nowhere),
        reasons=reasons,
    )


def _refused(reasons: Mapping[ReasonKind, np.ndarray], settings: Settings, count: int) -> np.ndarray:
    """bool (r,): leaves under a reason that refuses."""
    refused = np.zeros(count, dtype=bool)
    for kind, details in reasons.items():
        if settings.effect(kind) is Effect.REFUSE:
            refused |= np.not_equal(details, None).astype(bool)
    return refused


def _first_of_project(project: Sequence[str], block: np.ndarray, atom: np.ndarray, supplement: np.ndarray) -> np.ndarray:
    """bool (r,): the leaf that stands for its ground in its project and side; leaves come by block, then atom."""
    place = {name: number for number, name in enumerate(dict.fromkeys(project))}
    of_block = np.array([place[name] for name in project], dtype=np.int64)
    key = np.stack([of_block[block], supplement.astype(np.int64), atom], axis=1)
    first = np.zeros(len(block), dtype=bool)
    first[np.unique(key, axis=0, return_index=True)[1]] = True
    return first


def _by_project(project: Sequence[str], block: np.ndarray, county: np.ndarray) -> dict[str, set[str]]:
    """The counties in which each project takes prime farmland."""
    found: dict[str, set[str]] = {}
    for row, code in zip(block.tolist(), county.tolist()):
        if code:
            found.setdefault(project[row], set()).add(code)
    return found


def _counties(inputs: AuditInputs, run: Occupation) -> np.ndarray:
    """Text object (r,): six digits, of the districts if they are given, else of the survey's location code; '' unknown."""
    parcel = run.atoms.parcel[run.leaves.atom]
    located = texts(inputs.survey, "ZLDWDM")
    located = np.where(located == "", texts(inputs.survey, "QSDWDM"), located)
    code = values_at(_six_digits(located), parcel, "")
    districts = inputs.control(DISTRICTS_KEY)
    if districts is None:
        return code
    row = run.atoms.controls[DISTRICTS_KEY].first(len(run.atoms))[run.leaves.atom]
    own = values_at(_six_digits(_district_codes(districts)), row, "")
    return np.where(own != "", own, code)


def _district_codes(districts: Columns) -> np.ndarray:
    codes = texts(districts, "XZQDM")
    return np.where(codes == "", texts(districts, "ZLDWDM"), codes)


def _six_digits(codes: np.ndarray) -> np.ndarray:
    column = np.empty(len(codes), dtype=object)
    column[:] = [split_village_code(code).county for code in codes.tolist()]
    return column


def _county_names(districts: Columns | None) -> dict[str, str]:
    """Code → name, of the districts that are whole counties."""
    if districts is None:
        return {}
    pairs = zip(_district_codes(districts).tolist(), texts(districts, "XZQMC").tolist())
    return {code[:6]: name for code, name in pairs if name and len(code) >= 6 and not code[6:].strip("0")}


def _require_any(inputs: AuditInputs, pieces: Pieces) -> None:
    if not (pieces.counts & ~pieces.supplement & (pieces.basis > 0)).any():
        layer = inputs.control(YN)
        text = translate(
            "LandLedger",
            "No footprint of layer {occupied} lies in permanent basic farmland of layer {prime}, so there is nothing to make "
            "up for; check that both belong to the same place.",
        )
        raise InputError(text, occupied=inputs.occupied.name, prime="" if layer is None else layer.name)


def _remarks(result: Audit) -> Iterator[Sentence]:
    """What somebody has to know before signing, beside the findings of the run."""
    yield from (remark for project in result.projects for remark in _of_project(result, project))
    pieces, run = result.pieces, result.run
    built = pieces.counts & ~pieces.supplement & ~pieces.farmland
    if built.any() and run.leaves.units[built].sum():
        text = translate(
            "LandLedger",
            "{area} m² of the occupied prime farmland are no farmland in the survey: their area counts, a grade and a "
            "capacity they do not have.",
        )
        yield sentence(text, area=run.sum(built).square_metres())
    if result.settings.effect(ReasonKind.UNSTABLE) is not Effect.OFF:
        yield from (said for _, said in rules_without_field(result.inputs.survey, result.settings.stable_rules))


def _of_project(result: Audit, project: Project) -> Iterator[Sentence]:
    for block in project.of(Side.OCCUPIED):
        if not block.sums.gross:
            text = translate("LandLedger", "Footprint {number} takes no permanent basic farmland that counts in its project.")
            yield sentence(text, number=block.number)
    if not project.of(Side.OCCUPIED):
        text = translate("LandLedger", "Project {project} has supplement blocks, but no footprint.")
        yield sentence(text, project=project.name)
    if project.occupied.ungraded and result.settings.needs_grades:
        text = translate("LandLedger", "{area} m² of the farmland that {project} takes have no grade.")
        name = project.name or sentence(translate("LandLedger", "the project"))
        yield sentence(text, area=Area(project.occupied.ungraded.micro_mu).square_metres(), project=name)
