"""The workbook of a transition: sheets, charts, checks, findings, what the run was based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...columns import Columns
from ...occupation.inputs_sheet import METHODS, RunFacts, environment, fact
from ...occupation.lists import finding_table, overlap_table
from ...occupation.model import AreaMethod, Finding, FindingKind, OverlapFinding
from ...progress import Progress, no_progress
from ...rules import Status
from ...sentence import Say, Sentence, sentence, translate
from ...summary.model import Basis
from ...summary.printing import Printing
from ...survey.overlaps import SMALLEST_OVERLAP
from ...survey.versions import version_name
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Look,
    Row,
    checks_table,
    compact,
    load_layout,
    write_workbook,
)
from ...workbook.charts import Chart, ChartKind, ChartPage, Series
from .checks import (
    flow_identities,
    layer_identities,
    list_identities,
    package_identities,
    sheet_identities,
    table_identities,
    village_identities,
)
from .held_against import difference_table, exact, registered_table, sums_table
from .kinds import class_groups, codes_as_read, flow_kinds
from .matrix import Matrix, matrix_of, ridges_of
from .model import Flows, Source
from .package import Delivered
from .patches import Patches, patch_columns, patches_of
from .printed import PrintedMatrix, Regions, printed_matrix, regions_of
from .surveys import Compared, TransitionJob, Year, survey_year
from .tables import (
    SheetChoices,
    class_table,
    flow_table,
    grouped,
    kind_table,
    noise_table,
    patch_table,
    region_names,
    sum_table,
)
from .unknown import unknown_classes

SHEET = "图表"
SQUARE_METRES = Printing(DisplayUnit.SQUARE_METRE, DisplayUnit.SQUARE_METRE.most_decimals)
MASTERS = {
    Year.BEFORE: translate("LandLedger", "registered parcel areas (TBMJ) of the earlier survey"),
    Year.AFTER: translate("LandLedger", "registered parcel areas (TBMJ) of the later survey"),
}
BASES = {
    Basis.NET: translate("LandLedger", "TBMJ; ridges (KCMJ) of cultivated land to 1203"),
    Basis.GROSS: translate("LandLedger", "TBMJ; ridges stay with cultivated land"),
}
SOURCES = {
    Source.PACKAGE: translate(
        "LandLedger", "areas as delivered in the update-process layer (TBBGMJ); nothing was measured"
    ),
    Source.OVERLAY: translate("LandLedger", "both surveys laid over one another"),
}


@dataclass(frozen=True)
class Transition:
    """What a run found: `flows` with noise rules; `compared` the surveys, `delivered` the package, as far as given. Where
    both are, the flows are those of the package."""

    flows: Flows
    job: TransitionJob
    basis: Basis
    compared: Compared | None = None
    delivered: Delivered | None = None
    before: Columns | None = None
    after: Columns | None = None
    told: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class TransitionReport:
    """The sheets in order, the checks, the charts; matrix, patches, columns of the layer, names of villages."""

    tables: Sequence[FilledTable]
    identities: Sequence[Identity]
    charts: ChartPage
    matrix: Matrix
    patches: Patches
    columns: Mapping[str, np.ndarray]
    findings: Sequence[Finding]
    told: Sequence[Sentence]

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold: then nothing here may be signed."""
        return not all(identity.ok for identity in self.identities)


