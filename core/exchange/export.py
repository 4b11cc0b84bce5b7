"""A layer of plots to coordinate files: one file, or one a plot; all of them are on the disk or none is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..beside import require_place, write_files
from ..columns import Columns
from ..errors import OutputError
from ..progress import Progress, no_progress, part_of
from ..rounding import half_up
from ..sentence import Say, Sentence, sentence, translate
from ..survey.schema import Field, Kind, match_fields, standard_name
from ..workbook import Look
from .area_words import AreaWord
from .packing import unpacked
from .points_writing import csv_of_points, points_layout, workbook_of_points
from .profile import Form, Profile
from .writing import Notes, PlotIn, PlotOut, prepare_plots, printed_zone, text_of_plots
from .zone_width import outside_zone
from .zones import Zone

AREA = "AREA_TO_PRINT"
_COMPUTED = ("JZDS", "DKMJ")
_KEPT = ("OTHER", "HEADER")
_STATED = "DKMJ_HA"
_FORBIDDEN = re.compile('[\\\\/:*?"<>|\x00-\x1f]+')
_PLACE = re.compile(r"\{(\w+)\}")
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
_LONGEST_NAME = 100

HeaderValues = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Job:
    """What is asked for: the profile, the unit of the area field, whether crossing borders are accepted, the date."""

    profile: Profile
    area_unit: AreaWord = AreaWord.SQUARE_METRE
    accept_invalid: bool = False
    today: str = ""


@dataclass(frozen=True)
class Target:
    """Where to: one file, a folder for one file a plot, or both. `layouts` holds the user's own tables, `families` the
    fonts of the machine, `say` the user's language."""

    file: Path | None
    folder: Path | None = None
    layouts: str | None = None
    families: Sequence[str] = ()
    say: Say = str


@dataclass(frozen=True)
class Exported:
    """What was written. `area` is the plane area in m² of all printed coordinates, rounded once to 0.01;
    `printed_area` the sum of the areas that the rows print, in m²."""

    files: tuple[Path, ...]
    point_count: int
    area: Decimal
    printed_area: Decimal
    notes: Notes


def job_fields(profile: Profile) -> tuple[Field, ...]:
    """The fields a layer may have for a profile."""
    names = [name for name in profile.field_names if name not in _COMPUTED]
    return (*(Field(name) for name in (*names, *_KEPT)), Field(_STATED, Kind.NUMBER))


def fields_in(available: Sequence[str], profile: Profile, field_map: Mapping[str, str], layer: str) -> dict[str, str]:
    """Field of the profile → the layer's own; `field_map` as `parse_field_map` gives it, so by standard names."""
    fields = job_fields(profile)
    own_names = {field.name: field_map[standard_name(field.name)] for field in fields if standard_name(field.name) in field_map}
    return match_fields(available, fields, own_names, layer)


def plots_of(columns: Columns, job: Job) -> list[PlotIn]:
    """The features as plots: own columns first, then what OTHER and HEADER of an imported layer hold."""
    texts = [key for key in columns.attributes if key not in (*_KEPT, AREA, _STATED)]
    plots: list[PlotIn] = []
    for row, id_ in enumerate(columns.ids):
        values = {key: columns.attributes[key][row] or "" for key in texts}
        kept = {key: columns.attributes[key][row] if key in columns.attributes else None for key in _KEPT}
        others = {key: text for key, text in unpacked(kept["OTHER"]).items() if not values.get(key)}
        stated = _area(columns, AREA, row, job.area_unit)
        plots.append(
            PlotIn(
                int(id_), columns.geometry[row], {**values, **others}, stated, kept["HEADER"] or "",
                _area(columns, _STATED, row, AreaWord.HECTARE),
            )
        )  # fmt: skip
    return plots


def _area(columns: Columns, key: str, row: int, unit: AreaWord) -> Decimal | None:
    """An area of the layer in m², None where it has none."""
    if key not in columns.attributes:
        return None
    value = float(columns.attributes[key][row])
    return None if value != value else unit.in_square_metres(Decimal(repr(value)))


def missing_fields(plots: Sequence[PlotIn], columns: Columns, profile: Profile) -> list[Sentence]:
    """A sentence about the fields of the profile that no plot has a value for, if there are any."""
    labels = {place.name: place.label or place.name for place in profile.plot if not place.value}
    empty = [
        f"{name} ({labels[name]})"
        for name in profile.field_names
        if name in labels and name not in (*_COMPUTED, *columns.attributes) and not any(p.values.get(name) for p in plots)
    ]
    if not empty:
        return []
    template = translate("LandLedger", "Layer {layer} has no field for {fields}; these stay empty.")
    return [sentence(template, layer=columns.name, fields=", ".join(empty))]


def require_targets(profile: Profile, file: str, folder: str, source: str) -> None:
    """OutputError if nothing can be written there: wrong ending, no such folder, read-only, or the layer's own file."""
    if file:
        path = Path(file)
        endings = (".txt",) if profile.form is Form.TEXT else (".csv", ".xlsx", ".txt")
        if path.suffix.lower() not in endings:
            template = translate("LandLedger", "The profile “{profile}” writes {endings} files, not {file}.")
            raise OutputError(template, profile=profile.title, endings=", ".join(endings), file=path.name)
        if source and path.exists() and path.samefile(source):
            raise OutputError(translate("LandLedger", "{file} is the layer itself; choose another name."), file=file)
        require_place(path)
    if folder and Path(folder).exists() and not Path(folder).is_dir():
        raise OutputError(translate("LandLedger", "{file} is a file, not a folder."), file=folder)


