"""A file or a folder of coordinate files, read by what they are, with what is wrong between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError, system_reason
from ..progress import Progress, no_progress, part_of
from ..sentence import sentence, translate
from .coordinate_text import read_coordinate_text
from .decoding import decode
from .dxf import read_dxf
from .plots import BadFile, CoordinateFile, Notice, Plot, ReadingOptions, Severity, listing, placed
from .points_table import has_point_columns, read_points_csv, read_points_xlsx

READABLE = (".txt", ".csv", ".xlsx", ".dxf")
_CONVERTED = {
    ".mdb": translate(
        "LandLedger",
        "{file} is an Access database: open it with ArcGIS, or in QGIS through ODBC, and save its layer as GeoPackage.",
    ),
    ".dwg": translate(
        "LandLedger", "{file} is a .dwg drawing: in CAD, save it as DXF (ASCII, 2000 or later) and choose that."
    ),
    ".xls": translate(
        "LandLedger", "{file} is an old workbook: open it in Excel or WPS, save it as .xlsx and choose that."
    ),
}
_TEXT_MARKS = re.compile(r"^[ \t\u3000]*[\[［【].*[\]］】][ \t\u3000]*$|[@＠][ \t\u3000]*$", re.M)


@dataclass(frozen=True)
class Found:
    """Files to read, and notices about those beside them that must be converted first."""

    root: Path
    files: tuple[Path, ...]
    notices: tuple[Notice, ...]


def find_files(path: Path, recursive: bool = False) -> Found:
    """The readable files of a folder in the order of their names (its subfolders' too if `recursive`), or the one file.

    InputError if there is none, or if the file is of a kind that must be converted.
    """
    if not path.exists():
        raise InputError(translate("LandLedger", "There is no file or folder {file}."), file=str(path))
    if path.is_file():
        _refuse(path)
        return Found(path.parent, (path,), ())
    inside = path.rglob("*") if recursive else path.iterdir()
    files = sorted(file for file in inside if file.is_file() and not file.name.startswith((".", "~$")))
    readable = tuple(file for file in files if file.suffix.lower() in READABLE)
    notices = tuple(
        Notice(
            _short(file, path), 0, sentence(_CONVERTED[file.suffix.lower()], file=_short(file, path)), Severity.WARNING
        )
        for file in files
        if file.suffix.lower() in _CONVERTED
    )
    if readable:
        return Found(path, readable, notices)
    reasons = [notice.sentence for notice in notices]
    empty = sentence(
        translate("LandLedger", "Folder {folder} holds no .txt, .csv, .xlsx or .dxf file."), folder=str(path)
    )
    raise BadFile(str(path), [empty, *reasons])


def _refuse(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in _CONVERTED:
        raise InputError(_CONVERTED[suffix], file=path.name)
    if suffix not in READABLE:
        raise InputError(
            translate("LandLedger", "{file}: only .txt, .csv, .xlsx and .dxf files can be read here."), file=path.name
        )


def _short(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()


@dataclass(frozen=True)
class Batch:
    """Files read, files that could not be, and notices about more than one file."""

    files: tuple[CoordinateFile, ...]
    bad: tuple[BadFile, ...]
    notices: tuple[Notice, ...]

    @property
    def plots(self) -> tuple[Plot, ...]:
        """All plots in the order of files and lines."""
        return tuple(plot for file in self.files for plot in file.plots)

    @property
    def all_notices(self) -> tuple[Notice, ...]:
        """Every notice: the batch's, the files', the plots'."""
        return self.notices + tuple(notice for file in self.files for notice in file.all_notices)

    def main_crs(self) -> str:
        """The system of most plots; of the first among equals."""
        counts: dict[str, int] = {}
        for plot in self.plots:
            counts[plot.crs] = counts.get(plot.crs, 0) + 1
        return max(counts, key=lambda crs: counts[crs])

    def check_one_crs(self) -> None:
        """InputError that names two files in different zones, if there are such."""
        first = self.files[0]
        other = next((file for file in self.files if file.crs != first.crs), None)
        if other is not None:
            raise InputError(
                translate(
                    "LandLedger",
                    "{first} is in {crs}, {other} in {other_crs}: import them apart, or tick “Bring all files into one zone”.",
                ),
                first=first.name,
                crs=first.crs,
                other=other.name,
                other_crs=other.crs,
            )


def read_batch(
    found: Found, options: ReadingOptions | None = None, skip_bad: bool = False, progress: Progress = no_progress
) -> Batch:
    """All files of `found`. InputError with the reasons of every bad file, unless `skip_bad`; always if none is good."""
    options = options or ReadingOptions()
    files: list[CoordinateFile] = []
    bad: list[BadFile] = []
    total = len(found.files)
    for place, path in enumerate(found.files):
        step = part_of(progress, place / total, (place + 1) / total)
        step(0.0)
        name = _short(path, found.root)
        try:
            files.append(read_file(path, name, options, step))
        except BadFile as problem:
            bad.append(problem)
        except InputError as problem:
            bad.append(BadFile(name, [problem.sentence]))
        except OSError as problem:
            text = translate("LandLedger", "It can't be opened ({reason}).")
            bad.append(BadFile(name, [placed(name, 0, sentence(text, reason=system_reason(problem)))]))
    if bad and (not skip_bad or not files):
        reasons = listing([reason for file in bad for reason in file.reasons])
        raise InputError(reasons.template, **reasons.places)
    progress(1.0)
    plots = [plot for file in files for plot in file.plots]
    return Batch(tuple(files), tuple(bad), found.notices + _repeated_numbers(plots))


def read_file(path: Path, name: str, options: ReadingOptions, progress: Progress = no_progress) -> CoordinateFile:
    """One file, read by its ending and by what is in it; `name` is for messages."""
    data = path.read_bytes()
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return read_points_xlsx(data, name, options, progress)
    if suffix == ".dxf":
        return read_dxf(data, name, options, progress)
    text = "\n".join(decode(data, name).lines)
    if not _TEXT_MARKS.search(text) and has_point_columns(text):
        return read_points_csv(data, name, options, progress)
    return read_coordinate_text(data, name, options, progress)


def _repeated_numbers(plots: Sequence[Plot]) -> tuple[Notice, ...]:
    first: dict[str, Plot] = {}
    places: dict[str, list[str]] = {}
    for plot in plots:
        if plot.number:
            first.setdefault(plot.number, plot)
            places.setdefault(plot.number, []).append(f"{plot.file}: {plot.line}")
    template = translate("LandLedger", "Plot number {number} stands {count} times ({places}).")
    return tuple(
        Notice(
            first[number].file,
            first[number].line,
            sentence(
                template,
                number=number,
                count=len(where),
                places="; ".join(where[:5]) + ("; …" if len(where) > 5 else ""),
            ),
            Severity.WARNING,
        )
        for number, where in places.items()
        if len(where) > 1
    )
