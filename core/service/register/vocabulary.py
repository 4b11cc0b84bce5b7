"""The words of a service book: its registers, states of scenarios and suggestions, and which state may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path

from ...resources import read_facts, resource
from ...rules import Rules
from ...sentence import translate

BOOK_KIND = "service"

BOOK_SUFFIX = "GH"
"""The code of a holder's service book is the holder's code with this behind it: 规划师."""

TEAM_REGISTER = "planner_team"
SCENARIO_REGISTER = "service_scenario"
ASSIGNMENT_REGISTER = "service_assignment"
VISIT_REGISTER = "planner_visit"
SUGGESTION_REGISTER = "planner_suggestion"
PLAN_REGISTER = "village_plan"
REGISTERS = (
    TEAM_REGISTER, SCENARIO_REGISTER, ASSIGNMENT_REGISTER, VISIT_REGISTER, SUGGESTION_REGISTER, PLAN_REGISTER,
)  # fmt: skip

FOCUS_RULE = "service_focus_fields"


class ScenarioState(Enum):
    """How far a scenario is. The value is what the ledger keeps."""

    DRAFT = "draft"
    CURRENT = "current"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _SCENARIO_LABELS[self]


_SCENARIO_LABELS = {
    ScenarioState.DRAFT: translate("LandLedger", "in preparation"),
    ScenarioState.CURRENT: translate("LandLedger", "in force"),
    ScenarioState.CLOSED: translate("LandLedger", "filed away"),
}


class SuggestionState(Enum):
    """How far a suggestion is: 提出, 报送, 采纳, 部分采纳, 未采纳, 落实. The value is what the ledger keeps."""

    RAISED = "raised"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    PARTLY = "partly"
    REJECTED = "rejected"
    DONE = "done"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return SUGGESTION_LABELS[self]


SUGGESTION_LABELS: Mapping[SuggestionState, str] = {
    SuggestionState.RAISED: translate("LandLedger", "raised"),
    SuggestionState.SUBMITTED: translate("LandLedger", "submitted"),
    SuggestionState.ADOPTED: translate("LandLedger", "adopted"),
    SuggestionState.PARTLY: translate("LandLedger", "partly adopted"),
    SuggestionState.REJECTED: translate("LandLedger", "not adopted"),
    SuggestionState.DONE: translate("LandLedger", "put into effect"),
}

OUTCOMES = (SuggestionState.ADOPTED, SuggestionState.PARTLY, SuggestionState.REJECTED)
"""States that say what became of a suggestion; one that is put into effect keeps the one it had."""


@lru_cache(maxsize=4)
def moves(path: Path | None = None) -> Mapping[SuggestionState, tuple[SuggestionState, ...]]:
    """State → those that may follow it (`resources/codes/suggestion_moves.csv`); InputError naming the line of a file that
    makes no sense."""
    states = {state.value: state for state in SuggestionState}
    found: dict[SuggestionState, list[SuggestionState]] = {state: [] for state in SuggestionState}
    for row in read_facts(path or resource("codes", "suggestion_moves.csv"), ("before", "after", "source", "status")):
        for column in ("before", "after"):
            if row.needed(column) not in states:
                raise row.refuse(column)
        before, after = states[row.text("before")], states[row.text("after")]
        if before is after or after in found[before]:
            raise row.refuse("after")
        found[before].append(after)
    return {state: tuple(after) for state, after in found.items()}


def reachable(before: SuggestionState) -> frozenset[SuggestionState]:
    """The states that a suggestion may come to from `before`, over others, too, and `before` itself."""
    found, waiting = {before}, [before]
    while waiting:
        for after in moves()[waiting.pop()]:
            if after not in found:
                found.add(after)
                waiting.append(after)
    return frozenset(found)


def outcome_of(state: SuggestionState, former: SuggestionState | None) -> SuggestionState | None:
    """What became of a suggestion that comes to `state`: the state itself where it says so, `former` of one that is put into
    effect, else nothing yet."""
    if state in OUTCOMES:
        return state
    return former if state is SuggestionState.DONE else None


def focus_fields(rules: Rules) -> tuple[str, ...]:
    """The focus fields 重点领域 of visits and suggestions, in their order: a rule that a bureau edits."""
    names = (name.strip() for name in rules.get(FOCUS_RULE).text().split("|"))
    return tuple(dict.fromkeys(name for name in names if name))
