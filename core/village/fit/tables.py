"""The sheets of a comparison: by footprint, by class, by zone, parcels to be changed, structure and indicators before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ...area import Area
from ...occupation.lists import adjustment_table, basis, display_unit, finding_table, overlap_table
from ...occupation.model import Finding
from ...occupation.overlay_tables import plot_names
from ...sentence import Sentence, sentence, translate
from ...workbook import DisplayUnit, FilledTable, Row, load_layout, with_subtotals
from ...workbook.table import Value
from ..areas import UNIT
from ..indicators import BINDING, BROKEN, DIRECTIONS, KEPT, Counted, Given, count_indicators, indicators_of
from ..profile import PlanProfile
from ..structure import MOST_LEVELS
from ..structure_tables import UNKNOWN
from .effect import Effect
from .job import NOBODY, NUMBER, Fit
from .rules import Verdict

COLUMNS: Mapping[Verdict, str] = {
    Verdict.FITS: "FIT", Verdict.ZONE: "ZONE", Verdict.CHANGE: "CHANGE", Verdict.FORBIDDEN: "FORBIDDEN",
    Verdict.UNDECIDED: "UNDECIDED", Verdict.UNCOVERED: "UNCOVERED",
}  # fmt: skip
CONCLUSIONS: Mapping[Verdict, str] = {
    Verdict.FITS: translate("LandLedger", "fits the plan"),
    Verdict.ZONE: translate("LandLedger", "fits under the terms of the zones"),
    Verdict.CHANGE: translate("LandLedger", "the plan must be changed first"),
    Verdict.UNDECIDED: translate("LandLedger", "to be decided: {doubt}"),
    Verdict.UNCOVERED: translate("LandLedger", "lies partly where the plan has no class"),
    Verdict.FORBIDDEN: translate("LandLedger", "forbidden in part: leave the zones {zones}"),
}
OUTSIDE = translate("LandLedger", "lies outside the plans")
CHANGE = translate("LandLedger", "from {before} to {after}")
LESS = translate("LandLedger", "less: footprints overlap")


def fit_tables(
    fit: Fit, effects: Sequence[Effect], profile: PlanProfile, name: str = "", folder: str | None = None
) -> list[FilledTable]:
    """All sheets in their order; lists only when there is something on them."""
    cut = fit.overlay
    tables = [
        summary_table(fit, name, folder), class_table(fit, name, folder), zone_table(fit, name, folder),
        change_table(fit, effects, name, folder),
    ]  # fmt: skip
    if any(effect.touched for effect in effects):
        doubted = any(doubt is not None for doubt in fit.uses.doubts)
        tables += [effect_table(effects, name, folder, doubted), indicator_effects(effects, profile, name, folder)]
    lists = [
        overlap_table(cut.overlaps, load_layout("OVERLAPS", folder)),
        adjustment_table(cut.leaves, plot_names(cut), None, cut.job.unit, cut.job.master, load_layout("ADJUST", folder)),
        _findings(cut.findings, folder),
    ]
    return [*tables, *(table for table in lists if list(table.rows))]


def _findings(findings: Sequence[Finding], folder: str | None) -> FilledTable:
    """FINDINGS, without the areas beside a repair where nothing was repaired."""
    table = finding_table(findings, load_layout("FINDINGS", folder))
    spare = {key for key in ("SIGNED", "TBMJ") if all(row.value(key) is None for row in table.rows)}
    layout = replace(table.layout, columns=tuple(each for each in table.layout.columns if each.key not in spare))
    return replace(table, layout=layout)


def name_of(fit: Fit, footprint: int) -> Value:
    """The name of a footprint, nothing where its layer has none."""
    names = fit.overlay.footprints.attributes.get("FP_NAME")
    return None if names is None else names[footprint]


def verdict_units(fit: Fit, rows: np.ndarray) -> dict[Verdict, int]:
    """Units of the job by verdict, of the leaves `rows` (mask)."""
    units = fit.overlay.leaves.units
    return {verdict: int(units[rows & fit.rows(verdict)].sum()) for verdict in Verdict}


def worst_of(fit: Fit, footprint: int) -> Verdict:
    """The strictest verdict on a footprint, of pieces that have an area; UNDECIDED where its use says nothing and a plan is under it."""
    if fit.uses.doubts[footprint] is not None and not fit.outside(footprint):
        return Verdict.UNDECIDED
    own = np.flatnonzero((fit.overlay.leaves.footprint == footprint) & (fit.overlay.leaves.units > 0))
    return max((fit.judged[leaf].verdict for leaf in own.tolist()), key=lambda each: each.strictness, default=Verdict.UNCOVERED)


def conclusion(fit: Fit, footprint: int) -> Sentence:
    """What is said of a footprint as a whole."""
    doubt = fit.uses.doubts[footprint]
    if fit.outside(footprint):
        return sentence(OUTSIDE)
    if doubt is not None:
        return sentence(CONCLUSIONS[Verdict.UNDECIDED], doubt=doubt)
    worst, leaves = worst_of(fit, footprint), fit.overlay.leaves
    own = np.flatnonzero((leaves.footprint == footprint) & (leaves.units > 0))
    zones = {fit.judged[leaf].zone for leaf in own.tolist() if fit.judged[leaf].verdict is Verdict.FORBIDDEN}
    return sentence(CONCLUSIONS[worst], zones="、".join(fit.zone_text(zone) for zone in sorted(zones)))


def summary_table(fit: Fit, name: str = "", folder: str | None = None) -> FilledTable:
    """FIT: a row a footprint."""
    cut, layout = fit.overlay, load_layout("FIT", folder)
    rows = []
    for footprint in range(len(cut.footprints)):
        units = verdict_units(fit, cut.leaves.footprint == footprint)
        values: dict[str, Value] = {COLUMNS[verdict]: cut.area(amount) for verdict, amount in units.items()}
        values.update(
            DK=cut.footprint_id(footprint), NAME=name_of(fit, footprint), USE=fit.use_text(footprint),
            TOTAL=cut.area(cut.footprint_units[footprint]), REMARK=conclusion(fit, footprint),
        )  # fmt: skip
        rows.append(Row(values))
    twice = ~cut.leaves.counted
    if twice.any():
        less: dict[str, Value] = {COLUMNS[verdict]: -cut.area(amount) for verdict, amount in verdict_units(fit, twice).items()}
        rows.append(Row({"DK": sentence(LESS), "TOTAL": -cut.sum(twice), **less}))
    return FilledTable(layout, with_subtotals(layout, rows), display_unit(cut.job.unit), {"name": name}, [basis(cut.job)])


def change_text(fit: Fit, leaf: int) -> Sentence | str:
    """What would have to change of the plan, '' for nothing."""
    found = fit.judged[leaf]
    if found.verdict is Verdict.FORBIDDEN:
        return sentence(translate("LandLedger", "leave zone {zone}"), zone=fit.zone_text(found.zone))
    after = fit.class_text(leaf, str(fit.use[leaf]))
    if not fit.use[leaf]:
        return ""
    if found.verdict is Verdict.UNCOVERED:
        return sentence(translate("LandLedger", "no class of the plan: draw {after}"), after=after)
    if found.verdict is Verdict.CHANGE:
        return sentence(CHANGE, before=fit.class_text(leaf, fit.code[leaf]), after=after)
    return ""


def _grouped(fit: Fit, key: Mapping[int, tuple], rows: Iterable[int]) -> dict[tuple, list[int]]:
    groups: dict[tuple, list[int]] = {}
    for leaf in rows:
        groups.setdefault(key[leaf], []).append(leaf)
    return groups


def class_table(fit: Fit, name: str = "", folder: str | None = None) -> FilledTable:
    """FITCLASS: a row for each footprint, class, set of zones and verdict."""
    cut, layout = fit.overlay, load_layout("FITCLASS", folder)
    leaves = cut.leaves
    keys = {
        leaf: (
            int(leaves.footprint[leaf]), fit.judged[leaf].verdict.strictness, fit.code[leaf], int(fit.place[leaf]),
            tuple(sorted(fit.zones[leaf])), getattr(fit.judged[leaf].rule, "key", ""),
        )
        for leaf in range(len(leaves))
    }  # fmt: skip
    rows = []
    for key, own in sorted(_grouped(fit, keys, range(len(leaves))).items()):
        leaf, rule = own[0], fit.judged[own[0]].rule
        rows.append(
            Row(
                {
                    "DK": cut.footprint_id(key[0]), "NAME": name_of(fit, key[0]), "USE": fit.use_text(key[0]),
                    "CLASS": fit.class_text(leaf, fit.code[leaf]) or None, "ZONES": fit.zones_text(leaf) or None,
                    "VERDICT": sentence(fit.judged[leaf].verdict.label), "AREA": cut.area(int(leaves.units[own].sum())),
                    "CHANGE": change_text(fit, leaf), "RULE": rule.key if rule else None, "WHY": rule.meaning if rule else None,
                }
            )
        )  # fmt: skip
    twice = ~leaves.counted
    if twice.any():
        rows.append(Row({"DK": sentence(LESS), "AREA": -cut.sum(twice)}))
    return FilledTable(layout, with_subtotals(layout, rows), display_unit(cut.job.unit), {"name": name}, [basis(cut.job)])


def zone_table(fit: Fit, name: str = "", folder: str | None = None) -> FilledTable:
    """FITZONE: a row for each footprint and zone it lies in, by layer; zones may overlap."""
    cut, layout = fit.overlay, load_layout("FITZONE", folder)
    rows: list[Row] = []
    for footprint in range(len(cut.footprints)):
        whole: dict[str, Value] = {
            "DK": cut.footprint_id(footprint), "NAME": name_of(fit, footprint), "TOTAL": cut.area(cut.footprint_units[footprint]),
        }  # fmt: skip
        for given, layer in zip(fit.zone_layers, cut.layers[1:]):
            hit = cut.hits[layer.key]
            amounts = [(given.code, int(hit.units[footprint]))]
            if not given.code:
                amounts = [(value, int(units)) for value, units in zip(hit.values, hit.value_units[footprint].tolist())]
            for zone, units in amounts:
                if units:
                    rows.append(Row({**whole, "ZONE": fit.zone_text(zone), "LAYER": given.title, "AREA": cut.area(units)}))
    return FilledTable(layout, rows, display_unit(cut.job.unit), {"name": name}, [basis(cut.job)])


def change_table(fit: Fit, effects: Sequence[Effect], name: str = "", folder: str | None = None) -> FilledTable:
    """FITCHANGE: the parcels of the plan whose class would have to be another, with the part that a footprint takes."""
    cut, layout = fit.overlay, load_layout("FITCHANGE", folder)
    numbers = cut.layers[0].columns.attributes[NUMBER]
    wanted = [
        leaf for leaf, each in enumerate(fit.judged) if each.verdict in (Verdict.CHANGE, Verdict.FORBIDDEN, Verdict.UNCOVERED)
    ]
    keys = {
        leaf: (
            int(cut.leaves.footprint[leaf]), int(fit.place[leaf]), int(fit.parcel[leaf]), tuple(sorted(fit.zones[leaf])),
            fit.judged[leaf].verdict.strictness,
        )
        for leaf in wanted
    }  # fmt: skip
    rows: list[Row] = []
    for key, own in sorted(_grouped(fit, keys, wanted).items()):
        leaf = own[0]
        forbidden = fit.judged[leaf].verdict is Verdict.FORBIDDEN
        rows.append(
            Row(
                {
                    "SEQ": len(rows) + 1, "DK": cut.footprint_id(key[0]), "NAME": name_of(fit, key[0]),
                    "VILLAGE": effects[key[1]].sides.name if key[1] != NOBODY else None,
                    "PARCEL": None if key[2] == NOBODY else str(numbers[key[2]]),
                    "FROM": fit.class_text(leaf, fit.code[leaf]) or None,
                    "TO": None if forbidden else fit.class_text(leaf, str(fit.use[leaf])) or None,
                    "ZONES": fit.zones_text(leaf) or None, "VERDICT": sentence(fit.judged[leaf].verdict.label),
                    "AREA": cut.area(int(cut.leaves.units[own].sum())),
                }
            )
        )  # fmt: skip
    if wanted and not cut.leaves.counted[wanted].all():
        twice = np.array([leaf for leaf in wanted if not cut.leaves.counted[leaf]], dtype=np.int64)
        rows.append(Row({"DK": sentence(LESS), "AREA": -cut.area(int(cut.leaves.units[twice].sum()))}))
    return FilledTable(layout, with_subtotals(layout, rows), display_unit(cut.job.unit), {"name": name}, [basis(cut.job)])


def _village_name(effect: Effect, number: int) -> str:
    village = effect.sides.areas.villages[number]
    return village.name or effect.sides.name or village.code


def effect_table(
    effects: Sequence[Effect], name: str = "", folder: str | None = None, doubted: bool = False
) -> FilledTable:
    """FITEFFECT: the structure table of each touched village, before and after the projects, m² exact; `doubted` whether a project
    has no use that could take the plan's place."""
    layout = load_layout("FITEFFECT", folder)
    rows = [row for effect in effects for row in _effect_rows(effect)]
    notes = [
        sentence(
            translate(
                "LandLedger",
                "If the projects take the place of the plan as drawn, whatever the verdict. Areas are those of the plan's parcels "
                "(registered), shared out to the pieces; so they may differ from the surveyed footprints by a few 0.01 m².",
            )
        )
    ]
    if doubted:
        notes.append(sentence(translate("LandLedger", "Of projects whose use is to be decided the plan stays as it is.")))
    if any(effect.touched and not effect.sides.has_base for effect in effects):
        notes.append(sentence(translate("LandLedger", "Without parcels of a base year its column is that of the plan.")))
    return FilledTable(layout, with_subtotals(layout, rows), DisplayUnit.SQUARE_METRE, {"name": name}, notes)


