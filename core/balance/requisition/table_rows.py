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

from ...area import ZERO, Area
from ...columns import Columns
from ...errors import InputError
from ...quota.days import day_of
from ...resources import read_facts, resource
from ...sentence import translate
from ...survey.schema import GradeSystem, worst_grade
from ...survey.spelling import assignments, normal, same_name
from ...workbook import DisplayUnit
from ..attribute_rows import LARGEST_AREA, LARGEST_CAPACITY, exact_area
from ..demand import Demand
from ..grades import whole_kilograms
from ..indicators import Indicators
from ..lots import Lot
from .account import CountyYear
from .demand_of import DemandFacts, kind_of
from .words import LOT_KINDS, plain_mu

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


def _chinese(kind: TableKind, code: str) -> str:
    """The first Chinese name of a field, '' for a code that the kind does not have."""
    return next((field.names[1] for field in table_fields(kind) if field.code == code), "")


def field_said(kind: TableKind, code: str) -> str:
    """A field as messages name it: code and Chinese name."""
    name = _chinese(kind, code)
    return f"{code} ({name})" if name else code


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
                name = _chinese(kind, code)
                raise InputError(template, layer=layer, fields=field_said(kind, code), example=f"{code}={name}")
        return found

    return match


class Cells:
    """The cells of one row of a kind of table."""

    def __init__(self, columns: Columns, row: int, given_in: DisplayUnit, kind: TableKind) -> None:
        self._columns, self._row, self._kind = columns, row, kind
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
        """The number, half-up to a whole one; not above LARGEST_CAPACITY."""
        value = self.number(code)
        if value is not None and value > LARGEST_CAPACITY:
            raise self.refused(code)
        return None if value is None else whole_kilograms(Fraction(value))

    def area(self, code: str) -> Area | None:
        """The area, from 0 to LARGEST_AREA; None for an empty cell."""
        value = self.number(code)
        return None if value is None else self._in_unit(value, code)

    def _in_unit(self, value: Decimal, code: str) -> Area:
        area = exact_area(value, self._given_in)
        if not ZERO <= area <= LARGEST_AREA:
            raise self.refused(code)
        return area

    def grade(self, code: str, system: GradeSystem) -> Decimal | None:
        """A grade of the system, None for an empty cell and for 0."""
        value = self.number(code)
        if value and not 1 <= value <= worst_grade(system):
            raise self.refused(code)
        return value or None

    def grades(self, code: str, system: GradeSystem) -> dict[Decimal, Area]:
        """Areas by grade as in `8=12.5；9.4=3`, in the unit of the areas, each grade once; {} for an empty cell."""
        found: dict[Decimal, Area] = {}
        for part in self.text(code).translate(str.maketrans("；＝", ";=")).split(";"):
            if not part.strip():
                continue
            written, _, area = part.partition("=")
            try:
                grade, amount = Decimal(written.strip()), self._in_unit(Decimal(area.strip()), code)
            except (InvalidOperation, OverflowError, ValueError):
                raise self.refused(code) from None
            if grade in found or not 1 <= grade <= worst_grade(system):
                raise self.refused(code)
            found[grade] = amount
        return found

    def refused(self, code: str) -> InputError:
        """The error of a cell that makes no sense or is missing."""
        value = self.text(code)
        if not value:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: the field {field} is empty.")
        else:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}.")
        layer, feature = self.place
        return InputError(template, field=field_said(self._kind, code), value=value, layer=layer, feature=feature)

    def indicators(self, prefix: str) -> Indicators | None:
        """Three amounts under `prefix`, None where all three cells are empty."""
        quantity, paddy = self.area(f"{prefix}quantity"), self.area(f"{prefix}paddy")
        capacity = self.whole(f"{prefix}capacity")
        if quantity is None and paddy is None and capacity is None:
            return None
        return Indicators((quantity or Area(0)).micro_mu, (paddy or Area(0)).micro_mu, capacity or 0)


