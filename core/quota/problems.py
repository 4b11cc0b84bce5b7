"""What is wrong with a request: the rule it breaks, the row, the field, a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..area import Area
from ..errors import InputError
from ..ledger.model import AccountKey
from ..sentence import Sentence, sentence, translate
from .vocabulary import STATE_LABELS, State

INPUT = "input"
"""The rule of a request that is not complete or makes no sense, whatever the balances are."""


@dataclass(frozen=True)
class Problem:
    """`rule` is H1 to H8 (`hard`: nothing is posted), S1 to S4 (a warning) or `input`; `row` counts the requests from 0,
    −1 for what concerns none of them; `field` is the field of the request."""

    rule: str
    hard: bool
    row: int
    field: str
    text: Sentence


class Refused(InputError):
    """Requests that break a rule; nothing was posted. `problems` holds all of them, the hard ones first."""

    def __init__(self, problems: Sequence[Problem], alone: bool = False) -> None:
        """`alone`: there was one request only, so no row is named."""
        self.problems = tuple(sorted(problems, key=lambda problem: not problem.hard))
        first = self.problems[0]
        others = sum(problem.hard for problem in self.problems) - 1
        if alone and others:
            template = translate("LandLedger", "{reason} ({count} more problems.) Nothing was posted.")
        elif alone:
            template = translate("LandLedger", "{reason} Nothing was posted.")
        elif others:
            template = translate("LandLedger", "Row {row}: {reason} ({count} more problems.) Nothing was posted.")
        else:
            template = translate("LandLedger", "Row {row}: {reason} Nothing was posted.")
        super().__init__(template, row=first.row + 1, reason=first.text, count=others)


class Refusal(Exception):
    """Raised inside a rule or an event: why this request can't be booked."""

    def __init__(self, rule: str, field: str, template: str, **places: object) -> None:
        super().__init__(template)
        self.rule = rule
        self.field = field
        self.text = sentence(template, **places)

    def problem(self, row: int) -> Problem:
        """The problem of a row."""
        return Problem(self.rule, True, row, self.field, self.text)


def mu(micro_mu: int) -> str:
    """An amount as people read it: 亩 with four decimals."""
    return str(Area(micro_mu).mu(4))


def account_text(account: AccountKey, holder: str = "", source: str = "") -> Sentence:
    """An account as people name it; `holder` and `source` are the names of the two, their codes where none is given."""
    state = sentence(STATE_LABELS[State(account.state)])
    places = {
        "book": holder or account.book, "year": account.year, "source": source or account.source, "state": state,
    }  # fmt: skip
    if account.project:
        template = translate("LandLedger", "{book}, {year}, {source}, {state}, project {project}")
        return sentence(template, project=account.project, **places)
    return sentence(translate("LandLedger", "{book}, {year}, {source}, {state}"), **places)
