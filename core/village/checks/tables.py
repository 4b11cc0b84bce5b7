"""Tables the plan was delivered with: indicators (GHZBB) and structure table (KJGNJGTZB) against what the parcels say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import numpy as np

from ...area import MICRO_MU_PER_HECTARE, MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE, Area
from ...checking.finding import NO_ROW, Finding
from ...checking.survey_table import number_text
from ...rounding import half_up
from ...sentence import sentence, translate
from ...survey.schema import village_of
from ...survey.spelling import normal
from ..areas import UNIT, PlanAreas
from ..indicators import Given, Indicator, count_indicators, indicators_of
from ..profile import PlanRole
from ..sides import line_areas
from ..structure import Structure
from .model import CheckedLayer, CheckedPlan, Frame

TITLES = {
    "plan_indicator_differs": translate("LandLedger", "The plan's table of indicators says something else"),
    "plan_indicator_lacking": translate("LandLedger", "Indicator not in the plan's table"),
    "plan_structure_differs": translate("LandLedger", "The plan's structure table says something else"),
    "plan_structure_row": translate("LandLedger", "Row of the structure table not recognised"),
    "plan_structure_change": translate("LandLedger", "Structure table does not foot"),
}
UNITS = {"公顷": "公顷", "ha": "公顷", "hm2": "公顷", "亩": "亩", "平方米": "平方米", "m2": "平方米", "㎡": "平方米"}
"""How tables write a unit → as indicators have it."""
_TABLE_UNITS = {"ha": MICRO_MU_PER_HECTARE, "mu": MICRO_MU_PER_MU, "m2": MICRO_MU_PER_SQUARE_METRE}
_UNIT_AREAS = {"公顷": MICRO_MU_PER_HECTARE, "亩": MICRO_MU_PER_MU, "平方米": MICRO_MU_PER_SQUARE_METRE}

_INDICATOR = translate("LandLedger", "{title}: counted {mine}, the plan's own table says {theirs} ({unit})")
_LACKING = translate("LandLedger", "The plan's table has no indicator “{title}”.")
_ROW = translate("LandLedger", "{row}: counted {mine}, the table says {theirs} ({unit}).")
_UNKNOWN = translate("LandLedger", "The row “{row}” of the structure table is none of the profile's; it was not compared.")
_CHANGE = translate("LandLedger", "{row}: the change is {change}, target year minus base year is {difference} ({unit}).")


def targets_of(plan: CheckedPlan) -> dict[str, dict[str, int]]:
    """By village code: keys of indicators that are areas → their target in 0.01 m² as the plan's own table says."""
    layer = plan.layers.get(PlanRole.INDICATORS)
    if layer is None or not plan.profile.indicators:
        return {}
    found: dict[str, dict[str, int]] = {}
    indicators = {normal(each.title): each for each in indicators_of(plan.profile)}
    for village, rows in _by_village(plan, layer).items():
        for row in rows.tolist():
            each = indicators.get(normal(layer.table.said("ZBMC", row)))
            target = _number(layer, "GHMBN", row)
            if each is None or target is None:
                continue
            each = _in_unit(layer, row, each)
            if each.unit in _UNIT_AREAS:
                least = half_up(_least(target, each.decimals) * _UNIT_AREAS[each.unit] / UNIT.micro_mu, 0)
                found.setdefault(village, {})[each.key] = int(least)
    return found


def _least(printed: Decimal, decimals: int) -> Decimal:
    """The least area that is printed so: tables round to their decimals; one with more says what it means."""
    if -int(printed.as_tuple().exponent) > decimals:
        return printed
    return printed - Decimal(5).scaleb(-decimals - 1)


def find_table_faults(plan: CheckedPlan, areas: PlanAreas, structure: Structure, frame: Frame) -> list[Finding]:
    """Everything of TITLES."""
    found = [*_indicators(plan, areas, frame)] if plan.profile.indicators else []
    return [*found, *_structure(plan, areas, structure, frame)]


