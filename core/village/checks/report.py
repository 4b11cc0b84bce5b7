"""The workbook of a plan check: what was found by check and village, every finding, every rule, how areas stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...area import Area
from ...checking.finding import NO_ROW
from ...checking.lists import (
    SEVERITIES,
    ValuesOf,
    accepted,
    finding_pages,
    rules_table,
    severity_counts,
    severity_said,
    summary_table,
    total_of,
    whole_of,
)
from ...checking.severities import PREFIX
from ...checking.states import Named, State
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...resources import read_facts, resource
from ...sentence import Sentence, sentence, translate
from ...survey.versions import version_name
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Layout,
    Row,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
    with_sums,
)
from ...workbook.table import Value
from ..areas import UNIT
from .areas import CULTIVATED_ROW, said_units
from .job import CheckedPlans
from .lines import built_headings
from .titles import CHECK_TITLES, check_kinds

RULE_FILE = "village_checks.csv"
_SHARED_FILE, _SHARED_RULES = "checks_geometry.csv", ("plan_area_tolerance_m2",)


def plan_check_report(checked: CheckedPlans, facts: RunFacts, folder: str | None = None) -> Report:
    """All sheets of a run; `folder` holds the user's own layouts."""
    kinds = {check_id: {"RULE": kind.rule, "KIND": kind.kind} for check_id, kind in check_kinds().items()}
    by_check = summary_table(checked.findings, CHECK_TITLES, load_layout("PLAN_CHECKS", folder), kinds)
    by_village = _by_village(checked, load_layout("PLAN_VILLAGES", folder))
    identities = [*check(by_check), *check(by_village), *_identities(checked, by_check, by_village)]
    layout = load_layout("PLAN_FINDINGS", folder)
    tables = [
        by_check,
        by_village,
        *finding_pages(checked.findings, CHECK_TITLES, layout, _values_of(checked, kinds)),
        rules_table(checked.rules, CHECK_TITLES, checked.by_check(), thresholds(), load_layout("PLAN_RULES", folder)),
        *([_areas(checked, load_layout("PLAN_AREAS", folder))] if checked.areas else []),
        checks_table(compact(identities), DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(checked), *environment(facts)]),
    ]
    return Report(tables, identities)


def _by_village(checked: CheckedPlans, layout: Layout) -> FilledTable:
    """Village × severity; findings of no single village on a row of their own."""
    counts: dict[str, dict[str, int]] = {}
    for named in checked.findings:
        of = counts.setdefault(named.finding.village, {})
        key = named.finding.severity.name
        of[key] = of.get(key, 0) + 1
        of["ACCEPTED"] = of.get("ACCEPTED", 0) + (named.decision.state is State.ACCEPTED)
    rows, told = [], set()
    for village in checked.villages:
        # Two plans of one village share a name; what was found of both stands with the first.
        own = counts.get(village.name, {}) if village.name not in told else {}
        told.add(village.name)
        head: dict[str, Value] = {"CODE": village.code, "NAME": village.name, "FEATURES": village.features}
        rows.append(Row(with_sums(layout, {**head, **severity_counts(own)})))
    for name, own in counts.items():
        if name not in told:
            head = {"CODE": "", "NAME": name or sentence(translate("LandLedger", "all villages together")), "FEATURES": 0}
            rows.append(Row(with_sums(layout, {**head, **severity_counts(own)})))
    return FilledTable(layout, with_subtotals(layout, rows))


def _values_of(checked: CheckedPlans, kinds: Mapping[str, Mapping[str, str]]) -> ValuesOf:
    """The columns of the list that come from the plan's layers."""

    def values(named: Named) -> Mapping[str, Value]:
        found = named.finding
        layer = checked.layers.get(found.layer)

        def subject(row: int) -> str | None:
            return None if row == NO_ROW or layer is None else layer.numbers[row] or f"#{layer.ids[row]}"

        return {
            **kinds[found.check], "VILLAGE": found.village or None, "LAYER": layer.layer if layer is not None else None,
            "BSM": subject(found.row), "OTHER": subject(found.other),
        }  # fmt: skip

    return values


