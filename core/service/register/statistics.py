"""Visits and suggestions counted: in all, by team, unit, focus field and period."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Union

from ...quota.shares import percent
from .adoption import Adoption
from .model import Suggestion, Visit
from .vocabulary import SuggestionState

Entry = Union[Visit, Suggestion]


class Period(Enum):
    """How long a period of the sheet by periods is. The value is that of the parameter."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def of(self, day: datetime.date) -> str:
        """The period a day lies in, as people write it; texts sort as the days do."""
        if self is Period.MONTH:
            return f"{day.year}年{day.month:02d}月"
        if self is Period.QUARTER:
            return f"{day.year}年第{(day.month + 2) // 3}季度"
        return f"{day.year}年"


@dataclass(frozen=True)
class Tally:
    """Visits and suggestions counted together: `people` at visits where somebody counted, `units` visited ones, `states` how
    many suggestions are in each, `adopted` of `base` the share that is printed."""

    visits: int = 0
    people: int = 0
    units: int = 0
    suggestions: int = 0
    states: Mapping[SuggestionState, int] = field(default_factory=dict)
    adopted: int = 0
    base: int = 0

    @property
    def rate(self) -> Decimal | None:
        """采纳率 in per cent with one decimal, None without anything to adopt; 100.0 only where everything is."""
        found = percent(self.adopted, self.base, 1)
        return Decimal("99.9") if found == 100 and self.adopted < self.base else found


def tally(visits: Sequence[Visit], suggestions: Sequence[Suggestion], adoption: Adoption) -> Tally:
    """All of them counted."""
    adopted, base = adoption.share(suggestions)
    states = dict.fromkeys(SuggestionState, 0)
    for each in suggestions:
        states[each.state] += 1
    return Tally(
        len(visits), sum(visit.count or 0 for visit in visits), len({unit_of(visit) for visit in visits} - {""}),
        len(suggestions), states, adopted, base,
    )  # fmt: skip


def unit_of(entry: Entry) -> str:
    """By what a unit is counted: its code, its name where there is none, '' for neither."""
    return entry.unit or entry.unit_name


def field_of(entry: Entry) -> str:
    """The focus field of a visit or a suggestion, '' for none."""
    return entry.topic if isinstance(entry, Visit) else entry.field


def tallies(
    visits: Sequence[Visit], suggestions: Sequence[Suggestion], adoption: Adoption, key: Callable[[Entry], Hashable],
    order: Iterable[Hashable] = (),
) -> dict[Hashable, Tally]:  # fmt: skip
    """Counted by a key: those in `order` first, also where there is nothing, then the others as they sort."""
    keys: dict[Hashable, tuple[list[Visit], list[Suggestion]]] = {each: ([], []) for each in order}
    for visit in visits:
        keys.setdefault(key(visit), ([], []))[0].append(visit)
    for suggestion in suggestions:
        keys.setdefault(key(suggestion), ([], []))[1].append(suggestion)
    known = list(dict.fromkeys(order))
    others = sorted((each for each in keys if each not in set(known)), key=str)
    return {each: tally(*keys[each], adoption) for each in (*known, *others)}
