"""The match list: which inflow patches make up for which outflow spot. An inflow patch makes up for one spot only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from ...errors import InputError
from ...sentence import translate
from .kinds import Direction
from .model import InOutJob, Match, Patches, Spot, State, capacity_of


def spots_of(patches: Patches, matches: Sequence[Match], job: InOutJob) -> list[Spot]:
    """The spots of the list with what makes up for each, in the order of the list.

    InputError naming the line for a patch used twice, and for numbers that no patch has.
    """
    out, into = (_by_number(patches, way) for way in (Direction.OUT, Direction.IN))
    used: dict[str, Match] = {}
    spots: dict[str, list[str]] = {}
    for match in matches:
        _require_known(match, match.out, out, Direction.OUT)
        _require_known(match, match.into, into, Direction.IN)
        if match.into in used:
            raise InputError(
                translate(
                    "LandLedger",
                    "Match list, line {line}: inflow patch {patch} already makes up for spot {first} (line {before}); it can't "
                    "be used for {second}, too.",
                ),
                line=match.line, patch=match.into, first=used[match.into].out, before=used[match.into].line, second=match.out,
            )
        used[match.into] = match
        spots.setdefault(match.out, []).append(match.into)
    return [_spot(patches, number, numbers, out, into, job) for number, numbers in spots.items()]


def _by_number(patches: Patches, way: Direction) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in np.flatnonzero(patches.rows(way)).tolist():
        found.setdefault(str(patches.number[row]), []).append(row)
    return found


def _require_known(match: Match, number: str, known: dict[str, list[int]], way: Direction) -> None:
    if number in known:
        return
    if way is Direction.OUT:
        template = translate("LandLedger", "Match list, line {line}: there is no outflow spot {number}.")
    else:
        template = translate("LandLedger", "Match list, line {line}: there is no inflow patch {number}.")
    raise InputError(template, line=match.line, number=number)


def _spot(
    patches: Patches,
    number: str,
    numbers: Sequence[str],
    out: dict[str, list[int]],
    into: dict[str, list[int]],
    job: InOutJob,
) -> Spot:
    """A spot with the counted parts of its patches: what does not count makes up for nothing."""
    counted = patches.state == State.COUNTED
    mine = [row for row in out[number] if counted[row]]
    theirs = [row for each in numbers for row in into[each] if counted[row]]
    county = str(patches.village[out[number][0]])[:6]
    elsewhere = any(str(patches.village[row])[:6] != county for row in theirs)

    def both(rows: list[int]) -> tuple[int, Fraction]:
        places = np.array(rows, dtype=np.int64)
        return int(patches.net[places].sum()), capacity_of(patches, places, job.yields)

    return Spot(number, tuple(numbers), county, *both(mine), *both(theirs), elsewhere)
