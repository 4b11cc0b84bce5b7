"""T05, the ledger of the reserve: a row a lot, in hectares and in mu, with its checks.

    sheets = reserve_sheets(ledger.lots(), names)
    write_workbook(path, [*sheets.tables, checks_table(sheets.identities, …)], …)

In mu every amount stands as it is booked. In hectares the original amounts are rounded half-up to 0.0001, and what
became of them is apportioned to that by the largest remainder, so that rows and columns foot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ...area import Area
from ...errors import FootingError
from ...ledger.registers import load_register
from ...rounding import divide_half_up, largest_remainder
from ...sentence import Sentence, sentence, translate
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    compact,
    identities_of,
    load_layout,
    with_subtotals,
)
from ...workbook.table import Value
from ..indicators import Indicators
from ..lots import Lot, LotState

STEP = 1500
"""Micro-mu in 0.0001 ha, the last digit of the sheet in hectares."""

MU_SHEET = "补充耕地储备库（亩）"

_STATES = {
    LotState.UNUSED: "未使用",
    LotState.PARTLY: "使用了一部分",
    LotState.USED_UP: "全部用完",
}
_OUTCOMES = ("1", "3", "T", "V", "A")
"""Groups into which what a lot has (original and moved in) is divided, as the last letter of their keys."""


@dataclass(frozen=True)
class ReserveSheets:
    """T05 in hectares and in mu, and the identities that were checked; `rounded` how many areas were rounded in hectares."""

    tables: Sequence[FilledTable]
    identities: Sequence[Identity]
    rounded: int

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold."""
        return not all(identity.ok for identity in self.identities)


def reserve_sheets(
    lots: Sequence[Lot], regions: Mapping[str, str], name: str = "", folder: str | None = None
) -> ReserveSheets:
    """T05 of these lots; `regions` are the names of holders by code, `name` stands in the title."""
    rounded = sum(bool(part % STEP) for lot in lots for amount in _groups(lot).values() for part in amount[:2])
    tables = [
        reserve_table(lots, regions, unit, name, folder) for unit in (DisplayUnit.HECTARE, DisplayUnit.MU)
    ]
    identities: list[Identity] = []
    for table, of_lots in zip(tables, (_rounded(lots), [_groups(lot) for lot in lots])):
        identities += compact([*identities_of(table), *_own_identities(table, lots, of_lots)])
    return ReserveSheets(tables, identities, rounded)


def reserve_table(
    lots: Sequence[Lot],
    regions: Mapping[str, str],
    unit: DisplayUnit = DisplayUnit.HECTARE,
    name: str = "",
    folder: str | None = None,
) -> FilledTable:
    """T05 in one unit: lots of a region together, a sum for each region of several, a total."""
    layout = load_layout("T05", folder)
    groups = _rounded(lots) if unit is DisplayUnit.HECTARE else [_groups(lot) for lot in lots]
    order = {code: place for place, code in enumerate(dict.fromkeys(lot.region for lot in lots))}
    ranked = sorted(zip(lots, groups), key=lambda pair: order[pair[0].region])
    rows = [Row(_row(number, lot, amounts, regions)) for number, (lot, amounts) in enumerate(ranked, 1)]
    running = sum(lot.running for lot in lots)
    notes: list[Sentence] = []
    if running:
        text = translate("LandLedger", "{count} lots are not accepted yet: they may be linked as a promise only.")
        notes.append(sentence(text, count=running))
    if unit is DisplayUnit.HECTARE and any(part % STEP for lot in lots for each in _groups(lot).values() for part in each[:2]):
        text = translate("LandLedger", "Areas booked in mu are rounded to 0.0001 ha; the sheet in mu has them as they are booked.")
        notes.append(sentence(text))
    sheet = MU_SHEET if unit is DisplayUnit.MU else ""
    return FilledTable(layout, with_subtotals(layout, rows), unit, {"name": name}, notes, sheet)


def _groups(lot: Lot) -> dict[str, Indicators]:
    """The amounts of a lot by the last letter of their keys, as they are booked; 剩余 is what is frozen and what is free."""
    return {
        "0": lot.original, "I": lot.moved_in, "1": lot.used, "3": lot.frozen, "T": lot.moved_out, "V": lot.written_off,
        "A": lot.remaining, "2": lot.remaining.plus(lot.frozen),
    }  # fmt: skip


