"""Closed polylines of an ASCII DXF drawing to Plots: each is a plot, one inside another on its layer is a hole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..progress import Progress, no_progress, part_of
from ..sentence import sentence, translate
from .decoding import decode
from .georeference import Header, Problem
from .plot_building import PlotDraft, PlotRow, PrintedPoint, assemble
from .plots import BadFile, CoordinateFile, Notebook, Plot, ReadingOptions, Ring, Severity, placed
from .rings import BoundaryPoint, FaultyRing, build_rings, nest
from .tokens import number

LAYOUT_NAME = "dxf"
_OTHER_LINES = frozenset({"LINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE", "INSERT", "REGION", "MPOLYGON", "HATCH"})
_CLOSED, _MESHES = 1, 16 | 64
_PROGRESS_PAIRS = 20_000


@dataclass
class _Polyline:
    line: int
    layer: str = "0"
    handle: str = ""
    flags: int = 0
    paper: bool = False
    bulge_line: int = 0
    bad: tuple[int, str] = (0, "")
    points: list[list[object]] = field(default_factory=list)


@dataclass
class _Drawing:
    polylines: list[_Polyline] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def read_dxf(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = no_progress
) -> CoordinateFile:
    """The closed LWPOLYLINEs and POLYLINEs of the model space of an ASCII DXF, X east and Y north as printed.

    DKMC is the layer, DKBH the handle. Lines left open and other entities are listed in notices. BadFile if there is no
    closed line, if one has arcs (a red line has none), or for the reasons of coordinate texts.
    """
    options = options or ReadingOptions()
    notebook = Notebook(name)
    lines = decode(data, name).lines
    drawing = _drawing(_entities(lines, name, part_of(progress, 0.0, 0.5)))
    problems: list[Problem] = []
    closed = _closed(drawing, notebook, problems)
    if not closed and not problems:
        text = translate("LandLedger", "There is no closed line (LWPOLYLINE or POLYLINE) in the drawing's model space.")
        problems.append((0, sentence(text)))
    if drawing.others and not problems:
        listed = ", ".join(f"{kind} × {count}" for kind, count in sorted(drawing.others.items()))
        notebook.note(
            Severity.INFO,
            0,
            translate("LandLedger", "Entities that are no polylines were not read: {list}."),
            list=listed,
        )
    plots: list[Plot] = []
    if not problems:
        plots, problems = assemble(_with_holes(closed, name), Header(), options, notebook, part_of(progress, 0.5, 1.0))
    if problems:
        raise BadFile(name, [placed(name, line, text) for line, text in sorted(problems, key=lambda found: found[0])])
    return CoordinateFile(name, plots[0].crs, tuple(plots), {}, notebook.notices())


def _entities(lines: Sequence[str], name: str, progress: Progress) -> Iterator[tuple[int, int, str]]:
    """(line, group code, value) of the section ENTITIES; the line is the value's. BadFile where no code stands."""
    section, awaiting = "", False
    for place in range(0, len(lines) - 1, 2):
        if place % _PROGRESS_PAIRS == 0:
            progress(place / len(lines))
        code_text, value = lines[place].strip(), lines[place + 1].strip()
        if not re.fullmatch(r"-?\d{1,5}", code_text):
            text = translate("LandLedger", "“{text}” is no DXF group code; the drawing is damaged here.")
            raise BadFile(name, [placed(name, place + 1, sentence(text, text=code_text[:40]))])
        code = int(code_text)
        if code == 0 and value == "EOF":
            return
        if code == 0 and value == "SECTION":
            awaiting = True
        elif code == 2 and awaiting:
            section, awaiting = value, False
        elif code == 0 and value == "ENDSEC":
            section = ""
        elif section == "ENTITIES":
            yield place + 2, code, value


def _drawing(groups: Iterator[tuple[int, int, str]]) -> _Drawing:
    drawing = _Drawing()
    current: _Polyline | None = None
    kind = ""
    for line, code, value in groups:
        if code == 0:
            kind = value
            if value in ("LWPOLYLINE", "POLYLINE"):
                current = _Polyline(line)
                drawing.polylines.append(current)
            elif value == "VERTEX" and current is not None:
                current.points.append([line, None, None])
            else:
                current = None
                drawing.others.update([value] if value in _OTHER_LINES else [])
        elif current is not None:
            _take(current, kind, line, code, value)
    return drawing


