"""The workbook of a comparison, its checks, and the layer of pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...area import ZERO, Area
from ...occupation.checks import decimal_sum, total_row
from ...occupation.inputs_sheet import RunFacts, environment, fact, how_measured, how_tolerant, size_of, total_of_plots
from ...occupation.lists import display_unit
from ...occupation.pieces import FieldKind, PieceField, flag_field, number_field, square_metres, text_field
from ...occupation.report import Report
from ...sentence import Say, Sentence, sentence, translate
from ...survey.versions import version_name
from ...workbook import FilledTable, Identity, Row, RowKind, checks_table, compact, identities_of, load_layout
from ..areas import UNIT
from ..profile import PlanProfile
from .effect import Effect
from .job import NOBODY, NUMBER, Fit
from .rules import FitRule, Verdict
from .tables import COLUMNS, change_text, fit_tables, name_of, verdict_units

PIECE_FIELDS: tuple[PieceField, ...] = (
    text_field("FP_ID", 60, translate("LandLedger", "Footprint number")),
    text_field("FP_NAME", 254, translate("LandLedger", "Footprint name")),
    PieceField("PIECE", FieldKind.INTEGER, 10, 0, translate("LandLedger", "Piece number")),
    flag_field("COUNTED", translate("LandLedger", "Counts in the total")),
    text_field("USE", 120, translate("LandLedger", "Planned use of the project")),
    text_field("VILLAGE", 120, translate("LandLedger", "Village plan")),
    text_field("PARCEL", 60, translate("LandLedger", "Parcel of the plan")),
    text_field("PLAN_CODE", 10, translate("LandLedger", "Class code of the plan")),
    text_field("PLAN_NAME", 80, translate("LandLedger", "Class of the plan")),
    text_field("ZONES", 254, translate("LandLedger", "Zones it lies in")),
    text_field("VERDICT", 20, translate("LandLedger", "Verdict (code)")),
    text_field("VERDICT_MC", 60, translate("LandLedger", "Verdict")),
    text_field("RULE", 20, translate("LandLedger", "Rule")),
    text_field("CHANGE", 254, translate("LandLedger", "What would have to change")),
    number_field("AREA_RAW", 6, translate("LandLedger", "Measured area (m²)")),
    number_field("AREA_ADJ", 2, translate("LandLedger", "Adjusted area (m²)")),
    number_field("AREA_HA", 6, translate("LandLedger", "Area (ha)")),
    number_field("AREA_MU", 6, translate("LandLedger", "Area (mu)")),
)


@dataclass(frozen=True)
class FitFacts:
    """What the inputs sheet says beside the run's own facts: the profile, whether a layer of control zones was there."""

    profile: PlanProfile
    zoned: bool
    run: RunFacts = field(default_factory=RunFacts)


