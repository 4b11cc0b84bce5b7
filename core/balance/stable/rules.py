"""What makes cultivated land unstable, as data: `resources/codes/stable_rules.csv`, or a file of the user with its columns.

A rule names a field of the survey and the values that exclude a parcel, or the layers that the user gives (field LAYER). The
first rule of the file that holds decides; all that hold are kept with the piece. Source of the shipped rules: practice, to be
confirmed locally.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...columns import Columns, by_value
from ...errors import InputError
from ...resources import FactRow, read_facts, resource
from ...rules import Rules, Status
from ...sentence import Sentence, sentence, translate
from ...survey.classes import CodeTable

LAYER_FIELD = "LAYER"
FIELDS = ("GDPDJB", "TBXHDM", "ZZSXDM", "GDLX", "DLBM")
"""Fields of the survey that a rule may speak of."""
_NEEDED = ("key", "meaning", "field", "values", "source", "status")


@dataclass(frozen=True)
class StableRule:
    """One rule: `values` of `field` exclude a parcel; of LAYER_FIELD there are none, as the ground inside a layer counts."""

    key: str
    meaning: str
    field: str
    values: frozenset[str]
    source: str
    status: Status

    @property
    def of_layers(self) -> bool:
        """Whether the rule speaks of the layers that the user gives."""
        return self.field == LAYER_FIELD

    def holds(self, survey: Columns) -> np.ndarray:
        """bool (n,): the parcels that the rule excludes by their field; none where the survey lacks it."""
        column = survey.attributes.get(self.field)
        if self.of_layers or column is None:
            return np.zeros(len(survey), dtype=bool)
        return by_value(column, lambda value: plain_code(value) in self.values).astype(bool)


def plain_code(value: object) -> str:
    """A code half-width, upper-case, without blanks and leading zeros of a one-digit level; '' for null."""
    if value is None or value != value:
        return ""
    text = "".join(unicodedata.normalize("NFKC", str(value)).split()).upper()
    return text[1:] if len(text) == 2 and text[0] == "0" and text[1].isdigit() else text


def load_stable_rules(path: Path | None = None) -> tuple[StableRule, ...]:
    """The rules in their order; InputError naming file and line for an unknown field, no values, or a key that is there
    twice."""
    rows = read_facts(path or resource("codes", "stable_rules.csv"), _NEEDED)
    rules: dict[str, StableRule] = {}
    for row in rows:
        rule = _rule(row)
        if rule.key in rules or (rule.of_layers and any(each.of_layers for each in rules.values())):
            raise row.refuse("key")
        rules[rule.key] = rule
    return tuple(rules.values())


def _rule(row: FactRow) -> StableRule:
    field = row.needed("field").upper()
    if field not in (*FIELDS, LAYER_FIELD):
        raise row.refuse("field")
    statuses = {status.value: status for status in Status}
    if row.text("status") not in statuses:
        raise row.refuse("status")
    listed = row.text("values") if field == LAYER_FIELD else row.needed("values")
    values = frozenset(code for code in map(plain_code, listed.replace("、", "|").split("|")) if code)
    status = statuses[row.text("status")]
    return StableRule(row.needed("key"), row.needed("meaning"), field, values, row.needed("source"), status)


def counted_rows(codes: np.ndarray, table: CodeTable, rules: Rules) -> np.ndarray:
    """bool (n,): classes that count as cultivated land; adjustable ones (K) by the rule `stable_adjustable_counts`."""
    rows = table.cultivated_rows(codes)
    if rules.get("stable_adjustable_counts").text() == "1":
        rows = rows | table.adjustable_rows(codes)
    return rows


def rules_without_field(survey: Columns, rules: Sequence[StableRule]) -> Iterator[tuple[str, Sentence]]:
    """Each field that rules speak of and the survey lacks, and what can't be excluded for that."""
    missing: dict[str, list[str]] = {}
    for rule in rules:
        if not rule.of_layers and rule.field not in survey.attributes:
            missing.setdefault(rule.field, []).append(rule.meaning)
    text = translate("LandLedger", "Layer {layer} has no field {field}; nothing can be excluded as {meanings}.")
    for field, meanings in missing.items():
        yield field, sentence(text, layer=survey.name, field=field, meanings="、".join(meanings))


def require_layer_rule(rules: Sequence[StableRule], layers: Sequence[str]) -> None:
    """InputError where layers to exclude are given and no rule speaks of layers."""
    if layers and not any(rule.of_layers for rule in rules):
        template = translate(
            "LandLedger", "The rule table has no rule with the field LAYER, so layer {layer} would exclude nothing."
        )
        raise InputError(template, layer=layers[0])
