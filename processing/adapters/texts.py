"""What stands in attribute tables: numbers kept as text, text kept as numbers, Chinese read in the wrong encoding."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

from ...core.errors import InputError
from ...core.sentence import translate

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
# Two or more Latin-1 letters of the range in which GB 2312 has both its bytes.
_PAIRS = re.compile("(?:[\u00a1-\u00fe]{2})+")
_UNDECODED = "\ufffd"
_BEYOND_LATIN = re.compile("[^\x00-\xff]")


def number_of(value: object) -> float | None:
    """The number in an attribute value: 12.5, "12.5", "1,234.5", full-width digits; None if it is none.

    Text that is blank or one of the usual dashes for "nothing" counts as NaN, so does a NaN.
    """
    if isinstance(value, (int, float)):
        return float(value)
    text = unicodedata.normalize("NFKC", str(value)).strip().replace("\u2212", "-")
    if text in ("", "-", "\u2014", "\u2014\u2014", "/"):
        return math.nan
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    return float(text) if _NUMBER.fullmatch(text) else None


def text_of(value: object) -> str | None:
    """A code or name that a table keeps as a number: 101 and 101.0 give "101"; None for NaN."""
    if isinstance(value, float):
        if math.isnan(value):
            return None
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
    return str(value)


def looks_garbled(texts: Iterable[str]) -> bool:
    """Whether most texts beyond ASCII are Chinese read in a wrong encoding.

    Two patterns: characters no decoder knew (GBK read as UTF-8), and runs of Latin-1 letters that are GB 2312 pairs
    (GBK read as Latin-1). A single broken character at the end of a cut-off name is not enough.
    """
    foreign = [text for text in texts if not text.isascii()]
    wrong = sum(1 for text in foreign if _is_garbled(text))
    return 2 * wrong > len(foreign)


def garbled(layer_name: str) -> InputError:
    """What to say of a layer whose text looks garbled, and what helps."""
    template = translate(
        "LandLedger",
        "The text of layer {layer} is garbled: set its data source encoding to GBK in the layer properties, or put "
        "a .cpg file holding the word GBK beside the .dbf, or save a .csv as UTF-8, and load it again.",
    )
    return InputError(template, layer=layer_name)


def _is_garbled(text: str) -> bool:
    if _UNDECODED in text:
        return _IDEOGRAPH.search(text) is None
    if _BEYOND_LATIN.search(text):
        return False
    beyond = "".join(letter for letter in text if not letter.isascii())
    if not all(run and _PAIRS.fullmatch(run) for run in re.findall("[^\x00-\x7f]+", text)):
        return False
    return _IDEOGRAPH.search(beyond.encode("latin-1").decode("gbk", errors="ignore")) is not None
