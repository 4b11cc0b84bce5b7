"""How bad each check calls what it finds: the rules `check_<name>` in force, error, warning, hint or off."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules import Rule, Rules
from .finding import Severity

PREFIX = "check_"
OFF = "off"


class Severities:
    """The severities of `rules`. A check without a rule is a fault of the program: InputError names the rule."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._known: dict[str, Severity | None] = {}

    def of(self, check: str) -> Severity | None:
        """The severity of a check by its id, None when it is off."""
        if check not in self._known:
            value = self.rule(check).text()
            self._known[check] = None if value == OFF else Severity(value)
        return self._known[check]

    def rule(self, check: str) -> Rule:
        """The rule that decides it, with what the check says and where that is from."""
        return self.rules.get(PREFIX + check)

    def require(self, checks: Iterable[str]) -> None:
        """Look every check up, so that a missing or broken rule is said before the work."""
        for check in checks:
            self.of(check)
