"""From flows to patches: what leaves and what comes in, where to and from, and what keeps it out of the balance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ...columns import Columns, by_value, stripped
from ...errors import InputError
from ...progress import Progress, no_progress
from ...rounding import largest_remainder
from ...sentence import sentence, translate
from ...summary.model import Finding, FindingKind
from ...survey.classes import CodeTable
from ...survey.repair import repair
from ...survey.schema import grade_field, worst_grade
from ..grades import SYSTEM_NAMES
from ..stable.job import QUALITY, checked_grades, hundredths, missing_slopes, slopes_of
from ..stable.model import NO_GRADE, Noticed
from ..stable.rules import counted_rows
from ..stable.splitting import rows_at, split_parcels
from ..transition.model import Flows
from ..transition.unknown import unknown_classes
from .kinds import Counted, Direction, Exemption, InOutKind
from .model import InOutInputs, InOutJob, Patches, State

MARKS = "MARKS"
_BEST = 1


def patches_of(
    inputs: InOutInputs, job: InOutJob, progress: Progress = no_progress
) -> tuple[Patches, list[Finding]]:
    """The patches of the flows, cut by the layers of exemptions and of ground that is not stable.

    InputError for a mark that names no exemption, a grade that is missing where the rule `inout_missing_grade` refuses it,
    and grades of another system.
    """
    flows = inputs.flows
    if flows.grades is not job.yields.system:
        template = translate("LandLedger", "The grades of the changes are of the system {theirs}, the yields of {mine}.")
        theirs, mine = (sentence(SYSTEM_NAMES[system]) for system in (flows.grades, job.yields.system))
        raise InputError(template, theirs=theirs, mine=mine)
    was, now = (counted_rows(codes, job.table, job.rules) for codes in (flows.before, flows.after))
    row = np.flatnonzero(flows.covered & (was != now))
    direction = _enums(Direction.OUT if out else Direction.IN for out in was[row])
    net = np.where(was[row], _net_of(flows, job.table, True)[row], _net_of(flows, job.table, False)[row])
    cut = _cut(inputs, job, row, net, progress)
    row, direction = row[cut.place], direction[cut.place]
    named, findings = _named(inputs, job, row, direction, cut)
    graded = _graded(inputs, job, row, direction, named.state, cut)
    is_out = direction == Direction.OUT
    patches = Patches(
        flow=row,
        direction=direction,
        state=named.state,
        kind=named.kind,
        why=named.why,
        document=named.document,
        units=cut.units,
        net=cut.net,
        grade=graded[0],
        guessed=graded[1],
        paddy=np.where(is_out, flows.paddy_before[row], flows.paddy_after[row]).astype(bool),
        year=inputs.year[row],
        village=np.where(is_out, flows.village[row], flows.village_after[row]),
        number=_numbers(flows, row),
        geometry=cut.geometry,
    )
    progress(1.0)
    return patches, [*findings, *_flow_findings(inputs, job.table, was, now)]


def _net_of(flows: Flows, table: CodeTable, before: bool) -> np.ndarray:
    """Net area int64 (n,): without ridges of cultivated land; an adjustable class has none."""
    codes, net = (flows.before, flows.net_before) if before else (flows.after, flows.net_after)
    return np.where(table.adjustable_rows(codes) & (net == 0), flows.units, net)


class _Cut:
    """Patches after the cut: `place` int64 of the rows given, shapes, gross and net units, first features by layer."""

    def __init__(
        self, place: np.ndarray, geometry: np.ndarray | None, units: np.ndarray, net: np.ndarray, inside: dict[str, np.ndarray],
        layers: dict[str, Columns],
    ) -> None:
        self.place, self.geometry, self.units, self.net, self.inside = place, geometry, units, net, inside
        self.layers = layers


def _cut(inputs: InOutInputs, job: InOutJob, row: np.ndarray, net: np.ndarray, progress: Progress) -> _Cut:
    """The flows `row` cut by the layers, their areas shared out over the pieces."""
    flows = inputs.flows
    layers = {f"EX{number}": repair(layer).columns for number, layer in enumerate(inputs.excluded, 1)}
    for key, layer in ((MARKS, inputs.exemptions), (QUALITY, inputs.quality)):
        if layer is not None:
            layers[key] = repair(layer).columns
    shapes = None if flows.geometry is None else flows.geometry[row]
    if not layers:
        return _Cut(np.arange(len(row)), shapes, flows.units[row], net, {}, {})
    if shapes is None:
        template = translate("LandLedger", "The changes of layer {layer} have no shapes, so layer {other} can't be laid over them.")
        other = next(iter(layers.values()))
        raise InputError(template, layer=inputs.name, other=other.name)
    pieces = split_parcels(
        shapes, {key: layer.geometry for key, layer in layers.items()}, job.measuring.measure,
        job.measuring.border_tolerance, (MARKS, QUALITY), lambda part: progress(0.8 * part),
    )
    units = largest_remainder(pieces.raw, pieces.parcel, flows.units[row])
    # The net area is a part of the gross one of each piece.
    shared = largest_remainder(units.astype(np.float64), pieces.parcel, net)
    return _Cut(pieces.parcel, pieces.geometry, units, shared, dict(pieces.inside), layers)


class _Named:
    """What each patch is: arrays (m,) of kind, state, why and document."""

    def __init__(self, count: int) -> None:
        self.kind, self.why, self.document = (np.full(count, "", dtype=object) for _ in range(3))
        self.state = np.full(count, State.COUNTED, dtype=object)


def _named(
    inputs: InOutInputs, job: InOutJob, row: np.ndarray, direction: np.ndarray, cut: _Cut
) -> tuple[_Named, list[Finding]]:
    flows, named = inputs.flows, _Named(len(row))
    out = direction == Direction.OUT
    findings: list[Finding] = []
    for way, codes, mine in ((Direction.OUT, flows.after, out), (Direction.IN, flows.before, ~out)):
        kinds = by_value(codes[row[mine]], _kind_finder(job, way))
        named.kind[mine] = [kind.key for kind in kinds]
        named.state[mine] = [_state_of(kind, job) for kind in kinds]
        named.why[mine] = [kind.name if _state_of(kind, job) is not State.COUNTED else "" for kind in kinds]
    marks, documents = _marks(inputs, row, cut)
    findings += _exempted(inputs, job, row, out, named, marks, documents)
    findings += _not_stable(inputs, job, row, ~out, named, cut)
    if job.rules.get("inout_noise").text() == "apart":
        noise = flows.noise[row]
        named.state[noise], named.why[noise] = State.NOISE, flows.rule[row][noise]
    return named, findings


def _kind_finder(job: InOutJob, way: Direction) -> Callable[[object], object]:
    def find(code: object) -> InOutKind:
        kind = job.kinds.kind_of(way, str(code), job.table)
        if kind is None:
            template = translate("LandLedger", "The class {code} fits no kind of resources/codes/inout_kinds.csv.")
            raise InputError(template, code=code)
        return kind

    return find


def _state_of(kind: InOutKind, job: InOutJob) -> State:
    """What the kind alone says of a patch."""
    if kind.counted is Counted.APART:
        return State.CONSTRUCTION
    if kind.counted is Counted.CONSTRUCTION:
        apart = job.rules.get("inout_from_construction").text() == "apart"
        return State.CONSTRUCTION if apart else State.COUNTED
    if kind.counted is Counted.WATER and job.rules.get("inout_water_by_class").text() == "1":
        return State.EXEMPT
    return State.COUNTED


def _marks(inputs: InOutInputs, row: np.ndarray, cut: _Cut) -> tuple[np.ndarray, np.ndarray]:
    """Marks and documents of the patches, text (m,): of the layer of exemptions, else of the changes themselves."""
    marks, documents = (
        np.full(len(row), "", dtype=object) if values is None else stripped(values[row])
        for values in (inputs.exempt, inputs.document)
    )
    if MARKS in cut.layers:
        layer, inside = cut.layers[MARKS], cut.inside[MARKS]
        found = inside >= 0
        marks = np.where(found, stripped(rows_at(layer, "EXEMPT", inside, "")), marks)
        documents = np.where(found, stripped(rows_at(layer, "EXEMPT_DOC", inside, "")), documents)
    return marks, documents


def _exempted(
    inputs: InOutInputs,
    job: InOutJob,
    row: np.ndarray,
    out: np.ndarray,
    named: _Named,
    marks: np.ndarray,
    documents: np.ndarray,
) -> list[Finding]:
    """Marked outflow that is no construction leaves the balance; a mark without a document does not, by the rule."""
    findings = []
    needs = job.rules.get("inout_mark_needs_document").text() == "1"
    for place in np.flatnonzero(marks != "").tolist():
        exemption = job.kinds.exemption_of(str(marks[place]))
        if exemption is None:
            raise _unknown_mark(inputs, job, str(marks[place]), _number(inputs.flows, row[place]))
        if not out[place] or named.state[place] is State.CONSTRUCTION:
            continue
        if needs and not documents[place]:
            text = translate("LandLedger", "{mark}, but no document is given: it stays in the balance.")
            said = sentence(text, mark=exemption.name)
            findings.append(Finding(Noticed.MARK, inputs.name, said, _number(inputs.flows, row[place]), "EXEMPT"))
            continue
        _exempt(named, place, exemption, str(documents[place]))
    return findings


def _exempt(named: _Named, place: int, exemption: Exemption, document: str) -> None:
    named.state[place], named.why[place] = State.EXEMPT, exemption.name
    named.kind[place], named.document[place] = exemption.key, document


def _unknown_mark(inputs: InOutInputs, job: InOutJob, mark: str, number: str) -> InputError:
    template = translate("LandLedger", "Layer {layer}, patch {number}: “{mark}” is no exemption; possible: {known}.")
    known = "、".join(exemption.name for exemption in job.kinds.exemptions.values())
    return InputError(template, layer=inputs.name, number=number, mark=mark, known=known)


def _not_stable(
    inputs: InOutInputs, job: InOutJob, row: np.ndarray, into: np.ndarray, named: _Named, cut: _Cut
) -> list[Finding]:
    """Inflow that would not be stable cultivated land does not count; the reasons are kept. Inflow whose slope nobody says
    is told, or refused, as the rule `stable_slope_missing` has it."""
    if job.rules.get("inout_in_needs_stable").text() != "1":
        return []
    flows = inputs.flows
    after = Columns(
        inputs.name,
        row,
        np.full(len(row), None, dtype=object),
        {
            "GDPDJB": flows.slope_after[row],
            "TBXHDM": flows.restoring_after[row],
            "ZZSXDM": flows.planting_after[row],
            "DLBM": flows.after[row],
        },
    )
    reasons = np.full(len(row), "", dtype=object)

    def add(rows: np.ndarray, name: str) -> None:
        reasons[rows] = [f"{before}；{name}" if before else name for before in reasons[rows]]

    for rule in job.stable_rules:
        if rule.of_layers:
            for number, layer in enumerate(inputs.excluded, 1):
                add(cut.inside[f"EX{number}"] >= 0, layer.name)
        else:
            add(rule.holds(after), rule.meaning)
    unstable = into & (reasons != "") & (named.state == State.COUNTED)
    named.state[unstable], named.why[unstable] = State.UNSTABLE, reasons[unstable]
    counted = into & (named.state == State.COUNTED) & ~job.table.adjustable_rows(after.attributes["DLBM"])
    flat = np.flatnonzero(counted & (slopes_of(after) == ""))
    if len(flat) == 0:
        return []
    return missing_slopes(inputs.name, _number(flows, row[flat[0]]), len(flat), int(cut.net[flat].sum()), job.rules)


def _graded(
    inputs: InOutInputs, job: InOutJob, row: np.ndarray, direction: np.ndarray, state: np.ndarray, cut: _Cut
) -> tuple[np.ndarray, np.ndarray]:
    """Grades in hundredths (m,) and which of them are the prudent ones of the rule `inout_missing_grade`."""
    flows, worst = inputs.flows, worst_grade(job.yields.system)
    out = direction == Direction.OUT
    given = np.where(out, flows.grade_before[row], flows.grade_after[row]).astype(np.float64)
    given = np.where(given == 0, np.nan, given)
    if QUALITY in cut.layers and len(cut.layers[QUALITY]):
        layer, inside = cut.layers[QUALITY], cut.inside[QUALITY]
        of_layer = checked_grades(layer, grade_field(job.yields.system), job.yields.system)[np.maximum(inside, 0)]
        given = np.where((inside >= 0) & ~np.isnan(of_layer), of_layer, given)
    wrong = np.flatnonzero(~np.isnan(given) & ~((given >= 1) & (given <= worst)))
    if len(wrong):
        template = translate("LandLedger", "Layer {layer}, patch {number}: {grade} is no grade of 1 to {worst}.")
        number = _number(flows, row[wrong[0]])
        raise InputError(template, layer=inputs.name, number=number, grade=f"{given[wrong[0]]:g}", worst=worst)
    missing = np.isnan(given) & (state == State.COUNTED) & (cut.net > 0)
    if missing.any() and job.rules.get("inout_missing_grade").text() == "refuse":
        template = translate(
            "LandLedger",
            "Layer {layer}: {count} patches have no grade, the first is {number}; their capacity can't be balanced (rule "
            "inout_missing_grade).",
        )
        first = _number(flows, row[np.flatnonzero(missing)[0]])
        raise InputError(template, layer=inputs.name, count=int(missing.sum()), number=first)
    prudent = np.where(out, _BEST * 100, worst * 100)
    return np.where(missing, prudent, np.where(np.isnan(given), NO_GRADE, hundredths(given))), missing


def _flow_findings(inputs: InOutInputs, table: CodeTable, was: np.ndarray, now: np.ndarray) -> list[Finding]:
    """Ground without a known class; ground that only one survey covers can neither leave nor come in, its cultivated part
    is told."""
    flows = inputs.flows
    unknown = [
        Finding(FindingKind.UNKNOWN_CODE, inputs.name, said, code, "DLBM", area)
        for _, code, said, area in unknown_classes(flows, table)
    ]
    rows = ~flows.covered & (was | now)
    if not rows.any():
        return unknown
    area = flows.area(rows)
    text = translate("LandLedger", "{count} pieces of cultivated land, {area} m², lie in one of the two surveys only and count nowhere.")
    said = sentence(text, count=int(rows.sum()), area=area.square_metres())
    return [*unknown, Finding(Noticed.UNCOVERED, inputs.name, said, "", "", area)]


def _numbers(flows: Flows, rows: np.ndarray) -> np.ndarray:
    found = np.empty(len(rows), dtype=object)
    found[:] = [_number(flows, row) for row in rows.tolist()]
    return found


def _number(flows: Flows, row: int) -> str:
    """What people call a piece: the parcel it is now, else the one it was, else its place in the layer."""
    return str(flows.after_id[row] or flows.before_id[row] or f"#{int(row) + 1}")


def _enums(members: object) -> np.ndarray:
    listed: Sequence[object] = list(members)  # type: ignore[call-overload]
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found
