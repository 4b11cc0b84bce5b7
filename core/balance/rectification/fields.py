"""Which fields layers and tables of spots and acts carry, and their rows as the rules take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...area import ZERO, Area
from ...columns import Columns
from ...survey.schema import Field, Kind
from ...workbook import DisplayUnit, Row
from ..attribute_rows import AttributeRow, flag_of
from ..sheet_rows import cell_text, refused_cell
from .model import Act, Spot, Way, way_of
from .rules import RectificationRules

SPOT_FIELDS: tuple[Field, ...] = (
    *(
        Field(name)
        for name in (
            "TBBH",
            "LCTBBH",
            "OUT_NO",
            "ZLDWDM",
            "ZLDWMC",
            "XZQDM",
            "XZQMC",
            "XZMC",
            "LCQDL",
            "BGQDLBM",
            "LCHDL",
        )
    ),
    *(Field(name) for name in ("BGHDLBM", "DLBM", "LCNF", "SJNF", "LCQX", "HMQX", "SFYN", "HFDL", "JCFABH", "ZJTBBH")),
    *(Field(name) for name in ("BHTBBH", "JZCL", "ZGRQ", "XHRQ")),
    *(Field(name, Kind.NUMBER) for name in ("LCMJ", "YZGMJ", "HFMJ", "JCPHMJ", "TZBHMJ", "TBMJ", "MJ")),
)
"""Outflow spots."""

ACT_FIELDS: tuple[Field, ...] = (
    *(
        Field(name)
        for name in ("CSBH", "LCTBBH", "OUT_NO", "TBBH", "ZGFS", "ZGTBBH", "JCFABH", "ZGRQ", "JZCL", "HFDL", "DLBM")
    ),
    *(Field(name, Kind.NUMBER) for name in ("ZGMJ", "TBMJ", "MJ")),
)
"""Acts of rectification."""

_WAY_FIELDS: Mapping[Way, str] = {Way.RESTORED: "HFMJ", Way.IN_OUT: "JCPHMJ", Way.SUPPLEMENT: "TZBHMJ"}


@dataclass(frozen=True)
class SpotRows:
    """Spots of a layer, table or sheet; `acts` what their fields say was done, `stated` the same as areas by spot and way,
    of the spots that say anything."""

    spots: Sequence[Spot]
    acts: Sequence[Act]
    stated: Mapping[str, Mapping[Way, Area]]


def spots_of(columns: Columns, given_in: DisplayUnit, rules: RectificationRules) -> SpotRows:
    """The rows of a layer or table. InputError naming layer, feature and field for a spot without a number or an area, an
    area below nothing, a day that is none."""
    spots: list[Spot] = []
    acts: list[Act] = []
    stated: dict[str, dict[Way, Area]] = {}
    for row in range(len(columns)):
        given = AttributeRow(columns, row, given_in)
        spot = _spot(given, rules)
        spots.append(spot)
        done, of_fields = _acts_of_fields(given, spot)
        acts += done
        if of_fields:
            stated[spot.number] = of_fields
    return SpotRows(spots, acts, stated)


def _spot(given: AttributeRow, rules: RectificationRules) -> Spot:
    number = given.text("TBBH", "LCTBBH", "OUT_NO")
    if not number:
        raise given.refused("TBBH", "")
    outflow, due = given.area("LCMJ", "TBMJ", "MJ"), given.area("YZGMJ")
    if outflow is None and due is None:
        raise given.refused("LCMJ", "")
    code = given.location("ZLDWDM", "XZQDM")
    case = given.text("LCQX")
    return _with_duty(
        Spot(
            number,
            outflow if outflow is not None else due or ZERO,
            ZERO,
            given.text("XZQMC") or code.county,
            code.county,
            given.text("XZMC") or code.township,
            given.text("ZLDWMC") or code.village,
            given.text("LCQDL", "BGQDLBM"),
            given.text("LCHDL", "BGHDLBM", "DLBM"),
            given.year("LCNF", "SJNF"),
            case,
            given.flag("SFYN"),
            rules.exempts(given.text("HMQX")) or rules.exempts(case),
            given.day("XHRQ"),
            given.text("JZCL"),
            given.row,
        ),
        due,
    )


def _with_duty(spot: Spot, due: Area | None) -> Spot:
    """The spot with what has to be rectified: as given, nothing where it is exempt, else all of it."""
    if due is None:
        due = ZERO if spot.exemption else spot.outflow
    return replace(spot, due=due)


def _acts_of_fields(given: AttributeRow, spot: Spot) -> tuple[list[Act], dict[Way, Area]]:
    acts: list[Act] = []
    stated: dict[Way, Area] = {}
    patches = {Way.IN_OUT: given.text("ZJTBBH"), Way.SUPPLEMENT: given.text("BHTBBH")}
    for way, name in _WAY_FIELDS.items():
        area = given.area(name)
        if area is not None:
            stated[way] = area
        if area:
            plan = given.text("JCFABH") if way is Way.IN_OUT else ""
            after = given.text("HFDL") if way is Way.RESTORED else ""
            patch = patches.get(way, "")
            number = _own_number(spot.number, way)
            acts.append(Act(spot.number, way, area, patch, None, plan, given.day("ZGRQ"), spot.evidence, after, number))
    return acts, stated


def _own_number(spot: str, way: Way) -> str:
    """The number of an act that only its spot's fields tell: the spot's and the field's, in letters of the standard."""
    return f"{spot}-{_WAY_FIELDS[way].removesuffix('MJ')}"


