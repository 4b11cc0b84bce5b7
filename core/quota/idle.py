"""Idle land 闲置土地 by rule: from the agreed start dates of supplied parcels, developed area and investment.

A parcel is idle that was not begun `idle_start_months` after the agreed start, or that was begun, is developed for less
than a share of its area or of its investment, and stopped for `idle_stopped_months`. All thresholds are rules
(`resources/rules/idle.csv`). A finding of suspicion: whether the government itself is the cause is for people to say.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from ..area import ZERO, Area
from ..ledger.model import Scalar
from ..rules import Rule, Rules
from ..sentence import Sentence, sentence, translate
from .shares import percent_of, ratio, rounded, share_of


class IdleState(Enum):
    """What the rule says of a parcel; the value is what result layers keep."""

    NOT_STARTED = "not_started"
    STOPPED = "stopped"
    OVERDUE = "overdue"
    RUNNING = "running"
    NOT_DUE = "not_due"
    FINISHED = "finished"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return IDLE_LABELS[self]

    @property
    def idle(self) -> bool:
        """Whether the parcel is suspected to be idle."""
        return self in (IdleState.NOT_STARTED, IdleState.STOPPED)


IDLE_LABELS: Mapping[IdleState, str] = {
    IdleState.NOT_STARTED: translate("LandLedger", "idle: not started"),
    IdleState.STOPPED: translate("LandLedger", "idle: started and stopped"),
    IdleState.OVERDUE: translate("LandLedger", "start overdue, not idle yet"),
    IdleState.RUNNING: translate("LandLedger", "under construction"),
    IdleState.NOT_DUE: translate("LandLedger", "start not due"),
    IdleState.FINISHED: translate("LandLedger", "finished"),
    IdleState.UNKNOWN: translate("LandLedger", "can't be judged"),
}


@dataclass(frozen=True)
class IdleRules:
    """The thresholds; `used` are the rules themselves, for the inputs sheet."""

    start_months: int
    developed: Fraction
    investment: Fraction
    stopped_months: int
    fee_months: int
    fee: Fraction
    recovery_months: int
    used: tuple[Rule, ...]


@dataclass(frozen=True)
class Parcel:
    """A supplied parcel as far as the rule needs it; None is not known. Money in 万元."""

    number: str
    area: Area
    holder: str = ""
    recipient: str = ""
    location: str = ""
    use: str = ""
    mode: str = ""
    signed: datetime.date | None = None
    start_due: datetime.date | None = None
    started: datetime.date | None = None
    stopped: datetime.date | None = None
    finished: datetime.date | None = None
    developed: Area | None = None
    investment: Decimal | None = None
    invested: Decimal | None = None
    price: Decimal | None = None


@dataclass(frozen=True)
class Judged:
    """A parcel and what the rule says of it on a day.

    `since` the day it became idle or will be, `days` from then on; `fee_from` and `recovery_from` the days from which the
    fee may be levied and the land recovered; `fee` 万元, where it is due and the price is known. `developed` and `invested`
    are shares. `reason` says why a parcel can't be judged, or is idle; `recoverable` whether it may be recovered that day.
    """

    parcel: Parcel
    state: IdleState
    since: datetime.date | None = None
    days: int | None = None
    fee_from: datetime.date | None = None
    recovery_from: datetime.date | None = None
    fee: Decimal | None = None
    developed: Fraction | None = None
    invested: Fraction | None = None
    reason: Sentence | None = None
    findings: tuple[Sentence, ...] = ()
    recoverable: bool = False


def idle_rules(rules: Rules) -> IdleRules:
    """The thresholds in force; InputError for a share that is none."""
    names = (
        "idle_start_months", "idle_developed_share", "idle_investment_share", "idle_stopped_months", "idle_fee_months",
        "idle_fee_percent", "idle_recovery_months",
    )  # fmt: skip
    start, developed, investment, stopped, fee_months, fee, recovery = used = [rules.get(name) for name in names]
    return IdleRules(
        start.whole(),
        share_of(developed),
        share_of(investment),
        stopped.whole(),
        fee_months.whole(),
        percent_of(fee),
        recovery.whole(),
        tuple(used),
    )


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def judge(parcel: Parcel, as_of: datetime.date, rules: IdleRules) -> Judged:
    """What the rule says of a parcel at the end of the day `as_of`; what happened after that day is not known then."""
    findings = tuple(_contradictions(parcel))
    developed, invested = ratio(parcel.developed, parcel.area), ratio(parcel.invested, parcel.investment)
    if _past(parcel.finished, as_of):
        return Judged(parcel, IdleState.FINISHED, developed=developed, invested=invested, findings=findings)
    if _past(parcel.started, as_of):
        return _judge_started(parcel, as_of, rules, developed, invested, findings)
    if parcel.start_due is None:
        reason = sentence(translate("LandLedger", "There is no agreed start date."))
        return Judged(parcel, IdleState.UNKNOWN, reason=reason, findings=findings)
    since = months_after(parcel.start_due, rules.start_months)
    fee_from = months_after(parcel.start_due, rules.fee_months)
    recovery = months_after(parcel.start_due, rules.recovery_months)
    if as_of < since:
        state = IdleState.OVERDUE if as_of > parcel.start_due else IdleState.NOT_DUE
        return Judged(parcel, state, since, None, fee_from, recovery, findings=findings)
    due = as_of >= fee_from and parcel.price is not None
    fee = rounded(Fraction(parcel.price) * rules.fee, 4) if due and parcel.price is not None else None
    text = translate("LandLedger", "Not started {months} months after the agreed start.")
    reason = sentence(text, months=rules.start_months)
    days = (as_of - since).days
    return Judged(
        parcel, IdleState.NOT_STARTED, since, days, fee_from, recovery, fee, developed, invested, reason, findings,
        as_of >= recovery,
    )  # fmt: skip


def _judge_started(
    parcel: Parcel,
    as_of: datetime.date,
    rules: IdleRules,
    developed: Fraction | None,
    invested: Fraction | None,
    findings: tuple[Sentence, ...],
) -> Judged:
    if not _past(parcel.stopped, as_of) or parcel.stopped is None:
        return Judged(parcel, IdleState.RUNNING, developed=developed, invested=invested, findings=findings)
    since = months_after(parcel.stopped, rules.stopped_months)
    little = developed is not None and developed < rules.developed
    cheap = invested is not None and invested < rules.investment
    if not (little or cheap) and (developed is None or invested is None):
        text = translate("LandLedger", "The site stopped, and developed area or investment is missing.")
        return Judged(
            parcel, IdleState.UNKNOWN, developed=developed, invested=invested, reason=sentence(text), findings=findings
        )
    if not (little or cheap) or as_of < since:
        when = since if little or cheap else None
        return Judged(parcel, IdleState.RUNNING, when, developed=developed, invested=invested, findings=findings)
    words = []
    if little and developed is not None:
        text = translate("LandLedger", "developed for {share} % of the area")
        words.append(sentence(text, share=rounded(developed * 100, 2)))
    if cheap and invested is not None:
        text = translate("LandLedger", "{share} % of the investment made")
        words.append(sentence(text, share=rounded(invested * 100, 2)))
    template = translate("LandLedger", "Stopped for {months} months, {why}.")
    if len(words) == 2:
        template = translate("LandLedger", "Stopped for {months} months, {why}, {also}.")
    reason = sentence(template, months=rules.stopped_months, why=words[0], also=words[-1])
    days = (as_of - since).days
    return Judged(
        parcel,
        IdleState.STOPPED,
        since,
        days,
        developed=developed,
        invested=invested,
        reason=reason,
        findings=findings,
    )


def _past(day: datetime.date | None, as_of: datetime.date) -> bool:
    return day is not None and day <= as_of


def _contradictions(parcel: Parcel) -> Iterable[Sentence]:
    """What can't be true of a parcel: it is told, and the rule still says what it says."""
    if parcel.developed is not None and parcel.developed > parcel.area:
        text = translate("LandLedger", "Parcel {number}: more is developed ({developed} ha) than was supplied ({area} ha).")
        yield sentence(
            text, number=parcel.number, developed=parcel.developed.hectares(6), area=parcel.area.hectares(6)
        )
    if parcel.invested is not None and parcel.investment is not None and parcel.invested > parcel.investment:
        text = translate("LandLedger", "Parcel {number}: more is invested than the total investment.")
        yield sentence(text, number=parcel.number)
    for first, second, text in (
        (parcel.started, parcel.stopped, translate("LandLedger", "Parcel {number}: it stopped before it was started.")),
        (parcel.started, parcel.finished, translate("LandLedger", "Parcel {number}: it was finished before it was started.")),
        (parcel.signed, parcel.start_due, translate("LandLedger", "Parcel {number}: the agreed start is before the contract.")),
    ):
        if first is not None and second is not None and second < first:
            yield sentence(text, number=parcel.number)
    if parcel.started is None and (parcel.stopped is not None or parcel.finished is not None):
        text = translate("LandLedger", "Parcel {number}: it stopped or was finished, and no start is recorded.")
        yield sentence(text, number=parcel.number)
    if not parcel.area:
        yield sentence(translate("LandLedger", "Parcel {number}: it has no area."), number=parcel.number)


