"""The workbook of a plan's areas: structure table, indicators, checks, findings, inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ..area import Area
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..summary.model import Finding
from ..summary.printing import Printing
from ..summary.report import finding_table
from ..survey.versions import version_name
from ..workbook import DisplayUnit, FilledTable, Identity, Row, checks_table, load_layout
from .areas import UNIT, PlanAreas
from .indicators import Counted, indicator_table
from .profile import PlanProfile
from .structure_tables import PrintedStructure, printed_structure, structure_identities, structure_tables


class StructureFinding(Enum):
    """What a finding of the tables is about."""

    UNKNOWN = translate("LandLedger", "code not in the class table")
    AREA = translate("LandLedger", "parcels and registered area differ")
    INDICATOR = translate("LandLedger", "binding indicator not kept")
    DELIVERED = translate("LandLedger", "the plan's own table says something else")


@dataclass(frozen=True)
class StructureFacts:
    """What the inputs sheet says beside the run's own facts: profile, class table, layers, how areas were taken."""

    profile: PlanProfile
    versions: Sequence[str]
    layers: Sequence[tuple[str, str]] = ()
    area: str = ""
    run: RunFacts = field(default_factory=RunFacts)


def structure_report(
    areas: PlanAreas,
    indicators: Mapping[str, Sequence[Counted]],
    printing: Printing,
    facts: StructureFacts,
    title: str = "",
    folder: str | None = None,
    drop_zero: bool = True,
    summaries: Callable[[PrintedStructure], tuple[list[FilledTable], list[Identity]]] | None = None,
) -> tuple[Report, list[Finding]]:
    """The sheets and the findings. `indicators`: those of each plan by its name, none for a workbook of structure tables;
    `summaries` makes further sheets of the printed structure table, and what has to hold of them."""
    printed = printed_structure(areas, printing)
    identities = structure_identities(printed)
    findings = structure_findings(areas, indicators)
    tables: list[FilledTable] = []
    if not indicators:
        tables += structure_tables(printed, folder, title, drop_zero)
    for name, counted in indicators.items():
        tables.append(indicator_table(counted, name or title, folder, len(indicators) > 1))
    if summaries is not None:
        sheets, more = summaries(printed)
        tables += sheets
        identities += more
    # Hundredths of a mu are no whole number of 0.01 m², those of a hectare are.
    unit = DisplayUnit.MU if printing.unit is DisplayUnit.MU else DisplayUnit.SQUARE_METRE
    tables.append(checks_table(identities, unit, load_layout("CHECKS", folder)))
    if findings:
        tables.append(finding_table(findings, folder))
    tables.append(FilledTable(load_layout("INPUTS", folder), list(_inputs(areas, printing, facts))))
    return Report(tables, identities), findings


def structure_findings(areas: PlanAreas, indicators: Mapping[str, Sequence[Counted]]) -> list[Finding]:
    """What whoever signs has to know."""
    found = [Finding(StructureFinding.AREA, "", notice) for notice in areas.notices]
    for (layer, code), count in sorted(areas.unknown.items()):
        template = translate("LandLedger", "{count} parcels with the code {code}, which the class table does not have")
        found.append(Finding(StructureFinding.UNKNOWN, layer, sentence(template, count=count, code=code or "—")))
    for name, counted in indicators.items():
        found += [finding for each in counted for finding in _of_indicator(name, each)]
    return found


def _of_indicator(name: str, each: Counted) -> Iterator[Finding]:
    """A binding indicator that is not kept; a number of the plan's own table that is another."""
    title, unit = each.indicator.title, each.indicator.unit
    if each.ok is False:
        template = translate("LandLedger", "{title}: {plan} in the target year, {base} in the base year ({unit})")
        text = sentence(template, title=title, plan=f"{each.plan:f}", base=f"{each.base:f}", unit=unit)
        yield Finding(StructureFinding.INDICATOR, name, text)
    for mine, theirs in zip((each.base, each.plan), each.delivered):
        if mine is not None and theirs is not None and mine != theirs:
            template = translate("LandLedger", "{title}: counted {mine}, the plan's own table says {theirs} ({unit})")
            text = sentence(template, title=title, mine=f"{mine:f}", theirs=f"{theirs:f}", unit=unit)
            yield Finding(StructureFinding.DELIVERED, name, text)


def _inputs(areas: PlanAreas, printing: Printing, facts: StructureFacts) -> Iterator[Row]:
    profile = facts.profile
    state = sentence(translate("LandLedger", "default, confirm locally"))
    yield fact(translate("LandLedger", "Profile of the province"), f"{profile.title}（{profile.file}）", "", state)
    for version in facts.versions:
        yield fact(translate("LandLedger", "Class table"), version_name(version))
    for item, layer in facts.layers:
        yield fact(item, layer)
    if facts.area:
        yield fact(translate("LandLedger", "Area"), sentence(facts.area))
    total = Area.from_units(int(areas.masters.sum()), UNIT)
    yield fact(translate("LandLedger", "Registered area"), _square_metres(total))
    count = sentence(translate("LandLedger", "{count} villages"), count=len(areas.villages))
    yield fact(translate("LandLedger", "Villages"), count)
    yield fact(translate("LandLedger", "Printed unit"), printing.unit.label)
    yield from environment(facts.run)


def _square_metres(area: Area) -> Sentence:
    return sentence(translate("LandLedger", "{area} m²"), area=area.square_metres())
