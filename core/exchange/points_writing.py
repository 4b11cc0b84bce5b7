"""Plots to a table of boundary points, as CSV or workbook, in columns that `points_table` reads (resources/tables/POINTS.csv)."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ..errors import InputError, OutputError
from ..progress import Progress, no_progress
from ..rounding import half_up
from ..sentence import Say, translate
from ..workbook import Column, FilledTable, Layout, Look, Row, load_layout, write_workbook
from ..workbook.table import Value
from .area_words import AreaWord
from .borders import Border
from .plots import ReadingOptions
from .points_table import read_points_csv, read_points_xlsx
from .profile import Closing, Profile, Restart
from .writing import PlotOut, printed, require_same_borders
from .zones import Zone

LAYOUT = "POINTS"
_SHEET_ROWS = 1_048_576


def points_layout(profile: Profile, folder: str | None = None) -> Layout:
    """The declared table with the profile's decimals; `folder` holds the user's own layouts."""
    layout = load_layout(LAYOUT, folder)
    decimals = {"X": profile.coordinate_decimals, "Y": profile.coordinate_decimals, "DKMJ": profile.area_decimals}
    columns = tuple(
        replace(column, decimals=decimals[column.key]) if column.key in decimals else column
        for column in layout.columns
    )
    return replace(layout, columns=columns)


def require_distinct(plots: Sequence[PlotOut]) -> None:
    """InputError where two plots can't be told apart, or one can't be named: a table has nothing else to tell them by."""
    first: dict[str, str] = {}
    for out in plots:
        number = out.values.get("DKBH", "")
        if not number:
            template = translate(
                "LandLedger", "Feature {feature} has no plot number; in a table of points every plot needs its own."
            )
            raise InputError(template, feature=out.plot.title)
        if number in first:
            template = translate(
                "LandLedger",
                "Features {first} and {feature} have the same plot number {number}; in a table of points every plot needs its own.",
            )
            raise InputError(template, first=first[number], feature=out.plot.title, number=number)
        first[number] = out.plot.title


def point_rows(plots: Sequence[PlotOut], profile: Profile, zone: Zone) -> Iterator[Row]:
    """One row a point: plot, ring, label, X north, Y east, length to the next point; areas in hectares."""
    label = 0
    for out in plots:
        label = 0 if profile.label_restart is Restart.PLOT else label
        once: dict[str, Value] = {
            "DKMJ": half_up(AreaWord.HECTARE.of_square_metres(_area(out)), profile.area_decimals),
            "DKYT": out.values.get("DKYT"), "DLBM": out.values.get("DLBM"), "ZONE": zone.number,
        }  # fmt: skip
        for ring, border in enumerate(out.outline.borders, start=1):
            starts_again = profile.label_restart is Restart.PART and not border.hole
            label = 0 if profile.label_restart is Restart.RING or starts_again else label
            first = label + 1
            for place, (point, side) in enumerate(zip(border.points, _sides(border, out.outline.decimals))):
                label += 1
                yield _row(out, ring, _label(label, profile), point, side, once if ring == 1 and not place else {})
            if profile.closing is not Closing.NONE:
                label += profile.closing is Closing.NEXT_LABEL
                name = first if profile.closing is Closing.FIRST_LABEL else label
                yield _row(out, ring, _label(name, profile), border.points[0], None, {})


def _area(out: PlotOut) -> Decimal:
    return out.outline.area if out.plot.stated is None else out.plot.stated


def _label(number: int, profile: Profile) -> str:
    return f"{profile.label_prefix}{number:0{profile.label_digits}d}"


def _row(
    out: PlotOut, ring: int, label: str, point: tuple[int, int], side: Decimal | None, once: dict[str, Value]
) -> Row:
    decimals = out.outline.decimals
    values: dict[str, Value] = {
        "DKBH": out.values.get("DKBH"), "DKMC": out.values.get("DKMC"), "QH": ring, "PT": label,
        "X": Decimal(printed(point[1], decimals)), "Y": Decimal(printed(point[0], decimals)), "D": side, **once,
    }  # fmt: skip
    return Row(values)


def _sides(border: Border, decimals: int) -> list[Decimal]:
    """The length from each point to the next in m, of the printed coordinates."""
    points = border.points
    squares = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for a, b in zip(points, points[1:] + points[:1]))
    return [Decimal(square).sqrt().scaleb(-decimals) for square in squares]


def csv_of_points(plots: Sequence[PlotOut], profile: Profile, layout: Layout, zone: Zone) -> bytes:
    """The table as CSV, read again before it is given: OutputError if borders would come back otherwise."""
    require_distinct(plots)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=profile.separator, lineterminator=profile.line_end)
    writer.writerow(["".join(column.header) for column in layout.columns])
    for row in point_rows(plots, profile, zone):
        writer.writerow([_cell(row.value(column.key), column) for column in layout.columns])
    try:
        data = stream.getvalue().encode(profile.encoding)
    except UnicodeEncodeError as problem:
        template = translate("LandLedger", "The encoding {encoding} has no character “{sign}”; change the text.")
        sign = str(problem.object)[problem.start]
        raise InputError(template, encoding=profile.encoding.upper(), sign=sign) from problem
    require_same_borders(read_points_csv(data, profile.title, _options(zone)).plots, plots, profile)
    return data


def _cell(value: object, column: Column) -> str:
    if isinstance(value, Decimal) and column.decimals is not None:
        return str(half_up(value, column.decimals))
    return "" if value is None else str(value)


def workbook_of_points(
    folder: Path,
    plots: Sequence[PlotOut],
    profile: Profile,
    layout: Layout,
    zone: Zone,
    look: Look | None = None,
    say: Say = str,
    progress: Progress = no_progress,
) -> bytes:
    """The table as .xlsx, read again like the CSV; a temporary file in `folder` is gone when it is given."""
    require_distinct(plots)
    rows = list(point_rows(plots, profile, zone))
    if len(rows) > _SHEET_ROWS - 10:
        template = translate("LandLedger", "A sheet holds {most} rows, the table has {count}; write a .csv file.")
        raise OutputError(template, most=_SHEET_ROWS, count=len(rows))
    scratch = folder / f".{secrets.token_hex(6)}.landledger.xlsx"
    try:
        write_workbook(scratch, [FilledTable(layout, rows)], look=look, say=say, progress=progress)
        data = scratch.read_bytes()
    finally:
        scratch.unlink(missing_ok=True)
    require_same_borders(read_points_xlsx(data, profile.title, _options(zone)).plots, plots, profile)
    return data


def _options(zone: Zone) -> ReadingOptions:
    return ReadingOptions(zone.crs, zone, accept_invalid=True)