def transition_report(
    found: Transition, printings: Sequence[Printing], facts: RunFacts, method: AreaMethod, choices: SheetChoices
) -> TransitionReport:
    """Tables, checks, charts and inputs of a run, T30 in every unit asked for."""
    choices = replace(choices, notes=(*_notes(found), *choices.notes))
    table = found.job.table
    matrix = matrix_of(found.flows, table, found.basis)
    patches = patches_of(found.flows, table, found.basis)
    names = {**_names(found), **choices.names}
    regions = regions_of(matrix, choices.level, names)
    columns = patch_columns(patches, names, table, _year(found))
    flow_sheets: list[FilledTable] = []
    identities = flow_identities(found.flows, matrix, patches, _moved_ridges(found))
    for printing in printings:
        printed = printed_matrix(matrix, printing)
        sheets = _sheets(printed, found, regions, choices)
        identities += sheet_identities(printed, sheets)
        flow_sheets += sheets.values()
    flow_sheets.append(noise_table(printed_matrix(matrix, SQUARE_METRES), choices))
    kinds, listed = kind_table(patches, choices), patch_table(patches, names, table, choices)
    tolerance = int(found.job.rules.number("transition_parcel_tolerance_m2") * 100)
    others = list(_others(found, names, tolerance, choices))
    identities += [
        *list_identities(patches, kinds, listed),
        *layer_identities(patches, columns),
        *_of_sources(found, tolerance),
        *table_identities([flow_sheets[-1], kinds, listed, *others]),
    ]
    findings = _findings(found)
    folder = choices.folder
    tables = [
        *flow_sheets,
        kinds,
        listed,
        *others,
        checks_table(identities, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
        overlap_table(_overlaps(found), load_layout("OVERLAPS", folder)),
        finding_table(findings, load_layout("FINDINGS", folder)),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(found, method, printings), *environment(facts)]),
    ]
    charts = _charts(kinds, next((t for t in flow_sheets if t.layout.id == "T30S"), kinds), choices.name)
    return TransitionReport(tables, identities, charts, matrix, patches, columns, findings, tuple(_told(found)))


def write_transition(
    report: TransitionReport,
    path: str | Path,
    fonts: Sequence[str] = (),
    say: Say = str,
    progress: Progress = no_progress,
) -> None:
    """Write the workbook to `path`, replacing what is there; OutputError names the file when that can't be done."""
    write_workbook(
        path,
        report.tables,
        draft=report.draft,
        overwrite=True,
        contents=True,
        charts=report.charts,
        say=say,
        progress=progress,
        look=Look.among(fonts),
    )


def _year(found: Transition) -> int:
    """The year of the changes: that of the later survey, 0 where nothing tells it."""
    if found.compared is not None:
        return found.compared.years[1]
    return 0 if found.after is None else survey_year(found.after)


def _names(found: Transition) -> dict[str, str]:
    names = region_names(found.after, found.before)
    if found.delivered is not None:
        attributes = found.delivered.process.attributes
        for prefix in ("BGH", "BGQ"):
            if f"{prefix}ZLDWMC" in attributes and f"{prefix}ZLDWDM" in attributes:
                side = {"ZLDWDM": attributes[f"{prefix}ZLDWDM"], "ZLDWMC": attributes[f"{prefix}ZLDWMC"]}
                process = found.delivered.process
                for code, name in region_names(Columns(process.name, process.ids, process.geometry, side)).items():
                    names.setdefault(code, name)
    return names


def _notes(found: Transition) -> Iterator[Sentence]:
    """What stands below the flow tables: the years, where the areas are from, and which ground is there at all."""
    if found.compared is not None and all(found.compared.years):
        one, other = found.compared.years
        yield sentence(translate("LandLedger", "Before: {one}; after: {other}."), one=one, other=other)
    yield sentence(translate("LandLedger", "Areas: {source}."), source=sentence(SOURCES[found.flows.source]))
    if found.delivered is not None and not found.delivered.untouched.any():
        yield sentence(
            translate("LandLedger", "Only the ground of the change package; what did not change is not in this table.")
        )


def _sheets(
    printed: PrintedMatrix, found: Transition, regions: Regions, choices: SheetChoices
) -> dict[str, FilledTable]:
    cells = grouped(printed, found.job.table, regions)
    return {
        "T30": flow_table(printed, cells, regions, choices),
        "T30L": class_table(printed, choices),
        "T30S": sum_table(printed, cells, choices),
    }


