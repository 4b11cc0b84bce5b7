"""Balances of holders on a layer of districts: whose polygon is whose, by code, else by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...area import Area
from ...rounding import divide_half_up
from ...sentence import translate
from .names import Names
from .standing import Standing


@dataclass(frozen=True)
class DistrictField:
    """A field of the layer; kind is `text`, `integer` or `number`; the alias is an English text to translate."""

    name: str
    kind: str
    alias: str
    length: int = 0
    decimals: int = 0


DISTRICT_FIELDS: Sequence[DistrictField] = (
    DistrictField("HOLDER", "text", translate("LandLedger", "Code of the holder"), 60),
    DistrictField("HOLDER_MC", "text", translate("LandLedger", "Name of the holder"), 120),
    DistrictField("YEAR", "integer", translate("LandLedger", "Quota year"), 6),
    DistrictField("OBTAINED", "number", translate("LandLedger", "Obtained (mu)"), 18, 4),
    DistrictField("USED", "number", translate("LandLedger", "Used, approved (mu)"), 18, 4),
    DistrictField("PENDING", "number", translate("LandLedger", "Pending approval (mu)"), 18, 4),
    DistrictField("ADVANCED", "number", translate("LandLedger", "Advances not cleared (mu)"), 18, 4),
    DistrictField("AVAILABLE", "number", translate("LandLedger", "Available (mu)"), 18, 4),
    DistrictField("REMAINING", "number", translate("LandLedger", "Left of the year's quota (mu)"), 18, 4),
    DistrictField("USED_PCT", "number", translate("LandLedger", "Used of what was obtained (%)"), 10, 2),
)


@dataclass(frozen=True)
class Matched:
    """`books` (n): the book of each district, None where nobody holds quota there; `lost` are the books without a
    district; `unnamed` the rows of districts without a holder; `repeated` the books with several districts."""

    books: Sequence[str | None]
    lost: Sequence[str]
    unnamed: Sequence[int]
    repeated: Sequence[str]


def match_districts(
    books: Sequence[str], names: Names, codes: Sequence[object], titles: Sequence[object]
) -> Matched:
    """Which holder each district is of: the one with its code, else the one with its name."""
    by_code = {_plain_code(names.region(book)): book for book in books}
    by_name = {spelling: book for book in books for spelling in names.spellings(book)}
    found: list[str | None] = []
    for code, title in zip(codes, titles):
        book = by_code.get(_plain_code(code)) if _plain_code(code) else None
        found.append(book or by_name.get("".join(_text(title).split())))
    counts = {book: found.count(book) for book in books}
    return Matched(
        found,
        [book for book in books if not counts[book]],
        [row for row, book in enumerate(found) if book is None],
        [book for book in books if counts[book] > 1],
    )


def district_values(book: str | None, standings: Mapping[str, Standing], names: Names, year: int) -> list[object]:
    """The values of DISTRICT_FIELDS for a district, None where nobody holds quota there."""
    if book is None:
        return [None] * len(DISTRICT_FIELDS)
    standing = standings[book]
    amounts = (
        standing.total, standing.used, standing.pending, standing.advanced, standing.available, standing.left,
    )  # fmt: skip
    share = divide_half_up(10_000 * standing.used, standing.total) / 100 if standing.total > 0 else None
    return [book, names.holder(book), year, *(float(Area(amount).mu(6)) for amount in amounts), share]


def _plain_code(value: object) -> str:
    """A code of a region without what only fills it up: 371526, 371526000 and 371526000000 are one."""
    text = _text(value).strip()
    if text.endswith(".0"):
        text = text[:-2]
    return text[:6] if len(text) > 6 and not text[6:].strip("0") else text


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)
