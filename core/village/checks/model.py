"""What a check of village plans reads: the layers of one place by role, with the fields as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import shapely

from ...area import Area
from ...checking.finding import Finding, Severity
from ...checking.survey_table import SurveyTable, units_of
from ...columns import Columns
from ...ellipsoid import GaussZone, ellipsoid_areas
from ...errors import InputError
from ...rounding import divide_half_up
from ...rules import Rules
from ...sentence import Sentence, translate
from ...survey.classes import CodeTable
from ...survey.repair import repair
from ..areas import UNIT, VillageOf
from ..profile import PlanGeometry, PlanLayer, PlanProfile, PlanRole
from ..sides import AREA_FIELD, CODE_FIELD, villages_in, villages_of_border

SeverityOf = Callable[[str], "Severity | None"]


@dataclass(frozen=True)
class CheckedLayer:
    """A layer of the plan: `declared` as the profile has it; `columns` by standard field, shapes as drawn (points of
    facilities, None in tables); `kinds` text, integer or number of each field as the layer has it."""

    declared: PlanLayer
    columns: Columns
    kinds: Mapping[str, str]

    @property
    def role(self) -> PlanRole:
        """What the layer is in the plan."""
        return self.declared.role

    @property
    def name(self) -> str:
        """Its standard name, whatever the file is called (GHDLTB)."""
        return self.declared.names[0]

    @property
    def title(self) -> str:
        """What people call it."""
        return self.declared.title

    def __len__(self) -> int:
        return len(self.columns)

    @cached_property
    def table(self) -> SurveyTable:
        """Its attributes, distinct texts looked at once."""
        return SurveyTable(self.columns, _NO_CLASSES)

    @cached_property
    def valid(self) -> np.ndarray:
        """object (n,): its polygons made valid, None where that can't be; the points of facilities as they are."""
        if self.declared.geometry is not PlanGeometry.POLYGON:
            return self.columns.geometry
        return repair(self.columns, drop=False).columns.geometry


_NO_CLASSES = CodeTable("", {}, {})