def _effect_rows(effect: Effect) -> Iterator[Row]:
    areas, structure = effect.sides.areas, effect.sides.areas.structure.rows
    for number in range(len(areas.villages)):
        if not (effect.taken[number].any() or effect.added[number].any()):
            continue
        for place in range(len(structure) + 1):
            cells = [int(side[number, place]) for side in (areas.base, areas.plan, effect.taken, effect.added, effect.after.plan)]
            if not any(cells):
                continue
            path: Sequence[str | Sentence] = structure[place].path if place < len(structure) else (sentence(UNKNOWN),)
            levels = {f"N{level + 1}": path[level] if level < len(path) else "" for level in range(MOST_LEVELS)}
            named = dict(zip(("A0", "A1", "OUT", "IN", "A2"), (Area.from_units(units, UNIT) for units in cells)))
            change = Area.from_units(cells[3] - cells[2], UNIT)
            yield Row({"VILLAGE": _village_name(effect, number), **levels, **named, "D": change})


def indicator_effects(
    effects: Sequence[Effect], profile: PlanProfile, name: str = "", folder: str | None = None
) -> FilledTable:
    """FITIND: the indicators that are counted from parcels, of each touched plan, before and after the projects."""
    layout = load_layout("FITIND", folder)
    rows = [row for effect in effects if effect.touched for row in _indicator_rows(effect, profile)]
    return FilledTable(layout, rows, None, {"name": name})


def counted_effects(effect: Effect, profile: PlanProfile) -> list[tuple[Counted, Counted]]:
    """Indicators counted from parcels, as the plan has them and after the projects."""
    wanted = [each for each in indicators_of(profile) if each.source.partition(":")[0] in ("structure", "row")]
    before, after = (count_indicators(areas, wanted, Given()) for areas in (effect.sides.areas, effect.after))
    return list(zip(before, after))


def _indicator_rows(effect: Effect, profile: PlanProfile) -> Iterator[Row]:
    for before, after in counted_effects(effect, profile):
        each = before.indicator
        rule = DIRECTIONS.get(each.direction) if each.attribute == BINDING else None
        change = after.plan - before.plan if after.plan is not None and before.plan is not None else None
        yield Row(
            {
                "VILLAGE": effect.sides.name, "IND": each.title, "ATTR": each.attribute, "UNIT": each.unit, "V0": before.base,
                "V1": before.plan, "V2": after.plan, "D": change, "RULE": sentence(rule) if rule else "",
                "BEFORE": _kept(before.ok), "OK": _kept(after.ok),
            }
        )  # fmt: skip


def _kept(ok: bool | None) -> Sentence | str:
    return "" if ok is None else sentence(KEPT if ok else BROKEN)
