"""Rows of a coordinate file to tokens, and tokens to exact numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_BLANKS = " \t\u3000\ufeff\x00\x1a"
_NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})")
_SEPARATOR = re.compile(r"[,;\t]")
_FULL_WIDTH = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
SHAPE_WORDS = frozenset({"面", "线", "点", "面状", "线状", "点状"})


def half_width(text: str) -> str:
    """`text` with full-width letters, digits and signs (`１，．`) as their ASCII twins; all else as it is."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def has_han(text: str) -> bool:
    """Whether `text` holds a Chinese character."""
    return not text.isascii() and any("\u2e80" <= letter <= "\ufaff" or letter >= "\U00020000" for letter in text)


def number(text: str) -> Decimal | None:
    """The exact number that `text` prints (full-width digits too), or None. Exponents are refused: Excel writes them
    where it has already cut digits off."""
    plain = half_width(text).strip(_BLANKS)
    return Decimal(plain) if plain.isascii() and _NUMBER.fullmatch(plain) else None


def decimals_of(value: Decimal) -> int:
    """How many decimals `value` was printed with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def split_row(line: str) -> tuple[list[str], bool]:
    """The tokens of a row, and whether full-width signs had to be read as half-width to find them.

    A row without Chinese is data: commas, semicolons or tabs part it, else blanks. A row with Chinese holds names in
    which a full-width comma may be part of the name, so ASCII commas part it if it has two of them.
    """
    text = line.strip(_BLANKS)
    plain = half_width(text)
    if not has_han(plain):
        parts = _SEPARATOR.split(plain)
        if len(parts) == 1:
            parts = plain.split()
        return [part.strip(_BLANKS) for part in parts], plain != text
    for sign in (",", "，", ";", "；", "\t"):
        if text.count(sign) >= 2:
            return [part.strip(_BLANKS) for part in text.split(sign)], sign in "，；"
    return [part.strip(_BLANKS) for part in _SEPARATOR.split(plain)], plain != text


def stripped(line: str) -> str:
    """The line without blanks of either width, marks and zero bytes around it."""
    return line.strip(_BLANKS)


def line_ranges(lines: Iterable[int]) -> str:
    """Line numbers for people: `12–14, 20`."""
    ranges: list[list[int]] = []
    for line in sorted(set(lines)):
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)
