"""Land supply 土地供应 and what of the approved land was not supplied, from the registers.

Supply is summed up by mode; the modes are those of the register's declaration, and their list is open: grants and
allotments need not make up the total. Last year's figures are what somebody printed, so growth is checked as intervals.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..area import MICRO_MU_PER_MU, ZERO, Area
from ..intervals import Figure, Interval, Verdict, agreement, former_of, growth, known, printed
from ..ledger.model import Scalar
from ..ledger.registers import load_register
from ..rules import Rules
from ..sentence import Sentence, sentence, translate
from .shares import percent, rounded

Values = Mapping[str, Scalar]

SUPPLY_AREA = "supply"
"""What the register `former` calls the supplied area of a year; that of one mode is `supply_CR`."""


def choices_of(register: str, field: str) -> Mapping[str, str]:
    """Codes of an enum field and what they are called."""
    return load_register(register).field(field).choices or {}


def area_in(values: Values, field: str) -> Area:
    """An area of a row, nothing where it is blank."""
    value = values.get(field)
    return Area(value) if isinstance(value, int) and not isinstance(value, bool) else ZERO


def day_in(values: Values, field: str) -> datetime.date | None:
    """A date of a row."""
    value = values.get(field)
    return datetime.date.fromisoformat(str(value)) if value else None


# ------------------------------------------------------------------------------------------------------------- batches


@dataclass(frozen=True)
class Batch:
    """An approval against what was supplied of it. `unsuppliable` is land that is never supplied (roads, green), `left`
    what remains: approved − supplied − unsuppliable, below nothing where more was supplied than approved."""

    doc_no: str
    name: str
    holder: str
    approved: datetime.date | None
    area: Area
    supplied: Area
    unsuppliable: Area
    parcels: int

    @property
    def left(self) -> Area:
        """What was approved and not supplied."""
        return self.area - self.supplied - self.unsuppliable


def batches_of(
    approvals: Iterable[Values], supplies: Iterable[Values], plots: Iterable[Values], base_year: int
) -> tuple[list[Batch], list[Sentence]]:
    """Every approval from `base_year` on that was not revoked, with what was supplied of it, and what has to be told:
    approvals without a date, parcels of an approval that is not in the register, more supplied than approved."""
    supplied: dict[str, Area] = {}
    counts: dict[str, int] = {}
    for row in supplies:
        number = str(row.get("approval") or "")
        supplied[number] = supplied.get(number, ZERO) + area_in(row, "area")
        counts[number] = counts.get(number, 0) + 1
    unsuppliable: dict[str, Area] = {}
    for row in plots:
        number = str(row.get("doc_no") or "")
        unsuppliable[number] = unsuppliable.get(number, ZERO) + area_in(row, "unsuppliable")
    found: list[Batch] = []
    told: list[Sentence] = []
    all_numbers = set()
    for row in approvals:
        number, approved = str(row.get("doc_no") or ""), day_in(row, "approved")
        all_numbers.add(number)
        if row.get("revoked") or (approved is not None and approved.year < base_year):
            continue
        if approved is None:
            text = translate("LandLedger", "Approval {number}: it has no date of approval and is left out.")
            told.append(sentence(text, number=number))
            continue
        batch = Batch(
            number,
            str(row.get("name") or ""),
            str(row.get("holder") or ""),
            approved,
            area_in(row, "area"),
            supplied.get(number, ZERO),
            unsuppliable.get(number, ZERO),
            counts.get(number, 0),
        )
        found.append(batch)
        if batch.left < ZERO:
            text = translate(
                "LandLedger", "Approval {number}: {supplied} ha supplied and {never} ha never to be, of {area} ha approved."
            )
            never = batch.unsuppliable.hectares(4)
            area = batch.area.hectares(4)
            told.append(sentence(text, number=number, supplied=batch.supplied.hectares(4), never=never, area=area))
    for number in sorted(set(supplied) - all_numbers - {""}):
        text = translate("LandLedger", "{count} supplied parcels name the approval {number}, which is not in the register.")
        told.append(sentence(text, count=counts[number], number=number))
    return found, told


@dataclass(frozen=True)
class Rates:
    """批而未供 of a holder (all holders with ''): `approved` since the base year, `left`, and the rates in per cent:
    left / approved, and supplied / approved of the last years."""

    approved: Area
    left: Area
    left_rate: Decimal | None
    supply_rate: Decimal | None


def rates_of(batches: Iterable[Batch], year: int, window: int, holder: str = "") -> Rates:
    """The rates at the end of `year`; `window` years of approvals count for the supply rate."""
    own = [batch for batch in batches if not holder or batch.holder == holder]
    own = [batch for batch in own if batch.approved is not None and batch.approved.year <= year]
    approved, left = Area.total(batch.area for batch in own), Area.total(batch.left for batch in own)
    recent = [batch for batch in own if batch.approved is not None and batch.approved.year > year - window]
    supplied = Area.total(batch.supplied for batch in recent)
    return Rates(approved, left, percent(left, approved), percent(supplied, Area.total(batch.area for batch in recent)))


def supply_window(rules: Rules) -> int:
    """Of how many years the approvals count for the supply rate."""
    return rules.whole("supply_rate_years")


def first_year(rules: Rules) -> int:
    """From which year on approvals count as approved-unsupplied land."""
    return rules.whole("unsupplied_base_year")


# --------------------------------------------------------------------------------------------------------------- modes


@dataclass(frozen=True)
class Former:
    """A figure of the year before: as printed, or only by the growth that was printed this year (反推)."""

    value: Figure | None = None
    growth: Figure | None = None

    def interval(self, current: Figure) -> Interval | None:
        """What the figure of the year before may have been."""
        if self.value is not None:
            return self.value.interval
        return None if self.growth is None else former_of(current, self.growth)


@dataclass(frozen=True)
class ModeSum:
    """Supply of a year by one mode, '' for all: parcels, area, the year before, growth in per cent with two decimals."""

    code: str
    name: str
    count: int
    area: Area
    former: Former | None = None
    growth: Decimal | None = None


@dataclass(frozen=True)
class SupplyYear:
    """Supply of a year by mode, and all of it; `findings` say what could not be counted and what does not agree."""

    year: int
    modes: Sequence[ModeSum]
    total: ModeSum
    findings: Sequence[Sentence] = ()
    verdict: Verdict | None = None


def supply_of(
    supplies: Iterable[Values], year: int, former: Iterable[Values] = (), holder: str = "", modes: Mapping[str, str] | None = None
) -> SupplyYear:
    """Supply signed in `year` by mode; `former` are rows of the register `former` (those of the year before count).

    Modes that were used or have a figure of the year before, in the order of the declaration; a mode nobody declared
    comes last under its own name. Parcels without a date are said, not counted.
    """
    names = dict(choices_of("supply", "mode") if modes is None else modes)
    own = [row for row in supplies if not holder or row.get("holder") == holder]
    told = []
    undated = [row for row in own if not row.get("signed")]
    if undated:
        text = translate("LandLedger", "{count} supplied parcels of {area} mu have no date and count in no year.")
        area = Area.total(area_in(row, "area") for row in undated)
        told.append(sentence(text, count=len(undated), area=area.mu(4)))
    rows = [row for row in own if str(row.get("signed") or "")[:4] == str(year)]
    formers = _formers(former, year - 1, holder)
    of_mode = f"{SUPPLY_AREA}_"
    used = {str(row.get("mode") or "") for row in rows}
    used |= {what[len(of_mode) :] for what in formers if what.startswith(of_mode)}
    order = [code for code in names if code in used] + sorted(used - set(names) - {""})
    if "" in {str(row.get("mode") or "") for row in rows}:
        order.append("")
    sums = []
    for code in order:
        members = [row for row in rows if str(row.get("mode") or "") == code]
        sums.append(_mode(code, names.get(code, code), members, formers.get(of_mode + code)))
    total = _mode("", "", rows, formers.get(SUPPLY_AREA))
    agreed = _agreement(sums, total)
    if agreed is Verdict.FAILS:
        told.append(_disagreement(sums, total))
    return SupplyYear(year, sums, total, told, agreed)


def _formers(rows: Iterable[Values], year: int, holder: str) -> dict[str, Former]:
    found = {}
    for row in rows:
        if row.get("year") != year or (holder and row.get("holder") != holder):
            continue
        value, rate = row.get("value"), row.get("growth")
        places = row.get("growth_decimals")
        figure = printed(str(value)) if value not in (None, "") and row.get("qualifier") != "derived" else None
        growth_figure = None
        if rate not in (None, ""):
            decimals = places if isinstance(places, int) else None
            growth_figure = printed(str(rate), scale=Fraction(1, 100), decimals=decimals)
        found[str(row.get("what") or "")] = Former(figure, growth_figure)
    return found


def _mode(code: str, name: str, rows: Sequence[Values], former: Former | None) -> ModeSum:
    area = Area.total(area_in(row, "area") for row in rows)
    rate = None
    if former is not None and former.value is not None and former.value.value:
        rate = rounded(growth(_figure(area), former.value).value * 100, 2)
    elif former is not None and former.growth is not None:
        rate = rounded(former.growth.value * 100, 2)
    return ModeSum(code, name, len(rows), area, former, rate)


def _figure(area: Area) -> Figure:
    return known(Fraction(area.micro_mu, MICRO_MU_PER_MU))


def former_sums(sums: Sequence[ModeSum], total: ModeSum) -> tuple[Interval, Interval] | None:
    """The year before by modes, and by the total; None where one of them is not known."""
    whole = None if total.former is None else total.former.interval(_rounded_figure(total))
    if whole is None or not sums:
        return None
    by_modes = Interval.point(0)
    for each in sums:
        part = None if each.former is None else each.former.interval(_rounded_figure(each))
        if part is None:
            return None
        by_modes = by_modes.plus(part)
    return by_modes, whole


def _rounded_figure(each: ModeSum) -> Figure:
    """The area as a bulletin prints it beside its growth: whole 亩."""
    return printed(each.area.mu(0))


def _agreement(sums: Sequence[ModeSum], total: ModeSum) -> Verdict | None:
    ways = former_sums(sums, total)
    return None if ways is None else agreement(*ways)


def _disagreement(sums: Sequence[ModeSum], total: ModeSum) -> Sentence:
    ways = former_sums(sums, total)
    text = translate(
        "LandLedger",
        "The year before was {modes} mu by the growth of the modes and {total} mu by that of the total; some other mode is "
        "missing, or one of the figures is wrong.",
    )
    modes, whole = ("", "") if ways is None else (ways[0].said(0), ways[1].said(0))
    return sentence(text, modes=modes, total=whole)
