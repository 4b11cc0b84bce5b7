"""Areas and indicators 指标: sums (R1), construction land (R2), cultivated land (R5), flexible land (R10), other indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ...area import Area
from ...checking.finding import NO_ROW, Finding
from ...checking.marks import said_number
from ...sentence import sentence, translate
from ..areas import UNIT, PlanAreas, Side, plan_areas
from ..indicators import BINDING, Indicator, indicators_of
from ..profile import PlanRole
from ..sides import AREA_FIELD
from ..structure import Structure, town_of_kinds, town_of_marks
from .ground import inside
from .lines import LineJob, built_headings, listed
from .model import CheckedPlan, Frame

TITLES = {
    "plan_area_missing": translate("LandLedger", "Parcel without an area"),
    "plan_parcel_area": translate("LandLedger", "Registered and measured area differ"),
    "plan_village_unknown": translate("LandLedger", "Parcel of no village"),
    "plan_area_balance": translate("LandLedger", "Base year and plan differ in area"),
    "plan_area_registered": translate("LandLedger", "Parcels differ from the area of the village"),
    "plan_built_grows": translate("LandLedger", "Construction land grows"),
    "plan_built_quota": translate("LandLedger", "Construction land beyond the quota"),
    "plan_cultivated_target": translate("LandLedger", "Cultivated land below the target"),
    "plan_cultivated_reduced": translate("LandLedger", "Cultivated land shrinks"),
    "plan_indicator_not_kept": translate("LandLedger", "Binding indicator not kept"),
    "plan_reserved_share": translate("LandLedger", "Too much flexible and reserved land"),
}
RESERVED_CLASS, FLEXIBLE_KIND = "16", "T"
CULTIVATED_ROW = "01"

_MISSING = translate("LandLedger", "The registered area is {area} m².")
_DIFFERS = translate("LandLedger", "Registered {registered} m², measured {measured} m² ({difference} m²).")
_NOWHERE = translate("LandLedger", "The parcel belongs to no village of the plan; it is not counted.")
_BALANCE = translate("LandLedger", "The parcels of the base year make up {base} m², those of the plan {plan} m² ({difference} m²).")
_REGISTERED = translate("LandLedger", "The parcels of “{title}” make up {drawn} m², the village has {registered} m² ({difference} m²).")
_GROWS = translate("LandLedger", "{heading}: {base} m² in the base year, {plan} m² in the target year ({difference} m²).")
_QUOTA = translate("LandLedger", "{heading}: {plan} m² in the target year, {quota} m² are admitted ({difference} m²).")
_TARGET = translate("LandLedger", "Cultivated land: {plan} m² in the target year, {target} m² are demanded ({difference} m²).")
_REDUCED = translate("LandLedger", "Cultivated land: {base} m² in the base year, {plan} m² in the target year ({difference} m²).")
_SHARE = translate(
    "LandLedger", "{area} m² of flexible and reserved land are {percent} % of {built} m² of construction land; {most} % are admitted."
)


def find_parcel_area_faults(plan: CheckedPlan, frame: Frame) -> Iterator[Finding]:
    """Parcels without an area, with one that is not that of their shape, or of no village."""
    for role in (PlanRole.BASE, PlanRole.PLAN):
        if role in plan.layers and len(plan.layers[role]):
            yield from _missing(plan, role, frame)
            yield from _differing(plan, role, frame)
            yield from _nowhere(plan, role, frame)


def _missing(plan: CheckedPlan, role: PlanRole, frame: Frame) -> Iterator[Finding]:
    severity, layer, field = frame.severity_of("plan_area_missing"), plan.layers[role], AREA_FIELD[role]
    if severity is None:
        return
    given = layer.table.number(field)
    for row in np.flatnonzero(given <= 0).tolist():
        said = layer.table.said(field, row)
        yield Finding("plan_area_missing", severity, row, sentence(_MISSING, area=said), field, facts=(said,), layer=role.value)


def _differing(plan: CheckedPlan, role: PlanRole, frame: Frame) -> Iterator[Finding]:
    severity, field = frame.severity_of("plan_parcel_area"), AREA_FIELD[role]
    if severity is None:
        return
    given, measured = plan.layers[role].table.number(field), plan.measured(role)
    apart = np.abs(given - measured)
    least = float(frame.rules.number("plan_parcel_area_m2"))
    share = float(frame.rules.number("plan_parcel_area_permille")) / 1000
    with np.errstate(invalid="ignore"):
        rows = np.flatnonzero((apart > least) & (apart > share * given) & (given > 0) & (measured > 0))
    for row in rows.tolist():
        facts = said_number(given[row], 2), said_number(measured[row], 2)
        difference = Decimal(facts[0]) - Decimal(facts[1])
        text = sentence(_DIFFERS, registered=facts[0], measured=facts[1], difference=f"{difference:+f}")
        yield Finding("plan_parcel_area", severity, row, text, field, facts=facts, layer=role.value)


def _nowhere(plan: CheckedPlan, role: PlanRole, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_village_unknown")
    if severity is not None:
        for row in np.flatnonzero(plan.village_rows(role) < 0).tolist():
            yield Finding("plan_village_unknown", severity, row, sentence(_NOWHERE), layer=role.value)


def count_areas(plan: CheckedPlan, structure: Structure, frame: Frame) -> PlanAreas | None:
    """Areas of both years by village and row, the registered area of the village shared out; None without both layers."""
    if not plan.has_parcels(PlanRole.BASE, PlanRole.PLAN):
        return None
    sides = [_side(plan, role) for role in (PlanRole.BASE, PlanRole.PLAN)]
    if not all(len(side.area) for side in sides):
        return None
    tolerance = frame.rules.number("plan_area_tolerance_m2")
    return plan_areas(sides[0], sides[1], plan.villages, structure, plan.classes, tolerance)


def _side(plan: CheckedPlan, role: PlanRole) -> Side:
    columns, own = plan.layers[role].columns, plan.village_rows(role)
    known = np.flatnonzero(own >= 0)
    marks, kinds = columns.attributes.get("CZCSXM"), columns.attributes.get("SSBJLX")
    town = town_of_marks(marks, len(columns)) if role is PlanRole.BASE else town_of_kinds(kinds, len(columns))
    codes = np.array([village.code for village in plan.villages], dtype=object)[own[known]]
    area = plan.registered(role)[known] / 100.0
    return Side(columns.name, columns.ids[known], plan.codes(role)[known], town[known], area, codes)


def find_area_faults(
    plan: CheckedPlan, areas: PlanAreas, frame: Frame, delivered: Mapping[str, Mapping[str, int]]
) -> list[Finding]:
    """R1, R2, R5, R10 and the other binding indicators, village by village. `delivered`: by village code, indicators of the
    plan's own table by key with their target in 0.01 m²."""
    found: list[Finding] = []
    indicators = indicators_of(plan.profile) if plan.profile.indicators else ()
    for number, village in enumerate(plan.villages):
        one = _Village(plan, areas, frame, number)
        found += [*one.sums(), *one.construction(indicators)]
        found += [*one.cultivated(delivered.get(village.code, {}).get("CULTIVATED")), *one.others(indicators)]
    return [*found, *_reserved(plan, areas, frame)]


