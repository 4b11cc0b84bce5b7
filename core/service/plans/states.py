"""States of a village plan 编制状态, as data that a bureau edits: `resources/codes/plan_states.csv`.

One line a state, in the order in which a plan goes through them: `code`, `name`, other `words` clerks use (joined by |), the `field` of
the register that holds its day (`started`, `argued`, `reviewed`, `approved`, `filed` or none), whether the plan is `approved` in it, and
the `days` in which the next state is due (none: whenever).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...importing.names import bare_word, near_words
from ...resources import FactRow, read_facts, resource

DATE_FIELDS = ("started", "argued", "reviewed", "approved", "filed")
"""Fields of the register that hold the day of a state."""
_NEEDED = ("code", "name", "words", "field", "approved", "days", "source", "status")


@dataclass(frozen=True)
class PlanState:
    """A state: `field` '' where its day has no column, `days` None for no term."""

    code: str
    name: str
    words: tuple[str, ...]
    field: str
    approved: bool
    days: int | None
    source: str
    status: str


@dataclass(frozen=True)
class PlanStates:
    """All states in order."""

    states: Sequence[PlanState]

    def get(self, code: str) -> PlanState | None:
        """The state of a code, None for one that is not in the list (any more)."""
        return next((each for each in self.states if each.code == code), None)

    def name(self, code: str) -> str:
        """What clerks call a state; its code where the list does not have it."""
        found = self.get(code)
        return found.name if found else code

    def rank(self, code: str) -> int:
        """Its place in the order, −1 for one that is not in the list."""
        return next((place for place, each in enumerate(self.states) if each.code == code), -1)

    def is_approved(self, code: str) -> bool:
        """Whether a plan in this state is approved."""
        found = self.get(code)
        return found is not None and found.approved

    def meant(self, text: str) -> str:
        """The code that a word means, '' for none."""
        return self._words().get(bare_word(text), "")

    def near(self, text: str) -> list[str]:
        """Names that are like a word, all where none is."""
        names = [each.name for each in self.states]
        return near_words(text, names) or names

    def _words(self) -> Mapping[str, str]:
        return {
            bare_word(word): each.code for each in reversed(self.states) for word in (*each.words, each.name, each.code)
        }


@lru_cache(maxsize=4)
def load_plan_states(path: Path | None = None) -> PlanStates:
    """The shipped states, or those of a file of one's own. InputError naming file, line and column of what makes no sense."""
    found: list[PlanState] = []
    taken: set[str] = set()
    for row in read_facts(path or resource("codes", "plan_states.csv"), _NEEDED):
        state = _state(row)
        words = {bare_word(word) for word in (state.code, state.name, *state.words)}
        if words & taken:
            raise row.refuse("words" if {bare_word(state.code), bare_word(state.name)}.isdisjoint(taken) else "name")
        if state.field and any(each.field == state.field for each in found):
            raise row.refuse("field")
        taken |= words
        found.append(state)
    return PlanStates(tuple(found))


def _state(row: FactRow) -> PlanState:
    if row.text("field") not in ("", *DATE_FIELDS):
        raise row.refuse("field")
    days = row.text("days")
    if days and (not days.isdecimal() or not int(days)):
        raise row.refuse("days")
    words = tuple(word.strip() for word in row.text("words").split("|") if word.strip())
    return PlanState(
        row.needed("code"), row.needed("name"), words, row.text("field"), row.flag("approved"), int(days) if days else None,
        row.needed("source"), row.needed("status"),
    )  # fmt: skip