def _take(polyline: _Polyline, kind: str, line: int, code: int, value: str) -> None:
    if code in (10, 20) and kind != "POLYLINE":
        _take_coordinate(polyline, kind, line, code, value)
    elif code == 42 and number(value):
        polyline.bulge_line = polyline.bulge_line or line
    elif code == 70 and kind != "VERTEX":
        polyline.flags = int(number(value) or 0)
    elif code == 8 and kind != "VERTEX":
        polyline.layer = value
    elif code == 5 and kind != "VERTEX":
        polyline.handle = value
    elif code == 67:
        polyline.paper = value == "1"


def _take_coordinate(polyline: _Polyline, kind: str, line: int, code: int, value: str) -> None:
    if code == 10 and kind == "LWPOLYLINE":
        polyline.points.append([line, None, None])
    coordinate = number(value)
    if coordinate is None or not polyline.points:
        polyline.bad = polyline.bad if polyline.bad[0] else (line, value)
        return
    polyline.points[-1][1 if code == 10 else 2] = coordinate


def _closed(drawing: _Drawing, notebook: Notebook, problems: list[Problem]) -> list[_Polyline]:
    closed: list[_Polyline] = []
    for polyline in drawing.polylines:
        if polyline.paper or polyline.flags & _MESHES:
            continue
        if polyline.bad[0] or any(None in point for point in polyline.points):
            text = translate("LandLedger", "“{text}” is not a number.")
            problems.append((polyline.bad[0] or polyline.line, sentence(text, text=polyline.bad[1][:40])))
            continue
        if not polyline.points:
            continue
        ends_meet = len(polyline.points) > 3 and polyline.points[0][1:] == polyline.points[-1][1:]
        if not polyline.flags & _CLOSED and not ends_meet:
            notebook.gather(
                Severity.WARNING,
                translate("LandLedger", "Polylines that are not closed were left out (they begin on lines {lines})."),
                polyline.line,
            )
            continue
        if polyline.bulge_line:
            text = translate(
                "LandLedger", "The closed line on layer {layer} has an arc; turn arcs into points in CAD first."
            )
            problems.append((polyline.bulge_line, sentence(text, layer=polyline.layer)))
            continue
        closed.append(polyline)
    return closed


def _points(polyline: _Polyline, ring: str) -> list[PrintedPoint]:
    points = [
        PrintedPoint(line, str(place), ring, east, north)
        for place, (line, east, north) in enumerate(polyline.points, start=1)
        if isinstance(line, int) and isinstance(east, Decimal) and isinstance(north, Decimal)
    ]
    # The flag closes a ring without a closing point: that is no repair.
    first, last = points[0], points[-1]
    if (first.first, first.second) != (last.first, last.second):
        points.append(PrintedPoint(first.line, first.label, ring, first.first, first.second))
    return points


def _with_holes(closed: Sequence[_Polyline], name: str) -> list[PlotDraft]:
    """Closed lines as plots; those inside another of the same layer join it as its holes."""
    owner = _owners(closed)
    holes: dict[int, list[int]] = {}
    for hole, outer in enumerate(owner):
        if outer is not None:
            holes.setdefault(outer, []).append(hole)
    drafts: list[PlotDraft] = []
    for place, polyline in enumerate(closed):
        if owner[place] is not None:
            continue
        notebook = Notebook(name)
        members = [place, *holes.get(place, [])]
        points = [point for ring, member in enumerate(members, 1) for point in _points(closed[member], str(ring))]
        for member in members[1:]:
            notebook.gather(
                Severity.WARNING,
                translate(
                    "LandLedger",
                    "Closed lines inside another one of the same layer were read as its holes (lines {lines}).",
                ),
                closed[member].line,
            )
        row = PlotRow(polyline.line, polyline.handle, polyline.layer, "", None, {}, LAYOUT_NAME)
        drafts.append(PlotDraft(row, points, True, notebook))
    return drafts


def _owners(closed: Sequence[_Polyline]) -> list[int | None]:
    owner: list[int | None] = [None] * len(closed)
    layers: dict[str, list[int]] = {}
    for place, polyline in enumerate(closed):
        layers.setdefault(polyline.layer, []).append(place)
    for members in layers.values():
        rings: list[Ring] = []
        places: list[int] = []
        for member in members:
            points = [BoundaryPoint(p.line, p.label, "", p.first, p.second) for p in _points(closed[member], "")]
            try:
                built = build_rings(points, Notebook(""))
            except FaultyRing:
                continue
            if len(built) == 1:
                rings.append(built[0])
                places.append(member)
        for ring, outer in enumerate(nest(rings).hole_of if len(rings) > 1 else ()):
            owner[places[ring]] = places[outer] if outer is not None else None
    return owner
