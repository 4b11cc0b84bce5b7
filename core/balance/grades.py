"""Farmland grades and what land of a grade yields: the grain capacity of a balance (标准粮食产能).

Grades of two systems are different scales (national utilisation grade 1–15, quality grade 1–10) and are never added or
compared. Yields stand in `resources/codes/capacity.csv`: presets by grade system, some with rows of their own for paddy
and dry land; a bureau has presets of its own in a file with the same columns. No yield of the quality grades is published,
so there is none of them before a bureau gives its own. The preset `official` is the formula on the public forms: area in
hectares × (16 − grade) × 1500 kg.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from ..area import MICRO_MU_PER_MU, Area
from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..rounding import divide_half_up
from ..sentence import translate
from ..survey.schema import GradeSystem, worst_grade

_COLUMNS = ("grade_system", "preset", "kind", "grade", "kg_per_mu", "source", "status")
_NEEDED = tuple(column for column in _COLUMNS if column != "kind")
OFFICIAL = "official"
_KILOGRAMS = re.compile(r"[0-9]{1,5}(\.[0-9]{1,4})?")
SYSTEM_NAMES = {
    GradeSystem.NATIONAL15: translate("LandLedger", "national utilisation grade (1 to 15)"),
    GradeSystem.QUALITY10: translate("LandLedger", "farmland quality grade (1 to 10)"),
}
OWN_FILE = "land_ledger/codes/capacity.csv"
"""Where the presets of a bureau stand below the folder of its QGIS profile."""


@dataclass(frozen=True)
class Yields:
    """A preset: kg per mu by grade, for paddy and for dry land (the same where the preset does not part them)."""

    system: GradeSystem
    preset: str
    paddy: Mapping[int, Decimal]
    dry: Mapping[int, Decimal]
    source: str
    status: str

    def per_mu(self, grade: Decimal | int, is_paddy: bool = False) -> Fraction:
        """Kg per mu of a grade, exact; of a grade between two (an average) on the line between them.

        InputError for a grade that the system does not have.
        """
        table = self.paddy if is_paddy else self.dry
        exact = Fraction(grade)
        low = exact.numerator // exact.denominator
        if low not in table or (exact != low and low + 1 not in table):
            raise InputError(
                translate("LandLedger", "The farmland grade {grade} is none of 1 to {worst}."),
                grade=grade,
                worst=worst_grade(self.system),
            )
        if exact == low:
            return Fraction(table[low])
        return Fraction(table[low]) + (exact - low) * (Fraction(table[low + 1]) - Fraction(table[low]))

    def capacity(self, parts: Iterable[tuple[Decimal | int, bool, Area]]) -> Fraction:
        """Exact kg of (grade, whether paddy, area) parts: kept so, rounded once where it is printed or booked."""
        total = Fraction(0)
        for grade, is_paddy, area in parts:
            total += self.per_mu(grade, is_paddy) * Fraction(area.micro_mu, MICRO_MU_PER_MU)
        return total


def whole_kilograms(capacity: Fraction) -> int:
    """Half-up to whole kg: the one rounding of a capacity."""
    return divide_half_up(capacity.numerator, capacity.denominator)


def weighted_grade(parts: Iterable[tuple[Decimal | int, Area]]) -> Fraction | None:
    """Σ(area · grade) / Σ area, exact, smaller is better; None of no area. Printed with two decimals."""
    weight, total = Fraction(0), 0
    for grade, area in parts:
        weight += Fraction(grade) * area.micro_mu
        total += area.micro_mu
    return weight / total if total else None


def load_yields(system: GradeSystem, preset: str = OFFICIAL, own: Path | None = None) -> Yields:
    """A preset of a grade system, that of the bureau's `own` file (which may not exist) before ours; InputError saying where
    to put it where there is none."""
    found = _known(own).get((system, preset))
    if found is None:
        template = translate(
            "LandLedger",
            "There is no capacity preset {preset} for the grade system {system}: write yields of your own into {file}, a row for each "
            "grade 1 to {worst}, with the columns {columns} (kg_per_mu in kilograms a mu, kind empty or paddy or dry).",
        )
        raise InputError(
            template, preset=preset, system=system.value, file=str(own or OWN_FILE), worst=worst_grade(system),
            columns=",".join(_COLUMNS),
        )  # fmt: skip
    return found


def presets_of(system: GradeSystem, own: Path | None = None) -> list[str]:
    """The names of the presets of a grade system, ours before those of the bureau's `own` file."""
    return [preset for of, preset in _known(own) if of is system]


def _known(own: Path | None) -> Mapping[tuple[GradeSystem, str], Yields]:
    shipped = _shipped(resource("codes", "capacity.csv"))
    return {**shipped, **_presets(own)} if own is not None and own.is_file() else shipped


@lru_cache(maxsize=4)
def _shipped(path: Path) -> Mapping[tuple[GradeSystem, str], Yields]:
    return _presets(path)


def _presets(path: Path) -> Mapping[tuple[GradeSystem, str], Yields]:
    rows: dict[tuple[GradeSystem, str], list[FactRow]] = {}
    systems = {system.value: system for system in GradeSystem}
    for row in read_facts(path, _NEEDED):
        if row.text("grade_system") not in systems:
            raise row.refuse("grade_system")
        rows.setdefault((systems[row.text("grade_system")], row.needed("preset")), []).append(row)
    return {key: _yields(*key, of) for key, of in rows.items()}


def _yields(system: GradeSystem, preset: str, rows: list[FactRow]) -> Yields:
    """A preset of its rows: every grade once, for paddy and for dry land; a row without a kind is for both."""
    paddy: dict[int, Decimal] = {}
    dry: dict[int, Decimal] = {}
    for row in rows:
        kind, grade, yielded = row.text("kind"), row.needed("grade"), row.needed("kg_per_mu")
        if kind not in ("", "paddy", "dry"):
            raise row.refuse("kind")
        if not _KILOGRAMS.fullmatch(yielded):
            raise row.refuse("kg_per_mu")
        for table, own in ((paddy, "paddy"), (dry, "dry")):
            if kind in ("", own):
                if not grade.isdecimal() or not 1 <= int(grade) <= worst_grade(system) or int(grade) in table:
                    raise row.refuse("grade")
                table[int(grade)] = Decimal(yielded)
    if len(paddy) < worst_grade(system) or len(dry) < worst_grade(system):
        raise InputError(
            translate("LandLedger", "{file}: the capacity preset {preset} has no yield for some grade of 1 to {worst}."),
            file=rows[0].file,
            preset=preset,
            worst=worst_grade(system),
        )
    return Yields(system, preset, paddy, dry, rows[0].needed("source"), rows[0].needed("status"))
