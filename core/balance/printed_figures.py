"""Published figures beside what was counted (公布数字核对): each compared as what it may have been before it was rounded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..errors import InputError
from ..intervals import Exact, Figure, Verdict, known, read_figure, verdict
from ..quota.register_tables import TableNames
from ..quota.shares import rounded
from ..quota.table_checks import data_rows
from ..sentence import Sentence, sentence, translate
from ..workbook import FilledTable, Identity, Row, load_layout

RATES = frozenset(("rate", "growth"))
"""Items in per cent."""

COUNTS = frozenset(("count", "visits", "suggestions", "adopted", "units", "plans", "approved", "filed", "overdue"))
_UNITS = ("万亩", "亩", "个", "次", "条")
ABOUT = Fraction(5, 100)


@dataclass(frozen=True)
class PrintedFigure:
    """A figure that was published: its name as given, which item it is, its text, what it may have been."""

    name: str
    item: str
    text: str
    figure: Figure


@dataclass(frozen=True)
class Comparison:
    """One line: what it is called, the published figure, ours (None where we have none), and what follows."""

    name: str
    printed: PrintedFigure
    ours: Figure | None
    verdict: Verdict


def printed_figures(text: str, items: Mapping[str, str], about: Exact = ABOUT) -> list[PrintedFigure]:
    """`合计=17.58;整改恢复=10.17;整改处置比例=100%`; `items` maps the names known to items, `about` is the share by which a
    figure with 约 may be off. InputError for a part that makes no sense, and for an item given twice."""
    found: list[PrintedFigure] = []
    for part in re.split(r"[;；\n]", text):
        if not part.strip():
            continue
        name, sign, number = (each.strip() for each in part.replace("＝", "=").partition("="))
        item = items.get(name, "")
        if not sign or not item:
            template = translate("LandLedger", "“{part}” is no printed figure: write name=number; names are {names}.")
            raise InputError(template, part=part.strip(), names="、".join(each for each in items if not each.isascii()))
        if any(each.item == item for each in found):
            raise InputError(translate("LandLedger", "The published figure “{name}” is given twice."), name=name)
        found.append(PrintedFigure(name, item, number, read_figure(_bare(number, item), about)))
    return found


def _bare(number: str, item: str) -> str:
    for unit in _UNITS:
        number = number.replace(unit, "")
    return f"{number}%" if item in RATES and not number.endswith(("%", "％")) else number


def compared(figures: Sequence[PrintedFigure], ours: Mapping[str, Fraction | int]) -> list[Comparison]:
    """Each published figure beside the exact one of its item."""
    found = []
    for each in figures:
        own = None if each.item not in ours else known(ours[each.item])
        found.append(Comparison(each.name, each, own, Verdict.FAILS if own is None else verdict(each.figure, own)))
    return found


def printed_table(comparisons: Sequence[Comparison], names: TableNames) -> FilledTable:
    """公布数字核对表."""
    layout = load_layout("PRINTED", names.folder)
    rows = [
        Row(
            {
                "ITEM": each.name, "PRINTED": each.printed.text, "RANGE": _range(each.printed.figure, each.printed.item),
                "OURS": "" if each.ours is None else _said(each.ours, each.printed.item),
                "VERDICT": sentence(each.verdict.label),
            }
        )
        for each in comparisons
    ]  # fmt: skip
    return FilledTable(layout, rows, None, {"name": names.title})


def printed_identities(table: FilledTable) -> list[Identity]:
    """Published figures that do not hold, counted: none may."""
    fails = sentence(Verdict.FAILS.label)
    count = sum(_same(row.value("VERDICT"), fails) for row in data_rows(table))
    name = sentence(translate("LandLedger", "published figures that do not hold"))
    return [Identity(name, "", count, 0)]


def _same(value: object, wanted: Sentence) -> bool:
    return isinstance(value, Sentence) and value.template == wanted.template


def _range(figure: Figure, item: str) -> str:
    if item in RATES:
        return f"{figure.interval.times(100).said(3)}%"
    return figure.interval.said(1 if item in COUNTS else 3)


def _said(figure: Figure, item: str) -> str:
    """A known figure as it is, one that follows from published ones as its interval."""
    if item in COUNTS:
        return str(figure.value)
    if figure.interval.low != figure.interval.high:
        return _range(figure, item)
    return f"{rounded(figure.value * 100, 4)}%" if item in RATES else f"{rounded(figure.value, 6)}"
