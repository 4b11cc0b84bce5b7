"""The workbook of a survey check: what was found by check and village, every finding, every rule, areas and districts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..area import Area
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..progress import Progress, no_progress
from ..resources import read_facts, resource
from ..rounding import half_up
from ..sentence import Say, sentence, translate
from ..survey.repair import RepairKind
from ..survey.schema import village_of
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Layout,
    Look,
    Row,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
    with_sums,
    write_workbook,
)
from ..workbook.table import Value
from .areas import fine_text
from .finding import NO_ROW, State
from .job import CHECK_TITLES, Checked
from .lists import (
    SEVERITIES,
    ValuesOf,
    finding_pages,
    rules_table,
    severity_counts,
    severity_said,
    summary_table,
    total_of,
    whole_of,
)
from .severities import PREFIX
from .states import Named
from .subjects import parcel_numbers
from .survey_table import HUNDREDTH, SurveyTable

_RULE_FILES = ("checks.csv", "checks_geometry.csv")
_SHARED_RULES = ("area_sum_tolerance_m2",)


@dataclass(frozen=True)
class CheckReport:
    """The sheets in order and the identities that were checked."""

    tables: Sequence[FilledTable]
    identities: Sequence[Identity]

    @property
    def draft(self) -> bool:
        """Whether a sum of the report does not foot; what the survey lacks is a finding and no draft."""
        return not all(identity.ok for identity in self.identities)


def report_of(checked: Checked, facts: RunFacts, folder: str | None = None) -> CheckReport:
    """All sheets of a run; `folder` holds the user's own layouts."""
    by_check = summary_table(checked.findings, CHECK_TITLES, load_layout("CHECK_SUMMARY", folder))
    by_village = _by_village(checked, load_layout("CHECK_VILLAGES", folder))
    identities = [*check(by_check), *check(by_village), *_identities(checked, by_check, by_village)]
    layout = load_layout("CHECKS", folder)
    tables = [
        by_check,
        by_village,
        *finding_pages(checked.findings, CHECK_TITLES, load_layout("CHECK_FINDINGS", folder), _values_of(checked)),
        rules_table(
            checked.inputs.rules, CHECK_TITLES, checked.by_check(), thresholds(), load_layout("CHECK_RULES", folder)
        ),
        _areas(checked, load_layout("CHECK_AREAS", folder)),
        *([_districts(checked, load_layout("CHECK_DISTRICTS", folder))] if checked.inputs.districts is not None else []),
        checks_table(compact(identities), DisplayUnit.SQUARE_METRE, layout),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(checked), *environment(facts)]),
    ]
    return CheckReport(tables, identities)


def write_report(
    report: CheckReport, path: str | Path, fonts: Sequence[str] = (), say: Say = str, progress: Progress = no_progress
) -> None:
    """Write the workbook to `path`, replacing what is there; OutputError names the file when that can't be done."""
    write_workbook(
        path, report.tables, draft=report.draft, overwrite=True, contents=True, say=say, progress=progress,
        look=Look.among(fonts),
    )


def _by_village(checked: Checked, layout: Layout) -> FilledTable:
    """Village × severity, with parcels and Σ TBMJ; findings of no parcel on a row of their own."""
    survey = checked.inputs.survey
    nothing = np.full(len(survey), None, dtype=object)
    codes = survey.attributes.get("ZLDWDM", nothing).tolist()
    names = survey.attributes.get("ZLDWMC", nothing).tolist()
    village: dict[str, int] = {}
    place = np.fromiter((village.setdefault(village_of(code), len(village)) for code in codes), np.int64, len(codes))
    name: dict[str, str] = {}
    for code, written in dict.fromkeys(zip(codes, names)):
        name.setdefault(village_of(code), written or "")
    parcels = np.bincount(place, minlength=len(village))
    units = np.zeros(len(village), dtype=np.int64)
    np.add.at(units, place, checked.units)
    counts: dict[int, dict[str, int]] = {}
    for named in checked.findings:
        row = named.finding.row
        of = counts.setdefault(NO_ROW if row == NO_ROW else int(place[row]), {})
        key = named.finding.severity.name
        of[key] = of.get(key, 0) + 1
        of["ACCEPTED"] = of.get("ACCEPTED", 0) + (named.decision.state is State.ACCEPTED)
    rows = []
    for code in sorted(village):
        k = village[code]
        head: dict[str, Value] = {
            "CODE": code or sentence(translate("LandLedger", "no location code")), "NAME": name.get(code, ""),
            "PARCELS": int(parcels[k]), "AREA": Area.from_units(int(units[k]), HUNDREDTH),
        }
        rows.append(Row(with_sums(layout, {**head, **severity_counts(counts.get(k, {}))})))
    if NO_ROW in counts:
        head = {"CODE": sentence(translate("LandLedger", "of no parcel")), "NAME": "", "PARCELS": 0, "AREA": Area(0)}
        rows.append(Row(with_sums(layout, {**head, **severity_counts(counts[NO_ROW])})))
    return FilledTable(layout, with_subtotals(layout, rows))


def _values_of(checked: Checked) -> ValuesOf:
    """The columns of the list that come from the survey."""
    survey = checked.inputs.survey
    numbers, ids = parcel_numbers(survey), survey.ids.tolist()
    villages = survey.attributes.get("ZLDWMC", np.full(len(survey), None, dtype=object))

    def values(named: Named) -> Mapping[str, Value]:
        row, other = named.finding.row, named.finding.other
        return {
            "BSM": None if row == NO_ROW else numbers[row] or None,
            "FEATURE": None if row == NO_ROW else str(ids[row]),
            "OTHER": None if other == NO_ROW else numbers[other] or str(ids[other]),
            "VILLAGE": None if row == NO_ROW else villages[row],
        }

    return values


