"""The values of found cells as people read them: blanks, widths of characters, numbers, units of area."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any

# How people write a unit of area, after normalising.
UNIT_WORD = r"(公顷|平方米|平方公里|万亩|亩|hm2|ha|km2|m2)"
WEIGHT_WORD = r"(万公斤|万千克|公斤|千克|吨|kg|t)"
UNIT_IN_HEADER = re.compile(r"\(" + UNIT_WORD + r"\)$")
# A comma anywhere else makes it no number: 100,5 is not 1005.
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

# Micro-mu in one unit of the words people write.
MICRO_MU = {
    "公顷": 15_000_000,
    "hm2": 15_000_000,
    "ha": 15_000_000,
    "平方米": 1_500,
    "m2": 1_500,
    "亩": 1_000_000,
    "万亩": 10_000_000_000,
    "平方公里": 1_500_000_000,
    "km2": 1_500_000_000,
}


# Kilograms in one unit of the words people write.
KILOGRAMS = {"公斤": 1, "千克": 1, "kg": 1, "万公斤": 10_000, "万千克": 10_000, "吨": 1_000, "t": 1_000}


def shown(value: Any) -> str:
    """A cell as text without outer blanks."""
    return text_of(value) if value is not None else ""


def text_of(value: Any) -> str:
    """A value of a cell as the text a spreadsheet would show for it, without outer blanks."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(Decimal(format(value, ".15g")), "f") if value == value and abs(value) < 1e300 else str(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    text = str(value)
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return text.strip(" \t\r\n\u3000\xa0")


def normalised(value: Any) -> str:
    """Full and half width, all kinds of blanks, made one."""
    text = unicodedata.normalize("NFKC", shown(value))
    return "".join(text.split()).replace("\u200b", "")


def bare_heading(level: str) -> str:
    """A heading level for comparison: normalised, without its unit of area."""
    return UNIT_IN_HEADER.sub("", normalised(level)).replace("()", "")


def number_of(value: Any) -> Decimal | None:
    """A number of a cell, exact to the 15 digits a spreadsheet has."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        try:
            return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
        except InvalidOperation:
            return None
    text = re.sub(UNIT_WORD + "$", "", normalised(value))
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", text):
        return None
    return Decimal(text)
