"""From the boundary points of one plot to a Plot: rings, polygon, area, and the comparison with the stated area."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..progress import Progress, no_progress
from ..rounding import half_up
from ..sentence import Sentence, sentence, translate
from .area_words import AreaWord, area_word
from .georeference import Header, PrintedPair, Problem, Reference, ordered, reference_of
from .plots import Notebook, Plot, ReadingOptions, Ring, Severity
from .rings import BoundaryPoint, FaultyRing, Nesting, build_rings, fault_of, nearest_line, nest
from .tokens import decimals_of, half_width, number


@dataclass(frozen=True)
class PrintedPoint:
    """A boundary point as it stands on line `line`: label, ring ('' if none), two coordinates in printed order."""

    line: int
    label: str
    ring: str
    first: Decimal
    second: Decimal


@dataclass(frozen=True)
class PlotRow:
    """What the file says about a plot: `line` of its row, `stated` text of its area, `unit` the header's (None: not
    said, so hectares), `values` all fields by name, `layout` the shape's name."""

    line: int
    number: str
    name: str
    stated: str
    unit: AreaWord | None
    values: Mapping[str, str]
    layout: str


@dataclass(frozen=True)
class PlotDraft:
    """A plot as found in the file: what its row says, its points, the printed order, and its own notes."""

    row: PlotRow
    points: Sequence[PrintedPoint]
    east_first: bool | None
    notebook: Notebook


def assemble(
    drafts: Sequence[PlotDraft],
    header: Header,
    options: ReadingOptions,
    notebook: Notebook,
    progress: Progress = no_progress,
) -> tuple[list[Plot], list[Problem]]:
    """Plots of one file, or the problems for which there are none; `header` is its keys, `notebook` the file's own.

    Coordinates are put into the order east, north, and the zone is found once for the whole file.
    """
    problems: list[Problem] = []
    places: list[list[tuple[Decimal, Decimal]]] = []
    for draft in drafts:
        pairs = [PrintedPair(point.line, point.first, point.second) for point in draft.points]
        found, wrong = ordered(pairs, draft.east_first, options.local, draft.notebook)
        places.append(found)
        problems += wrong
    if problems:
        return [], problems
    easts = [
        (point.line, east) for draft, found in zip(drafts, places) for point, (east, _) in zip(draft.points, found)
    ]
    reference, problems = reference_of(easts, header, options, notebook)
    if reference is None:
        return [], problems
    plots: list[Plot] = []
    for place, (draft, found) in enumerate(zip(drafts, places)):
        progress(place / len(drafts))
        points = [
            BoundaryPoint(point.line, point.label, point.ring, east, north)
            for point, (east, north) in zip(draft.points, found)
        ]
        plot, wrong = build_plot(draft.row, points, reference, options, draft.notebook)
        plots += [plot] if plot is not None else []
        problems += wrong
    return plots, problems


def build_plot(
    row: PlotRow, points: Sequence[BoundaryPoint], reference: Reference, options: ReadingOptions, notebook: Notebook
) -> tuple[Plot | None, list[Problem]]:
    """The plot, or the problems for which there is none. Vertices are exactly those printed."""
    try:
        rings = build_rings(points, notebook)
    except FaultyRing as faulty:
        return None, [(faulty.line, faulty.sentence)]
    nesting = nest(rings)
    _note_nesting(rings, nesting, notebook)
    fault = fault_of(nesting.polygon)
    if fault is not None:
        line, text = _fault(row, rings, fault)
        if not options.accept_invalid:
            doubts = [(n.line, n.sentence) for n in notebook.notices() if n.severity is Severity.WARNING]
            return None, [*doubts, (line, text)]
        notebook.note(Severity.WARNING, line, translate("LandLedger", "{text} It was kept as it is."), text=text)
    _note_count(row, rings, len(points), notebook)
    stated, differs = _compare(row, nesting.area, options, notebook)
    plot = Plot(
        row.number, row.name, nesting.polygon, rings, reference.crs, reference.zone, nesting.area, stated, differs,
        row.values, row.layout, notebook.file, row.line, fault is None, notebook.notices(),
    )  # fmt: skip
    return plot, []


