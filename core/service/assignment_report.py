"""The workbook of an assignment: units, teams, solver, checks, findings, and what the run was based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np

from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..summary.report import finding_table
from ..workbook import DisplayUnit, FilledTable, Identity, Row, check, checks_table, load_layout, with_subtotals
from .assigning import Capacity, Change, Proposal, capacities
from .assignment.problem import LIMIT_NAMES, parts_of, shown
from .assignment_rows import changed_of, former_names, order_of, printed_travel
from .workload import MEASURE_NAMES, WHOLE

METHODS = {
    "exact": translate("LandLedger", "mixed-integer programme (HiGHS), contiguity cut in as needed"),
    "search": translate("LandLedger", "relaxation (HiGHS), rounding, repair and local search"),
}
BOUND_NOTES = {
    "exact": translate("LandLedger", "of the programme: no assignment under these limits is better"),
    "search": translate("LandLedger", "of the relaxation without contiguity: no assignment can be better"),
}


def assignment_report(
    proposal: Proposal, columns: Mapping[str, np.ndarray], facts: RunFacts, title: str = "", folder: str | None = None
) -> Report:
    """Tables, checks and inputs of a proposal; `columns` are those of the assignment table."""
    tables = [_units(proposal, title, folder), _teams(proposal, title, folder), _solver(proposal, title, folder)]
    identities = [identity for table in tables[:2] for identity in check(table)]
    identities += list(_identities(proposal, columns))
    based = [*_inputs(proposal), *environment(facts)]
    return Report(
        [
            *tables,
            checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
            finding_table(proposal.findings, folder),
            FilledTable(load_layout("INPUTS", folder), based),
        ],
        identities,
    )


def _thousandths(value: int) -> Decimal:
    return Decimal(int(value)).scaleb(-3)


def _load(value: int) -> Decimal:
    return Decimal(int(value)).scaleb(-5)


def _units(proposal: Proposal, title: str, folder: str | None) -> FilledTable:
    layout = load_layout("ASSIGN", folder)
    units, teams = proposal.inputs.units, proposal.teams
    travel, former, changed = printed_travel(proposal), former_names(proposal), changed_of(proposal)
    rows = []
    for row in order_of(proposal).tolist():
        team = int(proposal.team_of[row])
        values = {
            "TEAM": teams.id[team],
            "TEAM_NAME": teams.name[team],
            "CODE": units.code[row],
            "NAME": units.name[row],
            "TOWN": units.town[row],
            "N": 1,
            "LOAD": _load(proposal.loads[row]),
            "TRAVEL": _thousandths(travel[row]),
            "FORMER": former[row],
            "CHANGED": int(changed[row]),
            "PINNED": int(proposal.problem.pinned[row] >= 0),
        }
        rows.append(Row(values))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _teams(proposal: Proposal, title: str, folder: str | None) -> FilledTable:
    layout = load_layout("ASSIGN_TEAMS", folder)
    units, teams, team_of = proposal.inputs.units, proposal.teams, proposal.team_of
    takes = None if proposal.job.capacity is Capacity.NONE else capacities(teams, proposal.job)
    square_metres = np.floor(np.nan_to_num(units.measures["area"]) + 0.5).astype(np.int64)
    people = np.floor(np.nan_to_num(units.measures.get("population", np.zeros(len(units)))) + 0.5).astype(np.int64)
    travel, changed = printed_travel(proposal), changed_of(proposal)
    rows = []
    for team in range(len(teams)):
        own = team_of == team
        values = {
            "SEQ": team + 1,
            "TEAM": teams.id[team],
            "NAME": teams.name[team],
            "LEAD": teams.lead[team],
            "N": int(own.sum()),
            "AREA": Decimal(int(square_metres[own].sum())).scaleb(-6),
            "POP": int(people[own].sum()) if "population" in units.measures else None,
            "LOAD": _load(proposal.loads[own].sum()),
            "CAPACITY": None if takes is None else Decimal(repr(float(takes[team]))),
            "TRAVEL": _thousandths(travel[own].sum()),
            "CHANGED": int(changed[own].sum()),
            "PINNED": int((proposal.problem.pinned[own] >= 0).sum()),
        }
        rows.append(Row(values))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": title})


def _solver(proposal: Proposal, title: str, folder: str | None) -> FilledTable:
    rows = [Row({"ITEM": item, "CONTENT": content, "NOTE": note}) for item, content, note in _solved(proposal)]
    return FilledTable(load_layout("SOLVER", folder), rows, None, {"name": title})


def _solved(proposal: Proposal) -> Iterator[tuple[Sentence, Sentence | str, Sentence | str]]:
    found, even = proposal.solution, proposal.even

    def line(item: str, content: Sentence | str, note: str = "") -> tuple[Sentence, Sentence | str, Sentence | str]:
        return sentence(item), content, sentence(note) if note else ""

    yield line(translate("LandLedger", "Method"), sentence(METHODS[found.method]))
    yield line(
        translate("LandLedger", "Objective"),
        f"{found.value:.6f}",
        translate("LandLedger", "travel of all units, each as often as it counts, and the price of changes"),
    )
    yield line(translate("LandLedger", "Lower bound"), f"{found.bound:.6f}", BOUND_NOTES[found.method])
    yield line(translate("LandLedger", "Gap to the bound"), f"{100 * found.gap:.4f} %", _verdict(proposal))
    if found.method == "exact":
        yield line(translate("LandLedger", "Rounds and cuts of contiguity"), f"{found.rounds}, {found.cuts}")
    if proposal.job.change is Change.FIRST and found.changes_bound is not None:
        changes = int(proposal.problem.changes(found.teams))
        text = translate("LandLedger", "{count} changed, at least {least} must")
        yield line(translate("LandLedger", "Units that change"), sentence(text, count=changes, least=found.changes_bound))
    if proposal.siting is not None:
        siting = proposal.siting
        text = translate("LandLedger", "{count} bases; travel {value}, bound {bound}, gap {gap} %")
        content = sentence(
            text, count=len(siting.bases), value=f"{siting.value:.6f}", bound=f"{siting.bound:.6f}", gap=f"{100 * siting.gap:.4f}"
        )
        yield line(translate("LandLedger", "Choice of bases"), content)
    yield line(
        translate("LandLedger", "Coefficient of variation of workload"),
        f"{even.cv:.4f}",
        translate("LandLedger", "standard deviation over all teams by the mean; 0 is even"),
    )
    yield line(translate("LandLedger", "Largest workload by the mean"), f"{even.most:.4f}")
    yield line(translate("LandLedger", "Gini coefficient of workload"), f"{even.gini:.4f}")


def _verdict(proposal: Proposal) -> str:
    found = proposal.solution
    if found.proven:
        return translate("LandLedger", "proven: no assignment is better")
    if found.seconds_up:
        return translate("LandLedger", "the time limit ended the search; at most so much could be saved")
    return translate("LandLedger", "at most so much could be saved")


def _identities(proposal: Proposal, columns: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    team_of, units = proposal.team_of, proposal.inputs.units
    everywhere = sentence(translate("LandLedger", "all units"))
    yield Identity(
        sentence(translate("LandLedger", "every unit once")), everywhere, len(set(columns["UNIT"].tolist())), len(units)
    )
    yield Identity(
        sentence(translate("LandLedger", "travel of the table and of the layer")),
        everywhere,
        sum((Decimal(repr(value)) for value in columns["TRAVEL"].tolist()), Decimal(0)),
        _thousandths(printed_travel(proposal).sum()),
    )
    if proposal.problem.neighbours is not None:
        parts = parts_of(proposal.problem.neighbours, team_of)[0]
        yield Identity(
            sentence(translate("LandLedger", "contiguous areas: parts and teams")), everywhere, parts, len(np.unique(team_of))
        )
    for limit in proposal.problem.limits:
        carried = limit.carried(team_of, len(proposal.teams))
        for team in range(len(proposal.teams)):
            name = sentence(LIMIT_NAMES[limit.kind])
            where = str(proposal.teams.id[team])
            yield Identity(name, where, int(carried[team]), int(limit.most[team]), "≤", _in(limit.scale))
            yield Identity(name, where, int(limit.least[team]), int(carried[team]), "≤", _in(limit.scale))
    pinned = proposal.problem.pinned >= 0
    kept = int((team_of[pinned] == proposal.problem.pinned[pinned]).sum())
    yield Identity(sentence(translate("LandLedger", "pinned units kept")), everywhere, kept, int(pinned.sum()))


def _in(scale: float) -> str:
    return "" if scale == 1.0 else f"1/{WHOLE}"


def _inputs(proposal: Proposal) -> Iterator[Row]:
    inputs, job, beside = proposal.inputs, proposal.job, proposal.beside
    units = inputs.units
    count = sentence(translate("LandLedger", "{count} units"), count=len(units))
    yield fact(translate("LandLedger", "Scenario"), job.scenario)
    yield fact(translate("LandLedger", "Service units"), f"{units.layer}  {units.source}".strip(), count)
    teams = sentence(translate("LandLedger", "{count} teams"), count=len(proposal.teams))
    yield fact(translate("LandLedger", "Teams of planners"), f"{proposal.teams.layer}  {proposal.teams.source}".strip(), teams)
    for label, table in (
        (translate("LandLedger", "Pinned units"), inputs.pinned),
        (translate("LandLedger", "Today's assignment"), inputs.former),
        (translate("LandLedger", "Travel matrix"), inputs.travel),
    ):
        if table is not None:
            yield fact(label, f"{table.layer}  {table.source}".strip())
    if inputs.travel is None:
        straight = translate("LandLedger", "straight, in km, from a point in the unit to the base")
        yield fact(translate("LandLedger", "Travel"), sentence(straight))
    yield fact(translate("LandLedger", "Neighbours"), sentence(_how_beside(proposal)))
    for limit in proposal.problem.limits:
        text = translate("LandLedger", "{load} in all, teams together {most} at most")
        content = sentence(text, load=shown(int(limit.load.sum()), limit), most=shown(int(limit.most.sum()), limit))
        yield fact(translate("LandLedger", "Limit"), sentence(LIMIT_NAMES[limit.kind]), content)
    for name, weight in proposal.used.items():
        text = translate("LandLedger", "{measure} {weight}")
        yield fact(
            translate("LandLedger", "Weight of workload"), sentence(text, measure=sentence(MEASURE_NAMES[name]), weight=f"{weight:g}")
        )
    if beside.from_points:
        text = translate("LandLedger", "Areas are those of the cells, no surveyed ground.")
        yield fact(translate("LandLedger", "Area of the units"), sentence(text))


def _how_beside(proposal: Proposal) -> str:
    if not proposal.beside.from_points:
        return translate("LandLedger", "shared borders of the polygons")
    if proposal.beside.clipped:
        return translate("LandLedger", "Voronoi cells of the points, clipped to the county, as there are no polygons")
    return translate("LandLedger", "Voronoi cells of the points within their hull, as there are no polygons")
