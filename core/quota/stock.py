"""Increment–stock linkage 增存挂钩: what disposed stock is worth in quota, year by year, and what the province confirmed.

The rule of a year stands in `resources/rules/increment_stock.csv`: a share of what was disposed of, a bonus where both
tasks are done, a deduction where one is not. A county only estimates; the supplementary quota is what the province
confirms by a document, and nothing else may be booked.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from ..area import ZERO, Area
from ..errors import InputError
from ..intervals import Interval, Verdict, known, printed, verdict, whole_of
from ..ledger.model import Scalar
from ..rules import Rule, Rules
from ..sentence import Sentence, sentence, translate
from .shares import area_of, percent, percent_of, ratio

NO_RULE = "none"


class Method(Enum):
    """核算方法 of a year: only the tasks count (2018), or a share of the disposed stock becomes quota."""

    FRAMEWORK = "framework"
    SHARE = "share"


class BonusBase(Enum):
    """What bonus and deduction are a share of: the plan of the next year, or the quota by the year's own shares."""

    NEXT_PLAN = "next_plan"
    QUOTA = "quota"


@dataclass(frozen=True)
class StockRules:
    """The rule of a year. Ratios, bonus and deduction are shares; a task rate is None where the year has none; `used` are
    the rules themselves, for the inputs sheet."""

    year: int
    method: Method
    unsupplied_ratio: Fraction
    idle_ratio: Fraction
    other_ratio: Fraction
    bonus: Fraction
    deduction: Fraction
    base: BonusBase
    unsupplied_rate: Fraction | None
    idle_rate: Fraction | None
    cutoff: datetime.date | None
    decimals: int
    used: tuple[Rule, ...]


@dataclass(frozen=True)
class StockFacts:
    """What is known of a holder and year; None is not known. Areas: base at the beginning of the year, task, what was
    disposed of. `printed_unsupplied` and `printed_idle` are completion rates as somebody printed them, in per cent."""

    holder: str
    name: str
    year: int
    unsupplied_base: Area | None = None
    unsupplied_task: Area | None = None
    unsupplied_done: Area | None = None
    idle_base: Area | None = None
    idle_task: Area | None = None
    idle_done: Area | None = None
    other_done: Area | None = None
    factor_plan: Area | None = None
    confirmed: Area | None = None
    confirmed_doc: str = ""
    printed_unsupplied: Decimal | None = None
    printed_idle: Decimal | None = None


@dataclass(frozen=True)
class StockResult:
    """The estimate beside what was confirmed. `quota` by the shares, `change` the bonus (+) or deduction (−) as a share,
    `estimate` with it; `difference` = estimate − confirmed. None is not known."""

    facts: StockFacts
    rules: StockRules
    quota: Area
    unsupplied_met: bool | None
    idle_met: bool | None
    change: Fraction
    estimate: Area
    findings: tuple[Sentence, ...] = ()

    @property
    def met(self) -> bool | None:
        """Whether both tasks are done; one that is not decides even where the other is not known."""
        return both(self.unsupplied_met, self.idle_met)

    @property
    def difference(self) -> Area | None:
        """What the estimate is above the confirmed amount."""
        return None if self.facts.confirmed is None else self.estimate - self.facts.confirmed


def stock_rules(rules: Rules, year: int) -> StockRules:
    """The rule of a year: the row of the year, else of the latest year before it. InputError for a year before the first."""
    used: list[Rule] = []

    def rule(key: str) -> Rule:
        used.append(rules.get(key, year))
        return used[-1]

    method = Method(rule("stock_method").text())
    unsupplied = idle = other = Fraction(0)
    if method is Method.SHARE:
        unsupplied = percent_of(rule("stock_ratio_unsupplied_percent"))
        idle = percent_of(rule("stock_ratio_idle_percent"))
        other = percent_of(rule("stock_ratio_other_percent"))
    return StockRules(
        year,
        method,
        unsupplied,
        idle,
        other,
        percent_of(rule("stock_bonus_percent")),
        percent_of(rule("stock_deduction_percent")),
        BonusBase(rule("stock_bonus_base").text()),
        _task_rate(rule("stock_task_rate_unsupplied_percent")),
        _task_rate(rule("stock_task_rate_idle_percent")),
        _cutoff(rule("stock_base_cutoff")),
        rule("stock_quota_decimals").whole(),
        tuple(used),
    )


def _task_rate(rule: Rule) -> Fraction | None:
    return None if rule.text().strip() == NO_RULE else percent_of(rule)


def _cutoff(rule: Rule) -> datetime.date | None:
    text = rule.text().strip()
    if text == NO_RULE:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    template = translate("LandLedger", "The rule {key} is “{value}”; a date is written YYYY-MM-DD, or none.")
    raise InputError(template, key=rule.key, value=text)


