"""Checks of class codes and names, and of codes that belong to another version of the classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from ..rules import Rules
from ..sentence import sentence, translate
from ..survey.versions import version_name, version_of
from .finding import NO_ROW, Finding
from .marks import SeverityOf
from .row_checks import RowCheck
from .survey_table import SurveyTable, TextColumn

CLASS_TITLES: Mapping[str, str] = {
    "class_unknown": translate("LandLedger", "Class code unknown"),
    "class_spelling": translate("LandLedger", "Class code with blanks, small or full-width letters"),
    "class_too_coarse": translate("LandLedger", "Class given to the first level only"),
    "class_name_differs": translate("LandLedger", "Class code and name differ"),
    "class_versions_mixed": translate("LandLedger", "Codes of several class versions"),
}

_SHOWN = 6


def find_mixed_versions(table: SurveyTable, severity_of: SeverityOf) -> Iterator[Finding]:
    """One finding for each other version of the classes that parcels carry codes of.

    A code speaks for another version if the table in force does not know it and that version does, or if its name is that
    version's. Codes that both land and sea use classes have are told apart by `resources/codes/version_marks.csv` and by
    what the other codes say.
    """
    severity = severity_of("class_versions_mixed")
    if severity is None or not table.has("DLBM"):
        return
    names = table.text("DLMC")
    codes = table.codes
    pairs, counts = np.unique(
        codes.place * np.int64(max(len(names.values), 1)) + names.place, return_counts=True
    )
    evidence: dict[str, dict[str, int]] = {}
    for pair, count in zip(pairs.tolist(), counts.tolist()):
        code, name = codes.values[pair // len(names.values)], names.values[pair % len(names.values)]
        version = version_of(code, name, table.classes)
        if version:
            of = evidence.setdefault(version, {})
            of[code] = of.get(code, 0) + count
    sure = [version for version in evidence if version in ("ydyh2020", "ydyh2023")]
    if "ydyh" in evidence and len(sure) == 1:
        either = evidence.pop("ydyh")
        evidence[sure[0]] = {**evidence[sure[0]], **either}
    if bool((~table.class_known & ~codes.null).all()) and len(evidence) == 1:
        # All of one other version: not mixed, but no survey of these classes either.
        text = translate("LandLedger", "All class codes are {version} ({codes}); is it the right layer or field?")
    else:
        text = translate("LandLedger", "{count} parcels have codes of other classes: {version} ({codes}).")
    for version, of in sorted(evidence.items()):
        shown = sorted(of, key=lambda code: (-of[code], code))
        listed = ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")
        said = sentence(text, count=sum(of.values()), version=version_name(version), codes=listed)
        facts = (version, *(f"{code}={of[code]}" for code in sorted(of)))
        yield Finding("class_versions_mixed", severity, NO_ROW, said, "DLBM", facts=facts)


def _name_differs(table: SurveyTable, rules: Rules) -> np.ndarray:
    right = _right_names(table)
    names = table.text("DLMC")
    codes = table.codes
    pair = codes.place * np.int64(max(len(names.values), 1)) + names.place
    distinct, place = np.unique(pair, return_inverse=True)
    wrong = np.fromiter(
        (
            names.values[both % len(names.values)] not in ("", right[both // len(names.values)])
            for both in distinct.tolist()
        ),
        dtype=bool,
        count=len(distinct),
    )
    return wrong[place] & table.class_known if len(table) else np.zeros(0, dtype=bool)


def _right_names(table: SurveyTable) -> list[str]:
    return [table.classes.name(code) for code in table.codes.values]


def _class_name(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    return lambda row: {"right": table.classes.name(table.codes.at(row))}


def _coarse(table: SurveyTable, rules: Rules) -> np.ndarray:
    with_members = {land_class.parent for land_class in table.classes.classes.values() if land_class.level == 2}
    return table.codes.isin(with_members)


def _odd_spelling(table: SurveyTable, rules: Rules) -> np.ndarray:
    written: TextColumn = table.text("DLBM")
    return table.class_known & written.where_written(lambda text: text != "" and not re.fullmatch(r"[0-9A-Z]+", text))


def _table_name(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    name = version_name(table.classes.version)
    return lambda row: {"table": name}


CLASS_CHECKS: tuple[RowCheck, ...] = (
    RowCheck(
        "class_unknown", "DLBM", translate("LandLedger", "The class code {DLBM} is not among the {table}."),
        lambda t, r: ~t.class_known & ~t.codes.null, ("DLBM",), more=_table_name,
    ),
    RowCheck(
        "class_spelling", "DLBM", translate("LandLedger", "The class code “{written}” has blanks, small or full-width letters."),
        _odd_spelling, more=lambda t, r: lambda row: {"written": t.columns.attributes["DLBM"][row]},
    ),
    RowCheck(
        "class_too_coarse", "DLBM", translate("LandLedger", "The class {DLBM} is of the first level; a parcel needs one of its members."),
        _coarse, ("DLBM",),
    ),
    RowCheck(
        "class_name_differs", "DLMC", translate("LandLedger", "The class {DLBM} is called {right}, not {DLMC}."),
        _name_differs, ("DLBM", "DLMC"), ("DLBM",), more=_class_name,
    ),
)