def _moved_ridges(found: Transition) -> int:
    """Ridges that changed under pieces whose class did not, 0.01 m²."""
    if found.basis is Basis.GROSS or not found.job.table.version.startswith("sandiao"):
        return 0
    flows = found.flows
    one, other = ridges_of(flows)
    same = flows.covered & ~flows.changed
    return int(np.abs(one - other)[same].sum())


def _others(found: Transition, names: dict[str, str], tolerance: int, choices: SheetChoices) -> Iterator[FilledTable]:
    if found.compared is not None:
        yield registered_table(found.compared, choices)
    if found.delivered is not None:
        yield sums_table(found.delivered, tolerance, choices)
    if found.compared is not None and found.delivered is not None:
        yield difference_table(found.delivered.flows, found.compared.flows, names, found.job.table, choices)


def _of_sources(found: Transition, tolerance: int) -> list[Identity]:
    identities: list[Identity] = []
    if found.compared is not None:
        identities += compact(village_identities(found.compared))
    if found.delivered is not None:
        identities += package_identities(found.delivered, found.before, found.after, tolerance)
    return identities


def _findings(found: Transition) -> list[Finding]:
    findings: list[Finding] = []
    for source in (found.compared, found.delivered):
        if source is not None:
            findings += source.findings
    process = None if found.delivered is None else found.delivered.process
    for before, code, said, area in unknown_classes(found.flows, found.job.table):
        layer = process or (found.before if before else found.after)
        name = "" if layer is None else layer.name
        findings.append(Finding(FindingKind.UNKNOWN_CLASS, name, code, "DLBM", said, area))
    return findings


def _overlaps(found: Transition) -> Iterator[OverlapFinding]:
    """Parcels that overlap in one survey, as far as one of them is not the same in the other survey."""
    if found.compared is None:
        return
    compared = found.compared
    alike = compared.overlaid.alike
    swapped = compared.job.master is Year.AFTER
    surveys = (compared.after, compared.before) if swapped else (compared.before, compared.after)
    for survey, overlaps in zip(surveys, (alike.overlaps_before, alike.overlaps_after)):
        numbers = survey.attributes.get("BSM", survey.ids)
        for first, second, area in zip(overlaps.first.tolist(), overlaps.second.tolist(), overlaps.area.tolist()):
            if area >= SMALLEST_OVERLAP:
                yield OverlapFinding(survey.name, str(numbers[first]), str(numbers[second]), area, "parcel")


def _inputs(found: Transition, method: AreaMethod, printings: Sequence[Printing]) -> Iterator[Row]:
    compared, delivered = found.compared, found.delivered
    years = compared.years if compared else (0, 0)
    layers = (
        (translate("LandLedger", "Earlier survey"), found.before, years[0]),
        (translate("LandLedger", "Later survey"), found.after, years[1]),
    )
    for title, survey, year in layers:
        if survey is not None:
            parcels = (
                translate("LandLedger", "{count} parcels")
                if not year
                else translate("LandLedger", "{count} parcels, {year}")
            )
            size = sentence(parcels, count=len(survey), year=year)
            yield fact(title, f"{survey.name}  {survey.source}".strip(), size)
    if delivered is not None:
        process = delivered.process
        acts = "、".join(f"{act or '—'}×{count}" for act, count in delivered.acts.items())
        pieces = sentence(translate("LandLedger", "{count} pieces; BGXW {acts}"), count=len(process), acts=acts)
        title = translate("LandLedger", "Update-process layer")
        yield fact(title, f"{process.name}  {process.source}".strip(), pieces)
    yield fact(translate("LandLedger", "Areas"), sentence(SOURCES[found.flows.source]))
    if compared is not None:
        yield fact(translate("LandLedger", "Area method"), sentence(METHODS[method]))
        yield fact(translate("LandLedger", "Areas adjusted to"), sentence(MASTERS[compared.job.master]))
        yield from _overlay_facts(compared)
    yield fact(translate("LandLedger", "Class table"), version_name(found.job.table.version))
    yield fact(translate("LandLedger", "Area of cultivated land"), sentence(BASES[found.basis]))
    for printing in printings:
        text = translate(
            "LandLedger", "{decimals} decimals; cells rounded once by the largest remainder, all sums are sums of cells"
        )
        yield fact(
            translate("LandLedger", "Printed unit"), printing.unit.label, sentence(text, decimals=printing.decimals)
        )
    yield from _data_facts()
    for told in _told(found):
        yield fact(translate("LandLedger", "Notice"), told)


