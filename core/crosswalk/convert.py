"""The conversion of a layer's class codes, row by row, and what is left to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from ..area import Area, AreaUnit
from ..columns import Columns
from ..errors import InputError
from ..progress import Progress, no_progress
from ..rules import Rules
from ..sentence import Sentence, sentence, translate
from ..survey.classes import clean_code, factorised
from ..survey.registered import area_units
from ..survey.versions import (
    distinct_pairs,
    foreign_codes,
    listed as listed_codes,
    mixture_of,
    require_codes,
    require_some_known,
    version_name,
)
from .crosswalk import CodeRule, Crosswalk
from .decisions import Decisions, decided_code

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE


class Status(Enum):
    """How a row came to its new code; the value is what stands in the layer."""

    ONE = "1:1"
    DECIDED = "decided"
    DEFAULT = "default"
    REVIEW = "needs review"
    NO_RULE = "no rule"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return STATUS_LABELS[self]


STATUS_LABELS = {
    Status.ONE: translate("LandLedger", "one to one"),
    Status.DECIDED: translate("LandLedger", "decided by hand"),
    Status.DEFAULT: translate("LandLedger", "default of the table taken"),
    Status.REVIEW: translate("LandLedger", "to be decided"),
    Status.NO_RULE: translate("LandLedger", "no rule for the code"),
}


@dataclass(frozen=True)
class CodeGroup:
    """All rows of one old code and CZCSXM that got the same new code in the same way."""

    code: str
    name: str
    settlement: str
    new_code: str
    status: Status
    count: int
    units: int


@dataclass(frozen=True)
class Conversion:
    """New codes of a layer, arrays (n,): `new_code` and `new_name` text or None, `status` a Status's value,
    `candidates` text or None; `numbers` BSM, else the feature id; `units` int64 in 0.01 m², None where the layer tells no
    areas."""

    layer: str
    crosswalk: Crosswalk
    decisions: Decisions
    numbers: np.ndarray
    old_code: np.ndarray
    old_name: np.ndarray
    settlement: np.ndarray
    new_code: np.ndarray
    new_name: np.ndarray
    status: np.ndarray
    candidates: np.ndarray
    units: np.ndarray | None
    without_area: int
    groups: Sequence[CodeGroup]
    told: Sequence[Sentence] = field(default_factory=tuple)

    def rows(self, status: Status) -> np.ndarray:
        """bool (n,): the rows with a status."""
        return np.asarray(self.status == status.value, dtype=bool)

    def area(self, rows: np.ndarray) -> Area:
        """The area of some rows, zero where the layer tells no areas."""
        return Area.from_units(0 if self.units is None else int(self.units[rows].sum()), UNIT)

    def names_of(self, code: str) -> str:
        """A new code with its name."""
        return f"{code} {self.crosswalk.target.name(code)}".strip()


def convert(
    layer: Columns,
    crosswalk: Crosswalk,
    decisions: Decisions,
    use_defaults: bool,
    rules: Rules,
    progress: Progress = no_progress,
) -> Conversion:
    """The new codes of `layer`, whose attributes are CODE, and if it has them NAME, CZCSXM, BSM, DECISION, AREA (m²).

    What decides, in this order: DECISION of the row, the decision on its BSM, on its code with CZCSXM, on its code; then
    the rule. InputError for a layer that is coded in another version already, or in two, and for a decision in the layer
    that is no code of the new version.
    """
    progress(0.0)
    codes = layer.attributes["CODE"]
    told = _require_source(layer, crosswalk, rules)
    units, missing = _units(layer)
    old, place = factorised(codes)
    settlements, settled = factorised(layer.attributes.get("CZCSXM", np.full(len(layer), None, dtype=object)))
    pair, row_pair = np.unique(place * len(settlements) + settled, return_inverse=True)
    outcomes = [
        _outcome(crosswalk, decisions, use_defaults, old[number // len(settlements)], settlements[number % len(settlements)])
        for number in pair.tolist()
    ]
    progress(0.4)
    outcome = np.empty(len(outcomes), dtype=object)
    outcome[:] = outcomes
    found = outcome[row_pair]
    by_row = _by_row(layer, crosswalk, decisions)
    for row, code in by_row.items():
        found[row] = _Outcome(code, Status.DECIDED, found[row].rule)
    progress(0.7)
    old_codes, settlement = np.array(old, dtype=object)[place], np.array(settlements, dtype=object)[settled]
    columns = _columns(found, crosswalk, len(layer))
    old_name = _old_names(layer, found)
    groups = _groups(old_codes, old_name, settlement, columns, units)
    progress(1.0)
    return Conversion(
        layer=layer.name,
        crosswalk=crosswalk,
        decisions=decisions,
        numbers=layer.attributes.get("BSM", np.array([str(id_) for id_ in layer.ids.tolist()], dtype=object)),
        old_code=old_codes,
        old_name=old_name,
        settlement=settlement,
        new_code=columns["NEW_CODE"],
        new_name=columns["NEW_NAME"],
        status=columns["STATUS"],
        candidates=columns["CANDIDATES"],
        units=units,
        without_area=missing,
        groups=groups,
        told=(*told, *_unused(layer, decisions, old, settlements)),
    )


class _Outcome:
    """What becomes of a code; an object of its own kind, so that an array holds it as one thing."""

    __slots__ = ("code", "rule", "status")

    def __init__(self, code: str, status: Status, rule: CodeRule | None) -> None:
        self.code, self.status, self.rule = code, status, rule


def _outcome(crosswalk: Crosswalk, decisions: Decisions, use_defaults: bool, code: str, settlement: str) -> _Outcome:
    rule = crosswalk.rule(code)
    decided = decisions.of_code(code, settlement) or (decisions.of_code(rule.code, settlement) if rule else "")
    if decided:
        return _Outcome(decided, Status.DECIDED, rule)
    if rule is None:
        return _Outcome("", Status.NO_RULE, None)
    if rule.certain:
        return _Outcome(rule.candidates[0], Status.ONE, rule)
    if use_defaults and rule.default:
        return _Outcome(rule.default, Status.DEFAULT, rule)
    return _Outcome("", Status.REVIEW, rule)


def _require_source(layer: Columns, crosswalk: Crosswalk, rules: Rules) -> tuple[Sentence, ...]:
    source, target = crosswalk.direction.source, crosswalk.direction.target
    pairs = distinct_pairs(layer.attributes["CODE"], layer.attributes.get("NAME"))
    require_codes(pairs, layer.name)
    foreign = foreign_codes(pairs, crosswalk.known, source, target)
    if foreign is not None and not foreign.mine:
        places = {"layer": layer.name, "codes": listed_codes(foreign.theirs), "other": version_name(foreign.other)}
        if foreign.other == target:
            raise InputError(
                translate("LandLedger", "Layer {layer} is already coded in {other} ({codes}); there is nothing to convert."),
                **places,
            )
        template = translate(
            "LandLedger", "Layer {layer} is coded in {other} ({codes}), not in {version}; choose another conversion."
        )
        raise InputError(template, **places, version=version_name(source))
    if foreign is not None:
        mixture = mixture_of(foreign, source, layer.name)
        if rules.get("mixed_codes").text() == "refuse":
            raise InputError(mixture.template, **mixture.places)
        return (mixture,)
    require_some_known(pairs, crosswalk.known, source, layer.name)
    return ()


def _units(layer: Columns) -> tuple[np.ndarray | None, int]:
    if "AREA" not in layer.attributes:
        return None, 0
    units, missing = area_units(layer, "AREA")
    return units, int(missing.sum())


def _by_row(layer: Columns, crosswalk: Crosswalk, decisions: Decisions) -> dict[int, str]:
    """Row → code decided for this very parcel: in the layer's own field, else by its BSM."""
    found: dict[int, str] = {}
    if decisions.by_parcel and "BSM" not in layer.attributes:
        template = translate("LandLedger", "File {file} decides by BSM, but layer {layer} has no field BSM.")
        raise InputError(template, file=decisions.file, layer=layer.name)
    if decisions.by_parcel:
        for row, number in enumerate(layer.attributes["BSM"].tolist()):
            decided = decisions.by_parcel.get("" if number is None else str(number).strip())
            if decided:
                found[row] = decided
    written = layer.attributes.get("DECISION")
    for row, value in enumerate([] if written is None else written.tolist()):
        if clean_code(value):
            code = decided_code(value, crosswalk, layer.attributes["CODE"][row])
            if code is None:
                template = translate(
                    "LandLedger",
                    "Layer {layer}, feature {feature}: the decided code {code} is not in the class table {version}.",
                )
                version = version_name(crosswalk.target.version)
                raise InputError(
                    template, layer=layer.name, feature=int(layer.ids[row]), code=value, version=version
                )
            found[row] = code
    return found


