"""Exact amounts of land."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from ...core.area import ZERO, Area, AreaUnit, typed_number
from ...core.errors import InputError

amounts = st.integers(min_value=-(10**18), max_value=10**18)


def by_decimal(micro_mu: int, size: int, decimals: int) -> Decimal:
    """The oracle: an exact fraction, rounded by `decimal` with more digits than the fraction can tie in."""
    fraction = Fraction(micro_mu, size)
    scaled = fraction * 10**decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    # A digit below the half decides: 0.4, 0.5 or 0.6 of a unit.
    twice = 2 * rest
    digit = 5 if twice == scaled.denominator else (6 if twice > scaled.denominator else 4)
    value = Decimal(f"{'-' if scaled < 0 else ''}{whole}.{digit}").quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return value.scaleb(-decimals)


def test_the_bureau_figure_is_exact():
    assert Area.from_mu("29.556").square_metres() == Decimal("19704.00")
    assert str(Area.from_mu("29.556").square_metres()) == "19704.00"
    assert Area.from_square_metres(19704).mu(3) == Decimal("29.556")
    assert Area.from_square_metres(Decimal("19704.00")) == Area.from_mu(Decimal("29.556"))


@pytest.mark.parametrize(
    ("area", "micro_mu"),
    [
        (Area.from_mu("0.0001"), 100),
        (Area.from_hectares("0.0001"), 1500),
        (Area.from_square_metres("0.01"), 15),
        (Area.from_square_metres(1), 1500),
        (Area.from_hectares(1), 15_000_000),
        (Area.from_mu("-2.5"), -2_500_000),
        (Area.from_units(3, AreaUnit.HUNDREDTH_SQUARE_METRE), 45),
        (Area.from_units(3, AreaUnit.SQUARE_METRE), 4500),
        (Area.from_mu(" 1.5 "), 1_500_000),
    ],
)
def test_conversions(area, micro_mu):
    assert area.micro_mu == micro_mu


@pytest.mark.parametrize("text", ["0.001", "0.0000001", "1e-20"])
def test_finer_than_a_micro_mu_is_refused(text):
    with pytest.raises(InputError) as refused:
        Area.from_square_metres(text)
    assert text.upper() in str(refused.value).upper()


@pytest.mark.parametrize("text", ["", "abc", "NaN", "inf", "1_000", "1,000", "1e999999", "1e-999999"])
def test_what_is_no_area_is_refused(text):
    with pytest.raises(InputError):
        Area.from_mu(text)


@pytest.mark.parametrize("value", [1.5, True, None])
def test_floats_are_refused(value):
    with pytest.raises(TypeError):
        Area.from_mu(value)


def test_units():
    assert AreaUnit.HUNDREDTH_SQUARE_METRE.micro_mu == 15
    assert AreaUnit.SQUARE_METRE.micro_mu == 1500
    assert AreaUnit.HUNDREDTH_SQUARE_METRE.square_metres == Decimal("0.01")
    assert AreaUnit.SQUARE_METRE.square_metres == Decimal(1)
    assert Area.from_square_metres("2.5").units(AreaUnit.SQUARE_METRE) == 3
    assert Area.from_square_metres("2.5").units(AreaUnit.HUNDREDTH_SQUARE_METRE) == 250


def test_half_up_and_not_half_even():
    assert Area.from_square_metres("0.5").square_metres(0) == 1
    assert Area.from_square_metres("2.5").square_metres(0) == 3
    assert Area.from_square_metres("-2.5").square_metres(0) == -3
    assert Area(750).hectares() == Decimal("0.0001")
    assert Area(749).hectares() == 0


@given(amounts, st.integers(0, 8))
def test_formatting_is_half_up(micro_mu, decimals):
    area = Area(micro_mu)
    assert area.square_metres(decimals) == by_decimal(micro_mu, 1500, decimals)
    assert area.hectares(decimals) == by_decimal(micro_mu, 15_000_000, decimals)
    assert area.mu(decimals) == by_decimal(micro_mu, 1_000_000, decimals)
    assert -area.mu(decimals).as_tuple().exponent == decimals


@given(amounts)
def test_a_printed_mu_reads_back(micro_mu):
    assert Area.from_mu(Area(micro_mu).mu(6)) == Area(micro_mu)
    assert Area.from_mu(str(Area(micro_mu).mu(6))) == Area(micro_mu)


@given(st.lists(amounts, max_size=20))
def test_sums_are_exact(numbers):
    areas = [Area(number) for number in numbers]
    assert sum(areas, ZERO) == Area.total(areas) == Area(sum(numbers))
    assert ZERO - Area.total(areas) == -Area.total(areas)


def test_order_truth_and_foreign_operands():
    assert Area(1) < Area(2) and not ZERO and Area(-1) and abs(Area(-1)) == Area(1)
    with pytest.raises(TypeError):
        Area(1) + 1
    with pytest.raises(TypeError):
        Area(1.0)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("1234.5", "1234.5"), (" １，２３４．５ ", "1234.5"), ("1,234,567", "1234567"), ("1 234.50", "1234.50"),
        ("-1,234", "-1234"), ("", ""),
        # A comma that parts no thousands is kept, and refused by whoever makes an area of it.
        ("12,5", "12,5"), ("１００，０", "100,0"), ("1234,567", "1234,567"), (",500", ",500"), ("1,23,456", "1,23,456"),
        ("1.5,000", "1.5,000"), ("12 5", "12 5"),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(typed, plain):
    assert typed_number(typed) == plain
    if "," in plain:
        with pytest.raises(InputError):
            Area.from_mu(plain)
