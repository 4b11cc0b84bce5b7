"""The sheet 输入与口径: what a run read, how it measured and rounded, what the tolerance moved, under which rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..adjacency.parties import naming_field
from ..area import Area
from ..columns import Columns
from ..rules import Rule
from ..sentence import Sentence, sentence, translate
from ..survey.atoms import CutReport
from ..survey.schema import Role
from ..workbook import FilledTable, Row, load_layout
from .lists import MASTERS
from .model import AreaMethod, Job, Occupation

METHODS = {
    AreaMethod.ELLIPSOID: translate("LandLedger", "ellipsoidal area by the procedure of the land survey"),
    AreaMethod.PLANE: translate("LandLedger", "area in the plane of projection"),
}

ROLE_TITLES: dict[Role | None, str] = {
    Role.PRIME_FARMLAND: translate("LandLedger", "Permanent basic farmland"),
    Role.ECO_REDLINE: translate("LandLedger", "Ecological redline"),
    Role.URBAN_BOUNDARY: translate("LandLedger", "Urban growth boundary"),
    Role.PLAN: translate("LandLedger", "Planned use"),
    Role.OWNERSHIP: translate("LandLedger", "Collective ownership"),
    Role.QUALITY: translate("LandLedger", "Farmland grade"),
    Role.APPROVED: translate("LandLedger", "Approved construction land"),
    Role.FORMER_SURVEY: translate("LandLedger", "Former land survey"),
    None: translate("LandLedger", "Other control layer"),
}


@dataclass(frozen=True)
class RunFacts:
    """What only the floor above knows: the preset chosen, program versions, notices of reading, rules that were used."""

    preset: Sentence | None = None
    versions: Sequence[tuple[str, str]] = ()
    notices: Sequence[Sentence] = ()
    rules: Sequence[Rule] = ()


def inputs_table(result: Occupation, facts: RunFacts, folder: str | None = None) -> FilledTable:
    """One line a fact; the column STATE says how sure a rule is."""
    rows = [*_layers(result), *_method(result, facts), *_cut(result), *_outcome(result), *environment(facts)]
    return FilledTable(load_layout("INPUTS", folder), rows)


def fact(item: str, content: object, note: Sentence | str = "", state: Sentence | str = "") -> Row:
    """One line of the sheet."""
    return Row({"ITEM": sentence(item), "CONTENT": content, "NOTE": note, "STATE": state})  # type: ignore[dict-item]


def _layers(result: Occupation) -> Iterator[Row]:
    inputs = result.inputs
    named = [
        (translate("LandLedger", "Footprints"), inputs.footprints),
        (translate("LandLedger", "Land survey"), inputs.survey),
        *((ROLE_TITLES[control.role], control.columns) for control in inputs.controls),
    ]
    for title, columns in named:
        yield fact(title, f"{columns.name}  {columns.source}".strip(), size_of(columns))


def size_of(columns: Columns) -> Sentence:
    """System and number of features of a layer."""
    return sentence(
        translate("LandLedger", "{crs}; {count} features read near the footprints"), crs=columns.crs, count=len(columns)
    )


def how_measured(job: Job) -> Iterator[Row]:
    """Method, zone, master and unit of a run."""
    yield fact(translate("LandLedger", "Area method"), sentence(METHODS[job.method]))
    if job.zone is not None:
        degrees = f"{job.zone.central_meridian_seconds / 3600:g}"
        text = translate("LandLedger", "central meridian {meridian}°, false easting {easting}")
        yield fact(
            translate("LandLedger", "Zone"), sentence(text, meridian=degrees, easting=f"{job.zone.false_easting:.0f}")
        )
    yield fact(translate("LandLedger", "Areas adjusted to"), sentence(MASTERS[job.master]))
    unit = sentence(translate("LandLedger", "{unit} m²"), unit=job.unit.square_metres)
    rounded = sentence(
        translate("LandLedger", "Pieces are rounded once, by the largest remainder; all sums are sums of pieces.")
    )
    yield fact(translate("LandLedger", "Smallest unit"), unit, rounded)


def _method(result: Occupation, facts: RunFacts) -> Iterator[Row]:
    job = result.job
    yield fact(translate("LandLedger", "Preset"), facts.preset)
    yield from how_measured(job)
    yield fact(translate("LandLedger", "Class table"), result.inputs.classes.version)
    yield fact(
        translate("LandLedger", "Ownership"),
        sentence(
            translate("LandLedger", "from the ownership layer; where it has a gap, from the survey")
            if bool(result.owners.from_layer.any())
            else translate("LandLedger", "from the ownership fields of the survey")
        ),
    )
    if result.inputs.adjacency is not None:
        survey, distance = result.inputs.survey, f"{result.inputs.adjacency.distance:g}"
        text = translate("LandLedger", "from the field {field} of the survey, within {distance} m outside the border")
        name = naming_field(survey.name, survey.attributes)
        yield fact(translate("LandLedger", "Adjacent parties"), sentence(text, field=name, distance=distance))
    yield fact(
        translate("LandLedger", "Prime farmland taken"),
        sentence(translate("LandLedger", "with field ridges: {area} m²"), area=result.controlled("YN").square_metres()),
        sentence(translate("LandLedger", "Cultivated land is net of field ridges; control lines count whole pieces.")),
    )


def how_tolerant(report: CutReport, tolerance: float, near: str, fixed: str, narrow: str) -> Iterator[Row]:
    """What the border tolerance (metres) means, moved and joined; the three notes are templates."""
    yield fact(
        translate("LandLedger", "Border tolerance"),
        sentence(translate("LandLedger", "{tolerance} mm"), tolerance=f"{tolerance * 1000:g}"),
        sentence(near),
    )
    if tolerance == 0:
        return
    yield fact(
        translate("LandLedger", "Moved by the tolerance"),
        sentence(
            translate("LandLedger", "{count} corners, largest shift {shift} mm, {area} m²"),
            count=report.moved.vertices,
            shift=f"{report.moved.largest_shift * 1000:.3f}",
            area=f"{report.moved.area:.4f}",
        ),
        sentence(fixed),
    )
    joined = translate("LandLedger", "{count} pieces, {area} m²")
    yield fact(
        translate("LandLedger", "Narrow pieces joined"),
        sentence(joined, count=report.joined_atoms, area=f"{report.joined_area:.4f}"),
        sentence(narrow),
    )


def total_of_plots(total: Area, footprints: Area) -> Row:
    """The total beside the sum of the footprints, which counts overlaps as often as they occur."""
    return fact(
        translate("LandLedger", "Total"),
        sentence(
            translate("LandLedger", "{total} m²; sum of footprints {footprints} m², counted twice {twice} m²"),
            total=total.square_metres(),
            footprints=footprints.square_metres(),
            twice=(footprints - total).square_metres(),
        ),
    )


def _cut(result: Occupation) -> Iterator[Row]:
    report = result.atoms.report
    yield from how_tolerant(
        report,
        result.job.border_tolerance,
        translate("LandLedger", "Control lines this near to a survey corner take its place; 0 is off."),
        translate("LandLedger", "Survey and footprints are never moved."),
        translate("LandLedger", "Narrower than the tolerance; joined to a neighbour in the same parcel."),
    )
    yield fact(
        translate("LandLedger", "Gaps between parcels"),
        sentence(translate("LandLedger", "{area} m² narrower than the tolerance"), area=f"{report.gap_area:.6f}"),
    )
    yield fact(
        translate("LandLedger", "Plane area lost by cutting"),
        sentence(
            translate("LandLedger", "at most {parcel} m² a parcel, {footprint} m² a footprint"),
            parcel=f"{report.largest_parcel_loss:.1e}",
            footprint=f"{report.largest_footprint_loss:.1e}",
        ),
        sentence(translate("LandLedger", "More than 0.0001 m² ends the run.")),
    )


def _outcome(result: Occupation) -> Iterator[Row]:
    residue = translate("LandLedger", "Method residue")
    yield fact(
        residue,
        sentence(translate("LandLedger", "{area} m²"), area=f"{result.method_residue:.6f}"),
        sentence(translate("LandLedger", "Footprints measured whole, less their pieces; cut corners are new corners.")),
    )
    yield total_of_plots(result.total, result.sum_of_footprints)


def environment(facts: RunFacts) -> Iterator[Row]:
    """Notices of reading, rules used, versions of programs."""
    for notice in facts.notices:
        yield fact(translate("LandLedger", "Notice"), notice)
    for rule in facts.rules:
        year = f" {rule.year}" if rule.year else ""
        content = sentence(
            translate("LandLedger", "{rule} = {value}"), rule=rule.meaning or rule.key, value=rule.printed()
        )
        yield fact(translate("LandLedger", "Rule"), content, f"{rule.key}{year}; {rule.source}", sentence(rule.status.label))
    for program, version in facts.versions:
        yield fact(translate("LandLedger", "Program"), f"{program} {version}")
