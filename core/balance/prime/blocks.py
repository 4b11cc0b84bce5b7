"""Blocks: the exact sums of their pieces, where they lie, and every reason that speaks against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ...area import ZERO, Area
from ...occupation.classify import texts
from ...occupation.model import Occupation
from ...survey.atoms import OUTSIDE
from .model import AuditInputs, Block, BlockReason, Pieces, Side, Sums
from .reason_kinds import Effect, ReasonKind
from .settings import Settings
from .sides import block_names, block_numbers, projects_of

LISTED = 12
"""So many parcel numbers or classes of a block are written out."""


def blocks_of(inputs: AuditInputs, run: Occupation, settings: Settings, pieces: Pieces) -> list[Block]:
    """All blocks by row, footprints first, each judged; their whole kg are not yet shared out."""
    numbers = [*block_numbers(inputs.occupied), *block_numbers(inputs.supplement)]
    names = [*block_names(inputs.occupied), *block_names(inputs.supplement)]
    projects = [*projects_of(inputs.occupied), *projects_of(inputs.supplement)]
    order = np.argsort(pieces.block, kind="stable")
    starts = np.searchsorted(pieces.block[order], np.arange(len(numbers) + 1))
    parcels = _parcel_numbers(run)
    found = []
    for row, number in enumerate(numbers):
        rows = order[starts[row] : starts[row + 1]]
        side = Side.OCCUPIED if row < len(inputs.occupied) else Side.SUPPLEMENT
        counted = rows[pieces.counts[rows]]
        described = counted if len(counted) else rows
        sums = sums_of(counted, run, settings, pieces)
        reasons = list(_reasons(rows, run, settings, pieces)) if side is Side.SUPPLEMENT else []
        unusable = _unusable(reasons, run)
        refused = side is Side.SUPPLEMENT and (unusable > settings.ignored or not sums.gross)
        found.append(
            Block(
                side=side,
                row=row,
                number=number,
                name=names[row],
                project=projects[row],
                county=_mostly(pieces.county[rows], run.leaves.units[rows]),
                place=_joined(_places(run, described)),
                classes=_joined(inputs.classes.names(run.classified.code[described]).tolist()),
                parcels=_joined(parcels[described].tolist()),
                slopes="、".join(map(str, sorted({int(level) for level in pieces.slope[described] if level}))),
                whole=run.area(run.leaves.units[rows].sum()),
                sums=sums,
                unusable=unusable,
                refused=refused,
                reasons=reasons,
            )
        )
    return found


def sums_of(rows: np.ndarray, run: Occupation, settings: Settings, pieces: Pieces) -> Sums:
    """Exact sums of the leaves `rows` (indices); capacity and grade from farmland whose grade is known."""
    gross, basis = run.leaves.units[rows], pieces.basis[rows]
    graded = pieces.farmland[rows] & ~np.isnan(pieces.grade[rows])
    weight, capacity = Fraction(0), Fraction(0)
    for grade, paddy, area in _by_grade(rows[graded], run, pieces):
        weight += Fraction(grade) * area.micro_mu
        if settings.yields is not None:
            capacity += settings.yields.capacity([(grade, paddy, area)])
    return Sums(
        gross=run.area(gross.sum()),
        net=run.area((gross - run.ridge[rows]).sum()),
        area=run.area(basis.sum()),
        paddy=run.area(basis[pieces.paddy[rows]].sum()),
        graded=run.area(basis[graded].sum()),
        ungraded=run.area(basis[pieces.farmland[rows] & ~graded].sum()),
        weight=weight,
        capacity=capacity,
        reserve=run.area(basis[pieces.reserve[rows]].sum()),
    )


def _by_grade(rows: np.ndarray, run: Occupation, pieces: Pieces) -> Iterator[tuple[Decimal, bool, Area]]:
    """Area by grade and whether it is paddy; a grade is the decimal that its float prints as."""
    units: dict[tuple[float, bool], int] = {}
    for grade, paddy, own in zip(pieces.grade[rows].tolist(), pieces.paddy[rows].tolist(), pieces.basis[rows].tolist()):
        units[grade, paddy] = units.get((grade, paddy), 0) + own
    for (grade, paddy), own in sorted(units.items()):
        yield Decimal(repr(grade)), paddy, run.area(own)


def _reasons(rows: np.ndarray, run: Occupation, settings: Settings, pieces: Pieces) -> Iterator[BlockReason]:
    """The reasons of a block, each detail by itself, largest first; what rounds to nothing is none."""
    for kind in ReasonKind:
        details = pieces.reasons.get(kind)
        if details is None:
            continue
        members: dict[str, list[int]] = {}
        for row, detail in zip(rows.tolist(), details[rows].tolist()):
            if detail is not None:
                members.setdefault(detail, []).append(row)
        found = []
        for detail, own in members.items():
            leaves = np.array(own, dtype=np.int64)
            area = run.area(run.leaves.units[leaves].sum())
            if area:
                found.append(BlockReason(kind, settings.effect(kind), detail, leaves, area))
        yield from sorted(found, key=lambda one: (-one.area.micro_mu, one.detail))


def _unusable(reasons: Sequence[BlockReason], run: Occupation) -> Area:
    """Ground of a block under any reason that refuses, each piece once."""
    refusing = [reason.rows for reason in reasons if reason.effect is Effect.REFUSE]
    if not refusing:
        return ZERO
    return run.area(run.leaves.units[np.unique(np.concatenate(refusing))].sum())


def _parcel_numbers(run: Occupation) -> np.ndarray:
    """Text object (r,): the parcel's number on the map, else its BSM."""
    survey, parcel = run.inputs.survey, run.atoms.parcel[run.leaves.atom]
    numbers = texts(survey, "TBBH")
    numbers = np.where(numbers == "", texts(survey, "BSM"), numbers)
    found = np.full(len(parcel), "", dtype=object)
    found[parcel != OUTSIDE] = numbers[parcel[parcel != OUTSIDE]]
    return found


def _places(run: Occupation, rows: np.ndarray) -> list[str]:
    owners = run.owners
    named = zip(owners.township[rows], owners.village[rows], owners.unit[rows])
    return [f"{township}{village}" if village else str(unit) for township, village, unit in named]


def _joined(values: Sequence[str]) -> str:
    """Each once, in order, at most LISTED of them."""
    several = [value for value in dict.fromkeys(values) if value]
    return "、".join(several[:LISTED]) + (f" 等{len(several)}个" if len(several) > LISTED else "")


def _mostly(codes: np.ndarray, units: np.ndarray) -> str:
    """The county that most of the ground lies in."""
    areas: dict[str, int] = {}
    for code, own in zip(codes.tolist(), units.tolist()):
        if code:
            areas[code] = areas.get(code, 0) + own
    return min(areas, key=lambda code: (-areas[code], code)) if areas else ""
