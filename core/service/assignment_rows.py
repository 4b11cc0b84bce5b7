"""The assignment as a table (one row a unit, for a scenario) and the areas of the teams as a layer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..sentence import Say, translate
from ..summary.result_rows import ResultField
from .assigning import Proposal
from .assignment.problem import NOBODY
from .workload import WHOLE


def _text(name: str, length: int, alias: str) -> ResultField:
    return ResultField(name, "text", alias, length)


def _number(name: str, decimals: int, alias: str) -> ResultField:
    return ResultField(name, "number", alias, 18, decimals)


def _whole(name: str, alias: str) -> ResultField:
    return ResultField(name, "integer", alias, 9)


ASSIGNMENT_FIELDS: tuple[ResultField, ...] = (
    _text("SCENARIO", 60, translate("LandLedger", "Scenario")),
    _text("UNIT", 20, translate("LandLedger", "Unit code")),
    _text("UNIT_NAME", 80, translate("LandLedger", "Service unit")),
    _text("TOWN", 60, translate("LandLedger", "Township")),
    _text("TEAM", 40, translate("LandLedger", "Team")),
    _text("TEAM_NAME", 80, translate("LandLedger", "Name of the team")),
    _text("ROLE", 20, translate("LandLedger", "Role of service")),
    _number("TRAVEL", 3, translate("LandLedger", "Travel")),
    _number("LOAD", 5, translate("LandLedger", "Workload")),
    _whole("PINNED", translate("LandLedger", "Pinned")),
    _text("FORMER", 40, translate("LandLedger", "Team until now")),
    _whole("CHANGED", translate("LandLedger", "Changed")),
    _text("VALID_FROM", 10, translate("LandLedger", "Valid from")),
)
AREA_FIELDS: tuple[ResultField, ...] = (
    _text("SCENARIO", 60, translate("LandLedger", "Scenario")),
    _text("TEAM", 40, translate("LandLedger", "Team")),
    _text("TEAM_NAME", 80, translate("LandLedger", "Name of the team")),
    _text("LEAD", 60, translate("LandLedger", "Leading planner")),
    _whole("UNITS", translate("LandLedger", "Number of units")),
    _number("LOAD", 5, translate("LandLedger", "Workload")),
    _number("TRAVEL", 3, translate("LandLedger", "Travel")),
    _whole("COLOUR", translate("LandLedger", "Colour number")),
)


def printed_travel(proposal: Proposal) -> np.ndarray:
    """int64 (n,): travel of each unit in thousandths, rounded half-up once; all sums are sums of these."""
    chosen = proposal.travel[np.arange(len(proposal.team_of)), proposal.team_of]
    return np.floor(chosen * 1000 + 0.5).astype(np.int64)


def order_of(proposal: Proposal) -> np.ndarray:
    """int64 (n,): units by team, then by code."""
    codes = proposal.inputs.units.code.astype(str)
    return np.lexsort((codes, proposal.team_of))


def former_names(proposal: Proposal) -> np.ndarray:
    """object (n,): the id of today's team, '' for none."""
    former = proposal.problem.former
    return np.array([str(proposal.teams.id[team]) if team != NOBODY else "" for team in former.tolist()], dtype=object)


def changed_of(proposal: Proposal) -> np.ndarray:
    """int64 (n,): 1 where the team is another than today."""
    n = len(proposal.team_of)
    return proposal.problem.changed[np.arange(n), proposal.team_of].astype(np.int64)


def assignment_columns(proposal: Proposal, day: str, say: Say = str) -> Mapping[str, np.ndarray]:
    """Field name → array (n,), rows by team and code; `say` puts the role into the user's language."""
    order, units, teams = order_of(proposal), proposal.inputs.units, proposal.teams
    team_of, n = proposal.team_of[order], len(proposal.team_of)
    return {
        "SCENARIO": _same(proposal.job.scenario, n),
        "UNIT": units.code[order],
        "UNIT_NAME": units.name[order],
        "TOWN": units.town[order],
        "TEAM": teams.id[team_of],
        "TEAM_NAME": teams.name[team_of],
        "ROLE": _same(say(proposal.job.role) if proposal.job.role else "", n),
        "TRAVEL": printed_travel(proposal)[order] / 1000,
        "LOAD": proposal.loads[order] / WHOLE,
        "PINNED": (proposal.problem.pinned[order] >= 0).astype(np.int64),
        "FORMER": former_names(proposal)[order],
        "CHANGED": changed_of(proposal)[order],
        "VALID_FROM": _same(day, n),
    }


def area_columns(proposal: Proposal) -> tuple[np.ndarray, Mapping[str, np.ndarray]]:
    """Shapes (k,) and field name → array (k,) of the teams that have units."""
    held = np.unique(proposal.team_of)
    teams, m = proposal.teams, len(proposal.teams)

    def added(values: np.ndarray) -> np.ndarray:
        sums = np.zeros(m, dtype=np.int64)
        np.add.at(sums, proposal.team_of, values)
        return sums[held]

    return proposal.area[held], {
        "SCENARIO": _same(proposal.job.scenario, len(held)),
        "TEAM": teams.id[held],
        "TEAM_NAME": teams.name[held],
        "LEAD": teams.lead[held],
        "UNITS": added(np.ones(len(proposal.team_of), dtype=np.int64)),
        "LOAD": added(proposal.loads) / WHOLE,
        "TRAVEL": added(printed_travel(proposal)) / 1000,
        "COLOUR": proposal.colour[held],
    }


def _same(value: object, count: int) -> np.ndarray:
    column = np.empty(count, dtype=object)
    column[:] = [value] * count
    return column
