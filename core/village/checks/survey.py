"""The plan against the land survey: classes of the base year by the crosswalk, ground that only one of both covers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import shapely

from ...area import Area
from ...checking.finding import NO_ROW, Finding
from ...checking.marks import said_area
from ...columns import Columns
from ...crosswalk.crosswalk import Direction, load_crosswalk
from ...ellipsoid import ellipsoid_areas
from ...progress import no_progress
from ...sentence import sentence, translate
from ...survey.classes import clean_code
from ...survey.noding import in_threads
from ...survey.repair import repair
from ..areas import UNIT
from ..profile import PlanRole
from ..sides import CODE_FIELD
from .ground import Ground, Pieces, joined_by_row, left_of, piece_units
from .lines import extent_of
from .model import CheckedPlan, Frame

TITLES = {
    "plan_survey_class": translate("LandLedger", "Base year differs from the land survey"),
    "plan_survey_open": translate("LandLedger", "Ground of the village without a survey parcel"),
}
_PAIRS = 512

_DIFFERS = translate(
    "LandLedger", "{area} m² of the parcel, {code} {name}, are {survey} in the land survey, which becomes {admitted}."
)
_OPEN = translate("LandLedger", "{area} m² of the parcels of the base year have no parcel of the land survey.")


@lru_cache(maxsize=4)
def admitted_classes(version: str) -> dict[str, tuple[str, ...]]:
    """Survey class → classes it may become in the class table of a plan."""
    forward = load_crosswalk(Direction.SURVEY_TO_SEA)
    found = {code: rule.candidates for code, rule in forward.rules.items()}
    if version == forward.direction.target:
        return found
    back: dict[str, list[str]] = {}
    for code, rule in load_crosswalk(Direction.SEA_2020_TO_2023).rules.items():
        for later in rule.candidates:
            back.setdefault(later, []).append(code)
    return {code: tuple(dict.fromkeys(old for each in later for old in back.get(each, [each]))) for code, later in found.items()}


def agree(code: str, admitted: tuple[str, ...]) -> bool:
    """Whether a class is one of those, above or below one of them."""
    return any(code.startswith(each) or each.startswith(code) for each in admitted) if code else False


def find_survey_faults(plan: CheckedPlan, frame: Frame) -> list[Finding]:
    """Everything of TITLES; nothing without a survey."""
    if plan.survey is None or not plan.has_parcels(PlanRole.BASE):
        return []
    survey = repair(plan.survey, drop=True).columns
    return [*_classes(plan, survey, frame), *_open(plan, survey, frame)]


def _classes(plan: CheckedPlan, survey: Columns, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_survey_class")
    if severity is None or not len(survey):
        return
    base, codes = plan.layers[PlanRole.BASE].valid, plan.codes(PlanRole.BASE)
    least = float(frame.rules.number("plan_line_area_m2"))
    row, shape, group = _differing(base, codes, survey, plan.classes.version)
    survey_codes = [clean_code(code) for code in survey.attributes["DLBM"].tolist()]
    groups = np.array([survey_codes[number] for number in group.tolist()], dtype=object)
    for code in sorted(set(groups.tolist())):
        mask = groups == code
        rows, shapes = joined_by_row(row[mask], shape[mask])
        pieces = Pieces(rows, shapes, np.zeros(len(rows), dtype=bool))
        units = piece_units(pieces, plan.registered(PlanRole.BASE), plan.measured(PlanRole.BASE), plan.zone)
        points, bounds, plane = shapely.point_on_surface(shapes), shapely.bounds(shapes), shapely.area(shapes)
        admitted = admitted_classes(plan.classes.version).get(code, ())
        for number in np.flatnonzero(plane >= least).tolist():
            area = Area.from_units(int(units[number]), UNIT).square_metres()
            own = clean_code(codes[rows[number]])
            text = sentence(
                _DIFFERS, area=area, code=own or "—", name=plan.classes.name(own), survey=code, admitted="、".join(admitted) or "—"
            )
            yield Finding(
                "plan_survey_class", severity, int(rows[number]), text, CODE_FIELD[PlanRole.BASE], x=shapely.get_x(points[number]),
                y=shapely.get_y(points[number]), extent=extent_of(bounds[number]), facts=(own, code, f"{area}"), area=float(area),
                shape=shapes[number], layer=PlanRole.BASE.value,
            )  # fmt: skip


def _differing(
    base: np.ndarray, codes: np.ndarray, survey: Columns, version: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Common ground of parcels whose classes do not agree: rows of the base year, shapes, rows of the survey."""
    admitted = admitted_classes(version)
    tree = shapely.STRtree(survey.geometry)
    usable = np.flatnonzero(~(shapely.is_missing(base) | shapely.is_empty(base)))
    place, parcel = tree.query(base[usable], predicate="intersects")
    row = usable[place]
    pairs: dict[tuple[object, object], bool] = {}
    surveyed = survey.attributes["DLBM"].tolist()
    listed = codes.tolist()
    wrong = np.zeros(len(row), dtype=bool)
    for number, (one, other) in enumerate(zip(row.tolist(), parcel.tolist())):
        pair = (listed[one], surveyed[other])
        if pair not in pairs:
            pairs[pair] = not agree(clean_code(pair[0]), admitted.get(clean_code(pair[1]), ()))
        wrong[number] = pairs[pair]
    row, parcel = row[wrong], parcel[wrong]
    deep = np.concatenate(
        [
            *in_threads(
                lambda start: shapely.relate_pattern(
                    base[row[start : start + _PAIRS]], survey.geometry[parcel[start : start + _PAIRS]], "T********"
                ),
                np.arange(0, len(row), _PAIRS), no_progress,
            ),
            np.zeros(0, dtype=bool),
        ]
    )  # fmt: skip
    row, parcel = row[deep], parcel[deep]
    with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
        return row, shapely.intersection(base[row], survey.geometry[parcel]), parcel


def _open(plan: CheckedPlan, survey: Columns, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_survey_open")
    if severity is None:
        return
    base = plan.layers[PlanRole.BASE].valid
    there = base[~(shapely.is_missing(base) | shapely.is_empty(base))]
    whole = np.array([shapely.union_all(there)], dtype=object)
    box = shapely.bounds(whole[0])
    near = shapely.STRtree(survey.geometry).query(shapely.box(*box))
    covered = np.array([shapely.union_all(survey.geometry[near])], dtype=object)
    left = left_of(Ground(whole), Ground(covered))
    least = float(frame.rules.number("plan_line_area_m2"))
    for shape in shapely.normalize(left[shapely.area(left) >= least]) if len(left) else ():
        area = said_area(float(ellipsoid_areas(np.array([shape], dtype=object), plan.zone)[0]))
        point = shapely.point_on_surface(shape)
        yield Finding(
            "plan_survey_open", severity, NO_ROW, sentence(_OPEN, area=area), x=shapely.get_x(point), y=shapely.get_y(point),
            extent=extent_of(shapely.bounds(shape)), facts=(area,), area=float(area), shape=shape, layer=PlanRole.BASE.value,
        )  # fmt: skip