def _data_facts() -> Iterator[Row]:
    """Groups of classes and kinds of flow, and how sure each is."""
    labels = {status.value: sentence(status.label) for status in Status}
    for group in class_groups():
        title = translate("LandLedger", "Group of classes")
        yield fact(
            title, f"{group.name}：{codes_as_read(group.codes)}", "transition_groups.csv", labels.get(group.status, "")
        )
    for kind in flow_kinds():
        content = f"{kind.name}：{codes_as_read(kind.before)} → {codes_as_read(kind.after)}"
        title = translate("LandLedger", "Kind of flow (name)")
        yield fact(title, content, "transition_kinds.csv", labels.get(kind.status, ""))


def _told(found: Transition) -> Iterator[Sentence]:
    yield from found.told
    flows = found.flows
    moved = flows.area(flows.covered & (flows.village != flows.village_after))
    if moved:
        text = translate(
            "LandLedger", "{area} m² lie in another village now (ZLDWDM); they count in the village they were in."
        )
        yield sentence(text, area=moved.square_metres())
    for source in (found.compared, found.delivered):
        if source is not None:
            yield from source.told


def _overlay_facts(compared: Compared) -> Iterator[Row]:
    overlaid = compared.overlaid
    alike = translate("LandLedger", "{count} parcels are drawn alike in both surveys and were not cut")
    yield fact(translate("LandLedger", "Drawn alike"), sentence(alike, count=len(overlaid.alike.before)))
    balanced = overlaid.balanced
    both = translate(
        "LandLedger", "{settled} parcels of the other survey add up too, {unsettled} do not (sheet 两年面积核对)"
    )
    yield fact(
        translate("LandLedger", "Adjusted to the other year"),
        sentence(both, settled=balanced.settled, unsettled=balanced.unsettled),
    )
    same = translate(
        "LandLedger", "Overlaps of parcels that are alike in both surveys change no flow; only others are listed."
    )
    yield fact(translate("LandLedger", "Overlaps"), sentence(same))
    flows = compared.flows
    for title, rows in (
        (translate("LandLedger", "Covered by the earlier survey alone"), flows.after == ""),
        (translate("LandLedger", "Covered by the later survey alone"), flows.before == ""),
    ):
        area = exact(int(flows.units[rows].sum())).square_metres()
        yield fact(title, sentence(translate("LandLedger", "{area} m²"), area=area))
    yield fact(
        translate("LandLedger", "Plane area lost by cutting"),
        sentence(translate("LandLedger", "at most {parcel} m² a parcel"), parcel=f"{overlaid.largest_loss:.1e}"),
        sentence(translate("LandLedger", "More than 0.0001 m² ends the run.")),
    )


def _charts(kinds: FilledTable, sums: FilledTable, name: str) -> ChartPage:
    """Kinds of flow with the noise apart, and what each group of classes lost and gained."""
    unit = sums.display.label
    return ChartPage(
        sheet=SHEET,
        title=f"{name}地类变化图表",
        charts=(
            Chart(
                ChartKind.STACKED_BAR, "各变化类型面积（平方米）", kinds, "KIND",
                (Series("REST", "剔除碎面后", "2F75B5"), Series("NOISE", "碎面、窄条和界线移位", "BFBFBF")),
            ),
            Chart(
                ChartKind.COLUMN, f"各地类减少和增加（{unit}）", sums, "NAME",
                (Series("DECREASE", "减少", "C55A11"), Series("INCREASE", "增加", "70AD47")),
            ),
        ),
    )  # fmt: skip
