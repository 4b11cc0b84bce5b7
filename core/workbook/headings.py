"""Where the headings of a layout stand in a sheet, however its levels are merged and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .cell_text import MICRO_MU, UNIT_IN_HEADER, bare_heading, normalised, shown
from .grid import Grid
from .layout import Column, Kind, Layout, Name

_HEADER_ROWS = 40
_DEEPEST = 6


@dataclass(frozen=True)
class Fit:
    """Where the headings of a layout stand in a sheet: rows `top` to `bottom`, and the sheet columns by key."""

    layout: Layout
    top: int = 0
    bottom: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    spans: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        """Columns found; a single one by chance is none."""
        return len(self.places) if len(self.places) * 2 >= min(4, len(self.layout.columns)) else 0


def best_fit(grid: Grid, layout: Layout) -> Fit:
    """The block of rows whose headings match most columns of the layout; of equals the shortest, then the highest.
    Its score is 0 when there is none."""
    best = Fit(layout)
    for top in range(1, min(_HEADER_ROWS, len(grid.rows)) + 1):
        if len(grid.texts(top)) < 2:
            continue
        for bottom in range(top, min(top + _DEEPEST, len(grid.rows) + 1)):
            fit = _fit_at(grid, layout, top, bottom)
            if (fit.score, top - bottom) > (best.score, best.top - best.bottom):
                best = fit
    return best


def _fit_at(grid: Grid, layout: Layout, top: int, bottom: int) -> Fit:
    paths = {column: heading_path(grid, top, bottom, column) for column in range(1, grid.width + 1)}
    layout = _expanded(layout, paths.values())
    wanted = {tuple(bare_heading(level) for level in column.header): column for column in layout.columns}
    places: dict[str, int] = {}
    spans: dict[str, int] = {}
    units: dict[str, int] = {}
    for number, path in paths.items():
        column = wanted.get(tuple(bare_heading(level) for level in path))
        if column is None:
            continue
        if column.key not in places:
            places[column.key] = number
            spans[column.key] = 1
            unit = UNIT_IN_HEADER.search(normalised(path[-1]))
            if unit and column.kind is Kind.AREA:
                units[column.key] = MICRO_MU[unit.group(1)]
        elif places[column.key] + spans[column.key] == number:
            spans[column.key] += 1
    _by_last_level(layout, paths, places, spans)
    return Fit(layout, top, bottom, places, spans, units)


def _by_last_level(
    layout: Layout, paths: Mapping[int, tuple[str, ...]], places: dict[str, int], spans: dict[str, int]
) -> None:
    """A heading whose upper levels are written otherwise still counts if its last level is like no other's."""
    taken = set(places.values())
    last: dict[str, list[Column]] = {}
    for column in layout.columns:
        last.setdefault(bare_heading(column.header[-1]), []).append(column)
    found: dict[str, list[int]] = {}
    for number, path in paths.items():
        if path and number not in taken:
            found.setdefault(bare_heading(path[-1]), []).append(number)
    for word, numbers in found.items():
        columns = last.get(word, [])
        if len(columns) == 1 and len(numbers) == 1 and columns[0].key not in places:
            places[columns[0].key], spans[columns[0].key] = numbers[0], 1


def heading_path(grid: Grid, top: int, bottom: int, column: int) -> tuple[str, ...]:
    """The levels of the heading of a sheet column in rows `top` to `bottom`, merged cells filled, blanks left out."""
    levels: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row in range(top, bottom + 1):
        origin = grid.origin(row, column)
        text = shown(grid.at(*origin))
        if origin[0] >= top and origin not in seen and text:
            levels.append(text)
        seen.add(origin)
    return tuple(levels)


def _expanded(layout: Layout, paths: Iterable[tuple[str, ...]]) -> Layout:
    """The layout with its repeated columns written out by the names found in the headings."""
    if not layout.repeats:
        return layout
    names: dict[str, list[Name]] = {group: [] for group in layout.repeats}
    fixed = {tuple(bare_heading(level) for level in column.header) for column in layout.columns if not column.repeat}
    for path in paths:
        if tuple(bare_heading(level) for level in path) in fixed:
            continue
        for column in layout.columns:
            place = "{" + column.repeat + "}"
            if column.repeat and place in column.header:
                before = column.header.index(place)
                after = len(column.header) - before - 1
                ends = path[len(path) - after :] if after else ()
                same = [bare_heading(level) for level in (*path[:before], *ends)]
                name = path[before : len(path) - after]
                if name and same == [bare_heading(level) for level in column.header if level != place]:
                    value: Name = name[0] if len(name) == 1 else name
                    if value not in names[column.repeat]:
                        names[column.repeat].append(value)
                    break
    return layout.expanded(names)