def asked_of(wishes: Mapping[str, int], code: str, name: str) -> int | None:
    """What is asked of a village, by its code or name."""
    return wishes.get(code, wishes.get(name)) if code or name else None


@dataclass(frozen=True)
class _Village:
    """One village of a plan."""

    plan: CheckedPlan
    areas: PlanAreas
    frame: Frame
    number: int

    def units(self, side: np.ndarray, rows: Sequence[int]) -> int:
        return int(side[self.number, list(rows)].sum())

    @property
    def tolerance(self) -> int:
        """0.01 m² by which an area may miss what is asked of it: what sharing out moves."""
        return int(self.frame.rules.number("plan_indicator_tolerance_m2") * 100)

    def finding(self, check: str, text: str, field: str, facts: Sequence[int | str], **places: object) -> Iterator[Finding]:
        severity = self.frame.severity_of(check)
        if severity is not None:
            yield Finding(
                check, severity, NO_ROW, sentence(text, **places), field, facts=tuple(str(fact) for fact in facts),
                layer=PlanRole.PLAN.value, village=self.plan.called(self.number),
            )  # fmt: skip

    def sums(self) -> Iterator[Finding]:
        """R1."""
        base, plan = (int(side[self.number]) for side in self.areas.drawn)
        most = int(self.frame.rules.number("plan_area_tolerance_m2") * 100)
        if abs(base - plan) > most:
            places = {"base": said_units(base), "plan": said_units(plan), "difference": said_units(plan - base, True)}
            yield from self.finding("plan_area_balance", _BALANCE, "GHDLMJ", (base, plan), **places)
        registered = self.plan.villages[self.number].registered
        if registered is None:
            return
        for role, drawn in ((PlanRole.BASE, base), (PlanRole.PLAN, plan)):
            if abs(drawn - registered) > most:
                places = {
                    "title": self.plan.layers[role].title, "drawn": said_units(drawn), "registered": said_units(registered),
                    "difference": said_units(drawn - registered, True),
                }  # fmt: skip
                yield from self.finding("plan_area_registered", _REGISTERED, AREA_FIELD[role], (drawn, registered), **places)

    def construction(self, indicators: Sequence[Indicator]) -> Iterator[Finding]:
        """R2: by the quota where there is one, else not more than in the base year."""
        village, wishes = self.plan.villages[self.number], self.frame.wishes.built
        headings = built_headings(self.areas.structure)
        quota = asked_of(wishes, village.code, village.name)
        if quota is not None and headings:
            planned = self.units(self.areas.plan, self.areas.structure.members(headings[-1]))
            if planned > quota + self.tolerance:
                places = {"plan": said_units(planned), "quota": said_units(quota), "difference": said_units(planned - quota, True)}
                yield from self.finding("plan_built_quota", _QUOTA, headings[-1], (planned, quota), heading=headings[-1], **places)
        if quota is not None or "" in wishes:
            return
        limited = [each.source.partition(":")[2] for each in indicators if each.direction == "not_more"]
        for heading in dict.fromkeys([*(each for each in limited if each in headings), *headings[-1:]]):
            rows = self.areas.structure.members(heading)
            base, plan = self.units(self.areas.base, rows), self.units(self.areas.plan, rows)
            if plan > base + self.tolerance:
                yield from self._changed("plan_built_grows", _GROWS, heading, base, plan)

    def _changed(self, check: str, text: str, heading: str, base: int, plan: int) -> Iterator[Finding]:
        places = {"base": said_units(base), "plan": said_units(plan), "difference": said_units(plan - base, True)}
        yield from self.finding(check, text, heading, (base, plan), heading=heading, **places)

    def cultivated(self, delivered: int | None) -> Iterator[Finding]:
        """R5: the target asked for, else that of the plan's own table, else not less than in the base year."""
        rows = [number for number, row in enumerate(self.areas.structure.rows) if row.key == CULTIVATED_ROW]
        village, wishes = self.plan.villages[self.number], self.frame.wishes.cultivated
        base, plan = self.units(self.areas.base, rows), self.units(self.areas.plan, rows)
        target = asked_of(wishes, village.code, village.name)
        if target is None and "" in wishes:
            return
        target = delivered if target is None else target
        if target is None:
            if rows and plan < base - self.tolerance:
                yield from self._changed("plan_cultivated_reduced", _REDUCED, CULTIVATED_ROW, base, plan)
        elif plan < target - self.tolerance:
            places = {"plan": said_units(plan), "target": said_units(target), "difference": said_units(plan - target, True)}
            yield from self.finding("plan_cultivated_target", _TARGET, CULTIVATED_ROW, (plan, target), **places)

    def others(self, indicators: Sequence[Indicator]) -> Iterator[Finding]:
        """Binding indicators of rows that no other check judges."""
        for each in indicators:
            kind, _, what = each.source.partition(":")
            if each.attribute != BINDING or each.direction != "not_less" or kind != "row" or what == CULTIVATED_ROW:
                continue
            rows = [self.areas.structure.place(what)]
            base, plan = self.units(self.areas.base, rows), self.units(self.areas.plan, rows)
            if plan < base - self.tolerance:
                yield from self._changed("plan_indicator_not_kept", _GROWS, each.title, base, plan)