def facts_of(values: Mapping[str, Scalar], name: str = "") -> StockFacts:
    """The facts of a row of the register `task`; `name` is what the holder is called."""

    def area(field: str) -> Area | None:
        value = values.get(field)
        return Area(value) if isinstance(value, int) and not isinstance(value, bool) else None

    def number(field: str) -> Decimal | None:
        value = values.get(field)
        return None if value in (None, "") else Decimal(str(value))

    areas = {
        field: area(field)
        for field in (
            "unsupplied_base", "unsupplied_task", "unsupplied_done", "idle_base", "idle_task", "idle_done", "other_done",
            "factor_plan", "confirmed",
        )
    }  # fmt: skip
    holder = str(values.get("holder", ""))
    return StockFacts(
        holder,
        name or holder,
        int(values.get("year") or 0),
        **areas,
        confirmed_doc=str(values.get("confirmed_doc") or ""),
        printed_unsupplied=number("unsupplied_rate"),
        printed_idle=number("idle_rate"),
    )


def with_plots(
    facts: StockFacts, plots: Iterable[Mapping[str, Scalar]], cutoff: datetime.date | None = None
) -> tuple[StockFacts, list[Sentence]]:
    """The facts, with base and disposal of approved-unsupplied land summed up from its register where the task row has
    none; where both tell and differ, the task row counts and the difference is said.

    `plots` are rows of the register `unsupplied` of the holder; those approved after `cutoff` are left out.
    """
    rows = [row for row in plots if not _later(row, cutoff)]
    if not rows:
        return facts, []
    sums = {
        "unsupplied_base": Area.total(_area(row, "base") for row in rows),
        "unsupplied_done": Area.total(_area(row, field) for row in rows for field in DISPOSALS),
    }
    told = []
    for field, total in sums.items():
        given = getattr(facts, field)
        if given is None:
            facts = replace(facts, **{field: total})  # type: ignore[arg-type]
        elif given != total:
            text = translate(
                "LandLedger", "{holder}: the task row says {given} mu, the plots of the register sum up to {total} mu."
            )
            told.append(sentence(text, holder=facts.name, given=given.mu(4), total=total.mu(4)))
    return facts, told


DISPOSALS = ("by_supply", "by_withdrawal", "by_adjustment", "by_reduction")
"""Fields of the register `unsupplied`: what of the base was disposed of this year, by the way it was done."""


def _area(row: Mapping[str, Scalar], field: str) -> Area:
    value = row.get(field)
    return Area(value) if isinstance(value, int) else ZERO


def _later(row: Mapping[str, Scalar], cutoff: datetime.date | None) -> bool:
    approved = row.get("approved")
    return cutoff is not None and bool(approved) and str(approved) > cutoff.isoformat()


