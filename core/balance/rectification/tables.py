"""T10 耕地流出图斑整改台账, T10S 县级汇总表, the sheet of acts, and printed figures beside what was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...area import Area
from ...intervals import total_of, verdict
from ...quota.register_tables import TableNames
from ...quota.shares import percent
from ...quota.table_checks import data_rows, row_identities, summed_rows, total_area
from ...rounding import divide_half_up
from ...sentence import sentence, translate
from ...workbook import FilledTable, Identity, Row, RowKind, load_layout, with_sums
from ...workbook.table import Value
from ..printed_figures import Comparison, PrintedFigure, compared, printed_figures
from ..printing import STEP, printed_together
from .fields import PLAN_SIGN
from .model import STATE_NAMES, WAY_NAMES, Rectified, SpotResult, SpotState, Way

YES, NO = "是", "否"
TEN_THOUSAND_MU = 100 * STEP
AREA_KEYS: Mapping[Way, str] = {Way.RESTORED: "A1", Way.IN_OUT: "A2", Way.SUPPLEMENT: "A3"}


# ----------------------------------------------------------------------------------------------------------------- T10


def spot_table(found: Rectified, names: TableNames) -> FilledTable:
    """T10: one row a spot, sums by county."""
    layout = load_layout("T10", names.folder)
    rows = [Row(with_sums(layout, {"SEQ": str(number), **_cells(each)})) for number, each in enumerate(found.spots, 1)]
    summed = summed_rows(layout, rows, lambda row: {"R": rate(row.get("AT"), row.get("A0"))})
    return FilledTable(layout, summed, None, {"name": names.title})


def _cells(each: SpotResult) -> dict[str, Value]:
    spot, acts = each.spot, each.acts
    ways = [WAY_NAMES[way] for way in Way if each.amounts[way]]
    plans = [_plan(act.plan_no, act.patch) for act in acts if act.way is Way.IN_OUT]
    supplements = [act.patch for act in acts if act.way is Way.SUPPLEMENT]
    after = [act.class_after for act in acts if act.way is Way.RESTORED]
    last = max((act.date for act in acts if act.date is not None), default=None)
    evidence = [spot.evidence, *(act.evidence for act in acts)]
    return {
        "COUNTY": spot.county or None, "TOWN": spot.township or None, "VILLAGE": spot.village or None, "TBBH": spot.number,
        "NF": spot.year, "DL0": spot.class_before or None, "DL1": spot.class_after or None,
        "QX": _joined([spot.case, spot.exemption if spot.exemption not in spot.case else ""], "；"),
        "YN": YES if spot.prime else NO, "A": spot.outflow, "A0": spot.due, "WAY": _joined(ways),
        **{key: each.amounts[way] for way, key in AREA_KEYS.items()},
        "R": rate(each.done, spot.due), "A9": each.left, "DL2": _joined(after), "JCNO": _joined(plans, "；"),
        "BHNO": _joined(supplements), "YS": last, "JZ": _joined(evidence), "XH": spot.closed,
        "ST": STATE_NAMES[each.state],
    }  # fmt: skip


def rate(part: Value, whole: Value) -> Decimal | None:
    """整改比例 in per cent with two decimals; 100.00 only where nothing is left."""
    if not isinstance(part, Area) or not isinstance(whole, Area):
        return None
    found = percent(part, whole)
    return Decimal("99.99") if found == 100 and part < whole else found


def _plan(plan: str, patch: str) -> str:
    return f"{plan}{PLAN_SIGN}{patch}" if plan and patch else plan or patch


def _joined(texts: Sequence[str], sign: str = "、") -> str | None:
    return sign.join(dict.fromkeys(text for text in texts if text)) or None


def act_table(found: Rectified, names: TableNames) -> FilledTable:
    """整改措施: every act, those that name no spot of the list too."""
    layout = load_layout("RECTACTS", names.folder)
    acts = [*(act for each in found.spots for act in each.acts), *found.strays]
    rows = [
        Row(
            {
                "SEQ": str(number), "NO": act.said_number or None, "TBBH": act.spot, "WAY": WAY_NAMES[act.way], "A": act.area,
                "PATCH": act.patch or None, "A_TB": act.patch_area, "PLAN": act.plan_no or None, "DATE": act.date,
                "DL2": act.class_after or None, "JZ": act.evidence or None,
            }
        )
        for number, act in enumerate(acts, 1)
    ]  # fmt: skip
    return FilledTable(layout, summed_rows(layout, rows), None, {"name": names.title})


# ---------------------------------------------------------------------------------------------------------------- T10S


@dataclass(frozen=True)
class CountySums:
    """A county: its spots, those done, and exact areas by way and left."""

    name: str
    spots: int
    done: int
    amounts: Mapping[Way, Area]
    left: Area

    @property
    def total(self) -> Area:
        """All ways."""
        return Area.total(self.amounts.values())

    @property
    def due(self) -> Area:
        """What has to be rectified."""
        return self.total + self.left


def county_sums(found: Rectified) -> list[CountySums]:
    """Sums by county, in the order in which they first appear."""
    by_county: dict[str, list[SpotResult]] = {}
    for each in found.spots:
        by_county.setdefault(each.spot.county, []).append(each)
    ready = (SpotState.DONE, SpotState.CLOSED)
    return [
        CountySums(
            name, len(members), sum(each.state in ready for each in members),
            {way: Area.total(each.amounts[way] for each in members) for way in Way},
            Area.total(each.left for each in members),
        )
        for name, members in by_county.items()
    ]  # fmt: skip


def summary_table(found: Rectified, names: TableNames) -> FilledTable:
    """T10S in 万亩, two decimals, rounded once in the cells so that it foots as printed; the rates are those of the exact
    areas. Where a county did more than it had to, its figures are rounded by themselves: then the workbook is a draft."""
    layout = load_layout("T10S", names.folder)
    counties = county_sums(found)
    cells = [[*(each.amounts[way].micro_mu for way in Way), each.left.micro_mu] for each in counties]
    together = all(value >= 0 for row in cells for value in row)
    units = printed_together(cells) if together else [[divide_half_up(v, STEP) for v in row] for row in cells]
    rows = []
    for each, printed in zip(counties, units):
        values: dict[str, Value] = {"REGION": each.name or UNNAMED, "N": each.spots, "N1": each.done}
        values.update({key: in_print(unit) for key, unit in zip((*AREA_KEYS.values(), "A9"), printed)})
        rows.append(Row(with_sums(layout, {**values, "R": rate(each.total, each.due)})))
    summed = summed_rows(layout, rows, lambda _: {"R": rate(found.done, found.due)})
    notes = [
        sentence(translate("LandLedger", "Figures are rounded once and together; the rate follows from exact areas."))
    ]
    return FilledTable(layout, summed, None, {"name": names.title}, notes)


UNNAMED = "（未填县区）"


def in_print(units: int) -> Decimal:
    """Printed units of 0.01 万亩."""
    return Decimal(units).scaleb(-2)


def rectification_identities(
    found: Rectified, spots: FilledTable, acts: FilledTable, summary: FilledTable
) -> list[Identity]:
    """T10 against the acts, T10S against T10, and that no rule that binds is broken."""
    identities = [
        *row_identities(
            spots, translate("LandLedger", "{table}: still to be rectified ≥ nothing"), "TBBH",
            lambda row: (Area(0), row.value("A9")), "≤",
        ),
    ]  # fmt: skip
    by_acts = sentence(translate("LandLedger", "T10 rectified = acts, added up"))
    for way, key in AREA_KEYS.items():
        listed = Area.total(
            area for row in data_rows(acts)
            if row.value("WAY") == WAY_NAMES[way] and isinstance(area := row.value("A"), Area)
        )  # fmt: skip
        identities.append(Identity(by_acts, WAY_NAMES[way], total_area(spots, key), listed))
    total = next((row for row in summary.rows if row.kind is RowKind.TOTAL), None)
    if total is not None:
        identities += _printed_identities(spots, total)
    return identities


def _printed_identities(spots: FilledTable, total: Row) -> list[Identity]:
    """The total row of T10S: the grand total is T10 rounded half-up, every other figure next to the exact one."""
    rounded = sentence(translate("LandLedger", "T10S total = T10, rounded"))
    beside = sentence(translate("LandLedger", "T10S differs from T10 by less than its last digit"))
    due = in_print(divide_half_up(total_area(spots, "A0").micro_mu, STEP))
    found = [Identity(rounded, "A0", total.value("A0"), due, "=", "万亩")]  # type: ignore[arg-type]
    for key in (*AREA_KEYS.values(), "AT", "A9"):
        printed, exact = total.value(key), total_area(spots, key)
        if isinstance(printed, Decimal):
            off = abs(Fraction(printed) * TEN_THOUSAND_MU - exact.micro_mu)
            found.append(
                Identity(beside, key, Area(divide_half_up(off.numerator, off.denominator)), Area(STEP - 1), "≤")
            )
    return found


# -------------------------------------------------------------------------------------------------------- printed figures


_ITEMS = {
    "应整改": "due", "完成整改合计": "done", "整改合计": "done", "合计": "done", "整改恢复": Way.RESTORED.value,
    "落实进出平衡": Way.IN_OUT.value, "进出平衡": Way.IN_OUT.value, "调整补划": Way.SUPPLEMENT.value,
    "整改处置比例": "rate", "整改比例": "rate", "比例": "rate", "图斑数": "count",
    "due": "due", "done": "done", "restored": Way.RESTORED.value, "in_out": Way.IN_OUT.value,
    "supplement": Way.SUPPLEMENT.value, "rate": "rate", "count": "count",
}  # fmt: skip


def rectification_figures(text: str) -> list[PrintedFigure]:
    """`合计=17.58;整改恢复=10.17;整改处置比例=100%`: areas in 万亩, rates in per cent; InputError as `printed_figures`."""
    return printed_figures(text, _ITEMS)


def our_figures(found: Rectified) -> dict[str, Fraction]:
    """The exact numbers by item: areas in 万亩, the rate as a share."""
    figures = {"due": _wan(found.due), "done": _wan(found.done), "count": Fraction(len(found.spots))}
    figures.update({way.value: _wan(found.total(way)) for way in Way})
    if found.due:
        figures["rate"] = Fraction(found.done.micro_mu, found.due.micro_mu)
    return figures


def _wan(area: Area) -> Fraction:
    return Fraction(area.micro_mu, TEN_THOUSAND_MU)


def compared_figures(found: Rectified, figures: Sequence[PrintedFigure]) -> list[Comparison]:
    """Each published figure beside the exact one, and the sum of the published ways beside the published whole."""
    comparisons = compared(figures, our_figures(found))
    by_item = {each.item: each for each in figures}
    ways = [by_item[way.value] for way in Way if way.value in by_item]
    if len(ways) == len(Way) and "done" in by_item:
        done, together = by_item["done"], total_of(each.figure for each in ways)
        name = f"{done.name} = {' + '.join(each.name for each in ways)}"
        comparisons.append(Comparison(name, done, together, verdict(done.figure, together)))
    return comparisons
