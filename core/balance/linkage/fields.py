"""Which fields layers, tables and sheets of project areas and blocks carry, and their rows as the rules take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ...area import ZERO, Area
from ...columns import Columns
from ...errors import InputError
from ...sentence import translate
from ...survey.schema import Field, GradeSystem, Kind, grade_field, worst_grade
from ...workbook import DisplayUnit, Row
from ..attribute_rows import AttributeRow
from ..sheet_rows import cell_text, refused_cell
from .model import AMOUNTS, Amounts, Block, Project, Role

_GRADES = (Field("GDDB", Kind.NUMBER), Field("GDDJ", Kind.NUMBER))
PROJECT_FIELDS: tuple[Field, ...] = (
    *(Field(name) for name in ("XMQBH", "XMBH", "XMQMC", "XMMC", "XZQMC", "XZQDM", "ZLDWDM", "PZWH", "PZRQ", "YSWH")),
    *(Field(name, Kind.NUMBER) for name in ("FKMJ", "JXMJ", "AZMJ", "YSMJ", "YSGDMJ", "JYSYMJ", "ZZXDMJ", "ZZGHMJ")),
    Field("ZYGDMJ", Kind.NUMBER),
)
"""Project areas."""

BLOCK_FIELDS: tuple[Field, ...] = (
    *(Field(name) for name in ("XMQBH", "XMBH", "XMQMC", "XMMC", "DKBH", "JXLX", "YSWH")),
    *(Field(name, Kind.NUMBER) for name in ("FKMJ", "JXMJ", "MJ", "YSMJ", "YSGDMJ", "ZYGDMJ")),
    *_GRADES,
)
"""Demolition and new-build blocks."""

_OF_FIELD: Mapping[str, str] = dict(
    zip(AMOUNTS, ("FKMJ", "JXMJ", "AZMJ", "YSMJ", "YSGDMJ", "JYSYMJ", "ZZXDMJ", "ZZGHMJ", "ZYGDMJ"))
)
SHEET_KEYS: Mapping[str, str] = dict(
    zip(AMOUNTS, ("A_CJ", "A_JX", "A_AZ", "A_YS", "A_GD", "A_USE", "Z1", "Z2", "JXGD"))
)
"""Amount → column of T09."""

RESETTLEMENT_WORDS = ("安置", "resettlement")


def projects_of(columns: Columns, given_in: DisplayUnit) -> list[Project]:
    """The rows of a layer or table of project areas. InputError naming layer, feature and field for one without number and
    name, an area below nothing, a date or a district code that is none."""
    found = []
    for row in range(len(columns)):
        given = AttributeRow(columns, row, given_in)
        code, name = _code_and_name(given)
        county = given.location("XZQDM", "ZLDWDM").county
        amounts = Amounts(**{amount: given.area(field) for amount, field in _OF_FIELD.items()})
        found.append(
            Project(
                code, name, given.text("XZQMC") or county, county, given.text("PZWH"), given.year("PZRQ"), amounts,
                given.text("YSWH"), row=row,
            )
        )  # fmt: skip
    return found


def _code_and_name(given: AttributeRow) -> tuple[str, str]:
    code, name = given.text("XMQBH", "XMBH"), given.text("XMQMC", "XMMC")
    if not code and not name:
        raise given.refused("XMQBH", "")
    return code or name, name or code


def blocks_of(
    columns: Columns,
    demolition: bool,
    given_in: DisplayUnit,
    system: GradeSystem,
    measured: np.ndarray | None = None,
) -> list[Block]:
    """The rows of a layer of demolition blocks, or of new-build blocks with those of resettlement (JXLX 安置). `measured`
    int64 (n,) units of 0.01 m² where areas are measured, else they are those of the fields.

    InputError naming layer, feature and field for a block without project or area, and a grade that the system does not
    have or that is given in the other system only: grades of two systems are never mixed.
    """
    own, other = grade_field(system), grade_field(_other(system))
    attributes = columns.attributes
    if other in attributes and own not in attributes and np.isfinite(attributes[other]).any():
        template = translate(
            "LandLedger",
            "Layer {layer} has grades of the field {other}; the run uses {own}. Choose one grade system for all.",
        )
        raise InputError(template, layer=columns.name, other=other, own=own)
    found = []
    for row in range(len(columns)):
        given = AttributeRow(columns, row, given_in)
        role = Role.DEMOLITION if demolition else _role(given)
        code, name = _code_and_name(given)
        found.append(
            Block(
                role, code, given.text("DKBH") or given.feature, _area(given, demolition, measured), name,
                given.area("YSMJ") if demolition else None, given.area("YSGDMJ") if demolition else None,
                None if demolition else given.area("ZYGDMJ"), _grade(given, system), given.text("YSWH"), row,
            )
        )  # fmt: skip
    return found


def _other(system: GradeSystem) -> GradeSystem:
    return next(each for each in GradeSystem if each is not system)


def _role(given: AttributeRow) -> Role:
    kind = given.text("JXLX").lower()
    return Role.RESETTLEMENT if any(word in kind for word in RESETTLEMENT_WORDS) else Role.NEW_BUILD


def _area(given: AttributeRow, demolition: bool, measured: np.ndarray | None) -> Area:
    if measured is not None:
        return Area(int(measured[given.row]) * 15)
    names = ("FKMJ", "MJ") if demolition else ("JXMJ", "MJ")
    area = given.area(*names)
    if area is None:
        raise given.refused(names[0], "")
    return area


def _grade(given: AttributeRow, system: GradeSystem) -> Fraction | None:
    field = grade_field(system)
    value = given.number(field)
    if value is None or not value:
        return None
    if not 1 <= value <= worst_grade(system):
        raise given.refused(field, f"{value:f}")
    return Fraction(value)


def projects_of_sheet(rows: Sequence[Row], sheet: str) -> list[Project]:
    """The rows of a sheet T09. InputError naming sheet and row for one without number and name, or an area below nothing."""
    found = []
    for place, row in enumerate(rows, 1):
        code, name = cell_text(row, "NO"), cell_text(row, "PRJ")
        amounts = {amount: value for amount, key in SHEET_KEYS.items() if isinstance(value := row.value(key), Area)}
        wrong = next((SHEET_KEYS[amount] for amount, value in amounts.items() if value < ZERO), "")
        if wrong or not (code or name):
            raise refused_cell("T09", sheet, place, wrong or "NO")
        year = row.value("NF")
        found.append(
            Project(
                code or name, name or code, cell_text(row, "REGION"), "", cell_text(row, "DOC_NO"),
                year if isinstance(year, int) else None, Amounts(**amounts), cell_text(row, "YSW"),
                _sheet_grade(row, "G1"), _sheet_grade(row, "G0"), _count(row, "N1"), _count(row, "N2"),
            )
        )  # fmt: skip
    return found


def _sheet_grade(row: Row, key: str) -> Fraction | None:
    value = row.value(key)
    return Fraction(value) if isinstance(value, (int, Decimal)) and value else None


def _count(row: Row, key: str) -> int:
    value = row.value(key)
    return value if isinstance(value, int) else 0
