"""What people type of one visit: lines of suggestions, a unit by code or name."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ...errors import InputError
from ...sentence import translate
from .ledger import ServiceLedger
from .reading import Naming


def suggestion_lines(text: str, fields: Sequence[str], field: str = "") -> list[dict[str, object]]:
    """`修缮门楼` or `名城保护|修缮门楼`, one a line: text and field (`field` where the line has none, '' for that of the visit).
    InputError for a line without a text, and for a field that is none of `fields`."""
    found: list[dict[str, object]] = []
    for line in filter(str.strip, text.splitlines()):
        before, bar, after = line.replace("｜", "|").partition("|")
        said = after.strip() if bar else line.strip()
        named = before.strip() if bar else field
        if not said:
            raise InputError(translate("LandLedger", "“{line}” is no suggestion: write field|suggestion."), line=line.strip())
        if named and named not in fields:
            template = translate("LandLedger", "“{name}” is none of the focus fields {fields}.")
            raise InputError(template, name=named, fields="、".join(fields))
        found.append({"text": said, "field": named})
    return found


def unit_named(ledger: ServiceLedger, text: str, day: datetime.date) -> dict[str, object]:
    """Code and name of a unit by the scenario in force; as it is written where that does not know it."""
    if not text:
        return {}
    current = ledger.current()
    units = None if current is None else ledger.assignment(current.code, day)
    known = Naming.of((), units, (), day).units
    code = "" if known is None else known.find(text)
    if code and known is not None:
        return {"unit": code, "unit_name": known.name(code)}
    return {"unit": text} if text.isdecimal() else {"unit_name": text}
