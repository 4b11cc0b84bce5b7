"""T04 增存挂钩指标测算表, T03B 批而未供处置任务完成情况表, T23B 土地供应汇总表: sums by holder and by mode."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..area import MICRO_MU_PER_MU, ZERO, Area
from ..intervals import Figure, Interval, growth, known
from ..sentence import Sentence, sentence, translate
from ..workbook import FilledTable, Identity, Row, RowKind, load_layout, with_sums
from ..workbook.table import Value
from .register_tables import TableNames, disposed_of
from .shares import area_of, percent, rounded
from .stock import BonusBase, Method, StockFacts, StockResult, StockRules, completion
from .supply import ModeSum, Rates, SupplyYear, Values, area_in
from .table_checks import data_rows, row_identities, summed_rows, total_area

YES, NO = "是", "否"


@dataclass(frozen=True)
class Disposal:
    """What of the approved-unsupplied land of a holder was disposed of: by supply, by the other ways, and not told apart."""

    by_supply: Area | None = None
    by_others: Area | None = None
    untold: Area | None = None


def disposal_of(facts: StockFacts, plots: Iterable[Values]) -> Disposal:
    """The disposal by its ways, from the plots of the holder where they make up what the task row says; else not told
    apart."""
    rows = list(plots)
    by_supply = Area.total(area_in(row, "by_supply") for row in rows)
    all_ways = Area.total(disposed_of(row) for row in rows)
    if rows and facts.unsupplied_done in (None, all_ways):
        return Disposal(by_supply, all_ways - by_supply)
    return Disposal(untold=facts.unsupplied_done)


# ----------------------------------------------------------------------------------------------------------------- T04


def stock_table(results: Sequence[StockResult], names: TableNames) -> FilledTable:
    """T04: the estimate of each holder beside what was confirmed; rates of the total are those of the sums."""
    layout = load_layout("T04", names.folder)
    rows = [Row(_stock_cells(result)) for result in results]
    rules = results[0].rules if results else None
    rows = summed_rows(layout, rows, lambda row: _stock_rates(row, rules))
    return FilledTable(layout, rows, None, {"name": names.title}, list(_stock_notes(rules)))


def _stock_cells(result: StockResult) -> dict[str, Value]:
    facts, rules = result.facts, result.rules
    cells: dict[str, Value] = {
        "REGION": facts.name,
        "PW0": facts.unsupplied_base,
        "PW1": facts.unsupplied_done,
        "PWT": facts.unsupplied_task,
        "PWC": completion(facts.unsupplied_done, facts.unsupplied_task, facts.printed_unsupplied),
        "XZ0": facts.idle_base,
        "XZ1": facts.idle_done,
        "XZT": facts.idle_task,
        "XZC": completion(facts.idle_done, facts.idle_task, facts.printed_idle),
        "OT1": facts.other_done,
        "Q": result.quota,
        "DONE": None if result.met is None else YES if result.met else NO,
        "B": _plain(result.change * 100),
        "PLAN": facts.factor_plan if rules.base is BonusBase.NEXT_PLAN else None,
        "ZC": result.estimate,
        "ZC_OK": facts.confirmed,
        "ZC_DOC": facts.confirmed_doc or None,
        "DIFF": result.difference,
    }
    cells.update(PW_R=percent(facts.unsupplied_done, facts.unsupplied_base), XZ_R=percent(facts.idle_done, facts.idle_base))
    return {**cells, **_ratios(rules)}


def _ratios(rules: StockRules | None) -> dict[str, Value]:
    if rules is None or rules.method is Method.FRAMEWORK:
        return {}
    shares = (("K1", rules.unsupplied_ratio), ("K2", rules.idle_ratio), ("K3", rules.other_ratio))
    return {key: _plain(share * 100) for key, share in shares}


def _stock_rates(row: Mapping[str, Value], rules: StockRules | None) -> dict[str, Value]:
    """The rates of a sum row, each of two sums of the same holders."""
    rates = {"PW_R": ("PW1", "PW0"), "PWC": ("PW1", "PWT"), "XZ_R": ("XZ1", "XZ0"), "XZC": ("XZ1", "XZT")}
    found: dict[str, Value] = {key: _percent_of(row, *pair) for key, pair in rates.items()}
    one, other = row.get("ZC"), row.get("ZC_OK")
    if isinstance(one, Area) and isinstance(other, Area):
        found["DIFF"] = one - other
    return {**found, **_ratios(rules)}


def _stock_notes(rules: StockRules | None) -> Iterable[Sentence]:
    if rules is None:
        return
    yield sentence(
        translate("LandLedger", "Estimated by the rule of {year}; only what the province confirms by a document counts."),
        year=max((rule.year or 0 for rule in rules.used), default=rules.year) or rules.year,
    )
    if rules.cutoff is not None:
        text = translate("LandLedger", "Base: approved up to {date}.")
        yield sentence(text, date=rules.cutoff.isoformat())


def stock_identities(table: FilledTable, rules: StockRules) -> list[Identity]:
    """T04, from its printed cells: the quota is what the shares say, the difference is estimate − confirmed."""

    def quota(row: Row) -> tuple[Value, Value]:
        pairs = (("PW1", "K1"), ("XZ1", "K2"), ("OT1", "K3"))
        exact = sum((_times(row.value(area), row.value(share)) for area, share in pairs), Fraction(0))
        return row.value("Q"), area_of(exact / 100, rules.decimals)

    def difference(row: Row) -> tuple[Value, Value]:
        one, other = row.value("ZC"), row.value("ZC_OK")
        right = one - other if isinstance(one, Area) and isinstance(other, Area) else None
        return row.value("DIFF"), right

    by_total = translate("LandLedger", "{table}: difference of the total = sum of the counties")
    totals = [
        Identity(sentence(by_total, table=table.sheet), "DIFF", row.value("DIFF"), total_area(table, "DIFF"))  # type: ignore[arg-type]
        for row in table.rows
        if row.kind is RowKind.TOTAL and row.value("DIFF") is not None
    ]
    by_shares = translate("LandLedger", "{table}: quota = disposed areas × their ratios")
    beside = translate("LandLedger", "{table}: difference = estimate − confirmed")
    return [
        *row_identities(table, by_shares, "REGION", quota),
        *row_identities(table, beside, "REGION", difference),
        *totals,
    ]


def _times(area: Value, share: Value) -> Fraction:
    if isinstance(area, Area) and isinstance(share, (int, Decimal)):
        return area.micro_mu * Fraction(share)
    return Fraction(0)


# ---------------------------------------------------------------------------------------------------------------- T03B


def task_table(
    facts: Sequence[StockFacts], disposals: Sequence[Disposal], rates: Sequence[Rates | None], total: Rates | None, names: TableNames
) -> FilledTable:
    """T03B: base, task and disposal of each holder; `rates` of its approvals and `total` of all, None where no register
    of approvals is at hand."""
    layout = load_layout("T03B", names.folder)
    rows = []
    for each, disposal, rate in zip(facts, disposals, rates):
        cells: dict[str, Value] = {
            "REGION": each.name,
            "PW0": each.unsupplied_base,
            "TASK": each.unsupplied_task,
            "D1": disposal.by_supply,
            "D2": disposal.by_others,
            "DX": disposal.untold,
            "RATE": completion(each.unsupplied_done, each.unsupplied_task, each.printed_unsupplied),
            **_rates(rate),
        }
        rows.append(Row(with_sums(layout, cells)))

    def of_sums(row: Mapping[str, Value]) -> dict[str, Value]:
        return {"RATE": _percent_of(row, "D", "TASK"), **_rates(total)}

    return FilledTable(layout, summed_rows(layout, rows, of_sums), None, {"name": names.title})


def _rates(rate: Rates | None) -> dict[str, Value]:
    return {} if rate is None else {"APPR": rate.approved, "PWR": rate.left_rate, "GDR": rate.supply_rate}


def task_identities(tasks: FilledTable, plots: FilledTable | None, stock: FilledTable | None) -> list[Identity]:
    """T03B against T03 (base and disposal of all plots) and T04 (what each holder disposed of); approved land of the
    holders against that of all."""
    found = []
    for row in tasks.rows:
        if row.kind is RowKind.TOTAL and row.value("APPR") is not None:
            approved = sentence(translate("LandLedger", "T03B approved land of all = sum of the counties"))
            found.append(Identity(approved, "APPR", row.value("APPR"), total_area(tasks, "APPR")))  # type: ignore[arg-type]
    if plots is not None:
        base = sentence(translate("LandLedger", "T03B base = T03 base of all plots"))
        found.append(Identity(base, "PW0", total_area(tasks, "PW0"), total_area(plots, "A_LEFT0")))
        ways = sentence(translate("LandLedger", "T03B disposal = T03 disposal of all plots"))
        right = Area.total(total_area(plots, key) for key in ("D1", "D2", "D3", "D4"))
        found.append(Identity(ways, "D", total_area(tasks, "D"), right))
    if stock is not None:
        same = sentence(translate("LandLedger", "T04 disposed approved-unsupplied land = T03B"))
        done = {str(row.value("REGION")): row.value("D") for row in data_rows(tasks)}
        for row in data_rows(stock):
            if row.value("PW1") is not None:
                place = str(row.value("REGION"))
                found.append(Identity(same, place, row.value("PW1"), done.get(place)))  # type: ignore[arg-type]
    return found


# ---------------------------------------------------------------------------------------------------------------- T23B


def mode_table(supply: SupplyYear, names: TableNames) -> FilledTable:
    """T23B: supply of a year by mode; growth beside what is known of the year before."""
    layout = load_layout("T23B", names.folder)
    rows = [Row(_mode_cells(each)) for each in supply.modes]
    total = _mode_cells(supply.total)
    rows = summed_rows(layout, rows, lambda _: {"PREV": total["PREV"], "YOY": total["YOY"]})
    if not supply.modes:
        rows = []
    return FilledTable(layout, rows, None, {"name": names.title}, list(_mode_notes(supply)))


def _mode_cells(each: ModeSum) -> dict[str, Value]:
    figure = None if each.former is None else each.former.value
    previous = None if figure is None else area_of(figure.value * MICRO_MU_PER_MU, 6)
    return {
        "MODE": each.name or UNNAMED,
        "N": each.count,
        "A": each.area,
        "PREV": previous,
        "YOY": each.growth,
    }


UNNAMED = "（未填供应方式）"


def _mode_notes(supply: SupplyYear) -> Iterable[Sentence]:
    for each in [*supply.modes, supply.total]:
        former = each.former
        if former is None:
            continue
        name = each.name or TOTAL_NAME
        if former.value is None and former.growth is not None:
            found = former.interval(known(Fraction(each.area.micro_mu, MICRO_MU_PER_MU)))
            if found is not None:
                text = translate("LandLedger", "{name}: growth as printed; the year before follows from it: {interval} mu.")
                yield sentence(text, name=name, interval=found.said(0))
        elif former.value is not None and (interval := _uncertain(each, former.value)) is not None:
            text = translate("LandLedger", "{name}: the year before is a printed figure; growth may be {interval} %.")
            yield sentence(text, name=name, interval=interval.times(100).said(2))


TOTAL_NAME = "合计"


def _uncertain(each: ModeSum, former: Figure) -> Interval | None:
    """What the growth may be, where the rounding of the printed figure can change it as the table prints it."""
    if not former.value:
        return None
    found = growth(known(Fraction(each.area.micro_mu, MICRO_MU_PER_MU)), former).interval
    if found.low is None or found.high is None or rounded(found.low * 100, 2) != rounded(found.high * 100, 2):
        return found
    return None


def mode_identities(modes: FilledTable, supply: SupplyYear) -> list[Identity]:
    """T23B: the modes make up all parcels of the year."""
    count = sum(int(value) for row in data_rows(modes) if isinstance(value := row.value("N"), int))
    area = sentence(translate("LandLedger", "T23B sum of modes = supply of the year"))
    number = sentence(translate("LandLedger", "T23B parcels of the modes = parcels of the year"))
    return [
        Identity(area, str(supply.year), total_area(modes, "A"), supply.total.area),
        Identity(number, str(supply.year), count, supply.total.count),
    ]


# -------------------------------------------------------------------------------------------------------------- common


def _percent_of(row: Mapping[str, Value], part: str, whole: str) -> Decimal | None:
    one, other = row.get(part), row.get(whole)
    if not isinstance(one, Area) or not isinstance(other, Area) or other <= ZERO:
        return None
    return percent(one, other)


def _plain(value: Fraction) -> Decimal:
    """A per cent with as many decimals as it has, at most six."""
    number = rounded(value, 6).normalize()
    return number if number.as_tuple().exponent <= 0 else number.quantize(Decimal(1))  # type: ignore[operator]