def _by_village(plan: CheckedPlan, layer: CheckedLayer) -> dict[str, np.ndarray]:
    """Rows of a table by village code; all of them where the plan has one village."""
    if len(plan.villages) == 1:
        return {plan.villages[0].code: np.arange(len(layer))}
    codes = np.array([village_of(layer.table.said("XZQDM", row)) for row in range(len(layer))], dtype=object)
    return {village.code: np.flatnonzero(codes == village.code) for village in plan.villages}


def _number(layer: CheckedLayer, field: str, row: int) -> Decimal | None:
    """A number of a table as its shortest decimal."""
    if not layer.table.has(field) or not layer.table.is_number(field):
        return None
    text = number_text(float(layer.table.number(field)[row]))
    return Decimal(text) if text else None


def _in_unit(layer: CheckedLayer, row: int, each: Indicator) -> Indicator:
    """An indicator in the unit that the table states."""
    written = layer.table.said("ZBDW", row).strip()
    return replace(each, unit=UNITS[written.lower()]) if written.lower() in UNITS and each.unit in UNITS.values() else each


def _indicators(plan: CheckedPlan, areas: PlanAreas, frame: Frame) -> Iterator[Finding]:
    layer = plan.layers.get(PlanRole.INDICATORS)
    if layer is None or not len(layer) or not layer.table.has("ZBMC"):
        return
    columns = {role: each.columns.with_geometry(each.valid) for role, each in plan.layers.items()}
    known = indicators_of(plan.profile)
    for number, village in enumerate(plan.villages):
        border = plan.border[number] if plan.border is not None else None
        given = Given(layers=line_areas(columns, border, plan.zone))
        rows = _by_village(plan, layer).get(village.code, np.empty(0, dtype=np.int64)).tolist()
        written = {normal(layer.table.said("ZBMC", row)): row for row in rows}
        one = _one_village(areas, number)
        for each in known:
            row = written.get(normal(each.title))
            if row is None:
                yield from _lacking(each, frame, plan.called(number))
            else:
                yield from _compared(layer, row, _in_unit(layer, row, each), one, given, frame, plan.called(number))


def _one_village(areas: PlanAreas, number: int) -> PlanAreas:
    own = slice(number, number + 1)
    return replace(
        areas, villages=areas.villages[own], base=areas.base[own], plan=areas.plan[own], masters=areas.masters[own],
        drawn=areas.drawn[:, own], notices=(),
    )  # fmt: skip


def _lacking(each: Indicator, frame: Frame, village: str) -> Iterator[Finding]:
    severity = frame.severity_of("plan_indicator_lacking")
    if severity is not None:
        yield Finding(
            "plan_indicator_lacking", severity, NO_ROW, sentence(_LACKING, title=each.title), each.title,
            layer=PlanRole.INDICATORS.value, village=village,
        )  # fmt: skip


def _compared(
    layer: CheckedLayer, row: int, each: Indicator, areas: PlanAreas, given: Given, frame: Frame, village: str
) -> Iterator[Finding]:
    severity = frame.severity_of("plan_indicator_differs")
    kind = each.source.partition(":")[0]
    if severity is None or kind in ("given", "per_head"):
        return
    counted = count_indicators(areas, [each], given)[0]
    for field, mine in (("XZJQN", counted.base), ("GHMBN", counted.plan)):
        theirs = _number(layer, field, row)
        if mine is None or theirs is None or mine == half_up(theirs, each.decimals):
            continue
        text = sentence(_INDICATOR, title=each.title, mine=f"{mine:f}", theirs=f"{theirs:f}", unit=each.unit)
        yield Finding(
            "plan_indicator_differs", severity, row, text, field, facts=(each.title, f"{mine:f}", f"{theirs:f}"),
            layer=PlanRole.INDICATORS.value, village=village,
        )  # fmt: skip


