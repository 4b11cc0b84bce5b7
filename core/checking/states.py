"""What people decided about findings, and how it survives a re-run: by the finding's key.

A finding with the key of a former one takes its state and reason over. If only its facts changed it has another key: it is
open again, and what was said of the former one stays in the reason, marked as given for other values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..columns import Columns
from ..sentence import Say, sentence, translate
from .finding import NO_ROW, Finding, State, finding_key
from .subjects import ONE_LAYER, Subjects, scope_of, subjects_of

Subject = tuple[str, str, str]
"""What a finding is about, whatever its facts: check, parcels (or place), field."""


@dataclass(frozen=True)
class Decision:
    """What stands in the four columns of a finding that people edit; `decided_on` is an ISO date."""

    state: State = State.OPEN
    reason: str = ""
    decided_by: str = ""
    decided_on: str = ""


OPEN = Decision()


@dataclass(frozen=True)
class Former:
    """A finding of the former run that somebody decided about."""

    key: str
    subject: Subject
    decision: Decision


@dataclass(frozen=True)
class Named:
    """A finding with its key and its subject, both the same in every run on the same data."""

    finding: Finding
    key: str
    subject: Subject
    decision: Decision = OPEN


def name_findings(findings: Sequence[Finding], survey: Columns) -> list[Named]:
    """As `name_among`, of a check of one layer."""
    return name_among(findings, {ONE_LAYER: subjects_of(survey)})


def name_among(findings: Sequence[Finding], layers: Mapping[str, Subjects]) -> list[Named]:
    """Every finding with its key. Features are named by BSM; by BSM and feature id where a BSM is missing or doubled; in a
    check of several layers after the village and the layer, too.

    Findings that can't be told apart by what they say (two spikes of one parcel) are numbered in the order given, so the
    order must not change between runs.
    """
    counts = {key: Counter(subjects.numbers) for key, subjects in layers.items()}
    times: Counter[str] = Counter()
    named = []
    for finding in findings:
        subjects = layers.get(finding.layer)
        rows = [row for row in (finding.row, finding.other) if row != NO_ROW]
        scope = scope_of(finding.village, subjects.layer if subjects is not None else "")
        place = "" if rows else place_name(finding.x, finding.y)
        parcels = [(subjects.numbers[row], subjects.ids[row]) for row in rows] if subjects is not None else []
        about = [
            scope + (number if number and counts[finding.layer][number] == 1 else f"{number}#{feature}")
            for number, feature in parcels
        ] or [scope + place]
        key = finding_key(finding.check, about, finding.field, finding.facts)
        times[key] += 1
        if times[key] > 1:
            facts = (*finding.facts, f"#{times[key]}")
            key = finding_key(finding.check, about, finding.field, facts)
        named.append(Named(finding, key, subject_of(finding.check, finding.field, parcels, place, scope)))
    return named


def subject_of(check: str, field: str, parcels: Sequence[tuple[str, int]], place: str, scope: str = "") -> Subject:
    """What a finding is about: its check, its parcels as (BSM, feature id) or else its place, its field."""
    about = sorted(number or f"#{feature}" for number, feature in parcels) or [place]
    return check, scope + " ".join(about), field


def place_name(x: float, y: float) -> str:
    """A place to 0.1 m, '' for none."""
    return "" if x != x or y != y else f"{x:.1f} {y:.1f}"


def carry_over(named: Iterable[Named], former: Sequence[Former], say: Say = str) -> list[Named]:
    """The findings with the decisions of a former run; `say` translates the mark before a reason for other values.

    Of several former findings with one subject the one that no finding has the key of any more speaks, once.
    """
    by_key = {old.key: old.decision for old in former}
    kept = list(named)
    present = {finding.key for finding in kept}
    left: dict[Subject, list[Former]] = {}
    for old in former:
        if old.key not in present and old.decision.reason:
            left.setdefault(old.subject, []).append(old)
    carried = []
    for finding in kept:
        if finding.key in by_key:
            finding = replace(finding, decision=by_key[finding.key])
        elif left.get(finding.subject):
            finding = replace(finding, decision=_reopened(left[finding.subject].pop(0).decision, say))
        carried.append(finding)
    return carried


def _reopened(decision: Decision, say: Say) -> Decision:
    """Open, with the former reason marked; a reason that was open already carries its mark or never meant acceptance."""
    if decision.state is State.OPEN:
        return Decision(State.OPEN, decision.reason)
    text = translate("LandLedger", "(given for other values by {who} on {day}) {reason}")
    if not decision.decided_by and not decision.decided_on:
        text = translate("LandLedger", "(given for other values) {reason}")
    said = sentence(text, who=decision.decided_by or "—", day=decision.decided_on or "—", reason=decision.reason)
    return Decision(State.OPEN, said.said(say))


def former_findings(rows: Iterable[Mapping[str, object]]) -> list[Former]:
    """The findings of a former result that somebody decided about: its rows by field name, `x` and `y` its place.

    Rows that are open without a reason say nothing. What a state is spelled otherwise than `accepted` is open.
    """
    found = []
    for row in rows:
        decision = Decision(
            State.ACCEPTED if _text(row, "STATE").lower() == State.ACCEPTED.value else State.OPEN,
            _text(row, "REASON"), _text(row, "DECIDED_BY"), _text(row, "DECIDED_ON"),
        )
        if decision.state is State.ACCEPTED or decision.reason:
            found.append(Former(_text(row, "KEY"), _former_subject(row), decision))
    return found


def _former_subject(row: Mapping[str, object]) -> Subject:
    pairs = [(_text(row, "BSM"), row.get("FEATURE_ID")), (_text(row, "OTHER_BSM"), row.get("OTHER_ID"))]
    parcels = [(number, int(float(str(feature)))) for number, feature in pairs if feature is not None]
    x, y = (float(str(row[name])) if row.get(name) is not None else float("nan") for name in ("x", "y"))
    scope = scope_of(_text(row, "VILLAGE"), _text(row, "LAYER"))
    return subject_of(_text(row, "CHECK_ID"), _text(row, "FIELD"), parcels, "" if parcels else place_name(x, y), scope)


def _text(row: Mapping[str, object], field: str) -> str:
    value = row.get(field)
    return "" if value is None else str(value).strip()
