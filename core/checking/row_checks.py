"""A check of attributes as a declaration: which rows it finds, which fields it shows, and the sentence it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..rules import Rules
from ..sentence import Sentence, sentence, translate
from .finding import NO_ROW, Finding, Severity
from .marks import SeverityOf
from .survey_table import SurveyTable

Rows = Callable[[SurveyTable, Rules], np.ndarray]
More = Callable[[SurveyTable, Rules], Callable[[int], Mapping[str, object]]]


@dataclass(frozen=True)
class RowCheck:
    """One check of single parcels.

    `rows` gives bool (n,) of the parcels at fault. `text` is a template whose places are the standard fields in `shown`
    and what `more` adds for a row; all of them are the facts of the finding. `field` is the one at fault; the check is
    left out where the layer lacks a field of `needs`. `absent`: the fault is that `field` is empty; where it is empty in
    the whole layer that is said once and not for every parcel.
    """

    check: str
    field: str
    text: str
    rows: Rows
    shown: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    more: More | None = None
    absent: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields the layer must have."""
        return (self.field, *self.needs) if self.needs else (self.field,)


def run_row_checks(
    checks: Sequence[RowCheck], table: SurveyTable, rules: Rules, severity_of: SeverityOf
) -> Iterator[Finding]:
    """The findings of all checks that are on, check by check, in the order of the rows."""
    for check in checks:
        severity = severity_of(check.check)
        if severity is None or not table.has(*check.fields):
            continue
        rows = np.flatnonzero(check.rows(table, rules))
        if check.absent and len(rows) > 1 and bool(table.null(check.field).all()):
            yield _empty_field(check, severity, len(rows))
            continue
        yield from _findings(check, severity, rows, table, rules)


def _findings(
    check: RowCheck, severity: Severity, rows: np.ndarray, table: SurveyTable, rules: Rules
) -> Iterator[Finding]:
    more = check.more(table, rules) if check.more and len(rows) else None
    for row in rows.tolist():
        places: dict[str, object] = {field: table.said(field, row) for field in check.shown}
        if more is not None:
            places.update(more(row))
        facts = tuple(str(value) for value in places.values())
        yield Finding(check.check, severity, row, Sentence(check.text, places), check.field, facts=facts)


def _empty_field(check: RowCheck, severity: Severity, count: int) -> Finding:
    text = translate("LandLedger", "{field} is empty in the whole layer; {count} parcels must have it.")
    said = sentence(text, field=check.field, count=count)
    return Finding(check.check, severity, NO_ROW, said, check.field, facts=("empty field",))
