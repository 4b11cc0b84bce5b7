"""What speaks against each piece of a supplement block (DOMAIN: prime farmland, supplement; `resources/rules/prime.csv`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from ...area import Area
from ...columns import Columns, by_value, values_at
from ...occupation.classify import texts
from ...occupation.model import CONTROL_KEYS, Occupation
from ...occupation.patches import features_of_leaves
from ...survey.atoms import OUTSIDE
from ...survey.ridges import slope_levels as slope_levels_known
from ...survey.schema import Role
from ..stable.rules import plain_code
from .model import DISTRICTS_KEY, EXCLUDE_KEY, RESERVE_KEY, AuditInputs
from .reason_kinds import Effect, ReasonKind
from .settings import STEEPEST, Settings
from .stability import unstable_parcels


class Ground:
    """The leaves of the run with what the reasons look at; `occupied` footprints come before the blocks."""

    def __init__(
        self,
        inputs: AuditInputs,
        run: Occupation,
        settings: Settings,
        project: Sequence[str],
        numbers: Sequence[str],
        county: np.ndarray,
        grade: np.ndarray,
    ) -> None:
        self.inputs, self.run, self.settings = inputs, run, settings
        self.project, self.numbers, self.county, self.grade = project, numbers, county, grade
        self.occupied = len(inputs.occupied)
        self.block = run.leaves.footprint
        self.mine = self.block >= self.occupied
        self.parcel = run.atoms.parcel[run.leaves.atom]
        self.cultivated = run.classified.cultivated
        self.slope = slope_levels(run)

    def reasons(self, counties: Mapping[str, set[str]]) -> dict[ReasonKind, np.ndarray]:
        """Reason → detail of each leaf (text object, None where it does not hold); `counties` by project of what it
        takes. Reasons that are off are left out."""
        found = {
            ReasonKind.OUTSIDE_SURVEY: self._where(self.parcel == OUTSIDE),
            ReasonKind.OUTSIDE_COUNTY: self._outside_county(),
            ReasonKind.NOT_CULTIVATED: self._not_cultivated(),
            ReasonKind.STEEP: self._steep(),
            ReasonKind.SLOPE_UNKNOWN: self._where(self.cultivated & (self.slope == 0)),
            ReasonKind.UNSTABLE: self._unstable(),
            ReasonKind.NO_GRADE: self._where(self._no_grade()),
            ReasonKind.ALREADY_PRIME: self._inside(CONTROL_KEYS[Role.PRIME_FARMLAND]),
            ReasonKind.OVERLAPS_OCCUPIED: self._overlapping(occupied=True),
            ReasonKind.OVERLAPS_BLOCK: self._overlapping(occupied=False),
            ReasonKind.ECO_REDLINE: self._inside(CONTROL_KEYS[Role.ECO_REDLINE]),
            ReasonKind.URBAN_BOUNDARY: self._inside(CONTROL_KEYS[Role.URBAN_BOUNDARY]),
            ReasonKind.EXCLUDED: self._excluded(),
            ReasonKind.TOO_SMALL: self._where(self._in_small_parts()),
            ReasonKind.OTHER_COUNTY: self._other_county(counties),
            ReasonKind.NOT_RESERVE: self._not_reserve(),
        }
        return {
            kind: np.where(self.mine, details, None)
            for kind, details in found.items()
            if self.settings.effect(kind) is not Effect.OFF
        }

    def _where(self, rows: np.ndarray, details: object = "") -> np.ndarray:
        found = np.full(len(self.block), None, dtype=object)
        found[rows] = details if isinstance(details, str) else np.asarray(details, dtype=object)[rows]
        return found

    def _inside(self, key: str) -> np.ndarray:
        inside = self.run.inside.get(key)
        return self._where(np.zeros(len(self.block), dtype=bool) if inside is None else inside)

    def _not_cultivated(self) -> np.ndarray:
        code = self.run.classified.code
        names = self.inputs.classes.names(code)
        details = np.array([f"{one} {name}".strip() for one, name in zip(code, names)], dtype=object)
        return self._where((self.parcel != OUTSIDE) & ~self.cultivated, details)

    @property
    def _steepest(self) -> int:
        return min(self.settings.steepest_level, STEEPEST - 1)

    def _steep(self) -> np.ndarray:
        return self._where(self.cultivated & (self.slope > self._steepest), np.array(list(map(str, self.slope.tolist())), dtype=object))

    def _unstable(self) -> np.ndarray:
        survey = self.inputs.survey
        why = unstable_parcels(survey, self.settings.stable_rules, levels_of(survey) > self._steepest)
        details = values_at(why, self.parcel, "")
        return self._where(self.cultivated & (details != ""), details)

    def _no_grade(self) -> np.ndarray:
        return self.cultivated & np.isnan(self.grade) & self.settings.needs_grades

    def _outside_county(self) -> np.ndarray:
        if self.inputs.control(DISTRICTS_KEY) is None:
            return self._where(np.zeros(len(self.block), dtype=bool))
        return self._where((self.parcel != OUTSIDE) & ~self.run.inside[DISTRICTS_KEY])

    def _other_county(self, counties: Mapping[str, set[str]]) -> np.ndarray:
        own = [counties.get(self.project[block], set()) for block in range(len(self.project))]
        rows = [
            bool(code) and bool(own[block]) and code not in own[block]
            for block, code in zip(self.block.tolist(), self.county.tolist())
        ]
        return self._where(np.array(rows, dtype=bool), self.county)

    def _not_reserve(self) -> np.ndarray:
        if self.inputs.control(RESERVE_KEY) is None:
            return self._where(np.zeros(len(self.block), dtype=bool))
        return self._where(~self.run.inside[RESERVE_KEY])

    def _excluded(self) -> np.ndarray:
        found = self._where(np.zeros(len(self.block), dtype=bool))
        for control in self.inputs.controls:
            if control.role is None and control.key.startswith(EXCLUDE_KEY):
                for row in np.flatnonzero(self.run.inside[control.key]).tolist():
                    found[row] = control.columns.name if found[row] is None else f"{found[row]}、{control.columns.name}"
        return found

    def _overlapping(self, occupied: bool) -> np.ndarray:
        """The other footprints (or the other blocks) over the same ground, by number."""
        leaf, other = features_of_leaves(self.run.atoms.footprints, self.run.leaves.atom, len(self.run.atoms))
        wanted = (other != self.block[leaf]) & ((other < self.occupied) == occupied)
        found = self._where(np.zeros(len(self.block), dtype=bool))
        for row, one in zip(leaf[wanted].tolist(), other[wanted].tolist()):
            name = self.numbers[one]
            found[row] = name if found[row] is None else f"{found[row]}、{name}"
        return found

    def _in_small_parts(self) -> np.ndarray:
        """bool (r,): leaves of a part of a block, connected in itself, that is smaller than the least patch."""
        small = np.zeros(len(self.block), dtype=bool)
        least = self.settings.least_patch
        shapes = self.run.inputs.footprints.geometry
        for block in range(self.occupied, len(shapes)):
            rows = np.flatnonzero(self.block == block)
            part = _parts_of(self.run.atoms.geometry[self.run.leaves.atom[rows]], shapes[block])
            units = np.zeros(int(part.max(initial=0)) + 1, dtype=np.int64)
            np.add.at(units, part, self.run.leaves.units[rows])
            below = np.array([Area.from_units(one, self.run.job.unit) < least for one in units.tolist()], dtype=bool)
            small[rows] = below[part]
        return small


def _parts_of(pieces: np.ndarray, shape: shapely.Geometry) -> np.ndarray:
    """int64 (r,): the part of a polygon of several parts that each piece lies in, 0 where it has one."""
    parts = shapely.get_parts(shape)
    found = np.zeros(len(pieces), dtype=np.int64)
    if len(parts) > 1:
        points = shapely.point_on_surface(pieces)
        piece, part = shapely.STRtree(parts).query(points, predicate="intersects")
        found[piece[::-1]] = part[::-1]
    return found


def slope_levels(run: Occupation) -> np.ndarray:
    """int64 (r,): the slope level (GDPDJB, written 5 or 05) of the parcel under each leaf, 0 where it says none."""
    return values_at(levels_of(run.inputs.survey), run.atoms.parcel[run.leaves.atom], 0)


def levels_of(survey: Columns) -> np.ndarray:
    """int64 (n,): the slope level of each parcel, 0 where it says none."""
    known = slope_levels_known()
    written = by_value(texts(survey, "GDPDJB"), lambda text: int(plain_code(text)) if plain_code(text) in known else 0)
    return written.astype(np.int64)
