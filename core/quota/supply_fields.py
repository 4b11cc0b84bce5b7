"""Which fields the layers of approved and supplied land carry, and their rows as the jobs take them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ..area import MICRO_MU_PER_HECTARE, MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE, Area, AreaUnit
from ..columns import Columns
from ..errors import InputError
from ..rounding import divide_half_up
from ..sentence import translate
from ..survey.schema import APPROVED_FIELDS, Field, Kind
from ..workbook import DisplayUnit
from .days import day_of
from .idle import Parcel
from .supply import choices_of

APPROVED_LAND: tuple[Field, ...] = (*APPROVED_FIELDS, Field("DKBH"), Field("XZQMC"))
"""Approved land: document, date, batch, plot number, county, area of the document."""

SUPPLIED_LAND: tuple[Field, ...] = (Field("HTBH"), Field("DZJGH"), Field("QDRQ"))
"""Supplied land laid over it: number and date."""

SUPPLY: tuple[Field, ...] = (
    *(Field(name) for name in ("HTBH", "DZJGH", "XZQMC", "QDRQ", "SRR", "ZL", "TDYT", "GYFS")),
    *(Field(name) for name in ("YDDGRQ", "SJDGRQ", "SJJGRQ", "TGRQ")),
    *(Field(name, Kind.NUMBER) for name in ("GDMJ", "MJ", "KFMJ", "ZTZE", "YTZE", "CJJK")),
)
"""Supplied parcels as the rule of idle land needs them; areas in one unit, money in 万元."""

FORMER_RESULT = ("DOC_NO", "REASON", "DIFF", "MEASURE", "DUE")

_MICRO_MU = {
    DisplayUnit.HECTARE: MICRO_MU_PER_HECTARE,
    DisplayUnit.SQUARE_METRE: MICRO_MU_PER_SQUARE_METRE,
    DisplayUnit.MU: MICRO_MU_PER_MU,
}


def approved_columns(columns: Columns, given_in: DisplayUnit, unit: AreaUnit) -> Columns:
    """Approved land as `unsupplied_land` takes it; PZMJ, written in `given_in`, as units of the job."""
    found = columns.attributes
    attributes: dict[str, np.ndarray] = {}
    for name, standards in (
        ("DOC_NO", ("PZWH",)), ("BATCH", ("PCMC", "XMMC", "PZWJMC")), ("APPR_DATE", ("PZRQ",)), ("PLOT", ("DKBH",)),
        ("REGION", ("XZQMC",)),
    ):  # fmt: skip
        own = [found[standard] for standard in standards if standard in found]
        if own:
            attributes[name] = _first_text(own)
    if "PZMJ" in found:
        per_unit = _MICRO_MU[given_in] / unit.micro_mu
        attributes["APPR_UNITS"] = np.where(found["PZMJ"] > 0, found["PZMJ"], np.nan) * per_unit
    return replace(columns, attributes=attributes)


def supplied_columns(columns: Columns) -> Columns:
    """Supplied land as `unsupplied_land` takes it."""
    found = columns.attributes
    attributes = {}
    own = [found[name] for name in ("HTBH", "DZJGH") if name in found]
    if own:
        attributes["NUMBER"] = _first_text(own)
    if "QDRQ" in found:
        attributes["DATE"] = found["QDRQ"]
    return replace(columns, attributes=attributes)


def _first_text(columns: list[np.ndarray]) -> np.ndarray:
    """object (n,): of each row the first of the columns that says something, None where none does."""
    values = np.full(len(columns[0]), None, dtype=object)
    for column in reversed(columns):
        told = np.array([value is not None and bool(str(value).strip()) for value in column], dtype=bool)
        values[told] = column[told]
    return values


def parcels_of(columns: Columns, given_in: DisplayUnit) -> list[Parcel]:
    """The rows of a layer or table of supplied parcels; a row without a number is called by its feature.

    InputError naming layer, feature and field for a day that is none, an area that is missing or negative.
    """
    return [_parcel(columns, row, given_in) for row in range(len(columns))]


def _parcel(columns: Columns, row: int, given_in: DisplayUnit) -> Parcel:
    found = columns.attributes

    def text(name: str) -> str:
        value = found[name][row] if name in found else None
        return "" if value is None else str(value).strip()

    def day(name: str) -> datetime.date | None:
        try:
            return day_of(text(name))
        except ValueError:
            raise _refused(columns, row, name, text(name)) from None

    def number(name: str) -> Decimal | None:
        value = float(found[name][row]) if name in found else float("nan")
        if value != value:
            return None
        if value < 0:
            raise _refused(columns, row, name, f"{value:g}")
        return Decimal(repr(value))

    def area(*names: str) -> Area | None:
        value = next((value for name in names if (value := number(name)) is not None), None)
        return None if value is None else _area(value, given_in)

    whole = area("GDMJ", "MJ")
    if whole is None:
        raise _refused(columns, row, "GDMJ", "")
    mode = text("GYFS")
    return Parcel(
        text("HTBH") or text("DZJGH") or str(int(columns.ids[row])),
        whole,
        text("XZQMC"),
        text("SRR"),
        text("ZL"),
        text("TDYT"),
        choices_of("supply", "mode").get(mode, mode),
        day("QDRQ"),
        day("YDDGRQ"),
        day("SJDGRQ"),
        day("TGRQ"),
        day("SJJGRQ"),
        area("KFMJ"),
        number("ZTZE"),
        number("YTZE"),
        number("CJJK"),
    )


def _area(value: Decimal, given_in: DisplayUnit) -> Area:
    """An area of a layer: the last decimal of a float is noise, so it is taken to 0.01 m², one in 亩 to a millionth."""
    step = given_in.step
    exact = Fraction(value) * _MICRO_MU[given_in] / step
    return Area(divide_half_up(exact.numerator, exact.denominator) * step)


def _refused(columns: Columns, row: int, field: str, value: str) -> InputError:
    if not value:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: the field {field} is empty.")
    else:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}.")
    return InputError(template, layer=columns.name, feature=int(columns.ids[row]), field=field, value=value)
