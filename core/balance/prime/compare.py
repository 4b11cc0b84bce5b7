"""Projects: what they take against what was accepted in its place (area, paddy, weighted grade, capacity)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ...area import ZERO, Area
from ...rounding import divide_half_up
from .model import Block, Project, Shortage, Side, Sums, total_of
from .settings import Settings


def projects_of_blocks(blocks: Sequence[Block], settings: Settings) -> list[Project]:
    """The projects in order of their footprints; whole kg are shared out to the blocks that stand in the balance."""
    found = []
    for name in dict.fromkeys(block.project for block in blocks):
        own = _with_kilograms([block for block in blocks if block.project == name])
        occupied = total_of(block.sums for block in own if block.side is Side.OCCUPIED)
        accepted = total_of(block.sums for block in own if block.side is Side.SUPPLEMENT and block.stands)
        counties = list(dict.fromkeys(block.county for block in own if block.side is Side.OCCUPIED and block.sums.gross))
        found.append(Project(name, counties, own, occupied, accepted, shortage_of(occupied, accepted, settings)))
    return found


def shortage_of(occupied: Sums, accepted: Sums, settings: Settings) -> Shortage:
    """What is missing of each indicator that is compared; grades as exact fractions, capacity in whole kg."""
    kilograms = max(occupied.kilograms - accepted.kilograms, 0) if settings.compare_capacity else 0
    return Shortage(
        _below(accepted.area, occupied.area),
        _below(accepted.paddy, occupied.paddy) if settings.compare_paddy else ZERO,
        kilograms,
        _grade_ok(occupied, accepted, settings),
    )


def _grade_ok(occupied: Sums, accepted: Sums, settings: Settings) -> bool | None:
    """Whether the accepted land is as good or better; None where grades of the land taken are missing."""
    if settings.needs_grades and occupied.ungraded:
        return None
    if not settings.compare_grade or occupied.grade is None:
        return True
    return accepted.grade is not None and accepted.grade <= occupied.grade


def _below(amount: Area, wanted: Area) -> Area:
    return wanted - amount if amount < wanted else ZERO


def _with_kilograms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with whole kg: of those that stand in the balance they add up to their sum, rounded once; what a refused
    block would have is rounded by itself."""
    shared = {block.row: block.sums.kilograms for block in blocks}
    for side in Side:
        own = [block for block in blocks if block.side is side and block.stands]
        shared.update(zip((block.row for block in own), shared_kilograms([block.sums.capacity for block in own])))
    return [replace(block, kilograms=shared[block.row]) for block in blocks]


def shared_kilograms(exact: Sequence[Fraction]) -> list[int]:
    """Whole kg that add up to the sum of `exact`, rounded half-up once: by the largest remainder, ties to the first."""
    total = sum(exact, Fraction(0))
    whole = [value.numerator // value.denominator for value in exact]
    left = divide_half_up(total.numerator, total.denominator) - sum(whole)
    order = sorted(range(len(exact)), key=lambda row: (whole[row] - exact[row], row))
    for row in order[:left]:
        whole[row] += 1
    return whole