def _columns(found: np.ndarray, crosswalk: Crosswalk, count: int) -> Mapping[str, np.ndarray]:
    """The new fields of the layer (n,), text or None."""
    names = {code: land_class.name for code, land_class in crosswalk.target.classes.items()}
    columns = {key: np.empty(count, dtype=object) for key in ("NEW_CODE", "NEW_NAME", "STATUS", "CANDIDATES")}
    columns["NEW_CODE"][:] = [outcome.code or None for outcome in found]
    columns["NEW_NAME"][:] = [names.get(outcome.code) for outcome in found]
    columns["STATUS"][:] = [outcome.status.value for outcome in found]
    open_rules: dict[int, str] = {}
    listed: list[str | None] = []
    for outcome in found:
        rule = outcome.rule
        if rule is None or rule.certain:
            listed.append(None)
        else:
            listed.append(open_rules.setdefault(id(rule), " ".join(rule.candidates)))
    columns["CANDIDATES"][:] = listed
    return columns


def _old_names(layer: Columns, found: np.ndarray) -> np.ndarray:
    """What the old class is called: by the layer, else by the crosswalk."""
    given = layer.attributes.get("NAME")
    names = np.empty(len(found), dtype=object)
    names[:] = [
        (str(given[row] or "").strip() if given is not None else "") or (outcome.rule.name if outcome.rule else "")
        for row, outcome in enumerate(found)
    ]
    return names


