"""Figures of a service map: the table printed beside it, units with their teams, checks, findings, inputs, result layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...sentence import Say, Sentence, sentence, translate
from ...summary.report import finding_table
from ...summary.result_rows import ResultField
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    check,
    checks_table,
    load_layout,
    with_subtotals,
    without_empty_sums,
)
from ..coverage.places import NOBODY
from ..teams import term_shown
from ..workload import MEASURE_NAMES, WHOLE
from .scene import Scene, half_up_percent, role_sentence

AREA_FIELDS: tuple[ResultField, ...] = (
    ResultField("SCENARIO", "text", translate("LandLedger", "Scenario"), 60),
    ResultField("TEAM", "text", translate("LandLedger", "Team"), 40),
    ResultField("TEAM_NAME", "text", translate("LandLedger", "Name of the team"), 80),
    ResultField("LEAD", "text", translate("LandLedger", "Leading planner"), 60),
    ResultField("UNITS", "integer", translate("LandLedger", "Number of units"), 9),
    ResultField("AREA_KM2", "number", translate("LandLedger", "Area (km²)"), 18, 2),
    ResultField("LOAD", "number", translate("LandLedger", "Workload"), 18, 5),
    ResultField("COLOUR", "integer", translate("LandLedger", "Colour number"), 9),
)
LABEL_FIELDS: tuple[ResultField, ...] = (
    ResultField("TEXT", "text", translate("LandLedger", "Text"), 120),
    ResultField("KIND", "text", translate("LandLedger", "Kind"), 20),
    ResultField("CODE", "text", translate("LandLedger", "Code"), 40),
)
KIND_NAMES = {"team": translate("LandLedger", "team"), "unit": translate("LandLedger", "unit")}


def square_kilometres(hectares: int) -> Decimal:
    """0.01 km² as km²."""
    return Decimal(int(hectares)).scaleb(-2)


def service_report(
    scene: Scene, facts: RunFacts, pages: Mapping[int, int], uncovered: str, title: str = "", folder: str | None = None
) -> Report:
    """Tables, checks and inputs; `pages`: the page of the book that shows a team, `uncovered` the label of that row."""
    tables = [statistics(scene, pages, uncovered, title, folder), _units(scene, uncovered, title, folder)]
    identities = [identity for table in tables for identity in check(table)]
    identities += list(_identities(scene, tables))
    return Report(
        [
            *map(without_empty_sums, tables),
            checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
            finding_table(scene.findings, folder),
            FilledTable(load_layout("INPUTS", folder), [*_inputs(scene), *environment(facts)]),
        ],
        identities,
    )


def statistics(
    scene: Scene, pages: Mapping[int, int], uncovered: str, title: str = "", folder: str | None = None
) -> FilledTable:
    """One row a team, one of what is uncovered, their sum."""
    layout = load_layout("SERVMAP", folder)
    teams, whole = scene.teams, int(scene.hectares.sum())
    rows = []
    for team in range(len(teams)):
        own = scene.team_of == team
        heads = {
            "SEQ": team + 1,
            "TEAM": teams.id[team],
            "NAME": teams.name[team],
            "LEAD": teams.lead[team],
            "TERM": term_shown(teams.start[team], teams.end[team]),
            "PAGE": pages.get(team),
        }
        rows.append(Row({**heads, **_sums(scene, own, whole)}))
    if scene.uncovered.any():
        rows.append(Row({"NAME": uncovered, **_sums(scene, scene.uncovered, whole)}))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _sums(scene: Scene, own: np.ndarray, whole: int) -> dict[str, int | Decimal | None]:
    hectares = int(scene.hectares[own].sum())
    return {
        "N": int(own.sum()),
        "AREA": square_kilometres(hectares),
        "SHARE": half_up_percent(hectares, whole),
        "POP": None if scene.people is None else int(scene.people[own].sum()),
        "LOAD": _load(scene, own),
        "VISITS": None if scene.visits is None else int(scene.visits[own].sum()),
    }


def _load(scene: Scene, rows: np.ndarray) -> Decimal | None:
    """The load of units, None where nobody serves them: it is a load of teams."""
    uncovered = scene.uncovered[rows]
    if uncovered.size and uncovered.all():
        return None
    return Decimal(int(scene.loads[rows].sum())).scaleb(-5)


def unit_rows(scene: Scene, team: int) -> list[int]:
    """The units of a team (NOBODY: of none) by code."""
    rows = np.flatnonzero(scene.team_of == team)
    return sorted(rows.tolist(), key=lambda row: str(scene.units.code[row]))


def _units(scene: Scene, uncovered: str, title: str, folder: str | None) -> FilledTable:
    layout, units, teams = load_layout("SERVMAP_UNITS", folder), scene.units, scene.teams
    rows = []
    for team in [*range(len(teams)), NOBODY]:
        for row in unit_rows(scene, team):
            values = {
                "TEAM": "" if team == NOBODY else teams.id[team],
                "TEAM_NAME": uncovered if team == NOBODY else teams.name[team],
                "CODE": units.code[row],
                "NAME": units.name[row],
                "TOWN": units.town[row],
                "N": 1,
                "AREA": square_kilometres(scene.hectares[row]),
                "POP": None if scene.people is None else int(scene.people[row]),
                "LOAD": _load(scene, np.array([row])),
                "VISITS": None if scene.visits is None else int(scene.visits[row]),
                "HOW": _how(scene, row),
            }
            rows.append(Row(values))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _how(scene: Scene, row: int) -> Sentence:
    if scene.team_of[row] == NOBODY:
        return sentence(translate("LandLedger", "nobody"))
    if scene.doubled[row]:
        return sentence(translate("LandLedger", "several teams"))
    if scene.inherited[row]:
        return sentence(translate("LandLedger", "through its town"))
    return sentence(translate("LandLedger", "itself"))


def _identities(scene: Scene, tables: Sequence[FilledTable]) -> Iterator[Identity]:
    everywhere = sentence(translate("LandLedger", "all units"))
    sums = [next(row for row in reversed(table.rows)) for table in tables]
    for key, name in (
        ("N", translate("LandLedger", "units of the teams and of the list")),
        ("AREA", translate("LandLedger", "areas of the teams and of the list")),
        ("LOAD", translate("LandLedger", "workload of the teams and of the list")),
    ):
        yield Identity(sentence(name), everywhere, sums[0].value(key), sums[1].value(key))
    yield Identity(
        sentence(translate("LandLedger", "units of the list and of the layer")), everywhere, sums[1].value("N"), len(scene.units)
    )
    measured = int(np.floor(float(np.nan_to_num(scene.units.measures["area"]).sum()) / 10_000.0 + 0.5))
    yield Identity(
        sentence(translate("LandLedger", "area of the list and of the ground, in 0.01 km²")),
        everywhere,
        int(scene.hectares.sum()),
        measured,
    )


def _inputs(scene: Scene) -> Iterator[Row]:
    inputs, job = scene.inputs, scene.job
    count = sentence(translate("LandLedger", "{count} units"), count=len(scene.units))
    if inputs.scenario:
        yield fact(translate("LandLedger", "Scenario"), inputs.scenario)
    yield fact(translate("LandLedger", "As of"), job.day.isoformat())
    role = role_sentence(scene.role)
    if role is not None:
        yield fact(translate("LandLedger", "Role"), role)
    yield fact(translate("LandLedger", "Service units"), f"{scene.units.layer}  {scene.units.source}".strip(), count)
    teams = sentence(translate("LandLedger", "{count} teams"), count=len(scene.teams))
    yield fact(translate("LandLedger", "Teams of planners"), f"{scene.teams.layer}  {scene.teams.source}".strip(), teams)
    yield fact(translate("LandLedger", "Assignment"), f"{inputs.rows.layer}  {inputs.rows.source}".strip())
    if inputs.visits is not None:
        yield fact(translate("LandLedger", "Visits"), f"{inputs.visits.layer}  {inputs.visits.source}".strip())
    for name, weight in scene.used.items():
        text = translate("LandLedger", "{measure} {weight}")
        yield fact(
            translate("LandLedger", "Weight of workload"), sentence(text, measure=sentence(MEASURE_NAMES[name]), weight=f"{weight:g}")
        )
    if scene.from_points:
        text = translate("LandLedger", "Areas are those of the cells, no surveyed ground.")
        yield fact(translate("LandLedger", "Area of the units"), sentence(text))
    rounding = translate("LandLedger", "whole 0.01 km² by the largest remainder: units foot to teams, teams to the total")
    yield fact(translate("LandLedger", "Rounding of areas"), sentence(rounding))


def area_columns(scene: Scene) -> tuple[np.ndarray, Mapping[str, np.ndarray]]:
    """Shapes (k,) and columns (k,) of AREA_FIELDS, of the teams that have units."""
    shown = np.array(scene.shown, dtype=np.int64)
    teams = scene.teams

    def sums(values: np.ndarray) -> np.ndarray:
        return np.array([int(values[scene.team_of == team].sum()) for team in shown.tolist()], dtype=np.int64)

    return scene.area[shown], {
        "SCENARIO": np.array([*([scene.inputs.scenario] * len(shown)), None], dtype=object)[:-1],
        "TEAM": teams.id[shown],
        "TEAM_NAME": teams.name[shown],
        "LEAD": teams.lead[shown],
        "UNITS": sums(np.ones(len(scene.units), dtype=np.int64)),
        "AREA_KM2": sums(scene.hectares) / 100,
        "LOAD": sums(scene.loads) / WHOLE,
        "COLOUR": scene.colour[shown],
    }


def label_columns(labels: Sequence[tuple[str, str, str]], say: Say = str) -> Mapping[str, np.ndarray]:
    """Columns (k,) of LABEL_FIELDS of labels (text, kind `team` or `unit`, code)."""
    columns = {}
    for place, name in enumerate(("TEXT", "KIND", "CODE")):
        values = [label[place] if name != "KIND" else say(KIND_NAMES[label[1]]) for label in labels]
        columns[name] = np.array([*values, None], dtype=object)[:-1]
    return columns
