"""Which suggestions count as adopted, and among which: 采纳率＝采纳条数÷意见建议条数, the sides as rules say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ...rules import Rules
from ...sentence import translate
from .model import Suggestion
from .vocabulary import SuggestionState

BASE_RULE, PARTLY_RULE = "service_adoption_base", "service_adoption_partly"


class Base(Enum):
    """What the rate of adoption is a share of. The value is that of the rule."""

    ALL = "all"
    SUBMITTED = "submitted"
    DECIDED = "decided"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return BASE_LABELS[self]


BASE_LABELS = {
    Base.ALL: translate("LandLedger", "all suggestions"),
    Base.SUBMITTED: translate("LandLedger", "suggestions that were submitted"),
    Base.DECIDED: translate("LandLedger", "suggestions that were decided on"),
}


@dataclass(frozen=True)
class Adoption:
    """How adoption is counted."""

    base: Base = Base.ALL
    partly: bool = True

    @classmethod
    def of(cls, rules: Rules) -> Adoption:
        """As the rules `service_adoption_base` and `service_adoption_partly` say."""
        return cls(Base(rules.get(BASE_RULE).text()), rules.get(PARTLY_RULE).text() == "yes")

    def counts(self, suggestion: Suggestion) -> bool:
        """Whether it is adopted; one that was put into effect without anything said before is."""
        if suggestion.state is SuggestionState.DONE and suggestion.outcome is None:
            return True
        wholly, partly = (suggestion.outcome is each for each in (SuggestionState.ADOPTED, SuggestionState.PARTLY))
        return wholly or (partly and self.partly)

    def among(self, suggestion: Suggestion) -> bool:
        """Whether it is one of those of which a share is taken."""
        if self.base is Base.SUBMITTED:
            return suggestion.state is not SuggestionState.RAISED
        if self.base is Base.DECIDED:
            return suggestion.outcome is not None or suggestion.state is SuggestionState.DONE
        return True

    def share(self, suggestions: Iterable[Suggestion]) -> tuple[int, int]:
        """How many are adopted, of how many."""
        counted = [self.counts(each) for each in suggestions if self.among(each)]
        return sum(counted), len(counted)
