"""Printed figures: every identity of the sample bulletin, against a brute-force search that shares no code."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given, strategies as st

from ...core.errors import InputError
from ...core.intervals import (
    Interval,
    Qualifier,
    Verdict,
    about_share,
    agreement,
    current_of,
    former_of,
    growth,
    growth_by_increase,
    known,
    printed,
    read_figure,
    total_of,
    verdict,
    whole_of,
)
from ...core.rules import load_rules


def half_up(value: F, decimals: int) -> F:
    """The oracle's own rounding: floor of x + ½ on the magnitude."""
    scaled = abs(value) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(-units if value < 0 else units, 10**decimals)


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("21565", ["14000", "6312", "48", "1205"]),
        ("26", ["3", "3", "20"]),
        ("95", ["2", "3", "6", "1", "12", "71"]),
        ("4407.64", ["1575.39", "2832.25"]),
        ("32403", ["12802", "19601"]),
        ("17.58", ["10.17", "3.79", "3.62"]),
    ],
)
def test_sums_that_hold_as_printed(total, parts):
    assert verdict(printed(total), total_of(map(printed, parts))) is Verdict.EXACT
    off = str(Decimal(parts[0]) + 1 + len(parts))
    assert verdict(printed(total), total_of(map(printed, [off, *parts[1:]]))) is Verdict.FAILS


def test_a_sum_may_be_off_by_the_rounding_of_its_parts():
    assert verdict(printed("10.0"), total_of([printed("3.3"), printed("6.6")])) is Verdict.WITHIN_ROUNDING
    assert verdict(printed("10.1"), total_of([printed("3.3"), printed("6.6")])) is Verdict.FAILS
    assert verdict(printed("10"), total_of([known(F(33, 10)), known(F(66, 10))])) is Verdict.EXACT


def test_quota_of_the_year_before():
    """21565 亩 after 59.54 % growth: one whole number only."""
    found = former_of(printed("21565"), read_figure("59.54%")).whole_numbers()
    assert list(found) == [13517]
    brute = [former for former in range(13000, 14000) if half_up(F(21565 - former, former) * 100, 2) == F("59.54")]
    assert brute == [13517]
    assert verdict(read_figure("59.54%"), growth(known(21565), known(13517))) is Verdict.EXACT
    assert verdict(read_figure("59.54%"), growth(known(21565), known(13516))) is Verdict.FAILS


def test_households_behind_a_share():
    found = whole_of(known(3167), read_figure("54.34%")).whole_numbers()
    assert list(found) == [5828]
    assert [n for n in range(5000, 7000) if half_up(F(316700, n), 2) == F("54.34")] == [5828]


def test_approval_holds_only_within_rounding():
    """2.46 万亩, 6965 亩 more than the year before, 39.4 %: 39.5 % by the printed figures."""
    total, more, rate = read_figure("2.46万"), printed("6965"), read_figure("39.4%")
    assert half_up(F(6965, 24600 - 6965) * 100, 1) == F("39.5")
    assert verdict(rate, growth_by_increase(total, more)) is Verdict.WITHIN_ROUNDING
    inside = total.interval.within(current_of(known(6965), rate))
    assert inside is not None
    brute = [n for n in range(24550, 24651) if half_up(F(6965 * 100, n - 6965), 1) == F("39.4")]
    assert (brute[0], brute[-1]) == (24621, 24650)
    assert list(inside.whole_numbers()) == brute
    # With the increase itself rounded, a little more is possible, and the bounds are printed outward.
    wider = total.interval.within(current_of(more, rate))
    assert wider is not None and wider.said(0) == "24618–24650"


def test_supply_does_not_hold():
    """Growth of two modes and of their total lead to two different years before."""
    by_parts = former_of(printed("12802"), read_figure("-13.31%")).plus(
        former_of(printed("19601"), read_figure("47.09%"))
    )
    by_total = former_of(printed("32403"), read_figure("14.94%"))
    assert agreement(by_parts, by_total) is Verdict.FAILS
    assert by_parts.said(0) == "28091–28096"
    assert by_total.said(0) == "28189–28193"
    exact = former_of(known(32403), read_figure("14.94%"))
    assert [int(exact.low), int(exact.high)] == [28190, 28192]
    gap = by_total.minus(by_parts)
    assert gap.low is not None and gap.low > 90