def parcel_of(values: Mapping[str, Scalar], mode: str = "", holder: str = "") -> Parcel:
    """A row of the register `supply`; `mode` and `holder` are what these are called."""

    def day(field: str) -> datetime.date | None:
        value = values.get(field)
        return datetime.date.fromisoformat(str(value)) if value else None

    def number(field: str) -> Decimal | None:
        value = values.get(field)
        return None if value in (None, "") else Decimal(str(value))

    def text(field: str) -> str:
        return str(values.get(field) or "")

    def area(field: str) -> Area | None:
        value = values.get(field)
        return Area(value) if isinstance(value, int) else None

    return Parcel(
        text("contract_no") or text("supervision_no"),
        area("area") or ZERO,
        holder or text("holder"),
        text("recipient"),
        text("location"),
        text("use"),
        mode or text("mode"),
        day("signed"),
        day("start_due"),
        day("started"),
        day("stopped"),
        day("finished"),
        area("developed"),
        number("investment"),
        number("invested"),
        number("price"),
    )


@dataclass(frozen=True)
class IdleSums:
    """Numbers of a run: parcels and their areas by what the rule says."""

    counts: Mapping[IdleState, int]
    areas: Mapping[IdleState, Area]

    @property
    def idle_count(self) -> int:
        """Parcels suspected to be idle."""
        return sum(count for state, count in self.counts.items() if state.idle)

    @property
    def idle_area(self) -> Area:
        """Their area."""
        return Area.total(area for state, area in self.areas.items() if state.idle)

    @property
    def area(self) -> Area:
        """All parcels."""
        return Area.total(self.areas.values())


def sums_of(judged: Iterable[Judged]) -> IdleSums:
    """Counts and areas by state, every state there."""
    counts = dict.fromkeys(IdleState, 0)
    areas = dict.fromkeys(IdleState, ZERO)
    for each in judged:
        counts[each.state] += 1
        areas[each.state] += each.parcel.area
    return IdleSums(counts, areas)
