"""The sheets of the reserve in the yearly report: stock by county, use by month and year, lots that end, links, projects."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ...area import Area
from ...ledger.registers import load_register
from ...sentence import Sentence, sentence, translate
from ...workbook import DisplayUnit, FilledTable, Row, load_layout, with_subtotals
from ...workbook.table import Value
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from ..requisition.words import REGIMES
from .job import FarmlandJob
from .links import Link, LinkState
from .settling import Standing
from .stock import CountyStock, Use, YearOfStock, is_expired

MONTHS = range(1, 13)
UNKNOWN = "未登记占用"
_PREFIXES = {LinkState.BEFORE: "D", LinkState.DRAWN: "D", LinkState.FROZEN: "F", LinkState.PROMISED: "C"}


class FarmlandTables:
    """Fills the sheets of a job; `regions` are the names of holders by code."""

    def __init__(self, job: FarmlandJob, regions: Mapping[str, str]) -> None:
        self.job, self.regions = job, regions

    def region(self, code: str) -> str:
        """What a holder is called."""
        return self.regions.get(code, code)

    def _filled(self, layout_id: str, rows: Iterable[Row], notes: Sequence[Sentence] = ()) -> FilledTable:
        """The rows with their sums, in the unit of the job; in 亩 where an area is not exact in it."""
        layout = load_layout(layout_id, self.job.folder)
        listed = list(rows)
        unit, told = self.job.unit, list(notes)
        if unit is not DisplayUnit.MU and not _exact(listed, unit):
            unit = DisplayUnit.MU
            told.append(sentence(translate("LandLedger", "Areas booked in mu are not exact in hectares, so they are in mu here.")))
        places = {"name": self.job.name, "year": self.job.year}
        return FilledTable(layout, with_subtotals(layout, listed), unit, places, told)

    # ----------------------------------------------------------------------------------------------------------- stock

    def counties(self, stocks: Sequence[CountyStock]) -> FilledTable:
        """T05C: one row a county."""
        return self._filled("T05C", [self._county(each) for each in stocks])

    def _county(self, each: CountyStock) -> Row:
        groups = {
            "0": each.original, "I": each.moved_in, "1": each.used, "3": each.frozen, "T": each.moved_out,
            "V": each.written_off, "A": each.free, "X": each.expired, "R": each.unaccepted,
        }  # fmt: skip
        cells: dict[str, Value] = {"REGION": self.region(each.holder), "N": each.lots, "N9": each.running}
        for letter, amounts in groups.items():
            cells.update(_of_lots(letter, amounts))
        return Row(cells)

    def months(self, uses: Mapping[str, Use]) -> FilledTable:
        """T05M: the months of the year, those after the day of the report blank."""
        rows, together = [], NOTHING
        for month in MONTHS:
            if (self.job.year, month) > (self.job.day.year, self.job.day.month):
                break
            use = uses.get(f"{self.job.year}-{month:02d}", Use())
            together = together.plus(use.amounts)
            rows.append(
                Row({"MONTH": f"{month}月", "N": use.vouchers, **_of_lots("U", use.amounts), **_of_lots("S", together)})
            )
        return self._filled("T05M", rows)

    def years(self, years: Sequence[YearOfStock]) -> FilledTable:
        """T05Y: use and stock by year, and how long the stock lasts."""
        rows = []
        for each in years:
            lasts: dict[str, Value] = dict(zip(("YQ", "YW", "YP"), each.lasts))
            amounts = {**_of_lots("E", each.entered), **_of_lots("U", each.use.amounts), **_of_lots("L", each.stock)}
            rows.append(Row({"YEAR": f"{each.year}年", "N": each.use.projects, **amounts, **lasts}))
        notes = []
        if years and self.job.day < datetime.date(self.job.year, 12, 31):
            text = translate("LandLedger", "The year {year} counts up to {day}.")
            notes.append(sentence(text, year=self.job.year, day=self.job.day.isoformat()))
        return self._filled("T05Y", rows, notes)

    def ending(self, lots: Sequence[Lot], months: int) -> FilledTable:
        """T05E: lots that are expired or end within so many months."""
        rows = []
        ending = [(lot, lot.valid_to) for lot in lots if lot.valid_to is not None]
        for number, (lot, last) in enumerate(ending, 1):
            rows.append(
                Row(
                    {
                        "SEQ": number, "REGION": self.region(lot.region), "PRJ_ID": lot.code, "PRJ_NAME": lot.name,
                        "VALID_TO": last, "DAYS": (last - self.job.day).days, **_of_lots("A", lot.remaining),
                        **_of_lots("3", lot.frozen), "ST": "已过有效期" if is_expired(lot, self.job.day) else f"{months}个月内到期",
                    }
                )
            )  # fmt: skip
        return self._filled("T05E", rows)

    # ----------------------------------------------------------------------------------------------------------- links

    def links(self, standings: Sequence[Standing], links: Sequence[Link], lots: Sequence[Lot]) -> FilledTable:
        """T06L: one row a project and lot and voucher, what a project occupies on its first row; what was drawn before lots
        came into the ledger at the end."""
        names = {(lot.region, lot.code): lot.name for lot in lots}
        rows: list[Row] = []
        for each in standings:
            first: dict[str, Value] = _of_project("N", each.need) if each.known else {}
            of_project: Sequence[Link | None] = each.links or [None]
            for link in of_project:
                rows.append(self._link(len(rows) + 1, {**_project(each), **first}, link, names))
                first = {}
        for link in links:
            if link.state is LinkState.BEFORE:
                rows.append(self._link(len(rows) + 1, {}, link, names))
        return self._filled("T06L", rows)

    def _link(
        self, number: int, cells: Mapping[str, Value], link: Link | None, names: Mapping[tuple[str, str], str]
    ) -> Row:
        if link is None:
            return Row({"SEQ": number, **cells, "ST": "未挂钩"})
        return Row(
            {
                "SEQ": number, **cells, "R_ID": link.lot, "R_NAME": names.get((link.holder, link.lot), link.lot),
                "R_REGION": self.region(link.holder), **_of_project(_PREFIXES[link.state], link.amounts),
                "CONFIRM": link.confirmation or None, "DATE": link.day, "PF": link.doc_no or None, "GD": link.linked,
                "ST": link.state.value, "VOUCHER": link.voucher or None,
            }
        )  # fmt: skip

    def projects(self, standings: Sequence[Standing]) -> FilledTable:
        """T06B: one row a project, sums by county."""
        ordered = sorted(standings, key=lambda each: (self._place(each.holder), each.code))
        return self._filled("T06B", [self._standing(each) for each in ordered])

    def _place(self, holder: str) -> int:
        return self.job.holders.index(holder) if holder in self.job.holders else len(self.job.holders)

    def _standing(self, each: Standing) -> Row:
        outcome, said = each.outcome, each.said
        effective = each.values.get("effective")
        cells: dict[str, Value] = {
            "REGION": self.region(each.holder), **_project(each), "REGIME": REGIMES[each.regime],
            "EFFECTIVE": datetime.date.fromisoformat(str(effective)) if effective else None,
            "WAY": UNKNOWN if outcome is None else outcome.value, "WAY0": said.value if said else None,
            "CONFIRM": "、".join(dict.fromkeys(link.confirmation for link in each.links if link.confirmation)) or None,
        }  # fmt: skip
        for prefix, amounts in (
            ("Z", each.need), ("D", each.drawn), ("F", each.frozen), ("C", each.promised), ("S", each.short),
        ):  # fmt: skip
            cells.update(_of_project(prefix, amounts))
        return Row(cells)


def _exact(rows: Sequence[Row], unit: DisplayUnit) -> bool:
    areas = (value for row in rows for value in row.values.values() if isinstance(value, Area))
    return all(area.micro_mu % unit.step == 0 for area in areas)


def _project(each: Standing) -> dict[str, Value]:
    kinds = load_register("balance_project").field("type").choices or {}
    kind = str(each.values.get("type") or "")
    return {"PRJ_ID": each.code, "PRJ": str(each.values.get("name") or each.code), "PTYPE": kinds.get(kind, kind) or None}


def _of_lots(letter: str, amounts: Indicators) -> dict[str, Value]:
    quantity, paddy, capacity = amounts
    return {f"Q{letter}": Area(quantity), f"W{letter}": Area(paddy), f"P{letter}": Decimal(capacity)}


def _of_project(prefix: str, amounts: Indicators) -> dict[str, Value]:
    quantity, paddy, capacity = amounts
    return {f"{prefix}_Q": Area(quantity), f"{prefix}_W": Area(paddy), f"{prefix}_P": capacity}
