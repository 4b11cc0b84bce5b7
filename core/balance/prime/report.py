"""The workbook of an audit: T08, conclusions, blocks, reasons, lists, checks and what the run was based on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...area import Area
from ...occupation.inputs_sheet import (
    ROLE_TITLES,
    RunFacts,
    environment,
    fact,
    how_measured,
    how_tolerant,
    size_of,
)
from ...occupation.lists import adjustment_table, finding_table, overlap_table
from ...occupation.report import Report
from ...rules import Status
from ...sentence import sentence, translate
from ...survey.schema import grade_field
from ...workbook import DisplayUnit, FilledTable, Row, checks_table, load_layout
from ..grades import SYSTEM_NAMES
from ..stable.report import rules_of_stability
from .checks import audit_identities
from .layers import block_columns, piece_columns, reason_columns
from .model import DISTRICTS_KEY, RESERVE_KEY, Audit
from .reason_kinds import Effect, ReasonKind
from .settings import Basis
from .tables import audit_tables

_OWN_TITLES = {
    RESERVE_KEY: translate("LandLedger", "Reserve zone of prime farmland"),
    DISTRICTS_KEY: translate("LandLedger", "Districts"),
}


def audit_report(result: Audit, facts: RunFacts, name: str = "", folder: str | None = None) -> Report:
    """Tables, checks and inputs of an audit."""
    tables = audit_tables(result, name, folder)
    identities = audit_identities(
        result, tables, piece_columns(result), block_columns(result), reason_columns(result)
    )
    checks = checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder))
    return Report([*tables, *_lists(result, folder), checks, inputs_table(result, facts, folder)], identities)


def _lists(result: Audit, folder: str | None) -> list[FilledTable]:
    """Overlaps, adjusted pieces and findings, each where there are any."""
    run = result.run
    plots = [run.footprint_id(row) for row in range(len(run.inputs.footprints))]
    numbers = _parcel_numbers(result)
    lists = [
        overlap_table(run.overlaps, load_layout("OVERLAPS", folder)),
        adjustment_table(run.leaves, plots, numbers, run.job.unit, run.job.master, load_layout("ADJUST", folder)),
        finding_table(result.findings, load_layout("FINDINGS", folder)),
    ]
    return [table for table in lists if list(table.rows)]


def _parcel_numbers(result: Audit) -> list[object]:
    survey = result.run.inputs.survey
    numbers = survey.attributes.get("BSM", survey.ids)
    parcel = result.run.atoms.parcel[result.run.leaves.atom]
    return [None if row < 0 else numbers[row] for row in parcel.tolist()]


def inputs_table(result: Audit, facts: RunFacts, folder: str | None = None) -> FilledTable:
    """One line a fact; the column STATE says how sure a rule is."""
    return FilledTable(load_layout("INPUTS", folder), [*_facts(result), *environment(facts)])


def _facts(result: Audit) -> Iterator[Row]:
    yield from _layers(result)
    yield from how_measured(result.job)
    settings = result.settings
    yield fact(
        translate("LandLedger", "Areas compared"),
        sentence(
            translate("LandLedger", "without field ridges (net)")
            if settings.basis is Basis.NET
            else translate("LandLedger", "with field ridges (gross)")
        ),
        sentence(translate("LandLedger", "Occupied land and supplement alike; both areas stand in T08.")),
    )
    system = sentence(SYSTEM_NAMES[settings.system])
    yield fact(
        translate("LandLedger", "Grade system"),
        system,
        sentence(
            translate("LandLedger", "Field {field}: grade layer first, then survey, then layer of prime farmland."),
            field=grade_field(settings.system),
        ),
    )
    if settings.yields is not None:
        yields = settings.yields
        yield fact(translate("LandLedger", "Capacity preset"), yields.preset, yields.source, sentence(Status(yields.status).label))
    if settings.effect(ReasonKind.UNSTABLE) is not Effect.OFF:
        yield from rules_of_stability(settings.stable_rules)
    report = result.run.atoms.report
    yield from how_tolerant(
        report,
        result.job.border_tolerance,
        translate("LandLedger", "Control lines this near to a survey corner take its place; 0 is off."),
        translate("LandLedger", "Survey and footprints are never moved."),
        translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same parcel."),
    )
    yield from _outcome(result)


def _layers(result: Audit) -> Iterator[Row]:
    inputs = result.inputs
    named = [
        (translate("LandLedger", "Occupying footprints"), inputs.occupied),
        (translate("LandLedger", "Supplement blocks"), inputs.supplement),
        (translate("LandLedger", "Land survey"), inputs.survey),
    ]
    for control in inputs.controls:
        excluded = translate("LandLedger", "Excluded land")
        own = _OWN_TITLES.get(control.key) or (excluded if control.role is None else ROLE_TITLES[control.role])
        named.append((own, control.columns))
    for title, columns in named:
        yield fact(title, f"{columns.name}  {columns.source}".strip(), size_of(columns))


def _outcome(result: Audit) -> Iterator[Row]:
    """Where the grades came from, and what was left out by the border of the balance."""
    pieces, run = result.pieces, result.run
    ungraded = pieces.counts & pieces.farmland & np.isnan(pieces.grade)
    yield fact(
        translate("LandLedger", "Farmland without a grade"),
        sentence(translate("LandLedger", "{area} m²"), area=run.area(int(run.leaves.units[ungraded].sum())).square_metres()),
    )
    left = Area.total(block.unusable for block in result.supplement if block.stands)
    yield fact(
        translate("LandLedger", "Unusable parts of accepted blocks"),
        sentence(translate("LandLedger", "{area} m²"), area=left.square_metres()),
        sentence(translate("LandLedger", "Not more than rule prime_ignored_m2 a block; they count for nothing.")),
    )
    yield fact(
        translate("LandLedger", "Method residue"),
        sentence(translate("LandLedger", "{area} m²"), area=f"{run.method_residue:.6f}"),
        sentence(translate("LandLedger", "Footprints measured whole, less their pieces; cut corners are new corners.")),
    )
