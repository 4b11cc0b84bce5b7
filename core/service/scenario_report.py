"""The workbook of a scenario made by hand: units and teams in the tables of an assignment, what differs from what was saved
or from another scenario, checks, and what it was based on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

import numpy as np

from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import sentence, translate
from ..summary.model import Finding
from ..summary.report import finding_table
from ..workbook import DisplayUnit, FilledTable, Identity, Row, check, checks_table, load_layout, with_subtotals
from .assignment.problem import NOBODY
from .scenario import Scenario, limits_of, warnings_of
from .workload import MEASURE_NAMES


class ScenarioFinding(Enum):
    """What a finding of a scenario is about."""

    TERM = translate("LandLedger", "term of a team")
    FIGURES = translate("LandLedger", "figures of the scenario")
    NOBODY = translate("LandLedger", "unit without a team")


def scenario_report(scenario: Scenario, day: str, facts: RunFacts, title: str = "", folder: str | None = None) -> Report:
    """Tables, checks, warnings and inputs of a scenario as it is now; `title` stands before the titles of the tables."""
    tables = [_units(scenario, title, folder), _teams(scenario, title, folder)]
    identities = [identity for table in tables for identity in check(table)]
    identities += list(_identities(scenario))
    findings = _findings(scenario)
    based = [*_inputs(scenario, day), *environment(facts)]
    return Report(
        [
            *tables,
            checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
            finding_table(findings, folder),
            FilledTable(load_layout("INPUTS", folder), based),
        ],
        identities,
    )


def _units(scenario: Scenario, title: str, folder: str | None) -> FilledTable:
    layout, scene = load_layout("ASSIGN", folder), scenario.scene
    codes = scene.units.code.astype(str)
    # Units of nobody come last.
    lead, inherited = scenario.lead, scenario.inherited
    rank = np.where(lead == NOBODY, len(scene.teams), lead)
    nobody = sentence(translate("LandLedger", "nobody"))
    by_town = translate("LandLedger", "{unit} (served by its town's team)")
    amounts = scene.amounts(np.arange(len(scene)), lead)
    rows = []
    for row in np.lexsort((codes, rank)).tolist():
        team, former, name = int(lead[row]), int(scenario.saved[row]), str(scene.units.name[row])
        values: dict[str, object] = {
            "TEAM": scene.teams.id[team] if team != NOBODY else nobody,
            "TEAM_NAME": scene.teams.name[team] if team != NOBODY else "",
            "CODE": scene.units.code[row],
            "NAME": sentence(by_town, unit=name) if inherited[row] else name,
            "TOWN": scene.units.town[row],
            "N": 1,
            "LOAD": Decimal(int(amounts[row, 3])).scaleb(-5),
            "TRAVEL": Decimal(int(amounts[row, 4])).scaleb(-3),
            "FORMER": scene.teams.id[former] if former != NOBODY else "",
            "CHANGED": int(scenario.team_of[row] != former),
            "PINNED": int(scenario.pinned[row]),
        }
        rows.append(Row(values))  # type: ignore[arg-type]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _teams(scenario: Scenario, title: str, folder: str | None) -> FilledTable:
    layout, scene = load_layout("ASSIGN_TEAMS", folder), scenario.scene
    totals, limits = scenario.standing.totals, limits_of(scene)
    m = len(scene.teams)
    changed = np.zeros(m + 1, dtype=np.int64)
    np.add.at(changed, scenario.team_of[scenario.changed], 1)
    pinned = np.zeros(m + 1, dtype=np.int64)
    np.add.at(pinned, scenario.team_of[scenario.pinned], 1)
    people = "population" in scene.units.measures
    rows = []
    for team in range(m + bool(totals[m, 0])):
        own = team < m
        values: dict[str, object] = {
            "SEQ": team + 1,
            "TEAM": scene.teams.id[team] if own else sentence(translate("LandLedger", "nobody")),
            "NAME": scene.teams.name[team] if own else "",
            "LEAD": scene.teams.lead[team] if own else "",
            "N": int(totals[team, 0]),
            "AREA": Decimal(int(totals[team, 1])).scaleb(-6),
            "POP": int(totals[team, 2]) if people else None,
            "LOAD": Decimal(int(totals[team, 3])).scaleb(-5),
            "CAPACITY": Decimal(repr(float(limits[team]))) if own and np.isfinite(limits[team]) else None,
            "TRAVEL": Decimal(int(totals[team, 4])).scaleb(-3),
            "CHANGED": int(changed[team]),
            "PINNED": int(pinned[team]),
        }
        rows.append(Row(values))  # type: ignore[arg-type]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _identities(scenario: Scenario) -> Iterator[Identity]:
    scene, everywhere = scenario.scene, sentence(translate("LandLedger", "all units"))
    anew, kept = scene.totals(scenario.lead), scenario.standing.totals
    yield Identity(
        sentence(translate("LandLedger", "figures kept act by act and counted anew")),
        everywhere, int(np.abs(anew - kept).sum()), 0,
    )  # fmt: skip
    count = sentence(translate("LandLedger", "every unit once"))
    yield Identity(count, everywhere, int(kept[:, 0].sum()), len(scene))


def _findings(scenario: Scenario) -> list[Finding]:
    scene = scenario.scene
    layer = scene.units.layer
    found = [Finding(ScenarioFinding.TERM, scene.teams.layer, note) for note in scene.notes]
    found += [Finding(ScenarioFinding.FIGURES, layer, text) for text in warnings_of(scene, scenario.standing)]
    for row in scenario.unserved.tolist():
        text = sentence(translate("LandLedger", "{unit} is served by nobody."), unit=scene.units.label(row))
        found.append(Finding(ScenarioFinding.NOBODY, layer, text, str(scene.units.code[row])))
    return found


def _inputs(scenario: Scenario, day: str) -> Iterator[Row]:
    scene, standing = scenario.scene, scenario.standing
    yield fact(translate("LandLedger", "Scenario"), scenario.name)
    yield fact(translate("LandLedger", "Valid from"), day)
    count = sentence(translate("LandLedger", "{count} units"), count=len(scene))
    yield fact(translate("LandLedger", "Service units"), f"{scene.units.layer}  {scene.units.source}".strip(), count)
    if scenario.inherited.any():
        count = sentence(translate("LandLedger", "{count} units"), count=int(scenario.inherited.sum()))
        yield fact(translate("LandLedger", "Villages served by their town's team"), "", count)
    teams = sentence(translate("LandLedger", "{count} teams"), count=len(scene.teams))
    yield fact(translate("LandLedger", "Teams of planners"), f"{scene.teams.layer}  {scene.teams.source}".strip(), teams)
    for label, value in (
        (translate("LandLedger", "Coefficient of variation of workload"), standing.even.cv),
        (translate("LandLedger", "Largest workload by the mean"), standing.even.most),
        (translate("LandLedger", "Gini coefficient of workload"), standing.even.gini),
    ):
        yield fact(label, f"{value:.4f}")
    for name, weight in scene.used.items():
        text = sentence(translate("LandLedger", "{measure} {weight}"), measure=sentence(MEASURE_NAMES[name]), weight=f"{weight:g}")
        yield fact(translate("LandLedger", "Weight of workload"), text)
    if scene.beside.from_points:
        note = translate("LandLedger", "Areas are those of the cells, no surveyed ground.")
        yield fact(translate("LandLedger", "Area of the units"), sentence(note))