@lru_cache(maxsize=1)
def thresholds() -> tuple[str, ...]:
    """Keys of the rules beside the severities that the checks read."""
    keys = [row.text("key") for name in (RULE_FILE, _SHARED_FILE) for row in read_facts(resource("rules", name), ("key",))]
    return (*(key for key in keys if not key.startswith(PREFIX)), *_SHARED_RULES)


def _areas(checked: CheckedPlans, layout: Layout) -> FilledTable:
    """Construction land and cultivated land of each village in both years, the registered area shared out."""
    rows = []
    for areas in checked.areas:
        structure = areas.structure
        lines: list[tuple[str | Sentence, Sequence[int]]] = [
            (heading, structure.members(heading)) for heading in built_headings(structure)
        ]
        lines += [(row.path[0], [number]) for number, row in enumerate(structure.rows) if row.key == CULTIVATED_ROW]
        lines.append((sentence(translate("LandLedger", "All land")), range(areas.base.shape[1])))
        for number, village in enumerate(areas.villages):
            for title, members in lines:
                base, plan = (
                    Area.from_units(int(side[number, list(members)].sum()), UNIT) for side in (areas.base, areas.plan)
                )
                change = Area(plan.micro_mu - base.micro_mu)
                rows.append(Row({"NAME": village.name or village.code, "ITEM": title, "A0": base, "A1": plan, "D": change}))
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def _identities(checked: CheckedPlans, by_check: FilledTable, by_village: FilledTable) -> Iterator[Identity]:
    """The tables against each other, the layer and the numbers returned."""
    checks, villages = total_of(by_check), total_of(by_village)
    taken = accepted(checked.findings)
    name = sentence(translate("LandLedger", "findings by check = findings by village"))
    yield Identity(name, "", whole_of(checks, "FOUND"), whole_of(villages, "FOUND"))
    name = sentence(translate("LandLedger", "findings by check = findings of the layer"))
    yield Identity(name, "", whole_of(checks, "FOUND"), len(checked.findings))
    name = sentence(translate("LandLedger", "accepted by check = accepted of the layer"))
    yield Identity(name, "", whole_of(checks, "ACCEPTED"), taken)
    yield Identity(name, "", whole_of(villages, "ACCEPTED"), taken)
    name = sentence(translate("LandLedger", "findings by village = numbers returned"))
    for severity in SEVERITIES:
        yield Identity(name, severity_said(severity), whole_of(villages, severity.name), checked.count(severity))
    keys = len({named.key for named in checked.findings})
    yield Identity(sentence(translate("LandLedger", "keys of findings = findings")), "", keys, len(checked.findings))
    name = sentence(translate("LandLedger", "Base year = target year"))
    for areas in checked.areas:
        for number, village in enumerate(areas.villages):
            base, plan = (Area.from_units(int(side[number].sum()), UNIT) for side in (areas.base, areas.plan))
            yield Identity(name, village.name or village.code or "—", base, plan)


def _inputs(checked: CheckedPlans) -> Iterator[Row]:
    state = sentence(translate("LandLedger", "default, confirm locally"))
    profile = checked.plans[0].profile
    yield fact(translate("LandLedger", "Profile of the province"), f"{profile.title}（{profile.file}）", "", state)
    size = translate("LandLedger", "{crs}; {count} features")
    for plan in checked.plans:
        yield fact(translate("LandLedger", "Class table"), version_name(plan.classes.version), plan.name)
        for layer in plan.layers.values():
            content = f"{layer.title}：{layer.columns.name}  {layer.columns.source}".strip()
            yield fact(translate("LandLedger", "Layer"), content, sentence(size, crs=layer.columns.crs, count=len(layer)))
        if plan.survey is not None:
            content = f"{plan.survey.name}  {plan.survey.source}".strip()
            note = sentence(size, crs=plan.survey.crs, count=len(plan.survey))
            yield fact(translate("LandLedger", "Land survey"), content, note)
    asked = (
        (translate("LandLedger", "Most village construction land"), checked.wishes.built),
        (translate("LandLedger", "Least cultivated land"), checked.wishes.cultivated),
    )
    for title, wishes in asked:
        for village, units in wishes.items():
            area = sentence(translate("LandLedger", "{area} m²"), area=said_units(units))
            yield fact(title, area, village or sentence(translate("LandLedger", "all villages together")))