def _fault(
    row: PlotRow, rings: Sequence[Ring], fault: tuple[Sentence, tuple[float, float] | None]
) -> tuple[int, Sentence]:
    reason, where = fault
    title = row.name or row.number or "–"
    if where is None:
        text = sentence(translate("LandLedger", "Plot {plot}: {reason}."), plot=title, reason=reason)
        return row.line or rings[0].lines[0], text
    text = sentence(
        translate("LandLedger", "Plot {plot}: {reason} near north {north}, east {east}."),
        plot=title,
        reason=reason,
        north=f"{where[1]:.3f}",
        east=f"{where[0]:.3f}",
    )
    return nearest_line(rings, where), text


def _note_nesting(rings: Sequence[Ring], nesting: Nesting, notebook: Notebook) -> None:
    for place, outer in enumerate(nesting.hole_of):
        line = rings[place].lines[0]
        if place == 0 and outer is not None:
            notebook.note(
                Severity.REPAIR,
                line,
                translate("LandLedger", "The first ring lies inside ring {ring}; it was read as a hole."),
                ring=outer + 1,
            )
        elif place > 0 and outer is None and nesting.hole_of[0] is None:
            notebook.note(
                Severity.INFO,
                line,
                translate("LandLedger", "Ring {ring} lies outside the first ring; it was read as a further part."),
                ring=place + 1,
            )


def _note_count(row: PlotRow, rings: Sequence[Ring], printed: int, notebook: Notebook) -> None:
    text = row.values.get("JZDS", "")
    if not text:
        return
    stated, distinct = number(text), sum(len(ring.labels) for ring in rings)
    # Writers count either the different points or every row, closing points too: all are right.
    if stated is None or stated not in (distinct, distinct + len(rings), printed):
        notebook.note(
            Severity.REPAIR,
            row.line,
            translate("LandLedger", "The plot row states {stated} points, {count} were found and read."),
            stated=text,
            count=distinct,
        )


def _compare(row: PlotRow, area: Decimal, options: ReadingOptions, notebook: Notebook) -> tuple[Decimal | None, bool]:
    text = half_width(row.stated).strip()
    if not text:
        return None, False
    unit = area_word(text) or row.unit
    bare = re.sub(r"[^\d.].*$", "", text) if area_word(text) else text
    value = number(bare)
    if value is None:
        notebook.note(
            Severity.WARNING,
            row.line,
            translate("LandLedger", "The stated area “{stated}” is not a number; it was not compared."),
            stated=row.stated,
        )
        return None, False
    chosen = unit or AreaWord.HECTARE
    if unit is None and _differs(value, area, chosen, options):
        other = next((u for u in AreaWord if u is not chosen and not _differs(value, area, u, options)), None)
        if other is not None:
            notebook.note(
                Severity.REPAIR,
                row.line,
                translate(
                    "LandLedger", "The stated area {stated} agrees with the border in {unit}, not in ha; read so."
                ),
                stated=row.stated,
                unit=sentence(other.value[2]),
            )
            chosen = other
    stated = chosen.in_square_metres(value)
    differs = _differs(value, area, chosen, options)
    if differs:
        notebook.note(
            Severity.WARNING,
            row.line,
            translate(
                "LandLedger",
                "Plot {plot}: the stated area is {stated} {unit}, the border encloses {area} {unit} "
                "(difference {difference} m²).",
            ),
            plot=row.name or row.number or "–",
            stated=value,
            unit=sentence(chosen.value[2]),
            area=half_up(
                chosen.of_square_metres(area), max(decimals_of(value), 4 if chosen is AreaWord.HECTARE else 2)
            ),
            difference=half_up(area - stated, 2),
        )
    return stated, differs


def _differs(value: Decimal, area: Decimal, unit: AreaWord, options: ReadingOptions) -> bool:
    rounded = half_up(unit.of_square_metres(area), decimals_of(value))
    return unit.in_square_metres(abs(rounded - value)) > AreaWord.HECTARE.in_square_metres(options.area_tolerance)