@dataclass(frozen=True)
class CheckedPlan:
    """The plan of one place. `classes` is the table it is coded in, `doubt` what speaks against it; `survey` the land survey
    (BSM, DLBM) to hold the base year against, if given."""

    name: str
    profile: PlanProfile
    layers: Mapping[PlanRole, CheckedLayer]
    classes: CodeTable
    zone: GaussZone
    doubt: Sentence | None = None
    survey: Columns | None = None

    def columns(self, role: PlanRole) -> Columns | None:
        """The rows of a layer, None where the plan has none."""
        return self.layers[role].columns if role in self.layers else None

    @cached_property
    def villages(self) -> list[VillageOf]:
        """The villages of the border by code, else those that the parcels' codes name; at least one."""
        found = [village for village in villages_of_border(self.columns(PlanRole.VILLAGE)) if village.code]
        if found:
            return found
        for role in (PlanRole.BASE, PlanRole.PLAN):
            columns = self.columns(role)
            codes = sorted({str(code) for code in villages_in(columns).tolist() if code}) if columns is not None else []
            if codes:
                return [VillageOf(code, "") for code in codes]
        return [VillageOf("", self.name)]

    @cached_property
    def border(self) -> np.ndarray | None:
        """object (villages,): the ground of each village, None where the plan has no border."""
        if PlanRole.VILLAGE not in self.layers or not len(self.layers[PlanRole.VILLAGE]):
            return None
        layer = self.layers[PlanRole.VILLAGE]
        codes = villages_in(layer.columns)
        shapes = np.full(len(self.villages), None, dtype=object)
        for number, village in enumerate(self.villages):
            rows = codes == village.code if len(self.villages) > 1 else np.ones(len(layer), dtype=bool)
            own = layer.valid[rows & ~shapely.is_missing(layer.valid)]
            shapes[number] = shapely.union_all(own) if len(own) else None
        return shapes

    def called(self, number: int) -> str:
        """What people call a village of the plan."""
        village = self.villages[number]
        return village.name or village.code or self.name

    def village_rows(self, role: PlanRole) -> np.ndarray:
        """int64 (n,): the village of each feature of a layer: by code, else by place; −1 for none."""
        if role not in self._village_rows:
            self._village_rows[role] = self._find_villages(self.layers[role])
        return self._village_rows[role]

    @cached_property
    def _village_rows(self) -> dict[PlanRole, np.ndarray]:
        return {}

    def _find_villages(self, layer: CheckedLayer) -> np.ndarray:
        if len(self.villages) == 1:
            return np.zeros(len(layer), dtype=np.int64)
        known = {village.code: number for number, village in enumerate(self.villages)}
        found = np.array([known.get(str(code), -1) for code in villages_in(layer.columns).tolist()], dtype=np.int64)
        lost = np.flatnonzero((found < 0) & ~shapely.is_missing(layer.valid) & ~shapely.is_empty(layer.valid))
        if self.border is not None and len(lost):
            found[lost] = self.villages_at(shapely.point_on_surface(layer.valid[lost]))
        return found

    def villages_at(self, points: np.ndarray) -> np.ndarray:
        """int64 (n,): the village that each point lies in, −1 for none; the only one where there is one."""
        if len(self.villages) == 1:
            return np.zeros(len(points), dtype=np.int64)
        found = np.full(len(points), -1, dtype=np.int64)
        if self.border is not None:
            point, village = shapely.STRtree(self.border).query(points, predicate="intersects")
            found[point[::-1]] = village[::-1]
        return found

    def registered(self, role: PlanRole) -> np.ndarray:
        """int64 (n,): the area of each parcel in 0.01 m² as registered, as measured where there is none."""
        layer = self.layers[role]
        given = layer.table.number(AREA_FIELD[role])
        units = units_of(given)
        lacking = ~(given > 0)
        return np.where(lacking, units_of(self.measured(role)), units) if lacking.any() else units

    def measured(self, role: PlanRole) -> np.ndarray:
        """float64 (n,): m² of each parcel on the ellipsoid, 0 without a shape."""
        if role not in self._measured:
            self._measured[role] = np.nan_to_num(ellipsoid_areas(self.layers[role].valid, self.zone))
        return self._measured[role]

    @cached_property
    def _measured(self) -> dict[PlanRole, np.ndarray]:
        return {}

    def codes(self, role: PlanRole) -> np.ndarray:
        """object (n,): the class codes of base year or plan, '' for none."""
        text = self.layers[role].table.text(CODE_FIELD[role])
        return np.array(text.values, dtype=object)[text.place] if len(text) else np.empty(0, dtype=object)

    def has_parcels(self, *roles: PlanRole) -> bool:
        """Whether these layers are there with features and a class field."""
        return all(
            role in self.layers and len(self.layers[role]) and self.layers[role].table.has(CODE_FIELD[role]) for role in roles
        )


@dataclass(frozen=True)
class PlanWishes:
    """What is asked of the plan beside its rules, in 0.01 m² by village (code or name; '' for all of them together)."""

    built: Mapping[str, int] = field(default_factory=dict)
    cultivated: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """What every check is told: the rules in force and how severe a check is."""

    rules: Rules
    severity_of: SeverityOf
    wishes: PlanWishes = field(default_factory=PlanWishes)


def of_layer(findings: Sequence[Finding], role: PlanRole) -> list[Finding]:
    """The findings, their rows being those of a layer."""
    return [replace(found, layer=role.value) for found in findings]


def parse_wishes(text: str, parameter: str) -> dict[str, int]:
    """Areas in hectares by village, `12.5` for all together or `甲村=3.2;379901101202=4`, in 0.01 m².

    InputError naming the parameter for what is no area.
    """
    found: dict[str, int] = {}
    for part in (piece.strip() for piece in text.replace("；", ";").replace("\n", ";").split(";")):
        if not part:
            continue
        village, _, amount = part.replace("＝", "=").rpartition("=")
        try:
            area = Area.from_hectares(amount.strip())
        except InputError:
            area = Area(-1)
        if area.micro_mu < 0 or village.strip() in found:
            template = translate("LandLedger", "{parameter}: “{value}” is no area in hectares, as in 12.5 or 甲村=3.2;乙村=4.")
            raise InputError(template, parameter=parameter, value=part)
        found[village.strip()] = divide_half_up(area.micro_mu, UNIT.micro_mu)
    return found


def require_known(wishes: PlanWishes, plans: Sequence[CheckedPlan]) -> None:
    """InputError for an area asked of a village that no plan has."""
    known = {name for plan in plans for village in plan.villages for name in (village.code, village.name) if name}
    for village in (*wishes.built, *wishes.cultivated):
        if village and village not in known:
            template = translate("LandLedger", "No village of the plans is called {village}; there are {villages}.")
            raise InputError(template, village=village, villages="、".join(sorted(known)) or "—")