def test_growth_of_reclamation_holds_as_printed():
    found = growth_by_increase(printed("1342.89"), printed("1017.7"))
    assert half_up(F("1017.7") / (F("1342.89") - F("1017.7")) * 100, 2) == F("312.96")
    assert verdict(read_figure("312.96%"), found) is Verdict.EXACT


@pytest.mark.parametrize(
    ("disposed", "share", "bounds"), [("1113.71", "102%", "1086.5–1097.3"), ("867.34", "107.8%", "804.2–805.0")]
)
def test_tasks_that_are_not_printed(disposed, share, bounds):
    task = whole_of(printed(disposed), read_figure(share))
    assert task.said(1) == bounds
    # Outward: a tenth further in, at both ends, would print another share.
    decimals = len(share.rstrip("%").partition(".")[2])
    low, high = (F(bound) for bound in bounds.split("–"))
    assert half_up(F(disposed) / low * 100, decimals) != F(share.rstrip("%"))
    assert half_up(F(disposed) / (low + F(1, 10)) * 100, decimals) == F(share.rstrip("%"))
    assert half_up(F(disposed) / (high - F(1, 10)) * 100, decimals) == F(share.rstrip("%"))


def test_mean_floor_area_and_a_parcel():
    ratio = read_figure("1493.74万").over(printed("1108.14", scale=10_000))
    assert half_up(ratio.value, 3) == F("1.348")
    assert F("29.556") * F(2000, 3) == 19704


def test_words_around_a_number():
    assert read_figure("280余").interval == Interval(F(280), None)
    assert read_figure("60余万").interval.low == 600_000
    assert read_figure("约1108.14").interval == Interval(F("1108.14") * F(95, 100), F("1108.14") * F(105, 100))
    assert read_figure("２．４６万").interval == Interval(F(24550), F(24650))
    assert printed("30", Qualifier.AT_LEAST).interval.said(0) == "≥ 30"
    assert about_share(load_rules()) == F(1, 20)
    more = total_of([read_figure("280余"), printed("10")])
    assert more.interval.low == F("289.5") and more.interval.high is None
    with pytest.raises(InputError, match="no upper bound"):
        more.interval.whole_numbers()


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "12 亩x", "--3", "%", "1e9999"])
def test_what_is_no_figure(text):
    with pytest.raises(InputError):
        read_figure(text)


def test_a_divisor_that_may_be_zero_tells_nothing():
    assert printed("3").interval.over(printed("0.2").interval.minus(Interval.point(F(1, 5)))) == Interval(None, None)
    with pytest.raises(InputError):
        printed("3").over(known(0))


decimals = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False)


@given(decimals, decimals, st.integers(0, 100), st.integers(0, 100))
def test_what_lies_in_figures_lies_in_what_follows(one, other, here, there):
    first, second = printed(one), printed(other)
    true = [low + (high - low) * F(at, 100) for (low, high), at in zip(
        ((first.interval.low, first.interval.high), (second.interval.low, second.interval.high)), (here, there)
    )]
    for found, value in (
        (first.plus(second).interval, true[0] + true[1]),
        (first.minus(second).interval, true[0] - true[1]),
    ):
        assert found.low <= value <= found.high
    quotient = first.interval.over(second.interval)
    if quotient.low is None:
        assert second.interval.low <= 0 <= second.interval.high
    else:
        assert quotient.low <= true[0] / true[1] <= quotient.high
        low, high = quotient.outward(3)
        assert F(low) <= quotient.low and F(high) >= quotient.high
        assert quotient.low - F(low) < F(1, 1000) and F(high) - quotient.high < F(1, 1000)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_rate_printed_from_known_numbers_holds(current, former, places):
    rate = half_up(F(current - former, former), places + 2)
    stated = printed(str(Decimal(rate.numerator) / Decimal(rate.denominator) * 100), scale=F(1, 100), decimals=places)
    assert verdict(stated, growth(known(current), known(former))) is Verdict.EXACT
    found = former_of(known(current), stated)
    assert found.low is None or found.low <= former <= found.high
