"""Planner teams 规划师小组: base, capacity, role, level and term."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from ..survey.schema import Field, Kind
from .units import Level


class Role(Enum):
    """What a team serves as: responsible planner 责任规划师, village planner 乡村规划师."""

    RESPONSIBLE = "responsible"
    VILLAGE = "village"


ROLE_NAMES = {
    Role.RESPONSIBLE: translate("LandLedger", "responsible planner"),
    Role.VILLAGE: translate("LandLedger", "village planner"),
}
_ROLE_WORDS = {
    Role.RESPONSIBLE: ("responsible", "responsible planner", "责任规划师", "1"),
    Role.VILLAGE: ("village", "village planner", "乡村规划师", "村庄规划师", "2"),
}
_LEVEL_WORDS = {
    Level.TOWN: ("town", "street", "street or town", "街道、乡镇", "街镇", "镇", "乡", "街道", "乡镇", "乡镇级"),
    Level.VILLAGE: ("village", "village or community", "村、社区", "村", "社区", "村级"),
}

TEAM_FIELDS: tuple[Field, ...] = (
    Field("XZBH", Kind.TEXT, required=True),
    *(Field(name) for name in ("XZMCH", "QTGHS", "FWJS", "FWCJ", "PQQSRQ", "PQJZRQ", "SZDW")),
    Field("FWRL", Kind.NUMBER),
)
"""Team id, name, leading planner, role, level, term from and to, organisation, capacity."""


@dataclass(frozen=True)
class Teams:
    """m teams: `id`, `name`, `lead` object (m,) of text; `base` float64 (m, 2) in the plane of the units, NaN for none;
    `capacity` float64 (m,), NaN for none; `role`, `level` object (m,) of Role and Level or None; `start`, `end` of the term;
    `org` object (m,) of text, the organisation, None where nobody asked."""

    layer: str
    id: np.ndarray
    name: np.ndarray
    lead: np.ndarray
    base: np.ndarray
    capacity: np.ndarray
    role: np.ndarray
    level: np.ndarray
    start: np.ndarray
    end: np.ndarray
    source: str = ""
    org: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: np.ndarray) -> Teams:
        """The teams of the rows (mask or indices)."""
        keys = ("id", "name", "lead", "base", "capacity", "role", "level", "start", "end")
        org = None if self.org is None else self.org[rows]
        return replace(self, org=org, **{key: getattr(self, key)[rows] for key in keys})


def term_shown(start: datetime.date | None, end: datetime.date | None) -> str:
    """From a day to a day as tables have it, '' for neither."""
    if start is None and end is None:
        return ""
    return f"{start.isoformat() if start else '—'} 至 {end.isoformat() if end else '—'}"


def role_of(text: str, layer: str) -> Role | None:
    """The role that a word means, None for nothing; InputError for another word."""
    return _word(text, _ROLE_WORDS, layer, translate("LandLedger", "Layer {layer}: “{word}” is no role of a team."))


def level_named(text: str, layer: str) -> Level | None:
    """The level that a word means, None for nothing; InputError for another word."""
    return _word(text, _LEVEL_WORDS, layer, translate("LandLedger", "Layer {layer}: “{word}” is no level of service."))


def _word(text: str, words, layer: str, refusal: str):  # type: ignore[no-untyped-def]
    wanted = text.strip().lower()
    if not wanted:
        return None
    for value, names in words.items():
        if wanted in names:
            return value
    raise InputError(refusal, layer=layer, word=text)


def require_teams(teams: Teams) -> None:
    """InputError for a team without an id, or an id that stands twice."""
    seen: set[str] = set()
    for row, team in enumerate(teams.id.tolist()):
        if not team:
            raise InputError(translate("LandLedger", "Layer {layer}: the team in row {row} has no id."), layer=teams.layer, row=row + 1)
        if team in seen:
            raise InputError(translate("LandLedger", "Layer {layer}: the team {team} stands twice."), layer=teams.layer, team=team)
        seen.add(team)


def in_service(
    teams: Teams, role: Role | None, level: Level | None, day: datetime.date
) -> tuple[Teams, list[Sentence]]:
    """The teams of a role and level whose term holds on `day`, and what to tell of those whose term does not.

    A team that says no role or level serves in every one. InputError where no team is left.
    """
    kept, notes = [], []
    for row in range(len(teams)):
        if role is not None and teams.role[row] not in (None, role):
            continue
        if level is not None and teams.level[row] not in (None, level):
            continue
        start, end = teams.start[row], teams.end[row]
        if (start is not None and start > day) or (end is not None and end < day):
            template = translate("LandLedger", "Team {team} is left out: its term ({start} to {end}) does not hold on {day}.")
            notes.append(
                sentence(template, team=teams.id[row], start=start or "—", end=end or "—", day=day.isoformat())
            )
            continue
        kept.append(row)
    if not kept:
        template = translate("LandLedger", "Layer {layer} has no team of this role and level whose term holds on {day}.")
        raise InputError(template, layer=teams.layer, day=day.isoformat())
    return teams.take(np.array(kept, dtype=np.int64)), notes