def both(one: bool | None, other: bool | None) -> bool | None:
    """Both, neither, or not known; one that fails decides."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def task_met(
    done: Area | None, base: Area | None, task: Area | None, rate: Fraction | None, printed_rate: Decimal | None = None
) -> bool | None:
    """Whether a task is done: by its area, or by its rate of the base; where nothing was to be disposed of it is.

    Where neither is known a printed completion rate decides, unless its rounding leaves it open (a printed 100 %). None
    where what was done, or what was to be done, is not known.
    """
    if base is not None and not base and not task:
        return True
    if task is None and rate is None and printed_rate is not None:
        share = printed(printed_rate, scale=Fraction(1, 100)).interval
        return True if not _below_one(share.low) else False if _below_one(share.high) else None
    if done is None or (task is None and (rate is None or base is None)):
        return None
    if task is not None and done >= task:
        return True
    reached = ratio(done, base)
    return rate is not None and reached is not None and reached >= rate


def _below_one(share: Fraction | None) -> bool:
    return share is not None and share < 1


def estimate(facts: StockFacts, rules: StockRules) -> StockResult:
    """The estimate of a holder and year, each amount rounded half-up once; InputError for a negative amount or a holder
    whose year is another."""
    _require_sound(facts, rules)
    findings: list[Sentence] = []
    exact = (
        rules.unsupplied_ratio * _micro(facts.unsupplied_done)
        + rules.idle_ratio * _micro(facts.idle_done)
        + rules.other_ratio * _micro(facts.other_done)
    )
    if facts.other_done and rules.method is Method.SHARE and not rules.other_ratio:
        text = translate("LandLedger", "{holder}: other disposed stock of {area} mu counts for nothing by the rule of {year}.")
        findings.append(sentence(text, holder=facts.name, area=facts.other_done.mu(4), year=rules.year))
    unsupplied = task_met(
        facts.unsupplied_done, facts.unsupplied_base, facts.unsupplied_task, rules.unsupplied_rate, facts.printed_unsupplied
    )
    idle = task_met(facts.idle_done, facts.idle_base, facts.idle_task, rules.idle_rate, facts.printed_idle)
    met = both(unsupplied, idle)
    change = Fraction(0) if met is None else rules.bonus if met else -rules.deduction
    if met is None:
        text = translate("LandLedger", "{holder}: whether both tasks are done is not known; neither bonus nor deduction.")
        findings.append(sentence(text, holder=facts.name))
    of = exact
    if rules.base is BonusBase.NEXT_PLAN:
        of = Fraction(_micro(facts.factor_plan))
        if facts.factor_plan is None and change:
            text = translate("LandLedger", "{holder}: the plan of the next year is missing; bonus or deduction is left out.")
            findings.append(sentence(text, holder=facts.name))
    findings += _printed_rates(facts)
    if facts.confirmed is not None and not facts.confirmed_doc:
        text = translate("LandLedger", "{holder}: the confirmed amount has no document number and can't be booked.")
        findings.append(sentence(text, holder=facts.name))
    return StockResult(
        facts,
        rules,
        area_of(exact, rules.decimals),
        unsupplied,
        idle,
        change,
        area_of(exact + of * change, rules.decimals),
        tuple(findings),
    )


def _micro(area: Area | None) -> int:
    return 0 if area is None else area.micro_mu


def _require_sound(facts: StockFacts, rules: StockRules) -> None:
    if facts.year != rules.year:
        template = translate("LandLedger", "{holder}: the row is of {given}, the rule is that of {year}.")
        raise InputError(template, holder=facts.name, given=facts.year, year=rules.year)
    amounts = {
        translate("LandLedger", "base of approved-unsupplied land"): facts.unsupplied_base,
        translate("LandLedger", "task of approved-unsupplied land"): facts.unsupplied_task,
        translate("LandLedger", "disposed approved-unsupplied land"): facts.unsupplied_done,
        translate("LandLedger", "base of idle land"): facts.idle_base,
        translate("LandLedger", "task of idle land"): facts.idle_task,
        translate("LandLedger", "disposed idle land"): facts.idle_done,
        translate("LandLedger", "other disposed stock"): facts.other_done,
    }
    for what, area in amounts.items():
        if area is not None and area < ZERO:
            template = translate("LandLedger", "{holder} {year}: {what} is {area} mu; it can't be negative.")
            raise InputError(template, holder=facts.name, year=facts.year, what=sentence(what), area=area.mu(4))


def _printed_rates(facts: StockFacts) -> list[Sentence]:
    """A completion rate that somebody printed: it tells a task that is not known as an interval, or is compared."""
    found = []
    for what, done, task, rate in (
        (_UNSUPPLIED, facts.unsupplied_done, facts.unsupplied_task, facts.printed_unsupplied),
        (_IDLE, facts.idle_done, facts.idle_task, facts.printed_idle),
    ):
        if rate is None or done is None or not rate:
            continue
        said = {"holder": facts.name, "what": sentence(what), "rate": rate, "done": done.mu(2)}
        if task is None:
            text = translate(
                "LandLedger", "{holder}: {what} {done} mu, printed as {rate} %: the task lies in {interval} mu."
            )
            found.append(sentence(text, **said, interval=task_of(done, rate).said(1)))
        elif not task or _rate_verdict(done, task, rate) is Verdict.FAILS:
            text = translate("LandLedger", "{holder}: {what} {done} mu of {task} mu is not the printed {rate} %.")
            found.append(sentence(text, **said, task=task.mu(2)))
    return found


_UNSUPPLIED = translate("LandLedger", "disposed approved-unsupplied land")
_IDLE = translate("LandLedger", "disposed idle land")


def task_of(done: Area, rate: Decimal) -> Interval:
    """The task in 亩 that a disposal, printed with two decimals, and its printed completion rate leave possible."""
    return whole_of(printed(done.mu(2)), printed(rate, scale=Fraction(1, 100)))


def _rate_verdict(done: Area, task: Area, rate: Decimal) -> Verdict:
    return verdict(printed(rate, scale=Fraction(1, 100)), known(done.micro_mu).over(known(task.micro_mu)))


def completion(done: Area | None, task: Area | None, printed_rate: Decimal | None = None) -> Decimal | None:
    """完成率 in per cent with two decimals: of the task, else the rate that was printed."""
    found = percent(done, task)
    return printed_rate if found is None else found


def estimates(facts: Sequence[StockFacts], rules: StockRules) -> list[StockResult]:
    """The estimates of all holders of a year; InputError where a holder comes twice."""
    seen: set[str] = set()
    for each in facts:
        if each.holder in seen:
            template = translate("LandLedger", "{holder} {year}: there are two rows of this holder and year.")
            raise InputError(template, holder=each.name, year=each.year)
        seen.add(each.holder)
    return [estimate(each, rules) for each in facts]