def _reserved(plan: CheckedPlan, areas: PlanAreas, frame: Frame) -> Iterator[Finding]:
    """R10: class 16, kind T and zone 0302 against all construction land."""
    headings = built_headings(areas.structure)
    severity = frame.severity_of("plan_reserved_share")
    if severity is None or not headings:
        return
    job = LineJob(plan, areas.structure, frame)
    flexible = _flexible_units(job)
    own, most = plan.village_rows(PlanRole.PLAN), frame.rules.number("plan_reserved_percent")
    for number in range(len(plan.villages)):
        one = _Village(plan, areas, frame, number)
        area = int(flexible[own == number].sum())
        built = one.units(areas.plan, areas.structure.members(headings[0]))
        if area * 100 > most * built:
            percent = said_number(100 * area / built, 2) if built else "—"
            places = {"area": said_units(area), "built": said_units(built), "percent": percent, "most": most}
            yield from one.finding("plan_reserved_share", _SHARE, "", (area, built), **places)


def _flexible_units(job: LineJob) -> np.ndarray:
    """int64 (n,): 0.01 m² of each parcel of the plan that is flexible or reserved."""
    registered = job.plan.registered(PlanRole.PLAN)
    kinds = job.plan.layers[PlanRole.PLAN].table.text("SSBJLX").isin({FLEXIBLE_KIND})
    marked = job.where_code((RESERVED_CLASS,)) | kinds
    units = np.where(marked, registered, 0)
    if PlanRole.CONTROL in job.plan.layers:
        zones = job.zones(*listed(job.frame, "plan_flexible_zones"))
        pieces = inside(job.parcels, np.flatnonzero(~marked), zones)
        units[pieces.row] = job.units(pieces)
    return units


