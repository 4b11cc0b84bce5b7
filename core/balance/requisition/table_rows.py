"""Projects, lots and yearly accounts from tables (spreadsheets, layers without shapes): columns by code or Chinese name.

Which names a column may have stands in `resources/codes/requisition_columns.csv`. All areas of a table are in one unit.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from ...area import MICRO_MU_PER_HECTARE, MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE, Area
from ...columns import Columns
from ...errors import InputError
from ...quota.days import day_of
from ...resources import read_facts, resource
from ...rounding import divide_half_up
from ...sentence import translate
from ...survey.schema import GradeSystem, worst_grade
from ...survey.spelling import assignments, normal, same_name
from ...workbook import DisplayUnit
from ..demand import Demand
from ..grades import whole_kilograms
from ..indicators import Indicators
from ..lots import Lot
from .account import CountyYear
from .demand_of import DemandFacts, kind_of
from .words import LOT_KINDS

_PER_UNIT = {
    DisplayUnit.MU: MICRO_MU_PER_MU,
    DisplayUnit.HECTARE: MICRO_MU_PER_HECTARE,
    DisplayUnit.SQUARE_METRE: MICRO_MU_PER_SQUARE_METRE,
}
_NEEDED = ("table", "field", "kind", "name", "source", "status")
_SUMS = ("合计", "总计", "小计")
_YES = {"1", "是", "Y", "YES", "TRUE", "正在实施", "在建", "实施中"}
_LOT_KINDS = {word: kind for kind, word in LOT_KINDS.items()}
_UNITS = {word: unit for unit in DisplayUnit for word in (unit.value, unit.label)}


class TableKind(Enum):
    """What the rows of a table are; the value is what stands in the file."""

    DEMANDS = "demand"
    LOTS = "lot"
    ACCOUNTS = "account"
    EVENTS = "event"


_REQUIRED = {
    TableKind.DEMANDS: ("code",),
    TableKind.LOTS: ("code",),
    TableKind.ACCOUNTS: ("region", "year"),
    TableKind.EVENTS: ("event",),
}


@dataclass(frozen=True)
class TableField:
    """A field of a table: text, date, area or number, and its names, the code first."""

    code: str
    kind: str
    names: tuple[str, ...]


@lru_cache(maxsize=8)
def table_fields(kind: TableKind) -> tuple[TableField, ...]:
    """The fields of a kind of table, in the order of the file."""
    found: dict[str, tuple[str, list[str]]] = {}
    for row in read_facts(resource("codes", "requisition_columns.csv"), _NEEDED):
        if row.text("table") == kind.value:
            found.setdefault(row.needed("field"), (row.needed("kind"), []))[1].append(row.needed("name"))
    return tuple(TableField(code, of, (code, *names)) for code, (of, names) in found.items())


def number_fields(kind: TableKind) -> frozenset[str]:
    """Codes of the fields that are read as numbers."""
    return frozenset(field.code for field in table_fields(kind) if field.kind in ("area", "number"))


def match_table_fields(kind: TableKind, field_map: str | None) -> Callable[[Sequence[str], str], Mapping[str, str]]:
    """What finds the fields of a table: by a map (`code=编号;quantity=耕地`), by code, by Chinese name.

    InputError for a table that lacks what it can't do without. Parts of the map about other tables are left out, the whole
    map for a table that has none of the fields it names.
    """
    asked = {normal(left): right for _, left, right in assignments(field_map)}

    def match(available: Sequence[str], layer: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        # One map serves several tables: one that has none of the fields it names is not what it is about.
        about = any(same_name(available, own) is not None for own in asked.values())
        for field in table_fields(kind):
            names = [asked[normal(name)] for name in field.names if normal(name) in asked] if about else []
            names = names or list(field.names)
            actual = next((own for name in names if (own := same_name(available, name)) is not None), None)
            if actual is not None:
                found[field.code] = actual
        for code in _REQUIRED[kind]:
            if code not in found:
                template = translate(
                    "LandLedger",
                    "Table {layer} has no field {fields}. Choose another table, or say which field is meant in TABLE_FIELDS, as "
                    "in {example}.",
                )
                name = next(field.names[1] for field in table_fields(kind) if field.code == code)
                raise InputError(template, layer=layer, fields=f"{code} ({name})", example=f"{code}={name}")
        return found

    return match


class Cells:
    """The cells of one row."""

    def __init__(self, columns: Columns, row: int, given_in: DisplayUnit) -> None:
        self._columns, self._row = columns, row
        self._given_in = self._unit() or given_in

    def _unit(self) -> DisplayUnit | None:
        """The unit that the row itself says, None where it says none."""
        word = self.text("area_unit")
        if word and word not in _UNITS:
            raise self.refused("area_unit")
        return _UNITS.get(word)

    @property
    def place(self) -> tuple[str, int]:
        """Layer and feature."""
        return self._columns.name, int(self._columns.ids[self._row])

    def text(self, code: str) -> str:
        """The text, '' for an empty cell."""
        values = self._columns.attributes.get(code)
        value = None if values is None else values[self._row]
        if value is None or value != value:
            return ""
        text = str(value).strip()
        return text[:-2] if text.endswith(".0") and text[:-2].isdecimal() else text

    def day(self, code: str) -> datetime.date | None:
        """The day, None for an empty cell."""
        try:
            return day_of(self.text(code))
        except ValueError:
            raise self.refused(code) from None

    def number(self, code: str) -> Decimal | None:
        """The number as the decimal it prints as, None for an empty cell; not below nothing."""
        values = self._columns.attributes.get(code)
        value = float("nan") if values is None else float(values[self._row])
        if value != value:
            return None
        if value < 0 or value in (float("inf"),):
            raise self.refused(code)
        return Decimal(repr(value))

    def whole(self, code: str) -> int | None:
        """The number, half-up to a whole one."""
        value = self.number(code)
        return None if value is None else whole_kilograms(Fraction(value))

    def area(self, code: str) -> Area | None:
        """The area: the last decimal of a float is noise, so it is taken to 0.01 m², one in 亩 to a millionth."""
        value = self.number(code)
        return None if value is None else self._in_unit(value)

    def _in_unit(self, value: Decimal) -> Area:
        step = self._given_in.step
        exact = Fraction(value) * _PER_UNIT[self._given_in] / step
        return Area(divide_half_up(exact.numerator, exact.denominator) * step)

    def grades(self, code: str) -> dict[Decimal, Area]:
        """Areas by grade as in `8=12.5；9.4=3`, in the unit of the areas; {} for an empty cell."""
        found: dict[Decimal, Area] = {}
        for part in self.text(code).translate(str.maketrans("；＝", ";=")).split(";"):
            if not part.strip():
                continue
            grade, _, area = part.partition("=")
            try:
                found[Decimal(grade.strip())] = self._in_unit(Decimal(area.strip()))
            except (InvalidOperation, OverflowError, ValueError):
                raise self.refused(code) from None
        return found

    def refused(self, code: str) -> InputError:
        """The error of a cell that makes no sense or is missing."""
        value = self.text(code)
        if not value:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: the field {field} is empty.")
        else:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}.")
        place = {"layer": self._columns.name, "feature": int(self._columns.ids[self._row])}
        return InputError(template, field=code, value=value, **place)

    def indicators(self, prefix: str) -> Indicators | None:
        """Three amounts under `prefix`, None where all three cells are empty."""
        quantity, paddy = self.area(f"{prefix}quantity"), self.area(f"{prefix}paddy")
        capacity = self.whole(f"{prefix}capacity")
        if quantity is None and paddy is None and capacity is None:
            return None
        return Indicators((quantity or Area(0)).micro_mu, (paddy or Area(0)).micro_mu, capacity or 0)


def rows_of(columns: Columns, given_in: DisplayUnit, key: str) -> Iterator[tuple[str, Cells]]:
    """The rows that have a code and are no sums."""
    for row in range(len(columns)):
        cells = Cells(columns, row, given_in)
        code = cells.text(key)
        if code and code not in _SUMS:
            yield code, cells


# ------------------------------------------------------------------------------------------------------------- demands


def demand_rows(columns: Columns, given_in: DisplayUnit, facts: DemandFacts) -> list[Demand]:
    """Projects, one a row. Without a capacity it is that of the areas by grade (M1 … M15), of one grade for all, or of the
    default grade; without a quantity it is the sum of the grades. InputError naming the row."""
    return [_demand(code, cells, facts) for code, cells in rows_of(columns, given_in, "code")]


def _demand(code: str, cells: Cells, facts: DemandFacts) -> Demand:
    by_grade = {
        Decimal(grade): area
        for grade in range(1, worst_grade(facts.system) + 1)
        if (area := cells.area(f"M{grade}")) is not None and area.micro_mu
    }
    by_grade.update(cells.grades("grades"))
    quantity = cells.area("quantity")
    if quantity is None:
        if not by_grade:
            raise cells.refused("quantity")
        quantity = Area.total(by_grade.values())
    grade = cells.number("grade") or facts.default_grade
    if not by_grade and grade is not None and quantity.micro_mu:
        by_grade = {grade: quantity}
    if by_grade and Area.total(by_grade.values()) != quantity:
        template = translate("LandLedger", "Project {project}: areas by grade make {sum} mu, the quantity is {quantity} mu.")
        raise InputError(template, project=code, sum=Area.total(by_grade.values()).mu(6), quantity=quantity.mu(6))
    paddy = cells.area("paddy") or Area(0)
    return Demand(
        code,
        cells.text("name") or code,
        cells.text("region"),
        kind_of(cells.text("kind"), code) or facts.kind,
        Indicators(quantity.micro_mu, paddy.micro_mu, _capacity(code, cells, facts, by_grade, paddy, quantity)),
        by_grade,
        facts.system,
        cells.day("effective") or facts.effective,
        cells.area("adjustable") or Area(0),
        cells.area("unlawful") or Area(0),
        cells.text("note"),
    )


def _capacity(
    code: str, cells: Cells, facts: DemandFacts, by_grade: Mapping[Decimal, Area], paddy: Area, quantity: Area
) -> int:
    given = cells.whole("capacity")
    if given is not None:
        return given
    yields = facts.yields
    if not by_grade and quantity.micro_mu:
        template = translate("LandLedger", "Project {project}: neither a capacity nor a grade is given.")
        raise InputError(template, project=code)
    if paddy.micro_mu and yields.paddy != yields.dry:
        template = translate("LandLedger", "Project {project}: preset {preset} parts paddy from dry land; give the capacity.")
        raise InputError(template, project=code, preset=yields.preset)
    return whole_kilograms(yields.capacity((grade, False, area) for grade, area in by_grade.items()))


# ---------------------------------------------------------------------------------------------------- lots and accounts


def lot_rows(columns: Columns, given_in: DisplayUnit, system: GradeSystem) -> list[Lot]:
    """Lots, one a row, with what they had, used and have frozen, or with what remains. InputError naming the row."""
    return [_lot(code, cells, system) for code, cells in rows_of(columns, given_in, "code")]


def _lot(code: str, cells: Cells, system: GradeSystem) -> Lot:
    original, remaining = cells.indicators("original_"), cells.indicators("remaining_")
    used, frozen = cells.indicators("used_") or Indicators(), cells.indicators("frozen_") or Indicators()
    if original is None:
        if remaining is None:
            raise cells.refused("original_quantity")
        original = remaining.plus(used).plus(frozen)
    if remaining is not None and original.minus(used).minus(frozen) != remaining:
        template = translate("LandLedger", "Lot {lot}: original − used − frozen is not what remains.")
        raise InputError(template, lot=code)
    own = cells.text("grade_system")
    return Lot(
        code,
        cells.text("name") or code,
        cells.text("region"),
        _LOT_KINDS.get(cells.text("kind"), cells.text("kind") or "consolidation"),
        original,
        used,
        frozen,
        entered=cells.day("entered"),
        valid_to=cells.day("valid_to"),
        grade=cells.number("grade"),
        system=_system(own, cells) if own else system,
        doc_no=cells.text("doc_no"),
        location=cells.text("location"),
        accepted=cells.day("accepted"),
        running=cells.text("running").upper() in _YES,
        note=cells.text("note"),
    )


def _system(text: str, cells: Cells) -> GradeSystem:
    for system, words in (
        (GradeSystem.NATIONAL15, ("national15", "国家利用等")), (GradeSystem.QUALITY10, ("quality10", "耕地质量等级"))
    ):
        if any(text.startswith(word) for word in words):
            return system
    raise cells.refused("grade_system")


def account_rows(columns: Columns, given_in: DisplayUnit) -> list[CountyYear]:
    """Yearly accounts of counties, one a row. InputError naming the row."""
    found = []
    for region, cells in rows_of(columns, given_in, "region"):
        year = cells.whole("year")
        if year is None or not 1990 <= year <= 2100:
            raise cells.refused("year")
        found.append(
            CountyYear(
                region, year, cells.area("begin"), cells.area("end"), cells.area("allotted"), cells.text("doc_no"),
                cells.indicators("other_") or Indicators(),
            )
        )
    return found
