"""A matching as three tables without shapes: projects, draws, lots. The table of projects can be given back as a table of
projects (`table_rows.demand_rows`) and is read without loss: areas are mu with six decimals, which is exact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...occupation.pieces import FieldKind, PieceField
from ...sentence import translate
from ...summary.result_rows import ResultField
from ...survey.schema import GradeSystem, worst_grade
from ...workbook import DisplayUnit
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from .layer import PROJECT_FIELDS, kilogram_field, mu_field, text_field
from .model import Draw, Matching, Settlement, Why
from .words import LOT_KINDS, REGIMES, SYSTEMS, TYPES, grades_said

GRADES = range(1, worst_grade(GradeSystem.NATIONAL15) + 1)
USABLE = "usable"
"""The state of a lot that may be drawn; those of others are the values of `Why`."""


def _three(name: str, quantity: str, paddy: str, capacity: str) -> tuple[PieceField, ...]:
    return mu_field(f"{name}_Q", quantity), mu_field(f"{name}_W", paddy), kilogram_field(f"{name}_P", capacity)


def _flag(name: str, alias: str) -> PieceField:
    return PieceField(name, FieldKind.INTEGER, 2, 0, alias)


_SHARED = {each.name: each for each in PROJECT_FIELDS}
_COUNTY = text_field("COUNTY", 60, translate("LandLedger", "County"))

PROJECT_TABLE_FIELDS: tuple[PieceField, ...] = (
    *(_SHARED[name] for name in ("PROJECT", "NAME", "REGION")),
    _COUNTY,
    _SHARED["KIND"],
    text_field("EFFECTIVE", 10, translate("LandLedger", "Effective date")),
    *(each for name, each in _SHARED.items() if name == "REGIME" or name == "WAY" or name[-2:] in ("_Q", "_W", "_P")),
    *_three(
        "PROMISED",
        translate("LandLedger", "Promised, quantity (mu)"),
        translate("LandLedger", "Promised, paddy (mu)"),
        translate("LandLedger", "Promised, capacity (kg)"),
    ),
    *_three(
        "DIFF",
        translate("LandLedger", "Drawn less occupied, quantity (mu)"),
        translate("LandLedger", "Drawn less occupied, paddy (mu)"),
        translate("LandLedger", "Drawn less occupied, capacity (kg)"),
    ),
    mu_field("BEYOND", translate("LandLedger", "Beyond the yearly ceiling (mu)")),
    mu_field("ADJUSTABLE", translate("LandLedger", "Of which adjustable classes (mu)")),
    mu_field("UNLAWFUL", translate("LandLedger", "Of which built on without approval (mu)")),
    *(mu_field(f"M{grade}", f"{grade}等") for grade in GRADES),
    text_field("GRADES", 254, translate("LandLedger", "Grades between two (mu)")),
    text_field("AREA_UNIT", 10, translate("LandLedger", "Unit of area")),
    _SHARED["LOTS"],
    text_field("NOTE", 254, translate("LandLedger", "Note")),
)

DRAW_FIELDS: tuple[PieceField, ...] = (
    _SHARED["PROJECT"],
    text_field("LOT", 80, translate("LandLedger", "Reserve lot")),
    *(_SHARED[f"DRAWN_{key}"] for key in "QWP"),
    _flag("PROMISED", translate("LandLedger", "As a promise")),
    _flag("PINNED", translate("LandLedger", "Pinned")),
    _flag("OTHER", translate("LandLedger", "Of another county")),
)

LOT_FIELDS: tuple[PieceField, ...] = (
    text_field("LOT", 80, translate("LandLedger", "Reserve lot")),
    text_field("NAME", 254, translate("LandLedger", "Name of the lot")),
    text_field("REGION", 12, translate("LandLedger", "County code")),
    _COUNTY,
    text_field("KIND", 20, translate("LandLedger", "Kind of lot")),
    PieceField("GRADE", FieldKind.NUMBER, 6, 2, translate("LandLedger", "Grade of farmland")),
    text_field("SYSTEM", 30, translate("LandLedger", "Grade system")),
    text_field("ENTERED", 10, translate("LandLedger", "Entered on")),
    text_field("VALID_TO", 10, translate("LandLedger", "Valid until")),
    *_three(
        "ORIGINAL",
        translate("LandLedger", "Original, quantity (mu)"),
        translate("LandLedger", "Original, paddy (mu)"),
        translate("LandLedger", "Original, capacity (kg)"),
    ),
    *_three(
        "USED",
        translate("LandLedger", "Used before, quantity (mu)"),
        translate("LandLedger", "Used before, paddy (mu)"),
        translate("LandLedger", "Used before, capacity (kg)"),
    ),
    *_three(
        "FROZEN",
        translate("LandLedger", "Frozen before, quantity (mu)"),
        translate("LandLedger", "Frozen before, paddy (mu)"),
        translate("LandLedger", "Frozen before, capacity (kg)"),
    ),
    *_three(
        "BEFORE",
        translate("LandLedger", "Remaining before, quantity (mu)"),
        translate("LandLedger", "Remaining before, paddy (mu)"),
        translate("LandLedger", "Remaining before, capacity (kg)"),
    ),
    *(_SHARED[f"DRAWN_{key}"] for key in "QWP"),
    *_three(
        "AFTER",
        translate("LandLedger", "Remaining, quantity (mu)"),
        translate("LandLedger", "Remaining, paddy (mu)"),
        translate("LandLedger", "Remaining, capacity (kg)"),
    ),
    text_field("STATE", 20, translate("LandLedger", "State of the lot")),
    text_field("REASON", 100, translate("LandLedger", "Why it is not drawn")),
)
"""What is booked for the projects of the run counts as free before, and is drawn in it; DRAWN holds promises, too."""


@dataclass
class _Rows:
    """Rows of a table, field by field."""

    fields: Sequence[PieceField]
    values: dict[str, list[object]] = field(default_factory=dict)

    def add(self, **cells: object) -> None:
        """A row; what is not given is empty."""
        for each in self.fields:
            self.values.setdefault(each.name, []).append(cells.get(each.name))

    def columns(self) -> dict[str, np.ndarray]:
        """Field name → array (n,): text objects, int64, float64 with NaN for nothing."""
        kinds = {FieldKind.TEXT: object, FieldKind.INTEGER: np.int64, FieldKind.NUMBER: np.float64}
        return {each.name: np.array(self.values.get(each.name, []), dtype=kinds[each.kind]) for each in self.fields}


def project_rows(matching: Matching, county: Callable[[str], str] = str) -> dict[str, np.ndarray]:
    """The columns of PROJECT_TABLE_FIELDS, one row a project; `county` names a code."""
    lots: dict[str, list[str]] = {}
    for draw in matching.draws:
        lots.setdefault(draw.project, []).append(draw.lot)
    rows = _Rows(PROJECT_TABLE_FIELDS)
    for each in matching.settlements:
        demand = each.demand
        rows.add(
            PROJECT=demand.code,
            NAME=demand.name,
            REGION=demand.region,
            COUNTY=county(demand.region),
            KIND=TYPES[demand.kind],
            EFFECTIVE=None if demand.effective is None else demand.effective.isoformat(),
            REGIME=REGIMES[each.regime],
            WAY=each.outcome.value,
            **_amounts("NEED", demand.need),
            **_amounts("DRAWN", each.drawn),
            **_amounts("SHORT", each.short),
            **_amounts("PROMISED", each.promised),
            **_amounts("DIFF", each.difference),
            BEYOND=None if each.beyond is None else _mu(each.beyond.micro_mu),
            ADJUSTABLE=_mu(demand.adjustable.micro_mu),
            UNLAWFUL=_mu(demand.unlawful.micro_mu),
            **_by_grade(each),
            AREA_UNIT=DisplayUnit.MU.label,
            LOTS="、".join(lots.get(demand.code, [])),
            NOTE=demand.note or None,
        )
    return rows.columns()


def _by_grade(each: Settlement) -> dict[str, object]:
    """Areas by grade: whole grades in their columns, grades between two in words."""
    whole = {grade: area for grade, area in each.demand.by_grade.items() if grade == int(grade)}
    between = {grade: area for grade, area in each.demand.by_grade.items() if grade not in whole}
    cells: dict[str, object] = {f"M{int(grade)}": _mu(area.micro_mu) for grade, area in whole.items()}
    return {**cells, "GRADES": grades_said(between) or None}


def draw_rows(matching: Matching) -> dict[str, np.ndarray]:
    """The columns of DRAW_FIELDS, one row for each project and lot (promised amounts on their own)."""
    rows = _Rows(DRAW_FIELDS)
    for draw in matching.draws:
        rows.add(
            PROJECT=draw.project,
            LOT=draw.lot,
            **_amounts("DRAWN", draw.amounts),
            PROMISED=int(draw.promised),
            PINNED=int(draw.pinned),
            OTHER=int(draw.other_county),
        )
    return rows.columns()


def lot_table_rows(
    matching: Matching, county: Callable[[str], str] = str, say: Callable[[str], str] = str
) -> dict[str, np.ndarray]:
    """The columns of LOT_FIELDS, one row a lot of the reserve; `say` translates why a lot is not drawn."""
    drawn: dict[str, Indicators] = {}
    for draw in matching.draws:
        drawn[draw.lot] = drawn.get(draw.lot, NOTHING).plus(draw.amounts)
    rows = _Rows(LOT_FIELDS)
    for key, lot in matching.lots.items():
        why = matching.unusable.get(key)
        taken = drawn.get(key, NOTHING)
        rows.add(
            LOT=key,
            **_described(lot, county),
            **_amounts("ORIGINAL", lot.original.plus(lot.moved_in).minus(lot.moved_out).minus(lot.written_off)),
            **_amounts("USED", lot.used),
            **_amounts("FROZEN", lot.frozen),
            **_amounts("BEFORE", lot.remaining),
            **_amounts("DRAWN", taken),
            **_amounts("AFTER", lot.remaining.minus(taken)),
            STATE=USABLE if why is None else _state(why),
            REASON=None if why is None else say(why.label),
        )
    return rows.columns()


def _described(lot: Lot, county: Callable[[str], str]) -> dict[str, object]:
    return {
        "NAME": lot.name,
        "REGION": lot.region,
        "COUNTY": county(lot.region),
        "KIND": LOT_KINDS.get(lot.kind, lot.kind),
        "GRADE": None if lot.grade is None else float(lot.grade),
        "SYSTEM": SYSTEMS[lot.system],
        "ENTERED": None if lot.entered is None else lot.entered.isoformat(),
        "VALID_TO": None if lot.valid_to is None else lot.valid_to.isoformat(),
    }


def _state(why: Why) -> str:
    return why.value.replace(" ", "_")


def matching_mark(matching: Matching) -> str:
    """What tells one matching from another: a hash of projects, needs and draws, in the order of their codes."""
    lines = [f"{each.demand.code}\t{each.outcome.value}\t{_numbers(each.needed)}" for each in matching.settlements]
    lines += [f"{_place(draw)}\t{_numbers(draw.amounts)}" for draw in matching.draws]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _place(draw: Draw) -> str:
    return f"{draw.project}\t{draw.lot}\t{int(draw.promised)}"


def _numbers(amounts: Indicators) -> str:
    return "\t".join(map(str, amounts))


def _mu(micro_mu: int) -> float:
    """The float nearest to the amount in mu, which prints as its six decimals below 10⁹ mu."""
    return micro_mu / 1_000_000


def _amounts(name: str, amounts: Indicators) -> Mapping[str, object]:
    return {
        f"{name}_Q": _mu(amounts.quantity), f"{name}_W": _mu(amounts.paddy), f"{name}_P": amounts.capacity
    }  # fmt: skip


TABLES: Mapping[str, tuple[ResultField, ...]] = {
    name: tuple(ResultField(each.name, each.kind.value, each.alias, each.length, each.decimals) for each in fields)
    for name, fields in (("PROJECT_TABLE", PROJECT_TABLE_FIELDS), ("DRAWS", DRAW_FIELDS), ("LOTS", LOT_FIELDS))
}
"""Fields by the parameter of the table."""


def table_columns(
    matching: Matching, county: Callable[[str], str] = str, say: Callable[[str], str] = str
) -> dict[str, dict[str, np.ndarray]]:
    """The columns of each of TABLES."""
    return {
        "PROJECT_TABLE": project_rows(matching, county),
        "DRAWS": draw_rows(matching),
        "LOTS": lot_table_rows(matching, county, say),
    }
