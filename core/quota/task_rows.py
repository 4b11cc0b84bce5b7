"""Rows of the register `task` from a table of a county: its fields by their names or Chinese names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ..area import MICRO_MU_PER_HECTARE, MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE
from ..columns import Columns
from ..errors import InputError
from ..ledger.model import Scalar
from ..ledger.registers import FieldKind, load_register
from ..rounding import divide_half_up, half_up
from ..sentence import translate
from ..survey.spelling import assignments, normal, same_name
from ..workbook import DisplayUnit

REGISTER = "task"

TASK_NUMBERS = frozenset(
    field.code
    for field in load_register(REGISTER).fields
    if field.kind in (FieldKind.AREA, FieldKind.NUMBER, FieldKind.INT)
)
"""Fields that are read as numbers."""

_PER_UNIT = {
    DisplayUnit.MU: MICRO_MU_PER_MU,
    DisplayUnit.HECTARE: MICRO_MU_PER_HECTARE,
    DisplayUnit.SQUARE_METRE: MICRO_MU_PER_SQUARE_METRE,
}


def match_task_fields(field_map: str | None) -> Callable[[Sequence[str], str], Mapping[str, str]]:
    """What finds the fields of the register in a table: by FIELD_MAP (`idle_done=处置闲置`), by code, by Chinese name.

    InputError naming the part of a FIELD_MAP that makes no sense, and the table that names no county.
    """
    fields = {normal(field.code): field for field in load_register(REGISTER).fields}
    by_name = {normal(field.name): field for field in load_register(REGISTER).fields}
    asked: dict[str, str] = {}
    for part, left, actual in assignments(field_map):
        field = fields.get(normal(left)) or by_name.get(normal(left))
        if field is None:
            template = translate("LandLedger", "FIELD_MAP: “{part}” begins with no field the job knows. Known: {known}.")
            known = ", ".join(each.code for each in load_register(REGISTER).fields)
            raise InputError(template, part=part, known=known)
        asked[field.code] = actual

    def match(available: Sequence[str], layer: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for field in load_register(REGISTER).fields:
            for wanted in (asked.get(field.code), field.code, field.name):
                actual = None if wanted is None else same_name(available, wanted)
                if actual is not None:
                    found[field.code] = actual
                    break
                if wanted is not None and wanted == asked.get(field.code):
                    template = translate(
                        "LandLedger", "FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}."
                    )
                    raise InputError(template, field=field.code, asked=wanted, layer=layer)
        if "holder" not in found:
            template = translate("LandLedger", "Layer {layer} has no field {fields}. Choose another layer, or say which "
                                               "field is meant in FIELD_MAP, as in {example}.")
            name = load_register(REGISTER).field("holder").name
            raise InputError(template, layer=layer, fields=f"holder ({name})", example=f"holder={name}")
        return found

    return match


def task_rows(columns: Columns, year: int, given_in: DisplayUnit) -> list[dict[str, Scalar]]:
    """Rows of the register from a table whose areas are in one unit. A row of another year is left out; one without a
    county, or of 合计, is no county and is left out, too. InputError naming the row of a negative amount."""
    register = load_register(REGISTER)
    rows = []
    for row in range(len(columns)):
        values: dict[str, object] = {"year": year}
        for code, column in columns.attributes.items():
            value = column[row]
            if value is None or value != value or (isinstance(value, str) and not value.strip()):
                continue
            kind = register.field(code).kind
            if code in TASK_NUMBERS and value < 0:
                template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}.")
                place = {"layer": columns.name, "feature": int(columns.ids[row])}
                raise InputError(template, value=f"{value:g}", field=code, **place)
            if kind is FieldKind.AREA:
                values[code] = _micro_mu(Decimal(repr(float(value))), given_in, register.field(code).decimals)
            elif kind is FieldKind.NUMBER:
                values[code] = half_up(Decimal(repr(float(value))), register.field(code).decimals)
            else:
                values[code] = int(value) if kind is FieldKind.INT else str(value).strip()
        holder = normal(str(values.get("holder") or ""))
        if holder and holder not in ("合计", "总计", "小计", "全市") and values["year"] == year:
            rows.append(register.checked(values))
    return rows


def _micro_mu(value: Decimal, given_in: DisplayUnit, decimals: int) -> int:
    """Micro-mu of a number of a table; beyond the decimals of the field it is the noise of a float."""
    step = 10 ** (6 - decimals)
    exact = Fraction(value) * _PER_UNIT[given_in]
    return divide_half_up(exact.numerator, exact.denominator * step) * step