def rows_of(columns: Columns, given_in: DisplayUnit, kind: TableKind) -> Iterator[tuple[str, Cells]]:
    """The rows that are no sums and not empty, with what stands in the first field a table of the kind must have. InputError
    for one that has amounts and nothing there."""
    key = _REQUIRED[kind][0]
    for row in range(len(columns)):
        cells = Cells(columns, row, given_in, kind)
        code = cells.text(key)
        if normal(code or cells.text("name")) in _SUMS:
            continue
        if code:
            yield code, cells
        elif any(cells.number(each) for each in number_fields(kind)):
            raise cells.refused(key)


# ------------------------------------------------------------------------------------------------------------- demands


def demand_rows(columns: Columns, given_in: DisplayUnit, facts: DemandFacts) -> list[Demand]:
    """Projects, one a row. Without a capacity it is that of the areas by grade (M1 … M15), of one grade for all, or of the
    default grade; without a quantity it is the sum of the grades. InputError naming the row."""
    return [_demand(code, cells, facts) for code, cells in rows_of(columns, given_in, TableKind.DEMANDS)]


def _demand(code: str, cells: Cells, facts: DemandFacts) -> Demand:
    by_grade = _areas_by_grade(cells, facts.system)
    quantity = cells.area("quantity")
    if quantity is None:
        if not by_grade:
            raise cells.refused("quantity")
        quantity = Area.total(by_grade.values())
    only = cells.grade("grade", facts.system) or facts.default_grade
    if not by_grade and only is not None and quantity.micro_mu:
        by_grade = {only: quantity}
    if by_grade and Area.total(by_grade.values()) != quantity:
        template = translate("LandLedger", "Project {project}: areas by grade make {sum} mu, the quantity is {quantity} mu.")
        raise InputError(template, project=code, sum=plain_mu(Area.total(by_grade.values()).micro_mu), quantity=plain_mu(quantity.micro_mu))
    paddy = cells.area("paddy") or Area(0)
    if paddy > quantity:
        template = translate("LandLedger", "Project {project}: {paddy} mu of paddy are more than its farmland, {quantity} mu.")
        raise InputError(template, project=code, paddy=plain_mu(paddy.micro_mu), quantity=plain_mu(quantity.micro_mu))
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


def _areas_by_grade(cells: Cells, system: GradeSystem) -> dict[Decimal, Area]:
    """What stands under the grades (M1 … M15) and in the field of grades, each grade once and of the system."""
    found: dict[Decimal, Area] = {}
    for grade in range(1, worst_grade(GradeSystem.NATIONAL15) + 1):
        area = cells.area(f"M{grade}") or ZERO
        if area == ZERO:
            continue
        if grade > worst_grade(system):
            raise cells.refused(f"M{grade}")
        found[Decimal(grade)] = area
    for written, area in cells.grades("grades", system).items():
        if written in found:
            raise cells.refused("grades")
        found[written] = area
    return found


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
    return [_lot(code, cells, system) for code, cells in rows_of(columns, given_in, TableKind.LOTS)]


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
    own = _system(cells, system)
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
        grade=cells.grade("grade", own),
        system=own,
        doc_no=cells.text("doc_no"),
        location=cells.text("location"),
        accepted=cells.day("accepted"),
        running=cells.text("running").upper() in _YES,
        note=cells.text("note"),
    )


def _system(cells: Cells, otherwise: GradeSystem) -> GradeSystem:
    """The grade system that the row names, `otherwise` where it names none."""
    text = cells.text("grade_system")
    if not text:
        return otherwise
    for system, words in (
        (GradeSystem.NATIONAL15, ("national15", "国家利用等")), (GradeSystem.QUALITY10, ("quality10", "耕地质量等级"))
    ):
        if any(text.startswith(word) for word in words):
            return system
    raise cells.refused("grade_system")


def account_rows(columns: Columns, given_in: DisplayUnit) -> list[CountyYear]:
    """Yearly accounts of counties, one a row. InputError naming the row."""
    found = []
    for region, cells in rows_of(columns, given_in, TableKind.ACCOUNTS):
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
