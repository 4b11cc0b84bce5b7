"""Rows of tables about planner service: assignments, visits, suggestions and approved village plans, as arrays."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import InputError
from ..sentence import translate
from ..survey.schema import Field, Kind
from .register.vocabulary import SuggestionState, outcome_of
from .units import Listed

_UNIT_FIELDS = tuple(Field(name) for name in ("DYDM", "DYMC", "SSXZ", "SSXQ"))
ASSIGNMENT_FIELDS: tuple[Field, ...] = (
    *_UNIT_FIELDS,
    *(Field(name) for name in ("FAMC", "FWJS", "FWCJ", "PQQSRQ", "PQJZRQ")),
    Field("XZBH", Kind.TEXT, required=True),
)
"""Unit, scenario, role, level, valid from and to, team: what `landledger:assignteams` writes, and more."""
VISIT_FIELDS: tuple[Field, ...] = (*_UNIT_FIELDS, Field("XZBH"), Field("RQ", Kind.TEXT, required=True))
PLAN_FIELDS: tuple[Field, ...] = (*_UNIT_FIELDS, Field("GHPZRQ"), Field("PZRQ"))
SUGGESTION_FIELDS: tuple[Field, ...] = (*VISIT_FIELDS, Field("JYZT"), Field("SFCN"))

UNDATED = datetime.date.min
"""The day of a plan that is approved without a date."""


_STATE_WORDS = {
    SuggestionState.RAISED: ("raised", "提出", "已提出", ""),
    SuggestionState.SUBMITTED: ("submitted", "报送", "已报送"),
    SuggestionState.ADOPTED: ("adopted", "采纳", "已采纳"),
    SuggestionState.PARTLY: ("partly", "partly adopted", "partly_adopted", "部分采纳", "部分"),
    SuggestionState.REJECTED: ("rejected", "not adopted", "未采纳", "不采纳", "不予采纳"),
    SuggestionState.DONE: ("done", "put into effect", "implemented", "落实", "已落实"),
}
_YES, _NO = ("1", "y", "yes", "true", "是", "已采纳", "采纳"), ("0", "n", "no", "false", "否", "未采纳")


@dataclass(frozen=True)
class Rows:
    """r rows of a table: the units they speak of, and the team's id object (r,) ('' for none). `layer`, `source` for messages."""

    layer: str
    listed: Sequence[Listed]
    team: np.ndarray
    source: str

    def __len__(self) -> int:
        return len(self.listed)


@dataclass(frozen=True)
class AssignmentRows(Rows):
    """Assignments: `role`, `level` object (r,) of Role and Level or None, `start`, `end` object (r,) of days or None."""

    role: np.ndarray
    level: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def take(self, rows: Sequence[int]) -> AssignmentRows:
        """These rows."""
        parts = {key: getattr(self, key)[list(rows)] for key in ("team", "role", "level", "start", "end")}
        return replace(self, listed=[self.listed[row] for row in rows], **parts)


@dataclass(frozen=True)
class VisitRows(Rows):
    """Visits: `day` object (r,) of days or None."""

    day: np.ndarray


@dataclass(frozen=True)
class SuggestionRows(VisitRows):
    """Suggestions: `state` object (r,) of SuggestionState, `outcome` object (r,): what became of each, None for nothing yet."""

    state: np.ndarray
    outcome: np.ndarray


@dataclass(frozen=True)
class PlanRows:
    """Approved village plans: `day` object (r,) of days, UNDATED where none is given."""

    layer: str
    listed: Sequence[Listed]
    day: np.ndarray
    source: str = ""


def state_of(text: str, layer: str, row: int) -> SuggestionState:
    """The state that a word means (nothing: raised); InputError naming the row (from 0) for another word."""
    for state, words in _STATE_WORDS.items():
        if text.strip().lower() in words:
            return state
    template = translate("LandLedger", "Layer {layer}, row {row}: “{word}” is no state of a suggestion; they are {states}.")
    states = "、".join(words[1] for words in _STATE_WORDS.values())
    raise InputError(template, layer=layer, row=row + 1, word=text, states=states)


def outcome_told(state: SuggestionState, adopted: bool | None) -> SuggestionState | None:
    """What became of a suggestion by its state, and by what else is said of it (adopted or not) where the state does not tell."""
    said = None if adopted is None else (SuggestionState.ADOPTED if adopted else SuggestionState.REJECTED)
    return outcome_of(state, said) or said


def yes_or_no(text: str, layer: str, row: int) -> bool | None:
    """Whether a word says yes or no, None for nothing; InputError naming the row (from 0) for another word."""
    word = text.strip().lower()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise InputError(
        translate("LandLedger", "Layer {layer}, row {row}: “{word}” is neither yes nor no."), layer=layer, row=row + 1, word=text
    )


def of_scenario(names: Sequence[str], wanted: str, layer: str) -> np.ndarray:
    """bool (r,): the rows of the scenario `wanted`; all where the table names none and none is wanted.

    InputError for a scenario without a row, and where the table holds several and none is wanted.
    """
    present = [name for name in dict.fromkeys(names) if name]
    if not wanted:
        if len(present) > 1:
            template = translate("LandLedger", "Table {layer} holds several scenarios ({names}); say which one is meant.")
            raise InputError(template, layer=layer, names="、".join(present[:10]))
        return np.ones(len(names), dtype=bool)
    rows = np.array([name == wanted for name in names], dtype=bool)
    if not rows.any():
        template = translate("LandLedger", "Table {layer} has no row of the scenario {scenario}; it has {names}.")
        raise InputError(template, layer=layer, scenario=wanted, names="、".join(present[:10]) or "—")
    return rows


def full_periods(start: datetime.date, end: datetime.date, kind: str) -> list[tuple[datetime.date, datetime.date]]:
    """First and last days of the calendar months, quarters or years (`kind` month, quarter, year) that lie wholly within
    `start` to `end`."""
    months = _MONTHS[kind]
    first = datetime.date(start.year, 1, 1)
    found = []
    while first <= end:
        place = first.year * 12 + first.month - 1 + months
        following = datetime.date(place // 12, place % 12 + 1, 1)
        last = following - datetime.timedelta(days=1)
        if first >= start and last <= end:
            found.append((first, last))
        first = following
    return found


_MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}
PERIOD_NAMES = {
    "month": translate("LandLedger", "month"),
    "quarter": translate("LandLedger", "quarter"),
    "year": translate("LandLedger", "year"),
}


def require_period(start: datetime.date, end: datetime.date) -> None:
    """InputError for a period that ends before it begins."""
    if end < start:
        template = translate("LandLedger", "The period ends on {end}, before it begins on {start}.")
        raise InputError(template, start=start.isoformat(), end=end.isoformat())


def period_name(first: datetime.date, kind: str) -> str:
    """2024, 2024-Q2 or 2024-05, by the first day of a period."""
    if kind == "year":
        return str(first.year)
    return f"{first.year}-Q{(first.month + 2) // 3}" if kind == "quarter" else f"{first.year}-{first.month:02d}"

