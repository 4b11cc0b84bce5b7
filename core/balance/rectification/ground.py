"""Drawn acts over drawn spots, cut once into atoms: restored land lies in its spot, other patches lie apart from all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...area import Area
from ...columns import Columns
from ...occupation.model import Job
from ...occupation.overlay import Overlay, OverlayLayer, overlay
from ...occupation.patches import features_of_leaves
from ...progress import Progress, no_progress
from ...sentence import sentence, translate
from ..broken_rules import Problem, drawn_area
from .model import Act, Way
from .rules import RectificationRules

SPOTS = "L1"


@dataclass(frozen=True)
class Ground:
    """What the cut says: the overlay, the place of each drawn act among `acts`, int64 (f,); its own area, what of it lies
    in its own spot and in any spot, int64 (f,) units of the job."""

    result: Overlay
    act: np.ndarray
    units: np.ndarray
    own: np.ndarray
    any: np.ndarray


def lay_over(
    spots: Columns,
    numbers: Sequence[str],
    drawn: Columns,
    acts: Sequence[Act],
    job: Job,
    progress: Progress = no_progress,
) -> Ground:
    """Cut the drawn acts along the spots. `numbers` (n,) of the spots' rows; `drawn` (m,) the layer of acts, whose row of
    an act is `Act.row`; both layers in one plane. InputError and FootingError as `overlay` raises them."""
    names = np.array([str(row) for row in range(len(drawn))], dtype=object)
    plots = replace(drawn, attributes={**drawn.attributes, "FP_ID": names})
    layer = OverlayLayer(
        SPOTS, spots.name, replace(spots, attributes={"NUMBER": np.array(list(numbers), dtype=object)})
    )
    result = overlay(plots, [layer], job, progress)
    place = {act.row: number for number, act in enumerate(acts) if act.row >= 0}
    own_act = np.array([place[int(name)] for name in result.footprints.attributes["FP_ID"]], dtype=np.int64)
    leaves = result.leaves
    leaf, feature = features_of_leaves(result.atoms.controls[SPOTS], leaves.atom, len(result.atoms))
    spot_of = result.layers[0].columns.attributes["NUMBER"]
    wanted = np.array([acts[number].spot for number in own_act], dtype=object)
    in_any = np.zeros(len(leaves), dtype=bool)
    in_own = np.zeros(len(leaves), dtype=bool)
    in_any[leaf] = True
    in_own[leaf[spot_of[feature] == wanted[leaves.footprint[leaf]]]] = True

    def summed(rows: np.ndarray) -> np.ndarray:
        sums = np.zeros(len(own_act), dtype=np.int64)
        np.add.at(sums, leaves.footprint[rows], leaves.units[rows])
        return sums

    everything = np.ones(len(leaves), dtype=bool)
    return Ground(result, own_act, summed(everything), summed(in_own), summed(in_any))


def ground_problems(ground: Ground, acts: Sequence[Act], rules: RectificationRules) -> list[Problem]:
    """What the rules find in the drawn acts, by spot."""
    return [*_by_act(ground, acts, rules), *_apart(ground, acts, rules)]


def _by_act(ground: Ground, acts: Sequence[Act], rules: RectificationRules) -> Iterator[Problem]:
    slack = Area.from_square_metres(rules.tolerance)
    result = ground.result
    for place, number in enumerate(ground.act.tolist()):
        act = acts[number]
        whole, own, covered = (result.area(units[place]) for units in (ground.units, ground.own, ground.any))
        if act.way is Way.RESTORED and whole - own > slack:
            text = translate("LandLedger", "{area} m² of the restored land lie outside the spot.")
            yield _problem("rectification_restored_inside", act, text, whole - own, rules)
        if act.way is not Way.RESTORED and covered > slack:
            text = translate("LandLedger", "{area} m² of the patch {patch} lie in outflow spots.")
            yield _problem("rectification_patches_apart", act, text, covered, rules)
        if act.area > whole + slack:
            text = translate("LandLedger", "The act counts {counted} m², its shape has {area} m².")
            yield _problem("rectification_drawn_area", act, text, whole, rules)


def _apart(ground: Ground, acts: Sequence[Act], rules: RectificationRules) -> Iterator[Problem]:
    """Acts over the same ground; one patch in several acts is the same ground by right."""
    row_of = {act.row: act for act in acts if act.row >= 0}
    for each in ground.result.overlaps:
        if each.kind != "footprint" or each.area <= float(rules.tolerance):
            continue
        one, other = row_of[int(each.first)], row_of[int(each.second)]
        if one.patch and one.patch == other.patch:
            continue
        text = translate("LandLedger", "{area} m² are counted for the spot {spot} and for the spot {other}.")
        area = drawn_area(each.area)
        said = sentence(text, area=area.square_metres(), spot=one.spot, other=other.spot)
        key = "rectification_patches_apart"
        yield Problem(key, rules.severity(key), one.spot, said, area)


def _problem(key: str, act: Act, text: str, area: Area, rules: RectificationRules) -> Problem:
    said = sentence(text, area=area.square_metres(), patch=act.patch, counted=act.area.square_metres())
    return Problem(key, rules.severity(key), act.spot, said, area)
