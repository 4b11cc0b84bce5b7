"""A list of opinions (T32) that came back from the planners, read with every problem by its cell.

The sheet 意见对应 of the same workbook says which opinion stands behind a number and which findings it was made of. Where that
sheet is gone, opinions are known by what they say: those of `known` with the same text, else new names are given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError
from ..importing.fields import OPINIONS
from ..importing.opening import Order, open_order
from ..importing.problems import CellProblem
from ..importing.rows import SheetRows, need_columns, rows_below
from ..progress import Progress, no_progress, part_of
from ..sentence import sentence, translate
from ..workbook import Row, load_layout, read_table, sheet_names
from ..workbook.cell_text import normalised, number_of, shown
from ..workbook.reading import NULLS
from .review import NOWHERE, Cause, Opinion, opinion_id
from .review_words import CHECK, NEW, OPEN, Category, categories, category_named, review_states, state_named

_COORDINATES = re.compile(r"\((\d+(?:\.\d+)?)[,、]\s*(\d+(?:\.\d+)?)\)")


@dataclass(frozen=True)
class RoundOrder:
    """What to read: '' for `sheet` finds it; `columns` corrects what is recognised (`A=修改说明`); `round` is that of opinions
    of which no sheet says it."""

    path: str
    sheet: str = ""
    columns: str = ""
    round: int = 1


@dataclass(frozen=True)
class ReadRound:
    """Opinions read, in the order of the sheet; `rows` holds the problems; `indexed`: the sheet 意见对应 was there."""

    opinions: Sequence[Opinion]
    rows: SheetRows
    indexed: bool

    @property
    def problems(self) -> list[CellProblem]:
        """What was wrong, by row and column."""
        return self.rows.problems

    @property
    def refused(self) -> bool:
        """Whether a problem keeps the file out."""
        return any(problem.hard for problem in self.problems)


def read_round(
    order: RoundOrder, known: Sequence[Opinion] = (), folder: str | None = None, progress: Progress = no_progress
) -> ReadRound:
    """The opinions of a workbook. InputError where the file, its sheet or a needed column can't be found, and for a list
    without any opinion; what is wrong with a cell is a problem."""
    grid, assignment = open_order(Order(order.path, order.sheet, OPINIONS, order.columns), part_of(progress, 0.0, 0.5))
    rows = rows_below(grid, assignment)
    need_columns(rows)
    index = _index_of(order.path, folder)
    reading = _Reading(rows, index, known, order.round)
    opinions = [found for number in rows.data if (found := reading.opinion(number)) is not None]
    opinions += reading.left_out()
    rows.problems.sort(key=lambda problem: (problem.row, problem.column, not problem.hard))
    if not opinions and not rows.problems:
        raise InputError(translate("LandLedger", "File {file}: the list of opinions is empty."), file=Path(order.path).name)
    progress(1.0)
    return ReadRound(opinions, rows, bool(index))


def _index_of(path: str, folder: str | None) -> dict[int, Opinion]:
    """The opinions of the sheet 意见对应 by number, as they were sent out; nothing where it is gone."""
    declared = load_layout("T32K", folder)
    if declared.sheet not in sheet_names(path):
        return {}
    found: dict[int, Opinion] = {}
    causes: dict[int, list[Cause]] = {}
    for row in read_table(path, declared, declared.sheet).rows:
        number, name = row.value("N"), _word(row, "ID")
        if not isinstance(number, int) or not name:
            continue
        found.setdefault(number, _sent_out(row, number, name))
        if _word(row, "KEY"):
            key, check, layer, bsm, field = (_word(row, each) for each in ("KEY", "CHECK", "LAYER", "BSM", "FIELD"))
            causes.setdefault(number, []).append(Cause(key, check, layer, bsm, field, *_place(row)))
    return {number: replace(each, causes=tuple(causes.get(number, ()))) for number, each in found.items()}


def _sent_out(row: Row, number: int, name: str) -> Opinion:
    round_number, category = row.value("ROUND"), category_named(_word(row, "K"))
    x, y = _place(row)
    return Opinion(
        id=name,
        round=round_number if isinstance(round_number, int) else 1,
        number=number,
        category=category.code if category is not None else _word(row, "K"),
        place=_word(row, "L"),
        basis=_word(row, "R"),
        text=_word(row, "O"),
        who=_word(row, "W"),
        state=OPEN,
        village=_word(row, "VILLAGE"),
        x=x,
        y=y,
    )


def _word(row: Row, key: str) -> str:
    value = row.value(key)
    return "" if value is None else str(value).strip()


def _place(row: Row) -> tuple[float, float]:
    try:
        return float(_word(row, "X")), float(_word(row, "Y"))
    except ValueError:
        return NOWHERE, NOWHERE


class _Reading:
    """Rows to opinions; what is wrong goes to the rows' problems."""

    def __init__(self, rows: SheetRows, index: dict[int, Opinion], known: Sequence[Opinion], round_number: int) -> None:
        self._rows, self._index, self._round = rows, index, round_number
        self._by_id = {each.id: each for each in known}
        self._by_text: dict[str, list[Opinion]] = {}
        for each in known:
            self._by_text.setdefault(normalised(each.text), []).append(each)
        self._seen: dict[str, int] = {}
        self._numbers: dict[int, int] = {}

    def opinion(self, row: int) -> Opinion | None:
        """The opinion of a row, None where a problem says why there is none."""
        text = self._text(row, "O")
        if not text:
            self._rows.problem(row, "O", sentence(translate("LandLedger", "the opinion is missing")))
            return None
        number = self._number(row)
        found = self._known(row, number, text)
        if found.id in self._seen:
            template = translate("LandLedger", "the same opinion stands in row {row} already")
            self._rows.problem(row, "O", sentence(template, row=self._seen[found.id]))
            return None
        self._seen[found.id] = row
        return replace(found, number=number, reply=self._text(row, "A"), claim=self._claim(row))

    def _text(self, row: int, name: str) -> str:
        text = shown(self._rows.raw(row, name)).strip()
        return "" if normalised(text) in NULLS and normalised(text) != "无" else text

    def _number(self, row: int) -> int:
        """The number of a row; one that is none, or stands twice, is a problem."""
        raw = self._rows.raw(row, "N")
        number = number_of(raw)
        if number is None or number != number.to_integral_value() or number < 1:
            template = translate("LandLedger", "“{value}” is no number of an opinion")
            self._rows.problem(row, "N", sentence(template, value=shown(raw)))
            return 0
        found = int(number)
        if found in self._numbers:
            template = translate("LandLedger", "the number {number} stands in row {row} already")
            self._rows.problem(row, "N", sentence(template, number=found, row=self._numbers[found]))
        self._numbers.setdefault(found, row)
        return found

    def _known(self, row: int, number: int, text: str) -> Opinion:
        """The opinion that was sent out, with its causes; else a new one of what stands in the row."""
        indexed = self._index.get(number)
        if indexed is None or normalised(indexed.text) != normalised(text):
            if indexed is not None:
                template = translate("LandLedger", "the text is not that of opinion {number} as it was sent out")
                self._rows.problem(row, "O", sentence(template, number=number), hard=False)
            indexed = next((each for each in self._index.values() if normalised(each.text) == normalised(text)), None)
        if self._index and indexed is None:
            template = translate("LandLedger", "no opinion with this text was sent out; taken for one without findings")
            self._rows.problem(row, "O", sentence(template), hard=False)
        if indexed is not None:
            return self._by_id.get(indexed.id, indexed)
        known = self._same_text(row, text)
        return known if known is not None else self._made(row, number, text)

    def _made(self, row: int, number: int, text: str) -> Opinion:
        """An opinion that nobody knows."""
        place = self._text(row, "L")
        x, y = _written_place(place)
        return Opinion(
            id=opinion_id(str(self._round), place, text, str(number)),
            round=self._round,
            number=number,
            category=self._category(row),
            place=place,
            basis=self._text(row, "R"),
            text=text,
            who=self._text(row, "W"),
            state=OPEN,
            x=x,
            y=y,
        )

    def left_out(self) -> list[Opinion]:
        """Opinions that were sent out and did not come back: they are still to be dealt with."""
        missing = [each for each in self._index.values() if each.id not in self._seen]
        for each in missing:
            template = translate("LandLedger", "opinion {number}, as it was sent out, is not in the list any more; it is kept")
            self._rows.problem(self._rows.assignment.bottom, "", sentence(template, number=each.number), hard=False)
        return [self._by_id.get(each.id, each) for each in missing]

    def _same_text(self, row: int, text: str) -> Opinion | None:
        """The opinion of `known` with this text; of several the one with this place, if only one has it."""
        same = self._by_text.get(normalised(text), [])
        if len(same) > 1:
            place = normalised(self._text(row, "L"))
            same = [each for each in same if normalised(each.place) == place]
        return same[0] if len(same) == 1 else None

    def _category(self, row: int) -> str:
        written = self._text(row, "K")
        found: Category | None = category_named(written)
        if found is None and written:
            template = translate("LandLedger", "“{value}” is no kind of question; kinds are {kinds}")
            self._rows.problem(row, "K", sentence(template, value=written, kinds=_kinds()), hard=False)
        return found.code if found is not None else written

    def _claim(self, row: int) -> str:
        """The state that the planners wrote."""
        written = self._text(row, "S")
        found = state_named(written)
        if found is None and written:
            template = translate("LandLedger", "“{value}” is no state; states are {states}")
            self._rows.problem(row, "S", sentence(template, value=written, states=_states()))
        if found is None or found.code in (NEW, CHECK):
            if not written or found is not None:
                template = translate("LandLedger", "the planners gave no state")
                self._rows.problem(row, "S", sentence(template), hard=False)
            return ""
        return found.code


def _kinds() -> str:
    return "、".join(each.name for each in categories())


def _states() -> str:
    return "、".join(each.name for each in review_states().values())


def _written_place(text: str) -> tuple[float, float]:
    """Coordinates in the words of a place; NaN for none."""
    found = _COORDINATES.search(normalised(text))
    return (float(found.group(1)), float(found.group(2))) if found else (NOWHERE, NOWHERE)