def _groups(
    old: np.ndarray, names: np.ndarray, settlement: np.ndarray, columns: Mapping[str, np.ndarray], units: np.ndarray | None
) -> list[CodeGroup]:
    counts: dict[tuple[str, str, str, str], list] = {}
    amounts = [0] * len(old) if units is None else units.tolist()
    keys = zip(old.tolist(), settlement.tolist(), columns["NEW_CODE"].tolist(), columns["STATUS"].tolist())
    for row, key in enumerate(keys):
        group = counts.get(key)
        if group is None:
            counts[key] = [names[row], 1, amounts[row]]
        else:
            group[1] += 1
            group[2] += amounts[row]
    ordered = sorted(counts.items(), key=lambda item: tuple(str(part or "") for part in item[0]))
    return [
        CodeGroup(code, name, settled, new or "", Status(status), count, amount)
        for (code, settled, new, status), (name, count, amount) in ordered
    ]


def _unused(
    layer: Columns, decisions: Decisions, old: Sequence[str], settlements: Sequence[str]
) -> tuple[Sentence, ...]:
    """Decisions that nothing in the layer answers to: a typing error, or another layer's file."""
    codes, settled = set(old), set(settlements)
    lost = [
        " ".join(part for part in (code, settlement) if part)
        for code, settlement in decisions.by_code
        if code not in codes or (settlement and settlement not in settled)
    ]
    if decisions.by_parcel:
        numbers = {str(number).strip() for number in layer.attributes["BSM"].tolist() if number is not None}
        lost += [number for number in decisions.by_parcel if number not in numbers]
    if not lost:
        return ()
    template = translate("LandLedger", "{count} decisions fit no row of layer {layer}: {which}.")
    return (sentence(template, count=len(lost), layer=layer.name, which=listed_codes(lost)),)