def _rounded(lots: Sequence[Lot]) -> list[dict[str, Indicators]]:
    """The amounts with areas in whole 0.0001 ha; FootingError for a lot with an amount below nothing."""
    for lot in lots:
        if min(map(min, _groups(lot).values())) < 0:
            raise FootingError(translate("LandLedger", "Lot {lot} has a balance below nothing. Verify the ledger."), lot=lot.code)
    groups = [_groups(lot) for lot in lots]
    found = [dict(each) for each in groups]
    for place in (0, 1):
        for amounts, exact in zip(found, groups):
            for letter in ("0", "I"):
                amounts[letter] = _with(amounts[letter], place, divide_half_up(exact[letter][place], STEP) * STEP)
        _apportion(groups, found, place)
    for amounts in found:
        amounts["2"] = amounts["3"].plus(amounts["A"])
    return found


def _apportion(groups: Sequence[Mapping[str, Indicators]], found: Sequence[dict[str, Indicators]], place: int) -> None:
    """What became of each lot, by the largest remainder to what it has."""
    some = [number for number, each in enumerate(groups) if each["0"][place] + each["I"][place] > 0]
    if not some:
        return
    raw = np.array([[groups[number][letter][place] for letter in _OUTCOMES] for number in some], dtype=np.float64)
    masters = np.array([(found[number]["0"][place] + found[number]["I"][place]) // STEP for number in some], dtype=np.int64)
    owners = np.repeat(np.arange(len(some)), len(_OUTCOMES))
    units = largest_remainder(raw.ravel(), owners, masters).reshape(raw.shape)
    for number, shares in zip(some, units.tolist()):
        for letter, share in zip(_OUTCOMES, shares):
            found[number][letter] = _with(found[number][letter], place, share * STEP)


def _with(amount: Indicators, place: int, value: int) -> Indicators:
    parts = list(amount)
    parts[place] = value
    return Indicators(*parts)


def _row(number: int, lot: Lot, amounts: Mapping[str, Indicators], regions: Mapping[str, str]) -> dict[str, Value]:
    register = load_register("lot")
    systems, kinds = register.field("grade_system").choices or {}, register.field("kind").choices or {}
    values: dict[str, Value] = {
        "SEQ": number, "REGION": regions.get(lot.region, lot.region), "PRJ_ID": lot.code, "PRJ_NAME": lot.name,
        "TYPE": kinds.get(lot.kind, lot.kind), "DOC_NO": lot.doc_no, "DATE_IN": lot.entered, "GRADE": lot.grade,
        "GSYS": systems.get(lot.system.value, lot.system.value).split("（")[0], "STATE": _STATES[lot.state],
        "VALID_TO": lot.valid_to, "ZL": lot.location, "YS": lot.accepted,
        "NOTE": "；".join(filter(None, ("正在实施" if lot.running else "", lot.note))),
    }  # fmt: skip
    for letter, (quantity, paddy, capacity) in amounts.items():
        values[f"Q{letter}"], values[f"W{letter}"], values[f"P{letter}"] = Area(quantity), Area(paddy), Decimal(capacity)
    return values


def _own_identities(
    table: FilledTable, lots: Sequence[Lot], groups: Sequence[Mapping[str, Indicators]]
) -> list[Identity]:
    """What a lot had and got is what became of it."""
    name = sentence(translate("LandLedger", "original + moved in = drawn + moved out + voided + remaining"))
    where = translate("LandLedger", "{sheet}, lot {lot}")
    found = []
    for lot, amounts in zip(lots, groups):
        has = amounts["0"].plus(amounts["I"])
        became = amounts["1"].plus(amounts["T"]).plus(amounts["V"]).plus(amounts["2"])
        place = sentence(where, sheet=table.sheet, lot=lot.code)
        found += [Identity(name, place, Area(one), Area(other)) for one, other in zip(has[:2], became[:2])]
        found.append(Identity(name, place, has.capacity, became.capacity, unit="公斤"))
    return found


def remaining_of(lots: Sequence[Lot]) -> Indicators:
    """What is free of accepted lots together: the stock that a bulletin prints."""
    return Indicators.total(lot.remaining for lot in lots if not lot.running)