@lru_cache(maxsize=1)
def thresholds() -> tuple[str, ...]:
    """Keys of the rules beside the severities that the checks read."""
    keys = [row.text("key") for name in _RULE_FILES for row in read_facts(resource("rules", name), ("key",))]
    return (*(key for key in keys if not key.startswith(PREFIX)), *_SHARED_RULES)


def _areas(checked: Checked, layout: Layout) -> FilledTable:
    """Parcels whose TBMJ is not their measured area, beyond the tolerance."""
    survey = checked.inputs.survey
    numbers = parcel_numbers(survey)
    repaired = {found.row for found in checked.repairs if found.kind is RepairKind.REPAIRED}
    mended = sentence(translate("LandLedger", "measured after repair"))
    nothing = np.full(len(survey), None, dtype=object)
    villages, codes = (survey.attributes.get(name, nothing) for name in ("ZLDWMC", "DLBM"))
    rows = []
    fine = SurveyTable(survey, checked.inputs.classes).fine("TBMJ")
    for named in checked.findings:
        row = named.finding.row
        if named.finding.check not in ("area_differs", "area_differs_permille"):
            continue
        registered = Decimal(fine_text(int(fine[row])))
        measured = Area.from_units(int(checked.measured[row]), HUNDREDTH)
        difference = registered - measured.square_metres()
        rows.append(
            Row(
                {
                    "BSM": numbers[row] or None, "FEATURE": str(survey.ids[row]), "VILLAGE": villages[row],
                    "CODE": codes[row], "REGISTERED": registered, "MEASURED": measured, "DIFFERENCE": difference,
                    "PERMILLE": half_up(difference * 1000 / measured.square_metres(), 3),
                    "REPAIRED": mended if row in repaired else None,
                }
            )
        )
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def _districts(checked: Checked, layout: Layout) -> FilledTable:
    rows = []
    for found in checked.district_sums:
        parts = found.total - found.ridges - found.class_areas
        difference = None if found.registered is None else found.total - found.registered
        values: dict[str, Value] = {
            "CODE": found.code, "NAME": found.name, "PARCELS": found.parcels, "TOTAL": found.total,
            "REGISTERED": found.registered, "DIFFERENCE": difference,
            "OK": None if difference is None else not difference,
            "RIDGES": found.ridges, "CLASS_AREAS": found.class_areas, "PARTS": parts, "PARTS_OK": not parts,
            "MEASURED": found.measured,
        }
        rows.append(Row(values))
    return FilledTable(layout, rows, DisplayUnit.SQUARE_METRE)


def _identities(checked: Checked, by_check: FilledTable, by_village: FilledTable) -> Iterator[Identity]:
    """The tables against each other, the layer and the numbers returned."""
    checks, villages = total_of(by_check), total_of(by_village)
    name = sentence(translate("LandLedger", "findings by check = findings by village"))
    yield Identity(name, "", whole_of(checks, "FOUND"), whole_of(villages, "FOUND"))
    name = sentence(translate("LandLedger", "findings by check = findings of the layer"))
    yield Identity(name, "", whole_of(checks, "FOUND"), len(checked.findings))
    name = sentence(translate("LandLedger", "accepted by check = accepted of the layer"))
    yield Identity(name, "", whole_of(checks, "ACCEPTED"), checked.accepted)
    yield Identity(name, "", whole_of(villages, "ACCEPTED"), checked.accepted)
    name = sentence(translate("LandLedger", "findings by village = numbers returned"))
    for severity in SEVERITIES:
        yield Identity(name, severity_said(severity), whole_of(villages, severity.name), checked.count(severity))
    name = sentence(translate("LandLedger", "parcels by village = parcels of the layer"))
    yield Identity(name, "", whole_of(villages, "PARCELS"), len(checked.inputs.survey))
    name = sentence(translate("LandLedger", "parcel areas by village = Σ TBMJ"))
    area = villages.value("AREA")
    yield Identity(name, "", area if isinstance(area, Area) else Area(0), checked.total)
    keys = len({named.key for named in checked.findings})
    yield Identity(sentence(translate("LandLedger", "keys of findings = findings")), "", keys, len(checked.findings))


def _inputs(checked: Checked) -> Iterator[Row]:
    inputs = checked.inputs
    size = translate("LandLedger", "{crs}; {count} features")
    for title, columns in (
        (translate("LandLedger", "Land survey"), inputs.survey), (translate("LandLedger", "Districts"), inputs.districts),
    ):
        if columns is not None:
            content = f"{columns.name}  {columns.source}".strip()
            yield fact(title, content, sentence(size, crs=columns.crs, count=len(columns)))
    yield fact(
        translate("LandLedger", "Area method"),
        sentence(translate("LandLedger", "ellipsoidal area by the procedure of the land survey")),
    )
    yield fact(
        translate("LandLedger", "Zone"),
        sentence(
            translate("LandLedger", "central meridian {meridian}°, false easting {easting}"),
            meridian=f"{inputs.zone.central_meridian_seconds / 3600:g}", easting=f"{inputs.zone.false_easting:.0f}",
        ),
    )
    yield fact(translate("LandLedger", "Class table"), inputs.classes.version)
    yield fact(
        translate("LandLedger", "Σ TBMJ"),
        sentence(translate("LandLedger", "{area} m²"), area=checked.total.square_metres()),
        sentence(translate("LandLedger", "{count} parcels"), count=len(inputs.survey)),
    )
    yield fact(
        translate("LandLedger", "Shapes repaired"),
        sentence(translate("LandLedger", "{count} shapes"), count=checked.repaired),
        sentence(translate("LandLedger", "Measured after repair by the even-odd rule; the survey stays as it is.")),
    )