def acts_of(columns: Columns, given_in: DisplayUnit) -> list[Act]:
    """The rows of a layer or table of acts. InputError naming layer, feature and field for an act without a spot, a way
    or an area."""
    return [_act(AttributeRow(columns, row, given_in)) for row in range(len(columns))]


def _act(given: AttributeRow) -> Act:
    spot = given.text("LCTBBH", "OUT_NO")
    if not spot:
        raise given.refused("LCTBBH", "")
    way = way_of(given.text("ZGFS"))
    if way is None:
        raise given.refused("ZGFS", given.text("ZGFS"))
    area = given.area("ZGMJ", "MJ")
    if area is None:
        raise given.refused("ZGMJ", "")
    whole = given.area("TBMJ") if "ZGMJ" in given.columns.attributes else None
    patch = given.text("ZGTBBH", "TBBH") if way is not Way.RESTORED else given.text("ZGTBBH")
    return Act(
        spot, way, area, patch, whole, given.text("JCFABH"), given.day("ZGRQ"), given.text("JZCL"),
        given.text("HFDL", "DLBM"), given.text("CSBH"), given.row,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- sheets


def spots_of_sheet(rows: Sequence[Row], sheet: str, rules: RectificationRules) -> SpotRows:
    """The rows of a sheet T10 as spots and what was done about them. InputError naming sheet and row."""
    spots: list[Spot] = []
    acts: list[Act] = []
    stated: dict[str, dict[Way, Area]] = {}
    for place, row in enumerate(rows, 1):
        number = cell_text(row, "TBBH")
        outflow, due = row.value("A"), row.value("A0")
        if not number or not (isinstance(outflow, Area) or isinstance(due, Area)):
            raise refused_cell("T10", sheet, place, "TBBH" if not number else "A")
        case = cell_text(row, "QX")
        year = row.value("NF")
        spot = Spot(
            number, outflow if isinstance(outflow, Area) else due, ZERO, cell_text(row, "COUNTY"), "", cell_text(row, "TOWN"),  # type: ignore[arg-type]
            cell_text(row, "VILLAGE"), cell_text(row, "DL0"), cell_text(row, "DL1"), year if isinstance(year, int) else None, case,
            bool(flag_of(cell_text(row, "YN"))), rules.exempts(case), row.value("XH"), cell_text(row, "JZ"),  # type: ignore[arg-type]
        )  # fmt: skip
        spot = _with_duty(spot, due if isinstance(due, Area) else None)
        _require_positive(spot.outflow, spot.due, layout="T10", sheet=sheet, place=place, column="A")
        spots.append(spot)
        for way, key in _SHEET_KEYS.items():
            area = row.value(key)
            if not isinstance(area, Area):
                continue
            _require_positive(area, layout="T10", sheet=sheet, place=place, column=key)
            stated.setdefault(number, {})[way] = area
            if area:
                patch = cell_text(row, _SHEET_PATCHES[way]) if way in _SHEET_PATCHES else ""
                plan, patch = _plan_and_patch(patch) if way is Way.IN_OUT else ("", patch)
                after = cell_text(row, "DL2") if way is Way.RESTORED else ""
                date, own = row.value("YS"), _own_number(number, way)
                acts.append(Act(number, way, area, patch, None, plan, date, spot.evidence, after, own))  # type: ignore[arg-type]
    return SpotRows(spots, acts, stated)


_SHEET_KEYS = {Way.RESTORED: "A1", Way.IN_OUT: "A2", Way.SUPPLEMENT: "A3"}
_SHEET_PATCHES = {Way.IN_OUT: "JCNO", Way.SUPPLEMENT: "BHNO"}
PLAN_SIGN = "："
"""Between the number of a plan and its patches, in one cell of the sheet."""


def _plan_and_patch(text: str) -> tuple[str, str]:
    plan, sign, patch = text.replace(":", PLAN_SIGN).partition(PLAN_SIGN)
    return (plan.strip(), patch.strip()) if sign else ("", text)


def acts_of_sheet(rows: Sequence[Row], sheet: str) -> list[Act]:
    """The rows of a sheet of acts. InputError naming sheet and row."""
    acts = []
    for place, row in enumerate(rows, 1):
        way, area, whole, date = way_of(cell_text(row, "WAY")), row.value("A"), row.value("A_TB"), row.value("DATE")
        for key, missing in (("TBBH", not cell_text(row, "TBBH")), ("WAY", way is None), ("A", not isinstance(area, Area))):
            if missing:
                raise refused_cell("RECTACTS", sheet, place, key)
        _require_positive(area, layout="RECTACTS", sheet=sheet, place=place, column="A")  # type: ignore[arg-type]
        acts.append(
            Act(
                cell_text(row, "TBBH"), way, area, cell_text(row, "PATCH"), whole, cell_text(row, "PLAN"), date,  # type: ignore[arg-type]
                cell_text(row, "JZ"), cell_text(row, "DL2"), cell_text(row, "NO"),
            )
        )  # fmt: skip
    return acts


def _require_positive(*areas: Area, layout: str, sheet: str, place: int, column: str) -> None:
    if any(area < ZERO for area in areas):
        raise refused_cell(layout, sheet, place, column)