def _structure(plan: CheckedPlan, areas: PlanAreas, structure: Structure, frame: Frame) -> Iterator[Finding]:
    layer = plan.layers.get(PlanRole.STRUCTURE)
    if layer is None or not len(layer):
        return
    unit = frame.rules.get("plan_table_unit").text()
    for number, village in enumerate(plan.villages):
        one = _Table(plan, layer, areas, structure, frame, number, unit)
        for row in _by_village(plan, layer).get(village.code, np.empty(0, dtype=np.int64)).tolist():
            yield from one.compared(row)


def rows_of_heading(structure: Structure, code: str, name: str) -> list[int] | None:
    """The rows of the profile that a row of a delivered table means, by its name (with or without codes in brackets) or its
    code; all for the total; None for one it does not know."""
    wanted = _plain(name)
    if wanted in ("合计", "总计", "村域总面积", "国土总面积"):
        return list(range(len(structure.rows)))
    for row in structure.rows:
        for heading in row.path:
            if wanted and wanted in (normal(heading), _plain(heading)):
                return structure.members(heading)
    numbers = [number for number, row in enumerate(structure.rows) if code and row.key == code]
    return numbers or None


def _plain(heading: str) -> str:
    """A heading without what stands in brackets."""
    return normal(heading.partition("（")[0].partition("(")[0])


class _Table:
    """The structure table of one village."""

    def __init__(
        self, plan: CheckedPlan, layer: CheckedLayer, areas: PlanAreas, structure: Structure, frame: Frame, number: int, unit: str
    ) -> None:
        self.layer, self.areas, self.structure, self.frame = layer, areas, structure, frame
        self.number, self.unit, self.village = number, unit, plan.called(number)

    def compared(self, row: int) -> Iterator[Finding]:
        """What is wrong with a row."""
        name, code = (self.layer.table.said(field, row) for field in ("YDLXMC", "YDLXBM"))
        yield from self._footing(row, name or code)
        rows = rows_of_heading(self.structure, code, name)
        if rows is None:
            yield from self._finding("plan_structure_row", row, "YDLXMC", _UNKNOWN, (name, code), row=name or code or "—")
            return
        for field, side in (("JQXZNMJ", self.areas.base), ("GHMBNMJ", self.areas.plan)):
            theirs = _number(self.layer, field, row)
            if theirs is None:
                continue
            mine = self._printed(int(side[self.number, rows].sum()), -int(theirs.as_tuple().exponent))
            if abs(mine - theirs) > self._tolerance():
                places = {"row": name or code, "mine": f"{mine:f}", "theirs": f"{theirs:f}", "unit": self._said_unit()}
                yield from self._finding("plan_structure_differs", row, field, _ROW, (f"{mine:f}", f"{theirs:f}"), **places)

    def _footing(self, row: int, name: str) -> Iterator[Finding]:
        base, plan, change = (_number(self.layer, field, row) for field in ("JQXZNMJ", "GHMBNMJ", "GHQNMJZJ"))
        if base is None or plan is None or change is None or abs(change - (plan - base)) <= self._tolerance():
            return
        places = {"row": name, "change": f"{change:f}", "difference": f"{plan - base:f}", "unit": self._said_unit()}
        yield from self._finding("plan_structure_change", row, "GHQNMJZJ", _CHANGE, (f"{change:f}", f"{plan - base:f}"), **places)

    def _printed(self, units: int, decimals: int) -> Decimal:
        area = Area.from_units(units, UNIT)
        most = max(2, decimals)
        return half_up(Decimal(area.micro_mu) / _TABLE_UNITS[self.unit], most)

    def _tolerance(self) -> Decimal:
        """Half a unit of the last place that tables print, twice."""
        return self.frame.rules.number("plan_table_tolerance")

    def _said_unit(self) -> str:
        return {"ha": "公顷", "mu": "亩", "m2": "平方米"}[self.unit]

    def _finding(self, check: str, at: int, field: str, text: str, facts: tuple[str, ...], **places: object) -> Iterator[Finding]:
        severity = self.frame.severity_of(check)
        if severity is not None:
            yield Finding(
                check, severity, at, sentence(text, **places), field, facts=facts, layer=PlanRole.STRUCTURE.value,
                village=self.village,
            )  # fmt: skip