def piece_columns(fit: Fit, effects: Sequence[Effect], say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (r,) over the leaves."""
    cut, leaves, unit = fit.overlay, fit.overlay.leaves, fit.overlay.job.unit
    numbers = cut.layers[0].columns.attributes[NUMBER]
    rows, footprint = range(len(leaves)), leaves.footprint.tolist()
    micro_mu = leaves.units * unit.micro_mu
    texts: dict[str, list[object]] = {
        "FP_ID": [cut.footprint_id(row) for row in footprint],
        "FP_NAME": [name_of(fit, row) for row in footprint],
        "USE": [fit.use_text(row) for row in footprint],
        "VILLAGE": [effects[place].sides.name if place != NOBODY else None for place in fit.place.tolist()],
        "PARCEL": [str(numbers[row]) if row != NOBODY else None for row in fit.parcel.tolist()],
        "PLAN_CODE": [code or None for code in fit.code.tolist()],
        "PLAN_NAME": [fit.tables[fit.version_of(leaf)].name(fit.code[leaf]) or None for leaf in rows],
        "ZONES": [fit.zones_text(leaf) or None for leaf in rows],
        "VERDICT": [each.verdict.value for each in fit.judged],
        "VERDICT_MC": [say(each.verdict.label) for each in fit.judged],
        "RULE": [each.rule.key if each.rule else None for each in fit.judged],
        "CHANGE": [_said(change_text(fit, leaf), say) or None for leaf in rows],
    }
    columns: dict[str, np.ndarray] = {}
    for name, values in texts.items():
        columns[name] = np.empty(len(leaves), dtype=object)
        columns[name][:] = values
    columns.update(
        PIECE=leaves.atom + 1, COUNTED=leaves.counted.astype(np.int64), AREA_RAW=leaves.raw, AREA_ADJ=square_metres(leaves.units, unit),
        AREA_HA=micro_mu / 15_000_000, AREA_MU=micro_mu / 1_000_000,
    )  # fmt: skip
    return columns


def _said(text: Sentence | str, say: Say) -> str:
    return text.said(say) if isinstance(text, Sentence) else text


def fit_report(
    fit: Fit,
    effects: Sequence[Effect],
    pieces: Mapping[str, np.ndarray],
    facts: FitFacts,
    name: str = "",
    folder: str | None = None,
) -> Report:
    """Sheets and checks; `pieces` are the columns of the layer (`piece_columns`)."""
    tables = fit_tables(fit, effects, facts.profile, name, folder)
    identities = fit_identities(fit, effects, tables, pieces)
    checks = checks_table(identities, display_unit(fit.overlay.job.unit), load_layout("CHECKS", folder))
    inputs = FilledTable(load_layout("INPUTS", folder), [*_facts(fit, facts), *environment(facts.run)])
    return Report([*tables, checks, inputs], identities)


def fit_identities(
    fit: Fit, effects: Sequence[Effect], tables: Sequence[FilledTable], pieces: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Identities within each sheet, then those between sheets, layer and numbers."""
    found = [identity for table in tables for identity in compact(identities_of(table))]
    summary, by_class, _, changes = tables[:4]
    total, classes = total_row(summary), total_row(by_class)
    whole = sentence(translate("LandLedger", "sum by class = sum by footprint"))
    found.append(Identity(whole, by_class.layout.sheet, classes.get("AREA", ZERO), total.get("TOTAL", ZERO)))
    found += list(_of_verdicts(fit, total, pieces))
    strict = [total.get(COLUMNS[each], ZERO) for each in (Verdict.CHANGE, Verdict.FORBIDDEN, Verdict.UNCOVERED)]
    listed = total_row(changes).get("AREA", ZERO) if changes.rows else ZERO
    same = sentence(translate("LandLedger", "listed parcels = what does not fit"))
    found.append(Identity(same, changes.sheet, listed, strict[0] + strict[1] + strict[2]))
    found += list(_of_footprints(fit, summary, pieces))
    for effect in effects:
        found += list(_of_effect(effect))
    return found


def _of_verdicts(fit: Fit, total: Mapping[str, Area], pieces: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    """Each verdict: the sheet against the layer, and against the numbers returned."""
    layer = sentence(translate("LandLedger", "sum of the verdict = pieces in the layer"))
    returned = sentence(translate("LandLedger", "sum of the verdict = number returned"))
    counted = pieces["COUNTED"] == 1
    numbers = numbers_of(fit)
    for verdict, key in COLUMNS.items():
        where = sentence(verdict.label)
        yield Identity(layer, where, total.get(key, ZERO), decimal_sum(pieces["AREA_ADJ"][counted & (pieces["VERDICT"] == verdict.value)]))
        yield Identity(returned, where, total.get(key, ZERO), numbers[verdict])


def _of_footprints(fit: Fit, summary: FilledTable, pieces: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    name = sentence(translate("LandLedger", "pieces of the footprint = its surveyed area"))
    rows = [row for row in summary.rows if row.kind is RowKind.DATA]
    for footprint, row in zip(range(len(fit.overlay.footprints)), rows):
        own = fit.overlay.footprint_id(footprint)
        yield Identity(name, own, decimal_sum(pieces["AREA_ADJ"][pieces["FP_ID"] == own]), row.value("TOTAL"))  # type: ignore[arg-type]


def _of_effect(effect: Effect) -> Iterator[Identity]:
    """A village is as large after the projects as before; nothing has less than nothing."""
    same = sentence(translate("LandLedger", "area after the projects = area of the plan"))
    least = sentence(translate("LandLedger", "no row has less than nothing after the projects"))
    for number, village in enumerate(effect.sides.areas.villages):
        where = village.name or effect.sides.name or village.code or "—"
        before, after = (Area.from_units(int(side[number].sum()), UNIT) for side in (effect.sides.areas.plan, effect.after.plan))
        yield Identity(same, where, after, before)
        yield Identity(least, where, 0, int(effect.after.plan[number].min(initial=0)), "≤")


def numbers_of(fit: Fit) -> dict[Verdict, Area]:
    """The area of each verdict, every piece of ground once."""
    found = verdict_units(fit, fit.overlay.leaves.counted)
    return {verdict: fit.overlay.area(units) for verdict, units in found.items()}


def _facts(fit: Fit, facts: FitFacts) -> Iterator[Row]:
    cut, profile = fit.overlay, facts.profile
    state = sentence(translate("LandLedger", "default, confirm locally"))
    yield fact(translate("LandLedger", "Footprints"), f"{cut.footprints.name}  {cut.footprints.source}".strip(), size_of(cut.footprints))
    titles = [fit.plan.title, *(each.title for each in fit.zone_layers)]
    for title, layer in zip(titles, cut.layers):
        yield fact(translate("LandLedger", "Layer"), f"{title}  {layer.columns.source}".strip(), size_of(layer.columns))
    if not facts.zoned:
        text = translate("LandLedger", "No layer of control zones was given: ground counts as in no zone.")
        yield fact(translate("LandLedger", "Control zones"), sentence(text))
    yield fact(translate("LandLedger", "Profile of the province"), f"{profile.title}（{profile.file}）", "", state)
    for version in dict.fromkeys(fit.plan.versions):
        yield fact(translate("LandLedger", "Class table"), version_name(version))
    yield from how_measured(cut.job)
    yield from how_tolerant(
        cut.atoms.report,
        cut.job.border_tolerance,
        translate("LandLedger", "Layer corners this near to a red-line corner take its place; 0 is off."),
        translate("LandLedger", "Red lines are never moved."),
        translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same red line."),
    )
    yield total_of_plots(cut.total, cut.sum_of_footprints)
    for key, name in fit.rules.names.items():
        for version in dict.fromkeys(version for (version, _), group in fit.rules.groups.items() if group == key):
            codes = [code for (own, code), group in fit.rules.groups.items() if group == key and own == version]
            only: Sentence | str = version_name(version) if version else ""
            yield fact(translate("LandLedger", "Group of classes"), f"{name}：{'、'.join(codes)}", only, state)
    for rule in fit.rules.rules:
        yield fact(translate("LandLedger", "Rule of fitness"), _rule_text(fit, rule), f"{rule.meaning}; {rule.source}", _status(rule))


def _rule_text(fit: Fit, rule: FitRule) -> Sentence:
    def named(keys: frozenset[str], names: Mapping[str, str]) -> str | Sentence:
        words = {
            "same": sentence(translate("LandLedger", "same class")), "group": sentence(translate("LandLedger", "same group")),
            "-": sentence(translate("LandLedger", "no zone")),
        }  # fmt: skip
        if not keys:
            return sentence(translate("LandLedger", "any"))
        if len(keys) == 1 and next(iter(keys)) in words:
            return words[next(iter(keys))]
        return "、".join(names.get(key, key) for key in sorted(keys))

    zones = {zone: fit.zone_text(zone) for zone in rule.zone}
    template = translate("LandLedger", "{key}: use {use}; class of the plan {plan}; zone {zone} → {verdict}")
    return sentence(
        template, key=rule.key, use=named(rule.use, fit.rules.names), plan=named(rule.plan, fit.rules.names),
        zone=named(rule.zone, zones), verdict=sentence(rule.verdict.label),
    )  # fmt: skip


def _status(rule: FitRule) -> Sentence | str:
    return sentence(translate("LandLedger", "default, confirm locally")) if rule.status == "default, confirm locally" else rule.status