def export(
    plots: Sequence[PlotIn],
    job: Job,
    zone: Zone,
    said: HeaderValues,
    target: Target,
    progress: Progress = no_progress,
) -> Exported:
    """Write the plots; `zone` is that of their coordinates, `said` what the user says of the header.

    InputError and OutputError name feature, field or file; then nothing is written.
    """
    notes = Notes()
    profile = job.profile
    out = prepare_plots(plots, profile, zone, job.accept_invalid, notes, part_of(progress, 0.0, 0.4))
    _tell_areas(out, job, notes)
    notes.warn(
        translate("LandLedger", "{count} plots reach beyond the strip of zone {zone}: {features}."),
        outside_zone(plots, zone), zone=zone.number,
    )  # fmt: skip
    writer = _Writer(job, printed_zone(zone, profile), said, target, notes)
    files = writer.write(out, part_of(progress, 0.4, 1.0))
    area = sum((plot.outline.area for plot in out), Decimal(0))
    printed = sum((profile.area_unit.in_square_metres(plot.printed_area) for plot in out), Decimal(0))
    points = sum(plot.outline.point_count for plot in out)
    return Exported(files, points, half_up(area, 2), half_up(printed, 2), notes)


def _in_profile(square_metres: Decimal, profile: Profile) -> Decimal:
    return half_up(profile.area_unit.of_square_metres(square_metres), profile.area_decimals)


def _tell_areas(plots: Sequence[PlotOut], job: Job, notes: Notes) -> None:
    """Printed areas that are not those of the printed border at the printed decimals."""
    profile = job.profile
    if "DKMJ" not in profile.field_names:
        return
    different, changed = [], []
    for out in plots:
        own = _in_profile(out.outline.area, profile)
        if own != out.printed_area:
            different.append(f"{out.plot.title}: {out.printed_area} / {own}")
        imported = None if out.plot.imported is None else _in_profile(out.plot.imported, profile)
        if imported is not None and imported != out.printed_area:
            changed.append(f"{out.plot.title}: {out.printed_area} / {imported}")
    notes.warn(
        translate("LandLedger", "{count} plots print another area than their border encloses (printed / border): {features}."),
        different,
    )
    notes.warn(
        translate("LandLedger", "{count} plots print another area than the file they came from (now / then): {features}."),
        changed,
    )


@dataclass
class _Writer:
    """Turns plots into files; `zone` as it is printed."""

    job: Job
    zone: Zone
    said: HeaderValues
    target: Target
    notes: Notes

    def write(self, plots: Sequence[PlotOut], progress: Progress) -> tuple[Path, ...]:
        """All files; nothing is saved before the last one is known to be right."""
        contents: dict[Path, bytes] = {}
        folder, file = self.target.folder, self.target.file
        if folder is not None:
            contents.update(self._one_a_plot(plots, folder, part_of(progress, 0.0, 0.5)))
        if file is not None:
            contents[file] = self._content(plots, file.suffix.lower(), self.notes, part_of(progress, 0.5, 0.95))
        # The last moment to cancel: what is written stays.
        progress(1.0)
        made = folder is not None and not folder.exists()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            write_files(contents)
        except BaseException:
            if folder is not None and made:
                with suppress(OSError):
                    folder.rmdir()
            raise
        return tuple(contents)

    def _one_a_plot(self, plots: Sequence[PlotOut], folder: Path, progress: Progress) -> dict[Path, bytes]:
        ending = ".txt" if self.job.profile.form is Form.TEXT else ".csv"
        contents: dict[Path, bytes] = {}
        notes = Notes()
        for place, (out, name) in enumerate(zip(plots, file_names(plots, self.job.profile))):
            progress(place / len(plots))
            contents[folder / f"{name}{ending}"] = self._content([out], ending, notes, no_progress)
        if self.target.file is None:
            self.notes.add_few(notes)
        return contents

    def _content(self, plots: Sequence[PlotOut], ending: str, notes: Notes, progress: Progress) -> bytes:
        profile = self.job.profile
        if profile.form is Form.TEXT:
            return text_of_plots(plots, profile, self.zone, self.job.today, self.said, notes, progress)
        layout = points_layout(profile, self.target.layouts)
        if ending != ".xlsx":
            return csv_of_points(plots, profile, layout, self.zone)
        look = Look.among(self.target.families)
        folder = (self.target.file or Path()).parent
        return workbook_of_points(folder, plots, profile, layout, self.zone, look, self.target.say, progress)


def file_names(plots: Sequence[PlotOut], profile: Profile) -> list[str]:
    """A name for each plot's file, as the profile says, without what Windows forbids; equal ones are numbered."""
    names: list[str] = []
    used: set[str] = set()
    for place, out in enumerate(plots, start=1):
        pieces = _PLACE.split(profile.file_name)
        # Every second piece is the name of a field.
        filled = "".join(out.values.get(piece, "") if at % 2 else piece for at, piece in enumerate(pieces))
        name = _FORBIDDEN.sub("_", filled).strip(" ._")[:_LONGEST_NAME].strip(" .") or str(place)
        name = f"{name}_" if name.upper() in _RESERVED else name
        candidate, number = name, 2
        while candidate.casefold() in used:
            candidate, number = f"{name}_{number}", number + 1
        used.add(candidate.casefold())
        names.append(candidate)
    return names