def find_total_faults(counted: Sequence[tuple[CheckedPlan, PlanAreas]], frame: Frame) -> Iterator[Finding]:
    """Quota and target that are asked of all villages together."""
    quota, target = frame.wishes.built.get(""), frame.wishes.cultivated.get("")
    headings = built_headings(counted[0][1].structure) if counted else ()
    built = sum(int(areas.plan[:, areas.structure.members(headings[-1])].sum()) for _, areas in counted) if headings else 0
    if quota is not None and headings and built > quota:
        places = {"plan": said_units(built), "quota": said_units(quota), "difference": said_units(built - quota, True)}
        yield from _total(frame, "plan_built_quota", _QUOTA, headings[-1], (built, quota), heading=headings[-1], **places)
    cultivated = sum(
        int(areas.plan[:, [number for number, row in enumerate(areas.structure.rows) if row.key == CULTIVATED_ROW]].sum())
        for _, areas in counted
    )
    if target is not None and counted and cultivated < target:
        places = {"plan": said_units(cultivated), "target": said_units(target), "difference": said_units(cultivated - target, True)}
        yield from _total(frame, "plan_cultivated_target", _TARGET, CULTIVATED_ROW, (cultivated, target), **places)


def _total(frame: Frame, check: str, text: str, field: str, facts: Sequence[int], **places: object) -> Iterator[Finding]:
    severity = frame.severity_of(check)
    if severity is not None:
        yield Finding(check, severity, NO_ROW, sentence(text, **places), field, facts=tuple(str(fact) for fact in facts))


def said_units(units: int, signed: bool = False) -> str:
    """0.01 m² as m²; with its sign where it is a difference."""
    metres = Area.from_units(units, UNIT).square_metres()
    return f"{metres:+f}" if signed else f"{metres:f}"
